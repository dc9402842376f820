"""`hubtweets track`: runs at trackers that are not part of a publish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hubtweets._shared.text import spelled_out_line
from hubtweets.cli import commands, options, output

app = commands.group("track", "Send tracked runs that were kept on this machine.")


@app.callback()
def _group() -> None:
    """Send tracked runs that were kept on this machine."""


@app.command("sync")
def sync(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that the publish named.")],
    hub: options.Hub = None,
    token_for_this_hub: options.TokenForThisHub = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Send kept runs to their tracker, and put their links on the model's card.

    Example: hubtweets track sync runs/3f2a
    """
    from hubtweets.publishing.tracking import sync_tracked
    from hubtweets.record import to_data

    tracked = sync_tracked(
        folder, hub=hub, token_for_this_hub=token_for_this_hub, progress=output.progress(quiet=quiet)
    )
    if as_json:
        output.print_json({"tracked": [to_data(run) for run in tracked]})
    else:
        for run in tracked:
            output.stdout().print(spelled_out_line(f"{run.role}: {run.url}"), markup=False)
