"""Characters that do harm wherever strangers' text is shown: the one table of them, and the ways to be rid of them."""

from __future__ import annotations

import re

BREAKS = "\u2028\u2029"
"""Inside a character class: the line and paragraph separators, which some readers take for a line's end."""

DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
"""Inside a character class: what turns the direction of the text that follows (Unicode Standard Annex 9)."""

SURROGATES = "\ud800-\udfff"
"""Inside a character class: halves of surrogate pairs, which no stream can write as UTF-8."""

_STEERING = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{BREAKS}{DIRECTIONS}{SURROGATES}]")
_CONTROL = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{DIRECTIONS}]")
_SURROGATE = re.compile(f"[{SURROGATES}]")
_UNWANTED = re.compile(f"{_CONTROL.pattern[:-1]}{_SURROGATE.pattern[1:]}")


def spelled_out(text: str) -> str:
    """`text` with what a terminal or a log would obey spelled out, as in `\\x1b`; line ends and tabs stay."""
    return _STEERING.sub(lambda match: ascii(match[0])[1:-1], text)


def spelled_out_line(text: str) -> str:
    """The same as one line: line ends are spelled out too, so that a name of a Hub cannot begin a line of its own."""
    return spelled_out(text).replace("\n", "\\n").replace("\t", "\\t")


def printable(text: str) -> str:
    """`text` with lone surrogates as U+FFFD and without control characters other than white space, bidirectional ones
    included."""
    if text.isprintable() or text.replace("\n", "").isprintable() or _UNWANTED.search(text) is None:
        return text
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))


def one_line(text: str) -> str:
    """`text` printable, with white space folded to single spaces: display names and other short facts."""
    return " ".join(printable(text).split())
