"""What an executor is: it takes training jobs, gives results as they come, and can be told to stop.

A job is plain data, so that it can go to another process or machine; `run_job` is what is to be called there. How many
run at once, where, and what is done about a worker that dies is the engine's own business. Commits are not: whoever
submits makes them, under one budget.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from hubtweets import model
from hubtweets._shared import disk
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import ModelError, UsageError
from hubtweets.model import ModelArtifact, gguf_files, workdir
from hubtweets.model.trackers import Trackers
from hubtweets.publishing.target import TrainingJob, Uploaded

_POSTS = "posts.json"


class JobResult(NamedTuple):
    """How a job ended: with an artifact, or with an error that is this job's alone. `uploaded` is what of the artifact
    is in the storage of the job's repo already."""

    job: TrainingJob
    artifact: ModelArtifact | None
    error: Exception | None = None
    uploaded: Uploaded | None = None


class Executor(Protocol):
    """Runs jobs. Used by one thread, `submit` aside, which several may call."""

    def submit(self, job: TrainingJob) -> None:
        """Take a job; a job that is known (by its fingerprint) already is not run twice."""

    def results(self) -> Iterator[JobResult]:
        """The results of all jobs that were submitted, as they come; ends when there is none left.

        A job that fails is a result with an error; an interruption (Ctrl-C) is raised.
        """

    def cancel(self) -> None:
        """Stop what runs, so that the same jobs can go on later from their checkpoints. No further results."""


def run_job(
    job: TrainingJob, *, token: str | None = None, progress: Progress = SILENT, patience: float = 0.0
) -> ModelArtifact:
    """Do a job, here and now: in the place that an executor took it to.

    Args:
        token: what base models are asked for with.
        patience: seconds that an earlier process may still be at work in the job's folder.

    Raises:
        BaseModelError: when the base model is not there at the revision that the job names, or cannot be loaded.
        TrackerError: when a tracker could not be used, such as without a key.
        ModelError: when the file of posts is not the job's, or whatever else ends the training.
    """
    texts, answered = read_texts(job.posts, job.digest)
    base = model.find_base_model(job.base_model, endpoint=job.endpoint, token=token)
    if job.revision is not None:
        base = msgspec.structs.replace(base, revision=job.revision)
    with Trackers.open(job.tracking, job.folder, progress) as trackers:
        if job.data is not None:
            trackers.data(msgspec.structs.replace(job.data, posts=texts))
        artifact = model.fine_tune(
            texts,
            base,
            job.config,
            job.folder,
            answered=answered,
            fingerprint=job.fingerprint,
            trackers=trackers,
            progress=progress,
            patience=patience,
        )
        tracked = trackers.tracked()
    return msgspec.structs.replace(artifact, tracked=tracked, gguf=_converted(job, artifact, progress))


def _converted(job: TrainingJob, artifact: ModelArtifact, progress: Progress) -> tuple[Path, ...]:
    """The model as the GGUF files that are wanted, beside it."""
    if not job.gguf or job.repo_id is None:
        return ()
    name = job.repo_id.rpartition("/")[2]
    try:
        return tuple(gguf_files.write(artifact.folder, job.folder / gguf_files.FOLDER, name, job.gguf).values())
    except UsageError as error:  # found out late, of a base that tells only when it is loaded: the model is whole
        progress.warn(f"{error.message} It is published without.")
        return ()


def write_texts(
    folder: Path, accounts: Mapping[str, Sequence[str]], answered: Mapping[str, str] | None = None
) -> tuple[Path, str]:
    """Write the kept texts of each handle to a file in `folder` that only the user may read; its path and SHA-256.

    A text that `answered` has the post before of is there as a pair of the two, that post last.

    Raises:
        OutputFolderError: when `folder` cannot be made or written.
    """
    workdir.make(folder)
    before = answered or {}
    content = msgspec.json.encode(
        {
            handle: [(text, before[text]) if text in before else text for text in texts]
            for handle, texts in accounts.items()
        }
    )
    digest = disk.sha256(content)
    path = disk.private_folder(folder) / _POSTS
    if not path.exists() or disk.sha256(path) != digest:
        disk.write_bytes(path, content, private=True)
    return path, digest


def read_texts(path: Path, digest: str) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The texts of each handle in such a file, and which of them answers which post.

    Raises:
        ModelError: when it is missing, or another file than the one that was written.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"The posts to train on cannot be read: {path}: {error.strerror}.", hint="Run the same command again."
        ) from error
    if disk.sha256(content) != digest:
        raise ModelError(f"{path} does not hold the posts of this training.", hint="Run the same command again.")
    entries = msgspec.json.decode(content, type=dict[str, list[str | tuple[str, str]]])
    texts = {handle: [x if isinstance(x, str) else x[0] for x in rows] for handle, rows in entries.items()}
    return texts, dict(x for rows in entries.values() for x in rows if not isinstance(x, str))


def trained_on(folder: Path) -> set[str]:
    """The handles, in lower case, whose posts lie in a training's folder; none where no such file can be read."""
    try:
        return {handle.lower() for handle in msgspec.json.decode((folder / _POSTS).read_bytes(), type=dict[str, Any])}
    except (OSError, msgspec.DecodeError):
        return set()
