"""The LFS files that a repo refers to anywhere in its history, and getting rid of them for good."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pygit2
from pygit2.enums import SortMode
from starlette.responses import Response

from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import bad_request
from hubtweets.localhub.storage.gitrepo import Entry, GitRepo, isodate
from hubtweets.localhub.storage.pruning import prune


class Found(NamedTuple):
    """An LFS file, the first commit that had it and the ref it was found on."""

    entry: Entry
    commit: pygit2.Commit
    ref: str


def _names(repo: GitRepo) -> list[str]:
    """All refs, main first."""
    return [name for prefix in ("refs/heads/main", "refs/heads/", "refs/tags/", "refs/pr/", "refs/convert/")
            for name, _ in repo.refs(prefix) if prefix == "refs/heads/main" or name != "refs/heads/main"]  # fmt: skip


def _files(repo: GitRepo) -> Iterator[Found]:
    """Each pointer file once, by its blob."""
    seen: set[str] = set()
    commits: set[str] = set()
    for name in _names(repo):
        for commit in repo.git.walk(repo.resolve(name).id, SortMode.TOPOLOGICAL | SortMode.REVERSE):
            if str(commit.id) in commits:
                continue
            commits.add(str(commit.id))
            for path, oid in repo.files(commit):
                if oid in seen:
                    continue
                seen.add(oid)
                entry = repo.entry(commit, path)
                if entry is not None and entry.lfs:
                    yield Found(entry, commit, name)


def listing(call: Call) -> Response:
    """GET …/lfs-files: those of every revision, and those that are in none any more and take their place still."""
    row = call.repo(write=True)
    told: list[dict[str, Any]] = []
    left = {path.name: path for path in call.store.lfs(row).all()}
    seen: set[str] = set()
    for entry, commit, ref in _files(call.store.open(row)):
        if entry.lfs is None or entry.lfs.oid in seen:
            continue
        seen.add(entry.lfs.oid)
        left.pop(entry.lfs.oid, None)
        told.append(
            {
                "fileOid": entry.lfs.oid,
                "oid": entry.oid,
                "filename": entry.path,
                "size": entry.lfs.size,
                "pushedAt": isodate(commit.commit_time),
                "ref": ref,
            }
        )
    for oid, path in sorted(left.items()):
        stat = path.stat()
        told.append(
            {"fileOid": oid, "oid": oid, "filename": oid, "size": stat.st_size, "pushedAt": isodate(stat.st_mtime)}
        )
    return Json(told)


def delete(call: Call) -> Response:
    """POST …/lfs-files/batch: the bytes are gone; with `rewriteHistory`, no commit of any ref knows the files."""
    row = call.repo(write=True)
    deletions = call.object().get("deletions")
    oids = deletions.get("sha") if isinstance(deletions, dict) else None
    if not isinstance(oids, list) or not isinstance(deletions, dict):
        raise bad_request('"deletions.sha" must be an array')
    wanted = {oid for oid in oids if isinstance(oid, str)}
    repo = call.store.open(row)
    with call.store.changing(row):
        blobs = {file.entry.oid for file in _files(repo) if file.entry.lfs and file.entry.lfs.oid in wanted}
        if deletions.get("rewriteHistory"):
            if blobs:
                _rewrite(repo, blobs)
        else:  # only from where the branches are now
            for name, sha in repo.refs("refs/heads/"):
                commit = repo.resolve(sha)
                tree = _without(repo, commit.tree, blobs)
                if tree != commit.tree.id:
                    message = "Delete LFS files"
                    oid = repo.add_commit(tree, [commit.id], call.author, message, when=call.store.clock())
                    call.store.point(row, repo, name, oid)
        objects = call.store.lfs(row)
        for path in objects.all():
            if path.name in wanted:
                objects.remove(path.name)
        call.store.refresh(row.type, row.id)
    return Json({})


def _without(repo: GitRepo, tree: pygit2.Tree, blobs: set[str]) -> pygit2.Oid:
    """The tree without these blobs, and without folders that are empty then."""
    builder = repo.git.TreeBuilder(tree)
    for item in tree:
        name = str(item.name)
        if isinstance(item, pygit2.Tree):
            inner = _without(repo, item, blobs)
            if inner == item.id:
                continue
            builder.remove(name)
            if len(repo.git[inner].peel(pygit2.Tree)):
                builder.insert(name, inner, item.filemode)
        elif str(item.id) in blobs:
            builder.remove(name)
    return builder.write()


def _rewrite(repo: GitRepo, blobs: set[str]) -> None:
    """Write every commit again without the blobs, then move all refs."""
    rewritten: dict[pygit2.Oid, pygit2.Oid] = {}
    names = _names(repo)
    for name in names:
        for commit in repo.git.walk(repo.resolve(name).id, SortMode.TOPOLOGICAL | SortMode.REVERSE):
            if commit.id not in rewritten:
                parents = [rewritten[parent] for parent in commit.parent_ids]
                tree = _without(repo, commit.tree, blobs)
                rewritten[commit.id] = repo.git.create_commit(
                    None, commit.author, commit.committer, commit.message, tree, parents
                )
    for name in names:
        repo.set_ref(name, rewritten[repo.resolve(name).id])
    prune(repo)


ROUTES = [
    Address("GET", "/api/{kind:kind}/{ns}/{name}/lfs-files", listing),
    Address("POST", "/api/{kind:kind}/{ns}/{name}/lfs-files/batch", delete),
]
