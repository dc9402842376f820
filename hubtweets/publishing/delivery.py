"""The last stretch that `publish` and `push` share: to one repo, with a card that keeps people's edits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

import msgspec

from hubtweets import card, hub, model, record
from hubtweets.errors import HubError, MergeConflictError, RetractedError
from hubtweets.progress import Progress
from hubtweets.record import ModelRecord

Action = Literal["trained", "pushed", "card", "unchanged", "would train", "would push", "would update the card"]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What a publish did. `commit` is the repo's head afterwards, or None in a dry run of a repo that does not exist.

    `action`: `trained` (weights and card in one commit), `pushed` (the same for a folder), `card` (the card alone),
    `unchanged`, or what a dry run would have done. `changed` says whether there is a new commit.
    """

    repo_id: str
    url: str
    commit: str | None
    changed: bool
    action: Action
    record: ModelRecord

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; the record in the form of the card's front matter."""
        data = {name: getattr(self, name) for name in self.__struct_fields__}
        return {**data, "record": record.to_data(self.record)}


class Delivery:
    """The last stretch, to one repo: cards merged with people's edits, and one commit."""

    def __init__(
        self,
        client: hub.Client,
        repo_id: str,
        private: bool,
        on_conflict: card.Policy,
        dry_run: bool,
        progress: Progress,
        *,
        template: str,
        written_card: str | None = None,
        pictures: Mapping[str, bytes] | None = None,
    ) -> None:
        self._client = client
        self._repo_id = repo_id
        self._private = private
        self._on_conflict = on_conflict
        self._dry_run = dry_run
        self._progress = progress
        self._template = template
        self._written_card = written_card
        self._pictures = pictures

    def has_weights(self) -> bool:
        """Whether the repo has a model's weights at its top; `training_args.bin` is none."""
        weights = re.compile(r"(model|pytorch_model|adapter_model)\b.*\.(safetensors|bin)")
        return any(weights.fullmatch(name) for name in self._client.files(self._repo_id))

    def merged(self, theirs: str | None, new: ModelRecord) -> str:
        """The new card with people's edits of the one on the Hub."""
        update = card.update(
            theirs, new, self._template, self._on_conflict, repo_id=self._repo_id, written=self._written_card
        )
        if update.kind == "retracted":
            raise RetractedError(
                f"{self._repo_id} was taken down at somebody's request ({update.reason}); it was left alone.",
                repo_id=self._repo_id,
                hint="Only who took it down can say that it may come back: by taking `retracted` out of the front "
                "matter of its card.",
            )
        if update.kind == "conflict" and not update.settled:
            raise MergeConflictError(
                f"The card of {self._repo_id} was left alone: {update.reason}.",
                repo_id=self._repo_id,
                conflicts=[conflict._asdict() for conflict in update.conflicts],
                hint=f"{'Mend that on the Hub, or say' if update.record is None else 'Say'} which side counts there: "
                "--on-conflict keep-theirs, or --on-conflict keep-ours.",
            )
        return update.text if update.text is not None else theirs or ""

    def check_access(self, *, exists: bool) -> None:
        """See that the repo may be written to; a dry run only warns where it may not."""
        try:
            self._client.check_write(self._repo_id, exists=exists)
        except HubError as error:
            if not self._dry_run:
                raise
            self._progress.warn(f"This would be refused: {error.message}")

    def check_card(self, theirs: str | None, new: ModelRecord) -> None:
        """Find out about conflicts now, not after an hour of training."""
        self.merged(theirs, new)

    def card_only(self, new: ModelRecord) -> Published:
        if self._dry_run:
            remote = self._client.read_card(self._repo_id)
            same = remote is not None and self.merged(remote.text, new) == remote.text
            return self.planned(new, "unchanged" if same else "would update the card", remote and remote.commit)
        commit = hub.push(
            self._client,
            self._repo_id,
            card=lambda theirs: self.merged(theirs, new),
            pictures=self._pictures,
            message="Update the model card",
        )
        return self._done(new, commit, "card" if commit.changed else "unchanged")

    def everything(self, new: ModelRecord, files: Sequence[Path], message: str, action: Action) -> Published:
        commit = hub.push(
            self._client,
            self._repo_id,
            card=lambda theirs: self.merged(theirs, new),
            files={path.name: path for path in files},
            pictures=self._pictures,
            message=message,
            private=self._private,
            progress=self._progress,
        )
        return self._done(new, commit, action if commit.changed else "unchanged")

    def planned(self, new: ModelRecord, action: Action, commit: str | None) -> Published:
        url = self._client.url(self._repo_id)
        return Published(repo_id=self._repo_id, url=url, commit=commit, changed=False, action=action, record=new)

    def _done(self, new: ModelRecord, commit: hub.Commit, action: Action) -> Published:
        return Published(
            repo_id=self._repo_id,
            url=commit.url,
            commit=commit.commit,
            changed=commit.changed,
            action=action,
            record=new,
        )


PUSHED = "pushed"
"""The key beside the record with the digest of model files that were trained elsewhere; they have no fingerprint."""


class Before(NamedTuple):
    """What hubtweets published in a repo before: the record, as far as the card tells it, and the fingerprint.

    Both are None where it published nothing; the record alone, where people have made it unreadable.
    """

    record: ModelRecord | None = None
    fingerprint: str | None = None


def published_before(client: hub.Client, repo_id: str, remote: hub.RemoteCard | None) -> Before:
    """What a repo says of itself. A card without a fingerprint (a historical template has no place for one, and people
    edit) leaves the one in the header of the weights."""
    if remote is None:
        return Before()
    record = card.read(remote.text).record if remote.text is not None else None
    fingerprint = (record.fingerprint or record.extra.get(PUSHED)) if record else None
    if fingerprint is None:
        fingerprint = client.weights_metadata(repo_id).get(model.FINGERPRINT_KEY)
    return Before(record if fingerprint else None, fingerprint)
