"""Bad input: one clear error naming what, why and the next step; exit code 1 or 2; nothing on the Hub, nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubtweets.errors import BaseModelError
from hubtweets.localhub import LocalHub
from hubtweets.model import find_base_model
from hubtweets.publishing.connect import missing_local_hub

from .conftest import EXAMPLE, QUICK, REPO

Cli = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as server:
        yield server


def check(done: subprocess.CompletedProcess[str], code: int, *words: str) -> None:
    """One error with its next step, no traceback, and no data on stdout."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    errors = [line for line in done.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1, done.stderr
    assert "  next: " in done.stderr
    for word in words:
        assert word in done.stderr, done.stderr


def publish(
    hubtweets: Cli, server: LocalHub, *args: str | Path, token: str | None = ""
) -> subprocess.CompletedProcess[str]:
    env = {"HF_TOKEN": server.token if token == "" else token} if token is not None else {}
    return hubtweets("publish", *args, "--hub", server.endpoint, env=env)


def untouched(server: LocalHub) -> bool:
    """Whether the Hub was asked at most; what it would say to a card is a question."""
    changing = [request for request in server.requests if request.method in ("POST", "PUT", "DELETE")]
    return all(request.path == "/api/validate-yaml" for request in changing)


@pytest.mark.thorough
def test_a_zip_that_is_no_archive(tmp_path: Path, server: LocalHub, hubtweets: Cli) -> None:
    path = tmp_path / "holiday.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("beach.txt", "sand")
    check(publish(hubtweets, server, "@me", "--posts", path, *QUICK), 1, "holiday.zip")
    path.write_bytes(b"not a zip at all")
    check(publish(hubtweets, server, "@me", "--posts", path, *QUICK), 1, "holiday.zip")
    assert untouched(server)


@pytest.mark.thorough
def test_an_archive_without_tweets(tmp_path: Path, server: LocalHub, hubtweets: Cli) -> None:
    folder = tmp_path / "archive"
    shutil.copytree(EXAMPLE, folder)
    (folder / "data" / "tweets.js").unlink()
    check(publish(hubtweets, server, "--posts", folder, *QUICK), 1, "archive")
    assert untouched(server)


@pytest.mark.thorough
def test_a_missing_file(tmp_path: Path, server: LocalHub, hubtweets: Cli) -> None:
    done = publish(hubtweets, server, "@me", "--posts", tmp_path / "gone.zip", *QUICK)
    assert done.returncode in (1, 2)
    check(done, done.returncode, "gone.zip")


@pytest.mark.thorough
def test_too_little_text(tmp_path: Path, server: LocalHub, hubtweets: Cli) -> None:
    posts = tmp_path / "posts.jsonl"
    posts.write_text("\n".join(json.dumps({"id": str(n), "text": "a few plain words"}) for n in range(50)))
    check(publish(hubtweets, server, "@me", "--posts", posts, *QUICK), 1, "850 characters", "6,000")
    assert untouched(server)


@pytest.mark.slow
def test_an_unknown_base_model(server: LocalHub, hubtweets: Cli, tmp_path: Path) -> None:
    done = publish(hubtweets, server, "--posts", EXAMPLE, "--base-model", "nobody/no-such-model")
    check(done, 1, "nobody/no-such-model", "scratch:tiny")
    done = publish(hubtweets, server, "--posts", EXAMPLE, "--base-model", tmp_path)
    check(done, 1, "config.json")
    assert untouched(server)


@pytest.mark.slow
@pytest.mark.parametrize("handle", ["two words", "@much_too_long_for_x", "https://x.com/me", "ü", "$(touch pwned)"])
def test_a_handle_that_x_would_not_allow(handle: str, server: LocalHub, hubtweets: Cli, tmp_path: Path) -> None:
    done = publish(hubtweets, server, handle, "--posts", EXAMPLE, *QUICK)
    check(done, 2, handle.removeprefix("@"))
    assert untouched(server)


@pytest.mark.thorough(every=3)
@pytest.mark.parametrize("repo_id", ["no-namespace", "a/b/c", "me/..", "me/a--b", "me/" + "x" * 97, "-me/bot"])
def test_a_repo_id_that_the_hub_would_not_allow(repo_id: str, server: LocalHub, hubtweets: Cli) -> None:
    done = publish(hubtweets, server, "--posts", EXAMPLE, *QUICK, f"--repo-id={repo_id}")
    check(done, 2, repo_id, "--repo-id")
    assert untouched(server)


@pytest.mark.thorough
def test_no_token(server: LocalHub, hubtweets: Cli) -> None:
    check(publish(hubtweets, server, "--posts", EXAMPLE, *QUICK, token=None), 1, "needs a token", "hf auth login")
    assert untouched(server)


@pytest.mark.thorough
def test_a_token_that_the_hub_does_not_know(server: LocalHub, hubtweets: Cli) -> None:
    wrong = "hf_" + "w" * 34
    done = publish(hubtweets, server, "--posts", EXAMPLE, *QUICK, token=wrong)
    check(done, 1, "does not accept this token")
    assert wrong not in done.stderr
    assert untouched(server)


@pytest.mark.thorough
def test_a_token_without_write_access(server: LocalHub, hubtweets: Cli) -> None:
    done = publish(hubtweets, server, "--posts", EXAMPLE, *QUICK, token=server.read_token)
    check(done, 1, "may only read")
    assert server.read_token not in done.stderr
    assert untouched(server)


@pytest.mark.thorough
def test_the_token_is_in_no_output(server: LocalHub, hubtweets: Cli) -> None:
    env = {"HF_TOKEN": server.token, "HUBTWEETS_DEBUG": "1"}
    done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", server.endpoint, "--json", env=env)
    assert done.returncode == 0, done.stderr
    assert server.token not in done.stdout + done.stderr
    readme = server.folder / "repos" / "models" / f"{REPO}.git"
    git = ["git", "-C", str(readme), "log", "-p", "--all", "--", "README.md", "config.json"]
    assert server.token not in subprocess.run(git, capture_output=True, text=True, check=True).stdout


@pytest.mark.thorough
def test_a_work_dir_that_cannot_be_written(tmp_path: Path, server: LocalHub, hubtweets: Cli) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("mine")
    done = publish(hubtweets, server, "--posts", EXAMPLE, *QUICK, "--work-dir", occupied)
    check(done, 1, "cannot be written", "--work-dir")
    assert occupied.read_text() == "mine"
    assert untouched(server)


@pytest.mark.thorough
@pytest.mark.skipif(shutil.which("mount") is None, reason="there is no mount command")
def test_a_full_disk(tmp_path: Path, server: LocalHub, hubtweets: Cli) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(small)], capture_output=True, text=True, check=False
    )
    if mount.returncode != 0:
        pytest.skip(f"a small file system cannot be mounted here: {mount.stderr.strip()}")
    try:
        done = publish(hubtweets, server, "--posts", EXAMPLE, *QUICK, "--work-dir", small)
        check(done, 1, "MB are free.", "--work-dir")
    finally:
        subprocess.run(["umount", str(small)], check=True)
    assert untouched(server)


@pytest.mark.thorough
def test_nobody_answers(hubtweets: Cli) -> None:
    done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", "http://127.0.0.1:9", env={"HF_TOKEN": "hf_x"})
    check(done, 1, "No answer from http://127.0.0.1:9")


@pytest.mark.thorough
def test_a_hub_that_is_none(hubtweets: Cli) -> None:
    check(hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", "example.org"), 2, "example.org")
    check(hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", "local:"), 2, "local:")


@pytest.mark.thorough
def test_nothing_to_publish(hubtweets: Cli) -> None:
    check(hubtweets("publish"), 2, "Whose posts?")


@pytest.mark.slow
def test_handles_and_sources_that_do_not_pair(hubtweets: Cli) -> None:
    check(hubtweets("publish", "a", "b", "--posts", EXAMPLE), 2, "Sources of posts: 1; handles: 2.")
    check(hubtweets("publish", "a", "@A", "--posts", EXAMPLE, "--posts", EXAMPLE), 2, "twice")
    check(hubtweets("publish", "", "--posts", EXAMPLE), 2, "A handle is empty")
    check(hubtweets("publish", "--posts", EXAMPLE, "--posts", EXAMPLE, *QUICK), 2, "Two of the sources are @quillfen")


@pytest.mark.thorough
def test_settings_out_of_range(hubtweets: Cli) -> None:
    check(hubtweets("publish", "--posts", EXAMPLE, "--epochs", "0"), 2, "Epochs")
    check(hubtweets("publish", "--posts", EXAMPLE, "--learning-rate", "-1"), 2, "learning rate")


@pytest.mark.thorough
def test_usage_errors_are_typers_own(hubtweets: Cli) -> None:
    done = hubtweets("publish", "--no-such-option")
    assert done.returncode == 2
    assert "No such option" in done.stderr
    assert "Traceback" not in done.stderr
    told = json.loads(hubtweets("publish", "--no-such-option", "--json").stdout)
    assert told["error"]["type"] == "UsageError"
    assert "--no-such-option" in told["error"]["message"]


@pytest.mark.thorough
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_standard_output_on_a_full_disk() -> None:
    command = [sys.executable, "-m", "hubtweets", "posts", str(EXAMPLE), "--json"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert done.returncode == 1
    assert "disk is full" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.thorough
def test_errors_as_json(hubtweets: Cli, tmp_path: Path) -> None:
    done = hubtweets("publish", "not a handle", "--posts", EXAMPLE, *QUICK, "--json")
    assert done.returncode == 2
    error = json.loads(done.stdout)["error"]
    assert error["type"] == "HandleError"
    assert error["handle"] == "not a handle"
    assert error["hint"]


@pytest.mark.thorough
def test_without_the_extras_the_error_names_them(hubtweets: Cli, tmp_path: Path) -> None:
    """As in an install without extras: the import system says that the libraries are not there."""
    blocker = tmp_path / "sitecustomize.py"
    blocker.write_text(
        "import importlib.machinery as machinery\n"
        "real = machinery.PathFinder.find_spec\n"
        "def find_spec(cls, name, path=None, target=None):\n"
        "    missing = ('torch', 'transformers', 'pygit2', 'starlette', 'uvicorn')\n"
        "    return None if name.partition('.')[0] in missing else real(name, path, target)\n"
        "machinery.PathFinder.find_spec = classmethod(find_spec)\n"
    )
    env = {"PYTHONPATH": str(tmp_path) + os.pathsep + os.environ.get("PYTHONPATH", "")}
    check(hubtweets("hub", tmp_path / "hub", env=env), 1, "hubtweets[hub]")
    done = hubtweets("publish", "--posts", EXAMPLE, *QUICK, "--hub", f"local:{tmp_path / 'hub'}", env=env)
    check(done, 1, "pip install 'hubtweets[")


def test_the_home_of_nobody_is_a_name_like_any_other() -> None:
    assert missing_local_hub("local:~nobody-of-that-name/hub") == Path("~nobody-of-that-name/hub")
    with pytest.raises(BaseModelError, match="nobody-of-that-name"):
        find_base_model("~nobody-of-that-name/model")
