"""A job where it runs, away from who submitted it: what came of it, in a form that can travel."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from hubtweets._shared import disk
from hubtweets._shared.progress import Progress
from hubtweets.errors import HubtweetsError, ModelError, OutputFolderError
from hubtweets.hub.client import HubClient
from hubtweets.model import ModelArtifact
from hubtweets.publishing.executors.interface import JobResult, run_job
from hubtweets.publishing.target import TrainingJob, Uploaded

ATTEMPTS = 2
"""How often a job is begun whose process dies; the second one goes on from the first one's checkpoint."""

_OVERDUE = "overdue"
"""The file in a job's folder that says that its process was ended by `_time_limit`."""

_MOST_WARNINGS = 20


class Failure(msgspec.Struct, frozen=True):
    """Why a job failed, as plain data: not every exception survives the way to another process.

    `path` is the folder that could not be written, which is no fault of the job.
    """

    message: str
    hint: str | None = None
    path: Path | None = None

    def error(self) -> Exception:
        """The exception that it stands for."""
        if self.path is not None:
            return OutputFolderError(self.message, path=self.path, hint=self.hint)
        return ModelError(self.message, hint=self.hint)


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """A job that ended: with an artifact or a failure. `warnings` are what it had to say, such as of a lost tracker;
    `uploaded` is what it sent to its repo."""

    artifact: ModelArtifact | None = None
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    uploaded: Uploaded | None = None

    def result(self, job: TrainingJob, progress: Progress) -> JobResult:
        """The result of the job that this was; `progress` is told the warnings."""
        for warning in self.warnings:
            progress.warn(f"{job.whose}: {warning}")
        return JobResult(job, self.artifact, None if self.failure is None else self.failure.error(), self.uploaded)


class _Warnings(Progress):
    def __init__(self) -> None:
        self.told: list[str] = []

    def warn(self, text: str) -> None:
        if len(self.told) < _MOST_WARNINGS:
            self.told.append(text)


def attempt(
    job: TrainingJob,
    token: str | None = None,
    *,
    seconds: float | None = None,
    patience: float = 0.0,
    uploads: bool = False,
) -> Attempt:
    """Do a job where this runs: in a process that is nobody else's.

    Args:
        token: what base models are asked for with.
        seconds: after so many the process is ended; see `overdue`.
        patience: seconds that an earlier process may still be at work in the job's folder.
        uploads: send the files of the artifact, but for small ones, to the job's repo from here, with the token that
            this place has.
    """
    artifact, failure, uploaded, warnings = None, None, None, _Warnings()
    try:
        with _time_limit(job, seconds):
            artifact = run_job(job, token=token, progress=warnings, patience=patience)
        uploaded = _uploaded(job, artifact, warnings) if uploads else None
    except OutputFolderError as error:
        failure = Failure(error.message, error.hint, error.path)
    except HubtweetsError as error:
        failure = Failure(error.message, error.hint)
    except MemoryError:
        failure = Failure(
            "There is not enough memory to train it.", "Take a smaller base model, or give it more memory."
        )
    except Exception as error:
        failure = Failure(f"{type(error).__name__}: {error}"[:500])
    return Attempt(artifact=artifact, failure=failure, warnings=tuple(warnings.told), uploaded=uploaded)


def begin(job: TrainingJob) -> None:
    """To be called before a job is given to an engine: what an earlier run left of its time limit is of no account."""
    (job.folder / _OVERDUE).unlink(missing_ok=True)


def overdue(job: TrainingJob, seconds: float | None) -> Failure | None:
    """Why a job's process is gone, where it was its time limit that ended it."""
    if seconds is None or not (job.folder / _OVERDUE).exists():
        return None
    return Failure(
        f"It took longer than the {seconds / 3600:g} hours that a training may take.",
        "Give it more with --hours; it goes on from its last checkpoint.",
    )


@contextmanager
def _time_limit(job: TrainingJob, seconds: float | None) -> Iterator[None]:
    """End this process after `seconds`: what hangs in a library listens to nothing else."""

    def end() -> None:
        disk.write_bytes(job.folder / _OVERDUE, b"")
        os._exit(1)

    if seconds is None:
        yield
        return
    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _uploaded(job: TrainingJob, artifact: ModelArtifact, progress: Progress) -> Uploaded | None:
    """Send files from here; where that is not possible, whoever commits sends them, as it does without."""
    from hubtweets.hub.uploads import sent_ahead

    if job.repo_id is None:
        return None
    try:
        with HubClient(job.endpoint) as client:
            if not client.token:
                return None
            created = client.create_repo(job.repo_id, private=job.private)
            files = sent_ahead(client, job.repo_id, artifact.files)
    except (HubtweetsError, OSError) as error:
        progress.warn(f"The model could not be sent from where it was made, so it is sent from here: {error}")
        return None
    return Uploaded(files=files, created=created)
