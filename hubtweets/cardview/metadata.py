"""What the Hub shows of a card's front matter: chips, widget examples of every kind, results."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

_MOST = 50  # chips of a kind, examples, rows: a card may have any number, a page may not
_SOUND = re.compile(r"\.(mp3|wav|flac|ogg|oga|m4a|opus)$", re.IGNORECASE)
_FILM = re.compile(r"\.(mp4|webm|mov|m4v)$", re.IGNORECASE)


class Chip(NamedTuple):
    """One piece of metadata: what kind (`License`, `Tag` …), and what it says."""

    kind: str
    text: str


class Media(NamedTuple):
    """A picture, sound or film: where it is, and which of the three (`img`, `audio`, `video`)."""

    url: str
    element: str


class Label(NamedTuple):
    """What a classifier said, and its score from 0 to 1; None where the card does not say one."""

    text: str
    score: float | None


class Example(NamedTuple):
    """A widget's example: what is given, and what the model answered (nothing where the card does not say)."""

    title: str | None
    prompt: str
    output: str | None
    given: Media | None = None
    made: Media | None = None
    labels: tuple[Label, ...] = ()


class Result(NamedTuple):
    """A line of `model-index`. `source` says who measured it, at `source_url`; `verified` that the Hub did."""

    task: str
    dataset: str
    metric: str
    value: str
    source: str = ""
    source_url: str | None = None
    verified: bool = False


_KINDS = {
    "pipeline_tag": "Task",
    "library_name": "Library",
    "language": "Language",
    "license": "License",
    "license_name": "License name",
    "base_model": "Base model",
    "base_model_relation": "Relation to the base",
    "new_version": "Newer version",
    "datasets": "Dataset",
    "metrics": "Metric",
    "tags": "Tag",
}


def chips(data: dict[str, Any]) -> list[Chip]:
    """The metadata that the Hub shows above a card."""
    found = [Chip(kind, text) for key, kind in _KINDS.items() if key in data for text in _texts(data[key])]
    if grams := _grams(data.get("co2_eq_emissions")):
        found.append(Chip("Emissions", grams))
    if any(key.startswith("extra_gated_") and data[key] not in (None, False) for key in map(str, data)):
        found.append(Chip("Gated", "access has to be asked for"))
    return found


def examples(data: dict[str, Any], base_url: str | None) -> list[Example]:
    """The examples of the widget, whatever they give to the model."""
    widget = data.get("widget")
    return [
        found
        for example in (widget[:_MOST] if isinstance(widget, list) else ())
        if isinstance(example, dict) and (found := _example(example, base_url)) is not None
    ]


def results(data: dict[str, Any]) -> list[Result]:
    """The lines of `model-index`."""
    found = []
    for model in _dicts(data.get("model-index")):
        for result in _dicts(model.get("results")):
            source = result.get("source")
            told, url = _first(source, "name", "url"), _first(source, "url")
            for metric in _dicts(result.get("metrics")):
                names = [_first(part, "name", "type") for part in (result.get("task"), result.get("dataset"), metric)]
                value, verified = _first(metric, "value"), metric.get("verified") is True
                found.append(Result(names[0], names[1], names[2], value, told, address(url, None), verified))
    return found[:_MOST]


def address(value: Any, base_url: str | None) -> str | None:
    """An address that may be shown: of the web, or a file beside the card."""
    if not isinstance(value, str) or not value:
        return None
    try:
        scheme = urlsplit(value).scheme.lower()
    except ValueError:
        return None
    if scheme in ("http", "https"):
        return value
    return urljoin(base_url, value) if not scheme and base_url is not None else None


def _example(example: dict[str, Any], base_url: str | None) -> Example | None:
    title, output = example.get("example_title"), example.get("output")
    prompt, given = "\n".join(_given(example)), _media(example.get("src"), base_url)
    if not prompt and given is None:
        return None
    told: Any = output
    made: Media | None = None
    labels: tuple[Label, ...] = ()
    if isinstance(output, dict):
        told = next((output[key] for key in ("text", "answer") if key in output), None)
        made = _media(output.get("url"), base_url)
    elif isinstance(output, list):
        labels = tuple(_labels(output))
    text = told if isinstance(told, str) else None
    return Example(None if title is None else str(title), prompt, text, given, made, labels)


def _given(example: dict[str, Any]) -> Iterator[str]:
    """What an example gives as text (https://huggingface.co/docs/hub/models-widgets-examples)."""
    for message in _dicts(example.get("messages")):
        yield f"{_first(message, 'role')}: {_first(message, 'content')}"
    for key in ("text", "question", "context", "source_sentence", "candidate_labels", "prompt"):
        if isinstance(example.get(key), str):
            yield example[key]
    for key in ("sentences", "candidate_labels"):
        if isinstance(example.get(key), list):
            yield from (f"· {text}" for text in _texts(example[key]))
    for key in ("structuredData", "structured_data", "table"):
        columns = example.get(key)
        for name, values in columns.items() if isinstance(columns, dict) else ():
            yield f"{name}: {', '.join(_texts(values))}"


def _media(value: Any, base_url: str | None) -> Media | None:
    url = address(value, base_url)
    if url is None:
        return None
    path = urlsplit(url).path
    return Media(url, "audio" if _SOUND.search(path) else "video" if _FILM.search(path) else "img")


def _labels(output: list[Any]) -> Iterator[Label]:
    for item in _dicts(output):
        label, score = item.get("label"), item.get("score")
        known = score if isinstance(score, int | float) and not isinstance(score, bool) else math.nan
        if isinstance(label, str):
            yield Label(label, min(max(float(known), 0.0), 1.0) if math.isfinite(known) else None)


def _grams(value: Any) -> str | None:
    grams = value.get("emissions") if isinstance(value, dict) else value
    if isinstance(grams, bool) or not isinstance(grams, int | float) or not math.isfinite(grams):
        return None
    source = _first(value, "source")
    return f"{grams:,.4g} g of CO2 equivalents" + (f" ({source})" if source else "")


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if isinstance(item, str | int | float) and str(item).strip()][:_MOST]


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value[:_MOST] if isinstance(item, dict)] if isinstance(value, list) else []


def _first(data: Any, *keys: str) -> str:
    found = data if isinstance(data, dict) else {}
    return next((str(found[key]) for key in keys if isinstance(found.get(key), str | int | float)), "")
