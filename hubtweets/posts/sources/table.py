"""Tables of posts: CSV, TSV, JSON, JSON Lines, Parquet, or a data set of the Hub. Columns are found by usual names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from hubtweets._text import one_line
from hubtweets.errors import SourceSpecError, UsageError
from hubtweets.posts import identity
from hubtweets.posts.contract import NO_ID, Kind, Post
from hubtweets.posts.formats.rows import Row
from hubtweets.posts.languages import code
from hubtweets.posts.options import COLUMNS
from hubtweets.posts.sources.x_archive import parse_time

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("full_text", "text", "tweet", "content", "tweet_text", "tweet_content", "post", "body", "message"),
    "id": ("id_str", "id", "tweet_id", "tweetid", "post_id", "status_id"),
    "date": ("created_at", "date", "timestamp", "time", "datetime", "published", "posted_at", "tweet_created_at"),
    "type": ("type", "tweet_type", "kind", "post_type"),
    "language": ("lang", "language"),
    "handle": ("screen_name", "username", "user_name", "handle", "user_screen_name", "author", "account", "user"),
    "name": ("name", "display_name", "author_name", "user_displayname", "full_name"),
    # These are not for choosing.
    "repost_of": ("retweeted_status", "retweeted_status_id", "retweeted_status_id_str", "is_retweet", "is_repost"),
    "reply_to": ("in_reply_to_status_id", "in_reply_to_status_id_str", "in_reply_to_user_id", "in_reply_to_id"),
    "reply_to_whom": ("in_reply_to_screen_name",),
    "references": ("referenced_tweets",),
    "url": ("url", "link", "permalink", "tweet_url"),
}  # fmt: skip

_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,15})/status/\d+")
_REPOST = frozenset(("retweet", "retweeted", "rt", "repost", "reposted", "boost", "reblog", "announce"))
_REPLY = frozenset(("reply", "replied_to", "replied to", "answer"))
_QUOTE = frozenset(("quote", "quoted", "quote tweet", "quote_tweet"))
_EMPTY = frozenset(("", "false", "0", "none", "null", "nan", "[]", "{}"))
_SPREADSHEET_ID = re.compile(r"[\d.,]+[eE]\+?\d+|\d+\.0+")


class Table:
    """The posts of a table; see `Source`. It is read when it is opened.

    A table with posts of several accounts gives those of `handle`, if they are among them.

    Args:
        where: the table's name, for messages.
        rows: its rows.
        columns: which column is what, where the usual names do not say (keys of `COLUMNS`).
        handle, name: whose posts they are; win over what the table says.

    Raises:
        SourceSpecError: when there is no column of texts, or nobody says whose posts they are.
        ArchiveError: when the table is damaged.
    """

    def __init__(
        self,
        where: str,
        rows: Iterable[Row],
        *,
        columns: Mapping[str, str] | None = None,
        handle: str | None = None,
        name: str | None = None,
    ) -> None:
        self.notes: list[str] = []
        self.path = where
        self._where = where
        self._columns = _chosen(columns or {})
        self._found: dict[tuple[str, ...], dict[str, str]] = {}
        self._trouble: Counter[str] = Counter()
        self._posts: list[Post] = []
        authors: list[tuple[str, str]] = []
        for number, row in enumerate(rows, 1):
            if isinstance(row.get("tweet"), dict):
                row = row["tweet"]  # the rows of an X archive, saved as JSON
            columns_here = self._places(row)
            author = _author(row, columns_here)
            if post := self._post(number, row, columns_here, author):
                self._posts.append(post)
                authors.append((author, str(row.get(columns_here.get("name", "")) or "")))
        self._check_columns()
        own_handle, own_name = self._choose(authors, handle)
        if lost := len({(post.id, post.text) for post in self._posts}) - len({post.id for post in self._posts}):
            self._trouble["rows have the id of another row, and are not used (--id-column names the right column)"] = (
                lost
            )
        self._trouble.update(getattr(rows, "trouble", {}))
        self.notes += [f"{where}: {count:,} {what}." for what, count in self._trouble.items()]
        self.account = identity.account(
            where,
            self.notes,
            platform="x" if self._of_x() else None,
            handle=handle,
            name=name,
            own_handle=own_handle,
            own_name=own_name,
        )

    def __iter__(self) -> Iterator[Post]:
        return iter(self._posts)

    def _of_x(self) -> bool:
        """Whether the columns have names that only tables from X have."""
        used = [
            places[what].lower() for places in self._found.values() for what in ("text", "id", "type") if what in places
        ]
        return any("tweet" in name or name in ("full_text", "id_str") for name in used)

    def _places(self, row: Row) -> dict[str, str]:
        """Which column of this row is what; rows of JSON may each have other ones."""
        keys = tuple(row)
        if keys not in self._found:
            by_name = {re.sub(r"[\s\-./]+", "_", key.strip().lower()): key for key in reversed(keys)}
            places = {}
            for what, usual in NAMES.items():
                if what in self._columns:
                    if self._columns[what] in row:
                        places[what] = self._columns[what]
                elif name := next((name for name in usual if name in by_name), None):
                    places[what] = by_name[name]
            if "text" not in places and not self._found:
                raise self._no_column(self._columns.get("text"), "text", keys)
            self._found[keys] = places
        return self._found[keys]

    def _check_columns(self) -> None:
        """Whether each column that the person named is there, in one row at least."""
        for what, name in self._columns.items():
            if self._found and not any(what in places for places in self._found.values()):
                raise self._no_column(name, what, next(iter(self._found)))

    def _no_column(self, name: str | None, what: str, keys: tuple[str, ...]) -> SourceSpecError:
        which = "that is known to hold the texts" if name is None else repr(name)
        there = ", ".join(one_line(key[:80]) for key in keys[:20])
        return SourceSpecError(
            f"{self._where} has no column {which}; it has: {there}.",
            spec=self._where,
            hint=f"Name it with --{what}-column NAME.",
        )

    def _post(self, number: int, row: Row, places: Mapping[str, str], author: str) -> Post | None:
        values = {what: row[key] for what, key in places.items()}
        text = values.get("text")
        if text is None or isinstance(text, dict | list):
            self._trouble["rows have no text, and were left out"] += 1
            return None
        id_ = "" if values.get("id") is None else str(values["id"]).strip()
        if _SPREADSHEET_ID.fullmatch(id_):  # 1.31726E+18: no longer an id
            self._trouble["ids were rounded by a spreadsheet, and are not used"] += 1
            id_ = ""
        return Post(
            id=id_ or f"{NO_ID}{number:09}",
            text=str(text),
            created_at=self._date(values.get("date")),
            kind=_kind(values, str(text), author),
            language=code(str(values.get("language") or "")),
        )

    def _date(self, value: Any) -> datetime | None:
        if value is None or value == "":
            return None
        try:
            return _time(value)
        except (ValueError, OverflowError, OSError):
            self._trouble["dates could not be read, and are not used"] += 1
            return None

    def _choose(self, authors: list[tuple[str, str]], handle: str | None) -> tuple[str | None, str | None]:
        """The account that the rows are of; where they are of several, the rows of `handle` are kept."""
        counted = Counter(author.lower() for author, _ in authors if author)
        wanted = handle.strip().removeprefix("@").lower() if handle else None
        if len(counted) > 1:
            if wanted in counted:
                chosen = [author.lower() == wanted for author, _ in authors]
                others = len(authors) - sum(chosen)
                self._posts = [post for post, ours in zip(self._posts, chosen, strict=True) if ours]
                authors = [author for author, ours in zip(authors, chosen, strict=True) if ours]
                self.notes.append(
                    f"{self._where}: {others:,} posts of {len(counted) - 1:,} other accounts are not used."
                )
            elif handle is None:
                most = ", ".join(f"@{author} ({count:,})" for author, count in counted.most_common(5))
                raise SourceSpecError(
                    f"{self._where} holds posts of {len(counted):,} accounts: {most}, ….",
                    spec=self._where,
                    hint="Choose one with --handle HANDLE.",
                )
            else:
                self.notes.append(f"{self._where} names {len(counted):,} accounts; all posts are used as @{wanted}'s.")
                return None, None
        names = Counter(name for _, name in authors if name).most_common(1)
        return next((author for author, _ in authors if author), None), names[0][0] if names else None


def _chosen(columns: Mapping[str, str]) -> dict[str, str]:
    if unknown := set(columns) - set(COLUMNS):
        raise UsageError(f"A table has no column for {sorted(unknown)[0]!r}.", hint=f"Use one of {', '.join(COLUMNS)}.")
    return dict(columns)


def _author(row: Row, places: Mapping[str, str]) -> str:
    value = row.get(places.get("handle", ""))
    if isinstance(value, dict):  # a tweet's own "user" object
        value = value.get("screen_name") or value.get("username")
    handle = str(value or "").strip().removeprefix("@")
    if re.fullmatch(r"\w[\w.@-]*", handle):
        return handle
    status = _STATUS.match(str(row.get(places.get("url", "")) or ""))
    return status[1] if status else ""


def _time(value: Any) -> datetime:
    if isinstance(value, datetime):
        time = value
    elif isinstance(value, int | float) or (isinstance(value, str) and re.fullmatch(r"\d{9,13}(\.\d+)?", value)):
        number = float(value)
        time = datetime.fromtimestamp(number / 1000 if number > 1e11 else number, UTC)
    else:
        text = str(value).strip()[:64]
        try:
            time = datetime.fromisoformat(re.sub(r"\s*(?:Z|UTC|\+00:?00)$", "+00:00", text))
        except ValueError:
            time = parse_time(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _kind(values: Mapping[str, Any], text: str, author: str) -> Kind:
    stated = str(values.get("type") or "").strip().lower()
    references = str(values.get("references") or "")
    if (
        stated in _REPOST
        or text.startswith("RT @")
        or "retweeted" in references
        or str(values.get("repost_of") or "").strip().lower() not in _EMPTY
    ):
        return "repost"
    answers = str(values.get("reply_to") or "").strip().lower() not in _EMPTY or "replied_to" in references
    own = bool(author) and str(values.get("reply_to_whom") or "").strip().lower() == author.lower()
    if stated in _REPLY or (answers and not own):
        return "reply"
    if stated in _QUOTE or "quoted" in references:
        return "quote"
    return "original"
