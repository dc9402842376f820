"""Released templates are frozen: records, cards and digests that pin what they and their filters give, byte for byte.

The historical templates give, for the facts of two published cards, those cards.
"""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path

import msgspec
import pytest

from hubtweets.card import check, render
from hubtweets.card.escape import FILTERS
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


PINNED = sorted(path.stem for path in GOLDEN.glob("hubtweets-[12].*.json"))


@pytest.mark.parametrize("name", PINNED)
def test_our_own_card(name: str) -> None:
    """What these records render to does not change."""
    template = name.partition(".")[0].replace("-", "@")
    record = from_json((GOLDEN / f"{name}.json").read_bytes(), ModelRecord)
    assert render(record, template).encode() == (GOLDEN / f"{name}.md").read_bytes()
    assert [finding for finding in check(render(record, template)) if finding.severity == "error"] == []


def test_enough_records_pin_each_template() -> None:
    """Every line of a template that prints something is in one of its cards."""
    for template, least in (("hubtweets-1", 6), ("hubtweets-2", 4)):
        assert len([name for name in PINNED if name.startswith(template)]) >= least


TEMPLATES = Path(str(resources.files("hubtweets"))) / "templates"
RELEASED = json.loads((GOLDEN / "released.json").read_bytes())


def test_the_files_of_released_templates() -> None:
    """A changed byte, a version that is gone, and a new one that nobody pinned."""
    found = {
        str(path.relative_to(TEMPLATES).as_posix()): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in TEMPLATES.rglob("[0-9]*.md.j2")
    }
    assert found == RELEASED["templates"]


# What each filter is tried with: plain, hostile, empty, numbers, lists. A template's cards hold only some of it.
TEXTS = [
    "Plain words", "", " edges ", "a|b", "*a* _b_ __c__ `d` ~~e~~", "[a](b) ![c](d)", "<b>&amp;</b> & <",
    "\"q\" 'r'", "a\\b",
    "# a", "1. a", "- a", "+ a", "> a", "$x$ and $$y$$", ":smile: https://example.org www.example.org me@example.org",
    "a\nb\r\nc\td",
    "\x00\x1b\x85\u2028\u2029", "😀 é 日本 عربي", "http://example.org/a b?c=d&e=f#g", "https://example.org/(x)",
    "javascript:alert(1)",
    "picture.png", "{% raw %}{{ x }}", "%41", "---", "null", "no", "1_000", "12:30", "0x1F",
    "# comment", "a: b", "'", "\ud800",
]  # fmt: skip
OTHERS = [0, 1, -7, 1234567, 0.5, 1e-05, 3.25e20, True, None]


def test_what_filters_give() -> None:
    told = {}
    for name, apply in sorted(FILTERS.items()):
        outputs = []
        for value in [*TEXTS, *OTHERS, TEXTS, [1, 2500, 3]]:
            try:
                outputs.append(ascii(str(apply(value))))
            except Exception as error:
                outputs.append(type(error).__name__)
        told[name] = hashlib.sha256("\n".join(outputs).encode()).hexdigest()
    assert told == RELEASED["filters"]


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
