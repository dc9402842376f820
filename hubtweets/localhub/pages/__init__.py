"""The Hub's pages, for people: repos, cards, files, commits, discussions. No script; see `_POLICY`."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import jinja2
import pygit2
from starlette.responses import HTMLResponse, RedirectResponse, Response

from hubtweets import cardview
from hubtweets.localhub import discussions
from hubtweets.localhub.api import listings
from hubtweets.localhub.call import PREFIX, Address, Call, whole
from hubtweets.localhub.pages.diffs import file_diffs
from hubtweets.localhub.refusals import Refusal, entry_not_found, from_storage
from hubtweets.localhub.storage.errors import StorageError
from hubtweets.localhub.storage.gitrepo import GitRepo, isodate
from hubtweets.localhub.storage.index import Query, Row

_HERE = Path(__file__).parent
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' https: http: data:; media-src 'self' https: http:;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_PAGE = 50
_SHOWN = 256 * 1024  # bytes of a text file that a page shows


@functools.cache
def _templates() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters["part"] = lambda text: quote(text, safe="")
    environment.filters["path"] = quote
    environment.filters["bytes"] = _bytes
    return environment


def _bytes(size: int) -> str:
    number = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if number < 1000:
            return f"{number:.0f} {unit}" if unit == "B" or number >= 10 else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.1f} TB"


def _page(call: Call, name: str, status: int = 200, **told: Any) -> Response:
    html = _templates().get_template(name).render(user=call.caller.name, endpoint=call.endpoint, **told)
    return HTMLResponse(html, status, _HEADERS)


def page(handler: Callable[[Call], Response]) -> Callable[[Call], Response]:
    """A handler whose refusals are pages too."""

    @functools.wraps(handler)
    def shown(call: Call) -> Response:
        try:
            return handler(call)
        except (Refusal, StorageError) as error:
            refusal = from_storage(error) if isinstance(error, StorageError) else error
            if refusal.status == 307:
                raise
            status = 404 if refusal.code == "RepoNotFound" else refusal.status
            message = "There is no such repo, or it is private." if status == 404 and refusal.code else refusal.message
            return _page(call, "problem.html", status, message=message, title=str(status))

    return shown


@page
def listing(call: Call) -> Response:
    """GET /, /models, /datasets, /spaces and /{ns}: repos by name, found with `q`."""
    repo_type = call.params.get("kind", call.query.get("type", "models")).removesuffix("s")
    if repo_type not in PREFIX:
        raise Refusal(404, "There is no such page.")
    author = call.params.get("ns")
    query = Query(
        repo_type,
        author=author,
        search=call.query.get("q") or None,
        tags=[tag for tag in call.many("tag") if tag],
        visible=call.site.keys.visible(call.caller),
    )
    total = call.store.index.count(query)
    if author and not total and not call.query.get("q"):
        known = call.site.keys.user(author) or call.site.keys.organisation(author)
        if known is None and not call.store.index.count(query._replace(type="dataset")):
            raise Refusal(404, "There is no such page.")
    rows, cursor = call.store.index.page(query, after=listings.repo_cursor(call), limit=_PAGE)
    params = [(name, value) for name, value in call.request.query_params.multi_items() if name != "cursor"]
    more = "?" + urlencode([*params, ("cursor", listings.encode_cursor(cursor))]) if cursor else None
    return _page(
        call, "listing.html", title=author or "Local Hub", rows=rows, total=total, kind=repo_type, author=author,
        q=call.query.get("q", ""), more=more, prefix=PREFIX,
    )  # fmt: skip


def _repo(call: Call, tab: str) -> tuple[Row, GitRepo, dict[str, Any]]:
    """The repo of a page, and what the head of its pages needs."""
    row = call.repo(content=True)
    told = {"row": row, "base": f"/{PREFIX[row.type]}{row.id}", "tab": tab, "title": row.id}
    return row, call.store.open(row), told


@page
def card(call: Call) -> Response:
    """GET /{ns}/{name}: the card."""
    row, repo, told = _repo(call, "card")
    readme = repo.read_path(repo.resolve("main"), "README.md")
    article, math = None, False
    if readme is not None:
        base_url = f"{call.url(row)}/resolve/main/"
        article = cardview.article(cardview.view(readme.decode("utf-8", "replace"), base_url=base_url))
        math = cardview.has_formulas(article)
    return _page(call, "repo.html", article=article, math=math, **told)


@page
def files(call: Call) -> Response:
    """GET …/tree/{rev}[/{path}]: a folder."""
    _, repo, told = _repo(call, "files")
    commit = repo.resolve(call.params["rev"])
    folder = call.params.get("path", "").strip("/")
    entries = sorted(repo.entries(commit, folder), key=lambda entry: (not entry.is_folder, entry.path))
    last = repo.last_commits(commit, [entry.path for entry in entries]) if len(entries) <= 200 else {}
    listed = [(entry, _commit(last[entry.path]) if entry.path in last else None) for entry in entries]
    return _page(call, "files.html", rev=call.params["rev"], folder=folder, entries=listed, **told)


@page
def file(call: Call) -> Response:
    """GET …/blob/{rev}/{path}: a file, shown when it is text."""
    _, repo, told = _repo(call, "files")
    commit = repo.resolve(call.params["rev"])
    entry = repo.entry(commit, call.params["path"])
    if entry is None or entry.is_folder:
        raise entry_not_found(call.params["path"])
    text = None
    if entry.lfs is None and entry.size <= _SHOWN:
        content = repo.read(entry.oid)
        text = None if b"\x00" in content else content.decode("utf-8", "replace")
    return _page(call, "file.html", rev=call.params["rev"], entry=entry, text=text, **told)


def _commit(commit: pygit2.Commit) -> dict[str, str]:
    title, _, body = commit.message.partition("\n")
    return {
        "id": str(commit.id),
        "title": title,
        "body": body.strip(),
        "author": commit.author.name,
        "date": isodate(commit.commit_time)[:16].replace("T", " "),
    }


@page
def commits(call: Call) -> Response:
    """GET …/commits/{rev}: the history, 50 a page (`p`, from 0)."""
    _, repo, told = _repo(call, "commits")
    start = call.number("p", 0) * _PAGE
    listed = []
    more = None
    for place, commit in enumerate(repo.log(repo.resolve(call.params["rev"]))):
        if place == start + _PAGE:
            more = f"?p={start // _PAGE + 1}"
            break
        if place >= start:
            listed.append(_commit(commit))
    return _page(call, "commits.html", rev=call.params["rev"], commits=listed, more=more, **told)


@page
def commit(call: Call) -> Response:
    """GET …/commit/{rev}: what a commit changed."""
    _, repo, told = _repo(call, "commits")
    found = repo.resolve(call.params["rev"])
    parent = found.parents[0] if found.parents else None
    return _page(call, "commit.html", commit=_commit(found), files=file_diffs(repo, parent, found), **told)


@page
def talk(call: Call) -> Response:
    """GET …/discussions: discussions and pull requests."""
    row, _, told = _repo(call, "discussions")
    found = [discussions.load(call, row, number) for number in discussions.numbers(call, row)]
    return _page(call, "discussions.html", discussions=found, **told)


@page
def discussion(call: Call) -> Response:
    """GET …/discussions/{num}: what was said, and what a pull request changes."""
    row, repo, told = _repo(call, "discussions")
    number = whole(call.params["num"])
    if number is None:
        raise Refusal(404, "There is no such discussion.")
    found = discussions.load(call, row, number)
    changed = []
    if found.base is not None:
        head, start = discussions.span(repo, found)
        changed = file_diffs(repo, start, head)
    comments = [
        {**event, "html": cardview.render_comment(event["data"]["latest"]["raw"])}
        for event in found.events
        if event["type"] == "comment"
    ]
    return _page(call, "discussion.html", discussion=found, comments=comments, files=changed, **told)


def login(call: Call) -> Response:
    """GET /_login: lets the browser ask for a token (as the password), which shows private repos."""
    if call.caller.user is None:
        challenge = {"WWW-Authenticate": 'Basic realm="Local Hub: any name, and a token as the password"'}
        raise Refusal(401, "Give any user name, and a token as the password.", headers=challenge)
    return RedirectResponse("/", 303)


def style(_: Call) -> Response:
    """GET /_style.css."""

    css = cardview.stylesheet() + (_HERE / "hub.css").read_text("utf-8")
    return Response(css, media_type="text/css", headers={"X-Content-Type-Options": "nosniff"})


def formulas(_: Call) -> Response:
    """GET /_formulas.js: what draws a card's formulas."""
    return Response(cardview.formulas(), media_type="text/javascript", headers={"X-Content-Type-Options": "nosniff"})


_REPO_PAGES = [
    ("", card),
    ("/tree/{rev}", files),
    ("/tree/{rev}/{path:path}", files),
    ("/blob/{rev}/{path:path}", file),
    ("/commits/{rev}", commits),
    ("/commit/{rev}", commit),
    ("/discussions", talk),
    ("/discussions/{num}", discussion),
]
ROUTES = [
    Address("GET", "/", listing),
    Address("GET", "/_style.css", style, signed=True),
    Address("GET", "/_formulas.js", formulas, signed=True),
    Address("GET", "/_login", login),
    Address("GET", "/{kind:kind}", listing),
    *(Address("GET", "/{kind:kind}/{ns}/{name}" + rest, handler) for rest, handler in _REPO_PAGES),
    *(Address("GET", "/{ns}/{name}" + rest, handler) for rest, handler in _REPO_PAGES),
    Address("GET", "/{ns}", listing),
]
