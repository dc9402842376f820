"""Facts out of cards: our own, and the historical ones with what others did to them since."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubtweets._shared import frontmatter, mojibake
from hubtweets.card import generations, historical, read, render
from hubtweets.card.patterns import split_names
from hubtweets.record import Account, Counts, ModelRecord, from_json, to_data

GOLDEN = Path(__file__).parent / "golden"
JOE = from_json((GOLDEN / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)
CARD = (GOLDEN / "huggingtweets-2021-05.md").read_text(encoding="utf-8")
EARLIER = (GOLDEN / "huggingtweets-2021-03.md").read_text(encoding="utf-8")


def facts(record: ModelRecord) -> dict[str, Any]:
    """A record in the words of the material's expected.json."""
    assert record.tracking is not None
    return {
        "handles": list(record.handles) or [account.handle for account in record.accounts],
        "names": [account.name for account in record.accounts],
        "avatars": [account.avatar_url for account in record.accounts],
        "counts": [to_data(account.counts) for account in record.accounts if account.counts],
        "dataset_run": record.tracking.dataset_run,
        "training_run": record.tracking.training_run,
        "thumbnail": record.thumbnail,
    }


def test_every_generation(shared: Path) -> None:
    folder = shared / "cards" / "generations"
    expected = json.loads((folder / "expected.json").read_bytes())
    assert len(expected) == 25
    for name, wanted in expected.items():
        result = read((folder / name).read_text(encoding="utf-8"))
        assert result.record is not None, name
        assert facts(result.record) == wanted, name
        assert result.edits == (), name
        assert result.not_understood == (), name
        assert result.generation is not None
        assert result.record.template == result.generation


def test_generations_are_told_apart(shared: Path) -> None:
    """The digests that ship are those of the material, and most versions have one of their own."""
    folder = shared / "cards" / "generations"
    known = msgspec.json.decode((Path(generations.__file__).parent / "generations.json").read_bytes())
    parts = [frontmatter.split(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.md"))]
    found = [generations.digests(part) for part in parts]
    assert sorted(map(str, known["generations"].values())) == sorted(map(str, found))
    assert len(set(map(str, found))) >= 20
    lines = {digest: text for part in parts for digest, text in generations.line_digests(part).items()}
    assert known["lines"] == lines


def test_real_cards(shared: Path) -> None:
    folder = shared / "cards" / "real"
    expected = json.loads((folder / "expected.json").read_bytes())
    assert len(expected) == 8
    for name, wanted in expected.items():
        text = (folder / f"{name}.md").read_text(encoding="utf-8")
        result = read(text)
        assert result.record is not None, name
        assert {key: facts(result.record)[key] for key in wanted} == wanted, name
        assert facts(result.record)["handles"] == name.split("-")
        assert result.exact, name
        assert render(result.record) == text


@pytest.mark.parametrize("seed", ["berniesanders", "joebiden"])
def test_seeds(seed: str, shared: Path) -> None:
    text = (shared / "cards" / "seeds" / f"{seed}.md").read_text(encoding="utf-8")
    result = read(text)
    name = {"berniesanders": "huggingtweets-2021-03", "joebiden": "huggingtweets-2021-05"}[seed]
    assert result.record == from_json((GOLDEN / f"{name}.json").read_bytes(), ModelRecord)
    assert result.exact
    assert render(result.record) == text.replace("ðŸ¤–", "🤖")


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: "\ufeff" + text])
@pytest.mark.parametrize("card", [CARD, EARLIER, render(JOE, "hubtweets@1")], ids=["2021-05", "2021-03", "own"])
def test_line_ends_and_byte_order_mark(card: str, change: Callable[[str], str]) -> None:
    changed, plain = read(change(card)), read(card)
    assert changed.record == plain.record
    assert changed.record is not None
    assert (changed.generation, changed.edits, changed.not_understood) == (plain.generation, (), ())
    assert changed.exact


EDITED = {
    "tag added": (("- huggingtweets\n", "- huggingtweets\n- politics\n"), ["front matter: tags"]),
    "licence added": (("language: en\n", "language: en\nlicense: mit\n"), ["front matter: license"]),
    "widget changed": (('"My dream is"\n---', '"I am"\n---'), ["front matter: widget"]),
    "section added": (("## How to use", "## News\n\nNone.\n\n## How to use"), ["section: News"]),
    "pipeline text": (("the following pipeline", "this pipeline"), ["section: How does it work?"]),
    "table note": (("| Tweets kept | 2738 |\n", "| Tweets kept | 2738 |\n\nNote.\n"), ["section: Training data"]),
    "introduction": (("I was made with", "I was built with"), ["before the first heading"]),
}


@pytest.mark.parametrize("name", EDITED)
def test_edits_are_kept_apart(name: str) -> None:
    (old, new), places = EDITED[name]
    result = read(CARD.replace(old, new, 1))
    assert result.record == JOE
    assert [edit.place for edit in result.edits] == places
    assert not result.exact
    (edit,) = result.edits
    assert edit.was != edit.now


def test_edits_of_a_generation_without_a_template(shared: Path) -> None:
    text = (shared / "cards" / "generations" / "2020-09-18_d309ede.md").read_text(encoding="utf-8")
    result = read(
        text.replace("- huggingtweets\n", "- huggingtweets\n- politics\n").replace("## About", "## News\n\n## About")
    )
    assert result.generation == "huggingtweets-2020-09-18_d309ede@1"
    assert [edit.place for edit in result.edits] == ["front matter", "section: news"]
    assert result.record is not None
    assert result.record.accounts[0].name == "Joe Biden"


names = st.one_of(
    st.sampled_from(
        [
            "a | b",
            "Tom & Jerry",
            "🤍🖤",
            "日本",
            " spaced ",
            "6529",
            "|",
            "&",
            " & ",
            " | ",
            "_x_",
            "🤖 AI BOT 🤖",
            "tweets",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="<&("), min_size=1),
).filter(lambda name: not mojibake.SUSPECT.search(name))
handles = st.lists(st.from_regex(r"[a-z0-9_]{1,15}", fullmatch=True), min_size=1, max_size=6, unique=True)


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(handles, st.data())
def test_one_to_six_accounts(some: list[str], data: st.DataObject) -> None:
    """Names come back in typed order; which of several handles is whose is not claimed."""
    typed = [data.draw(names) for _ in some]
    record = msgspec.structs.replace(
        JOE,
        repo_id=f"huggingtweets/{'-'.join(sorted(some))}",
        accounts=tuple(
            Account(
                handle=handle,
                name=name,
                platform="x",
                avatar_url=f"https://pbs.twimg.com/{index}.jpg" if index < 3 else None,
                counts=Counts(downloaded=9 + index, retweets=1, short=1, kept=7 + index),
            )
            for index, (handle, name) in enumerate(zip(some, typed, strict=True))
        ),
    )
    card = render(record)
    result = read(card)
    assert result.record is not None
    assert [account.name for account in result.record.accounts] == typed
    assert [account.counts for account in result.record.accounts] == [account.counts for account in record.accounts]
    assert result.exact
    if len(some) == 1:
        assert result.record == record
    else:
        assert result.record.handles == tuple(sorted(some))
        assert {account.handle for account in result.record.accounts} == {""}


@pytest.mark.thorough
@pytest.mark.parametrize("template", ["huggingtweets-2021-05@1", "huggingtweets-2021-03@1"])
@settings(max_examples=200, deadline=None)
@given(some=handles, data=st.data())
def test_an_edited_front_matter_changes_no_fact_of_the_body(
    template: str, some: list[str], data: st.DataObject
) -> None:
    """A body as its template wrote it is read at once; landmarks, which need no such body, say the same."""
    some = sorted(some[: 1 if "03" in template else 3])
    record = msgspec.structs.replace(
        JOE,
        template=template,
        repo_id=f"huggingtweets/{'-'.join(some)}",
        accounts=tuple(
            msgspec.structs.replace(JOE.accounts[0], handle=handle, name=data.draw(names).strip() or "x")
            for handle in some
        ),
    )
    card = render(record).replace("- huggingtweets\n", "- huggingtweets\n- politics\n", 1)
    thumbnail = data.draw(st.sampled_from([f"thumbnail: {JOE.thumbnail}", "thumbnail: 12", "license: mit", "a: [b"]))
    card = card.replace(f"thumbnail: {JOE.thumbnail}", thumbnail, 1)
    found = read(card)
    by_landmarks = historical.read(frontmatter.split(card))
    assert found.record == by_landmarks.record
    assert found.generation == by_landmarks.generation == template
    assert found.not_understood == tuple(by_landmarks.notes)
    assert found.edits
    assert not found.exact


def test_names_that_do_not_part_are_not_guessed() -> None:
    assert split_names("a & b & c", "a | b & c", 2) == ["a", "b & c"]
    assert split_names("a & b & c", "a & b | c", 2) == ["a & b", "c"]
    assert split_names("a & b", "a | x", 2) is None
    assert split_names("a & b & c", "a | b | c", 2) is None
    assert split_names("a & b", "a | b ", 2) is None


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("@joebiden</div>", "@somebody</div>", "handles"),
        ("model='huggingtweets/joebiden'", "model='gpt2'", "handles"),
        ("| Tweets kept | 2738 |", "| Tweets kept | 2739 |", "training data"),
        ("| Retweets | 476 |", "| Retweets | many |", "training data"),
        ("tags:\n", "tags: [\n", "5:1"),
        ("model='huggingtweets/joebiden'", "model=name", "model"),
        (
            "[the final model](https://wandb.ai/wandb/",
            "[the final model](https://wandb.ai/other/",
            "training procedure",
        ),
    ],
)
def test_what_does_not_hold_together_is_told(old: str, new: str, place: str) -> None:
    assert old in CARD
    result = read(CARD.replace(old, new, 1))
    assert place in [note.place for note in result.not_understood]
    assert not result.exact


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(
    st.text()
    | st.text().map(lambda text: f"---\nhubtweets: {text}\n---\n")
    | st.text().map(lambda text: CARD.replace("Joe Biden", text))
)
def test_never_raises(text: str) -> None:
    result = read(text)
    assert result.record is not None or result.not_understood or result.generation is None


@pytest.mark.parametrize(
    ("card", "place"),
    [
        ("---\nhubtweets: [\n---\n", "3:1"),
        ("---\na: 1\nhubtweets: 3\n---\n", "front matter: hubtweets"),
        ("---\na: 1\nhubtweets:\n  repo_id: 3\n---\n", "front matter: hubtweets"),
        (
            render(JOE, "hubtweets@1").replace("template: hubtweets@1", "template: hubtweets@99"),
            "front matter: hubtweets.template",
        ),
    ],
)
def test_own_card_that_is_broken(card: str, place: str) -> None:
    result = read(card)
    assert [note.place for note in result.not_understood] == [place]


def test_edits_of_our_own_card() -> None:
    card = render(JOE, "hubtweets@1")
    result = read(
        card.replace("tags:\n", "license: mit\ntags:\n").replace(
            "## Ask for removal", "## Thanks\n\n## Ask for removal"
        )
    )
    assert result.record == msgspec.structs.replace(JOE, template="hubtweets@1")
    assert [edit.place for edit in result.edits] == ["front matter: license", "section: Thanks"]
