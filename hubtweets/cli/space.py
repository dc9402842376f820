"""`hubtweets space`: a demo in which people write with the published models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import options, output

# ruff: noqa: UP045  (typer reads the signature at run time)

if TYPE_CHECKING:
    from hubtweets._shared.progress import Progress
    from hubtweets.publishing.config import PublishConfig
    from hubtweets.publishing.space import PublishedSpace

_ON_CONFLICT = {
    "on_conflict": options.CARD["on_conflict"],
    "private": options.REPO["private"],
}


@options.configured(_ON_CONFLICT, options.HUB, options.OUTPUT)
def command(
    config: PublishConfig,
    name: Annotated[Optional[str], typer.Argument(metavar="[NAMESPACE/]NAME", help="What the Space is called.")] = None,
    org: Annotated[
        Optional[str],
        typer.Option(help="Whose models it offers; default huggingtweets where your token may write there, else you."),
    ] = None,
    local: Annotated[bool, typer.Option("--local", help="Run it on this machine instead; make nothing.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="With --local: the port; 0 takes a free one.")] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="With --local: open the page in the browser.")
    ] = True,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Make a Gradio Space in which people choose a published model and let it write; or bring it up to date.

    It shows the bot notice, whether the model's people agreed, and where to ask for its removal. Files of the Space
    that people changed stay as they are.

    Example: hubtweets space demo --org huggingtweets
    """
    import msgspec

    from hubtweets.errors import UsageError
    from hubtweets.publishing.space import publish_space

    config = msgspec.structs.replace(config, namespace=org) if org is not None else config
    progress = output.progress(quiet=quiet or as_json)
    if local:
        _run(config, port, browser, progress)
        return
    if name is None:
        raise UsageError("What is the Space called?", hint="For example: hubtweets space demo --org huggingtweets")
    _told(publish_space(name, config=config, progress=progress), hub=config.hub, as_json=as_json, quiet=quiet)


def _run(config: PublishConfig, port: int, browser: bool, progress: Progress) -> None:
    """The app on this machine, until Ctrl-C or SIGTERM."""
    import webbrowser

    from hubtweets.publishing.space import run_here

    def say(address: str) -> None:
        typer.echo(f"{address} (stop with Ctrl-C)")
        if browser:
            webbrowser.open(address)

    run_here(config, port=port, say=say, progress=progress)


def _told(space: PublishedSpace, *, hub: str | None, as_json: bool, quiet: bool) -> None:
    """Print what became of the Space."""
    from rich.text import Text

    from hubtweets._shared.text import spelled_out_line
    from hubtweets.hub.tokens import LOCAL

    if as_json:
        output.print_json(space.to_data())
    elif not quiet:
        title = {"planned": "Would be made or brought up to date", "changed": "Published", "proposed": "Proposed"}
        heading = title.get(space.action, "Nothing changed" if space.kind == "identical" else "Left alone")
        output.stdout().print(Text(heading, "bold green" if space.changed else "bold"))
        folder = hub.removeprefix(LOCAL) if hub and hub.startswith(LOCAL) else None
        address = f"{space.repo_id} on the local Hub in {folder}" if folder else space.url
        rows: list[tuple[str, str | Text]] = [("space", space.repo_id), ("address", address), ("models", space.models)]
        rows += [("commit", space.commit)] if space.commit else []
        rows += [("pull request", f"{space.url}/discussions/{space.pull_request}")] if space.pull_request else []
        rows += [("reason", spelled_out_line(space.reason))] if space.reason else []
        output.facts(rows)
