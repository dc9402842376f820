"""JSON and JSON Lines: rows, pages of the X API, a list in an object, texts alone; whichever the file's name says."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.posts.contract import Row, TableFormat
from hubtweets.posts.formats import _magic
from hubtweets.posts.formats._archive_json import assignment_end, without_lone_halves
from hubtweets.posts.formats._encodings import UNDECODED, AsUtf8, cesu_text, detect, marked
from hubtweets.posts.formats._streams import LINE_LIMIT, damaged, opened, too_large, whole

NOT_JSON = "lines are not JSON, and were left out"
NO_OBJECT = "items are no objects, and were left out"

# In an object that holds several lists: where people's own posts are, and where what they did with others' is.
_OWN = frozenset(
    ("tweets", "statuses", "posts", "toots", "data", "items", "results", "ordereditems", "timeline", "rows")
)
_NOT_OWN = frozenset(
    ("like", "likes", "favourites", "favorites", "bookmarks", "mentions", "follower", "followers", "following",
     "deletedtweets", "directmessages", "directmessagesgroup", "includes", "errors", "users", "blocks", "mutes",
     "lists", "media", "notifications", "threads", "replies")
)  # fmt: skip
_TEXTS = frozenset(
    (
        "text",
        "fulltext",
        "content",
        "rawcontent",
        "tweet",
        "body",
        "post",
        "message",
        "object",
        "tweettext",
        "contenttext",
        "contenthtml",
    )
)
DEPTH = 4
_SEPARATORS = b" \t\r\n\x1e"
"""What stands between values that follow each other; the last begins a record of JSON text sequences (RFC 7464)."""


class JsonRows:
    """The rows of a JSON file; see `TableFormat`. `trouble` counts what could not be used, by what is wrong with it.

    Raises:
        ArchiveError: when it is damaged, or holds no list of posts.
        ArchiveTooLargeError: when what has to be read at once, or a line, is over its limit.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: Counter[str] = Counter()
        self.notes: list[str] = []
        self._encoding: str | None = None  # where it is not UTF-8

    def __iter__(self) -> Iterator[Row]:
        with opened(self.path) as file:
            self._encoding = marked(file.read(4096))
        if self._encoding in ("utf-8-sig", "iso2022_jp"):
            self._encoding = None
        is_lines = self._is_lines()
        self.trouble.clear()
        if is_lines:
            yield from self._lines()
        else:
            yield from self._some(self._rows(self._whole()))
        if self._encoding is not None:
            self.notes.append(f"{self.path.name} is read in the encoding {self._encoding}, which its bytes look like.")

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        """The file's bytes, as UTF-8 where each letter has two or four bytes."""
        with opened(self.path) as file:
            yield cast("IO[bytes]", AsUtf8(file, self._encoding)) if self._is_wide() else file

    def _is_wide(self) -> bool:
        return self._encoding is not None and self._encoding.startswith(("utf-16", "utf-32"))

    def _whole(self) -> list[Any]:
        data = whole(self.path)
        if self._is_wide():
            data = data.decode(self._encoding or "", "replace").encode()
        data = data[assignment_end(data[:4096]) :].rstrip(b"; \t\r\n\x00")
        try:
            if not data.strip():
                raise damaged(self.path, "it is empty")
            return self._list(self._decoded(msgspec.json.Decoder(), data))
        except (msgspec.DecodeError, RecursionError) as error:
            several = _several(data)
            if several is not None:
                return several
            if b"\n" in data.strip():
                return list(self._lines(str(error)))
            raise damaged(self.path, error, hint=_hint(data)) from None

    def _is_lines(self) -> bool:
        """Whether there is a value on each line, whatever the file's name is: its first line is a whole object."""
        with self._opened() as file:
            first = b""
            while (line := file.readline(LINE_LIMIT)) and not first.strip():
                first = line.removeprefix(b"\xef\xbb\xbf")
            more = bool(line.strip()) or bool(file.readline(LINE_LIMIT).strip())
        if len(first) >= LINE_LIMIT:
            return ".jsonl" in self.path.name or ".ndjson" in self.path.name
        if not first.lstrip(_SEPARATORS).startswith((b"{", b'"')):
            return False
        try:
            self._decoded(msgspec.json.Decoder(), first.strip(_SEPARATORS))
        except (msgspec.DecodeError, RecursionError):
            return ".jsonl" in self.path.name and first.rstrip().endswith((b"}", b"]"))
        return more or ".jsonl" in self.path.name or ".ndjson" in self.path.name

    def _lines(self, why: str | None = None) -> Iterator[Row]:
        decoder = msgspec.json.Decoder()
        yield from self._some(self._each_line(decoder, why))

    def _some(self, rows: Iterator[Row]) -> Iterator[Row]:
        """`rows`, of which there must be one where something else was left out."""
        row = None
        for row in rows:
            yield row
        if row is None and self.trouble[NO_OBJECT]:
            raise self._no_list()

    def _each_line(self, decoder: msgspec.json.Decoder[Any], why: str | None) -> Iterator[Row]:
        read = 0
        start = b""
        with self._opened() as file:
            while line := file.readline(LINE_LIMIT):
                if len(line) >= LINE_LIMIT:
                    raise too_large(self.path, "a line", LINE_LIMIT, LINE_LIMIT)
                if not (line := line.strip(_SEPARATORS).rstrip(b",")):
                    continue
                start = start or line[:200]
                try:
                    values = _items(self._decoded(decoder, line))
                except (msgspec.DecodeError, RecursionError) as error:
                    found = _several(line)
                    if found is None:
                        why = why or str(error)
                        self.trouble[NOT_JSON] += 1
                        continue
                    values = found
                read += 1
                yield from self._rows(values)
        if not read and self.trouble[NOT_JSON]:
            raise damaged(self.path, why or "it is not JSON", hint=_hint(start))

    def _decoded(self, decoder: msgspec.json.Decoder[Any], data: bytes) -> Any:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            return decoder.decode(data)
        except UnicodeDecodeError:
            mended = self._mended(data)
        except msgspec.DecodeError:
            mended = without_lone_halves(data)
            if mended == data and not _is_utf8(data):
                mended = self._mended(data)
            if mended == data:
                return _python_json(data)
        return self._decoded(decoder, mended)

    def _mended(self, data: bytes) -> bytes:
        """The bytes as UTF-8: from the encoding that the file looks like, or with U+FFFD for those that are none."""
        if self._encoding is None and (found := detect(self.path, "utf-8")) != "utf-8":
            self._encoding = found
        text = (
            cesu_text(data)
            if self._encoding == "cesu-8"
            else data.decode("utf-8" if self._is_wide() else self._encoding or "utf-8", "surrogateescape")
        )
        text, count = UNDECODED.subn("\ufffd", text)
        if count:
            self.trouble["bytes are in no known encoding; each is shown as \ufffd"] += count
        return text.encode()

    def _list(self, found: Any) -> list[Any]:
        if (turned := _turned(found)) is not None:
            return turned
        if isinstance(found, list):
            return found
        if not isinstance(found, dict):
            raise self._no_list()
        if _is_page(found) or _has_text(found):
            return [found]
        candidates = list(_lists(found, DEPTH))
        own = [rows for key, rows in candidates if key in _OWN]
        if not own and len({key for key, _ in candidates}) > 1:
            keys = ", ".join(repr(key[:40]) for key, _ in candidates[:10])
            raise damaged(
                self.path,
                f"it holds several lists with texts ({keys}), and which has the account's own posts is not certain",
                hint="Save the list of the account's own posts in a file by itself.",
            )
        own = own or [rows for _, rows in candidates]
        if not own:
            if any(isinstance(value, list) and not value for value in found.values()):
                return []
            raise self._no_list()
        if len(own) > 1 and len({id(rows) for rows in own}) > 1:
            keys = ", ".join(repr(key[:40]) for key, _ in candidates)
            self.notes.append(f"{self.path.name} holds several lists with texts ({keys}); the first is read.")
        return own[0]

    def _no_list(self) -> ArchiveError:
        return damaged(self.path, "it is JSON, but not a list of objects, nor an object that holds a list of posts")

    def _rows(self, values: list[Any]) -> Iterator[Row]:
        for value in values:
            if isinstance(value, str):
                yield {"text": value}
            elif not isinstance(value, dict):
                self.trouble[NO_OBJECT] += 1
            elif _is_page(value):
                yield from _unrolled(value)
            else:
                yield value


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


_BETWEEN = re.compile(r"[\s,\x1e]*")
_PYTHON = json.JSONDecoder(parse_constant=lambda _: None)


def _python_json(data: bytes) -> Any:
    """JSON as Python writes it, with `NaN` where nothing is.

    Raises:
        msgspec.DecodeError: when it is not that either.
    """
    if b"NaN" not in data and b"Infinity" not in data:
        return msgspec.json.decode(data)
    try:
        return _PYTHON.decode(data.decode())
    except ValueError:
        return msgspec.json.decode(data)


def _several(data: bytes) -> list[Any] | None:
    """The items of several values after each other, as jq and twarc write them; None where it is something else."""
    text, values = data.decode("utf-8", "replace"), []
    at = _after(text, 0)
    while at < len(text):
        try:
            value, at = _PYTHON.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        values += _items(value)
        at = _after(text, at)
    return values or None


def _after(text: str, at: int) -> int:
    """Where the next value begins."""
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _items(value: Any) -> list[Any]:
    """The objects of a list of them, as pages are, or the value alone."""
    return value if isinstance(value, list) and all(isinstance(item, dict) for item in value) else [value]


def _hint(start: bytes) -> str | None:
    """What may help where it is not JSON at all: tables are often given the wrong ending."""
    if (known := _magic.hint(start[:64])) is not None or re.match(rb"[\[{]", start.lstrip()):
        return known
    return "If it is a table with its columns between commas or tabs, give it the ending .csv or .tsv."


def _turned(found: Any) -> list[Any] | None:
    """The rows of a table that is saved in another way than row by row; None where it is not.

    pandas writes `{"text": {"0": …, "1": …}}` (its default), `{"columns": […], "data": [[…], …]}` and
    `{"0": {"text": …}}`; spreadsheets' scripts `[["text", …], […], …]`.
    """
    if isinstance(found, dict):
        columns, data = found.get("columns"), found.get("data")
        if isinstance(columns, list) and isinstance(data, list) and all(isinstance(row, list) for row in data):
            return [dict(zip(map(str, columns), row, strict=False)) for row in data]
        if not found or not all(isinstance(value, dict) for value in found.values()):
            return None
        if any(_key(name) in _TEXTS and all(isinstance(cell, str | None) for cell in column.values())
               for name, column in found.items()):  # fmt: skip
            numbers = dict.fromkeys(number for column in found.values() for number in column)
            return [{name: column.get(number) for name, column in found.items()} for number in numbers]
        if len(found) > 1 and all(_has_text(row) for row in found.values()):
            return [
                row if any(_key(name) == "id" for name in row) else {"id": id_, **row} for id_, row in found.items()
            ]
    elif isinstance(found, list) and len(found) > 1 and all(isinstance(row, list) for row in found):
        names = found[0]
        if all(isinstance(name, str) for name in names) and any(_key(name) in _TEXTS for name in names):
            return [dict(zip(names, row, strict=False)) for row in found[1:]]
    return None


def _key(name: object) -> str:
    return "".join(filter(str.isalnum, str(name)[:80].lower()))


def _has_text(item: Any) -> bool:
    """Whether an object looks like a post, or like a row of an archive with a post inside."""
    if not isinstance(item, dict):
        return False
    if any(isinstance(item.get(key), dict) for key in ("tweet", "post", "record")):
        return True
    if isinstance(item.get("value"), dict) and not {"text", "$type"}.isdisjoint(item["value"]):  # a record of Bluesky
        return True
    return any(_key(name) in _TEXTS and isinstance(value, str | dict) for name, value in item.items())


def _lists(value: Mapping[str, Any], depth: int) -> Iterator[tuple[str, list[Any]]]:
    """The lists in an object whose items are posts, by their keys; not what the account did with others' posts."""
    for name, inside in value.items():
        key = _key(name)
        if key in _NOT_OWN:
            continue
        if isinstance(inside, list):
            objects = [item for item in inside[:20] if isinstance(item, dict)]
            if objects and sum(map(_has_text, objects)) * 2 >= len(objects):
                yield key, inside
        elif isinstance(inside, dict) and depth:
            yield from _lists(inside, depth - 1)


def _is_page(value: Mapping[str, Any]) -> bool:
    """Whether it is an answer of the X API v2: `data` with posts, and `includes` or `meta` beside it."""
    data = value.get("data")
    inside = [data] if isinstance(data, dict) else data
    return isinstance(inside, list) and any(map(_has_text, inside[:20])) and ("includes" in value or "meta" in value)


def _unrolled(page: Mapping[str, Any]) -> Iterator[Row]:
    """The posts of a page, each with its author from what the page includes."""
    includes = page.get("includes")
    users = includes.get("users") if isinstance(includes, dict) else None
    authors = {
        str(user.get("id")): {name: user.get(name) for name in ("username", "name", "protected")}
        for user in (users if isinstance(users, list) else ())
        if isinstance(user, dict)
    }
    data = page["data"]
    for item in [data] if isinstance(data, dict) else data:
        if isinstance(item, dict):
            author = authors.get(str(item.get("author_id")))
            yield {**item, "author": author} if author else item


FORMAT = TableFormat("JSON", (".json", ".jsonl", ".ndjson"), JsonRows)
