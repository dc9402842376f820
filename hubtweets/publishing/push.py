"""A model that was trained elsewhere: Trainer output folder -> card -> Hub."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from hubtweets import card, model, record
from hubtweets.card import templates
from hubtweets.progress import SILENT, Progress
from hubtweets.publishing.connect import connect
from hubtweets.publishing.delivery import PUSHED, Delivery, Published, published_before
from hubtweets.record import DEFAULT_TEMPLATE, ModelRecord


def push(
    folder: Path | str,
    *,
    repo_id: str,
    hub: str | None = None,
    private: bool = False,
    base_model: str | None = None,
    template: str | None = None,
    on_conflict: card.Policy = "stop",
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Published:
    """Publish the output folder of a Trainer that ran elsewhere, with a card that states the facts of the run.

    A README.md in the folder that a person wrote is published as it is; one that the Trainer generated is replaced.
    Only files of the model are uploaded: no optimizer states, no pickled arguments, no logs.

    Args:
        base_model: what the card says the model was fine-tuned from; default what the folder itself says.

    Raises:
        RunFolderError: when `folder` is not a Trainer's output.
        HubError: when the Hub refuses.
    """
    record.check_repo_id(repo_id)
    found = model.read_trainer_folder(Path(folder), progress=progress)
    with connect(hub, missing="pretend" if dry_run else "make") as client:
        remote = client.read_card(repo_id)
        before, known = published_before(client, repo_id, remote)
        template = template or (before.template if before else DEFAULT_TEMPLATE)
        new = ModelRecord(
            repo_id=repo_id,
            template=str(templates.find(template)),  # a path on somebody's machine is nobody else's business
            accounts=before.accounts if before else (),
            base_model=base_model or found.base_model,
            run=found.run,
            thumbnail=before.thumbnail if before else None,
            extra={**(before.extra if before else {}), PUSHED: _digest(found.files)},
        )
        delivery = Delivery(
            client, repo_id, private, on_conflict, dry_run, progress, template=template, written_card=found.card
        )
        if found.card is not None:
            progress.note("The folder has a README.md that a person wrote; it is published as it is.")
        delivery.check_access(exists=remote is not None)
        if before is not None and known == new.extra[PUSHED] and delivery.has_weights():
            return delivery.card_only(msgspec.structs.replace(new, tracking=before.tracking, samples=before.samples))
        if remote is not None:
            delivery.check_card(remote.text, new)
        if dry_run:
            return delivery.planned(new, "would push", remote.commit if remote else None)
        return delivery.everything(new, found.files, "Publish a fine-tuned model", "pushed")


def _digest(files: Sequence[Path]) -> str:
    """SHA-256 over the names and contents of a folder's model files."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as stream:
            while piece := stream.read(2**20):
                digest.update(piece)
    return digest.hexdigest()
