"""A plan is made, reviewed and applied: exactly it, or nothing."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import HfApi

from hubtweets import card, rerender
from hubtweets.errors import PlanError
from hubtweets.localhub import LocalHub
from hubtweets.record import Account, ModelRecord


@pytest.fixture
def planned(world: Any, house: Any, kit: Any, tmp_path: Path) -> tuple[Any, list[Any], Path]:
    """An organisation, and the plan for it."""
    repos = world.fill(kit.mixed(number, house) for number in range(kit.KINDS))
    plan = tmp_path / "plan.jsonl"
    heads = {repo.repo_id: world.head(repo.repo_id) for repo in repos}
    done = world.run(kit.ORG, "-t", house.folder, "--plan", plan)
    assert done.returncode == 0, done.stderr
    assert {repo.repo_id: world.head(repo.repo_id) for repo in repos} == heads  # nothing has changed
    assert not any(method == "POST" for method, _, _ in world.asked())
    assert "7 planned" in done.stdout
    assert f"hubtweets rerender --template {house.folder} --apply-plan {plan}" in done.stdout
    assert "  @@ -" in done.stdout  # a difference is shown
    return world, repos, plan


def _failures(told: dict[str, Any]) -> str:
    """Why repos failed."""
    return ", ".join(one["reason"] for one in told["notable"] if one.get("action") == "failed")


@pytest.mark.thorough
def test_plan_is_lines_of_json(planned: tuple[Any, list[Any], Path]) -> None:
    world, repos, plan = planned
    head, *entries, tail = [json.loads(line) for line in plan.read_bytes().splitlines()]
    assert head == {
        "type": "plan", "version": 2, "verb": "rerender", "hub": world.hub.endpoint, "scope": "birds",
        "template": "aviary@2", "on_conflict": "skip",
    }  # fmt: skip
    assert tail == {"repos": len(repos)}
    assert {entry["repo_id"]: entry["kind"] for entry in entries} == {repo.repo_id: repo.kind for repo in repos}
    for repo in repos:
        entry = next(entry for entry in entries if entry["repo_id"] == repo.repo_id)
        assert ("digest" in entry) == ("diff" in entry) == (repo.after is not None)
        assert entry["parent"] == world.head(repo.repo_id)
    conflict = next(entry for entry in entries if entry["kind"] == "conflict")
    assert "pipeline of its own" in conflict["conflicts"][0]["theirs"]


@pytest.mark.slow
def test_apply_does_exactly_what_was_planned(planned: tuple[Any, list[Any], Path], house: Any) -> None:
    """A person's commit between plan and apply is kept; what was planned for the others happens, once."""
    world, repos, plan = planned
    edited = next(repo for repo in repos if repo.kind == "update")
    commit = world.edit(edited.repo_id, lambda text: text + "\nA late note.\n")
    world.fill([repos[0]._replace(repo_id="birds/later", before=edited.before)])  # not in the plan
    template = ("-t", house.folder)
    told = world.json("--apply-plan", plan, *template, code=1)
    assert told["actions"]["failed"] == 1
    assert _failures(told) == "the repo has changed since the plan was made"
    assert world.head(edited.repo_id) == commit
    assert "A late note." in world.text(edited.repo_id)
    world.check(repo for repo in repos if repo is not edited)
    assert len(world.commits("birds/later")) == 1
    assert not any(path == "/api/models" for _, path, _ in world.asked())  # a plan needs no listing
    done = world.run("--apply-plan", plan, *template)
    assert "A new plan has those that failed: hubtweets rerender birds --plan FILE" in done.stdout
    again = world.json("--apply-plan", plan, *template, code=1)
    assert (again["actions"]["changed"], again["actions"]["failed"]) == (0, 1)
    world.ledger.unlink()
    without = world.json("--apply-plan", plan, *template, code=1)
    assert (without["actions"]["changed"], without["actions"]["failed"]) == (0, 1)
    world.check(repo for repo in repos if repo is not edited)


@pytest.mark.slow
def test_what_is_left_of_a_plan_is_known(planned: tuple[Any, list[Any], Path], house: Any) -> None:
    world, _, plan = planned
    done = world.run("--apply-plan", plan, "-t", house.folder, "--for", "0s")
    assert done.returncode == 1
    assert "Stopped because the time given is over; left: " in done.stdout
    assert not any(method == "POST" for method, _, _ in world.asked())


@pytest.mark.slow
def test_template_changed_after_planning(planned: tuple[Any, list[Any], Path], house: Any) -> None:
    world, _, plan = planned
    file = house.folder / "2.md.j2"
    file.write_text(file.read_text().replace("raised", "grown"), encoding="utf-8")
    told = world.json("--apply-plan", plan, "-t", house.folder, code=1)
    assert told["actions"]["changed"] == 0
    assert set(_failures(told).split(", ")) == {"this hubtweets makes another card than the plan has"}


@pytest.mark.slow
def test_plans_that_are_none(
    planned: tuple[Any, list[Any], Path], house: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, _, plan = planned
    monkeypatch.setenv("HF_TOKEN", world.hub.token)

    def refused(path: Path, says: str, organisation: str | None = None) -> None:
        with pytest.raises(PlanError, match=says):
            rerender(
                organisation,
                apply_plan=path,
                hub=world.hub.endpoint,
                template=str(house.folder),
                ledger=world.ledger,
            )

    lines = plan.read_bytes().splitlines(keepends=True)
    broken = tmp_path / "broken.jsonl"
    for content, says in (
        (b"".join(lines[:-1]), "was cut short"),
        (b"".join([*lines[:2], *lines[3:]]), "was cut short"),
        (b"hello\n", "is not a plan"),
        (b"", "is not a plan"),
        (lines[0].replace(b'"version":2', b'"version":9') + lines[-1], "of version 9"),
        (b"".join([lines[0].replace(b"127.0.0.1", b"127.0.0.9"), *lines[1:]]), "was made for the Hub http://127.0.0.9"),
        (b"".join([lines[0], lines[1].replace(b"birds/", b"owls/"), *lines[2:]]), "has a repo that is not of birds"),
        (b"".join([lines[0], lines[1].replace(b"birds/", b"birds/../../"), *lines[2:]]), "a repo that is not of"),
    ):
        broken.write_bytes(content)
        refused(broken, says)
    refused(tmp_path / "missing.jsonl", "cannot be read")
    refused(plan, "was made for the repo or organisation birds, not owls", "owls")
    posted = [path for method, path, _ in world.asked() if method == "POST"]
    assert posted == []
    done = world.run("--apply-plan", broken, "-t", house.folder)
    assert (done.returncode, "has a repo that is not of birds" in done.stderr) == (1, True)


@pytest.mark.thorough(every=2)
@pytest.mark.parametrize("policy", ["keep-theirs", "keep-ours"])
def test_conflicts_settled_for_a_side(world: Any, house: Any, kit: Any, policy: str) -> None:
    (repo,) = world.fill([kit.mixed(7, house)])
    assert repo.kind == "conflict"
    assert world.json(kit.ORG, "-t", house.folder, "--apply")["requests"] == 2
    assert world.json(kit.ORG, "-t", house.folder, "--apply")["requests"] == 1  # the ledger knows it
    told = world.json(kit.ORG, "-t", house.folder, "--apply", "--on-conflict", policy)
    assert told["actions"]["changed"] == 1
    text = world.text(repo.repo_id)
    assert text == card.update(repo.before, None, f"{house.folder}@2", policy).text
    assert ("pipeline of its own" in text) == (policy == "keep-theirs")
    assert len(world.commits(repo.repo_id)) == 2
    assert world.json(kit.ORG, "-t", house.folder, "--apply", "--on-conflict", policy)["actions"]["changed"] == 0


@pytest.mark.slow
def test_stop_at_a_conflict(world: Any, house: Any, kit: Any) -> None:
    world.fill(kit.mixed(7, house)._replace(repo_id=f"{kit.ORG}/r{number}") for number in range(40))
    told = world.json(kit.ORG, "-t", house.folder, "--apply", "--on-conflict", "stop", "--workers", "1", code=1)
    assert (told["stopped"], told["done"]) == ("conflict", 1)


@pytest.mark.slow
def test_status_and_usage(world: Any, house: Any, kit: Any, tmp_path: Path) -> None:
    done = world.run("--status")
    assert (done.returncode, "is empty" in done.stdout) == (0, True)
    repos = world.fill(kit.mixed(number, house) for number in range(kit.KINDS))
    world.run(kit.ORG, "-t", house.folder, "--apply")
    told = json.loads(world.run("--status", "--json").stdout)
    commits = sum(one["commits"] for one in told["tallies"])
    assert commits == sum(repo.after is not None for repo in repos)
    assert {one["template"] for one in told["tallies"]} == {"aviary@2"}
    assert "birds → aviary@2" in world.run("--status").stdout
    for arguments, says in (
        ((), "Which organisation's models?"),
        (("birds/wren",), "hubtweets rerender birds --only wren"),
        (("birds", "--for", "soon"), "no time such as 5h"),
        (("birds", "--workers", "0"), "counted from 1"),
        (("birds", "-t", "nothing@1"), "There is no template"),
    ):
        done = world.run(*arguments)
        assert done.returncode in (1, 2)
        assert says in " ".join(done.stderr.split())
    (tmp_path / "ledger.sqlite3").write_bytes(b"not a database" * 100)
    done = world.run(kit.ORG)
    assert (done.returncode, "cannot be used" in done.stderr) == (1, True)


@pytest.mark.slow
def test_the_next_command_is_for_the_same_hub_and_choices(tmp_path: Path, hubtweets: Callable[..., Any]) -> None:
    """A command that is pasted must not go to another Hub, or take another template."""
    folder = tmp_path / "a hub"
    with LocalHub(folder) as hub:
        api = HfApi(hub.endpoint, token=hub.token)
        api.create_repo("birds/one")
        record = ModelRecord(repo_id="birds/one", accounts=(Account(handle="one", name="One"),))
        text = card.render(record, "huggingtweets-2021-05@1").encode()
        api.upload_file(path_or_fileobj=text, path_in_repo="README.md", repo_id="birds/one")
    args = ("rerender", "birds", "--hub", f"local:{folder}", "--only", "o*", "--ledger", tmp_path / "ledger")
    done = hubtweets(*args)
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if "To do it: " in line)
    command = shlex.split(line.partition("To do it: ")[2])
    assert {"--apply", "--only", "o*", f"local:{folder}"} <= set(command)
    again = hubtweets(*command[1:], "--json")
    assert again.returncode == 0, again.stderr
    planned = hubtweets("rerender", "birds", "--hub", f"local:{folder}", "--report", tmp_path / "no" / "report.json")
    assert planned.returncode == 2
    assert "There is no folder" in planned.stderr
