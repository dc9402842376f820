"""One guarded commit: made on top of the commit that was read, exactly once, or not at all."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

import msgspec

from hubtweets._shared.disk import blob_id, sha256
from hubtweets.errors import (
    CommitConflictError,
    HubError,
    InvalidCardError,
    RepoMovedError,
    RepoNotFoundError,
    UnreadableCardError,
)
from hubtweets.hub import answers, repos
from hubtweets.hub.failures import invalid_card
from hubtweets.hub.session import ATTEMPTS, ODD, Answer, LostError

if TYPE_CHECKING:
    from hubtweets.hub.connection import HubConnection, RemoteCard
    from hubtweets.hub.uploads import StoredFile, Upload

REREADS = 3
"""How often a repo is read and decided on again because somebody else committed in between."""

NDJSON, JSON = "application/x-ndjson", "application/json"
_COMMIT_ID = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")
_BORN_WITH = {"space": {".gitattributes", "README.md"}}
_BUSY = (409, 423, 425)
"""Statuses of a Hub that is in the middle of something else with this repo: nothing was done, and soon will be."""

_UNKNOWN = (400, 404)
"""Statuses of a Hub that does not know what a commit names: its parent, a file in its storage."""


class RepoChange(msgspec.Struct, frozen=True, kw_only=True):
    """What one commit is to change in a repo.

    Args:
        card: the README.md to be; None leaves it as it is.
        files: names in the repo, and the files here that are to be there; large ones are uploaded first.
        stored: names in the repo, and files that another machine has sent to its storage; they need not be here.
        small: names in the repo, and their content.
        delete: names that are to be gone.
    """

    card: str | None = None
    files: Mapping[str, Path] = {}
    stored: Mapping[str, StoredFile] = {}
    small: Mapping[str, bytes] = {}
    delete: AbstractSet[str] = frozenset()


class RepoCommit(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a repo.

    `repo_id` is the repo as the Hub names it now. `commit` is the one that was made, or the head where nothing was to
    be changed (`changed` says which), `parent` the one that was decided on. `pull_request` is the number of the one
    that holds the change; `declined` says that a person closed it, and it was not opened again.
    """

    repo_id: str
    commit: str
    parent: str
    changed: bool
    url: str
    pull_request: int | None = None
    declined: bool = False


class Sent(NamedTuple):
    """A commit as it is sent: what it was decided on, and what it changes."""

    repo_id: str
    revision: str
    parent: str
    message: str
    description: str
    card: bytes | None
    uploads: Sequence[Upload]
    delete: AbstractSet[str]

    @property
    def changes(self) -> bool:
        """Whether it changes anything."""
        return self.card is not None or bool(self.uploads) or bool(self.delete)

    def body(self) -> bytes:
        """As newline-delimited JSON (https://github.com/huggingface/huggingface_hub/issues/1085)."""
        header = {"summary": self.message, "description": self.description, "parentCommit": self.parent}
        lines: list[tuple[str, dict[str, object]]] = [("header", {**header})]
        if self.card is not None:
            lines.append(("file", _content("README.md", self.card)))
        for upload in self.uploads:
            if upload.sha256 is None:
                lines.append(("file", _content(upload.path, upload.read())))
            else:
                value = {"path": upload.path, "algo": "sha256", "oid": upload.sha256, "size": upload.size}
                lines.append(("lfsFile", value))
        lines += [("deletedFile", {"path": path}) for path in sorted(self.delete)]
        return b"".join(msgspec.json.encode({"key": key, "value": value}) + b"\n" for key, value in lines)


def _content(path: str, content: bytes) -> dict[str, object]:
    return {"path": path, "encoding": "base64", "content": base64.b64encode(content).decode()}


def update_repo(
    client: HubConnection,
    repo_id: str,
    decide: Callable[[RemoteCard], RepoChange | None],
    *,
    message: str,
    description: str = "",
    any_card: bool = False,
) -> RepoCommit:
    """Read the card, decide, commit on top of what was read.

    Where somebody else commits in between, it is read and decided on again. Where the answer to the commit is lost, or
    is not a Hub's, the repo is looked at before anything is sent again: a commit counts as made when the Hub names its
    id, or the repo has it. A request that arrives late does no harm: it has the same parent, and the Hub takes one.

    Args:
        decide: called with what is there, once for each read; None where nothing is to be changed.
        message: the first line of the commit's message, and `description` the rest of it.
        any_card: one that cannot be read is none; for changes that do not depend on it.

    Raises:
        RepoNotFoundError: when there is no such repo.
        UnreadableCardError: when the card cannot be read.
        RepoMovedError: when it belongs to another user or organisation now.
        CommitConflictError: when somebody else committed each time in between.
        HubError: when the Hub refuses or does not answer.
        StoppedError: when work should stop; a commit may have been sent.
        Exception: what `decide` raises.
    """
    for _ in range(REREADS + 1):
        card = _read(client, repo_id, any_card=any_card)
        check_home(client, repo_id, card)
        change = decide(card)
        sent = None if change is None else prepared(client, card, "main", change, message, description)
        if sent is None or not sent.changes:
            return done(client, card, card.commit, changed=False)
        client.commit_budget.take(client.stop)
        commit = send(client, sent)
        if commit is not None:
            return done(client, card, commit, changed=commit != card.commit)
        client.session.back_off(1)
    raise conflict(client, repo_id)


def _read(client: HubConnection, repo_id: str, *, any_card: bool) -> RemoteCard:
    from hubtweets.hub.connection import RemoteCard

    try:
        return client.read_card(repo_id)
    except UnreadableCardError as error:
        if not any_card or error.commit is None:
            raise
        return RemoteCard(repo_id, None, error.commit)


def done(client: HubConnection, card: RemoteCard, commit: str, *, changed: bool) -> RepoCommit:
    """What became of a repo whose card was read."""
    url = client.url(card.repo_id)
    return RepoCommit(repo_id=card.repo_id, commit=commit, parent=card.commit, changed=changed, url=url)


def conflict(client: HubConnection, repo_id: str) -> CommitConflictError:
    """The error for a repo that others are always faster in."""
    return CommitConflictError(
        f"Somebody else committed to {repo_id} each of the {REREADS + 1} times in between; it was left alone.",
        attempts=REREADS + 1,
        repo_id=repo_id,
        endpoint=client.endpoint,
        hint="Run the same command again.",
    )


def check_home(client: HubConnection, asked: str, card: RemoteCard) -> None:
    """See that a repo is still of whom it was asked for; another name of the same owner's is followed.

    Raises:
        RepoMovedError: when it is not.
    """
    if repos.parts(card.repo_id).namespace.lower() != repos.parts(asked).namespace.lower():
        raise RepoMovedError(
            f"{asked} was moved to {card.repo_id}, which belongs to somebody else; it was left alone.",
            moved_to=card.repo_id,
            repo_id=asked,
            endpoint=client.endpoint,
            hint=f"If it is still meant, name it as it is called now: {card.repo_id}",
        )


def prepared(
    client: HubConnection, card: RemoteCard, revision: str, change: RepoChange, message: str, description: str
) -> Sent:
    """The commit that makes a change, with large files uploaded and without what is there already.

    Raises:
        InvalidCardError: when the Hub would refuse the card; no file was sent then.
        HubError: when the Hub refuses a file or does not answer.
    """
    from hubtweets.hub.uploads import uploaded

    text = change.card.encode() if change.card is not None and change.card != card.text else None
    files: dict[str, Path | bytes] = {**change.files, **change.small}
    if change.card is not None and text is not None and (files or change.stored):
        check_card(client, card.repo_id, change.card)
    uploads = uploaded(client, card.repo_id, files, revision, stored=change.stored)
    return Sent(card.repo_id, revision, card.commit, message, description, text, uploads, change.delete)


def check_card(client: HubConnection, repo_id: str, card: str) -> None:
    """Ask the Hub whether it takes a card, as huggingface_hub does: the commit, which would be refused, comes last.

    A card that the Hub took is not asked about again. An answer that does not say what is wrong decides nothing: the
    commit does.

    Raises:
        InvalidCardError: in the Hub's words.
        HubError: when the token is refused.
        StoppedError: when work should stop.
    """
    digest = sha256(card)
    if client.valid_card == digest:
        return
    client.check_online()
    body = msgspec.json.encode({"content": card, "repoType": repos.parts(repo_id).kind})
    try:
        answer = client.session.send("api", "POST", "/api/validate-yaml", body, JSON, repo_id=repo_id)
    except LostError:
        return
    told = answers.decoded(answer.content)
    errors = told.get("errors") if isinstance(told, dict) else None
    if answer.status == 400 and isinstance(errors, list) and errors:
        raise invalid_card(client.session.without_token(answer.words), client.endpoint, repo_id)
    if answer.status == 200:
        client.valid_card = digest


def send(client: HubConnection, sent: Sent) -> str | None:
    """The id of the commit on top of its parent; None where somebody else's is there.

    Raises:
        HubError: when the Hub refuses, or does not answer `ATTEMPTS` times.
    """
    path = f"{repos.api(sent.repo_id)}/commit/{quote(sent.revision, safe='')}"
    body = sent.body()
    odd = 0
    for attempt in range(1, ATTEMPTS + 1):
        try:
            answer = _post(client, path, body, sent)
        except LostError as lost:
            if client.head(sent.repo_id, sent.revision) != sent.parent:
                return made(client, sent)
            odd += lost.odd
            if attempt == ATTEMPTS or odd == ODD:
                raise lost.error from None
            client.session.back_off(attempt)
            continue
        if answer is None:
            return None
        commit = named_commit(answer)
        assert commit is not None  # noqa: S101  (`_post` looked)
        return commit
    raise AssertionError("the last attempt returns or raises")


def _post(client: HubConnection, path: str, body: bytes, sent: Sent) -> Answer | None:
    """The Hub's answer to a commit, which names its id; None where it was made on what is not the head any more, be it
    that the history was written anew.

    Raises:
        LostError: when it is not known whether the commit was made.
        HubError: when the Hub refuses.
    """
    client.check_online()
    repo_id = sent.repo_id
    answer = client.session.send("commit", "POST", path, body, NDJSON, repo_id=repo_id)
    if answer.status == 412:
        return None
    if answer.status in (307, 308) and f"/api/{repos.parts(repo_id).kind}s/" in answer.headers.get("location", ""):
        return None  # it was renamed meanwhile; the next read says how
    if 200 <= answer.status < 300 and named_commit(answer) is None:
        raise LostError(client.session.no_hub(answer, "it names no commit", repo_id), odd=True)
    if 300 <= answer.status < 400:
        raise LostError(client.session.no_hub(answer, "it leads elsewhere", repo_id), odd=True)
    try:
        client.session.raise_for(answer, repo_id, writing=True)
    except HubError as error:
        if answer.status in _BUSY:
            raise LostError(error) from None
        known = answer.status not in _UNKNOWN or isinstance(error, InvalidCardError | RepoNotFoundError)
        if not known and client.head(repo_id, sent.revision) != sent.parent:
            return None
        raise
    return answer


def named_commit(answer: Answer) -> str | None:
    """The commit's id, where an answer names it."""
    told = answers.decoded(answer.content)
    commit = told.get("commitOid") if isinstance(told, dict) else None
    return commit if isinstance(commit, str) and _COMMIT_ID.fullmatch(commit) else None


def made(client: HubConnection, sent: Sent) -> str | None:
    """The id of the commit that was sent, where the branch has it, whatever was committed on top of it since.

    It is the one right after its parent, has its message, and holds what was sent.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    history = client.get_json(
        f"{repos.api(sent.repo_id)}/commits/{quote(sent.revision, safe='')}", repo_id=sent.repo_id
    )
    entries = [entry for entry in history if isinstance(entry, dict)] if isinstance(history, list) else []
    after = next((place for place, entry in enumerate(entries) if entry.get("id") == sent.parent), 0) - 1
    if after < 0 or entries[after].get("title") != sent.message.partition("\n")[0]:
        return None
    commit = str(entries[after].get("id"))
    there = client.list_files(sent.repo_id, commit)
    wanted = {upload.path: upload.sha256 or blob_id(upload.read()) for upload in sent.uploads}
    if sent.card is not None:
        wanted["README.md"] = blob_id(sent.card)
    holds = all(path in there and name in (there[path].blob_id, there[path].sha256) for path, name in wanted.items())
    return commit if holds and not sent.delete & there.keys() else None


# -- repos -----------------------------------------------------------------------------------------------------------


def create_repo(client: HubConnection, repo_id: str, *, private: bool) -> bool:
    """Make a repo where there is none; see `HubClient.create_repo`."""
    data = _named(repo_id)
    # without `private` the Hub does what the organisation's settings say
    data |= {"private": True} if private else {}
    data |= {"sdk": "gradio"} if data.get("type") == "space" else {}
    for attempt in range(1, ATTEMPTS + 1):
        try:
            client.check_online()
            body = msgspec.json.encode(data)
            answer = client.session.send("create", "POST", "/api/repos/create", body, JSON, repo_id=repo_id)
            told = answers.decoded(answer.content)
            if answer.status == 409:
                if "already" in answer.words or (isinstance(told, dict) and "url" in told):
                    return False  # it was there; where an answer was lost, whose it is cannot be told
                raise LostError(client.session.refusal(answer, repo_id))
            if answer.status < 400 and not (isinstance(told, dict) and "url" in told):
                raise LostError(client.session.no_hub(answer, "it names no repo", repo_id), odd=True)
        except LostError as error:
            if attempt == ATTEMPTS or (error.odd and attempt == ODD):
                raise error.error from None
            client.session.back_off(attempt)
            continue
        client.session.raise_for(answer, repo_id, writing=True)
        return True
    raise AssertionError("the last attempt returns or raises")


def delete_repo_if_empty(client: HubConnection, repo_id: str) -> bool:
    """Take away a repo that holds nothing; see `HubClient.delete_repo_if_empty`."""
    try:
        if set(client.list_files(repo_id)) - _BORN_WITH.get(repos.parts(repo_id).kind, {".gitattributes"}):
            return False
    except RepoNotFoundError:
        return False
    request(client, "DELETE", "/api/repos/delete", _named(repo_id), repo_id=repo_id)
    return True


def _named(repo_id: str) -> dict[str, object]:
    """A repo as the bodies of requests name it."""
    repo = repos.parts(repo_id)
    named: dict[str, object] = {"name": repo.name, "organization": repo.namespace}
    return named if repo.kind == "model" else {**named, "type": repo.kind}


def request(client: HubConnection, method: str, path: str, data: object = None, *, repo_id: str) -> Answer:
    """The answer to a request for a state: a setting, or that something is gone.

    Sent again where its answer is lost or is no Hub's, as that asks for the same state. 404 is an answer: what is to
    be gone is gone. Whether the Hub did it is told by looking.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    body = msgspec.json.encode(data) if data is not None else b""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            client.check_online()
            answer = client.session.send("api", method, path, body, JSON, repo_id=repo_id)
            if answer.status < 300 and answer.is_page:
                raise LostError(client.session.no_hub(answer, "it is a page for people", repo_id), odd=True)
            if 300 <= answer.status < 400:
                raise LostError(client.session.no_hub(answer, "it leads elsewhere", repo_id), odd=True)
        except LostError as lost:
            if attempt == ATTEMPTS or (lost.odd and attempt == ODD):
                raise lost.error from None
            client.session.back_off(attempt)
            continue
        if answer.status != 404:
            client.session.raise_for(answer, repo_id, writing=True)
        return answer
    raise AssertionError("the last attempt returns or raises")
