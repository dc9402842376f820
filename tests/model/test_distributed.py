"""Several processes that torchrun or `accelerate launch` started: one training, one model, one commit."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import psutil
import pytest

from hubtweets._shared import distributed
from hubtweets.errors import UsageError
from hubtweets.localhub import LocalHub
from hubtweets.model import SCRATCH, TrainingConfig, find_base_model, fine_tune

from .conftest import JOB, digest

TORCHRUN = ("torch.distributed.run", "--standalone", "--nproc-per-node", "2")
ACCELERATE = (
    *("accelerate.commands.launch", "--multi_gpu", "--num_processes", "2", "--num_machines", "1"),
    *("--mixed_precision", "no", "--dynamo_backend", "no", "--main_process_port", "0"),
)
CONFIG = TrainingConfig(epochs=4, learning_rate=1e-3, batch_size=4, block_size=64, prompts=("I",))


def launch(launcher: Sequence[str], command: Sequence[str | Path], home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *launcher, *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "OMP_NUM_THREADS": "1"},
    )


@pytest.mark.slow
@pytest.mark.parametrize("launcher", [TORCHRUN, ACCELERATE], ids=["torchrun", "accelerate"])
def test_publish_trains_one_model_and_makes_one_commit(
    launcher: Sequence[str], texts: list[str], tmp_path: Path
) -> None:
    from huggingface_hub import HfApi

    posts, hub = tmp_path / "posts.csv", tmp_path / "hub"
    posts.write_text("\n".join(["id,tweet", *(f"{1000 + n},{text}" for n, text in enumerate(texts))]), "utf-8")
    options = ["--base-model", SCRATCH, "--epochs", "1", "--consent", "self", "--prompt", "I"]
    command = ["-m", "hubtweets", "publish", "keeper", "--posts", posts, "--hub", f"local:{hub}", *options]
    process = launch(launcher, [*command, "--json"], tmp_path)
    stdout, stderr = process.communicate(timeout=300)
    assert process.returncode == 0, stderr
    told = json.loads(stdout)  # one document: the followers say nothing
    assert told["changed"]
    assert told["record"]["run"]["hyperparameters"]["per_device_train_batch_size"] == 2
    with LocalHub(hub) as running:
        api = HfApi(endpoint=running.endpoint, token=running.token)
        commits = api.list_repo_commits(told["repo_id"])
    assert commits[0].commit_id == told["commit"]
    assert [commit.title for commit in commits if "posts of" in commit.title] == [
        f"Fine-tuned on {len(texts)} posts of @keeper"
    ]


@pytest.fixture
def start(tmp_path: Path, texts: list[str], base_folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a training of a model with dropout in two processes, in a folder."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path) -> subprocess.Popen[str]:
        job: dict[str, Any] = {"accounts": {"keeper": texts}, "base": str(base_folder), "folder": str(folder)}
        path = tmp_path / f"{folder.name}.json"
        path.write_text(json.dumps({**job, "settings": msgspec.to_builtins(CONFIG)}), "utf-8")
        started.append(launch(TORCHRUN, [JOB, path], tmp_path))
        return started[-1]

    yield start
    for process in started:
        process.terminate()
        process.communicate()


@pytest.mark.slow
def test_after_sigterm_the_same_command_goes_on_to_the_same_weights(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path, texts: list[str], base_folder: Path
) -> None:
    stdout, stderr = start(tmp_path / "whole").communicate(timeout=300)
    assert stdout.count("done") == 2, stderr  # each process has the result
    alone = fine_tune({"keeper": texts}, find_base_model(str(base_folder)), CONFIG, tmp_path / "alone")
    facts = json.loads((tmp_path / "whole" / "artifact.json").read_bytes())["run"]
    # dropout is drawn in each process, and so the weights are others than those of one
    assert facts["metrics"]["eval_loss"] == pytest.approx(alone.run.metrics["eval_loss"], abs=0.05)
    assert facts["log_history"][-1]["step"] == alone.run.log_history[-1].step

    stopped = start(tmp_path / "stopped")
    assert stopped.stdout is not None
    for line in stopped.stdout:
        step = re.match(r"Training (\d+)(?![\d,])", line)  # not the number of weights, which has a comma
        if step is not None and int(step[1]) >= facts["log_history"][1]["step"] * 3 // 2:
            break
    stopped.send_signal(signal.SIGTERM)
    stdout, _ = stopped.communicate(timeout=120)
    assert "done" not in stdout
    assert not (tmp_path / "stopped" / "model").exists()
    stdout, stderr = start(tmp_path / "stopped").communicate(timeout=300)
    assert stdout.count("done") == 2, stderr
    assert "Going on from checkpoint-" in stdout
    assert digest(tmp_path / "stopped" / "model") == digest(tmp_path / "whole" / "model")


@pytest.mark.slow
def test_after_sigkill_the_same_command_goes_on_to_the_same_weights(
    start: Callable[..., subprocess.Popen[str]], tmp_path: Path
) -> None:
    stdout, stderr = start(tmp_path / "whole").communicate(timeout=300)
    assert stdout.count("done") == 2, stderr
    epoch = json.loads((tmp_path / "whole" / "artifact.json").read_bytes())["run"]["log_history"][1]["step"]

    killed = start(tmp_path / "killed")
    assert killed.stdout is not None
    for line in killed.stdout:
        if line.startswith("Training ") and line.split()[1].isdigit() and int(line.split()[1]) > epoch + 1:
            break
    for worker in psutil.Process(killed.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # the launcher may have ended it already
            worker.kill()
    stdout, _ = killed.communicate(timeout=120)
    assert killed.returncode != 0
    assert "done" not in stdout
    assert not (tmp_path / "killed" / "model").exists()
    stdout, stderr = start(tmp_path / "killed").communicate(timeout=300)
    assert stdout.count("done") == 2, stderr
    assert "Going on from checkpoint-" in stdout
    assert digest(tmp_path / "killed" / "model") == digest(tmp_path / "whole" / "model")


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"WORLD_SIZE": "2"}, "not how they find each other"),
        (
            {"WORLD_SIZE": "4", "LOCAL_WORLD_SIZE": "2", "RANK": "0", "MASTER_ADDR": "x", "MASTER_PORT": "1"},
            "on several machines",
        ),
    ],
)
def test_processes_that_cannot_work_together_are_refused_before_any_work(
    variables: dict[str, str], said: str, texts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    base = find_base_model(SCRATCH)
    with pytest.raises(UsageError, match=said) as caught:
        fine_tune({"keeper": texts}, base, TrainingConfig(), tmp_path / "work")
    assert caught.value.hint
    assert not (tmp_path / "work").exists()


def test_without_a_launcher_a_process_agrees_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "1")
    assert not distributed.launched()
    assert (distributed.size(), distributed.leads(), distributed.agreed("x"), distributed.any_of(3)) == (
        1,
        True,
        "x",
        3,
    )
