"""How long work reports where it is, without knowing who watches.

The rooms take a `Progress` and call it; `hubtweets.cli` draws it with rich bars, and the default says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class Task:
    """One piece of long work. `total` and `advance` are in the unit that the task was started with."""

    def advance(self, amount: float = 1) -> None:
        """Say that `amount` more is done."""

    def update(self, *, completed: float | None = None, total: float | None = None, note: str | None = None) -> None:
        """Set what is done, what there is in all, or a short note such as the current loss."""


class Progress:
    """Reports nothing; the base of those that do."""

    @contextmanager
    def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
        """A task for as long as the `with` block runs; `unit` is `posts`, `steps`, `bytes` …"""
        yield Task()

    @contextmanager
    def alive(self, label: str) -> Iterator[None]:
        """Long work that draws a bar of its own on a terminal, such as a transfer; elsewhere it is told of."""
        yield

    def note(self, text: str) -> None:
        """One line worth knowing that belongs to no task."""

    def warn(self, text: str) -> None:
        """One line that the user should act on."""


SILENT = Progress()


def duration(seconds: float) -> str:
    """`2 h 10 min`, `12 min` or `40 s`."""
    if seconds < 59.5:
        return f"{max(1, round(seconds))} s"
    minutes = max(1, round(seconds / 60))
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
