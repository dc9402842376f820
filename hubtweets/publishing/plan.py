"""A plan on disk: JSON lines, so that it can be written and read as it goes, and reviewed with any tool.

The first line says what the plan is for, the last how many repos it has: a plan that was cut is no plan. Each line
between holds a repo, what is to become of it, the commit that was looked at, and the SHA-256 of the card to be; the
card itself is made again when the plan is applied, and must come out the same.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

import msgspec

from hubtweets.errors import PlanError
from hubtweets.publishing.target import Kind

if TYPE_CHECKING:
    from typing import Self

VERSION = 1


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line; `plan` is the version of the form that the others have."""

    plan: int
    hub: str
    organisation: str
    template: str
    on_conflict: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One repo. `digest` is the SHA-256 of the card to be; without one nothing is to be changed."""

    repo_id: str
    kind: Kind
    sha: str | None = None
    why: str | None = None
    digest: str | None = None
    diff: str | None = None
    conflicts: tuple[dict[str, Any], ...] = ()


class _Tail(msgspec.Struct, frozen=True):
    repos: int


def digest(text: str) -> str:
    """The SHA-256 of a card."""
    return hashlib.sha256(text.encode()).hexdigest()


def unified(before: str, after: str) -> str:
    """What changes, as a unified diff."""
    old, new = (text.splitlines(keepends=True) for text in (before, after))
    pieces = difflib.unified_diff(old, new, "README.md on the Hub", "README.md as planned", n=2)
    return "".join(piece if piece.endswith("\n") else f"{piece}\n\\ No newline at end of file\n" for piece in pieces)


class Atomic:
    """A file that appears whole when the block ends well, and not at all otherwise."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._part = path.with_name(f".{path.name}.part")

    def __enter__(self) -> Self:
        self._file: IO[bytes] = self._part.open("wb")
        return self

    def write(self, data: bytes) -> None:
        """Append to the file."""
        self._file.write(data)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()
        if kind is None:
            self._part.replace(self.path)
        else:
            self._part.unlink(missing_ok=True)


class PlanWriter(Atomic):
    """Writes a plan as it is made."""

    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self._head = head
        self._repos = 0

    def __enter__(self) -> Self:
        super().__enter__()
        self._line(self._head)
        return self

    def _line(self, value: Any) -> None:
        self.write(msgspec.json.encode(value) + b"\n")

    def add(self, entry: Entry) -> None:
        """Append a repo."""
        self._line(entry)
        self._repos += 1

    def finish(self) -> None:
        """Append the last line; without it the plan cannot be applied."""
        self._line(_Tail(self._repos))


def read_head(path: Path) -> Head:
    """What a plan is for.

    Raises:
        PlanError: when the file is not a plan, or cut short.
    """
    count(path)
    with path.open("rb") as file:
        head: Head = _decode(path, file.readline(), Head)
    return head


def read_entries(path: Path) -> Iterator[Entry]:
    """The repos of a plan, one at a time.

    Raises:
        PlanError: when a line is none, or names a repo of somebody else.
    """
    with path.open("rb") as file:
        head: Head = _decode(path, file.readline(), Head)
        before = file.readline()
        for line in file:  # all but the last one
            entry: Entry = _decode(path, before, Entry)
            namespace, _, name = entry.repo_id.partition("/")
            if namespace.lower() != head.organisation.lower() or not re.fullmatch(r"\w[\w.-]*", name, re.ASCII):
                raise PlanError(f"{path} has a repo that is not of {head.organisation}: {entry.repo_id!r}.", path=path)
            yield entry
            before = line


def count(path: Path) -> int:
    """How many repos a plan has.

    Raises:
        PlanError: when the file is not a plan, or cut short.
    """
    try:
        with path.open("rb") as file:
            lines = 0
            last = first = file.readline()
            for line in file:
                last = line
                lines += 1
    except OSError as error:
        raise PlanError(f"The plan {path} cannot be read: {error.strerror or error}.", path=path) from None
    head = _decode(path, first, Head)
    if head.plan != VERSION:
        raise PlanError(f"{path} is a plan of version {head.plan}, and this hubtweets knows {VERSION}.", path=path)
    try:
        tail = msgspec.json.decode(last, type=_Tail)
    except msgspec.DecodeError:
        tail = None
    if tail is None or tail.repos != lines - 1:
        raise PlanError(f"{path} was cut short, or lines are missing.", path=path, hint="Make the plan again.")
    return tail.repos


def _decode(path: Path, line: bytes, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PlanError(
            f"{path} is not a plan of a batch: {error}.",
            path=path,
            hint="A plan is written by: hubtweets rerender ORG --plan FILE",
        ) from None
