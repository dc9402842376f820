"""The options that several commands share, so that each means the same thing everywhere."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

Hub = Annotated[
    Optional[str],  # noqa: UP045  (typer reads this at run time, on Python 3.10 too)
    typer.Option(
        "--hub", metavar="URL|local:DIR", help="A Hub endpoint, or local:DIR for the embedded Hub in a folder."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout, and nothing else.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors only.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


def words(value: str | None) -> tuple[str, ...]:
    """The words of an option that takes several with commas between."""
    return tuple(word.strip() for word in (value or "").split(",") if word.strip())
