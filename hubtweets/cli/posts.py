"""`hubtweets posts`: what a source holds, without training anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from hubtweets._shared.text import spelled_out
from hubtweets.cli import completion, options, output

if TYPE_CHECKING:
    from rich.text import Text

    from hubtweets.posts import Corpus, Post
    from hubtweets.posts.contract import OrderedSource
    from hubtweets.publishing.config import PublishConfig

# ruff: noqa: UP045  (typer reads the signature at run time, on Python 3.10 too)


@options.configured(options.FILTERS, options.READING)
def command(
    config: PublishConfig,
    spec: Annotated[
        str,
        typer.Argument(
            metavar="SPEC",
            autocompletion=completion.sources,
            help="An X archive, a Mastodon or Threads export, a table (.csv .tsv .json .jsonl .parquet), hf:ID, "
            "bluesky:HANDLE, mastodon:USER@SERVER or x:HANDLE.",
        ),
    ],
    handle: Annotated[
        Optional[str],
        typer.Option(
            "--as", metavar="HANDLE", help="Whose posts they are, where the source does not say or says another."
        ),
    ] = None,
    earlier: Annotated[Optional[str], typer.Option("--handle", hidden=True)] = None,  # what --as was called here
    name: Annotated[Optional[str], typer.Option(metavar="NAME", help="The display name, likewise.")] = None,
    export: Annotated[
        Optional[Path], typer.Option(metavar="FILE.parquet", help="Also write the kept posts, cleaned, to this file.")
    ] = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Read a source and show its account, counts and a few posts. Trains nothing."""
    import msgspec

    from hubtweets.posts import open_source, read_corpus
    from hubtweets.posts.export import check_export, export_corpus

    progress = output.RichProgress(quiet=quiet or as_json)
    # Whatever cannot be meant is told before anything is read: that may take long, or cost money.
    if export is not None:
        check_export(export, spec)
    # Somebody who only looks need not know whose posts a file holds; a program that goes on with the facts must.
    how = msgspec.structs.replace(config.reading, looking=not as_json, rename=True)
    source = open_source(spec, handle=handle or earlier, name=name, reading=how, progress=progress)
    corpus = read_corpus(source, progress, filters=config.filters, minimum=0)
    if export is not None:
        export_corpus(corpus, export)
    if as_json:
        output.print_json({**_facts(corpus, source), "export": str(export) if export else None})
    elif not quiet:
        _show(corpus, source)
        if export is not None:
            output.stdout().print(f"wrote {len(corpus.texts):,} posts to {export}", markup=False)


def _facts(corpus: Corpus, source: OrderedSource) -> dict[str, Any]:
    from hubtweets.record import to_data

    dates = [post.created_at for post in source if post.created_at]
    return {
        "account": to_data(corpus.account),
        "form": corpus.form,
        "first": min(dates).isoformat() if dates else None,
        "last": max(dates).isoformat() if dates else None,
        "kinds": dict(Counter(post.kind for post in source)),
        "dropped": corpus.dropped,
        "languages": corpus.languages,
        "characters": corpus.characters,
        "digest": corpus.digest,
        "cost": round(source.cost, 4),
        "months": _months(source),
        "samples": list(_samples(corpus)),
        "consent_signal": corpus.consent_signal._asdict() if corpus.consent_signal else None,
        "warnings": [*corpus.notes, *_warnings(corpus)],
    }


def _show(corpus: Corpus, source: OrderedSource) -> None:
    from rich.table import Table
    from rich.text import Text

    console = output.stdout()
    account, counts = corpus.account, corpus.account.counts
    assert counts is not None  # noqa: S101  (read_corpus fills it)
    who = f"  @{account.handle}" if account.handle else "nobody says whose posts these are"
    console.print(Text.assemble((spelled_out(account.name), "bold"), who, (f"  {account.url or ''}", "dim")))
    if corpus.form:
        console.print(Text.assemble(("taken for  ", "dim"), corpus.form))
    if corpus.consent_signal is not None:
        signal = corpus.consent_signal
        console.print(Text.assemble(("consent    ", "dim"), f"{signal.intent}: {signal.source}"))
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(justify="right")
    for reason, count in corpus.dropped.items():
        table.add_row(Text(f"left out: {reason}"), f"{count:,}")
    table.add_row("posts downloaded", f"{counts.downloaded:,}")
    table.add_row("retweets", f"{counts.retweets:,}")
    table.add_row("short posts", f"{counts.short:,}")
    table.add_row("posts kept", f"{counts.kept:,}")
    table.add_row("characters kept", f"{corpus.characters:,}")
    if source.cost:
        table.add_row("cost", f"${source.cost:.2f}")
    output.table(table)
    if corpus.languages:
        top = ", ".join(f"{code} {count:,}" for code, count in list(corpus.languages.items())[:5])
        console.print(Text.assemble(("languages  ", "dim"), top))
    if months := _months(source):
        console.print(_plot(months, width=max(10, min(60, console.width - 52))))  # beside the bars stand 52 characters
    for text in _samples(corpus):
        console.print(Text.assemble(("· ", "dim"), spelled_out(text)))
    for warning in _warnings(corpus):
        output.RichProgress().warn(warning)


def _warnings(corpus: Corpus) -> list[str]:
    """What a person may want to do something about before training; `read_corpus` tells the rest."""
    from hubtweets.model import DEFAULT_BASE_MODEL
    from hubtweets.posts.corpus import MINIMUM
    from hubtweets.publishing.asking import language_advice

    found = []
    if corpus.characters < MINIMUM:
        found.append(f"This is too little to train on: {corpus.characters:,} characters, and {MINIMUM:,} are needed.")
    return [*found, *language_advice([corpus], DEFAULT_BASE_MODEL)]


def _samples(corpus: Corpus, most: int = 5) -> tuple[str, ...]:
    """A few kept posts, evenly over time: the same ones each time."""
    count = len(corpus.texts)
    number = min(most, count)
    return tuple(corpus.texts[at * count // number] for at in range(number))


def _months(posts: Iterable[Post]) -> dict[str, int]:
    """Posts per month, from the first to the last with none left out; an empty dict without dates."""
    counted = Counter((post.created_at.year, post.created_at.month) for post in posts if post.created_at)
    if not counted:
        return {}
    (year, month), last = min(counted), max(counted)
    months = {}
    while (year, month) <= last:
        months[f"{year:04}-{month:02}"] = counted[year, month]
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


_LEVELS = " ▁▂▃▄▅▆▇█"


def _plot(months: dict[str, int], width: int) -> Text:
    """Posts per month as one line of bars, several months to a bar where there are more than `width`."""
    from rich.text import Text

    numbers = list(months.values())
    step = -(-len(numbers) // width)
    bars = [sum(numbers[at : at + step]) for at in range(0, len(numbers), step)]
    most = max(bars)
    line = "".join(_LEVELS[-(-8 * bar // most)] for bar in bars)
    span = "a month" if step == 1 else f"{step} months"
    return Text.assemble(
        (f"{min(months)} ", "dim"), (line, "cyan"), (f" {max(months)}", "dim"), f"   up to {most:,} posts in {span}"
    )
