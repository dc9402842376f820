"""`hubtweets card …`: one card, from record to text and back."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from hubtweets._shared import disk
from hubtweets.cli import commands, completion, options

if TYPE_CHECKING:
    from hubtweets.card import CardUpdate, Finding, ReadResult
    from hubtweets.cli.cards import Source
    from hubtweets.cli.failures import Failure

app = commands.group("card", "Model cards: write, read, check and look at them.")

Template = Annotated[
    Optional[str],  # noqa: UP045  (typer reads this at run time, on Python 3.10 too)
    typer.Option(
        "--template",
        "-t",
        metavar="NAME[@VERSION]|PATH",
        help="The template; the record's own without this option.",
        autocompletion=completion.templates,
    ),
]
OwnTemplate = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--template", "-t", metavar="PATH", help="A template of your own, for cards that it or an older version wrote."
    ),
]
Cards = Annotated[
    list[str],
    typer.Argument(
        metavar="CARD…",
        help="A README.md, a folder of them, a repo id, or - for standard input.",
        autocompletion=completion.repo_ids_and_files,
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
    from hubtweets.cli import cards

    text = card.render(cards.record(record), template)
    if output is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    else:
        disk.write_text(output, text)


@app.command("picture")
def picture(
    record: Annotated[str, typer.Argument(metavar="RECORD.json|-", help="A record as JSON; - reads standard input.")],
    file: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write the picture (PNG).")],
    avatar: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Option("--avatar", metavar="FILE", help="An account's picture; once for each, in the record's order."),
    ] = None,
    layout: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="FILE", help="A layout of your own, as templates/hubtweets/picture.html.j2."),
    ] = None,
    font: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Option(metavar="FILE", help="A font for a script that the package has none for; may be repeated."),
    ] = None,
) -> None:
    """Draw the social picture of a record: names, the bot label, and what the model writes.

    Example: hubtweets card picture record.json -o predictions.png
    """
    from hubtweets.card.picture import draw
    from hubtweets.cli import cards, output
    from hubtweets.errors import CardError

    facts = cards.record(record)
    faces = {account.handle: path.read_bytes() for account, path in zip(facts.accounts, avatar or [], strict=False)}
    drawn = draw(facts, faces, layout=layout, more_fonts=font or ())
    for reason in drawn.left_out:
        output.progress(quiet=False).warn(f"Not on the picture: {reason}.")
    if drawn.png is None:
        raise CardError("There is nothing to draw.", hint="Give a record with a name and a sample, in another script.")
    disk.write_bytes(file, drawn.png)


@app.command("read")
def read(sources: Cards, template: OwnTemplate = None, hub: options.Hub = None, as_json: options.Json = False) -> None:
    """Say the facts in a card: record, generation, later edits, and what was not understood.

    Exit code 1 when a card's record could not be read, or it is somebody else's card. With --json, one document: an
    object for one card, a list for several or for a folder.
    """
    from hubtweets import card
    from hubtweets.card import templates
    from hubtweets.cli import cards, drawing, output

    if template is not None:
        templates.find(template)

    def unread(failure: Failure) -> ReadResult:
        return card.ReadResult(None, (card.Note("file", "file", failure.message),))

    found = list(cards.each(sources, hub, lambda source: card.read(source.text, template), unread))
    if as_json:
        documents = [_document(name, result) for name, result in found]
        single = len(sources) == 1 and not Path(sources[0]).is_dir()
        output.print_json(documents[0] if single else documents)
    else:
        for name, result in found:
            drawing.facts(name, result)
    if any(result.record is None for _, result in found):
        raise typer.Exit(1)


def _document(name: str, result: ReadResult) -> dict[str, Any]:
    from hubtweets.record import to_data

    return {
        "card": name,
        "generation": result.generation,
        "exact": result.exact,
        "foreign": result.foreign,
        "record": to_data(result.record) if result.record else None,
        "edits": [edit._asdict() for edit in result.edits],
        "not_understood": [note._asdict() for note in result.not_understood],
    }


@app.command("check")
def check(
    sources: Cards,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put right what is safe to put right, in the files themselves.")
    ] = False,
    github: Annotated[bool, typer.Option("--github", help="Annotations for GitHub Actions.")] = False,
    template: OwnTemplate = None,
    hub: options.Hub = None,
    as_json: options.Json = False,
) -> None:
    """Find faults in cards: metadata, tables, links, numbers, tokens. The rules are in docs/check-rules.md.

    Exit code 1 when there is an error or a warning. With --fix, a card from standard input is written to standard
    output; a repo's card is never changed.
    """
    from hubtweets import card
    from hubtweets.card import templates
    from hubtweets.cli import cards, drawing, output
    from hubtweets.errors import UsageError

    if template is not None:
        templates.find(template)

    def judge(source: Source) -> list[Finding]:
        text = source.text
        if fix:
            if source.path is None and (source.name != cards.STDIN or as_json or github):
                raise UsageError(
                    f"--fix changes files, and {source.name} is none.", hint="Save the card as a file, then fix that."
                )
            text, done = card.fix(text)
            if source.path is None:
                sys.stdout.buffer.write(text.encode())
            elif done:
                disk.write_text(source.path, text)
            if done:
                output.stderr().print(f"{source.name}: fixed {len(done)}", markup=False, style="dim")
        return card.check(text, template=template)

    def unread(failure: Failure) -> list[Finding]:
        return [card.Finding("unreadable", "error", 1, 1, failure.message, failure.hint or "")]

    told = list(cards.each(sources, hub, judge, unread))
    found = [(name, finding) for name, findings in told for finding in findings]
    if as_json:
        output.print_json(
            [{"card": name, **finding._asdict(), "fix": finding.fix is not None} for name, finding in found]
        )
    else:
        for name, finding in found:
            drawing.finding(name, finding, github=github, to_stderr=fix and sources == ["-"])
        if not github:
            output.stderr().print(_counted(len(told), [finding for _, finding in found]), markup=False, style="dim")
    if any(finding.severity != "note" for _, finding in found):
        raise typer.Exit(1)


def _counted(cards: int, found: Sequence[Finding]) -> str:
    """`67 cards, nothing found`, or how much of each kind."""
    kinds = Counter(finding.severity for finding in found)
    told = ", ".join(
        f"{kinds[kind]:,} {kind}{'s' * (kinds[kind] > 1)}" for kind in ("error", "warning", "note") if kinds[kind]
    )
    return f"{cards:,} card{'s' * (cards != 1)}, {told or 'nothing found'}"


@app.command("diff")
def diff(
    sources: Cards,
    template: Annotated[
        str,
        typer.Option(
            "--template",
            "-t",
            metavar="NAME[@VERSION]|PATH",
            help="The template to render the card again with.",
            autocompletion=completion.templates,
        ),
    ] = "hubtweets",
    record: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--record", "-r", metavar="RECORD.json", help="New facts; the card's own without this option."),
    ] = None,
    side_by_side: Annotated[bool, typer.Option("--side-by-side", help="Before and after beside each other.")] = False,
    templates: options.Templates = None,
    on_conflict: options.OnConflict = "stop",
    hub: options.Hub = None,
    as_json: options.Json = False,
) -> None:
    """Show what rendering cards again would change, people's edits kept. Nothing is written.

    Exit code 1 when an edit and the new card touch the same place, and when a card cannot be read.
    """
    from hubtweets import card
    from hubtweets.cli import cards, drawing, output

    facts = cards.record(str(record)) if record else None

    def judge(source: Source) -> tuple[str, CardUpdate]:
        return source.text, card.update(
            source.text, facts, template, on_conflict, repo_id=source.repo_id, templates=tuple(templates or ())
        )

    def unread(failure: Failure) -> tuple[str, CardUpdate]:
        return "", card.CardUpdate(kind="unreadable", reason=failure.message)

    results = [(name, *told) for name, told in cards.each(sources, hub, judge, unread)]
    if as_json:
        output.print_json(
            [
                {
                    "card": name,
                    "kind": result.kind,
                    "changed": result.text is not None,
                    "reason": result.reason,
                    "conflicts": [conflict._asdict() for conflict in result.conflicts],
                    "diff": "".join(drawing.unified(name, before, before if result.text is None else result.text)),
                }
                for name, before, result in results
            ]
        )
    else:
        for name, before, result in results:
            drawing.difference(name, before, result, side_by_side=side_by_side)
    if any(result.kind in ("unreadable", "foreign") or result.conflicts for _, _, result in results):
        raise typer.Exit(1)


@app.command("preview")
def preview(
    source: Annotated[
        str, typer.Argument(metavar="README.md|RECORD.json|REPO", help="A card, a record to render, or a repo id.")
    ],
    template: Template = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port on this machine; 0 takes a free one.")
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")] = True,
    hub: options.Hub = None,
) -> None:
    """Show a card as the Hub does, with its faults beside it; the page follows every change of card and template.

    A card with --template is shown as rendering it again would make it. Stop with Ctrl-C.
    """
    from hubtweets.card.preview import serve
    from hubtweets.cli import cards

    path = Path(source) if Path(source).is_file() else None
    found = cards.only(source, hub) if path is None else None
    serve(
        path,
        text=found.text if found else None,
        base_url=found.base_url if found else None,
        title=source,
        template=template,
        port=port,
        open_browser=browser,
        say=typer.echo,
    )
