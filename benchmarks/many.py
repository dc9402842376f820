"""Many accounts: several trainings at a time against one after the other, and what goes through the driver."""

from __future__ import annotations

import pickle
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks._accounts import posts_table, publish

TITLE = "Many accounts"

_ACCOUNTS, _STEPS = 24, 30


def measure() -> str:
    """Wall time of 24 tiny accounts, three ways; what goes through the driver."""
    with tempfile.TemporaryDirectory() as folder:
        return _trainings(Path(folder))


def _trainings(folder: Path) -> str:
    posts = posts_table(folder / "posts.csv", _ACCOUNTS, 120)
    accounts = folder / "accounts.csv"
    accounts.write_text("handle\n" + "".join(f"account{number}\n" for number in range(_ACCOUNTS)))
    ways = {"one after the other": [], "`--jobs 2`": ["--jobs", "2"]}
    if find_spec("ray"):
        ways["`--on ray`, 2 cores"] = ["--on", "ray"]
    base = ["--each", accounts, "--posts", posts, "--base-model", "scratch:tiny", "--max-steps", _STEPS]
    measured = {}
    for number, (way, options) in enumerate(ways.items()):
        work = folder / f"work{number}"
        measured[way] = publish(folder / f"hub{number}", *base, "--work-dir", work, *options)
    alone = measured["one after the other"].seconds
    rows = "".join(
        f"| {way} | {one.seconds:,.0f} | {alone / one.seconds:.2f}x | {one.processors:,.0f} |\n"
        for way, one in measured.items()
    )
    job, answer, weights = _travels(folder / "work0")
    return (
        f"`publish --each` of {_ACCOUNTS} accounts, {_STEPS} steps of `scratch:tiny` each, to a local Hub, on 2 cores "
        "(at least 1.5x is the aim); starting Python, the libraries and Ray is in it.\n\n"
        f"| | seconds | | seconds of processors |\n| --- | ---: | ---: | ---: |\n{rows}\n"
        f"Between whoever submits and the worker go {job / 1e3:,.1f} kB for a job and {answer / 1e3:,.1f} kB for its "
        f"answer (under 1 MB is the aim); the {weights / 1e6:,.1f} MB of files stay on the workers' storage, and "
        "go to the Hub from there."
    )


def _travels(work: Path) -> tuple[int, int, int]:
    """Bytes of a job, and of its answer, as an engine carries them; and of the model."""
    from hubtweets.hub.commits import StoredFile
    from hubtweets.model.artifact import read_artifact
    from hubtweets.model.trackers import DataFacts
    from hubtweets.publishing.config import TrainingConfig
    from hubtweets.publishing.executors.attempts import Attempt
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
