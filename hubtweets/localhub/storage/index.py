"""The listing index: one SQLite row a repo. It holds nothing but what the repos say, and is rebuilt from them."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from hubtweets._shared.disk import PRIVATE_FILE
from hubtweets.localhub.storage.facts import Facts

_VERSION = 2
_SCHEMA = """
CREATE TABLE repos (
    type TEXT NOT NULL,
    id TEXT NOT NULL COLLATE NOCASE,
    key TEXT NOT NULL,              -- the Hub's `_id`
    author TEXT NOT NULL COLLATE NOCASE,
    private INTEGER NOT NULL,
    gated TEXT,                     -- 'auto', 'manual' or NULL
    created TEXT NOT NULL,
    modified TEXT NOT NULL,
    sha TEXT NOT NULL,
    meta_stamp INTEGER NOT NULL,    -- of hub.json, to see changes made behind the index's back
    pipeline TEXT,
    library TEXT,
    tags TEXT NOT NULL,             -- JSON
    card TEXT,                      -- JSON
    config TEXT,                    -- JSON
    files TEXT NOT NULL,            -- JSON: the paths
    readme_oid TEXT,
    config_oid TEXT,
    disabled INTEGER NOT NULL,
    PRIMARY KEY (type, id)
) WITHOUT ROWID;
CREATE INDEX repos_author ON repos (type, author, id);
CREATE TABLE tags (type TEXT NOT NULL, id TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (type, tag, id)) WITHOUT ROWID;
CREATE INDEX tags_id ON tags (type, id);
CREATE TABLE moved (type TEXT NOT NULL, old TEXT NOT NULL COLLATE NOCASE, id TEXT NOT NULL, PRIMARY KEY (type, old));
"""
SORTS = {
    "createdAt": "created",
    "lastModified": "modified",
    "likes": "0",
    "downloads": "0",
    "trendingScore": "0",
}


class Row(NamedTuple):
    """What the index knows of a repo."""

    type: str
    id: str
    key: str
    private: bool
    gated: str | None
    created: str
    modified: str
    sha: str
    meta_stamp: int
    facts: Facts
    files: tuple[str, ...]
    readme_oid: str | None
    config_oid: str | None
    disabled: bool = False

    @property
    def author(self) -> str:
        """The namespace."""
        return self.id.partition("/")[0]


class Query(NamedTuple):
    """What to list. `visible` holds the namespaces whose private repos may be seen; None means all of them."""

    type: str
    author: str | None = None
    search: str | None = None
    tags: Sequence[str] = ()
    pipeline: str | None = None
    gated: bool | None = None
    sort: str = "trendingScore"
    ascending: bool = False
    visible: frozenset[str] | None = None


_COLUMNS = (
    "type, id, key, private, gated, created, modified, sha, meta_stamp, pipeline, library, tags, card, config, files,"
    " readme_oid, config_oid, disabled"
)


def _row(values: Sequence[Any]) -> Row:
    decode = msgspec.json.decode
    facts = Facts(
        tags=tuple(decode(values[11])),
        pipeline_tag=values[9],
        library_name=values[10],
        card=decode(values[12]) if values[12] else None,
        config=decode(values[13]) if values[13] else None,
    )
    return Row._make(
        [*values[:3], bool(values[3]), *values[4:9], facts, tuple(decode(values[14])), *values[15:17], bool(values[17])]
    )


class Index:
    """Safe for several threads: each call borrows a connection of its own, and one lock orders the writes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._write = threading.Lock()
        self._idle: list[sqlite3.Connection] = []
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))  # SQLite's own files beside it get its mode
        path.chmod(PRIVATE_FILE)
        try:
            self._prepare()
        except sqlite3.DatabaseError:  # damaged; it can be made again
            self.close()
            for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
                path.with_name(name).unlink(missing_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))
            self._prepare()

    def _prepare(self) -> None:
        with self._borrowed() as db:
            if db.execute("PRAGMA user_version").fetchone()[0] == _VERSION:
                db.execute("SELECT count(*) FROM repos").fetchone()
                return
            for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                db.execute(f"DROP TABLE {name}")
            db.executescript(_SCHEMA)
            db.execute(f"PRAGMA user_version = {_VERSION}")

    @contextlib.contextmanager
    def _borrowed(self) -> Iterator[sqlite3.Connection]:
        """A connection that nobody else uses meanwhile."""
        try:
            db = self._idle.pop()
        except IndexError:
            db = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False, timeout=30)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = OFF")  # what a power cut loses is read from the repositories again
        try:
            yield db
        finally:
            self._idle.append(db)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it, or after an error none."""
        with self._write, self._borrowed() as db, db:
            db.execute("BEGIN IMMEDIATE")
            yield db

    def _all(self, sql: str, values: Sequence[Any]) -> list[Any]:
        with self._borrowed() as db:
            return db.execute(sql, values).fetchall()

    def close(self) -> None:
        """Close every connection."""
        while self._idle:
            self._idle.pop().close()

    def put(self, row: Row) -> None:
        """Insert or replace a repo's row."""
        encode = msgspec.json.encode
        facts = row.facts
        values = (
            row.type, row.id, row.key, row.author, int(row.private), row.gated, row.created, row.modified, row.sha,
            row.meta_stamp, facts.pipeline_tag, facts.library_name, encode(facts.tags).decode(),
            None if facts.card is None else encode(facts.card).decode(),
            None if facts.config is None else encode(facts.config).decode(),
            encode(row.files).decode(), row.readme_oid, row.config_oid,
            int(row.disabled),
        )  # fmt: skip
        marks = ", ".join("?" * len(values))
        with self._writing() as db:
            had = {tag for (tag,) in db.execute("SELECT tag FROM tags WHERE type = ? AND id = ?", (row.type, row.id))}
            db.execute(f"INSERT OR REPLACE INTO repos VALUES ({marks})", values)  # noqa: S608
            if had != set(facts.tags):
                db.execute("DELETE FROM tags WHERE type = ? AND id = ?", (row.type, row.id))
                db.executemany("INSERT INTO tags VALUES (?, ?, ?)", [(row.type, row.id, tag) for tag in facts.tags])

    def remove(self, type_: str, id_: str) -> None:
        """Forget a repo and every name that led to it."""
        with self._writing() as db:
            db.execute("DELETE FROM repos WHERE type = ? AND id = ?", (type_, id_))
            db.execute("DELETE FROM tags WHERE type = ? AND id = ?", (type_, id_))
            db.execute("DELETE FROM moved WHERE type = ? AND id = ?", (type_, id_))

    def set_moved(self, type_: str, id_: str, former: Sequence[str]) -> None:
        """Let the former names of a repo lead to it."""
        with self._writing() as db:
            db.executemany("INSERT OR REPLACE INTO moved VALUES (?, ?, ?)", [(type_, old, id_) for old in former])

    def get(self, type_: str, id_: str) -> Row | None:
        """The repo's row, found without regard to case, as on the Hub."""
        found = self._all(f"SELECT {_COLUMNS} FROM repos WHERE type = ? AND id = ?", (type_, id_))  # noqa: S608
        return _row(found[0]) if found else None

    def holds(self, row: Row) -> bool:
        """Whether the repo of a row is still there, under the same id."""
        return bool(self._all("SELECT 1 FROM repos WHERE type = ? AND id = ? AND key = ?", (row.type, row.id, row.key)))

    def moved_to(self, type_: str, id_: str) -> str | None:
        """Where a repo of this former name is now."""
        found = self._all("SELECT id FROM moved WHERE type = ? AND old = ?", (type_, id_))
        return str(found[0][0]) if found else None

    def stamps(self) -> list[tuple[str, str, str, int]]:
        """(type, id, sha, meta stamp) of every repo."""
        return self._all("SELECT type, id, sha, meta_stamp FROM repos", ())

    def page(self, query: Query, *, after: Sequence[Any] | None, limit: int) -> tuple[list[Row], list[Any] | None]:
        """One page, and the cursor of the next one (None at the end).

        The default order is by name: nothing that a commit changes, so a batch can write while it pages.
        """
        where, values = self._where(query)
        column = SORTS[query.sort]
        way, order = (">", "ASC") if query.ascending else ("<", "DESC")
        if after is not None:
            if column == "0":
                where.append("id > ?")
                values.append(after[1])
            else:
                where.append(f"({column} {way} ? OR ({column} = ? AND id > ?))")
                values += [after[0], after[0], after[1]]
        sort = "id" if column == "0" else f"{column} {order}, id"
        sql = f"SELECT {_COLUMNS} FROM repos WHERE {' AND '.join(where)} ORDER BY {sort} LIMIT ?"  # noqa: S608
        rows = [_row(found) for found in self._all(sql, [*values, limit + 1])]
        if len(rows) <= limit:
            return rows, None
        last = rows[limit - 1]
        return rows[:limit], [{"created": last.created, "modified": last.modified}.get(column), last.id]

    def _where(self, query: Query) -> tuple[list[str], list[Any]]:
        where, values = ["type = ?"], [query.type]

        def add(clause: str, *more: Any) -> None:
            where.append(clause)
            values.extend(more)

        if query.author is not None:
            add("author = ?", query.author)
        if query.search:
            escaped = query.search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            add("id LIKE ? ESCAPE '\\'", f"%{escaped}%")
        for tag in query.tags:
            add("id IN (SELECT id FROM tags WHERE type = ? AND tag = ?)", query.type, tag)
        if query.pipeline is not None:
            add("pipeline = ?", query.pipeline)
        if query.gated is not None:
            add("gated IS NOT NULL" if query.gated else "gated IS NULL")
        if query.visible is not None:
            marks = ", ".join("?" * len(query.visible))
            add(f"(private = 0 OR author IN ({marks}))", *query.visible)
        return where, values

    def count(self, query: Query) -> int:
        """How many repos a query finds."""
        where, values = self._where(query)
        return int(self._all(f"SELECT count(*) FROM repos WHERE {' AND '.join(where)}", values)[0][0])  # noqa: S608
