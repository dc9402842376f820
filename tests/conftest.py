"""What every test stands on: a home of its own, no token, a fixed width and no colour."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from hypothesis import settings

from tests.support.process import run_command

# A busy machine is no failure, and what is green is green again; `--hypothesis-profile explore` looks for new examples.
settings.register_profile("suite", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile("suite")

# Several tests train at once; threads that wait for each other would slow all of them down many times over.
os.environ.setdefault("OMP_NUM_THREADS", "1")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# Libraries read these once, when they are first imported, which may be before any test's own environment is set.
_HF_HOME = tempfile.TemporaryDirectory(prefix="hubtweets-tests-")
atexit.register(_HF_HOME.cleanup)
os.environ |= {
    "HF_HOME": _HF_HOME.name,
    "HF_HUB_DISABLE_XET": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "OMP_NUM_THREADS": "1",  # pytest-xdist uses the cores; threads of torch on top of that take ten times as long
}

_TOKENS = (
    "HF_TOKEN",
    "HUGGING_FACE_HUB_TOKEN",
    "HF_ENDPOINT",
    "HF_OIDC_RESOURCE",
    "HF_OIDC_ID_TOKEN",
    "GITHUB_ACTIONS",
    "ACTIONS_ID_TOKEN_REQUEST_URL",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "X_BEARER_TOKEN",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Of a test with `thorough(every=N)`, one case in N is thorough; the others are slow."""
    seen: dict[str, int] = {}
    for item in items:
        marker = item.get_closest_marker("thorough")
        if marker is not None and (every := marker.kwargs.get("every", 1)) > 1:
            name = item.nodeid.partition("[")[0]
            place = seen[name] = seen.get(name, -1) + 1
            if place % every:
                item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder for this test alone; nothing of the developer's own settings or tokens is seen."""
    home = tmp_path_factory.mktemp("home")
    for name in _TOKENS:
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "HOME": home,
        "HF_HOME": home / "hf",
        "HF_HUB_DISABLE_XET": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_STATE_HOME": home / ".local" / "state",
        "NO_COLOR": "1",
        "COLUMNS": "120",
        "TERM": "dumb",
        "PYTHONWARNINGS": "default",
    }.items():
        monkeypatch.setenv(name, str(value))
    return home


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of larger real material beside the project; tests that need it are skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the test material in {SHARED.name}/ beside the project")
    return SHARED


@pytest.fixture
def hubtweets() -> Callable[..., CompletedProcess[str]]:
    """Runs the real command line in a process of its own: `hubtweets("card", "render", …, env={…}, cwd=…)`."""

    def run(*args: str | Path, env: Mapping[str, str] | None = None, **options: Any) -> CompletedProcess[str]:
        variables = {**os.environ, **(env or {})}
        if any(name.startswith("PYTHON") for name in env or ()):  # the interpreter reads these when it starts
            command = [sys.executable, "-m", "hubtweets", *map(str, args)]
            return subprocess.run(
                command, env=variables, capture_output=True, text=True, encoding="utf-8", check=False, **options
            )
        return run_command(*args, env=variables, **options)

    return run
