"""kill -9 and a full disk at the writes of a run's own files: nothing is half-written, and the same command goes on."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hubtweets.card import render
from hubtweets.publishing.plan import Plan
from tests.batch.conftest import record

pytestmark = pytest.mark.slow

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "archive"

# Ends the process at the n-th file that it opens for writing, renames or removes in a folder.
_KILLED = """
import os, sys
folder, left = sys.argv[1], int(sys.argv[2])

def hook(event, args):
    global left
    if event == "open":
        path, _, flags = args
        touches = isinstance(path, str) and flags is not None and flags & (os.O_WRONLY | os.O_RDWR)
    elif event in ("os.rename", "os.remove", "os.mkdir", "sqlite3.connect"):
        path, touches = args[0], True
    else:
        return
    if touches and str(path).startswith(folder):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), 9)

sys.addaudithook(hook)
sys.argv[1:] = sys.argv[3:]
from hubtweets.__main__ import main
main()
"""


def killed_at(number: int, folder: Path, env: dict[str, str], *command: str | Path) -> int:
    """Run a command that is killed at its so-manieth write in `folder`; its exit code."""
    return subprocess.run(
        [sys.executable, "-c", _KILLED, folder, str(number), *map(str, command)], env=env, capture_output=True,
        timeout=300,
    ).returncode  # fmt: skip


def organisation(world: Any, name: str, count: int = 4) -> None:
    world.hub.seed((f"{name}/bot{number}", {"README.md": render(record(number)).encode()}) for number in range(count))


def test_a_batch_that_is_killed_at_any_write_goes_on(world: Any, tmp_path: Path) -> None:
    for number in range(1, 30):
        books = tmp_path / f"books{number}"
        books.mkdir()
        name = f"org{number}"
        organisation(world, name)
        command = (
            "rerender", name, "-t", "hubtweets@1", "--apply", "--report", books / "report.json",
            "--ledger", books / "ledger.sqlite3",
        )  # fmt: skip
        code = killed_at(number, books, world.env, *command)
        if code == 0:
            break
        assert code == -signal.SIGKILL
        if (books / "report.json").exists():
            json.loads((books / "report.json").read_text("utf-8"))
        again = subprocess.run(
            [sys.executable, "-m", "hubtweets", *map(str, command)], env=world.env, capture_output=True, check=False
        )
        assert again.returncode == 0, again.stderr
        assert len(json.loads((books / "report.json").read_text("utf-8"))["repos"]) == 4
        assert [path for path in books.iterdir() if ".partial" in path.name and path.stat().st_size > 10**6] == []
        for bot in range(4):
            assert len(world.commits(f"{name}/bot{bot}")) == 2  # once, and not twice
        assert sqlite3.connect(books / "ledger.sqlite3").execute("pragma integrity_check").fetchone() == ("ok",)
    else:
        pytest.fail("the run writes more often than was tried")
    assert number > 3


def test_a_plan_that_is_killed_at_any_write_is_whole_or_none(world: Any, tmp_path: Path) -> None:
    organisation(world, "org")
    for number in range(1, 30):
        books = tmp_path / f"plan{number}"
        books.mkdir()
        plan = books / "plan.jsonl"
        code = killed_at(
            number, books, world.env, "rerender", "org", "-t", "hubtweets@1", "--plan", plan, "--ledger",
            tmp_path / f"ledger{number}",
        )  # fmt: skip
        if code == 0:
            break
        assert not plan.exists() or len(list(Plan(plan).changes())) == 4  # whole
    assert number > 1
    done = world.run("org", "-t", "hubtweets@1", "--apply", "--apply-plan", plan)
    assert done.returncode == 0, done.stderr


def test_an_export_that_is_killed_at_any_write_is_whole_or_none(world: Any, tmp_path: Path) -> None:
    from pyarrow import parquet

    for number in range(1, 30):
        folder = tmp_path / f"out{number}"
        folder.mkdir()
        out = folder / "posts.parquet"
        code = killed_at(number, folder, world.env, "posts", EXAMPLE, "--export", out)
        if code == 0:
            break
        assert not out.exists() or parquet.read_table(out).num_rows > 400
    assert number > 1
    assert parquet.read_table(out).num_rows > 400


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("there is no mount command")
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if (done := subprocess.run(mount, capture_output=True, text=True, check=False)).returncode != 0:
        pytest.skip(f"a small file system cannot be mounted here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(path: Path) -> None:
    """A file that takes all the room there is."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as stream:
        while True:
            stream.write(b"x" * 1024)


@pytest.mark.parametrize("what", ["--ledger", "--report", "--plan"])
def test_a_full_disk_ends_a_batch_and_with_room_it_goes_on(world: Any, small: Path, tmp_path: Path, what: str) -> None:
    organisation(world, "org", 12)
    fill(small / "full")
    path = small / "file"
    books = () if what == "--ledger" else ("--ledger", tmp_path / "ledger.sqlite3")
    apply = () if what == "--plan" else ("--apply",)
    command = ("org", "-t", "hubtweets@1", *apply, what, path, *books)
    first = world.run(*command, ledger=False)
    assert first.returncode == 1, first.stdout
    assert "Traceback" not in first.stderr
    assert "  next: " in first.stderr
    if what != "--ledger":
        assert not path.exists()
    (small / "full").unlink()
    subprocess.run(["mount", "-o", "remount,size=8m", str(small)], check=True)
    second = world.run(*command, ledger=False)
    assert second.returncode == 0, second.stderr
    for bot in range(12):
        assert len(world.commits(f"org/bot{bot}")) == (1 if what == "--plan" else 2)


def test_a_full_disk_ends_an_export_and_leaves_nothing(small: Path, hubtweets: Any) -> None:
    out = small / "posts.parquet"
    fill(small / "full")
    done = hubtweets("posts", EXAMPLE, "--export", out)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [path.name for path in small.iterdir()] == ["full"]


@pytest.mark.parametrize("what", ["--work-dir", "cache"])
def test_a_full_disk_ends_a_training_and_with_room_it_goes_on(
    small: Path, tmp_path: Path, hubtweets: Any, what: str
) -> None:
    """Before it begins, as what checkpoints and model will take is known."""
    work = small if what == "--work-dir" else tmp_path / "work"
    env = {"XDG_CACHE_HOME": str(small)} if what == "cache" else {}
    command = ["publish", "--posts", EXAMPLE, "--base-model", "scratch:tiny", "--epochs", "1", "--hub",
               f"local:{tmp_path / 'hub'}"]  # fmt: skip
    command += ["--work-dir", work] if what == "--work-dir" else []
    first = hubtweets(*command, env=env)
    assert "Traceback" not in first.stderr, first.stderr[-2000:]
    assert "bug" not in first.stderr
    assert first.returncode == 1
    assert "MB are free" in " ".join(first.stderr.split())
    assert "  next: " in first.stderr
    subprocess.run(["mount", "-o", "remount,size=300m", str(small)], check=True)
    second = hubtweets(*command, env=env)
    assert second.returncode == 0, second.stderr[-2000:]
