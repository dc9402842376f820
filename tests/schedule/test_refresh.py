"""`hubtweets refresh`: what is new decides, the Hub and the sources tell it, and one model's failure is its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from huggingface_hub import HfApi
from platformdirs import user_cache_path

from hubtweets import LocalHub
from hubtweets.publishing.refresh import _newer, refresh
from tests.posts.servers.bluesky import DID, BlueskyServer
from tests.support.feeds import feed


@pytest.fixture
def bluesky(monkeypatch: pytest.MonkeyPatch) -> Iterator[BlueskyServer]:
    with BlueskyServer(feed(150, did=DID)) as server:
        monkeypatch.setenv("HUBTWEETS_BLUESKY_API", server.url)
        yield server


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        yield served


def project(folder: Path, hub: LocalHub, more: str = "", text: str = "") -> Path:
    path = folder / "hubtweets.toml"
    models = f"""
[[models]]
name = "alice"
posts = ["bluesky:alice.example"]
repo_id = "{hub.user}/alice"
{more}
"""
    path.write_text(f"""
[defaults]
base_model = "scratch:tiny"
min_new_posts = 20
training = {{ max_steps = 2 }}
{models}{text}""")
    return path


def run(path: Path, hub: LocalHub, monkeypatch: pytest.MonkeyPatch, **options: object) -> dict[str, int]:
    monkeypatch.setenv("HF_TOKEN", hub.token)
    result = refresh(path, hub=hub.endpoint, **options)  # type: ignore[arg-type]
    print(result.notable)  # shown where a test fails
    return {action: count for action, count in result.totals.actions.items() if count}


def commits(hub: LocalHub, name: str) -> int:
    return len(HfApi(endpoint=hub.endpoint, token=hub.token).list_repo_commits(f"{hub.user}/{name}"))


@pytest.mark.thorough
def test_a_model_is_trained_when_enough_is_new(
    tmp_path: Path, hub: LocalHub, bluesky: BlueskyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = f'[[models]]\nname = "bob"\nposts = ["bluesky:nobody.example"]\nrepo_id = "{hub.user}/bob"\n'
    path = project(tmp_path, hub, text=broken)
    report = tmp_path / "report.json"
    assert run(path, hub, monkeypatch, report=report) == {"changed": 1, "failed": 1}
    assert "nobody.example" in report.read_text()
    first = commits(hub, "alice")

    bluesky.feed = feed(10, 150, did=DID) + bluesky.feed
    hub.clear_requests()
    assert run(path, hub, monkeypatch, only="alice") == {"none": 1}
    assert len(hub.requests) <= 2
    assert commits(hub, "alice") == first

    bluesky.feed = feed(15, 160, did=DID) + bluesky.feed
    assert run(path, hub, monkeypatch, only="alice", dry_run=True) == {"planned": 1}
    assert run(path, hub, monkeypatch, only="alice") == {"changed": 1}
    assert commits(hub, "alice") == first + 1
    assert list((user_cache_path("hubtweets") / "runs").iterdir()) == []  # what was published is cleared away
    assert run(path, hub, monkeypatch, only="alice") == {"none": 1}
    assert commits(hub, "alice") == first + 1


@pytest.mark.slow
def test_a_template_that_moved_renders_the_card_again(
    tmp_path: Path, hub: LocalHub, bluesky: BlueskyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(project(tmp_path, hub), hub, monkeypatch) == {"changed": 1}
    path = project(tmp_path, hub, 'template = "hubtweets@1"')
    before = commits(hub, "alice")
    card = HfApi(endpoint=hub.endpoint, token=hub.token).hf_hub_download(f"{hub.user}/alice", "README.md")
    moved = "template: hubtweets@1" not in Path(card).read_text()
    assert run(path, hub, monkeypatch) == ({"changed": 1} if moved else {"none": 1})
    assert commits(hub, "alice") == before + moved


@pytest.mark.parametrize(
    ("known", "ids", "newer"),
    [
        ("9" * 5000, ["8" * 5000, "9" * 5001, "7"], 1), ("0099", ["100", "098"], 1), ("²", ["²", "b"], 1),
        (None, ["1", "2"], 2),
    ],
)  # fmt: skip
def test_ids_of_any_length_are_compared(known: str | None, ids: list[str], newer: int) -> None:
    corpus: Any = SimpleNamespace(posts=[SimpleNamespace(id=identifier) for identifier in ids])
    assert _newer(corpus, known) == newer
