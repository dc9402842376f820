"""Rules about the text: tables, HTML, links, pictures, sections, characters."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from hubtweets._shared import mojibake
from hubtweets.card.checking.engine import Card, Fault, Line, Replacement, rule
from hubtweets.card.checking.text import headings, live, opens_block, stated
from hubtweets.cardview.sanitize import COMPONENTS, clean

_ONLY_COMMENTS = re.compile(r"(?:<!--(?:[^-]|-(?!->))*-->\s*)+")
_RULE_LINE = re.compile(r" {0,3}\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+")
_PIPE = re.compile(r"(?<!\\)\|")
_TAG = re.compile(r"<(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\s[^<>]*)?)/?>")
_HANDLER = re.compile(r"\s(?P<name>on[a-z]+|srcdoc|formaction)\s*=", re.IGNORECASE)
_SCRIPT_ADDRESS = re.compile(r"\s(?:href|src)\s*=\s*[\"']?\s*javascript:", re.IGNORECASE)
_SCRIPT_LINK = re.compile(r"\]\(\s*javascript:", re.IGNORECASE)
_IN_TABLES = frozenset("caption col colgroup tbody td tfoot th thead tr".split())  # noqa: SIM905
_HTTP = re.compile(r"(?<![\w/])http(?:s|://(?P<host>[^\s/<>\"')\]:]+))[^\s<>\"')\]]*", re.IGNORECASE)
_HTTPS_HOSTS = frozenset(
    ["github.com", "huggingface.co", "hf.co", "wandb.ai", "app.wandb.ai", "twitter.com", "x.com", "pbs.twimg.com",
     "img.shields.io", "colab.research.google.com", "huggingtweets.com", "bsky.app", "arxiv.org"]
)  # fmt: skip
_LEFTOVER = re.compile(
    r"\[More Information Needed\]|<!-- Provide [^<>]*-->|\{\{[\w.|\s]*+\}\}|\{%[^%\n]*%\}|<your[-_ ][^<>\n]*>"
    r"|\byour-(?:user)?name\b|\blorem ipsum\b",
    re.IGNORECASE,
)
_MOST_LEFT = 2_000  # each is looked for among the record's facts
# In capitals, and as a note to oneself: `todo` is a word of Spanish, and "TODO items" may be what the model finds.
_NOTE_TO_SELF = re.compile(
    r"(?<![\w-])(?:TODO|FIXME|TBD|XXX)(?=[:(!]|[ \t.]*(?:\||$))|^[ \t>|*_-]*(?:TODO|FIXME|TBD)(?=[ \t]+[a-z])",
    re.MULTILINE,
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PICTURE = re.compile(r"!\[\s*\]\((?P<url>[^)\s]*)")
_IMG_ALT = re.compile(r"\salt\s*=", re.IGNORECASE)
_EMPTY_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\]\([ \t]*\)")

# What the annotated model card (https://huggingface.co/docs/hub/model-card-annotated) asks every card for.
_ASKED_FOR = {
    "how to use the model": re.compile(r"\buse\b|\busage\b|get started|inference|example", re.IGNORECASE),
    "its limits (bias, risks, limitations)": re.compile(r"limit|bias|risk|out-of-scope", re.IGNORECASE),
    "what it was trained on": re.compile(r"\bdata(?:set|sets)?\b|\btraining\b", re.IGNORECASE),
}


def cells(line: str) -> list[str]:
    """The cells of a table row, as GitHub's Markdown parts them: a pipe with a backslash before it does not."""
    row = line.strip()
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip() for cell in (_PIPE.split(row) if "\\" in row else row.split("|"))]


def tables(card: Card) -> Iterator[list[Line]]:
    """The lines of each table, or of what was meant as one: a line with a pipe above a line of dashes.

    It ends as GitHub's does (https://github.github.com/gfm/#tables-extension-): at an empty line, or where another
    block begins. A line without a pipe is a row too.
    """
    lines = card.lines
    number = 1
    while number < len(lines):
        above, line = lines[number - 1], lines[number]
        if line.code or "|" not in above.text or "|" not in line.text or not _RULE_LINE.fullmatch(line.text):
            number += 1
            continue
        end = number + 1
        while end < len(lines) and not (lines[end].code or opens_block(lines[end].text)):
            end += 1
        yield lines[number - 1 : end]
        number = end + 1


@rule("table-cells", "error", "A table row with more cells than the header.", "Write a pipe inside a cell as `\\|`.")
def table_cells(card: Card) -> Iterator[Fault]:
    for header, *rows in tables(card):
        wanted = len(cells(header.text))
        dashes = len(cells(rows[0].text))
        if wanted != dashes:
            told = f"The header has {wanted} cells and the line below it {dashes}: this is shown as text, not a table."
            yield Fault(header.start, told)
            continue
        for row in rows[1:]:
            given = cells(row.text)
            # those too many are not shown; where some are missing, empty ones are; a comment is nothing that is lost
            if any(cell and not _ONLY_COMMENTS.fullmatch(cell) for cell in given[wanted:]):
                yield Fault(row.start, f"This row has {len(given)} cells, the header {wanted}.")


@rule("table-swallows", "warning", "Text under a table that becomes a row of it.", "Put an empty line after the table.")
def table_swallows(card: Card) -> Iterator[Fault]:
    for header, _, *rows in tables(card):
        if len(cells(header.text)) > 1:
            for row in rows:
                if "|" not in row.text:
                    fix = Replacement(row.start, row.start, "\n")
                    yield Fault(row.start, "This line is shown as a row of the table above it.", fix)
                    break


@functools.lru_cache(maxsize=256)
def _shown(tag: str) -> bool:
    return tag in _IN_TABLES or (tag != "input" and f"<{tag}" in clean(f"<{tag}>x</{tag}>"))


@rule("html-stripped", "warning", "HTML that the Hub takes out.", "Use Markdown, or an element that the Hub shows.")
def html_stripped(card: Card) -> Iterator[Fault]:
    text = live(card)
    for match in _TAG.finditer(text):
        at = card.body_start + match.start()
        tag = match["tag"].lower()
        if match["tag"] in COMPONENTS:
            continue
        if not _shown(tag):
            yield Fault(at, f"The Hub takes <{tag}> out.")
        else:
            for handler in _HANDLER.finditer(match["attributes"]):
                yield Fault(at, f"The Hub takes the attribute {handler['name']} out.")
            for _ in _SCRIPT_ADDRESS.finditer(match["attributes"]):
                yield Fault(at, "The Hub takes javascript: addresses out.")
    for match in _SCRIPT_LINK.finditer(text):
        yield Fault(card.body_start + match.start(), "The Hub takes javascript: addresses out.")


@rule(
    "http-link", "warning", "A link or picture that is not encrypted.", "Use https: browsers block or warn about http."
)
def http_link(card: Card) -> Iterator[Fault]:
    for match in _HTTP.finditer(live(card)):  # those of https hold no other
        host = (match["host"] or "localhost").lower()
        if host.partition(".")[0] not in ("localhost", "127"):
            at = card.body_start + match.start()
            yield Fault(at, f"http: to {host}.", _to_https(host, at))
    if "thumbnail" in card.keys:
        _, node = card.keys["thumbnail"]
        found = _HTTP.match(str(node.value))
        if found is not None and found["host"]:
            host, (start, end) = found["host"].lower(), card.span(node)
            at = card.text.find(found[0], start, end)  # not there where it is written with escapes
            yield Fault(max(at, start), f"http: to {host}.", _to_https(host, at) if at >= 0 else None)


def _to_https(host: str, at: int) -> Replacement | None:
    known = host in _HTTPS_HOSTS or host.removeprefix("www.") in _HTTPS_HOSTS
    return Replacement(at, at + len("http:"), "https:") if known else None


@rule("mojibake", "warning", "Text that was saved in the wrong encoding.", "Save the card as UTF-8.")
def broken_text(card: Card) -> Iterator[Fault]:
    start = 0
    for line in card.text.split("\n"):
        for at, _ in mojibake.suspects(line):
            fix = Replacement(start, start + len(line), mojibake.repair(line))
            yield Fault(start + at, "These characters are UTF-8 that was read as cp1252.", fix)
        start += len(line) + 1


@rule("placeholder", "warning", "A placeholder that nobody filled in.", "Write what belongs here, or leave it out.")
def placeholder(card: Card) -> Iterator[Fault]:
    for pattern in (_LEFTOVER, _NOTE_TO_SELF):
        for match in itertools.islice(pattern.finditer(card.prose), _MOST_LEFT):
            text = match[0].lstrip(" \t>|*_-")
            if not stated(card, text):
                yield Fault(card.body_start + match.end() - len(text), f"{text[:60]!r} is a placeholder.")


@rule("hidden-direction", "warning", "A character that turns the order of text round.", "Take it out.")
def hidden_direction(card: Card) -> Iterator[Fault]:
    for match in _BIDI.finditer(card.parts.body):
        yield Fault(
            card.body_start + match.start(), f"U+{ord(match[0]):04X} makes text show in another order than it has."
        )


@rule(
    "picture-text", "note", "A picture without a text for those who cannot see it.", "Say what it shows, as alt text."
)
def picture_text(card: Card) -> Iterator[Fault]:
    text = live(card)
    for match in _PICTURE.finditer(text):
        yield Fault(card.body_start + match.start(), f"No text for the picture {match['url']}.")
    for match in _TAG.finditer(text):
        if match["tag"].lower() == "img" and not _IMG_ALT.search(match["attributes"]):
            yield Fault(card.body_start + match.start(), "No alt text for this picture.")


@rule("link-empty", "warning", "A link that leads nowhere.", "Give it an address, or make it plain text.")
def link_empty(card: Card) -> Iterator[Fault]:
    for match in _EMPTY_LINK.finditer(live(card)):
        yield Fault(card.body_start + match.start(), f"{match[0]} has no address.")


@rule("code-unclosed", "warning", "A code block that is never closed.", "Close it with a line of the same backticks.")
def code_unclosed(card: Card) -> Iterator[Fault]:
    opening: Line | None = None
    for line in card.lines:
        if line.code and opening is None:
            opening = line
        elif opening is not None and line.code and _closes(line.text, _fence(opening.text)):
            opening = None
    if opening is not None:
        end = len(card.text)
        closing = ("" if card.text.endswith("\n") else "\n") + _fence(opening.text) + "\n"
        yield Fault(opening.start, "Everything after this line is shown as code.", Replacement(end, end, closing))


def _closes(line: str, fence: str) -> bool:
    return re.fullmatch(r" {0,3}(`{3,}|~{3,})[ \t]*", line) is not None and line.strip().startswith(fence)


def _fence(line: str) -> str:
    match = re.match(r" {0,3}(`{3,}|~{3,})", line)
    return match[1] if match else "```"


@rule("section-empty", "warning", "A heading with nothing under it.", "Write the section, or take the heading out.")
def section_empty(card: Card) -> Iterator[Fault]:
    lines, found = card.lines, headings(card)
    for heading, after in itertools.zip_longest(found, found[1:]):
        between = lines[heading.end : after.start if after else len(lines)]
        if not any(line.text.strip() for line in between) and (after is None or after.level <= heading.level):
            yield Fault(lines[heading.start].start, f"There is nothing under {heading.title!r}.")


@rule(
    "section-missing", "note", "A section that a model card should have.", "Add a heading for it and a few sentences."
)
def section_missing(card: Card) -> Iterator[Fault]:
    titles = [heading.title for heading in headings(card)]
    for what, pattern in _ASKED_FOR.items():
        if not any(pattern.search(title) for title in titles):
            yield Fault(card.body_start, f"No section says {what}.")
