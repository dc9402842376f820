"""A table with posts of many accounts, taken apart once: each account's rows are then read without the others'.

One streamed pass writes the rows as they are, as Parquet, into a fixed number of parts by a checksum of their author,
so that memory grows neither with the rows nor with the accounts. What a row means is `Table`'s to say, as ever.
"""

from __future__ import annotations

import shutil
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets._shared import disk
from hubtweets._shared.progress import SILENT, Progress
from hubtweets._shared.text import one_line
from hubtweets.errors import ArchiveError, MissingExtraError, WhosePostsError
from hubtweets.posts.contract import OrderedSource
from hubtweets.posts.options import DEFAULT_OPTIONS, ReadOptions
from hubtweets.posts.sources._authors import author_of, meant_by
from hubtweets.posts.sources._columns import Places, Row, flattened
from hubtweets.posts.sources.table import Table
from hubtweets.posts.values import is_nothing

if TYPE_CHECKING:
    from filelock import BaseFileLock

PARTS = 256
"""Files that the rows are written to; of 10,000 accounts, 40 share one."""

_MOST_HELD = 16_000_000
"""Bytes of rows in memory, of all parts together, before they are written: a group of rows in each part."""

_OVERHEAD = 150
"""Bytes that Python needs for a row besides its content, about."""

_FACTS = "accounts.json"
_ASKED = ("handle", "url", "profile", "author_id", "visibility")


class _Accounts(msgspec.Struct):
    """Rows by author (in lower case; "" for rows without one), and the authors of ids that stand beside them."""

    rows: dict[str, int]
    ids: dict[str, str]


class SplitTable:
    """The accounts of one table, for as long as `folder` is there.

    Args:
        path: the table's file.
        rows: its rows; read once, and not at all where an earlier run did.
        folder: where the parts are kept, for the user's eyes alone. Runs at the same time keep their own.
        title: what its form is called where the tool that made it is not known.
        reading: `columns` says which column is what.
        progress: is shown how many rows were read.

    Raises:
        MissingExtraError: without pyarrow.
        ArchiveError: when the table is damaged.
        OSError: when the parts cannot be written.
    """

    def __init__(
        self,
        path: Path,
        rows: Iterable[Row],
        folder: Path,
        *,
        title: str,
        reading: ReadOptions = DEFAULT_OPTIONS,
        progress: Progress = SILENT,
    ) -> None:
        state = path.stat()
        name = msgspec.json.encode([str(path.resolve()), state.st_size, state.st_mtime_ns, reading.columns])
        self.path = path
        self._name = disk.sha256(name)[:24]
        self.folder, self._lock = _own_folder(folder, self._name)
        self._title, self._reading = title, reading
        facts = self.folder / _FACTS
        if not facts.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
            disk.private_folder(self.folder)
            accounts = self._split(rows, progress)
            disk.write_bytes(facts, msgspec.json.encode(accounts), private=True)
        self._accounts = msgspec.json.decode(facts.read_bytes(), type=_Accounts)
        self._by_id: dict[str, list[str]] = {}  # for rows that came before the first that told whose id it is
        for identifier, author in self._accounts.ids.items():
            self._by_id.setdefault(author, []).append(f"#{identifier}")

    def source(self, handle: str | None, name: str | None) -> OrderedSource:
        """The posts of one account, as `Table` reads them.

        Raises:
            WhosePostsError: when there are several accounts, and none of them is `handle`.
        """
        rows = self._accounts.rows
        wanted = (handle or "").strip().removeprefix("@").lower()
        ids = [who for who in rows if who.startswith("#")]
        if len(ids) > 1 or any(rows.keys() - {"", *ids}):
            found = meant_by(wanted, rows.keys()) if wanted else None
            if found is None:
                most = sorted(rows.items(), key=lambda item: -item[1])[:1000]
                raise WhosePostsError(self.path.name, {one_line(who): count for who, count in most if who}, handle)
            authors = {found, *self._by_id.get(found, ())}
        else:
            authors = {"", *ids}  # nothing says whose it is, so it is one account's
        table = Table(
            self.path.name, self._rows(authors & rows.keys()), handle=handle, name=name, reading=self._reading
        )
        table.form = table.form or self._title
        return OrderedSource(table)

    def close(self, *, keep: bool) -> None:
        """No more is read. The parts, which hold posts, are taken away, unless a later run is to `keep` using them.

        Those of a run beside another always go, of one that was killed as well: a run alone would not find them.
        """
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()
        for beside in list(self.folder.parent.glob(f"{self._name}-*[0-9]")):
            if (lock := _lock_of(beside)) is not None:
                shutil.rmtree(beside, ignore_errors=True)
                lock.release()

    def _split(self, rows: Iterable[Row], progress: Progress) -> _Accounts:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError:
            raise MissingExtraError("Reading a table of many accounts", extra="train") from None
        accounts = _Accounts({}, {})
        schema = pa.schema({"author": pa.string(), "row": pa.binary()})
        writers: dict[int, Any] = {}
        held: dict[int, tuple[list[str], list[bytes]]] = {}
        size = count = 0

        def write() -> None:
            for part, columns in held.items():
                if part not in writers:
                    to_parquet = pq.ParquetWriter(
                        _file(self.folder, part),
                        schema,
                        compression="zstd",
                        use_dictionary=False,
                        write_statistics=False,
                    )
                    writers[part] = open_.enter_context(to_parquet)
                writers[part].write_batch(pa.record_batch(list(columns), schema=schema))
            held.clear()
            task.advance(count)

        with ExitStack() as open_, progress.task(f"Reading {self.path.name}", unit="rows") as task:
            for author, row in self._authors(rows, accounts):
                content = msgspec.json.encode(row, enc_hook=str)
                authors, contents = held.setdefault(_part(author), ([], []))
                authors.append(author)
                contents.append(content)
                size, count = size + len(content) + _OVERHEAD, count + 1
                if size > _MOST_HELD:
                    write()
                    size = count = 0
            write()
        for warned in getattr(rows, "notes", ()):
            progress.warn(warned)
        for what, count in getattr(rows, "trouble", {}).items():
            progress.warn(f"{self.path.name}: {count:,} {what}.")
        return accounts

    def _authors(self, rows: Iterable[Row], accounts: _Accounts) -> Iterator[tuple[str, Row]]:
        """Each row with whose it is; counts them on the way."""
        counted: Counter[str] = Counter()
        known: dict[tuple[str, ...], Places] = {}
        for row in rows:
            flat = flattened(row["tweet"] if isinstance(row.get("tweet"), dict) else row)
            keys = tuple(flat)
            if keys not in known:
                known[keys] = Places(keys, self._reading.columns)
            values = {
                what: next(
                    (flat[name] for name in known[keys].by_what.get(what, ()) if not is_nothing(flat[name])), None
                )
                for what in _ASKED
            }
            author, author_id = author_of(values)
            author = author.lower()
            if author and author_id:
                accounts.ids.setdefault(author_id, author)
            elif author_id:
                author = accounts.ids.get(author_id, f"#{author_id}")
            counted[author] += 1
            yield author, row
        accounts.rows.update(counted)

    def _rows(self, authors: set[str]) -> list[Row]:
        import pyarrow as pa
        import pyarrow.compute as pc
        import pyarrow.dataset as ds

        found: list[Row] = []
        for part in sorted({_part(author) for author in authors}):
            try:
                table = ds.dataset(_file(self.folder, part), format="parquet").to_table(
                    columns=["row"], filter=pc.field("author").isin(sorted(authors)), use_threads=False
                )
            except (pa.ArrowException, OSError) as error:
                raise ArchiveError(f"{self.folder} is damaged: {error}", path=self.path, hint="Remove it.") from None
            found += [msgspec.json.decode(row.as_py()) for row in table["row"]]
        return found


def _own_folder(folder: Path, name: str) -> tuple[Path, BaseFileLock]:
    """The first folder of that name, or of that name and a number, that no other run uses, and its lock."""
    disk.private_folder(folder)
    own, number = folder / name, 1
    while (lock := _lock_of(own)) is None:
        number += 1
        own = folder / f"{name}-{number}"
    return own, lock


def _lock_of(folder: Path) -> BaseFileLock | None:
    """The lock of such a folder, held from now on; None where another run holds it."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{folder}.lock", thread_local=False)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return None
    return lock


def _part(author: str) -> int:
    return zlib.crc32(author.encode()) % PARTS


def _file(folder: Path, part: int) -> Path:
    return folder / f"{part}.parquet"
