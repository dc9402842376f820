"""`hubtweets rerender`: a whole organisation's cards."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from hubtweets.cli import options, output
from hubtweets.errors import UsageError

_DURATION = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?")


def _seconds(text: str | None) -> float | None:
    """`5h`, `90m`, `1h30m` or `45s` in seconds."""
    if text is None:
        return None
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        raise typer.BadParameter(f"{text!r} is no time such as 5h, 90m or 1h30m.", param_hint="'--for'")
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return float(hours * 3600 + minutes * 60 + seconds)


def command(
    organisation: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="ORG", help="The organisation or user whose models are meant."),
    ] = None,
    template: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--template", "-t", metavar="NAME[@VERSION]|PATH", help="The template; default the newest hubtweets."
        ),
    ] = None,
    only: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="GLOB", help="Only repos whose name fits, such as 'bot-*'."),
    ] = None,
    limit: Annotated[Optional[int], typer.Option(help="Look at so many repos at most, the newest first.")] = None,  # noqa: UP045
    since: Annotated[
        Optional[datetime],  # noqa: UP045
        typer.Option(formats=["%Y-%m-%d"], help="Only repos that were last modified on that day or later."),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Commit; without it nothing on the Hub changes.")] = False,
    plan: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            metavar="FILE", help="Write the plan to FILE; with --apply, do exactly what the plan in FILE says."
        ),
    ] = None,
    pull_requests: Annotated[bool, typer.Option("--pr", help="Open a pull request instead of committing.")] = False,
    on_conflict: Annotated[
        Literal["stop", "keep-theirs", "keep-ours", "skip"],
        typer.Option(
            help="Where people edited what has to change: leave that repo alone and go on, or stop, or keep a side."
        ),
    ] = "skip",
    ledger: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="Where it is kept what was done; default a file of the user's."),
    ] = None,
    status: Annotated[bool, typer.Option("--status", help="Show what the ledger holds, and do nothing.")] = False,
    workers: Annotated[int, typer.Option(help="Repos that are worked on at the same time.")] = 8,
    max_commits_per_hour: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(help="Commit no more often than this; earlier runs count."),
    ] = None,
    time: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--for", metavar="TIME", help="Stop in time, such as 5h or 90m; the next run goes on."),
    ] = None,
    report: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="Write what became of every repo to FILE, as JSON."),
    ] = None,
    summary: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="Append a summary to FILE, as Markdown; for $GITHUB_STEP_SUMMARY."),
    ] = None,
    hub: options.Hub = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Render an organisation's cards again; people's edits are kept.

    Without --apply it only says what would change. Stopped at any moment, the same command goes on from there.
    """
    from hubtweets.cli import batches
    from hubtweets.publishing.report import headline, markdown
    from hubtweets.publishing.rerender import books, rerender

    if status:
        batches.status(books(ledger), as_json=as_json)
        return
    seconds = _seconds(time)
    for path in (plan, report, summary):
        if path is not None and not path.absolute().parent.is_dir():
            raise UsageError(f"There is no folder {path.parent} to write {path.name} in.", hint="Make it first.")
    with batches.watched(quiet=quiet or as_json) as watcher:
        result = rerender(
            organisation,
            hub=hub,
            template=template,
            only=only,
            limit=limit,
            since=since.date().isoformat() if since else None,
            apply=apply,
            plan=plan,
            pull_requests=pull_requests,
            on_conflict=on_conflict,
            ledger=ledger,
            workers=workers,
            max_commits_per_hour=max_commits_per_hour,
            seconds=seconds,
            report=report,
            watchers=[watcher],
        )
    if summary is not None:
        with summary.open("a", encoding="utf-8") as file:
            file.write(markdown(result))
    if as_json:
        output.print_json(result.to_data())
    elif not quiet:
        chosen = {
            "--hub": hub,
            "--template": template,
            "--only": only,
            "--limit": limit,
            "--since": since.date() if since else None,
            "--on-conflict": None if on_conflict == "skip" else on_conflict,
        }
        batches.result(result, plan, _again(result.organisation, plan, chosen, ledger, pull_requests))
    if result.totals.stopped == "interrupted":
        raise typer.Abort
    if result.failed:
        if as_json or quiet:
            output.stderr().print(f"error: {headline(result)}", markup=False)
        raise typer.Exit(1)


def _again(
    organisation: str, plan: Path | None, chosen: Mapping[str, object], ledger: Path | None, pull_requests: bool
) -> str:
    """The command that does what was planned: on the same Hub, with the same choices."""
    words = ["hubtweets", "rerender"]
    if plan is not None:  # the plan knows the rest
        chosen = {"--hub": chosen["--hub"], "--template": chosen["--template"], "--plan": plan}
    else:
        words.append(organisation)
    for option, value in {**chosen, "--ledger": ledger}.items():
        if value is not None:
            words += [option, str(value)]
    return shlex.join([*words, *(["--pr"] if pull_requests else []), "--apply"])
