"""What the card commands show on a terminal: facts, findings, differences."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

import typer

from hubtweets._shared.text import spelled_out
from hubtweets.cli import output

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from hubtweets.card import CardUpdate, Finding, ReadResult

_COLOURS = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_CONTEXT = 3
"""Lines that did not change shown around those that did."""


def _text(text: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(spelled_out(text), style=style)


def facts(name: str, result: ReadResult) -> None:
    """What a card says, as a small table."""
    output.stdout().print(_text(name, style="bold"))
    if result.foreign:
        output.stdout().print(_text("not a card of huggingtweets or hubtweets"))
        return
    rows = [("generation", _text(result.generation or "not known"))]
    if record := result.record:
        rows.append(("repo", _text(record.repo_id)))
        for account in record.accounts:
            counts = account.counts
            numbers = f"{counts.kept:,} kept of {counts.downloaded:,}" if counts else "no counts"
            handle = f" @{account.handle}" if account.handle else ""
            rows.append(("account", _text(f"{account.name}{handle}, {numbers}")))
        if record.handles:
            rows.append(("handles", _text(" ".join(f"@{handle}" for handle in record.handles))))
    rows += [("edited", _text(edit.place)) for edit in result.edits]
    rows += [("not understood", _text(f"{note.place}: {note.detail}")) for note in result.not_understood]
    rows.append(("gives the card back", _text("yes" if result.exact else "no")))
    output.facts(rows)


def finding(name: str, finding: Finding, *, github: bool, to_stderr: bool) -> None:
    """One fault, for people or as an annotation of GitHub Actions."""
    from rich.text import Text

    if github:  # https://docs.github.com/actions/reference/workflow-commands-for-github-actions
        level = "notice" if finding.severity == "note" else finding.severity
        place = f"file={_escaped(name)},line={finding.line},col={finding.column},title={finding.rule}"
        typer.echo(spelled_out(f"::{level} {place}::{_escaped(f'{finding.message} {finding.hint}', message=True)}"))
        return
    text = Text.assemble(
        (spelled_out(f"{name}:{finding.line}:{finding.column} "), "bold"),
        (finding.severity, _COLOURS[finding.severity]),
        spelled_out(f" {finding.message} [{finding.rule}]"),
        (f"\n    {finding.hint}{' --fix does it.' if finding.fix else ''}", "dim"),
    )
    (output.stderr() if to_stderr else output.stdout()).print(text)


def _escaped(text: str, *, message: bool = False) -> str:
    for character in "%\r\n" if message else "%\r\n:,":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def unified(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, each with its end."""
    from hubtweets.card import differing

    return differing.unified(before, after, name, f"{name} (rendered again)", _CONTEXT)


def difference(name: str, before: str, result: CardUpdate, *, side_by_side: bool) -> None:
    """What a card would become, and what of it could not be settled."""
    from hubtweets.card import differing

    console = output.stdout()
    after = before if result.text is None else result.text
    if result.kind == "identical":
        output.stderr().print(f"{name}: nothing would change", markup=False, style="dim")
    elif result.reason is not None:
        output.stderr().print(spelled_out(f"{name}: {result.kind}: {result.reason}"), markup=False)
    if after == before:
        pass
    elif side_by_side:
        console.print(_columns(name, before, after), soft_wrap=False)
    else:
        for line in unified(name, before, after):
            console.print(_text(line.rstrip("\n"), style=_style(line)))
    for found in result.conflicts:
        conflict(found.place, differing.line_of(before, found.theirs), found.theirs, found.ours)


def conflict(place: str, line: int | None, theirs: str | None, ours: str | None, most: int | None = None) -> None:
    """One place that people and a template both changed, with both sides; of each at most so many lines."""
    console = output.stdout()
    at = f"line {line}, " if line is not None else ""
    console.print(_text(f"conflict: {at}{place}", style="bold red"))
    for title, text in (("theirs", theirs), ("ours", ours)):
        console.print(_text(f"  {title}:", style="bold"))
        lines = (text if text is not None else "(not there)").splitlines()
        for one in lines[:most]:
            console.print(_text(f"    {one}"))
        if most is not None and len(lines) > most:
            console.print(_text(f"    … {len(lines) - most} more lines", style="dim"))


def _style(line: str) -> str:
    if line.startswith(("+++", "---")):
        return "bold"
    return {"+": "green", "-": "red", "@": "cyan"}.get(line[:1], "")


def _columns(name: str, before: str, after: str) -> Table:
    """Two columns with a mark between them where they differ, as `diff --side-by-side` has: a pipe shows no colour."""
    from rich.table import Column, Table

    from hubtweets.card import differing

    left, right = (Column(header=_text(title), ratio=1, overflow="fold") for title in (name, "rendered again"))
    table = Table(left, Column(width=1), right, expand=True, box=None, header_style="bold")
    was, now = before.splitlines(), after.splitlines()
    for number, group in enumerate(differing.hunks(was, now, _CONTEXT)):
        if number:
            table.add_row("…", "", "…")
        for tag, start, end, first, last in group:
            for old, new in zip_longest(was[start:end], now[first:last]):
                mark = "" if tag == "equal" else "<" if new is None else ">" if old is None else "|"
                table.add_row(_text(old or "", "red" if mark else ""), mark, _text(new or "", "green" if mark else ""))
    return table
