"""What a retraction has done: its receipt, and the file that a command which was killed goes on from."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

import msgspec

from hubtweets._shared import disk
from hubtweets.errors import LedgerError
from hubtweets.record import TrackedRun

BEYOND_US = "what nobody can remove"
"""The step of a receipt that lists copies in other people's hands."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a retraction. `done` says what was removed, `left` what could not be, each in words."""

    name: str
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a retraction did: `on` is the day (YYYY-MM-DD). Nobody who asked is named."""

    repo_id: str
    on: str
    steps: tuple[Step, ...]
    deleted_repo: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing of ours is left that could still be removed."""
        return not any(step.left for step in self.steps if step.name != BEYOND_US)

    def text(self) -> str:
        """The receipt to hand to the person who asked."""
        lines = [f"Taken down: {self.repo_id}, on {self.on}", ""]
        for step in self.steps:
            lines.append(f"{step.name}:")
            lines += [f"  removed: {item}" for item in step.done] or ([] if step.left else ["  nothing was there"])
            lines += [f"  left: {item}" for item in step.left]
        return "\n".join(lines) + "\n"


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What nobody can tell any more when the work has begun: what the card said, and the names of the large files, by
    the SHA-256 of their content."""

    handles: tuple[str, ...] = ()
    fingerprint: str | None = None
    tracked: tuple[TrackedRun, ...] = ()
    large_files: dict[str, str] = {}


class RetractionLedger(msgspec.Struct, kw_only=True):
    """The steps of one retraction, in a file that only the user may read; it is removed when the work is done.

    An item is written down before it is removed, so that the receipt has it whenever the command is killed.
    """

    repo_id: str
    on: str
    seen: Seen | None = None
    steps: dict[str, Step] = {}
    path: str = ""

    @classmethod
    def open(cls, folder: Path, hub: str, repo_id: str, day: str) -> Self:
        """The ledger of a retraction that did not end, or a new one.

        Args:
            folder: where such files are.
            hub: the address of the Hub.

        Raises:
            LedgerError: when it cannot be read.
        """
        path = folder / f"{disk.sha256(f'{hub} {repo_id.lower()}')[:32]}.json"
        try:
            begun = msgspec.json.decode(path.read_bytes(), type=cls)
        except FileNotFoundError:
            return cls(repo_id=repo_id, on=day, path=str(path))
        except (OSError, msgspec.DecodeError) as error:
            raise LedgerError(
                f"What was done already of taking {repo_id} down cannot be read: {path}: {error}.",
                path=path,
                hint="Move the file away; what is there to do is then told from the Hub alone.",
            ) from None
        return msgspec.structs.replace(begun, path=str(path))

    def begin(self, name: str) -> StepLog:
        """The step of that name, with what an earlier command did of it; what it had to leave is tried again."""
        before = self.steps.get(name, Step(name=name))
        self.steps[name] = msgspec.structs.replace(before, left=())
        return StepLog(self, name)

    def write(self) -> None:
        """Keep it."""
        disk.private_folder(Path(self.path).parent)
        disk.write_bytes(Path(self.path), msgspec.json.encode(self), private=True)

    def close(self) -> None:
        """Remove it."""
        with suppress(FileNotFoundError):
            Path(self.path).unlink()


class StepLog:
    """What one step says of its items."""

    def __init__(self, ledger: RetractionLedger, name: str) -> None:
        self._ledger = ledger
        self._name = name
        self._now: set[str] = set()

    def removing(self, *items: str) -> None:
        """These are about to be removed."""
        self._now.update(items)
        self._keep(self._step.done + items, self._step.left)

    def settle(self, done: Sequence[str], left: Sequence[str]) -> None:
        """How it ended: of what was about to be removed, only `done` is gone."""
        gone = [item for item in self._step.done if item not in self._now or item in done]
        self._keep([*gone, *done], left)

    @property
    def _step(self) -> Step:
        return self._ledger.steps[self._name]

    def _keep(self, done: Sequence[str], left: Sequence[str]) -> None:
        new = Step(name=self._name, done=tuple(dict.fromkeys(done)), left=tuple(left))
        if new != self._step:
            self._ledger.steps[self._name] = new
            self._ledger.write()
