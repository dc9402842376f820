"""Whose a row of a table is: by handles in all their spellings, addresses of profiles and posts, and ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from hubtweets._shared.text import one_line

_X = r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/"
_STATUS = re.compile(rf"{_X}(?!i/)(\w{{1,15}})/status(?:es)?/\d{{1,20}}")
_PROFILE = re.compile(
    rf"(?:{_X}|https?://(?:www\.)?threads\.(?:net|com)/@|https?://bsky\.app/profile/)([\w.-]{{1,253}})/?(?:\?.*)?"
)
_ELSEWHERE = re.compile(r"https?://([\w.-]{1,253})/(?:@|users/)(\w{1,64})(?:/|$)")
_NAMED = re.compile(r".*[\s(]@(\w[\w.-]{0,60})\)?")
"""A display name with the handle behind it: `Anna B (@anna)`."""
_REPOSITORY = re.compile(r"at://(did:[a-z]+:[\w.:%-]+)/")
_REPLIED_TO = re.compile(r"(?:screen_name|username)\W{1,6}(\w{1,30})")
HANDLE = re.compile(r"\w[\w.@-]*")


def plain(value: Any) -> str:
    """A cell as text; empty where it holds a list or an object."""
    return str(value) if isinstance(value, str | int | float) else ""


def author_of(values: Mapping[str, Any]) -> tuple[str, str]:
    """Who wrote a row, by handle and by id; empty where it does not say.

    Args:
        values: its values for `handle`, `url`, `profile` and `author_id`.
    """
    repository = _REPOSITORY.match(plain(values.get("url")))
    return handle_of(values), str(values.get("author_id") or (repository[1] if repository else ""))


def handle_of(values: Mapping[str, Any]) -> str:
    """Who wrote a row, as it says: a handle where it can be one, else the words that stand there."""
    handle = one_line(plain(values.get("handle"))[:200]).lstrip("@＠")
    if profile := _PROFILE.fullmatch(handle) or (not handle and _PROFILE.fullmatch(plain(values.get("profile"))[:300])):
        return profile[1]
    if values.get("visibility") and handle and "@" not in handle:  # the servers of Fediverse leave out their own name
        for address in (plain(values.get("profile")), plain(values.get("url"))):
            if (own := _ELSEWHERE.match(address[:300])) and own[2].lower() == handle.lower():
                return f"{handle}@{own[1]}"
    if match := _STATUS.match(handle) or _STATUS.match(plain(values.get("url"))):
        return handle if HANDLE.fullmatch(handle) else match[1]
    if elsewhere := _ELSEWHERE.match(handle):
        return f"{elsewhere[2]}@{elsewhere[1]}"
    named = _NAMED.fullmatch(handle)
    return named[1] if named else handle


def meant_by(wanted: str, known: Collection[str]) -> str | None:
    """Which of the `known` authors (in lower case) a handle means: itself, or the only one that differs by a server
    which one of the two does not name; None where there is none, or several.
    """
    if wanted in known:
        return wanted
    alike = [
        who for who in known if who.partition("@")[0] == wanted.partition("@")[0] and ("@" in who) != ("@" in wanted)
    ]
    return alike[0] if len(alike) == 1 else None


def is_to_oneself(values: Mapping[str, Any], author: str, author_id: str) -> bool:
    """Whether a row answers its own author."""
    whom = plain(values.get("reply_to_whom")).strip().removeprefix("@").lower()
    if whom and author:
        own = author.lower()
        named = _REPLIED_TO.findall(whom)
        return whom in (own, own.partition("@")[0]) or (bool(named) and all(name == own for name in named))
    to = plain(values.get("reply_to_id")).strip()
    return bool(to and author_id) and to == author_id
