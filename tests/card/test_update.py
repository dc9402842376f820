"""Cards brought up to another template, whatever generation they are of."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hubtweets.card import check, read, render, update
from hubtweets.record import ModelRecord, Sample, from_json

GOLDEN = Path(__file__).parent / "golden"
JOE = from_json((GOLDEN / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)
CARD = render(JOE)


def test_every_published_card(shared: Path) -> None:
    """All 35 become our own card, with the same facts, and nothing to complain about but http: pictures."""
    cards = sorted((shared / "cards").rglob("*.md"))
    assert len(cards) == 35
    for path in cards:
        text = path.read_text(encoding="utf-8")
        was = read(text).record
        result = update(text, None, "hubtweets")
        assert result.kind == "update", path.name
        assert result.text is not None
        now = read(result.text)
        assert now.exact
        assert was is not None
        assert now.record == msgspec.structs.replace(was, template="hubtweets@2")
        assert {finding.rule for finding in check(result.text)} <= {"http-link"}, path.name


def test_edits_survive_with_broken_emoji() -> None:
    text = CARD.replace("🤖", "ðŸ¤–").replace("- huggingtweets\n", "- huggingtweets\n- politics\n")
    result = update(text, None, "hubtweets")
    assert result.kind == "merge"
    assert result.text is not None
    assert "- politics\n" in result.text
    assert "🤖 AI BOT 🤖" in result.text


@pytest.mark.parametrize(
    ("old", "new"),
    [("| Tweets kept | 2738 |", "| Tweets kept | **2738** |"), ("| Retweets | 476 |", "| Retweets | 477 |")],
)
def test_facts_edited_beyond_reading_never_stand_beside_the_new_ones(old: str, new: str) -> None:
    text = CARD.replace(old, new)
    assert text != CARD
    for record in (None, msgspec.structs.replace(JOE, template="hubtweets@1")):
        result = update(text, record, "hubtweets")
        assert (result.kind, result.text) == ("conflict", None)


def test_new_facts() -> None:
    own = render(JOE, "hubtweets@1").replace("tags:\n", "license: mit\ntags:\n")
    record = msgspec.structs.replace(JOE, template="hubtweets@1", samples=(Sample(prompt="Today", text="we begin."),))
    result = update(own, record)
    assert result.kind == "merge"
    assert result.text is not None
    assert "license: mit\n" in result.text
    assert "> **Today** we begin.\n" in result.text
    assert read(result.text).record == record


def test_again_changes_nothing() -> None:
    once = update(CARD, None, "hubtweets").text
    assert update(once, None, "hubtweets").kind == "identical"
    assert update(once).kind == "identical"


def test_versions_of_a_template_of_ones_own(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for version, word in ((1, "Hello"), (2, "Good day")):
        block = f"{{% block intro %}}\n{word} from {{{{ title | md }}}}.\n\n{{% endblock %}}\n"
        text = '{% extends "hubtweets@1" %}\n' + block
        (folder / f"{version}.md.j2").write_text(text, encoding="utf-8")
    first = render(JOE, f"{folder}@1")
    assert "template: mine@1\n" in first
    assert "Hello from Joe Biden." in first
    edited = first.replace("## How to use", "## Mine\n\nYes.\n\n## How to use")
    result = update(edited, None, str(folder))
    assert result.kind == "merge"
    assert result.text is not None
    assert "template: mine@2\n" in result.text
    assert "Good day from Joe Biden." in result.text
    assert "## Mine\n\nYes.\n" in result.text


@pytest.mark.parametrize(
    ("text", "kind"), [("", "foreign"), ("# Somebody's card\n", "foreign"), ("---\nhubtweets: 3\n---\n", "unreadable")]
)
def test_a_card_that_is_not_understood(text: str, kind: str) -> None:
    result = update(text, None, "hubtweets")
    assert (result.kind, result.text) == (kind, None)
    assert result.reason
