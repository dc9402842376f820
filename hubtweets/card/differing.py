"""What differs between two cards: by key in the front matter, by section in the body."""

from __future__ import annotations

from typing import NamedTuple

from hubtweets import frontmatter
from hubtweets.card import metadata, sections
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
