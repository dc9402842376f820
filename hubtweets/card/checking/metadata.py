"""Rules about the front matter: what the Hub's metadata may say."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from hubtweets.card import vocabulary
from hubtweets.card.checking.engine import Card, Fault, Replacement, rule
from hubtweets.licenses import LICENSES

_ID = re.compile(r"(?:[A-Za-z0-9_][\w.-]*/)?[A-Za-z0-9_][\w.-]*", re.ASCII)
_MODEL_INDEX = "https://github.com/huggingface/hub-docs/blob/main/modelcard.md"


@rule(
    "front-matter-missing",
    "error",
    "The card has no front matter.",
    "Begin the card with metadata between `---` lines.",
)
def missing(card: Card) -> Iterator[Fault]:
    if card.parts.yaml is None or not card.parts.yaml.strip():
        yield Fault(0, "The card has no metadata: the Hub does not know what this model is.")


@rule("front-matter-invalid", "error", "The front matter is not a YAML mapping.", "Put the YAML right at this place.")
def invalid(card: Card) -> Iterator[Fault]:
    if card.unreadable is not None:
        line, _, column = (card.unreadable.place or "2:1").partition(":")
        lines = card.text.split("\n")
        start = sum(len(text) + 1 for text in lines[: int(line) - 1])
        message = card.unreadable.message
        yield Fault(min(start + int(column or 1) - 1, len(card.text)), f"{message[:1].upper()}{message[1:]}.")


@rule(
    "key-misspelled", "warning", "A key that is nearly one of the Hub's.", "Use the Hub's spelling; it ignores others."
)
def misspelled(card: Card) -> Iterator[Fault]:
    for name, (key, _) in card.keys.items():
        if name in vocabulary.KEYS:
            continue
        near = difflib.get_close_matches(name.lower().replace("-", "_"), vocabulary.KEYS - card.keys.keys(), 1, 0.84)
        if near:
            start, end = card.span(key)
            yield Fault(
                start, f"The Hub does not know `{name}`; `{near[0]}` is meant.", Replacement(start, end, near[0])
            )


def _items(card: Card, name: str) -> Iterator[tuple[Any, Any]]:
    """The nodes of a key that holds one value or a list, each with its place."""
    if name in card.keys:
        _, value = card.keys[name]
        for node in value.value if _is(value, "sequence") else [value]:
            yield node, card.at(node)


def _is(node: Any, kind: str) -> bool:
    return str(node.id) == kind


def _is_text(node: Any) -> bool:
    return _is(node, "scalar") and node.tag == "tag:yaml.org,2002:str"


@rule("license-unknown", "error", "A licence that the Hub does not know.", "Use an id of the Hub's list, or `other`.")
def licence(card: Card) -> Iterator[Fault]:
    for node, at in _items(card, "license"):
        if not _is_text(node) or node.value not in LICENSES:
            value = str(node.value)
            wanted = value.lower().replace(" ", "-")
            fix = Replacement(*card.span(node), wanted) if _is_text(node) and wanted in LICENSES else None
            yield Fault(at, f"The Hub refuses the licence {_short(value)}.", fix)


@rule("language-unknown", "error", "A language that is no ISO 639 code.", "Use a code such as `en`, or `multilingual`.")
def language(card: Card) -> Iterator[Fault]:
    for node, at in _items(card, "language"):
        value = str(node.value)
        if not _is_text(node):
            fix = None
            if _is(node, "scalar") and value.lower() in vocabulary.LANGUAGES:  # Norwegian
                fix = Replacement(*card.span(node), f"'{value.lower()}'")
            yield Fault(at, f"YAML does not read {_short(value)} as text.", fix)
            continue
        base = value.partition("-")[0].lower()
        known = base in vocabulary.LANGUAGES or re.fullmatch(r"[a-z]{3}", base) or base in ("code", "multilingual")
        if not known:
            yield Fault(at, f"{_short(value)} is not an ISO 639 code.")


@rule(
    "pipeline-tag-unknown", "error", "A task that the Hub does not have.", "Use a task of https://huggingface.co/tasks."
)
def pipeline_tag(card: Card) -> Iterator[Fault]:
    yield from _known(card, "pipeline_tag", vocabulary.PIPELINE_TAGS, "task")


@rule(
    "library-unknown", "warning", "A library that the Hub does not have.", "Use the Hub's id, such as `transformers`."
)
def library(card: Card) -> Iterator[Fault]:
    yield from _known(card, "library_name", vocabulary.LIBRARIES, "library")


def _known(card: Card, name: str, words: frozenset[str], what: str) -> Iterator[Fault]:
    if name not in card.keys:
        return
    _, node = card.keys[name]
    if _is_text(node) and node.value in words:
        return
    wanted = str(node.value).lower().replace(" ", "-").replace("_", "-") if _is_text(node) else ""
    fix = Replacement(*card.span(node), wanted) if wanted in words else None
    near = difflib.get_close_matches(wanted, words, 1) if wanted else []
    maybe = f"; is `{near[0]}` meant?" if near else "."
    yield Fault(card.at(node), f"The Hub has no {what} {_short(str(node.value))}{maybe}", fix)


@rule("base-model-id", "error", "A base model that is no id on the Hub.", "Write it as `namespace/name`.")
def base_model(card: Card) -> Iterator[Fault]:
    yield from _ids(card, "base_model", "https://huggingface.co/")


@rule("dataset-id", "error", "A dataset that is no id on the Hub.", "Write it as `namespace/name`.")
def datasets(card: Card) -> Iterator[Fault]:
    yield from _ids(card, "datasets", "https://huggingface.co/datasets/")


def _ids(card: Card, name: str, prefix: str) -> Iterator[Fault]:
    for node, at in _items(card, name):
        value = str(node.value)
        if _is_text(node) and _ID.fullmatch(value) and len(value) <= 96:
            continue
        bare = value.removeprefix(prefix).rstrip("/")
        fix = Replacement(*card.span(node), bare) if bare != value and _ID.fullmatch(bare) else None
        yield Fault(at, f"{_short(value)} is not an id on the Hub.", fix)


@rule("tags-shape", "error", "`tags` is not a list of texts.", "Write one tag a line, each after `- `.")
def tags(card: Card) -> Iterator[Fault]:
    if "tags" not in card.keys:
        return
    _, value = card.keys["tags"]
    if not _is(value, "sequence"):
        fix = None
        if _is_text(value) and "," not in value.value:
            start, end = card.span(value)
            fix = Replacement(start, end, f"[{card.text[start:end]}]")
        yield Fault(card.at(value), "The Hub needs a list here.", fix)
        return
    for node in value.value:
        if not _is_text(node):
            fix = Replacement(*card.span(node), f"'{node.value}'") if _is(node, "scalar") and node.value else None
            yield Fault(card.at(node), f"YAML does not read {_short(str(node.value))} as text.", fix)


@rule(
    "widget-shape",
    "error",
    "A widget example that the Hub cannot show.",
    "Each example is `- text: …`, its answer `output: {text: …}`.",
)
def widget(card: Card) -> Iterator[Fault]:
    if "widget" not in card.keys or card.data.get("widget") is False:
        return
    _, value = card.keys["widget"]
    if not _is(value, "sequence"):
        yield Fault(card.at(value), "The Hub needs a list of examples here.")
        return
    text_task = card.data.get("pipeline_tag", "text-generation") == "text-generation"
    for node in value.value:
        if not _is(node, "mapping"):
            yield Fault(card.at(node), "An example is a mapping with a `text`.")
            continue
        example = {str(key.value): item for key, item in node.value}
        if text_task and not ({"text", "messages"} & example.keys()):
            yield Fault(card.at(node), "This example has no `text`.")
        if "text" in example and not _is_text(example["text"]):
            yield Fault(card.at(example["text"]), "YAML does not read this example as text.")
        if "output" in example:
            output = example["output"]
            inside = {str(key.value) for key, _ in output.value} if _is(output, "mapping") else set()
            if text_task and "text" not in inside:
                yield Fault(card.at(output), "An `output` is a mapping with a `text`.")


@rule("model-index-shape", "error", "Results that the Hub cannot read.", f"The shape is in {_MODEL_INDEX}.")
def model_index(card: Card) -> Iterator[Fault]:
    if "model-index" not in card.keys:
        return
    key, value = card.keys["model-index"]
    at = card.at(key)
    index = card.data.get("model-index")
    if not isinstance(index, list):
        yield Fault(card.at(value), "`model-index` is not a list.")
        return
    for number, model in enumerate(index):
        for problem in _model(model):
            yield Fault(card.at(value.value[number]) if value.value else at, problem)


def _model(model: Any) -> Iterator[str]:
    if not isinstance(model, dict) or not isinstance(model.get("name"), str):
        yield "A model without a `name`."
        return
    if not isinstance(model.get("results"), list):
        yield "`results` is not a list."
        return
    for result in model["results"]:
        if not isinstance(result, dict):
            yield "A result that is no mapping."
            continue
        for part, wanted in (("task", ("type",)), ("dataset", ("type", "name"))):
            inside = result.get(part)
            for name in wanted:
                if not isinstance(inside, dict) or not isinstance(inside.get(name), str):
                    yield f"A result without `{part}.{name}`."
        metrics = result.get("metrics")
        if not isinstance(metrics, list) or not metrics:
            yield "A result without `metrics`."
            continue
        for metric in metrics:
            if not isinstance(metric, dict) or not isinstance(metric.get("type"), str) or metric.get("value") is None:
                yield "A metric without `type` and `value`."


def _short(value: str) -> str:
    return repr(value if len(value) <= 60 else value[:57] + "...")
