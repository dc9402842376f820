"""The models of a `hubtweets.toml`: fetch what is new, train where it is enough, publish, keep the cards up to date.

What there is to do is told from the Hub and the sources, never from a clock: a run that was skipped, or that came
twice, does the right thing.
"""

from __future__ import annotations

import fnmatch
import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Unpack

import msgspec

from hubtweets import card, posts
from hubtweets._shared.distributed import led
from hubtweets._shared.progress import IN_PYTHON, Progress
from hubtweets.card import templates
from hubtweets.errors import NoPostsError, RepoNotFoundError, TooLittleTextError, UsageError
from hubtweets.hub.connection import RemoteCard
from hubtweets.posts import Corpus
from hubtweets.publishing import asking
from hubtweets.publishing.apply import Observer
from hubtweets.publishing.config import PublishConfig, PublishOptions, made
from hubtweets.publishing.many import AfterCommits, Tables, for_this_run, target_or_failure, travel_with_each
from hubtweets.publishing.posts_store import PostsStore
from hubtweets.publishing.project import FILE, ModelEntry, Project, read_project, secrets_of
from hubtweets.publishing.publish import bare_handles, namespace, publish_target, read_corpora, repo_name, sources_of
from hubtweets.publishing.report import Result
from hubtweets.publishing.road import Road
from hubtweets.publishing.target import Outcome, Target
from hubtweets.record import ModelRecord, check_repo_id, slug

PAGED = ("bluesky:", "mastodon:", "x:")
"""Sources that can be asked for what is newer than a post; the others are files, and are read whole."""


@led
def refresh(
    project: str | Path | Project = FILE,
    *,
    only: str | None = None,
    max_cost: float | None = None,
    config: PublishConfig | None = None,
    observers: Sequence[Observer] = (),
    progress: Progress = IN_PYTHON,
    **options: Unpack[PublishOptions],
) -> Result:
    """Bring each model of a project up to date. One model's failure is its own.

    For each: what is new since the record's newest post; where that is enough, or there is no model yet, it is trained
    and published; else its card is rendered again where the template moved; else nothing happens.

    Args:
        project: the file, or what was read of it.
        only: a pattern of labels, such as `anna*`.
        max_cost: US dollars that reading all posts may cost; default the project's.
        config: how the run goes, for all models: report, ledger, time limit, pull requests.
        observers: see what happens, while it does.
        progress: where reading and training say how far they are.
        options: fields of `PublishConfig`, likewise.

    Returns:
        How it went; `report` has every repo.

    Raises:
        ProjectError: when the file cannot be meant.
        UsageError: when `only` fits no model.
        LedgerError: when the ledger cannot be used.
        HubError: when the Hub cannot be asked at all.
    """
    project = project if isinstance(project, Project) else read_project(project)
    run = made(options, config)
    run = msgspec.structs.replace(
        run, hub=run.hub or project.hub, templates=run.templates or tuple(map(Path, project.templates))
    )
    entries = [entry for entry in project.models if only is None or fnmatch.fnmatchcase(entry.label, only)]
    if not entries:
        raise UsageError(
            f"No model is called {only!r}.", hint=f"There are {', '.join(entry.label for entry in project.models)}."
        )
    purse = _Purse(max_cost if max_cost is not None else project.max_cost)
    tables = Tables((spec for entry in entries for spec in entry.config.posts), run.work_dir, progress)
    after = AfterCommits(progress)

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        store = PostsStore(road.client, project.posts_store) if project.posts_store is not None else None
        if store is not None:
            store.fetch(progress)
        after.endpoint = road.client.endpoint
        for entry in entries:
            whole = for_this_run(entry.config, run)
            make = functools.partial(_target, road, entry, whole, purse, tables, progress)
            target = target_or_failure(entry.planned_repo_id or entry.label, make)
            after.expect(target, whole)
            yield [target]
        if store is not None and not run.plans_only:
            store.keep(progress)

    with _environment(secrets_of(project)):
        scope = "all models" if only is None else only
        return travel_with_each(
            "refresh", scope, targets, run, tables=tables, after=after, observers=observers, progress=progress
        )


class _Purse:
    """What reading may still cost, in US dollars; None where nobody said."""

    def __init__(self, dollars: float | None) -> None:
        self._left = dollars

    def limit(self, own: float | None) -> float | None:
        """What one model may spend: its own limit, and what is left for all."""
        limits = [limit for limit in (own, self._left) if limit is not None]
        return min(limits) if limits else None

    def spend(self, dollars: float) -> None:
        """So much was spent."""
        if self._left is not None:
            self._left = max(0.0, self._left - dollars)


def _target(
    road: Road, entry: ModelEntry, config: PublishConfig, purse: _Purse, tables: Tables, progress: Progress
) -> Target | Outcome:
    """What one model needs."""
    config = msgspec.structs.replace(
        config,
        reading=msgspec.structs.replace(
            config.reading, max_cost=purse.limit(config.reading.max_cost), confirm=lambda _: True
        ),
    )
    repo_id = entry.planned_repo_id
    corpora: list[Corpus] | None = None
    if repo_id is None:
        if config.handles:
            repo_id = check_repo_id(f"{namespace(config, road.client, progress)}/{slug(config.handles)}")
        else:
            corpora = _read(config, purse, tables, progress)
            repo_id = check_repo_id(f"{namespace(config, road.client, progress)}/{repo_name(corpora)}")
    try:
        remote: RemoteCard | None = road.client.read_card(repo_id)
    except RepoNotFoundError:
        remote = None
    record = card.read(remote.text).record if remote is not None and remote.text is not None else None
    if record is None or record.fingerprint is None:
        asking.check_access(config, road.client, repo_id, exists=remote is not None)
        return publish_target(road, config, corpora or _read(config, purse, tables, progress), repo_id, progress)
    assert remote is not None  # noqa: S101  (there is a record)
    count = _new_posts(config, record, corpora, purse, tables, progress)
    if count >= entry.min_new_posts:
        asking.check_access(config, road.client, repo_id, exists=True)
        corpora = corpora or _read(config, purse, tables, progress)
        if entry.continue_training:
            config = msgspec.structs.replace(config, base_model=repo_id)
        return publish_target(road, config, corpora, repo_id, progress)
    progress.note(f"{entry.label}: {count:,} new posts, and {entry.min_new_posts:,} are needed to train it again.")
    wanted = str(templates.find(config.template)) if config.template else record.template
    if wanted == record.template:
        return Outcome(repo_id=remote.repo_id, kind="identical", parent=remote.commit, reason=f"{count:,} new posts")
    return Target(repo_id=repo_id, message=f"Re-render the model card with {wanted}", template=config.template)


def _read(config: PublishConfig, purse: _Purse, tables: Tables, progress: Progress) -> list[Corpus]:
    corpora = read_corpora(config, progress, tables.open)
    for corpus in corpora:
        purse.spend(corpus.cost)
    return corpora


def _new_posts(
    config: PublishConfig,
    record: ModelRecord,
    corpora: Sequence[Corpus] | None,
    purse: _Purse,
    tables: Tables,
    progress: Progress,
) -> int:
    """How many posts that would be kept there are since the record's newest ones, over all accounts.

    A source on a network is asked for those alone.
    """
    newest = {account.handle.lower(): account.newest_post for account in record.accounts}
    if corpora is None:
        handles = bare_handles(config)
        corpora = []
        for number, spec in enumerate(sources_of(config)):
            paged = spec.startswith(PAGED)
            known = _newest(newest, handles[number] if handles else spec.partition(":")[2])
            reading = msgspec.structs.replace(config.reading, since_id=known) if paged else config.reading
            handle = handles[number] if handles else None
            source = tables.open(spec, handle=handle, reading=reading, progress=progress)
            try:
                corpora.append(posts.read_corpus(source, progress, filters=config.filters, minimum=0))
            except (NoPostsError, TooLittleTextError):
                continue
            finally:
                purse.spend(float(getattr(source, "cost", 0.0)))
    return sum(_newer(corpus, newest.get(corpus.account.handle.lower())) for corpus in corpora)


def _newest(newest: Mapping[str, str | None], handle: str) -> str | None:
    """The newest post that the record has of a handle; of the only account, whatever it is called here."""
    known = newest.get(handle.lower().removeprefix("@"))
    return known if known is not None or len(newest) != 1 else next(iter(newest.values()))


def _newer(corpus: Corpus, known: str | None) -> int:
    """How many of the kept posts are newer than `known`; all of them where that post is gone or was never known."""
    ids = [post.id for post in corpus.posts]
    if known is None:
        return len(ids)
    if known.isdecimal() and all(identifier.isdecimal() for identifier in ids):
        return sum(_size(identifier) > _size(known) for identifier in ids)
    if known in ids:
        return len(ids) - 1 - ids.index(known)
    return sum(identifier > known for identifier in ids)


def _size(number: str) -> tuple[int, str]:
    """Orders decimal numbers of any length as their values do; a source may give ids that are too long for an `int`."""
    digits = number.lstrip("0")
    return len(digits), digits


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Secrets where the libraries look for them, for as long as the block runs."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
