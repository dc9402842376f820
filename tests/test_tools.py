"""hubtweets in the tools that people have: an extension of `hf`, a shell's completion, a skill for assistants."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT

EXTENSION = ROOT / "examples" / "hf-extension"
HF = Path(sys.executable).parent / "hf"


@pytest.mark.slow
def test_hf_runs_it_as_an_extension(tmp_path: Path) -> None:
    """Installed as `hf extensions install` does it, from this folder in place of one on GitHub."""
    from huggingface_hub.cli.extensions import ExtensionManifest

    folder = tmp_path / ".local" / "share" / "hf" / "extensions" / "hf-tweets"
    environment = folder / "venv"
    venv.create(environment, with_pip=False, system_site_packages=False, symlinks=True)
    python = environment / "bin" / "python"
    # What the extension needs is on this machine already; nothing is fetched.
    here = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    site = next((environment / "lib").glob("python*/site-packages"))
    (site / "here.pth").write_text(f"{here}\n{ROOT}\n")
    source = tmp_path / "hf-tweets"
    source.mkdir()
    for path in EXTENSION.iterdir():
        (source / path.name).write_bytes(path.read_bytes())
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index"]
    done = subprocess.run(
        [*pip, "--no-build-isolation", str(source)], capture_output=True, text=True, check=False, timeout=200
    )
    assert done.returncode == 0, done.stderr
    ExtensionManifest(
        owner="me",
        repo="hf-tweets",
        repo_id="me/hf-tweets",
        short_name="tweets",
        executable_path=str(environment / "bin" / "hf-tweets"),
        type="python",
        installed_at=datetime.now(UTC),
    ).save(folder)
    env = {**os.environ, "HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"}
    told = subprocess.run([HF, "tweets", "--help"], env=env, capture_output=True, text=True, check=False, timeout=100)
    assert told.returncode == 0, told.stderr
    assert "Fine-tune a language model on posts" in told.stdout
    wrong = subprocess.run([HF, "tweets", "posts"], env=env, capture_output=True, text=True, check=False, timeout=100)
    assert wrong.returncode == 2


@pytest.mark.thorough
@pytest.mark.parametrize(("words", "found"), [("hubtweets pub", "publish"), ("hubtweets publish --ggu", "--gguf")])
def test_a_shell_completes_commands_and_options(words: str, found: str) -> None:
    env = {
        **os.environ,
        "_HUBTWEETS_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    command = Path(sys.executable).parent / "hubtweets"
    done = subprocess.run([command], env=env, capture_output=True, text=True, check=False, timeout=100)
    assert found in done.stdout.split(), done.stderr


def test_completion_is_installed(tmp_path: Path) -> None:
    env = {
        **os.environ,
        "HOME": str(tmp_path),
        "SHELL": "/bin/bash",
        "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1",
    }
    command = [Path(sys.executable).parent / "hubtweets", "--install-completion", "bash"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    assert "_HUBTWEETS_COMPLETE=complete_bash" in (tmp_path / ".bash_completions" / "hubtweets.sh").read_text()


def test_the_skill_says_when_to_use_it_and_every_command() -> None:
    from hubtweets.cli.commands import COMMANDS

    text = (ROOT / "docs" / "SKILL.md").read_text(encoding="utf-8")
    head = yaml.safe_load(text.split("---\n")[1])
    assert head["name"] == "hubtweets"
    assert re.search("model card", head["description"])
    assert len(head["description"]) <= 1024
    for name in COMMANDS:
        assert f"| `hubtweets {name}" in text
