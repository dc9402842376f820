"""What differs between two cards: by key in the front matter, by section in the body; and line by line, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.card import metadata, sections
from hubtweets.card.matching import Matcher
from hubtweets.errors import CardReadError


class Edit(NamedTuple):
    """One place where a card differs from what hubtweets wrote: `was` before, `now` after; None for nothing."""

    place: str
    was: str | None
    now: str | None


def edits(base: str, card: str) -> tuple[Edit, ...]:
    """Every key and section in which `card` differs from `base`; none when the texts are equal."""
    if base == card:
        return ()
    was, now = frontmatter.split(base), frontmatter.split(card)
    found = [] if was.yaml == now.yaml else _in_front_matter(was.yaml or "", now.yaml or "")
    return tuple(found + ([] if was.body == now.body else _in_body(was.body, now.body)))


def _in_front_matter(was: str, now: str) -> list[Edit]:
    try:
        before, after = metadata.parse(was).entries, metadata.parse(now).entries
    except CardReadError:
        return [Edit("front matter", was, now)]
    found = []
    for key in [*before, *(key for key in after if key not in before)]:
        one, other = before.get(key), after.get(key)
        if one is None or other is None or one.source != other.source:
            found.append(Edit(f"front matter: {key}", one and one.source, other and other.source))
    return found or [Edit("front matter: order of keys", was, now)]


def _in_body(was: str, now: str) -> list[Edit]:
    before = {section.key: section for section in sections.split(was)}
    after = {section.key: section for section in sections.split(now)}
    found = []
    for key in [*before, *(key for key in after if key not in before)]:
        one, other = before.get(key), after.get(key)
        if one is None or other is None or one.text != other.text:
            title = (other or one or before[key]).title
            place = f"section: {title}" if title else "before the first heading"
            found.append(Edit(place, one.text if one else None, other.text if other else None))
    return found or [Edit("order of sections", was, now)]


Hunk = list[tuple[str, int, int, int, int]]
"""Places that are near each other, as difflib's opcodes: what happens, and from where to where in each text."""


def hunks(before: Sequence[str], after: Sequence[str], context: int) -> Iterator[Hunk]:
    """Where the lines of two texts differ, with `context` lines around; in time that grows with the texts alone."""
    yield from Matcher(None, before, after).get_grouped_opcodes(context)


def opcodes(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """What happens to the lines of a text, from its beginning to its end, as difflib's opcodes."""
    yield from Matcher(None, before, after).get_opcodes()


def line_of(text: str, part: str | None) -> int | None:
    """The line, counted from 1, in which a part of a text begins; None where it is not there as it stands."""
    at = text.find(part.strip()) if part and part.strip() else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def unified(before: str, after: str, before_name: str, after_name: str, context: int = 3) -> Iterator[str]:
    """The lines of a unified diff, each with its end; none where the texts are equal.

    Args:
        before_name: what the text before is called in the diff's head, and `after_name` the other.
        context: lines that did not change shown around those that did.
    """
    was, now = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for number, hunk in enumerate(hunks(was, now, context)):
        if number == 0:
            yield from (f"--- {before_name}\n", f"+++ {after_name}\n")
        yield f"@@ -{_range(hunk[0][1], hunk[-1][2])} +{_range(hunk[0][3], hunk[-1][4])} @@\n"
        for tag, start, end, first, last in hunk:
            if tag == "equal":
                yield from (_ended(f" {line}") for line in was[start:end])
                continue
            yield from (_ended(f"-{line}") for line in was[start:end])
            yield from (_ended(f"+{line}") for line in now[first:last])


def _range(start: int, end: int) -> str:
    """The lines from `start` to `end` as the head of a hunk names them: counted from 1, or from 0 where there is none
    (https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html)."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
