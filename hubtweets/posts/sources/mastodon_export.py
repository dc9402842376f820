"""Mastodon exports (actor.json and outbox.json), of Mastodon itself, Pleroma, GoToSocial and others that write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any, cast

import msgspec

from hubtweets._shared.text import one_line
from hubtweets.errors import ArchiveError, WhosePostsError
from hubtweets.posts import identity
from hubtweets.posts.contract import EARLIER, TWICE, ArchiveFormat, Files, Kind, Post
from hubtweets.posts.formats._archive_json import decode
from hubtweets.posts.formats._files import LoneFile
from hubtweets.posts.languages import code
from hubtweets.posts.markup import html_to_text
from hubtweets.posts.options import ReadOptions

AVATAR_LIMIT = 8 * 2**20

PRIVATE = "for followers or mentioned people only"
OTHERS = "posts of other accounts"
DELETED = "deleted by the account"
UNREADABLE = "in a form that posts do not have"
NO_POSTS = "activities that are no posts, such as likes"

_PUBLIC = frozenset(("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"))
_WITH_TITLE = frozenset(("Article", "Page", "Video", "Audio", "Event"))
"""Objects whose `name` is a title; that of a note is its answer to a poll."""
_VERSIONED = frozenset(("Note", "Question", *_WITH_TITLE))
_ACTOR = re.compile(r"https?://([\w.-]{1,253})/(?:users/|@|u/|profile/|ap/users/)?(\w[\w.-]{0,63})/?")


class _Icon(msgspec.Struct):
    url: str | None = None


class _Actor(msgspec.Struct):
    id: str
    preferredUsername: str  # noqa: N815
    name: str | None = None
    url: str | None = None
    icon: _Icon | None = None


class _Note(msgspec.Struct):
    id: str
    type: Any = None
    name: Any = None
    content: str | None = None
    contentMap: dict[str, str | None] | None = None  # noqa: N815
    summary: str | None = None
    inReplyTo: str | dict[str, Any] | None = None  # noqa: N815
    quote: Any = None
    quoteUri: str | None = None  # noqa: N815
    quoteUrl: str | None = None  # noqa: N815
    misskey_quote: Any = msgspec.field(default=None, name="_misskey_quote")


class _Activity(msgspec.Struct):
    type: str
    id: str | None = None
    actor: Any = None
    published: Any = None
    object: Any = None
    to: str | list[str] | None = None
    cc: str | list[str] | None = None

    @property
    def edited(self) -> str:
        """When what is inside was edited last, as its server writes it; empty where it was not."""
        updated = self.object.get("updated") if isinstance(self.object, dict) else None
        return str(updated or (self.type == "Update" and self.published) or "")[:40]

    def is_post(self) -> bool:
        """Whether it makes a post, passes one on, or has a newer version of one."""
        inside = self.object.get("type") if isinstance(self.object, dict) else None
        return self.type in ("Create", "Announce") or (self.type == "Update" and inside in _VERSIONED)

    def authors(self) -> list[str]:
        """The addresses of those whose it says it is."""
        inside = self.object.get("attributedTo") if isinstance(self.object, dict) and self.type != "Announce" else None
        named = [self.actor, *(inside if isinstance(inside, list) else [inside])]
        ids = [who.get("id") if isinstance(who, dict) else who for who in named]
        return [who for who in ids if isinstance(who, str)]

    def is_open(self) -> bool:
        """Public or unlisted: anybody may read it. What is inside may be addressed to fewer, and that counts then."""
        own = [self.to, self.cc]
        inner = [self.object.get("to"), self.object.get("cc")] if isinstance(self.object, dict) else []
        said = [fields for fields in (own, inner) if any(field is not None for field in fields)]
        return bool(said) and all(any(map(_is_public, fields)) for fields in said)


def _is_public(audience: object) -> bool:
    return (
        audience in _PUBLIC
        if isinstance(audience, str)
        else any(isinstance(who, str) and who in _PUBLIC for who in (audience if isinstance(audience, list) else ()))
    )


class _Outbox(msgspec.Struct):
    orderedItems: list[msgspec.Raw] | None = None  # noqa: N815


class MastodonExport:
    """The public and unlisted posts of one or more Mastodon exports of one account; see `Source`.

    A content warning is kept beside the text, as `Post.warning`. Posts for followers or for mentioned people only are
    counted in `dropped` and never used.

    Args:
        files: the export.
        found: its actor.json, or several of one account; or an outbox.json alone, whose activities name the account.

    Raises:
        ArchiveError: when the export is damaged or has no posts in it.
        WhosePostsError: when there are exports of several accounts.
        HandleError: when `handle` is not one at all.
    """

    form = "a Mastodon export"

    def __init__(
        self,
        files: Files,
        found: Sequence[str],
        *,
        handle: str | None = None,
        name: str | None = None,
        looking: bool = False,
    ) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.path = files.path
        self._files = files
        actors = {file: self._actor_of(file) for file in found}
        if len({actor.id for actor in actors.values() if actor}) > 1:
            actors = self._of_one_account(actors, handle)
            found = list(actors)
        self._outboxes = [_beside(file, "outbox.json") for file in found]
        self._actor = next((actor for actor in actors.values() if actor), None)
        self._folder = PurePosixPath(found[0]).parent
        actor = self._actor
        self.own_handle = _handle(actor) if actor else None
        self.account = identity.account(
            files.path.name,
            self.notes,
            platform="mastodon",
            handle=handle,
            name=name,
            own_handle=self.own_handle,
            own_name=actor.name if actor else None,
            avatar_url=actor.icon.url if actor and actor.icon else None,
            page=actor.url if actor else None,
            looking=looking,
        )

    def __iter__(self) -> Iterator[Post]:
        self.dropped.clear()
        self._undated = 0
        told = len(self.notes)
        versions: dict[str, tuple[str, Post]] = {}  # of each post when it was edited, and the newest one
        deleted: set[str] = set()
        for outbox in self._outboxes:
            items = self._items(outbox)
            sound = 0
            why: Exception | None = None
            for item in items:
                try:
                    activity = msgspec.json.decode(item, type=_Activity)
                    if activity.type == "Delete" and self._is_own(activity):
                        deleted.add(_id_of(activity.object))
                    post = self._post(activity) if self._is_used(activity) else None
                except (msgspec.DecodeError, RecursionError) as error:
                    self.dropped[UNREADABLE] += 1
                    why = error
                    continue
                sound += 1
                if post is None:
                    continue
                edited, known = activity.edited, versions.get(post.id)
                if known is not None:
                    self.dropped[TWICE if edited == known[0] else EARLIER] += 1
                if known is None or edited > known[0]:
                    versions[post.id] = edited, post
            if items and not sound:
                raise ArchiveError(
                    f"outbox.json in {self.path.name} is damaged: {why}.",
                    path=self.path,
                    hint="Download the export again.",
                )
        for id_, (_, post) in versions.items():
            if id_ in deleted:
                self.dropped[DELETED] += 1
            else:
                yield post
        if self._undated:
            self.notes[told:] = [*self.notes[told:], f"{self._undated:,} dates could not be read, and are not used."]

    def avatar(self) -> bytes | None:
        """The picture's bytes, where the export has it."""
        url = self._actor.icon.url if self._actor and self._actor.icon else None
        name = str(self._folder / url) if url else None
        return bytes(self._files.read(name, AVATAR_LIMIT)) if name and name in self._files.names() else None

    def _actor_of(self, file: str) -> _Actor | None:
        outbox = _beside(file, "outbox.json")
        if outbox not in self._files.names():
            raise ArchiveError(
                f"{self._files.path.name} has an actor.json, but no outbox.json beside it: the posts are not there.",
                path=self._files.path,
                hint="Use the export as it was downloaded (Preferences, Import and export, Data export).",
            )
        if file != outbox:
            return decode(self._files, file, _Actor)
        for item in self._items(outbox):
            try:
                authors = msgspec.json.decode(item, type=_Activity).authors()
            except (msgspec.DecodeError, RecursionError):
                continue
            if match := next(filter(None, map(_ACTOR.fullmatch, authors)), None):
                return _Actor(id=match[0], preferredUsername=match[2], url=match[0])
        return None

    def _of_one_account(self, actors: dict[str, _Actor | None], handle: str | None) -> dict[str, _Actor | None]:
        """Of exports of several accounts, those of `handle`, with its server or without where that is certain."""
        wanted = handle.strip().removeprefix("@").lower() if handle else ""
        named = {file: _handle(actor).lower() for file, actor in actors.items() if actor}
        chosen = {file: actors[file] for file, who in named.items() if wanted in (who, who.partition("@")[0])}
        if len({named[file] for file in chosen}) != 1:
            authors = Counter(one_line(_handle(actor)) for actor in actors.values() if actor)
            raise WhosePostsError(f"{self.path.name} (several exports)", authors, handle)
        left = ", ".join(one_line(file)[:80] for file in actors if file not in chosen)
        self.notes.append(f"{self.path.name} holds exports of other accounts too, which are not read: {left}.")
        return chosen

    def _items(self, outbox: str) -> list[msgspec.Raw]:
        items = decode(self._files, outbox, _Outbox).orderedItems
        if items is None:
            raise ArchiveError(
                f"{outbox} in {self._files.path.name} holds no posts, only the address of a server's pages.",
                path=self._files.path,
                hint="Use the export as it was downloaded, or read the account itself: mastodon:USER@SERVER.",
            )
        return items

    def _is_own(self, activity: _Activity) -> bool:
        """Whether it is the account's, as far as it says whose it is."""
        own = {_bare(address) for address in (self._actor.id, self._actor.url) if address} if self._actor else set()
        return not own or all(_bare(who) in own for who in activity.authors())

    def _is_used(self, activity: _Activity) -> bool:
        reason = (
            NO_POSTS
            if not activity.is_post()
            else OTHERS
            if not self._is_own(activity)
            else DELETED
            if isinstance(activity.object, dict) and activity.object.get("type") == "Tombstone"
            else PRIVATE
            if not activity.is_open()
            else None
        )
        if reason is not None:
            self.dropped[reason] += 1
        return reason is None

    def _time(self, written: object) -> datetime | None:
        try:
            return _zoned(msgspec.convert(written, datetime | None))
        except msgspec.ValidationError:
            self._undated += 1
            return None

    def _post(self, activity: _Activity) -> Post | None:
        if activity.type == "Announce" or isinstance(activity.object, str):
            where = activity.object if isinstance(activity.object, str) else ""
            id_ = (activity.id or f"announce:{where}").removesuffix("/activity")
            return Post(status_id(id_), "", self._time(activity.published), "repost")
        note = msgspec.convert(activity.object, _Note)
        kind = self._kind(note)
        language = next(iter(note.contentMap), None) if note.contentMap else None
        content = note.content if note.content is not None else (note.contentMap or {}).get(language or "")
        text = html_to_text(content or "")
        if note.type in _WITH_TITLE and isinstance(note.name, str):
            text = f"{note.name}\n\n{text}"
        written = cast("dict[str, Any]", activity.object).get("published") if activity.type == "Update" else None
        return Post(
            id=status_id(note.id),
            text=text,
            created_at=self._time(written or activity.published),
            kind=kind,
            language=code(language),
            warning=note.summary or None,
            answers=status_id(note.inReplyTo) if kind == "original" and isinstance(note.inReplyTo, str) else None,
        )

    def _kind(self, note: _Note) -> Kind:
        to = note.inReplyTo
        own = [f"{_bare(address)}/" for address in (self._actor.id, self._actor.url) if address] if self._actor else []
        if to and not (isinstance(to, str) and _bare(to).startswith(tuple(own))):
            return "reply"
        return "quote" if note.quote or note.quoteUri or note.quoteUrl or note.misskey_quote else "original"


def _bare(address: str) -> str:
    """An address as addresses are compared: servers that moved to TLS have both in their exports."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def _id_of(inside: object) -> str:
    """The id of the post that an activity is about."""
    address = inside.get("id") if isinstance(inside, dict) else inside
    return status_id(address) if isinstance(address, str) else ""


def status_id(uri: str) -> str:
    """The number at the end of a status's address, which is its id on its own server; otherwise the address."""
    last = uri.rstrip("/").rpartition("/")[2]
    return last if last.isascii() and last.isdigit() and len(last) <= 40 else uri


def _zoned(time: datetime | None) -> datetime | None:
    return time.replace(tzinfo=UTC) if time is not None and time.tzinfo is None else time


def _handle(actor: _Actor) -> str:
    server = re.match(r"https?://([\w.-]+)", actor.id)
    return f"{actor.preferredUsername}@{server[1]}" if server else actor.preferredUsername


def _beside(file: str, name: str) -> str:
    """`name` in the folder of `file`; an outbox alone may be called anything."""
    path = PurePosixPath(file)
    return str(path.parent / name) if path.name == "actor.json" else file


def _find(files: Files) -> list[str]:
    names = [name for name in files.names() if "__MACOSX" not in name]
    if isinstance(files, LoneFile):
        head = files.head(names[0])
        return names if b"OrderedCollection" in head and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else []
    actors = [name for name in names if PurePosixPath(name).name == "actor.json"]
    folders = {PurePosixPath(name).parent for name in actors}
    alone = [
        name
        for name in names
        if PurePosixPath(name).name == "outbox.json"
        and PurePosixPath(name).parent not in folders
        and b"OrderedC" in files.head(name)
    ]
    return sorted([*actors, *alone], key=lambda name: (name.count("/"), name))


def _open(
    files: Files, found: Sequence[str], *, handle: str | None, name: str | None, reading: ReadOptions
) -> MastodonExport:
    return MastodonExport(files, found, handle=handle, name=name, looking=reading.looking)


SOURCE = ArchiveFormat("Mastodon export", _find, _open, rank=10)
