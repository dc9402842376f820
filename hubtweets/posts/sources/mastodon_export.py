"""Mastodon: an export (actor.json and outbox.json), and what exports and the API have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.posts import identity
from hubtweets.posts.contract import Kind, Post
from hubtweets.posts.formats._archive_json import decode
from hubtweets.posts.formats._files import Files
from hubtweets.posts.languages import code

AVATAR_LIMIT = 8 * 2**20
HTML_LIMIT = 100_000
"""Characters of one toot's HTML that are read; servers allow toots of 500 to some 10,000."""

PRIVATE = "for followers or mentioned people only"

_PUBLIC = frozenset(("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"))


def html_to_text(html: str) -> str:
    """The words of a toot: a line break for `<br>`, an empty line between paragraphs, links in full, no markup.

    What is longer than `HTML_LIMIT` is cut: parsing takes time with the square of how deep elements are nested.
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html[:HTML_LIMIT])
    for node in tree.css("script, style, .quote-inline"):  # the last repeats the address of a quoted toot
        node.decompose()
    for node in tree.css("br"):
        node.replace_with("\n")
    for node in tree.css("p"):
        node.insert_after("\n\n")
    return tree.body.text().strip() if tree.body else ""


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
    inReplyTo: str | None = None  # noqa: N815
    quote: str | None = None
    quoteUri: str | None = None  # noqa: N815
    quoteUrl: str | None = None  # noqa: N815


class _Activity(msgspec.Struct):
    id: str
    type: str
    published: str
    object: str | _Note
    to: str | list[str] = []
    cc: str | list[str] = []

    def is_open(self) -> bool:
        """Public or unlisted: anybody may read it."""
        return any(
            who in _PUBLIC for field in (self.to, self.cc) for who in ([field] if isinstance(field, str) else field)
        )


class _Outbox(msgspec.Struct):
    orderedItems: list[_Activity]  # noqa: N815


class MastodonExport:
    """The public and unlisted posts of a Mastodon export; see `Source`.

    A content warning is kept beside the text, as `Post.warning`. Posts for followers or for mentioned people only are
    counted in `dropped` and never used.

    Raises:
        ArchiveError: when the export is damaged or has no posts in it.
        HandleError: when `handle` is not one at all.
    """

    def __init__(self, files: Files, actor: str, *, handle: str | None = None, name: str | None = None) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.path = files.path
        self._files = files
        self._folder = PurePosixPath(actor).parent
        self._outbox = str(self._folder / "outbox.json")
        if self._outbox not in files.names():
            raise ArchiveError(
                f"{files.path.name} has an actor.json, but no outbox.json beside it: the posts are not there.",
                path=files.path,
                hint="Use the export as it was downloaded (Preferences, Import and export, Data export).",
            )
        self._actor = decode(files, actor, _Actor)
        server = re.match(r"https?://([\w.-]+)", self._actor.id)
        self.account = identity.account(
            files.path.name,
            self.notes,
            platform="mastodon",
            handle=handle,
            name=name,
            own_handle=f"{self._actor.preferredUsername}@{server[1]}" if server else self._actor.preferredUsername,
            own_name=self._actor.name,
            avatar_url=self._actor.icon.url if self._actor.icon else None,
            page=self._actor.url,
        )

    def __iter__(self) -> Iterator[Post]:
        self.dropped.clear()
        outbox = decode(self._files, self._outbox, _Outbox)
        for activity in outbox.orderedItems:
            if not activity.is_open():
                self.dropped[PRIVATE] += 1
            elif activity.type in ("Create", "Announce"):
                yield self._post(activity)

    def avatar(self) -> bytes | None:
        """The picture's bytes, where the export has it."""
        url = self._actor.icon.url if self._actor.icon else None
        name = str(self._folder / url) if url else None
        return bytes(self._files.read(name, AVATAR_LIMIT)) if name and name in self._files.names() else None

    def _post(self, activity: _Activity) -> Post:
        note = activity.object
        try:
            created_at = msgspec.convert(activity.published, datetime)
        except msgspec.ValidationError as error:
            raise ArchiveError(
                f"outbox.json in {self.path.name} is damaged: {error}.",
                path=self.path,
                hint="Download the export again.",
            ) from None
        if activity.type == "Announce" or isinstance(note, str):
            return Post(status_id(activity.id.removesuffix("/activity")), "", created_at, "repost")
        language = next(iter(note.contentMap), None) if note.contentMap else None
        return Post(
            id=status_id(note.id),
            text=html_to_text(note.content or ""),
            created_at=created_at,
            kind=self._kind(note),
            language=code(language),
            warning=note.summary or None,
        )

    def _kind(self, note: _Note) -> Kind:
        if note.inReplyTo and not note.inReplyTo.startswith(f"{self._actor.id}/"):
            return "reply"
        return "quote" if note.quote or note.quoteUri or note.quoteUrl else "original"


def status_id(uri: str) -> str:
    """The number at the end of a status's address, which is its id on its own server; otherwise the address."""
    last = uri.rstrip("/").rpartition("/")[2]
    return last if last.isdigit() else uri
