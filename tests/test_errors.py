"""The tree drawn at the top of errors.py is the tree, and the page of errors has them all."""

from __future__ import annotations

import inspect
import io
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hubtweets import errors
from hubtweets.cli import failures, output

from .conftest import ROOT

ALL = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, errors.HubtweetsError)]


def test_the_drawing_is_the_tree() -> None:
    drawn: dict[str, str] = {}
    path: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"^([│ ]*(?:[├└]── )?)([A-Z]\w*Error)\b", line)
        if match:
            depth = len(match[1]) // 4
            path[depth:] = [match[2]]
            drawn[match[2]] = path[depth - 1] if depth else ""
    parents = {kind.__name__: kind.__bases__[0].__name__ if kind is not errors.HubtweetsError else "" for kind in ALL}
    assert drawn == parents


def test_every_error_is_on_its_page() -> None:
    page = Path(ROOT / "docs" / "errors.md").read_text("utf-8")
    for kind in ALL:
        assert f"`{kind.__name__}`" in page


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device", "/x"),
        PermissionError(13, "denied", "/x"),
        FileNotFoundError(2, "No such file or directory", "/x"),
        IsADirectoryError(21, "Is a directory", "/x"),
        OSError(36, "File name too long", "/x"),
    ],
)
def test_the_systems_own_errors_have_a_next_step(error: OSError) -> None:
    failure = failures.explain(error)
    assert failure.exit_code == 1
    assert failure.hint
    assert "/x" in failure.message


def test_an_error_goes_to_another_process_with_its_fields() -> None:
    for error in (
        errors.BaseModelError("gone", base_model="x/y", hint="look"),
        errors.OutputFolderError("full", path=Path("/x"), hint="free some"),
        errors.MissingExtraError("Training", extra="train"),
        errors.WhosePostsError("x.csv", {"ann": 3}),
    ):
        other = pickle.loads(pickle.dumps(error))
        assert (type(other), str(other), vars(other)) == (type(error), str(error), vars(error))


def test_no_error_steers_the_terminal(hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    done = hubtweets("card", "render", "gone\x1b]0;pwned\x07\u202e.json")
    assert done.returncode == 1
    assert "gone\\x1b]0;pwned\\x07\\u202e.json" in done.stderr
    assert "next: Check the path." in done.stderr


def test_a_bug_is_called_one() -> None:
    failure = failures.explain(KeyError("x"))
    assert "bug" in failure.message
    assert "HUBTWEETS_DEBUG" in str(failure.hint)


def test_a_message_is_bounded_however_long_what_it_quotes_is() -> None:
    error = errors.CardReadError(f"the front matter has the key {'a' * 10**6!r} twice", place="1:1")
    assert len(str(error)) < 5_000
    assert str(error).endswith("…")


def test_no_console_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is printed in whatever form: text, styled text, the cells of a table."""
    from rich.table import Table
    from rich.text import Text

    hostile = "job\x1b]0;pwned\x07\x1b[31m\u202e"
    table = Table(hostile)
    table.add_row(hostile)
    for console in (output.stdout(), output.stderr()):
        console.print(hostile, markup=False)
        console.print(Text.assemble((hostile, "bold"), "end"))
        console.print(table)
    shown = "".join(capsys.readouterr())
    assert shown.count("\\x1b]0;pwned") == 8
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_console_prints_to_what_stderr_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (first := io.StringIO(), second := io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        output.stderr().print("told")
        stream.seek(0)
    assert (first.read(), second.read()) == ("told\n", "told\n")
