"""Tables of posts: JSON Lines, one post a line. Columns are found by their usual names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import msgspec

from hubtweets.errors import ArchiveError, SourceSpecError
from hubtweets.posts.clean import one_line
from hubtweets.posts.languages import code
from hubtweets.posts.protocol import Kind, Post
from hubtweets.posts.x_archive import parse_time
from hubtweets.record import Account, check_handle

TEXT = ("full_text", "text", "tweet", "content", "post", "body", "message")
ID = ("id_str", "id", "tweet_id", "tweet id", "post_id", "status_id")
DATE = ("created_at", "created at", "date", "timestamp", "time", "published", "posted_at")
TYPE = ("type", "tweet type", "tweet_type", "kind", "post_type")
LANGUAGE = ("lang", "language")


class Table:
    """The posts of a JSON Lines file; see `Source`."""

    def __init__(self, path: Path, *, handle: str | None = None, name: str | None = None) -> None:
        if handle is None:
            raise SourceSpecError(
                f"{path.name} does not say whose posts it holds.", spec=str(path), hint="Say it with --handle HANDLE."
            )
        if not path.is_file():
            raise ArchiveError(f"There is no file {path}.", path=path, hint="Check the path given with --posts.")
        self.notes: list[str] = []
        self.account = Account(handle=check_handle(handle), name=one_line(name or "") or check_handle(handle))
        self._path = path

    def __iter__(self) -> Iterator[Post]:
        with self._path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield self._post(number, self._row(number, line))

    def _row(self, number: int, line: bytes) -> dict[str, Any]:
        try:
            row = msgspec.json.decode(line, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise self._damaged(number, error) from None
        return {key.lower(): value for key, value in row.items()}

    def _post(self, number: int, row: Mapping[str, Any]) -> Post:
        text = _first(row, TEXT)
        if text is None:
            raise self._damaged(number, f"no column named {', '.join(TEXT)}")
        text = str(text)
        try:
            created_at = _time(_first(row, DATE))
        except ValueError as error:
            raise self._damaged(number, error) from None
        return Post(
            id=str(_first(row, ID) or number),
            text=text,
            created_at=created_at,
            kind=_kind(row, text),
            language=code(str(_first(row, LANGUAGE) or "")),
        )

    def _damaged(self, number: int, why: object) -> ArchiveError:
        return ArchiveError(f"{self._path.name}, line {number}: {why}.", path=self._path)


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((row[name] for name in names if row.get(name) is not None), None)


def _time(value: Any) -> datetime | None:
    if value is None or value == "":
        return None
    if isinstance(value, int | float):
        return datetime.fromtimestamp(value, timezone.utc)
    text = str(value)
    try:
        time = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        time = parse_time(text)
    return time if time.tzinfo else time.replace(tzinfo=timezone.utc)


def _kind(row: Mapping[str, Any], text: str) -> Kind:
    stated = str(_first(row, TYPE) or "").lower()
    if stated in ("retweet", "repost", "retweeted", "boost") or text.startswith("RT @"):
        return "repost"
    if stated in ("reply", "quote"):
        return stated  # type: ignore[return-value]
    return "original"
