"""Whose posts they are: what the source says, and what the person says."""

from __future__ import annotations

import re

from hubtweets._shared.text import one_line
from hubtweets.errors import HandleError, WhosePostsError
from hubtweets.posts.clean import unescape
from hubtweets.record import Account
from hubtweets.record.platforms import check_handle

NAME_LIMIT = 200
"""Characters of a display name that are kept; X allows 50, Bluesky 64, and a Mastodon server what it likes."""


def account(
    where: str,
    notes: list[str],
    *,
    platform: str | None,
    handle: str | None,
    name: str | None,
    own_handle: str | None = None,
    own_name: str | None = None,
    avatar_url: str | None = None,
    page: str | None = None,
    looking: bool = False,
) -> Account:
    """The account of a source: `handle` and `name` are the person's words and win over the source's own.

    Where the two handles differ, `notes` is told, and `page` is kept: the address under the source's own handle.

    Where nobody says a handle it is empty if somebody is only `looking`, and `notes` is told.

    Raises:
        WhosePostsError: when neither says a handle.
        HandleError: when the handle is not one that the platform would allow.
    """
    if handle is None and not own_handle:
        if not looking:
            raise WhosePostsError(where, {})
        notes.append(f"{where} does not say whose posts it holds; --as HANDLE says it.")
        return Account(handle="", name=_name(name or own_name or ""), platform=platform)
    chosen = check_handle(handle or own_handle or "", platform)
    differs = own_handle is not None and chosen.lower() != own_handle.lower()
    if differs:
        notes.append(f"{where} is of @{one_line(own_handle or '')}; its posts are taken for @{chosen}'s, as you asked.")
    return Account(
        handle=chosen,
        name=_name(name or own_name or "") or chosen,
        platform=platform,
        avatar_url=_address(avatar_url),
        page=_address(page) if differs else None,
    )


def check_own(spec: str, own_handle: str | None, handle: str) -> None:
    """See that a source's posts are those of `handle`, where the source says whose they are.

    Raises:
        HandleError: when it says somebody else; with both.
    """
    own, given = (own_handle or "").lower(), handle.lower()
    same = own == given or (("@" in own) != ("@" in given) and own.partition("@")[0] == given.partition("@")[0])
    if own_handle and not same:
        raise HandleError(
            f"{spec} holds the posts of @{one_line(own_handle)[:80]}, not of @{one_line(handle)[:80]}.",
            handle=handle,
            hint="Leave the handle out: the source says whose posts they are. If you do mean another name: "
            "--as HANDLE (`reading` with `rename` in Python and hubtweets.toml).",
        )


def _address(url: str | None) -> str | None:
    """`url` where it is one for a link and for a terminal: no `javascript:`, and nothing in it that is not printed."""
    return url if url and re.fullmatch(r"https://[!-~]{1,2000}", url) else None


def _name(text: str) -> str:
    name = one_line(unescape(text[: 10 * NAME_LIMIT]))  # X's API escapes names as it does texts
    return name if len(name) <= NAME_LIMIT else f"{name[: NAME_LIMIT - 1]}…"
