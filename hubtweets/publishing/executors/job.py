"""What a job of the Hub runs for `--on jobs`: one training, from and to a private data set that is its mailbox.

`python -m hubtweets.publishing.executors.job MAILBOX FOLDER`. The folder outlives the job: another one goes on there.
The model goes from here to its repo, where the token may write there, and only small files go to the mailbox. Where the
training is, is told in the job's log, for people and for whoever submitted it.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec

from hubtweets import record
from hubtweets.model.status import TrainingStatus, read_status
from hubtweets.publishing.executors.attempts import Attempt, Failure, attempt
from hubtweets.publishing.target import TrainingJob, Uploaded
from hubtweets.record import TrackedRun

JOB, POSTS, ANSWER = "job.json", "posts.json", "answer.json"

RESULT = (ANSWER, "artifact.json", "model/*", "gguf/*", "tracking/*/runs.json")
"""What of the job's folder goes to the mailbox, in one commit, but for what was sent to the model's repo."""

_STATUS = "training status: "
"""What a line of the log begins with that tells where the training is."""

_SECONDS = 2.0
"""Between two such lines."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """How a job ended, beside the files that it made."""

    failure: Failure | None = None
    warnings: tuple[str, ...] = ()
    tracked: tuple[dict[str, Any], ...] = ()
    gguf: tuple[str, ...] = ()
    uploaded: Uploaded | None = None

    @classmethod
    def of(cls, ended: Attempt) -> Answer:
        """The answer that tells of an attempt."""
        runs = ended.artifact.tracked if ended.artifact is not None else ()
        return cls(
            failure=ended.failure and Failure(ended.failure.message, ended.failure.hint),  # no path of that machine
            warnings=ended.warnings,
            tracked=tuple(record.to_data(run) for run in runs),
            gguf=tuple(path.name for path in ended.artifact.gguf) if ended.artifact is not None else (),
            uploaded=ended.uploaded,
        )

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


def status_in(line: str) -> TrainingStatus | None:
    """Where a training is, if this line of its job's log tells."""
    if not line.startswith(_STATUS):
        return None
    try:
        return msgspec.json.decode(line.removeprefix(_STATUS), type=TrainingStatus)
    except msgspec.DecodeError:
        return None


def _tell_status(folder: Path, over: threading.Event) -> None:
    """Write into the log where the training in `folder` is, until it is over."""
    told = read_status(folder)  # of an earlier job, whose folder this is too
    while not over.wait(_SECONDS):
        status = read_status(folder)
        if status is not None and status != told:
            told = status
            sys.stdout.write(f"{_STATUS}{msgspec.json.encode(status).decode()}\n")
            sys.stdout.flush()


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
    over = threading.Event()
    threading.Thread(target=_tell_status, args=(folder, over), daemon=True).start()
    ended = attempt(job, token, uploads=True)
    over.set()
    answer = Answer.of(ended)
    (folder / ANSWER).write_bytes(to_json(answer))
    files = ended.artifact.files if ended.artifact is not None else {}
    there = answer.uploaded.files if answer.uploaded is not None else {}
    api.upload_folder(
        repo_id=mailbox,
        repo_type="dataset",
        folder_path=folder,
        allow_patterns=list(RESULT),
        ignore_patterns=[path.relative_to(folder).as_posix() for name, path in files.items() if name in there],
        commit_message="Trained",
    )
    if answer.failure is not None:
        sys.stderr.write(f"{answer.failure.message}\n")  # for who reads the job's log
        return 1
    shutil.rmtree(folder)  # posts and weights are nowhere but in the mailbox now, which goes too
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
