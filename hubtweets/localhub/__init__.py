"""The local Hub: the Hugging Face Hub's API on git repositories in a folder, served on this machine.

`LocalHub` is the whole public interface. Everything else here is imported when a Hub is started.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from hubtweets._shared import disk
from hubtweets.errors import LocalHubError, MissingExtraError
from hubtweets.localhub.faults import Fault, Faults, Plan
from hubtweets.localhub.limits import WINDOW, Limiter
from hubtweets.localhub.network import is_loopback, listen

if TYPE_CHECKING:
    from typing import Self

    import uvicorn

    from hubtweets.localhub.accounts import Accounts
    from hubtweets.localhub.jobs import Jobs
    from hubtweets.localhub.storage.index import Row
    from hubtweets.localhub.storage.seed import Seed
    from hubtweets.localhub.storage.store import Unreadable
    from hubtweets.localhub.traffic import Logged, Traffic

__all__ = ["Fault", "LocalHub"]

_STARTING = 30  # seconds that a server may take to start or to stop


class LocalHub:
    """A Hub in `folder`, served from a thread while a `with` block runs.

    Args:
        folder: made when it is missing; holds repositories, LFS objects, users and tokens.
        host: the address to listen on. Anything but loopback asks every request for a token.
        port: 0 takes a free one.
        accounts: users, organisations and tokens, instead of those in `folder/accounts.json`.
        body_limit: bytes that one request's body may have, LFS uploads aside.
        part_size: bytes of a part of a multipart LFS upload; larger files are uploaded in parts.
        limits: requests that a caller has in a window, by bucket (`api`, `resolvers`, `pages`); no limits without it.
        window: seconds.
        faults: what goes wrong on purpose, and `seed` for which requests it hits.
        clock: seconds since 1970; tests give their own.

    Raises:
        MissingExtraError: when the extra `hub` is not installed.
        UsageError: for limits that are none.
        LocalHubError: when the folder or the port cannot be used.
    """

    def __init__(
        self,
        folder: str | Path,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        accounts: Accounts | None = None,
        body_limit: int = 256 * 1024 * 1024,
        part_size: int = 64 * 1024 * 1024,
        limits: Mapping[str, int] | None = None,
        window: float = WINDOW,
        faults: Sequence[Fault] = (),
        seed: int = 0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.folder = disk.expanded(folder).absolute()
        self.host = host
        self._port = port
        self._accounts = accounts
        self._body_limit = body_limit
        self._part_size = part_size
        self._clock = clock
        self._limiter = Limiter(limits or {}, window, clock)
        self._faults = Faults(faults, seed)
        self._traffic: Traffic | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._jobs: Jobs | None = None
        self.endpoint = ""
        self.user = ""
        self.token = ""
        self.read_token = ""

    def start(self) -> None:
        """Open the folder and serve it; `endpoint`, `user`, `token` and `read_token` are set from here on."""
        try:
            import uvicorn

            from hubtweets.localhub import app
            from hubtweets.localhub.accounts import Keys
            from hubtweets.localhub.call import Site
            from hubtweets.localhub.jobs import Jobs
            from hubtweets.localhub.storage.store import Store
            from hubtweets.localhub.traffic import Protocol
        except ImportError as error:
            if (error.name or "").partition(".")[0] not in {
                "pygit2",
                "starlette",
                "uvicorn",
                "pathspec",
                "anyio",
                "cronsim",
            }:
                raise
            raise MissingExtraError("The local Hub", extra="hub") from None
        listener = listen(self.host, self._port)
        with contextlib.ExitStack() as undo:
            undo.callback(listener.close)
            self._store = Store(self.folder, clock=self._clock)
            undo.callback(self._store.close)
            keys = self._keys = Keys(self.folder / "accounts.json", self._accounts)
            jobs = self._jobs = Jobs(self.folder, clock=self._clock) if is_loopback(self.host) else None
            undo.pop_all()
        shown = f"[{self.host}]" if ":" in self.host else self.host
        self.endpoint = f"http://{shown}:{listener.getsockname()[1]}"
        self.user = keys.first.name
        self.token = keys.token_of(keys.first, "write")
        self.read_token = keys.token_of(keys.first, "read")
        site = Site(
            store=self._store,
            keys=keys,
            endpoint=self.endpoint,
            body_limit=self._body_limit,
            tokens_required=not is_loopback(self.host),
            secret=self.token.encode(),
            part_size=self._part_size,
            jobs=jobs,
        )
        application, self._traffic = app.build(site, self._limiter, self._faults)
        config = uvicorn.Config(
            application, http=Protocol, log_config=None, access_log=False, lifespan="off", server_header=False,
            ws="none", proxy_headers=False,
            timeout_graceful_shutdown=2,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, name="local-hub", daemon=True
        )
        self._thread.start()
        deadline = time.monotonic() + _STARTING
        while not self._server.started:
            if not self._thread.is_alive() or time.monotonic() > deadline:
                self.stop()
                raise LocalHubError(
                    "The local Hub did not start.", path=self.folder, hint="Run the same command again."
                )
            time.sleep(0.005)
        self._store.announce(self.endpoint, self.token)
        if jobs is not None:
            self._store.listeners.append(self._changed)
            jobs.begin(self.endpoint)

    def _changed(self, row: Row) -> None:
        """Tell the webhooks of a repo whose main has moved."""
        if self._jobs is not None:
            prefix = "" if row.type == "model" else f"{row.type}s/"
            urls = {"web": f"{self.endpoint}/{prefix}{row.id}", "api": f"{self.endpoint}/api/{row.type}s/{row.id}"}
            repo = {"type": row.type, "name": row.id, "id": row.key, "private": row.private, "headSha": row.sha}
            event = {"action": "update", "scope": "repo.content"}
            ref = {"ref": "refs/heads/main", "newSha": row.sha}
            payload = {"event": event, "repo": {**repo, "url": urls, "owner": {"id": row.author}}, "updatedRefs": [ref]}
            self._jobs.changed(row.type, row.id, payload)

    def tick(self) -> list[str]:
        """Start the scheduled jobs that are due by the Hub's clock, which happens by itself every second; their ids."""
        return [] if self._jobs is None else [job.id for job in self._jobs.tick()]

    def stop(self) -> None:
        """Stop serving and let the folder go. Harmless when it is not running."""
        if self._server is None or self._thread is None:
            return
        if self._jobs is not None:  # first: their last requests are answered still
            self._jobs.close()
        self._server.should_exit = True
        self._thread.join(_STARTING)
        self._server = self._thread = None
        self._store.close()

    @property
    def environment(self) -> dict[str, str]:
        """The variables that point huggingface_hub, and all that stands on it, to this Hub."""
        return {"HF_ENDPOINT": self.endpoint, "HF_TOKEN": self.token, "HF_HUB_DISABLE_XET": "1"}

    def set_faults(self, *faults: Fault, seed: int = 0) -> None:
        """What goes wrong from now on; nothing when called without any."""
        self._faults.set(Plan(faults=list(faults), seed=seed))

    @property
    def requests(self) -> list[Logged]:
        """Every request since the start, or since `clear_requests`; at most the last 200,000."""
        return list(self._traffic.log) if self._traffic else []

    def clear_requests(self) -> None:
        """Begin an empty log."""
        if self._traffic:
            self._traffic.log.clear()

    def trust(
        self,
        repository: str,
        repo_id: str,
        *,
        repo_type: str = "model",
        branch: str = "",
        workflow: str = "",
        environment: str = "",
        read_only: bool = False,
    ) -> None:
        """Let the CI jobs of `repository` (`owner/name`) publish to a repo without a stored token.

        Where a branch, a workflow (the name of its file) or an environment is given, the job's have to be the same.
        """
        from hubtweets.localhub.accounts import Publisher

        self._keys.add_publisher(
            Publisher(
                repo_id=repo_id, repository=repository, repo_type=repo_type, branch=branch, workflow=workflow,
                environment=environment, read_only=read_only,
            )
        )  # fmt: skip

    def job_environment(
        self,
        repository: str,
        *,
        branch: str = "main",
        workflow: str = "refresh.yml",
        event: str = "schedule",
        environment: str = "",
    ) -> dict[str, str]:
        """What GitHub Actions would set for a job of `repository`, with this Hub as the issuer of its id tokens.

        The rest is what the id tokens will claim of the job: where it runs, and why.
        """
        from hubtweets.localhub.api import oidc

        return oidc.job_environment(
            self.endpoint, self.token.encode(), repository, branch=branch, workflow=workflow, event=event,
            environment=environment, now=self._clock(),
        )  # fmt: skip

    def seed(
        self,
        repos: Iterable[Seed | tuple[str, Mapping[str, bytes]]],
        *,
        made: Callable[[], None] = lambda: None,
    ) -> int:
        """Make model repos past the API, which is faster; returns how many were made.

        Args:
            repos: what to make: an id and the files that the first commit holds, or a `Seed` for more.
            made: called after each.

        Raises:
            LocalHubError: for an id that the Hub would not allow.
        """
        from hubtweets.localhub.storage.seed import Seed, fill

        seeds = (repo if isinstance(repo, Seed) else Seed(*repo) for repo in repos)
        return fill(self._store, self._keys, seeds, made=made)

    @staticmethod
    def running(folder: str | Path) -> tuple[str, str] | None:
        """The address and the write token of the server that serves `folder`, or None when nobody does."""
        from hubtweets.localhub.storage.folder import running

        serving = running(disk.expanded(folder).absolute())
        return None if serving is None else (serving.endpoint, serving.token)

    @property
    def unreadable(self) -> list[Unreadable]:
        """The repositories in the folder that could not be read; they are left out and left as they are."""
        return list(self._store.unreadable)

    def disable(self, repo_id: str, *, repo_type: str = "model", disabled: bool = True) -> None:
        """Close a repo, as the Hub does with what breaks its rules; nobody reads or writes it until it is opened again.

        Raises:
            LocalHubError: when there is no such repo.
        """
        row = self._store.index.get(repo_type, repo_id)
        if row is None:
            raise LocalHubError(f"There is no {repo_type} {repo_id}.", path=self.folder)
        with self._store.changing(row):
            meta = self._store.meta(row)
            meta.disabled = disabled
            self._store.set_meta(row, meta)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()
