"""`hubtweets.Card`: sections and metadata of one's own, from Python, which later renderings keep."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import hubtweets
from hubtweets import CardReadError, card
from hubtweets.record import Run, from_json

GOLDEN = Path(__file__).parent / "golden"
RECORD = from_json((GOLDEN / "hubtweets-2.classifier.json").read_bytes())


def test_sections_are_added_where_they_belong(tmp_path: Path) -> None:
    own = hubtweets.Card(RECORD, "hubtweets@2").add(
        **{
            "Limits": "It has never seen a tram.",
            "Model description": "It reads *poems*.\n\n- of trains\n- of boats",
            "Model description/History": "Begun in 2019.",
        }
    )
    own.add_metadata(inference=False, tags=["poetry"]).add_metadata(tags="rail")
    own.save(tmp_path / "README.md")
    text = (tmp_path / "README.md").read_text("utf-8")
    assert text == own.text == str(own)
    limits = text.partition("## Limits\n")[2].partition("\n## ")[0]
    assert limits.rstrip().endswith("It has never seen a tram.")
    wanted = "## Model description\n\nIt reads *poems*.\n\n- of trains\n- of boats\n\n### History\n\nBegun in 2019.\n\n"
    assert wanted + "## How it was made\n" in text
    assert text.count("## Limits") == 1
    assert "\ninference: false\n" in text
    assert "- poetry\n- rail\n" in text
    assert [finding for finding in card.check(text) if finding.severity == "error"] == []


def test_what_is_added_is_kept_when_the_facts_change() -> None:
    own = hubtweets.Card(RECORD, "hubtweets@2").add(**{"Model description": "It reads poems."})
    newer = msgspec.structs.replace(RECORD, run=Run(metrics={"eval_loss": 0.125}))
    again = card.update(own.text, newer)
    assert again.kind == "merge"
    assert again.text is not None
    assert "0.1250" in again.text
    assert "## Model description\n\nIt reads poems.\n" in again.text
    loaded = hubtweets.Card.load(again.text).add(Thanks="To the railway.")
    assert loaded.record.run == newer.run
    assert "## Thanks\n\nTo the railway.\n\n## How it was made\n" in loaded.text


def test_a_section_is_written_anew() -> None:
    own = hubtweets.Card(RECORD, "hubtweets@2").replace(**{"How to use": "Ask it kindly."})
    assert "## How to use\n\nAsk it kindly.\n\n## " in own.text
    with pytest.raises(KeyError):
        own.replace(Nowhere="x")


def test_somebody_elses_card_has_no_facts() -> None:
    with pytest.raises(CardReadError, match="no card of hubtweets"):
        hubtweets.Card.load("---\nlicense: mit\n---\n\n# Mine\n")


@pytest.mark.parametrize("policy", ["stop", "keep-theirs", "keep-ours"])
def test_a_persons_limits_and_those_of_the_template(policy: card.Policy) -> None:
    """A card of @1, which has no limits, with a person's; @2 brings its own."""
    record = from_json((GOLDEN / "hubtweets-1.one.json").read_bytes())
    first = card.render(record, "hubtweets@1")
    title = "## Limits"
    mine = first.replace("## How it was made\n", f"{title}\n\nNot for children.\n\n## How it was made\n", 1)
    assert title not in first
    again = card.update(mine, None, "hubtweets@2", policy)
    assert again.kind == "conflict"
    assert [conflict.place for conflict in again.conflicts] == ["section: Limits"]
    if policy == "stop":
        assert again.text is None
        return
    assert again.text is not None
    assert again.text.count(title) == 1
    assert ("Not for children." in again.text) == (policy == "keep-theirs")


def test_a_heading_that_ends_in_a_number_sign() -> None:
    """Markdown takes the sign for the end of the heading; what is added stays with it all the same."""
    record = from_json((GOLDEN / "hubtweets-1.one.json").read_bytes())
    text = hubtweets.Card(record).add(**{"Notes #/History": "Begun in 2019."}).text
    assert text.index("## Notes #") < text.index("### History\n\nBegun in 2019.")
