"""Cards: record to card (render), card to record (read), merging, checking. Nothing here reaches a network or a Hub."""

from __future__ import annotations

from hubtweets.card.rendering import render

__all__ = ["render"]
