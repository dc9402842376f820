"""A Hub that fails in each of its ways, and a commit all the same: exactly one, with the right bytes, in no time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from huggingface_hub import HfApi

from hubtweets.errors import HubUnreachableError, InvalidCardError
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange
from hubtweets.hub.connection import RemoteCard
from hubtweets.localhub import LocalHub
from tests.support import odd_hub
from tests.support.clock import SkippingClock
from tests.support.odd_hub import Given, OddHub, Rule

CARD = "---\ntags:\n- huggingtweets\n---\n# Somebody\n"

FAULTS = {
    **odd_hub.FAULTS,
    "409": {"do": "answer", "status": 409, "body": '{"error": "Another operation is in progress, retry"}'},
}
PLACES = {"commit": "POST .*/commit/", "read": "GET .*/resolve/", "preupload": "POST .*/preupload/"}


def _history(client: HubClient, repo: str, revision: str = "main") -> list[str]:
    history = client.get_json(f"/api/models/{repo}/commits/{revision.replace('/', '%2F')}", repo_id=repo)
    return [entry["title"] for entry in history]


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize(
    ("place", "fault"),
    [(place, fault) for place in PLACES for fault in FAULTS if place == "commit" or fault not in ("409", "412")],
)
def test_one_commit_with_the_right_bytes(
    client: HubClient, direct: HubClient, odd: OddHub, repo: str, model: dict[str, Path], place: str, fault: str
) -> None:
    if (place == "read" and fault in ("412", "409")) or (place == "preupload" and fault in ("412", "409")):
        pytest.skip("only a commit is answered so")
    odd.rules = [Rule(PLACES[place], times=1, **FAULTS[fault])]  # type: ignore[arg-type]
    done = client.update_repo(repo, lambda card: RepoChange(card=CARD, files=model), message="Publish it")
    assert odd.rules[0].times == 0, "the fault was met"
    assert _history(direct, repo) == ["Publish it", "initial commit"]
    assert (done.changed, done.commit) == (True, direct.head(repo))
    assert direct.read_card(repo) == (repo, CARD, done.commit)
    files = direct.list_files(repo)
    assert files["model.safetensors"].sha256 == hashlib.sha256(b"\x01" * 200_000).hexdigest()
    assert files["config.json"].size == len('{"model_type": "gpt2"}')


@pytest.mark.parametrize("fault", [name for name in FAULTS if name != "412"])
def test_one_pull_request_with_the_right_bytes(
    client: HubClient, direct: HubClient, odd: OddHub, repo: str, fault: str
) -> None:
    before = direct.head(repo)
    odd.rules = [Rule(PLACES["commit"], times=1, **FAULTS[fault])]  # type: ignore[arg-type]
    done = client.update_repo(repo, lambda card: RepoChange(card=CARD), message="Render it anew", pull_request=True)
    listed = direct.get_json(f"/api/models/{repo}/discussions", repo_id=repo)["discussions"]
    assert [entry["num"] for entry in listed] == [done.pull_request] == [1]
    assert direct.head(repo) == before, "main is as it was"
    assert direct.read_card(repo, "refs/pr/1") == (repo, CARD, done.commit)
    assert _history(direct, repo, "refs/pr/1") == ["Render it anew", "initial commit"]


def test_a_commit_that_somebody_built_on_is_found(client: HubClient, direct: HubClient, odd: OddHub, repo: str) -> None:
    """Ours is made, the answer is lost, and before it is looked at a person commits on top."""

    def a_person_commits(given: Given) -> Given:
        direct.update_repo(repo, lambda card: RepoChange(card=f"{card.text}\nBy a person.\n"), message="a person's")
        return Given(504, b"", [])

    odd.rules = [Rule("POST .*/commit/", "edit", edit=a_person_commits, times=1)]
    done = client.update_repo(repo, lambda card: RepoChange(card=CARD), message="ours")
    assert _history(direct, repo) == ["a person's", "ours", "initial commit"]
    assert done.changed
    assert direct.read_card(repo, done.commit).text == CARD
    assert direct.read_card(repo).text == f"{CARD}\nBy a person.\n"


def test_somebody_elses_commit_is_not_taken_for_ours(
    client: HubClient, direct: HubClient, odd: OddHub, repo: str
) -> None:
    """Ours never arrives, a person's does, with the same message."""

    def a_person_commits(given: Given) -> Given:
        direct.update_repo(repo, lambda card: RepoChange(card=f"{CARD}Theirs.\n"), message="Update the card")
        return given

    odd.rules = [
        Rule("POST .*/commit/", status=503, times=1),
        Rule("GET .*/revision/", "edit", edit=a_person_commits, times=1),
    ]
    seen: list[str | None] = []

    def decide(card: RemoteCard) -> RepoChange:
        seen.append(card.text)
        return RepoChange(card=f"{card.text or CARD}Ours.\n")

    client.update_repo(repo, decide, message="Update the card")
    assert seen == [None, f"{CARD}Theirs.\n"]
    assert direct.read_card(repo).text == f"{CARD}Theirs.\nOurs.\n"


@pytest.mark.parametrize("pull_request", [False, True])
@pytest.mark.parametrize("what", ["squashed", "made anew"])
def test_a_history_that_is_written_anew_meanwhile(
    client: HubClient,
    direct: HubClient,
    hub: LocalHub,
    repo: str,
    model: dict[str, Path],
    what: str,
    pull_request: bool,
) -> None:
    """What was read is nowhere any more, nor what was sent: it is read, and sent, again."""
    direct.update_repo(repo, lambda card: RepoChange(card=f"{CARD}Old.\n"), message="old")
    api, times = HfApi(hub.endpoint, hub.token), []

    def decide(card: RemoteCard) -> RepoChange:
        times.append(card.text)
        if len(times) == 1 and what == "squashed":
            api.super_squash_history(repo)
        elif len(times) == 1:
            api.delete_repo(repo)
            api.create_repo(repo)
        return RepoChange(card=f"{card.text or CARD}Ours.\n", files=model)

    done = client.update_repo(repo, decide, message="ours", pull_request=pull_request)
    was = f"{CARD}Old.\n" if what == "squashed" else CARD
    assert direct.read_card(repo, done.commit).text == f"{was}Ours.\n"
    assert "model.safetensors" in direct.list_files(repo, done.commit)


SAYS_NOTHING = {
    **{name: fault for name, fault in FAULTS.items() if not name.startswith("429")},
    "a page": {"status": 200, "body": "<html>Sign in</html>", "headers": {"Content-Type": "text/html"}},
    "elsewhere": {"status": 302, "headers": {"Location": "/login"}},
    "no reason": {"status": 400},
    "not a list": {"status": 400, "body": '{"errors": {"a": 1}}'},
    "forbidden": {"status": 403, "body": '{"error": "no"}'},
}


@pytest.mark.thorough
def test_who_does_not_say_what_is_wrong_with_a_card_decides_nothing(
    client: HubClient, odd: OddHub, new_repo: Callable[[], str], model: dict[str, Path]
) -> None:
    for fault in SAYS_NOTHING.values():
        odd.rules = [Rule("validate-yaml", **fault)]  # type: ignore[arg-type]
        odd.seen.clear()
        text = f"{CARD}{fault}\n"  # a card that was found valid is not asked about again
        assert client.update_repo(
            new_repo(), lambda _, text=text: RepoChange(card=text, files=model), message="m"
        ).changed
        assert odd.asked("validate-yaml") == 1


@pytest.mark.parametrize("said", ['"tags" must be an array', f"a\x1b]0;b\n::error::{'c' * 2_000_000}"])
def test_a_card_that_the_hub_would_refuse_is_not_sent(
    client: HubClient, odd: OddHub, repo: str, model: dict[str, Path], said: str
) -> None:
    body = json.dumps({"errors": [{"message": said}], "warnings": []})
    odd.rules = [Rule("validate-yaml", status=400, body=body)]
    with pytest.raises(InvalidCardError, match="The Hub refused the card of") as caught:
        client.update_repo(repo, lambda card: RepoChange(card=CARD, files=model), message="m")
    assert odd.asked("POST") == 1
    assert len(caught.value.message) < 500
    assert caught.value.message.isprintable()


def test_everything_fails_and_it_ends(
    client: HubClient, direct: HubClient, odd: OddHub, repo: str, clock: SkippingClock
) -> None:
    odd.rules = [Rule("POST .*/commit/", status=503)]
    with pytest.raises(HubUnreachableError, match="503"):
        client.update_repo(repo, lambda card: RepoChange(card=CARD), message="never")
    assert odd.asked("POST .*/commit/") == 7
    assert _history(direct, repo) == ["initial commit"]
    assert clock.skipped > 5


def test_two_requests_for_a_changed_repo_and_one_for_the_same(client: HubClient, hub: LocalHub, repo: str) -> None:
    before = client.requests_sent
    client.update_repo(repo, lambda card: RepoChange(card=CARD), message="one")
    assert client.requests_sent - before == 2
    client.update_repo(repo, lambda card: RepoChange(card=CARD), message="two")
    assert client.requests_sent - before == 3
