"""Publishing without a stored secret: GitHub's id token, exchanged at a Hub for a token of one repo."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import HfApi, constants
from huggingface_hub.errors import HfHubHTTPError

from hubtweets import LocalHub, rerender, retract
from hubtweets.errors import (
    NotLoggedInError,
    NoWriteAccessError,
    RepoNotFoundError,
    TrustedPublishingError,
    UsageError,
)
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange
from hubtweets.hub.tokens import EXCHANGED_AGAIN
from hubtweets.hub.trusted import exchange
from hubtweets.publishing import retractions
from tests.support.clock import SkippingClock
from tests.support.odd_hub import OddHub, Rule


def test_a_trusted_job_gets_a_token_for_its_repo_alone(tmp_path: Path) -> None:
    with LocalHub(tmp_path / "hub") as hub:
        owner = HfApi(endpoint=hub.endpoint, token=hub.token)
        for name in ("robin", "anna"):
            owner.create_repo(f"{hub.user}/{name}")
        hub.trust("ada/bots", f"{hub.user}/robin")
        job = hub.job_environment("ada/bots")
        token = exchange(hub.endpoint, f"{hub.user}/robin", job)
        api = HfApi(endpoint=hub.endpoint, token=token)
        api.upload_file(path_or_fileobj=b"hi", path_in_repo="hello.txt", repo_id=f"{hub.user}/robin")
        with pytest.raises(HfHubHTTPError) as refused:
            api.upload_file(path_or_fileobj=b"hi", path_in_repo="hello.txt", repo_id=f"{hub.user}/anna")
    assert refused.value.response.status_code == 403


def test_a_repo_that_does_not_name_the_job_is_told_with_its_claims(tmp_path: Path) -> None:
    with LocalHub(tmp_path / "hub") as hub:
        HfApi(endpoint=hub.endpoint, token=hub.token).create_repo(f"{hub.user}/robin")
        job = hub.job_environment("ada/bots")
        with pytest.raises(TrustedPublishingError) as caught:
            exchange(hub.endpoint, f"{hub.user}/robin", job)
    assert caught.value.claims["repository"] == "ada/bots"
    assert "repository=ada/bots" in caught.value.message
    assert f"{hub.user}/robin/settings" in (caught.value.hint or "")
    assert job["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] not in caught.value.message + str(caught.value.fields())


def test_a_job_without_the_permission_is_told_what_to_write() -> None:
    with pytest.raises(TrustedPublishingError) as caught:
        exchange("http://127.0.0.1:9", "a/b", {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "schedule"})
    assert "id-token: write" in (caught.value.hint or "")


def test_a_forks_pull_request_is_told_apart(tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"pull_request": {"head": {"repo": {"full_name": "eve/bots"}}}}))
    job = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": "pull_request",
        "GITHUB_EVENT_PATH": str(event),
        "GITHUB_REPOSITORY": "ada/bots",
    }
    with pytest.raises(TrustedPublishingError) as caught:
        exchange("http://127.0.0.1:9", "a/b", job)
    assert "fork" in caught.value.message


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    """A Hub with two private repos that trust the jobs of ada/bots, one that lets them only read, and one that does not
    know them."""
    with LocalHub(tmp_path / "hub") as hub:
        owner = HfApi(endpoint=hub.endpoint, token=hub.token)
        for name in ("robin", "anna", "read", "other"):
            owner.create_repo(f"{hub.user}/{name}", private=name in ("robin", "anna"))
            if name != "other":
                hub.trust("ada/bots", f"{hub.user}/{name}", read_only=name == "read")
        yield hub


@pytest.fixture
def client(hub: LocalHub, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubClient]:
    for name, value in hub.job_environment("ada/bots").items():
        monkeypatch.setenv(name, value)
    with HubClient(hub.endpoint, clock=SkippingClock()) as client:
        yield client


def test_an_answer_nested_without_end_is_a_refusal(hub: LocalHub) -> None:
    with OddHub(hub.endpoint) as odd:
        odd.rules = [Rule("POST /oauth/token", body="[" * 50_000)]
        with pytest.raises(TrustedPublishingError, match="status 200"):
            exchange(odd.endpoint, f"{hub.user}/robin", hub.job_environment("ada/bots"))


def exchanges(hub: LocalHub) -> int:
    return sum(request.path == "/oauth/token" for request in hub.requests)


def test_each_repo_is_written_to_with_a_token_of_its_own(hub: LocalHub, client: HubClient) -> None:
    client.need_token()
    for name in ("robin", "anna"):
        repo_id = f"{hub.user}/{name}"
        client.check_write(repo_id, exists=True)
        change = RepoChange(card="# Hello\n", small={"model.safetensors": bytes(range(256)) * 50})
        made = client.update_repo(repo_id, lambda _, change=change: change, message="A card")
        assert made.changed
        assert client.read_card(repo_id).text == "# Hello\n"
        author = HfApi(endpoint=hub.endpoint, token=hub.token).list_repo_commits(repo_id)[0].authors
        assert author == ["[OIDC]"]
    assert exchanges(hub) == 2
    assert "hf_jwt" not in repr(client)


def test_a_private_repo_is_read_with_its_token_and_a_public_one_with_none(hub: LocalHub, client: HubClient) -> None:
    assert client.read_card(f"{hub.user}/other").text is None
    assert exchanges(hub) == 0
    assert client.read_card(f"{hub.user}/robin").text is None
    assert exchanges(hub) == 1
    with pytest.raises(RepoNotFoundError):
        client.read_card(f"{hub.user}/nobody")


def test_a_token_is_fetched_again_before_it_runs_out(hub: LocalHub, client: HubClient) -> None:
    repo_id = f"{hub.user}/robin"
    first = client.token_for(repo_id)
    client.stop.sleep(EXCHANGED_AGAIN - 1)
    assert client.token_for(repo_id.upper()) == first
    client.stop.sleep(2)
    assert client.token_for(repo_id) != first
    assert exchanges(hub) == 2


def test_what_may_not_be_written_is_refused_before_any_work(
    hub: LocalHub, client: HubClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TrustedPublishingError, match="repository=ada/bots"):
        client.check_write(f"{hub.user}/other", exists=True)
    with pytest.raises(TrustedPublishingError) as missing:
        client.check_write(f"{hub.user}/nobody", exists=False)
    assert missing.value.hint.endswith(f"hf repos create {hub.user}/nobody")
    with pytest.raises(NoWriteAccessError):
        client.check_write(f"{hub.user}/read", exists=True)
    with pytest.raises(NotLoggedInError, match="as no user"):
        client.whoami()
    monkeypatch.setenv("HF_OIDC_RESOURCE", f"{hub.user}/robin")
    monkeypatch.setattr(constants, "ENDPOINT", hub.endpoint)  # which is read once, from HF_ENDPOINT
    with HubClient(hub.endpoint) as narrow:
        narrow.check_write(f"{hub.user}/robin", exists=True)
        with pytest.raises(NoWriteAccessError, match="HF_OIDC_RESOURCE"):
            narrow.check_write(f"{hub.user}/anna", exists=True)


def test_a_stored_token_counts(hub: LocalHub, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**hub.job_environment("ada/bots"), "HF_TOKEN": hub.token}.items():
        monkeypatch.setenv(name, value)
    with HubClient(hub.endpoint) as client:
        client.check_write(f"{hub.user}/other", exists=True)
        assert client.token_for(f"{hub.user}/other") == hub.token
    assert exchanges(hub) == 0


def test_no_id_token_goes_over_the_net_unencrypted(hub: LocalHub, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in hub.job_environment("ada/bots").items():
        monkeypatch.setenv(name, value)
    with HubClient("http://hub.example") as client, pytest.raises(UsageError, match="unencrypted"):
        client.token_for("a/b")


def test_what_needs_more_than_the_files_of_a_repo_is_told_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalHub(tmp_path / "hub") as hub:
        owner = HfApi(endpoint=hub.endpoint, token=hub.token)
        owner.create_repo(f"{hub.user}/robin")
        hub.trust("ada/bots", f"{hub.user}/robin")
        for name, value in hub.job_environment("ada/bots").items():
            monkeypatch.setenv(name, value)
        monkeypatch.delenv("HF_TOKEN", raising=False)
        with pytest.raises(NotLoggedInError, match="stored token"):
            retract(f"{hub.user}/robin", hub=hub.endpoint)
        with pytest.raises(NotLoggedInError, match="stored token"):
            rerender(hub.user, apply=True, pull_request=True, hub=hub.endpoint)
        assert not retractions.default_path().exists()
        assert owner.model_info(f"{hub.user}/robin").private is False
