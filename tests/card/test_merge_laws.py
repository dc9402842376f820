"""What holds for every merge, whatever people wrote."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubtweets.card import merge, render

from .test_merge import JOE, MODERN, NEW, OLD

WORD = "Lorelei4711"
BASES = {"huggingtweets-2021-05@1": render(JOE), "hubtweets@1": render(OLD)}
NEWER = {"huggingtweets-2021-05@1": render(MODERN), "hubtweets@1": render(NEW)}


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """A template, and its card with a word of somebody's put in: into a line, or as lines, a heading, a tag, a key."""
    template = draw(st.sampled_from(sorted(BASES)))
    lines = BASES[template].splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(1, len(lines) - 1))
        kind = draw(st.sampled_from(["inside", "line", "paragraph", "section", "code", "instead", "comment"]))
        if kind == "inside":
            lines[at] = lines[at].rstrip("\n") + f" {WORD}\n"
        elif kind == "instead":
            lines[at] = f"{WORD}\n"
        else:
            lines.insert(at, {"line": f"{WORD}\n", "paragraph": f"\n{WORD}\n\n", "section": f"\n## {WORD}\n\nText.\n\n",
                              "code": f"\n```\n## {WORD}\n```\n\n", "comment": f"# {WORD}\n"}[kind])  # fmt: skip
    return template, "".join(lines)


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(edited())
def test_nothing_that_people_wrote_is_lost(case: tuple[str, str]) -> None:
    template, theirs = case
    result = merge(BASES[template], theirs, NEWER[template])
    assert result.text.count(WORD) >= 1
    if result.conflicts:
        assert result.text == theirs
    else:
        assert result.text.count(WORD) == theirs.count(WORD)
    kept = merge(BASES[template], theirs, NEWER[template], policy="keep-theirs")
    assert kept.text.count(WORD) == theirs.count(WORD)
    assert kept.conflicts == result.conflicts


LINES = st.lists(
    st.sampled_from(
        ["# A\n", "## B\n", "text\n", "more text\n", "\n", "```\n", "| a | b |\n", "---\n", "k: v\n", "- x\n", "é\r\n"]
    )
)
CARDS = st.one_of(
    st.text(),
    LINES.map("".join),
    st.tuples(st.dictionaries(st.text(max_size=5), st.text(max_size=5)), LINES).map(
        lambda pair: (
            "---\n" + "".join(f"{key!r}: {value!r}\n" for key, value in pair[0].items()) + "---\n" + "".join(pair[1])
        )
    ),
)


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(CARDS, CARDS, CARDS)
def test_laws(base: str, theirs: str, ours: str) -> None:
    assert merge(base, base, ours) == (ours, ())
    assert merge(base, theirs, base) == (theirs, ())
    assert merge(base, theirs, theirs) == (theirs, ())
    result = merge(base, theirs, ours)
    if result.conflicts:
        assert result.text == theirs
