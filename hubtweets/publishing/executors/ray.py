"""Trains on a Ray cluster: queueing, placement, and knowing what became of workers and nodes are Ray's.

The folder of a job must be on storage that every node sees (`--work-dir`): the posts are read from there, and
checkpoints and the model are left there, so that a job whose node is gone goes on on another one.

A training is a Ray task, whose worker runs it in a process of its own (`Child`): where there are no GPUs, a fork of one
that has torch loaded, so that the many small trainings of a node load it once. The tasks are owned by a detached
actor: where whoever submitted them is killed, they go on, and the same command asks it for the results.
"""

from __future__ import annotations

import asyncio
import os
import socket
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import MissingExtraError, ModelError, OutputFolderError
from hubtweets.hub.transport import CONNECTING
from hubtweets.publishing.executors.attempts import ATTEMPTS, Attempt, begin, overdue
from hubtweets.publishing.executors.child import Child
from hubtweets.publishing.executors.interface import JobResult
from hubtweets.publishing.target import TrainingJob

NAMESPACE, OWNER = "hubtweets", "owner of trainings"
"""The namespace and the name of the actor."""

PATIENCE = 120.0
"""Seconds that a node which is thought to be gone may still hold a job's folder: locks on networks outlive it."""

UNCLAIMED = 60.0
"""Seconds without a training after which the actor goes away."""

MOST_OWNERS_LOST = 3
"""Actors that may be gone before a training ends; its checkpoints outlive them."""

_PAUSE = 0.5
"""Seconds before an actor that did not answer is asked again: Ray needs some to know that its node is gone."""

MOST_TASKS = 1_000
"""So many are given to Ray at once, which places them as nodes have room; the rest follows as they end."""


class ProcessDiedError(Exception):
    """A training's process ended without an answer."""


def _train(job: TrainingJob, threads: int, seconds: float | None) -> Attempt:
    """The task."""
    answer, ended = Child(job, threads=threads, seconds=seconds, patience=PATIENCE, uploads=True).answer()
    if answer is not None:
        return answer
    if (late := overdue(job, seconds)) is not None:
        return Attempt(failure=late)
    raise ProcessDiedError(f"its process {ended}")


class _Owner:
    """The actor: gives the trainings to Ray, each once, and their results to whoever asks."""

    def __init__(self) -> None:
        self._ray = import_module("ray")
        self._under_way: dict[str, asyncio.Task[Attempt]] = {}
        self._tasks: dict[str, Any] = {}

    async def attempt(
        self, job: TrainingJob, threads: int, seconds: float | None, options: Mapping[str, Any]
    ) -> Attempt:
        if job.fingerprint not in self._under_way:
            training = asyncio.ensure_future(self._see_through(job, threads, seconds, options))
            self._under_way[job.fingerprint] = training
        return await asyncio.shield(self._under_way[job.fingerprint])

    async def cancel(self, fingerprints: Sequence[str]) -> None:
        for fingerprint in fingerprints:
            if (task := self._tasks.pop(fingerprint, None)) is not None:
                self._ray.cancel(task, force=True)

    async def _see_through(
        self, job: TrainingJob, threads: int, seconds: float | None, options: Mapping[str, Any]
    ) -> Attempt:
        """One training to its end. Ray's own retries are not used: where memory ran out, they have no end."""
        begin(job)
        task = self._ray.remote(_train).options(max_retries=0, **options)
        try:
            for left in reversed(range(ATTEMPTS)):
                self._tasks[job.fingerprint] = reference = task.remote(job, threads, seconds)
                try:
                    attempt: Attempt = await reference
                    return attempt
                except self._ray.exceptions.RayError:
                    if not left or self._tasks.get(job.fingerprint) is not reference:  # it was cancelled
                        raise
            raise AssertionError("the last attempt returns or raises")
        finally:
            self._tasks.pop(job.fingerprint, None)
            self._under_way.pop(job.fingerprint, None)
            asyncio.get_running_loop().call_later(UNCLAIMED, self._leave)

    def _leave(self) -> None:
        if not self._under_way:
            self._ray.kill(self._ray.get_runtime_context().current_actor)


def _reach(address: str) -> None:
    """Try the port of a cluster, which Ray itself asks for minutes before it gives up.

    Raises:
        OSError: when nothing listens there.
    """
    target = urlsplit(address if "://" in address else f"//{address}")
    if target.hostname is not None and target.port is not None:  # "auto" and "local" have none
        socket.create_connection((target.hostname, target.port), timeout=CONNECTING).close()


class Ray:
    """See `hubtweets.publishing.executors.interface.Executor`.

    The cluster is the one that `RAY_ADDRESS` names, or that this process is joined to already, else one of this machine
    alone. Base models are asked for, and files sent to the Hub, with the token that each node has itself: none is sent
    to it.

    Args:
        cpus, gpus: of a training; by default it has a GPU where the cluster has any.
        memory: in GB, by which Ray places it.
        seconds: the time limit of each.
        progress: is told which cluster it is, and what trainings warn of.

    Raises:
        MissingExtraError: without the extra `ray`.
        ModelError: when the cluster does not answer.
    """

    def __init__(
        self,
        *,
        cpus: float = 1.0,
        gpus: float | None = None,
        memory: float | None = None,
        seconds: float | None = None,
        progress: Progress = SILENT,
    ) -> None:
        try:
            self._ray: Any = import_module("ray")
        except ImportError:
            raise MissingExtraError("Training on Ray", extra="ray") from None
        if not self._ray.is_initialized():
            address = os.environ.get("RAY_ADDRESS", "")
            try:
                if address:
                    progress.note(f"Asking the Ray cluster at {address}.")
                    _reach(address)
                self._ray.init(include_dashboard=False, log_to_driver=False, logging_level="warning")
            except (OSError, ValueError, RuntimeError, self._ray.exceptions.RayError) as error:
                hint = "Check RAY_ADDRESS; without it a Ray of this machine alone is started."
                said = " ".join(str(error).split())[:300]
                raise ModelError(f"The Ray cluster does not answer: {said}", hint=hint) from error
        resources = self._ray.cluster_resources()
        progress.note(f"Ray: {resources.get('CPU', 0):g} CPUs, {resources.get('GPU', 0):g} GPUs.")
        self._owner = self._ray.remote(_Owner).options(
            name=OWNER,
            namespace=NAMESPACE,
            lifetime="detached",
            get_if_exists=True,
            num_cpus=0,
            max_restarts=0,  # where memory runs out, Ray ends first what it would begin again
            max_concurrency=2 * MOST_TASKS,
        )
        self._threads = max(1, int(cpus))
        self._options = {
            "num_cpus": cpus,
            "num_gpus": min(1, resources.get("GPU", 0)) if gpus is None else gpus,
            "memory": int(memory * 1e9) if memory is not None else None,
        }
        self._seconds = seconds
        self._progress = progress
        self._lock = threading.Lock()
        self._known: set[str] = set()
        self._waiting: deque[TrainingJob] = deque()
        self._running: dict[Any, TrainingJob] = {}
        self._owners_lost: dict[str, set[str]] = {}
        self._asked_again: Counter[str] = Counter()

    def submit(self, job: TrainingJob) -> None:
        """See `Executor.submit`."""
        with self._lock:
            if job.fingerprint not in self._known:
                self._known.add(job.fingerprint)
                self._waiting.append(job)
                self._begin()

    def results(self) -> Iterator[JobResult]:
        """See `Executor.results`.

        Raises:
            OutputFolderError: when the storage cannot be written, which is no fault of a job.
        """
        while True:
            with self._lock:
                self._begin()
                under_way = list(self._running)
            if not under_way:
                return
            ready, _ = self._ray.wait(under_way, num_returns=1, timeout=0.5)
            for reference in ready:
                with self._lock:
                    job = self._running.pop(reference)
                result = self._result(job, reference)
                if result is None:
                    time.sleep(_PAUSE)
                    continue
                if isinstance(result.error, OutputFolderError):
                    raise result.error
                yield result

    def cancel(self) -> None:
        """See `Executor.cancel`."""
        with self._lock:
            self._waiting.clear()
            fingerprints = [job.fingerprint for job in self._running.values()]
            self._running.clear()
        if fingerprints:
            self._ray.wait([self._owner.remote().cancel.remote(fingerprints)], timeout=10)

    def _begin(self) -> None:
        """Give Ray what waits, as far as it may have more; the caller holds the lock."""
        while self._waiting and len(self._running) < MOST_TASKS:
            job = self._waiting.popleft()
            owner = self._owner.remote()  # the one that is there: it may have gone away since
            self._running[owner.attempt.remote(job, self._threads, self._seconds, self._options)] = job

    def _result(self, job: TrainingJob, reference: Any) -> JobResult | None:
        """The result of a job that has ended; None where its owner is gone and another one is asked for it."""
        errors = self._ray.exceptions
        try:
            answered: Attempt = self._ray.get(reference)
        except errors.RayError as error:
            if not isinstance(error, errors.RayTaskError) and self._asks_again(job, error):
                return None
            cause: BaseException = error  # of the actor's call, whose cause is that of the task
            while isinstance(cause, errors.RayTaskError) and cause.cause is not None:
                cause = cause.cause
            if isinstance(cause, errors.OutOfMemoryError):
                hint = "Give it more with --memory or larger nodes, or take a smaller base model or batch."
                return JobResult(job, None, ModelError(f"Its node ran out of memory, {ATTEMPTS} times.", hint=hint))
            said = " ".join(str(cause).split())[:300]
            return JobResult(job, None, ModelError(f"Its worker or node died, {ATTEMPTS} times: {said}"))
        return answered.result(job, self._progress)

    def _asks_again(self, job: TrainingJob, error: Exception) -> bool:
        """Whether a job whose owner did not answer waits for another one, or for the same one to answer."""
        with self._lock:
            lost = self._owners_lost.setdefault(job.fingerprint, set())
            lost.add(str(getattr(error, "actor_id", None)))
            self._asked_again[job.fingerprint] += 1
            again = len(lost) <= MOST_OWNERS_LOST and self._asked_again[job.fingerprint] * _PAUSE < PATIENCE
            if again:
                self._waiting.append(job)
        return again
