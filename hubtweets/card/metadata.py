"""A card's front matter as keys with their source text, so that what is not changed is not rewritten."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.card.yamltext import Verbatim
from hubtweets.errors import CardReadError

_LINES = re.compile(r"[^\n\x85\u2028\u2029]*(?:[\n\x85\u2028\u2029]|\Z)")


class Entry(NamedTuple):
    """One top-level key: its value, and its lines (comments right above it included)."""

    value: Any
    source: str

    @property
    def has_comment(self) -> bool:
        """Whether rewriting this entry would lose somebody's note. A number sign inside a text is none."""
        import yaml

        marks = [match.end() - 1 for match in re.finditer(r"(?:^|[ \t])#", self.source, re.MULTILINE)]
        if not marks:
            return False
        try:
            tokens = list(yaml.scan(self.source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
        except yaml.YAMLError:  # part of a mapping, which may not stand alone
            return True
        texts = []  # in order, as the marks are
        for token in tokens:
            if isinstance(token, yaml.ScalarToken):
                start = token.start_mark.index
                if self.source[start] in "|>":  # a comment may follow these
                    start = self.source.index("\n", start)
                texts.append((start, token.end_mark.index))
        at = 0
        for mark in marks:
            while at < len(texts) and texts[at][1] <= mark:
                at += 1
            if at == len(texts) or mark < texts[at][0]:
                return True
        return False


class Metadata(NamedTuple):
    """The top-level keys in order; `tail` is what comes after the last one (comments)."""

    entries: dict[str, Entry]
    tail: str

    @property
    def data(self) -> dict[str, Any]:
        """Keys and values alone."""
        return {key: entry.value for key, entry in self.entries.items()}

    def text(self) -> str:
        """The YAML again, each line ended."""
        return "".join(entry.source for entry in self.entries.values()) + self.tail


def parse(text: str) -> Metadata:
    """The keys of a YAML block mapping. Scalars that are not text keep their spelling (`no` stays `no`).

    Raises:
        CardReadError: when it is not YAML, not a block mapping, too deep or too large, or has a key twice; `place` is
            `line:column` in the card.
    """
    return entries(text, frontmatter.compose(text))


def dedented(text: str) -> str:
    """The same YAML at the left edge, where an editor has indented all of it."""
    indent = len(text) - len(text.lstrip(" "))
    lines = text.split("\n")
    if not indent or any(line[:indent].strip(" ") for line in lines):
        return text
    return "\n".join(line[indent:] for line in lines)


def entries(text: str, root: Any) -> Metadata:
    """`parse`, where `text` has been composed to `root` already."""
    import yaml

    if root is None:
        return Metadata({}, text if not text or text.endswith("\n") else text + "\n")
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise CardReadError("the front matter is not a mapping of keys, one below the other", place="2")
    lines = [line for line in _LINES.findall(text if text.endswith("\n") else text + "\n") if line]
    starts: list[int] = []
    values: dict[str, Any] = {}
    for key, value in root.value:
        place = f"{key.start_mark.line + 2}:{key.start_mark.column + 1}"
        name = str(_plain(key))
        if name in values:
            raise CardReadError(f"the front matter has the key {name!r} twice", place=place)
        if key.start_mark.column:
            raise CardReadError("the front matter's keys do not begin at the left edge", place=place)
        values[name] = _plain(value)
        starts.append(_with_comments(lines, key.start_mark.line))
    ends = [*starts[1:], _with_comments(lines, len(lines))]
    starts[0] = 0
    sources = ["".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]
    entries = {name: Entry(value, source) for (name, value), source in zip(values.items(), sources, strict=True)}
    return Metadata(entries, "".join(lines[ends[-1] :]))


def _with_comments(lines: list[str], start: int) -> int:
    """The first of the comment lines right above line `start`."""
    while start > 0 and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _plain(node: Any) -> Any:
    """A node as dicts, lists, text, and `Verbatim` for what is written plain and is not text."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        data: dict[Any, Any] = {}
        for key, value in node.value:
            name = _plain(key)
            if not isinstance(name, str):
                raise CardReadError("a key of the front matter is a list or a mapping", place=_place(key))
            data[name] = _plain(value)
        return data
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value if node.tag == "tag:yaml.org,2002:str" else Verbatim(node.value)


def _place(node: Any) -> str:
    return f"{node.start_mark.line + 2}:{node.start_mark.column + 1}"
