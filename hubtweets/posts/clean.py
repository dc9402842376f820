"""The cleaning of posts, as the historical huggingtweets pipeline did it (docs/sources.md says which rules)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from hubtweets._text import printable

PLAIN_WORDS = 3
"""A post with fewer plain words than this is short."""

_URL = re.compile(r"https?://\S*", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


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
