"""A card brought up to a new template or new facts, with people's edits kept: read, then merge."""

from __future__ import annotations

from hubtweets import frontmatter
from hubtweets.card import mojibake, reading, rendering, templates
from hubtweets.card.merging import Conflict, MergeResult, Policy, merge
from hubtweets.card.reading import ReadResult
from hubtweets.errors import CardReadError
from hubtweets.record import ModelRecord


def rerender(
    text: str, template: str | None = None, *, record: ModelRecord | None = None, policy: Policy = "stop"
) -> MergeResult:
    """The card `text` as `template` (default: the record's own) makes it of `record` (default: the card's own facts).

    The base of the merge is the card that its generation's template makes of the facts in it. A historical card whose
    generation has no template is its own base as long as nobody has edited it; each edit is a conflict otherwise, and
    so it is in a card with facts that were edited beyond reading. Broken emoji of historical cards are repaired on the
    way.

    Raises:
        CardReadError: when the card's facts cannot be read.
        TemplateError: when `template` is missing or fails.
    """
    found = reading.read(text, template)
    if found.record is None:
        told = "; ".join(f"{note.place}: {note.what}" for note in found.not_understood)
        raise CardReadError(
            f"The facts of this card cannot be read: {told or 'it is of no known generation'}.",
            hint="hubtweets card read says what is understood; a record of your own can be rendered with card render.",
        )
    ours = rendering.render(record or found.record, _target(template, record or found.record))
    if not _is_own(text):
        text = mojibake.repair(text)
    base = _base(text, found, template)
    if base is not None:
        return merge(base, text, ours, policy=policy)
    conflicts = tuple(Conflict(edit.place, edit.was, edit.now, None) for edit in found.edits)
    if not conflicts:
        why = f" (its template {found.record.template} is not at hand)" if _is_own(text) else ""
        conflicts = (Conflict(f"whole card{why}", None, text, ours),)
    return MergeResult(ours if policy == "keep-ours" else text, conflicts)


def _target(template: str | None, record: ModelRecord) -> str | None:
    """What to render with; a generation without a template cannot be rendered again as itself."""
    if template is None and record.template not in templates.names() and "@" in record.template:
        name = record.template.partition("@")[0]
        return "hubtweets" if name.startswith("huggingtweets-") else record.template
    return template


def _is_own(text: str) -> bool:
    return "\nhubtweets:" in f"\n{frontmatter.split(text).yaml}"


def _base(text: str, found: ReadResult, template: str | None) -> str | None:
    """What hubtweets, or the notebook, wrote before people edited it; None where that is not known."""
    record = found.record
    assert record is not None  # noqa: S101  (asked by the only caller)
    writer = templates.sibling(record.template, template)
    if writer is not None and not _doubts(found):
        return rendering.render(record, writer)
    untouched = found.generation is not None and not found.edits and not found.not_understood
    return text if untouched else None


def _doubts(found: ReadResult) -> bool:
    """Whether an edited card states facts that were not understood: they would stand beside the new ones.

    Which handle is whose need not be known, nor does a template that `template` leads to.
    """
    harmless = {"front matter: hubtweets.template"} | ({"heading"} if found.record and found.record.handles else set())
    return not found.exact and any(note.place not in harmless for note in found.not_understood)
