"""Trains as jobs of the Hub, one for each training; what a job needs and answers goes through a private data set.

That data set is made for the job and deleted after it; the model goes to its repo from the job. Checkpoints are in a
private bucket, from which a job goes on whose machine is gone or whose time was up. A run that was stopped finds its
jobs again by their labels.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from importlib import metadata
from typing import TYPE_CHECKING

import msgspec

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import HubError, ModelError, NotLoggedInError, UsageError
from hubtweets.hub.failures import LOG_IN, translated
from hubtweets.model import gguf_files
from hubtweets.model.artifact import read_artifact
from hubtweets.model.status import write_status
from hubtweets.publishing.executors.attempts import ATTEMPTS, Attempt, Failure
from hubtweets.publishing.executors.interface import JobResult
from hubtweets.publishing.executors.job import ANSWER, JOB, POSTS, RESULT, answer_from, status_in, to_json
from hubtweets.publishing.private_datasets import make_private
from hubtweets.publishing.target import TrainingJob

if TYPE_CHECKING:
    from huggingface_hub import HfApi

LABEL = "hubtweets"
"""The label of every job that hubtweets makes, by which `--list`, `--remove` and a later run know them."""

BUCKET = "hubtweets-state"
"""The private bucket of a namespace that keeps what outlives a job: what was paid for, checkpoints, the ledger."""

MOUNT = "/state"
"""Where a job finds it."""

_ENDED = frozenset({"COMPLETED", "ERROR", "CANCELED", "DELETED"})
_FIRST_LOOK, _SLOWEST_LOOK = 0.2, 10.0  # seconds between two looks at jobs
_MOST_FAILED_LOOKS = 10

_MOST_FOLLOWED = 32
"""Jobs whose logs are followed at the same time, each over a connection of its own."""


class _Running:
    """One job under way; `id` is the newest one that does it, None where its answer lies in the mailbox already."""

    def __init__(self, job: TrainingJob, api: HfApi, mailbox: str) -> None:
        self.job, self.api, self.mailbox = job, api, mailbox
        self.id: str | None = None
        self.followed: str | None = None
        self.attempts = 0
        self.failed_looks = 0


class Jobs:
    """See `hubtweets.publishing.executors.interface.Executor`. Jobs begin when they are submitted.

    Args:
        flavor: the hardware, such as `t4-small`.
        hours: the time limit of each job, which is always set: the Hub's own ends a training after 30 minutes.
        token: makes the jobs, and is their secret.
        progress: is told where each job is, and what trainings warn of.

    Raises:
        NotLoggedInError: without a token.
    """

    def __init__(self, *, flavor: str, hours: float, token: str | None, progress: Progress = SILENT) -> None:
        if not token:
            raise NotLoggedInError("Trainings as jobs of the Hub need a token that may start jobs.", hint=LOG_IN)
        self._flavor, self._hours, self._token = flavor, hours, token
        self._progress = progress
        self._lock = threading.Lock()
        self._known: set[str] = set()
        self._running: list[_Running] = []
        self._refused: list[JobResult] = []
        self._cancelled = threading.Event()
        self._followers = threading.Semaphore(_MOST_FOLLOWED)

    def submit(self, job: TrainingJob) -> None:
        """See `Executor.submit`."""
        with self._lock:
            if job.fingerprint in self._known:
                return
            self._known.add(job.fingerprint)
        try:
            running = self._begun(job)
        except (HubError, UsageError) as error:
            with self._lock:
                self._refused.append(JobResult(job, None, error))
            return
        with self._lock:
            self._running.append(running)

    def results(self) -> Iterator[JobResult]:
        """See `Executor.results`."""
        wait = _FIRST_LOOK
        while not self._cancelled.is_set():
            with self._lock:
                refused, self._refused = self._refused, []
                running = list(self._running)
            yield from refused
            if not running and not refused:
                return
            for one in running:
                if (result := self._looked_at(one)) is not None:
                    one.followed = None
                    with self._lock:
                        self._running.remove(one)
                    yield result
            self._cancelled.wait(wait)
            wait = min(_SLOWEST_LOOK, wait * 1.3)

    def cancel(self) -> None:
        """See `Executor.cancel`."""
        self._cancelled.set()
        with self._lock:
            running = list(self._running)
        for one in running:
            if one.id is not None:
                try:
                    with translated(one.api.endpoint):
                        one.api.cancel_job(job_id=one.id, namespace=one.mailbox.partition("/")[0])
                except HubError as error:
                    self._progress.warn(f"The job {one.id} could not be stopped: {error.message}")

    def _begun(self, job: TrainingJob) -> _Running:
        """A job with its mailbox; the one that an earlier run began, where it is still there."""
        from huggingface_hub import CommitOperationAdd, HfApi

        api = HfApi(endpoint=job.endpoint, token=self._token, library_name="hubtweets")
        with translated(api.endpoint):
            namespace = str(api.whoami()["name"])
            running = _Running(job, api, f"{namespace}/hubtweets-job-{job.fingerprint[:24]}")
            make_private(api, running.mailbox, "posts")
            if api.file_exists(running.mailbox, ANSWER, repo_type="dataset"):
                return running
            files = {JOB: to_json(job), POSTS: job.posts.read_bytes()}
            add = [CommitOperationAdd(name, content) for name, content in files.items()]
            api.create_commit(running.mailbox, add, repo_type="dataset", commit_message="A training")
            labels = {LABEL: "training", "fingerprint": job.fingerprint[:24]}
            for info in api.list_jobs(labels=labels, namespace=namespace):
                if info.status.stage not in _ENDED:
                    running.id, running.attempts = info.id, 1
                    return running
        self._start(running)
        return running

    def _start(self, running: _Running) -> None:
        from huggingface_hub import Volume

        job, api = running.job, running.api
        namespace = running.mailbox.partition("/")[0]
        trackers = {name.partition("-")[0] for name in job.tracking.trackers}
        extras = ",".join(["train", *sorted(trackers & {"wandb", "trackio"})])
        told = {name: os.environ[name] for name in os.environ if name.startswith(("WANDB_", "TRACKIO_")) and trackers}
        with translated(api.endpoint):
            api.create_bucket(f"{namespace}/{BUCKET}", private=True, exist_ok=True)
            info = api.run_uv_job(
                "python",
                script_args=[
                    "-m",
                    "hubtweets.publishing.executors.job",
                    running.mailbox,
                    f"{MOUNT}/trainings/{job.fingerprint[:24]}",
                ],
                dependencies=[f"hubtweets[{extras}]=={metadata.version('hubtweets')}"],
                env={"HF_ENDPOINT": api.endpoint},
                secrets={"HF_TOKEN": self._token, **told},
                flavor=self._flavor,
                timeout=int(self._hours * 3600),
                labels={LABEL: "training", "fingerprint": job.fingerprint[:24]},
                name="hubtweets-training",
                volumes=[Volume(type="bucket", source=f"{namespace}/{BUCKET}", mount_path=MOUNT)],
                namespace=namespace,
            )
        running.id = str(info.id)
        running.attempts += 1
        self._progress.note(f"A training runs as the job {info.id}: {info.url}")

    def _looked_at(self, running: _Running) -> JobResult | None:
        """The result of a job that has ended; one that died is begun again once."""
        namespace = running.mailbox.partition("/")[0]
        try:
            ended, message = True, None
            if running.id is not None:
                with translated(running.api.endpoint):
                    status = running.api.inspect_job(job_id=running.id, namespace=namespace).status
                ended, message = status.stage in _ENDED, status.message or status.stage
            if not ended:
                running.failed_looks = 0
                self._follow(running)
                return None
            answer = self._answer(running)
            if answer is None and running.attempts < ATTEMPTS:
                self._progress.warn(
                    f"The job {running.id} ended: {message}; another one goes on from its last checkpoint."
                )
                self._start(running)
                return None
            self._delete_mailbox(running)
        except HubError as error:
            running.failed_looks += 1
            return JobResult(running.job, None, error) if running.failed_looks >= _MOST_FAILED_LOOKS else None
        if answer is not None:
            return answer.result(running.job, self._progress)
        hint = f"hf jobs logs {running.id} says more; --hours gives a job more time, --flavor more memory."
        reason = f"Its job ended, {running.attempts} times: {message}"
        return JobResult(running.job, None, ModelError(reason, hint=hint))

    def _follow(self, running: _Running) -> None:
        """Keep where a job's training is in the folder here, where it is looked for, as its log tells."""
        if running.followed == running.id:
            return
        if not self._followers.acquire(blocking=False):
            return  # another one ends first
        running.followed = running.id
        threading.Thread(target=self._read_log, args=(running, running.id), daemon=True).start()

    def _read_log(self, running: _Running, job_id: str) -> None:
        namespace = running.mailbox.partition("/")[0]
        try:
            with translated(running.api.endpoint):
                for line in running.api.fetch_job_logs(job_id=job_id, namespace=namespace, follow=True):
                    if running.followed != job_id:
                        return
                    if (status := status_in(line)) is not None:
                        write_status(running.job.folder, status)
        except Exception as error:  # what is shown meanwhile is no reason to fail
            self._progress.note(f"Where the job {job_id} is cannot be told: {error}")
        finally:
            self._followers.release()

    def _answer(self, running: _Running) -> Attempt | None:
        """What lies in the mailbox, with the model in the job's folder here; None where the job left nothing."""
        folder = running.job.folder
        with translated(running.api.endpoint):
            if not running.api.file_exists(running.mailbox, ANSWER, repo_type="dataset"):
                return None
            running.api.snapshot_download(
                running.mailbox, repo_type="dataset", local_dir=folder, allow_patterns=list(RESULT)
            )
        shutil.rmtree(folder / ".cache", ignore_errors=True)  # what huggingface_hub notes of its download
        try:
            answer = answer_from((folder / ANSWER).read_bytes())
        except msgspec.DecodeError as error:
            return Attempt(failure=Failure(f"Its job left an answer that cannot be read: {error}"))
        (folder / ANSWER).unlink()
        artifact = read_artifact(folder) if answer.failure is None else None
        if artifact is not None:
            converted = tuple(folder / gguf_files.FOLDER / name for name in answer.gguf)
            artifact = msgspec.structs.replace(artifact, tracked=answer.runs(), gguf=converted)
        return Attempt(artifact=artifact, failure=answer.failure, warnings=answer.warnings, uploaded=answer.uploaded)

    def _delete_mailbox(self, running: _Running) -> None:
        with translated(running.api.endpoint):
            running.api.delete_repo(running.mailbox, repo_type="dataset", missing_ok=True)
