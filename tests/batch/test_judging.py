"""What a batch is told of cards: from what the Hub lists, and from their text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from hubtweets import card, frontmatter
from hubtweets.errors import CardError, TemplateError
from hubtweets.hub.listing import Listed
from hubtweets.publishing.rerender import Cards
from hubtweets.record import Run, Sample


def _listed(text: str, repo_id: str, tags: tuple[str, ...] = ("huggingtweets",)) -> Listed:
    """A card as the Hub lists it."""
    data = frontmatter.load(frontmatter.split(text).yaml or "")
    return Listed(id=repo_id, tags=tags, card_data=msgspec.Raw(msgspec.json.encode(data)))


def test_from_the_listing(kit: Any) -> None:
    cards = Cards("hubtweets@1", "skip")
    record = kit.record(1)
    own = card.render(record, "hubtweets@1")
    decision = cards.from_listing(_listed(own, record.repo_id))
    assert decision is not None
    assert (decision.kind, decision.text) == ("identical", None)
    assert cards.from_listing(_listed(own, "elsewhere/bot1")) is None  # renamed: the card names the old repo
    assert cards.from_listing(_listed(card.render(record), record.repo_id)) is None  # historical: to be read
    assert cards.from_listing(Listed(id=record.repo_id)) is None  # no front matter, or one that is none
    broken = own.replace("kept: ", "kept: 1", 1)
    assert cards.from_listing(_listed(broken, record.repo_id)) is None
    other = cards.from_listing(_listed("---\nlicense: mit\n---\n", "birds/bert", tags=("bert",)))
    assert other is not None
    assert other.kind == "not ours"
    gone = cards.from_listing(_listed(own.replace("hubtweets:\n", "hubtweets:\n  retracted: yes\n", 1), record.repo_id))
    assert gone is not None
    assert gone.kind == "retracted"
    notice = "---\ntags: [huggingtweets]\nhubtweets: {retracted: 2026-01-01}\n---\n\nTaken down.\n"
    for decision in (cards.from_listing(_listed(notice, record.repo_id)), cards.from_card(record.repo_id, notice)):
        assert decision is not None
        assert (decision.kind, decision.why) == ("retracted", "since 2026-01-01")


def test_renamed_repo(kit: Any) -> None:
    record = kit.record(1)
    own = card.render(record, "hubtweets@1")
    decision = Cards("hubtweets", "skip").from_card("elsewhere/bot1", own)
    assert decision.kind == "update"
    assert decision.text is not None
    assert "model='elsewhere/bot1'" in decision.text.replace('"', "'")
    assert record.repo_id not in decision.text


@pytest.mark.parametrize("policy", ["skip", "stop", "keep-theirs", "keep-ours"])
def test_what_is_not_understood_is_left_alone(kit: Any, policy: Any) -> None:
    """Numbers in an edited table that do not add up would be lost with it."""
    text = card.render(kit.record(1)).replace("| Short tweets | 1 |", "| Short tweets | many |")
    assert "many" in text
    decision = Cards("hubtweets", policy).from_card("birds/bot1", text)
    assert (decision.kind, decision.text) == ("conflict", None)
    assert "training data" in (decision.why or "")


def test_joint_card_with_an_edit(kit: Any) -> None:
    first, second = (kit.record(number).accounts[0] for number in (1, 2))
    accounts = tuple(msgspec.structs.replace(account, handle="") for account in (first, second))
    joint = msgspec.structs.replace(
        kit.record(1), repo_id="birds/bot1-bot2", accounts=accounts, handles=("bot1", "bot2")
    )
    text = card.render(joint).replace("- huggingtweets\n", "- huggingtweets\n- parrots\n", 1)
    decision = Cards("hubtweets", "skip").from_card(joint.repo_id, text)
    assert decision.kind == "merge"
    assert decision.text is not None
    assert "- parrots\n" in decision.text


@pytest.mark.parametrize("policy", ["skip", "keep-theirs", "keep-ours"])
def test_template_without_a_place_for_the_facts(kit: Any, tmp_path: Path, policy: Any) -> None:
    """Back to a template of 2021 is possible for what it can state, and for nothing else."""
    record = kit.record(1)
    account = msgspec.structs.replace(record.accounts[0], name="Bot One")
    record = msgspec.structs.replace(record, accounts=(account,))
    back = Cards("huggingtweets-2021-05", policy).from_card("birds/bot1", card.render(record, "hubtweets@1"))
    assert (back.kind, back.text) == ("update", card.render(record, "huggingtweets-2021-05@1"))
    richer = msgspec.structs.replace(record, samples=(Sample(prompt="My", text="dream"),), run=Run(seed=4))
    text = card.render(richer, "hubtweets@1").replace("- huggingtweets\n", "- huggingtweets\n- parrots\n", 1)
    for own in (text, card.render(richer, "hubtweets@1")):
        decision = Cards("huggingtweets-2021-05", policy).from_card("birds/bot1", own)
        assert (decision.kind, decision.text) == ("conflict", None)
        assert decision.why == "huggingtweets-2021-05@1 has no place for facts of this card: run, samples"
    folder = tmp_path / "bare"
    folder.mkdir()
    (folder / "1.md.j2").write_text("---\ntags: [huggingtweets]\n---\n\nA bot.\n", encoding="utf-8")
    bare = Cards(str(folder), policy).from_card("birds/bot1", card.render(record))
    assert (bare.kind, bare.text) == ("conflict", None)


def test_template_that_is_not_here(kit: Any, house: Any) -> None:
    """Who has the template can go on with it; who has not keeps each of its sections, as if people had written it."""
    text = card.render(kit.record(1), f"{house.folder}@1")
    edited = text.replace("- huggingtweets\n", "- huggingtweets\n- parrots\n", 1)
    ours = card.render(kit.record(1), "hubtweets@1")
    its_own = [line for line in text.split("\n") if line not in ours.split("\n") and "aviary@1" not in line]
    assert its_own
    for card_text in (text, edited):
        without = Cards("hubtweets", "skip").from_card("birds/bot1", card_text)
        assert without.kind == "merge"
        assert without.text is not None
        assert set(its_own) <= set(without.text.split("\n"))
        assert "template: hubtweets@1\n" in without.text
        assert ("- parrots\n" in without.text) == (card_text == edited)
    with_it = Cards(str(house.folder), "skip").from_card("birds/bot1", text)
    assert with_it.kind == "update"
    with pytest.raises(TemplateError):
        Cards("aviary", "skip")


def test_new_card_with_a_fault(kit: Any, tmp_path: Path) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    block = "{% block extra_metadata %}\nlicense: no-such-licence\n{% endblock %}\n"
    (folder / "1.md.j2").write_text('{% extends "hubtweets@1" %}\n' + block, encoding="utf-8")
    cards = Cards(str(folder), "skip")
    text = card.render(kit.record(1))
    with pytest.raises(CardError, match="license-unknown"):
        cards.from_card("birds/bot1", text)
    licensed = text.replace("tags:\n", "license: no-such-licence\ntags:\n", 1)  # it was there before
    decision = Cards("hubtweets", "skip").from_card("birds/bot1", licensed)
    assert decision.kind == "merge"


def test_policy_is_part_of_the_version() -> None:
    """Conflicts that were left alone are looked at again when a side is to be kept."""
    assert Cards("hubtweets", "skip").version == Cards("hubtweets", "stop").version
    assert len({Cards("hubtweets", policy).version for policy in ("skip", "keep-ours", "keep-theirs")}) == 3
