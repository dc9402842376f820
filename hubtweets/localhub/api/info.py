"""What there is to know of one repo."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from hubtweets.localhub.api import describe
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import bad_request
from hubtweets.localhub.storage.gitrepo import GitRepo
from hubtweets.localhub.storage.index import Row


def at_revision(call: Call, row: Row, repo: GitRepo, revision: str) -> Row:
    """The repo as it is at a revision."""
    commit = repo.resolve(revision)
    if str(commit.id) == row.sha:
        return row
    return call.store.describe(repo, commit, row.type, row.id, call.store.meta(row), row.meta_stamp)


def info(call: Call) -> Response:
    """GET /api/{kind}/{ns}/{name}[/revision/{rev}]."""
    row = call.repo()
    repo = call.store.open(row)
    here = at_revision(call, row, repo, call.params.get("rev", "main"))
    expand = call.many("expand")
    if expand:
        unknown = [name for name in expand if name not in describe.EXPANDABLE]
        if unknown:
            raise bad_request(
                f"✖ Invalid option: expected one of {'|'.join(sorted(describe.EXPANDABLE))}: {unknown[0]}"
            )
        told = describe.expanded(here, expand)
    else:
        told = describe.in_full(here, known=row)
    if call.flag("blobs"):
        told["siblings"] = blobs(repo, here.sha)
    if call.flag("securityStatus"):
        told["securityRepoStatus"] = {"scansDone": False, "filesWithIssues": []}
    return Json(told)


def blobs(repo: GitRepo, sha: str) -> list[dict[str, Any]]:
    """The files with sizes (bytes), blob ids and what LFS says of them."""
    told = []
    for entry in repo.entries(repo.resolve(sha), recursive=True):
        if entry.is_folder:
            continue
        file: dict[str, Any] = {"rfilename": entry.path, "blobId": entry.oid, "size": entry.size}
        if entry.lfs:
            file["lfs"] = {
                "sha256": entry.lfs.oid,
                "size": entry.lfs.size,
                "pointerSize": entry.lfs.pointer_size,
            }
        told.append(file)
    return sorted(told, key=lambda file: str(file["rfilename"]))


def auth_check(call: Call) -> Response:
    """GET /api/{kind}/{ns}/{name}/auth-check: may the caller read the files?"""
    call.repo(content=True)
    return Json({})


def auth_check_write(call: Call) -> Response:
    """GET /api/{kind}/{ns}/{name}/auth-check/write: may the caller commit?"""
    call.repo(content=True, write=True)
    return Json({})


def unlike(call: Call) -> Response:
    """DELETE …/like: there are no likes to take back."""
    call.user()
    call.repo()
    return Json({})


ROUTES = [
    Address("DELETE", "/api/{kind:kind}/{ns}/{name}/like", unlike),
    Address("GET", "/api/{kind:kind}/{ns}/{name}", info),
    Address("GET", "/api/{kind:kind}/{ns}/{name}/revision/{rev}", info),
    Address("GET", "/api/{kind:kind}/{ns}/{name}/auth-check", auth_check),
    Address("GET", "/api/{kind:kind}/{ns}/{name}/auth-check/write", auth_check_write),
]
