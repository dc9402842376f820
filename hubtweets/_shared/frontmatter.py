"""The YAML block at the top of a card: where it is, and what it says."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, NamedTuple

from hubtweets.errors import CardReadError

# The same block that huggingface_hub's RepoCard and the Hub see, and an optional byte order mark before it.
_BLOCK = re.compile(
    r"\A\ufeff?\s*---[ \t]*(?:\r\n|\r|\n)(?:(.*?)(?:\r\n|\r|\n))??---[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)


_STR, _INT, _FLOAT, _SEQ, _MAP = (f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "seq", "map"))
_DECIMAL = re.compile(r"-?[0-9]{1,20}\.[0-9]{1,40}")

LARGEST_CARD = 4 * 1024 * 1024
"""Bytes; a larger README.md was written by nobody's template."""

MOST_DIGITS = 20
"""A number with more digits than that is no fact, and is never made a number: that may take quadratic time."""


class Parts(NamedTuple):
    """A card in two: the YAML between the `---` lines (None without them), and everything after."""

    yaml: str | None
    body: str


def split(text: str) -> Parts:
    """The card's front matter and body; the body keeps its own line ends."""
    match = _BLOCK.match(text)
    return Parts(None, text) if match is None else Parts(match[1] or "", text[match.end() :])


def load(yaml_text: str) -> dict[str, Any]:
    """The front matter as data. Dates stay text, and so do `1:30` and numbers of more than 20 digits.

    Raises:
        CardReadError: when it is not YAML or not a mapping; `place` is `line:column` in the card.
    """
    return construct(compose(yaml_text))


def compose(yaml_text: str) -> Any:
    """The front matter as YAML nodes, which know where they stand; None where there is nothing.

    Raises:
        CardReadError: when it is not YAML, or too large.
    """
    import yaml

    _check_size(yaml_text)
    with _yaml_errors():
        return yaml.compose(yaml_text, Loader=_loader())


@functools.cache
def _loader() -> Any:
    """PyYAML's safe loader, which works out once what a short scalar is (text, number, yes or no): that depends on the
    scalar alone here, and took two fifths of the time of loading."""
    import yaml

    safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolve = safe("").resolve
    resolve_short = functools.lru_cache(maxsize=4096)(functools.partial(resolve, yaml.ScalarNode))

    class Loader(safe):  # type: ignore[misc]
        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            if kind is yaml.ScalarNode and len(value) <= _LONGEST_KEPT:
                return resolve_short(value, implicit)
            return resolve(kind, value, implicit)

        def descend_resolver(self, parent: Any, index: Any) -> None:
            """Only paths of nodes, which nobody registers, would be followed."""

        def ascend_resolver(self) -> None:
            """The same."""

    return Loader


_LONGEST_KEPT = 40  # characters; keys, and the values that thousands of cards share


def construct(root: Any) -> dict[str, Any]:
    """What `compose` gave, as data; dates stay text.

    Raises:
        CardReadError: when it is not a mapping, or has a tag that nobody knows or a value that its tag does not allow.
    """
    if root is None:
        return {}
    with _yaml_errors():
        try:
            constructor = _constructor()()
            try:
                data = _usual(root, constructor.construct_object, {})
            except _UnusualError:
                data = constructor.construct_document(root)
        except (IndexError, KeyError, ValueError) as error:  # `!!int x`, `!!int ""`, `!!bool x`
            raise CardReadError(f"the front matter has a value that is not of its type: {error}") from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise CardReadError(f"the front matter is a {type(data).__name__}, not a mapping", place="2")
    return data


class _UnusualError(Exception):
    """A mapping with keys that are no text: merged ones, numbers, lists."""


def _usual(node: Any, scalar: Callable[[Any], Any], known: dict[int, Any]) -> Any:
    """What PyYAML's constructor makes of a node, in a third of its time; nearly every card is made of these nodes.

    `known` holds what has been made of a node before: aliases lead to one node from several places.

    Raises:
        _UnusualError: for what is left to PyYAML.
    """
    tag, value = node.tag, node.value
    if tag == _STR and value.__class__ is str:
        return value
    if value.__class__ is str:
        if tag == _FLOAT and _DECIMAL.fullmatch(value):
            return float(value)
        is_short = tag == _INT and value.isdecimal() and value[0] != "0" and len(value) <= MOST_DIGITS
        return int(value) if is_short else scalar(node)
    if (made := known.get(id(node))) is not None:
        return made
    if tag == _SEQ:
        made = [_usual(item, scalar, known) for item in value]
    elif tag == _MAP:
        if any(key.tag != _STR for key, _ in value):
            raise _UnusualError
        made = {key.value: _usual(item, scalar, known) for key, item in value}
    else:
        raise _UnusualError
    known[id(node)] = made
    return made


@contextmanager
def _yaml_errors() -> Iterator[None]:
    """PyYAML's errors as CardReadError, with their place in the card."""
    import yaml

    try:
        yield
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{mark.line + 2}:{mark.column + 1}" if mark else None
        raise CardReadError(f"the front matter is not YAML: {error.problem}", place=place) from None
    except yaml.YAMLError as error:
        raise CardReadError(f"the front matter is not YAML: {error}") from None


_MOST_LEVELS = 200  # libyaml's composer recurses in C: a hundred thousand levels end the process
_MOST_NODES = 1_000_000  # with every alias written out: ten of ten of ten … fit in a few lines
_OPENERS = ("[", "{", *(sign + space for sign in "-?" for space in " \t\r\n"))
_MOST_DIRECTIVES = 20  # libyaml compares each `%TAG` with all the others
_DEEP_INDENT = " " * _MOST_LEVELS


def _check_size(yaml_text: str) -> None:
    """See that the text is one that can be loaded: neither nested too deep nor, its aliases written out, too large.

    Raises:
        CardReadError: when it is, or when it is seen on the way not to be YAML.
    """
    if yaml_text.count("\n%") + yaml_text.count("\r%") >= _MOST_DIRECTIVES:
        raise CardReadError("the front matter has too many lines that begin with %", place="2")
    if (
        sum([yaml_text.count(opener) for opener in _OPENERS]) < _MOST_LEVELS
        and _DEEP_INDENT not in yaml_text
        and not ("&" in yaml_text and "*" in yaml_text)
    ):
        return  # nearly every card; what follows takes as long as loading does
    with _yaml_errors():
        _measure(yaml_text)


def _measure(yaml_text: str) -> None:
    import yaml

    sizes: dict[str, int] = {}
    open_nodes: list[tuple[str | None, int]] = []  # anchor and size so far
    for event in yaml.parse(yaml_text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        size = 0
        if isinstance(event, yaml.CollectionStartEvent):
            open_nodes.append((event.anchor, 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, size = open_nodes.pop()
            sizes |= {anchor: size} if anchor else {}
        elif isinstance(event, yaml.AliasEvent):
            size = sizes.get(event.anchor or "", _MOST_NODES)  # one that is still open holds itself
        elif isinstance(event, yaml.ScalarEvent):
            size = 1
            sizes |= {event.anchor: 1} if event.anchor else {}
        if size and open_nodes:
            open_nodes[-1] = (open_nodes[-1][0], open_nodes[-1][1] + size)
        if len(open_nodes) > _MOST_LEVELS or size >= _MOST_NODES or (open_nodes and open_nodes[-1][1] >= _MOST_NODES):
            mark = event.start_mark
            place = f"{mark.line + 2}:{mark.column + 1}" if mark else None
            raise CardReadError("the front matter is nested too deep, or its aliases make it too large", place=place)


@functools.cache
def _constructor() -> Any:
    """PyYAML's safe constructor for what JSON has too; a tag for anything else (`!!binary`, `!!set`) is an error."""
    from yaml.constructor import SafeConstructor

    number = {"int": SafeConstructor.construct_yaml_int, "float": SafeConstructor.construct_yaml_float}

    def construct_number(constructor: Any, node: Any) -> Any:
        # 12:30 is a number of base 60 in YAML 1.1, and text in YAML 1.2, which is what the Hub reads.
        written = constructor.construct_scalar(node)
        kind = node.tag.rpartition(":")[2]
        if ":" in written or (kind == "int" and len(written.lstrip("+-")) > MOST_DIGITS):
            return written
        return number[kind](constructor, node)

    class Constructor(SafeConstructor):
        yaml_constructors: ClassVar = {
            f"tag:yaml.org,2002:{name}": construct
            for name, construct in {
                "null": SafeConstructor.construct_yaml_null,
                "bool": SafeConstructor.construct_yaml_bool,
                "int": construct_number,
                "float": construct_number,
                "timestamp": SafeConstructor.construct_yaml_str,
                "value": SafeConstructor.construct_yaml_str,  # a bare `=`, which YAML 1.1 kept for defaults
                "str": SafeConstructor.construct_yaml_str,
                "seq": SafeConstructor.construct_yaml_seq,
                "map": SafeConstructor.construct_yaml_map,
            }.items()
        } | {None: SafeConstructor.construct_undefined}

    return Constructor
