"""Pull requests instead of commits: one a repo and title, brought up to date while it is open."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import msgspec

from hubtweets.hub import answers, repos
from hubtweets.hub.commits import (
    REREADS,
    RepoChange,
    RepoCommit,
    Sent,
    _post,
    check_home,
    conflict,
    done,
    named_commit,
    prepared,
    send,
)
from hubtweets.hub.session import ATTEMPTS, ODD, LostError

if TYPE_CHECKING:
    from hubtweets.hub.connection import HubConnection, RemoteCard

_PAGES = 20
"""Of pull requests by us in one repo that are looked at; there is one, as a rule."""


class _Ours(NamedTuple):
    """A pull request that was opened with this token's name on it."""

    number: int
    title: str
    status: str


def propose(
    client: HubConnection,
    repo_id: str,
    decide: Callable[[RemoteCard], RepoChange | None],
    *,
    message: str,
    description: str,
    title: str,
) -> RepoCommit:
    """Read the card, decide, and propose the change; see `hubtweets.hub.commits.update_repo`.

    Our own pull request that is open is brought up to date: `decide` is called with its card. One of the same title
    that a person closed is not opened again.

    Args:
        title: of the pull request. Titles that are the same up to " with " are of one kind, so that a change that is
            proposed anew with a newer template goes into the pull request of the older one.

    Raises:
        HubError: as `update_repo` does.
        StoppedError: when work should stop.
        Exception: what `decide` raises.
    """
    for _ in range(REREADS + 1):
        card = client.read_card(repo_id)
        check_home(client, repo_id, card)
        change = decide(card)
        if change is None:
            return done(client, card, card.commit, changed=False)
        ours = _ours(client, card.repo_id, title)
        open_one = max((one.number for one in ours if one.status in ("open", "draft")), default=None)
        closed = max((one.number for one in ours if one.status == "closed" and one.title == title), default=None)
        if open_one is None and closed is not None:
            made = done(client, card, card.commit, changed=False)
            return msgspec.structs.replace(made, pull_request=closed, declined=True)
        if open_one is not None:
            revision = f"refs/pr/{open_one}"
            there = client.read_card(card.repo_id, revision)
            change = decide(there)
            sent = None if change is None else prepared(client, there, revision, change, message, description)
            if sent is None or not sent.changes:
                return _proposed(client, card, open_one, there.commit, changed=False)
            client.commit_budget.take(client.stop)
            commit = send(client, sent)
            if commit is not None:
                return _proposed(client, card, open_one, commit, changed=True)
            continue
        sent = prepared(client, card, "main", change, title, description)
        if not sent.changes:
            return done(client, card, card.commit, changed=False)
        client.commit_budget.take(client.stop)
        opened = _open(client, sent, title)
        if opened is not None:
            return _proposed(client, card, opened[0], opened[1], changed=True)
    raise conflict(client, repo_id)


def _proposed(client: HubConnection, card: RemoteCard, number: int, commit: str, *, changed: bool) -> RepoCommit:
    made = done(client, card, commit, changed=changed)
    return msgspec.structs.replace(made, pull_request=number, url=f"{made.url}/discussions/{number}")


def _open(client: HubConnection, sent: Sent, title: str) -> tuple[int, str] | None:
    """Open a pull request: its number and commit; None where the base is not what it was.

    Where the answer is lost, it is looked whether it was opened before asking again.
    """
    path, body, odd = f"{repos.api(sent.repo_id)}/commit/main?create_pr=1", sent.body(), 0
    for attempt in range(1, ATTEMPTS + 1):
        try:
            answer = _post(client, path, body, sent.repo_id)
            if answer is None:
                return None
            told = answers.decoded(answer.content)
            number = re.search(r"/discussions/(\d{1,9})$", str(told.get("pullRequestUrl")))
            commit = named_commit(answer)
            if number is None or commit is None:
                raise LostError(client.session.no_hub(answer, "it names no pull request", sent.repo_id), odd=True)
            return int(number[1]), commit
        except LostError as lost:
            opened = [one.number for one in _ours(client, sent.repo_id, title) if one.status in ("open", "draft")]
            if opened:
                return max(opened), client.head(sent.repo_id, f"refs/pr/{max(opened)}")
            odd += lost.odd
            if attempt == ATTEMPTS or odd == ODD:
                raise lost.error from None
            client.session.back_off(attempt)
    raise AssertionError("the last attempt returns or raises")


def _ours(client: HubConnection, repo_id: str, title: str) -> list[_Ours]:
    """The pull requests of this kind that the token's owner opened."""
    me = client.whoami().name
    params = [("type", "pull_request"), ("status", "all"), ("author", me)]
    found: list[_Ours] = []
    seen = 0
    for page in range(_PAGES):
        asked = [*params, ("p", str(page))] if page else params
        told = client.get_json(f"{quote(repos.api(repo_id))}/discussions", asked, repo_id=repo_id)
        entries = told.get("discussions") if isinstance(told, dict) else None
        if not isinstance(entries, list):
            raise client.unknown_answer(repo_id)
        seen += len(entries)
        found += [
            _Ours(int(entry["num"]), str(entry.get("title")), str(entry.get("status")))
            for entry in entries
            if isinstance(entry, dict) and _is_by(entry, me) and _kind(str(entry.get("title"))) == _kind(title)
        ]
        count = told.get("count")
        if not entries or not isinstance(count, int) or seen >= count:
            break
    return found


def _is_by(entry: dict[str, object], name: str) -> bool:
    author = entry.get("author")
    written = author.get("name") if isinstance(author, dict) else author
    return isinstance(entry.get("num"), int) and isinstance(written, str) and written.lower() == name.lower()


def _kind(title: str) -> str:
    return title.partition(" with ")[0].strip()
