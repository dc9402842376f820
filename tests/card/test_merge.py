"""People's edits survive a re-render, or are reported with nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from hubtweets._shared import frontmatter
from hubtweets.card import merge, render
from hubtweets.record import Counts, ModelRecord, Run, Sample, from_json, to_data

JOE = from_json((Path(__file__).parent / "golden" / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)
MODERN = msgspec.structs.replace(JOE, template="hubtweets@1")


class Edit(NamedTuple):
    """An edit, what shows that it is still there, and whether a re-render with another template is a conflict."""

    make: Callable[[str], str]
    shows: Callable[[str], bool]
    conflict: bool = False


def _replace(old: str, new: str) -> Callable[[str], str]:
    def make(card: str) -> str:
        assert old in card, f"nothing to edit: {old!r}"
        return card.replace(old, new, 1)

    return make


def _has(*texts: str) -> Callable[[str], bool]:
    return lambda card: all(text in card for text in texts)


def _meta(key: str, value: object) -> Callable[[str], bool]:
    return lambda card: frontmatter.load(frontmatter.split(card.replace("\r\n", "\n")).yaml or "").get(key) == value


def _tags(*tags: str) -> Callable[[str], bool]:
    """These are there, in this order; templates differ in which they add."""

    def shows(card: str) -> bool:
        found = frontmatter.load(frontmatter.split(card.replace("\r\n", "\n")).yaml or "").get("tags", [])
        return [tag for tag in found if tag in tags] == list(tags)

    return shows


NOTE = "## Notes from the author\n\nTrained for a talk in *Lyon*.\n\n"
REWRITTEN = "---\nlicense: mit\n---\n\n# My own words\n\nI wrote all of this myself.\n"

# Edits of the 2021-05 card, re-rendered as hubtweets@1: nearly every line of the card changes under them.
EDITS: dict[str, Edit] = {
    "typo fixed in text that the new card drops": Edit(
        _replace("The model uses the following pipeline.", "The model uses this pipeline."),
        _has("The model uses this pipeline."),
        conflict=True,
    ),
    "sentence changed in text that the new card rewrites": Edit(
        _replace("The model was trained on tweets from Joe Biden.", "The model was trained on old tweets from Joe."),
        _has("The model was trained on old tweets from Joe."),
        conflict=True,
    ),
    "tag added": Edit(
        _replace("- huggingtweets\n", "- huggingtweets\n- politics\n"), _tags("huggingtweets", "politics")
    ),
    "tags in flow style": Edit(
        _replace("tags:\n- huggingtweets\n", "tags: [politics, huggingtweets]\n"),
        _tags("politics", "huggingtweets"),
    ),
    "section added at the top": Edit(
        _replace("## How does it work?", NOTE + "## How does it work?"), _has(NOTE.strip())
    ),
    "section added in the middle": Edit(_replace("## How to use", NOTE + "## How to use"), _has(NOTE.strip())),
    "section added at the end": Edit(lambda card: card + "\n" + NOTE, _has(NOTE.strip())),
    "licence added": Edit(_replace("language: en\n", "language: en\nlicense: mit\n"), _meta("license", "mit")),
    "unquoted no kept as it is": Edit(
        _replace("language: en\n", "language: en\ninference: no\n"), _has("\ninference: no\n")
    ),
    "second language": Edit(_replace("language: en\n", "language:\n- en\n- fr\n"), _meta("language", ["en", "fr"])),
    "widget prompt changed": Edit(
        _replace('- text: "My dream is"', '- text: "I have a dream"'), _has('- text: "I have a dream"')
    ),
    "widget prompt added": Edit(
        _replace('- text: "My dream is"\n', '- text: "My dream is"\n- text: "America is"\n'),
        _has('- text: "America is"'),
    ),
    "note under the table": Edit(
        _replace("| Tweets kept | 2738 |\n", "| Tweets kept | 2738 |\n\nCounted in May 2021.\n"),
        _has("Counted in May 2021."),
    ),
    "whole card rewritten": Edit(lambda card: REWRITTEN, _has("I wrote all of this myself."), conflict=True),
    "saved with CRLF": Edit(lambda card: card.replace("\n", "\r\n"), lambda card: "\n" not in card.replace("\r\n", "")),
    "trailing space": Edit(_replace("## How to use\n", "## How to use \n"), _has("## How to use")),
    "blank lines at the end": Edit(lambda card: card + "\n\n", _has("## How to use")),
    "hard line break": Edit(
        _replace("a pipeline for text generation:", "a pipeline for text generation:  \nsee below:"),
        _has("generation:  \nsee below:"),
        conflict=True,
    ),
    "key reordered": Edit(
        lambda card: card.replace("language: en\n", "", 1).replace("widget:\n", "language: en\nwidget:\n", 1),
        lambda card: card.index("\ntags:") < card.index("\nlanguage:"),
    ),
    "comment in YAML": Edit(
        _replace("tags:\n", "# asked for by the library\ntags:\n"), _has("# asked for by the library\ntags:")
    ),
    "comment beside a value that changes": Edit(
        _replace("language: en\n", "language: en  # mostly\n"), _has("language: en  # mostly"), conflict=True
    ),
    "thumbnail replaced": Edit(
        _replace(JOE.thumbnail or "", "https://example.org/mine.png"),
        _meta("thumbnail", "https://example.org/mine.png"),
    ),
    "key of another tool": Edit(
        _replace("widget:\n", "co2_eq_emissions:\n  emissions: 4.5\nwidget:\n"),
        _meta("co2_eq_emissions", {"emissions": 4.5}),
    ),
    "section removed": Edit(
        lambda card: re.sub(r"## Limitations and bias\n.*?(?=## About)", "", card, flags=re.DOTALL),
        lambda card: "## Limitations and bias" not in card,
    ),
    "picture added in the introduction": Edit(
        _replace("## How does it work?", "![me](https://example.org/me.png)\n\n## How does it work?"),
        _has("![me](https://example.org/me.png)"),
    ),
    "byte order mark": Edit(lambda card: "\ufeff" + card, lambda card: card.startswith("\ufeff")),
    "front matter broken": Edit(_replace("tags:\n", "tags: [\n"), _has("tags: [\n"), conflict=True),
}


@pytest.mark.parametrize("name", EDITS)
def test_edit_survives_another_template(name: str) -> None:
    edit = EDITS[name]
    base, ours = render(JOE), render(MODERN)
    theirs = edit.make(base)
    assert theirs != base
    result = merge(base, theirs, ours)
    assert bool(result.conflicts) == edit.conflict, result.conflicts
    if result.conflicts:
        assert result.text == theirs
        assert all(conflict.theirs != conflict.ours for conflict in result.conflicts)
        assert edit.shows(merge(base, theirs, ours, policy="keep-theirs").text)
    else:
        assert edit.shows(result.text)
        meta = frontmatter.load(frontmatter.split(result.text.replace("\r\n", "\n")).yaml or "")
        assert meta["hubtweets"]["template"] == "hubtweets@1"
        assert meta["base_model"] == "openai-community/gpt2"
        assert "## Ask for removal" in result.text


# The same kind of edits of our own card, when the template goes from one version to the next.
NEXT: dict[str, Edit] = {
    "typo fixed": Edit(_replace("The model has", "This model has"), _has("This model has")),
    "tag added": EDITS["tag added"],
    "tag added in front": Edit(
        _replace("- huggingtweets\n", "- politics\n- huggingtweets\n"), _has("- politics\n- huggingtweets\n")
    ),
    "section added at the top": Edit(_replace("## How to use", NOTE + "## How to use"), _has(NOTE)),
    "section added in the middle": Edit(_replace("## Ask for", NOTE + "## Ask for"), _has(NOTE)),
    "section added at the end": EDITS["section added at the end"],
    "licence added": Edit(_replace("tags:\n", "license: mit\ntags:\n"), _meta("license", "mit")),
    "widget changed": EDITS["widget prompt changed"]._replace(
        make=_replace("- text: My dream is", '- text: "I have a dream"')
    ),
    "table note": Edit(
        _replace("| Tweets kept | 2,738 |\n", "| Tweets kept | 2,738 |\n\nCounted in May 2021.\n"),
        _has("Counted in May 2021."),
    ),
    "whole card rewritten": Edit(lambda card: REWRITTEN, _has("I wrote all of this myself."), conflict=True),
    "saved with CRLF": EDITS["saved with CRLF"],
    "trailing space": EDITS["trailing space"],
    "key reordered": Edit(
        lambda card: card.replace("library_name: transformers\n", "", 1).replace(
            "widget:\n", "library_name: transformers\nwidget:\n", 1
        ),
        lambda card: card.index("\npipeline_tag:") < card.index("\nlibrary_name:"),
    ),
    "comment in YAML": EDITS["comment in YAML"],
    "section removed": Edit(
        lambda card: re.sub(r"## Ask for removal\n.*?(?=## How it was made)", "", card, flags=re.DOTALL),
        lambda card: "## Ask for removal" not in card,
    ),
    "paragraph removed": Edit(
        _replace("It is a bot, and does not speak for the person it imitates.\n\n", ""),
        lambda card: "It is a bot" not in card,
    ),
    "line that both change": Edit(
        _replace("Made for fun and for learning", "Made for a talk and for learning"),
        _has("Made for a talk"),
        conflict=True,
    ),
}


@pytest.fixture
def second(tmp_path: Path) -> str:
    """A template that is hubtweets@1 with a new section and one changed word."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "2.md.j2").write_text(
        '{% extends "hubtweets@1" %}\n'
        "{% block samples %}\n## What is new\n\nA section that version 1 did not have.\n\n{% endblock %}\n"
        "{% block limits %}\n"
        "## Intended use and limits\n\n"
        "Made for pleasure and for learning how language models pick up a style. Do not use it to pass its words "
        "off as a person's own, to deceive, or to harass.\n\n"
        "The model has [the limitations and bias of GPT-2]"
        "(https://huggingface.co/openai-community/gpt2#limitations-and-bias), and those of the tweets it was trained "
        "on. It states things that are not true, and may repeat phrases of its training data.\n\n"
        "{% endblock %}\n",
        encoding="utf-8",
    )
    return str(folder)


@pytest.mark.parametrize("name", NEXT)
def test_edit_survives_the_next_version(name: str, second: str) -> None:
    edit = NEXT[name]
    base, ours = render(MODERN), render(MODERN, second)
    theirs = edit.make(base)
    assert theirs != base
    result = merge(base, theirs, ours)
    assert bool(result.conflicts) == edit.conflict, result.conflicts
    if result.conflicts:
        assert result.text == theirs
        assert edit.shows(merge(base, theirs, ours, policy="keep-theirs").text)
        assert "template: mine@2" in merge(base, theirs, ours, policy="keep-ours").text
    else:
        assert edit.shows(result.text)
        assert "template: mine@2" in result.text
        assert "A section that version 1 did not have." in result.text
        assert "for pleasure" in result.text


def test_sections_of_their_own_stay_where_they_were() -> None:
    base, ours = render(JOE), render(MODERN)
    theirs = base.replace("## How to use", NOTE + "### Deeper\n\nMore.\n\n## How to use") + "\n## Thanks\n\nTo you.\n"
    result = merge(base, theirs, ours)
    assert result.conflicts == ()
    assert "tracked at every step of the pipeline.\n\n" + NOTE + "### Deeper\n\nMore.\n\n## Intended use" in result.text
    assert result.text.endswith("under `hubtweets`.\n\n## Thanks\n\nTo you.\n")


def test_what_is_not_touched_keeps_its_spelling() -> None:
    base = "---\nlanguage: en\ntags:\n- a\n---\n\nold\n"
    theirs = (
        "---\nextra: 'x'\nlanguage: en\nnorwegian: no\nbig: 1_000\ndate: 2021-05-07\ntags: [a, \"b\"]\n---\n\nold\n"
    )
    ours = "---\nlanguage: en\ntags:\n- a\n- c\nlibrary_name: transformers\n---\n\nnew\n"
    result = merge(base, theirs, ours)
    assert result.conflicts == ()
    assert result.text == (
        "---\nextra: 'x'\nlanguage: en\nnorwegian: no\nbig: 1_000\ndate: 2021-05-07\ntags:\n- a\n- b\n- c\n"
        "library_name: transformers\n---\n\nnew\n"
    )


def test_both_sides_of_a_conflict_are_told() -> None:
    base, theirs, ours = (
        "---\nlicense: {}\n---\n\n# T\n\n{}\n".format(*pair) for pair in [("a", "x"), ("b", "y"), ("c", "z")]
    )
    result = merge(base, theirs, ours)
    assert [conflict.place for conflict in result.conflicts] == ["front matter: license", "section: T"]
    assert result.conflicts[0][1:4] == ("license: a\n", "license: b\n", "license: c\n")
    assert result.text == theirs
    assert merge(base, theirs, ours, policy="keep-ours").text == ours
    assert merge(base, theirs, ours, policy="keep-theirs").text == theirs


@pytest.mark.parametrize("template", ["huggingtweets-2021-05@1", "hubtweets@1"])
def test_metadata_written_by_huggingface_hub(template: str, second: str) -> None:
    """Its writer rewrites the whole front matter: other quotes, other indentation, emoji as escapes."""
    from huggingface_hub import ModelCard

    record = msgspec.structs.replace(JOE, accounts=(msgspec.structs.replace(JOE.accounts[0], name="Joe 🦉"),))
    base, ours = render(record, template), render(record, second)
    card = ModelCard(base)
    card.data.license = "mit"
    card.data.tags = [*(card.data.tags or []), "politics"]
    theirs = str(card)
    result = merge(base, theirs, ours)
    assert result.conflicts == ()
    meta = frontmatter.load(frontmatter.split(result.text).yaml or "")
    assert meta["license"] == "mit"
    assert meta["tags"] == ["huggingtweets", "politics"]
    assert meta["hubtweets"] == frontmatter.load(frontmatter.split(ours).yaml or "")["hubtweets"]
    assert "A section that version 1 did not have." in result.text


def trained(loss: float, kept: int, said: str) -> ModelRecord:
    """Joe's record after a training, with samples and results."""
    counts = Counts(downloaded=kept + 512, retweets=476, short=36, kept=kept)
    return msgspec.structs.replace(
        MODERN,
        accounts=(msgspec.structs.replace(JOE.accounts[0], counts=counts),),
        run=Run(
            metrics={"eval_loss": loss, "perplexity": loss * 7},
            train_posts=kept - 100,
            held_out_posts=100,
            parameters=124_439_808,
            seed=kept,
        ),
        samples=(Sample(prompt="My dream is", text=said), Sample(prompt="Today", text=f"{said} again")),
    )


OLD, NEW = trained(3.5, 2738, "to rest"), trained(3.25, 2800, "to run")
METRIC = "    - type: bleu\n      value: 12.5\n"
SECTIONS = re.compile(r"(?=^## )", re.MULTILINE)

# Edits of our own card that was published again with newer posts: numbers, samples and results change under them.
AGAIN: dict[str, Edit] = {
    "result added": Edit(
        _replace("      name: Held-out perplexity\n", "      name: Held-out perplexity\n" + METRIC),
        lambda card: [
            [metric["value"] for metric in result["metrics"]]
            for model in frontmatter.load(frontmatter.split(card).yaml or "")["model-index"]
            for result in model["results"]
        ]
        == [[3.25, 22.75, 12.5]],
    ),
    "widget example added": Edit(
        _replace("model-index:\n", "- text: Mine is\nmodel-index:\n"),
        lambda card: [
            example["text"] for example in frontmatter.load(frontmatter.split(card).yaml or "")["widget"]
        ] == ["My dream is", "Today", "Mine is"],
    ),
    "widget examples replaced": Edit(
        lambda card: re.sub(r"(?<=\nwidget:\n).*?(?=model-index)", "- text: Mine is\n", card, flags=re.DOTALL),
        _meta("widget", [{"text": "Mine is"}]),
        conflict=True,
    ),
    "prompt of an example changed": Edit(
        _replace("- text: Today\n", "- text: Tomorrow\n"), _has("- text: Tomorrow\n"), conflict=True
    ),
    "base model corrected": Edit(
        _replace("base_model: openai-community/gpt2\n", "base_model: me/gpt2\n"), _meta("base_model", "me/gpt2")
    ),
    "note under the table": Edit(
        _replace("| Tweets kept | 2,738 |\n", "| Tweets kept | 2,738 |\n\nCounted in May 2021.\n"),
        _has("| Tweets kept | 2,800 |\n\nCounted in May 2021.\n\nLinks are removed"),
    ),
    "two notes in the introduction": Edit(
        lambda card: re.sub(r"(</div>\n\n)([^\n]*\n\n)", r"\1First note.\n\n\2Second note.\n\n", card, count=1),
        lambda card: re.search(r"</div>\n\nFirst note\.\n\nA lang[^\n]* 2,800 [^\n]*\n\nSecond note\.\n\nIt is", card)
        is not None,
    ),
    "title above everything": Edit(
        _replace("---\n\n<div", "---\n\n# Joe's bot\n\n<div"), _has("---\n\n# Joe's bot\n\n<div")
    ),
    "heading inside a section": Edit(
        _replace("Links are removed", "### Cleaning\n\nLinks are removed"),
        _has("| Tweets kept | 2,800 |\n\n### Cleaning\n\nLinks are removed"),
    ),
    "headings in the middle of a list": Edit(
        _replace("- Parameters: 124,439,808\n", "- Parameters: 124,439,808\n\n## Mine\n\nMy text.\n\n## Yours\n\n"),
        _has("- Parameters: 124,439,808\n\n## Mine\n\nMy text.\n\n## Yours\n\n- Seed: "),
        conflict=True,
    ),
    "heading in other words": Edit(
        _replace("## Training data\n", "## What it learned from\n"),
        lambda card: "## What it learned from\n\n| Data" in card and "Training data" not in card,
    ),
    "heading taken out": Edit(
        _replace("## Training data\n\n", ""),
        lambda card: "## Training data" not in card and card.count("tweets downloaded".capitalize()) == 1,
    ),
    "sections in another order": Edit(
        lambda card: "".join([(parts := SECTIONS.split(card))[0], *reversed(parts[1:])]),
        lambda card: [part.partition("\n")[0] for part in SECTIONS.split(card)[1:]]
        == ["## How it was made", "## Ask for removal", "## Intended use and limits", "## Results",
            "## Training data", "## Samples", "## How to use"],
    ),
    "samples taken out": Edit(
        lambda card: re.sub(r"## Samples\n.*?(?=## Training data)", "", card, flags=re.DOTALL),
        lambda card: "## Samples" not in card,
        conflict=True,
    ),
    "row added to the table": Edit(
        _replace("| Short tweets | 36 |\n", "| Short tweets | 36 |\n| Replies | 12 |\n| Likes | 9 |\n"),
        _has("|\n| Replies | 12 |\n| Likes | 9 |\n| "),
    ),
    "row of the table called otherwise": Edit(
        _replace("| Short tweets | 36 |\n", "| Very short tweets | 36 |\n"),
        _has("| Very short tweets | 36 |"),
        conflict=True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", AGAIN)
def test_edit_survives_new_facts(name: str) -> None:
    edit = AGAIN[name]
    base, ours = render(OLD), render(NEW)
    theirs = edit.make(base)
    assert theirs != base
    result = merge(base, theirs, ours)
    assert bool(result.conflicts) == edit.conflict, result.conflicts
    assert edit.shows(merge(base, theirs, ours, policy="keep-theirs").text)
    lines = merge(base, theirs, ours, policy="keep-ours").text.splitlines()
    assert [line for line in lines if len(line) > 40 and lines.count(line) > 1] == []
    if result.conflicts:
        assert result.text == theirs
    else:
        assert frontmatter.load(frontmatter.split(result.text).yaml or "")["hubtweets"] == to_data(NEW)
        assert "2,800" in result.text
        assert "2,738" not in result.text


def test_both_put_the_sections_in_another_order() -> None:
    base, theirs, ours = ("".join(f"# {title}\n\nText.\n\n" for title in order) for order in ("ABC", "CAB", "BAC"))
    result = merge(base, theirs, ours)
    assert [conflict.place for conflict in result.conflicts] == ["order of sections"]
    assert result.text == theirs
    assert merge(base, theirs, ours, policy="keep-ours").text.rstrip() == ours.rstrip()
    assert merge(base, theirs, ours, policy="keep-theirs").text.rstrip() == theirs.rstrip()


def test_a_heading_whose_text_is_gone_is_a_conflict() -> None:
    base, ours = "# A\n\none\n\ntwo words\n", "# A\n\nthree\n"
    theirs = "# A\n\none\n\n## Mine\n\ntwo words\n"
    assert [conflict.place for conflict in merge(base, theirs, ours).conflicts] == ["section: A"]


def test_one_value_that_both_replaced_does_not_become_two() -> None:
    base, theirs, ours = (f"---\nbase_model: {name}\n---\n" for name in ("gpt2", "me/gpt2", "distilgpt2"))
    assert [conflict.place for conflict in merge(base, theirs, ours).conflicts] == ["front matter: base_model"]


def test_the_record_edited_by_hand_keeps_one_account() -> None:
    base, ours = render(OLD), render(NEW)
    theirs = base.replace("avatar_url: https://pbs", "avatar_url: https://mine")
    (account,) = frontmatter.load(frontmatter.split(merge(base, theirs, ours).text).yaml or "")["hubtweets"]["accounts"]
    assert account["avatar_url"].startswith("https://mine")
    assert account["counts"]["kept"] == 2800
    theirs = base.replace("{downloaded: 3250, ", "{downloaded: 3251, ")
    assert [conflict.place for conflict in merge(base, theirs, ours).conflicts] == ["front matter: hubtweets"]


def test_the_record_stays_the_last_key() -> None:
    base, ours = render(JOE), render(MODERN)
    theirs = base.replace('widget:\n- text: "My dream is"\n', "")
    assert list(frontmatter.load(frontmatter.split(merge(base, theirs, ours).text).yaml or ""))[-1] == "hubtweets"
