"""Files, history and refs of a repo."""

from __future__ import annotations

import html
from typing import Any
from urllib.parse import parse_qs

import pygit2
from starlette.responses import Response

from hubtweets.localhub.api.listings import decode_cursor, encode_cursor, next_link, next_page, page_size
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import bad_request
from hubtweets.localhub.storage.gitrepo import Entry, GitRepo, isodate

PAGE, EXPANDED_PAGE, COMMITS_PAGE = 1000, 50, 50


def told(entry: Entry) -> dict[str, Any]:
    """A file or folder as the Hub describes it."""
    data: dict[str, Any] = {
        "type": "directory" if entry.is_folder else "file",
        "oid": entry.oid,
        "size": entry.size,
        "path": entry.path,
    }
    if entry.lfs:
        data["lfs"] = {"oid": entry.lfs.oid, "size": entry.lfs.size, "pointerSize": entry.lfs.pointer_size}
    return data


def _expand(repo: GitRepo, commit: pygit2.Commit, entries: list[dict[str, Any]]) -> None:
    """Add to each entry the commit that last changed it, and for files a scan that found nothing."""
    last = repo.last_commits(commit, [entry["path"] for entry in entries])
    for entry in entries:
        by = last[entry["path"]]
        entry["lastCommit"] = {"id": str(by.id), "title": _title(by), "date": isodate(by.commit_time)}
        if entry["type"] == "file":
            entry["securityFileStatus"] = {"status": "unscanned", "avScan": None, "pickleImportScan": None}


def tree(call: Call) -> Response:
    """GET /api/{kind}/{ns}/{name}/tree/{rev}[/{path}]: pages of 1,000 entries, 50 with `expand`."""
    row = call.repo(content=True)
    repo = call.store.open(row)
    commit = repo.resolve(call.params["rev"])
    expand = call.flag("expand")
    start = decode_cursor(call) or 0
    if not isinstance(start, int) or start < 0:
        raise bad_request("Invalid cursor")
    most = EXPANDED_PAGE if expand else PAGE
    limit = page_size(call, most, most)
    folder = call.params.get("path", "").strip("/")
    entries = []
    more = False
    for position, entry in enumerate(repo.entries(commit, folder, recursive=call.flag("recursive"))):
        if position == start + limit:
            more = True
            break
        if position >= start:
            entries.append(told(entry))
    if expand:
        _expand(repo, commit, entries)
    headers = {"X-Repo-Commit": str(commit.id)}
    if more:
        headers |= next_link(call, encode_cursor(start + limit))
    return Json(entries, headers=headers)


def paths_info(call: Call) -> Response:
    """POST /api/{kind}/{ns}/{name}/paths-info/{rev}, a form or JSON: `paths`, `expand`."""
    row = call.repo(content=True)
    repo = call.store.open(row)
    commit = repo.resolve(call.params["rev"])
    if call.request.headers.get("content-type", "").startswith("application/json"):
        data = call.object()
        paths, expand = data.get("paths", []), bool(data.get("expand"))
        if isinstance(paths, str):
            paths = [paths]
    else:
        form = parse_qs(call.body.decode("utf-8", "replace"), keep_blank_values=True)
        paths, expand = form.get("paths", []), form.get("expand", ["false"])[-1].lower() in ("1", "true")
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise bad_request('"paths" must be a list of paths')
    found = [repo.entry(commit, path.strip("/")) for path in paths]
    entries = [told(entry) for entry in found if entry is not None]
    if expand:
        _expand(repo, commit, entries)
    return Json(entries)


def refs(call: Call) -> Response:
    """GET /api/{kind}/{ns}/{name}/refs."""
    row = call.repo()
    repo = call.store.open(row)

    def under(prefix: str) -> list[dict[str, str]]:
        return [
            {"name": name.removeprefix(prefix), "ref": name, "targetCommit": sha} for name, sha in repo.refs(prefix)
        ]

    data = {"tags": under("refs/tags/"), "branches": under("refs/heads/"), "converts": under("refs/convert/")}
    if call.flag("include_prs"):
        data["pullRequests"] = under("refs/pr/")
    return Json(data)


def _title(commit: pygit2.Commit) -> str:
    return commit.message.partition("\n")[0]


def _body(commit: pygit2.Commit) -> str:
    return commit.message.partition("\n")[2].strip("\n")


def commits(call: Call) -> Response:
    """GET /api/{kind}/{ns}/{name}/commits/{rev}: newest first, pages of 50 (`p` is the page, from 0)."""
    row = call.repo()
    repo = call.store.open(row)
    start = repo.resolve(call.params["rev"])
    limit = page_size(call, COMMITS_PAGE, 1000)
    page = call.number("p", 0)
    formatted = "formatted" in call.many("expand")
    found: list[dict[str, Any]] = []
    total = 0
    for position, commit in enumerate(repo.log(start)):
        total += 1
        if not page * limit <= position < (page + 1) * limit:
            continue
        entry: dict[str, Any] = {
            "id": str(commit.id),
            "title": _title(commit),
            "message": _body(commit),
            "authors": [{"user": commit.author.name, "avatar": ""}],
            "date": isodate(commit.commit_time),
        }
        if formatted:
            entry["formatted"] = {"title": html.escape(_title(commit)), "message": html.escape(_body(commit))}
        found.append(entry)
    headers = {"X-Total-Count": str(total)}
    if (page + 1) * limit < total:
        params = [("p", page + 1), ("limit", limit), *(("expand[]", name) for name in call.many("expand"))]
        headers |= next_page(call, params)
    return Json(found, headers=headers)


ROUTES = [
    Address("GET", "/api/{kind:kind}/{ns}/{name}/tree/{rev}", tree),
    Address("GET", "/api/{kind:kind}/{ns}/{name}/tree/{rev}/{path:path}", tree),
    Address("POST", "/api/{kind:kind}/{ns}/{name}/paths-info/{rev}", paths_info, open=True),
    Address("GET", "/api/{kind:kind}/{ns}/{name}/refs", refs),
    Address("GET", "/api/{kind:kind}/{ns}/{name}/commits/{rev}", commits),
]
