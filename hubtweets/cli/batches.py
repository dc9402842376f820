"""What `hubtweets rerender` shows: a live display on a terminal, a line a repo elsewhere, and how it ended."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from hubtweets._text import spelled_out
from hubtweets.cli import output
from hubtweets.hub.pacing import Budget, Wait
from hubtweets.publishing.apply import Totals, Watcher
from hubtweets.publishing.report import Result, headline
from hubtweets.publishing.target import Change, Outcome

if TYPE_CHECKING:
    from typing import Self

    from rich.console import RenderableType

    from hubtweets.publishing.ledger import Tally
    from hubtweets.publishing.rerender import Books

_DIFF_LINES = 24
_ACTION_STYLES = {"changed": "green", "proposed": "green", "would change": "cyan", "failed": "bold red"}
_KINDS = {
    "identical": "as they should be",
    "update": "rendered again",
    "merge": "rendered again, people's edits kept",
    "conflict": "left alone: people's edits or facts would be lost",
    "unreadable": "facts that cannot be read",
    "not ours": "not made by huggingtweets or hubtweets",
    "retracted": "taken down; never written to",
    "gone": "no such repo any more",
}


@contextmanager
def watched(*, quiet: bool) -> Iterator[Watcher]:
    """Shows a batch while it runs. Being asked to end (SIGTERM) is like Ctrl-C: what is on its way is finished."""
    before = signal.getsignal(signal.SIGTERM)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if quiet:
            yield Watcher()
        elif not output.stderr().is_terminal:
            yield _Lines()
        else:
            with _Live() as live:
                yield live
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, before)


class _Lines(Watcher):
    """A line for each repo."""

    def outcome(self, outcome: Outcome, change: Change | None) -> None:
        """See `Watcher.outcome`."""
        did = outcome.action if outcome.action != "none" else outcome.kind
        kind = f" ({outcome.kind})" if outcome.action not in ("none", "failed") else ""
        at = f" {outcome.commit[:12]}" if outcome.commit else ""
        request = f" in pull request {outcome.pull_request}" if outcome.pull_request else ""
        why = f": {spelled_out(outcome.why)}" if outcome.why else ""
        output.stderr().print(f"{outcome.repo_id}: {did}{kind}{at}{request}{why}", markup=False)

    def waits(self, wait: Wait) -> None:
        """See `Watcher.waits`."""
        output.stderr().print(f"waiting {_clock(wait.seconds)} for {wait.why}", markup=False)


class _Live(Watcher):
    """Where the batch is, drawn four times a second; repos that failed scroll by above."""

    def __init__(self) -> None:
        from rich.live import Live

        self._totals: Totals | None = None
        self._budgets: Callable[[], list[Budget]] = list
        self._wait: Wait | None = None
        self._live = Live(get_renderable=self._draw, console=output.stderr(), refresh_per_second=4, transient=True)

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._live.stop()

    def begins(self, totals: Totals, budgets: Callable[[], list[Budget]]) -> None:
        """See `Watcher.begins`."""
        self._totals, self._budgets = totals, budgets

    def outcome(self, outcome: Outcome, change: Change | None) -> None:
        """See `Watcher.outcome`."""
        if outcome.action == "failed":
            text = f"{outcome.repo_id}: failed: {spelled_out(outcome.why or '')}"
            self._live.console.print(text, style="red", markup=False)

    def waits(self, wait: Wait) -> None:
        """See `Watcher.waits`."""
        self._wait = wait

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
            lines.append(f"waiting {_clock(waiting.seconds)} for {waiting.why}; Ctrl-C stops, and the next run goes on")
        return Group(bar, *(Text(line, "dim") for line in lines if line))


def _time_left(totals: Totals, seconds: float) -> str:
    if not totals.done:
        return ""
    told = _clock(seconds / totals.done * totals.left)
    return f"at least {told} left" if totals.more else f"{told} left"


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02}:{whole % 60:02}"


def result(ended: Result, plan: Path | None, again: str) -> None:
    """Print how a batch ended: a table, a few differences, what needs a person, and what to do next."""
    from rich.table import Table
    from rich.text import Text

    console = output.stdout()
    totals = ended.totals
    table = Table(box=None, pad_edge=False)
    table.add_column(f"{ended.organisation} → {ended.template}", style="bold")
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
            what = one.kind if one.action == "none" else one.action
            console.print(Text(f"  {one.repo_id}: {what}: {spelled_out(one.why or '')}"))
    if totals.why:
        console.print(Text(f"\n{spelled_out(totals.why)}", "red"))
    console.print(Text(f"\n{headline(ended)}", "bold"))
    if told := _next(ended, plan, again):
        console.print(Text(told, "dim"))


def _next(ended: Result, plan: Path | None, again: str) -> str:
    if ended.totals.stopped == "interrupted":
        return ""  # said by the error
    if ended.totals.stopped is None and plan is not None and ended.applied and ended.totals.actions["failed"]:
        return f"A new plan has those that failed: hubtweets rerender {ended.organisation} --plan FILE"
    if ended.totals.stopped is not None or ended.totals.actions["failed"]:
        return "Run the same command again; it goes on where it stopped."
    if ended.totals.listed == 0:
        return f"{ended.organisation} has no such models here, or the token may not see them."
    if ended.applied or not ended.totals.actions["would change"]:
        if ended.notable:
            return "Each card above is for a person to look at."
        if ended.totals.actions["proposed"]:
            return "The pull requests wait for somebody to merge them."
        return f"Nothing is left to do in the {ended.totals.listed:,} that were looked at."
    if plan is not None:
        return f"Look at {plan}, then: {again}"
    return f"Nothing was changed. To do it: {again}"


def _print_diff(change: Change) -> None:
    from rich.text import Text

    from hubtweets.publishing.plan import unified

    console = output.stdout()
    console.print(Text(f"\n{change.repo_id}", "bold"))
    lines = unified(change.before, change.after).splitlines()
    for line in lines[2 : 2 + _DIFF_LINES]:
        style = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")
        console.print(Text("  " + spelled_out(line), style))
    if len(lines) > _DIFF_LINES + 2:
        console.print(Text(f"  … {len(lines) - _DIFF_LINES - 2} more lines", "dim"))


def status(books: Books, *, as_json: bool) -> None:
    """Print what a ledger holds."""
    import msgspec

    if as_json:
        output.print_json(msgspec.to_builtins(books))
        return
    from rich.table import Table
    from rich.text import Text

    console = output.stdout()
    if not books.tallies:
        console.print(Text(f"{books.path} is empty: no batch has run with it yet."))
        return
    console.print(Text(books.path, "dim"))
    groups: dict[tuple[str, str, str], list[Tally]] = {}
    for one in books.tallies:
        groups.setdefault((one.hub, one.organisation, one.template), []).append(one)
    for (hub, organisation, template), tallies in groups.items():
        last = time.strftime("%Y-%m-%d %H:%M", time.localtime(max(one.last for one in tallies)))
        console.print(Text.assemble((f"\n{organisation} → {template}", "bold"), (f" on {hub}, last at {last}", "dim")))
        table = Table(box=None, pad_edge=False, show_header=False)
        for one in tallies:
            commits = f"{one.commits:,} commits" if one.commits else ""
            table.add_row(Text(one.state), Text(one.kind or ""), f"{one.repos:,} repos", commits)
        output.table(table)
    for row in books.unfinished:
        why = f": {spelled_out(row.why)}" if row.why else ""
        console.print(Text(f"{row.repo_id}: {row.state}{why}", "red" if row.state == "failed" else "yellow"))
