"""Cards: record to card (render), card to record (read), merging, checking. Nothing here reaches a network or a Hub."""

from __future__ import annotations

from hubtweets.card.checking import Finding, check, fix
from hubtweets.card.differing import Edit
from hubtweets.card.merging import Conflict, MergeResult, Policy, merge
from hubtweets.card.reading import NotUnderstood, ReadResult, read, retracted, retraction
from hubtweets.card.rendering import render
from hubtweets.card.rerendering import rerender

__all__ = [
    "Conflict",
    "Edit",
    "Finding",
    "MergeResult",
    "NotUnderstood",
    "Policy",
    "ReadResult",
    "check",
    "fix",
    "merge",
    "read",
    "render",
    "rerender",
    "retracted",
    "retraction",
]
