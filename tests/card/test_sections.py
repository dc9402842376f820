"""Cards of generations that nobody can render any more, edited by people: merged by section."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from hubtweets.card import CardUpdate, read, render, update
from hubtweets.record import DEFAULT_TEMPLATE, ModelRecord, from_json

GOLDEN = Path(__file__).parent / "golden"
JOE = from_json((GOLDEN / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)


def _replace(old: str, new: str) -> Callable[[str], str]:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def _under_the_table(text: str) -> str:
    return re.sub(r"(\| Tweets kept[^\n]*\n|</tbody>\n</table>\n)", r"\1\nCounted by hand.\n", text, count=1)


def _renamed(text: str) -> str:
    heading = re.search(r'font-weight: 800">((?!🤖)[^\n<]*?)(?: 🤖 AI Bot )?</div>', text)
    assert heading is not None
    return text[: heading.start(1)] + "J. R. Biden" + text[heading.end(1) :]


EDITS: dict[str, tuple[Callable[[str], str], str]] = {
    "own section": (_replace("## Training data", "## Mine\n\nMy words.\n\n## Training data"), "## Mine\n\nMy words.\n"),
    "own section at the end": (lambda text: text.rstrip("\n") + "\n\n## Mine\n\nMy words.\n", "## Mine\n\nMy words.\n"),
    "heading inside a section": (_replace("[Explore the", "### Aside\n\nYes.\n\n[Explore the"), "### Aside\n\nYes.\n"),
    "tag": (_replace("- huggingtweets\n", "- huggingtweets\n- politics\n"), "- politics\n"),
    "licence": (_replace("tags:\n", "license: mit\ntags:\n"), "license: mit\n"),
    "note under the table": (_under_the_table, "\nCounted by hand.\n"),
    "widget": (_replace('"My dream is"\n', '"My dream is"\n- text: "America is"\n'), "America is"),
    "widget's prompt": (_replace('"My dream is"', '"I have a dream"'), "I have a dream"),
    "corrected name": (_renamed, "J. R. Biden"),
    "words before a heading": (_replace("## How does it work?", "More.\n\n## How does it work?"), "\nMore.\n"),
    "words at the end of a section that goes": (_replace("## About\n", "Last words.\n\n## About\n"), "Last words.\n"),
}


@pytest.fixture(scope="module")
def generations(shared: Path) -> list[str]:
    """The historical card in each of its published versions."""
    texts = [file.read_text(encoding="utf-8") for file in sorted((shared / "cards" / "generations").glob("*.md"))]
    assert len(texts) == 25
    return texts


def _check_facts(before: str, result: CardUpdate) -> None:
    assert result.text is not None
    was, now = read(before).record, read(result.text).record
    assert was is not None
    assert now == msgspec.structs.replace(was, template=DEFAULT_TEMPLATE)


@pytest.mark.thorough
@pytest.mark.parametrize("name", EDITS)
def test_edits_are_kept(name: str, generations: list[str]) -> None:
    edit, shows = EDITS[name]
    for card in generations:
        result = update(edit(card), None, "hubtweets", "skip")
        assert result.kind == ("update" if name == "corrected name" and " 🤖 AI Bot </div>" in card else "merge")
        _check_facts(edit(card), result)
        assert shows in str(result.text)
        ours = set(re.findall("^## .*", str(result.text), re.MULTILINE))
        assert {"## How to use", "## Training data", "## Consent and removal"} <= ours
        assert update(result.text, None, "hubtweets").kind == "identical"


def test_two_edits_at_once(generations: list[str]) -> None:
    """Any two, in a card of some generation: either both are there, or the card is left alone."""
    done = 0
    for number, (one, other) in enumerate(itertools.combinations(EDITS.values(), 2)):
        card = generations[number % len(generations)]
        try:
            edited = other[0](one[0](card))
        except AssertionError:  # the second has nothing left to edit
            continue
        result = update(edited, None, "hubtweets", "skip")
        if result.text is not None:
            done += 1
            assert one[1] in result.text
            assert other[1] in result.text
    assert done >= 50


@pytest.mark.thorough
@pytest.mark.parametrize("side", ["keep-theirs", "keep-ours"])
def test_a_side_counts_where_the_two_clash_and_nowhere_else(side: str, generations: list[str]) -> None:
    for card in generations:
        edited = EDITS["own section"][0](EDITS["licence"][0](card)).replace(
            "The model uses the following pipeline.", "The model uses this pipeline."
        )
        alone = update(edited, None, "hubtweets", "skip")
        assert (alone.kind, alone.text, alone.settled) == ("conflict", None, False)
        assert [conflict.place for conflict in alone.conflicts] == ["section: How does it work?"]
        result = update(edited, None, "hubtweets", side)  # type: ignore[arg-type]
        assert (result.kind, result.settled, result.conflicts) == ("conflict", True, alone.conflicts)
        text = str(result.text)
        assert "## Mine\n\nMy words.\n" in text
        assert "license: mit\n" in text
        assert f"template: {DEFAULT_TEMPLATE}\n" in text
        assert ("uses this pipeline" in text) == (side == "keep-theirs")


def test_a_card_as_the_notebook_filled_it(shared: Path) -> None:
    """From 2020-09-18 to 12-03 it put 1 to 100 spaces where the template says RANDOM_SZ."""
    card = (shared / "cards" / "generations" / "2020-09-18_d309ede.md").read_text(encoding="utf-8")
    for spaces in range(1, 101):
        filled = card.replace("RANDOM_SZ", " " * spaces)
        result = read(filled)
        assert result.generation == "huggingtweets-2020-09-18_d309ede@1"
        assert (result.edits, result.not_understood) == ((), ())
    assert update(filled, None, "hubtweets").kind == "update"


def test_front_matter_that_an_editor_indented(generations: list[str]) -> None:
    for card in generations:
        _, yaml_text, body = card.split("---\n", 2)
        indented = "".join(f"  {line}" for line in yaml_text.splitlines(keepends=True))
        result = update(f"---\n{indented}---\n{body}", None, "hubtweets")
        assert result.kind == "merge"
        _check_facts(card, result)


def test_a_number_edited_beyond_reading_is_never_lost(generations: list[str]) -> None:
    """Numbers that do not add up any more are no facts; with facts from elsewhere, a person says which side counts."""
    for card in generations:
        was = read(card).record
        assert was is not None
        assert was.accounts[0].counts is not None
        short = was.accounts[0].counts.short
        edited = re.sub(rf"(Short tweets *(?:\||</td>\n<td[^>]*>) *){short}\b", rf"\g<1>{short + 1}", card)
        assert edited != card
        new = msgspec.structs.replace(was, template=DEFAULT_TEMPLATE)
        for record in (None, new):
            result = update(edited, record, "hubtweets")
            assert (result.kind, result.text) == ("conflict", None)
            assert "section: Training data" in [conflict.place for conflict in result.conflicts]
        assert update(edited, None, "hubtweets", "keep-ours").text is None
        settled = update(edited, new, "hubtweets", "keep-ours")
        assert settled.text is not None
        assert read(settled.text).record == new


def test_the_way_back_from_a_template_of_ones_own(tmp_path: Path) -> None:
    """With the folder of templates, what people wrote is told from what the template wrote; without it, both stay."""
    folder = tmp_path / "templates" / "mine"
    folder.mkdir(parents=True)
    (folder / "1.md.j2").write_text(
        '{% extends "hubtweets@2" %}\n{% block limits %}\n## Rules\n\nSet by the house.\n\n{% endblock %}\n',
        "utf-8",
    )
    written = render(JOE, f"{folder}@1")
    assert "Set by the house." in written
    edited = written.replace("## Training data", "## Thanks\n\nTo all.\n\n## Training data")
    for policy in ("skip", "keep-ours", "keep-theirs"):
        without = update(edited, None, "hubtweets", policy)  # type: ignore[arg-type]
        assert without.kind == "merge"
        assert "## Thanks\n\nTo all.\n" in str(without.text)
        assert "Set by the house." in str(without.text)
    for folders in ([tmp_path / "templates"], [tmp_path, folder]):
        back = update(edited, None, "hubtweets", templates=folders)
        assert back.kind == "merge"
        assert "## Thanks\n\nTo all.\n" in str(back.text)
        assert "Set by the house." not in str(back.text)
        assert update(written, None, "hubtweets", templates=folders).kind == "update"
