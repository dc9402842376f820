"""Branches, tags, and squashing a branch's history."""

from __future__ import annotations

import re

import pygit2
from starlette.responses import Response

from hubtweets.localhub import discussions
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import Refusal, bad_request, forbidden
from hubtweets.localhub.storage.errors import RevisionNotFoundError
from hubtweets.localhub.storage.gitrepo import MAIN, GitRepo
from hubtweets.localhub.storage.index import Row
from hubtweets.localhub.storage.pruning import prune

_SPECIAL = re.compile(r"refs/|HEAD\Z|[0-9a-f]{40}\Z")


def _name(name: str, kind: str) -> str:
    """A name that a branch or tag may have.

    Raises:
        Refusal: 400.
    """
    if "\x00" in name or _SPECIAL.match(name) or not pygit2.reference_is_valid_name(f"refs/heads/{name}"):
        raise bad_request(f"Invalid reference for a {kind}: {name}")
    return name


def _need_room(repo: GitRepo, ref: str) -> None:
    """See that git can have this ref: a ref is a file, so `v1/x` cannot be beside `v1`.

    Raises:
        Refusal: 409.
    """
    for other in repo.git.references:
        if other.startswith(f"{ref}/") or ref.startswith(f"{other}/"):
            raise Refusal(409, f"Reference {ref} cannot exist beside {other}")


def create_branch(call: Call) -> Response:
    """POST …/branch/{branch}: from `startingPoint`, else from main; `emptyBranch` starts without files."""
    row = call.repo(write=True)
    branch = _name(call.params["branch"], "branch")
    data = call.object()
    repo = call.store.open(row)
    ref = f"refs/heads/{branch}"
    with call.store.changing(row):
        if repo.head(ref) is not None and not data.get("overwrite"):
            raise Refusal(409, f"Reference {ref} already exists")
        _need_room(repo, ref)
        if data.get("emptyBranch"):
            tree = repo.tree_with(None, [])
            target = repo.add_commit(tree, [], call.author, "initial commit", when=call.store.clock())
        else:
            target = repo.resolve(str(data.get("startingPoint") or "main")).id
        call.store.point(row, repo, ref, target)
    return Json({})


def delete_branch(call: Call) -> Response:
    """DELETE …/branch/{branch}; main stays."""
    row = call.repo(write=True)
    ref = f"refs/heads/{call.params['branch']}"
    if ref == MAIN:
        raise forbidden(f"Cannot delete {ref}")
    return _delete(call, row, ref)


def _delete(call: Call, row: Row, ref: str) -> Response:
    repo = call.store.open(row)
    with call.store.changing(row):
        if not pygit2.reference_is_valid_name(ref) or repo.head(ref) is None:
            raise RevisionNotFoundError(ref.split("/", 2)[2])
        repo.delete_ref(ref)
        prune(repo)
    return Json({})


def create_tag(call: Call) -> Response:
    """POST …/tag/{rev}: `tag` is its name; with `message` it is an annotated one."""
    row = call.repo(write=True)
    data = call.object()
    message = data.get("message")
    repo = call.store.open(row)
    with call.store.changing(row):
        target = repo.resolve(call.params["rev"]).id
        tag = _name(str(data.get("tag") or ""), "tag")
        if repo.head(f"refs/tags/{tag}") is not None:
            raise Refusal(409, f"Tag reference exists already: {tag}")
        _need_room(repo, f"refs/tags/{tag}")
        if isinstance(message, str) and message:
            if "\x00" in message:
                raise bad_request("A message has no NUL")
            repo.annotate(tag, target, call.author, message, when=call.store.clock())
        else:
            repo.set_ref(f"refs/tags/{tag}", target)
    return Json({})


def delete_tag(call: Call) -> Response:
    """DELETE …/tag/{tag}."""
    row = call.repo(write=True)
    return _delete(call, row, f"refs/tags/{call.params['rev']}")


def super_squash(call: Call) -> Response:
    """POST …/super-squash/{branch}: one commit with the same files and no history."""
    row = call.repo(write=True)
    message = call.object().get("message")
    branch = call.params["branch"]
    repo = call.store.open(row)
    with call.store.changing(row):
        ref = repo.ref_of(branch)
        if ref is None or ref.startswith("refs/tags/"):
            raise RevisionNotFoundError(branch)
        text = message if isinstance(message, str) and message.strip() else f"Super-squash branch '{branch}'"
        oid = repo.add_commit(repo.resolve(ref).tree.id, [], call.author, text, when=call.store.clock())
        call.store.point(row, repo, ref, oid)
        pull = discussions.of_ref(call, row, ref)
        if pull is not None:
            discussions.note_commit(call, row, pull, oid, text)
        prune(repo)
    return Json({"commitId": str(oid)})


_REPO = "/api/{kind:kind}/{ns}/{name}"
ROUTES = [
    Address("POST", _REPO + "/branch/{branch}", create_branch),
    Address("DELETE", _REPO + "/branch/{branch}", delete_branch),
    Address("POST", _REPO + "/tag/{rev}", create_tag),
    Address("DELETE", _REPO + "/tag/{rev}", delete_tag),
    Address("POST", _REPO + "/super-squash/{branch}", super_squash),
]
