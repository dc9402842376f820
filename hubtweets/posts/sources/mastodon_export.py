"""Mastodon exports (actor.json and outbox.json), of Mastodon itself, Pleroma, GoToSocial and others that write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

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
UNREADABLE = "in a form that posts do not have"
NO_POSTS = "activities that are no posts, such as likes"

_PUBLIC = frozenset(("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"))
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
    content: str | None = None
    contentMap: dict[str, str | None] | None = None  # noqa: N815
    summary: str | None = None
    inReplyTo: str | dict[str, Any] | None = None  # noqa: N815
    quote: Any = None
    quoteUri: str | None = None  # noqa: N815
    quoteUrl: str | None = None  # noqa: N815


class _Activity(msgspec.Struct):
    type: str
    id: str | None = None
    actor: Any = None
    published: datetime | None = None
    object: Any = None
    to: str | list[str] | None = None
    cc: str | list[str] | None = None

    @property
    def edited(self) -> str:
        """When what is inside was edited last, as its server writes it; empty where it was not."""
        return str(self.object.get("updated") or "")[:40] if isinstance(self.object, dict) else ""

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
    orderedItems: list[msgspec.Raw]  # noqa: N815


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
            authors = {one_line(_handle(actor)): 0 for actor in actors.values() if actor}
            raise WhosePostsError(f"{files.path.name} (several exports)", authors)
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
        versions: dict[str, tuple[str, Post]] = {}  # of each post when it was edited, and the newest one
        for outbox in self._outboxes:
            items = decode(self._files, outbox, _Outbox).orderedItems
            sound = 0
            why: Exception | None = None
            for item in items:
                try:
                    activity = msgspec.json.decode(item, type=_Activity)
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
        for _, post in versions.values():
            yield post

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
        for item in decode(self._files, outbox, _Outbox).orderedItems[:1]:
            who = msgspec.json.decode(item, type=_Activity).actor
            if match := _ACTOR.fullmatch(who if isinstance(who, str) else ""):
                return _Actor(id=match[0], preferredUsername=match[2], url=match[0])
        return None

    def _is_used(self, activity: _Activity) -> bool:
        if activity.type not in ("Create", "Announce"):
            self.dropped[NO_POSTS] += 1
            return False
        if not activity.is_open():
            self.dropped[PRIVATE] += 1
            return False
        return True

    def _post(self, activity: _Activity) -> Post | None:
        if activity.type == "Announce" or isinstance(activity.object, str):
            where = activity.object if isinstance(activity.object, str) else ""
            id_ = (activity.id or f"announce:{where}").removesuffix("/activity")
            return Post(status_id(id_), "", _zoned(activity.published), "repost")
        note = msgspec.convert(activity.object, _Note)
        kind = self._kind(note)
        language = next(iter(note.contentMap), None) if note.contentMap else None
        return Post(
            id=status_id(note.id),
            text=html_to_text(note.content or ""),
            created_at=_zoned(activity.published),
            kind=kind,
            language=code(language),
            warning=note.summary or None,
            answers=status_id(note.inReplyTo) if kind == "original" and isinstance(note.inReplyTo, str) else None,
        )

    def _kind(self, note: _Note) -> Kind:
        to = note.inReplyTo
        if to and not (isinstance(to, str) and self._actor and to.startswith(f"{self._actor.id}/")):
            return "reply"
        return "quote" if note.quote or note.quoteUri or note.quoteUrl else "original"


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
    alone = [name for name in names if PurePosixPath(name).name == "outbox.json" and b"OrderedC" in files.head(name)]
    return sorted(actors, key=lambda name: (name.count("/"), name)) or alone[:1]


def _open(
    files: Files, found: Sequence[str], *, handle: str | None, name: str | None, reading: ReadOptions
) -> MastodonExport:
    return MastodonExport(files, found, handle=handle, name=name, looking=reading.looking)


SOURCE = ArchiveFormat("Mastodon export", _find, _open, rank=10)
