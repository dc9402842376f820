"""One repo of a batch: its card is read, decided on, and, where it has to change, committed once."""

from __future__ import annotations

import base64
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from hubtweets.errors import (
    CommitConflictError,
    HubError,
    HubtweetsError,
    LedgerError,
    RepoNotFoundError,
    TokenRejectedError,
)
from hubtweets.hub.former import CARD
from hubtweets.hub.pacing import Quota, Stop
from hubtweets.hub.wire import ATTEMPTS, LostError, Wire, raise_for
from hubtweets.publishing.ledger import Ledger, Row
from hubtweets.publishing.plan import Entry, digest
from hubtweets.publishing.target import Action, Change, Decision, Judge, Kind, Outcome

REPLANS = 3
"""How often a repo is read and decided on again because somebody else committed in between."""

LARGEST = 4 * 1024 * 1024
"""Bytes; a larger README.md was written by nobody's template."""

NDJSON = "application/x-ndjson"


class Remote(NamedTuple):
    """A card on the Hub and the commit it is at."""

    text: str
    commit: str


class NoCardError(Exception):
    """There is no card to decide on; `kind` and `why` say what there is instead."""

    def __init__(self, kind: Kind, why: str | None, commit: str | None = None) -> None:
        super().__init__(why)
        self.kind, self.why, self.commit = kind, why, commit


class Books(NamedTuple):
    """The ledger's rows of one Hub and template."""

    ledger: Ledger
    hub: str
    judge: Judge

    def get(self, repo_id: str) -> Row | None:
        """What is known of a repo."""
        return self.ledger.get(self.hub, repo_id, self.judge.template)

    def put(self, row: Row) -> None:
        """Write what is known of a repo now."""
        row = msgspec.structs.replace(row, version=self.judge.version)
        self.ledger.put(self.hub, self.judge.template, row)

    def settle(self, repo_id: str, decision: Decision, sha: str | None) -> Outcome:
        """Write that there is nothing to commit.

        Where a commit was sent whose answer never came, and the card is now as it should be, that commit was made.
        """
        before = self.get(repo_id)
        if before is not None and before.state == "sent" and decision.kind == "identical" and sha != before.parent:
            self.put(msgspec.structs.replace(before, state="done", sha=sha, commit_id=sha))
            return Outcome(repo_id=repo_id, kind=before.kind, action="changed", sha=before.parent, commit=sha)
        self.put(Row(repo_id=repo_id, state="done", kind=decision.kind, sha=sha, why=decision.why))
        return outcome_of(repo_id, decision, "none", sha=sha)


class Visitor:
    """Visits repos one at a time; safe for several threads.

    Args:
        message: the commit's, where one is made.
        apply: commit; else only say what would be committed.
    """

    def __init__(
        self, wire: Wire, judge: Judge, books: Books, *, stop: Stop, quota: Quota, message: str, apply: bool
    ) -> None:
        self.wire = wire
        self.judge = judge
        self.books = books
        self.stop = stop
        self.quota = quota
        self.message = message
        self.apply = apply

    def visit(self, repo_id: str, planned: Entry | None = None) -> tuple[Outcome, Change | None]:
        """What became of the repo, and its card before and after where that differs.

        With `planned`, exactly that is done, or nothing.

        Raises:
            StoppedError: when work should stop; a commit may have been sent.
            TokenRejectedError: when nothing else could be done either.
            LedgerError: when the books cannot be kept.
        """
        try:
            return self._visit(repo_id, planned)
        except NoCardError as found:
            return self.books.settle(repo_id, Decision(kind=found.kind, why=found.why), found.commit), None
        except RepoNotFoundError as error:  # since its card was read
            return self.books.settle(repo_id, Decision(kind="gone", why=error.message), None), None
        except (TokenRejectedError, LedgerError):
            raise
        except HubtweetsError as error:
            self.books.put(Row(repo_id=repo_id, state="failed", why=error.message))
            return Outcome(repo_id=repo_id, action="failed", why=error.message), None

    def _visit(self, repo_id: str, planned: Entry | None) -> tuple[Outcome, Change | None]:
        for _ in range(REPLANS + 1):
            card = self.read(repo_id)
            decision = self.judge.from_card(repo_id, card.text)
            if planned is not None and (refused := self._refused(repo_id, planned, card, decision)):
                return refused, None
            if decision.text is None:
                return self.books.settle(repo_id, decision, card.commit), None
            change = Change(repo_id=repo_id, before=card.text, after=decision.text)
            if not self.apply:
                self.books.put(Row(repo_id=repo_id, state="planned", kind=decision.kind, sha=card.commit))
                return outcome_of(repo_id, decision, "would change", sha=card.commit), change
            made = self.commit(repo_id, card, decision)
            if made is not None:
                return made, change
        raise CommitConflictError(
            f"Somebody else committed to {repo_id} each of the {REPLANS + 1} times in between; it was left alone.",
            attempts=REPLANS + 1,
            repo_id=repo_id,
            endpoint=self.wire.endpoint,
        )

    def _refused(self, repo_id: str, planned: Entry, card: Remote, decision: Decision) -> Outcome | None:
        """What there is to say where the plan does not fit the repo any more; None where it does."""
        same_card = decision.text is not None and digest(decision.text) == planned.digest
        if card.commit == planned.sha and same_card:
            return None
        if digest(card.text) == planned.digest:  # by an earlier run of this plan
            return self.books.settle(repo_id, Decision(kind="identical"), card.commit)
        why = (
            "the repo has changed since the plan was made"
            if card.commit != planned.sha
            else "this hubtweets makes another card than the plan has"
        )
        self.books.put(Row(repo_id=repo_id, state="failed", kind=decision.kind, sha=card.commit, why=why))
        return outcome_of(repo_id, decision, "failed", why=why, sha=card.commit)

    # -- reading and committing ------------------------------------------------------------------------------------

    def read(self, repo_id: str, revision: str = "main") -> Remote:
        """The card, in one request.

        Raises:
            NoCardError: when there is none that could be decided on.
            HubError: when the Hub refuses or does not answer.
        """
        address = f"/{repo_id}/resolve/{quote(revision, safe='')}/{CARD}"
        response = self.wire.get("resolvers", address, repo_id=repo_id)
        commit = next(
            (one.headers["x-repo-commit"] for one in (response, *response.history) if "x-repo-commit" in one.headers),
            None,
        )
        code = response.headers.get("x-error-code")
        if code == "RepoNotFound":
            raise NoCardError("gone", "there is no such repo any more, or the token may not see it")
        if code == "EntryNotFound":
            raise NoCardError("not ours", "the repo has no card", commit)
        if code == "GatedRepo":
            raise NoCardError("unreadable", "the repo is gated, and the token has no access")
        raise_for(self.wire.endpoint, repo_id, response)
        if commit is None:
            raise HubError(
                f"{self.wire.endpoint} does not say at which commit the card of {repo_id} is.",
                repo_id=repo_id,
                endpoint=self.wire.endpoint,
            )
        if len(response.content) > LARGEST:
            raise NoCardError("unreadable", f"the card has {len(response.content):,} bytes", commit)
        try:
            return Remote(response.content.decode(), commit)
        except UnicodeDecodeError:
            raise NoCardError("unreadable", "the card is not UTF-8", commit) from None

    def commit(self, repo_id: str, card: Remote, decision: Decision) -> Outcome | None:
        """Commit the decided card on top of the one that was read; None where somebody else was first."""
        assert decision.text is not None  # noqa: S101  (the caller looked)
        self.quota.take(self.stop)
        row = Row(repo_id=repo_id, state="sent", kind=decision.kind, sha=card.commit, parent=card.commit)
        self.books.put(row)
        commit = self.send(repo_id, "main", card, decision.text)
        if commit is None:
            return None
        self.books.put(msgspec.structs.replace(row, state="done", sha=commit, commit_id=commit))
        return outcome_of(repo_id, decision, "changed", sha=card.commit, commit=commit)

    def send(self, repo_id: str, revision: str, card: Remote, text: str) -> str | None:
        """The id of a commit with `text` on top of `card`; None where somebody else's is there.

        Where the answer is lost, the repo is looked at before anything is sent again. A request that arrives late
        does no harm: it has the same parent, and the Hub takes only one of them.

        Raises:
            HubError: when the Hub refuses, or does not answer `ATTEMPTS` times.
        """
        address = f"/api/models/{repo_id}/commit/{quote(revision, safe='')}"
        body = commit_body(self.message, card.commit, text)
        for attempt in range(ATTEMPTS):
            try:
                response = self.wire.post(address, body, NDJSON, repo_id=repo_id)
            except LostError as lost:
                now = self.read(repo_id, revision)
                if now.commit != card.commit:
                    return now.commit if now.text == text else None
                if attempt + 1 == ATTEMPTS:
                    raise lost.error from None
                self.wire.back_off(attempt)
                continue
            if response.status_code == 412:
                return None
            raise_for(self.wire.endpoint, repo_id, response)
            return _commit_id(response.content) or self.read(repo_id, revision).commit
        raise AssertionError("the last attempt returns or raises")


def commit_body(message: str, parent: str, text: str, description: str = "") -> bytes:
    """The newline-delimited JSON of a commit of one file (https://github.com/huggingface/huggingface_hub/issues/1085)."""
    header = {"summary": message, "description": description, "parentCommit": parent}
    file = {"path": CARD, "encoding": "base64", "content": base64.b64encode(text.encode()).decode()}
    lines = ({"key": "header", "value": header}, {"key": "file", "value": file})
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def _commit_id(content: bytes) -> str | None:
    try:
        answer = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    oid = answer.get("commitOid") if isinstance(answer, dict) else None
    return oid if isinstance(oid, str) else None


def outcome_of(
    repo_id: str,
    decision: Decision,
    action: Action,
    *,
    why: str | None = None,
    sha: str | None = None,
    commit: str | None = None,
    pull_request: int | None = None,
) -> Outcome:
    """A decision and what came of it."""
    return Outcome(
        repo_id=repo_id,
        kind=decision.kind,
        action=action,
        why=why or decision.why,
        sha=sha,
        commit=commit,
        pull_request=pull_request,
        conflicts=decision.conflicts,
    )
