"""Languages: what sources call them, as BCP-47 codes."""

from __future__ import annotations

import functools
import re

# X's codes for "cannot say" (https://developer.x.com/en/docs/x-api/enterprise/powertrack-api/guides/operators#lang):
# und and zxx; qam (mentions only), qct (cashtags), qht (hashtags), qme (media), qst (very short); art is made up.
_NONE = frozenset(("und", "zxx", "art", "mul", "mis"))
_OLD = {"in": "id", "iw": "he", "ji": "yi", "no": "nb"}


@functools.lru_cache(maxsize=1024)
def code(tag: str | None) -> str | None:
    """The primary language subtag in lower case (`en` of `en-GB`), or None where there is no language to name."""
    match = re.match(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*$", tag.strip()) if tag else None
    if match is None:
        return None
    primary = match[1].lower()
    if primary in _NONE or (primary.startswith("q") and len(primary) == 3):
        return None
    return _OLD.get(primary, primary)
