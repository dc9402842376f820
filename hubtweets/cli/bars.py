"""The rich progress bar behind `output.RichProgress`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from hubtweets._shared.progress import Task


def amount(value: float, unit: str) -> str:
    """`value` as people read it: bytes with a binary prefix, everything else with thousands separators."""
    if unit != "bytes":
        return f"{value:,.0f}"
    for prefix in ("B", "KiB", "MiB"):
        if value < 1024:
            return f"{value:,.0f} {prefix}" if prefix == "B" else f"{value:,.1f} {prefix}"
        value /= 1024
    return f"{value:,.1f} GiB"


class _Bar(Task):
    def __init__(self, progress: Progress, total: float | None, unit: str) -> None:
        self.done = 0.0
        self.total = total
        self.unit = unit
        self.note = ""
        self._progress = progress
        self._id = progress.add_task("", total=total, amount="", note="")

    def advance(self, amount: float = 1) -> None:
        self.update(completed=self.done + amount)

    def update(self, *, completed: float | None = None, total: float | None = None, note: str | None = None) -> None:
        self.done = self.done if completed is None else completed
        self.total = self.total if total is None else total
        self.note = self.note if note is None else note
        self._progress.update(
            self._id, completed=self.done, total=self.total, amount=self.amounts(), note=Text(self.note, "dim")
        )

    def finish(self) -> None:
        """Fill the bar of a task that never knew how much there was."""
        self._progress.update(self._id, completed=1, total=1)

    def amounts(self) -> str:
        if self.unit == "bytes":
            return amount(self.done, "bytes") + (f" of {amount(self.total, 'bytes')}" if self.total else "")
        if not self.unit:
            return ""
        return f"{self.done:,.0f}" + (f"/{self.total:,.0f}" if self.total else "") + f" {self.unit}"


@contextmanager
def bar(console: Console, label: str, total: float | None, unit: str) -> Iterator[Task]:
    """A live bar on a terminal; elsewhere (logs, CI) one line with the result when the block ends well."""
    columns = (
        SpinnerColumn(finished_text="[green]✓[/]"),
        TextColumn(f"{label:<28}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[amount]}", markup=False),
        TimeRemainingColumn(compact=True, elapsed_when_finished=True),
        TextColumn("{task.fields[note]}", markup=False),
    )
    start = time.monotonic()
    with Progress(*columns, console=console, disable=not console.is_terminal, refresh_per_second=8) as progress:
        task = _Bar(progress, total, unit)
        yield task
        if task.total is None:
            task.finish()
    if not console.is_terminal:
        details = ", ".join(filter(None, [task.amounts().strip(), task.note, f"{time.monotonic() - start:.1f} s"]))
        console.print(f"{label}: {details}", markup=False)
