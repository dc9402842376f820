"""Cards: record to card (render), card to record (read), merging, checking. Nothing here reaches a network or a Hub."""

from __future__ import annotations

from hubtweets.card.checking import Finding, check, fix
from hubtweets.card.differing import Edit
from hubtweets.card.merging import Conflict, MergeResult, merge
from hubtweets.card.reading import NotUnderstood, ReadResult, read, retracted, retraction
from hubtweets.card.rendering import render
from hubtweets.card.update import CardUpdate, Policy, UpdateKind, update, update_from_listing

__all__ = [
    "CardUpdate",
    "Conflict",
    "Edit",
    "Finding",
    "MergeResult",
    "NotUnderstood",
    "Policy",
    "ReadResult",
    "UpdateKind",
    "check",
    "fix",
    "merge",
    "read",
    "render",
    "retracted",
    "retraction",
    "update",
    "update_from_listing",
]
