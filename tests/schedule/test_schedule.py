"""Schedules: the workflow that is written, and `hubtweets init`."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from hubtweets.errors import UsageError
from hubtweets.publishing.schedule import cron, write_workflow

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.parametrize("name", ["ada/bots", "x", "a" * 200])
def test_jobs_start_at_an_odd_minute_that_stays_the_same(name: str) -> None:
    minute, hour, *rest = cron("week", name).split()
    assert int(minute) % 2 == 1
    assert 3 <= int(minute) <= 57
    assert 0 <= int(hour) < 24
    assert rest == ["*", "*", "1"]
    assert cron("week", name) == cron("week", name)


@pytest.mark.slow
def test_init_then_schedule_github(tmp_path: Path, hubtweets: Run) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    address = "git@github.com:ada/bots.git"
    subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", address], check=True)
    few = hubtweets(
        "init", "few.toml", "--posts", "x:a", "--repo-id", "a/b", "--consent", "self", cwd=tmp_path, input=""
    )
    assert few.returncode == 0, few.stderr
    assert "min_new_posts = 50" in (tmp_path / "few.toml").read_text()
    asked = hubtweets("init", cwd=tmp_path, input="bluesky:anna.example\nada/anna\nscratch:tiny\nself\n9\n")
    assert asked.returncode == 0, asked.stderr
    nobody = hubtweets("init", "weekly.toml", "--posts", "x:a", cwd=tmp_path, input="")
    assert nobody.returncode == 2
    assert "\nerror: init was not given --repo-id" in nobody.stderr, "on a line of its own"
    assert not (tmp_path / "weekly.toml").exists()
    again = hubtweets("init", "--posts", "x:a", "--repo-id", "ada/a", "--base-model", "b", "--consent", "self",
                      "--min-new-posts", "3", cwd=tmp_path)  # fmt: skip
    assert again.returncode == 2
    assert "there already" in again.stderr
    done = hubtweets("schedule", "github", "--every", "day", "--json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["pages"][0] == {
        "do": "add a trusted publisher to ada/anna", "url": "https://huggingface.co/ada/anna/settings",
    }  # fmt: skip
    assert told["pages"][1]["url"] == "https://github.com/ada/bots/settings/actions"
    text = (tmp_path / told["workflow"]).read_text()
    workflow = yaml.safe_load(text)
    assert workflow[True]["schedule"] == [{"cron": cron("day", "ada/bots")}]
    assert workflow["jobs"]["refresh"]["permissions"] == {"contents": "read", "id-token": "write"}
    lint = subprocess.run([Path(sys.executable).with_name("actionlint"), tmp_path / told["workflow"]], check=False)
    assert lint.returncode == 0


def test_somebody_elses_workflow_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / ".github" / "workflows" / "hubtweets.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"# \xe9t\xe9\non: push\n")  # not UTF-8 either
    with pytest.raises(UsageError, match="not one of ours"):
        write_workflow(tmp_path, Path("hubtweets.toml"), "week", "ada/bots")
    assert path.read_bytes() == b"# \xe9t\xe9\non: push\n"
