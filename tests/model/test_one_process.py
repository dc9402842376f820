"""A launcher of several processes, such as torchrun: refused at once, before anything is read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hubtweets.errors import UsageError
from hubtweets.model import SCRATCH, TrainingConfig, find_base_model, fine_tune


def test_publish_under_a_launcher_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hubtweets", "publish", "--posts", "no-such.zip"]
    launched = {**os.environ, "WORLD_SIZE": "2", "RANK": "1", "HOME": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=launched, capture_output=True, text=True, timeout=120)
    assert done.returncode == 2
    assert "a launcher started 2 of them (WORLD_SIZE)" in done.stderr
    assert "without torchrun" in done.stderr
    assert "no-such.zip" not in done.stderr


def test_fine_tune_is_refused_before_its_folder_is_made(
    tmp_path: Path, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    base = find_base_model(SCRATCH)
    with pytest.raises(UsageError, match="trains in one process"):
        fine_tune({"keeper": texts}, base, TrainingConfig(), tmp_path / "work")
    assert not (tmp_path / "work").exists()
