"""`hubtweets posts`: what a source holds, without training anything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from hubtweets.cli import options, output

if TYPE_CHECKING:
    from hubtweets.posts import Corpus, Post


def command(
    spec: Annotated[
        str, typer.Argument(metavar="SPEC", help="An X archive (zip, folder or tweets.js), or a .jsonl table.")
    ],
    handle: Annotated[
        Optional[str],  # noqa: UP045  (typer reads this at run time, on Python 3.10 too)
        typer.Option("--handle", help="Whose posts they are, where the source does not say or says it wrongly."),
    ] = None,
    name: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--name", help="The account's display name, likewise."),
    ] = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Read a source and show its account, counts and a few posts. Trains nothing."""
    from hubtweets.posts import open_source, read_corpus

    source = open_source(spec, handle=handle, name=name)
    corpus = read_corpus(source, output.RichProgress(quiet=quiet or as_json), minimum=0)
    posts = list(source)
    if as_json:
        output.print_json(_facts(corpus, posts))
    else:
        _show(corpus, posts)


def _months(posts: list[Post]) -> dict[str, int]:
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


def _facts(corpus: Corpus, posts: list[Post]) -> dict[str, Any]:
    from hubtweets.record import to_data

    dates = [post.created_at for post in posts if post.created_at]
    return {
        "account": to_data(corpus.account),
        "first": min(dates).isoformat() if dates else None,
        "last": max(dates).isoformat() if dates else None,
        "kinds": dict(Counter(post.kind for post in posts)),
        "languages": corpus.languages,
        "characters": corpus.characters,
        "digest": corpus.digest,
        "months": _months(posts),
        "samples": list(_samples(corpus)),
    }


def _samples(corpus: Corpus, number: int = 5) -> tuple[str, ...]:
    """A few kept posts, evenly over time: the same ones each time."""
    step = max(1, len(corpus.texts) // number)
    return corpus.texts[::step][:number]


def _show(corpus: Corpus, posts: list[Post]) -> None:
    from rich.table import Table
    from rich.text import Text

    from hubtweets.posts.corpus import MINIMUM

    console = output.stdout()
    account, counts = corpus.account, corpus.account.counts
    assert counts is not None  # noqa: S101  (read_corpus fills it)
    console.print(Text.assemble((account.name, "bold"), f"  @{account.handle}", (f"  {account.url or ''}", "dim")))
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_row("posts downloaded", f"{counts.downloaded:,}")
    table.add_row("retweets", f"{counts.retweets:,}")
    table.add_row("short posts", f"{counts.short:,}")
    table.add_row("posts kept", f"{counts.kept:,}")
    table.add_row("characters kept", f"{corpus.characters:,}")
    console.print(table)
    if corpus.languages:
        top = list(corpus.languages.items())[:5]
        console.print(Text.assemble(("languages  ", "dim"), ", ".join(f"{code} {number:,}" for code, number in top)))
    if months := _months(posts):
        console.print(_plot(months))
    for text in _samples(corpus):
        console.print(Text.assemble(("· ", "dim"), text))
    if corpus.characters < MINIMUM:
        output.RichProgress().warn(
            f"This is too little to train on: {corpus.characters:,} characters, and {MINIMUM:,} are needed."
        )


_LEVELS = " ▁▂▃▄▅▆▇█"


def _plot(months: dict[str, int], width: int = 60) -> Any:
    """Posts per month as one line of bars, several months to a bar where there are more than `width`."""
    from rich.text import Text

    numbers = list(months.values())
    step = -(-len(numbers) // width)
    bars = [sum(numbers[at : at + step]) for at in range(0, len(numbers), step)]
    most = max(bars)
    line = "".join(_LEVELS[-(-8 * bar // most)] for bar in bars)
    first, last = min(months), max(months)
    unit = "month" if step == 1 else f"{step} months"
    return Text.assemble(
        (f"{first} ", "dim"), (line, "cyan"), (f" {last}", "dim"), f"   up to {most:,} posts in a {unit}"
        if step == 1 else f"   up to {most:,} posts in {unit}"
    )  # fmt: skip
