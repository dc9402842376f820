"""What a tracker is: one class behind five verbs for a run, and three for what is at the server already.

A tracker comes from the entry point group `hubtweets.trackers`, the built-in ones too. It is made and used in a process
of its own (`worker`), one call after another, so that it may take its time, hang or crash without holding up the
training. Every call may raise: the message reaches the user as a warning, and the tracker is left alone afterwards.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from hubtweets.errors import UsageError
from hubtweets.record import Scalar

GROUP = "hubtweets.trackers"
"""The entry point group: the name is what stands after `--track`, the value a class that keeps to `Tracker`."""

Role = Literal["data", "training"]

PROJECT = "huggingtweets"


class TrackingConfig(msgspec.Struct, frozen=True, kw_only=True):
    """Which trackers a training reports to, and what they may be told.

    Args:
        trackers: names in the entry point group, such as `wandb`, `wandb-offline` or `trackio`.
        project: the project of the runs; default what the tracker's own variable says, or `huggingtweets`.
        entity: the W&B user or team; default `WANDB_ENTITY`, or the server's own choice.
        space: the Space to send a trackio run to; default `TRACKIO_SPACE_ID`, or none: it then stays on this machine.
        posts: send the posts themselves with the data set.
        private: of a Space that is made now.
    """

    trackers: tuple[str, ...] = ()
    project: str | None = None
    entity: str | None = None
    space: str | None = None
    posts: bool = False
    private: bool = False


class RunStart(msgspec.Struct, frozen=True, kw_only=True):
    """A run to start, or with `resume` to go on with. `run_id` is ours; `name` is for people (`@handle-train`)."""

    role: Role
    run_id: str
    name: str
    job_type: str
    project: str | None = None
    entity: str | None = None
    resume: bool = False
    config: dict[str, Scalar] = {}


class Losses(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured at one step of the Trainer (nats)."""

    step: int
    values: dict[str, float]


class SampleTable(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of text."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ArtifactFacts(msgspec.Struct, frozen=True, kw_only=True):
    """A data set or a model, versioned.

    `files` are paths relative to the tracker's folder, which is the working directory; `references` are addresses of
    files that stay where they are, by name.
    """

    name: str
    type: str
    metadata: dict[str, Any] = {}
    files: tuple[str, ...] = ()
    references: dict[str, str] = {}


class RunKey(msgspec.Struct, frozen=True, kw_only=True):
    """A run that exists, as `start` left it (`run_id`) or by its address."""

    run_id: str = ""
    name: str = ""
    project: str | None = None
    entity: str | None = None
    address: str | None = None


class Tracker(Protocol):
    """One tracker, at work on one run at a time. The working directory is a private folder of its own."""

    def __init__(self, folder: Path, config: TrackingConfig) -> None:
        """Raises MissingExtraError where its library is not installed. `folder` is the working directory."""

    def check(self) -> None:
        """Raise TrackerError where a run could not be started here (no key); asks nobody on the network."""

    def start(self, run: RunStart) -> str | None:
        """Start or resume a run; its address where the server gave one, None where the run is kept on this machine."""

    def log(self, losses: Losses) -> None:
        """Add measurements."""

    def table(self, table: SampleTable) -> None:
        """Add a table."""

    def artifact(self, artifact: ArtifactFacts) -> str | None:
        """Log an artifact; its address where the server gave one."""

    def finish(self, failed: bool) -> None:
        """End the run."""

    def sync(self, run: RunKey) -> str | None:
        """Send what was kept on this machine of a run; its address at the server."""

    def delete(self, run: RunKey) -> None:
        """Delete a run and its artifacts at the server."""

    def find(self, output_dir: Path) -> list[str]:
        """The addresses of the runs that made a Trainer's output folder elsewhere, where the server knows them."""


def find_tracker(name: str) -> EntryPoint:
    """Where the tracker's class is; nothing of it is imported.

    Raises:
        UsageError: when no tracker is called so.
    """
    found = next(iter(entry_points(group=GROUP, name=name)), None)
    if found is None:
        known = ", ".join(sorted({entry.name for entry in entry_points(group=GROUP)}))
        raise UsageError(f"No tracker is called {name!r}.", hint=f"Those installed here: {known or 'none'}.")
    return found
