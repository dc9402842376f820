"""Progress as people see it: a bar on a terminal; in a log, where nobody sees a bar move, a line now and then."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Column
from rich.text import Text

from hubtweets._shared.progress import Task, duration
from hubtweets.hub.clock import SYSTEM_CLOCK, Clock
from hubtweets.hub.pacing import LONG

AGAIN = 9.0
"""Seconds between two lines of one task in a log, so that no 10 seconds are without one."""

AROUND = 9.5
"""Likewise for work around tasks, which have more to say and so come first."""

_NARROW = 80
"""Columns below which a bar has no room beside what it says."""


def amount(value: float, unit: str) -> str:
    """`value` as people read it: bytes with a binary prefix, everything else with thousands separators."""
    if unit != "bytes":
        return f"{value:,.0f}"
    for prefix in ("B", "KiB", "MiB"):
        if value < 1024:
            return f"{value:,.0f} {prefix}" if prefix == "B" else f"{value:,.1f} {prefix}"
        value /= 1024
    return f"{value:,.1f} GiB"


class Counted(Task):
    """A task that knows how far it is."""

    def __init__(self, label: str, total: float | None, unit: str, clock: Clock) -> None:
        self.done = 0.0
        self.total = total
        self.note = ""
        self._label = label
        self._unit = unit
        self._clock = clock
        self._begin = clock.monotonic()
        self._first: tuple[float, float] | None = None  # when it was told first how much is done, and how much it was

    def advance(self, amount: float = 1) -> None:
        """See `Task.advance`."""
        self.update(completed=self.done + amount)

    def update(self, *, completed: float | None = None, total: float | None = None, note: str | None = None) -> None:
        """See `Task.update`."""
        self.done = self.done if completed is None else completed
        self.total = self.total if total is None else total
        self.note = self.note if note is None else note
        if completed is not None and self._first is None:
            self._first = self._clock.monotonic(), completed

    def amounts(self) -> str:
        """How much is done of how much."""
        if self._unit == "bytes":
            return amount(self.done, "bytes") + (f" of {amount(self.total, 'bytes')}" if self.total else "")
        if not self._unit:
            return ""
        return f"{self.done:,.0f}" + (f"/{self.total:,.0f}" if self.total else "") + f" {self._unit}"

    def line(self) -> str:
        """Where it is: `Training: 120/480 steps, loss 3.204, 4 min left`."""
        return f"{self._label}: {', '.join(filter(None, [self.amounts(), self.note, self._time()]))}"

    def ended(self) -> str:
        """The same when it is over, with the time that it took."""
        took = f"{self._clock.monotonic() - self._begin:.1f} s"
        return f"{self._label}: {', '.join(filter(None, [self.amounts(), self.note, took]))}"

    def _time(self) -> str:
        now = self._clock.monotonic()
        if self._first is not None and self.total:
            since, before = self._first
            if self.done > before and self.done < self.total:
                return f"{duration((now - since) / (self.done - before) * (self.total - self.done))} left"
        minutes, seconds = divmod(round(now - self._begin), 60)
        return f"{minutes} min {seconds} s so far" if minutes else f"{seconds} s so far"


class _Bar(Counted):
    def __init__(self, progress: Progress, label: str, total: float | None, unit: str, clock: Clock) -> None:
        super().__init__(label, total, unit, clock)
        self._progress = progress
        self._id = progress.add_task("", total=total, amount="", note="")

    def update(self, *, completed: float | None = None, total: float | None = None, note: str | None = None) -> None:
        super().update(completed=completed, total=total, note=note)
        self._progress.update(
            self._id, completed=self.done, total=self.total, amount=self.amounts(), note=Text(self.note, "dim")
        )

    def finish(self) -> None:
        """Fill the bar of a task that never knew how much there was."""
        self._progress.update(self._id, completed=1, total=1)


@contextmanager
def bar(console: Console, label: str, total: float | None, unit: str, clock: Clock = SYSTEM_CLOCK) -> Iterator[Task]:
    """A live bar on a terminal; elsewhere lines while it takes long, and one with the result when it ends well."""
    if not console.is_terminal:
        task = Counted(label, total, unit, clock)
        with reported(task.line, console, clock, first=LONG, again=AGAIN):
            yield task
        console.print(task.ended(), markup=False)
        return
    with Progress(*_columns(console.width, label), console=console, refresh_per_second=8) as progress:
        drawn = _Bar(progress, label, total, unit, clock)
        yield drawn
        if drawn.total is None:
            drawn.finish()


@contextmanager
def signs_of_life(console: Console, label: str, clock: Clock = SYSTEM_CLOCK) -> Iterator[None]:
    """Lines in a log while the block takes long; on a terminal it has a bar of its own."""
    if console.is_terminal:
        yield
        return
    with reported(Counted(label, None, "", clock).line, console, clock):
        yield


@contextmanager
def reported(
    line: Callable[[], str],
    console: Console,
    clock: Clock = SYSTEM_CLOCK,
    *,
    first: float = AROUND,
    again: float = AROUND,
) -> Iterator[None]:
    """Print a line whenever nothing was printed for so many seconds, as long as the block runs."""
    over = threading.Event()

    def tell() -> None:
        wanted = wait = first
        while not clock.sleep(wait, over):
            silent = clock.monotonic() - getattr(console, "printed_at", -AROUND)
            if silent < wanted:  # something else was told: a task inside this one has lines of its own
                wait = wanted - silent
                continue
            console.print(line(), markup=False)
            wanted = wait = again

    thread = threading.Thread(target=tell, name="signs-of-life", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _columns(width: int, label: str) -> list[ProgressColumn]:
    """What stands beside each other; on a narrow terminal without the bar, in words that go on in a second line."""
    spinner, left = (
        SpinnerColumn(finished_text="[green]✓[/]"),
        TimeRemainingColumn(compact=True, elapsed_when_finished=True),
    )
    label = label.replace("{", "{{").replace("}", "}}")  # these are templates
    if width < _NARROW:
        told = f"{label} {{task.fields[amount]}} {{task.fields[note]}}"
        return [spinner, TextColumn(told, markup=False, table_column=Column(ratio=1, overflow="fold")), left]
    return [
        spinner,
        TextColumn(f"{label:<28}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[amount]}", markup=False),
        left,
        TextColumn("{task.fields[note]}", markup=False),
    ]
