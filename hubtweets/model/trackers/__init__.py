"""Experiment trackers: the runs that a card links to, made by the training itself. One module a tracker."""

from hubtweets.model.trackers.interface import GROUP, Role, Tracker, TrackingConfig
from hubtweets.model.trackers.tracking import (
    PATIENCE,
    UNTRACKED,
    DataFacts,
    SyncedRuns,
    Trackers,
    delete_runs,
    find_runs,
    has_unsent,
    log_model,
    sync,
)

__all__ = [
    "GROUP",
    "PATIENCE",
    "UNTRACKED",
    "DataFacts",
    "Role",
    "SyncedRuns",
    "Tracker",
    "Trackers",
    "TrackingConfig",
    "delete_runs",
    "find_runs",
    "has_unsent",
    "log_model",
    "sync",
]
