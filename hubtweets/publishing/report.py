"""What a batch leaves behind: its plan, a report of every repo as JSON, and a summary as Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from hubtweets.publishing.apply import Totals, Watcher
from hubtweets.publishing.plan import Atomic, Entry, Head, PlanWriter, digest, unified
from hubtweets.publishing.target import Change, Outcome

VERSION = 1

NOTABLE = 50
"""Repos that need a person and are kept to be shown; the report has all of them."""

SAMPLES = 3


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One batch: what it was for, and how it went. `notable` holds the first repos that need a person."""

    hub: str
    organisation: str
    template: str
    applied: bool
    totals: Totals
    notable: tuple[Outcome, ...] = ()
    samples: tuple[Change, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether something did not work, as opposed to being left alone on purpose."""
        return bool(self.totals.actions["failed"]) or self.totals.stopped in ("conflict", "failing")

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; of the repos only those that need a person, the first of them."""
        totals = self.totals
        return {
            "hub": self.hub,
            "organisation": self.organisation,
            "template": self.template,
            "applied": self.applied,
            "listed": totals.listed,
            "done": totals.done,
            "kinds": dict(totals.kinds),
            "actions": dict(totals.actions),
            "requests": totals.requests,
            "stopped": totals.stopped,
            "why": totals.why,
            "notable": [msgspec.to_builtins(one) for one in self.notable],
        }


def needs_a_person(outcome: Outcome) -> bool:
    """Whether nothing more will happen to a repo until somebody looks at it."""
    return outcome.action == "failed" or (outcome.action == "none" and outcome.kind in ("conflict", "unreadable"))


class Notes(Watcher):
    """Keeps the first few repos that need a person, and a few changes of different kinds."""

    def __init__(self) -> None:
        self.notable: list[Outcome] = []
        self._samples: dict[str, Change] = {}

    def outcome(self, outcome: Outcome, change: Change | None) -> None:
        """See `Watcher.outcome`."""
        if needs_a_person(outcome) and len(self.notable) < NOTABLE:
            self.notable.append(outcome)
        if change is not None and outcome.kind is not None and len(self._samples) < SAMPLES:
            self._samples.setdefault(outcome.kind, change)

    def samples(self) -> tuple[Change, ...]:
        """One change of each kind."""
        return tuple(self._samples.values())


class PlanKeeper(PlanWriter, Watcher):
    """Writes the plan of a batch as it goes."""

    def outcome(self, outcome: Outcome, change: Change | None) -> None:
        """See `Watcher.outcome`."""
        if outcome.kind is None:  # it failed; it is planned the next time
            return
        self.add(
            Entry(
                repo_id=outcome.repo_id,
                kind=outcome.kind,
                sha=outcome.sha,
                why=outcome.why,
                digest=digest(change.after) if change else None,
                diff=unified(change.before, change.after) if change else None,
                conflicts=outcome.conflicts,
            )
        )


class ReportWriter(Atomic, Watcher):
    """Writes a JSON document with every repo, one a line."""

    def __init__(self, path: Path, head: Head) -> None:
        super().__init__(path)
        self._head = head
        self._separator = b"\n"

    def begins(self, *_: Any) -> None:
        """See `Watcher.begins`."""
        head = msgspec.json.encode({"report": VERSION, **_without_plan(self._head)})
        self.write(head[:-1] + b',"repos":[')

    def outcome(self, outcome: Outcome, change: Change | None) -> None:
        """See `Watcher.outcome`."""
        self.write(self._separator + msgspec.json.encode(outcome))
        self._separator = b",\n"

    def finish(self, result: Result) -> None:
        """The last lines: the totals."""
        self.write(b'\n],"result":' + msgspec.json.encode(result.to_data()) + b"}\n")


def _without_plan(head: Head) -> dict[str, Any]:
    return {name: getattr(head, name) for name in head.__struct_fields__ if name != "plan"}


def markdown(result: Result) -> str:
    """A summary for the page of a CI job."""
    totals = result.totals
    lines = [f"## Model cards of {_plain(result.organisation)}: {result.template}", "", headline(result), ""]
    lines += ["| | Repos |", "| --- | ---: |"]
    lines += [f"| {kind} | {count:,} |" for kind, count in totals.kinds.items() if count]
    lines += [f"| **{action}** | {count:,} |" for action, count in totals.actions.items() if count and action != "none"]
    if result.notable:
        lines += ["", "### Needs a person", "", "| Repo | | Why |", "| --- | --- | --- |"]
        for one in result.notable:
            what = one.kind if one.action == "none" else one.action
            lines.append(f"| `{one.repo_id}` | {what} | {_plain(one.why or '')} |")
    return "\n".join(lines) + "\n"


def headline(result: Result) -> str:
    """The one sentence that says how it went."""
    totals = result.totals
    actions = totals.actions
    if result.applied:
        done = [f"{actions['changed']:,} changed"] if actions["changed"] or not actions["proposed"] else []
        done += [f"{actions['proposed']:,} in pull requests"] if actions["proposed"] else []
    else:
        done = [f"{actions['would change']:,} would change"]
    done += [f"{actions['failed']:,} failed"] if actions["failed"] else []
    text = f"{_count(totals.done, 'repo')} looked at with {_count(totals.requests, 'request')}: {', '.join(done)}."
    if totals.stopped is not None:
        why = {
            "interrupted": "it was interrupted",
            "time": "the time given is over",
            "conflict": "of a conflict",
            "failing": "the Hub fails at everything",
        }[totals.stopped]
        rest = f"; {'at least ' if totals.more else ''}{_count(totals.left, 'repo')} left" if totals.left else ""
        text += f" Stopped because {why}{rest}."
    return text


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _plain(text: str) -> str:
    """Text from a Hub in a cell of a table: nothing in it is markup."""
    flat = " ".join(text.split())
    return re.sub(r"([\\`*_{}\[\]()<>#+!|~&@:-])", r"\\\1", flat) if flat else ""
