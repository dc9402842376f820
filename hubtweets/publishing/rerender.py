"""A whole organisation's cards, rendered again: a target for each model, whose facts stay what they are."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Unpack

import msgspec

from hubtweets.card import templates
from hubtweets.card.picture import layout_beside
from hubtweets.errors import UsageError
from hubtweets.hub.listing import Listed, Selection
from hubtweets.publishing import decide, retractions
from hubtweets.publishing.apply import Observer
from hubtweets.publishing.config import PublishConfig, PublishOptions, made
from hubtweets.publishing.ledger import Row
from hubtweets.publishing.pictures import RenewedPicture
from hubtweets.publishing.plan import Plan
from hubtweets.publishing.report import Result
from hubtweets.publishing.road import Road, travel
from hubtweets.publishing.target import Outcome, PlannedChange, Target


def rerender(
    organisation: str | None = None,
    *,
    only: str | None = None,
    limit: int | None = None,
    since: date | str | None = None,
    apply: bool = False,
    config: PublishConfig | None = None,
    observers: Sequence[Observer] = (),
    **options: Unpack[PublishOptions],
) -> Result:
    """Bring the cards of an organisation's models to a template, keeping what people wrote on them.

    Changes nothing without `apply` or `apply_plan`. Each changed repo gets one commit on top of the one that was read,
    or with `pull_request` one pull request. Killed at any moment, the same call goes on where it stopped.

    Args:
        organisation: or user; with `apply_plan` the plan's own.
        only: a pattern of names, such as `bot-*`.
        limit: look at so many repos at most.
        since: leave out repos last modified before that day.
        apply: commit.
        config: what counts where nothing else is said.
        observers: see what happens, while it does.
        options: fields of `PublishConfig`. `on_conflict` is `skip` unless it is said.

    Returns:
        How it went; `report` has every repo.

    Raises:
        UsageError: when it is not clear which repos are meant.
        PlanError: when `apply_plan` is not a plan, or not one for this Hub, organisation and template.
        TemplateError: when there is no such template.
        LedgerError: when the ledger cannot be used.
        RepoNotFoundError: when there is no such organisation or user.
        HubError: when the Hub cannot be asked at all.
    """
    config = made(options, config)
    heading = None
    if config.apply_plan is not None:
        heading = Plan(config.apply_plan).heading
        if only or limit or since:
            raise UsageError("A plan says which repos are meant.", hint="Leave out --only, --limit and --since.")
    elif apply and config.plans_only:
        raise UsageError(
            "--apply commits, and --plan and --dry-run do not.",
            hint="To do what a plan says: hubtweets rerender --apply-plan FILE",
        )
    organisation = organisation or (heading.scope if heading is not None else None)
    if organisation and "/" in organisation:
        namespace, _, name = organisation.partition("/")
        raise UsageError(
            f"{organisation} is one repo; rerender takes the name of an organisation or user.",
            hint=f"That repo alone: hubtweets rerender {shlex.quote(namespace)} --only {shlex.quote(name)}",
        )
    if not organisation:
        raise UsageError("Which organisation's models?", hint="For example: hubtweets rerender huggingtweets")
    if (limit or 1) < 1:
        raise UsageError("Repos are counted from 1.", hint="Give --limit 1 or more, or leave it out.")
    template = templates.find(config.template or (heading.template if heading is not None else "hubtweets"))
    templates.compiled(template)
    policy = config.on_conflict or (heading.on_conflict if heading is not None else "skip")
    selection = Selection(only=only, limit=limit, since=_day(since))

    layout = layout_beside(config.template)

    def targets(road: Road) -> Iterator[Sequence[Target | Outcome]]:
        def target(repo_id: str) -> Target:
            renewed = RenewedPicture(road.client, layout=layout)
            return Target(
                repo_id=repo_id,
                message=f"Re-render the model card with {road.notebook.template}",
                template=str(template.file),
                picture=renewed.png,
                restates=renewed.stated,
            )

        if road.plan is not None:
            return _from_plan(road, road.plan, target)
        return _from_listing(road, selection, target)

    return travel(
        "rerender",
        organisation,
        str(template),
        targets,
        config,
        apply=apply or config.apply_plan is not None,
        policy=policy,  # type: ignore[arg-type]  # a plan's was checked with the command that made it
        observers=observers,
    ).result


def _day(since: date | str | None) -> str | None:
    """A day as the Hub writes it.

    Raises:
        UsageError: when it is none.
    """
    try:
        day = date.fromisoformat(since) if isinstance(since, str) else since
    except ValueError:
        raise UsageError(f"{since!r} is no day.", hint="Write it as in 2024-12-31.") from None
    return None if day is None else day.isoformat()


def _from_listing(
    road: Road, selection: Selection, made: Callable[[str], Target]
) -> Iterator[Sequence[Target | Outcome]]:
    remembered = retractions.read()
    for page in road.client.list_models(road.scope, selection):
        items: list[Target | Outcome] = [
            Outcome(repo_id=entry.name, action="failed", reason=entry.reason) for entry in page.unreadable
        ]
        for repo in page.repos:
            target = msgspec.structs.replace(made(repo.id), listed=repo)
            items.append(_retracted(remembered, repo) or _known(road, repo) or _listed(road, target, repo) or target)
        yield items


def _retracted(remembered: retractions.RetractionList, repo: Listed) -> Outcome | None:
    """The outcome, where this machine remembers that the repo, or the handle it is named by, was taken down."""
    days = (remembered.since(name) for name in (repo.id, repo.id.rpartition("/")[2])) if remembered.days else ()
    day = next(filter(None, days), None)
    return None if day is None else Outcome(repo_id=repo.id, kind="retracted", reason=f"since {day}", parent=repo.sha)


def _known(road: Road, repo: Listed) -> Outcome | None:
    """The outcome, where the ledger says that the repo needs no second look."""
    row = road.notebook.get(repo.id)
    if row is None or not _holds(road, row, repo):
        return None
    proposed = row.pull_request is not None and row.commit_id is not None
    return Outcome(
        repo_id=repo.id,
        kind="identical" if row.commit_id and not proposed else row.kind,
        action="proposed" if proposed else "none",
        reason=row.reason,
        parent=repo.sha,
        pull_request=row.pull_request,
    )


def _holds(road: Road, row: Row, repo: Listed) -> bool:
    if row.state != "done" or row.head is None or row.head != repo.sha:
        return False
    if row.pull_request is not None:
        return road.pull_request
    same = row.version == road.notebook.version
    return same or (row.kind != "unreadable" and (row.kind != "conflict" or row.commit_id is not None))


def _listed(road: Road, target: Target, repo: Listed) -> Outcome | None:
    """The outcome, where what is listed is enough for one."""
    try:
        decision = decide.from_listing(target, road.notebook.template)
    except Exception:  # whatever a hostile front matter makes of it: the card is read instead, as one repo of many
        return None
    return None if decision is None else road.notebook.settle(decision.outcome(repo.id, repo.sha))


def _from_plan(road: Road, plan: Plan, made: Callable[[str], Target]) -> Iterator[Sequence[Target | Outcome]]:
    page: list[Target | Outcome] = []
    for change in plan.changes():
        page.append(_planned(road, change, made))
        if len(page) == 1000:
            yield page
            page = []
    yield page


def _planned(road: Road, change: PlannedChange, made: Callable[[str], Target]) -> Target | Outcome:
    if not change.changes:
        return Outcome(repo_id=change.repo_id, kind=change.kind, reason=change.reason, parent=change.parent)
    row = road.notebook.get(change.repo_id)
    if row is not None and row.state == "done" and row.parent == change.parent and row.commit_id:
        return Outcome(repo_id=change.repo_id, kind="identical", parent=row.head)
    return msgspec.structs.replace(made(change.repo_id), planned=change)
