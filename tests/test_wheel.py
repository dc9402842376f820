"""What is in the wheel is enough: templates and the example come along, and extras are named when they are missing."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hubtweets.record import ModelRecord, to_json

from .conftest import ROOT

EXTRAS = ("torch", "transformers", "datasets", "accelerate", "pygit2", "starlette", "uvicorn", "tweepy", "atproto")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, and an import system that knows none of the extras' libraries."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "sitecustomize.py").write_text(
        "import importlib.machinery as machinery\n"
        "real = machinery.PathFinder.find_spec\n"
        "def find_spec(cls, name, path=None, target=None):\n"
        f"    return None if name.partition('.')[0] in {EXTRAS!r} else real(name, path, target)\n"
        "machinery.PathFinder.find_spec = classmethod(find_spec)\n"
    )
    return site


def run(site: Path, *args: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "hubtweets", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, cwd=cwd, timeout=120)


@pytest.mark.thorough
def test_help_and_card_render_work_without_extras(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import hubtweets; print(hubtweets.__file__)"],
        env={**os.environ, "PYTHONPATH": str(installed)}, cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(where.stdout.strip()).is_relative_to(installed)
    helped = run(installed, "--help", cwd=tmp_path)
    assert helped.returncode == 0, helped.stderr
    assert "publish" in helped.stdout
    (tmp_path / "record.json").write_text(to_json(ModelRecord(repo_id="me/bot", accounts=())))
    rendered = run(installed, "card", "render", "record.json", cwd=tmp_path)
    assert rendered.returncode == 0, rendered.stderr
    assert "repo_id: me/bot" in rendered.stdout


def test_the_command_is_where_the_wheel_says(installed: Path) -> None:
    (entries,) = installed.glob("*.dist-info/entry_points.txt")
    module, _, function = entries.read_text("utf-8").partition("hubtweets = ")[2].splitlines()[0].partition(":")
    assert callable(getattr(importlib.import_module(module), function))


@pytest.mark.thorough
def test_what_needs_an_extra_names_it(installed: Path, tmp_path: Path) -> None:
    for extra, args in {"hub": ("hub", "folder"), "train,hub": ("demo",)}.items():
        done = run(installed, *args, cwd=tmp_path)
        assert done.returncode == 1, done.stdout
        assert f"pip install 'hubtweets[{extra}]'" in done.stderr, done.stderr


def test_the_example_is_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    code = "from hubtweets._shared.examples import archive; print(archive())"
    env = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    archive = Path(done.stdout.strip())
    assert archive.is_relative_to(installed)
    assert (archive / "data" / "tweets.js").is_file()


USER_SCRIPT = """
from pathlib import Path

import hubtweets


def publish_me(archive: Path) -> float:
    config = hubtweets.PublishConfig(namespace="me", training=hubtweets.TrainingConfig(epochs=2))
    published = hubtweets.publish("@me", config=config, posts=archive, hub="local:hub", private=True)
    again: hubtweets.Published = hubtweets.push("out", repo_id="me/bot", report=archive / "report.json")
    result = hubtweets.rerender("me", since="2024-01-31", apply=True, on_conflict="keep-theirs", ledger="l.sqlite3")
    reveal_type(published)
    reveal_type(result)
    run = published.record.run
    return run.metrics["perplexity"] if run is not None and not result.failed and again.changed else 0.0


hubtweets.publish(post="twitter.zip")
hubtweets.push("out", repo_id=7)
"""


@pytest.mark.slow
def test_a_users_script_sees_the_types(installed: Path, tmp_path: Path) -> None:
    """mypy --strict of a script against the installed package: right where it is right, and wrong where it is wrong."""
    (tmp_path / "script.py").write_text(USER_SCRIPT, encoding="utf-8")
    (tmp_path / "mypy.ini").write_text("[mypy]\nfollow_imports = silent\n")
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--cache-dir",
        str(tmp_path),
        "script.py",
    ]
    env = {**os.environ, "MYPYPATH": str(installed)}
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=tmp_path, timeout=300, check=False)
    lines = [line.partition(": ")[2] for line in done.stdout.splitlines()]
    assert 'note: Revealed type is "hubtweets.publishing.published.Published"' in lines
    assert 'note: Revealed type is "hubtweets.publishing.report.Result"' in lines
    errors = [line for line in lines if line.startswith("error:")]
    assert len(errors) == 2, done.stdout
    assert "post" in errors[0]
    assert 'incompatible type "int"' in errors[1]
