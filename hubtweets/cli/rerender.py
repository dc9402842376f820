"""`hubtweets rerender`: a whole organisation's cards."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import completion, options

# ruff: noqa: UP045  (typer reads the signature at run time)

if TYPE_CHECKING:
    from hubtweets.publishing.config import PublishConfig
    from hubtweets.publishing.report import Result


@options.configured(options.CARD, options.HUB, options.PACE, options.OUTPUT)
def command(
    config: PublishConfig,
    organisation: Annotated[
        Optional[str],
        typer.Argument(
            metavar="ORG",
            help="The organisation or user whose models are meant.",
            autocompletion=completion.namespaces,
        ),
    ] = None,
    only: Annotated[
        Optional[str], typer.Option(metavar="GLOB", help="Only repos whose name fits, such as 'bot-*'.")
    ] = None,
    limit: Annotated[Optional[int], typer.Option(help="Look at so many repos at most, the newest first.")] = None,
    since: Annotated[
        Optional[datetime],
        typer.Option(
            parser=options.day, metavar="YYYY-MM-DD", help="Only repos that were last modified on that day or later."
        ),
    ] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Commit; without it nothing on the Hub changes.", rich_help_panel="Output")
    ] = False,
    status: Annotated[
        bool,
        typer.Option(
            "--status",
            help="Show what was done, what is pending and which pull requests are open; do nothing.",
            rich_help_panel="Output",
        ),
    ] = False,
    edit: Annotated[
        Optional[str],
        typer.Option(
            metavar="REPO",
            autocompletion=completion.repo_ids,
            help="Settle this repo's conflict in $EDITOR, with both sides before you, and commit what you decide.",
            rich_help_panel="Card",
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="A line for every repo.", rich_help_panel="Output")
    ] = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Render an organisation's cards again; people's edits are kept.

    Without --apply it only says what would change. Stopped at any moment, the same command goes on from there.

    Example: hubtweets rerender huggingtweets --limit 20
    """
    from hubtweets.cli import output, runs
    from hubtweets.publishing import proposals
    from hubtweets.publishing.rerender import rerender

    if status:
        progress = output.progress(quiet=quiet)
        told = proposals.summary(config.ledger, send_token=config.token_for_this_hub, progress=progress)
        runs.status(told, as_json=as_json)
        return
    if edit is not None:
        _edit(edit, config, as_json=as_json, quiet=quiet)
        return
    day = since.date() if since else None
    with runs.watched(quiet=quiet or as_json, verbose=verbose) as observer:
        result = rerender(
            organisation, only=only, limit=limit, since=day, apply=apply, config=config, observers=[observer]
        )
    chosen = {"--only": only, "--limit": limit, "--since": day}
    runs.conclude(
        result,
        config.plan,
        _again(result, config, chosen),
        as_json=as_json,
        quiet=quiet,
        settles=lambda repo_id: _with_options(["hubtweets", "rerender", "--edit", repo_id], config),
    )


def _edit(repo_id: str, config: PublishConfig, *, as_json: bool, quiet: bool) -> None:
    import msgspec

    from hubtweets.cli import output
    from hubtweets.publishing.editing import settle

    commit = settle(repo_id, _in_editor, config)
    if as_json:
        output.print_json(None if commit is None else msgspec.to_builtins(commit))
    elif not quiet:
        told = f"{repo_id}: nothing to settle, or left as it was" if commit is None else f"{repo_id}: {commit.url}"
        output.stdout().print(told, markup=False)


def _in_editor(text: str) -> str:
    """What a person makes of a text in their editor.

    Raises:
        UsageError: when there is no editor, or it fails.
        CardReadError: when it did not leave UTF-8.
    """
    import os
    import subprocess
    import tempfile
    from pathlib import Path

    from hubtweets.cli import cards
    from hubtweets.errors import UsageError

    try:
        editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    except ValueError as error:  # a quote without its other half
        raise UsageError(f"What VISUAL or EDITOR says is no command: {error}.", hint="export EDITOR=nano") from None
    if not editor:
        raise UsageError("No editor is named.", hint="Name one, such as: export EDITOR=nano")
    with tempfile.TemporaryDirectory(prefix="hubtweets-") as folder:
        path = Path(folder) / "README.md"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            code = subprocess.run([*editor, str(path)], check=False).returncode  # noqa: S603  (the user's own editor)
        except OSError as error:
            raise UsageError(f"{editor[0]} cannot be started: {error.strerror}.", hint="Name another: EDITOR") from None
        if code:
            raise UsageError(
                f"{editor[0]} ended with {code}; nothing was committed.", hint="Run the same command again."
            )
        return cards.only(str(path), None).text


def _with_options(words: list[str], config: PublishConfig) -> str:
    """A command line for the same Hub and template."""
    for option, value in {"--hub": config.hub, "--template": config.template}.items():
        words += [option, str(value)] if value is not None else []
    for folder in config.templates:
        words += ["--templates", str(folder)]
    return shlex.join(words)


def _again(result: Result, config: PublishConfig, chosen: Mapping[str, object]) -> str:
    """The command that does what was planned: on the same Hub, with the same choices."""
    words = ["hubtweets", "rerender"]
    given: dict[str, object] = {"--hub": config.hub, "--template": config.template}
    if config.plan is not None:  # the plan knows the rest
        given["--apply-plan"] = config.plan
    else:
        words.append(result.scope)
        given |= {**chosen, "--on-conflict": config.on_conflict}
    for option, value in {**given, "--ledger": config.ledger}.items():
        if value is not None:
            words += [option, str(value)]
    for folder in config.templates:
        words += ["--templates", str(folder)]
    words += [flag for flag, on in (("--pr", config.pull_request), ("--apply", config.plan is None)) if on]
    return shlex.join(words)
