"""Posts that were paid for, kept on this machine: one Parquet file for each span of ids that was read without a gap.

A file's name is the span, `LOW-HIGH.parquet`: every post of the account with an id from LOW to HIGH is in it. So a read
that stopped goes on where it was, and nothing is asked for twice.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from hubtweets.errors import ArchiveError, MissingExtraError
from hubtweets.posts.contract import Kind, Post
from hubtweets.posts.formats import _parquet_writer as parquet
from hubtweets.posts.formats.parquet import ParquetRows


class Paid(msgspec.Struct, frozen=True):
    """A post as it is kept; `replaces` are the ids of earlier versions of an edited one.

    `left_out` is why it is never given, where it is not for everybody: paid for it is, and its text is not kept.
    """

    id: str
    created_at: str | None
    text: str
    kind: Kind
    language: str | None
    replaces: list[str]
    left_out: str | None = None

    def post(self) -> Post:
        """The post as sources give it."""
        created_at = msgspec.convert(self.created_at, datetime) if self.created_at else None
        return Post(self.id, self.text, created_at, self.kind, self.language)


def check_installed() -> None:
    """To be called before anything is paid for.

    Raises:
        MissingExtraError: when `datasets`, which writes the files, is not installed.
    """
    if importlib.util.find_spec("datasets") is None:
        raise MissingExtraError("Keeping what was read from X", extra="x")


def _is_older(version: str, than: str) -> bool:
    return (len(version), version) < (len(than), than)


class Span(NamedTuple):
    """Ids from `low` to `high`, both included."""

    low: int
    high: int


class Pages:
    """The spans of one account. Without a folder they are only remembered. `damaged` files count as not there."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._pages: dict[Span, list[Paid]] = {}
        self.damaged: list[Path] = []

    @contextmanager
    def alone(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Pages are read and added inside this only; `waiting` is called where another process is, and then it waits.

        Two that read the same account at once would both pay.
        """
        if self._folder is None:
            yield
            return
        from filelock import FileLock, Timeout

        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(self._folder / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire()
        try:
            self._load(self._folder)
            yield
        finally:
            lock.release()

    def _load(self, folder: Path) -> None:
        self._pages, self.damaged = {}, []
        for file in folder.glob("[0-9]*-[0-9]*.parquet"):
            low, _, high = file.stem.partition("-")
            try:
                self._pages[Span(int(low), int(high))] = [msgspec.convert(row, Paid) for row in ParquetRows(file)]
            except (ArchiveError, ValueError):
                self.damaged.append(file)

    def __iter__(self) -> Iterator[Paid]:
        """Every post, newest first, without versions that were edited later."""
        posts = {post.id: post for page in self._pages.values() for post in page}
        # Each version names all of them: the newest one that is here is not replaced by those before it.
        replaced = {id_ for post in posts.values() for id_ in post.replaces if _is_older(id_, post.id)}
        return iter(
            sorted((post for post in posts.values() if post.id not in replaced), key=lambda post: -int(post.id))
        )

    def count(self, span: Span) -> int:
        """How many posts are there from `span.low` to `span.high`."""
        return sum(1 for post in self if span.low <= int(post.id) <= span.high)

    def spans(self) -> list[Span]:
        """What is there without a gap, newest first."""
        merged: list[Span] = []
        for span in sorted(self._pages, reverse=True, key=lambda span: span.high):
            if merged and span.high >= merged[-1].low - 1:
                merged[-1] = Span(min(span.low, merged[-1].low), merged[-1].high)
            else:
                merged.append(span)
        return merged

    def add(self, span: Span, posts: Sequence[Paid]) -> None:
        """Keep a page, at once and as a whole."""
        if span.low > span.high:
            return
        self._pages[span] = list(posts)
        self._write(span, posts)

    def compact(self) -> None:
        """Join the files of spans that touch, and remove damaged ones."""
        posts = sorted((post for page in self._pages.values() for post in page), key=lambda post: -int(post.id))
        once = {post.id: post for post in posts}.values()
        joined = {span: [post for post in once if span.low <= int(post.id) <= span.high] for span in self.spans()}
        for span, page in joined.items():
            if span not in self._pages:
                self._write(span, page)
        for span in self._pages.keys() - joined.keys():
            if self._folder is not None:
                self._file(span).unlink(missing_ok=True)
        self._pages = joined
        for file in self.damaged:
            if self._folder is not None and file not in map(self._file, joined):
                file.unlink(missing_ok=True)

    def _file(self, span: Span) -> Path:
        assert self._folder is not None  # noqa: S101  (its callers ask)
        return self._folder / f"{span.low}-{span.high}.parquet"

    def _write(self, span: Span, posts: Sequence[Paid]) -> None:
        if self._folder is None:
            return
        types: dict[str, Any] = dict.fromkeys(Paid.__struct_fields__, "string") | {"replaces": ["string"]}
        parquet.write(self._file(span), {key: [getattr(post, key) for post in posts] for key in types}, types)
