"""What of a line is form alone: two lines that differ in nothing else say the same."""

from __future__ import annotations

import re

from hubtweets.card.matching import Matcher

_THOUSANDS = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
_CELL_RULE = re.compile(r"(:?)-+(:?)")
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


def formless(line: str) -> str:
    """A line without what is form alone: a space at its end, padding in a table, thousands separators, curled quotes.

    Two spaces at a line's end are a hard line break, and so is a backslash; one space is nothing.
    """
    line = line.rstrip("\n")
    line = line.rstrip() + ("  " if line.endswith("  ") and line.strip() else "")
    if line.startswith("|"):
        cells = [" ".join(cell.split()) for cell in line.strip().removesuffix("|").split("|")]
        line = "|".join(_CELL_RULE.sub(r"\1-\2", cell) if _CELL_RULE.fullmatch(cell) else cell for cell in cells)
    if "," in line:
        line = _THOUSANDS.sub(lambda match: match[0].replace(",", ""), line)
    return line.translate(_QUOTES)


def in_the_form_of(base: list[str], theirs: list[str]) -> list[str]:
    """Theirs with each line that says the same as its counterpart in `base` as it stands there."""
    was, now = ([formless(line) for line in lines] for lines in (base, theirs))
    result = list(theirs)
    for tag, start, end, first, last in Matcher(None, was, now).get_opcodes():
        if tag == "equal":
            result[first:last] = base[start:end]
    return result
