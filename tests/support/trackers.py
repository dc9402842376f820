"""A tracker of another package, installed in a folder on the path."""

from __future__ import annotations

from pathlib import Path

import pytest

NAME = "others"


def install(folder: Path, program: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make `program`, which defines the class `Tracker`, what `--track others` finds; that name."""
    info = folder / f"{NAME}-1.0.dist-info"
    info.mkdir(parents=True)
    (folder / f"{NAME}.py").write_text(program, "utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[hubtweets.trackers]\n{NAME} = {NAME}:Tracker\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.syspath_prepend(folder)
    return NAME
