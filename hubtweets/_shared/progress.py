"""How long work reports where it is, without knowing who watches.

The rooms take a `Progress` and call it; `hubtweets.cli` draws it with rich bars, Python's functions warn and show bars
in a notebook, and the base says nothing.
"""

from __future__ import annotations

import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hubtweets._shared.text import spelled_out
from hubtweets.errors import HubtweetsWarning

_PACKAGE = str(Path(__file__).parent.parent)


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


class PythonProgress(Progress):
    """What Python's functions do unless they are given another: warn with `HubtweetsWarning`, and in a notebook show
    bars and what is worth knowing."""

    @contextmanager
    def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
        """See `Progress.task`."""
        if not _in_notebook():
            yield Task()
            return
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it advises on packages; its bar of text is as good
            from tqdm.auto import tqdm  # type: ignore[import-untyped]

            shown: Any = tqdm(total=total, desc=spelled_out(label), unit=f" {unit}", unit_scale=unit == "bytes")
        with shown as bar:
            yield _NotebookBar(bar)

    def note(self, text: str) -> None:
        """See `Progress.note`."""
        if _in_notebook():
            print(spelled_out(text))  # noqa: T201  (below the cell)

    def warn(self, text: str) -> None:
        """See `Progress.warn`."""
        warnings.warn(spelled_out(text), HubtweetsWarning, stacklevel=_levels_to_the_caller())


IN_PYTHON = PythonProgress()


class _NotebookBar(Task):
    def __init__(self, bar: Any) -> None:
        self._bar = bar

    def advance(self, amount: float = 1) -> None:
        self._bar.update(amount)

    def update(self, *, completed: float | None = None, total: float | None = None, note: str | None = None) -> None:
        if total is not None and total != self._bar.total:
            self._bar.reset(total=total)
        if note is not None:
            self._bar.set_postfix_str(spelled_out(note), refresh=False)
        if completed is not None:
            self._bar.update(completed - self._bar.n)


def _in_notebook() -> bool:
    """Whether this is a kernel of Jupyter, Colab or Kaggle."""
    get_ipython = getattr(sys.modules.get("IPython"), "get_ipython", None)
    return get_ipython is not None and hasattr(get_ipython(), "kernel")


def _levels_to_the_caller() -> int:
    """How far up the code is that called this package: the place that a warning names."""
    levels, frame = 1, sys._getframe(1)
    while frame.f_code.co_filename.startswith(_PACKAGE) and frame.f_back is not None:
        levels, frame = levels + 1, frame.f_back
    if frame.f_code.co_filename == threading.__file__:  # one of our threads, which nobody's code called
        levels -= 1
    return levels


def duration(seconds: float) -> str:
    """`2 h 10 min`, `12 min` or `40 s`."""
    if seconds < 59.5:
        return f"{max(1, round(seconds))} s"
    minutes = max(1, round(seconds / 60))
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
