"""The straight road: posts -> model -> card -> Hub. One target, with a training where the repo lacks the model."""

from __future__ import annotations

import shlex
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Unpack

import msgspec

from hubtweets import model, posts
from hubtweets._shared.distributed import led
from hubtweets._shared.progress import IN_PYTHON, SILENT, Progress
from hubtweets.card import templates
from hubtweets.card.picture import layout_beside
from hubtweets.errors import NotLoggedInError, UsageError
from hubtweets.hub.client import HubClient
from hubtweets.model import gguf_files, workdir
from hubtweets.model.prompts import in_language
from hubtweets.model.trackers import DataFacts, has_unsent, log_model
from hubtweets.posts import Corpus
from hubtweets.posts.contract import OrderedSource
from hubtweets.posts.identity import check_own
from hubtweets.posts.spec import is_on_network, table_suffixes
from hubtweets.publishing import asking, notebook, retractions, stated
from hubtweets.publishing.config import PublishConfig, PublishOptions, made
from hubtweets.publishing.consent import consent_of, obey, warn_where_not_stated
from hubtweets.publishing.executors.interface import write_texts
from hubtweets.publishing.pictures import SocialPicture, with_pictures
from hubtweets.publishing.published import OF_THE_WEIGHTS, Published, kept_facts, one_repo
from hubtweets.publishing.resampling import Resampling
from hubtweets.publishing.road import Road
from hubtweets.publishing.target import Facts, NewWeights, Outcome, Present, Target, Trained, TrainingJob
from hubtweets.publishing.tracking import tracking_of, with_tracked
from hubtweets.record import DEFAULT_TEMPLATE, Account, ModelRecord, Selection, check_repo_id, slug, to_data

NAMESPACE = "huggingtweets"

_LANGUAGE_SHARE = 0.1
"""Share of the posts whose language is known that a language needs to be named on the card."""


@led
def publish(
    handles: Sequence[str] | str = (),
    *,
    config: PublishConfig | None = None,
    progress: Progress = IN_PYTHON,
    **options: Unpack[PublishOptions],
) -> Published:
    """Fine-tune a model on the posts of one or more accounts, and publish it with its card.

    Where the repo has this very model already (the same posts, settings and base model), nothing is trained; a card
    that reads differently is committed alone, and otherwise nothing is.

    Args:
        handles: the accounts; see `PublishConfig`.
        config: what counts where nothing else is said.
        progress: where it says how far it is.
        options: fields of `PublishConfig`.

    Returns:
        What was done, and the record of the card.

    Raises:
        HubtweetsError: one of its leaves; see `hubtweets.errors`.
    """
    config = made({**options, **({"handles": handles} if handles else {})}, config)
    retractions.check(config.handles, retractions.read())
    shown = str(templates.find(config.template)) if config.template else "the card's own"
    from_network = any(map(is_on_network, sources_of(config)))
    corpora = [] if from_network else read_corpora(config, progress)

    def scope(client: HubClient) -> str:
        where = config.repo_id or namespace(config, client, progress)
        if from_network:
            check_before_posts(config, client, where)
            corpora.extend(read_corpora(config, progress))
        return config.repo_id or check_repo_id(f"{where}/{repo_name(corpora)}")

    endpoint = ""

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        nonlocal endpoint
        endpoint = road.client.endpoint
        target = publish_target(road, config, corpora, road.scope, progress)
        plan = next(road.plan.changes(), None) if road.plan is not None else None
        yield [msgspec.structs.replace(target, planned=plan)]

    published = one_repo("publish", scope, shown, targets, config, progress=progress)
    fingerprint = str(published.record.fingerprint)
    if published.weights == "trained" and published.changed:
        after_commit(config, fingerprint, published.repo_id, published.commit, endpoint, progress)
    elif published.kind == "identical" and not config.plans_only:
        clear_folder(config, fingerprint)
    return published


def after_commit(
    config: PublishConfig, fingerprint: str, repo_id: str, commit: str | None, endpoint: str, progress: Progress
) -> None:
    """Log a model that was trained and published at its trackers, and clear the folder of its training.

    Args:
        commit: the one that holds the model; None where it is in a pull request, which trackers are not told of.
        endpoint: the Hub's address.
    """
    log_published(config, fingerprint, repo_id, commit, endpoint, progress)
    clear_folder(config, fingerprint)


def log_published(
    config: PublishConfig, fingerprint: str, repo_id: str, commit: str | None, endpoint: str, progress: Progress
) -> None:
    """The first half of `after_commit`."""
    folder = _folder(config, fingerprint)
    if commit is not None and config.track and (folder / "model").is_dir():
        files = sorted(path.name for path in (folder / "model").iterdir())
        log_model(tracking_of(config), folder, repo_id, commit, endpoint, files, progress)


def clear_folder(config: PublishConfig, fingerprint: str) -> None:
    """Remove what a training left, or what was written for one that was not needed, if the folder is ours and no other
    run is at work in it."""
    folder = _folder(config, fingerprint)
    if config.work_dir is not None or not folder.exists() or workdir.is_in_use(folder):
        return
    if has_unsent(folder):
        for name in ("model", "checkpoints", gguf_files.FOLDER):  # what is left is small, and to be sent later
            shutil.rmtree(folder / name, ignore_errors=True)
        (folder / "posts.json").unlink(missing_ok=True)
    else:
        shutil.rmtree(folder, ignore_errors=True)


def publish_target(
    road: Road, config: PublishConfig, corpora: Sequence[Corpus], repo_id: str, progress: Progress = SILENT
) -> Target:
    """The repo that has the model of these posts.

    Raises:
        RetractedError: when somebody asked that no such model be made.
        BaseModelError: when there is no such base model.
        TemplateError: when there is no such template.
        OSError: when the posts cannot be kept for the training.
    """
    names = [repo_id, *(corpus.account.handle for corpus in corpora)]
    retractions.check(names, retractions.read(), retractions.read_of(road.client, repo_id.partition("/")[0]))
    asking.check_place(config, road.client, repo_id, progress)
    base = model.find_base_model(config.base, endpoint=road.client.endpoint, token=road.client.token)
    _check_gguf(config, base)
    for advice in asking.language_advice(corpora, base.name):
        progress.warn(advice)
    config = msgspec.structs.replace(config, training=in_language(config.training, _languages(corpora)))
    digests = {corpus.account.handle: corpus.digest for corpus in corpora}
    answered = pairs(corpora) if config.training.as_chat else {}
    fingerprint = model.training_fingerprint(digests, base, config.training, answered=answered)
    folder = _folder(config, fingerprint)
    job = None
    if not config.plans_only:
        path, digest = write_texts(folder, {corpus.account.handle: corpus.texts for corpus in corpora}, answered)
        job = TrainingJob(
            fingerprint=fingerprint,
            posts=path,
            digest=digest,
            base_model=config.base,
            revision=base.revision,
            endpoint=road.client.endpoint,
            config=config.training,
            folder=folder,
            tracking=tracking_of(config),
            data=_data_facts(config, corpora),
            repo_id=repo_id,
            private=config.private,
            gguf=config.gguf,
        )
    kept = sum(len(corpus.texts) for corpus in corpora)
    corpora = stated.without_posts(corpora)
    accounts, pictures = with_pictures(corpora)
    avatars = {account.handle: pictures[account.avatar_url] for account in accounts if account.avatar_url in pictures}
    layout = layout_beside(config.template)
    social = SocialPicture(avatars, road.client.endpoint, layout=layout, progress=progress)
    resampling = Resampling(road.client, repo_id, config.training, job, progress)
    who = ", ".join(f"@{account.handle}" for account in accounts)
    return Target(
        repo_id=repo_id,
        message=f"Fine-tuned on {kept:,} posts of {who}",
        template=config.template,
        facts=_facts(road.client, config, corpora, repo_id, base, fingerprint, social, resampling, progress),
        weights=NewWeights(fingerprint, "trained", job=job),
        pictures=pictures,
        picture=social.png,
        beside={
            notebook.FILE: notebook.notebook(
                repo_id, next(iter(config.training.prompts), ""), adapter=config.training.adapter_only
            )
        },
        renewed=resampling.files,
        creates=True,
        private=config.private,
    )


def _check_gguf(config: PublishConfig, base: model.BaseModel) -> None:
    """See before the training that its model can be written as GGUF.

    Raises:
        UsageError: when it cannot.
        BaseModelError: when the base model cannot be had.
    """
    if not config.gguf or config.plans_only or base.gguf is not None or base.name == model.SCRATCH:
        return
    folder = base.fetch().folder
    reason = gguf_files.why_not(folder) if folder is not None and not base.is_adapter else None
    if reason is not None:
        raise UsageError(f"A model made of {base.name} cannot be written as GGUF: {reason}.", hint="Leave out --gguf.")


def _data_facts(config: PublishConfig, corpora: Sequence[Corpus]) -> DataFacts:
    """What trackers are told of the posts."""
    accounts = [corpus.account for corpus in corpora]
    return DataFacts(
        handles=tuple(account.handle for account in accounts),
        facts={
            "counts": {account.handle: to_data(account.counts) for account in accounts if account.counts is not None},
            "digests": {corpus.account.handle: corpus.digest for corpus in corpora},
            "selection": msgspec.to_builtins(config.filters),
        },
    )


def read_corpora(
    config: PublishConfig, progress: Progress = SILENT, open_source: Callable[..., OrderedSource] = posts.open_source
) -> list[Corpus]:
    """The posts of all accounts; `open_source` opens their sources.

    Raises:
        UsageError: when it is not clear whose posts are meant, or where they are.
        PostsError: when a source cannot be read, or has too little text.
    """
    bare = bare_handles(config)
    corpora: list[Corpus] = []
    for number, spec in enumerate(sources_of(config)):
        source = open_source(
            spec,
            handle=bare[number] if bare else None,
            name=config.names[number] if config.names else None,
            reading=config.reading,
            progress=progress,
        )
        if bare and not config.reading.rename:
            check_own(spec, source.own_handle, bare[number])
        obey(source.consent_signal, bare[number] if bare else source.account.handle, config.consent)
        corpora.append(posts.read_corpus(source, progress, filters=config.filters))
        handles = [corpus.account.handle.lower() for corpus in corpora]
        if len(set(handles)) < len(handles):
            raise UsageError(
                f"Two of the sources are @{handles[-1]}'s.",
                hint="Give each account once; where a source says it wrongly, name each with --as HANDLE.",
            )
    return corpora


def bare_handles(config: PublishConfig) -> list[str]:
    """The handles that were given, without what people write around them."""
    return [handle.strip().removeprefix("@") for handle in config.handles]


def sources_of(config: PublishConfig) -> Sequence[str]:
    """Where the posts are: where it was said, else on X, for each handle.

    Raises:
        UsageError: when it is not clear whose posts are meant, or where they are.
    """
    bare = bare_handles(config)
    _check_accounts(config, bare)
    return config.posts or [f"x:{handle}" for handle in bare]


def check_before_posts(config: PublishConfig, client: HubClient, where: str) -> None:
    """Ask the Hub whether the model's repo may be written to before posts are read, which may be paid for.

    Only where its name is known by then: it was given, or is that of the accounts that were.

    Args:
        where: the repo's id where it was given, else the namespace.

    Raises:
        HubError: when it may not, or the Hub does not say.
    """
    if config.repo_id is not None:
        asking.check_access(config, client, config.repo_id)
    elif config.handles:
        asking.check_access(config, client, check_repo_id(f"{where}/{slug(config.handles)}"))


def pairs(corpora: Sequence[Corpus]) -> dict[str, str]:
    """The post that a post answers, where both are the account's own, text by text."""
    return {answer: post for corpus in corpora for answer, post in corpus.answered.items()}


def repo_name(corpora: Sequence[Corpus]) -> str:
    """The usual name of the repo of these accounts' model."""
    return slug(corpus.account.handle for corpus in corpora)


def namespace(config: PublishConfig, client: HubClient, progress: Progress = SILENT) -> str:
    """Where repos go: where it was said, else `huggingtweets` for those who may write there, else to the user.

    Raises:
        UsageError: when only a person can say.
        HubError: when the Hub does not say whom the token belongs to.
    """
    if config.namespace is not None:
        return config.namespace
    try:
        identity = client.whoami()
    except NotLoggedInError as error:
        if not config.plans_only:
            raise
        progress.warn(f"This would be refused: {error.message}")
        return NAMESPACE
    return NAMESPACE if identity.why_not(f"{NAMESPACE}/any") is None else identity.name


def _check_accounts(config: PublishConfig, bare: Sequence[str]) -> None:
    if not bare and not config.posts:
        raise UsageError("Whose posts?", hint="For example: hubtweets publish --posts twitter.zip")
    for handle in config.handles:
        if handle.lower().endswith((*table_suffixes(), ".zip", ".js", ".gz")):
            raise UsageError(
                f"{handle!r} is not a handle.",
                hint=f"A file of posts is named so: hubtweets publish --posts {shlex.quote(handle)}",
            )
    if not all(bare):
        raise UsageError("A handle is empty.", hint="Leave it out where the source says whose posts they are.")
    if len({handle.lower() for handle in bare}) < len(bare):
        raise UsageError("The same handle was given twice.", hint="Give each account once.")
    sources = len(config.posts or bare)
    for given, what in ((bare, "handles"), (config.names, "names")):
        if given and len(given) != sources:
            raise UsageError(
                f"Sources of posts: {sources}; {what}: {len(given)}.",
                hint="Each source has one handle and one name; give them in the same order, or leave all of them out.",
            )


def _facts(
    client: HubClient,
    config: PublishConfig,
    corpora: Sequence[Corpus],
    repo_id: str,
    base: model.BaseModel,
    fingerprint: str,
    social: SocialPicture,
    resampling: Resampling,
    progress: Progress,
) -> Facts:
    """What the card states, whatever it stated before."""
    warned: set[str] = set()

    def facts(now: Present, trained: Trained | None) -> ModelRecord | None:
        before = now.record
        template = templates.find(config.template or (before.template if before else DEFAULT_TEMPLATE))
        # the templates of 2021 show pictures by CSS, and the Hub makes no address of a file's name there
        bare = template.name.startswith("huggingtweets-")
        shown = tuple(corpus.account for corpus in corpora) if bare else with_pictures(corpora)[0]
        accounts = stated.accounts(corpora, shown)
        if not config.names:  # else somebody chose them
            _tell_renamed(before, accounts, warned, progress)
        record = ModelRecord(
            repo_id=repo_id,
            template=str(template),  # a path on somebody's machine is nobody else's business
            accounts=accounts,
            base_model=base.name,
            base_model_revision=base.revision,
            language=_languages(corpora),
            fingerprint=fingerprint,
            selection=_selection(config.filters, corpora),
            **{**kept_facts(before), **stated.choices(config, repo_id, before)},
        )
        consent = consent_of(corpora, config.consent, before.consent if before else None)
        if not warned:
            warn_where_not_stated(consent, progress)
            warned.add("consent")
        record = stated.with_licence(msgspec.structs.replace(record, consent=consent), client, progress)
        if trained is not None:
            loss = trained.run.metrics.get("eval_loss") if trained.run else None
            known = before.run.metrics.get("eval_loss") if before and before.run else None
            if "loss" not in warned and not trained.expected:
                asking.check_loss(config, known, loss, progress)
                warned.add("loss")
            record = msgspec.structs.replace(
                record,
                run=trained.run,
                samples=trained.samples,
                memorisation=trained.memorisation,
                sampling=trained.sampling,
                gguf=trained.gguf,
            )
            return with_tracked(social.stated(record), trained.tracked)
        if before is None or (before.run is None and before.template != record.template):
            return None
        if set(gguf_files.check_kinds(config.gguf)) - {kind.lower() for kind in before.gguf} and "gguf" not in warned:
            warned.add("gguf")
            progress.warn("The repo has this very model already; GGUF files are written when one is trained.")
        whole = msgspec.structs.replace(record, **{name: getattr(before, name) for name in OF_THE_WEIGHTS})
        return social.stated(resampling.of(whole))

    return facts


def _selection(filters: posts.Filters, corpora: Sequence[Corpus]) -> Selection | None:
    """Which posts were wanted, and what was taken out of them; None where nothing was asked for."""
    if filters == posts.Filters():
        return None
    scrubbed: Counter[str] = Counter()
    for corpus in corpora:
        scrubbed.update(corpus.scrubbed)
    return Selection(
        exclude=filters.exclude,
        since=filters.since.isoformat() if filters.since else None,
        until=filters.until.isoformat() if filters.until else None,
        languages=filters.languages,
        min_words=filters.min_words,
        scrub=filters.scrub,
        scrubbed=dict(scrubbed),
        near_duplicates=filters.near_duplicates,
        without_mentions=filters.drop_leading_mentions,
    )


def _tell_renamed(before: ModelRecord | None, accounts: Sequence[Account], told: set[str], progress: Progress) -> None:
    """Say, once, which display names will change: somebody may have corrected them by hand."""
    names = {account.handle: account.name for account in before.accounts} if before else {}
    for account in accounts:
        name = names.get(account.handle, account.name)
        if name != account.name and account.handle not in told:
            told.add(account.handle)
            progress.warn(
                f"The card calls @{account.handle} {name!r}; it will say {account.name!r}, as the source does. "
                "To keep the other: --name"
            )


def _languages(corpora: Sequence[Corpus]) -> tuple[str, ...]:
    """The languages that the sources say enough of the posts are in, most frequent first."""
    counts: Counter[str] = Counter()
    for corpus in corpora:
        counts.update(corpus.languages)
    total = sum(counts.values())
    frequent = [code for code, count in counts.items() if count >= total * _LANGUAGE_SHARE]
    return tuple(sorted(frequent, key=lambda code: (-counts[code], code)))


def _folder(config: PublishConfig, fingerprint: str) -> Path:
    """Where a training works: a folder of its own."""
    import platformdirs

    return (config.work_dir or platformdirs.user_cache_path("hubtweets") / "runs") / fingerprint[:24]
