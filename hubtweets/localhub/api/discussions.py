"""Discussions and pull requests over the API."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from hubtweets.localhub import discussions
from hubtweets.localhub.call import Address, Call, Json, whole
from hubtweets.localhub.discussions import Discussion, comment_event, event, load, save
from hubtweets.localhub.refusals import bad_request
from hubtweets.localhub.storage.gitrepo import MAIN, isodate
from hubtweets.localhub.storage.index import Row
from hubtweets.localhub.storage.pruning import prune

PAGE = 50
LONGEST = 65_536
"""Characters of a comment."""


def _summary(row: Row, discussion: Discussion) -> dict[str, Any]:
    return {
        "num": discussion.num,
        "author": {"name": discussion.author, "fullname": discussion.author, "type": "user"},
        "repo": {"name": row.id, "type": row.type},
        "title": discussion.title,
        "status": discussion.status,
        "createdAt": discussion.created,
        "isPullRequest": discussion.base is not None,
        "numComments": sum(item["type"] == "comment" for item in discussion.events),
        "pinned": False,
        "locked": False,
    }


def listing(call: Call) -> Response:
    """GET …/discussions: newest first, pages of 50 (`p`, from 0); `type`, `status` and `author` narrow it."""
    row = call.repo()
    kind, status, author = (call.query.get(name) for name in ("type", "status", "author"))
    found = [load(call, row, number) for number in discussions.numbers(call, row)]
    if kind in ("discussion", "pull_request"):
        found = [item for item in found if (item.base is not None) == (kind == "pull_request")]
    if status in ("open", "closed"):  # a draft counts as open, a merged one as closed
        wanted = ("open", "draft") if status == "open" else ("closed", "merged")
        found = [item for item in found if item.status in wanted]
    if author:
        found = [item for item in found if item.author == author]
    start = call.number("p", 0) * PAGE
    told = [_summary(row, item) for item in found[start : start + PAGE]]
    return Json({"discussions": told, "count": len(found), "start": start, "numClosedDiscussions": 0})


def create(call: Call) -> Response:
    """POST …/discussions: anybody who can see a repo may open one; one with `pullRequest` starts as a draft."""
    row = call.repo()
    call.need_writer(row)
    data = call.object()
    title, text = data.get("title"), data.get("description")
    if not isinstance(title, str) or not isinstance(text, str | None):
        raise bad_request('"title" and "description" must be strings')
    pull = bool(data.get("pullRequest"))
    repo = call.store.open(row)
    with call.store.changing(row):
        base = MAIN if pull else None
        discussion = discussions.new_discussion(
            call, row, title, text or "", base=base, status="draft" if pull else "open"
        )
        if pull:
            repo.set_ref(discussion.ref, repo.resolve("main").id)
        save(call, row, discussion)
    url = f"{call.url(row)}/discussions/{discussion.num}"
    return Json({"num": discussion.num, "url": url, "pullRequest": pull})


def _found(call: Call) -> tuple[Row, Discussion]:
    row = call.repo()
    number = whole(call.params["num"])
    if number is None:
        raise bad_request("Invalid discussion number")
    return row, load(call, row, number)


def details(call: Call) -> Response:
    """GET …/discussions/{num}: with all events; a pull request with its changes, and its diff when `diff=1`."""
    row, discussion = _found(call)
    told = {**_summary(row, discussion), "events": discussion.events}
    if discussion.base is not None:
        repo = call.store.open(row)
        told["changes"] = {"base": discussion.base, "mergeCommitId": discussion.merge_commit}
        told["filesWithConflicts"] = discussions.conflicts(repo, discussion)
        if call.flag("diff"):
            call.repo(content=True)
            told["diff"] = discussions.diff(repo, discussion)
    return Json(told)


def _may_manage(call: Call, row: Row, author: str) -> None:
    """Authors may change what is theirs, and those who can write to the repo everything."""
    call.need_writer(row)
    if call.user() != author:
        call.need_write(row)


def comment(call: Call) -> Response:
    """POST …/discussions/{num}/comment."""
    row, _ = _found(call)
    call.need_writer(row)
    text = call.object().get("comment")
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        raise bad_request(f'"comment" must have between 1 and {LONGEST} characters')
    with call.store.changing(row):
        discussion = _found(call)[1]
        made = comment_event(call, text)
        discussion.events.append(made)
        save(call, row, discussion)
    return Json({"newMessage": made})


def _comment_of(call: Call, discussion: Discussion) -> dict[str, Any]:
    for item in discussion.events:
        if item["id"] == call.params["comment"] and item["type"] == "comment":
            return item
    raise bad_request("No such comment")


def edit(call: Call) -> Response:
    """POST …/discussions/{num}/comment/{id}/edit."""
    row, _ = _found(call)
    text = call.object().get("content")
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        raise bad_request(f'"content" must have between 1 and {LONGEST} characters')
    with call.store.changing(row):
        discussion = _found(call)[1]
        item = _comment_of(call, discussion)
        _may_manage(call, row, item["author"]["name"])
        data = item["data"]
        data["history"].append(data["latest"])
        data["latest"] = comment_event(call, text)["data"]["latest"]
        data |= {"edited": True, "numEdits": len(data["history"]), "editorsNames": [call.user()]}
        save(call, row, discussion)
    return Json({"updatedComment": item})


def hide(call: Call) -> Response:
    """POST …/discussions/{num}/comment/{id}/hide: the text is gone for good, as on the Hub."""
    row, _ = _found(call)
    with call.store.changing(row):
        discussion = _found(call)[1]
        item = _comment_of(call, discussion)
        _may_manage(call, row, item["author"]["name"])
        hidden = {"raw": "This comment has been hidden", "html": "This comment has been hidden"}
        item["data"]["latest"] |= {**hidden, "updatedAt": isodate(call.store.clock())}
        item["data"] |= {"hidden": True, "hiddenBy": call.user(), "history": []}
        save(call, row, discussion)
    return Json({"updatedComment": item})


def title(call: Call) -> Response:
    """POST …/discussions/{num}/title."""
    row, _ = _found(call)
    new = call.object().get("title")
    if not isinstance(new, str) or not 3 <= len(new.strip()) <= 200:
        raise bad_request("✖ Title must be between 3 and 200 characters\n  → at title")
    with call.store.changing(row):
        discussion = _found(call)[1]
        _may_manage(call, row, discussion.author)
        made = event(call, "title-change", {"from": discussion.title, "to": new.strip()})
        discussion.title = new.strip()
        discussion.events.append(made)
        save(call, row, discussion)
    return Json({"newTitle": made})


def status(call: Call) -> Response:
    """POST …/discussions/{num}/status: open, closed, or draft for a pull request; with an optional comment."""
    row, _ = _found(call)
    data = call.object()
    new, text = data.get("status"), data.get("comment")
    with call.store.changing(row):
        discussion = _found(call)[1]
        _may_manage(call, row, discussion.author)
        if new not in ("open", "closed") and not (new == "draft" and discussion.base is not None):
            raise bad_request('"status" must be one of [open, closed]')
        if discussion.status == "merged":
            raise bad_request("This pull request is merged already")
        if isinstance(text, str) and text.strip():
            discussion.events.append(comment_event(call, text))
        made = event(call, "status-change", {"status": new})
        discussion.status = new
        discussion.events.append(made)
        save(call, row, discussion)
    return Json({"newStatus": made})


def merge(call: Call) -> Response:
    """POST …/discussions/{num}/merge."""
    row, _ = _found(call)
    call.need_write(row)
    text = call.object().get("comment")
    repo = call.store.open(row)
    with call.store.changing(row):
        discussion = _found(call)[1]
        if isinstance(text, str) and text.strip():
            discussion.events.append(comment_event(call, text))
        oid = discussions.merge(call, row, repo, discussion)
    return Json({"mergeCommitId": str(oid)})


def delete(call: Call) -> Response:
    """DELETE …/discussions/{num}: what was said and, of a pull request, its commits; the number is not given again."""
    row, _ = _found(call)
    call.need_write(row)
    with call.store.changing(row):
        discussion = _found(call)[1]
        discussions.remove(call, row, discussion)
        repo = call.store.open(row)
        if repo.head(discussion.ref) is not None:
            repo.delete_ref(discussion.ref)
            prune(repo)
    return Json({})


_BASE = "/api/{kind:kind}/{ns}/{name}/discussions"
ROUTES = [
    Address("GET", _BASE, listing),
    Address("POST", _BASE, create),
    Address("GET", _BASE + "/{num}", details),
    Address("DELETE", _BASE + "/{num}", delete),
    Address("POST", _BASE + "/{num}/comment", comment),
    Address("POST", _BASE + "/{num}/comment/{comment}/edit", edit),
    Address("POST", _BASE + "/{num}/comment/{comment}/hide", hide),
    Address("POST", _BASE + "/{num}/title", title),
    Address("POST", _BASE + "/{num}/status", status),
    Address("POST", _BASE + "/{num}/merge", merge),
]
