"""What `import hubtweets` offers, and what it costs."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hubtweets

from .conftest import ROOT

HEAVY = ("torch", "transformers", "datasets", "tweepy", "wandb", "huggingface_hub")


def test_public_names_are_sorted_and_there() -> None:
    assert hubtweets.__all__ == sorted(hubtweets.__all__)
    for name in hubtweets.__all__:
        assert getattr(hubtweets, name).__module__.startswith("hubtweets."), name
    assert set(hubtweets.__all__) <= set(dir(hubtweets))


def test_verbs_stay_functions_whatever_is_imported() -> None:
    """A module of the same name inside the package would take the verb's place."""
    for module in ("publishing.publish", "publishing.push", "card.rendering", "posts.spec"):
        importlib.import_module(f"hubtweets.{module}")
    for verb in ("open_source", "publish", "push", "render"):
        assert inspect.isfunction(getattr(hubtweets, verb)), verb


def test_importing_and_help_load_nothing_heavy() -> None:
    for start in ("import hubtweets", "from hubtweets.cli.main import run; run(['--help'])"):
        code = f"import sys; {start}; print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stderr.strip() == "[]"


def test_the_list_of_commands_is_told_whole(hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    commands = hubtweets("--help", env={"COLUMNS": "80"}).stdout.partition("Commands:")[2]
    assert "publish" in commands
    assert "..." not in commands


def test_ctrl_c_while_it_is_being_loaded(
    tmp_path: Path, hubtweets: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt  # as if somebody pressed Ctrl-C just now\n")
    done = hubtweets("--help", env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 130
    assert done.stderr == "error: Interrupted. Nothing was started.\n"


def test_output_that_has_no_emoji(hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """As where output is piped on Windows, whose encodings lack them too."""
    done = hubtweets("posts", ROOT / "examples" / "archive", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert "Tilda Quillfen \\U0001f986" in done.stdout
