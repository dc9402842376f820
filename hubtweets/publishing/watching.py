"""Where trainings are, wherever they run: read from their folders, so that no engine has to tell."""

from __future__ import annotations

import threading
from collections.abc import Callable

from hubtweets.model.status import TrainingStatus, read_status
from hubtweets.publishing.target import Progression, TrainingJob

SECONDS = 1.0
"""Between two looks."""

MOST_LOOKS = 200
"""Folders that are looked into at once: engines begin what was submitted first, and of thousands most wait."""


class _Watched:
    def __init__(self, job: TrainingJob, repo_ids: list[str]) -> None:
        self.job, self.repo_ids = job, repo_ids
        self.told: TrainingStatus | None = read_status(job.folder)  # of an earlier run, which may have been killed


class Watch:
    """Looks at trainings in a thread of its own, and tells of each that came further.

    Args:
        tell: is called for each of their repos.
    """

    def __init__(self, tell: Callable[[Progression], None]) -> None:
        self._tell = tell
        self._watched: dict[str, _Watched] = {}
        self._lock = threading.Lock()
        self._over = threading.Event()

    def start(self) -> None:
        """Begin to look."""
        threading.Thread(target=self._look_on, name="trainings-watch", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()

    def add(self, job: TrainingJob, repo_id: str) -> None:
        """A training is about to be submitted for a repo."""
        with self._lock:
            if (watched := self._watched.get(job.fingerprint)) is not None:
                watched.repo_ids.append(repo_id)
            else:
                self._watched[job.fingerprint] = _Watched(job, [repo_id])

    def forget(self, job: TrainingJob) -> None:
        """A training has ended."""
        with self._lock:
            self._watched.pop(job.fingerprint, None)

    def look(self) -> None:
        """Look once at the next `MOST_LOOKS` of them, those that have begun first."""
        with self._lock:
            watched = sorted(self._watched.values(), key=lambda one: one.told is None)  # else as they were submitted
        for one in watched[:MOST_LOOKS]:
            status = read_status(one.job.folder)
            with self._lock:  # nothing is told of a training whose end was told
                if status is None or status == one.told or one.job.fingerprint not in self._watched:
                    continue
                one.told = status
                for repo_id in one.repo_ids:
                    self._tell(_progression(repo_id, status))

    def _look_on(self) -> None:
        while not self._over.wait(SECONDS):
            self.look()


def _progression(repo_id: str, status: TrainingStatus) -> Progression:
    return Progression(
        repo_id=repo_id,
        state="training",
        step=status.step,
        steps=status.steps,
        loss=status.loss,
        seconds_left=status.seconds_left,
    )
