"""`hf tweets …` is `hubtweets …`: the Hub's command line runs what an extension of its name installs."""

from __future__ import annotations

from hubtweets.__main__ import main

__all__ = ["main"]
