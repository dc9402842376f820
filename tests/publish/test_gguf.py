"""`publish --gguf`: the files are part of the one commit, the card says so, and a newer model's take their place."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import EXAMPLE, QUICK, REPO

Cli = Callable[..., subprocess.CompletedProcess[str]]
NAME = REPO.partition("/")[2]


def git(folder: Path, *command: str) -> str:
    repo = folder / "repos" / "models" / f"{REPO}.git"
    return subprocess.run(["git", "-C", str(repo), *command], capture_output=True, check=True, text=True).stdout


def publish(hubtweets: Cli, folder: Path, *options: str) -> Any:
    done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{folder}", "--json", *options)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_gguf_files_are_in_the_commit_of_their_model(tmp_path: Path, hubtweets: Cli) -> None:
    folder = tmp_path / "hub"
    answer = publish(hubtweets, folder, "--gguf", "q8_0,F16")
    assert answer["record"]["gguf"] == ["Q8_0", "F16"]
    names = set(git(folder, "diff-tree", "--name-only", "--no-commit-id", "-r", "main").split())
    files = {f"gguf/{NAME}-Q8_0.gguf", f"gguf/{NAME}-F16.gguf"}
    assert files | {"README.md", "model.safetensors"} <= names
    card = git(folder, "show", "main:README.md")
    assert f"ollama run hf.co/{REPO}:Q8_0" in card
    assert "base_model_relation" not in card  # made from scratch
    assert not publish(hubtweets, folder, "--gguf", "q8_0,f16")["changed"]
    newer = publish(hubtweets, folder, "--seed", "7")
    assert newer["record"].get("gguf") is None
    assert not files & set(git(folder, "ls-tree", "-r", "--name-only", "main").split())
    assert "ollama" not in git(folder, "show", "main:README.md")


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("options", "why"), [(("--gguf", "q4_k_m"), "q4_k_m"), (("--gguf", "f16", "--adapter"), "not written as GGUF")]
)
def test_what_cannot_be_written_is_told_before_the_training(options: tuple[str, ...], why: str, hubtweets: Cli) -> None:
    done = hubtweets("publish", "--posts", EXAMPLE, "--hub", "local:unused", *options)
    assert done.returncode == 2
    assert why in done.stderr
