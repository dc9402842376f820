"""`hubtweets demo`: the whole road on the bundled example, without an account or a network."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from hubtweets.cli import options, output


def command(
    folder: Annotated[
        Path, typer.Option("--dir", metavar="DIR", help="The local Hub to publish to; made when missing.")
    ] = Path("hubtweets-demo"),
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Publish a small model of a made-up account to a local Hub.

    No account, network or GPU is needed.
    """
    from hubtweets._shared.examples import archive
    from hubtweets.cli import report
    from hubtweets.errors import MissingExtraError
    from hubtweets.model import SCRATCH
    from hubtweets.publishing.publish import publish

    if not all(map(find_spec, ("torch", "transformers", "accelerate", "pygit2", "starlette", "uvicorn"))):
        raise MissingExtraError("The demo", extra="train,hub")
    hub = f"local:{folder}"
    published = publish(posts=archive(), hub=hub, base_model=SCRATCH, progress=output.progress(quiet=quiet))
    report.published(published, hub, as_json=as_json, quiet=quiet)
