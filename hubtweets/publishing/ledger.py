"""What batches have done, in SQLite, so that the next run goes on where this one stopped.

A row for each Hub, repo and template. Nothing in it is needed for safety: a commit is always made on top of the one
that was read, so a lost ledger costs requests, never a second commit. It holds no token.
"""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import msgspec

from hubtweets.errors import LedgerError
from hubtweets.publishing.target import Kind

State = Literal["planned", "sent", "done", "failed"]

_VERSION = 1
_SCHEMA = """
CREATE TABLE repos (
    hub TEXT NOT NULL,
    repo_id TEXT NOT NULL,
    template TEXT NOT NULL,
    state TEXT NOT NULL,            -- planned, sent, done, failed
    kind TEXT,                      -- what was decided
    sha TEXT,                       -- main's commit that this row speaks of; after a commit of ours, that one
    parent TEXT,                    -- the commit that ours was made on top of
    commit_id TEXT,                 -- ours, where one was made
    pull_request INTEGER,
    why TEXT,
    version TEXT,                   -- of what read the card: another one may understand more
    time REAL NOT NULL,             -- seconds since 1970
    PRIMARY KEY (hub, repo_id, template)
) WITHOUT ROWID;
CREATE INDEX commits ON repos (hub, time) WHERE commit_id IS NOT NULL;
"""


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the ledger knows of a repo; see the schema for each column."""

    repo_id: str
    state: State
    kind: Kind | None = None
    sha: str | None = None
    parent: str | None = None
    commit_id: str | None = None
    pull_request: int | None = None
    why: str | None = None
    version: str | None = None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many repos of one Hub, organisation and template are in a state; `last` is in seconds since 1970."""

    hub: str
    organisation: str
    template: str
    state: State
    kind: Kind | None
    repos: int
    commits: int
    last: float


_COLUMNS = Row.__struct_fields__


class Ledger:
    """Opens the books, or begins them. Safe for several threads, and for several processes.

    Args:
        path: the file; its folder is made when missing.

    Raises:
        LedgerError: when it cannot be used, or was written by a newer hubtweets.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        with self._told():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last rows, never the file
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                self._db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        if version not in (0, _VERSION):
            self.close()
            raise LedgerError(
                f"The ledger {path} is of version {version}, and this hubtweets knows {_VERSION}.",
                path=path,
                hint="Upgrade hubtweets, or begin another one: --ledger FILE",
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LedgerError(
                f"The ledger {self.path} cannot be used: {error}",
                path=self.path,
                hint="Choose another file with --ledger FILE. Without the old one nothing is done twice; it only "
                "takes one request a repo to find out.",
            ) from None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def get(self, hub: str, repo_id: str, template: str) -> Row | None:
        """What is known of a repo."""
        sql = f"SELECT {', '.join(_COLUMNS)} FROM repos WHERE hub = ? AND repo_id = ? AND template = ?"  # noqa: S608
        with self._lock, self._told():
            found = self._db.execute(sql, (hub, repo_id, template)).fetchone()
        return None if found is None else Row(**dict(zip(_COLUMNS, found, strict=True)))

    def put(self, hub: str, template: str, row: Row) -> None:
        """Write what is known of a repo now."""
        values = {name: getattr(row, name) for name in _COLUMNS} | {
            "hub": hub,
            "template": template,
            "time": time.time(),
        }
        marks = ", ".join(f":{name}" for name in values)
        with self._lock, self._told():
            self._db.execute(f"INSERT OR REPLACE INTO repos ({', '.join(values)}) VALUES ({marks})", values)  # noqa: S608

    def commits_since(self, hub: str, since: float) -> list[float]:
        """When commits were made on a Hub, from `since` on (seconds since 1970)."""
        sql = "SELECT time FROM repos WHERE hub = ? AND commit_id IS NOT NULL AND time >= ?"
        with self._lock, self._told():
            return [moment for (moment,) in self._db.execute(sql, (hub, since))]

    def tallies(self) -> list[Tally]:
        """What is in the books, summed up."""
        sql = """
            SELECT hub, substr(repo_id, 1, instr(repo_id, '/') - 1) AS organisation, template, state, kind,
                   count(*), count(commit_id), max(time)
            FROM repos
            GROUP BY hub, organisation, template, state, kind ORDER BY hub, organisation, template, state, kind
        """
        with self._lock, self._told():
            rows = self._db.execute(sql).fetchall()
        return [Tally(**dict(zip(Tally.__struct_fields__, row, strict=True))) for row in rows]

    def unfinished(self, limit: int) -> list[Row]:
        """Repos that failed or were being committed when work ended; the newest `limit` of them."""
        sql = (
            f"SELECT {', '.join(_COLUMNS)} FROM repos WHERE state IN ('failed', 'sent') "  # noqa: S608
            "ORDER BY time DESC LIMIT ?"
        )
        with self._lock, self._told():
            rows = self._db.execute(sql, (limit,)).fetchall()
        return [Row(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
