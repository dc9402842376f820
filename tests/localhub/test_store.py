"""The folder: its index can be lost, it is served once, and what a crash left behind is caught up."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygit2
import pytest

from hubtweets.errors import LocalHubError
from hubtweets.localhub import LocalHub
from hubtweets.localhub.storage.errors import StorageError
from hubtweets.localhub.storage.gitrepo import Author
from hubtweets.localhub.storage.store import Store

CARD = b"---\ntags: [bird]\npipeline_tag: text-generation\nlicense: mit\n---\n# Bird\n"


def listing(web: Any) -> list[dict[str, Any]]:
    params = {"full": "true", "cardData": "true", "config": "true"}
    return list(web.get("/api/models", params=params).json())


def fill(web: Any) -> None:
    for name in ("one", "two", "three"):
        web.create(f"huggingtweets/{name}", private=name == "two")
        web.commit(f"huggingtweets/{name}", {"README.md": CARD, "config.json": b'{"model_type": "gpt2"}'})
    web.put("/api/models/huggingtweets/three/settings", json={"gated": "auto"})
    web.post("/api/repos/move", json={"fromRepo": "huggingtweets/one", "toRepo": "huggingtweets/first"})
    web.request("DELETE", "/api/repos/delete", json={"name": "huggingtweets/two"})


@pytest.mark.thorough
@pytest.mark.parametrize("damage", ["missing", "garbage", "emptied"])
def test_index_is_made_again(tmp_path: Path, as_web: Callable[..., Any], damage: str) -> None:
    with LocalHub(tmp_path) as hub:
        fill(as_web(hub))
        before = listing(as_web(hub))
    assert [model["id"] for model in before] == ["huggingtweets/first", "huggingtweets/three"]
    path = tmp_path / "index.sqlite3"
    if damage == "missing":
        path.unlink()
    elif damage == "garbage":
        path.write_bytes(b"this is no database at all" * 100)
    else:
        with sqlite3.connect(path) as db:
            db.execute("DELETE FROM repos")
        db.close()
    with LocalHub(tmp_path) as hub:
        web = as_web(hub)
        assert listing(web) == before
        assert web.get("/api/models/huggingtweets/one").headers["Location"].endswith("/huggingtweets/first")


@pytest.mark.parametrize("config", [b'{"architectures": 5}', b'{"architectures": [5, null]}', b'{"model_type": [1]}'])
def test_any_config_can_be_committed(hub: LocalHub, web: Any, config: bytes) -> None:
    repo = web.create("huggingtweets/odd")
    assert web.commit(repo, {"config.json": config}).status_code == 200
    assert (
        web.get(f"/api/models/{repo}").json()["sha"]
        == web.get(f"/api/models/{repo}/refs").json()["branches"][0]["targetCommit"]
    )


@pytest.mark.parametrize("again", [False, True])
def test_a_repo_that_went_while_a_change_waited(tmp_path: Path, again: bool) -> None:
    me = Author("me", "me@localhost")
    store = Store(tmp_path)
    row = store.create("model", "huggingtweets/gone", me)
    store.delete(row)
    if again:
        store.create("model", "huggingtweets/gone", me)
    for change in (lambda: store.delete(row), lambda: store.move(row, "huggingtweets/other")):
        with pytest.raises(StorageError, match="Repository not found"):
            change()
    assert len(store.index.stamps()) == again
    store.close()


@pytest.mark.thorough
@pytest.mark.parametrize("damage", ["no hub.json", "odd hub.json", "no objects", "ref to nowhere", "name"])
def test_a_damaged_repo_is_left_out(tmp_path: Path, as_web: Callable[..., Any], damage: str) -> None:
    with LocalHub(tmp_path) as hub:
        as_web(hub).create("huggingtweets/one")
        as_web(hub).create("huggingtweets/two")
    broken = tmp_path / "repos/models/huggingtweets/one.git"
    if damage == "no hub.json":
        (broken / "hub.json").unlink()
    elif damage == "odd hub.json":
        (broken / "hub.json").write_bytes(b"[" * 5000)
    elif damage == "no objects":
        shutil.rmtree(broken / "objects")
        (tmp_path / "index.sqlite3").unlink()
    elif damage == "ref to nowhere":
        (broken / "refs/heads/main").write_text("0" * 40)
    else:
        broken = broken.rename(broken.with_name("-one--x.git"))
    before = sorted(path.name for path in broken.rglob("*"))
    for _ in range(2):
        with LocalHub(tmp_path) as hub:
            assert [model["id"] for model in listing(as_web(hub))] == ["huggingtweets/two"]
            assert [path for path, _ in hub.unreadable] == [broken]
            if damage != "name":
                answer = as_web(hub).post("/api/repos/create", json={"name": "one", "organization": "huggingtweets"})
                assert answer.status_code == 409  # what is there may still be mended
    assert sorted(path.name for path in broken.rglob("*")) == before


def test_commits_behind_the_index_are_caught_up(tmp_path: Path, as_web: Callable[..., Any]) -> None:
    with LocalHub(tmp_path) as hub:
        as_web(hub).create("huggingtweets/one")
        as_web(hub).create("huggingtweets/two")
    git = pygit2.Repository(str(tmp_path / "repos/models/huggingtweets/one.git"))
    signature = pygit2.Signature("me", "me@localhost")
    builder = git.TreeBuilder()
    builder.insert("README.md", git.create_blob(CARD), pygit2.enums.FileMode.BLOB)
    head = git.references["refs/heads/main"].target
    git.create_commit("refs/heads/main", signature, signature, "behind", builder.write(), [head])
    (tmp_path / "repos/models/huggingtweets/two.git").rename(tmp_path / "tmp" / "gone-x")  # killed in a deletion
    with LocalHub(tmp_path) as hub:
        found = listing(as_web(hub))
        assert [(model["id"], model["pipeline_tag"]) for model in found] == [("huggingtweets/one", "text-generation")]
        assert list((tmp_path / "tmp").iterdir()) == []


def test_a_folder_is_served_once(tmp_path: Path) -> None:
    with LocalHub(tmp_path) as hub:
        with pytest.raises(LocalHubError, match="serves") as caught:
            LocalHub(tmp_path).start()
        assert f"--hub {hub.endpoint}," in str(caught.value.hint)
        assert LocalHub.running(tmp_path) == (hub.endpoint, hub.token)
    assert LocalHub.running(tmp_path) is None
    with LocalHub(tmp_path):  # free again
        pass


def test_port_taken_and_bad_folder(tmp_path: Path) -> None:
    with LocalHub(tmp_path / "a") as hub:
        port = int(hub.endpoint.rpartition(":")[2])
        with pytest.raises(LocalHubError, match="cannot listen") as caught:
            LocalHub(tmp_path / "b", port=port).start()
        assert "--port" in str(caught.value.hint)
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(LocalHubError, match="cannot be used as a local Hub: it is a file"):
        LocalHub(tmp_path / "file").start()
    with pytest.raises(LocalHubError, match="cannot listen"):
        LocalHub(tmp_path / "c", port=70_000).start()
    (tmp_path / "a" / "index.sqlite3").unlink()
    (tmp_path / "a" / "index.sqlite3").mkdir()
    with pytest.raises(LocalHubError, match="cannot be used as a local Hub: Is a directory"):
        LocalHub(tmp_path / "a").start()


@pytest.mark.parametrize("lock", [False, True])
def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, lock: bool) -> None:
    (tmp_path / "tmp").mkdir()
    if lock:  # many a program has both
        (tmp_path / "lock").touch()
    (tmp_path / "tmp" / "thesis.txt").write_text("years of work")
    with pytest.raises(LocalHubError, match="neither empty nor a local Hub"):
        LocalHub(tmp_path).start()
    assert (tmp_path / "tmp" / "thesis.txt").read_text() == "years of work"
    assert not (tmp_path / "repos").exists()


def test_pages_of_a_listing_are_stable_while_repos_change(hub: LocalHub, web: Any) -> None:
    made = [f"huggingtweets/bird{number:04}" for number in range(250)]
    assert hub.seed((name, {"README.md": CARD}) for name in made) == 250
    assert hub.seed([(made[0], {"README.md": CARD})]) == 0  # left alone
    with pytest.raises(LocalHubError, match="datasets/x cannot be made: Invalid namespace"):
        hub.seed([("datasets/x", {})])
    names: list[str] = []
    url: str | None = "/api/models?author=huggingtweets&limit=100&expand=cardData"
    pages = 0
    while url:
        answer = web.get(url)
        names += [model["id"] for model in answer.json()]
        web.commit(names[-1], {"README.md": CARD + b"more\n"})
        url = answer.links.get("next", {}).get("url")
        pages += 1
    assert names == made
    assert pages == 3
    newest = web.get("/api/models?sort=lastModified&limit=1").json()[0]["id"]
    assert newest in made


@pytest.mark.parametrize(
    "query",
    [
        "limit=0", "limit=x", "cursor=%25", "cursor=W10", "expand=nothing", "cursor=MQ", "sort=beauty",
        "limit=" + "9" * 5000, "cursor=W3t9LHt9XQ==", "cursor=" + "W1tb" * 8000,
    ],
)  # fmt: skip
def test_bad_questions(web: Any, query: str) -> None:
    assert web.get(f"/api/models?{query}").status_code == 400
    assert "cursor" not in query or web.get(f"/?{query}").status_code == 400


def test_importing_it_is_cheap() -> None:
    script = "import sys, hubtweets.localhub; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"pygit2", "starlette", "uvicorn", "anyio", "jinja2", "nh3", "huggingface_hub", "torch", "transformers"}
    assert heavy & set(loaded) == set()
