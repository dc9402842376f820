"""A Hub that fails, a process that is killed: no repo is committed twice, none is forgotten, none harmed."""

from __future__ import annotations

import random
import re
import signal
import sqlite3
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from hubtweets import card
from hubtweets.localhub import Fault

ALL = (
    Fault(kind="status", status=429, share=0.0314),
    Fault(kind="status", status=500, share=0.0314),
    Fault(kind="status", status=503, share=0.0314),
    Fault(kind="reset-before", share=0.0314),
    Fault(kind="reset-after", share=0.0314),
    Fault(kind="cut", share=0.0314),
    Fault(kind="delay", seconds=0.4, share=0.0314),
)
"""Each has its own dice, so that one request in five meets one of them."""


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize("kind", ["reset-after", "cut", "reset-before"])
def test_lost_answers(world: Any, house: Any, kit: Any, kind: Any) -> None:
    """Every first commit's answer is lost: those that were made are found, the others are sent again."""
    repos = world.fill(kit.mixed(number, house) for number in range(kit.KINDS))
    changing = [repo for repo in repos if repo.after is not None]
    world.hub.set_faults(Fault(kind=kind, methods=["POST"], path="/commit/", times=len(changing)))
    told = world.json(kit.ORG, "-t", house.folder, "--apply")
    world.check(repos)
    assert told["actions"]["changed"] == len(changing)
    posts = sum(method == "POST" for method, _, _ in world.asked())
    assert posts == len(changing) * (2 if kind == "reset-before" else 1)


@pytest.mark.slow
def test_everything_at_once(world: Any, house: Any, kit: Any) -> None:
    repos = world.fill(kit.mixed(number, house) for number in range(4 * kit.KINDS))
    world.hub.set_faults(*ALL, seed=3)
    told = world.json(kit.ORG, "-t", house.folder, "--apply")
    assert told["actions"]["changed"] == sum(repo.after is not None for repo in repos)
    world.check(repos)


def _chaos(world: Any, house: Any, kit: Any, count: int, kills: int, seed: int) -> None:
    repos = world.fill(kit.mixed(number, house) for number in range(count))
    world.hub.set_faults(*ALL, seed=seed)
    dice = random.Random(seed)
    command = world.command(kit.ORG, "-t", house.folder, "--apply", "--quiet")
    killed = 0
    for _ in range(4 * kills):
        if killed == kills:
            break
        process = subprocess.Popen(command, env=world.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        begun, wait_for = len(world.hub.requests), dice.randint(1, max(2, 2 * count // (kills + 1)))
        while process.poll() is None and len(world.hub.requests) - begun < wait_for:
            time.sleep(0.005)
        time.sleep(dice.random() * 0.05)
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert killed == kills
    told = world.json(kit.ORG, "-t", house.folder, "--apply")
    assert told["actions"]["failed"] == 0
    assert sum(one.fault is not None for one in world.hub.requests) > len(world.hub.requests) / 10
    world.check(repos)
    with sqlite3.connect(world.ledger) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        done = db.execute("SELECT repo_id, commit_id FROM repos WHERE commit_id IS NOT NULL").fetchall()
        unfinished = db.execute("SELECT count(*) FROM repos WHERE state IN ('sent', 'failed')").fetchone()
    db.close()
    assert unfinished == (0,)
    assert dict(done) == {repo.repo_id: world.head(repo.repo_id) for repo in repos if repo.after is not None}
    world.hub.set_faults()
    world.hub.clear_requests()
    assert world.json(kit.ORG, "-t", house.folder, "--apply")["requests"] == 1


@pytest.mark.slow
def test_killed_and_started_again(world: Any, house: Any, kit: Any) -> None:
    _chaos(world, house, kit, count=60, kills=3, seed=11)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_chaos(world: Any, house: Any, kit: Any, seed: int) -> None:
    _chaos(world, house, kit, count=500, kills=10, seed=seed)


@pytest.mark.slow
def test_a_token_that_may_not_write_anywhere_there(world: Any, house: Any, kit: Any) -> None:
    """Said after the first repos, not after all of them."""
    repos = world.fill(kit.mixed(2, house)._replace(repo_id=f"{kit.ORG}/r{number}") for number in range(60))
    done = world.run(kit.ORG, "-t", house.folder, "--apply", HF_TOKEN=world.hub.read_token)
    assert done.returncode == 1
    assert "the token may only read" in done.stdout
    assert sum(method == "POST" for method, _, _ in world.asked()) <= 2 * 8
    assert all(len(world.commits(repo.repo_id)) == 1 for repo in repos)


@pytest.mark.slow
def test_repos_that_cannot_be_written_never_stop_the_others(world: Any, house: Any, kit: Any) -> None:
    """Twenty of them come first, for the Hub refuses each; they come last in the next run."""

    def called(repo_id: str) -> Any:
        repo = kit.mixed(2, house)
        after = card.update(repo.before, None, f"{house.folder}@2", repo_id=repo_id).text
        return repo._replace(repo_id=repo_id, after=after)

    repos = world.fill(called(f"{kit.ORG}/r{number:02}") for number in range(30))
    world.hub.set_faults(Fault(kind="status", status=403, methods=["POST"], path=r"/r[12]\d/commit/"))
    told = world.json(kit.ORG, "-t", house.folder, "--apply", code=1)
    assert (told["actions"]["changed"], told["actions"]["failed"], told["stopped"]) == (10, 20, None)
    refused = re.compile(r"/r[12]\d$")
    world.check(repo._replace(after=None) if refused.search(repo.repo_id) else repo for repo in repos)
    world.hub.clear_requests()
    fresh = world.fill([called(f"{kit.ORG}/r99")])
    told = world.json(kit.ORG, "-t", house.folder, "--apply", "--workers", "1", code=1)
    assert (told["actions"]["changed"], told["actions"]["failed"]) == (1, 20)
    read = [path.split("/")[2] for method, path, _ in world.asked() if "/resolve/" in path]
    assert read[0] == "r99"
    world.hub.set_faults()
    assert world.json(kit.ORG, "-t", house.folder, "--apply")["actions"]["changed"] == 20
    world.check([*repos, *fresh])


@pytest.mark.slow
def test_hub_that_is_down(world: Any, house: Any, kit: Any) -> None:
    world.fill(kit.mixed(2, house)._replace(repo_id=f"{kit.ORG}/r{number}") for number in range(60))
    world.hub.set_faults(Fault(kind="status", status=503, path="/resolve/"))
    done = world.run(kit.ORG, "-t", house.folder, "--apply")
    assert done.returncode == 1
    assert "12 repos one after the other failed" in done.stdout
    assert "answered 503" in done.stdout


@pytest.mark.slow
def test_token_that_is_not_known(world: Any, house: Any, kit: Any) -> None:
    world.fill([kit.mixed(2, house)])
    done = world.run(kit.ORG, "--apply", HF_TOKEN="hf_wrong")
    assert (done.returncode, "does not accept this token" in done.stderr) == (1, True)
    done = world.run(kit.ORG, "--apply", HF_TOKEN="")
    assert (done.returncode, "needs a token, and none was found" in done.stderr) == (1, True)


@pytest.mark.thorough
def test_no_token_anywhere(world: Any, house: Any, kit: Any, tmp_path: Path, isolated: Path) -> None:
    """In the ledger, plan, report, summary, what is printed, and tracebacks, whatever went wrong."""
    world.fill(kit.mixed(number, house) for number in range(3 * kit.KINDS))
    debug = {"HUBTWEETS_DEBUG": "1", "HF_DEBUG": "0"}
    template = ("-t", house.folder)
    plan = tmp_path / "plan.jsonl"
    told = [world.run(kit.ORG, *template, "--plan", plan, **debug)]
    world.hub.set_faults(*ALL, seed=5)
    files = ("--report", tmp_path / "report.json", "--summary", tmp_path / "summary.md")
    told.append(world.run("--apply-plan", plan, *template, *files, **debug))
    world.hub.set_faults()
    told.append(world.run(kit.ORG, *template, "--apply", "--json", **debug))
    told.append(
        world.run(
            kit.ORG, "--apply", "--ledger", tmp_path / "x" / "y.sqlite3", ledger=False, HF_TOKEN="hf_wrong", **debug
        )
    )
    assert "Traceback" in told[-1].stderr
    tokens = {world.hub.token, world.hub.read_token, "hf_wrong"}
    seen = "".join(one.stdout + one.stderr for one in told).encode()
    written = [path for folder in (tmp_path, isolated) for path in folder.rglob("*") if path.is_file()]
    written = [path for path in written if not path.is_relative_to(world.hub.folder)]
    assert {path.name for path in written} >= {"plan.jsonl", "report.json", "summary.md", "ledger.sqlite3", "y.sqlite3"}
    for token in tokens:
        assert token.encode() not in seen
        for path in written:
            assert token.encode() not in path.read_bytes(), path
