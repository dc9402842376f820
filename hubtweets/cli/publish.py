"""`hubtweets publish`: the whole road."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import options, output

if TYPE_CHECKING:
    from hubtweets.publishing.config import PublishConfig


@options.configured(
    options.POSTS,
    options.training,
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
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Fine-tune a model on posts and publish it, or update its repo.

    Nothing is trained or committed where the repo has this very model already.

    Example: hubtweets publish --posts twitter.zip
    """
    from hubtweets.cli import report
    from hubtweets.errors import UsageError
    from hubtweets.publishing.publish import publish

    if handles and config.reading.rename:
        raise UsageError("--as names the accounts already.", hint="Leave out the HANDLE before it.")
    options.ask_before_a_hub_is_made(config, quiet=quiet)
    published = publish(handles or (), config=config, progress=output.progress(quiet=quiet))
    report.published(published, config.hub, as_json=as_json, quiet=quiet)
