"""A card parsed once: its text normalised, its front matter loaded, what it says; each when it is first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from hubtweets._shared import frontmatter, mojibake
from hubtweets.card import differing, historical, patterns, rendering
from hubtweets.card.differing import Edit
from hubtweets.card.historical import Correction, Note
from hubtweets.card.templates import find, sibling
from hubtweets.errors import CardReadError, RecordError, TemplateError
from hubtweets.record import ModelRecord, from_data

TAG = "huggingtweets"
"""The tag of every card of posts that huggingtweets or hubtweets wrote."""


class CardDocument:
    """A card, and what can be asked of it.

    Args:
        source: the README.md as it is.
        template: the path of a template of the user's own that may have written the card, or another version beside it.
        templates: folders where such templates are looked for, too.
    """

    def __init__(self, source: str, template: str | None = None, templates: Sequence[Path] = ()) -> None:
        self.source = source
        self._template = template
        self._templates = tuple(templates)
        self._text = normalised(source) if "\r" in source or source.startswith("\ufeff") else source

    @classmethod
    def parse(cls, source: str, *, template: str | None = None, templates: Sequence[Path] = ()) -> CardDocument:
        """The card in a text. Never raises: what is wrong with it is among its `notes`."""
        return cls(source, template, templates)

    @cached_property
    def own(self) -> bool:
        """Whether hubtweets wrote it: its front matter has the key `hubtweets`, as far as that can be read."""
        return "\nhubtweets:" in self._text and (self._error is not None or "hubtweets" in self._data)

    @cached_property
    def text(self) -> str:
        """The card with line feeds only, without a byte order mark, broken emoji of a historical card repaired."""
        return self._text if self.own else mojibake.repair(self._text)

    @cached_property
    def parts(self) -> frontmatter.Parts:
        """The front matter as text, and the body."""
        return frontmatter.split(self.text)

    @cached_property
    def _loaded(self) -> tuple[dict[str, Any], CardReadError | None]:
        try:
            return frontmatter.load(frontmatter.split(self._text).yaml or ""), None
        except CardReadError as error:
            return {}, error

    @property
    def _data(self) -> dict[str, Any]:
        return self._loaded[0]

    @property
    def _error(self) -> CardReadError | None:
        return self._loaded[1]

    @cached_property
    def retracted(self) -> str | None:
        """Since when the model is taken down, where the card says so."""
        return retraction(self._data.get("hubtweets")) if "retracted" in self._text else None

    def restored(self, text: str) -> str:
        """`text` with this card's line ends and byte order mark; the card itself where it is the same."""
        if text == self._text:
            return self.source
        newline = "\r\n" if self.source.count("\r\n") * 2 > self.source.count("\n") else "\n"
        mark = "\ufeff" if self.source.startswith("\ufeff") else ""
        return mark + text.replace("\n", newline) if mark or newline != "\n" else text

    # -- what it says ------------------------------------------------------------------------------------------------

    @property
    def record(self) -> ModelRecord | None:
        """The facts, with what a person corrected in the heading; None where they cannot be read."""
        return self._found.record

    @property
    def generation(self) -> str | None:
        """The template that wrote it, `name@version`; None where it is not known."""
        return self._found.generation

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was not understood."""
        return (*self._found.notes, *self._rendered[1])

    @property
    def doubts(self) -> tuple[Note, ...]:
        """The facts of an edited card that were not understood: they would be lost.

        Which handle is whose need not be known to merge a joint card, nor what a template made of facts that are known.
        """
        if not self.notes or self.exact:
            return ()
        return tuple(note for note in self.notes if note.code not in ("whose-handle", "template"))

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """The display names that a person corrected in the heading, where there is such a one."""
        return self._found.corrections

    @property
    def foreign(self) -> bool:
        """Whether neither huggingtweets nor hubtweets wrote it, as far as anything in it says."""
        return self.record is None and self.generation is None and not self.own and TAG not in self.text

    @cached_property
    def _found(self) -> historical.Found:
        if self.own:
            return self._read_record()
        if self._untouched is None:
            return historical.read(self.parts, self._matched.record if self._matched is not None else None)
        return historical.Found(self._untouched, self._untouched.template, (), ())

    @cached_property
    def _matched(self) -> patterns.Matched | None:
        return None if self.own else patterns.match(self.parts)

    @property
    def _untouched(self) -> ModelRecord | None:
        """The record of a card that a historical template wrote and nobody changed: it need not be rendered to know."""
        return self._matched.record if self._matched is not None and self._matched.whole else None

    def _read_record(self) -> historical.Found:
        if self._error is not None:
            return _nothing(Note("front-matter", self._error.place or "front matter", self._error.message))
        try:
            record = from_data(self._data["hubtweets"], ModelRecord)
        except RecordError as error:
            return _nothing(Note("record", "front matter: hubtweets", error.message))
        return historical.Found(record, record.template, (), ())

    @cached_property
    def _rendered(self) -> tuple[str | None, tuple[Note, ...]]:
        """What wrote the card, run again: its text, or what is in the way."""
        record = self.record
        if self._untouched is not None:
            return self.text, ()
        if record is None or self.generation is None:
            return None, ()
        try:
            writer = sibling(record.template, self._template, self._templates)
            if writer is None and self.own:
                find(record.template)  # says why not
            return None if writer is None else rendering.render(as_written(record, self.corrections), writer), ()
        except TemplateError as error:
            told = f"{error.message} {error.hint}" if error.hint else error.message
            return None, (Note("template", "front matter: hubtweets.template", told),)

    @property
    def written(self) -> str | None:
        """What the template that wrote the card makes of the facts in it; None where it cannot be rendered again."""
        return self._rendered[0]

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What others changed since it was written; of a generation that nobody can render, section by section."""
        if self.written is not None:
            return differing.edits(self.written, self.text)
        return self._found.edits

    @property
    def exact(self) -> bool:
        """Whether nobody has changed it, broken emoji, line ends and a byte order mark aside."""
        return self.written == self.text


def _nothing(note: Note) -> historical.Found:
    return historical.Found(None, None, (), (note,))


def normalised(text: str) -> str:
    """A card with line feeds only, and without a byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def retraction(record: Any) -> str | None:
    """What `retracted` says in what stands under `hubtweets`, which need not be a whole record."""
    since = record.get("retracted") if isinstance(record, dict) else None
    return str(since) if since else None


def as_written(record: ModelRecord, corrections: Sequence[Correction]) -> ModelRecord:
    """The record with the display names as they were before a person corrected them."""
    if not corrections:
        return record
    replace = msgspec.structs.replace
    accounts = zip(record.accounts, corrections, strict=True)
    return replace(record, accounts=tuple(replace(account, name=name.was) for account, name in accounts))
