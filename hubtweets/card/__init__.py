"""Cards: record to card (render), card to record (read), merging, checking. Nothing here reaches a network or a Hub."""

from __future__ import annotations

from hubtweets.card.merging import Conflict, MergeResult, Policy, merge
from hubtweets.card.rendering import render

__all__ = ["Conflict", "MergeResult", "Policy", "merge", "render"]
