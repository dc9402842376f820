"""`hubtweets hub` as a user starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from hubtweets.localhub import LocalHub


@contextmanager
def served(*args: str | Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, Any]]]:
    """The command in a process of its own, with `--json`; and what it told."""
    command = [sys.executable, "-m", "hubtweets", "hub", *map(str, args), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        text = ""
        for line in process.stdout:
            text += line
            if line.rstrip() == "}":
                break
        yield process, json.loads(text)
    finally:
        process.kill()
        process.communicate()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serves_until_it_is_stopped(tmp_path: Path, number: signal.Signals) -> None:
    with served(tmp_path / "hub") as (process, told):
        assert set(told["environment"]) == {"HF_ENDPOINT", "HF_TOKEN", "HF_HUB_DISABLE_XET"}
        headers = {"Authorization": f"Bearer {told['token']}"}
        assert httpx2.get(f"{told['endpoint']}/api/whoami-v2", headers=headers).json()["name"] == told["user"]
        process.send_signal(number)
        _, errors = process.communicate(timeout=30)
        assert (process.returncode, errors) == (0, "")
    with LocalHub(tmp_path / "hub") as hub:  # let go, and its tokens kept
        assert hub.token == told["token"]


@pytest.mark.thorough
def test_prints_lines_to_copy(tmp_path: Path) -> None:
    command = [sys.executable, "-u", "-m", "hubtweets", "hub", str(tmp_path / "hub")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith("Stop with"):
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    exports = dict(line.removeprefix("export ").split("=", 1) for line in lines if line.startswith("export "))
    assert exports["HF_ENDPOINT"].startswith("http://127.0.0.1:")
    assert exports["HF_TOKEN"].startswith("hf_")
    assert exports["HF_HUB_DISABLE_XET"] == "1"


@pytest.mark.slow
def test_seeds_an_organisation(tmp_path: Path) -> None:
    with served(tmp_path / "hub", "--seed-org", "1020") as (_, told):
        assert told["seeded"] == 1020
        headers = {"Authorization": f"Bearer {told['token']}"}
        url = f"{told['endpoint']}/api/models?author=huggingtweets&expand=cardData"
        first = httpx2.get(url, headers=headers)
        second = httpx2.get(first.links["next"]["url"], headers=headers)
        assert (len(first.json()), len(second.json()), second.links) == (1000, 20, {})
        one = first.json()[0]
        card = httpx2.get(f"{told['endpoint']}/{one['id']}/resolve/main/README.md", headers=headers).text
        assert "AI BOT" in card
        assert one["cardData"]["tags"] == ["huggingtweets"]


@pytest.mark.slow
def test_a_seeded_organisation_is_what_a_batch_has_to_stand(
    tmp_path: Path, hubtweets: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    from hubtweets.cli.seeding import made_up_repo

    with LocalHub(tmp_path / "hub") as hub:
        assert hub.seed(map(made_up_repo, range(40))) == 40
        assert hub.seed(map(made_up_repo, range(40))) == 0, "those that moved are there, too"
    hub_name = f"local:{tmp_path / 'hub'}"
    done = hubtweets("rerender", "huggingtweets", "--template", "hubtweets@1", "--hub", hub_name, "--json")
    told = json.loads(done.stdout)
    kinds = told["kinds"]
    assert {"update", "merge", "conflict", "unreadable", "retracted"} <= {
        kind for kind, count in kinds.items() if count
    }
    assert sum(kinds.values()) == told["listed"] == 40


@pytest.mark.thorough
def test_a_served_folder_is_joined(tmp_path: Path, hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    with LocalHub(tmp_path / "hub") as hub:
        hub.seed([("huggingtweets/robin", {"README.md": b"---\nlicense: mit\n---\n# Robin\n"})])
        hub.clear_requests()
        done = hubtweets("card", "check", "huggingtweets/robin", "--hub", f"local:{tmp_path / 'hub'}")
        assert "serves" not in done.stderr
        assert [one.user for one in hub.requests] != []


@pytest.mark.thorough
def test_seeds_from_a_file(tmp_path: Path, hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    from hubtweets.cli.seeding import made_up
    from hubtweets.record import to_json

    lines = [to_json(made_up(7)), "", json.dumps({"repo_id": "birds/robin", "card": "---\nlicense: mit\n---\n# R\n"})]
    (tmp_path / "repos.jsonl").write_text("\n".join(lines))
    with served(tmp_path / "hub", "--seed-org", tmp_path / "repos.jsonl") as (_, told):
        listed = httpx2.get(f"{told['endpoint']}/api/models").json()
        assert sorted(model["id"] for model in listed) == ["birds/robin", made_up(7).repo_id]
    (tmp_path / "bad.jsonl").write_text('{"repo_id": "birds/robin"}\n')
    failed = hubtweets("hub", tmp_path / "other", "--seed-org", tmp_path / "bad.jsonl")
    assert failed.returncode == 2
    assert "line 1: neither a record nor a card" in failed.stderr


@pytest.mark.thorough
def test_limits_and_faults_at_start(tmp_path: Path) -> None:
    plan = {"faults": [{"kind": "status", "status": 503, "path": "^/api/datasets"}]}
    (tmp_path / "faults.json").write_text(json.dumps(plan))
    with served(tmp_path / "hub", "--limit", "api=2", "--window", "1000", "--faults", tmp_path / "faults.json") as (
        _,
        told,
    ):
        codes = [httpx2.get(f"{told['endpoint']}/api/{kind}").status_code for kind in ("datasets", "models", "models")]
        assert codes == [503, 200, 429]


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("--limit", "else=3"), 2, "not a rate limit"),
        (("--limit", "api=0"), 2, "not a rate limit"),
        (("--seed-org", "nowhere"), 2, "neither a number nor a file"),
        (("--faults", "nowhere"), 2, "nowhere"),
        (("--window", "0"), 2, "Rate limits are"),
        (("--port", "99999"), 1, "cannot listen"),
        (("--host", "192.0.2.1"), 1, "cannot listen"),
        (("--host", "x" * 64), 1, "cannot listen"),
    ],
)
def test_bad_options(
    tmp_path: Path,
    hubtweets: Callable[..., subprocess.CompletedProcess[str]],
    args: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    done = hubtweets("hub", tmp_path / "hub", *args)
    assert done.returncode == code
    assert message in done.stderr
    assert "next:" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "hub").exists()


@pytest.mark.thorough
def test_filling_it_can_be_interrupted(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hubtweets", "hub", str(tmp_path / "hub"), "--seed-org", "10000000", "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not list((tmp_path / "hub" / "repos").glob("*/*/*.git")) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        try:
            told, _ = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, told) == (130, "")
    with LocalHub(tmp_path / "hub") as hub:  # whole, as far as it went
        assert hub.user == "me"


def test_without_the_extra(tmp_path: Path, hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    (tmp_path / "pygit2.py").write_text("raise ImportError('no pygit2 here', name='pygit2')\n")
    env = {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    done = hubtweets("hub", tmp_path / "hub", env=env)
    assert done.returncode == 1
    assert "pip install 'hubtweets[hub]'" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "args",
    [("card", "read", "huggingtweets/ada"), ("rerender", "huggingtweets"), ("rerender", "huggingtweets", "--apply")],
)
def test_a_hub_that_is_not_there_is_not_made_to_be_read(
    tmp_path: Path, hubtweets: Callable[..., subprocess.CompletedProcess[str]], args: tuple[str, ...]
) -> None:
    folder = tmp_path / "my typo"
    done = hubtweets(*args, "--hub", f"local:{folder}")
    assert done.returncode == 1
    assert f"There is no local Hub in {folder}." in " ".join(done.stderr.split())
    assert "hubtweets hub '" in done.stderr
    assert not folder.exists()
