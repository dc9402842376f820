"""The card commands, as a user runs them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
Run = Callable[..., subprocess.CompletedProcess[str]]


def test_render_to_standard_output(hubtweets: Run) -> None:
    done = hubtweets("card", "render", GOLDEN / "huggingtweets-2021-05.json")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (GOLDEN / "huggingtweets-2021-05.md").read_text(encoding="utf-8")


def test_render_from_standard_input_to_a_file(hubtweets: Run, tmp_path: Path) -> None:
    record = (GOLDEN / "huggingtweets-2021-05.json").read_text(encoding="utf-8")
    done = hubtweets("card", "render", "-", "--template", "hubtweets", "-o", tmp_path / "README.md", input=record)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "template: hubtweets@1\n" in (tmp_path / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["render", "missing.json"], "missing.json"),
        (["render", GOLDEN / "huggingtweets-2021-05.md"], "not JSON"),
        (["render", GOLDEN / "huggingtweets-2021-05.json", "--template", "nope"], "hubtweets@1"),
        (["render", GOLDEN / "huggingtweets-2021-05.json", "--template", "./nope/"], "nope"),
        (["read", "missing.md"], "missing.md"),
    ],
)
def test_failures_say_what_and_why(hubtweets: Run, args: list[str], told: str) -> None:
    done = hubtweets("card", *args)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "error:" in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_read_gives_json(hubtweets: Run) -> None:
    done = hubtweets("card", "read", GOLDEN / "huggingtweets-2021-05.md", "--json")
    assert done.returncode == 0
    told = json.loads(done.stdout)
    assert told["record"] == json.loads((GOLDEN / "huggingtweets-2021-05.json").read_bytes())
    assert told["generation"] == "huggingtweets-2021-05@1"
    assert told["exact"] is True
    assert told["edits"] == told["not_understood"] == []


def test_read_of_a_folder_and_of_standard_input(hubtweets: Run) -> None:
    told = json.loads(hubtweets("card", "read", GOLDEN, "--json").stdout)
    assert [Path(card["card"]).name for card in told] == ["huggingtweets-2021-03.md", "huggingtweets-2021-05.md"]
    done = hubtweets("card", "read", "-", input="# Somebody else's card\n")
    assert done.returncode == 1
    assert "not understood" in done.stdout


def test_read_for_people(hubtweets: Run) -> None:
    done = hubtweets("card", "read", GOLDEN / "huggingtweets-2021-05.md")
    assert done.returncode == 0
    assert "Joe Biden @joebiden, 2,738 kept of 3,250" in done.stdout
