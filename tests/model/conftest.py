"""Real training of small models: a corpus that is quick to learn, one finished run, and a base model in a folder."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hubtweets._shared.progress import Progress
from hubtweets.model import SCRATCH, ModelArtifact, TrainingConfig, find_base_model, fine_tune
from tests.support.models import save_tiny_gpt2

JOB = Path(__file__).with_name("job.py")


def make_texts(count: int, seed: int = 0) -> list[str]:
    """Sentences of a small grammar, all different."""
    choose = random.Random(seed)
    who = ["the lock keeper", "my sister", "a heron", "the old boat", "nobody", "our dog", "the river", "a stranger"]
    does = ["waits for", "opens", "looks at", "forgets", "sings about", "walks along", "dreams of", "repairs"]
    what = [
        "the gate",
        "the water",
        "an early morning",
        "the narrow bridge",
        "bread and cheese",
        "the rain",
        "a long winter",
    ]
    when = [
        "today",
        "again",
        "every Sunday",
        "before the snow",
        "at last",
        "while it rains",
        "since the flood",
        "at noon",
    ]
    texts: dict[str, None] = {}
    while len(texts) < count:
        parts = [choose.choice(who), choose.choice(does), choose.choice(what), choose.choice(when)]
        texts[f"{' '.join(parts)} {choose.randint(1, 99)} times"] = None
    return list(texts)


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()


class Notes(Progress):
    """Keeps what was noted and warned."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.warnings: list[str] = []

    def note(self, text: str) -> None:
        self.notes.append(text)

    def warn(self, text: str) -> None:
        self.warnings.append(text)


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture(scope="session")
def texts() -> list[str]:
    return make_texts(240)


@pytest.fixture(scope="session")
def quick() -> TrainingConfig:
    return TrainingConfig(epochs=2, block_size=64, prompts=("My dream is", "Today I"))


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the one run that many tests look at; they only read."""
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="session")
def trained(texts: list[str], quick: TrainingConfig, work: Path) -> ModelArtifact:
    return fine_tune({"keeper": texts}, find_base_model(SCRATCH), quick, work)


@pytest.fixture(scope="session")
def base_folder(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base model; see `save_tiny_gpt2`."""
    return save_tiny_gpt2(tmp_path_factory.mktemp("models") / "tiny-gpt2", texts)


@pytest.fixture
def start_job(tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts `job.py` in a process of its own; what it says comes line by line on its stdout."""
    started: list[subprocess.Popen[str]] = []

    def start(**job: Any) -> subprocess.Popen[str]:
        path = tmp_path / f"job-{len(started)}.json"
        path.write_text(json.dumps(job), "utf-8")
        process = subprocess.Popen(
            [sys.executable, "-W", "error", JOB, path],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONWARNINGS": "error"},
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
