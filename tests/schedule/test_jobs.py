"""`hubtweets schedule jobs` and `schedule webhook`, on a Hub that really runs the jobs as processes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import HfApi
from typer.testing import CliRunner

from hubtweets import LocalHub
from hubtweets.cli.schedule import app
from hubtweets.errors import UsageError
from tests.support.feeds import Bluesky

pytestmark = pytest.mark.filterwarnings("ignore:.*is experimental:UserWarning")


@pytest.fixture
def bluesky() -> Iterator[Bluesky]:
    with Bluesky() as served:
        served.add("anna.example", 120)
        yield served


@pytest.fixture
def hub(tmp_path: Path, bluesky: Bluesky, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        monkeypatch.setenv("MY_BLUESKY", bluesky.url)
        monkeypatch.chdir(tmp_path)
        Path("hubtweets.toml").write_text(f"""
[secrets]
HUBTWEETS_BLUESKY_API = "$MY_BLUESKY"
[[models]]
posts = ["bluesky:anna.example"]
repo_id = "{served.user}/anna"
base_model = "scratch:tiny"
training = {{ max_steps = 2 }}
consent = "self"
""")
        yield served


@pytest.fixture
def api(hub: LocalHub) -> HfApi:
    return HfApi(endpoint=hub.endpoint, token=hub.token)


def schedule(hub: LocalHub, *arguments: str) -> Any:
    """What `hubtweets schedule …` prints as JSON."""
    done = CliRunner().invoke(app, [*arguments, "--hub", hub.endpoint, "--json"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def test_a_job_is_made_listed_and_removed(hub: LocalHub, api: HfApi) -> None:
    (made,) = schedule(hub, "jobs", "--every", "day", "--flavor", "cpu-basic", "--hours", "1.5")
    assert made["monthly_cost"] == pytest.approx(0.01 * 1.5 * 30.4, abs=0.006)
    spec = api.inspect_scheduled_job(scheduled_job_id=made["id"]).job_spec
    assert spec.timeout == 5400  # never the Hub's own, which ends a training in the middle
    assert sorted(spec.secrets) == ["HF_TOKEN", "HUBTWEETS_BLUESKY_API"]
    assert hub.token not in json.dumps(spec.environment) + str(spec.command) + str(spec.arguments)
    assert "--for=5130s" in str(spec.command) + str(spec.arguments)
    assert [one["id"] for one in schedule(hub, "jobs", "--list")] == [made["id"]]
    assert schedule(hub, "jobs", "--remove", made["id"]) == []
    assert schedule(hub, "jobs", "--list") == []


@pytest.mark.slow
def test_a_job_publishes_and_runs_again_when_a_data_set_changes(hub: LocalHub, api: HfApi) -> None:
    (made,) = schedule(hub, "jobs", "--every", "day")
    job = api.trigger_scheduled_job(scheduled_job_id=made["id"])
    ended = api.wait_for_job(job.id, poll_interval=0.1, timeout=240)
    logs = "\n".join(api.fetch_job_logs(job_id=job.id, follow=True))
    assert ended.status.stage == "COMPLETED", logs
    assert api.file_exists(f"{hub.user}/anna", "model.safetensors")
    assert (hub.folder / "buckets" / hub.user / "hubtweets-state" / "state").is_dir()
    assert hub.token not in logs

    api.create_repo(f"{hub.user}/posts", repo_type="dataset")
    with pytest.raises(UsageError, match="not known here: HUBTWEETS_BLUESKY_API"):
        schedule(hub, "webhook", made["id"], "--dataset", f"{hub.user}/posts", "--config", "none.toml")
    hook = schedule(hub, "webhook", made["id"], "--dataset", f"{hub.user}/posts")
    assert [one.id for one in api.list_webhooks()] == [hook["id"]]
    api.upload_file(path_or_fileobj=b"x", path_in_repo="a", repo_id=f"{hub.user}/posts", repo_type="dataset")
    newest = next(iter(api.list_jobs(namespace=hub.user)))
    assert newest.initiator is not None
    assert newest.initiator.type == "webhook"
    before = len(api.list_repo_commits(f"{hub.user}/anna"))
    assert api.wait_for_job(newest.id, poll_interval=0.1, timeout=240).status.stage == "COMPLETED"
    assert len(api.list_repo_commits(f"{hub.user}/anna")) == before


@pytest.mark.thorough
def test_a_job_that_dies_says_so(hub: LocalHub, api: HfApi, bluesky: Bluesky) -> None:
    bluesky.feeds.clear()
    (made,) = schedule(hub, "jobs")
    job = api.trigger_scheduled_job(scheduled_job_id=made["id"])
    ended = api.wait_for_job(job.id, poll_interval=0.1, timeout=240)
    logs = "\n".join(api.fetch_job_logs(job_id=job.id, follow=True))
    assert (ended.status.stage, ended.status.message) == ("ERROR", "Job failed with exit code: 1")
    assert "anna.example" in logs
    (listed,) = schedule(hub, "jobs", "--list")
    assert not listed["suspended"]  # the next one is tried


def test_what_is_not_ours_stays(hub: LocalHub, api: HfApi) -> None:
    other = api.create_scheduled_job(image="python", command=["true"], schedule="@daily")
    assert schedule(hub, "jobs", "--list") == []
    with pytest.raises(UsageError, match="no scheduled job of hubtweets"):
        schedule(hub, "jobs", "--remove", other.id)
    assert [one.id for one in api.list_scheduled_jobs()] == [other.id]
    (made,) = schedule(hub, "jobs")
    with pytest.raises(UsageError, match="has never run"):
        schedule(hub, "webhook", made["id"], "--dataset", "me/posts")
