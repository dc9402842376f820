"""Downloads and their headers."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest


@pytest.fixture
def repo(web: Any) -> str:
    """A repo with a regular and an LFS file, both of the ten digits."""
    name: str = web.create("huggingtweets/ada")
    content = b"0123456789"
    oid = hashlib.sha256(content).hexdigest()
    body = {"operation": "upload", "objects": [{"oid": oid, "size": 10}]}
    upload = web.post(f"/{name}.git/info/lfs/objects/batch", json=body).json()["objects"][0]["actions"]["upload"]
    web.put(upload["href"], content=content)
    lfs = {"key": "lfsFile", "value": {"path": "d.bin", "algo": "sha256", "oid": oid, "size": 10}}
    assert web.commit(name, {"d.txt": content}, operations=[lfs]).status_code == 200
    return name


@pytest.mark.parametrize("name", ["d.txt", "d.bin"])
def test_head_get_range_and_etag(web: Any, repo: str, name: str) -> None:
    url = f"/{repo}/resolve/main/{name}"
    head, got = web.head(url), web.get(url)
    assert got.content == b"0123456789"
    for answer in (head, got):
        assert answer.status_code == 200
        assert answer.headers["X-Repo-Commit"] == web.sha(repo)
        assert answer.headers["Content-Length"] == "10"
        assert answer.headers["Accept-Ranges"] == "bytes"
    oid = hashlib.sha256(b"0123456789").hexdigest()
    blob = hashlib.sha1(b"blob 10\x000123456789").hexdigest()
    assert got.headers["ETag"] == (f'"{oid}"' if name == "d.bin" else f'"{blob}"')
    if name == "d.bin":
        assert (head.headers["X-Linked-Size"], head.headers["X-Linked-Etag"]) == ("10", f'"{oid}"')
    for asked, told in (("2-4", b"234"), ("7-", b"789"), ("-3", b"789"), ("0-99", b"0123456789")):
        part = web.get(url, headers={"Range": f"bytes={asked}"})
        assert (part.status_code, part.content) == (206, told)
        start = b"0123456789".index(told)
        assert part.headers["Content-Range"] == f"bytes {start}-{start + len(told) - 1}/10"
    beyond = web.get(url, headers={"Range": "bytes=10-"})
    assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, "bytes */10")
    same = web.get(url, headers={"If-None-Match": got.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert web.get(url, headers={"If-None-Match": '"other"'}).status_code == 200


def test_raw_is_what_git_has(web: Any, repo: str) -> None:
    assert web.get(f"/{repo}/raw/main/d.txt").content == b"0123456789"
    oid = hashlib.sha256(b"0123456789").hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 10\n"
    assert web.get(f"/{repo}/raw/main/d.bin").text == pointer


def test_revisions(web: Any, repo: str) -> None:
    first = web.sha(repo)
    web.commit(repo, {"d.txt": b"new"})
    web.post(f"/api/models/{repo}/branch/a%2Fb", json={"startingPoint": first})
    web.commit(repo, {"d.txt": b"proposed"}, create_pr="1")
    for revision, told in ((first, b"0123456789"), (first[:7], b"0123456789"), ("a%2Fb", b"0123456789"),
                           ("main", b"new"), ("refs%2Fpr%2F1", b"proposed"), ("refs/pr/1", b"proposed")):  # fmt: skip
        assert web.get(f"/{repo}/resolve/{revision}/d.txt").content == told
    missing = web.get(f"/{repo}/resolve/main/none")
    assert (missing.status_code, missing.headers["X-Error-Code"]) == (404, "EntryNotFound")
    assert missing.headers["X-Repo-Commit"] == web.sha(repo)
    unknown = web.get(f"/{repo}/resolve/nowhere/d.txt")
    assert (unknown.status_code, unknown.headers["X-Error-Code"]) == (404, "RevisionNotFound")
    assert web.get("/huggingtweets/none/resolve/main/d.txt").headers["X-Error-Code"] == "RepoNotFound"
    assert web.get("/gpt2/resolve/main/config.json").headers["X-Error-Code"] == "RepoNotFound"


def test_every_answer_has_an_id_of_its_own(web: Any) -> None:
    ids = {
        web.get(path).headers["X-Request-Id"]
        for path in ("/", "/api/models", "/none/none", "/api/none", "/_none/x/y/z")
    }
    assert len(ids) == 5
    assert web.get("/api/none").status_code == 404
    assert web.post("/api/models").status_code == 405
