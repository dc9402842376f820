"""One filter for each place in a card that a fact can be printed in.

Whatever an account calls itself, the filter of a place keeps the text inside that place. Each returns `Printable`,
which the template environment demands of everything printed: a fact printed without a filter is an error, not a hole.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import Any

from hubtweets.card import yamltext

# Line breaks and control characters, which would end a table row, a YAML line or an HTML block, with the white space
# around them.
_BLANK = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
_HTML_NEEDED = re.compile("[&<>\"'\x00-\x1f\x7f-\x9f\u2028\u2029]")

# What Markdown (CommonMark, GitHub tables and strikethrough, the Hub's mathematics and emoji names) gives a meaning
# to in the middle of a line. An underscore inside a word has none.
_MAYBE_MARKDOWN = re.compile(r"[\\`*\[\]<~$|&:@\x00-\x1f\x7f-\x9f\u2028\u2029]")
_EDGE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_MARKDOWN = re.compile(
    r"""[\\`*\[\]<~$|\x00-\x1f\x7f-\x9f\u2028\u2029]
      | (?<![^\W_])_ | _(?![^\W_])
      | &(?=[\#\w]) | !(?=\[)
      | :(?=//) | :(?=[\w+-]+:) | (?<=www)\. | @(?=[\w-]+\.)""",
    re.VERBOSE | re.IGNORECASE,
)
# What it gives a meaning to at the beginning of a line.
_OPENING = re.compile(r"[#>=+-]|\d{1,9}(?=[.)](?:\s|$))")
_OPENERS = frozenset("#>=+-0123456789")
_ENTITIES = {"<": "&lt;", "&": "&amp;", ":": "&#58;", ".": "&#46;", "@": "&#64;"}

_URL_KEPT = re.compile(r"[^A-Za-z0-9\-._~:/?#@!$&+,;=%]")
_SCHEMES = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_PICTURE = re.compile(r"[A-Za-z0-9][\w-]*\.(?:jpg|png|gif|webp)", re.ASCII)

_NOTEBOOK = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<=\])\(|[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class Printable(str):
    """Text that a filter has made fit for its place. Jinja's own filters turn it back into plain text."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def _text(value: Any) -> str:
    """What is printed of `value`; what a record lacks is never printed."""
    if value is None:
        raise TypeError("None is printed: guard it with an `if`")
    return value if type(value) is str else str(value)


def fold(text: str) -> str:
    """`text` on one line: a run of white space with a line break or control character in it becomes one space."""
    return _BLANK.sub(lambda match: match[0] if match[0].strip(" ") == "" else " ", text)


def html(value: Any) -> Printable:
    """Text between HTML tags, inside an HTML block (where Markdown means nothing)."""
    text = _text(value)
    if _HTML_NEEDED.search(text):
        text = fold(text).translate(_HTML)
    return Printable(text)


def attr(value: Any) -> Printable:
    """The value of an HTML attribute, between double or single quotes. An address goes through `url` instead."""
    return html(value)


def md(value: Any) -> Printable:
    """Markdown text in a paragraph, heading, list item or quote."""
    text = cell(value)
    if text[:1] in _OPENERS and (opening := _OPENING.match(text)):
        end = opening.end() if text[0].isdigit() else 0
        text = Printable(f"{text[:end]}\\{text[end:]}")
    return text


def cell(value: Any) -> Printable:
    """A cell of a Markdown table."""
    text = value if type(value) is str else _text(value)
    return _short_cell(text) if len(text) <= _SHORT else _cell(text)


def _cell(text: str) -> Printable:
    if (
        _MAYBE_MARKDOWN.search(text)
        or ("_" in text and _EDGE_UNDERSCORE.search(text))
        or ("." in text and "www." in text.lower())
    ):
        text = _MARKDOWN.sub(_escape_markdown, fold(text))
    return Printable(text.strip())


# A batch writes the same names of settings, libraries and models into thousands of cards.
_SHORT = 40
_short_cell = functools.lru_cache(maxsize=4096)(_cell)


def _escape_markdown(match: re.Match[str]) -> str:
    character = match[0]
    return _ENTITIES.get(character) or f"\\{character}"


def cells(values: Iterable[Any]) -> Printable:
    """Several cells beside each other, numbers as `num` writes them: `a | 1,000`."""
    return Printable(" | ".join([f"{value:,}" if type(value) is int else cell(value) for value in values]))


def code(value: Any) -> Printable:
    """An inline code span, its backticks included; long enough for any backticks in the text."""
    text = fold(_text(value)).strip() or " "
    if "`" not in text:
        return Printable(f"`{text}`")
    ticks = "`" * (max(map(len, re.findall("`+", text))) + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return Printable(f"{ticks}{pad}{text}{pad}{ticks}")


def python(value: Any, quote: str = '"') -> Printable:
    """A Python string literal in a fenced code block, its quotes included."""
    text = _text(value).replace("\\", "\\\\").replace(quote, f"\\{quote}")
    if not text.isprintable():
        text = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return Printable(f"{quote}{text}{quote}")


def bibtex(value: Any) -> Printable:
    """A value of BibTeX between braces, in a fenced code block."""
    return Printable(re.sub(r"[{}\\\"@#%]", "", fold(_text(value))).strip())


def url(value: Any) -> Printable:
    """An http or https address, or the name of a picture in the repo; else nothing.

    It fits in an attribute, in CSS `url('…')` and as a Markdown destination.
    """
    text = "" if value is None else _text(value).strip()
    if not _SCHEMES.match(text):
        return Printable(text if _PICTURE.fullmatch(text) else "")
    if _URL_KEPT.search(text):
        text = _URL_KEPT.sub(_percent, text)
    return Printable(text.replace("&", "&amp;") if "&" in text else text)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def urlpart(value: Any) -> Printable:
    """A handle or repo id inside the path of an address that the template spells out."""
    return Printable(re.sub(r"[^A-Za-z0-9\-._~/@]", _percent, _text(value)))


def num(value: float | None, digits: int | None = None, missing: str | None = None) -> Printable:
    """A number for people: thousands apart, `digits` decimals where given, and `missing` for None where given."""
    if value is None and missing is not None:
        return Printable(missing)
    if digits is not None:
        return Printable(f"{value:,.{digits}f}")
    return Printable(f"{value:,}" if isinstance(value, int) else _text(value))


def yaml(value: Any) -> Printable:
    """A value of the front matter, on one line; lists and mappings in flow style."""
    return Printable(yamltext.text(value) if type(value) is str else yamltext.inline(value))


def notebook(value: Any) -> Printable:
    """Text as the huggingtweets notebook wrote it, for the frozen historical templates only.

    The base of a merge must be what was published then, and the notebook escaped nothing. Only what could open a tag,
    an entity or a link, or break the line, is escaped, in a form that is right in HTML and in Markdown.
    """
    text = _text(value)
    if _NOTEBOOK.search(text):
        text = _NOTEBOOK.sub(lambda match: {"<": "&lt;", "&": "&amp;", "(": "&#40;"}[match[0]], fold(text))
    return Printable(text)


FILTERS = {
    function.__name__: function
    for function in (attr, bibtex, cell, cells, code, html, md, notebook, num, python, url, urlpart, yaml)
}
"""Every filter that prints, by the name that templates use."""
