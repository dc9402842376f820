"""Card to record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from hubtweets.card.differing import Edit
from hubtweets.card.document import CardDocument
from hubtweets.card.historical import Note
from hubtweets.record import ModelRecord


class ReadResult(NamedTuple):
    """What a card says.

    `record` is None where it could not be read. `generation` is the template that wrote the card, `name@version`; for
    historical cards it is known by landmarks, and only the newest two of those are templates that can render. `edits`
    are what others changed since. `exact` says that rendering `record` gives the card back, broken emoji, line ends
    and a byte order mark aside. `foreign`: neither huggingtweets nor hubtweets wrote it.
    """

    record: ModelRecord | None
    generation: str | None = None
    edits: tuple[Edit, ...] = ()
    not_understood: tuple[Note, ...] = ()
    exact: bool = False
    foreign: bool = False


def read(text: str, template: str | None = None, *, templates: Sequence[Path] = ()) -> ReadResult:
    """The facts in a card: those of its front matter, or, in a historical card, those found at its landmarks.

    Never raises: what is not understood is listed, and nothing is guessed.

    Args:
        text: the README.md.
        template: the path of a template of the user's own; where it or another version beside it wrote the card, what
            was edited since is known.
        templates: folders where such templates are looked for, too.
    """
    card = CardDocument.parse(text, template=template, templates=templates)
    return ReadResult(card.record, card.generation, card.edits, card.notes, card.exact, card.foreign)


def retracted(text: str) -> str | None:
    """Since when a model is taken down, where its card says so: `retracted` under `hubtweets` in the front matter."""
    return CardDocument.parse(text).retracted if "retracted" in text else None
