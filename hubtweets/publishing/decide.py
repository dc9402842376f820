"""What a target changes about a repo as it is now: asked by the plan, and again by whoever commits.

The decision about the card is `hubtweets.card.update`'s; here is what else has to do with a repo: whether it has the
weights already, and whether it still is what a plan says.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from hubtweets import card, model
from hubtweets._shared import disk
from hubtweets._shared.model_files import is_weights
from hubtweets.card import differing
from hubtweets.card.document import CardDocument
from hubtweets.hub.client import HubClient
from hubtweets.hub.connection import RemoteCard
from hubtweets.publishing import space_files
from hubtweets.publishing.target import Outcome, PlannedChange, Present, Target, Trained, Weights
from hubtweets.record import ModelRecord

PUSHED = "pushed"
"""The key beside the record with the digest of model files that were trained elsewhere; they have no fingerprint."""


class Rules(NamedTuple):
    """How cards are decided on in a run: the policy for conflicts, and where templates of earlier cards are."""

    policy: card.Policy
    templates: tuple[Path, ...] = ()


class Decision(NamedTuple):
    """What becomes of a repo: its card, whether new weights go with it, and the facts that were wished for the card.

    `files` are those of a Space that change beside its README.
    """

    update: card.CardUpdate
    weights: Weights | None = None
    record: ModelRecord | None = None
    files: Mapping[str, bytes] = {}

    @property
    def stands(self) -> bool:
        """Whether something is to be committed; a conflict that nobody settles keeps the weights back too."""
        return self.update.text is not None or (self.weights is not None and not self.left_alone)

    @property
    def left_alone(self) -> bool:
        """Whether the card is not what the target says, and stays so."""
        kind = self.update.kind
        return kind in ("unreadable", "foreign", "retracted") or (kind == "conflict" and not self.update.settled)

    def outcome(self, repo_id: str, parent: str | None) -> Outcome:
        """The same as what is told of it, while nothing was done."""
        return Outcome(
            repo_id=repo_id,
            kind=self.update.kind,
            reason=self.update.reason,
            parent=parent,
            weights=self.weights,
            conflicts=tuple(conflict._asdict() for conflict in self.update.conflicts),
        )


def present(client: HubClient, target: Target, remote: RemoteCard) -> Present:
    """What hubtweets published in the repo before.

    A card without a fingerprint (a historical template has no place for one, and people edit) leaves the one in the
    header of the weights; only a target with weights asks for that.
    """
    if target.space is not None:
        there = client.list_files(remote.repo_id, remote.commit)
        return Present(blobs={path: file.blob_id for path, file in there.items()})
    record = card.read(remote.text, target.template).record if remote.text is not None else None
    identity = (record.fingerprint or record.extra.get(PUSHED)) if record else None
    if identity is None and target.weights is not None:
        identity = client.weights_metadata(remote.repo_id).get(model.FINGERPRINT_KEY)
    now = Present(record if identity or target.weights is None else None, identity)
    return now if target.restates is None else now._replace(restated=_restated(target, remote, now.record))


def _restated(target: Target, remote: RemoteCard, known: ModelRecord | None) -> ModelRecord | None:
    """The facts of a card as its target changes them; None where nothing changes, or where facts would be lost."""
    if target.restates is None or known is None or remote.text is None:
        return None
    record = msgspec.structs.replace(known, repo_id=remote.repo_id)
    restated = target.restates(record)
    if restated == record or CardDocument.parse(remote.text, template=target.template).doubts:
        return None
    return restated


def decide(target: Target, remote: RemoteCard | None, rules: Rules, now: Present, made: Trained | None) -> Decision:
    """What the target changes about the repo.

    Args:
        remote: its card and commit; None where there is no repo yet.
        now: what hubtweets published there before.
        made: what training found out; None before it, or where none is needed.

    Raises:
        CardError: when the new card would have a fault that the old one has not.
        TemplateError: when the template is missing or fails.
    """
    text = remote.text if remote is not None else None
    if target.space is not None:
        becomes = space_files.update(target.space, text, now.blobs, rules.policy)
        return Decision(becomes.update, files=becomes.files)
    record = target.facts(now, made) if target.facts is not None else now.restated
    if text is None and record is None and target.written is None:
        return Decision(card.CardUpdate(kind="foreign", reason="the repo has no card"))
    update = card.update(
        text,
        record,
        target.template,
        rules.policy,
        repo_id=remote.repo_id if remote is not None else target.repo_id,
        templates=rules.templates,
        written=target.written,
        added=target.added,
    )
    update = _placed(update, text)
    weights = target.weights.source if target.weights is not None else None
    return Decision(update, weights, update.record or record)


def _placed(update: card.CardUpdate, text: str | None) -> card.CardUpdate:
    """The same with the line of the card on the Hub in which each conflict begins."""
    if not update.conflicts or text is None:
        return update
    placed = tuple(one._replace(line=differing.line_of(text, one.theirs)) for one in update.conflicts)
    return msgspec.structs.replace(update, conflicts=placed)


def has_weights(client: HubClient, repo_id: str) -> bool:
    """Whether the repo has a model's weights at its top."""
    return any(is_weights(path) for path in client.list_files(repo_id))


def from_listing(target: Target, template: str) -> Decision | None:
    """The decision where what is listed is enough for one; None where the card has to be read."""
    if target.listed is None or target.facts is not None or target.weights is not None:
        return None
    listed = target.listed
    data = msgspec.json.decode(listed.card_data)
    update = card.update_from_listing(data, listed.tags, target.repo_id, template)
    return None if update is None else Decision(update)


def planned(decision: Decision, target: Target, remote: RemoteCard | None) -> PlannedChange:
    """The decision as a line of a plan."""
    plan = _without_diff(decision, target, remote)
    if plan.digest is None or decision.update.text is None:
        return plan
    before = remote.text if remote is not None else None
    return msgspec.structs.replace(plan, diff=unified(before or "", decision.update.text))


def _without_diff(decision: Decision, target: Target, remote: RemoteCard | None) -> PlannedChange:
    # what a training finds out is on no plan
    after = decision.update.text if decision.stands and decision.weights != "trained" else None
    outcome = decision.outcome(target.repo_id, remote.commit if remote is not None else None)
    return PlannedChange(
        repo_id=outcome.repo_id,
        kind=decision.update.kind,
        reason=outcome.reason,
        parent=outcome.parent,
        digest=_digest(after, decision.files) if after is not None else None,
        weights=outcome.weights if decision.stands else None,
        identity=target.weights.identity if outcome.weights and target.weights is not None else None,
        conflicts=outcome.conflicts,
    )


def _digest(card_text: str, files: Mapping[str, bytes]) -> str:
    """SHA-256 of what is to be committed, model files aside."""
    others = b"".join(b"\0%s\0%s" % (name.encode(), content) for name, content in files.items())
    return disk.sha256(card_text.encode() + others)


def departs(decision: Decision, target: Target, remote: RemoteCard | None) -> str | None:
    """Why the repo or this hubtweets is not what the target's plan says any more; None where it is."""
    plan = target.planned
    if plan is None:
        return None
    if remote is not None and remote.repo_id.lower() != plan.repo_id.lower():
        return f"it is called {remote.repo_id} since the plan was made"
    if (remote.commit if remote is not None else None) != plan.parent:
        return "the repo has changed since the plan was made"
    now = _without_diff(decision, target, remote)
    if (now.weights, now.identity) != (plan.weights, plan.identity):
        return "these are not the model files of the plan"
    if now.digest != plan.digest:
        return "this hubtweets makes another card than the plan has"
    return None


def unified(before: str, after: str) -> str:
    """What changes, as a unified diff."""
    return "".join(differing.unified(before, after, "README.md on the Hub", "README.md as planned", context=2))
