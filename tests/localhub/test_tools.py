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


@pytest.mark.slow
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


@pytest.mark.skipif(shutil.which("git-lfs") is None, reason="git-lfs is not installed")
def test_git_clone_of_lfs_files_that_no_pattern_matches(
    hub: LocalHub, outside: Callable[..., Any], run: Run, tmp_path: Path
) -> None:
    names = ["bird.gif", "my pictures/a  b.gif", "#1 [x]*?.gif", "!.gif", "model.bin/\\tab\t.gif", "in/bird.gif"]
    outside(
        f"""
        from huggingface_hub import CommitOperationAdd, CommitOperationCopy, CommitOperationDelete, HfApi
        api = HfApi()
        def adds():
            return [CommitOperationAdd(name, b"GIF89a\\x00" + name.encode()) for name in {[*names, "weights.bin"]!r}]
        no_rules = CommitOperationDelete(".gitattributes", is_folder=False)
        new_rules = CommitOperationAdd(".gitattributes", b"*.bin filter=lfs diff=lfs merge=lfs -text\\n*.md text")
        def commit(repo, *operations, **options):
            repo = "huggingtweets/" + repo
            api.create_repo(repo, exist_ok=True)
            api.create_commit(repo, operations, commit_message="change", **options)
        commit("kept", *adds())
        commit("kept", CommitOperationAdd("bird.gif", b"GIF89a\\x00bird.gif again"))
        commit("kept", CommitOperationCopy("bird.gif", "a copy"), CommitOperationDelete("in/bird.gif"))
        commit("missing", no_rules)
        commit("missing", *adds())
        commit("deleted", no_rules, *adds())
        commit("changed", *adds(), new_rules)
        commit("proposed", *adds(), create_pr=True)
        commit("proposed", CommitOperationAdd("more.gif", b"GIF89a\\x00more.gif"), revision="refs/pr/1")
        """
    )
    assert run("git", "lfs", "install").returncode == 0
    expected = {name: b"GIF89a\x00" + name.encode() for name in [*names, "weights.bin"]}
    held = dict.fromkeys(("missing", "deleted", "changed"), expected)
    held["proposed"] = expected | {"more.gif": b"GIF89a\x00more.gif"}
    again = b"GIF89a\x00bird.gif again"
    held["kept"] = {name: expected[name] for name in expected if name != "in/bird.gif"}
    held["kept"] |= {"bird.gif": again, "a copy": again}
    lines = {}
    for repo, files in held.items():
        cloned = run("git", "clone", f"{hub.endpoint}/huggingtweets/{repo}", repo)
        assert cloned.returncode == 0, cloned.stderr
        folder = tmp_path / repo
        if repo == "proposed":
            assert run("git", "fetch", "origin", "refs/pr/1", cwd=folder).returncode == 0
            assert run("git", "checkout", "FETCH_HEAD", cwd=folder).returncode == 0
        found = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and ".git" not in path.relative_to(folder).parts
        }
        lines[repo] = found.pop(".gitattributes").decode().splitlines()
        assert found == files
        for name in found:
            (folder / name).touch()  # git reads it again
        status = run("git", "status", "--porcelain", cwd=folder)
        assert (status.returncode, status.stdout) == (0, "")
    assert [line.removesuffix(" filter=lfs diff=lfs merge=lfs -text") for line in lines["deleted"]] == [
        "bird.gif", "my[[:space:]]pictures/a[[:space:]][[:space:]]b.gif", r"\#1[[:space:]]\[x]\*\?.gif", r"\!.gif",
        r"model.bin/\\tab[[:space:]].gif", "in/bird.gif", "weights.bin",
    ]  # fmt: skip
    assert lines["missing"] == lines["deleted"]
    assert lines["changed"][1:] == ["*.md text", *lines["deleted"][:-1]]
    assert lines["kept"][-7:] == [*lines["deleted"][:-1], "a[[:space:]]copy filter=lfs diff=lfs merge=lfs -text"]
    assert lines["kept"][-8].startswith("*tfevents* ")


@pytest.mark.slow
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


@pytest.mark.thorough
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
