"""The contract: what a source is, the one form of post that all of them give, and how sources and formats are offered.

A module of `sources/` or `formats/`, and an entry point of the group `hubtweets.sources`, offer one of three things:
`NetworkSource` (a word before a colon), `ArchiveFormat` (a zip or folder of files) or `TableFormat` (a file of rows).
The built-in ones are found in the same way: each module there has it as `SOURCE` or `FORMAT`.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import compress, count, islice
from operator import attrgetter, eq
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol, runtime_checkable

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.record import Account

Kind = Literal["original", "reply", "quote", "repost"]

NO_ID = "row-"
"""What the id of a post begins with that has none where it comes from, and gets its place there instead."""

_UNDATED = datetime.min.replace(tzinfo=UTC)
_ID, _MOMENT, _ZONE = attrgetter("id"), attrgetter("created_at"), attrgetter("created_at.tzinfo")


class Post(msgspec.Struct, frozen=True, gc=False):
    """One tweet, skeet or toot.

    `text` is plain text (no markup, long forms already joined), as the account wrote it. `created_at` has a time zone,
    or is None where the source does not say. `language` is a lower-case BCP-47 code, or None.
    `warning` is the content warning that the post is behind; it is not part of the text.
    An answer to oneself (a thread) is an `original`, and `answers` the id of the post before it, where the source says;
    `repost` is somebody else's post, passed on.
    """

    id: str
    text: str
    created_at: datetime | None = None
    kind: Kind = "original"
    language: str | None = None
    warning: str | None = None
    answers: str | None = None


@runtime_checkable
class Source(Protocol):
    """Where one account's posts come from. Iterating reads them; it may be done more than once.

    A source may also have `notes`, a list of sentences worth telling the user, complete when the iteration ends;
    `cost`, the US dollars that reading has cost so far; `dropped`, which counts posts that it never gives, by the
    reason; `form`, what it was taken for, in words; `avatar()`, which gives the picture's bytes or None; `live`, true
    where it shows its own progress; `own_handle`, whose posts the source itself says they are; and `consent_signal`,
    what the account has declared (see `ConsentSignal`), both known before a post is read.

    `account` has everything but `counts` and `newest_post`; it may cost a request.
    """

    @property
    def account(self) -> Account: ...

    def __iter__(self) -> Iterator[Post]: ...


Row = dict[str, Any]


class ConsentSignal(NamedTuple):
    """What an account has declared about models made of its posts: `allow` or `deny`, and where it says so."""

    intent: Literal["allow", "deny"]
    source: str


class Files(Protocol):
    """The files of one archive, by their names with forward slashes."""

    path: Path

    def names(self) -> list[str]: ...

    def head(self, name: str) -> bytes:
        """The first 4,096 bytes of the file, or all of a shorter one; refuses what `read` would refuse."""
        ...

    def read(self, name: str, limit: int = ...) -> bytes | bytearray:
        """The whole file.

        Raises:
            ArchiveTooLargeError: when it has more than `limit` bytes.
            ArchiveError: when it is damaged or lies outside the archive.
        """
        ...

    def pieces(self, name: str, limit: int = ...) -> Iterator[bytes]:
        """The file piece by piece; raises what `read` raises."""
        ...


class NetworkSource(NamedTuple):
    """A service that posts are read from: `word` stands before the colon of a SPEC, `example` shows one.

    `open(rest, *, handle, name, reading, progress)` gives the source of what stands after the colon.
    """

    word: str
    open: Callable[..., Source]
    example: str


class ArchiveFormat(NamedTuple):
    """A form of archive or export, in a zip, a tar, a folder or one file.

    `find(files)` gives the files that each archive of this form is known by, one for each;
    `open(files, found, *, handle, name, reading)` gives the source of what was found, where that is not empty. Forms
    with a higher `rank` are asked first.
    """

    title: str
    find: Callable[[Files], Sequence[str]]
    open: Callable[..., Source]
    rank: int = 0


class TableFormat(NamedTuple):
    """A kind of file with a post in each row, known by the end of its name (also with `.gz` behind it).

    `rows(path)` iterates over dicts with the file's own names of columns. It may have `trouble`, which counts what
    could not be used by what is wrong with it, and `notes`, sentences to tell; both are complete when the iteration
    ends.
    """

    title: str
    suffixes: tuple[str, ...]
    rows: Callable[[Path], Iterable[Row]]


TWICE = "there more than once"
OTHER_TEXT = "there more than once, with other words"
EARLIER = "earlier versions of edited posts"


def in_order(posts: Iterable[Post], repeated: Counter[str] | None = None) -> list[Post]:
    """Each post once, oldest first; of two with one id the first is taken, and `repeated` counts the other.

    Posts of the same second are ordered by id: in numeric order where ids are numbers. Times without a zone are taken
    to be in UTC.
    """
    ordered = list(posts)
    if len(set(map(_ID, ordered))) < len(ordered):
        ordered = _each_once(ordered, repeated)
    try:
        zoned = all(map(_ZONE, ordered))
    except AttributeError:  # a post without a date
        zoned = False
    if not zoned:
        ordered = [_zoned(post) for post in ordered]
    ordered.sort(key=_MOMENT if zoned else lambda post: post.created_at or _UNDATED)
    # Ids are compared within a moment only: as keys of all posts they would be half of the memory.
    moments, end = list(map(_MOMENT, ordered)), 0
    for begin in compress(count(), map(eq, moments, islice(moments, 1, None))):
        if begin >= end:
            end = next((at for at in range(begin, len(moments)) if moments[at] != moments[begin]), len(moments))
            ordered[begin:end] = sorted(ordered[begin:end], key=lambda post: post.id.rjust(24))
    return ordered


def _each_once(posts: Iterable[Post], repeated: Counter[str] | None) -> list[Post]:
    once: dict[str, Post] = {}
    for post in posts:
        first = once.setdefault(post.id, post)
        if first is not post and repeated is not None:
            repeated[TWICE if first.text == post.text else OTHER_TEXT] += 1
    return list(once.values())


def _zoned(post: Post) -> Post:
    moment = post.created_at
    if moment is None or moment.tzinfo is not None:
        return post
    return msgspec.structs.replace(post, created_at=moment.replace(tzinfo=UTC))


class OrderedSource:
    """A source that is read once and whose posts come `in_order`, whatever order the one inside has."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._repeated: Counter[str] = Counter()

    @property
    def account(self) -> Account:
        """See `Source`."""
        return self.source.account

    @property
    def notes(self) -> list[str]:
        """See `Source`."""
        return list(getattr(self.source, "notes", ()))

    @property
    def dropped(self) -> dict[str, int]:
        """See `Source`."""
        return {**getattr(self.source, "dropped", {}), **self._repeated}

    @property
    def cost(self) -> float:
        """See `Source`."""
        return float(getattr(self.source, "cost", 0))

    @property
    def live(self) -> bool:
        """See `Source`."""
        return bool(getattr(self.source, "live", False))

    @property
    def own_handle(self) -> str | None:
        """See `Source`."""
        return getattr(self.source, "own_handle", None)

    @property
    def form(self) -> str | None:
        """See `Source`."""
        return getattr(self.source, "form", None)

    @property
    def consent_signal(self) -> ConsentSignal | None:
        """See `Source`."""
        return getattr(self.source, "consent_signal", None)

    def avatar(self) -> bytes | None:
        """See `Source`; a picture that is damaged or far too large is none."""
        read = getattr(self.source, "avatar", None)
        try:
            return read() if read is not None else None
        except ArchiveError:
            return None

    @functools.cached_property
    def posts(self) -> list[Post]:
        """All posts, read when first asked for."""
        return in_order(self.source, self._repeated)

    def __iter__(self) -> Iterator[Post]:
        return iter(self.posts)
