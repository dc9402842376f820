"""`Card`: a card made in Python, of a record's facts and sections of one's own, without a template of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from hubtweets._shared import disk, frontmatter
from hubtweets.card import rendering, sections
from hubtweets.card.document import CardDocument
from hubtweets.card.written import Part, Written, joined, with_written
from hubtweets.errors import CardReadError
from hubtweets.record import ModelRecord


class Card:
    """A card of a model, to which sections and metadata can be added.

    What is added is a person's text: it is kept whenever hubtweets renders the card again, with new facts or another
    template.

    Args:
        record: the facts that the card states.
        template: name, name@version or path; default the record's own.

    Raises:
        TemplateError: when the template is missing or fails.
    """

    def __init__(self, record: ModelRecord, template: str | None = None) -> None:
        self.record = record
        self._text = rendering.render(record, template)

    @classmethod
    def load(cls, text: str) -> Self:
        """The card in a README.md that hubtweets wrote, with what people made of it since.

        Raises:
            CardReadError: when there are no facts in it.
        """
        found = CardDocument.parse(text)
        if found.record is None:
            told = "; ".join(f"{note.place}: {note.detail}" for note in found.notes) or "no facts were found in it"
            raise CardReadError(f"this is no card of hubtweets: {told}", hint="Make one of a record: Card(record).")
        card = cls.__new__(cls)
        card.record, card._text = found.record, found.text
        return card

    def add(self, **contents: str) -> Self:
        """Add Markdown under headings; where the card has such a section already, at its end.

        `add(**{"Limits": "It has never seen a tram.", "Model description/History": "Begun in 2019."})` adds a
        paragraph to the card's own limits, and a section with one inside it, before how the model was made.

        Args:
            contents: Markdown by headings, the outer and the inner parted by `/`.
        """
        for path, markdown in contents.items():
            titles = [title.strip() for title in path.split("/")]
            blocks = tuple(block.strip("\n") for block in sections.blocks(sections.split_lines(markdown.strip("\n"))))
            for depth, title in enumerate(titles[:-1]):
                if not self._has(title):
                    self._put(Part(title, depth + 2, ()))
            self._put(Part(titles[-1], len(titles) + 1, blocks), after=titles[-2] if len(titles) > 1 else None)
        return self

    def replace(self, **contents: str) -> Self:
        """Write sections of the card anew: Markdown by their headings.

        Raises:
            KeyError: when the card has no section of that name.
        """
        split = frontmatter.split(self._text)
        parts = sections.split(split.body)
        for title, markdown in contents.items():
            place = next((at for at, part in enumerate(parts) if part.key == (title.casefold(), 0)), None)
            if place is None:
                raise KeyError(title)
            lines = [parts[place].lines[0], "\n", *sections.split_lines(markdown.strip("\n") + "\n\n")]
            parts[place] = parts[place]._replace(lines=lines)
        body = "".join(part.text for part in parts).rstrip("\n") + "\n"
        self._text = joined(split.yaml, body)
        return self

    def add_metadata(self, **keys: Any) -> Self:
        """Add keys to the front matter, such as `inference=False`, and to its `tags`; a key that is there stays."""
        self._text = with_written(self._text, Written(keys))
        return self

    @property
    def text(self) -> str:
        """The card."""
        return self._text

    def __str__(self) -> str:
        return self._text

    def save(self, path: str | Path) -> None:
        """Write the card to a file, whole or not at all.

        Raises:
            OSError: when it cannot be written.
        """
        disk.write_text(Path(path), self._text)

    def _has(self, title: str) -> bool:
        body = frontmatter.split(self._text).body
        return any(section.key == (title.casefold(), 0) for section in sections.split(body))

    def _put(self, part: Part, *, after: str | None = None) -> None:
        if after is None or self._has(part.title):
            self._text = with_written(self._text, Written({}, (part,)))
            return
        split = frontmatter.split(self._text)
        found = sections.split(split.body)
        # a title that ends in # is read without it
        last = len(found) - 1
        place = next((at for at, section in enumerate(found) if section.key == (after.casefold(), 0)), last)
        end = next((at for at in range(place + 1, len(found)) if found[at].level <= found[place].level), len(found))
        heading = f"{'#' * part.level} {part.title}\n\n"
        new = heading + "\n\n".join(part.blocks) + "\n\n"
        texts = [section.text for section in found]
        texts[end - 1] = texts[end - 1].rstrip("\n") + "\n\n"
        self._text = joined(split.yaml, "".join([*texts[:end], new, *texts[end:]]).rstrip("\n") + "\n")
