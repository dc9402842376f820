"""A card's body as rules look at it: what is code, what is escaped, and what an account said itself."""

from __future__ import annotations

import functools
import html
import re
from itertools import groupby
from typing import Any, NamedTuple

from markdown_it.common.html_blocks import block_names

from hubtweets.card import reading
from hubtweets.card.checking.engine import Card
from hubtweets.card.escape import fold
from hubtweets.record import to_data

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_ESCAPE = re.compile(rf"\\{_PUNCTUATION}|&(?:#\w+|\w+);")
_BLOCK = re.compile(
    rf" {{0,3}}<(?:!--|/?(?:{'|'.join(block_names)}|pre|script|style|textarea)(?=[\s/>]|\Z))", re.IGNORECASE
)
_ALONE = re.compile(r" {0,3}</?[A-Za-z][^<>]*>\s*")
_OUTSIDE = re.compile(r"(<[^<>]*>)|[^<\n]+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_VALUE = re.compile(r"(?<![^\s\"'<>/=])([^\s\"'<>/=]++)(\s*+=\s*+)(\"[^\"]*\"|'[^']*')")
_ADDRESSES = frozenset({"action", "background", "cite", "formaction", "href", "poster", "src", "srcset", "style"})


_ATX = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*")
_HTML_HEADING = re.compile(r"[ \t]*<h([1-6])[^<>]*>(.*?)(?:</h[1-6]>.*)?", re.IGNORECASE)
_OPENS_BLOCK = re.compile(
    r"[ \t]*$| {4}|\t| {0,3}(?:>|#{1,6}(?:\s|$)|`{3}|~{3}|(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|(?:[*_-][ \t]*){3,}$)"
)


class Heading(NamedTuple):
    """A heading: its text, its level, the number of its first line in the body, and of the line after it."""

    title: str
    level: int
    start: int
    end: int


@functools.lru_cache(maxsize=1)
def headings(card: Card) -> list[Heading]:
    """The body's headings: with number signs, underlined, and in HTML."""
    found: list[Heading] = []
    paragraph = False  # whether the line above is text that an underline makes a heading
    for number, line in enumerate(card.lines):
        text = "" if line.code else line.text
        if match := _ATX.match(text):
            found.append(Heading(text[match.end() :].strip().rstrip("#").rstrip(), len(match[1]), number, number + 1))
        elif paragraph and (match := _SETEXT.fullmatch(text)):
            level = 1 if match[1][0] == "=" else 2
            found.append(Heading(card.lines[number - 1].text.strip(), level, number - 1, number + 1))
        elif match := _HTML_HEADING.fullmatch(text):
            found.append(Heading(_TAG.sub("", match[2]).strip(), int(match[1]), number, number + 1))
        paragraph = bool(text.strip()) and not opens_block(text) and "|" not in text and "<" not in text[:1]
        if found and found[-1].end == number + 1:
            paragraph = False
    return found


def opens_block(line: str) -> bool:
    """Whether a line is empty or begins a block that ends a paragraph or table above it, or is too far in for both."""
    return _OPENS_BLOCK.match(line) is not None or ("<" in line and _BLOCK.match(line) is not None)


@functools.lru_cache(maxsize=1)
def live(card: Card) -> str:
    """The body with only that left which Markdown and HTML act upon, offsets unchanged.

    Blanked out are code, comments, escaped characters, and, since nothing there is a link, text between the tags of
    HTML blocks and the values of attributes that are no addresses. The blocks are CommonMark's
    (https://spec.commonmark.org/0.31.2/#html-blocks), each up to the next blank line.
    """
    parts = []
    numbered = zip(_in_html(card), card.prose.split("\n"), strict=True)
    for block, lines in groupby(numbered, key=lambda pair: pair[0]):
        text = "\n".join(line for _, line in lines)
        parts.append(_OUTSIDE.sub(lambda match: match[1] or _blank(match), text) if block else _ESCAPE.sub(_dots, text))
    text = "\n".join(parts)
    return _TAG.sub(_without_values, _COMMENT.sub(_blank, text)) if "<" in text else text


def _in_html(card: Card) -> list[bool]:
    """For each line whether it is in an HTML block."""
    found, inside, above = [], False, ""
    for line in card.lines:
        text = "" if line.code else line.text
        opens = "<" in text and (_BLOCK.match(text) or (not above.strip() and _ALONE.fullmatch(text)))
        inside = bool(text.strip()) and (inside or bool(opens))
        found.append(inside)
        above = text
    return found or [False]  # an empty body is one empty line


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _dots(match: re.Match[str]) -> str:
    """Neither white space, which would end an address, nor anything that has a meaning."""
    return "·" * len(match[0])


def _without_values(tag: re.Match[str]) -> str:
    def blank(match: re.Match[str]) -> str:
        return match[0] if match[1].lower() in _ADDRESSES else match[1] + match[2] + _blank(match)[-len(match[3]) :]

    return _VALUE.sub(blank, tag[0])


def stated(card: Card, text: str) -> bool:
    """Whether what looks like a leftover is what an account calls itself, or said: a text of the card's own record.

    Braces may come from two texts that stand beside each other.
    """
    plain = html.unescape(re.sub(rf"\\({_PUNCTUATION})", r"\1", text)).casefold()
    facts = _facts(card)
    return plain in facts or (plain[0] == "{" and plain[:2] in facts and plain[-2:] in facts)


@functools.lru_cache(maxsize=1)
def _facts(card: Card) -> str:
    record = reading.read(card.text).record
    return fold("\0".join(_texts(to_data(record)))).casefold() if record else ""


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for pair in data.items() for item in pair for text in _texts(item)]
    if isinstance(data, list):
        return [text for item in data for text in _texts(item)]
    return [str(data)]
