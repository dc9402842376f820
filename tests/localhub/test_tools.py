"""`hf`, transformers, datasets and git, each in a process of its own that knows nothing of hubtweets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubtweets.localhub import LocalHub

HF = Path(sys.executable).with_name("hf")


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(bare_environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs a command with nothing set but the three variables."""

    def run(*command: str | Path, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        env = {**bare_environment, "GIT_TERMINAL_PROMPT": "0"}
        return subprocess.run([*map(str, command)], env=env, cwd=cwd, capture_output=True, text=True, timeout=240)

    return run


def test_hf_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "up").mkdir()
    (tmp_path / "up" / "weights.bin").write_bytes(os.urandom(50_000))
    (tmp_path / "up" / "README.md").write_text("---\nlicense: mit\n---\n# Up\n")
    for command in (
        ("auth", "whoami"),
        ("repos", "create", "huggingtweets/up"),
        ("upload", "huggingtweets/up", "up"),
        ("download", "huggingtweets/up", "--local-dir", "down"),
    ):
        done = run(HF, *command)
        assert done.returncode == 0, (command, done.stderr)
    for name in ("weights.bin", "README.md"):
        assert (tmp_path / "down" / name).read_bytes() == (tmp_path / "up" / name).read_bytes()
    missing = run(HF, "download", "huggingtweets/none")
    assert missing.returncode == 1
    assert "not found" in missing.stderr.lower()


@pytest.mark.skipif(shutil.which("git-lfs") is None, reason="git-lfs is not installed")
def test_git_clone_and_pull(hub: LocalHub, outside: Callable[..., Any], run: Run, tmp_path: Path) -> None:
    outside(
        """
        import pathlib
        from huggingface_hub import HfApi
        api = HfApi()
        api.create_repo("huggingtweets/cloned", private=True)
        pathlib.Path("big.bin").write_bytes(bytes(range(256)) * 4000)
        api.upload_file(path_or_fileobj="big.bin", path_in_repo="in/big.bin", repo_id="huggingtweets/cloned")
        """
    )
    url = f"{hub.endpoint}/huggingtweets/cloned"
    known = url.replace("http://", f"http://me:{hub.token}@")
    assert run("git", "lfs", "install").returncode == 0
    assert "could not read Username" in run("git", "clone", url, "anonymous").stderr
    cloned = run("git", "clone", known, "clone")
    assert cloned.returncode == 0, cloned.stderr
    assert (tmp_path / "clone" / "in" / "big.bin").read_bytes() == bytes(range(256)) * 4000
    outside(
        """
        from huggingface_hub import HfApi
        HfApi().upload_file(path_or_fileobj=b"later", path_in_repo="b.txt", repo_id="huggingtweets/cloned")
        """
    )
    assert run("git", "pull", cwd=tmp_path / "clone").returncode == 0
    assert (tmp_path / "clone" / "b.txt").read_text() == "later"
    assert "Git LFS fsck OK" in run("git", "lfs", "fsck", cwd=tmp_path / "clone").stdout
    identity = ("-c", "user.name=me", "-c", "user.email=me@localhost")
    run("git", *identity, "commit", "--allow-empty", "-m", "mine", cwd=tmp_path / "clone")
    pushed = run("git", "push", cwd=tmp_path / "clone")
    assert pushed.returncode != 0
    assert "403" in pushed.stderr


def test_transformers(outside: Callable[..., Any]) -> None:
    told = outside(
        """
        import json
        from transformers import AutoModelForCausalLM, AutoTokenizer, GPT2Config, GPT2LMHeadModel, pipeline
        from transformers import PreTrainedTokenizerFast
        from tokenizers import Tokenizer, models, pre_tokenizers
        raw = Tokenizer(models.WordLevel({"my": 0, "dream": 1, "is": 2, "<unk>": 3}, unk_token="<unk>"))
        raw.pre_tokenizer = pre_tokenizers.Whitespace()
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=raw, unk_token="<unk>")
        model = GPT2LMHeadModel(GPT2Config(n_layer=1, n_head=2, n_embd=8, vocab_size=4, n_positions=32))
        model.push_to_hub("huggingtweets/tiny"); tokenizer.push_to_hub("huggingtweets/tiny")
        loaded = AutoModelForCausalLM.from_pretrained("huggingtweets/tiny")
        same = all((a == b).all().item() for a, b in zip(model.parameters(), loaded.parameters()))
        generate = pipeline("text-generation", model="huggingtweets/tiny")
        text = generate("my dream", max_new_tokens=3)[0]["generated_text"]
        from huggingface_hub import model_info
        info = model_info("huggingtweets/tiny")
        print(json.dumps({"same": same, "text": text[:8], "library": info.library_name, "tags": info.tags}))
        """
    )
    assert told["same"] is True
    assert told["text"] == "my dream"
    assert told["library"] == "transformers"
    assert {"safetensors", "gpt2", "text-generation"} <= set(told["tags"])


def test_datasets(outside: Callable[..., Any]) -> None:
    told = outside(
        """
        import json
        from datasets import Dataset, load_dataset
        rows = Dataset.from_dict({"text": ["one", "two", "three"], "n": [1, 2, 3]})
        rows.push_to_hub("huggingtweets/rows")
        back = load_dataset("huggingtweets/rows", split="train")
        from huggingface_hub import HfApi
        api = HfApi()
        api.create_repo("huggingtweets/lines", repo_type="dataset")
        api.upload_file(path_or_fileobj=b"text,n\\na,1\\nb,2\\n", path_in_repo="lines.csv",
                        repo_id="huggingtweets/lines", repo_type="dataset")
        plain = load_dataset("huggingtweets/lines", split="train")
        print(json.dumps({"back": back.to_dict(), "plain": plain.to_dict()}))
        """
    )
    assert told == {
        "back": {"text": ["one", "two", "three"], "n": [1, 2, 3]},
        "plain": {"text": ["a", "b"], "n": [1, 2]},
    }
