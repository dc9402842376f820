"""Commits: what is asked before one (preupload, validate-yaml), and the commit itself."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Iterator
from typing import IO, Any

import msgspec
import pygit2
from starlette.responses import PlainTextResponse, Response

from hubtweets.localhub import discussions
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import Refusal, bad_request
from hubtweets.localhub.storage.cardrules import check
from hubtweets.localhub.storage.errors import RevisionNotFoundError
from hubtweets.localhub.storage.gitrepo import POINTER, Change, GitRepo, pointer
from hubtweets.localhub.storage.index import Row
from hubtweets.localhub.storage.patterns import BIG, ignore_rule, is_binary, lfs_rule

MANY_FILES = 25_000
"""Operations in one commit; the Hub's limit."""
_LINE = BIG * 4 // 3 + 256 * 1024  # bytes of a line of the body: a regular file in base64
DEEPEST = 200
"""Levels of folders, and 255 bytes of each name: no file system takes much more."""


def validate_yaml(call: Call) -> Response:
    """POST /api/validate-yaml."""
    data = call.object()
    content, repo_type = data.get("content"), data.get("repoType") or "model"
    if not isinstance(content, str):
        raise bad_request('"content" is required')
    verdict = check(content, str(repo_type))
    status = 400 if verdict.errors else 200
    if "text/plain" in call.request.headers.get("accept", ""):
        return PlainTextResponse(verdict.text(), status)
    body: dict[str, Any] = {
        "errors": [{"message": message} for message in verdict.errors],
        "warnings": [{"message": message} for message in verdict.warnings],
    }
    if verdict.errors:
        body["error"] = "Invalid metadata in README.md"
    return Json(body, status)


def preupload(call: Call) -> Response:
    """POST /api/{kind}/{ns}/{name}/preupload/{rev}: LFS or not, ignored or not, and what is there already."""
    row = call.repo()
    if not call.flag("create_pr"):
        call.need_write(row)
    else:
        call.user()
    repo = call.store.open(row)
    commit = repo.resolve(call.params["rev"])
    data = call.object()
    files = data.get("files")
    if not isinstance(files, list) or len(files) > 1000:
        raise bad_request('"files" must be an array of at most 1000')
    attributes = data.get("gitAttributes")
    rule = lfs_rule(attributes.encode() if isinstance(attributes, str) else repo.read_path(commit, ".gitattributes"))
    ignore = data.get("gitIgnore")
    if not isinstance(ignore, str):
        ignore = (repo.read_path(commit, ".gitignore") or b"").decode("utf-8", "replace")
    ignored = ignore_rule(ignore)
    told = []
    for file in files:
        if not isinstance(file, dict) or not isinstance(file.get("path"), str):
            raise bad_request('"files[].path" is required')
        path = file["path"]
        entry = repo.entry(commit, path)
        answer: dict[str, Any] = {
            "path": path,
            "uploadMode": "lfs" if _to_lfs(rule(path), file) else "regular",
            "shouldIgnore": ignored(path),
        }
        if entry is not None and not entry.is_folder:
            answer["oid"] = entry.lfs.oid if entry.lfs else entry.oid
        told.append(answer)
    return Json({"files": told, "commitOid": str(commit.id)})


def _to_lfs(rule: bool | None, file: dict[str, Any]) -> bool:
    """LFS is what .gitattributes says, what is large, and what is no text."""
    if rule is not None:
        return rule
    size = file.get("size")
    if isinstance(size, int) and size > BIG:
        return True
    try:
        return is_binary(base64.b64decode(file.get("sample") or ""))
    except (binascii.Error, TypeError, ValueError):
        return False


def _lines(body: IO[bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The (key, value) pairs of the ndjson."""
    while line := body.readline(_LINE + 1):
        if len(line) > _LINE:
            raise bad_request(f"Regular files may have up to {BIG} bytes; larger ones go to LFS")
        if not line.strip():
            continue
        try:
            item = msgspec.json.decode(line)
            yield item["key"], dict(item["value"])
        except (msgspec.DecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError, RecursionError):
            raise bad_request("Invalid JSON in the ndjson body") from None


def _path(value: dict[str, Any], *, maybe_folder: bool = False) -> str:
    path = value.get("path")
    if maybe_folder and isinstance(path, str):
        path = path.rstrip("/")
    if not isinstance(path, str) or not path:
        raise bad_request('"path" is required')
    parts = path.split("/")
    bad = any(part in ("", ".", "..") or part.lower() == ".git" or len(part.encode()) > 255 for part in parts)
    if bad or len(parts) > DEEPEST or "\x00" in path or path.startswith(("..\\", "\\")):
        raise Refusal(422, f"Invalid path in repo: {path}")
    return path


class Operations:
    """The body of a commit, read: files stored as blobs, nothing visible yet."""

    def __init__(self, call: Call, repo: GitRepo, row: Row) -> None:
        self._call, self._repo, self._row = call, repo, row
        self.header: dict[str, Any] = {}
        self.changes: list[Change] = []
        self.copies: list[dict[str, Any]] = []
        for key, value in _lines(call.spool or io.BytesIO()):
            if key == "header":
                self.header = value
            elif key == "file":
                self.changes.append(self._file(value))
            elif key == "lfsFile":
                self.changes.append(self._lfs_file(value))
            elif key in ("deletedFile", "deletedFolder"):
                self.changes.append(Change(_path(value, maybe_folder=True), None, key == "deletedFolder"))
            elif key == "copyFile":
                self.copies.append(value)
            else:
                raise bad_request(f"Unknown operation: {key}")
        summary = self.header.get("summary")
        if not isinstance(summary, str) or not summary.strip():
            raise bad_request("Commit message is required: header.summary must not be empty")
        if len(self.changes) + len(self.copies) > MANY_FILES:
            raise Refusal(413, f"Too many files in one commit: at most {MANY_FILES}")

    @property
    def message(self) -> str:
        """The commit's message."""
        description = str(self.header.get("description") or "").strip()
        summary = str(self.header["summary"]).strip()
        return f"{summary}\n\n{description}" if description else summary

    def _file(self, value: dict[str, Any]) -> Change:
        path, content = _path(value), value.get("content")
        if not isinstance(content, str):
            raise bad_request('"content" is required')
        if value.get("encoding", "utf-8") == "base64":
            try:
                data = base64.b64decode(content, validate=True)
            except (binascii.Error, ValueError):
                raise bad_request(f"the content of {path} is not base64") from None
        else:
            data = content.encode()
        if len(data) > BIG:
            raise bad_request(f"{path} has over {BIG} bytes; large files go to LFS")
        return Change(path, self._repo.add_blob(data))

    def _lfs_file(self, value: dict[str, Any]) -> Change:
        path, oid = _path(value), str(value.get("oid") or "")
        size = self._call.store.lfs(self._row).size(oid)
        if size is None:
            raise bad_request(f"LFS pointer pointed to a file that does not exist: {path} ({oid})")
        return Change(path, self._repo.add_blob(pointer(oid, size)), is_lfs=True)

    def all_changes(self, base: pygit2.Commit) -> list[Change]:
        """The changes, with each copy turned into its content."""
        copied = []
        for value in self.copies:
            source = self._repo.resolve(str(value["srcRevision"])) if value.get("srcRevision") else base
            item = self._repo.find(source, str(value.get("srcPath") or ""))
            if not isinstance(item, pygit2.Blob):
                raise bad_request(f"Cannot copy {value.get('srcPath')}: no such file")
            is_lfs = POINTER.match(item.data) is not None
            copied.append(Change(_path(value), item.id, is_lfs=is_lfs))
        return [*self.changes, *copied]


def _admit(call: Call) -> None:
    """See that the caller may commit there, or propose: anybody may who sees the repo."""
    row = call.repo()
    call.need_writer(row) if call.flag("create_pr") else call.need_write(row)


def commit(call: Call) -> Response:
    """POST /api/{kind}/{ns}/{name}/commit/{rev}, ndjson; with `create_pr=1` on a new pull request."""
    row = call.repo()
    create_pr = call.flag("create_pr")
    author = call.author
    repo = call.store.open(row)
    revision = call.params["rev"]
    with call.store.changing(row):
        operations = Operations(call, repo, row)  # its files belong to no commit yet: a tidying up must not see them
        pull: discussions.Discussion | None
        if create_pr:
            target = repo.ref_of(revision)
            if target is None or not target.startswith("refs/heads/"):
                raise RevisionNotFoundError(revision)
            base = repo.resolve(str(operations.header.get("parentCommit") or target))
            pull = discussions.new_pull_request(call, row, operations.header, target)
            ref = pull.ref
        else:
            ref = _target(repo, revision)
            pull = discussions.of_ref(call, row, ref)
            if pull is not None and pull.status == "merged":
                raise bad_request(f"Pull request {pull.num} is merged already: nobody would see this commit")
            base = repo.resolve(ref)
            expected = operations.header.get("parentCommit")
            if expected and repo.resolve(str(expected)).id != base.id:
                raise Refusal(412, "The branch was updated since you opened this page. Please refresh and try again.")
        tree = repo.tree_with(base, operations.all_changes(base))
        oid = repo.add_commit(tree, [base.id], author, operations.message, when=call.store.clock())
        call.store.point(row, repo, ref, oid)
        if pull is not None:  # last: without it the ref is one that the next pull request takes
            discussions.note_commit(call, row, pull, oid, operations.message)
    url = call.url(row)
    answer: dict[str, Any] = {
        "success": True,
        "commitOid": str(oid),
        "commitUrl": f"{url}/commit/{oid}",
        "hookOutput": "",
    }
    if create_pr and pull is not None:
        answer["pullRequestUrl"] = f"{url}/discussions/{pull.num}"
    return Json(answer)


def _target(repo: GitRepo, revision: str) -> str:
    """The ref that a commit to `revision` moves: a branch or a pull request."""
    name = repo.ref_of(revision)
    if name is None:
        raise RevisionNotFoundError(revision)
    if not name.startswith(("refs/heads/", "refs/pr/", "refs/convert/")):
        raise bad_request(f"Invalid rev id: {revision} - only branches can be committed to")
    return name


ROUTES = [
    Address("POST", "/api/validate-yaml", validate_yaml, signed=True, open=True),
    Address("POST", "/api/{kind:kind}/{ns}/{name}/preupload/{rev}", preupload),
    Address("POST", "/api/{kind:kind}/{ns}/{name}/commit/{rev}", commit, admit=_admit),
]
