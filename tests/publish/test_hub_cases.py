"""The kinds of odd Hubs that people met, each under every verb: the report is true, and the work ends."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import HfApi, constants

import hubtweets
from hubtweets import card
from hubtweets.errors import HubUnreachableError, LedgerError, RepoMovedError, TokenRejectedError, UsageError
from hubtweets.hub import listing
from hubtweets.hub.commits import RepoChange
from hubtweets.publishing.ledger import Ledger
from hubtweets.record import Account, Counts, ModelRecord
from tests.support.clock import SkippingClock
from tests.support.odd_hub import Given, Rule
from tests.support.verbs import DO, PLACES, Bench, new_repo, tried

VERBS = ("rerender", "push", "evaluate", "retract", pytest.param("publish", marks=pytest.mark.slow))
ON_THE_ROAD = tuple(verb for verb in VERBS if verb != "retract")
"""Those with a ledger, plans and a limit of time."""

JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html"}
SIGN_IN = "<html><title>Sign in</title></html>"
LOGIN = Rule("GET /login", body=SIGN_IN, headers=HTML)


@pytest.fixture
def api(world: Bench) -> HfApi:
    return HfApi(endpoint=world.hub.endpoint, token=world.hub.token)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


def with_books(verb: str, books: Path) -> dict[str, Any]:
    return {} if verb == "retract" else {"ledger": books}


# -- 1: success that is none -----------------------------------------------------------------------------------------

NO_COMMIT = {
    "a login page": Rule(PLACES["commit"], status=200, body=SIGN_IN, headers=HTML),
    "nothing": Rule(PLACES["commit"], status=200),
    "no id": Rule(PLACES["commit"], status=200, body='{"success": true}', headers=JSON),
    "queued": Rule(PLACES["commit"], status=202, body='{"status": "queued"}', headers=JSON),
    "204": Rule(PLACES["commit"], status=204),
    "a redirect": Rule(PLACES["commit"], status=302, headers={"Location": "/login"}),
}


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize("answer", NO_COMMIT)
@pytest.mark.parametrize("verb", VERBS)
def test_an_answer_without_a_commit_is_none(world: Bench, books: Path, verb: str, answer: str) -> None:
    repo_id = new_repo(world, verb, exists=True)
    head = world.direct.head(repo_id)
    world.odd.rules = [NO_COMMIT[answer], LOGIN]
    ended = tried(world, verb, repo_id, **with_books(verb, books))
    assert ended.action == "failed"
    assert "not a Hub's" in ended.told
    assert world.direct.head(repo_id) == head
    world.odd.rules = []
    assert DO[verb](world, repo_id, **with_books(verb, books)).action == "changed", "the next run goes on"


@pytest.mark.slow
@pytest.mark.parametrize("request_", ["PUT .*/settings", "DELETE .*/discussions/", "POST .*/super-squash/"])
def test_a_receipt_believes_no_portal(world: Bench, api: HfApi, request_: str) -> None:
    """Whatever step is answered by a page, it is not told as done; and one that only seems done is seen."""
    repo_id = new_repo(world, "retract", exists=True)
    api.upload_file(path_or_fileobj=b"more words", path_in_repo="more.txt", repo_id=repo_id, create_pr=True)
    for rule in (Rule(request_, body=SIGN_IN, headers=HTML), Rule(request_, body="{}", headers=JSON)):
        world.odd.rules = [rule]
        if rule.given.headers == list(HTML.items()) or "settings" in request_:
            ended = tried(world, "retract", repo_id)
            assert ended.action == "failed"
        else:
            receipt = hubtweets.retract(repo_id, hub=world.odd.endpoint)
            assert not receipt.complete
            assert any("the Hub still has it" in left for step in receipt.steps for left in step.left)
    world.odd.rules = []
    assert hubtweets.retract(repo_id, hub=world.odd.endpoint).complete


# -- 2: refusals of one repo -----------------------------------------------------------------------------------------

REFUSALS = {
    "contributor": (403, "Forbidden: pass `create_pr=1` as a query parameter to create a Pull Request"),
    "resource group": (403, "Your role in this resource group does not allow it"),
    "disabled": (403, "Access to this resource is disabled."),
    "metadata": (400, "Invalid metadata in README.md"),
}


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize("why", REFUSALS)
@pytest.mark.parametrize("verb", VERBS)
def test_a_refusal_is_told_in_the_hubs_own_words(world: Bench, books: Path, verb: str, why: str) -> None:
    repo_id = new_repo(world, verb, exists=True)
    status, words = REFUSALS[why]
    world.odd.rules = [Rule(PLACES["commit"], status=status, body=json.dumps({"error": words}), headers=JSON)]
    ended = tried(world, verb, repo_id, **with_books(verb, books))
    assert ended.action == "failed"
    assert words in ended.told
    assert world.odd.asked(PLACES["commit"]) == 1, "not tried again"


def bots(world: Bench, organisation: str, count: int) -> list[str]:
    """An organisation with old cards."""
    names = [f"{organisation}/bot{number:02}" for number in range(count)]
    counts = Counts(downloaded=10, retweets=1, short=2, kept=7)
    for name in names:
        account = Account(handle=name.partition("/")[2], name="Bot", counts=counts)
        record = ModelRecord(repo_id=name, template="huggingtweets-2021-05@1", accounts=(account,))
        world.hub.seed([(name, {"README.md": card.render(record).encode()})])
    return names


@pytest.mark.slow
@pytest.mark.parametrize("why", REFUSALS)
def test_repos_that_cannot_be_done_keep_no_others_from_it(world: Bench, books: Path, why: str) -> None:
    """More of them than a broken Hub would be given, and first of all; in the next run they come last."""
    status, words = REFUSALS[why]
    organisation = f"full{list(REFUSALS).index(why)}"
    names = bots(world, organisation, 16)
    bad = "|".join(names[:14])
    place = rf"GET /({bad})/resolve/" if why == "disabled" else rf"POST /api/models/({bad})/commit/"
    world.odd.rules = [Rule(place, status=status, body=json.dumps({"error": words}), headers=JSON)]
    run: dict[str, Any] = {"apply": True, "hub": world.odd.endpoint, "ledger": books, "workers": 1}
    result = hubtweets.rerender(organisation, **run)
    assert (result.totals.actions["changed"], result.totals.actions["failed"]) == (2, 14)
    assert result.totals.stopped is None
    assert result.failed
    bots(world, organisation, 17)  # one more
    world.odd.seen.clear()
    again = hubtweets.rerender(organisation, **run)
    assert again.totals.actions["changed"] == 1
    read = [what for what, _ in world.odd.seen if "/resolve/" in what]
    assert "/bot16/" in read[0]


# -- 3: the next page ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["", "https://huggingface.co", "https://127.0.0.1:1", "http://hub.internal:8080"])
def test_a_batch_goes_on_to_the_next_page_whatever_host_it_names(
    world: Bench, books: Path, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    organisation = f"pages{len(host)}"
    bots(world, organisation, 5)
    monkeypatch.setattr(listing, "PAGE", 2)

    def elsewhere(given: Given) -> Given:
        headers = [(name, value.replace(world.odd.endpoint, host)) for name, value in given.headers]
        return given._replace(headers=headers)

    world.odd.rules = [Rule(r"GET /api/models\?", "edit", edit=elsewhere)]
    result = hubtweets.rerender(organisation, hub=world.odd.endpoint, ledger=books)
    assert (result.totals.listed, result.totals.actions["planned"]) == (5, 5)


# -- 4, 5: bodies that trickle, plans that were cut ------------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.parametrize("verb", ON_THE_ROAD)
def test_the_time_given_is_kept_while_a_body_trickles_and_no_plan_is_left(
    world: Bench, books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    repo_id = new_repo(world, verb, exists=True)
    plan, report = tmp_path / "plan.jsonl", tmp_path / "report.json"
    plan.write_text("a whole one")
    clock = SkippingClock(speed=100)
    monkeypatch.setattr("hubtweets.publishing.road.SYSTEM_CLOCK", clock)
    world.odd.rules = [Rule(PLACES["read"], "drip", seconds=0.02)]
    ended = tried(world, verb, repo_id, ledger=books, plan=plan, time_limit=30.0)
    assert ended.action == "failed"
    assert "time" in ended.told
    assert plan.read_text() == "a whole one"
    tried(world, verb, repo_id, ledger=books, report=report, time_limit=30.0)
    told = json.loads(report.read_text())
    assert told["result"]["stopped"] == "time"
    assert told["repos"] == []
    assert {path.name for path in tmp_path.iterdir()} <= {"plan.jsonl", "report.json", books.name, *sqlite(books)}


def sqlite(books: Path) -> set[str]:
    return {f"{books.name}-wal", f"{books.name}-shm"}


def test_a_retraction_ends_while_a_body_trickles(world: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    repo_id = new_repo(world, "retract", exists=True)
    monkeypatch.setattr("hubtweets.publishing.retract.SYSTEM_CLOCK", SkippingClock(speed=2000))
    world.odd.rules = [Rule(PLACES["read"], "drip", seconds=0.02)]
    ended = tried(world, "retract", repo_id)
    assert isinstance(ended.error, HubUnreachableError)


@pytest.mark.parametrize("verb", ON_THE_ROAD)
@pytest.mark.parametrize("how", ["the Hub fails", "interrupted"])
def test_a_plan_that_was_cut_is_no_plan(
    world: Bench, books: Path, tmp_path: Path, clock: SkippingClock, how: str, verb: str
) -> None:
    repo_id = new_repo(world, verb, exists=True)
    plan = tmp_path / "plan.jsonl"
    world.odd.rules = [Rule(PLACES["read"], status=503)]
    if how == "interrupted":

        def interrupted(seconds: float, wake: object = None) -> bool:
            raise KeyboardInterrupt

        clock.sleep = interrupted  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            tried(world, verb, repo_id, ledger=books, plan=plan)
    else:
        assert tried(world, verb, repo_id, ledger=books, plan=plan).action == "failed"
    assert not plan.exists()


# -- 6: repos that move ----------------------------------------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.parametrize("verb", ON_THE_ROAD)
@pytest.mark.parametrize("where", ["renamed", "gone to others"])
def test_a_repo_that_moved_since_it_was_planned_is_told_and_left_alone(
    world: Bench, books: Path, tmp_path: Path, api: HfApi, where: str, verb: str
) -> None:
    repo_id = new_repo(world, verb, exists=True)
    plan = tmp_path / "plan.jsonl"
    assert tried(world, verb, repo_id, ledger=books, plan=plan).action == "planned"
    there = f"{repo_id}-new" if where == "renamed" else f"others/{repo_id.replace('/', '-')}"
    api.move_repo(repo_id, there)
    head = world.direct.head(there)
    ended = tried(world, verb, repo_id, ledger=books, apply_plan=plan)
    assert there in ended.told
    assert (ended.action, ended.told.partition(":")[0]) in {("failed", "update"), ("none", "missing")} or ended.error
    assert world.direct.head(there) == head
    if verb == "rerender" and where == "renamed":
        assert tried(world, verb, there, ledger=books).action == "changed"
        assert f"repo_id: {there}" in str(world.direct.read_card(there).text)


def test_what_is_taken_down_is_the_repo_as_it_is_called_now(world: Bench, api: HfApi) -> None:
    repo_id = new_repo(world, "retract", exists=True)
    api.move_repo(repo_id, f"{repo_id}-new")
    receipt = hubtweets.retract(repo_id, hub=world.odd.endpoint)
    assert (receipt.repo_id, receipt.complete) == (f"{repo_id}-new", True)
    other = new_repo(world, "retract", exists=True)
    api.move_repo(other, f"others/{other.replace('/', '-')}")
    with pytest.raises(RepoMovedError):
        hubtweets.retract(other, hub=world.odd.endpoint)


@pytest.mark.thorough
@pytest.mark.parametrize("card_", [b"---\ntags: [\xff]\n---\n", b"x\n" * 60_000, b"---\n: {\n---\n"])
def test_a_broken_card_keeps_nobody_from_being_taken_down(world: Bench, card_: bytes) -> None:
    repo_id = new_repo(world, "push", exists=False)
    world.hub.seed([(repo_id, {"README.md": card_, "model.safetensors": b"weights"})])
    assert hubtweets.retract(repo_id, hub=world.odd.endpoint).complete
    assert "retracted" in str(world.direct.read_card(repo_id).text)


# -- 7: a ledger that another process holds --------------------------------------------------------------------------


@pytest.mark.thorough
@pytest.mark.parametrize("verb", ON_THE_ROAD)
@pytest.mark.parametrize("limit", [None, 10.0])
def test_a_held_ledger_ends_the_run(
    world: Bench, books: Path, clock: SkippingClock, verb: str, limit: float | None
) -> None:
    repo_id = new_repo(world, verb, exists=True)
    Ledger(books).close()
    other = sqlite3.connect(books, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    before = clock.skipped
    ended = tried(world, verb, repo_id, ledger=books, time_limit=limit)
    other.execute("ROLLBACK")
    other.close()
    assert ended.action == "failed"
    if limit is None:
        assert isinstance(ended.error, LedgerError)
        assert clock.skipped - before < 40
    else:
        assert "time" in ended.told
        assert clock.skipped - before < 20


# -- 8: what will not get better -------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("cause", ["an odd token", "no scheme", "offline", "an odd proxy", "a dead proxy"])
def test_a_permanent_cause_is_named_at_once(
    world: Bench, books: Path, clock: SkippingClock, monkeypatch: pytest.MonkeyPatch, cause: str, verb: str
) -> None:
    repo_id = new_repo(world, verb, exists=True)
    hub, kind, words = world.odd.endpoint, (UsageError, HubUnreachableError), ""
    if cause == "an odd token":
        monkeypatch.setenv("HF_TOKEN", "hf_é")
        kind, words = (TokenRejectedError, TokenRejectedError), "characters"
    elif cause == "no scheme":
        hub, words = "127.0.0.1:1", "http://"
    elif cause == "offline":
        monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
        monkeypatch.setenv("HF_HUB_OFFLINE", "1")
        hub, words = "https://hub.example", "HF_HUB_OFFLINE"
    elif cause == "an odd proxy":
        monkeypatch.setenv("ALL_PROXY", "gopher://127.0.0.1:9")
        hub, words = "https://hub.example", "proxy"
    else:
        monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@127.0.0.1:9")
        hub, words = "https://hub.example", "through the proxy http://127.0.0.1:9"
    if hub == "https://hub.example":
        monkeypatch.setattr(constants, "ENDPOINT", hub)
    monkeypatch.setattr(world.odd, "endpoint", hub)
    before = clock.skipped
    ended = tried(world, verb, repo_id, **with_books(verb, books))
    assert ended.action == "failed"
    assert isinstance(ended.error, kind)
    assert words in ended.told
    assert "bug" not in ended.told
    assert "secret" not in ended.told
    assert clock.skipped - before < 3


# -- 10: answers that are waited for, or told ------------------------------------------------------------------------

ODD_ANSWERS: dict[str, Callable[[], list[Rule]]] = {
    "whoami without organisations": lambda: [Rule("whoami", "edit", edit=_no_organisations)],
    "another operation": lambda: [
        Rule(PLACES["commit"], status=409, body='{"error": "Another operation is in progress"}', headers=JSON, times=1)
    ],
    "429 without a time": lambda: [Rule(PLACES["commit"], status=429, times=2)],
    "a quota of commits": lambda: [
        Rule(
            PLACES["commit"],
            status=429,
            body='{"error": "rate limit for repository commits (128 per hour). Retry in about 1 hour."}',
            times=1,
        )
    ],
    "no check of metadata": lambda: [Rule("validate-yaml", status=404, body="<html>gone</html>")],
}


def _no_organisations(given: Given) -> Given:
    told = json.loads(given.body)
    told.pop("anyNamespace", None)
    return given._replace(body=json.dumps({**told, "orgs": None, "name": told["name"]}).encode())


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("answer", ODD_ANSWERS)
def test_an_odd_answer_is_stood(world: Bench, books: Path, clock: SkippingClock, answer: str, verb: str) -> None:
    repo_id = new_repo(world, verb, exists=True)
    if answer == "whoami without organisations":
        name = f"{world.direct.whoami().name}/own{next(_numbers)}"
        HfApi(endpoint=world.hub.endpoint, token=world.hub.token).move_repo(repo_id, name)
        repo_id = name
        if verb == "rerender":
            return  # a namespace of many tests
    world.odd.rules = ODD_ANSWERS[answer]()
    before = clock.skipped
    assert DO[verb](world, repo_id, **with_books(verb, books)).action == "changed"
    if answer == "a quota of commits":
        assert clock.skipped - before > 3500


_numbers = itertools.count(1)


@pytest.mark.parametrize("verb", ["push", pytest.param("publish", marks=pytest.mark.slow)])
def test_no_more_repos_for_today(world: Bench, books: Path, clock: SkippingClock, verb: str) -> None:
    repo_id = new_repo(world, verb, exists=False)
    words = "Too many repositories created today; retry tomorrow"
    world.odd.rules = [Rule(PLACES["create"], status=429, body=json.dumps({"error": words}), headers=JSON)]
    ended = tried(world, verb, repo_id, ledger=books)
    assert ended.action == "failed"
    assert words in ended.told
    assert clock.skipped < 3


# -- 9, 11: what is left behind, and a page that is no card ----------------------------------------------------------


@pytest.mark.parametrize("verb", ["push", pytest.param("publish", marks=pytest.mark.slow)])
@pytest.mark.parametrize("place", ["commit", "preupload"])
def test_a_repo_made_for_a_push_that_fails_is_taken_away_again(
    world: Bench, books: Path, place: str, verb: str
) -> None:
    repo_id = new_repo(world, verb, exists=False)
    match = PLACES["commit"] if place == "commit" else "POST .*/preupload/"
    world.odd.rules = [Rule(match, status=403, body='{"error": "no"}', headers=JSON)]
    assert tried(world, verb, repo_id, ledger=books).action == "failed"
    assert world.odd.asked("DELETE /api/repos/delete") == 1
    assert not HfApi(endpoint=world.hub.endpoint, token=world.hub.token).repo_exists(repo_id)


@pytest.mark.thorough
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("body", [SIGN_IN, ""], ids=["a page", "nothing"])
@pytest.mark.parametrize("whole", [False, True], ids=["bare", "with all headers of the Hub"])
def test_a_page_takes_no_persons_place(world: Bench, books: Path, body: str, whole: bool, verb: str) -> None:
    repo_id = new_repo(world, verb, exists=True)
    if verb in ("push", "publish"):
        DO[verb](world, repo_id, ledger=books)
    mine = f"{str(world.direct.read_card(repo_id).text).rstrip()}\n\n## Mine\n\nA person wrote this.\n"
    world.direct.update_repo(repo_id, lambda _: RepoChange(card=mine), message="a person's")
    edit = Rule(PLACES["read"], "edit", edit=lambda given: given._replace(body=body.encode()))
    world.odd.rules = [edit if whole else Rule(PLACES["read"], body=body, headers=HTML)]
    options = {} if verb == "retract" else {"ledger": books, "on_conflict": "keep-ours"}
    ended = tried(world, verb, repo_id, **options)
    assert ended.action == "failed"
    assert "not a Hub's" in ended.told
    assert world.direct.read_card(repo_id).text == mine
