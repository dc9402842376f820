"""`hubtweets retract`: afterwards no address that was ever seen answers with content, and nothing makes it again."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from huggingface_hub import CommitOperationAdd, HfApi

from hubtweets import LocalHub, publish, push, refresh, rerender
from hubtweets.card import render
from hubtweets.errors import RetractedError, UsageError
from hubtweets.publishing import retractions
from hubtweets.publishing.retract import CONFIRM_UNDO, Receipt, requests, retract, undo
from hubtweets.record import Account, ModelRecord

Run = Callable[..., subprocess.CompletedProcess[str]]

SECRET = b"the weights of somebody's words " * 400_000  # large enough for LFS


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        yield served


def api_of(hub: LocalHub) -> HfApi:
    return HfApi(endpoint=hub.endpoint, token=hub.token)


def published(hub: LocalHub, name: str = "anna") -> str:
    """A repo with two commits, weights, a picture, a tag, a branch, a pull request and a discussion."""
    api, repo_id = api_of(hub), f"{hub.user}/{name}"
    api.create_repo(repo_id)
    card = render(ModelRecord(repo_id=repo_id, accounts=(Account(handle=name, name="Anna", platform="x"),)))
    files = {"README.md": card.encode(), "model.safetensors": SECRET, "avatar-0123456789ab.png": b"\x89PNG picture"}
    api.create_commit(repo_id, [CommitOperationAdd(*item) for item in files.items()], commit_message="first")
    api.upload_file(path_or_fileobj=b"{}", path_in_repo="config.json", repo_id=repo_id)
    api.create_tag(repo_id, tag="v1")
    api.create_branch(repo_id, branch="old")
    api.upload_file(path_or_fileobj=b"more words", path_in_repo="more.txt", repo_id=repo_id, create_pr=True)
    api.create_discussion(repo_id, "Please remove this model of me")
    return repo_id


def addresses(hub: LocalHub, repo_id: str) -> set[str]:
    """Every address of a file, at every commit and ref, that the Hub tells of."""
    api = api_of(hub)
    refs = api.list_repo_refs(repo_id, include_pull_requests=True)
    names = {
        "main",
        *(ref.name for ref in (*refs.branches, *refs.tags)),
        *(ref.ref for ref in refs.pull_requests or ()),
    }
    names |= {commit.commit_id for name in list(names) for commit in api.list_repo_commits(repo_id, revision=name)}
    found = set()
    for name in names:
        revision = name.replace("/", "%2F")
        for path in api.list_repo_files(repo_id, revision=name):
            if path != ".gitattributes":
                found.add(f"{hub.endpoint}/{repo_id}/resolve/{revision}/{path}")
                found.add(f"{hub.endpoint}/{repo_id}/raw/{revision}/{path}")
    return found


def answering(hub: LocalHub, urls: set[str]) -> set[str]:
    """Those that still answer with content, with or without a token, but for the tombstone."""
    open_ = set()
    with httpx2.Client(follow_redirects=True) as client:
        for url in urls:
            for headers in ({}, {"Authorization": f"Bearer {hub.token}"}):
                answer = client.get(url, headers=headers)
                if answer.status_code == 200 and b"retracted:" not in answer.content:
                    open_.add(url)
    return open_


@pytest.mark.parametrize("delete", [False, True])
def test_no_address_answers_afterwards(hub: LocalHub, delete: bool) -> None:
    repo_id = published(hub)
    seen = addresses(hub, repo_id)
    assert len(answering(hub, seen)) == len(seen)
    receipt = retract(repo_id, hub=hub.endpoint, delete=delete)
    assert receipt.complete
    assert answering(hub, seen) == set()
    removed = [item for step in receipt.steps for item in step.done]
    if delete:
        assert "the whole repo" in removed
    else:
        assert "the file model.safetensors" in removed
        assert "every earlier commit" in removed
        assert api_of(hub).list_repo_files(repo_id) == [".gitattributes", "README.md"]
        assert list(api_of(hub).list_lfs_files(repo_id)) == []
    with pytest.raises(RetractedError, match=receipt.on):
        retractions.check(["anna"], retractions.read())
    with pytest.raises(RetractedError):
        retractions.check([repo_id.upper()], retractions.read())
    assert "anna" not in retractions.default_path().read_text()


def test_killed_after_any_step_it_ends_the_work(hub: LocalHub, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = ("_hide", "_tombstone", "_discussions", "_squash", "_large_files")
    for number, name in enumerate(steps):
        repo_id = published(hub, f"anna{number}")
        seen = addresses(hub, repo_id)
        with monkeypatch.context() as patch:
            from hubtweets.publishing.retract import _Retraction

            done = getattr(_Retraction, name)

            def killed(self: _Retraction, done: Callable[[_Retraction], object] = done) -> None:
                done(self)
                raise KeyboardInterrupt

            patch.setattr(_Retraction, name, killed)
            with pytest.raises(KeyboardInterrupt):
                retract(repo_id, hub=hub.endpoint)
        assert retract(repo_id, hub=hub.endpoint).complete
        assert answering(hub, seen) == set()


def test_a_second_time_nothing_is_left_to_do(hub: LocalHub) -> None:
    repo_id = published(hub)
    first = retract(repo_id, hub=hub.endpoint)
    commits = len(api_of(hub).list_repo_commits(repo_id))
    again = retract(repo_id, hub=hub.endpoint)
    assert len(api_of(hub).list_repo_commits(repo_id)) == commits
    assert isinstance(first, Receipt)
    assert again.complete


def test_the_command_gives_a_receipt_and_publish_refuses(hub: LocalHub, tmp_path: Path, hubtweets: Run) -> None:
    repo_id = published(hub)
    found = requests(hub.user, hub=hub.endpoint)
    assert [one.repo_id for one in found] == [repo_id]
    environment = {"HF_ENDPOINT": hub.endpoint, "HF_TOKEN": hub.token}
    receipt = tmp_path / "receipt.txt"
    done = hubtweets("retract", repo_id, "--receipt", receipt, "--json", env=environment, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["complete"] is True
    assert repo_id in receipt.read_text()
    rows = "text\n" + "".join(f"post number {number} with quite a few plain words in it\n" for number in range(400))
    (tmp_path / "posts.csv").write_text(rows)
    refused = hubtweets("publish", "anna", "--posts", "posts.csv", "--base-model", "scratch:tiny", "--namespace",
                        hub.user, env=environment, cwd=tmp_path)  # fmt: skip
    assert refused.returncode == 1
    assert "taken down" in refused.stderr


def test_the_receipt_is_what_a_crawl_finds(hub: LocalHub) -> None:
    repo_id = published(hub)
    api = api_of(hub)
    files = set(api.list_repo_files(repo_id)) - {"README.md", ".gitattributes"}
    seen = addresses(hub, repo_id)
    receipt = retract(repo_id, hub=hub.endpoint, reason="The person asked for it.")
    removed = {item for step in receipt.steps for item in step.done}
    assert {f"the file {name}" for name in files} <= removed
    assert {"the repo is private", "the branch old", "the tag v1", "pull request 1", "every earlier commit"} <= removed
    assert answering(hub, seen) == set()
    left = api.list_repo_refs(repo_id, include_pull_requests=True)
    assert [ref.name for ref in left.branches] == ["main"]
    assert left.tags == []
    assert not left.pull_requests
    assert len(api.list_repo_commits(repo_id)) == 1
    assert "removed: the branch old" in receipt.text()


def test_no_verb_touches_it_afterwards(hub: LocalHub, tmp_path: Path) -> None:
    repo_id = published(hub)
    retract(repo_id, hub=hub.endpoint)
    head = api_of(hub).model_info(repo_id).sha
    ledger = tmp_path / "ledger.sqlite3"
    batch = rerender(hub.user, template="hubtweets@1", apply=True, hub=hub.endpoint, ledger=ledger)
    assert (batch.totals.kinds["retracted"], batch.totals.actions["none"], batch.totals.done) == (1, 1, 1)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "config.json").write_text("{}")
    (folder / "model.safetensors").write_bytes(b"\2\0\0\0\0\0\0\0{}")
    with pytest.raises(RetractedError):
        push(folder, repo_id=repo_id, hub=hub.endpoint)
    posts = tmp_path / "posts.csv"
    posts.write_text("text\n" + "".join(f"post number {n} with quite a few plain words in it\n" for n in range(400)))
    for other in (repo_id, f"{hub.user}/another"):  # the handle is remembered too
        with pytest.raises(RetractedError):
            publish("anna", posts=[str(posts)], base_model="scratch:tiny", repo_id=other, hub=hub.endpoint)
    project = tmp_path / "hubtweets.toml"
    project.write_text(
        f'[[models]]\nhandles = ["anna"]\nposts = ["{posts}"]\nrepo_id = "{repo_id}"\nbase_model = "scratch:tiny"\n'
    )
    refreshed = refresh(project, hub=hub.endpoint, ledger=ledger)
    assert refreshed.failed
    assert "taken down" in (refreshed.notable[0].reason or "")
    assert api_of(hub).model_info(repo_id).sha == head


def test_undo_has_to_be_said_in_words(hub: LocalHub) -> None:
    repo_id = published(hub)
    retract(repo_id, hub=hub.endpoint)
    with pytest.raises(UsageError):
        undo(repo_id, "yes")
    assert undo(repo_id, CONFIRM_UNDO)
    retractions.check([repo_id], retractions.read())
