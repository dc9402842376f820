"""`hubtweets push`: publish a model that a Trainer made elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import completion, options, output

if TYPE_CHECKING:
    from hubtweets.publishing.config import PublishConfig

_REPO = {name: flag for name, flag in options.REPO.items() if name == "private"}


@options.configured(options.CARD, options.STATED, _REPO, options.HUB, options.OUTPUT)
def command(
    config: PublishConfig,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The Trainer's output_dir.")],
    repo_id: Annotated[
        str,
        typer.Option(
            metavar="NAMESPACE/NAME",
            help="The repo to publish to.",
            rich_help_panel="Hub",
            autocompletion=completion.repo_ids,
        ),
    ],
    base_model: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            metavar="ID", help="What it was fine-tuned from; default what the folder says.", rich_help_panel="Card"
        ),
    ] = None,
    include: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="PATTERN", help="Files that go up too, such as '*.py'.", rich_help_panel="Hub"),
    ] = None,
    exclude: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="PATTERN", help="Files that stay.", rich_help_panel="Hub"),
    ] = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Publish a Trainer's output folder, with a card of the run.

    Model and card are one commit; the card states the facts that the folder has. --dry-run lists the files that go up,
    and what stays and why.

    Example: hubtweets push out/ --repo-id me/bot
    """
    from hubtweets.cli import report
    from hubtweets.publishing.push import push

    options.ask_before_a_hub_is_made(config, quiet=quiet)
    published = push(
        folder,
        config=config,
        progress=output.progress(quiet=quiet),
        repo_id=repo_id,
        base_model=base_model,
        include=include or (),
        exclude=exclude or (),
    )
    report.published(published, as_json=as_json, quiet=quiet)
