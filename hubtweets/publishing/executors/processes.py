"""Trains on this machine, several jobs at the same time, each in a fresh process whose memory is freed when it ends."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import OutputFolderError
from hubtweets.publishing.executors.attempts import ATTEMPTS, Attempt, Failure, begin, overdue
from hubtweets.publishing.executors.child import Child
from hubtweets.publishing.executors.interface import JobResult
from hubtweets.publishing.target import TrainingJob


class Processes:
    """See `hubtweets.publishing.executors.interface.Executor`. Jobs begin when they are submitted.

    Args:
        jobs: how many run at the same time.
        seconds: the time limit of each.
        token: what base models are asked for with.
        progress: is told what trainings warn of, and when a process died and its job is begun again.
    """

    def __init__(
        self, jobs: int, *, seconds: float | None = None, token: str | None = None, progress: Progress = SILENT
    ) -> None:
        self._seconds = seconds
        self._token = token
        self._progress = progress
        self._threads = max(1, (os.cpu_count() or 1) // jobs)
        self._pool = ThreadPoolExecutor(jobs, thread_name_prefix="trainings")
        self._done: queue.SimpleQueue[JobResult] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._known: set[str] = set()
        self._left = 0
        self._running: set[Child] = set()
        self._cancelled = False

    def submit(self, job: TrainingJob) -> None:
        """See `Executor.submit`."""
        with self._lock:
            if job.fingerprint in self._known:
                return
            self._known.add(job.fingerprint)
            self._left += 1
        begin(job)
        self._pool.submit(self._see_through, job)

    def results(self) -> Iterator[JobResult]:
        """See `Executor.results`.

        Raises:
            OutputFolderError: when the disk cannot be written, which is no fault of a job.
        """
        while self._left:
            try:
                result = self._done.get(timeout=0.2)  # a wait without an end would not see Ctrl-C everywhere
            except queue.Empty:
                continue
            with self._lock:
                self._left -= 1
            if isinstance(result.error, OutputFolderError):
                raise result.error
            yield result
        self._pool.shutdown(wait=False)

    def cancel(self) -> None:
        """See `Executor.cancel`."""
        with self._lock:
            self._cancelled = True
            running = list(self._running)
        self._pool.shutdown(wait=False, cancel_futures=True)
        for child in running:
            child.interrupt()
        for child in running:
            child.end()

    def _see_through(self, job: TrainingJob) -> None:
        """One job to its end, in a thread that waits for the process."""
        ended = ""
        for number in range(ATTEMPTS):
            try:
                answer, ended = self._in_a_process(job)
            except Exception as error:  # no process could be made
                answer = Attempt(failure=Failure(f"Its process could not be started: {error}"))
            if self._cancelled:
                return
            if answer is None and (late := overdue(job, self._seconds)) is not None:
                answer = Attempt(failure=late)
            if answer is not None:
                break
            if number + 1 < ATTEMPTS:
                self._progress.warn(f"A training's process {ended}; it is begun again from its last checkpoint.")
        else:
            hint = "Give it more memory, or train fewer at the same time with --jobs."
            answer = Attempt(failure=Failure(f"Its process {ended}, {ATTEMPTS} times.", hint))
        self._done.put(answer.result(job, self._progress))

    def _in_a_process(self, job: TrainingJob) -> tuple[Attempt | None, str]:
        """What a fresh process answered, or None and how it ended."""
        with self._lock:
            if self._cancelled:
                return None, "was not begun"
            child = Child(job, threads=self._threads, token=self._token, seconds=self._seconds)
            self._running.add(child)
        try:
            return child.answer()
        finally:
            with self._lock:
                self._running.discard(child)
