"""Threads, as Meta exports it (Download your information, JSON): `threads_and_replies.json`, alone or in its archive.

Meta writes each byte of the UTF-8 text as a letter of its own (`\\u00c3\\u00a9` for é); that is undone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.posts import identity
from hubtweets.posts.contract import NO_ID, TWICE, ArchiveFormat, Files, Post
from hubtweets.posts.dates import parse_any
from hubtweets.posts.formats._archive_json import decode
from hubtweets.posts.formats._files import LoneFile
from hubtweets.posts.options import ReadOptions

FILE = "threads_and_replies.json"
UNREADABLE = "in a form that Threads' posts do not have"

_ARCHIVE_NAME = re.compile(r"(?:instagram|threads)-([\w.]{1,30})-\d{4}-\d\d-\d\d-\w+", re.ASCII)


class _TextPost(msgspec.Struct):
    is_reply: bool = False


class _Media(msgspec.Struct):
    title: str = ""
    creation_timestamp: int | None = None
    text_app_post: _TextPost | None = None


class _Entry(msgspec.Struct):
    title: str = ""
    creation_timestamp: int | None = None
    media: list[_Media] = []


class _Threads(msgspec.Struct):
    text_post_app_text_posts: list[Any]


class _Value(msgspec.Struct):
    value: str = ""


class _User(msgspec.Struct):
    string_map_data: dict[str, _Value]


class _Person(msgspec.Struct):
    profile_user: list[_User]


def unmangled(text: str) -> str:
    """Text whose UTF-8 was read as Latin-1, as it was written; other text as it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


class ThreadsExport:
    """The posts of an export of Threads; see `Source`. The export does not give posts ids.

    Raises:
        ArchiveError: when it is damaged.
        WhosePostsError: when neither it nor the person says whose posts they are.
    """

    form = "a Threads export of Meta"

    def __init__(
        self,
        files: Files,
        found: Sequence[str],
        *,
        handle: str | None = None,
        name: str | None = None,
        looking: bool = False,
    ) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.path = files.path
        self._files = files
        self._found = found
        self.own_handle, own_name = self._person()
        self.account = identity.account(
            files.path.name,
            self.notes,
            platform="threads",
            handle=handle,
            name=name,
            own_handle=self.own_handle,
            own_name=own_name,
            looking=looking,
        )

    def __iter__(self) -> Iterator[Post]:
        self.dropped.clear()
        number = 0
        # Without ids, what was written in one second in the same words is one post, wherever it stands.
        seen: set[tuple[datetime, str]] = set()
        for file in self._found:
            for item in decode(self._files, file, _Threads).text_post_app_text_posts:
                number += 1
                try:
                    post = _post(msgspec.convert(item, _Entry), number)
                except (msgspec.ValidationError, ValueError):
                    self.dropped[UNREADABLE] += 1
                    continue
                if post.created_at is not None and (post.created_at, post.text) in seen:
                    self.dropped[TWICE] += 1
                    continue
                if post.created_at is not None:
                    seen.add((post.created_at, post.text))
                yield post

    def _person(self) -> tuple[str | None, str | None]:
        """Handle and name, from the personal information, else from the name that Meta gives the download."""
        file = next((name for name in self._files.names() if name.endswith("/personal_information.json")), None)
        if file is not None:
            try:
                user = decode(self._files, file, _Person).profile_user[0].string_map_data
            except (ArchiveError, IndexError):
                user = {}
            if (username := user.get("Username")) is not None:
                name = user.get("Name")
                return unmangled(username.value) or None, unmangled(name.value) if name else None
        match = _ARCHIVE_NAME.match(self.path.name)
        return (match[1], None) if match else (None, None)


def _post(entry: _Entry, number: int) -> Post:
    text = unmangled(entry.title or "\n".join(media.title for media in entry.media if media.title))
    seconds = entry.creation_timestamp or next((media.creation_timestamp for media in entry.media), None)
    is_reply = any(media.text_app_post and media.text_app_post.is_reply for media in entry.media)
    return Post(f"{NO_ID}{number:09}", text, _moment(seconds), "reply" if is_reply else "original")


def _moment(seconds: int | None) -> datetime | None:
    try:
        return parse_any(seconds) if seconds else None
    except (ValueError, OverflowError):
        return None


def _find(files: Files) -> list[str]:
    names = files.names()
    if isinstance(files, LoneFile):
        return names if b'"text_post_app_text_posts"' in files.head(names[0]) else []
    return sorted(name for name in names if PurePosixPath(name).name == FILE and "__MACOSX" not in name)


def _open(
    files: Files, found: Sequence[str], *, handle: str | None, name: str | None, reading: ReadOptions
) -> ThreadsExport:
    return ThreadsExport(files, found, handle=handle, name=name, looking=reading.looking)


SOURCE = ArchiveFormat("Threads export", _find, _open, rank=15)
