"""`hubtweets push DIR`: a model that somebody's own Trainer made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import hubtweets as hubtweets_package
from hubtweets import LocalHub, card

from .conftest import commit_count, did

Cli = Callable[..., subprocess.CompletedProcess[str]]

REPO = "me/bot"


@pytest.fixture(scope="module")
def output_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a real Trainer leaves behind: model, state, arguments, metrics, checkpoints, and its own README."""
    from transformers import (
        GPT2Config,
        GPT2LMHeadModel,
        PrinterCallback,
        Trainer,
        TrainingArguments,
        default_data_collator,
        set_seed,
    )

    folder = tmp_path_factory.mktemp("secret-project") / "out"
    set_seed(1)
    model = GPT2LMHeadModel(GPT2Config(vocab_size=64, n_positions=32, n_embd=16, n_layer=1, n_head=2))
    rows = [{"input_ids": [n % 64] * 16, "labels": [n % 64] * 16} for n in range(32)]
    args = TrainingArguments(
        output_dir=str(folder), num_train_epochs=2, learning_rate=0.001, per_device_train_batch_size=4, seed=7,
        eval_strategy="epoch", save_strategy="epoch", report_to="none", use_cpu=True, disable_tqdm=True,
        dataloader_pin_memory=False,
    )  # fmt: skip
    trainer = Trainer(
        model=model, args=args, train_dataset=rows, eval_dataset=rows, data_collator=default_data_collator
    )
    trainer.remove_callback(PrinterCallback)
    result = trainer.train()
    trainer.save_metrics("train", result.metrics)
    trainer.save_metrics("eval", trainer.evaluate())
    trainer.save_state()
    trainer.save_model()
    (folder / "optimizer.pt").write_bytes(b"state")
    (folder / "notes.txt").write_text("private")
    return folder


def push(hubtweets: Cli, folder: Path, hub: Path, *more: str) -> dict[str, Any]:
    done = hubtweets("push", folder, "--repo-id", REPO, "--hub", f"local:{hub}", "--json", *more)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def in_repo(hub: Path, *git: str) -> str:
    command = ["git", "-C", str(hub / "repos" / "models" / f"{REPO}.git"), *git]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


@pytest.mark.thorough
def test_the_card_states_the_facts_of_the_run(output_dir: Path, tmp_path: Path, hubtweets: Cli) -> None:
    answer = push(hubtweets, output_dir, tmp_path / "hub", "--base-model", "me/base")
    assert did(answer) == ("changed", "uploaded")
    run = answer["record"]["run"]
    assert run["hyperparameters"]["learning_rate"] == 0.001
    assert run["hyperparameters"]["num_train_epochs"] == 2
    assert run["seed"] == 7
    evaluated = json.loads((output_dir / "eval_results.json").read_text())["eval_loss"]
    assert run["metrics"]["eval_loss"] == pytest.approx(evaluated, abs=1e-4)
    assert [entry["epoch"] for entry in run["log_history"]] == [1.0, 2.0]
    assert answer["record"]["base_model"] == "me/base"
    assert "secret-project" not in json.dumps(answer["record"])
    text = in_repo(tmp_path / "hub", "show", "main:README.md")
    assert "base_model: me/base" in text
    assert "A model for text generation, fine-tuned from [me/base](https://huggingface.co/me/base).\n" in text
    assert "- huggingtweets\n" not in text, "it is not known to be a bot"
    found = card.read(text)
    assert found.exact
    assert found.record is not None
    assert found.record.repo_id == REPO
    files = in_repo(tmp_path / "hub", "ls-tree", "--name-only", "main").split()
    expected = [".gitattributes", "README.md", "config.json", "generation_config.json", "model.safetensors"]
    assert sorted(files) == sorted(expected)


def test_from_python_with_paths_as_text(output_dir: Path, tmp_path: Path) -> None:
    done = hubtweets_package.push(str(output_dir), repo_id=REPO, hub=f"local:{tmp_path / 'hub'}")
    assert (done.action, done.weights) == ("changed", "uploaded")
    assert commit_count(tmp_path / "hub", REPO) == 1


@pytest.mark.thorough
def test_again_it_changes_nothing(output_dir: Path, tmp_path: Path, hubtweets: Cli) -> None:
    first = push(hubtweets, output_dir, tmp_path / "hub")
    again = push(hubtweets, output_dir, tmp_path / "hub")
    assert (first["changed"], again["changed"]) == (True, False)
    assert again["commit"] == first["commit"]
    assert commit_count(tmp_path / "hub", REPO) == 1


@pytest.mark.slow
def test_a_readme_by_a_person_is_published_as_it_is(output_dir: Path, tmp_path: Path, hubtweets: Cli) -> None:
    folder = tmp_path / "out"
    shutil.copytree(output_dir, folder)
    mine = "---\ntags:\n- mine\n---\n\n# By hand\n"
    (folder / "README.md").write_text(mine)
    push(hubtweets, folder, tmp_path / "hub")
    assert in_repo(tmp_path / "hub", "show", "main:README.md") == mine


@pytest.mark.slow
def test_a_readme_by_a_person_does_not_overwrite_another_on_the_hub(
    output_dir: Path, tmp_path: Path, hubtweets: Cli
) -> None:
    folder, hub = tmp_path / "out", tmp_path / "hub"
    shutil.copytree(output_dir, folder)
    for number, text in enumerate(("# First\n", "# Second\n")):
        (folder / "README.md").write_text(f"---\ntags:\n- mine\n---\n\n{text}")
        if number == 0:
            push(hubtweets, folder, hub)
    done = hubtweets("push", folder, "--repo-id", REPO, "--hub", f"local:{hub}")
    assert done.returncode == 1, done.stdout
    assert "--on-conflict" in done.stderr
    assert "# First" in in_repo(hub, "show", "main:README.md")
    push(hubtweets, folder, hub, "--on-conflict", "keep-ours")
    assert "# Second" in in_repo(hub, "show", "main:README.md")


@pytest.mark.thorough
def test_dry_run(output_dir: Path, tmp_path: Path, hubtweets: Cli) -> None:
    assert did(push(hubtweets, output_dir, tmp_path / "hub", "--dry-run")) == ("planned", "uploaded")
    assert not (tmp_path / "hub" / "repos" / "models" / f"{REPO}.git").exists()


@pytest.mark.thorough
def test_a_folder_without_a_model(tmp_path: Path, hubtweets: Cli) -> None:
    done = hubtweets("push", tmp_path, "--repo-id", REPO, "--hub", f"local:{tmp_path / 'hub'}")
    assert done.returncode == 1
    assert "has no model in it" in done.stderr
    assert "next:" in done.stderr


@pytest.mark.slow
def test_what_takes_long_is_told(output_dir: Path, tmp_path: Path) -> None:
    """In a fresh interpreter, where the libraries are not loaded yet."""
    with LocalHub(tmp_path / "hub") as hub:
        command = [sys.executable, "-m", "hubtweets", "push", output_dir, "--repo-id", REPO]
        environment = {**os.environ, "HF_ENDPOINT": hub.endpoint, "HF_TOKEN": hub.token}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "Starting PyTorch: " in done.stderr
    assert "Loading a copy of the model, as others will: " in done.stderr
