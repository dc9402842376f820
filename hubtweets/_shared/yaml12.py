"""What the plain values of front matter are to the Hub, which reads YAML 1.2 by js-yaml; PyYAML, with which Python's
libraries read it, follows YAML 1.1: to it `no` is false, 1:30 a number, 2020-01-01 a date, and 1e3 a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from hubtweets._shared import frontmatter
from hubtweets.errors import CardReadError

_TAG = "tag:yaml.org,2002:"
TEXT, INT, FLOAT, MERGE = (f"{_TAG}{name}" for name in ("str", "int", "float", "merge"))

# https://yaml.org/spec/1.2.2/#103-core-schema; text is all else.
_KINDS = {
    f"{_TAG}null": re.compile(r"~|null|Null|NULL|"),
    f"{_TAG}bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    INT: re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)"),
    FLOAT: re.compile(
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    ),
    MERGE: re.compile(r"<<"),
}
_BASE_60 = re.compile(r"[-+]?[0-9]+(?::[0-9]+){10,}(?:\.[0-9]*)?")
_LONG_NUMBER = 18  # digits; JavaScript makes a float of more
_LONGEST_NUMBER = 4300  # digits


def tag(node: Any) -> str:
    """The tag that the Hub gives to a scalar that PyYAML has composed. One that is quoted, or has a tag that is written
    there, keeps what it has."""
    if node.style or node.tag != _resolver().resolve(type(node), node.value, (True, False)):
        return str(node.tag)
    return next((tag for tag, form in _KINDS.items() if form.fullmatch(node.value)), TEXT)


@functools.cache
def _resolver() -> Any:
    from yaml.resolver import Resolver

    return Resolver()


@functools.lru_cache(maxsize=32)
def load(yaml_text: str) -> Mapping[str, Any]:
    """The front matter as the Hub reads it. A commit asks twice, to check a card and to list it; YAML takes longest.

    Raises:
        CardReadError: when it cannot be read, for whatever reason: anybody may have written it.
    """
    try:
        root = frontmatter.compose(yaml_text)
        see(root, retag=True)
        return frontmatter.construct(root)
    except CardReadError:
        raise
    except Exception as error:
        raise CardReadError(f"the front matter cannot be read: {type(error).__name__}") from error


def see(root: Any, *, retag: bool = False) -> None:
    """See that the Hub can read what PyYAML composed: no key is there twice, and no number is too large to be one.

    `retag` gives every plain value the kind that js-yaml would.

    Raises:
        CardReadError: when it cannot, with the place.
    """
    import yaml

    pending, seen = [root], set()
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            _check_keys(node)
            pending += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            pending += node.value
        elif isinstance(node, yaml.ScalarNode) and not node.style:
            if len(node.value) > _LONG_NUMBER:
                _check_number(node)
            if retag:
                _retag(node)


def _check_number(node: Any) -> None:
    """No reader in Python takes a number of so many digits, huggingface_hub's among them."""
    number = node.value.lstrip("+-").isdigit() and len(node.value) > _LONGEST_NUMBER
    if node.tag != TEXT and (number or _BASE_60.fullmatch(node.value)):
        raise CardReadError("a number that is too large", place=_place(node))


def _retag(node: Any) -> None:
    """Give a plain value its kind, and a number the form that Python reads as the same."""
    found = tag(node)
    if found == node.tag == TEXT:
        return
    node.tag = found
    if found == INT and node.value.lstrip("+-").isdigit():
        if len(node.value) > _LONG_NUMBER:
            node.tag = FLOAT
        else:
            node.value = str(int(node.value))  # a leading 0 makes no octal number of it


def _place(node: Any) -> str | None:
    mark = node.start_mark
    return f"{mark.line + 2}:{mark.column + 1}" if mark else None


def _check_keys(node: Any) -> None:
    import yaml

    known = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.tag == MERGE:
            continue
        if key.value in known:
            raise CardReadError(f"duplicated mapping key: {key.value}", place=_place(key))
        known.add(key.value)
