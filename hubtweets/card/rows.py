"""Rows that people added to a table of the card: taken out before a merge, and put back after the rows they came after.

So somebody's row between two numbers stands in the way of neither.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from hubtweets.card import sections
from hubtweets.card.form import formless

_DASHES = re.compile(r"\|(?: *:?-+:? *\|)+\s*")


class Row(NamedTuple):
    """A row that somebody added: the header of its table, the first cell of the row above it, and the row."""

    header: str
    above: str
    text: str


class _Table(NamedTuple):
    """A table's header, and its rows by their first cells, each with its place; none by `_DASHES`' own."""

    header: str
    rows: dict[str, int]


def without(base: list[str], theirs: list[str]) -> tuple[list[str], list[Row]]:
    """Theirs without the rows that they added, and those; tables where a row of `base` is missing stay as they are."""
    known = {table.header: table.rows for table in _tables(base)}
    added: dict[int, Row] = {}
    for table in _tables(theirs):
        labels = list(table.rows)
        if known.get(table.header, {}).keys() <= table.rows.keys() and table.header in known:
            for above, label in itertools.pairwise(labels):
                if label not in known[table.header]:
                    place = table.rows[label]
                    added[place] = Row(table.header, above, theirs[place])
    return [line for place, line in enumerate(theirs) if place not in added], list(added.values())


def back(lines: list[str], added: list[Row]) -> list[str] | None:
    """The lines with the rows in them again; None where what one came after is there no more, or one like it is."""
    places = {table.header: table.rows for table in reversed([*_tables(lines)])}
    after: dict[int, list[str]] = {}
    for row in added:
        rows, label = places.get(row.header, {}), _first(row.text)
        if row.above not in rows or label in rows:
            return None
        rows[label] = rows[row.above]  # the next one may come after this one
        after.setdefault(rows[label], []).append(row.text)
    return [text for place, line in enumerate(lines) for text in (line, *after.get(place, ()))]


def _tables(lines: list[str]) -> Iterator[_Table]:
    """Those whose rows can be told apart by their first cells; the line of dashes is the row above the first."""
    inside: dict[str, int] | None = None
    header, twice = "", False
    before = ""
    for place, (line, code) in enumerate([*sections.fenced(lines), ("", False)]):
        if inside is not None and (code or not line.startswith("|")):
            if not twice:
                yield _Table(header, inside)
            inside = None
        elif inside is not None:
            label = _first(line)
            twice = twice or label in inside
            inside[label] = place
        elif not code and before.startswith("|") and _DASHES.fullmatch(line):
            inside, header, twice = {"": place}, formless(before), False
        before = "" if code else line


def _first(line: str) -> str:
    return " ".join(line.split("|")[1].split())
