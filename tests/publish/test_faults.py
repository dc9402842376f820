"""A Hub that fails in each of its ways, under each verb: exactly one commit or pull request, with the right bytes.

The verbs are Python's own, through a proxy that makes the faults; their waits are skipped.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from hubtweets._shared.disk import blob_id
from hubtweets.hub.client import HubClient
from tests.support.odd_hub import FAULTS, Rule
from tests.support.verbs import DO, PLACES, Bench, Did, new_repo

VERBS = ("publish", "push", "rerender", "evaluate")
CASES = [
    (verb, place, fault)
    for verb in VERBS
    for place in PLACES
    for fault in FAULTS
    if (place == "commit" or fault != "412") and (place != "create" or verb in ("publish", "push"))
]


def _history(client: HubClient, repo_id: str, revision: str = "main") -> list[str]:
    history = client.get_json(f"/api/models/{repo_id}/commits/{revision.replace('/', '%2F')}", repo_id=repo_id)
    return [entry["id"] for entry in history]


def _check_bytes(world: Bench, repo_id: str, did: Did, revision: str) -> None:
    there = world.direct.list_files(repo_id, revision)
    assert world.direct.read_card(repo_id, revision).text == did.card
    assert there.keys() - {".gitattributes"} == {"README.md", *did.files, *did.beside}
    for name, path in did.files.items():
        content = path.read_bytes()
        assert (there[name].sha256 or there[name].blob_id) in (hashlib.sha256(content).hexdigest(), blob_id(content))


@pytest.mark.thorough(every=7)
@pytest.mark.parametrize(("verb", "place", "fault"), CASES)
def test_one_commit(world: Bench, tmp_path: Path, verb: str, place: str, fault: str) -> None:
    repo_id = new_repo(world, verb, exists=False)
    world.odd.rules = [Rule(PLACES[place], times=1, **FAULTS[fault])]
    did = DO[verb](world, repo_id, ledger=tmp_path / "ledger.sqlite3")
    assert world.odd.rules[0].times == 0, "the fault was met"
    assert did.action == "changed"
    history = _history(world.direct, repo_id)
    assert len(history) == 2, "the one that made the repo, and ours"
    assert history[0] == did.commit
    _check_bytes(world, repo_id, did, "main")
    head = history[0]
    again = DO[verb](world, repo_id, ledger=tmp_path / "other.sqlite3") if verb != "rerender" else None
    assert again is None or again.action == "none"
    assert world.direct.head(repo_id) == head


@pytest.mark.thorough(every=5)
@pytest.mark.parametrize(("verb", "fault"), [(verb, fault) for verb in VERBS for fault in FAULTS])
def test_one_pull_request(world: Bench, tmp_path: Path, verb: str, fault: str) -> None:
    repo_id = new_repo(world, verb, exists=True)
    before = world.direct.head(repo_id)
    world.odd.rules = [Rule(PLACES["commit"], times=1, **FAULTS[fault])]
    did = DO[verb](world, repo_id, pull_request=True, ledger=tmp_path / "ledger.sqlite3")
    assert world.odd.rules[0].times == 0, "the fault was met"
    assert (did.action, did.pull_request) == ("proposed", 1)
    listed = world.direct.get_json(f"/api/models/{repo_id}/discussions", repo_id=repo_id)["discussions"]
    assert [entry["num"] for entry in listed] == [1]
    assert world.direct.head(repo_id) == before, "main is as it was"
    assert _history(world.direct, repo_id, "refs/pr/1") == [did.commit, before]
    _check_bytes(world, repo_id, did, "refs/pr/1")
