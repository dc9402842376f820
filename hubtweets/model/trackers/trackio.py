"""trackio with its own SDK: on this machine, on a server of one's own, or in a Space that was asked for.

trackio swallows the failures of its server and goes on locally; here the server is asked for the run itself before its
address is told. Nothing of the machine is logged, and no Space is made that was not named.
"""

from __future__ import annotations

import importlib.util
import os
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit, urlunsplit

from hubtweets.errors import MissingExtraError, TrackerError
from hubtweets.model.trackers.interface import (
    PROJECT,
    ArtifactFacts,
    Losses,
    RunKey,
    RunStart,
    SampleTable,
    TrackingConfig,
)

_SPACES = "https://huggingface.co/spaces/"
_SECONDS_TO_ARRIVE = 5


class TrackioTracker:
    """A run at trackio."""

    def __init__(self, folder: Path, config: TrackingConfig) -> None:
        if importlib.util.find_spec("trackio") is None:
            raise MissingExtraError("Tracking with trackio", extra="trackio")
        self._space = config.space or os.environ.get("TRACKIO_SPACE_ID") or None
        self._server = None if self._space else os.environ.get("TRACKIO_SERVER_URL") or None
        self._config = config
        self._project = PROJECT
        self._run: Any = None

    def check(self) -> None:
        import huggingface_hub

        if self._space and huggingface_hub.get_token() is None:
            raise TrackerError(
                f"trackio cannot write to the Space {self._space}: you are not logged in.",
                tracker="trackio",
                hint="Run `hf auth login`, or leave --track-space out: the run then stays on this machine.",
            )
        if self._server and not _write_token(self._server):
            raise TrackerError(
                "trackio cannot write to the server in TRACKIO_SERVER_URL: there is no write token.",
                tracker="trackio",
                hint="Set TRACKIO_WRITE_TOKEN to what the server printed when it started.",
            )

    def start(self, run: RunStart) -> str | None:
        import trackio

        self._project = run.project or self._config.project or os.environ.get("TRACKIO_PROJECT") or PROJECT
        self._run = trackio.init(
            project=self._project,
            name=run.name,
            group=run.job_type,
            space_id=self._space,
            server_url=self._server,
            config=dict(run.config),
            resume="allow" if run.resume else "never",
            private=self._config.private or None,
            embed=False,
            auto_log_gpu=False,
            auto_log_cpu=False,
        )
        return self._address(run.name)

    def log(self, losses: Losses) -> None:
        self._run.log({**losses.values, "train/global_step": losses.step}, step=losses.step)

    def table(self, table: SampleTable) -> None:
        import trackio

        rows = [list(row) for row in table.rows]
        self._run.log({table.name: trackio.Table(columns=list(table.columns), data=rows)})

    def artifact(self, artifact: ArtifactFacts) -> str | None:
        import trackio

        logged = trackio.Artifact(artifact.name, artifact.type, metadata=dict(artifact.metadata))
        for name in artifact.files:
            logged.add_file(name, name=name)
        for name, address in artifact.references.items():
            logged.add_reference(address, name=name, checksum=False)
        self._run.log_artifact(logged)
        return None  # it has no page of its own

    def finish(self, failed: bool) -> None:
        self._run.finish()

    def sync(self, run: RunKey) -> str | None:
        if self._space is None and self._server is None:
            raise TrackerError(
                "a run of trackio on this machine has no server to go to",
                tracker="trackio",
                hint="`trackio sync --project huggingtweets --space-id NAME` copies a project to a Space.",
            )
        # what a server did not take waits in trackio's database, and goes with the next run of the project
        start = RunStart(
            role="training", run_id=run.run_id, name=run.name, job_type="", project=run.project, resume=True
        )
        address = self.start(start)
        self.finish(failed=False)
        return address

    def delete(self, run: RunKey) -> None:
        server, project, name = _parts(run)
        if server is None:
            from trackio.sqlite_storage import SQLiteStorage

            gone = SQLiteStorage.delete_run(project, name)
        else:
            gone = self._client(server).predict(api_name="/delete_run", project=project, run=name)
        if not gone:
            raise TrackerError(f"the run {name} of {project} was not found", tracker="trackio")

    def find(self, output_dir: Path) -> list[str]:
        from trackio.sqlite_storage import SQLiteStorage

        from hubtweets.model.folder import training_arguments

        args = training_arguments(output_dir)
        project, name = getattr(args, "project", None), getattr(args, "run_name", None)
        if not project or not name or name not in SQLiteStorage.get_runs(project):
            return []
        space = SQLiteStorage.get_project_metadata(project, "space_id")
        return [_page(_SPACES + space, project, name)] if space else []

    def _address(self, name: str) -> str | None:
        """The run's page, once the server lists the run."""
        server = self._space or self._server
        if server is None:
            return None
        client = self._client(server)
        # trackio sends a run with its first entry
        self._run.log({"train/global_step": 0}, step=0)
        until = time.monotonic() + _SECONDS_TO_ARRIVE
        while time.monotonic() < until:
            runs = client.predict(api_name="/get_runs_for_project", project=self._project)
            if any(name == (run["name"] if isinstance(run, dict) else run) for run in runs):
                return _page(_SPACES + self._space if self._space else _without_token(server), self._project, name)
            time.sleep(0.2)
        raise TrackerError("the server does not list the run", tracker="trackio")

    def _client(self, server: str) -> Any:
        import huggingface_hub
        from trackio.remote_client import RemoteClient

        return RemoteClient(
            server,
            hf_token=huggingface_hub.get_token() if self._space else None,
            write_token=None if self._space else _write_token(server),
            httpx_kwargs={"timeout": 10},
        )


def _write_token(server: str) -> str | None:
    given = parse_qs(urlsplit(server).query).get("write_token")
    return given[0] if given else os.environ.get("TRACKIO_WRITE_TOKEN")


def _without_token(server: str) -> str:
    scheme, host, path, _, _ = urlsplit(server)
    return urlunsplit((scheme, host, path.rstrip("/"), "", ""))


def _page(server: str, project: str, name: str) -> str:
    return f"{server}/?{urlencode({'project': project, 'runs': name}, quote_via=quote)}"


def _parts(run: RunKey) -> tuple[str | None, str, str]:
    """Server (None: this machine), project and name of a run."""
    if run.address is None:
        return None, run.project or PROJECT, run.name
    parts = urlsplit(run.address)
    query = parse_qs(parts.query)
    server = run.address.partition("/?")[0]
    if server.startswith(_SPACES):
        server = server.removeprefix(_SPACES)
    return server, query.get("project", [PROJECT])[0], query.get("runs", [run.name])[0]
