"""A model that was trained elsewhere: Trainer output folder -> card -> Hub. One target, whose files are there."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Unpack

import msgspec

from hubtweets import model
from hubtweets._shared.progress import SILENT, Progress
from hubtweets._shared.vocabulary import LANGUAGES, LICENSES, TASKS
from hubtweets.card import templates
from hubtweets.card.generated import Generated, read_generated
from hubtweets.errors import UsageError
from hubtweets.model.described import evaluations
from hubtweets.model.trackers import find_runs
from hubtweets.publishing import retractions
from hubtweets.publishing.config import PublishConfig, PublishOptions, made
from hubtweets.publishing.decide import PUSHED
from hubtweets.publishing.published import OF_THE_WEIGHTS, Published, kept_facts, one_repo
from hubtweets.publishing.road import Road
from hubtweets.publishing.stated import people
from hubtweets.publishing.target import NewWeights, Outcome, Present, Target, Trained
from hubtweets.publishing.tracking import with_tracked
from hubtweets.record import DEFAULT_TEMPLATE, Dataset, ModelRecord, TrackedRun

_TRL_METHOD = re.compile(
    r"^This model was trained with (?:a method introduced in|)([A-Z][\w-]{1,20})[.,]", re.MULTILINE
)


def push(
    folder: str | Path,
    *,
    config: PublishConfig | None = None,
    progress: Progress = SILENT,
    **options: Unpack[PublishOptions],
) -> Published:
    """Publish the output folder of a Trainer that ran elsewhere, with a card that states the facts of the run.

    A README.md in the folder that a person wrote is published as it is. Of one that transformers, peft, TRL,
    sentence-transformers, SetFit or AutoTrain generated, the facts and what a person wrote on it go on the card.
    Only files of the model are uploaded: no optimizer states, no pickled arguments, no logs. The card links the tracked
    run that made the folder, where the folder tells which one it is and its server knows it.

    Args:
        folder: the Trainer's `output_dir`.
        config: what counts where nothing else is said.
        progress: where it says how far it is.
        options: fields of `PublishConfig`; `repo_id` is needed. `base_model` is what the card says the model was
            fine-tuned from; default what the folder itself says.

    Returns:
        What was done, and the record of the card.

    Raises:
        RunFolderError: when `folder` is not a Trainer's output.
        HubtweetsError: one of its leaves; see `hubtweets.errors`.
    """
    config = made(options, config)
    if config.repo_id is None:
        raise UsageError("Which repo?", hint=f"For example: hubtweets push {folder} --repo-id me/bot")
    found = model.read_trainer_folder(Path(folder), progress=progress)
    if found.readme is not None and read_generated(found.readme) is None:
        progress.note("The folder has a README.md that a person wrote; it is published as it is.")
    with tempfile.TemporaryDirectory(prefix="hubtweets-") as work:
        tracked = find_runs(Path(folder), Path(work), progress)
    target = push_target(config, config.repo_id, found, tracked)

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        organisation = retractions.read_of(road.client, target.repo_id.partition("/")[0])
        retractions.check([target.repo_id], retractions.read(), organisation)
        plan = next(road.plan.changes(), None) if road.plan is not None else None
        yield [msgspec.structs.replace(target, planned=plan)]

    shown = str(templates.find(config.template)) if config.template else "the card's own"
    return one_repo("push", config.repo_id, shown, targets, config, progress=progress)


def push_target(
    config: PublishConfig, repo_id: str, found: model.TrainerFolder, tracked: Sequence[TrackedRun] = ()
) -> Target:
    """The repo that has the model of a Trainer's folder, which `tracked` runs made."""
    identity = _digest(found)
    generated = read_generated(found.readme) if found.readme is not None else None
    stated = _described(found, generated)

    def facts(now: Present, _: Trained | None) -> ModelRecord:
        before = now.record
        same = before is not None and now.identity == identity
        kept = kept_facts(before)
        base = config.base_model or found.base_model
        relation = "adapter" if "adapter" in stated else "finetune" if base is not None else None
        if before is not None and same:
            kept |= {name: getattr(before, name) for name in OF_THE_WEIGHTS}
        told = {**kept, **stated, **people(config, repo_id, before), "relation": relation}
        record = ModelRecord(
            repo_id=repo_id,
            template=str(templates.find(config.template or (before.template if before else DEFAULT_TEMPLATE))),
            accounts=before.accounts if before else (),
            base_model=base,
            **{**told, "extra": {**kept.get("extra", {}), PUSHED: identity}},
        )
        # a server that does not answer this time takes no link away
        return with_tracked(record, tracked) if tracked else record

    return Target(
        repo_id=repo_id,
        message="Publish a fine-tuned model",
        template=config.template,
        facts=facts,
        weights=NewWeights(identity, "uploaded", found.files, names=found.names),
        written=found.readme if generated is None else None,
        generated=generated,
        creates=True,
        private=config.private,
    )


def _described(found: model.TrainerFolder, generated: Generated | None) -> dict[str, Any]:
    """Fields of the record from the model's files and, where a library generated it, its README's front matter."""
    data = generated.data if generated is not None else {}
    facts: dict[str, Any] = {"run": found.run, **found.description}
    if isinstance(task := data.get("pipeline_tag"), str) and task in TASKS:
        facts["task"] = task
    if data.get("license") in LICENSES:
        facts["license"] = data["license"]
        named = {key: data[key] for key in ("license_name", "license_link") if isinstance(data.get(key), str)}
        facts |= named
    if languages := tuple(code for code in _texts(data.get("language")) if code in LANGUAGES):
        facts["language"] = languages
    ids = [name for name in _texts(data.get("datasets")) if re.fullmatch(r"[\w.-]+(/[\w.-]+)?", name, re.ASCII)]
    datasets = tuple(Dataset(id=name) for name in ids)
    if datasets:
        facts["datasets"] = datasets
    if measured := evaluations(found.measured, datasets[0] if len(datasets) == 1 else None):
        facts["evaluations"] = measured
    if generated is not None and generated.by == "trl" and (method := _TRL_METHOD.search(found.readme or "")):
        facts["run"] = msgspec.structs.replace(found.run, method=method[1])
    return facts


def _texts(value: Any) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _digest(found: model.TrainerFolder) -> str:
    """SHA-256 over the names and contents of a folder's model files."""
    digest = hashlib.sha256()
    for name, path in zip(found.names, found.files, strict=True):
        digest.update(f"{name}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as stream:
            while piece := stream.read(2**20):
                digest.update(piece)
    return digest.hexdigest()
