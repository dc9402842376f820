"""What `import hubtweets` offers, and what it costs."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys

import hubtweets

HEAVY = ("torch", "transformers", "datasets", "tweepy", "wandb", "huggingface_hub")


def test_public_names_are_sorted_and_there() -> None:
    assert hubtweets.__all__ == sorted(hubtweets.__all__)
    for name in hubtweets.__all__:
        assert getattr(hubtweets, name).__module__.startswith("hubtweets."), name
    assert set(hubtweets.__all__) <= set(dir(hubtweets))


def test_verbs_stay_functions_whatever_is_imported() -> None:
    """A module of the same name inside the package would take the verb's place."""
    for module in ("workflows.publish", "workflows.push", "card.rendering", "posts.spec"):
        importlib.import_module(f"hubtweets.{module}")
    for verb in ("open_source", "publish", "push", "render"):
        assert inspect.isfunction(getattr(hubtweets, verb)), verb


def test_importing_and_help_load_nothing_heavy() -> None:
    for start in ("import hubtweets", "from hubtweets.cli.main import run; run(['--help'])"):
        code = f"import sys; {start}; print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stderr.strip() == "[]"
