"""What runs have done, in SQLite, so that the next run goes on where this one stopped.

A row for each Hub, repo and template. Nothing in it is needed for safety: a commit is always made on top of the one
that was read, so a lost ledger costs requests, never a second commit. It holds no token.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from hubtweets._shared import disk
from hubtweets.errors import LedgerError
from hubtweets.hub.pacing import HOUR, LONG, Quota, Stop
from hubtweets.publishing.target import Kind

T = TypeVar("T")

State = Literal["planned", "sent", "done", "failed"]

_VERSION = 1
_PATIENCE = 30.0  # seconds that another process may hold the file
_SCHEMA = """
CREATE TABLE repos (
    hub TEXT NOT NULL,
    repo_id TEXT NOT NULL COLLATE NOCASE,
    template TEXT NOT NULL,
    state TEXT NOT NULL,            -- planned, sent, done, failed
    kind TEXT,                      -- what was decided
    head TEXT,                      -- main's commit that this row speaks of; after a commit of ours, that one
    parent TEXT,                    -- the commit that ours was made on top of
    commit_id TEXT,                 -- ours, where one was made
    pull_request INTEGER,
    reason TEXT,
    version TEXT,                   -- of what decided about the card: another one may understand more
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
    head: str | None = None
    parent: str | None = None
    commit_id: str | None = None
    pull_request: int | None = None
    reason: str | None = None
    version: str | None = None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How many repos of one Hub, namespace and template are in a state; `last` is in seconds since 1970."""

    hub: str
    namespace: str
    template: str
    state: State
    kind: Kind | None
    repos: int
    commits: int
    last: float


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A pull request of ours; `status` is what the Hub says of it, None where that is not known."""

    hub: str
    repo_id: str
    pull_request: int
    status: str | None = None


_COLUMNS = Row.__struct_fields__


class Ledger:
    """Opens a ledger, or begins one. Safe for several threads, and for several processes.

    Args:
        path: the file; its folder is made when missing, and only the user may read what is made.
        stop: asked while another process holds the file, and what time is taken from; default never, the machine's.

    Raises:
        LedgerError: when it cannot be used, or was written by a newer hubtweets.
    """

    def __init__(self, path: Path, *, stop: Stop | None = None) -> None:
        self.path = path
        self._stop = stop or Stop()
        self._clock = self._stop.clock
        self._lock = threading.Lock()
        with self._explained():
            if not path.parent.exists():
                disk.private_folder(path.parent)
            new = not path.exists()
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=0)
            if new:
                path.chmod(disk.PRIVATE_FILE)  # the files beside it take its mode
        try:
            version = self._run(self._open)
        except BaseException:
            self.close()
            raise
        if version not in (0, _VERSION):
            self.close()
            raise LedgerError(
                f"The ledger {path} is of version {version}, and this hubtweets knows {_VERSION}.",
                path=path,
                hint="Upgrade hubtweets, or begin another one: --ledger FILE",
            )

    def _open(self) -> int:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last rows, never the file
        version = int(self._db.execute("PRAGMA user_version").fetchone()[0])
        if version == 0:
            self._db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
        return version

    def _run(self, action: Callable[[], T]) -> T:
        """Do something with the file; where another process holds it, for as long as `_PATIENCE` and `stop` allow."""
        since = self._clock.monotonic()
        with self._lock, self._explained():
            while True:
                try:
                    return action()
                except sqlite3.OperationalError as error:
                    busy = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
                    waited = self._clock.monotonic() - since
                    if not busy or waited > _PATIENCE:
                        raise
                    if self._db.in_transaction:
                        self._db.execute("ROLLBACK")
                    if waited >= LONG:
                        self._stop.tell(_PATIENCE - waited, f"{self.path}, which another process holds")
                    self._stop.sleep(0.05)  # not SQLite's own wait, which nothing ends

    @contextmanager
    def _explained(self) -> Iterator[None]:
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
        found = self._run(lambda: self._db.execute(sql, (hub, repo_id, template)).fetchone())
        return None if found is None else Row(**dict(zip(_COLUMNS, found, strict=True)))

    def put(self, hub: str, template: str, row: Row) -> None:
        """Write what is known of a repo now."""
        place = {"hub": hub, "template": template, "time": self._clock.now()}
        values = {name: getattr(row, name) for name in _COLUMNS} | place
        marks = ", ".join(f":{name}" for name in values)
        sql = f"INSERT OR REPLACE INTO repos ({', '.join(values)}) VALUES ({marks})"  # noqa: S608
        self._run(lambda: self._db.execute(sql, values))

    def proposals(self, hub: str, repo_id: str) -> list[Proposal]:
        """The pull requests of ours in a repo, with whatever template, that may still be open."""
        return self._proposals("hub = ? AND repo_id = ?", (hub, repo_id))

    def newest_proposals(self, limit: int) -> list[Proposal]:
        """The newest `limit` of the pull requests of ours that may still be open, in all repos."""
        return self._proposals("1 GROUP BY hub, repo_id, pull_request ORDER BY max(time) DESC LIMIT ?", (limit,))

    def _proposals(self, where: str, values: tuple[object, ...]) -> list[Proposal]:
        sql = (
            "SELECT hub, repo_id, pull_request FROM repos "  # noqa: S608
            f"WHERE pull_request IS NOT NULL AND commit_id IS NOT NULL AND {where}"
        )
        rows = self._run(lambda: self._db.execute(sql, values).fetchall())
        return [Proposal(**dict(zip(Proposal.__struct_fields__, row, strict=False))) for row in rows]

    def forget_proposal(self, proposal: Proposal) -> None:
        """A pull request is not open any more; its repo is looked at again by the next run."""
        sql = "UPDATE repos SET pull_request = NULL, head = NULL WHERE hub = ? AND repo_id = ? AND pull_request = ?"
        values = (proposal.hub, proposal.repo_id, proposal.pull_request)
        self._run(lambda: self._db.execute(sql, values))

    def quota(self, hub: str, limit: int | None) -> Quota:
        """A budget of `limit` commits an hour on a Hub, with those that earlier runs made."""
        if limit is None:
            return Quota(None)
        sql = "SELECT time FROM repos WHERE hub = ? AND commit_id IS NOT NULL AND time >= ?"
        since = self._clock.now() - HOUR
        return Quota(limit, [moment for (moment,) in self._run(lambda: self._db.execute(sql, (hub, since)).fetchall())])

    def failed(self, hub: str, template: str) -> frozenset[str]:
        """The repos that the last run could not do, in lower case."""
        sql = "SELECT repo_id FROM repos WHERE hub = ? AND template = ? AND state = 'failed'"
        rows = self._run(lambda: self._db.execute(sql, (hub, template)).fetchall())
        return frozenset(repo_id.lower() for (repo_id,) in rows)

    def tallies(self) -> list[Tally]:
        """What is in the ledger, summed up."""
        sql = """
            SELECT hub, substr(repo_id, 1, instr(repo_id, '/') - 1) AS namespace, template, state, kind,
                   count(*), count(commit_id), max(time)
            FROM repos
            GROUP BY hub, namespace, template, state, kind ORDER BY hub, namespace, template, state, kind
        """
        rows = self._run(lambda: self._db.execute(sql).fetchall())
        return [Tally(**dict(zip(Tally.__struct_fields__, row, strict=True))) for row in rows]

    def unfinished(self, limit: int) -> list[Row]:
        """Repos that failed or were being committed when work ended; the newest `limit` of them."""
        sql = (
            f"SELECT {', '.join(_COLUMNS)} FROM repos WHERE state IN ('failed', 'sent') "  # noqa: S608
            "ORDER BY time DESC LIMIT ?"
        )
        rows = self._run(lambda: self._db.execute(sql, (limit,)).fetchall())
        return [Row(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]


class LedgerSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds, summed up, the newest repos that failed or were being committed when work ended, and the
    newest pull requests that may still be open."""

    path: str
    tallies: list[Tally]
    unfinished: list[Row]
    proposals: list[Proposal] = []


def default_ledger() -> Path:
    """Where the ledger is, unless said otherwise."""
    import platformdirs

    return platformdirs.user_state_path("hubtweets") / "ledger.sqlite3"


def summary(path: Path | None = None) -> LedgerSummary:
    """What a ledger holds; nothing where there is none.

    Raises:
        LedgerError: when it cannot be read.
    """
    path = path or default_ledger()
    if not path.exists():
        return LedgerSummary(path=str(path), tallies=[], unfinished=[])
    ledger = Ledger(path)
    try:
        return LedgerSummary(
            path=str(path),
            tallies=ledger.tallies(),
            unfinished=ledger.unfinished(20),
            proposals=ledger.newest_proposals(20),
        )
    finally:
        ledger.close()
