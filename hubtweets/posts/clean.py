"""The cleaning of posts, as the historical huggingtweets pipeline did it (docs/sources.md says which rules)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

PLAIN_WORDS = 3
"""A post with fewer plain words than this is short."""

_URL = re.compile(r"https?://\S*", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Control characters that are not white space, and those that turn the direction of whatever follows: apps put them
# around mentions, and a model that has read them writes them. A lone half of a surrogate pair cannot be written as
# UTF-8 at all.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNWANTED = re.compile(rf"{_CONTROL.pattern[:-1]}{_SURROGATE.pattern[1:]}")


def printable(text: str) -> str:
    """`text` with lone surrogates as U+FFFD and without control characters other than white space, bidirectional ones
    included."""
    if _UNWANTED.search(text) is None:
        return text
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def one_line(text: str) -> str:
    """`text` printable, with white space folded to single spaces: display names and other short facts."""
    return " ".join(printable(text).split())


def clean(text: str) -> str:
    """One post as a model sees it: entities unescaped, addresses removed, white space folded to single spaces.

    Cleaning twice is cleaning once. The result has no line break, no `http://` or `https://` address, no control
    character, no turn of direction and no lone surrogate.
    """
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """The tokens of `clean(text)`, which are what white space separates."""
    text = printable(text)
    if "&" in text:
        text = _unescape_all(text)
    if "://" in text:
        text = _URL.sub("", text)
    return text.split()


def unescape(text: str) -> str:
    """`text` with one layer of HTML entities read; `&copy=1` is left, for it has no semicolon."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def _unescape_all(text: str) -> str:
    # Tables were often escaped twice. More layers than this were made to keep a reader busy.
    for _ in range(5):
        plain = printable(unescape(text))
        if plain == text:
            return text
        text = plain
    return text.replace("&", "")


def is_short(tokens: Iterable[str], words: int = PLAIN_WORDS) -> bool:
    """Whether fewer than `words` of the tokens are plain: have no `http`, `@` or `#` in them."""
    for token in tokens:
        if words <= 0:
            return False
        if "@" not in token and "#" not in token and "http" not in token.lower():
            words -= 1
    return words > 0
