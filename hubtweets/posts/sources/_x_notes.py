"""The long texts of X archives (`note-tweet.js`), and the posts that are their beginnings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from datetime import datetime

CUT_AT = 240
"""Weighted characters that a post has at least where X cut it: 280, less a link and what is trimmed around it."""

LONGEST_CUT = 2_000
"""Characters under which the text of a post may be the beginning of a long one."""

_MENTIONS = re.compile(r"\s*(?:@\w+\s+)*+")
_LINK = re.compile(r"https://t\.co/\w+")
_LAST_LINK = re.compile(r"https://t\.co/\w{1,40}\Z")


class NoteTexts:
    """The long texts by the second in which they were posted; nothing else in an archive joins the two.

    Links are compared as equal: X shortens the same address once for the post and once more for the long text.
    """

    def __init__(self) -> None:
        self._texts: dict[datetime, list[tuple[str, str]]] = defaultdict(list)
        self._is_sorted = False

    def add(self, created_at: datetime, text: str) -> None:
        """Remember a long text."""
        self._texts[created_at.replace(microsecond=0)].append((_LINK.sub("https:", text), text))

    def __bool__(self) -> bool:
        return bool(self._texts)

    def joined(self, created_at: datetime, text: str) -> str:
        """`text`, or the long text that it is the cut beginning of; mentions before it are kept."""
        if created_at not in self._texts or len(text) >= LONGEST_CUT or not _is_cut(text):
            return text
        if not self._is_sorted:  # so that each beginning is found by bisection, however many share a second
            for texts in self._texts.values():
                texts.sort()
            self._is_sorted = True
        notes = self._texts[created_at]
        mentions = _MENTIONS.match(text)
        for start in {0, mentions.end() if mentions else 0}:
            beginning = _LINK.sub("https:", _without_end(text[start:]))
            at = bisect_left(notes, (beginning, ""))
            if beginning and at < len(notes) and notes[at][0].startswith(beginning):
                return text[:start] + notes[at][1]
        return text


def _without_end(text: str) -> str:
    """`text` without the links at its end and the ellipsis before them."""
    text = text.rstrip()
    while match := _LAST_LINK.search(text, max(0, len(text) - 60)):
        text = text[: match.start()].rstrip()
    return text.removesuffix("…")


def _is_cut(text: str) -> bool:
    """Whether X may have cut the text, by its length as X weighs it, its ellipsis, or the link at its end.

    Letters beyond U+10FF count as two, links as 23 (https://docs.x.com/fundamentals/counting-characters).
    """
    if "…" in text or _LAST_LINK.search(text, max(0, len(text) - 60)):
        return True
    plain = _LINK.sub("x" * 23, text)
    return len(plain) + sum(1 for letter in plain if letter > "\u10ff") >= CUT_AT
