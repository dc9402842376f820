"""What is decided about a repo before anything of it is read: from what the Hub lists."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from hubtweets import card
from hubtweets._shared import frontmatter
from hubtweets.hub.listing import Listed
from hubtweets.publishing.decide import from_listing
from hubtweets.publishing.target import Target


def _target(text: str | None, repo_id: str, tags: tuple[str, ...] = ("huggingtweets",)) -> Target:
    """A repo whose card the Hub lists."""
    data = None if text is None else frontmatter.load(frontmatter.split(text).yaml or "")
    listed = Listed(id=repo_id, tags=tags, card_data=msgspec.Raw(msgspec.json.encode(data)))
    return Target(repo_id=repo_id, message="Re-render", template="hubtweets@1", listed=listed)


def _kind(target: Target) -> str | None:
    decision = from_listing(target, "hubtweets@1")
    if decision is None:
        return None
    assert not decision.stands
    return decision.update.kind


def test_what_the_listing_is_enough_for(kit: Any) -> None:
    record = kit.record(1)
    own = card.render(record, "hubtweets@1")
    assert _kind(_target(own, record.repo_id)) == "identical"
    assert _kind(_target("---\nlicense: mit\n---\n", "birds/bert", tags=("bert",))) == "foreign"
    retracted = own.replace("hubtweets:\n", "hubtweets:\n  retracted: yes\n", 1)
    assert _kind(_target(retracted, record.repo_id)) == "retracted"


def test_what_has_to_be_read(kit: Any) -> None:
    record = kit.record(1)
    own = card.render(record, "hubtweets@1")
    assert _kind(_target(own, "elsewhere/bot1")) is None, "renamed: the card names the old repo"
    assert _kind(_target(card.render(record), record.repo_id)) is None, "historical"
    assert _kind(_target(None, record.repo_id)) is None, "no front matter, or one that is none"
    assert _kind(_target(own.replace("kept: ", "kept: 1", 1), record.repo_id)) is None


@pytest.mark.parametrize(
    "more", [{"facts": lambda now, made: None}, {"written": "# By hand\n", "facts": lambda *_: None}]
)
def test_new_facts_always_need_the_card(kit: Any, more: dict[str, Any]) -> None:
    record = kit.record(1)
    target = _target(card.render(record, "hubtweets@1"), record.repo_id)
    assert from_listing(msgspec.structs.replace(target, **more), "hubtweets@1") is None
