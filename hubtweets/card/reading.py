"""Card to record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hubtweets.card.differing import Edit
from hubtweets.card.document import CardDocument
from hubtweets.card.historical import Note
from hubtweets.record import ModelRecord


class ReadResult:
    """What a card says; each thing is found out when it is first asked for, and the record costs least.

    Args:
        document: the card; None where there is none that could be opened.
        not_understood: why it could not be opened.
    """

    def __init__(self, document: CardDocument | None, not_understood: tuple[Note, ...] = ()) -> None:
        self._document = document
        self._not_opened = not_understood

    @property
    def record(self) -> ModelRecord | None:
        """The facts; None where they could not be read."""
        return self._document.record if self._document else None

    @property
    def generation(self) -> str | None:
        """The template that wrote the card, `name@version`. Historical cards are known by landmarks, and only the
        newest two generations are templates that can render."""
        return self._document.generation if self._document else None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What others changed since it was written; the record is rendered again to know."""
        return self._document.edits if self._document else ()

    @property
    def not_understood(self) -> tuple[Note, ...]:
        """What could not be read, or not be rendered again."""
        return self._document.notes if self._document else self._not_opened

    @property
    def exact(self) -> bool:
        """Whether rendering `record` gives the card back, broken emoji, line ends and a byte order mark aside."""
        return self._document is not None and self._document.exact

    @property
    def foreign(self) -> bool:
        """Whether neither huggingtweets nor hubtweets wrote it."""
        return self._document is not None and self._document.foreign

    def __repr__(self) -> str:
        name = self.record.repo_id if self.record is not None else None
        return f"ReadResult({name}, generation={self.generation}, foreign={self.foreign})"


def read(text: str, template: str | None = None, *, templates: Sequence[Path] = ()) -> ReadResult:
    """The facts in a card: those of its front matter, or, in a historical card, those found at its landmarks.

    Never raises: what is not understood is listed, and nothing is guessed.

    Args:
        text: the README.md.
        template: the path of a template of the user's own; where it or another version beside it wrote the card, what
            was edited since is known.
        templates: folders where such templates are looked for, too.
    """
    return ReadResult(CardDocument.parse(text, template=template, templates=templates))


def retracted(text: str) -> str | None:
    """Since when a model is taken down, where its card says so: `retracted` under `hubtweets` in the front matter."""
    return CardDocument.parse(text).retracted
