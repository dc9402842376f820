"""What was taken away is gone: from every address, for everybody, large files and pull requests included."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from huggingface_hub import CommitOperationAdd, HfApi
from huggingface_hub.errors import HfHubHTTPError

from hubtweets.localhub import LocalHub

MARK = b"what the person wrote " * 40
CARD = b"---\nlicense: mit\n---\n# Robin\n" + MARK
TOMBSTONE = b"---\nhubtweets: {retracted: 2026-11-27}\n---\n# Taken down\n"


def crawl(web: Any, addresses: set[str]) -> list[str]:
    """Those of the addresses that still answer with what was there."""
    found = []
    for address in sorted(addresses):
        answer = web.client.get(address, follow_redirects=True)
        if MARK[:22] in answer.content or MARK[:22].decode() in answer.text:
            found.append(address)
    return found


@pytest.mark.slow
def test_nothing_is_left_of_a_model_that_was_taken_down(hub: LocalHub, web: Any, as_web: Callable[..., Any]) -> None:
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    repo = api.create_repo("me/robin").repo_id
    for number in range(2):
        api.create_commit(repo, [
            CommitOperationAdd("README.md", CARD + b"%d" % number), CommitOperationAdd("notes/a.txt", MARK),
            CommitOperationAdd("model.safetensors", MARK * (number + 1)),
        ], commit_message=f"Upload {number}")  # fmt: skip
    api.create_tag(repo, tag="v1")
    api.create_branch(repo, branch="side")
    pull = api.create_commit(repo, [CommitOperationAdd("b.txt", MARK)], commit_message="A proposal", create_pr=True)
    talk = api.create_discussion(repo, title="Look", description=MARK.decode()[:60])

    addresses: set[str] = set()
    shas = {
        commit.commit_id
        for revision in ("main", "side", "refs/pr/1")
        for commit in api.list_repo_commits(repo, revision=revision)
    }
    for revision in (*shas, *(sha[:8] for sha in shas), "main", "side", "v1", "HEAD", "refs%2Fpr%2F1"):
        for name in ("README.md", "notes/a.txt", "model.safetensors", "b.txt"):
            addresses |= {f"/{repo}/{verb}/{revision}/{name}" for verb in ("resolve", "raw", "blob")}
        addresses |= {f"/api/models/{repo}/revision/{revision}", f"/{repo}/commit/{revision}"}
    for oid in {file.file_oid for file in api.list_lfs_files(repo)}:
        body = {"operation": "download", "objects": [{"oid": oid, "size": 1}]}
        told = web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()["objects"][0]
        addresses.add(told["actions"]["download"]["href"])
    addresses |= {f"/{repo}", f"/{repo}/discussions/{pull.pr_num}", f"/{repo}/discussions/{talk.num}",
                  f"/api/models/{repo}/discussions/{pull.pr_num}?diff=1",
                  f"/api/models/{repo}/discussions/{talk.num}"}  # fmt: skip
    assert len(crawl(web, addresses)) > 40

    api.update_repo_settings(repo, private=True)
    assert crawl(as_web(hub, ""), addresses - {one for one in addresses if "signature=" in one}) == []
    keep = [CommitOperationAdd("README.md", TOMBSTONE)]
    api.create_commit(repo, keep, commit_message="Taken down")
    api.delete_files(repo, ["notes/*", "*.safetensors"])
    api.delete_branch(repo, branch="side")
    api.delete_tag(repo, tag="v1")
    api.change_discussion_status(repo, pull.pr_num, "closed")
    for number in (pull.pr_num, talk.num):
        assert web.request("DELETE", f"/api/models/{repo}/discussions/{number}").status_code == 200
    api.super_squash_history(repo)
    left = list(api.list_lfs_files(repo))
    assert len(left) == 2  # in no revision, and not gone
    api.permanently_delete_lfs_files(repo, left)
    assert list(api.list_lfs_files(repo)) == []
    for one in (web, as_web(hub, hub.read_token), as_web(hub, "")):
        assert crawl(one, addresses) == []
    for path in hub.folder.rglob("*"):
        assert not path.is_file() or MARK[:22] not in path.read_bytes(), path
    assert api.list_repo_files(repo) == [".gitattributes", "README.md"]
    api.update_repo_settings(repo, private=False)
    assert as_web(hub, "").get(f"/{repo}/raw/main/README.md").content == TOMBSTONE
    assert api.create_discussion(repo, title="Again", description="x").num == talk.num + 1  # a number is given once
    api.delete_repo(repo)
    assert api.repo_exists(repo) is False
    assert not list((hub.folder / "repos/models/me").iterdir())


def test_lfs_files_of_a_history_are_rewritten_away(hub: LocalHub, web: Any) -> None:
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    repo = api.create_repo("me/robin").repo_id
    first = api.create_commit(
        repo, [CommitOperationAdd("w.bin", MARK), CommitOperationAdd("a.txt", b"a")], commit_message="One"
    )
    api.create_commit(repo, [CommitOperationAdd("w.bin", MARK * 2)], commit_message="Two")
    oid = hashlib.sha256(MARK).hexdigest()
    files = [file for file in api.list_lfs_files(repo) if file.file_oid == oid]
    api.permanently_delete_lfs_files(repo, files)
    assert [commit.title for commit in api.list_repo_commits(repo)] == ["Two", "One", "initial commit"]
    assert web.get(f"/{repo}/resolve/{first.oid}/a.txt").status_code == 404  # it was rewritten
    assert web.get(f"/{repo}/resolve/main/w.bin").content == MARK * 2
    body = {"operation": "download", "objects": [{"oid": oid, "size": len(MARK)}]}
    assert "error" in web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()["objects"][0]
    api.permanently_delete_lfs_files(repo, list(api.list_lfs_files(repo)), rewrite_history=False)
    assert "w.bin" not in api.list_repo_files(repo)
    assert not [path for path in (hub.folder / "repos/models/me/robin.git/lfs").rglob("*") if path.is_file()]


def test_collections(town: LocalHub, as_web: Callable[..., Any]) -> None:
    ada, bo = (HfApi(endpoint=town.endpoint, token=token) for token in ("hf_ada", "hf_bo"))
    for name in ("robin", "wren"):
        ada.create_repo(f"birds/{name}", private=name == "wren")
    made = ada.create_collection("Small birds", namespace="birds", description="All of them")
    assert made.slug.startswith("birds/small-birds-")
    assert ada.create_collection("Small birds", namespace="birds", exists_ok=True).slug == made.slug
    for name in ("robin", "wren"):
        made = ada.add_collection_item(made.slug, f"birds/{name}", "model", note=f"a {name}")
    assert [(item.item_id, item.note) for item in made.items] == [("birds/robin", "a robin"), ("birds/wren", "a wren")]
    with pytest.raises(HfHubHTTPError) as refused:
        ada.add_collection_item(made.slug, "birds/robin", "model")
    assert refused.value.response.status_code == 409
    assert [item.item_id for item in bo.get_collection(made.slug).items] == ["birds/robin"]  # the other is private
    with pytest.raises(HfHubHTTPError):
        bo.add_collection_item(made.slug, "birds/robin", "model")
    ada.update_collection_item(made.slug, made.items[1].item_object_id, position=0)
    assert [item.item_id for item in ada.get_collection(made.slug).items] == ["birds/wren", "birds/robin"]
    assert ada.update_collection_metadata(made.slug, title="Birds", private=True).title == "Birds"
    assert [one.slug for one in ada.list_collections(owner="birds", item="models/birds/robin")] != []
    assert list(bo.list_collections(owner="birds")) == []
    with pytest.raises(HfHubHTTPError):
        bo.get_collection(made.slug)
    ada.delete_collection_item(made.slug, made.items[0].item_object_id)
    ada.delete_repo("birds/wren")
    assert ada.get_collection(made.slug).items == []
    ada.delete_collection(made.slug)
    assert list(ada.list_collections(owner="birds")) == []


def test_a_space_goes_as_a_model_does(hub: LocalHub, web: Any) -> None:
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    api.create_repo("me/demo", repo_type="space", space_sdk="gradio")
    api.upload_file(path_or_fileobj=MARK, path_in_repo="app.py", repo_id="me/demo", repo_type="space")
    assert web.get("/spaces/me/demo/resolve/main/app.py").content == MARK
    api.update_repo_settings("me/demo", repo_type="space", private=True)
    api.super_squash_history("me/demo", repo_type="space")
    api.delete_repo("me/demo", repo_type="space")
    assert web.get("/spaces/me/demo/resolve/main/app.py").status_code == 404
