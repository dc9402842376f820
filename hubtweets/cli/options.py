"""The options that several commands share, so that each means the same thing everywhere."""

from __future__ import annotations

from typing import Annotated, Literal, Optional

import typer

# ruff: noqa: UP045  (typer reads these at run time, on Python 3.10 too)

Hub = Annotated[
    Optional[str],
    typer.Option(
        "--hub", metavar="URL|local:DIR", help="A Hub endpoint, or local:DIR for the embedded Hub in a folder."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout, and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors and warnings only.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]

Private = Annotated[bool, typer.Option("--private", help="Make the repo private when it is created.")]
Template = Annotated[
    Optional[str],
    typer.Option(
        "--template", "-t", metavar="NAME[@VERSION]|PATH", help="The card's template; default its own, or hubtweets@1."
    ),
]
OnConflict = Annotated[
    Literal["stop", "keep-theirs", "keep-ours"],
    typer.Option("--on-conflict", help="Where people edited what has to change on the card."),
]


def words(value: str | None) -> tuple[str, ...]:
    """The words of an option that takes several with commas between."""
    return tuple(word.strip() for word in (value or "").split(",") if word.strip())
