"""What hubtweets or the notebook wrote of a card that people edited: the base of the merge."""

from __future__ import annotations

from hubtweets._shared import frontmatter
from hubtweets.card import generations, landmarks, metadata, rendering, sections
from hubtweets.card.document import CardDocument
from hubtweets.card.templates import names
from hubtweets.errors import CardReadError


def base(card: CardDocument, ours: str) -> str:
    """The base of a merge of `card` with `ours`: rendered again where that can be trusted, else section by section.

    Rendering again cannot be trusted where facts were edited beyond reading: what is not understood would be taken for
    the template's.
    """
    if card.written is not None and not card.doubts:
        return card.written
    if not card.own and card.generation is not None:
        text = uncorrected(card)
        if not card.edits and not card.doubts:
            return text
        return generations.base(text, card.generation, doubted=bool(card.doubts))
    if card.record is None:
        return by_section(card, [ours])
    like = [
        rendering.render(card.record, name).replace(f"`{name}`", f"`{card.record.template}`")  # it names itself
        for name in names()
        if name.startswith("hubtweets@")
    ]
    return by_section(card, like, own_record=True)


def by_section(card: CardDocument, like: list[str], *, own_record: bool = False) -> str:
    """The keys and sections of `card` that one of the texts in `like` has, word for word; the others are a person's.

    Args:
        card: one whose template is not at hand, or whose facts cannot be read.
        like: cards that it may have been made like; the one with most in common with it counts.
        own_record: the record in its front matter is hubtweets', too.
    """
    parts = [frontmatter.split(text) for text in like]
    theirs = sections.split(card.parts.body)
    known = [{section.key: section.text for section in sections.split(one.body)} for one in parts]
    fits = [sum(texts.get(section.key) == section.text for section in theirs) for texts in known]
    best = fits.index(max(fits))
    body = "".join(
        section.text for section in theirs if known[best].get(section.key) == section.text or not section.text.strip()
    )
    try:
        now = metadata.parse(metadata.dedented(card.parts.yaml or "")).entries
        was = metadata.parse(parts[best].yaml or "").entries
    except CardReadError:
        return body
    kept = [
        entry.source
        for key, entry in now.items()
        if (key in was and was[key].value == entry.value) or (own_record and key == "hubtweets")
    ]
    return f"---\n{''.join(kept)}---\n{body}"


def uncorrected(card: CardDocument) -> str:
    """The card with the display names in its heading put back: the correction is in its record."""
    if not card.corrections:
        return card.text
    was = " & ".join(name.was for name in card.corrections)
    return landmarks.TITLE.sub(
        lambda match: match[0][: match.start(1) - match.start()] + was + match[0][match.end(1) - match.start() :],
        card.text,
        count=1,
    )
