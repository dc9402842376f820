"""Rules about the front matter: what the Hub's metadata may say."""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Container, Iterator
from typing import Any

from hubtweets._shared import vocabulary, yaml12
from hubtweets.card.checking.engine import Card, Fault, Replacement, Severity, rule

_ID = re.compile(r"(?:[A-Za-z0-9_][\w.-]*/)?[A-Za-z0-9_][\w.-]*", re.ASCII)
_FORM_OF_ID = re.compile(r"(?:[\w.-]+/)?[\w.-]+", re.ASCII)
"""What the Hub takes for an id in metadata, whether or not a repo can be called so."""
_LIST_ID = re.compile(r"[a-z0-9][a-z0-9.+_-]*")
_MOST_COMPARED = 200  # unknown keys that are compared with those of the Hub
_MODEL_INDEX = "https://github.com/huggingface/hub-docs/blob/main/modelcard.md"


@rule(
    "front-matter-missing",
    "warning",
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
    unknown = ((name, key) for name, (key, _) in card.keys.items() if name not in vocabulary.KEYS)
    for name, key in itertools.islice(unknown, _MOST_COMPARED):
        near = difflib.get_close_matches(name.lower().replace("-", "_"), vocabulary.KEYS - card.keys.keys(), 1, 0.84)
        if near:
            start, end = card.span(key)
            yield Fault(
                start, f"The Hub does not know `{name}`; `{near[0]}` is meant.", Replacement(start, end, near[0])
            )


def _items(card: Card, name: str) -> Iterator[tuple[Any, int]]:
    """The nodes of a key that holds one value or a list, each with its place; none where it is empty."""
    if name in card.keys:
        _, value = card.keys[name]
        for node in value.value if _is(value, "sequence") else [value]:
            if not (node is value and _is_null(node)):
                yield node, card.at(node)


def _empty(card: Card, name: str) -> Iterator[Fault]:
    """A key that the Hub refuses without a value; of most others it takes that."""
    if name in card.keys and _is_null(card.keys[name][1]):
        yield Fault(card.at(card.keys[name][0]), f"`{name}` has no value: the Hub refuses that; leave the key out.")


def _is(node: Any, kind: str) -> bool:
    return str(node.id) == kind


def _is_null(node: Any) -> bool:
    return _is(node, "scalar") and str(node.tag) == "tag:yaml.org,2002:null"


def _is_text(node: Any) -> bool:
    """Whether every reader takes a node for text."""
    return _is_text_on_the_hub(node) and str(node.tag) == yaml12.TEXT


def _is_text_on_the_hub(node: Any) -> bool:
    """Whether the Hub takes it for text: a bare `no`, `12:30`, a date too."""
    return _is(node, "scalar") and yaml12.tag(node) in (yaml12.TEXT, "tag:yaml.org,2002:timestamp")


def _told(node: Any) -> str:
    """A node as a message names it."""
    if not _is(node, "scalar"):
        return "a list" if _is(node, "sequence") else "a mapping"
    value = str(node.value)
    return repr(value if len(value) <= 60 else value[:57] + "...")


@rule("license-unknown", "error", "A licence that the Hub does not know.", "Use an id of the Hub's list, or `other`.")
def licence(card: Card) -> Iterator[Fault]:
    yield from _empty(card, "license")
    for node, at in _items(card, "license"):
        if not _is_text(node):
            yield Fault(at, f"The Hub refuses {_told(node)} as a licence.")
        elif node.value not in vocabulary.LICENSES:
            wanted = str(node.value).lower().replace(" ", "-")
            fix = Replacement(*card.span(node), wanted) if wanted in vocabulary.LICENSES else None
            if _LIST_ID.fullmatch(node.value):  # one of the Hub's newer ones, for all that is known here
                told = f"The licence {_told(node)} is not in the Hub's list of {vocabulary.DATE}; it refuses others."
                yield Fault(at, told, fix, "note")
            else:
                yield Fault(at, f"The Hub refuses the licence {_told(node)}.", fix)
    if card.data.get("license") == "other" and not card.data.get("license_name"):
        yield Fault(card.at(card.keys["license"][0]), "The licence `other` has no `license_name`.", None, "note")


@rule(
    "language-unknown",
    "error",
    "A language that is no ISO 639 code.",
    "Use a code such as `en`, or `multilingual`; BCP-47 codes go under `language_bcp47`.",
)
def language(card: Card) -> Iterator[Fault]:
    yield from _empty(card, "language")
    for node, at in _items(card, "language"):
        value = str(node.value)
        if not _is(node, "scalar"):
            yield Fault(at, f"The Hub refuses {_told(node)} as a language.")
        elif not _is_text(node) and value.lower() in vocabulary.LANGUAGES:  # Norwegian
            quoted = Replacement(*card.span(node), f"'{value.lower()}'")
            yield Fault(at, f"The Hub reads {_told(node)} as text, Python's libraries as false.", quoted, "note")
        elif not (value in vocabulary.LANGUAGES or re.fullmatch("[a-z]{3}", value) or value in _NO_LANGUAGE):
            fix = Replacement(*card.span(node), value.lower()) if value.lower() in vocabulary.LANGUAGES else None
            severity: Severity | None = "warning" if re.fullmatch("[a-z]{2}", value) else None  # the Hub minds the form
            yield Fault(at, f"{_told(node)} is not an ISO 639 code in lower case.", fix, severity)


_NO_LANGUAGE = frozenset({"code", "multilingual"})


@rule(
    "pipeline-tag-unknown",
    "warning",
    "A task that the Hub does not have.",
    "Use a task of https://huggingface.co/tasks.",
)
def pipeline_tag(card: Card) -> Iterator[Fault]:
    yield from _known(card, "pipeline_tag", vocabulary.TASKS, "task")


@rule(
    "library-unknown", "warning", "A library that the Hub does not have.", "Use the Hub's id, such as `transformers`."
)
def library(card: Card) -> Iterator[Fault]:
    yield from _known(card, "library_name", vocabulary.LIBRARIES, "library")


def _known(card: Card, name: str, words: Container[str], what: str) -> Iterator[Fault]:
    """The value of a key that has one of a list of words. What is not in the list may be newer than the list is."""
    if name not in card.keys:
        return
    _, node = card.keys[name]
    if _is_null(node) or (_is_text(node) and node.value in words):
        return
    if not _is_text_on_the_hub(node):
        yield Fault(card.at(node), f"The Hub refuses {_told(node)} as a {what}.", None, "error")
        return
    names = {word.lower().replace(" ", "-").replace("_", "-"): word for word in getattr(words, "keys", list)()}
    wanted = str(node.value).lower().replace(" ", "-").replace("_", "-")
    if wanted in names:
        fix = Replacement(*card.span(node), names[wanted])
        yield Fault(card.at(node), f"The Hub has no {what} {_told(node)}; it has `{names[wanted]}`.", fix)
        return
    near = difflib.get_close_matches(wanted, names, 1, 0.84)
    if near:
        yield Fault(card.at(node), f"The Hub has no {what} {_told(node)}; is `{names[near[0]]}` meant?")
    else:
        told = f"The {what} {_told(node)} is not in the Hub's list of {vocabulary.DATE}."
        yield Fault(card.at(node), told, None, "note")


@rule("base-model-id", "error", "A base model that is no id on the Hub.", "Write it as `namespace/name`.")
def base_model(card: Card) -> Iterator[Fault]:
    yield from _ids(card, "base_model", "https://huggingface.co/")
    if "base_model_relation" not in card.keys:
        return
    node = card.keys["base_model_relation"][1]
    if _is_text_on_the_hub(node) and node.value not in _RELATIONS.values():
        short = re.sub("[ _-]", "", str(node.value)).lower()
        meant = next((name for beginning, name in _RELATIONS.items() if short.startswith(beginning)), None)
        told = f"The Hub ignores {_told(node)}; a model is a {', '.join(_RELATIONS.values())} of its base."
        yield Fault(card.at(node), told, Replacement(*card.span(node), meant) if meant else None, "warning")


_RELATIONS = {"finetun": "finetune", "adapt": "adapter", "quanti": "quantized", "merg": "merge"}
"""How the relations to a base model begin, by whoever spells them, and their names on the Hub
(https://huggingface.co/docs/hub/model-cards#specifying-a-base-model)."""


@rule("dataset-id", "error", "A dataset that is no id on the Hub.", "Write it as `namespace/name`.")
def datasets(card: Card) -> Iterator[Fault]:
    yield from _ids(card, "datasets", "https://huggingface.co/datasets/")


def _ids(card: Card, name: str, prefix: str) -> Iterator[Fault]:
    for node, at in _items(card, name):
        if not _is_text_on_the_hub(node):
            yield Fault(at, f"The Hub wants an id here, not {_told(node)}.")
            continue
        value = str(node.value)
        if _ID.fullmatch(value) and len(value) <= 96:
            continue
        bare = value.removeprefix(prefix).rstrip("/")
        fix = Replacement(*card.span(node), bare) if bare != value and _ID.fullmatch(bare) else None
        severity: Severity | None = "warning" if _FORM_OF_ID.fullmatch(value) else None
        yield Fault(at, f"{_told(node)} is not an id on the Hub.", fix, severity)


@rule("tags-shape", "error", "`tags` is not a list of texts.", "Write one tag a line, each after `- `.")
def tags(card: Card) -> Iterator[Fault]:
    if "tags" not in card.keys or _is_null(card.keys["tags"][1]):
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
        if not _is_text_on_the_hub(node):
            fix = Replacement(*card.span(node), f"'{node.value}'") if _is(node, "scalar") and node.value else None
            yield Fault(card.at(node), f"YAML does not read {_told(node)} as text.", fix)


@rule("value-shape", "error", "A value of another kind than the Hub takes.", "Write a text, or a list of texts.")
def value_shape(card: Card) -> Iterator[Fault]:
    for node, at in _items(card, "metrics"):
        if not _is_text_on_the_hub(node):
            yield Fault(at, f"A metric is named by its id, not by {_told(node)}; results go under `model-index`.")
    for name in ("pretty_name", "thumbnail", "license_name", "license_link", "new_version", "base_model_relation"):
        if name in card.keys and not (_is_null(node := card.keys[name][1]) or _is(node, "scalar")):
            yield Fault(card.at(node), f"`{name}` is one text, not {_told(node)}.")


@rule(
    "widget-shape",
    "warning",
    "A widget example that the Hub cannot show.",
    "Each example is `- text: …`, its answer `output: {text: …}`.",
)
def widget(card: Card) -> Iterator[Fault]:
    if "widget" not in card.keys:
        return
    _, value = card.keys["widget"]
    if str(value.tag) == "tag:yaml.org,2002:bool" and str(value.value).lower() in ("true", "false"):
        return
    if not _is(value, "sequence"):
        yield Fault(card.at(value), "The Hub needs a list of examples here.", None, "error")
        return
    # Where no task is stated, the Hub takes it from config.json or the tags, and the examples may be of any kind.
    writes = card.data.get("pipeline_tag") == "text-generation"
    for node in value.value:
        if not _is(node, "mapping"):
            yield Fault(card.at(node), "An example is a mapping with a `text`.")
            continue
        example = {str(key.value): item for key, item in node.value}
        if writes and not ({"text", "messages"} & example.keys()):
            yield Fault(card.at(node), "This example has no `text`.")
        if "text" in example and not _is_text_on_the_hub(example["text"]):
            yield Fault(card.at(example["text"]), "YAML does not read this example as text.")
        if writes and "output" in example:
            output = example["output"]
            inside = {str(key.value) for key, _ in output.value} if _is(output, "mapping") else set()
            if "text" not in inside:
                yield Fault(card.at(output), "The `output` of text generation is a mapping with a `text`.")


@rule("model-index-shape", "error", "Results that the Hub cannot read.", f"The shape is in {_MODEL_INDEX}.")
def model_index(card: Card) -> Iterator[Fault]:
    if "model-index" not in card.keys or _is_null(card.keys["model-index"][1]):
        return
    key, value = card.keys["model-index"]
    index = card.hub_data.get("model-index")
    if not isinstance(index, list):
        yield Fault(card.at(value), "`model-index` is not a list.")
        return
    for number, model in enumerate(index):
        at = card.at(value.value[number]) if value.value else card.at(key)
        yield from (Fault(at, told) for told in _model(model))
        if isinstance(model, dict) and isinstance(model.get("results"), list):
            for result in model["results"]:
                if isinstance(result, dict) and result.get("dataset") is None:
                    told = "A result without `dataset`: the Hub shows it, huggingface_hub cannot read it."
                    yield Fault(at, told, None, "warning")


def _model(model: Any) -> Iterator[str]:
    if not isinstance(model, dict) or not isinstance(model.get("name"), str):
        yield "A model without a `name`."
        return
    if not isinstance(model.get("results"), list):
        yield "`results` is not a list."
        return
    for result in model["results"]:
        if isinstance(result, dict):
            yield from _result(result)
        else:
            yield "A result that is no mapping."


def _result(result: dict[str, Any]) -> Iterator[str]:
    task, dataset, metrics = result.get("task"), result.get("dataset"), result.get("metrics")
    if not isinstance(task, dict) or not isinstance(task.get("type"), str):
        yield "A result without `task.type`."
    if dataset is not None:
        for name in ("type", "name"):
            if not isinstance(dataset, dict) or not isinstance(dataset.get(name), str):
                yield f"A result without `dataset.{name}`."
        for name in ("config", "split", "revision"):
            if isinstance(dataset, dict) and name in dataset and not isinstance(dataset[name], str):
                told = "empty" if dataset[name] is None else "no text"
                yield f"`dataset.{name}` is {told}: the Hub takes a text, or the key left out."
    if not isinstance(metrics, list):
        yield "A result without `metrics`."
        return
    for metric in metrics:
        if not isinstance(metric, dict) or not isinstance(metric.get("type"), str) or metric.get("value") is None:
            yield "A metric without `type` and `value`."
        elif metric["value"] != metric["value"]:
            yield f"The value of {metric['type']!r:.60} is no number."
