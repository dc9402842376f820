"""The refresh workflow, run for real by `act`: the action of the working tree, a Hub, a Bluesky, no stored secret."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import HfApi

from hubtweets import LocalHub
from tests.support.act import ROOT, WorkflowRun, run_workflow
from tests.support.feeds import Bluesky

REFRESH = ROOT / "examples" / "workflows" / "refresh.yml"


class Place:
    """A Hub, a Bluesky, and a repository whose workflow refreshes `models`; each run is on a fresh machine."""

    def __init__(self, folder: Path, hub: LocalHub, bluesky: Bluesky) -> None:
        self.folder, self.hub, self.bluesky = folder, hub, bluesky
        self.api = HfApi(endpoint=hub.endpoint, token=hub.token)
        self.models: list[str] = []
        self._runs = 0

    def add(self, name: str, *, trusted: bool, posts: int = 120) -> None:
        self.models.append(name)
        self.bluesky.add(f"{name}.example", posts)
        self.api.create_repo(f"{self.hub.user}/{name}", exist_ok=True)
        if trusted:
            self.hub.trust("ada/bots", f"{self.hub.user}/{name}", branch="main", workflow="refresh.yml")

    def run(
        self, event: str = "schedule", *, permitted: bool = True, payload: dict[str, Any] | None = None
    ) -> WorkflowRun:
        project = '[defaults]\nbase_model = "scratch:tiny"\nmin_new_posts = 20\ntraining = { max_steps = 2 }\n'
        for name in self.models:
            project += f'[[models]]\nname = "{name}"\nposts = ["bluesky:{name}.example"]\n'
            project += f'repo_id = "{self.hub.user}/{name}"\nconsent = "agreed"\n'
        job = self.hub.job_environment("ada/bots", workflow="refresh.yml", event=event)
        if not permitted:
            job = {name: value for name, value in job.items() if not name.startswith("ACTIONS_ID_TOKEN")}
        environment = {"HF_ENDPOINT": self.hub.endpoint, "HUBTWEETS_BLUESKY_API": self.bluesky.url, **job}
        self._runs += 1
        folder = self.folder / f"run-{self._runs}"
        folder.mkdir()
        workflow = REFRESH
        if event != "schedule":
            workflow = self.folder / "refresh.yml"
            workflow.write_text(REFRESH.read_text().replace("  workflow_dispatch:", f"  {event}:"))
        done = run_workflow(workflow, event, folder, environment, {"hubtweets.toml": project}, payload)
        assert self.hub.token not in done.log + done.summary
        assert "hf_jwt" not in done.log + done.summary
        print(done.log, done.summary)  # shown where a test fails
        return done

    def commits(self) -> dict[str, int]:
        return {name: len(self.api.list_repo_commits(f"{self.hub.user}/{name}")) for name in self.models}


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with LocalHub(tmp_path / "hub") as hub, Bluesky() as bluesky:
        yield Place(tmp_path, hub, bluesky)


@pytest.mark.slow
def test_a_year_of_the_schedule(place: Place) -> None:
    place.add("anna", trusted=True)
    place.add("robin", trusted=True)
    born = place.commits()

    first = place.run()
    assert (first.code, first.outputs["changed"], first.outputs["failed"]) == (0, "2", "0")
    assert place.commits() == {name: count + 1 for name, count in born.items()}
    for name in place.models:
        newest = place.api.list_repo_commits(f"{place.hub.user}/{name}")[0]
        assert newest.authors == ["[OIDC]"]
        assert place.api.file_exists(f"{place.hub.user}/{name}", "model.safetensors")
        assert f"| `{place.hub.user}/{name}` | create | " in first.summary

    published = place.commits()
    second = place.run()
    assert (second.code, second.outputs["changed"], second.outputs["failed"]) == (0, "0", "0")
    assert place.commits() == published

    place.bluesky.add("robin.example", 25)
    place.add("eve", trusted=False)
    third = place.run()
    assert (third.code, third.outputs["changed"], third.outputs["failed"]) == (1, "1", "1")
    assert place.commits() == {**published, "robin": published["robin"] + 1, "eve": 1}
    assert f"No trusted publisher of {place.hub.user}/eve is ada/bots" in unescape(third.summary)
    assert "repository=ada/bots" in unescape(third.summary)


@pytest.mark.slow
def test_a_job_that_may_not_ask_and_a_fork_are_told_what_to_do(place: Place) -> None:
    place.add("anna", trusted=True)
    done = place.run(permitted=False)
    assert (done.code, done.outputs["changed"], done.outputs["failed"]) == (1, "0", "1")
    assert "id-token: write" in unescape(done.summary)

    of_a_fork = {"pull_request": {"head": {"repo": {"full_name": "eve/bots"}}}}
    done = place.run("pull_request", permitted=False, payload=of_a_fork)
    assert (done.code, done.outputs["failed"]) == (1, "1")
    assert "pull request from a fork" in done.summary
    assert place.commits() == {"anna": 1}
