"""The sections of a card that people edited, found by what they hold where their headings do not tell any more."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from hubtweets.card.sections import Section

Key = tuple[str, int]

_MOST_LOOKED_FOR = 50
"""A card has some 15 sections; each that is not found by its heading is looked for in all of the text."""


def aligned(theirs: list[Section], base: Mapping[Key, Section]) -> dict[Key, Section]:
    """The sections of theirs, in their order, each by the key that it has in `base` where it is one of those."""
    found = _in_one_piece(theirs, base)
    lost = (section for section in base.values() if section.key not in found)
    for section in islice(lost, _MOST_LOOKED_FOR):
        found = _with(section, found, base)
    return found


def _in_one_piece(theirs: list[Section], base: Mapping[Key, Section]) -> dict[Key, Section]:
    """Sections by key, one that somebody parted by headings of their own in one piece again, headings and all."""
    whole: dict[Key, Section] = {}
    home = theirs[0]  # the last one that `base` has
    missing = _missing(home, base)  # what `base` has under that heading and it has not
    since: list[Section] = []
    for section in theirs:
        whole[section.key] = section
        if section.key in base or home.key not in base:
            home, since = section, []
            missing = _missing(home, base)
            continue
        since.append(section)
        if _has_half_of(missing, section.lines):
            home = home._replace(lines=[line for part in (home, *since) for line in part.lines])
            missing = _missing(home, base)
            whole[home.key] = home
            for part in since:
                del whole[part.key]
            since = []
    return whole


def _missing(section: Section, base: Mapping[Key, Section]) -> set[str]:
    return _texts(base[section.key].lines) - _texts(section.lines) if section.key in base else set()


def _with(wanted: Section, theirs: dict[Key, Section], base: Mapping[Key, Section]) -> dict[Key, Section]:
    """`theirs` with `wanted` in it, where half of its text or more is there: under another heading, or under none."""
    texts = _texts(wanted.lines[1:])
    for key, section in theirs.items():
        if key not in base:
            if _has_half_of(texts, section.lines):
                return {wanted.key if other == key else other: one for other, one in theirs.items()}
            continue
        told = texts - _texts(base[key].lines)
        start = next((at for at, line in enumerate(section.lines) if line.strip() in told), len(section.lines))
        if _has_half_of(texts, section.lines[start:]):
            parted: dict[Key, Section] = {}
            for other, one in theirs.items():
                parted[other] = one
                if other == key:
                    parted[key] = one._replace(lines=one.lines[:start])
                    parted[wanted.key] = wanted._replace(lines=one.lines[start:])
            return parted
    return theirs


def _texts(lines: list[str]) -> set[str]:
    return {line.strip() for line in lines} - {""}


def _has_half_of(texts: set[str], lines: list[str]) -> bool:
    return 2 * len(texts & _texts(lines)) >= len(texts) > 0
