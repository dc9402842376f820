"""`git push` as git does it, and what llama.cpp asks for."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubtweets.localhub import Fault, LocalHub

Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def git(hub: LocalHub, web: Any, tmp_path: Path) -> Git:
    """git in a clone of huggingtweets/robin."""
    web.create("huggingtweets/robin")
    web.commit("huggingtweets/robin", {"a.txt": b"a"})
    folder = tmp_path / "clone"
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1",
                   "GIT_TERMINAL_PROMPT": "0",
                   "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@localhost", "GIT_COMMITTER_NAME": "Ada",
                   "GIT_COMMITTER_EMAIL": "ada@localhost", "GIT_LFS_SKIP_SMUDGE": "1"}  # fmt: skip

    def run(*arguments: str, fails: bool = False) -> subprocess.CompletedProcess[str]:
        where = folder if folder.exists() else tmp_path
        done = subprocess.run(["git", *arguments], cwd=where, env=environment, capture_output=True, text=True)
        assert (done.returncode != 0) == fails, done.stderr
        return done

    address = f"http://me:{hub.token}@{hub.endpoint.partition('://')[2]}/huggingtweets/robin"
    run("clone", "-q", address, str(folder))
    for attribute in ("filter.lfs.clean", "filter.lfs.smudge"):
        run("config", attribute, "cat")  # pointers are written by hand here
    return run


def write(tmp_path: Path, git: Git, name: str, content: bytes, message: str = "change") -> None:
    """Commit a file in the clone."""
    (tmp_path / "clone" / name).write_bytes(content)
    git("add", name)
    git("commit", "-q", "-m", message)


@pytest.mark.thorough
def test_a_push_is_a_commit_like_any_other(git: Git, web: Any, tmp_path: Path) -> None:
    repo = "huggingtweets/robin"
    write(tmp_path, git, "README.md", b"---\nlicense: mit\ntags: [bird]\n---\n# Robin\n", "A card")
    write(tmp_path, git, "b.txt", b"b", "More")
    git("tag", "v1")
    git("push", "-q", "origin", "HEAD:main", "HEAD:side", "v1")
    assert web.history(repo) == ["More", "A card", "change", "initial commit"]
    assert "license:mit" in web.get(f"/api/models/{repo}").json()["tags"]
    assert web.get(f"/{repo}/resolve/v1/b.txt").content == b"b"
    web.commit(repo, {"c.txt": b"c"}, summary="From elsewhere")
    write(tmp_path, git, "d.txt", b"d")
    assert "rejected" in git("push", "origin", "HEAD:main", fails=True).stderr  # it would lose a commit
    git("pull", "-q", "--rebase", "origin", "main")
    git("push", "-q", "origin", "HEAD:main")
    assert web.history(repo)[:2] == ["change", "From elsewhere"]
    git("push", "-q", "origin", ":side")
    assert [ref["name"] for ref in web.get(f"/api/models/{repo}/refs").json()["branches"]] == ["main"]
    git("push", "-q", "origin", ":main", fails=True)
    assert web.history(repo)[:2] == ["change", "From elsewhere"]


@pytest.mark.parametrize("hidden", [False, True])
def test_a_push_is_refused_for_what_a_commit_is_refused_for(
    git: Git, web: Any, tmp_path: Path, hub: LocalHub, hidden: bool
) -> None:
    before = web.sha("huggingtweets/robin")
    write(tmp_path, git, "README.md", b"---\nlicense: none-such\n---\n")
    if hidden:
        write(tmp_path, git, "b.txt", b"b")  # behind a commit that does not touch the card
    said = git("push", "origin", "HEAD:main", "HEAD:side", fails=True).stderr
    assert "Invalid metadata in README.md" in said
    assert '"license" must be one of' in said
    assert web.sha("huggingtweets/robin") == before
    assert [ref["name"] for ref in web.get("/api/models/huggingtweets/robin/refs").json()["branches"]] == ["main"]
    assert list((hub.folder / "tmp").iterdir()) == []


@pytest.mark.thorough
def test_large_files_go_to_lfs_first(git: Git, web: Any, tmp_path: Path) -> None:
    repo, content = "huggingtweets/robin", b"weights" * 1000
    write(tmp_path, git, "big.txt", os.urandom(11 << 20))
    assert "large files go to LFS" in git("push", "origin", "HEAD:main", fails=True).stderr
    git("reset", "-q", "--hard", "HEAD~1")
    oid = hashlib.sha256(content).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(content)}\n"
    write(tmp_path, git, "model.safetensors", pointer.encode())
    assert "does not exist: model.safetensors" in git("push", "origin", "HEAD:main", fails=True).stderr
    body = {"operation": "upload", "transfers": ["basic"], "objects": [{"oid": oid, "size": len(content)}]}
    told = web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()  # as git-lfs does before the push
    assert told["transfer"] == "basic"
    assert web.put(told["objects"][0]["actions"]["upload"]["href"], content=content).status_code == 200
    git("push", "-q", "origin", "HEAD:main")
    assert web.get(f"/{repo}/resolve/main/model.safetensors").content == content


def test_who_may_not_push(git: Git, hub: LocalHub, web: Any, as_web: Callable[..., Any], tmp_path: Path) -> None:
    write(tmp_path, git, "b.txt", b"b")
    host = hub.endpoint.partition("://")[2]
    for name in (f"me:{hub.read_token}@", ""):
        assert git("push", f"http://{name}{host}/huggingtweets/robin", "HEAD:main", fails=True).stderr
    assert "only branches and tags" in git("push", "origin", "HEAD:refs/pr/1", fails=True).stderr
    assert as_web(hub, "").post("/huggingtweets/robin/git-receive-pack", content=b"0000").status_code == 401
    for nonsense in (b"nonsense", b"0016zz zz refs/heads/x\x000000"):
        assert web.post("/huggingtweets/robin/git-receive-pack", content=nonsense).status_code == 400
    assert web.history("huggingtweets/robin") == ["change", "initial commit"]


def test_a_squash_after_a_push_leaves_nothing(git: Git, web: Any, tmp_path: Path) -> None:
    repo = "huggingtweets/robin"
    write(tmp_path, git, "b.txt", b"gone")
    git("push", "-q", "origin", "HEAD:main")
    sha = web.sha(repo)
    write(tmp_path, git, "b.txt", b"stays")
    git("push", "-q", "origin", "HEAD:main")
    assert web.post(f"/api/models/{repo}/super-squash/main", json={}).status_code == 200
    assert web.get(f"/{repo}/resolve/{sha}/b.txt").status_code == 404
    assert web.get(f"/{repo}/resolve/main/b.txt").content == b"stays"


def test_the_file_that_llama_cpp_gets(web: Any) -> None:
    repo = web.create("huggingtweets/robin")
    web.commit(
        repo, {f"robin-{name}.gguf": b"GGUF" for name in ("Q8_0", "Q4_K_M", "F16-00001-of-00002", "F16-00002-of-00002")}
    )

    def file(tag: str) -> Any:
        return web.get(f"/v2/{repo}/manifests/{tag}").json().get("ggufFile", {}).get("rfilename")

    assert (file("latest"), file("Q8_0"), file("f16")) == (
        "robin-Q4_K_M.gguf",
        "robin-Q8_0.gguf",
        "robin-F16-00001-of-00002.gguf",
    )
    assert web.get(f"/v2/{repo}/manifests/Q2_K").status_code == 400
    assert web.get("/v2/huggingtweets/none/manifests/latest").status_code == 404
    web.create("huggingtweets/wren")
    assert web.get("/v2/huggingtweets/wren/manifests/latest").status_code == 404


def test_quotas(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    hub.set_faults(Fault.commit_quota(2, times=1), Fault.creation_quota(1))
    codes = [web.commit(repo, {"a.txt": b"%d" % number}).status_code for number in range(5)]
    assert codes == [200, 200, 429, 200, 200]
    answers = [web.post("/api/repos/create", json={"name": name}) for name in "abc"]
    assert [answer.status_code for answer in answers] == [200, 429, 429]
    assert "repository creations (1 per day)" in answers[1].json()["error"]
    hub.set_faults(
        Fault(kind="status", status=403, path="/commit/", code="Odd", message="no\nwriting ü", headers={"X-A": "b"})
    )
    refused = web.commit(repo, {"a.txt": b"x"})
    assert (refused.status_code, refused.json()["error"], refused.headers["X-Error-Code"]) == (
        403,
        "no\nwriting ü",
        "Odd",
    )
    assert (refused.headers["X-Error-Message"], refused.headers["X-A"]) == ("no writing ?", "b")
    for bad in ({"status": 200}, {"code": "a\r\nb"}, {"headers": {"a": "b\n"}}):
        assert web.put("/_faults", json={"faults": [{"kind": "status", **bad}]}).status_code == 400
