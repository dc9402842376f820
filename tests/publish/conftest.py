"""A published example to start from: trained once a session, by the real command line, and copied for each test."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hubtweets.hub.client import HubClient
from hubtweets.localhub import LocalHub
from tests.support.clock import SkippingClock
from tests.support.models import trainer_folder
from tests.support.odd_hub import OddHub
from tests.support.process import run_command
from tests.support.verbs import Bench

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "archive"
REPO = "huggingtweets/quillfen_lock9"
QUICK = ("--base-model", "scratch:tiny", "--epochs", "1")


class First(NamedTuple):
    """What the first publish said, and the folder of the local Hub it went to."""

    told: dict[str, Any]
    errors: str
    folder: Path


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> First:
    """`hubtweets publish` of the example, one epoch, to a local Hub of its own."""
    home = tmp_path_factory.mktemp("first")
    env = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "X_"))}
    env.update(HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), NO_COLOR="1", PYTHONWARNINGS="default")
    done = run_command("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{home / 'hub'}", "--json", env=env)
    assert done.returncode == 0, done.stderr
    return First(json.loads(done.stdout), done.stderr, home / "hub")


@pytest.fixture
def hub_folder(first: First, tmp_path: Path) -> Path:
    """A copy of the Hub with the published example in it."""
    folder = tmp_path / "hub"
    shutil.copytree(first.folder, folder)
    return folder


def did(answer: dict[str, Any]) -> tuple[str, str | None]:
    """What a verb says that it did, and with which model files."""
    return answer["action"], answer["weights"]


def commit_count(folder: Path, repo_id: str = REPO) -> int:
    """Commits on main of a model repo in a local Hub, the one that made the repo aside."""
    git = ["git", "-C", str(folder / "repos" / "models" / f"{repo_id}.git"), "rev-list", "--count", "main"]
    return int(subprocess.run(git, capture_output=True, text=True, check=True).stdout) - 1


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """Everything that takes time is done once: the Hub is started, and a tiny model trained."""
    folder = tmp_path_factory.mktemp("bench")
    with (
        LocalHub(folder / "hub") as hub,
        OddHub(hub.endpoint) as odd,
        HubClient(hub.endpoint, hub.token) as direct,
    ):
        posts = folder / "posts.csv"
        rows = [f"{number},The wren sings of bird number {number} in the garden wall" for number in range(150)]
        posts.write_text("\n".join(["id,text", *rows]), encoding="utf-8")
        yield Bench(hub, odd, direct, posts, folder / "trained", trainer_folder(folder / "pushed"))


@pytest.fixture
def world(bench: Bench, monkeypatch: pytest.MonkeyPatch, clock: SkippingClock) -> Iterator[Bench]:
    """The bench, without rules, a token in the environment, and a clock that waits for nothing."""
    monkeypatch.setenv("HF_TOKEN", bench.hub.token)
    for verb in ("road", "retract"):
        monkeypatch.setattr(f"hubtweets.publishing.{verb}.SYSTEM_CLOCK", clock)
    bench.odd.rules, bench.odd.seen = [], []
    yield bench
    bench.odd.rules = []


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    """A Hub of one test, which the environment names."""
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        monkeypatch.setenv("HF_ENDPOINT", served.endpoint)
        yield served


@pytest.fixture
def clock() -> SkippingClock:
    return SkippingClock()


@pytest.fixture
def ray(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The library, for clusters of this machine alone."""
    library = pytest.importorskip("ray", reason="needs the extra `ray`")
    monkeypatch.setenv("RAY_AUTH_TOKEN", "0" * 64)  # it keeps the first that it finds, and tests have each a home
    monkeypatch.setenv("RAY_worker_niceness", "0")  # else a busy machine leaves its workers nothing
    return library
