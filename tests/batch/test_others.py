"""Other people at work in the same repos at the same time: nothing of theirs is lost."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from typing import Any

import pytest

from hubtweets.localhub import Fault


def _while_posting(world: Any, act: Any) -> threading.Thread:
    """Does something when the batch's first commit has arrived at the Hub and has not been looked at yet."""

    def wait() -> None:
        while not any(method == "POST" and "/commit/" in path for method, path, _ in world.asked()):
            time.sleep(0.01)
        act()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


@pytest.mark.thorough
def test_commit_between_get_and_post(world: Any, house: Any, kit: Any) -> None:
    (repo,) = world.fill([kit.mixed(2, house)])
    world.hub.set_faults(Fault(kind="delay", methods=["POST"], path="/commit/", seconds=1.5, times=1))
    thread = _while_posting(world, lambda: world.edit(repo.repo_id, lambda text: text + "\n## News\n\nFrom me.\n"))
    told = world.json(kit.ORG, "-t", house.folder, "--apply")
    thread.join()
    assert told["actions"]["changed"] == 1
    assert told["kinds"]["merge"] == 1  # planned again, on what the person wrote
    assert world.text(repo.repo_id) == repo.after + "\n## News\n\nFrom me.\n"
    assert [message.split()[0] for message in world.commits(repo.repo_id)] == ["Re-render", "a", "initial"]
    assert [status for method, path, status in world.asked() if path.endswith("/commit/main")].count(412) == 1


@pytest.mark.slow
def test_somebody_always_faster(world: Any, house: Any, kit: Any) -> None:
    """After 3 times the repo is left alone, and said to be."""
    (repo,) = world.fill([kit.mixed(2, house)])
    world.hub.set_faults(Fault(kind="delay", methods=["POST"], path="/commit/", seconds=0.8))
    stop = threading.Event()

    def others() -> None:
        git = world.git(repo.repo_id)
        import pygit2

        while not stop.is_set():
            head = git.references["refs/heads/main"].peel(pygit2.Commit)
            signature = pygit2.Signature("ada", "ada@example.org")
            oid = git.create_commit(None, signature, signature, "mine", head.tree.id, [head.id])
            git.references.create("refs/heads/main", oid, force=True)
            time.sleep(0.1)

    thread = threading.Thread(target=others)
    thread.start()
    told = world.json(kit.ORG, "-t", house.folder, "--apply", code=1)
    stop.set()
    thread.join()
    assert told["actions"]["failed"] == 1
    assert "each of the 4 times in between" in told["notable"][0]["reason"]
    assert world.text(repo.repo_id) == repo.before
    assert sum(method == "POST" for method, _, _ in world.asked()) == 4


@pytest.mark.thorough
def test_repo_deleted_meanwhile(world: Any, house: Any, kit: Any) -> None:
    first, second = world.fill([kit.mixed(2, house), kit.mixed(15, house)])
    world.hub.set_faults(Fault(kind="delay", methods=["GET"], path=f"/{second.repo_id}/resolve/", seconds=1.5, times=1))
    namespace, name = second.repo_id.split("/")

    def delete() -> None:
        while not any("/resolve/" in path and second.repo_id in path for _, path, _ in world.asked()):
            time.sleep(0.01)
        body = {"name": name, "organization": namespace, "type": "model"}
        world.web.request("DELETE", "/api/repos/delete", json=body).raise_for_status()

    thread = threading.Thread(target=delete)
    thread.start()
    told = world.json(kit.ORG, "-t", house.folder, "--apply")
    thread.join()
    assert (told["kinds"]["missing"], told["actions"]["changed"]) == (1, 1)
    world.check([first])


@pytest.mark.slow
def test_pull_requests(world: Any, house: Any, kit: Any) -> None:
    """One a repo; the open one is brought up to date when the next version of the template is there."""
    repos = world.fill(kit.mixed(number, house) for number in (0, 2, 3, 4, 7))
    heads = {repo.repo_id: world.head(repo.repo_id) for repo in repos}
    changing = [repo for repo in repos if repo.after is not None]
    told = world.json(kit.ORG, "-t", house.folder, "--apply", "--pr")
    assert told["actions"]["proposed"] == len(changing) == 3
    for repo in changing:
        assert world.text(repo.repo_id, "refs/pr/1") == repo.after
    assert world.json(kit.ORG, "-t", house.folder, "--apply", "--pr")["requests"] == 1
    world.ledger.unlink()
    again = world.json(kit.ORG, "-t", house.folder, "--apply", "--pr")
    assert again["actions"]["proposed"] == 3
    newest = (house.folder / "2.md.j2").read_text().replace("raised", "let fly")
    (house.folder / "3.md.j2").write_text(newest, encoding="utf-8")
    third = world.json(kit.ORG, "-t", house.folder, "--apply", "--pr")
    assert third["actions"]["proposed"] == 3 + 1  # and what was as it should be has an older template now
    for repo in changing:
        assert "let fly" in world.text(repo.repo_id, "refs/pr/1")
        assert "refs/pr/2" not in world.git(repo.repo_id).references
        assert len(world.web.get(f"/api/models/{repo.repo_id}/discussions").json()["discussions"]) == 1
    assert {repo.repo_id: world.head(repo.repo_id) for repo in repos} == heads  # main is as it was
    waiting = json.loads(world.run("--status", "--json").stdout)["proposals"]
    assert {(one["repo_id"], one["status"]) for one in waiting} >= {(repo.repo_id, "open") for repo in changing}
    assert f"{changing[0].repo_id}/discussions/1: open" in world.run("--status").stdout
    world.json(kit.ORG, "-t", house.folder, "--apply")  # what was proposed is committed: the proposals are overtaken
    for repo in changing:
        (one,) = world.web.get(f"/api/models/{repo.repo_id}/discussions").json()["discussions"]
        assert (one["status"], one["numComments"]) == ("closed", 2)
    assert json.loads(world.run("--status", "--json").stdout)["proposals"] == []


@pytest.mark.slow
@pytest.mark.parametrize("number", [2, 15])
def test_interrupted(world: Any, house: Any, kit: Any, number: int) -> None:
    """Ctrl-C, and a CI job that is cancelled: what is on its way is finished, and the next run does the rest."""
    repos = world.fill(kit.mixed(kind, house)._replace(repo_id=f"{kit.ORG}/bot{kind}") for kind in range(60))
    world.hub.set_faults(Fault(kind="delay", methods=["POST"], seconds=0.3))
    command = world.command(kit.ORG, "-t", house.folder, "--apply", "--workers", "2")
    process = subprocess.Popen(command, env=world.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while sum(method == "POST" for method, _, _ in world.asked()) < 4:
        time.sleep(0.02)
    process.send_signal(number)
    stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130, stderr
    assert "Stopped because it was interrupted" in stdout
    assert "Run the same command again; it goes on where it stopped." in stderr
    changed = [repo for repo in repos if len(world.commits(repo.repo_id)) == 2]
    posts = sum(method == "POST" for method, _, _ in world.asked())
    assert 2 <= len(changed) == posts < 30  # what was sent was made
    world.hub.set_faults()
    told = world.json(kit.ORG, "-t", house.folder, "--apply")
    assert told["actions"]["changed"] == sum(repo.after is not None for repo in repos) - len(changed)
    world.check(repos)


@pytest.mark.slow
def test_for_a_time(world: Any, house: Any, kit: Any) -> None:
    repos = world.fill(kit.mixed(2, house)._replace(repo_id=f"{kit.ORG}/r{number}") for number in range(60))
    world.hub.set_faults(Fault(kind="delay", methods=["POST"], seconds=0.5))
    told = world.json(kit.ORG, "-t", house.folder, "--apply", "--workers", "1", "--for", "6s", code=1)
    assert told["stopped"] == "time"
    assert 0 < told["actions"]["changed"] < len(repos)
    assert told["actions"]["changed"] == sum(len(world.commits(repo.repo_id)) == 2 for repo in repos)
