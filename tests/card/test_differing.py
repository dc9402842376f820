"""The diff that people are shown: as difflib writes it, in time that grows with the texts alone."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.card.differing import hunks, unified

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n", "d"]), max_size=30).map("".join)


@given(LINES, LINES, st.integers(0, 4))
def test_as_difflib_writes_it(before: str, after: str, context: int) -> None:
    was, now = before.splitlines(keepends=True), after.splitlines(keepends=True)
    expected = [
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(was, now, "one", "two", n=context)
    ]
    assert list(unified(before, after, "one", "two", context)) == expected


@pytest.mark.parametrize("count", [20_000, 40_000])
def test_lines_that_repeat_take_no_time_of_their_own(count: int) -> None:
    """difflib compares each with each; this many would take it hours. What is counted is steps, not seconds."""
    was, now = ["x\n", "y\n"] * count, ["y\n", "x\n", "x\n"] * count
    found = list(hunks(was, now, 3))
    assert found[0][0][1] == 0
    assert found[-1][-1][2] == 2 * count


def test_nothing_else_compares_lines() -> None:
    """difflib is called for the nearest word alone, and by the matcher that bounds it."""
    package = Path(__file__).parents[2] / "hubtweets"
    for path in package.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "SequenceMatcher" not in text or path.name == "matching.py", path
        assert "unified_diff" not in text, path
