"""A job where it runs, away from who submitted it: what came of it, in a form that can travel."""

from __future__ import annotations

from pathlib import Path

import msgspec

from hubtweets._shared.progress import Progress
from hubtweets.errors import HubtweetsError, ModelError, OutputFolderError
from hubtweets.model import ModelArtifact
from hubtweets.publishing.executors.interface import JobResult, run_job
from hubtweets.publishing.target import TrainingJob

ATTEMPTS = 2
"""How often a job is begun whose process dies; the second one goes on from the first one's checkpoint."""

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
    """A job that ended: with an artifact or a failure. `warnings` are what it had to say, such as of a lost tracker."""

    artifact: ModelArtifact | None = None
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()

    def result(self, job: TrainingJob, progress: Progress) -> JobResult:
        """The result of the job that this was; `progress` is told the warnings."""
        whose = ", ".join(f"@{handle}" for handle in job.data.handles) if job.data is not None else job.fingerprint[:12]
        for warning in self.warnings:
            progress.warn(f"{whose}: {warning}")
        return JobResult(job, self.artifact, None if self.failure is None else self.failure.error())


class _Warnings(Progress):
    def __init__(self) -> None:
        self.told: list[str] = []

    def warn(self, text: str) -> None:
        if len(self.told) < _MOST_WARNINGS:
            self.told.append(text)


def attempt(job: TrainingJob, token: str | None = None) -> Attempt:
    """Do a job where this runs."""
    artifact, failure, warnings = None, None, _Warnings()
    try:
        artifact = run_job(job, token=token, progress=warnings)
    except OutputFolderError as error:
        failure = Failure(error.message, error.hint, error.path)
    except HubtweetsError as error:
        failure = Failure(error.message, error.hint)
    except Exception as error:
        failure = Failure(f"{type(error).__name__}: {error}"[:500])
    return Attempt(artifact=artifact, failure=failure, warnings=tuple(warnings.told))
