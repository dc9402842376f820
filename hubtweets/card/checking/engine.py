"""What a rule is, and running all of them over a card."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from hubtweets._shared import frontmatter, yaml12
from hubtweets.card import sections
from hubtweets.card.document import normalised
from hubtweets.errors import CardReadError

Severity = Literal["error", "warning", "note"]

_MOST_ROUNDS = 5
_MOST_FINDINGS = 1_000  # of one rule: a card may have any number of faults, a report may not
_MOST_TRIED = 50  # fixes that are tried one by one, where all together make a new fault


class Replacement(NamedTuple):
    """What a safe fix does: the characters from `start` to `end` of the card become `text`."""

    start: int
    end: int
    text: str


_NOTHING = Replacement(0, 0, "")


class Finding(NamedTuple):
    """One fault. `line` and `column` count from 1; `fix` is there where it can be put right without a person."""

    rule: str
    severity: Severity
    line: int
    column: int
    message: str
    hint: str
    fix: Replacement | None = None


class Rule(NamedTuple):
    """One kind of fault. `find` gives an offset in the card, a message, and a replacement where one is safe.

    The severity follows what the Hub does: it refuses an *error* or shows it broken, it ignores what a *warning* is
    about, and a *note* is advice.
    """

    id: str
    severity: Severity
    summary: str
    hint: str
    find: Callable[[Card], Iterator[Fault]]


class Fault(NamedTuple):
    """What a rule found, at an offset in the card's text; `severity` where it is not the rule's own."""

    at: int
    message: str
    fix: Replacement | None = None
    severity: Severity | None = None


RULES: dict[str, Rule] = {}
"""Every rule by its id, in the order in which findings of one place are told."""


def rule(
    id: str,  # noqa: A002  (that is what it is)
    severity: Severity,
    summary: str,
    hint: str,
) -> Callable[[Callable[[Card], Iterator[Fault]]], Callable[[Card], Iterator[Fault]]]:
    """Makes a function a rule."""

    def register(find: Callable[[Card], Iterator[Fault]]) -> Callable[[Card], Iterator[Fault]]:
        RULES[id] = Rule(id, severity, summary, hint, find)
        return find

    return register


class Line(NamedTuple):
    """A line of the body without its end: its offset in the card, and whether it is part of a code block."""

    start: int
    text: str
    code: bool


class Card:
    """A card taken apart once for all rules. Offsets are into `text`, which has line feeds only.

    `template` is the path of a template of the user's own that may have written it.
    """

    def __init__(self, text: str, template: str | None = None) -> None:
        self.text = text
        self.template = template
        self.parts = frontmatter.split(text)
        self.body_start = len(text) - len(self.parts.body)
        self.yaml_start = text.find("\n") + 1 if self.parts.yaml is not None else 0
        self.keys: dict[str, tuple[Any, Any]] = {}  # front matter key -> its key node and value node
        self.data: dict[str, Any] = {}
        self.unreadable: CardReadError | None = None  # why the front matter is not in the two above
        try:
            self._read(self.parts.yaml or "")
        except CardReadError as error:
            self.unreadable = error

    def _read(self, yaml_text: str) -> None:
        root = frontmatter.compose(yaml_text)
        yaml12.see(root)
        self.data = frontmatter.construct(root)
        self.keys = {str(key.value): (key, value) for key, value in root.value} if self.data else {}

    @functools.cached_property
    def hub_data(self) -> Mapping[str, Any]:
        """The front matter as the Hub reads it; what the Hub cannot read has nothing in it."""
        try:
            return yaml12.load(self.parts.yaml or "")
        except CardReadError:
            return {}

    @functools.cached_property
    def _yaml_lines(self) -> list[int]:
        """Offsets of the front matter's lines, as YAML counts them."""
        starts = [match.end() for match in re.finditer(r"[\n\x85\u2028\u2029]", self.parts.yaml or "")]
        return [self.yaml_start, *(self.yaml_start + start for start in starts)]

    def at(self, node: Any) -> int:
        """The offset of a YAML node."""
        line: int = node.start_mark.line
        return min(self._yaml_lines[min(line, len(self._yaml_lines) - 1)] + int(node.start_mark.column), len(self.text))

    def span(self, node: Any) -> tuple[int, int]:
        """The offsets of a scalar node's first and last character, quotes included."""
        end = node.end_mark
        return self.at(node), self._yaml_lines[min(end.line, len(self._yaml_lines) - 1)] + int(end.column)

    @functools.cached_property
    def lines(self) -> list[Line]:
        """The body's lines."""
        found, start = [], self.body_start
        for line, code in sections.fenced(sections.split_lines(self.parts.body)):
            found.append(Line(start, line.rstrip("\n"), code))
            start += len(line)
        return found

    @functools.cached_property
    def prose(self) -> str:
        """The body with everything in code blanked out, offsets unchanged."""
        texts, above, in_list = [], "", False
        for line in self.lines:
            text = line.text
            if text.strip() and not text[0].isspace():
                in_list = _LIST_ITEM.match(text) is not None
            indented = not in_list and _INDENTED.match(text) is not None and not above.strip()
            texts.append(" " * len(text) if line.code or indented else _without_spans(text))
            above = "" if indented else text  # code goes on in the next line
        return "\n".join(texts)


_INDENTED = re.compile(r" {4}|\t| {1,3}\t")
_LIST_ITEM = re.compile(r"[-*+] |\d{1,9}[.)] ")
_MOST_BACKTICKS = 200  # in one line; every one that is not closed is looked for to the line's end
_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)")


def _without_spans(line: str) -> str:
    return _CODE_SPAN.sub(lambda match: " " * len(match[0]), line) if line.count("`") <= _MOST_BACKTICKS else line


def check(text: str, rules: Collection[str] | None = None, *, template: str | None = None) -> list[Finding]:
    """Every fault in a card, in the order of the text. Line ends and a byte order mark are no faults.

    `rules` are the ids of those to run; None stands for all of them. `template` is the path of a template of the user's
    own, for cards that it or another version beside it wrote.
    """
    card = Card(normalised(text), template)
    breaks = [match.start() for match in re.finditer("\n", card.text)]
    found = []
    for entry in RULES.values() if rules is None else map(RULES.__getitem__, rules):
        for fault in itertools.islice(entry.find(card), _MOST_FINDINGS):
            line = bisect.bisect_left(breaks, fault.at)
            column = fault.at - (breaks[line - 1] + 1 if line else 0) + 1
            severity = fault.severity or entry.severity
            found.append(Finding(entry.id, severity, line + 1, column, fault.message, entry.hint, fault.fix))
    return sorted(found, key=lambda finding: finding[2:4])


def fix(text: str) -> tuple[str, list[Finding]]:
    """The card with every safe fix made, and what was fixed. Line ends stay as they are.

    A fix is made only where the card has no new finding after it: a key in the Hub's spelling is worse than one that
    the Hub ignores, where its value is one that the Hub refuses.
    """
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text, done = normalised(text), []
    findings = check(text)
    for _ in range(_MOST_ROUNDS):
        fixable = [finding for finding in findings if finding.fix]
        fixable.sort(key=lambda finding: finding.fix or _NOTHING, reverse=True)
        text, findings, made = _make(text, findings, fixable)
        if not made:
            for finding in fixable[:_MOST_TRIED]:  # from the end: the places of those before it stay
                text, findings, one = _make(text, findings, [finding])
                made += one
        if not made:
            break
        done += made
    return mark + text.replace("\n", newline), done


def _make(text: str, before: list[Finding], chosen: list[Finding]) -> tuple[str, list[Finding], list[Finding]]:
    """The card with the `chosen` findings put right, from its end on; its findings then, and those put right.

    Nothing is changed where the card then had a finding that it has not now.
    """
    last, fixed, made = len(text) + 1, text, []
    for finding in chosen:
        start, end, new = finding.fix or _NOTHING
        if end <= last:  # two that touch are made in two rounds
            fixed = fixed[:start] + new + fixed[end:]
            last = start
            made.append(finding)
    after = check(fixed) if made else before
    told = Counter((finding.rule, finding.message) for finding in after)
    if told - Counter((finding.rule, finding.message) for finding in before):
        return text, before, []
    return fixed, after, made
