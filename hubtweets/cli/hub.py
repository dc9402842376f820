"""`hubtweets hub`: serve a local Hub until it is stopped."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import Annotated

import typer

from hubtweets.cli import options, output


def command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the repos are kept; made when missing.")],
    port: Annotated[int, typer.Option(help="The port to listen on; 0 takes a free one.")] = 0,
    host: Annotated[str, typer.Option(help="Where to listen; beyond loopback every request needs a token.")] = (
        "127.0.0.1"
    ),
    as_json: options.Json = False,
) -> None:
    """Serve a local Hub: the API that huggingface_hub, hf, transformers, datasets and git use."""
    from hubtweets.localhub import LocalHub

    stopped = threading.Event()
    with LocalHub(folder, host=host, port=port) as hub:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: stopped.set())
        told = {
            "endpoint": hub.endpoint,
            "folder": str(hub.folder),
            "user": hub.user,
            "token": hub.token,
            "read_token": hub.read_token,
            "environment": hub.environment,
        }
        if as_json:
            output.print_json(told)
        else:
            lines = [f"Local Hub of {hub.user} in {hub.folder}", f"  {hub.endpoint}", ""]
            lines += [f"export {name}={value}" for name, value in hub.environment.items()]
            lines += ["", f"A token that may only read: {hub.read_token}", "Stop with Ctrl-C."]
            typer.echo("\n".join(lines))
        while not stopped.wait(3600):
            pass
