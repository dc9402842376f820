"""Pull requests instead of commits: one a repo, brought up to date while it is open."""

from __future__ import annotations

import re
import threading
from typing import Any

import msgspec

from hubtweets.errors import HubError
from hubtweets.hub.wire import ATTEMPTS, LostError, raise_for
from hubtweets.publishing.ledger import Row
from hubtweets.publishing.target import Decision, Outcome
from hubtweets.publishing.visit import NDJSON, Remote, Visitor, commit_body, outcome_of

DESCRIPTION = (
    "The facts are unchanged; what people wrote on the card is kept. While this pull request is open, it is brought "
    "up to date instead of a second one being opened."
)


class Proposer(Visitor):
    """Proposes each change as a pull request, and keeps to the one that is open already."""

    _name: str | None = None
    _name_lock = threading.Lock()

    def commit(self, repo_id: str, card: Remote, decision: Decision) -> Outcome | None:
        """Propose the decided card; see `Visitor.commit`."""
        assert decision.text is not None  # noqa: S101  (the caller looked)
        self.quota.take(self.stop)
        number = self._open_request(repo_id)
        if number is None:
            number, commit = self._open(repo_id, card, decision.text)
        else:
            there = self.read(repo_id, f"refs/pr/{number}")
            again = self.judge.from_card(repo_id, there.text)
            if again.text is None and again.kind != "identical":
                why = f"{again.why or again.kind}, in pull request {number}"
                return self.books.settle(repo_id, msgspec.structs.replace(again, why=why), card.commit)
            sent = there.commit if again.text is None else self.send(repo_id, f"refs/pr/{number}", there, again.text)
            if sent is None:
                return None
            commit = sent
        row = Row(repo_id=repo_id, state="done", kind=decision.kind, sha=card.commit, parent=card.commit)
        self.books.put(msgspec.structs.replace(row, commit_id=commit, pull_request=number))
        return outcome_of(repo_id, decision, "proposed", sha=card.commit, commit=commit, pull_request=number)

    def _open(self, repo_id: str, card: Remote, text: str) -> tuple[int, str]:
        """Open a pull request; where the answer is lost, look whether it was opened before asking again."""
        body = commit_body(self.message, card.commit, text, DESCRIPTION)
        for attempt in range(ATTEMPTS):
            try:
                response = self.wire.post(
                    f"/api/models/{repo_id}/commit/main?create_pr=1", body, NDJSON, repo_id=repo_id
                )
            except LostError as lost:
                number = self._open_request(repo_id)
                if number is not None:
                    return number, self.read(repo_id, f"refs/pr/{number}").commit
                if attempt + 1 == ATTEMPTS:
                    raise lost.error from None
                self.wire.back_off(attempt)
                continue
            raise_for(self.wire.endpoint, repo_id, response)
            answer = self._decoded(response.content)
            number_told = re.search(r"/discussions/(\d+)$", str(answer.get("pullRequestUrl")))
            if number_told is None or not isinstance(answer.get("commitOid"), str):
                raise HubError(f"{self.wire.endpoint} does not say which pull request it opened.", repo_id=repo_id)
            return int(number_told[1]), answer["commitOid"]
        raise AssertionError("the last attempt returns or raises")

    def _open_request(self, repo_id: str) -> int | None:
        """The number of our own open pull request, where there is one."""
        params = [("type", "pull_request"), ("status", "open"), ("author", self._own_name())]
        response = self.wire.get("api", f"/api/models/{repo_id}/discussions", params, repo_id=repo_id)
        raise_for(self.wire.endpoint, repo_id, response)
        found = [
            item["num"]
            for item in self._decoded(response.content).get("discussions", [])
            if str(item.get("title", "")).startswith(self.message.partition(" with ")[0])
            and isinstance(item.get("num"), int)
        ]
        return max(found, default=None)

    def _own_name(self) -> str:
        with self._name_lock:
            if self._name is None:
                response = self.wire.get("api", "/api/whoami-v2")
                raise_for(self.wire.endpoint, None, response)
                self._name = str(self._decoded(response.content).get("name"))
            return self._name

    def _decoded(self, content: bytes) -> dict[str, Any]:
        try:
            answer = msgspec.json.decode(content)
        except (msgspec.DecodeError, UnicodeDecodeError):
            answer = None
        if not isinstance(answer, dict):
            raise HubError(f"{self.wire.endpoint} gave an answer that is not known.", endpoint=self.wire.endpoint)
        return answer
