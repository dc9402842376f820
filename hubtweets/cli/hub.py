"""`hubtweets hub`: serve a local Hub until it is stopped."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Annotated, Optional

import typer

from hubtweets._shared import ctrl_c
from hubtweets.cli import options, output


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the repos are kept; made when missing.")],
    port: Annotated[int, typer.Option(help="The port to listen on; 0 takes a free one.")] = 0,
    host: Annotated[
        str, typer.Option(help="Where to listen; beyond loopback every request needs a token.")
    ] = "127.0.0.1",
    seed_org: Annotated[
        Optional[str],  # noqa: UP045  (typer reads this at run time, on Python 3.10 too)
        typer.Option(metavar="FILE|N", help="Fill it first: N made-up models, or a JSONL file of records or cards."),
    ] = None,
    limit: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(metavar="BUCKET=N", help="Requests in a window for api, resolvers or pages; may be repeated."),
    ] = None,
    window: Annotated[float, typer.Option(help="Seconds of a rate limit's window.")] = 300,
    faults: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="What goes wrong on purpose: a JSON plan, as for PUT /_faults."),
    ] = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Serve a local Hub.

    It has the API that huggingface_hub, hf, transformers, datasets and git use.
    """
    from hubtweets.cli import seeding
    from hubtweets.localhub import LocalHub

    plan = seeding.plan(faults)
    repos, total = (None, None) if seed_org is None else seeding.repos(seed_org)
    stopped = threading.Event()
    with LocalHub(
        folder, host=host, port=port, limits=seeding.limits(limit or ()), window=window, faults=plan.faults,
        seed=plan.seed,
    ) as hub:  # fmt: skip
        told: dict[str, object] = {
            "endpoint": hub.endpoint,
            "folder": str(hub.folder),
            "user": hub.user,
            "token": hub.token,
            "read_token": hub.read_token,
            "environment": hub.environment,
        }
        if repos is not None:
            progress = output.RichProgress(quiet=quiet or as_json)
            with progress.task("Filling the local Hub", total=total, unit="repos") as task:
                told["seeded"] = hub.seed(repos, made=task.advance)
        for path, reason in hub.unreadable:
            output.RichProgress().warn(f"{path} cannot be read and is left out: {reason}")
        ctrl_c.handle(lambda *_: stopped.set())  # only now: filling it can be interrupted
        if as_json:
            output.print_json(told)
        else:
            lines = [f"Local Hub of {hub.user} in {hub.folder}", f"  {hub.endpoint}", ""]
            lines += [f"export {name}={value}" for name, value in hub.environment.items()]
            lines += ["", f"A token that may only read: {hub.read_token}", "Stop with Ctrl-C."]
            typer.echo("\n".join(lines))
        while not stopped.wait(3600):
            pass
