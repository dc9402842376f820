"""The bundled example: a made-up account's archive in the format that X exports."""

from __future__ import annotations

from importlib import resources
from pathlib import Path


def archive() -> Path:
    """The folder of the example archive."""
    return Path(str(resources.files("hubtweets"))) / "_examples" / "archive"
