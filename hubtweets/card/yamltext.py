"""Plain data as YAML text: what a card's front matter is written with.

An emitter of our own for mappings, lists and scalars. It writes what PyYAML's and the Hub's readers (YAML 1.1 and 1.2)
both load to the value that went in, keeps names with emoji readable (libyaml writes `\\U0001F916`), and is about 20
times faster than PyYAML's representer. libyaml reading it back is the oracle of its tests.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from hubtweets.errors import RecordError

# Characters that a plain or single-quoted scalar cannot hold: controls, line breaks of YAML 1.1, the byte order mark,
# lone surrogates and the two non-characters outside YAML's printable range (https://yaml.org/spec/1.1/#c-printable).
_NO = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_ESCAPED = re.compile(f"[{_NO}]")

# No indicator at the beginning; no `: `, no ` #`, no white space at the ends; nothing that some reader takes for a
# number, a date or a sexagesimal.
_PLAIN = re.compile(
    rf"""(?![-+.?:,\[\]{{}}\#&*!|>'"%@`=~<\s]) (?!\d[\da-fA-FxXoO_.,:eETtZz\ +-]*\Z)
        [^\s:\#{_NO}]+ (?: (?:\ (?!\#)|:|\#) [^\s:\#{_NO}]+ )*""",
    re.VERBOSE,
)
_PLAIN_IN_FLOW = re.compile(r"[A-Za-z_][\w./-]*", re.ASCII)
_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_LONGEST_WORD = 5

_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\", "\0": "\\0"}

_QUOTED = re.compile(rf'["\\{_NO}]')


class Verbatim(str):
    """A scalar that is YAML already, and is written as it is: `no`, `1_000`, `2021-05-07`. Equal to no plain text."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Verbatim) and str.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = str.__hash__


_LONGEST_KEY = 120
"""Longer keys are written with `? `; YAML allows 1,024 characters for the short form."""

_FLOW_WIDTH = 110


def scalar(value: Any, *, flow: bool = False) -> str:
    """One value on one line; `flow` inside `[…]` or `{…}`.

    Raises:
        RecordError: for anything that is not text, a number, a boolean or None.
    """
    kind = type(value)
    if kind is str:
        return text(value, flow)
    if kind is int:
        return str(value)
    if kind is float:
        return _float(value)
    if value is None:
        return "null"
    if kind is bool:
        return "true" if value else "false"
    if isinstance(value, Verbatim):
        return str.__str__(value) or "null"
    if isinstance(value, str):
        return text(str(value), flow)
    raise RecordError(f"a {kind.__name__} cannot be written in a card's front matter")


def text(value: str, flow: bool = False) -> str:
    """A text on one line: plain where every reader takes it for text, else quoted."""
    return _short_text(value, flow) if len(value) <= _LONGEST_KEPT else _written(value, flow)


def _written(value: str, flow: bool) -> str:
    if (_PLAIN_IN_FLOW if flow else _PLAIN).fullmatch(value) and not (
        len(value) <= _LONGEST_WORD and value.lower() in _WORDS
    ):
        return value
    if _ESCAPED.search(value):
        return '"' + _QUOTED.sub(_escape, value) + '"'
    return "'" + value.replace("'", "''") + "'"


# A batch writes the same keys, names of models and settings into thousands of cards.
_LONGEST_KEPT = 40
_short_text = functools.lru_cache(maxsize=4096)(_written)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:  # not a character at all; no reader of YAML may be given one
        return "\ufffd"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _float(value: float) -> str:
    written = repr(value)
    if "." in written:  # nearly all
        return written
    if "n" in written:
        return {"nan": ".nan", "inf": ".inf", "-inf": "-.inf"}[written]
    return written.replace("e", ".0e")  # YAML 1.1 reads 1e-05 as text


def dump(data: Any, indent: int = 0) -> str:
    """`data` as a block of whole lines, each `indent` spaces in; a mapping's keys keep their order."""
    lines: list[str] = []
    pad = " " * indent
    if isinstance(data, dict) and data:
        _mapping(data, pad, pad, lines)
    elif isinstance(data, list | tuple) and data:
        _sequence(data, pad, lines)
    else:
        lines.append(pad + inline(data))
    lines.append("")
    return "\n".join(lines)


def inline(data: Any, *, flow: bool = False) -> str:
    """`data` on one line, in flow style where it is a list or a mapping; `flow` inside another of those."""
    kind = type(data)
    if kind is dict:
        return "{" + ", ".join([f"{_key(key, True)} {inline(value, flow=True)}" for key, value in data.items()]) + "}"
    if kind is list or kind is tuple:
        return "[" + ", ".join([inline(value, flow=True) for value in data]) + "]"
    return scalar(data, flow=flow)


@functools.lru_cache(maxsize=1024, typed=True)
def _key(key: Any, flow: bool = False) -> str:
    """A key and its colon; nothing for one that is too long to stand before a colon."""
    written = f"{scalar(key, flow=flow)}:"
    return written if flow or len(written) <= _LONGEST_KEY else ""


def _mapping(data: dict[Any, Any], first: str, pad: str, lines: list[str]) -> None:
    """`first` comes before the first key, `pad` before the others: `- ` opens a mapping inside a list."""
    for key, value in data.items():
        name = _key(key) or f"? {scalar(key)}\n{pad}:"
        kind = type(value)
        if kind is str:
            lines.append(f"{first}{name} {text(value)}")
        elif kind is dict and value:
            if (flow := _numbers(value)) and len(flow) <= _FLOW_WIDTH:
                lines.append(f"{first}{name} {flow}")
            else:
                lines.append(first + name)
                _mapping(value, pad + "  ", pad + "  ", lines)
        elif (kind is list or kind is tuple) and value:
            lines.append(first + name)
            _sequence(value, pad, lines)
        else:
            lines.append(f"{first}{name} {inline(value)}")
        first = pad


def _sequence(data: list[Any] | tuple[Any, ...], pad: str, lines: list[str]) -> None:
    for item in data:
        kind = type(item)
        if kind is str:
            lines.append(f"{pad}- {text(item)}")
        elif kind is dict and item:
            if (flow := _numbers(item)) and len(flow) <= _FLOW_WIDTH:
                lines.append(f"{pad}- {flow}")
            else:
                _mapping(item, pad + "- ", pad + "  ", lines)
        elif (kind is list or kind is tuple) and item:
            lines.append(f"{pad}-")
            _sequence(item, pad + "  ", lines)
        else:
            lines.append(f"{pad}- {inline(item)}")


def _numbers(data: dict[Any, Any]) -> str:
    """A mapping of numbers only, on one line; else nothing."""
    parts = []
    for key, value in data.items():
        kind = type(value)
        if kind is float:
            parts.append(f"{_key(key, True)} {_float(value)}")
        elif kind is int:
            parts.append(f"{_key(key, True)} {value}")
        else:
            return ""
    return f"{{{', '.join(parts)}}}"
