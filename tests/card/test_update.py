"""Cards brought up to another template, whatever generation they are of."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from hubtweets.card import Policy, check, read, render, update
from hubtweets.card.sections import fenced, split_lines
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


FORMS = {
    "spaces after a row": (r"(?m)^(\| Tweets downloaded .*)$", r"\1  "),
    "spaces after the line of dashes": (r"(?m)^(\|[-| ]+\|)$", r"\1  "),
    "padding": (r"(?m)^\| Retweets +\|", "| Retweets               |"),
    "no padding": (r"(?m)^\| Retweets +\|", "|Retweets|"),
    "thousands": (r"(?m)^(\| Tweets downloaded *\| \d)(\d{3})\b", r"\1,\2"),
    "no bar at the end": (r"(?m)^(\| Retweets .*?) *\|$", r"\1"),
}


def _more(record: ModelRecord) -> ModelRecord:
    (account,) = record.accounts
    counts = account.counts
    assert counts is not None
    more = msgspec.structs.replace(counts, downloaded=counts.downloaded + 10, kept=counts.kept + 10)
    return msgspec.structs.replace(record, accounts=(msgspec.structs.replace(account, counts=more),))


@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_a_table_is_in_nobodys_way(form: str) -> None:
    text = re.sub(*FORMS[form], CARD)
    assert text != CARD
    for record, template in ((None, "hubtweets@1"), (_more(JOE), None), (_more(JOE), "hubtweets@2")):
        assert update(text, record, template).conflicts == (), template


@pytest.mark.parametrize("form", FORMS)
def test_nor_in_that_of_any_generation(form: str, shared: Path) -> None:
    edited = 0
    for path in sorted((shared / "cards" / "generations").glob("*.md")):
        was = path.read_text("utf-8")
        text = re.sub(*FORMS[form], was)
        if text != was:
            edited += 1
            record = read(was).record
            assert read(text).record == record, path.name
            assert record is not None
            assert update(text, _more(record), "hubtweets@2").conflicts == (), path.name
    assert edited >= 16


def test_nearly_every_section_touched() -> None:
    text = CARD.replace("        <div\n", "", 1).replace("## Training data", "## Training data of mine")
    text = text.replace("num_return_sequences=5)\n```", "num_return_sequences=5)\nmine").replace(
        "tags:\n", "zip: 1\ntags:\n"
    )
    assert text.count("mine") == 2
    assert read(text).generation is not None
    result = update(text, _more(JOE), None, "keep-theirs")
    assert result.text is not None
    assert (result.text.count("AI BOT"), result.text.count("## About"), result.text.count("mine")) == (1, 1, 2)
    assert update(result.text, _more(JOE), None, "keep-theirs").text in (None, result.text)


@pytest.mark.parametrize("code", ["```mermaid\ngraph TD\n```\n", "```\n", "~~~\nmine\n"])
@pytest.mark.parametrize("policy", ["keep-theirs", "keep-ours"])
def test_an_open_code_block_swallows_nothing_that_comes_after_it(code: str, policy: Policy) -> None:
    """Else each run would find the sections missing that the last one put there."""
    text = CARD.replace("generator = pipeline(", f"{code}generator = pipeline(", 1)
    once = update(text, _more(JOE), "hubtweets@2", policy).text
    assert once is not None
    assert re.findall(
        r"(?m)^## Consent and removal$", "".join(line for line, in_code in fenced(split_lines(once)) if not in_code)
    )
    again = update(once, _more(JOE), "hubtweets@2", policy)
    assert again.text in (None, once)


@pytest.mark.parametrize("template", [None, "hubtweets@1", "hubtweets@2"])
def test_the_language_that_a_person_stated_counts(template: str | None) -> None:
    text = CARD.replace("language: en", "language: fr")
    for record in (None, JOE, _more(JOE)):
        result = update(text, record, template)
        assert result.conflicts == ()
        assert "fr" in (result.text or text).partition("hubtweets:")[0].partition("language:")[2][:8]


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
