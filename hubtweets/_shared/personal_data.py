"""What shows who somebody is or lets others in: found by its form and taken out of a text.

Found: e-mail addresses, phone numbers, @mentions, keys and tokens of known services, card numbers and IBANs with right
check digits (python-stdnum), and postal addresses of the USA, Canada and the United Kingdom (pyap2). Not found: names
of people, addresses of other countries or without a city, and whatever looks like any other word or number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Literal

from hubtweets._shared import secrets

# Lengths as the standards have them; without any, a long line takes time with its square.
_EMAIL = re.compile(r"[\w.+%-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_PHONE = re.compile(
    r"""(?<![\w.])(?!\d\d?([./-])\d\d?\1\d{4}(?![./-]?\d))(?:  # 05.03.2021 is a date
        (?:\+|00)[1-9][\d\ ().\-/]{5,18}\d           # +49 30 1234567, 0049-30-1234567
      | \(?\d{3}\)?[\ .\-]\d{3}[\ .\-]\d{4}          # (212) 555-0100
      | 0\d{1,4}[\ /.\-]?\d[\d\ /.\-]{5,12}\d        # 030 1234567, 06 12 34 56 78
      | \d{9,12}                                     # 612345678
    )(?!\w)""",
    re.VERBOSE,
)
# @user@server, which looks like an address
_MENTION_ON_A_SERVER = re.compile(r"(?<![\w.+%-])[@＠]\w[\w.-]*[@＠][\w.-]+")
_MENTION = re.compile(r"[@＠]\w[\w.-]*")
_CARD_NUMBER = re.compile(r"(?<![\w.])\d(?:[ -]?\d){12,18}(?!\w)")
_SPACE = re.compile(r"\s")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{1,4}){3,8}\b")

# A postal address has a house number and, somewhere after it, a postal code or a state: pyap2 is asked of nothing else.
_ADDRESS = re.compile(r"\b\d{1,5}\w?,? +[A-Z0-9]")
_PLACE = re.compile(r"\b(?:\d{5}|[A-Z]{2}|[A-Z]{1,2}\d\w? ?\d[A-Z]{2})\b")
_NUMBER = re.compile(r"\d+")
_NUMBERS = 8
"""Of a long address, and of words around it; in half a window."""

_COUNTRIES: tuple[Literal["US", "CA", "GB"], ...] = ("US", "CA", "GB")
_WINDOW = 300
"""Characters that are read at once, twice those of a long address: two windows overlap by half, so time is linear."""


def scrub(text: str, *, keep: Collection[str] = ()) -> tuple[str, Counter[str]]:
    """`text` without what its form shows to be personal, and how much of each kind was taken out.

    Args:
        text: cleaned text; runs of white space become one space where something was taken out.
        keep: handles, without `@`, whose mentions stay.
    """
    counts: Counter[str] = Counter()
    for kind, found in (
        ("keys", _keys),
        ("postal addresses", _addresses),
        ("bank account numbers", _ibans),
        ("card numbers", _card_numbers),
        ("mentions", lambda text: _mentions(text, _MENTION_ON_A_SERVER, keep)),
        ("e-mail addresses", lambda text: ((match.start(), match.end()) for match in _EMAIL.finditer(text))),
        ("phone numbers", lambda text: ((match.start(), match.end()) for match in _PHONE.finditer(text))),
        ("mentions", lambda text: _mentions(text, _MENTION, keep)),
    ):
        spans = list(found(text))
        if spans:
            counts[kind] += len(spans)
            text = _without(text, spans)
    return (" ".join(text.split()) if counts else text), counts


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces.append(text[at:start])
        at = max(at, end)
    return " ".join([*pieces, text[at:]])


def _mentions(text: str, pattern: re.Pattern[str], keep: Collection[str]) -> Iterator[tuple[int, int]]:
    kept = {handle.lower() for handle in keep}
    for match in pattern.finditer(text):
        if match[0].strip("@＠.").lower() not in kept:
            yield match.start(), match.end()


def _keys(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for start in sorted(start for start, _ in secrets.secrets(text)):
        if start >= end:  # else it is in the word that goes already
            space = _SPACE.search(text, start)
            end = space.start() if space else len(text)
            yield start, end


def _ibans(text: str) -> Iterator[tuple[int, int]]:
    from stdnum import iban

    for match in _IBAN.finditer(text):
        if iban.is_valid(match[0]):
            yield match.start(), match.end()


def _card_numbers(text: str) -> Iterator[tuple[int, int]]:
    from stdnum import luhn

    for match in _CARD_NUMBER.finditer(text):
        if luhn.is_valid(re.sub(r"[ -]", "", match[0])):
            yield match.start(), match.end()


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    after = 0
    for match in _ADDRESS.finditer(text):
        start = match.start()
        if start < after:
            continue
        window = text[start : start + _WINDOW]
        if not _PLACE.search(window, match.end() - start):
            continue
        if len(_NUMBER.findall(window[: _WINDOW // 2])) > _NUMBERS:  # a table, with which pyap2 takes seconds
            continue
        import pyap

        after = start + _WINDOW // 2
        for country in _COUNTRIES:
            for found in pyap.parse(window, country=country):
                yield start + found.match_start, start + found.match_end
                after = max(after, start + found.match_end)
