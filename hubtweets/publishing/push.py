"""A model that was trained elsewhere: Trainer output folder -> card -> Hub. One target, whose files are there."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Unpack

import msgspec

from hubtweets import model
from hubtweets._shared.frontmatter import LARGEST_CARD
from hubtweets._shared.model_files import is_pickle
from hubtweets._shared.progress import IN_PYTHON, Progress
from hubtweets.card import templates
from hubtweets.card.generated import Generated
from hubtweets.card.picture import layout_beside
from hubtweets.card.written import README
from hubtweets.errors import RunFolderError, UsageError
from hubtweets.model.described import evaluations
from hubtweets.model.selecting import select
from hubtweets.model.trackers import find_runs
from hubtweets.publishing import asking, readme, retractions
from hubtweets.publishing.config import PublishConfig, PublishOptions, made
from hubtweets.publishing.decide import PUSHED
from hubtweets.publishing.pictures import RenewedPicture
from hubtweets.publishing.published import OF_THE_WEIGHTS, Published, kept_facts, one_repo
from hubtweets.publishing.road import Road
from hubtweets.publishing.stated import people, with_licence
from hubtweets.publishing.target import NewWeights, Outcome, Present, Target, Trained
from hubtweets.publishing.tracking import with_tracked
from hubtweets.record import DEFAULT_TEMPLATE, Evaluation, ModelRecord, TrackedRun


def push(
    folder: str | Path,
    *,
    config: PublishConfig | None = None,
    progress: Progress = IN_PYTHON,
    **options: Unpack[PublishOptions],
) -> Published:
    """Publish the output folder of a Trainer that ran elsewhere, with a card that states the facts of the run.

    A README.md in the folder that a person wrote is published as it is. Of one that transformers, peft, TRL,
    sentence-transformers, SetFit or AutoTrain generated, the facts and what a person wrote on it go on the card.
    Only files of the model are uploaded: no optimizer states, no pickled arguments, no logs; what will be uploaded is
    loaded once before, by the library that made it where that is installed. The card links the tracked run that made
    the folder, where the folder tells which one it is and its server knows it.

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
    folder = Path(folder)
    if config.repo_id is None:
        raise UsageError("Which repo?", hint=f"For example: hubtweets push {folder} --repo-id me/bot")
    repo_id = config.repo_id
    select(folder, config.include, config.exclude)  # a wrong folder is told before a Hub is asked
    found: model.TrainerFolder | None = None

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        nonlocal found
        asking.check_access(config, road.client, repo_id)
        found = _read(folder, config, progress)
        with tempfile.TemporaryDirectory(prefix="hubtweets-") as work:
            tracked = find_runs(folder, Path(work), progress)
        renewed = RenewedPicture(road.client, layout=layout_beside(config.template), progress=progress)

        def completed(record: ModelRecord) -> ModelRecord:
            return with_licence(renewed.stated(record), road.client, progress)

        asking.check_place(config, road.client, repo_id, progress)
        target = push_target(config, repo_id, found, tracked, completed)
        target = msgspec.structs.replace(target, picture=renewed.png)
        organisation = retractions.read_of(road.client, target.repo_id.partition("/")[0])
        retractions.check([target.repo_id], retractions.read(), organisation)
        plan = next(road.plan.changes(), None) if road.plan is not None else None
        yield [msgspec.structs.replace(target, planned=plan)]

    shown = str(templates.find(config.template)) if config.template else "the card's own"
    published = one_repo("push", repo_id, shown, targets, config, progress=progress)
    assert found is not None  # noqa: S101  (a target was made of it)
    sizes = {name: path.stat().st_size for name, path in zip(found.names, found.files, strict=True)}
    return msgspec.structs.replace(published, files=sizes, stays=found.stays)


def _read(folder: Path, config: PublishConfig, progress: Progress) -> model.TrainerFolder:
    """The folder's model and facts, looked at as whoever downloads it will load it; all that is odd is told.

    Raises:
        RunFolderError: when there is no whole model in it, or a file that cannot be published.
    """
    found = model.read_trainer_folder(
        folder,
        include=config.include,
        exclude=config.exclude,
        base_model=config.base_model,
        progress=progress,
    )
    if "adapter" in found.description and found.base_model is None:
        progress.warn(
            "Nobody else can load this adapter: its folder names no base model that is on a Hub. Publish that too, and "
            "name it with --base-model ID."
        )
    if len((found.readme or "").encode()) > LARGEST_CARD:
        raise RunFolderError(
            f"The README.md in {folder} has more than {LARGEST_CARD // 2**20} MiB; a card has no more.",
            path=folder / "README.md",
            hint="Make it shorter, or take it out of the folder.",
        )
    generated = readme.generated(found.readme)
    if found.readme is not None and generated is None:
        progress.note("The folder has a README.md that a person wrote; it is published as it is.")
    for what in readme.left_out(generated) if generated is not None else ():
        progress.warn(f"Not on the card, because the Hub does not take it: {what}, of the folder's README.md.")
    with progress.task("Loading a copy of the model, as others will"):
        model.check_loads(found, progress)
    if pickles := [name for name in found.names if is_pickle(name)]:
        progress.warn(
            f"{', '.join(pickles)}: a pickle, which runs what it says on every machine that loads it. It is published, "
            "as the model cannot be loaded without it; --exclude leaves it out. Push only a folder that you made "
            "yourself, and save weights as safetensors."
        )
    return found


def push_target(
    config: PublishConfig,
    repo_id: str,
    found: model.TrainerFolder,
    tracked: Sequence[TrackedRun] = (),
    completed: Callable[[ModelRecord], ModelRecord] | None = None,
) -> Target:
    """The repo that has the model of a Trainer's folder, which `tracked` runs made.

    `completed` adds to the record what only the Hub knows.
    """
    identity = _digest(found)
    generated = readme.generated(found.readme)
    stated = _described(found, generated)

    def facts(now: Present, _: Trained | None) -> ModelRecord:
        before = now.record
        kept = kept_facts(before)
        base = found.base_model
        if before is not None and now.identity == identity:
            kept |= {name: getattr(before, name) for name in OF_THE_WEIGHTS}
        if not found.tokenizes:
            stated["tokenizer"] = base or "missing"
        relation = ("adapter" if "adapter" in stated else stated.get("relation", "finetune")) if base else None
        extra = dict(kept.get("extra", {}))
        earlier = extra.pop(README, None)
        pieces = generated.written.digests() if generated is not None else earlier
        extra |= {PUSHED: identity, **({README: pieces} if pieces else {})}
        record = ModelRecord(
            repo_id=repo_id,
            template=str(templates.find(config.template or (before.template if before else DEFAULT_TEMPLATE))),
            accounts=before.accounts if before else (),
            base_model=base,
            **{**kept, **stated, **people(config, repo_id, before), "relation": relation, "extra": extra},
        )
        # a server that does not answer this time takes no link away
        record = with_tracked(record, tracked) if tracked else record
        return completed(record) if completed is not None else record

    return Target(
        repo_id=repo_id,
        message="Publish a fine-tuned model",
        template=config.template,
        facts=facts,
        weights=NewWeights(identity, "uploaded", found.files, names=found.names),
        written=found.readme if generated is None else None,
        added=generated.written if generated is not None else None,
        creates=True,
        private=config.private,
    )


def _described(found: model.TrainerFolder, generated: Generated | None) -> dict[str, Any]:
    """Fields of the record from the model's files and, where a library generated it, from its README."""
    told = readme.facts(generated) if generated is not None else {}
    facts: dict[str, Any] = {"run": found.run, **found.description, **told}
    if "adapter" in found.description:  # its README may say what loads the base
        facts["library"] = found.description["library"]
    # A data set in a README's metadata is what was trained on; on what a number was measured, only its results say.
    measured = evaluations(found.measured)
    if measured:  # what a README says is of the same run, or of an earlier one
        facts["evaluations"] = _joined(measured, told.get("evaluations", ()))
    if generated is not None:
        facts["run"] = readme.run(generated, found.run)
    return facts


def _joined(measured: Sequence[Evaluation], told: Sequence[Evaluation]) -> tuple[Evaluation, ...]:
    """What the folder measured, and what only its README tells, which also says on what a metric was measured.

    sentence-transformers' results have the evaluator's name before the metric's.
    """
    replace = msgspec.structs.replace
    values = {one.metric: one for one in measured}
    found = []
    for one in told:
        names = (one.metric, f"{one.dataset.name}_{one.metric}" if one.dataset is not None else one.metric)
        newer = next((values.pop(name) for name in names if name in values), None)
        found.append(one if newer is None else replace(one, value=newer.value))
    return (*values.values(), *found)


def _digest(found: model.TrainerFolder) -> str:
    """SHA-256 over the names and contents of a folder's model files."""
    digest = hashlib.sha256()
    for name, path in zip(found.names, found.files, strict=True):
        digest.update(f"{name}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as stream:
            while piece := stream.read(2**20):
                digest.update(piece)
    return digest.hexdigest()
