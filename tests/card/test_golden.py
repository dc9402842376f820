"""The historical templates give, for the facts of two published cards, those cards byte for byte."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hubtweets.card import check, render
from hubtweets.record import Account, ModelRecord, TrackedRun, from_json

GOLDEN = Path(__file__).parent / "golden"
BERNIE, JOE = (
    from_json((GOLDEN / f"huggingtweets-2021-{month}.json").read_bytes(), ModelRecord) for month in ("03", "05")
)


@pytest.mark.parametrize("record", [BERNIE, JOE], ids=lambda record: record.slug)
def test_byte_for_byte(record: ModelRecord) -> None:
    golden = (GOLDEN / f"{record.template.partition('@')[0]}.md").read_bytes()
    assert render(record).encode() == golden


@pytest.mark.parametrize("seed", ["berniesanders", "joebiden"])
def test_golden_files_are_the_published_cards(seed: str, shared: Path) -> None:
    """The published files have the robot as UTF-8 read as cp1252; nothing else differs."""
    name = {"berniesanders": "huggingtweets-2021-03", "joebiden": "huggingtweets-2021-05"}[seed]
    published = (shared / "cards" / "seeds" / f"{seed}.md").read_bytes().decode()
    assert published.replace("ðŸ¤–", "🤖").encode() == (GOLDEN / f"{name}.md").read_bytes()


@pytest.mark.parametrize("record", [BERNIE, JOE], ids=lambda record: record.slug)
def test_runs_of_a_tracker_are_linked_as_the_notebook_did(record: ModelRecord) -> None:
    assert record.tracking is not None
    runs = tuple(
        TrackedRun(tracker="wandb", role=role, url=url or "")
        for role, url in (("data", record.tracking.dataset_run), ("training", record.tracking.training_run))
    )
    assert render(msgspec.structs.replace(record, tracking=None, tracked=runs)) == render(record)


@pytest.mark.parametrize("name", ["posts", "classifier", "adapter", "sentences"])
def test_our_own_card(name: str) -> None:
    """A released template is frozen: what these records render to does not change."""
    record = from_json((GOLDEN / f"hubtweets-2.{name}.json").read_bytes(), ModelRecord)
    assert render(record, "hubtweets@2").encode() == (GOLDEN / f"hubtweets-2.{name}.md").read_bytes()
    assert [finding for finding in check(render(record, "hubtweets@2")) if finding.severity != "note"] == []


def test_no_account_is_lost_beyond_three() -> None:
    one = JOE.accounts[0]
    many = tuple(
        Account(
            handle=f"{one.handle}{n}",
            name=f"Joe {n}",
            platform="x",
            avatar_url=f"https://example.org/{n}.png",
            counts=one.counts,
        )
        for n in range(6)
    )
    for template in ("huggingtweets-2021-03@1", "huggingtweets-2021-05@1", "hubtweets@1", "hubtweets@2"):
        text = render(ModelRecord(repo_id="me/six", template=template, accounts=many))
        for n in range(6):
            assert f"Joe {n}" in text
            assert f"https://example.org/{n}.png" in text
