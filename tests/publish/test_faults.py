"""A Hub that fails in each of its ways, under each verb: exactly one commit or pull request, with the right bytes.

The verbs are Python's own, through a proxy that makes the faults; their waits are skipped.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import hubtweets
from hubtweets import card
from hubtweets._shared.disk import blob_id
from hubtweets.hub.client import HubClient
from hubtweets.localhub import LocalHub
from hubtweets.record import Account, Counts, ModelRecord
from tests.support.clock import SkippingClock
from tests.support.models import trainer_folder
from tests.support.odd_hub import FAULTS, OddHub, Rule

PLACES = {"commit": r"POST .*/commit/", "read": r"GET .*/resolve/main/README", "create": r"POST /api/repos/create"}
VERBS = ("publish", "push", "rerender")
CASES = [
    (verb, place, fault)
    for verb in VERBS
    for place in PLACES
    for fault in FAULTS
    if (place == "commit" or fault != "412") and not (place == "create" and verb == "rerender")
]
_numbers = itertools.count(1)


class Bench(NamedTuple):
    """A Hub behind a proxy, and what the verbs publish to it."""

    hub: LocalHub
    odd: OddHub
    direct: HubClient
    posts: Path
    trained: Path
    pushed: Path


class Did(NamedTuple):
    """What a verb says that it did, and what must be in the repo then."""

    action: str
    commit: str | None
    pull_request: int | None
    card: str
    files: dict[str, Path]


@pytest.fixture(scope="module")
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
    monkeypatch.setattr("hubtweets.publishing.road.SYSTEM_CLOCK", clock)
    bench.odd.rules, bench.odd.seen = [], []
    yield bench
    bench.odd.rules = []


@pytest.fixture
def clock() -> SkippingClock:
    return SkippingClock()


def _publish(world: Bench, repo_id: str, **options: Any) -> Did:
    done = hubtweets.publish(
        handles=["wren"], posts=world.posts, repo_id=repo_id, base_model="scratch:tiny", training={"epochs": 1},
        work_dir=world.trained,
        hub=world.odd.endpoint, **options,
    )  # fmt: skip
    (model,) = world.trained.glob("*/model")
    files = {path.name: path for path in model.iterdir()}
    return Did(done.action, done.commit, done.pull_request, card.render(done.record), files)


def _push(world: Bench, repo_id: str, **options: Any) -> Did:
    done = hubtweets.push(world.pushed, repo_id=repo_id, hub=world.odd.endpoint, **options)
    files = {name: world.pushed / name for name in ("config.json", "model.safetensors")}
    return Did(done.action, done.commit, done.pull_request, card.render(done.record), files)


def _rerender(world: Bench, repo_id: str, **options: Any) -> Did:
    before = world.direct.read_card(repo_id).text
    update = card.update(before, None, "hubtweets", repo_id=repo_id)
    assert update.text is not None
    seen: list[Any] = []

    class Keeps(hubtweets.Observer):
        def outcome(self, outcome: Any, plan: Any, change: Any) -> None:
            seen.append(outcome)

    namespace = repo_id.partition("/")[0]
    hubtweets.rerender(namespace, apply=True, hub=world.odd.endpoint, observers=[Keeps()], **options)
    (outcome,) = seen
    return Did(outcome.action, outcome.commit, outcome.pull_request, update.text, {})


DO: dict[str, Callable[..., Did]] = {"publish": _publish, "push": _push, "rerender": _rerender}


def _new_repo(world: Bench, verb: str, *, exists: bool) -> str:
    """A repo of its own, in a namespace of its own: nothing, an empty repo, or one with an old card."""
    number = next(_numbers)
    repo_id = f"org{number}/bot"
    if verb == "rerender":
        account = Account(handle="bot", name="Bot", counts=Counts(downloaded=10, retweets=1, short=2, kept=7))
        record = ModelRecord(repo_id=repo_id, template="huggingtweets-2021-05@1", accounts=(account,))
        world.hub.seed([(repo_id, {"README.md": card.render(record).encode()})])
    elif exists:
        world.direct.create_repo(repo_id)
    return repo_id


def _history(client: HubClient, repo_id: str, revision: str = "main") -> list[str]:
    history = client.get_json(f"/api/models/{repo_id}/commits/{revision.replace('/', '%2F')}", repo_id=repo_id)
    return [entry["id"] for entry in history]


def _check_bytes(world: Bench, repo_id: str, did: Did, revision: str) -> None:
    there = world.direct.list_files(repo_id, revision)
    assert world.direct.read_card(repo_id, revision).text == did.card
    assert there.keys() - {".gitattributes"} == {"README.md", *did.files}
    for name, path in did.files.items():
        content = path.read_bytes()
        assert (there[name].sha256 or there[name].blob_id) in (hashlib.sha256(content).hexdigest(), blob_id(content))


@pytest.mark.parametrize(("verb", "place", "fault"), CASES)
def test_one_commit(world: Bench, tmp_path: Path, verb: str, place: str, fault: str) -> None:
    repo_id = _new_repo(world, verb, exists=False)
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


@pytest.mark.parametrize(("verb", "fault"), [(verb, fault) for verb in VERBS for fault in FAULTS])
def test_one_pull_request(world: Bench, tmp_path: Path, verb: str, fault: str) -> None:
    repo_id = _new_repo(world, verb, exists=True)
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
