"""Card to record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hubtweets import frontmatter
from hubtweets.card import differing, historical, mojibake, patterns, rendering
from hubtweets.card.differing import Edit
from hubtweets.card.templates import names, sibling
from hubtweets.errors import CardReadError, RecordError, TemplateError
from hubtweets.record import ModelRecord, from_data


class NotUnderstood(NamedTuple):
    """Something a card says, or ought to say, that could not be made a fact."""

    place: str
    what: str


class ReadResult(NamedTuple):
    """What a card says.

    `record` is None where it could not be read. `generation` is the template that wrote the card, `name@version`; for
    historical cards it is known by landmarks, and only the newest two of those are templates that can render. `edits`
    are what others changed since. `exact` says that rendering `record` gives the card back, broken emoji, line ends
    and a byte order mark aside.
    """

    record: ModelRecord | None
    generation: str | None = None
    edits: tuple[Edit, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    exact: bool = False


def read(text: str, template: str | None = None, *, templates: Sequence[Path] = ()) -> ReadResult:
    """The facts in a card: those of its front matter, or, in a historical card, those found at its landmarks.

    `template` is the path of a template of the user's own, and `templates` are folders with some: where one of those,
    or another version beside `template`, wrote the card, what was edited since is known. Never raises: what is not
    understood is listed, and nothing is guessed.
    """
    if text.startswith("\ufeff") or "\r" in text:
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\nhubtweets:" in text and (own := _own(text, template, templates)) is not None:
        return own
    text = mojibake.repair(text)
    record = patterns.match(text)
    if record is not None:
        return ReadResult(record, record.template, exact=True)
    found = historical.read(text)
    notes = tuple(NotUnderstood(*note) for note in found.notes)
    if found.record is None or found.generation not in names():
        return ReadResult(found.record, found.generation, found.edits, notes)
    base = rendering.render(found.record)
    return ReadResult(found.record, found.generation, differing.edits(base, text), notes, exact=base == text)


def retracted(text: str) -> str | None:
    """Since when a model is taken down, where its card says so: `retracted` under `hubtweets` in the front matter."""
    if "retracted" not in text:
        return None
    try:
        own = frontmatter.load(frontmatter.split(text).yaml or "").get("hubtweets")
    except CardReadError:
        return None
    return retraction(own)


def retraction(record: Any) -> str | None:
    """The same of what stands under `hubtweets`, which need not be a whole record."""
    since = record.get("retracted") if isinstance(record, dict) else None
    return str(since) if since else None


def _own(text: str, template: str | None, folders: Sequence[Path]) -> ReadResult | None:
    """What a card that carries a record says; None where the key `hubtweets` is not one of its front matter's."""
    try:
        data = frontmatter.load(frontmatter.split(text).yaml or "")
    except CardReadError as error:
        return ReadResult(None, not_understood=(NotUnderstood(error.place or "front matter", error.message),))
    if "hubtweets" not in data:
        return None
    try:
        record = from_data(data["hubtweets"], ModelRecord)
    except RecordError as error:
        return ReadResult(None, not_understood=(NotUnderstood("front matter: hubtweets", error.message),))
    try:
        base = rendering.render(record, sibling(record.template, template, folders))
    except TemplateError as error:
        told = f"{error.message} {error.hint}" if error.hint else error.message
        note = NotUnderstood("front matter: hubtweets.template", told)
        return ReadResult(record, record.template, not_understood=(note,))
    return ReadResult(record, record.template, differing.edits(base, text), exact=base == text)
