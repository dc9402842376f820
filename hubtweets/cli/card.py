"""`hubtweets card …`: one card, from record to text and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from hubtweets.cli import options

if TYPE_CHECKING:
    from hubtweets.card import ReadResult

app = typer.Typer(
    name="card", help="Model cards: write, read, check and look at them.", no_args_is_help=True, rich_markup_mode=None
)

Template = Annotated[
    Optional[str],  # noqa: UP045  (typer reads this at run time, on Python 3.10 too)
    typer.Option(
        "--template", "-t", metavar="NAME[@VERSION]|PATH", help="The template; the record's own without this option."
    ),
]
Cards = Annotated[
    list[str],
    typer.Argument(metavar="CARD…", help="A README.md, a folder of them, a repo id, or - for standard input."),
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


@app.command("read")
def read(sources: Cards, hub: options.Hub = None, as_json: options.Json = False) -> None:
    """Say the facts in a card: record, generation, later edits, and what was not understood.

    Exit code 1 when a card's record could not be read. With --json, one document: an object for one card, a list for
    several or for a folder.
    """
    from hubtweets import card
    from hubtweets.cli import cards, output

    found = [(source.name, card.read(source.text)) for source in cards.cards(sources, hub)]
    if as_json:
        documents = [_document(name, result) for name, result in found]
        single = len(sources) == 1 and not Path(sources[0]).is_dir()
        output.print_json(documents[0] if single else documents)
    else:
        for name, result in found:
            _tell(name, result)
    if any(result.record is None for _, result in found):
        raise typer.Exit(1)


def _document(name: str, result: ReadResult) -> dict[str, Any]:
    from hubtweets.record import to_data

    return {
        "card": name,
        "generation": result.generation,
        "exact": result.exact,
        "record": to_data(result.record) if result.record else None,
        "edits": [edit._asdict() for edit in result.edits],
        "not_understood": [note._asdict() for note in result.not_understood],
    }


def _tell(name: str, result: ReadResult) -> None:
    from rich.table import Table
    from rich.text import Text

    from hubtweets.cli import output

    console = output.stdout()
    console.print(Text(name, style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_row("generation", Text(result.generation or "not known"))
    if record := result.record:
        table.add_row("repo", Text(record.repo_id))
        for account in record.accounts:
            counts = account.counts
            numbers = f"{counts.kept:,} kept of {counts.downloaded:,}" if counts else "no counts"
            table.add_row("account", Text(f"{account.name}{f' @{account.handle}' * bool(account.handle)}, {numbers}"))
        if record.handles:
            table.add_row("handles", Text(" ".join(f"@{handle}" for handle in record.handles)))
    for edit in result.edits:
        table.add_row("edited", Text(edit.place))
    for note in result.not_understood:
        table.add_row("not understood", Text(f"{note.place}: {note.what}"))
    table.add_row("gives the card back", "yes" if result.exact else "no")
    console.print(table)
