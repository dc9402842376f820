"""Discussions and pull requests: a JSON file each inside the repo's git folder; a pull request is also `refs/pr/N`."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import msgspec
import pygit2

from hubtweets._shared.disk import private_folder, write_bytes
from hubtweets.localhub.call import Call
from hubtweets.localhub.refusals import Refusal, bad_request
from hubtweets.localhub.storage.gitrepo import MAIN, GitRepo, isodate
from hubtweets.localhub.storage.index import Row


class Discussion(msgspec.Struct, kw_only=True):
    """A discussion; with `base` (a branch's ref) a pull request. Events are stored as the Hub sends them."""

    num: int
    title: str
    author: str
    created: str
    status: str = "open"
    base: str | None = None
    merge_commit: str | None = None
    events: list[dict[str, Any]] = []

    @property
    def ref(self) -> str:
        """Where the commits of a pull request are."""
        return f"refs/pr/{self.num}"


def _folder(call: Call, row: Row) -> Path:
    return call.store.path(row.type, row.id) / "discussions"


def load(call: Call, row: Row, number: int) -> Discussion:
    """A discussion by its number.

    Raises:
        Refusal: 404.
    """
    try:
        return msgspec.json.decode((_folder(call, row) / f"{number}.json").read_bytes(), type=Discussion)
    except FileNotFoundError:
        raise Refusal(404, "Discussion not found") from None


def save(call: Call, row: Row, discussion: Discussion) -> None:
    """Store a discussion."""
    folder = _folder(call, row)
    write_bytes(private_folder(folder) / f"{discussion.num}.json", msgspec.json.encode(discussion), private=True)


def remove(call: Call, row: Row, discussion: Discussion) -> None:
    """Forget a discussion; the caller holds the repo's lock."""
    meta = call.store.meta(row)
    meta.last_discussion = max([meta.last_discussion, *numbers(call, row)])
    call.store.set_meta(row, meta)
    (_folder(call, row) / f"{discussion.num}.json").unlink(missing_ok=True)


def numbers(call: Call, row: Row) -> list[int]:
    """The numbers of all discussions, newest first."""
    folder = _folder(call, row)
    return sorted((int(path.stem) for path in folder.glob("[0-9]*.json")), reverse=True) if folder.is_dir() else []


def event(call: Call, kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """Something that happened now, by the caller."""
    return {
        "id": secrets.token_hex(12),
        "author": {"name": call.user(), "fullname": call.user(), "type": "user"},
        "createdAt": isodate(call.store.clock()),
        "type": kind,
        "data": data,
    }


def comment_event(call: Call, text: str) -> dict[str, Any]:
    """A comment."""
    from hubtweets.cardview import render_comment

    latest = {"raw": text, "html": render_comment(text), "updatedAt": isodate(call.store.clock()),
              "author": {"name": call.user()}}  # fmt: skip
    return event(
        call,
        "comment",
        {"edited": False, "hidden": False, "latest": latest, "numEdits": 0, "history": [], "editorsNames": []},
    )


def new_discussion(
    call: Call, row: Row, title: str, text: str, *, base: str | None = None, status: str = "open"
) -> Discussion:
    """A discussion with the next number, not stored yet; the caller holds the repo's lock.

    Raises:
        Refusal: 400 for a title that the Hub would not take.
    """
    title = title.strip()
    if not 3 <= len(title) <= 200:
        raise bad_request("✖ Title must be between 3 and 200 characters\n  → at title")
    number = max([call.store.meta(row).last_discussion, *numbers(call, row)]) + 1
    return Discussion(
        num=number, title=title, author=call.user(), created=isodate(call.store.clock()), status=status, base=base,
        events=[comment_event(call, text)],
    )  # fmt: skip


def new_pull_request(call: Call, row: Row, header: dict[str, Any], base: str) -> Discussion:
    """The pull request against `base` (a ref) that a commit with `create_pr` makes, not stored yet."""
    title = str(header["summary"]).strip()
    title = (title if len(title) >= 3 else f"Update: {title}")[:200]
    text = str(header.get("description") or "").strip() or "This PR was created through the Hub API."
    return new_discussion(call, row, title, text, base=base)


def note_commit(call: Call, row: Row, discussion: Discussion, oid: pygit2.Oid, message: str) -> None:
    """Tell a pull request about a commit on its ref, and store it."""
    discussion.events.append(event(call, "commit", {"subject": message.partition("\n")[0], "oid": str(oid)}))
    save(call, row, discussion)


def of_ref(call: Call, row: Row, ref: str) -> Discussion | None:
    """The pull request whose ref this is."""
    prefix, _, number = ref.rpartition("/")
    return load(call, row, int(number)) if prefix == "refs/pr" else None


def diff(repo: GitRepo, discussion: Discussion) -> str:
    """What a pull request changes, as a unified diff against where it left its base."""
    head, start = span(repo, discussion)
    return str(repo.git.diff(start, head).patch or "")


def span(repo: GitRepo, discussion: Discussion) -> tuple[pygit2.Commit, pygit2.Commit]:
    """The last commit of a pull request, and the one where it left its base."""
    head, base = _tips(repo, discussion)
    return repo.commit(head), repo.commit(repo.git.merge_base(head, base) or base)


def _tips(repo: GitRepo, discussion: Discussion) -> tuple[pygit2.Oid, pygit2.Oid]:
    head, base = repo.head(discussion.ref), repo.head(discussion.base or MAIN)
    if head is None or base is None:
        raise Refusal(404, "The branch of this pull request does not exist any more", code="RevisionNotFound")
    return head, base


def conflicts(repo: GitRepo, discussion: Discussion) -> list[str]:
    """The files that stand in the way of a merge."""
    if discussion.status == "merged":
        return []
    head, base = _tips(repo, discussion)
    index = repo.git.merge_commits(base, head)
    return [side.path for parts in index.conflicts or () for side in parts[1:2] or () if side is not None]


def merge(call: Call, row: Row, repo: GitRepo, discussion: Discussion) -> pygit2.Oid:
    """Merge a pull request the Hub's way: squashed to one commit, `Title (#N)`. The caller holds the repo's lock.

    Raises:
        Refusal: 400 for what is not open; 409 for conflicts.
    """
    if discussion.base is None:
        raise bad_request("This is a discussion, not a pull request")
    if discussion.status != "open":
        raise bad_request(f"This pull request is {discussion.status}; only an open one can be merged")
    head, base = _tips(repo, discussion)
    index = repo.git.merge_commits(base, head)
    if index.conflicts:
        raise Refusal(409, f"This pull request has conflicts: {', '.join(conflicts(repo, discussion))}")
    ancestor = repo.git.merge_base(head, base)
    listed = []
    for commit in repo.log(repo.commit(head)):
        if commit.id == ancestor:
            break
        listed.append(f"- {commit.message.partition(chr(10))[0]} ({commit.id})")
    message = "\n".join([f"{discussion.title} (#{discussion.num})", "", *reversed(listed)]).rstrip()
    oid = repo.add_commit(index.write_tree(repo.git), [base], call.author, message, when=call.store.clock())
    call.store.point(row, repo, discussion.base, oid)
    discussion.status, discussion.merge_commit = "merged", str(oid)
    discussion.events.append(event(call, "status-change", {"status": "merged"}))
    save(call, row, discussion)
    return oid
