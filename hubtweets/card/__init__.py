"""Cards: record to card (render), card to record (read), merging, checking. Nothing here reaches a network or a Hub."""

from __future__ import annotations

from hubtweets.card.checking import Finding, check, fix
from hubtweets.card.differing import Edit
from hubtweets.card.document import CardDocument
from hubtweets.card.historical import Note, NoteCode
from hubtweets.card.merging import Conflict, MergeResult, merge
from hubtweets.card.reading import ReadResult, read, retracted
from hubtweets.card.rendering import render
from hubtweets.card.update import CardUpdate, Policy, UpdateKind, update, update_from_listing

__all__ = [
    "CardDocument",
    "CardUpdate",
    "Conflict",
    "Edit",
    "Finding",
    "MergeResult",
    "Note",
    "NoteCode",
    "Policy",
    "ReadResult",
    "UpdateKind",
    "check",
    "fix",
    "merge",
    "read",
    "render",
    "retracted",
    "update",
    "update_from_listing",
]
