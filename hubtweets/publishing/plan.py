"""A plan on disk: JSON lines, so that it can be written and read as it goes, and reviewed with any tool.

The first line says what the plan is for, the last how many repos it has: a plan that was cut is no plan. Each line
between is a `PlannedChange`; the card itself is made again when the plan is applied, and must come out the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets._shared import disk
from hubtweets.errors import PlanError, RepoIdError
from hubtweets.hub import repos
from hubtweets.publishing.target import PlannedChange

if TYPE_CHECKING:
    from typing import Self

VERSION = 2


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    """What a run is for: the first line of a plan, and the beginning of a report.

    `scope` is what the verb was given: the organisation of `rerender`, the repo of `publish` and `push`.
    """

    verb: str
    hub: str
    scope: str
    template: str
    on_conflict: str


class _First(Heading, frozen=True, kw_only=True, tag_field="type", tag="plan"):
    version: int = VERSION


class _Last(msgspec.Struct, frozen=True):
    repos: int


class OpenFile:
    """A file that takes its place when `finish` is called and the block ends well, and leaves no trace otherwise."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._finished = False

    def __enter__(self) -> Self:
        self._stack = ExitStack()
        self._file = self._stack.enter_context(disk.writing(self.path))
        return self

    def write(self, data: bytes) -> None:
        """Append to the file."""
        self._file.write(data)

    def finish(self) -> None:
        """The file is whole."""
        self._finished = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is not None or self._finished:
            self._stack.__exit__(kind, error, traceback)
            return
        with suppress(_Unfinished):  # as a block that raises: what was there stays
            self._stack.__exit__(_Unfinished, _Unfinished(), None)


class _Unfinished(Exception):  # noqa: N818  (never seen outside)
    pass


class PlanWriter(OpenFile):
    """Writes a plan as it is made."""

    def __init__(self, path: Path, heading: Heading) -> None:
        super().__init__(path)
        self._heading = heading
        self._repos = 0

    def __enter__(self) -> Self:
        super().__enter__()
        self._line(_First(**msgspec.structs.asdict(self._heading)))
        return self

    def _line(self, value: Any) -> None:
        self.write(msgspec.json.encode(value) + b"\n")

    def add(self, change: PlannedChange) -> None:
        """Append a repo."""
        self._line(change)
        self._repos += 1

    def finish(self) -> None:
        """Append the last line; without it there is no plan."""
        self._line(_Last(self._repos))
        super().finish()


class Plan:
    """A plan that was written before.

    Raises:
        PlanError: when the file is not a plan, or was cut short.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                last = first = file.readline()
                lines = 0
                for line in file:
                    last, lines = line, lines + 1
        except OSError as error:
            raise PlanError(
                f"The plan {path} cannot be read: {error.strerror or error}.",
                path=path,
                hint="Make one with --plan FILE.",
            ) from None
        head: _First = self._decoded(first, _First)
        if head.version != VERSION:
            raise PlanError(
                f"{path} is a plan of version {head.version}, and this hubtweets knows {VERSION}.",
                path=path,
                hint="Make the plan again.",
            )
        try:
            self.repos = msgspec.json.decode(last, type=_Last).repos
        except msgspec.DecodeError:
            self.repos = -1
        if self.repos != lines - 1:
            raise PlanError(f"{path} was cut short, or lines are missing.", path=path, hint="Make the plan again.")
        self.heading: Heading = head

    def changes(self) -> Iterator[PlannedChange]:
        """The repos of the plan, one at a time.

        Raises:
            PlanError: when a line is none, or names a repo that the plan is not for.
        """
        scope = self.heading.scope.lower()
        with self.path.open("rb") as file:
            file.readline()
            for _ in range(self.repos):
                change: PlannedChange = self._decoded(file.readline(), PlannedChange)
                try:
                    repo_id = repos.checked(change.repo_id).lower()
                except RepoIdError:
                    repo_id = ""
                if scope not in (repo_id, repos.parts(repo_id).namespace):
                    raise PlanError(
                        f"{self.path} has a repo that is not of {self.heading.scope}: {change.repo_id!r}.",
                        path=self.path,
                        hint="Make the plan again.",
                    )
                yield change

    def check(self, asked: Heading) -> None:
        """See that the plan is for what was asked for.

        Raises:
            PlanError: when it is for something else.
        """
        for name, what in (
            ("verb", "command"), ("hub", "Hub"), ("scope", "repo or organisation"), ("template", "template"),
            ("on_conflict", "--on-conflict"),
        ):  # fmt: skip
            wanted, planned = getattr(asked, name), getattr(self.heading, name)
            if wanted != planned:
                raise PlanError(
                    f"{self.path} was made for the {what} {planned}, not {wanted}.",
                    path=self.path,
                    hint="Leave that option out, or make a plan anew.",
                )

    def _decoded(self, line: bytes, kind: type[Any]) -> Any:
        try:
            return msgspec.json.decode(line, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise PlanError(
                f"{self.path} is not a plan: {error}.",
                path=self.path,
                hint="A plan is written with --plan FILE, as in: hubtweets rerender ORG --plan FILE",
            ) from None
