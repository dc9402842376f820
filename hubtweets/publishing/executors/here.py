"""Trains on this machine, one job at a time, in the thread that asks for results: Ctrl-C is answered there."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from hubtweets._shared.progress import SILENT, Progress, Task
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
            progress = _Named(self._progress, job.whose) if len(self._known) > 1 else self._progress
            try:
                result = JobResult(job, run_job(job, token=self._token, progress=progress))
            except OutputFolderError:
                raise
            except Exception as error:
                result = JobResult(job, None, error)
            yield result

    def cancel(self) -> None:
        """See `Executor.cancel`."""
        self._jobs.clear()


class _Named(Progress):
    """Says of each thing whose training it is about."""

    def __init__(self, progress: Progress, whose: str) -> None:
        self._progress = progress
        self._whose = whose

    @contextmanager
    def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
        """See `Progress.task`."""
        with self._progress.task(f"{self._whose}: {label}", total=total, unit=unit) as task:
            yield task

    @contextmanager
    def alive(self, label: str) -> Iterator[None]:
        """See `Progress.alive`."""
        with self._progress.alive(f"{self._whose}: {label}"):
            yield

    def note(self, text: str) -> None:
        """See `Progress.note`."""
        self._progress.note(f"{self._whose}: {text}")

    def warn(self, text: str) -> None:
        """See `Progress.warn`."""
        self._progress.warn(f"{self._whose}: {text}")
