"""The options of every command that reads posts: which posts, and how they are read."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Optional, cast

import typer

from hubtweets.cli import options

if TYPE_CHECKING:
    from hubtweets.posts import Filters, ReadOptions
    from hubtweets.posts.filters import Excludable

# ruff: noqa: UP045  (typer reads these at run time, on Python 3.10 too)

Exclude = Annotated[
    Optional[str],
    typer.Option("--exclude", metavar="KINDS", help="Leave out replies, quotes or warned posts; commas between."),
]
Since = Annotated[Optional[datetime], typer.Option("--since", formats=["%Y-%m-%d"], help="First day.")]
Until = Annotated[Optional[datetime], typer.Option("--until", formats=["%Y-%m-%d"], help="Last day.")]
Language = Annotated[
    Optional[str],
    typer.Option("--language", metavar="CODES", help="Only posts in these languages, such as en or en,es."),
]
MinWords = Annotated[int, typer.Option("--min-words", help="Posts with fewer plain words count as short.")]
Scrub = Annotated[bool, typer.Option("--scrub", help="Remove e-mail addresses, phone numbers, @mentions.")]
NearDuplicates = Annotated[
    bool, typer.Option("--drop-near-duplicates", help="Of posts that say almost the same, keep the oldest.")
]
DropLeadingMentions = Annotated[
    bool, typer.Option("--drop-leading-mentions", help="Remove the @mentions that an answer begins with.")
]

TextColumn = Annotated[
    Optional[str], typer.Option("--text-column", metavar="NAME", help="A table's column of texts, if not found.")
]
IdColumn = Annotated[Optional[str], typer.Option("--id-column", metavar="NAME", help="Likewise, of ids.")]
DateColumn = Annotated[Optional[str], typer.Option("--date-column", metavar="NAME", help="Likewise, of dates.")]
TypeColumn = Annotated[
    Optional[str], typer.Option("--type-column", metavar="NAME", help="Likewise, that tells retweets, replies, quotes.")
]
HandleColumn = Annotated[
    Optional[str], typer.Option("--handle-column", metavar="NAME", help="Likewise, of the authors' handles.")
]
MaxPosts = Annotated[
    Optional[int], typer.Option("--max-posts", min=1, help="From the network, only so many of the newest posts.")
]
MaxCost = Annotated[
    Optional[float], typer.Option("--max-cost", metavar="DOLLARS", min=0, help="Spend no more than this on the X API.")
]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Agree to what the X API costs without being asked.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep posts that were paid for.")]


def filters(
    exclude: str | None,
    since: datetime | None,
    until: datetime | None,
    language: str | None,
    min_words: int,
    scrub: bool,
    near_duplicates: bool,
    drop_leading_mentions: bool = False,
) -> Filters:
    """Which posts, from the options of the same names."""
    from hubtweets.posts import Filters

    return Filters(
        exclude=_kinds(exclude),
        since=since.date() if since else None,
        until=until.date() if until else None,
        languages=tuple(code.lower() for code in options.words(language)),
        min_words=min_words,
        scrub=scrub,
        near_duplicates=near_duplicates,
        drop_leading_mentions=drop_leading_mentions,
    )


def reading(
    *,
    columns: dict[str, str | None] | None = None,
    exclude: str | None = None,
    max_posts: int | None = None,
    max_cost: float | None = None,
    yes: bool = False,
    no_cache: bool = False,
) -> ReadOptions:
    """How they are read, from the options of the same names; `columns` has those of the columns."""
    from hubtweets.posts import ReadOptions

    return ReadOptions(
        columns={what: name for what, name in (columns or {}).items() if name is not None},
        exclude=_kinds(exclude),
        max_posts=max_posts,
        max_cost=max_cost,
        confirm=(lambda _: True) if yes else _ask,
        cache=not no_cache,
    )


def _kinds(exclude: str | None) -> tuple[Excludable, ...]:
    return cast("tuple[Excludable, ...]", options.words(exclude))  # Filters checks them


def _ask(sentence: str) -> bool:
    """Ask on a terminal; where nobody can be asked, the answer is no."""
    return sys.stdin.isatty() and sys.stderr.isatty() and typer.confirm(f"{sentence} Go on?", err=True)
