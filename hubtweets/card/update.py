"""THE decision about a card: what it should become. Every verb asks here, and nothing else decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from hubtweets.card import bases, rendering
from hubtweets.card.checking import RULES, Finding
from hubtweets.card.checking import check as check_card
from hubtweets.card.document import TAG, CardDocument, normalised, retraction
from hubtweets.card.historical import Note
from hubtweets.card.merging import Conflict, MergeResult, merge
from hubtweets.card.templates import find, names
from hubtweets.card.written import README, Written, both, in_rewritten, on_card, with_written
from hubtweets.errors import CardError, RecordError
from hubtweets.record import ModelRecord, from_data, to_data

UpdateKind = Literal["identical", "create", "update", "merge", "conflict", "unreadable", "foreign", "retracted"]
"""`update`: nobody edited the card; `merge`: somebody did, and it is kept; `conflict`: somebody edited what has to
change; `foreign`: neither huggingtweets nor hubtweets wrote the card."""

Policy = Literal["stop", "skip", "keep-theirs", "keep-ours"]
"""What to do about conflicts. `stop` and `skip` both leave the card alone; they differ for the caller, who ends the run
or goes on. The others let one side count in the places that clash, and nowhere else."""

_SIDES = ("keep-theirs", "keep-ours")
_NOTHING = Written({})
_WRITTEN_LANGUAGE = ("en",)
"""What the notebook stated of every model; another language on its card is a person's word, and counts."""

_ERRORS = tuple(rule.id for rule in RULES.values() if rule.severity == "error")

_OF_ITS_RECORD = tuple(rule for rule in _ERRORS if rule not in ("record-invalid", "record-differs"))
"""What a card that was just made of its record can break at all."""


class CardUpdate(msgspec.Struct, frozen=True, kw_only=True):
    """What a card should become.

    `text` is the card to commit; None leaves the card alone. A `conflict` is `settled` where the policy lets one side
    count; it has a text then, unless the card stays as it is.
    `reason` says in a sentence why nothing, or not all, is done. `record` has the facts that the new card states, or
    those of the card that is there where it is left alone; None where they are not known. `damaged`: front matter or
    record are there and are none; it is not just a card without facts.
    """

    kind: UpdateKind
    text: str | None = None
    conflicts: tuple[Conflict, ...] = ()
    settled: bool = False
    reason: str | None = None
    record: ModelRecord | None = None
    damaged: bool = False


def update(
    card: str | None,
    record: ModelRecord | None = None,
    template: str | None = None,
    policy: Policy = "stop",
    *,
    repo_id: str | None = None,
    templates: Sequence[Path] = (),
    written: str | None = None,
    added: Written | None = None,
) -> CardUpdate:
    """What `card` becomes as `template` makes it of `record`, with what people wrote on it kept.

    The base of the merge is what the template that wrote the card makes of the facts in it.

    Args:
        card: the README.md as it is; None where there is none.
        record: the new facts; None stands for those of the card.
        template: name, name@version or path; None stands for the record's own, and for the newest `hubtweets` where a
            historical generation that nobody can render wrote the card.
        policy: what to do where people changed what has to change.
        repo_id: the repo that the card is in, where that is not what the facts say: it was renamed or copied.
        templates: folders where templates that cards were made with are looked for, beside those that come with
            hubtweets and the versions beside `template`.
        written: a card that a person wrote for the model, which is published as it is in place of one made of facts.
        added: what a person wrote on the README beside the model, which goes on the card; what an earlier README said
            is known by the digests in the record.

    Raises:
        CardError: when the new card has a fault that `card check` calls an error, and that `card` has not.
        TemplateError: when `template` is missing or fails.
    """
    if card is None:
        return (
            _created(record, template, repo_id, added) if written is None else CardUpdate(kind="create", text=written)
        )
    theirs = CardDocument.parse(card, template=template, templates=templates)
    if theirs.retracted:
        return CardUpdate(kind="retracted", reason=f"since {theirs.retracted}")
    if written is not None:
        return _replaced(theirs, written, written, policy)
    known = theirs.record
    new = record or known
    if new is None:
        return _unread(theirs)
    if known is not None and not theirs.own and known.language not in ((), _WRITTEN_LANGUAGE):
        new = msgspec.structs.replace(new, language=known.language)
    target = find(_target(template, new))
    new = _with(new, template=str(target), repo_id=repo_id)
    path = str(target.file)
    ours = rendering.render(new, path)
    there, late = None, _NOTHING
    if added is not None:
        there, wanted = both(theirs.text, added, known.extra.get(README, ()) if known is not None else ())
        if known is not None:
            wanted, late = in_rewritten(wanted, theirs.text, with_written(ours, there))
        ours = with_written(ours, wanted)
    if known is None:
        return _over_unread(theirs, ours, new, policy, path)
    if theirs.doubts and new == _with(known, template=new.template, repo_id=new.repo_id):
        return _left_alone(theirs, _told(theirs.doubts), _merged(theirs, ours, new, "stop", there, late).conflicts)
    if known.template != new.template and (lost := _lost(known, new, ours)):
        return _left_alone(theirs, f"{new.template} has no place for facts of this card: {lost}")
    if theirs.written == card:  # the usual case: nobody has edited it
        if ours == card:
            return CardUpdate(kind="identical", record=new)
        return CardUpdate(kind="update", text=_checked(card, ours, path), record=new)
    merged = _merged(theirs, ours, new, policy, there, late)
    changed = merged.text if merged.text != card else None
    if merged.conflicts:
        settled = policy in _SIDES
        return CardUpdate(
            kind="conflict",
            text=_checked(card, changed, path, mixed=True) if changed is not None and settled else None,
            conflicts=merged.conflicts,
            settled=settled,
            reason=_edited(merged.conflicts) + _without_template(theirs),
            record=new if settled else known,
        )
    if changed is None:
        return CardUpdate(kind="identical", record=new)
    untouched = theirs.exact or (normalised(changed) == ours and not theirs.corrections)
    return CardUpdate(kind="update" if untouched else "merge", text=_checked(card, changed, path), record=new)


def update_from_listing(card_data: object, tags: Sequence[str], repo_id: str, template: str) -> CardUpdate | None:
    """The decision on a card's own facts, where what the Hub lists is enough for one; None where it has to be read.

    A card whose own record says that this template wrote it needs no change, whatever its text says: what hubtweets
    wrote then and would write now is the same, so all that differs is people's.

    Args:
        card_data: the front matter, as the Hub's listing has it.
        tags: the repo's tags there.
        repo_id: the repo that the card is in.
        template: name@version that the card is to be rendered with.
    """
    if not isinstance(card_data, dict):
        return None  # no front matter, one that nobody can read, or no card at all
    own = card_data.get("hubtweets")
    if own is None:
        return None if TAG in tags else CardUpdate(kind="foreign", reason=_FOREIGN)
    if since := retraction(own):
        return CardUpdate(kind="retracted", reason=f"since {since}")
    try:
        record: ModelRecord = from_data(own)
    except RecordError:
        return None
    same = record.template == template and record.repo_id == repo_id
    return CardUpdate(kind="identical", record=record) if same else None


_FOREIGN = "it is not a card of huggingtweets or hubtweets"


def _created(
    record: ModelRecord | None, template: str | None, repo_id: str | None, added: Written | None
) -> CardUpdate:
    if record is None:
        return CardUpdate(kind="unreadable", reason="there is no card")
    target = find(_target(template, record))
    new = _with(record, template=str(target), repo_id=repo_id)
    text = rendering.render(new, str(target.file))
    if added is not None:
        text = with_written(text, added)
    return CardUpdate(kind="create", text=_checked(None, text, str(target.file)), record=new)


def _target(template: str | None, record: ModelRecord) -> str:
    """What to render with; a historical generation without a template cannot be rendered again as itself."""
    if template is not None:
        return template
    historical = record.template.startswith("huggingtweets-") and record.template not in names()
    return "hubtweets" if historical else record.template


def _with(record: ModelRecord, *, template: str, repo_id: str | None) -> ModelRecord:
    """The record as the new card states it: the facts are the same, the repo is the one that it is in."""
    repo_id = repo_id or record.repo_id
    if record.template == template and record.repo_id == repo_id:
        return record
    return msgspec.structs.replace(record, template=template, repo_id=repo_id)


def _unread(theirs: CardDocument) -> CardUpdate:
    if theirs.foreign:
        return CardUpdate(kind="foreign", reason=_FOREIGN)
    return CardUpdate(
        kind="unreadable",
        reason=_told(theirs.notes) or "no facts were found in it",
        damaged=any(note.code in ("front-matter", "record") for note in theirs.notes),
    )


def _told(notes: Sequence[Note]) -> str:
    return "; ".join(f"{note.place}: {note.detail}" for note in notes)


def _over_unread(theirs: CardDocument, ours: str, new: ModelRecord, policy: Policy, path: str) -> CardUpdate:
    """New facts for a card whose own cannot be read."""
    empty = not theirs.parts.body.strip()  # made with the repo: a licence and no word
    merged = _merged(theirs, ours, new, "stop" if empty else "keep-ours")
    if empty and not merged.conflicts:
        return CardUpdate(kind="merge", text=_checked(theirs.source, merged.text, path), record=new)
    found = _replaced(theirs, ours, merged.text, policy)
    if found.text is None:
        return found
    checked = _checked(theirs.source, found.text, path, mixed=True)
    return msgspec.structs.replace(found, text=checked, record=new)


def _replaced(theirs: CardDocument, ours: str, settled: str, policy: Policy) -> CardUpdate:
    """A card that another takes the place of, unless a person may have written it: what of it is a person's and what
    is not cannot be told apart.

    `settled` is what it becomes where the new card is to count.
    """
    if theirs.source == ours:
        return CardUpdate(kind="identical")
    if theirs.exact:
        return CardUpdate(kind="update", text=ours)
    why = f": {theirs.notes[0].place}: {theirs.notes[0].detail}" if theirs.notes else ""
    conflicts = (Conflict(f"whole card{why}", None, theirs.source, ours),)
    text = settled if policy == "keep-ours" else None
    return CardUpdate(
        kind="conflict", text=text, conflicts=conflicts, settled=policy in _SIDES, reason=_edited(conflicts)
    )


def _left_alone(theirs: CardDocument, reason: str, conflicts: tuple[Conflict, ...] = ()) -> CardUpdate:
    """A conflict whatever the policy: facts would be lost."""
    conflicts = conflicts or (Conflict("whole card", None, theirs.source, None),)
    return CardUpdate(kind="conflict", conflicts=conflicts, reason=reason, record=theirs.record)


def _edited(conflicts: Sequence[Conflict]) -> str:
    places = ", ".join(dict.fromkeys(conflict.place for conflict in conflicts))
    return f"people edited what has to change: {places}"


def _without_template(theirs: CardDocument) -> str:
    """Why more may clash than has to: what people wrote is known better with the template that wrote the card."""
    if theirs.written is not None or not theirs.own or theirs.record is None:
        return ""
    return f" (its template {theirs.record.template} is not at hand: --templates DIR)"


def _lost(known: ModelRecord, new: ModelRecord, text: str) -> str:
    """The facts of the old card that the new record has too and the new card does not state: a historical template has
    no place for most of them."""
    if "\nhubtweets:" in text:
        return ""
    read = CardDocument.parse(text).record
    facts, left = to_data(new), {} if read is None else to_data(read)
    names = [name for name in to_data(known) if name in facts and name != "template"]
    return ", ".join(name for name in names if left.get(name) != facts[name])


def _merged(
    theirs: CardDocument,
    ours: str,
    new: ModelRecord,
    policy: Policy,
    there: Written | None = None,
    late: Written = _NOTHING,
) -> MergeResult:
    known = theirs.record
    same_names = known is not None and [one.name for one in known.accounts] == [one.name for one in new.accounts]
    text = bases.uncorrected(theirs) if same_names else theirs.text
    base = bases.base(theirs, ours)
    if there is not None:
        base = with_written(base, there.without(on_card(base).digests()))
    result = merge(base, text, ours, policy="stop" if policy == "skip" else policy)
    if not result.conflicts or policy in _SIDES:
        result = result._replace(text=with_written(result.text, late))
    return result._replace(text=theirs.restored(result.text))


def new_faults(before: str, after: str, template: str | None, *, mixed: bool = False) -> Iterator[Finding]:
    """The errors that `card check` finds in a new card, and that the old one had not.

    `mixed`: one side was let count where both had changed the same place, so that text may contradict the record.
    """
    if errors := check_card(after, _ERRORS if mixed else _OF_ITS_RECORD, template=template):
        known = {(finding.rule, finding.message) for finding in check_card(before, _ERRORS, template=template)}
        yield from (finding for finding in errors if (finding.rule, finding.message) not in known)


def _checked(before: str | None, after: str, template: str, *, mixed: bool = False) -> str:
    """The new card; see `new_faults`. `before` is None where there is none yet.

    Raises:
        CardError: when it has one.
    """
    for finding in new_faults(before or "", after, template, mixed=mixed):
        hint = (
            "Put that right in the card on the Hub (hubtweets card check says more about it), or let the "
            "new card count where the two clash: --on-conflict keep-ours"
        )
        if before is None:
            hint = "Put that right where it comes from: a README.md beside the model, or the model's own files."
        raise CardError(
            f"the new card has a fault in line {finding.line}: {finding.message} ({finding.rule})", hint=hint
        )
    return after
