"""Trains on a Ray cluster: queueing, placement and the retries of workers and nodes that die are Ray's.

The folder of a job must be on storage that every node sees (`--work-dir`): the posts are read from there, and
checkpoints and the model are left there, so that a job whose node is gone goes on on another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import MissingExtraError, ModelError, OutputFolderError
from hubtweets.publishing.executors.attempts import ATTEMPTS, Attempt, attempt
from hubtweets.publishing.executors.interface import JobResult
from hubtweets.publishing.target import TrainingJob


class Ray:
    """See `hubtweets.publishing.executors.interface.Executor`.

    The cluster is the one that `RAY_ADDRESS` names, or that this process is joined to already, else one of this machine
    alone. Base models are asked for with the token that each node has itself: none is sent.

    Args:
        progress: is told which cluster it is, and what trainings warn of.

    Raises:
        MissingExtraError: without the extra `ray`.
        ModelError: when the cluster does not answer.
    """

    def __init__(self, *, progress: Progress = SILENT) -> None:
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
        # One call a process: memory of GPUs is freed with it.
        self._task = self._ray.remote(
            num_cpus=1, num_gpus=min(1, resources.get("GPU", 0)), max_calls=1, max_retries=ATTEMPTS - 1
        )(attempt)
        self._progress = progress
        self._jobs: dict[Any, TrainingJob] = {}
        self._known: set[str] = set()

    def submit(self, job: TrainingJob) -> None:
        """See `Executor.submit`."""
        if job.fingerprint not in self._known:
            self._known.add(job.fingerprint)
            self._jobs[self._task.remote(job)] = job

    def results(self) -> Iterator[JobResult]:
        """See `Executor.results`.

        Raises:
            OutputFolderError: when the storage cannot be written, which is no fault of a job.
        """
        while self._jobs:
            ready, _ = self._ray.wait(list(self._jobs), num_returns=1, timeout=0.5)
            for reference in ready:
                job = self._jobs.pop(reference)
                result = self._result(job, reference)
                if isinstance(result.error, OutputFolderError):
                    raise result.error
                yield result

    def cancel(self) -> None:
        """See `Executor.cancel`."""
        for reference in list(self._jobs):
            self._ray.cancel(reference, force=True)
        self._jobs.clear()

    def _result(self, job: TrainingJob, reference: Any) -> JobResult:
        errors = self._ray.exceptions
        try:
            answer = self._ray.get(reference)
        except errors.OutOfMemoryError:
            hint = "Give the nodes more memory, or take a smaller base model or batch."
            return JobResult(job, None, ModelError(f"The node ran out of memory, {ATTEMPTS} times.", hint=hint))
        except errors.RayError as error:
            first = str(error).strip().partition("\n")[0][:300]
            return JobResult(job, None, ModelError(f"Its worker or node died, {ATTEMPTS} times: {first}"))
        answered: Attempt = answer
        return answered.result(job, self._progress)
