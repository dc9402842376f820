"""`hubtweets refresh`: the models of a configuration, brought up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import options

# ruff: noqa: UP045  (typer reads the signature at run time)

if TYPE_CHECKING:
    from hubtweets.publishing.config import PublishConfig


@options.configured(options.HUB, options.PACE, options.ENGINE, options.OUTPUT)
def command(
    config: PublishConfig,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The configuration; env:NAME reads it from a variable.")
    ] = Path("hubtweets.toml"),
    only: Annotated[Optional[str], typer.Option(metavar="GLOB", help="Only models whose name fits.")] = None,
    max_cost: Annotated[
        Optional[float],
        typer.Option(metavar="DOLLARS", min=0, help="What reading all posts may cost.", rich_help_panel="Posts"),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="A line for every model.", rich_help_panel="Output")
    ] = False,
    as_json: options.JsonLines = False,
    quiet: options.Quiet = False,
) -> None:
    """Train and publish the configured models that have enough new posts; render the cards of the others again.

    Run again at any time, it does what is left. One model's failure is its own.

    Example: hubtweets refresh --dry-run
    """
    from hubtweets.cli import output, runs
    from hubtweets.publishing.refresh import refresh

    with runs.watched(quiet=quiet, verbose=verbose, as_json=as_json) as observer:
        result = refresh(
            file,
            only=only,
            max_cost=max_cost,
            config=config,
            observers=[observer],
            progress=output.progress(quiet=quiet or as_json),
        )
    runs.conclude(result, config.plan, "hubtweets refresh", as_json=as_json, quiet=quiet)
