"""A stream of targets, done: several at a time, one guarded commit each, trainings in between.

One thread makes the targets, several plan and commit them; between is a short queue, so that memory does not grow with
the number of repos. What happens to one repo is that repo's: any error about it is its failure, with a reason. Only a
broken Hub, a rejected token, a ledger or disk that cannot be written, and the user stop a run.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress

import msgspec

from hubtweets._shared import disk
from hubtweets.errors import HubtweetsError, LedgerError, ModelError, NoWriteAccessError, TokenRejectedError
from hubtweets.hub import repos
from hubtweets.hub.client import HubClient
from hubtweets.hub.failures import is_broken_hub
from hubtweets.hub.pacing import PATIENCE, Budget, Reason, StoppedError, Wait
from hubtweets.model import ModelArtifact
from hubtweets.publishing.commit import Committer, Done, FailedError
from hubtweets.publishing.executors.interface import Executor
from hubtweets.publishing.target import (
    ACTIONS,
    KINDS,
    Action,
    Change,
    Kind,
    Outcome,
    PlannedChange,
    Progression,
    State,
    Target,
    Uploaded,
)
from hubtweets.publishing.watching import Watch

BREAKER = 12
"""So many repos one after the other that a broken Hub made fail, and the run stops."""


class Totals(msgspec.Struct, kw_only=True):
    """Where a run is. `more` says that repos are still being listed; `requests` counts what was sent."""

    listed: int = 0
    more: bool = True
    done: int = 0
    kinds: dict[Kind, int] = msgspec.field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    actions: dict[Action, int] = msgspec.field(default_factory=lambda: dict.fromkeys(ACTIONS, 0))
    requests: int = 0
    started: float = msgspec.field(default_factory=time.monotonic)
    stopped: Reason | None = None
    reason: str | None = None

    @property
    def left(self) -> int:
        """Repos that were listed and not come to."""
        return max(0, self.listed - self.done)


class Observer:
    """Sees what happens; the base of those that show or write it. Called by one thread at a time."""

    def begins(self, totals: Totals, budgets: Callable[[], list[Budget]]) -> None:
        """Work begins; `totals` changes as it goes on, and `budgets` says what the Hub's limits leave."""

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """A repo is done with; `plan` is its line of a plan, `change` its card before and after, where known."""

    def waits(self, wait: Wait) -> None:
        """Nothing can be sent for a while; told once."""

    def comes_to(self, progression: Progression) -> None:
        """A repo came to a new state, or further in its training."""


_Trained = tuple[ModelArtifact, Uploaded | None]


class Run:
    """One run over a stream of targets.

    Args:
        committer: what does one target.
        executor: where trainings are done; None where no target has one.
        workers: how many targets are worked on at the same time.
        stop_on_conflict: the first conflict that is left alone ends the run.
        late: repos, in lower case, that come when all others are done: they failed the last time.
    """

    def __init__(
        self,
        client: HubClient,
        committer: Committer,
        executor: Executor | None = None,
        *,
        workers: int = 8,
        stop_on_conflict: bool = False,
        late: AbstractSet[str] = frozenset(),
        observers: Iterable[Observer] = (),
    ) -> None:
        self.totals = Totals()
        self.last: Done | None = None
        self.error: Exception | None = None  # of the last repo that failed
        self._client = client
        self._committer = committer
        self._executor = executor
        self._workers = workers
        self._stop_on_conflict = stop_on_conflict
        self._late = late
        self._observers = list(observers)
        self._stop = client.stop
        self._queue: queue.Queue[tuple[Target, _Trained | None] | None] = queue.Queue(2 * workers)
        self._under_way = 0
        self._training: dict[str, list[Target]] = {}
        self._watch = Watch(self._tell)
        self._noting = threading.Lock()
        self._idle = threading.Condition(self._noting)
        self._over = False
        self._failures = 0  # of a broken Hub, one after the other
        self._refused: set[str] = set()  # namespaces in which a commit was refused
        self._broken: BaseException | None = None

    def over(self, targets: Iterator[Sequence[Target | Outcome]]) -> Totals:
        """Do all targets; they come in pages, in which an outcome stands for a repo that needs nothing any more.

        Raises:
            LedgerError: when the ledger cannot be used.
            OSError: when the disk is full.
            Exception: what making the targets raises before the first of them.
        """
        threads = [
            threading.Thread(target=self._work, name=f"targets-{number}", daemon=True)
            for number in range(self._workers)
        ]
        for observer in self._observers:
            observer.begins(self.totals, self._client.budgets)
        for thread in threads:
            thread.start()
        self._watch.start()
        try:
            late: list[Target] = []
            for page in targets:
                self.totals.listed += len(page)
                for item in page:
                    if isinstance(item, Target) and item.repo_id.lower() in self._late:
                        late.append(msgspec.structs.replace(item, listed=None))  # which would keep its whole page
                    else:
                        self._take(item)
            self.totals.more = False
            for item in late:
                self._take(item)
            self._train()
            self._put(None)
        except StoppedError:
            pass
        except KeyboardInterrupt:
            self._stop.ask("interrupted")
        except BaseException as error:
            if isinstance(error, HubtweetsError) and self.totals.listed and not isinstance(error, OSError):
                self._give_up(error.message)  # what was done is still told
            else:
                self._give_up_with(error)
        self._join(threads)
        self._watch.stop()
        with self._noting:
            self._over = True
        if self._executor is not None and self._stop.reason is not None:
            self._executor.cancel()
        if self._broken is not None:
            raise self._broken
        self.totals.requests = self._client.requests_sent
        self.totals.stopped = self._stop.reason
        return self.totals

    def waits(self, wait: Wait) -> None:
        """To be told of long waits; see `HubClient`."""
        with self._noting:
            for observer in self._observers:
                observer.waits(wait)

    # -- the thread that makes targets -----------------------------------------------------------------------------

    def _take(self, item: Target | Outcome) -> None:
        if isinstance(item, Outcome):
            self._note(Done(item, _line(item)))
        else:
            self._put((item, None))

    def _put(self, item: tuple[Target, _Trained | None] | None) -> None:
        with self._noting:
            self._under_way += item is not None
        while True:
            self._stop.check()
            try:
                self._queue.put(item, timeout=0.2)
            except queue.Full:
                continue
            return

    def _train(self) -> None:
        """When all that was listed is planned: the trainings, each of which is committed as it ends."""
        with self._idle:
            while self._under_way:
                self._stop.check()
                self._idle.wait(0.2)
        for result in self._executor.results() if self._executor is not None else ():
            self._stop.check()
            self._watch.forget(result.job)
            for target in self._training.pop(result.job.fingerprint, ()):
                if result.artifact is None:
                    self._note(self._failed(target.repo_id, result.error or ModelError("Its training ended early.")))
                else:
                    self._put((target, (result.artifact, result.uploaded)))

    def _join(self, threads: list[threading.Thread]) -> None:
        """Wait for the workers; when the user stops the run, for no longer than `PATIENCE`."""
        deadline: float | None = None
        while any(thread.is_alive() for thread in threads):
            try:
                with suppress(StoppedError):  # a worker may be where nobody looks at the time: in an upload
                    self._stop.check()
                if self._stop.reason is not None and deadline is None:
                    deadline = time.monotonic() + PATIENCE
                if deadline is not None and time.monotonic() > deadline:
                    return  # what is under way has its line in the ledger, and is looked up by the next run
                next(thread for thread in threads if thread.is_alive()).join(0.05)
            except KeyboardInterrupt:
                self._stop.ask("interrupted")
            except StopIteration:
                return

    # -- the workers -----------------------------------------------------------------------------------------------

    def _work(self) -> None:
        while self._stop.reason is None:
            try:
                item = self._queue.get(timeout=0.2)
            except queue.Empty:
                continue
            if item is None:  # the last one there is; it is for everybody
                self._queue.put(None)
                return
            try:
                self._do(*item)
            except StoppedError:
                return
            except BaseException as error:
                self._give_up_with(error)
            finally:
                with self._idle:
                    self._under_way -= 1
                    self._idle.notify()

    def _do(self, target: Target, trained: _Trained | None) -> None:
        try:
            if trained is None:
                done = self._committer.do(target)
            else:
                self._tell(Progression(repo_id=target.repo_id, state="uploading"))
                done = self._committer.deliver(target, *trained)
        except (StoppedError, LedgerError):
            raise
        except Exception as error:
            if disk.is_full(error):
                raise
            self._note(self._failed(target.repo_id, error))
            return
        if done.job is None:
            self._note(done)
            return
        assert self._executor is not None  # noqa: S101  (verbs with trainings bring one)
        with self._noting:
            self._training.setdefault(done.job.fingerprint, []).append(target)
        self._tell(Progression(repo_id=target.repo_id, state="waiting"))
        self._watch.add(done.job, target.repo_id)
        self._executor.submit(done.job)

    def _failed(self, repo_id: str, error: Exception) -> Done:
        """The failure of one repo, whatever it was; and whether it is one of all of them."""
        reason = _reason(error)
        outcome = (error.outcome if isinstance(error, FailedError) else None) or Outcome(repo_id=repo_id)
        cause = error.error if isinstance(error, FailedError) and error.error is not None else error
        hint = cause.hint if isinstance(cause, HubtweetsError) else None
        outcome = msgspec.structs.replace(outcome, action="failed", reason=reason, hint=hint)
        with self._noting:
            self.error = cause
            self._failures = self._failures + 1 if is_broken_hub(cause) else 0
            if self._failures >= BREAKER:
                self._give_up(f"{BREAKER} repos one after the other failed, the last one with: {reason}")
            if isinstance(cause, TokenRejectedError):
                self._give_up(reason)
        if isinstance(cause, NoWriteAccessError):
            self._ask_whether_any_may_be_written(repo_id)
        self._committer.failed(outcome)
        return Done(outcome)

    def _ask_whether_any_may_be_written(self, repo_id: str) -> None:
        """The first refused commit in a namespace: is it this repo, or the token?"""
        namespace = repos.parts(repo_id).namespace.lower()
        with self._noting:
            if namespace in self._refused:
                return
            self._refused.add(namespace)
        try:
            self._client.check_write(repo_id, exists=False)
        except NoWriteAccessError as error:
            self._give_up(error.message)
        except (HubtweetsError, StoppedError):
            return  # what it is will be seen with the next repo

    def _give_up(self, reason: str) -> None:
        self.totals.reason = self.totals.reason or reason
        self._stop.ask("failing")

    def _give_up_with(self, error: BaseException) -> None:
        self._broken = self._broken or error
        self._stop.ask("failing")

    def _tell(self, progression: Progression) -> None:
        with self._noting:
            if not self._over:
                for observer in self._observers:
                    observer.comes_to(progression)

    def _note(self, done: Done) -> None:
        outcome = done.outcome
        with self._noting:
            if self._over:
                return
            self.last = done
            self.totals.done += 1
            self.totals.requests = self._client.requests_sent
            if outcome.kind is not None and outcome.action != "failed":
                self.totals.kinds[outcome.kind] += 1
            self.totals.actions[outcome.action] += 1
            if outcome.action != "failed":
                self._failures = 0
            for observer in self._observers:
                observer.outcome(outcome, done.plan, done.change)
                state: State = "failed" if outcome.action == "failed" else "done"
                observer.comes_to(Progression(repo_id=outcome.repo_id, state=state, outcome=outcome))
            if self._stop_on_conflict and outcome.kind == "conflict" and outcome.action == "none":
                self.totals.reason = f"{outcome.repo_id}: {outcome.reason}"
                self._stop.ask("conflict")


def _line(outcome: Outcome) -> PlannedChange:
    return PlannedChange(
        repo_id=outcome.repo_id,
        kind=outcome.kind or "missing",
        reason=outcome.reason,
        parent=outcome.parent,
        conflicts=outcome.conflicts,
    )


def _reason(error: Exception) -> str:
    """What is told of any exception about one repo."""
    if isinstance(error, HubtweetsError | FailedError):
        return str(error)
    return f"{type(error).__name__}: {str(error)[:300]}" if str(error) else type(error).__name__
