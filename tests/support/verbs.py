"""Every verb against one Hub behind an odd proxy: what each is run with, and what it says that it did.

`tests/publish/conftest.py` makes the bench.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import hubtweets
from hubtweets import card
from hubtweets.errors import HubtweetsError
from hubtweets.hub.client import HubClient
from hubtweets.localhub import LocalHub
from hubtweets.publishing.config import made
from hubtweets.publishing.evaluate import state_measured
from hubtweets.record import Account, Counts, ModelRecord
from tests.support.odd_hub import OddHub

PLACES = {"commit": r"POST .*/commit/", "read": r"GET .*/resolve/main/README", "create": r"POST /api/repos/create"}
"""Requests that something happens to, by what they are for."""

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
    beside: frozenset[str] = frozenset()
    """Files that are made of the record, of whose bytes nothing is said here."""


def _publish(world: Bench, repo_id: str, **options: Any) -> Did:
    done = hubtweets.publish(
        handles=["wren"], posts=world.posts, repo_id=repo_id, base_model="scratch:tiny", training={"epochs": 1},
        work_dir=world.trained,
        hub=world.odd.endpoint, **options,
    )  # fmt: skip
    (model,) = world.trained.glob("*/model")
    files = {path.name: path for path in model.iterdir()}
    beside = frozenset({"predictions.png", "notebook.ipynb"})
    return Did(done.action, done.commit, done.pull_request, card.render(done.record), files, beside)


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


def _evaluate(world: Bench, repo_id: str, **options: Any) -> Did:
    """Without the measuring, which takes a while and asks the Hub for nothing but files."""
    config = made({"hub": world.odd.endpoint, **options}, None)
    done = state_measured(repo_id, lambda client, record: {"eval_loss": 3.25, "perplexity": 25.8}, config)[1]
    return Did(done.action, done.commit, done.pull_request, card.render(done.record), {})


def _retract(world: Bench, repo_id: str, ledger: Path | None = None) -> Did:
    """It has no ledger: the Hub itself tells what is left to do."""
    receipt = hubtweets.retract(repo_id, hub=world.odd.endpoint)
    assert receipt.complete, receipt
    done = world.direct.read_card(receipt.repo_id)
    assert done.text is not None
    return Did("changed", done.commit, None, done.text, {})


DO: dict[str, Callable[..., Did]] = {
    "publish": _publish,
    "push": _push,
    "rerender": _rerender,
    "evaluate": _evaluate,
    "retract": _retract,
}


def new_repo(world: Bench, verb: str, *, exists: bool) -> str:
    """A repo of its own, in a namespace of its own: nothing, an empty repo, or one with an old card."""
    number = next(_numbers)
    repo_id = f"org{number}/bot{number}"
    if verb in ("rerender", "evaluate", "retract"):
        account = Account(handle=f"bot{number}", name="Bot", counts=Counts(downloaded=10, retweets=1, short=2, kept=7))
        template = "huggingtweets-2021-05@1" if verb == "rerender" else "hubtweets@2"
        record = ModelRecord(repo_id=repo_id, template=template, accounts=(account,))
        world.hub.seed([(repo_id, {"README.md": card.render(record).encode()})])
    elif exists:
        world.direct.create_repo(repo_id)
    return repo_id


class Ended(NamedTuple):
    """How a verb ended: what it did ("failed" where it raised an error), what was told of it, and the error."""

    action: str
    told: str
    error: HubtweetsError | None = None


def tried(world: Bench, verb: str, repo_id: str, **options: Any) -> Ended:
    """Run a verb that may fail."""
    if verb == "rerender":
        return _tried_batch(world, repo_id, **options)
    try:
        return Ended(DO[verb](world, repo_id, **options).action, "")
    except HubtweetsError as error:
        assert error.hint, error
        return Ended("failed", f"{error.message} {error.hint}", error)


def _tried_batch(world: Bench, repo_id: str, **options: Any) -> Ended:
    seen: list[Any] = []

    class Keeps(hubtweets.Observer):
        def outcome(self, outcome: Any, plan: Any, change: Any) -> None:
            seen.append(outcome)

    options = {"hub": world.odd.endpoint, "apply": "plan" not in options and "apply_plan" not in options, **options}
    try:
        result = hubtweets.rerender(repo_id.partition("/")[0], observers=[Keeps()], **options)
    except HubtweetsError as error:
        assert error.hint, error
        return Ended("failed", f"{error.message} {error.hint}", error)
    told = " ".join(text for one in seen for text in (one.reason, one.hint) if text)
    if result.totals.stopped is not None:
        assert result.failed
        return Ended("failed", f"{told} {result.totals.reason or result.totals.stopped}")
    (outcome,) = seen
    assert result.failed == (outcome.action == "failed")
    return Ended(outcome.action, f"{outcome.kind}: {told}")
