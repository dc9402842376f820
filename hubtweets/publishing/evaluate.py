"""A model that is trained already, measured on posts: held-out loss and what it remembers, in one commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Unpack

import msgspec

from hubtweets import card, model
from hubtweets._shared import disk
from hubtweets._shared.progress import IN_PYTHON, SILENT, Progress
from hubtweets.card.files import card_in
from hubtweets.errors import CardError, RepoIdError, UsageError
from hubtweets.hub.client import HubClient
from hubtweets.hub.connection import CARD
from hubtweets.model import evaluations
from hubtweets.model.evaluations import memorisation
from hubtweets.posts import Corpus
from hubtweets.publishing import asking, retractions
from hubtweets.publishing.config import PublishConfig, PublishOptions, made
from hubtweets.publishing.publish import pairs, read_corpora
from hubtweets.publishing.published import Published, one_repo
from hubtweets.publishing.road import Road
from hubtweets.publishing.target import Outcome, Present, Target
from hubtweets.record import Memorisation, ModelRecord, Run, check_repo_id

_ROUNDED = {"eval_loss": 4, "perplexity": 2}
"""The numbers that a run's metrics have, and to how many digits a card states them."""


class Measured(msgspec.Struct, frozen=True, kw_only=True):
    """What was measured: `metrics` by their names, `memorisation`, and what became of the repo; None for a folder."""

    name: str
    metrics: dict[str, float]
    memorisation: Memorisation
    published: Published | None = None


def evaluate(
    name: str | Path,
    *,
    config: PublishConfig | None = None,
    progress: Progress = IN_PYTHON,
    **options: Unpack[PublishOptions],
) -> Measured:
    """Measure a model on its accounts' posts, and state the numbers on its card. Nothing is trained.

    The posts that were held out are found again by the training's seed and share, where the posts are those of the
    training; a model of others was perhaps trained on all of them, and then the controls say nothing.

    Args:
        name: a repo id, or a folder with a model. A card that hubtweets wrote, in the repo or in the folder, is
            updated; every other file stays.
        config: what counts where nothing else is said.
        progress: where it says how far it is.
        options: fields of `PublishConfig`; `posts` or `handles` is needed. `training` has the seed and the share.

    Returns:
        The numbers, and what was done.

    Raises:
        BaseModelError: when the model cannot be loaded.
        RetractedError: when it was taken down.
        MergeConflictError: when its card is not one of hubtweets; the numbers are told before.
        HubtweetsError: one of its leaves; see `hubtweets.errors`.
    """
    config = made(options, config)
    if Path(name).is_dir():
        return _folder(Path(name), config, progress)
    try:
        repo_id = check_repo_id(str(name))
    except RepoIdError as error:
        raise RepoIdError(
            f"There is no folder {name}, and {error.message}", repo_id=error.repo_id, hint=error.hint
        ) from None
    retractions.check([repo_id, *config.handles], retractions.read())

    def measure(client: HubClient, record: ModelRecord | None) -> dict[str, float]:
        corpora = read_corpora(config, progress)
        base = model.find_base_model(repo_id, endpoint=client.endpoint, token=client.token)
        return _measure(base, corpora, _training(config, record), progress)

    measured, published = state_measured(repo_id, measure, config, progress)
    return _told(repo_id, measured, published)


def state_measured(
    repo_id: str,
    measure: Callable[[HubClient, ModelRecord | None], Mapping[str, float]],
    config: PublishConfig,
    progress: Progress = SILENT,
) -> tuple[Mapping[str, float], Published]:
    """Measure a repo's model, and state the numbers on its card.

    Args:
        repo_id: of the model.
        measure: gives the numbers, when the Hub is reached and the facts that the card states are known.
        config: how.
        progress: where it says how far it is.

    Raises:
        HubtweetsError: see `evaluate`.
    """
    measured: dict[str, float] = {}

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        retractions.check([repo_id], retractions.read_of(road.client, repo_id.partition("/")[0]))
        remote = road.client.read_card(repo_id)
        asking.check_access(config, road.client, repo_id, exists=True)
        measured.update(measure(road.client, card.read(remote.text).record if remote.text is not None else None))
        plan = next(road.plan.changes(), None) if road.plan is not None else None
        yield [
            Target(
                repo_id=repo_id,
                message="Measure the model",
                template=config.template,
                facts=lambda now, _: with_measured(now, measured),
                planned=plan,
            )
        ]

    shown = config.template or "the card's own"
    return measured, one_repo("evaluate", repo_id, shown, targets, config, progress=progress)


def with_measured(now: Present, measured: Mapping[str, float]) -> ModelRecord | None:
    """The facts of a card with new numbers; None where it has no facts to begin with."""
    if now.record is None:
        return None
    run = now.record.run or Run()
    numbers = {name: round(measured[name], digits) for name, digits in _ROUNDED.items() if name in measured}
    return msgspec.structs.replace(
        now.record,
        run=msgspec.structs.replace(run, metrics={**run.metrics, **numbers}),
        memorisation=memorisation.facts(measured),
    )


def _training(config: PublishConfig, record: ModelRecord | None) -> model.TrainingConfig:
    """Which posts were held out: as it is said, else with the seed that the card names. Whether it chats, it says."""
    if record is None or record.run is None:
        return config.training
    training = msgspec.structs.replace(config.training, as_chat="chat_form" in record.run.hyperparameters)
    if config.training != model.TrainingConfig() or record.run.seed is None:
        return training
    return msgspec.structs.replace(training, seed=record.run.seed)


def _measure(
    base: model.BaseModel, corpora: Sequence[Corpus], training: model.TrainingConfig, progress: Progress
) -> dict[str, float]:
    posts = {corpus.account.handle: corpus.texts for corpus in corpora}
    loaded = evaluations.load(base, as_chat=training.as_chat)
    found = evaluations.evaluate(loaded, posts, training, answered=pairs(corpora), progress=progress)
    remembered = memorisation.facts(found)
    progress.note(f"Held-out loss {found['eval_loss']:.4f} nats a token, perplexity {found['perplexity']:.2f}.")
    if (told := memorisation.warning(remembered)) is not None:
        progress.warn(told)
    return found


def _told(name: str, measured: Mapping[str, float], published: Published | None) -> Measured:
    metrics = {key: value for key, value in measured.items() if not key.startswith("memorisation/")}
    return Measured(name=name, metrics=metrics, memorisation=memorisation.facts(measured), published=published)


def _folder(folder: Path, config: PublishConfig, progress: Progress) -> Measured:
    if config.plan is not None or config.apply_plan is not None or config.pull_request:
        raise UsageError("A folder has no plan and no pull request.", hint=f"hubtweets evaluate {folder} --posts SPEC")
    corpora = read_corpora(config, progress)
    path = folder / CARD
    text = _card_of(path)
    record = card.read(text).record if text is not None else None
    measured = _measure(model.find_base_model(str(folder)), corpora, _training(config, record), progress)
    if record is not None and text is not None and not config.plans_only:
        update = card.update(
            text,
            with_measured(Present(record), measured),
            config.template,
            config.on_conflict or "stop",
            templates=config.templates,
        )
        if update.text is None and update.kind != "identical":
            raise CardError(f"{path} does not get the numbers: {update.reason}.", hint=f"hubtweets card check {path}")
        if update.text is not None:
            disk.write_text(path, update.text)
    return _told(str(folder), measured, None)


def _card_of(path: Path) -> str | None:
    """The card in a file; None where there is none.

    Raises:
        CardReadError: when it is larger than a card may be on the Hub, or not UTF-8.
    """
    if not path.is_file():
        return None
    with path.open("rb") as stream:
        return card_in(stream, path)
