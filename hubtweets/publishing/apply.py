"""Many repos: decide for each what is to become of its card, and do it, one guarded commit a repo.

Nothing here knows how cards are made (`Judge` is handed in). One thread lists, several visit; between them is a short
queue, so that memory does not grow with the number of repos.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from hubtweets.errors import HubError, NotLoggedInError, TokenRejectedError
from hubtweets.hub.failures import LOG_IN
from hubtweets.hub.former import Client, pages
from hubtweets.hub.listing import Listed, Selection
from hubtweets.hub.pacing import HOUR, Budget, Quota, Reason, Stop, StoppedError, Wait
from hubtweets.hub.wire import Wire
from hubtweets.publishing.ledger import Ledger, Row
from hubtweets.publishing.plan import Entry, count, read_entries
from hubtweets.publishing.proposals import Proposer
from hubtweets.publishing.target import KINDS, Action, Change, Judge, Kind, Outcome
from hubtweets.publishing.visit import Books, Visitor

BREAKER = 12
"""So many failures one after the other, and the batch stops."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a batch works.

    `message` is that of each commit, and the title of each pull request. `stop_on_conflict` ends the batch at the first
    conflict that is left alone. `seconds` is the time it may take.
    """

    message: str
    apply: bool = False
    pull_requests: bool = False
    stop_on_conflict: bool = False
    workers: int = 8
    max_commits_per_hour: int | None = None
    seconds: float | None = None


class Totals(msgspec.Struct, kw_only=True):
    """Where a batch is. `more` says that repos are still being listed; `requests` counts what was sent."""

    listed: int = 0
    more: bool = True
    done: int = 0
    kinds: dict[Kind, int] = msgspec.field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    actions: dict[Action, int] = msgspec.field(
        default_factory=lambda: dict.fromkeys(("none", "would change", "changed", "proposed", "failed"), 0)
    )
    requests: int = 0
    started: float = msgspec.field(default_factory=time.monotonic)
    stopped: Reason | None = None
    why: str | None = None

    @property
    def left(self) -> int:
        """Repos that were listed and not come to."""
        return self.listed - self.done


class Watcher:
    """Sees what happens; the base of those that show or write it. Called by one thread at a time."""

    def begins(self, totals: Totals, budgets: Callable[[], list[Budget]]) -> None:
        """Work begins; `totals` changes as it goes on, and `budgets` says what the Hub's limits leave."""

    def outcome(self, outcome: Outcome, change: Change | None) -> None:
        """A repo is done with; `change` is its card before and after, where that differs."""

    def waits(self, wait: Wait) -> None:
        """Nothing can be sent for a while; told once."""


class _Work(NamedTuple):
    repo_id: str
    planned: Entry | None = None


class Batch:
    """One run over an organisation, or over a plan.

    Args:
        hub: what the ledger calls this Hub; its address may differ from run to run.

    Raises:
        NotLoggedInError: when commits are asked for and there is no token.
    """

    def __init__(
        self,
        client: Client,
        judge: Judge,
        ledger: Ledger,
        *,
        hub: str,
        settings: Settings,
        watchers: Iterable[Watcher] = (),
    ) -> None:
        if settings.apply and not client.token:
            raise NotLoggedInError(
                f"Committing to {client.endpoint} needs a token, and none was found.",
                endpoint=client.endpoint,
                hint=LOG_IN,
            )
        self.totals = Totals()
        self._settings = settings
        self._judge = judge
        self._watchers = list(watchers)
        self._stop = Stop(settings.seconds, self._tell)
        self._wire = Wire(client, self._stop)
        self._books = Books(ledger, hub, judge)
        past = ledger.commits_since(hub, time.time() - HOUR) if settings.max_commits_per_hour else ()
        self._visitor = (Proposer if settings.pull_requests else Visitor)(
            self._wire,
            judge,
            self._books,
            stop=self._stop,
            quota=Quota(settings.max_commits_per_hour, past),
            message=settings.message,
            apply=settings.apply,
        )
        self._queue: queue.Queue[_Work | None] = queue.Queue(2 * settings.workers)
        self._noting = threading.Lock()
        self._failures = 0  # one after the other
        self._broken: BaseException | None = None

    def over_organisation(self, organisation: str, selection: Selection) -> Totals:
        """Go over an organisation's models.

        Raises:
            HubError: when they cannot be listed.
            LedgerError: when the books cannot be kept.
        """
        return self._run(self._from_listing(organisation, selection))

    def over_plan(self, path: Path) -> Totals:
        """Do what a plan says, and nothing else.

        Raises:
            PlanError: when it cannot be read.
            LedgerError: when the books cannot be kept.
        """
        return self._run(self._from_plan(path))

    # -- what there is to do ---------------------------------------------------------------------------------------

    def _from_listing(self, organisation: str, selection: Selection) -> Iterator[_Work]:
        for repos, more in pages(self._wire, organisation, selection):
            self.totals.listed += len(repos)
            self.totals.more = more
            for repo in repos:
                settled = self._without_asking(repo)
                if settled is not None:
                    self._note(settled, None)
                else:
                    yield _Work(repo.id)

    def _without_asking(self, repo: Listed) -> Outcome | None:
        """The outcome, where the ledger or the listing has it."""
        row = self._books.get(repo.id)
        if row is not None and self._still_holds(row, repo):
            proposed = row.pull_request is not None
            kind: Kind | None = "identical" if row.commit_id and not proposed else row.kind
            action: Action = "proposed" if proposed else "none"
            return Outcome(
                repo_id=repo.id, kind=kind, action=action, why=row.why, sha=repo.sha, pull_request=row.pull_request
            )
        decision = self._judge.from_listing(repo)
        return None if decision is None else self._books.settle(repo.id, decision, repo.sha)

    def _still_holds(self, row: Row, repo: Listed) -> bool:
        """Whether what the ledger says of a repo needs no second look."""
        if row.state != "done" or row.sha is None or row.sha != repo.sha:
            return False
        if row.pull_request is not None:
            return self._settings.pull_requests
        if row.kind == "conflict" and not row.commit_id:
            return row.version == self._judge.version
        return row.kind != "unreadable" or row.version == self._judge.version

    def _from_plan(self, path: Path) -> Iterator[_Work]:
        self.totals.listed, self.totals.more = count(path), False
        for entry in read_entries(path):
            if entry.digest is None:
                self._note(Outcome(repo_id=entry.repo_id, kind=entry.kind, why=entry.why, sha=entry.sha), None)
                continue
            row = self._books.get(entry.repo_id)
            if row is not None and row.state == "done" and row.parent == entry.sha and row.commit_id:
                self._note(Outcome(repo_id=entry.repo_id, kind="identical", sha=row.sha), None)
                continue
            yield _Work(entry.repo_id, entry)

    # -- doing it --------------------------------------------------------------------------------------------------

    def _run(self, work: Iterator[_Work]) -> Totals:
        threads = [
            threading.Thread(target=self._visit_all, name=f"batch-{number}", daemon=True)
            for number in range(self._settings.workers)
        ]
        for watcher in self._watchers:
            watcher.begins(self.totals, self._wire.budgets)
        for thread in threads:
            thread.start()
        try:
            for item in work:
                self._put(item)
            self._put(None)
        except StoppedError:
            pass
        except KeyboardInterrupt:
            self._stop.ask("interrupted")
        except BaseException as error:
            if isinstance(error, HubError) and self.totals.listed:
                self._give_up(error.message)  # what was done is still told
            else:
                self._give_up_with(error)
        try:
            self._join(threads)
        except KeyboardInterrupt:  # what is on its way is finished; asked twice, it is not
            self._stop.ask("interrupted")
            self._join(threads)
        if self._broken is not None:
            raise self._broken
        self.totals.requests = self._wire.sent
        self.totals.stopped = self._stop.reason
        return self.totals

    def _put(self, item: _Work | None) -> None:
        while True:
            self._stop.check()
            try:
                self._queue.put(item, timeout=0.2)
            except queue.Full:
                continue
            return

    def _join(self, threads: list[threading.Thread]) -> None:
        for thread in threads:
            while thread.is_alive():
                thread.join(1.0)  # without a limit, Ctrl-C would not be heard on every system

    def _visit_all(self) -> None:
        while self._stop.reason is None:
            try:
                item = self._queue.get(timeout=0.2)
            except queue.Empty:
                continue
            if item is None:  # the last one there is; it is for everybody
                self._queue.put(None)
                return
            try:
                outcome, change = self._visitor.visit(item.repo_id, item.planned)
                self._note(outcome, change)
            except StoppedError:
                return
            except TokenRejectedError as error:
                self._give_up(error.message)
            except BaseException as error:
                self._give_up_with(error)

    def _give_up(self, why: str) -> None:
        self.totals.why = why
        self._stop.ask("failing")

    def _give_up_with(self, error: BaseException) -> None:
        self._broken = self._broken or error
        self._stop.ask("failing")

    def _tell(self, wait: Wait) -> None:
        with self._noting:
            for watcher in self._watchers:
                watcher.waits(wait)

    def _note(self, outcome: Outcome, change: Change | None) -> None:
        with self._noting:
            self.totals.done += 1
            self.totals.requests = self._wire.sent
            if outcome.kind is not None and outcome.action != "failed":
                self.totals.kinds[outcome.kind] += 1
            self.totals.actions[outcome.action] += 1
            for watcher in self._watchers:
                watcher.outcome(outcome, change)
            if outcome.action != "failed":
                self._failures = 0
            elif outcome.kind is None:  # else the repo is not what was planned, which is no sign of a broken Hub
                self._failures += 1
                if self._failures >= BREAKER:
                    self._give_up(f"{BREAKER} repos one after the other failed, the last one with: {outcome.why}")
            if outcome.kind == "conflict" and outcome.action == "none" and self._settings.stop_on_conflict:
                self.totals.why = f"{outcome.repo_id}: {outcome.why}"
                self._stop.ask("conflict")
