"""`hubtweets retract`: afterwards no address that was ever seen answers with content, and nothing makes it again."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest
from huggingface_hub import CommitOperationAdd, HfApi

from hubtweets import LocalHub, publish, push, refresh, rerender
from hubtweets.card import render
from hubtweets.errors import HubError, RetractedError, UsageError
from hubtweets.hub import HubClient
from hubtweets.hub.pacing import Stop
from hubtweets.localhub import Fault
from hubtweets.publishing import remains, retractions
from hubtweets.publishing.retract import CONFIRM_UNDO, Receipt, _Retraction, foresee, ledgers, retract, undo
from hubtweets.record import Account, ModelRecord, TrackedRun
from tests.support.clock import SkippingClock
from tests.support.trackers import install

Run = Callable[..., subprocess.CompletedProcess[str]]

TRACES = (b"somebody's words", b"more words", b"PNG picture", b"model.safetensors", b"Anna Quill", b"more.txt")
"""Of the content and the names of the files of `published`."""

SECRET = b"the weights of somebody's words " * 2_000


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        yield served


def api_of(hub: LocalHub) -> HfApi:
    return HfApi(endpoint=hub.endpoint, token=hub.token)


def published(hub: LocalHub, name: str = "anna", *, tracked: bool = False) -> str:
    """A repo with two commits, weights, a picture, a tag, a branch, a pull request and a discussion."""
    api, repo_id = api_of(hub), f"{hub.user}/{name}"
    api.create_repo(repo_id)
    runs = (TrackedRun(tracker="others", role="training", url=f"https://tracker.example/{repo_id}"),) if tracked else ()
    account = Account(handle=name, name="Anna Quill", platform="x")
    card = render(ModelRecord(repo_id=repo_id, accounts=(account,), tracked=runs))
    files = {"README.md": card.encode(), "model.safetensors": SECRET, "avatar-0123456789ab.png": b"\x89PNG picture"}
    api.create_commit(repo_id, [CommitOperationAdd(*item) for item in files.items()], commit_message="first")
    api.upload_file(path_or_fileobj=b"{}", path_in_repo="config.json", repo_id=repo_id)
    api.create_tag(repo_id, tag="v1")
    api.create_branch(repo_id, branch="old")
    api.upload_file(path_or_fileobj=b"more words", path_in_repo="more.txt", repo_id=repo_id, create_pr=True)
    api.create_discussion(repo_id, "Please remove this model of me")
    return repo_id


@pytest.mark.parametrize("answer", [[{"num": 1}], "discussions", {"discussions": 1}, None])
def test_an_answer_that_lists_nothing_is_no_empty_list(answer: object) -> None:
    with HubClient("http://127.0.0.1:9") as client, pytest.raises(HubError, match="not known"):
        remains._list(client, "me/bot", answer, "discussions")


def addresses(hub: LocalHub, repo_id: str, *, pages: bool = True) -> set[str]:
    """Every address of the repo that shows its content: files at every commit and ref, listings, large files; pages."""
    api = api_of(hub)
    refs = api.list_repo_refs(repo_id, include_pull_requests=True)
    names = {
        "main",
        *(ref.name for ref in (*refs.branches, *refs.tags)),
        *(ref.ref for ref in refs.pull_requests or ()),
    }
    names |= {commit.commit_id for name in list(names) for commit in api.list_repo_commits(repo_id, revision=name)}
    page, data = f"{hub.endpoint}/{repo_id}", f"{hub.endpoint}/api/models/{repo_id}"
    found = {page, data, f"{page}/commits/main", f"{data}/commits/main", f"{data}/lfs-files"}
    for name in names:
        revision = name.replace("/", "%2F")
        if not pages:
            found |= {f"{page}/resolve/{revision}/{path}" for path in api.list_repo_files(repo_id, revision=name)}
            continue
        found |= {f"{page}/tree/{revision}", f"{page}/commit/{revision}", f"{data}/revision/{revision}"}
        found |= {f"{data}/tree/{revision}", f"{data}/tree/{revision}?recursive=true"}
        for path in api.list_repo_files(repo_id, revision=name):
            if path != ".gitattributes":
                found |= {f"{page}/{view}/{revision}/{path}" for view in ("resolve", "raw", "blob")}
    for discussion in api.get_repo_discussions(repo_id):
        found |= {f"{page}/discussions/{discussion.num}", f"{data}/discussions/{discussion.num}"}
        found |= {f"{page}/discussions/{discussion.num}/files"}
    with httpx2.Client(headers={"Authorization": f"Bearer {hub.token}"}) as client:
        for url in sorted(found):  # where large files lie, which is not below the repo
            answer = client.get(url)
            if answer.is_redirect:
                found.add(str(answer.url.join(answer.headers["location"])))
    return found


def answering(hub: LocalHub, urls: set[str]) -> set[str]:
    """Those that still show something of the model, with or without a token."""
    open_ = set()
    with httpx2.Client(follow_redirects=True) as client:
        for url in urls:
            for headers in ({}, {"Authorization": f"Bearer {hub.token}"}):
                answer = client.get(url, headers=headers)
                if answer.status_code == 200 and any(trace in answer.content for trace in TRACES):
                    open_.add(url)
    return open_


@pytest.mark.thorough
def test_what_would_go_is_told_and_nothing_is_changed(
    hub: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    repo_id = published(hub, tracked=True)
    begun = len(hub.requests)
    foreseen = foresee(repo_id, hub=hub.endpoint)
    assert {request.method for request in hub.requests[begun:]} <= {"GET", "HEAD"}
    assert not (tmp_path / "state").exists()
    assert {"README.md", "model.safetensors", "config.json", "avatar-0123456789ab.png"} <= set(foreseen.files)
    assert foreseen.commits == len(api_of(hub).list_repo_commits(repo_id))
    assert foreseen.tracked == (f"https://tracker.example/{repo_id}",)
    assert "for good" in foreseen.told
    nothing = foresee("nobody", namespace=hub.user, hub=hub.endpoint)
    assert nothing.files == ()
    assert "There is no" in nothing.told


def what_a_crawl_finds(hub: LocalHub, repo_id: str) -> set[str]:
    """What there is to remove, in the words of a receipt."""
    api = api_of(hub)
    refs = api.list_repo_refs(repo_id)
    found = {f"the file {name}" for name in api.list_repo_files(repo_id)}
    found -= {"the file README.md", "the file .gitattributes"}
    found |= {f"the branch {ref.name}" for ref in refs.branches if ref.name != "main"}
    found |= {f"the tag {ref.name}" for ref in refs.tags}
    found |= {f"the stored content of {file.filename}" for file in api.list_lfs_files(repo_id)}
    for one in api.get_repo_discussions(repo_id):
        found.add(f"pull request {one.num}" if one.is_pull_request else f"the open discussion {one.num}")
    return found | {"the card's facts", "every earlier commit", "the repo is private"}


def removed(receipt: Receipt) -> set[str]:
    return {item for step in receipt.steps if step.name != "remembered" for item in step.done}


@pytest.mark.thorough
@pytest.mark.parametrize("delete", [False, True])
def test_no_address_answers_afterwards(hub: LocalHub, delete: bool) -> None:
    repo_id = published(hub)
    seen, there = addresses(hub, repo_id), what_a_crawl_finds(hub, repo_id)
    assert any("sha256" in url or "lfs" in url for url in seen)
    showing = answering(hub, seen)
    assert len(showing) > 30
    receipt = retract(repo_id, hub=hub.endpoint, delete=delete, reason="The person asked for it.")
    assert receipt.complete
    assert answering(hub, showing) == set()
    if delete:
        assert removed(receipt) == {"the repo is private", "the whole repo"}
        assert not api_of(hub).repo_exists(repo_id)
    else:
        assert removed(receipt) == there
        assert what_a_crawl_finds(hub, repo_id) - there == set()
        assert api_of(hub).list_repo_files(repo_id) == [".gitattributes", "README.md"]
        assert list(api_of(hub).list_lfs_files(repo_id)) == []
        left = api_of(hub).list_repo_refs(repo_id, include_pull_requests=True)
        assert ([ref.name for ref in left.branches], left.tags, left.pull_requests) == (["main"], [], [])
        assert len(api_of(hub).list_repo_commits(repo_id)) == 1
        assert "removed: the branch old" in receipt.text()
    with pytest.raises(RetractedError, match=receipt.on):
        retractions.check(["anna"], retractions.read())
    with pytest.raises(RetractedError):
        retractions.check([repo_id.upper()], retractions.read())
    kept = [path.read_text() for path in retractions.default_path().parent.rglob("*") if path.is_file()]
    assert not any("anna" in text for text in kept)


TRACKER = """
import pathlib

class Tracker:
    def __init__(self, folder, config): pass
    def delete(self, run):
        with open({log!r}, "a") as log:
            log.write(run.address + "\\n")
"""


@pytest.fixture
def deleted_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tracker of another package that writes down the addresses of the runs it is to delete."""
    log = tmp_path / "deleted.txt"
    log.touch()
    install(tmp_path / "site", TRACKER.format(log=str(log)), monkeypatch)
    return log


OFTEN = ("tombstone", "squash", "tracked")
SELDOM = ("remember", "hide", "collections", "copies", "discussions", "large_files")


@pytest.mark.parametrize("step", [*OFTEN, *(pytest.param(step, marks=pytest.mark.slow) for step in SELDOM)])
def test_killed_after_any_step_it_ends_the_work(
    hub: LocalHub, deleted_runs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """The receipt is that of a retraction which nothing stopped, what is elsewhere than in the repo included."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    tracked = step in ("squash", "tracked")  # after these no card tells of the run
    repo_id = published(hub, tracked=tracked)
    weights = tmp_path / "cache" / f"models--{repo_id.replace('/', '--')}"
    weights.mkdir(parents=True)
    seen, there = answering(hub, addresses(hub, repo_id, pages=False)), what_a_crawl_finds(hub, repo_id)
    done = getattr(_Retraction, f"_{step}")

    def killed(self: _Retraction, *given: object) -> None:
        done(self, *given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(_Retraction, f"_{step}", killed)
        with pytest.raises(KeyboardInterrupt):
            retract(repo_id, hub=hub.endpoint)
    receipt = retract(repo_id, hub=hub.endpoint)
    assert receipt.complete
    assert answering(hub, seen) == set()
    runs = {f"https://tracker.example/{repo_id}"} if tracked else set()
    assert removed(receipt) == there | runs | {str(weights)}
    assert set(deleted_runs.read_text().split()) == runs
    assert not weights.exists()
    assert not list(ledgers().iterdir())


def test_a_second_time_nothing_is_left_to_do(hub: LocalHub) -> None:
    repo_id = published(hub)
    first = retract(repo_id, hub=hub.endpoint)
    commits = len(api_of(hub).list_repo_commits(repo_id))
    again = retract(repo_id, hub=hub.endpoint)
    assert len(api_of(hub).list_repo_commits(repo_id)) == commits
    assert (first.complete, again.complete) == (True, True)


@pytest.mark.slow
def test_the_command_gives_a_receipt_and_publish_refuses(hub: LocalHub, tmp_path: Path, hubtweets: Run) -> None:
    repo_id = published(hub)
    api = api_of(hub)
    api.create_repo(f"{hub.user}/other")
    api.create_discussion(f"{hub.user}/other", "The samples are funny")
    environment = {"HF_ENDPOINT": hub.endpoint, "HF_TOKEN": hub.token}
    watched = hubtweets("retract", hub.user, "--watch", env=environment, cwd=tmp_path)
    assert watched.returncode == 0, watched.stderr
    assert re.fullmatch(rf"{hub.endpoint}/{repo_id}/discussions/\d+: Please remove this model of me\n", watched.stdout)
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


def test_an_organisations_list_is_obeyed_and_never_lost(hub: LocalHub) -> None:
    with HubClient(hub.endpoint, hub.token, stop=Stop(clock=SkippingClock())) as client:
        assert retractions.read_of(client, hub.user) is None
        retractions.write_of(client, hub.user, ["anna"], "2026-11-26")
        retractions.write_of(client, hub.user, ["@Bert", "anna"], "2026-11-27")
        remembered = retractions.read_of(client, hub.user)
        assert remembered is not None
        assert [remembered.since(name) for name in ("ANNA", "bert", "carl")] == ["2026-11-26", "2026-11-27", None]
        dataset = f"{hub.user}/{retractions.ORG_LIST}"
        assert api_of(hub).dataset_info(dataset).private
        hub.set_faults(Fault(kind="status", status=503, path=r"/datasets/.*"))
        for unknown in (retractions.read_of, lambda *of: retractions.write_of(*of, ["carl"], "2026-11-28")):
            with pytest.raises(HubError):  # who is on it is not known: nothing goes on, nothing is written over it
                unknown(client, hub.user)
        hub.set_faults()
        again = retractions.read_of(client, hub.user)
        assert again is not None
        assert again.days == remembered.days
        damaged = CommitOperationAdd(retractions.FILE, b'{"salt": ')
        api_of(hub).create_commit(dataset, [damaged], repo_type="dataset", commit_message="by hand")
        with pytest.raises(HubError, match="cannot be read"):
            retractions.read_of(client, hub.user)
        with pytest.raises(HubError, match="cannot be read"):
            retractions.write_of(client, hub.user, ["carl"], "2026-11-28")


def test_somebody_who_says_no_keeps_the_model(hub: LocalHub) -> None:
    repo_id = published(hub)
    asked: list[str] = []

    def no(sentence: str) -> bool:
        asked.append(sentence)
        return False

    for name in (repo_id, f"{hub.user}/nobody"):
        with pytest.raises(UsageError, match="Nothing was taken down"):
            retract(name, hub=hub.endpoint, confirm=no)
    assert f"{hub.endpoint}/{repo_id}: its files, its card and its history are removed for good" in asked[0]
    assert asked[1].startswith(f"There is no {hub.user}/nobody")
    assert api_of(hub).file_exists(repo_id, "model.safetensors")
    assert not retractions.read().days
