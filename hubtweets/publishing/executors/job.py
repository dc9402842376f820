"""What a job of the Hub runs for `refresh --on jobs`: one training, from and to a private data set that is its mailbox.

`python -m hubtweets.publishing.executors.job MAILBOX FOLDER`. The folder outlives the job: another one goes on there.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import msgspec

from hubtweets import record
from hubtweets.publishing.executors.attempts import Attempt, Failure, attempt
from hubtweets.publishing.target import TrainingJob
from hubtweets.record import TrackedRun

JOB, POSTS, ANSWER = "job.json", "posts.json", "answer.json"

RESULT = (ANSWER, "artifact.json", "model/*", "tracking/*/runs.json")
"""What of the job's folder goes to the mailbox, in one commit."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """How a job ended, beside the files that it made."""

    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    tracked: tuple[dict[str, Any], ...] = ()

    @classmethod
    def of(cls, ended: Attempt) -> Answer:
        """The answer that tells of an attempt."""
        runs = ended.artifact.tracked if ended.artifact is not None else ()
        failure = ended.failure and Failure(ended.failure.message, ended.failure.hint)  # no path of that machine
        return cls(failure=failure, warnings=ended.warnings, tracked=tuple(record.to_data(run) for run in runs))

    def runs(self) -> tuple[TrackedRun, ...]:
        """The runs at trackers."""
        return tuple(record.from_data(run, TrackedRun) for run in self.tracked)


def to_json(value: Any) -> bytes:
    """Jobs and answers as they travel."""
    return msgspec.json.encode(value, enc_hook=str)


def job_from(content: bytes) -> TrainingJob:
    """What `to_json` made of a job."""
    return msgspec.json.decode(content, type=TrainingJob, dec_hook=lambda kind, value: kind(value))


def answer_from(content: bytes) -> Answer:
    """What `to_json` made of an answer."""
    return msgspec.json.decode(content, type=Answer, dec_hook=lambda kind, value: kind(value))


def main(mailbox: str, folder: Path) -> int:
    """Do the job that lies in `mailbox`, in `folder`, and leave the answer there; the exit status."""
    from huggingface_hub import HfApi

    token = os.environ["HF_TOKEN"]
    api = HfApi(token=token, library_name="hubtweets")
    sent = folder / "sent"
    api.snapshot_download(mailbox, repo_type="dataset", local_dir=sent, allow_patterns=[JOB, POSTS])
    job = msgspec.structs.replace(
        job_from((sent / JOB).read_bytes()), posts=sent / POSTS, folder=folder, endpoint=api.endpoint
    )
    answer = Answer.of(attempt(job, token))
    (folder / ANSWER).write_bytes(to_json(answer))
    api.upload_folder(
        repo_id=mailbox, repo_type="dataset", folder_path=folder, allow_patterns=list(RESULT), commit_message="Trained"
    )
    if answer.failure is not None:
        sys.stderr.write(f"{answer.failure.message}\n")  # for who reads the job's log
        return 1
    shutil.rmtree(folder)  # posts and weights are nowhere but in the mailbox now, which goes too
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
