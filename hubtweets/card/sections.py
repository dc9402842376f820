"""A card's body in pieces: lines, sections under their headings, and blocks between blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})(?P<rest>.*)", re.DOTALL)
_HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t\n]|\Z)")


class Section(NamedTuple):
    """A heading and what follows it, up to the next heading.

    `key` is the heading's text in lower case and how many times it has come before; the text before the first heading
    is the section `("", 0)`. `lines` keep their line ends; `start` is the first one's number in the body, from 0.
    """

    key: tuple[str, int]
    title: str
    level: int
    start: int
    lines: list[str]

    @property
    def text(self) -> str:
        """The section as it stands in the card."""
        return "".join(self.lines)


def split_lines(text: str) -> list[str]:
    """Lines with their ends; only a line feed ends one, as in Markdown."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def fenced(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is part of a fenced code block."""
    return ((line, code) for line, code, _ in _fences(lines))


def open_fence(text: str) -> str:
    """The fence of a code block that is still open at a text's end; "" where none is."""
    lines = [line for line in split_lines(text) if "```" in line or "~~~" in line]
    return [*_fences(lines)][-1][2] if lines else ""


def _fences(lines: list[str]) -> Iterator[tuple[str, bool, str]]:
    """Each line, whether it is part of a fenced code block, and the fence of the one that is open after it.

    The rules are CommonMark's (https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
    """
    fence = ""
    for line in lines:
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            closes = match and match["fence"].startswith(fence) and not match["rest"].strip()
            fence = "" if closes else fence
            yield line, True, fence
        elif match and not (match["fence"][0] == "`" and "`" in match["rest"]):
            fence = match["fence"]
            yield line, True, fence
        else:
            yield line, False, ""


def split(body: str) -> list[Section]:
    """The body's sections, the one before the first heading included even when it is empty."""
    lines = split_lines(body)
    marks = [number for number, line in enumerate(lines) if "#" in line[:4] or "```" in line or "~~~" in line]
    heads: list[tuple[int, str, int]] = [(0, "", 0)]
    for number, (line, code) in zip(marks, fenced([lines[number] for number in marks]), strict=True):
        if not code and (match := _HEADING.match(line)):
            heads.append((number, _title(line[match.end() :]), len(match[1])))
    ends = [*[start for start, _, _ in heads[1:]], len(lines)]
    found: list[Section] = []
    seen: dict[str, int] = {}
    for (start, title, level), end in zip(heads, ends, strict=True):
        name = title.casefold()
        times = seen.get(name, 0)
        if level:  # what is before the first heading has no name
            seen[name] = times + 1
        found.append(Section((name, times), title, level, start, lines[start:end]))
    return found


def is_heading(line: str) -> bool:
    """Whether a line outside code is a heading."""
    return _HEADING.match(line) is not None


def _title(text: str) -> str:
    """A heading's text without the number signs that may close it."""
    text = text.strip()
    open_end = text.rstrip("#")
    return open_end.rstrip() if open_end == "" or open_end[-1] in " \t" else text


def blocks(lines: list[str]) -> list[str]:
    """Paragraphs, tables, code and HTML: what blank lines part, each with the blank lines after it."""
    found: list[str] = []
    current = ""
    blank = False
    for line, code in fenced(lines):
        if blank and (code or line.strip()):
            found.append(current)
            current, blank = "", False
        current += line
        blank = not code and not line.strip()
    return [*found, current] if current else found
