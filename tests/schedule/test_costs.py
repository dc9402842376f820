"""What `hubtweets refresh` pays for posts: new ones once, and never more than `max_cost` for all models together."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import HfApi
from platformdirs import user_cache_path

from hubtweets import LocalHub
from hubtweets._shared.progress import SILENT
from hubtweets.errors import NoWriteAccessError
from hubtweets.hub.client import HubClient
from hubtweets.publishing.posts_store import PostsStore
from hubtweets.publishing.publish import publish
from hubtweets.publishing.refresh import refresh
from tests.posts.servers.base import Answer, Asked
from tests.posts.servers.xapi import ME, XServer, tweet

POST, LOOK_UP = 0.005, 0.010  # US dollars


def tweets(first: int, last: int) -> list[dict[str, Any]]:
    """Posts with these numbers, the newest first."""
    words = "the harbour was quiet and the ferry came an hour late, which nobody minded much"
    return [tweet(number, f"{words}, said number {number}") for number in range(last - 1, first - 1, -1)]


class X(XServer):
    """An X with several accounts; `looked_up` counts the look-ups of accounts, which cost as well."""

    def __init__(self, **accounts: list[dict[str, Any]]) -> None:
        super().__init__([])
        self.accounts = accounts
        self.looked_up = 0

    @property
    def paid(self) -> float:
        """US dollars."""
        return self.given.total() * POST + self.looked_up * LOOK_UP

    def reply(self, asked: Asked) -> Answer:
        for number, (name, posts) in enumerate(self.accounts.items()):
            identifier = f"{int(ME) + number}"
            if asked.path == f"/2/users/by/username/{name}":
                self.looked_up += 1
                metrics = {"followers_count": 1, "tweet_count": len(posts)}
                user = {**self.user, "id": identifier, "username": name, "public_metrics": metrics}
                return Answer(200, {"data": user})
            if asked.path == f"/2/users/{identifier}/tweets":
                self.tweets = posts
                return self._timeline(asked.query)
        return super().reply(asked)


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        monkeypatch.setenv("X_BEARER_TOKEN", "a-bearer-token")
        yield served


def project(folder: Path, hub: LocalHub, *names: str, more: str = "") -> Path:
    path = folder / "hubtweets.toml"
    models = "".join(
        f'[[models]]\nname = "{name}"\nposts = ["x:{name}"]\nrepo_id = "{hub.user}/{name}"\n' for name in names
    )
    defaults = 'base_model = "scratch:tiny"\nmin_new_posts = 20\ntraining = { max_steps = 2 }\nconsent = "agreed"\n'
    path.write_text(f"{more}\n[defaults]\n{defaults}{models}")
    return path


def actions(path: Path, hub: LocalHub, **options: Any) -> dict[str, int]:
    result = refresh(path, hub=hub.endpoint, **options)
    print(result.notable)  # shown where a test fails
    return {action: count for action, count in result.totals.actions.items() if count}


def test_nothing_is_paid_for_where_the_token_may_not_write(hub: LocalHub, monkeypatch: pytest.MonkeyPatch) -> None:
    with X(anna=tweets(1, 121)) as server:
        monkeypatch.setenv("HUBTWEETS_X_API", server.url)
        monkeypatch.setenv("HF_TOKEN", hub.read_token)
        for handle, options in (("@anna", {}), ("anna", {"posts": ["x:anna"]}), ((), {"posts": ["x:anna"]})):
            with pytest.raises(NoWriteAccessError):
                publish(
                    handle, hub=hub.endpoint, base_model="scratch:tiny", repo_id=None if handle else "me/a", **options
                )
        assert server.paid == 0


@pytest.mark.slow
def test_each_post_is_paid_for_once_on_a_machine_that_keeps_nothing_too(
    tmp_path: Path, hub: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    with X(anna=tweets(1, 121)) as server:
        monkeypatch.setenv("HUBTWEETS_X_API", server.url)
        path = project(tmp_path, hub, "anna", more=f'posts_store = "{hub.user}/posts"')
        assert actions(path, hub) == {"changed": 1}
        assert (server.given.total(), set(server.given.values())) == (120, {1})
        for new, expected in ((10, {"none": 1}), (15, {"changed": 1}), (0, {"none": 1})):
            shutil.rmtree(user_cache_path("hubtweets"))  # the next job's machine
            before = server.given.total()
            server.accounts["anna"] = tweets(1, 121 + new) if new == 10 else tweets(1, 146)
            assert actions(path, hub) == expected
            assert server.given.total() - before == (10 if new == 10 else 15 if new else 0)
        assert set(server.given.values()) == {1}
    info = HfApi(endpoint=hub.endpoint, token=hub.token).dataset_info(f"{hub.user}/posts")
    assert info.private


def test_what_was_paid_for_is_kept_and_fetched(hub: LocalHub) -> None:
    folder = user_cache_path("hubtweets") / "x" / "1"
    with HubClient(hub.endpoint, hub.token) as client:
        store = PostsStore(client, f"{hub.user}/posts")
        store.fetch(SILENT)
        folder.mkdir(parents=True)
        (folder / "pages.jsonl").write_text("paid\n")
        store.keep(SILENT)
        shutil.rmtree(folder.parent)
        again = PostsStore(client, f"{hub.user}/posts")
        again.fetch(SILENT)
        assert (folder / "pages.jsonl").read_text() == "paid\n"
        again.keep(SILENT)
    told = HfApi(endpoint=hub.endpoint, token=hub.token).list_repo_commits(f"{hub.user}/posts", repo_type="dataset")
    assert len(told) == 2  # the one that makes it, and what was new


@pytest.mark.slow
def test_all_models_together_cost_no_more_than_max_cost(
    tmp_path: Path, hub: LocalHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    with X(anna=tweets(0, 200), bert=tweets(1000, 1200), carl=tweets(2000, 2200)) as server:
        monkeypatch.setenv("HUBTWEETS_X_API", server.url)
        path = project(tmp_path, hub, "anna", "bert", "carl", more="max_cost = 9.0")
        assert actions(path, hub, max_cost=0.60) == {"changed": 1, "failed": 2}
        assert 0.5 < server.paid <= 0.60
        assert actions(path, hub, max_cost=0.60).get("failed") == 1  # and goes on from there
        assert server.paid <= 1.20
