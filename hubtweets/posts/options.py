"""How a source is read: what a person may choose beside the source itself."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from hubtweets.posts.filters import Excludable

COLUMNS = ("text", "id", "date", "type", "language", "handle", "name")


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Choices for reading; each source takes those that concern it.

    - `columns`: for tables, which column is what (`{"text": "body"}`); the keys are those of `COLUMNS`.
    - `since_id`: from the network, only posts newer than this one (an account's `newest_post`).
    - `max_posts`: from the network, no more than this many of the newest posts.
    - `exclude`: what need not be fetched at all; a hint, `Filters` does the work.
    - `max_cost`: US dollars to spend at most; fewer posts are read where all would cost more.
    - `confirm`: asked before spending more than a dollar, with a sentence that says what and how much; without it,
      such a source raises `CostError`.
    - `looking`: only to look: a file that does not say whose posts it holds is then no error.
    - `rename`: the handle that was given is meant, though the source says another; without it that is an error.
    - `cache`: whether what was paid for is kept on this machine, and used again.
    """

    columns: dict[str, str] = {}
    since_id: str | None = None
    max_posts: int | None = None
    exclude: tuple[Excludable, ...] = ()
    max_cost: float | None = None
    confirm: Callable[[str], bool] | None = None
    looking: bool = False
    rename: bool = False
    cache: bool = True


DEFAULT_OPTIONS = ReadOptions()
