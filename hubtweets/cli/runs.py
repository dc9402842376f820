"""What verbs over many repos show: a live display on a terminal, lines elsewhere, and how it ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hubtweets._shared.text import spelled_out, spelled_out_line
from hubtweets.cli import drawing, output, trainings
from hubtweets.hub.pacing import Budget, Wait
from hubtweets.publishing.apply import Observer, Totals
from hubtweets.publishing.decide import unified
from hubtweets.publishing.report import Result, headline, others
from hubtweets.publishing.target import Change, Outcome, PlannedChange, Progression

if TYPE_CHECKING:
    from typing import Self

    from rich.console import RenderableType

    from hubtweets.publishing.ledger import LedgerSummary, Tally

_DIFF_LINES = 24
_CONFLICTS, _CONFLICT_LINES = 3, 6
_ACTION_STYLES = {"changed": "green", "proposed": "green", "planned": "cyan", "failed": "bold red"}
_KINDS = {
    "identical": "as they should be",
    "update": "rendered again",
    "merge": "rendered again, people's edits kept",
    "conflict": "left alone: people's edits or facts would be lost",
    "unreadable": "facts that cannot be read",
    "create": "made",
    "foreign": "not made by huggingtweets or hubtweets",
    "retracted": "taken down; never written to",
    "missing": "no such repo any more",
}

_STATES = {"planned": "pending", "sent": "sent, not known whether it came", "done": "done", "failed": "failed"}


@contextmanager
def watched(*, quiet: bool, verbose: bool = False, as_json: bool = False) -> Iterator[Observer]:
    """Shows a run while it goes on: the repos that matter, or with `verbose` every one; `as_json`, each new state."""
    if as_json:
        yield trainings.JsonLines()
    elif quiet:
        yield Observer()
    elif not output.stderr().is_terminal:
        from hubtweets.cli.bars import reported

        lines = _Lines(verbose=verbose)
        with reported(lines.now, output.stderr()):
            yield lines
    else:
        with _Live(verbose=verbose) as live:
            yield live


def _line(outcome: Outcome) -> str:
    """What became of a repo, as one line."""
    did = outcome.action if outcome.action != "none" else outcome.kind
    kind = f" ({outcome.kind})" if outcome.action not in ("none", "failed") else ""
    at = f" {outcome.commit[:12]}" if outcome.commit else ""
    request = f" in pull request {outcome.pull_request}" if outcome.pull_request else ""
    reason = f": {outcome.reason}" if outcome.reason else ""
    return spelled_out_line(f"{outcome.repo_id}: {did}{kind}{at}{request}{reason}")


class _Lines(Observer):
    """A line for each repo that matters."""

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._totals: Totals | None = None
        self._last: Progression | None = None

    def now(self) -> str:
        """Where the run is."""
        totals = self._totals
        if totals is None:
            return "Asking the Hub …"
        training = f"; {trainings.line(self._last)}" if self._last is not None else ""
        return f"{totals.done:,} of {totals.listed:,}{'+' if totals.more else ''} repos{training}"

    def begins(self, totals: Totals, budgets: Callable[[], list[Budget]]) -> None:
        """See `Observer.begins`."""
        self._totals = totals

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """See `Observer.outcome`."""
        if self._verbose or outcome.needs_a_person or outcome.action in ("changed", "proposed"):
            self._print(_line(outcome), failed=outcome.action == "failed")

    def comes_to(self, progression: Progression) -> None:
        """See `Observer.comes_to`."""
        self._last = progression if progression.state in ("waiting", "training", "uploading") else None
        if self._verbose and progression.state in ("training", "uploading") and not progression.step:
            self._print(f"{progression.repo_id}: {progression.state}", failed=False)

    def waits(self, wait: Wait) -> None:
        """See `Observer.waits`."""
        self._print(f"waiting {_clock(wait.seconds)} for {spelled_out_line(wait.why)}", failed=False)

    def _print(self, text: str, *, failed: bool) -> None:
        output.stderr().print(text, markup=False)


class _Live(_Lines):
    """Where the run is, drawn four times a second; repos that failed scroll by above."""

    def __init__(self, *, verbose: bool) -> None:
        super().__init__(verbose=verbose)
        from rich.live import Live

        self._budgets: Callable[[], list[Budget]] = list
        self._wait: Wait | None = None
        self._trainings = trainings.Table()
        self._live = Live(get_renderable=self._draw, console=output.stderr(), refresh_per_second=4, transient=True)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def begins(self, totals: Totals, budgets: Callable[[], list[Budget]]) -> None:
        """See `Observer.begins`."""
        super().begins(totals, budgets)
        self._budgets = budgets

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """See `Observer.outcome`."""
        if self._verbose or outcome.action == "failed":
            self._print(_line(outcome), failed=outcome.action == "failed")

    def waits(self, wait: Wait) -> None:
        """See `Observer.waits`."""
        self._wait = wait

    def comes_to(self, progression: Progression) -> None:
        """See `Observer.comes_to`."""
        self._trainings.comes_to(progression)

    def _print(self, text: str, *, failed: bool) -> None:
        self._live.console.print(text, style="red" if failed else None, markup=False)

    def _draw(self) -> RenderableType:
        from rich.console import Group
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        totals = self._totals
        if totals is None:
            return Text("Asking the Hub …", "dim")
        seconds = max(0.001, time.monotonic() - totals.started)
        waiting = self._wait if self._wait is not None and self._wait.seconds else None
        bar = Table.grid(padding=(0, 1))
        listed = f"{totals.listed:,}{'+' if totals.more else ''}"
        bar.add_row(
            ProgressBar(total=max(1, totals.listed), completed=totals.done, width=32),
            f"{totals.done:,} of {listed} repos",
            f"{totals.done / seconds:,.1f}/s",
            "" if waiting else _time_left(totals, seconds),
        )
        actions = totals.actions
        did = [f"{count:,} {action}" for action, count in actions.items() if action != "none" and count]
        left_alone = [
            f"{totals.kinds[kind]:,} {kind}" for kind in ("identical", "conflict", "unreadable") if totals.kinds[kind]
        ]
        budgets = [
            f"{one.bucket} {one.remaining:,}{f' of {one.limit:,}' if one.limit else ''} left for {one.seconds:.0f} s"
            for one in self._budgets()
        ]
        lines = [", ".join(did + left_alone), ", ".join([f"{totals.requests:,} requests", *budgets])]
        if waiting:
            lines.append(
                f"waiting {_clock(waiting.seconds)} for {spelled_out_line(waiting.why)}; Ctrl-C stops, "
                "and the next run goes on"
            )
        return Group(bar, *(Text(line, "dim") for line in lines if line), *self._trainings.drawn())


def _time_left(totals: Totals, seconds: float) -> str:
    if not totals.done:
        return ""
    told = _clock(seconds / totals.done * totals.left)
    return f"at least {told} left" if totals.more else f"{told} left"


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def conclude(
    result: Result,
    plan: Path | None,
    again: str,
    *,
    as_json: bool,
    quiet: bool,
    settles: Callable[[str], str] | None = None,
) -> None:
    """Print how a run ended, and end the command with its exit code.

    Args:
        plan: the file that the plan was written to.
        again: the command that does what was planned.
        settles: the command that settles a repo's conflict.

    Raises:
        Abort: when the run was interrupted.
        Exit: with 1, when something failed or was not come to.
    """
    if as_json:
        output.print_json(result.to_data())
    elif not quiet:
        _show(result, plan, again, settles)
    if result.totals.stopped == "interrupted":
        raise typer.Abort
    if result.failed:
        if as_json or quiet:
            output.stderr().print(f"error: {headline(result)}", markup=False)
        raise typer.Exit(1)


def _show(ended: Result, plan: Path | None, again: str, settles: Callable[[str], str] | None) -> None:
    """A table, a few differences, what needs a person, and what to do next."""
    from rich.table import Table
    from rich.text import Text

    console = output.stdout()
    totals = ended.totals
    table = Table(box=None, pad_edge=False)
    table.add_column(Text(spelled_out_line(f"{ended.scope} → {ended.template}")), style="bold")
    table.add_column("repos", justify="right")
    table.add_column("")
    for kind, count in totals.kinds.items():
        if count:
            table.add_row(Text(kind), f"{count:,}", Text(_KINDS[kind], "dim"))
    for action, count in totals.actions.items():
        if count and action != "none":
            table.add_row(Text(action, _ACTION_STYLES[action]), f"{count:,}", "")
    output.table(table)
    for sample in () if ended.applied else ended.samples:
        _print_diff(sample)
    if ended.notable:
        console.print(Text("\nNeeds a person:", "bold"))
        for one in ended.notable:
            console.print(Text(f"  {_line(one)}{f' {spelled_out_line(one.hint)}' if one.hint else ''}"))
            for conflict in one.conflicts[:_CONFLICTS] if one.kind == "conflict" else ():
                drawing.conflict(
                    conflict["place"], conflict.get("line"), conflict["theirs"], conflict["ours"], _CONFLICT_LINES
                )
            if one.kind == "conflict" and settles is not None:
                console.print(Text(f"  settle it: {settles(one.repo_id)}", "dim"))
        if ended.unshown:
            console.print(Text(f"  {others(ended)}", "dim"))
    if totals.reason:
        console.print(Text(f"\n{spelled_out_line(totals.reason)}", "red"))
    console.print(Text(f"\n{headline(ended)}", "bold"))
    if hint := _next(ended, plan, again):
        console.print(Text(hint, "dim"))


def _next(ended: Result, plan: Path | None, again: str) -> str:
    actions = ended.totals.actions
    if ended.totals.stopped == "interrupted":
        return ""  # said by the error
    if ended.totals.stopped is None and ended.from_plan and actions["failed"]:
        return f"A new plan has those that failed: hubtweets {ended.verb} {ended.scope} --plan FILE"
    if ended.totals.stopped is not None or (actions["failed"] and not actions["planned"]):
        return "Run the same command again; it goes on where it stopped."
    if ended.totals.listed == 0:
        return f"{ended.scope} has no such models here, or the token may not see them."
    if ended.applied or not actions["planned"]:
        if ended.notable:
            return "Each card above is for a person to look at."
        if actions["proposed"]:
            return "The pull requests wait for somebody to merge them."
        return f"Nothing is left to do ({ended.totals.listed:,} looked at)."
    if plan is not None:
        return f"Look at {plan}, then: {again}"
    return f"Nothing was changed. To do it: {again}"


def _print_diff(change: Change) -> None:
    from rich.text import Text

    console = output.stdout()
    console.print(Text(f"\n{spelled_out_line(change.repo_id)}", "bold"))
    lines = unified(change.before, change.after).splitlines()
    for line in lines[2 : 2 + _DIFF_LINES]:
        style = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")
        console.print(Text("  " + spelled_out(line), style))
    if len(lines) > _DIFF_LINES + 2:
        console.print(Text(f"  … {len(lines) - _DIFF_LINES - 2} more lines", "dim"))


def status(summary: LedgerSummary, *, as_json: bool) -> None:
    """Print what a ledger holds."""
    import msgspec

    if as_json:
        output.print_json(msgspec.to_builtins(summary))
        return
    from rich.table import Table
    from rich.text import Text

    console = output.stdout()
    if not summary.tallies:
        console.print(Text(f"{summary.path} is empty: nothing was done with it yet."))
        return
    console.print(Text(summary.path, "dim"))
    groups: dict[tuple[str, str, str], list[Tally]] = {}
    for one in summary.tallies:
        groups.setdefault((one.hub, one.namespace, one.template), []).append(one)
    for (hub, namespace, template), tallies in groups.items():
        last = time.strftime("%Y-%m-%d %H:%M", time.localtime(max(one.last for one in tallies)))
        console.print(
            Text.assemble(
                (f"\n{spelled_out_line(namespace)} → {template}", "bold"), (f" on {hub}, last at {last}", "dim")
            )
        )
        table = Table(box=None, pad_edge=False, show_header=False)
        for one in tallies:
            commits = f"{one.commits:,} commits" if one.commits else ""
            table.add_row(Text(_STATES[one.state]), Text(one.kind or ""), f"{one.repos:,} repos", commits)
        output.table(table)
    if summary.proposals:
        console.print(Text("\nPull requests that wait for somebody to merge them:", "bold"))
    for proposal in summary.proposals:
        is_open = "open or not, the Hub did not say" if proposal.status is None else proposal.status
        place = f"{proposal.repo_id}/discussions/{proposal.pull_request}"
        console.print(Text(spelled_out_line(f"  {proposal.hub}/{place}: {is_open}")))
    for row in summary.unfinished:
        reason = f": {row.reason}" if row.reason else ""
        line = spelled_out_line(f"{row.repo_id}: {row.state}{reason}")
        console.print(Text(line, "red" if row.state == "failed" else "yellow"))
