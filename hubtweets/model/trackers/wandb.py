"""Weights & Biases with its own SDK, told to take nothing of the machine.

`wandb-offline` writes the run to the working directory; `sync` uploads it later. An online run is written there too,
so that what a dead server did not take can be sent later in the same way.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

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

_START_SECONDS = 10
_FINISH_SECONDS = 30  # the parent waits for less, and stops the process
_SYNC_SECONDS = 600
_HERE = Path("/proc/self/cwd")
"""A name of the working directory that says nothing of where it is: manifests of artifacts carry the paths of the files
that the SDK staged."""

_LOG_HEADER = 7
_LOG_BLOCK = 32768
_MOST_READ = 16 * 2**20


class WandbTracker:
    """A run at W&B."""

    mode = "online"

    def __init__(self, folder: Path, config: TrackingConfig) -> None:
        if importlib.util.find_spec("wandb") is None:
            raise MissingExtraError("Tracking with W&B", extra="wandb")
        os.environ["WANDB_ERROR_REPORTING"] = "false"
        os.environ["WANDB_SILENT"] = "true"  # a greeting would ask the server who we are
        os.environ["WANDB_DATA_DIR"] = str(_HERE if _HERE.exists() else folder)
        os.environ["WANDB_CACHE_DIR"] = str(folder / "cache")
        self._config = config
        self._run: Any = None
        if self.mode == "online" and os.environ.get("WANDB_MODE") in ("offline", "dryrun"):
            self.mode = "offline"

    def check(self) -> None:
        if self.mode == "offline":
            return
        import wandb
        from wandb.errors import Error

        try:  # stdin is no terminal, so that nothing is asked
            has_key = wandb.login(timeout=1, verify=False)
        except (Error, ValueError) as error:
            raise _no_key(str(error)) from None
        if not has_key:
            raise _no_key("no API key")

    def start(self, run: RunStart) -> str | None:
        import wandb

        self._run = wandb.init(
            id=run.run_id,
            name=run.name,
            job_type=run.job_type,
            project=run.project or self._config.project or os.environ.get("WANDB_PROJECT") or PROJECT,
            entity=run.entity or self._config.entity,
            resume="allow",
            config=dict(run.config),
            mode=self.mode,  # type: ignore[arg-type]
            settings=_settings(),
        )
        self._run.define_metric("train/global_step")
        self._run.define_metric("*", step_metric="train/global_step", step_sync=True)
        return self._run.url or None

    def log(self, losses: Losses) -> None:
        self._run.log({**losses.values, "train/global_step": losses.step})

    def table(self, table: SampleTable) -> None:
        import wandb

        if _HERE.exists():
            rows = [list(row) for row in table.rows]
            self._run.log({table.name: wandb.Table(columns=list(table.columns), data=rows)})
            return
        # the SDK would send the path of the file that it staged; in an artifact it is shown as a table too
        name = f"{table.name}.table.json"
        columns_and_rows = {"columns": list(table.columns), "data": [list(row) for row in table.rows]}
        Path(name).write_text(json.dumps(columns_and_rows), "utf-8")
        self.artifact(ArtifactFacts(name=f"{table.name}-{self._run.id}", type="table", files=(name,)))

    def artifact(self, artifact: ArtifactFacts) -> str | None:
        import wandb

        logged = wandb.Artifact(artifact.name, artifact.type, metadata=dict(artifact.metadata))
        for name in artifact.files:  # as it stands: a staged copy would have a path that is sent
            logged.add_file(name, name=name, policy="immutable", skip_cache=True)
        for name, address in artifact.references.items():
            logged.add_reference(address, name=name, checksum=False)
        logged = self._run.log_artifact(logged)
        if self.mode == "offline":
            return None
        try:
            logged.wait(timeout=_FINISH_SECONDS)
        except ValueError:  # the server took it and does not tell the version
            return None
        project = self._run.url.partition("/runs/")[0]  # `logged.url` would ask the server once more
        return f"{project}/artifacts/{artifact.type}/{artifact.name}/{logged.version}"

    def finish(self, failed: bool) -> None:
        self._run.finish(exit_code=1 if failed else 0)

    def sync(self, run: RunKey) -> str | None:
        self.mode = "online"
        self.check()
        folders = sorted(Path("wandb").glob(f"*run-*-{run.run_id}"))
        if not folders:
            raise TrackerError(f"nothing of the run {run.run_id} is kept here", tracker="wandb")
        command = [
            sys.executable,
            "-P",
            "-m",
            "wandb",
            "sync",
            "--include-synced",
            "--include-online",
            *map(str, folders),
        ]
        env = {**os.environ, "WANDB_SILENT": "false"}  # it prints the address that the server gave
        done = subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf-8", timeout=_SYNC_SECONDS)  # noqa: S603
        said = done.stderr + done.stdout
        address = re.search(rf"View run .* at (\S+/runs/{run.run_id})\b", said)
        if done.returncode != 0 or address is None:
            last = next(iter(said.strip().splitlines()[-1:]), "wandb sync said nothing")
            raise TrackerError(last.removeprefix("wandb: "), tracker="wandb")
        return address[1]

    def delete(self, run: RunKey) -> None:
        self._find_run(run).delete(delete_artifacts=True)

    def find(self, output_dir: Path) -> list[str]:
        addresses = []
        for folder in (output_dir, output_dir.parent):
            made = _run_of(folder / "wandb" / "latest-run")
            if made is None or (folder != output_dir and not _same_folder(made.output_dir, output_dir)):
                continue
            self.mode = "online"
            self.check()
            addresses.append(self._find_run(made.key).url)
            break
        return addresses

    def _find_run(self, run: RunKey) -> Any:
        import wandb

        api = wandb.Api(timeout=_START_SECONDS)
        if run.address is not None:
            *_, entity, project, _, run_id = (unquote(part) for part in urlsplit(run.address).path.split("/"))
        else:
            entity = run.entity or self._config.entity or api.default_entity or ""
            project = run.project or self._config.project or os.environ.get("WANDB_PROJECT") or PROJECT
            run_id = run.run_id
        return api.run(f"{entity}/{project}/{run_id}")


class WandbOfflineTracker(WandbTracker):
    """A run that is written to this machine, for `hubtweets track sync` to upload."""

    mode = "offline"


def _settings() -> Any:
    import wandb

    return wandb.Settings(
        root_dir=".",  # relative: no path of this machine is in what is sent
        host="",
        program="hubtweets",
        console="off",
        silent=True,
        disable_code=True,
        disable_git=True,
        save_code=False,
        x_disable_machine_info=True,
        x_disable_meta=True,
        x_disable_stats=True,
        x_save_requirements=False,
        x_transaction_log_flush_interval=1.0,  # what is lost when the process has to be stopped
        init_timeout=_START_SECONDS,
        login_timeout=1,
        finish_timeout=_FINISH_SECONDS,
        finish_timeout_raises=True,
        summary_timeout=_START_SECONDS,
    )


def _no_key(reason: str) -> TrackerError:
    return TrackerError(
        f"W&B cannot be used: {reason}.",
        tracker="wandb",
        hint="Set WANDB_API_KEY or run `wandb login`; or track with --track wandb-offline, and upload it later with "
        "`hubtweets track sync DIR`.",
    )


# -- runs that somebody else made -------------------------------------------------------------------------------------


class _Made:
    """What the log of a run tells of it."""

    def __init__(self) -> None:
        self.key: RunKey = RunKey()
        self.output_dir = ""


def _run_of(folder: Path) -> _Made | None:
    """The run that the SDK wrote in `wandb/latest-run`."""
    log = next(iter(sorted(folder.resolve().glob("run-*.wandb"))), None)
    if log is None:
        return None
    made = _Made()
    for record in _records(log):
        if record.HasField("run"):
            run = record.run
            made.key = RunKey(run_id=run.run_id, name=run.display_name, project=run.project, entity=run.entity or None)
        config = record.run.config if record.HasField("run") else record.config if record.HasField("config") else None
        for item in config.update if config is not None else ():
            if item.key == "output_dir":
                made.output_dir = json.loads(item.value_json)
    return made if made.key.run_id else None


def _records(log: Path) -> Iterator[Any]:
    """The records of a run's log (LevelDB's log format behind a header); those of several pieces are left out."""
    from wandb.proto import wandb_internal_pb2

    with log.open("rb") as file:
        data = file.read(_MOST_READ)
    at = _LOG_HEADER
    while at + 7 <= len(data):
        left = _LOG_BLOCK - at % _LOG_BLOCK
        if left < 7:
            at += left
            continue
        size, kind = int.from_bytes(data[at + 4 : at + 6], "little"), data[at + 6]
        if kind == 1 and at + 7 + size <= len(data):
            record = wandb_internal_pb2.Record()  # type: ignore[attr-defined]
            record.ParseFromString(data[at + 7 : at + 7 + size])
            yield record
        at += 7 + size


def _same_folder(said: str, output_dir: Path) -> bool:
    """Whether a run's `output_dir` is that folder; a relative one is relative to where it was trained."""
    return bool(said) and output_dir.resolve() == (output_dir.parent / Path(said)).resolve()
