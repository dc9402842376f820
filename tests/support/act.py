"""Runs an example workflow for real, by `act` without docker: the action of the working tree, others stood in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
STAND_INS = Path(__file__).parent / "actions"

PINNED = {
    "actions/setup-python": "a26af69be951a213d495a4c3e4e4022e16d87065",
    "astral-sh/setup-uv": "e92bafb6253dcd438e0484186d7669ea7a8ca1cc",
    "actions/cache": "5a3ec84eff668545956fd18022155c47e93e2684",
}


class WorkflowRun(NamedTuple):
    """How a workflow ended: its exit code, what its steps printed, the job summary, and each step's outputs by name."""

    code: int
    log: str
    summary: str
    outputs: dict[str, str]


def run_workflow(
    workflow: Path,
    event: str,
    folder: Path,
    environment: Mapping[str, str],
    files: Mapping[str, str],
    payload: Mapping[str, Any] | None = None,
) -> WorkflowRun:
    """Run a workflow in a repository of its own that holds `files`.

    Args:
        workflow: its file.
        event: such as `schedule`.
        folder: an empty one; becomes the repository.
        environment: variables of the job, as GitHub would set them.
        files: of the repository, by path.
        payload: what GitHub says of the event.
    """
    repository = folder / "repository"
    (repository / ".github" / "workflows").mkdir(parents=True)
    shutil.copy(workflow, repository / ".github" / "workflows")
    for name, text in files.items():
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", "-C", str(repository)]
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "files"]):
        subprocess.run([*git, *arguments], check=True)
    action = folder / "action"  # a copy: act writes into what it is given
    action.mkdir()
    for name in ("action.yml", "action", "pyproject.toml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, action / name)
    command = [
        str(Path(sys.executable).with_name("act")), event, "--json", "-P", "ubuntu-latest=-self-hosted",
        "--no-cache-server", "-C", str(repository),
        "--local-repository", f"hubtweets/hubtweets@v0={action}",
    ]  # fmt: skip
    if payload is not None:
        (folder / "event.json").write_text(json.dumps(payload))
        command += ["--eventpath", str(folder / "event.json")]
    for name, commit in PINNED.items():
        command += ["--local-repository", f"{name}@{commit}={STAND_INS / name.partition('/')[2]}"]
    job = {
        **environment,
        "HUBTWEETS_TEST_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
        "HF_HUB_DISABLE_XET": "1",
        "OMP_NUM_THREADS": "1",
    }
    for name, value in job.items():
        command += ["--env", f"{name}={value}"]
    home = folder / "home"
    home.mkdir()
    own = {name: str(home / name.lower()) for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=500, check=False,
        env={**os.environ, **own, "HOME": str(home)},
    )  # fmt: skip
    return _read(done.returncode, done.stdout, done.stderr)


def _read(code: int, stdout: str, stderr: str) -> WorkflowRun:
    log, summary, outputs = [stderr], [], {}
    for line in stdout.splitlines():
        try:
            entry: dict[str, Any] = json.loads(line)
        except ValueError:
            log.append(line)
            continue
        if entry.get("command") == "summary":
            summary.append(str(entry.get("content", "")))
        elif entry.get("command") == "set-output":
            outputs[str(entry.get("name"))] = str(entry.get("arg", ""))
        log.append(str(entry.get("msg", "")).rstrip("\n"))
    return WorkflowRun(code, "\n".join(log), "\n".join(summary), outputs)
