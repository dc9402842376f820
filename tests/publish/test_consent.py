"""Who has declared that it does not want this is refused before a post is read, whichever verb asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from huggingface_hub import HfApi

import hubtweets
from hubtweets import LocalHub
from hubtweets.errors import ConsentError, PostsError
from tests.posts.servers.base import Answer, Asked
from tests.posts.servers.bluesky import BlueskyServer, post
from tests.posts.servers.mastodon import MastodonServer, status


class Unwilling(BlueskyServer):
    """An account whose declaration says no."""

    def reply(self, asked: Asked) -> Answer:
        if asked.path == "/xrpc/com.atproto.repo.getRecord":
            return Answer(200, {"value": {"syntheticContentGeneration": {"allow": False}}})
        return super().reply(asked)


@pytest.mark.thorough
def test_bluesky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Unwilling([post("3k2aaaaaaaaaa", "some plain words", "2024-05-01T10:00:00Z")]) as server:
        monkeypatch.setenv("HUBTWEETS_BLUESKY_API", server.url)
        wanted = {"posts": ["bluesky:alice.example"], "hub": f"local:{tmp_path / 'hub'}", "base_model": "scratch:tiny"}
        with pytest.raises(ConsentError) as caught:
            hubtweets.publish(**wanted)
        assert caught.value.hint
        assert not [asked for asked in server.log if "getAuthorFeed" in asked.path]
        with pytest.raises(PostsError):  # agreed to: read, and too little
            hubtweets.publish(**wanted, consent="agreed")
        assert [asked for asked in server.log if "getAuthorFeed" in asked.path]


def test_mastodon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with MastodonServer([status(1, "<p>some plain words of mine</p>")]) as server:
        server.account["note"] = "<p>I sail. #nobot</p>"
        wanted = {"posts": [f"mastodon:me@{server.host}"], "hub": f"local:{tmp_path / 'hub'}"}
        with pytest.raises(ConsentError):
            hubtweets.publish(**wanted, base_model="scratch:tiny")
        with LocalHub(tmp_path / "served") as hub:
            monkeypatch.setenv("HF_TOKEN", hub.token)
            HfApi(endpoint=hub.endpoint).create_repo(f"{hub.user}/anna")
            with pytest.raises(ConsentError):
                hubtweets.evaluate(f"{hub.user}/anna", **{**wanted, "hub": hub.endpoint})
        assert not [asked for asked in server.log if asked.path.endswith("/statuses")]
