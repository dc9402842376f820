"""Rules about what a card states: numbers that add up, and text that agrees with the record."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any

from hubtweets.card import rendering, templates
from hubtweets.card.checking.body import cells, tables
from hubtweets.card.checking.engine import Card, Fault, rule
from hubtweets.errors import RecordError, TemplateError
from hubtweets.record import ModelRecord, from_data

_LABELS = {
    "downloaded": re.compile(r"(?:tweets|posts) downloaded", re.IGNORECASE),
    "retweets": re.compile(r"retweets|reposts", re.IGNORECASE),
    "short": re.compile(r"short (?:tweets|posts)", re.IGNORECASE),
    "kept": re.compile(r"(?:tweets|posts) kept", re.IGNORECASE),
}
_HTML_ROW = re.compile(r"<td[^<>]*>([^<>]*+)</td>\s*+<td[^<>]*>([^<>]*+)</td>", re.IGNORECASE)

_MOST_DIGITS = 20

_STATED = ("base_model", "language", "library_name", "pipeline_tag", "model-index")
"""Front matter keys that state facts of the record; people may change the others as they like."""


@rule(
    "numbers", "error", "Counts that do not add up.", "Kept is downloaded minus retweets minus short, in each column."
)
def numbers(card: Card) -> Iterator[Fault]:
    rows: dict[str | None, tuple[int, list[int | None]]] = {}
    for table in tables(card):
        rows.clear()
        for line in table[2:]:
            label, *values = cells(line.text)
            rows[_label(label)] = (line.start, [_number(value) for value in values])
        yield from _add_up(rows)
    rows.clear()
    for match in _HTML_ROW.finditer(card.parts.body):
        if name := _label(match[1].strip()):
            rows[name] = (card.body_start + match.start(), [_number(match[2].strip())])
    yield from _add_up(rows)


def _label(text: str) -> str | None:
    return next((name for name, pattern in _LABELS.items() if pattern.fullmatch(text)), None)


def _number(text: str) -> int | None:
    bare = text.replace(",", "")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= _MOST_DIGITS else None


def _add_up(rows: dict[str | None, tuple[int, list[int | None]]]) -> Iterator[Fault]:
    if not _LABELS.keys() <= rows.keys():
        return
    at, kept = rows["kept"]
    columns = zip(rows["downloaded"][1], rows["retweets"][1], rows["short"][1], kept, strict=False)
    for downloaded, retweets, short, left in columns:
        if None in (downloaded, retweets, short, left):
            yield Fault(at, "A count in this table is no number.")
        elif downloaded - retweets - short != left:  # type: ignore[operator]
            yield Fault(at, f"{downloaded} - {retweets} - {short} is {downloaded - retweets - short}, not {left}.")  # type: ignore[operator]


def _record(card: Card) -> ModelRecord | None:
    """The record in the card's front matter.

    Raises:
        RecordError: when it is none.
    """
    return from_data(card.data["hubtweets"], ModelRecord) if "hubtweets" in card.keys else None


@rule("record-invalid", "error", "A record that cannot be read.", "Take the front matter of the last good version.")
def record_invalid(card: Card) -> Iterator[Fault]:
    try:
        _record(card)
    except RecordError as error:
        key, _ = card.keys["hubtweets"]
        yield Fault(card.at(key), error.message)


@rule(
    "record-unchecked", "note", "Text that could not be compared with the record.",
    "Name the folder of the template that wrote the card: `--template ./mine/`.",
)  # fmt: skip
def record_unchecked(card: Card) -> Iterator[Fault]:
    try:
        _rendered(card)
    except TemplateError as error:
        key, _ = card.keys["hubtweets"]
        yield Fault(card.at(key), error.message)


@functools.lru_cache(maxsize=1)
def _rendered(card: Card) -> Card | None:
    """The card as its own template makes it of its record; None without a record.

    Raises:
        TemplateError: when that template is not at hand, or fails.
    """
    try:
        record = _record(card)
    except RecordError:
        return None  # told by record-invalid
    if record is None:
        return None
    return Card(rendering.render(record, templates.sibling(record.template, card.template)))


@rule(
    "record-differs", "error", "Text that states something else than the record.",
    "Change the record and render the card again, or put the text right.",
)  # fmt: skip
def record_differs(card: Card) -> Iterator[Fault]:
    try:
        base = _rendered(card)
    except TemplateError:
        return  # told by record-unchecked
    if base is not None:
        yield from _other_keys(base, card)
        yield from _other_rows(base, card)


def _other_keys(base: Card, card: Card) -> Iterator[Fault]:
    was, now = base.data, card.data
    for name in _STATED:
        if name in was and name in now and not _agrees(was[name], now[name]):
            yield Fault(card.at(card.keys[name][0]), f"`{name}` is not what the record gives.")


def _agrees(was: Any, now: Any) -> bool:
    """Whether a value still says all that the record gives; people may add languages, base models and results."""
    if isinstance(was, dict):
        return isinstance(now, dict) and all(key in now and _agrees(value, now[key]) for key, value in was.items())
    if isinstance(was, list) or isinstance(now, list):
        before, after = (value if isinstance(value, list) else [value] for value in (was, now))
        texts = {item for item in after if isinstance(item, str)}
        others = [item for item in after if not isinstance(item, str)]
        return all(
            item in texts if isinstance(item, str) else any(_agrees(item, one) for one in others) for item in before
        )
    return bool(was == now)


def _other_rows(base: Card, card: Card) -> Iterator[Fault]:
    """Rows of tables that the card and its record's own rendering both have, by their first cell."""
    # two rows may begin with the same cell, such as a loss
    wanted: dict[tuple[str, str], dict[tuple[str, ...], list[str]]] = {}
    for table in tables(base):
        for line in table[2:]:
            label, *values = cells(line.text)
            wanted.setdefault((cells(table[0].text)[0], label), {})[_plain(values)] = values
    for table in tables(card):
        title = cells(table[0].text)[0]
        for line in table[2:]:
            label, *values = cells(line.text)
            rows = wanted.get((title, label))
            if rows and _plain(values) not in rows:
                given = next(iter(rows.values()))
                yield Fault(line.start, f"The record gives {', '.join(given)} for {label!r}.")


def _plain(values: list[str]) -> tuple[str, ...]:
    return tuple(value.replace(",", "").strip("*_ ") for value in values)
