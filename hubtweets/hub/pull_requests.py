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
    request,
    send,
)
from hubtweets.hub.session import ATTEMPTS, ODD, LostError

if TYPE_CHECKING:
    from hubtweets.hub.connection import HubConnection, RemoteCard

_PAGES = 20
"""Of pull requests by us in one repo that are looked at; there is one, as a rule."""


_COUNT = re.compile(r"\b\d[\d,]* (?=posts\b)")


class _Ours(NamedTuple):
    """A pull request that was opened with this token's name on it."""

    number: int
    title: str
    status: str

    @property
    def is_open(self) -> bool:
        """Whether it can still be merged."""
        return self.status in ("open", "draft")


class Overtaken(NamedTuple):
    """Our own pull requests of a repo that were closed now, and those that are still open; by number."""

    closed: list[int]
    still_open: list[int]


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
        ours = [one for one in _ours(client, card.repo_id) if _kind(one.title) == _kind(title)]
        open_one = max((one.number for one in ours if one.is_open), default=None)
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
            answer = _post(client, path, body, sent)
            if answer is None:
                return None
            told = answers.decoded(answer.content)
            number = re.search(r"/discussions/(\d{1,9})$", str(told.get("pullRequestUrl")))
            commit = named_commit(answer)
            if number is None or commit is None:
                raise LostError(client.session.no_hub(answer, "it names no pull request", sent.repo_id), odd=True)
            return int(number[1]), commit
        except LostError as lost:
            same = (one for one in _ours(client, sent.repo_id) if _kind(one.title) == _kind(title))
            opened = [one.number for one in same if one.is_open]
            if opened:
                return max(opened), client.head(sent.repo_id, f"refs/pr/{max(opened)}")
            odd += lost.odd
            if attempt == ATTEMPTS or odd == ODD:
                raise lost.error from None
            client.session.back_off(attempt)
    raise AssertionError("the last attempt returns or raises")


def close_overtaken(
    client: HubConnection, repo_id: str, title: str, description: str, *, by: str, but: int | None = None
) -> Overtaken:
    """Close our own open pull requests that propose an earlier state of the same thing, each with a word.

    Ours are those that the token's owner opened, with a title of the same kind (a count of posts aside) and with our
    description: what a person opened by hand with the same account stays.

    Args:
        title: of the change that overtakes them.
        description: what ours begin with.
        by: what overtakes them, such as "#7".
        but: the number of the one that stays.

    Returns:
        Those that were closed, and those that stay open: of something else, or a person's.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    closed: list[int] = []
    still_open: list[int] = []
    for one in _ours(client, repo_id):
        if not one.is_open:
            continue
        still_open.append(one.number)
        if one.number == but or _family(one.title) != _family(title):
            continue
        path = f"{quote(repos.api(repo_id))}/discussions/{one.number}"
        if not _text(client.get_json(path, repo_id=repo_id)).startswith(description):
            continue
        told = {"status": "closed", "comment": f"Overtaken by {by}, so hubtweets closes this pull request of its own."}
        answer = request(client, "POST", f"{path}/status", told, repo_id=repo_id)
        client.session.raise_for(answer, repo_id, writing=True)
        closed.append(still_open.pop())
    return Overtaken(closed, still_open)


def status(client: HubConnection, repo_id: str, number: int) -> str:
    """`open`, `draft`, `closed` or `merged`, as the Hub says.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    told = client.get_json(f"{quote(repos.api(repo_id))}/discussions/{number}", repo_id=repo_id)
    if not isinstance(told, dict) or not isinstance(told.get("status"), str):
        raise client.unknown_answer(repo_id)
    return str(told["status"])


def _text(told: object) -> str:
    """What a pull request says first."""
    events = told.get("events") if isinstance(told, dict) else None
    first = next((one for one in events or () if isinstance(one, dict) and one.get("type") == "comment"), {})
    data = first.get("data")
    latest = data.get("latest") if isinstance(data, dict) else None
    return str(latest.get("raw")) if isinstance(latest, dict) else ""


def _ours(client: HubConnection, repo_id: str) -> list[_Ours]:
    """The pull requests that the token's owner opened."""
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
            if isinstance(entry, dict) and _is_by(entry, me)
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


def _family(title: str) -> str:
    return _COUNT.sub("", _kind(title))
