"""`hubtweets push`: publish a model that a Trainer made elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from hubtweets.cli import options, output


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The Trainer's output_dir.")],
    repo_id: Annotated[str, typer.Option(metavar="NAMESPACE/NAME", help="The repo to publish to.")],
    private: options.Private = False,
    base_model: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="ID", help="What it was fine-tuned from; default what the folder says."),
    ] = None,
    template: options.Template = None,
    on_conflict: options.OnConflict = "stop",
    hub: options.Hub = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Publish a Trainer's output folder, with a card of the run.

    Model and card are one commit; the card states the facts that the folder has.
    """
    from hubtweets.cli import report
    from hubtweets.publishing.push import push

    published = push(
        folder,
        repo_id=repo_id,
        hub=hub,
        private=private,
        base_model=base_model,
        template=template,
        on_conflict=on_conflict,
        dry_run=dry_run,
        progress=output.progress(quiet=quiet),
    )
    report.published(published, hub, as_json=as_json, quiet=quiet)
