"""Publishing without a stored secret: GitHub's id token, exchanged at a Hub for a token of one repo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from huggingface_hub import HfApi
from huggingface_hub.errors import HfHubHTTPError

from hubtweets import LocalHub
from hubtweets.errors import TrustedPublishingError
from hubtweets.hub.trusted import exchange


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
