"""Whose posts are published: what the source says, unless somebody insists on another name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import hubtweets as package
from hubtweets.publishing.config import made
from hubtweets.publishing.publish import read_corpora

from .conftest import EXAMPLE, QUICK

OWN = "quillfen_lock9"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [f"{number},anna,The wren sings of bird number {number} in the garden wall" for number in range(150)]
    path = tmp_path / "posts.csv"
    path.write_text("\n".join(["id,username,text", *rows]), encoding="utf-8")
    return path


@pytest.mark.thorough
def test_another_handle_is_an_error_that_names_both(hubtweets: Callable[..., CompletedProcess[str]]) -> None:
    done = hubtweets("publish", "@me", "--posts", EXAMPLE, *QUICK, "--hub", "local:never", "--json")
    assert done.returncode == 2
    told = json.loads(done.stdout)["error"]
    assert told["type"] == "HandleError"
    assert "@me" in told["message"]
    assert f"@{OWN}" in told["message"]
    assert "--as HANDLE" in told["hint"]
    assert not Path("never").exists()


@pytest.mark.parametrize("given", [OWN, f"@{OWN.upper()}"])
def test_the_sources_own_handle_may_be_said(given: str) -> None:
    (corpus,) = read_corpora(made({"handles": given, "posts": EXAMPLE}))
    assert corpus.account.handle.lower() == OWN


def test_those_who_mean_it_have_their_way(table: Path) -> None:
    for posts in (EXAMPLE, table):
        (corpus,) = read_corpora(made({"handles": "me", "posts": posts, "reading": {"rename": True}}))
        assert corpus.account.handle == "me"
        assert corpus.texts


@pytest.mark.thorough
def test_as_on_the_command_line(hubtweets: Callable[..., CompletedProcess[str]], tmp_path: Path) -> None:
    common = ("--posts", EXAMPLE, *QUICK, "--hub", f"local:{tmp_path / 'hub'}", "--dry-run", "--namespace", "me")
    done = hubtweets("publish", "--as", "me", *common, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["repo_id"] == "me/me"
    twice = hubtweets("publish", "you", "--as", "me", *common)
    assert twice.returncode == 2
    assert "--as names the accounts already" in twice.stderr


def test_looking_tells_it_and_goes_on() -> None:
    with pytest.raises(package.HandleError, match=OWN):
        package.read_posts(EXAMPLE, handle="me")
    source = package.open_source(EXAMPLE, handle="me")
    assert any(OWN in note for note in source.notes)
