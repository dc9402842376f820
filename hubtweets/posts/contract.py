"""What a source is, and the one form of post that all of them give."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal, Protocol, runtime_checkable

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.record import Account

Kind = Literal["original", "reply", "quote", "repost"]

NO_ID = "row-"
"""What the id of a post begins with that has none where it comes from, and gets its place there instead."""

_UNDATED = datetime.min.replace(tzinfo=UTC)


class Post(msgspec.Struct, frozen=True, gc=False):
    """One tweet, skeet or toot.

    `text` is plain text (no markup, long forms already joined), as the account wrote it. `created_at` has a time zone,
    or is None where the source does not say. `language` is a lower-case BCP-47 code, or None.
    `warning` is the content warning that the post is behind; it is not part of the text.
    An answer to oneself (a thread) is an `original`; `repost` is somebody else's post, passed on.
    """

    id: str
    text: str
    created_at: datetime | None = None
    kind: Kind = "original"
    language: str | None = None
    warning: str | None = None


@runtime_checkable
class Source(Protocol):
    """Where one account's posts come from. Iterating reads them; it may be done more than once.

    A source may also have `notes`, a list of sentences worth telling the user, complete when the iteration ends;
    `cost`, the US dollars that reading has cost so far; `dropped`, which counts posts that it never gives, by the
    reason; `avatar()`, which gives the picture's bytes or None; and `live`, true where it shows its own progress.

    `account` has everything but `counts` and `newest_post`; it may cost a request.
    """

    @property
    def account(self) -> Account: ...

    def __iter__(self) -> Iterator[Post]: ...


def in_order(posts: Iterable[Post]) -> list[Post]:
    """Each post once, oldest first; of two with one id the first is taken.

    Posts of the same second are ordered by id: in numeric order where ids are numbers. Times without a zone are taken
    to be in UTC.
    """
    once = {post.id: post for post in reversed([_zoned(post) for post in posts])}
    ordered = sorted(once.values(), key=lambda post: post.id.rjust(24))
    ordered.sort(key=lambda post: post.created_at or _UNDATED)
    return ordered


def _zoned(post: Post) -> Post:
    if post.created_at is None or post.created_at.tzinfo is not None:
        return post
    return msgspec.structs.replace(post, created_at=post.created_at.replace(tzinfo=UTC))


class OrderedSource:
    """A source that is read once and whose posts come `in_order`, whatever order the one inside has."""

    def __init__(self, source: Source) -> None:
        self.source = source

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
        return dict(getattr(self.source, "dropped", {}))

    @property
    def cost(self) -> float:
        """See `Source`."""
        return float(getattr(self.source, "cost", 0))

    @property
    def live(self) -> bool:
        """See `Source`."""
        return bool(getattr(self.source, "live", False))

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
        return in_order(self.source)

    def __iter__(self) -> Iterator[Post]:
        return iter(self.posts)
