"""A whole organisation's cards, rendered again: what reads, renders and merges cards is brought to `hubtweets.hub`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import msgspec

import hubtweets
from hubtweets import card
from hubtweets.card import templates
from hubtweets.errors import PlanError, UsageError
from hubtweets.hub.listing import Listed, Selection
from hubtweets.publishing.apply import Batch, Settings, Watcher
from hubtweets.publishing.connect import connect, lasting_name
from hubtweets.publishing.guard import check_policy
from hubtweets.publishing.ledger import Ledger, Row, Tally
from hubtweets.publishing.plan import VERSION, Head, read_head
from hubtweets.publishing.report import Notes, PlanKeeper, ReportWriter, Result
from hubtweets.publishing.target import Decision

OnConflict = card.Policy


def rerender(
    organisation: str | None = None,
    *,
    hub: str | None = None,
    template: str | None = None,
    only: str | None = None,
    limit: int | None = None,
    since: str | None = None,
    apply: bool = False,
    plan: Path | None = None,
    pull_requests: bool = False,
    on_conflict: OnConflict = "skip",
    ledger: Path | None = None,
    workers: int = 8,
    max_commits_per_hour: int | None = None,
    seconds: float | None = None,
    report: Path | None = None,
    watchers: Sequence[Watcher] = (),
) -> Result:
    """Bring the cards of an organisation's models to a template, keeping what people wrote on them.

    Changes nothing without `apply`. Each changed repo gets one commit on top of the one that was read, or with
    `pull_requests` one pull request. Killed at any moment, the same call goes on where it stopped.

    Args:
        organisation: or user; with `apply` and `plan` the plan's own.
        template: name, name@version or path; default the newest `hubtweets`, or the plan's.
        only: a pattern of names, such as `bot-*`.
        limit: look at so many repos at most.
        since: leave out repos last modified before that day (ISO).
        plan: written without `apply`; with it, exactly what this plan says is done.
        on_conflict: where people edited what has to change: leave the repo alone and go on (`skip`) or stop there, or
            let one side count in those places.
        ledger: default a file in the user's state folder.
        max_commits_per_hour: those of earlier runs with the same ledger count.
        seconds: how long it may take; it stops in time.
        report: a JSON file with every repo.

    Raises:
        UsageError: when it is not clear which repos are meant.
        PlanError: when `plan` is not one, or not one for this Hub, organisation and template.
        TemplateError: when there is no such template.
        LedgerError: when the ledger cannot be used.
        HubError: when the Hub cannot be asked at all.
    """
    given = read_head(plan) if plan is not None and apply else None
    if given is not None and plan is not None:
        organisation, template, on_conflict = _as_planned(given, plan, organisation, template, on_conflict)
        if only or limit or since:
            raise UsageError("A plan says which repos are meant.", hint="Leave out --only, --limit and --since.")
    if not organisation or "/" in organisation:
        raise UsageError("Which organisation's models?", hint="For example: hubtweets rerender huggingtweets")
    check_policy(on_conflict, OnConflict)
    if workers < 1 or (max_commits_per_hour or 1) < 1 or (limit or 1) < 1:
        raise UsageError("Workers, commits in an hour and repos are counted from 1.")
    cards = Cards(template or "hubtweets", on_conflict)
    with ExitStack() as open_:
        client = open_.enter_context(connect(hub))
        where = lasting_name(hub, client)
        if given is not None and plan is not None and given.hub != where:
            raise PlanError(f"{plan} is a plan for {given.hub}, not for {where}.", path=plan)
        kept = Ledger(ledger or default_ledger())
        open_.callback(kept.close)
        head = Head(
            plan=VERSION, hub=where, organisation=organisation, template=cards.template, on_conflict=on_conflict
        )
        notes = Notes()
        plan_writer = open_.enter_context(PlanKeeper(plan, head)) if plan is not None and not apply else None
        report_writer = open_.enter_context(ReportWriter(report, head)) if report is not None else None
        settings = Settings(
            message=f"Re-render the model card with {cards.template}",
            apply=apply,
            pull_requests=pull_requests,
            stop_on_conflict=on_conflict == "stop",
            workers=workers,
            max_commits_per_hour=max_commits_per_hour,
            seconds=seconds,
        )
        writers = [writer for writer in (plan_writer, report_writer) if writer is not None]
        seeing: list[Watcher] = [notes, *writers, *watchers]
        batch = Batch(client, cards, kept, hub=where, settings=settings, watchers=seeing)
        if given is not None and plan is not None:
            totals = batch.over_plan(plan)
        else:
            totals = batch.over_organisation(organisation, Selection(only=only, since=since, limit=limit))
        result = Result(
            hub=where,
            organisation=organisation,
            template=cards.template,
            applied=apply,
            totals=totals,
            notable=tuple(notes.notable),
            samples=notes.samples(),
        )
        if plan_writer is not None:
            plan_writer.finish()
        if report_writer is not None:
            report_writer.finish(result)
    return result


def default_ledger() -> Path:
    """Where the ledger is, unless said otherwise."""
    import platformdirs

    return platformdirs.user_state_path("hubtweets") / "rerender.sqlite3"


class Books(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds, summed up, and the newest repos that failed or were being committed when work ended."""

    path: str
    tallies: list[Tally]
    unfinished: list[Row]


def books(ledger: Path | None = None) -> Books:
    """What a ledger holds.

    Raises:
        LedgerError: when it cannot be read.
    """
    path = ledger or default_ledger()
    if not path.exists():
        return Books(path=str(path), tallies=[], unfinished=[])
    open_ledger = Ledger(path)
    try:
        return Books(path=str(path), tallies=open_ledger.tallies(), unfinished=open_ledger.unfinished(20))
    finally:
        open_ledger.close()


def _as_planned(
    given: Head, path: Path, organisation: str | None, template: str | None, on_conflict: OnConflict
) -> tuple[str, str, OnConflict]:
    """The plan's own organisation, template and policy, when what was asked for does not contradict them."""
    wanted = None if template is None else str(templates.find(template))
    for asked, planned, what in (
        (organisation, given.organisation, "organisation"),
        (wanted, given.template, "template"),
        (None if on_conflict == "skip" else on_conflict, given.on_conflict, "--on-conflict"),
    ):
        if asked is not None and asked != planned:
            raise PlanError(
                f"{path} was made for the {what} {planned}, not {asked}.",
                path=path,
                hint="Leave it out, or make a plan anew.",
            )
    return given.organisation, template or given.template, given.on_conflict  # type: ignore[return-value]


class Cards:
    """What a batch needs to know of cards: the value behind `hubtweets.publishing.target.Judge`.

    Raises:
        TemplateError: when there is no such template.
    """

    def __init__(self, template: str, on_conflict: OnConflict) -> None:
        self._template = templates.find(template)
        templates.compiled(self._template)
        self.template = str(self._template)
        self._policy: card.Policy = "stop" if on_conflict == "skip" else on_conflict
        self.version = f"{hubtweets.__version__} {self._policy}"
        self._path = str(self._template.folder / f"{self._template.version}.md.j2")

    def from_listing(self, repo: Listed) -> Decision | None:
        """See `Judge.from_listing`."""
        update = card.update_from_listing(msgspec.json.decode(repo.card_data), repo.tags, repo.id, self.template)
        return None if update is None else _decision(update)

    def from_card(self, repo_id: str, text: str) -> Decision:
        """See `Judge.from_card`.

        Raises:
            CardError: when the new card has a fault that `card check` calls an error, and that the old one had not.
        """
        return _decision(card.update(text, None, self._path, self._policy, repo_id=repo_id))


def _decision(update: card.CardUpdate) -> Decision:
    if update.kind == "create":  # not of cards that are there
        raise AssertionError(update)
    return Decision(
        kind="not ours" if update.kind == "foreign" else update.kind,
        why=update.reason if update.kind != "foreign" else None,
        text=update.text,
        conflicts=tuple(conflict._asdict() for conflict in update.conflicts),
    )
