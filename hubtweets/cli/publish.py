"""`hubtweets publish`: the whole road."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import options, output

if TYPE_CHECKING:
    from hubtweets.publishing.config import PublishConfig


@options.configured(
    options.POSTS,
    options.training,
    options.ENGINE,
    options.GGUF,
    options.TRACKING,
    options.CARD,
    options.STATED,
    options.REPO,
    options.HUB,
    options.PACE,
    options.OUTPUT,
)
def command(
    config: PublishConfig,
    handles: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="HANDLE", help="The accounts, such as @joebiden; default whose posts the sources are."),
    ] = None,
    each: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="A list of accounts (CSV): a model for each line, as against one of all."),
    ] = None,
    as_json: Annotated[
        bool,
        typer.Option(
            "--json",
            help="JSON on stdout, and nothing else: one document; with --each, an object a line for each new state of "
            "a model, and the result at the end.",
            rich_help_panel="Output",
        ),
    ] = False,
    quiet: options.Quiet = False,
) -> None:
    """Fine-tune a model on posts and publish it, or update its repo.

    Nothing is trained or committed where the repo has this very model already.

    Example: hubtweets publish --posts twitter.zip
    """
    if each is not None:
        _publish_each(each, handles, config, as_json=as_json, quiet=quiet)
        return
    from hubtweets.cli import report
    from hubtweets.errors import UsageError
    from hubtweets.publishing.publish import publish

    if handles and config.reading.rename:
        raise UsageError("--as names the accounts already.", hint="Leave out the HANDLE before it.")
    options.ask_before_a_hub_is_made(config, quiet=quiet)
    published = publish(handles or (), config=config, progress=output.progress(quiet=quiet))
    report.published(published, as_json=as_json, quiet=quiet)


def _publish_each(each: Path, handles: list[str] | None, config: PublishConfig, *, as_json: bool, quiet: bool) -> None:
    from hubtweets.cli import runs
    from hubtweets.errors import UsageError
    from hubtweets.publishing.each import publish_each

    if handles:
        raise UsageError(
            "Either HANDLEs, for one model of all of them, or --each FILE.", hint="Put them into the list."
        )
    with runs.watched(quiet=quiet, as_json=as_json) as observer:
        progress = output.progress(quiet=quiet or as_json)
        result = publish_each(each, config=config, observers=[observer], progress=progress)
    runs.conclude(result, config.plan, "the same command without --dry-run or --plan", as_json=as_json, quiet=quiet)
