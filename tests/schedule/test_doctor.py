"""`hubtweets doctor`: every check is made, whatever the others say."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hubtweets import LocalHub
from hubtweets._shared.progress import Progress, Task
from hubtweets.publishing.doctor import diagnose

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_machine_with_a_hub_and_a_project(tmp_path: Path) -> None:
    project = tmp_path / "hubtweets.toml"
    project.write_text('[secrets]\nX_BEARER_TOKEN = "$MINE"\n[[models]]\nhandles = ["anna"]\n')
    checks = {check.name: check for check in diagnose(f"local:{tmp_path}/none", project, {})}
    assert checks["hub"].state == "failed"
    assert checks["project"].state == "warning"
    assert "$MINE" in checks["project"].detail
    assert checks["versions"].state == "ok"


def test_without_a_token_the_hub_is_asked_all_the_same(tmp_path: Path) -> None:
    """That reading works is only said where it does."""
    labels: list[str] = []

    class Labels(Progress):
        @contextmanager
        def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
            labels.append(label)
            yield Task()

    with LocalHub(tmp_path / "hub") as hub:
        checks = {check.name: check for check in diagnose(hub.endpoint, tmp_path, {}, Labels())}
        assert checks["hub"].detail == f"{hub.endpoint}, no token: reading works"
        assert checks["hub"].next_step == "hf auth login"
    assert set(labels) <= {"Starting PyTorch"}  # unless a test before has started it
    checks = {check.name: check for check in diagnose(hub.endpoint, tmp_path, {})}
    assert checks["hub"].state == "warning"
    assert "reading works" not in checks["hub"].detail
    assert checks["hub"].next_step


@pytest.mark.thorough
def test_it_says_whose_token_it_is_and_never_the_token(tmp_path: Path, hubtweets: Run) -> None:
    with LocalHub(tmp_path / "hub") as hub:
        environment = {"HF_ENDPOINT": hub.endpoint, "HF_TOKEN": hub.token}
        done = hubtweets("doctor", "--json", env=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    checks = {check["name"]: check for check in json.loads(done.stdout)}
    assert f"logged in as {hub.user}" in checks["hub"]["detail"]
    assert checks["project"] == {
        "name": "project", "state": "missing", "detail": "no hubtweets.toml here", "next_step": "hubtweets init",
    }  # fmt: skip
    assert hub.token not in done.stdout + done.stderr
