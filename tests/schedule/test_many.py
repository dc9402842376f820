"""`hubtweets refresh` of fifty models, three of which have new posts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from huggingface_hub import HfApi

from hubtweets import LocalHub
from hubtweets.card import render
from hubtweets.publishing.refresh import refresh
from hubtweets.record import Account, Counts, ModelRecord
from tests.support.feeds import Bluesky

MODELS = [f"bot{number:02}" for number in range(50)]
NEW = ("bot07", "bot23", "bot41")
POSTS = 120


class Place:
    """A Hub that has fifty models of the accounts of a Bluesky; then three of the accounts wrote more."""

    def __init__(self, folder: Path, hub: LocalHub, bluesky: Bluesky) -> None:
        self.hub, self.bluesky = hub, bluesky
        self.api = HfApi(endpoint=hub.endpoint, token=hub.token)
        self.project = folder / "hubtweets.toml"
        text = '[defaults]\nbase_model = "scratch:tiny"\nmin_new_posts = 20\ntraining = { max_steps = 2 }\n'
        cards = []
        for name in MODELS:
            handle, repo_id = f"{name}.example", f"{hub.user}/{name}"
            bluesky.add(handle, POSTS)
            newest = bluesky.feeds[handle][0]["post"]["uri"]
            counts = Counts(downloaded=POSTS, retweets=0, short=0, kept=POSTS)
            account = Account(handle=handle, name="Alice 🌻", platform="bluesky", counts=counts, newest_post=newest)
            record = ModelRecord(repo_id=repo_id, accounts=(account,), base_model="scratch:tiny", fingerprint="f" * 64)
            cards.append((repo_id, {"README.md": render(record).encode()}))
            text += f'[[models]]\nname = "{name}"\nposts = ["bluesky:{handle}"]\nrepo_id = "{repo_id}"\n'
        hub.seed(cards)
        self.project.write_text(text)
        self.born = self.commits()
        for name in NEW:
            bluesky.add(f"{name}.example", 30)

    def commits(self) -> dict[str, int]:
        return {name: len(self.api.list_repo_commits(f"{self.hub.user}/{name}")) for name in MODELS}

    def requests(self) -> Counter[str]:
        """How many requests there were about each model, at the Hub and at Bluesky."""
        counted = Counter({name: self.bluesky.asked_of.get(f"{name}.example", 0) for name in MODELS})
        for request in self.hub.requests:
            counted.update(name for name in MODELS if f"/{name}/" in f"{request.path}/")
        return counted


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with LocalHub(tmp_path / "hub") as hub, Bluesky() as bluesky:
        yield Place(tmp_path, hub, bluesky)


@pytest.fixture
def environment(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "HF_TOKEN": place.hub.token, "HF_ENDPOINT": place.hub.endpoint, "HUBTWEETS_BLUESKY_API": place.bluesky.url,
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)


@pytest.mark.slow
@pytest.mark.usefixtures("environment")
def test_a_model_without_news_costs_the_hub_one_request(place: Place) -> None:
    place.hub.clear_requests()
    place.bluesky.asked_of.clear()
    result = refresh(place.project, hub=place.hub.endpoint)
    print(result.notable)  # shown where a test fails
    assert {action: count for action, count in result.totals.actions.items() if count} == {"none": 47, "changed": 3}
    requests = place.requests()
    hub_requests = Counter(name for name in MODELS for one in place.hub.requests if f"/{name}/" in f"{one.path}/")
    assert {name: hub_requests[name] for name in MODELS if name not in NEW and hub_requests[name] > 1} == {}
    assert {name: requests[name] for name in MODELS if name not in NEW and requests[name] > 3} == {}
    assert place.commits() == {name: count + (name in NEW) for name, count in place.born.items()}


def killed(place: Place, when: Callable[[], bool]) -> None:
    """Run `hubtweets refresh` in a process, and kill it as soon as `when`."""
    command = [sys.executable, "-m", "hubtweets", "refresh", str(place.project), "--quiet"]
    process = subprocess.Popen(command, env=os.environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not when():
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.slow
@pytest.mark.usefixtures("environment")
def test_killed_five_times_every_model_is_right_and_none_twice(place: Place, hubtweets: Callable[..., object]) -> None:
    log = place.bluesky.log
    sent = [request for request in place.hub.requests if "/commit/" in request.path]
    assert sent == []

    def commits_sent() -> int:
        return sum("/commit/" in request.path for request in place.hub.requests)

    for posts_asked in (3, 40):
        log.clear()
        killed(place, lambda at=posts_asked: len(log) >= at)  # type: ignore[misc]
    for commits in (1, 2, 3):
        killed(place, lambda at=commits: commits_sent() >= at)  # type: ignore[misc]
    done = hubtweets("refresh", place.project, "--json")
    assert done.returncode == 0, done.stderr  # type: ignore[attr-defined]
    assert place.commits() == {name: count + (name in NEW) for name, count in place.born.items()}
    for name in NEW:
        assert place.api.file_exists(f"{place.hub.user}/{name}", "model.safetensors")
