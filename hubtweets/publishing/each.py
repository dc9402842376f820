"""One model for each line of a list of accounts, as against one model of several accounts."""

from __future__ import annotations

import difflib
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple, Unpack

import msgspec

from hubtweets._shared.distributed import led
from hubtweets._shared.progress import IN_PYTHON, Progress
from hubtweets.errors import HubtweetsError, UsageError
from hubtweets.model import TrainingConfig
from hubtweets.posts.formats.csv import written_rows
from hubtweets.posts.values import truth
from hubtweets.publishing import retractions
from hubtweets.publishing.apply import Observer
from hubtweets.publishing.config import PublishConfig, PublishOptions, made, meant
from hubtweets.publishing.many import AfterCommits, Tables, target_or_failure, travel_with_each
from hubtweets.publishing.publish import check_before_posts, namespace, publish_target, read_corpora, repo_name
from hubtweets.publishing.report import Result
from hubtweets.publishing.road import Road
from hubtweets.publishing.target import Outcome, Target
from hubtweets.record import check_repo_id, slug

READERS = 4
"""Accounts on networks that are read at the same time; each network's own limits hold besides."""

MOST_LINES = 1_000_000

_ON_NETWORKS = ("bluesky:", "mastodon:")
"""Sources that are read at the same time. X is not: it costs money, which is asked for and counted one by one."""

_COLUMNS = {
    "handle": "handles", "posts": "posts", "name": "names", "repo_id": "repo_id", "base_model": "base_model",
    "template": "template", "consent": "consent", "license": "license", "contact": "contact", "private": "private",
}  # fmt: skip
"""What a column sets of the line's `PublishConfig`; every field of `TrainingConfig` is a column besides."""


class AccountLine(NamedTuple):
    """One line of the list: its number from 1, and the repo as far as it tells; `config` is what is wrong with the
    line, where it is an error."""

    number: int
    name: str
    config: PublishConfig | HubtweetsError

    @property
    def specs(self) -> tuple[str, ...]:
        """Its sources of posts."""
        return self.config.posts if isinstance(self.config, PublishConfig) else ()


@led
def publish_each(
    accounts: str | Path,
    *,
    config: PublishConfig | None = None,
    observers: Sequence[Observer] = (),
    progress: Progress = IN_PYTHON,
    **options: Unpack[PublishOptions],
) -> Result:
    """Fine-tune and publish a model for each line of a list of accounts. One line's failure is its own.

    Args:
        accounts: a CSV file whose first line names its columns: `handle`, `posts`, `name` (of the account), `repo_id`,
            `base_model`, `template`, `consent`, `license`, `contact`, `private`, and any field of `TrainingConfig`.
        config: how the run goes, and what counts where a line says nothing; `posts` may name a table of all accounts.
        observers: see what happens, while it does.
        progress: where reading and training say how far they are.
        options: fields of `PublishConfig`, likewise.

    Returns:
        How it went; `report` has every repo.

    Raises:
        UsageError: when the list cannot be read, or what was asked for cannot be meant for each of its lines.
        LedgerError: when the ledger cannot be used.
        HubError: when the Hub cannot be asked at all.
    """
    run = made(options, config)
    if run.handles or run.repo_id or run.names or len(run.posts) > 1 or run.apply_plan:
        raise UsageError(
            "A list of accounts goes with none of HANDLE, --repo-id, --name and --apply-plan, and with one --posts.",
            hint="Give each account its own in a column: handle, repo_id, name, posts.",
        )
    path = Path(accounts)
    lines = read_accounts(path, run)
    tables = Tables((spec for line in lines for spec in line.specs), run.work_dir, progress)
    after = AfterCommits(progress)

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        after.endpoint = road.client.endpoint
        all_named = all(isinstance(line.config, HubtweetsError) or line.config.repo_id for line in lines)
        where = "" if all_named else namespace(run, road.client, progress)
        seen: dict[str, int] = {}

        def make(line: AccountLine, told: Progress) -> Target | Outcome:
            return target_or_failure(line.name, lambda: _target(road, line, where, tables, told))

        for line, target in _read_ahead(lines, make, progress):
            first = seen.setdefault(target.repo_id.lower(), line.number)
            if first != line.number and isinstance(target, Target):
                reason = f"line {first} is for {target.repo_id} too"
                target = Outcome(repo_id=target.repo_id, action="failed", reason=reason, hint="Give one a repo_id.")
            if isinstance(target, Outcome):
                target = msgspec.structs.replace(target, reason=f"line {line.number}: {target.reason}")
            elif isinstance(line.config, PublishConfig):
                after.expect(target, line.config)
            yield [target]

    return travel_with_each(
        "publish", path.name, targets, run, tables=tables, after=after, observers=observers, progress=progress
    )


def read_accounts(path: Path, run: PublishConfig) -> list[AccountLine]:
    """The lines of a list of accounts; `run` is what counts where they say nothing.

    Raises:
        UsageError: when it is no such list, or has a column that is not known.
    """
    lines: list[AccountLine] = []
    try:
        rows = written_rows(path)
        names = _columns(path, next((cells for _, cells in rows if any(map(str.strip, cells))), []))
        for number, cells in rows:
            if not any(map(str.strip, cells)):
                continue
            if len(lines) == MOST_LINES:
                raise UsageError(f"{path} has more than {MOST_LINES:,} lines.", hint="Split it.")
            lines.append(_line(number, names, cells, run))
    except HubtweetsError:
        raise
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"The list of accounts {path} cannot be read: {what}.", hint="It is a CSV file.") from None
    if not lines:
        raise UsageError(f"{path} has no accounts.", hint="A line for each, below the names of the columns.")
    return lines


def _columns(path: Path, header: Sequence[str]) -> list[str]:
    """What the columns set, by the first line."""
    names = [name.strip().lower().replace("-", "_").replace(" ", "_") for name in header]
    while names and not names[-1]:  # columns of a spreadsheet that were emptied
        names.pop()
    known = (*_COLUMNS, *TrainingConfig.__struct_fields__)
    for name in names:
        if name not in known:
            raise _unknown(path, name, names, known)
    if len(set(names)) < len(names):
        raise UsageError(f"{path}: a column is there twice.", hint="Leave one of them out.")
    if not {"handle", "posts"} & set(names):
        raise UsageError(f"{path} has neither a column `handle` nor `posts`.", hint="For example: handle,posts")
    return names


def _unknown(path: Path, name: str, names: Sequence[str], known: Sequence[str]) -> UsageError:
    """The error for a column that is none of a list of accounts, with what is likely meant."""
    from hubtweets.posts.sources import _columns as of_tables

    def means(one: str, what: str) -> bool:
        return of_tables.fold(one) in map(of_tables.fold, of_tables.NAMES[what])

    if any(means(one, "text") for one in names):
        return UsageError(
            f"{path} looks like a table of posts.",
            hint="Name it with --posts FILE, and give --each a list of its accounts, with a column `handle`.",
        )
    near = ["handle"] if means(name, "handle") else difflib.get_close_matches(name, known, 1)
    meant_by_it = f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
    hint = f"{meant_by_it} The first line of {path} names the columns, such as: handle,posts"
    return UsageError(f"{path}: a list of accounts has no column {name!r:.60}.", hint=hint)


def _line(number: int, names: Sequence[str], cells: Sequence[str], run: PublishConfig) -> AccountLine:
    given = {name: cell.strip() for name, cell in zip(names, cells, strict=False) if cell.strip()}
    name = given.get("repo_id") or given.get("handle", "").removeprefix("@") or given.get("posts") or f"line {number}"
    try:
        if any(map(str.strip, cells[len(names) :])):
            raise UsageError(f"there are {len(cells)} cells for {len(names)} columns.", hint="Quote cells with commas.")
        config = _config(given, run)
        if not config.handles and not config.posts:
            raise UsageError("it names neither a handle nor posts.", hint="Whose posts?")
        if config.repo_id is None and config.handles and config.namespace:
            name = f"{config.namespace}/{slug(config.handles)}"
        return AccountLine(number, name, config)
    except HubtweetsError as error:
        return AccountLine(number, name, error)


def _config(given: Mapping[str, str], run: PublishConfig) -> PublishConfig:
    options: dict[str, Any] = {_COLUMNS[column]: cell for column, cell in given.items() if column in _COLUMNS}
    if "private" in options:
        private = truth(options["private"])
        if private is None:
            raise UsageError(f"private: {options['private']!r:.60} is neither yes nor no.", hint="Write yes or no.")
        options["private"] = private
    training = {column: cell for column, cell in given.items() if column not in _COLUMNS}
    if training:
        all_of_it = msgspec.structs.asdict(run.training) | training
        options["training"] = meant("training", all_of_it, TrainingConfig, strict=False)
    return made(options, run)


def _read_ahead(
    lines: Sequence[AccountLine], make: Callable[[AccountLine, Progress], Target | Outcome], progress: Progress
) -> Iterator[tuple[AccountLine, Target | Outcome]]:
    """The lines in their order, with what was made of them; those on networks are read several at a time."""
    pool = ThreadPoolExecutor(READERS, thread_name_prefix="readers")
    ahead: deque[tuple[AccountLine, Future[Target | Outcome] | None]] = deque()
    quiet = _WithoutTasks(progress)

    def first() -> tuple[AccountLine, Target | Outcome]:
        line, reading = ahead.popleft()
        return line, reading.result() if reading is not None else make(line, progress)

    try:
        for line in lines:
            on_network = bool(line.specs) and all(spec.startswith(_ON_NETWORKS) for spec in line.specs)
            ahead.append((line, pool.submit(make, line, quiet) if on_network else None))
            if len(ahead) > READERS:
                yield first()
        while ahead:
            yield first()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


class _WithoutTasks(Progress):
    """Hands on what is worth knowing; bars of several accounts at once would be drawn over each other."""

    def __init__(self, progress: Progress) -> None:
        self.note, self.warn = progress.note, progress.warn  # type: ignore[method-assign]


def _target(road: Road, line: AccountLine, where: str, tables: Tables, progress: Progress) -> Target:
    config = line.config
    if isinstance(config, HubtweetsError):
        raise config
    retractions.check(config.handles, retractions.read())
    check_before_posts(config, road.client, where)
    corpora = read_corpora(config, progress, tables.open)
    repo_id = config.repo_id or check_repo_id(f"{where}/{repo_name(corpora)}")
    return publish_target(road, config, corpora, repo_id, progress)
