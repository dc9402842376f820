"""The models of a run with trainings, each with its state: as a table that is drawn anew, or as JSON Lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from hubtweets._shared.text import spelled_out_line
from hubtweets.cli import output
from hubtweets.publishing.apply import Observer
from hubtweets.publishing.target import Progression, State

if TYPE_CHECKING:
    from rich.console import RenderableType

MOST_ROWS = 16
"""Models that the table shows; of the others there are numbers."""

_STYLES = {"training": "cyan", "uploading": "blue", "done": "green", "failed": "bold red", "waiting": "dim"}
_FIRST = ("training", "uploading", "failed", "waiting", "done")
"""What is shown where not everything can be."""


class JsonLines(Observer):
    """A line for each new state."""

    def comes_to(self, progression: Progression) -> None:
        """See `Observer.comes_to`."""
        told: dict[str, Any] = msgspec.to_builtins(progression)
        output.print_json_line({**told.pop("outcome", {}), **told})


class Table:
    """The models that have to be trained; those that need nothing are not in it."""

    def __init__(self) -> None:
        self._models: dict[str, Progression] = {}

    def comes_to(self, progression: Progression) -> None:
        """Keep the new state of a model."""
        if progression.state in ("done", "failed") and progression.repo_id not in self._models:
            return
        self._models[progression.repo_id] = progression

    def drawn(self) -> list[RenderableType]:
        """The rows, those first where something happens, and how many models are in which state."""
        from rich.table import Table as Rows
        from rich.text import Text

        models = list(self._models.values())
        if not models:
            return []
        counted = Counter(one.state for one in models)
        models.sort(key=lambda one: _FIRST.index(one.state))
        rows = Rows.grid(padding=(0, 2))
        for one in models[:MOST_ROWS]:
            rows.add_row(Text(one.repo_id), Text(one.state, _STYLES[one.state]), Text(_told(one), "dim"))
        told = ", ".join(f"{counted[state]:,} {state}" for state in get_args(State) if counted[state])
        return [rows, Text(told, "dim")]


def line(one: Progression) -> str:
    """Where a model is, as one line."""
    return spelled_out_line(", ".join(filter(None, [f"{one.repo_id}: {one.state}", _told(one)])))


def _told(one: Progression) -> str:
    if one.outcome is not None:
        return spelled_out_line(one.outcome.reason or (one.outcome.commit or "")[:12])[:100]
    parts = []
    if one.step is not None:
        parts.append(f"step {one.step:,}" + (f" of {one.steps:,}" if one.steps else ""))
    if one.loss is not None:
        parts.append(f"loss {one.loss:.3f}")
    if one.seconds_left is not None:
        minutes, seconds = divmod(round(one.seconds_left), 60)
        parts.append(f"{minutes:,}:{seconds:02} left")
    return ", ".join(parts)
