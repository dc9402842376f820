"""The straight road: posts -> model -> card -> Hub."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

import msgspec

from hubtweets import card, model, posts, record
from hubtweets.card import templates
from hubtweets.errors import UsageError
from hubtweets.posts import Corpus, Filters
from hubtweets.posts.options import DEFAULT_OPTIONS, ReadOptions
from hubtweets.posts.spec import table_suffixes
from hubtweets.progress import SILENT, Progress
from hubtweets.publishing.connect import connect
from hubtweets.publishing.delivery import PUSHED, Delivery, Published, published_before
from hubtweets.publishing.guard import check_policy
from hubtweets.publishing.pictures import with_pictures
from hubtweets.record import DEFAULT_TEMPLATE, ModelRecord

NAMESPACE = "huggingtweets"

_LANGUAGE_SHARE = 0.1
"""Share of the posts whose language is known that a language needs to be named on the card."""


def publish(
    handles: Sequence[str] | str = (),
    *,
    posts: Sequence[str | Path] | str | Path = (),
    names: Sequence[str] | str = (),
    hub: str | None = None,
    namespace: str = NAMESPACE,
    repo_id: str | None = None,
    private: bool = False,
    base_model: str = model.DEFAULT_BASE_MODEL,
    settings: model.TrainingConfig | None = None,
    filters: Filters | None = None,
    reading: ReadOptions = DEFAULT_OPTIONS,
    template: str | None = None,
    on_conflict: card.Policy = "stop",
    work_dir: Path | str | None = None,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Published:
    """Fine-tune a model on the posts of one or more accounts, and publish it with its card.

    Where the repo has this very model already (the same posts, settings, base model and seed), nothing is trained; a
    card that reads differently is committed alone, and otherwise nothing is.

    Args:
        handles: the accounts, with or without `@`, in the order in which the card names them.
        posts: a source for each account, in the same order; without any, the X API.
        names: the display names, in the same order; without any, what the sources say.
        hub: an endpoint or `local:DIR`; default huggingface_hub's own.
        namespace: where the repo is; its name is the handles', unless `repo_id` says otherwise.
        private: for a repo that is made now.
        base_model: a Hub id, a folder, or `scratch:tiny`.
        settings: of the training; default `TrainingConfig()`.
        filters: which posts to leave out, and `reading` how they are fetched.
        template: name@version or path; default the card's own, or `hubtweets@1`.
        on_conflict: what to do where people's edits of the card touch what must change.
        work_dir: where training happens and is resumed from, and where the model then stays. By default a folder of
            the user's cache, removed when the model is on the Hub.
        dry_run: say what would be done; trains and commits nothing.

    Raises:
        HubtweetsError: one of its leaves; see `hubtweets.errors`.
    """
    check_policy(on_conflict, card.Policy)
    settings = settings or model.TrainingConfig()
    if repo_id is not None:
        record.check_repo_id(repo_id)
    given = (_several(handles), _several(posts), _several(names))
    corpora = _read(*given, filters or Filters(), reading, progress)
    repo_id = record.check_repo_id(repo_id or f"{namespace}/{record.slug(one.account.handle for one in corpora)}")

    with connect(hub, missing="pretend" if dry_run else "make") as client:
        base = model.find_base_model(base_model, endpoint=client.endpoint, token=client.token)
        digests = {corpus.account.handle: corpus.digest for corpus in corpora}
        fingerprint = model.training_fingerprint(digests, base, settings)
        remote = client.read_card(repo_id)
        before, known = published_before(client, repo_id, remote)
        template = template or (before.template if before else DEFAULT_TEMPLATE)
        found = templates.find(template)
        # the templates of 2021 show pictures by CSS, and the Hub makes no address of a file's name there
        bare = found.name.startswith("huggingtweets-")
        accounts, pictures = (tuple(corpus.account for corpus in corpora), None) if bare else with_pictures(corpora)
        new = ModelRecord(
            repo_id=repo_id,
            template=str(found),  # a path on somebody's machine is nobody else's business
            accounts=accounts,
            base_model=base.name,
            base_model_revision=base.revision,
            language=_languages(corpora),
            fingerprint=fingerprint,
            thumbnail=before.thumbnail if before else None,
            extra={name: fact for name, fact in before.extra.items() if name != PUSHED} if before else {},
        )
        delivery = Delivery(
            client, repo_id, private, on_conflict, dry_run, progress, template=template, pictures=pictures
        )
        delivery.check_access(exists=remote is not None)
        _tell_renamed(before, new, progress)
        if known == fingerprint and delivery.has_weights():
            told = _with_run(new, before)
            if told is None and before is None and remote and remote.text and on_conflict == "keep-theirs":
                progress.warn(f"The facts of the card of {repo_id} cannot be read; all of it stays as it is.")
                told = new
            if told is not None:
                return delivery.card_only(told)
        if remote is not None:
            delivery.check_card(remote.text, _as_if_trained(new, before, settings))
        if dry_run:
            return delivery.planned(new, "would train", remote.commit if remote else None)
        folder = (Path(work_dir) if work_dir else _cache()) / fingerprint[:24]
        texts = {corpus.account.handle: corpus.texts for corpus in corpora}
        trained = model.fine_tune(texts, base, settings, folder, fingerprint=fingerprint, progress=progress)
        new = msgspec.structs.replace(new, run=trained.run, samples=trained.samples)
        kept_posts = sum(len(corpus.texts) for corpus in corpora)
        who = ", ".join(f"@{corpus.account.handle}" for corpus in corpora)
        published = delivery.everything(new, trained.files, f"Fine-tuned on {kept_posts:,} posts of {who}", "trained")
        if work_dir is None:
            shutil.rmtree(folder, ignore_errors=True)
        return published


def _several(given: Sequence[str | Path] | str | Path) -> list[str]:
    return [str(given)] if isinstance(given, str | Path) else [str(one) for one in given]


def _read(
    handles: Sequence[str],
    specs: Sequence[str],
    names: Sequence[str],
    filters: Filters,
    reading: ReadOptions,
    progress: Progress,
) -> list[Corpus]:
    bare = [handle.strip().removeprefix("@") for handle in handles]
    if not bare and not specs:
        raise UsageError("Whose posts?", hint="For example: hubtweets publish @me --posts twitter.zip")
    for handle in handles:
        if handle.lower().endswith((*table_suffixes(), ".zip", ".js", ".gz")):
            raise UsageError(
                f"{handle!r} is not a handle.",
                hint=f"A file of posts is named so: hubtweets publish --posts {shlex.quote(handle)}",
            )
    if not all(bare):
        raise UsageError("A handle is empty.", hint="Leave it out where the source says whose posts they are.")
    if len({handle.lower() for handle in bare}) < len(bare):
        raise UsageError("The same handle was given twice.", hint="Give each account once.")
    specs = list(specs) or [f"x:{handle}" for handle in bare]
    for given, what in ((bare, "handles"), (names, "names")):
        if given and len(given) != len(specs):
            raise UsageError(
                f"Sources of posts: {len(specs)}; {what}: {len(given)}.",
                hint="Each source has one handle and one name; give them in the same order, or leave all of them out.",
            )
    corpora = []
    for number, spec in enumerate(specs):
        source = posts.open_source(
            spec,
            handle=bare[number] if bare else None,
            name=names[number] if names else None,
            reading=reading,
            progress=progress,
        )
        corpora.append(posts.read_corpus(source, progress, filters=filters))
        said = [corpus.account.handle.lower() for corpus in corpora]
        if len(set(said)) < len(said):
            raise UsageError(
                f"Two of the sources are @{said[-1]}'s.",
                hint="Give each account once; where a source says it wrongly, name the HANDLEs before --posts.",
            )
    return corpora


def _tell_renamed(before: ModelRecord | None, new: ModelRecord, progress: Progress) -> None:
    """Say which display names will change: somebody may have corrected them by hand."""
    was = {account.handle: account.name for account in before.accounts} if before else {}
    for account in new.accounts:
        old = was.get(account.handle, account.name)
        if old != account.name:
            progress.warn(
                f"The card calls @{account.handle} {old!r}; it will say {account.name!r}, as the source does. "
                "To keep the other: --name"
            )


def _with_run(new: ModelRecord, before: ModelRecord | None) -> ModelRecord | None:
    """`new` with what only training finds out, from the card that is there.

    None where that card does not tell and the new one would: a historical template has no place for it.
    """
    if before is None or (before.run is None and before.template != new.template):
        return None
    return msgspec.structs.replace(new, tracking=before.tracking, run=before.run, samples=before.samples)


def _as_if_trained(new: ModelRecord, before: ModelRecord | None, settings: model.TrainingConfig) -> ModelRecord:
    """`new` as it will be after training, as far as merging it minds: what will be measured differs from last time."""
    if before is None or before.run is None:
        return new
    replace = msgspec.structs.replace
    log = tuple(replace(entry, eval_loss=(entry.eval_loss or 0) + 1) for entry in before.run.log_history)
    metrics = {name: value + 1 for name, value in before.run.metrics.items()}
    return replace(
        new,
        run=replace(before.run, log_history=log, metrics=metrics, seed=settings.seed),
        samples=tuple(replace(sample, text=f"{sample.text} …") for sample in before.samples),
    )


def _languages(corpora: Sequence[Corpus]) -> tuple[str, ...]:
    """The languages that the sources say enough of the posts are in, most frequent first."""
    counts: dict[str, int] = {}
    for corpus in corpora:
        for code, count in corpus.languages.items():
            counts[code] = counts.get(code, 0) + count
    total = sum(counts.values())
    frequent = [code for code, count in counts.items() if count >= total * _LANGUAGE_SHARE]
    return tuple(sorted(frequent, key=lambda code: (-counts[code], code)))


def _cache() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("hubtweets") / "runs"
