"""The platforms that accounts are on: the rule for their handles, the page of an account, and the word for a post."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from hubtweets.errors import HandleError


class Platform(NamedTuple):
    """What a card and a command need to know of a platform.

    `handle` matches the handles that it allows, without the leading `@`; `rule` says the same in words. `page` gives
    the address of an account's public page, or None where the handle does not tell. `posts` is what people call posts
    there.
    """

    name: str
    title: str
    handle: re.Pattern[str]
    rule: str
    page: Callable[[str], str | None]
    posts: str = "posts"


def _mastodon_page(handle: str) -> str | None:
    user, at, server = handle.partition("@")
    return f"https://{server}/@{user}" if at else None


_ANY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.@-]*[A-Za-z0-9_])?")

PLATFORMS: dict[str, Platform] = {
    platform.name: platform
    for platform in (
        # https://help.x.com/en/managing-your-account/x-username-rules
        Platform(
            "x",
            "X",
            re.compile(r"[A-Za-z0-9_]{1,15}"),
            "1 to 15 letters, digits and underscores",
            lambda handle: f"https://x.com/{handle}",
            "tweets",
        ),
        Platform(
            "bluesky",
            "Bluesky",
            _ANY,
            "a domain, as in anna.bsky.social",
            lambda handle: f"https://bsky.app/profile/{handle}",
        ),
        Platform("mastodon", "Mastodon", _ANY, "user@server", _mastodon_page),
        Platform(
            "threads",
            "Threads",
            re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?"),
            "1 to 30 letters, digits, underscores and dots",
            lambda handle: f"https://www.threads.com/@{handle}",
        ),
    )
}


def page(handle: str, platform: str | None) -> str | None:
    """The account's public page; None where the platform is not known or has none for this handle."""
    known = PLATFORMS.get(platform or "")
    return known.page(handle) if known is not None and handle else None


def check_handle(handle: str, platform: str | None = "x") -> str:
    """The handle without its `@`, when `platform` (None for one that is not known) would allow it.

    Raises:
        HandleError: when it would not.
    """
    bare = handle.strip().removeprefix("@")
    known = PLATFORMS.get(platform or "")
    if not (known.handle if known else _ANY).fullmatch(bare):
        told = f"a handle on {known.title}: {known.rule}" if known else "a handle"
        raise HandleError(
            f"{handle!r} is not {told}.",
            handle=handle,
            hint="Give the handle alone, such as @joebiden, without an address or a display name.",
        )
    return bare
