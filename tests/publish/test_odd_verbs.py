"""Whatever a Hub answers to a commit or a read, each verb says that it failed, and leaves everything as it was.

The answers are those of `tests/hub/test_odd_answers.py`, given for ever; one in six of them is tried each time, and
all are by `make test-slow`. What each ends with is in docs/hub-answers.md.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import hubtweets
from hubtweets.errors import HubError
from tests.hub.test_odd_answers import HTML, PORTAL, ROWS, Row
from tests.support.odd_hub import Rule
from tests.support.verbs import DO, PLACES, Bench, new_repo

VERBS = ("push", "rerender", pytest.param("publish", marks=pytest.mark.slow))
SHOWN = [pytest.param(row, marks=() if number % 6 == 0 else pytest.mark.slow) for number, row in enumerate(ROWS)]


def _name(row: Row) -> str:
    return f"{row.status} {row.kind.partition(';')[0]} {row.body[:40]}"


def _tried(verb: str, world: Bench, repo_id: str, ledger: Path) -> str:
    """How a verb ends: the error that it raises, or what a report says of the repo."""
    if verb != "rerender":
        with pytest.raises(HubError) as caught:
            DO[verb](world, repo_id, ledger=ledger)
        assert caught.value.hint
        assert "\n" not in caught.value.message
        return type(caught.value).__name__
    seen: list[Any] = []

    class Keeps(hubtweets.Observer):
        def outcome(self, outcome: Any, plan: Any, change: Any) -> None:
            seen.append(outcome)

    result = hubtweets.rerender(
        repo_id.partition("/")[0], apply=True, hub=world.odd.endpoint, observers=[Keeps()], ledger=ledger
    )
    (outcome,) = seen
    assert outcome.reason
    assert "\n" not in outcome.reason
    assert result.failed == (outcome.action == "failed")
    return f"{outcome.action}: {outcome.kind}" if outcome.action != "failed" else "failed"


@pytest.mark.thorough(every=7)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("place", ["commit", "read"])
@pytest.mark.parametrize("row", SHOWN, ids=_name)
def test_each_verb_ends_and_says_the_truth(
    world: Bench,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
    row: Row,
    place: str,
    verb: str,
) -> None:
    repo_id = new_repo(world, verb, exists=True)
    head = world.direct.head(repo_id)
    world.odd.rules = [
        Rule(PLACES[place], status=row.status, body=row.body, headers={"Content-Type": row.kind, **row.headers}),
        Rule("GET /login", body=PORTAL, headers={"Content-Type": HTML}),
    ]
    ended = _tried(verb, world, repo_id, tmp_path / "ledger.sqlite3")
    record_property("ended", ended)
    assert world.odd.asked(PLACES[place]) <= 30, "it ends"
    assert world.direct.head(repo_id) == head, "nothing was committed, and nothing was said to be"
    gone = "RepoNotFound" in row.headers.values()
    if verb == "rerender":
        expected = {"failed", "none: missing"} if gone else {"failed"}
        assert ended in expected
    world.odd.rules = []
    assert DO[verb](world, repo_id, ledger=tmp_path / "ledger.sqlite3").action == "changed", "the next run goes on"
