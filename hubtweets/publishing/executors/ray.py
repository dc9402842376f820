"""Trains on a Ray cluster: queueing, placement and the retries of workers and nodes that die are Ray's.

The folder of a job must be on storage that every node sees (`--work-dir`): the posts are read from there, and
checkpoints and the model are left there, so that a job whose node is gone goes on on another one.

A training is a detached actor, named after its fingerprint. Where whoever submitted it is killed, it goes on, and the
same command asks that very actor for the result; one that nobody asks goes away, and its artifact stays.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import MissingExtraError, ModelError, OutputFolderError
from hubtweets.publishing.executors.attempts import ATTEMPTS, Attempt, attempt, begin, overdue
from hubtweets.publishing.executors.interface import JobResult
from hubtweets.publishing.target import TrainingJob

NAMESPACE = "hubtweets"
"""The namespace of the actors, which have the names of their fingerprints."""

PATIENCE = 120.0
"""Seconds that a node which is thought to be gone may still hold a job's folder: locks on networks outlive it."""

UNCLAIMED = 60.0
"""Seconds after which an actor goes away whose result nobody took."""

MOST_ACTORS = 1_000
"""So many are given to Ray at once, which places them as nodes have room; the rest follows as they end."""


class _Trainer:
    """The actor: one training in a process of its own, whose memory, a GPU's too, is freed with it."""

    def attempt(self, job: TrainingJob, seconds: float | None) -> Attempt:
        done = attempt(job, seconds=seconds, patience=PATIENCE, uploads=True)
        ray = import_module("ray")
        itself = ray.get_runtime_context().current_actor
        end = threading.Timer(UNCLAIMED, ray.kill, (itself,))
        end.daemon = True
        end.start()
        return done


class _Running(NamedTuple):
    job: TrainingJob
    actor: Any


class Ray:
    """See `hubtweets.publishing.executors.interface.Executor`.

    The cluster is the one that `RAY_ADDRESS` names, or that this process is joined to already, else one of this machine
    alone. Base models are asked for, and large files sent to the Hub, with the token that each node has itself: none is
    sent to it.

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
            try:
                self._ray.init(include_dashboard=False, log_to_driver=False, logging_level="warning")
            except (ConnectionError, ValueError, RuntimeError) as error:
                hint = "Check RAY_ADDRESS; without it a Ray of this machine alone is started."
                raise ModelError(f"The Ray cluster does not answer: {str(error)[:300]}", hint=hint) from error
        resources = self._ray.cluster_resources()
        progress.note(f"Ray: {resources.get('CPU', 0):g} CPUs, {resources.get('GPU', 0):g} GPUs.")
        self._trainer = self._ray.remote(_Trainer)
        self._options = {
            "num_cpus": cpus,
            "num_gpus": min(1, resources.get("GPU", 0)) if gpus is None else gpus,
            "memory": int(memory * 1e9) if memory is not None else None,
            "namespace": NAMESPACE,
            "lifetime": "detached",
            "get_if_exists": True,
            "max_restarts": ATTEMPTS - 1,
            "max_task_retries": ATTEMPTS - 1,
        }
        self._seconds = seconds
        self._progress = progress
        self._lock = threading.Lock()
        self._known: set[str] = set()
        self._waiting: deque[TrainingJob] = deque()
        self._running: dict[Any, _Running] = {}

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
                    running = self._running.pop(reference)
                result = self._result(running.job, reference)
                self._ray.kill(running.actor)
                if isinstance(result.error, OutputFolderError):
                    raise result.error
                yield result

    def cancel(self) -> None:
        """See `Executor.cancel`."""
        with self._lock:
            self._waiting.clear()
            for running in self._running.values():
                self._ray.kill(running.actor)
            self._running.clear()

    def _begin(self) -> None:
        """Give Ray what waits, as far as it may have more; the caller holds the lock."""
        while self._waiting and len(self._running) < MOST_ACTORS:
            job = self._waiting.popleft()
            begin(job)
            actor = self._trainer.options(name=job.fingerprint, **self._options).remote()
            self._running[actor.attempt.remote(job, self._seconds)] = _Running(job, actor)

    def _result(self, job: TrainingJob, reference: Any) -> JobResult:
        errors = self._ray.exceptions
        try:
            answered: Attempt = self._ray.get(reference)
        except errors.RayError as error:
            if (late := overdue(job, self._seconds)) is not None:
                return JobResult(job, None, late.error())
            if isinstance(error, errors.OutOfMemoryError):
                hint = "Give it more with --memory or larger nodes, or take a smaller base model or batch."
                return JobResult(job, None, ModelError(f"Its node ran out of memory, {ATTEMPTS} times.", hint=hint))
            said = " ".join(str(error).split())[:300]
            return JobResult(job, None, ModelError(f"Its worker or node died, {ATTEMPTS} times: {said}"))
        return answered.result(job, self._progress)
