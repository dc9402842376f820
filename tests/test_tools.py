"""hubtweets in the tools that people have: an extension of `hf`, a shell's completion, a skill for assistants."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import venv
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from hubtweets.cli import completion, output
from hubtweets.localhub import LocalHub
from hubtweets.localhub.storage.seed import Seed

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


@pytest.fixture(scope="module")
def bash(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """What bash offers at the end of a line, by the script that hubtweets installs."""
    folder = tmp_path_factory.mktemp("completion")
    for repo in ("me/bot", "me/other", "my-org/anna"):
        (folder / "a hub" / "repos" / "models" / f"{repo}.git").mkdir(parents=True)
    (folder / "hub").symlink_to("a hub")
    (folder / "twitter.zip").touch()
    (folder / "notes.txt").touch()
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "NO_PROXY": "*"}
    env["_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"] = "1"
    script = folder / "script.sh"
    shown = subprocess.run(["hubtweets", "--show-completion", "bash"], env=env, capture_output=True, check=True)
    script.write_bytes(shown.stdout)

    def offered(line: str) -> list[str]:
        words = re.findall(r":|[^: ]+", line) + ([""] if line.endswith(" ") else [])  # bash's own words
        asked = (
            f"source {script}; COMP_WORDS=({' '.join(word or chr(39) * 2 for word in words)}); "
            f"COMP_CWORD={len(words) - 1}; _hubtweets_completion hubtweets; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        )
        done = subprocess.run(
            ["bash", "-c", asked], env=env, cwd=folder, capture_output=True, text=True, check=False, timeout=100
        )
        assert done.stderr == ""
        return done.stdout.split()

    return offered


COMPLETED: dict[str, list[str]] = {
    "hubtweets pub": ["publish"],
    "hubtweets publish --ggu": ["--gguf"],
    "hubtweets publish --template hubtweets@": ["hubtweets@1", "hubtweets@2"],
    "hubtweets posts t": ["twitter.zip"],
    "hubtweets publish --posts b": ["bluesky:"],
    "hubtweets push --hub local:hub out --repo-id me/": ["me/bot", "me/other"],
    "hubtweets publish --hub local:hub --namespace my-org --repo-id ": ["my-org/anna"],
    "hubtweets rerender --hub local:hub m": ["me", "my-org"],
    "hubtweets rerender --hub http://127.0.0.1:9 m": [],  # nobody is there
    "hubtweets rerender --hub :x m": [],
    "hubtweets publish --posts bluesky:": [],
}


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize("line", COMPLETED)
def test_a_shell_completes(line: str, bash: Callable[[str], list[str]]) -> None:
    assert bash(line) == COMPLETED[line]


@pytest.mark.thorough
def test_repos_of_a_hub_are_completed_and_one_that_never_answers_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context: Any = SimpleNamespace(params={})
    monkeypatch.setattr(completion, "PATIENCE", 60.0)
    with LocalHub(tmp_path / "hub") as hub:
        hub.seed([Seed("me/bot", {"README.md": b"# A"}), Seed("me/other", {"README.md": b"# B"})])
        context.params["hub"] = hub.endpoint
        assert completion.repo_ids(context, "me/") == ["me/bot", "me/other"]
        assert completion.namespaces(context, "m") == []  # without a token
        monkeypatch.setenv("HF_TOKEN", hub.token)
        context.params["token_for_this_hub"] = True
        assert completion.namespaces(context, "m") == ["me"]
        assert completion.repo_ids(context, "me/b") == ["me/bot"]
    monkeypatch.setattr(completion, "PATIENCE", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        context.params["hub"] = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert completion.repo_ids(context, "me/") == []


def test_make_gives_signs_of_life_while_something_is_installed(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    rule = f"try: ; $(ALIVE) sh -c 'until grep -q installing {told}; do :; done; exit 3'"
    with told.open("w") as out:
        done = subprocess.run(
            ["make", "-s", "-f", ROOT / "Makefile", "--eval", rule, "BEAT=0.01", "try"],
            cwd=tmp_path, stdout=out, stderr=subprocess.PIPE, text=True, check=False, timeout=100,
        )  # fmt: skip
    assert "Error 3" in done.stderr
    assert "… still installing" in told.read_text(encoding="utf-8")


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


def test_with_json_stdout_is_for_that_alone(capsys: pytest.CaptureFixture[str]) -> None:
    with output.stdout_for_json():
        print("a library says that a node is lost")
        output.print_json_line({"state": "waiting"})
        print("and again")
    captured = capsys.readouterr()
    assert captured.out == '{"state":"waiting"}\n'
    assert captured.err.count("\n") == 2
    assert not output.json_lines, "the next command of this process has its own"
