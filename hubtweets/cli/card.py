"""`hubtweets card …`: one card, from record to text and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

app = typer.Typer(
    name="card", help="Model cards: write, read, check and look at them.", no_args_is_help=True, rich_markup_mode=None
)

Template = Annotated[
    Optional[str],  # noqa: UP045  (typer reads this at run time, on Python 3.10 too)
    typer.Option(
        "--template", "-t", metavar="NAME[@VERSION]|PATH", help="The template; the record's own without this option."
    ),
]


@app.command("render")
def render(
    record: Annotated[str, typer.Argument(metavar="RECORD.json|-", help="A record as JSON; - reads standard input.")],
    template: Template = None,
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", "-o", metavar="FILE", help="Where to write the card; standard output without it."),
    ] = None,
) -> None:
    """Write the card of a record."""
    from hubtweets import card
    from hubtweets.record import from_json

    source = sys.stdin.buffer.read() if record == "-" else Path(record).read_bytes()
    text = card.render(from_json(source), template).encode()
    if output is None:
        sys.stdout.buffer.write(text)
        sys.stdout.flush()
    else:
        output.write_bytes(text)
