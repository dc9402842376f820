"""The bundled example: a made-up account's archive in the format that X exports."""

from __future__ import annotations

from pathlib import Path


def archive() -> Path:
    """The folder of the example archive, in the wheel or in a checkout."""
    package = Path(__file__).parent
    inside = package / "_examples" / "archive"
    return inside if inside.is_dir() else package.parent / "examples" / "archive"
