"""What a run leaves behind: its plan, a report of every repo as JSON, and a summary as Markdown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from hubtweets._shared.text import one_line
from hubtweets.publishing.apply import Observer, Totals
from hubtweets.publishing.plan import Heading, OpenFile, PlanWriter
from hubtweets.publishing.target import Change, Outcome, PlannedChange

VERSION = 2

NOTABLE = 50
"""Repos that need a person and are kept to be shown; the report has all of them."""

SAMPLES = 3

_LONGEST = 500
"""Characters of a reason in a summary."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """One run: what it was for, and how it went.

    `notable` holds the first repos that need a person, and `unshown` says how many there are besides; `changed` holds
    the first that have a commit or a pull request.
    """

    verb: str
    hub: str
    scope: str
    template: str
    applied: bool
    totals: Totals
    from_plan: bool = False
    notable: tuple[Outcome, ...] = ()
    unshown: int = 0
    changed: tuple[Outcome, ...] = ()
    samples: tuple[Change, ...] = ()

    def __repr__(self) -> str:
        did = (f", {count:,} {name}" for name, count in self.totals.actions.items() if count and name != "none")
        return f"<Result of {self.verb} {self.scope}: {self.totals.done:,} looked at{''.join(did)}>"

    @property
    def failed(self) -> bool:
        """Whether something did not work or was not come to, as opposed to being left alone on purpose."""
        return bool(self.totals.actions["failed"]) or self.totals.stopped is not None

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; of the repos only those that need a person, the first of them."""
        totals = self.totals
        return {
            "verb": self.verb,
            "hub": self.hub,
            "scope": self.scope,
            "template": self.template,
            "applied": self.applied,
            "listed": totals.listed,
            "done": totals.done,
            "left": totals.left,
            "kinds": dict(totals.kinds),
            "actions": dict(totals.actions),
            "requests": totals.requests,
            "stopped": totals.stopped,
            "reason": totals.reason,
            "notable": [msgspec.to_builtins(one) for one in self.notable],
        }


class Notables(Observer):
    """Keeps the first few repos that need a person or were changed, and a few changes of different kinds."""

    def __init__(self) -> None:
        self.notable: list[Outcome] = []
        self.unshown = 0
        self.changed: list[Outcome] = []
        self._samples: dict[str, Change] = {}

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """See `Observer.outcome`."""
        if outcome.needs_a_person and len(self.notable) < NOTABLE:
            self.notable.append(outcome)
        elif outcome.needs_a_person:
            self.unshown += 1
        if outcome.action in ("changed", "proposed") and len(self.changed) < NOTABLE:
            self.changed.append(outcome)
        if change is not None and outcome.kind is not None and len(self._samples) < SAMPLES:
            self._samples.setdefault(outcome.kind, change)

    def samples(self) -> tuple[Change, ...]:
        """One change of each kind."""
        return tuple(self._samples.values())


class PlanObserver(PlanWriter, Observer):
    """Writes the plan of a run as it goes."""

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """See `Observer.outcome`."""
        if plan is not None and outcome.action != "failed":  # what failed is planned the next time
            self.add(plan)


class ReportWriter(OpenFile, Observer):
    """Writes a JSON document with every repo, one a line."""

    def __init__(self, path: Path, heading: Heading) -> None:
        super().__init__(path)
        self._heading = heading
        self._separator = b"\n"

    def begins(self, *_: Any) -> None:
        """See `Observer.begins`."""
        heading = msgspec.json.encode({"report": VERSION, **msgspec.structs.asdict(self._heading)})
        self.write(heading[:-1] + b',"repos":[')

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """See `Observer.outcome`."""
        self.write(self._separator + msgspec.json.encode(outcome))
        self._separator = b",\n"

    def conclude(self, result: Result) -> None:
        """The last lines, with the totals; without them there is no report."""
        self.write(b'\n],"result":' + msgspec.json.encode(result.to_data()) + b"}\n")
        self.finish()


def markdown(result: Result) -> str:
    """A summary for the page of a CI job."""
    totals = result.totals
    title = f"{result.verb} {result.scope}: {result.template}"
    lines = [f"## {_plain(title)}", "", _plain(headline(result))]
    lines += ["", "| | Repos |", "| --- | ---: |"]
    lines += [f"| {kind} | {count:,} |" for kind, count in totals.kinds.items() if count]
    lines += [f"| **{action}** | {count:,} |" for action, count in totals.actions.items() if count and action != "none"]
    if totals.reason:
        lines += ["", _plain(totals.reason)]
    if result.changed:
        lines += ["", "### Changed", "", "| Repo | | Commit |", "| --- | --- | --- |"]
        for one in result.changed:
            request = f" in pull request {one.pull_request}" if one.pull_request else ""
            lines.append(f"| {_code(one.repo_id)} | {one.kind} | {_code((one.commit or '')[:12])}{request} |")
    if result.notable:
        lines += ["", "### Needs a person", "", "| Repo | | Reason |", "| --- | --- | --- |"]
        for one in result.notable:
            what = one.kind if one.action == "none" else one.action
            told = " ".join(_plain(text) for text in (one.reason, one.hint) if text)
            lines.append(f"| {_code(one.repo_id)} | {what} | {told} |")
        lines += ["", others(result)] if result.unshown else []
    return "\n".join(lines) + "\n"


def headline(result: Result) -> str:
    """The one sentence that says how it went."""
    totals = result.totals
    actions = totals.actions
    if result.applied:
        done = [f"{actions['changed']:,} changed"] if actions["changed"] or not actions["proposed"] else []
        done += [f"{actions['proposed']:,} in pull requests"] if actions["proposed"] else []
    else:
        done = [f"{actions['planned']:,} planned"]
    done += [f"{actions['failed']:,} failed"] if actions["failed"] else []
    text = f"{_count(totals.done, 'repo')} looked at with {_count(totals.requests, 'request')}: {', '.join(done)}."
    if totals.stopped is not None:
        why = {
            "interrupted": "it was interrupted",
            "time": "the time given is over",
            "conflict": "of a conflict",
            "failing": "going on makes no sense",
        }[totals.stopped]
        text += f" Stopped because {why}; left: {'at least ' if totals.more else ''}{totals.left:,}."
    return text


def others(result: Result) -> str:
    """The sentence that says how many repos that need a person are not shown."""
    return f"And {result.unshown:,} more; a report (--report FILE) has all of them."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _plain(text: str) -> str:
    """Text from a Hub on the page of a job: nothing in it is markup, a link, or the end of a cell."""
    flat = one_line(text)
    flat = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"
    return re.sub(r"[^\w\s.,;:/'%…-]|//|(?<=\w)[_.:](?=\w)|-{2,}|^[-_]", _entities, flat)


def _code(repo_id: str) -> str:
    return f"`{repo_id}`" if re.fullmatch(r"[\w./-]+", repo_id, re.ASCII) else _plain(repo_id)


def _entities(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])
