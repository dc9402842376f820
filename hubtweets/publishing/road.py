"""The one road: targets that a verb made are planned, trained where they need it, and applied.

What a verb leaves to this: the Hub that is meant, ledger, plan, report, summary, pull requests, pace, and how it ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from importlib import metadata
from typing import NamedTuple

from hubtweets import card
from hubtweets._shared import disk
from hubtweets._shared.progress import SILENT, Progress
from hubtweets._shared.text import one_line
from hubtweets.hub.client import HubClient
from hubtweets.hub.clock import SYSTEM_CLOCK
from hubtweets.hub.pacing import Stop, Wait
from hubtweets.publishing.apply import Observer, Run
from hubtweets.publishing.commit import Committer, Done, Notebook
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.connect import Missing, connect, lasting_name, need_stored_token
from hubtweets.publishing.decide import Rules
from hubtweets.publishing.executors.choice import open_executor
from hubtweets.publishing.ledger import Ledger, default_ledger
from hubtweets.publishing.plan import Heading, Plan
from hubtweets.publishing.report import Notables, PlanObserver, ReportWriter, Result, markdown
from hubtweets.publishing.target import Outcome, Target


class Road(NamedTuple):
    """What a verb's targets are made with: the Hub, what the ledger knows of it, and the plan that is to be applied.

    `scope` is the organisation or repo that the run is for.
    """

    client: HubClient
    scope: str
    notebook: Notebook
    rules: Rules
    plan: Plan | None
    pull_request: bool


class _Waits:
    """Hands long waits on to the run, once there is one."""

    tell: Callable[[Wait], None] | None = None

    def __call__(self, wait: Wait) -> None:
        if self.tell is not None:
            self.tell(wait)


class _TellsWaits(Observer):
    """Tells of long waits where a verb has nothing else that shows them."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def waits(self, wait: Wait) -> None:
        """See `Observer.waits`."""
        self._progress.note(f"Waiting {wait.seconds:.0f} s for {one_line(wait.why)}")


Targets = Callable[[Road], Iterator[Sequence[Target | Outcome]]]
"""Makes the targets, in pages; an outcome stands for a repo that needs nothing any more."""


class Ended(NamedTuple):
    """How a run ended: the result, what became of the last target, and the error of the last one that failed.

    `endpoint` is the Hub's address while it ran.
    """

    result: Result
    last: Done | None
    error: Exception | None
    endpoint: str


def travel(
    verb: str,
    scope: str | Callable[[HubClient], str],
    template: str,
    targets: Targets,
    config: PublishConfig,
    *,
    apply: bool,
    policy: card.Policy,
    missing: Missing = "refuse",
    observers: Sequence[Observer] = (),
    progress: Progress = SILENT,
) -> Ended:
    """Take the targets of a verb down the road.

    Args:
        verb: the command's name.
        scope: the organisation or repo that it is for; a function where only the Hub can say.
        template: name@version that plan, report and ledger name.
        targets: makes the targets.
        config: how.
        apply: commit; else only plan.
        policy: what is done about conflicts.
        missing: what is done where there is no local Hub yet.

    Raises:
        PlanError: when the plan to be applied is not one, or not one for this.
        LedgerError: when the ledger cannot be used.
        HubError: when the Hub cannot be asked at all.
        OSError: when report or plan cannot be written.
    """
    with ExitStack() as open_:
        waits = _Waits()
        stop = Stop(config.time_limit, waits, SYSTEM_CLOCK)
        given = config.token_for_this_hub
        client = open_.enter_context(connect(config.hub, missing=missing, stop=stop, send_token=given))
        if apply:
            client.need_token()
            if config.pull_request:
                need_stored_token(client, "Opening pull requests")
        hub = lasting_name(config.hub, client)
        name = scope if isinstance(scope, str) else scope(client)
        plan = Plan(config.apply_plan) if config.apply_plan is not None else None
        ledger = Ledger(config.ledger or default_ledger(), stop=stop)
        open_.callback(ledger.close)
        client.commit_budget = ledger.quota(hub, config.max_commits_per_hour)
        version = f"{metadata.version('hubtweets')} {policy if policy.startswith('keep') else 'stop'}"
        notebook = Notebook(ledger, hub, template, version)
        rules = Rules(policy, config.templates)
        heading = Heading(verb=verb, hub=hub, scope=name, template=template, on_conflict=policy)
        if plan is not None:
            plan.check(heading)
        notables = Notables()
        shown = any(type(one).waits is not Observer.waits for one in observers)
        waits_told = [] if shown else [_TellsWaits(progress)]
        plan_file = open_.enter_context(PlanObserver(config.plan, heading)) if config.plan is not None else None
        report = open_.enter_context(ReportWriter(config.report, heading)) if config.report is not None else None
        run = Run(
            client,
            Committer(client, notebook, rules, apply=apply, pull_request=config.pull_request, progress=progress),
            open_executor(
                config if apply else PublishConfig(),  # a plan trains nothing
                token=client.token,
                progress=progress,
            ),
            workers=config.workers,
            stop_on_conflict=policy == "stop",
            late=ledger.failed(hub, template),
            observers=[one for one in (notables, plan_file, report, *waits_told, *observers) if one is not None],
        )
        waits.tell = run.waits
        totals = run.over(targets(Road(client, name, notebook, rules, plan, config.pull_request)))
        result = Result(
            verb=verb,
            hub=hub,
            scope=name,
            template=template,
            applied=apply,
            totals=totals,
            from_plan=plan is not None,
            notable=tuple(notables.notable),
            unshown=notables.unshown,
            changed=tuple(notables.changed),
            samples=notables.samples(),
        )
        all_failed = totals.done > 0 and totals.done == totals.actions["failed"]
        if plan_file is not None and totals.stopped is None and not all_failed:
            plan_file.finish()
        if report is not None and (apply or totals.stopped != "interrupted"):
            report.conclude(result)
    if config.summary is not None:
        disk.append(config.summary, markdown(result))
    return Ended(result, run.last, run.error, client.endpoint)
