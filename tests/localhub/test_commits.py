"""A commit is all or nothing: under a stale parent, under many writers, and when the process is killed."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pygit2
import pytest

from hubtweets.localhub import LocalHub


def test_stale_parent_changes_nothing(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    parent = web.sha(repo)
    assert web.commit(repo, {"a.txt": b"1"}, parent=parent).status_code == 200
    head = web.sha(repo)
    refused = web.commit(repo, {"a.txt": b"2"}, parent=parent)
    assert refused.status_code == 412
    assert "Please refresh and try again" in refused.json()["error"]
    assert web.sha(repo) == head
    assert web.get(f"/{repo}/resolve/main/a.txt").content == b"1"


@pytest.mark.slow
def test_sixteen_writers_lose_nothing(hub: LocalHub, as_web: Callable[..., Any]) -> None:
    repo = as_web(hub).create("huggingtweets/busy")
    refusals = []

    def write(number: int) -> None:
        client = as_web(hub)
        for turn in range(3):
            while True:
                answer = client.commit(
                    repo, {f"{number}/{turn}": b"x"}, parent=client.sha(repo), summary=f"{number}.{turn}"
                )
                if answer.status_code == 200:
                    break
                assert answer.status_code == 412
                refusals.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    titles = as_web(hub).history(repo)
    assert sorted(titles) == sorted(["initial commit", *(f"{n}.{turn}" for n in range(16) for turn in range(3))])
    files = as_web(hub).get(f"/api/models/{repo}").json()["siblings"]
    assert len(files) == 1 + 48


@pytest.mark.parametrize(
    ("operations", "status", "message"),
    [
        ([{"key": "deletedFile", "value": {"path": "none.txt"}}], 404, 'name "none.txt" does not exist'),
        ([{"key": "deletedFolder", "value": {"path": "none"}}], 404, 'name "none" does not exist'),
        ([{"key": "lfsFile", "value": {"path": "a.bin", "oid": "0" * 64, "algo": "sha256", "size": 3}}], 400, "LFS"),
        ([{"key": "lfsFile", "value": {"path": "a.bin", "oid": "../../x", "algo": "sha256"}}], 400, "Invalid LFS oid"),
        ([{"key": "file", "value": {"path": "../x", "content": "", "encoding": "base64"}}], 422, "Invalid path"),
        ([{"key": "file", "value": {"path": "a/.git/x", "content": "", "encoding": "base64"}}], 422, "Invalid path"),
        ([{"key": "file", "value": {"path": "a/", "content": "", "encoding": "base64"}}], 422, "Invalid path"),
        ([{"key": "file", "value": {"path": "x/" * 300 + "x", "content": ""}}], 422, "Invalid path"),
        ([{"key": "file", "value": {"path": "x" * 256, "content": ""}}], 422, "Invalid path"),
        ([{"key": "file", "value": {"path": "git~1/x", "content": "", "encoding": "base64"}}], 422, "Invalid path"),
        ([{"key": "file", "value": {"path": ".git /x", "content": "", "encoding": "base64"}}], 422, "Invalid path"),
        ([{"key": "file", "value": {"path": "a", "content": "%", "encoding": "base64"}}], 400, "not base64"),
        ([{"key": "file", "value": {"content": ""}}], 400, '"path" is required'),
        ([{"key": "copyFile", "value": {"path": "b", "srcPath": "none"}}], 400, "Cannot copy"),
        ([{"key": "dance", "value": {}}], 400, "Unknown operation"),
    ],
)
def test_refused_commits_change_nothing(web: Any, operations: list[dict[str, Any]], status: int, message: str) -> None:
    repo = web.create("huggingtweets/ada")
    head = web.sha(repo)
    good = {
        "key": "file",
        "value": {"path": "good.txt", "content": base64.b64encode(b"x").decode(), "encoding": "base64"},
    }
    answer = web.commit(repo, operations=[good, *operations])
    assert answer.status_code == status
    assert message in answer.json()["error"]
    assert web.sha(repo) == head


def test_refused_headers(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    assert web.commit(repo, {"a": b""}, summary="  ").status_code == 400
    assert web.commit(repo, {"a": b""}, revision="nowhere").headers["X-Error-Code"] == "RevisionNotFound"
    assert web.post(f"/api/models/{repo}/commit/main", content=b"{not json").status_code == 400


def test_a_merged_pull_request_takes_no_commits(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    web.commit(repo, {"a.txt": b"1"}, create_pr="1")
    assert web.commit(repo, {"a.txt": b"2"}, revision="refs%2Fpr%2F1").status_code == 200
    assert web.post(f"/api/models/{repo}/discussions/1/merge", json={}).status_code == 200
    refused = web.commit(repo, {"a.txt": b"3"}, revision="refs%2Fpr%2F1")
    assert (refused.status_code, "merged already" in refused.json()["error"]) == (400, True)


def test_copy_file_and_utf8(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    web.commit(repo, operations=[{"key": "file", "value": {"path": "ü/a b.txt", "content": "é", "encoding": "utf-8"}}])
    web.commit(repo, operations=[{"key": "copyFile", "value": {"path": "copy.txt", "srcPath": "ü/a b.txt"}}])
    assert web.get(f"/{repo}/resolve/main/copy.txt").content == "é".encode()
    assert web.get(f"/{repo}/resolve/main/%C3%BC/a%20b.txt").content == "é".encode()


def test_card_with_invalid_metadata_is_refused(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    answer = web.commit(repo, {"README.md": b"---\nlicense: none-such\n---\n"})
    assert answer.status_code == 400
    assert answer.json()["error"].startswith('Invalid metadata in README.md.\n- "license" must be one of')
    assert web.history(repo) == ["initial commit"]


SERVER = """
import json, sys, time
from hubtweets.localhub import LocalHub
hub = LocalHub(sys.argv[1], part_size=1 << 20)
hub.start()
print(json.dumps({"endpoint": hub.endpoint, "token": hub.token}), flush=True)
time.sleep(600)
"""


class Process:
    """A Hub in a process of its own, to be killed."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-c", SERVER, str(folder)]
        self.popen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.popen.stdout is not None
        told = json.loads(self.popen.stdout.readline())
        self.endpoint, self.token = told["endpoint"], told["token"]

    def kill(self) -> None:
        """As a power cut would."""
        self.popen.send_signal(signal.SIGKILL)
        self.popen.wait()
        assert self.popen.stdout is not None
        self.popen.stdout.close()


def whole(folder: Path, repo: str) -> set[str]:
    """See that every object that the repository's refs lead to is there; returns the files of main."""
    git = pygit2.Repository(str(folder / "repos" / "models" / f"{repo}.git"))
    names = set()
    for commit in git.walk(git.references["refs/heads/main"].target):
        pending = [("", commit.tree)]
        while pending:
            prefix, tree = pending.pop()
            for item in tree:
                if isinstance(item, pygit2.Tree):
                    pending.append((f"{prefix}{item.name}/", item))
                else:
                    assert git[item.id].data is not None
                    if commit.id == git.references["refs/heads/main"].target:
                        names.add(prefix + str(item.name))
    return names


@pytest.mark.thorough
@pytest.mark.parametrize("after", [1, 7, 20])
def test_killed_during_commits(tmp_path: Path, as_web: Callable[..., Any], after: int) -> None:
    folder = tmp_path / "hub"
    process = Process(folder)
    repo = "huggingtweets/killed"
    client = as_web(process, process.token)  # type: ignore[arg-type]
    client.create(repo)
    answered: list[int] = []
    enough = threading.Event()

    def write() -> None:
        try:
            for number in range(10_000):
                files = {f"{number}/{name}.txt": os.urandom(400) for name in range(20)}
                if client.commit(repo, files, summary=str(number)).status_code == 200:
                    answered.append(number)
                    if len(answered) == after:
                        enough.set()
        except httpx2.TransportError:
            pass

    thread = threading.Thread(target=write)
    thread.start()
    assert enough.wait(60)
    process.kill()  # in the middle of one of the next
    thread.join()
    names = whole(folder, repo)
    with LocalHub(folder) as again:
        web = as_web(again)
        done = len(web.history(repo)) - 1
        assert done in (len(answered), len(answered) + 1)  # what was answered is there; the one under way wholly or not
        assert names == {".gitattributes", *(f"{number}/{name}.txt" for number in range(done) for name in range(20))}
        assert {file["rfilename"] for file in web.get(f"/api/models/{repo}").json()["siblings"]} == names
        assert web.commit(repo, {"after.txt": b"on it goes"}).status_code == 200


@pytest.mark.thorough
@pytest.mark.parametrize("multipart", [False, True])
def test_killed_during_lfs_upload(tmp_path: Path, as_web: Callable[..., Any], multipart: bool) -> None:
    folder = tmp_path / "hub"
    process = Process(folder)
    repo = "huggingtweets/half"
    client = as_web(process, process.token)  # type: ignore[arg-type]
    client.create(repo)
    content = os.urandom(3 << 20)
    oid = hashlib.sha256(content).hexdigest()
    started = threading.Event()

    def ask(web: Any) -> dict[str, Any]:
        body = {"operation": "upload", "transfers": ["basic", *(["multipart"] if multipart else [])],
                "objects": [{"oid": oid, "size": len(content)}]}  # fmt: skip
        answer = web.post(f"/{repo}.git/info/lfs/objects/batch", json=body)
        return dict(answer.json()["objects"][0]["actions"]["upload"])

    def pieces() -> Any:
        for start in range(0, 1 << 20, 1 << 16):
            yield content[start : start + (1 << 16)]
            if start >= 1 << 19:
                started.set()
                threading.Event().wait(0.05)

    def upload() -> None:
        try:
            action = ask(client)
            client.put(action["header"]["1"] if multipart else action["href"], content=pieces())
        except httpx2.TransportError:
            pass

    thread = threading.Thread(target=upload)
    thread.start()
    assert started.wait(60)
    process.kill()
    thread.join()
    with LocalHub(folder, part_size=1 << 20) as again:
        assert list((folder / "tmp").iterdir()) == []
        assert not any(oid in path.name for path in folder.rglob("*"))
        web = as_web(again)
        action = ask(web)
        if multipart:
            etags = []
            for number in (1, 2, 3):
                part = content[(number - 1) << 20 : number << 20]
                etags.append(web.put(action["header"][str(number)], content=part).headers["etag"])
            done = web.post(action["href"], json={"oid": oid, "parts": [
                {"partNumber": number, "etag": etag} for number, etag in enumerate(etags, 1)]})  # fmt: skip
        else:
            done = web.put(action["href"], content=content)
        assert done.status_code == 200
        lfs_file = {"key": "lfsFile", "value": {"path": "w.bin", "oid": oid, "algo": "sha256", "size": len(content)}}
        assert web.commit(repo, operations=[lfs_file]).status_code == 200
        assert web.get(f"/{repo}/resolve/main/w.bin").content == content


def test_upload_of_other_bytes_is_refused(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    oid = hashlib.sha256(b"announced").hexdigest()
    body = {"operation": "upload", "objects": [{"oid": oid, "size": 9}]}
    href = web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()["objects"][0]["actions"]["upload"]["href"]
    assert web.put(href, content=b"different").status_code == 400
    assert web.put(href, content=b"much more than announced").status_code == 413
    assert web.put(href.replace("signature=", "signature=0"), content=b"announced").status_code == 403
    again = web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()["objects"][0]
    assert "upload" in again["actions"]  # still not there
    assert web.put(href, content=b"announced").status_code == 200
    assert "actions" not in web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()["objects"][0]
