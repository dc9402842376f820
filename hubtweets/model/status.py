"""Where a fine-tuning is, in its working folder: for whoever looks on from another process or machine."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hubtweets._shared import disk

_FILE = "status.json"


class TrainingStatus(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A fine-tuning that is under way: the `step` of `steps` at the most, the last loss, and the seconds still to go.

    `begun` (seconds since 1970) tells one process that trains from the one before it, which may have died.
    """

    begun: float
    step: int = 0
    steps: int | None = None
    loss: float | None = None
    seconds_left: float | None = None


def write_status(folder: Path, status: TrainingStatus) -> None:
    """Keep where the fine-tuning in `folder` is."""
    disk.write_bytes(folder / _FILE, msgspec.json.encode(status))


def read_status(folder: Path) -> TrainingStatus | None:
    """Where the fine-tuning in `folder` is; None where none was begun there, or it is over."""
    try:
        return msgspec.json.decode((folder / _FILE).read_bytes(), type=TrainingStatus)
    except (OSError, msgspec.DecodeError):
        return None


def remove_status(folder: Path) -> None:
    """The fine-tuning in `folder` is over."""
    (folder / _FILE).unlink(missing_ok=True)
