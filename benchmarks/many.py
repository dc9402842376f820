"""Many accounts: several trainings at a time against one after the other, and the plan for a large table."""

from __future__ import annotations

import csv
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import psutil

TITLE = "Many accounts"

_ACCOUNTS, _STEPS = 24, 30
_TABLE_ACCOUNTS, _TABLE_POSTS = 10_000, 500
_WORDS = ("the tide of day {} was late", "nobody on the quay had noticed", "and the gulls of {} kept their own counsel")


def measure() -> str:
    """Wall time of 24 tiny accounts, three ways; what goes through the driver; memory of a plan for 5 million rows."""
    with tempfile.TemporaryDirectory() as folder:
        return _trainings(Path(folder)) + "\n\n" + _table(Path(folder))


def _trainings(folder: Path) -> str:
    posts = _posts(folder / "posts.csv", _ACCOUNTS, 120)
    accounts = folder / "accounts.csv"
    accounts.write_text("handle\n" + "".join(f"account{number}\n" for number in range(_ACCOUNTS)))
    ways = {"one after the other": [], "`--jobs 2`": ["--jobs", "2"]}
    if find_spec("ray"):
        ways["`--on ray`, 2 cores"] = ["--on", "ray"]
    base = ["--each", accounts, "--posts", posts, "--base-model", "scratch:tiny", "--max-steps", _STEPS]
    seconds = {}
    for number, (way, options) in enumerate(ways.items()):
        begin = time.perf_counter()
        _publish(folder / f"hub{number}", *base, "--work-dir", folder / f"work{number}", *options)
        seconds[way] = time.perf_counter() - begin
    alone = seconds["one after the other"]
    rows = "".join(f"| {way} | {taken:,.0f} | {alone / taken:.2f}x |\n" for way, taken in seconds.items())
    job, answer, weights = _travels(folder / "work0")
    return (
        f"`publish --each` of {_ACCOUNTS} accounts, {_STEPS} steps of `scratch:tiny` each, to a local Hub, on 2 cores "
        "(at least 1.5x is the aim); starting Python, the libraries and Ray is in it.\n\n"
        f"| | seconds | |\n| --- | ---: | ---: |\n{rows}\n"
        f"Between whoever submits and the worker go {job / 1e3:,.1f} kB for a job and {answer / 1e3:,.1f} kB for its "
        f"answer (under 1 MB is the aim); the {weights / 1e6:,.1f} MB of files stay on the workers' storage, and "
        "go to the Hub from there."
    )


def _travels(work: Path) -> tuple[int, int, int]:
    """Bytes of a job, and of its answer, as an engine carries them; and of the model."""
    from hubtweets.model.artifact import read_artifact
    from hubtweets.model.trackers import DataFacts
    from hubtweets.publishing.config import TrainingConfig
    from hubtweets.publishing.executors.attempts import Attempt
    from hubtweets.hub.commits import StoredFile
    from hubtweets.publishing.target import TrainingJob, Uploaded

    folder = next(path for path in work.iterdir() if (path / "artifact.json").exists())
    artifact = read_artifact(folder)
    assert artifact is not None
    job = TrainingJob(
        fingerprint="f" * 64, posts=folder / "posts.json", digest="d" * 64, base_model="scratch:tiny", revision=None,
        endpoint="https://huggingface.co", config=TrainingConfig(), folder=folder, repo_id="me/account0",
        data=DataFacts(handles=("account0",), facts={}),
    )  # fmt: skip
    files = artifact.files
    uploaded = Uploaded(files={name: StoredFile("d" * 64, path.stat().st_size) for name, path in files.items()})
    size = sum(path.stat().st_size for path in files.values())
    return len(pickle.dumps(job)), len(pickle.dumps(Attempt(artifact=artifact, uploaded=uploaded))), size


def _table(folder: Path) -> str:
    posts = _posts(folder / "table.csv", _TABLE_ACCOUNTS, _TABLE_POSTS)
    accounts = folder / "many.csv"
    accounts.write_text("handle,repo_id\n" + "".join(f"account{n},me/account{n}\n" for n in range(_TABLE_ACCOUNTS)))
    begin = time.perf_counter()
    peak = _publish(
        folder / "hub", "--each", accounts, "--posts", posts, "--base-model", "scratch:tiny", "--dry-run",
        "--work-dir", folder / "tables",
    )  # fmt: skip
    return (
        f"A CSV of {_TABLE_ACCOUNTS * _TABLE_POSTS:,} posts of {_TABLE_ACCOUNTS:,} accounts, mixed "
        f"({posts.stat().st_size / 1e6:,.0f} MB): `publish --each --dry-run` plans all of them in "
        f"**{peak / 1e6:,.0f} MB** (at most 500 MB is the aim), {time.perf_counter() - begin:,.0f} s."
    )


def _posts(path: Path, accounts: int, each: int) -> Path:
    """A table in which the posts of all accounts are mixed."""
    with path.open("w", newline="") as file:
        write = csv.writer(file).writerow
        write(["username", "text"])
        for number in range(each):
            text = ", ".join(_WORDS).format(number, number)
            for account in range(accounts):
                write([f"account{account}", f"{account}: {text}"])
    return path


def _publish(hub: Path, *arguments: object) -> int:
    """Run `hubtweets publish` against a Hub of its own; the most memory that its process had."""
    from hubtweets import LocalHub

    with LocalHub(hub) as served:
        environment = {**os.environ, "HF_TOKEN": served.token, "HF_ENDPOINT": served.endpoint, "OMP_NUM_THREADS": "1"}
        environment["RAY_worker_niceness"] = "0"  # as the others are
        command: Sequence[str] = [
            sys.executable, "-m", "hubtweets", "publish", *map(str, arguments), "--namespace", served.user,
            "--consent", "agreed", "--quiet", "--ledger", str(hub / "bench-ledger.sqlite3"),
        ]  # fmt: skip
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        peak, seen = 0, psutil.Process(process.pid)
        while process.poll() is None:
            try:
                peak = max(peak, seen.memory_info().rss)
            except psutil.NoSuchProcess:
                break
            time.sleep(0.2)
        if process.wait() != 0:
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
        return peak
