"""Front matter as the Hub reads it, which is YAML 1.2 by js-yaml: `no` is Norwegian and not false, 1:30 is no number,
and a key that is there twice is an error."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any

from hubtweets._shared import frontmatter
from hubtweets.errors import CardReadError

_TAG = "tag:yaml.org,2002:"
_TEXT = f"{_TAG}str"
# What a plain value is in js-yaml's default schema (https://yaml.org/spec/1.2.2/#103-core-schema); text is all else.
_KINDS = {
    f"{_TAG}null": re.compile(r"~|null|Null|NULL|"),
    f"{_TAG}bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    f"{_TAG}int": re.compile(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)"),
    f"{_TAG}float": re.compile(
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
    ),
    f"{_TAG}merge": re.compile(r"<<"),
}
_BASE_60 = re.compile(r"[-+]?[0-9]+(?::[0-9]+){10,}(?:\.[0-9]*)?")
_NUMBER = _KINDS[f"{_TAG}int"]
_LONG_NUMBER = 18  # digits; JavaScript makes a float of more
_LONGEST_NUMBER = 4300  # digits; no reader in Python takes more, huggingface_hub's among them


@functools.lru_cache(maxsize=32)
def load(yaml_text: str) -> Mapping[str, Any]:
    """The front matter as data. A commit asks twice, to check the card and to list it, and YAML is what takes longest.

    Raises:
        CardReadError: when it cannot be read, for whatever reason: anybody may have written it.
    """
    try:
        root = frontmatter.compose(yaml_text)
        _as_the_hub_reads(root)
        return frontmatter.construct(root)
    except CardReadError:
        raise
    except Exception as error:
        raise CardReadError(f"the front matter cannot be read: {type(error).__name__}") from error


def _as_the_hub_reads(root: Any) -> None:
    """Give every plain value the kind that js-yaml would, and refuse keys that are there twice."""
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
            _retag(node)


def _retag(node: Any) -> None:
    """Give a plain value its kind. One with an explicit tag, which is not what PyYAML would find, keeps it."""
    if node.tag != _resolver().resolve(type(node), node.value, (True, False)):
        return
    if _BASE_60.fullmatch(node.value) or (len(node.value) > _LONGEST_NUMBER and _NUMBER.fullmatch(node.value)):
        raise CardReadError("a number that is too large", place=_place(node))
    node.tag = next((tag for tag, form in _KINDS.items() if form.fullmatch(node.value)), _TEXT)
    if node.tag == f"{_TAG}int" and node.value.lstrip("+-").isdigit():
        if len(node.value) > _LONG_NUMBER:
            node.tag = f"{_TAG}float"
        else:
            node.value = str(int(node.value))  # a leading 0 makes no octal number of it


@functools.cache
def _resolver() -> Any:
    from yaml.resolver import Resolver

    return Resolver()


def _place(node: Any) -> str | None:
    mark = node.start_mark
    return f"{mark.line + 2}:{mark.column + 1}" if mark else None


def _check_keys(node: Any) -> None:
    import yaml

    known = set()
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.tag == f"{_TAG}merge":
            continue
        if key.value in known:
            raise CardReadError(f"duplicated mapping key: {key.value}", place=_place(key))
        known.add(key.value)
