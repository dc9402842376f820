"""The historical templates give, for the facts of two published cards, those cards byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from hubtweets.card import render
from hubtweets.record import Account, Counts, ModelRecord, Tracking

GOLDEN = Path(__file__).parent / "golden"
RUNS = "https://wandb.ai/wandb/huggingtweets/runs"

BERNIE = ModelRecord(
    template="huggingtweets-2021-03@1",
    repo_id="huggingtweets/berniesanders",
    accounts=(
        Account(
            handle="berniesanders",
            name="Bernie Sanders",
            platform="x",
            avatar_url="https://pbs.twimg.com/profile_images/1097820307388334080/9ddg5F6v_400x400.png",
            counts=Counts(downloaded=3249, retweets=610, short=6, kept=2633),
        ),
    ),
    base_model="openai-community/gpt2",
    language=("en",),
    tracking=Tracking(dataset_run=f"{RUNS}/1g2gjajv", training_run=f"{RUNS}/3dugxh12"),
    thumbnail="https://www.huggingtweets.com/berniesanders/1616774908468/predictions.png",
)
JOE = ModelRecord(
    template="huggingtweets-2021-05@1",
    repo_id="huggingtweets/joebiden",
    accounts=(
        Account(
            handle="joebiden",
            name="Joe Biden",
            platform="x",
            avatar_url="https://pbs.twimg.com/profile_images/1308769664240160770/AfgzWVE7_400x400.jpg",
            counts=Counts(downloaded=3250, retweets=476, short=36, kept=2738),
        ),
    ),
    base_model="openai-community/gpt2",
    language=("en",),
    tracking=Tracking(dataset_run=f"{RUNS}/1zl7hycb", training_run=f"{RUNS}/xowt1luc"),
    thumbnail="http://www.huggingtweets.com/joebiden/1638459242395/predictions.png",
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
    for template in ("huggingtweets-2021-03@1", "huggingtweets-2021-05@1", "hubtweets@1"):
        text = render(ModelRecord(repo_id="me/six", template=template, accounts=many))
        for n in range(6):
            assert f"Joe {n}" in text
            assert f"https://example.org/{n}.png" in text
