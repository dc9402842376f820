"""Trains on this machine, one job at a time, in the thread that asks for results: Ctrl-C is answered there."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import OutputFolderError
from hubtweets.publishing.executors.interface import JobResult, run_job
from hubtweets.publishing.target import TrainingJob


class Here:
    """See `hubtweets.publishing.executors.interface.Executor`.

    Args:
        token: what base models are asked for with.
        progress: where a training says how far it is.
    """

    def __init__(self, *, token: str | None = None, progress: Progress = SILENT) -> None:
        self._token = token
        self._progress = progress
        self._jobs: deque[TrainingJob] = deque()
        self._known: set[str] = set()
        self._lock = threading.Lock()

    def submit(self, job: TrainingJob) -> None:
        """See `Executor.submit`."""
        with self._lock:
            if job.fingerprint not in self._known:
                self._known.add(job.fingerprint)
                self._jobs.append(job)

    def results(self) -> Iterator[JobResult]:
        """See `Executor.results`.

        Raises:
            OutputFolderError: when the disk cannot be written, which is no fault of a job.
        """
        while self._jobs:
            job = self._jobs.popleft()
            try:
                result = JobResult(job, run_job(job, token=self._token, progress=self._progress))
            except OutputFolderError:
                raise
            except Exception as error:
                result = JobResult(job, None, error)
            yield result

    def cancel(self) -> None:
        """See `Executor.cancel`."""
        self._jobs.clear()
