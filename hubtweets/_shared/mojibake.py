"""Broken letters and emoji: UTF-8 that was read as cp1252 and saved again, as many older cards and tables are."""

from __future__ import annotations

import re

# The first byte of a character of two to four bytes, seen as cp1252, before a byte that can follow it.
SUSPECT = re.compile("[Â-ôŽž][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def repair(text: str) -> str:
    """`text` with each broken line put right by ftfy; lines that are not clearly broken are left as they are."""
    if not SUSPECT.search(text):
        return text
    import ftfy

    lines = text.split("\n")
    return "\n".join(ftfy.fix_encoding(line) if SUSPECT.search(line) else line for line in lines)


def suspects(line: str) -> list[tuple[int, int]]:
    """Where in a line (start and end) repair would change something; one stretch for the whole of it."""
    if not SUSPECT.search(line):
        return []
    fixed = repair(line)
    if fixed == line:
        return []
    match = SUSPECT.search(line)
    assert match is not None  # noqa: S101  (searched above)
    return [(match.start(), match.end())]
