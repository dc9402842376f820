"""The runs of one training at every tracker that was asked for: started beside it, never waited for until its end."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec

from hubtweets._shared import disk
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import MissingExtraError, TrackerError, TrackingFolderError
from hubtweets.model.trackers.interface import (
    ArtifactFacts,
    Losses,
    Role,
    RunKey,
    RunStart,
    SampleTable,
    TrackingConfig,
    find_tracker,
)
from hubtweets.model.trackers.process import TrackerProcess
from hubtweets.record import Sample, Scalar, TrackedRun, slug

FOLDER = "tracking"
"""In the folder of a training: one folder for each tracker, with what it keeps on this machine."""

_RUNS = "runs.json"

_CHECK_SECONDS = 60.0
"""A tracker's library may take this long to be imported; no server is asked in that time."""

PATIENCE = 7.0
"""Seconds that a publish waits for all trackers together: after training for the addresses, and as long at the end."""

_CALL_SECONDS = 60.0
"""How long one that was asked for by itself (delete, find) may take."""

_SYNC_SECONDS = 900.0

_NAMES = {"data": "preprocess", "training": "train"}
"""Role -> job type and end of the run's name, as in the notebook."""


class DataFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a tracker is told of the posts.

    Args:
        handles: whose they are.
        facts: JSON-ready: counts by handle, the selection, a digest. Never a post or a path.
        posts: the posts by handle; sent only where the configuration says so.
    """

    handles: tuple[str, ...]
    facts: dict[str, Any]
    posts: Mapping[str, Sequence[str]] = {}


class KeptRun(msgspec.Struct, kw_only=True):
    """What is remembered of a run in the folder of its training, so that it can be resumed or sent later."""

    run_id: str
    name: str
    project: str | None = None
    entity: str | None = None
    address: str | None = None
    artifacts: dict[str, str] = {}

    def key(self) -> RunKey:
        return RunKey(
            run_id=self.run_id, name=self.name, project=self.project, entity=self.entity, address=self.address
        )


class KeptRuns(msgspec.Struct, kw_only=True):
    """The runs of one tracker, by role, and where the model went. `lost`: its server has not all of them."""

    slug: str = ""
    runs: dict[str, KeptRun] = {}
    lost: bool = False
    repo_id: str | None = None
    endpoint: str | None = None


class _Reporter:
    """One tracker's part of a training."""

    def __init__(self, name: str, folder: Path, config: TrackingConfig) -> None:
        self.name = name
        self.warned = False
        self.process = TrackerProcess(name, folder / FOLDER / name, config)
        self.kept = read_kept(self.process.folder) or KeptRuns()
        self._config = config
        self._pending: list[tuple[str, str, int]] = []

    def start(self, role: Role, name: str, config: Mapping[str, Scalar]) -> None:
        before = self.kept.runs.get(role)
        run = before or KeptRun(
            run_id=secrets.token_hex(4), name=name, project=self._config.project, entity=self._config.entity
        )
        self.kept.runs[role] = run
        self.kept.lost = False
        self.keep()
        start = RunStart(
            role=role,
            run_id=run.run_id,
            name=run.name,
            job_type=_NAMES[role],
            project=run.project,
            entity=run.entity,
            resume=before is not None,
            config=dict(config),
        )
        self._pending.append((role, "", self.process.ask("start", start)))

    def artifact(self, role: Role, kind: str, artifact: ArtifactFacts) -> int:
        number = self.process.ask("artifact", artifact)
        self._pending.append((role, kind, number))
        return number

    def settle(self, until: float) -> None:
        """Wait for the addresses that were asked for. Raises TrackerError, MissingExtraError."""
        while self._pending:
            role, kind, number = self._pending[0]
            address = self.process.wait(number, until)
            if address is not None and kind:
                self.kept.runs[role].artifacts[kind] = address
            elif address is not None:
                self.kept.runs[role].address = address
            self._pending.pop(0)
        self.keep()

    def keep(self) -> None:
        disk.write_bytes(self.process.folder / _RUNS, msgspec.json.encode(self.kept), private=True)

    def tracked(self) -> list[TrackedRun]:
        tracker = self.name.partition("-")[0]
        return [
            TrackedRun(tracker=tracker, role=role, url=run.address, artifacts=dict(run.artifacts))
            for role, run in self.kept.runs.items()
            if run.address is not None
        ]


class Trackers:
    """What a training tells its trackers. Use it in a `with` block, from one thread.

    `open` starts their processes and sees that each could be used. From then on no call waits for a tracker, but
    `tracked` and the end of the block, for a few seconds each. A tracker that fails, hangs or loses its server is
    warned of once and left alone; training and publishing go on without its link.
    """

    def __init__(
        self, reporters: Sequence[_Reporter], config: TrackingConfig, progress: Progress, patience: float
    ) -> None:
        self._patience = patience
        self._reporters = list(reporters)
        self._config = config
        self._progress = progress
        self._slug = next((reporter.kept.slug for reporter in self._reporters), "")

    @classmethod
    def open(
        cls, config: TrackingConfig, folder: Path, progress: Progress = SILENT, *, patience: float = PATIENCE
    ) -> Self:
        """Start the trackers of `config` for the training in `folder`, whose runs they resume where there are some.

        `patience` is how long (seconds) the end of the training may wait for addresses, and the end of the block for
        the rest to be sent.

        Raises:
            UsageError: when no tracker is called so.
            MissingExtraError: when a tracker's library is not installed.
            TrackerError: when a tracker could not be used, such as without a key.
        """
        for name in config.trackers:
            find_tracker(name)
        reporters: list[_Reporter] = []
        try:
            reporters.extend(_Reporter(name, folder, config) for name in dict.fromkeys(config.trackers))
            checks = [(reporter, reporter.process.ask("check")) for reporter in reporters]
            for reporter, number in checks:
                reporter.process.wait(number, time.monotonic() + _CHECK_SECONDS)
        except BaseException:
            for reporter in reporters:
                reporter.process.close(0)
            raise
        return cls(reporters, config, progress, patience)

    def data(self, data: DataFacts) -> None:
        """The run that made the data set, whole: it is started, its artifact logged, and it is finished."""
        self._slug = slug(data.handles)
        for reporter in self._working():
            reporter.kept.slug = self._slug
            reporter.start("data", self._name("data"), {})
            files = {"dataset.json": msgspec.json.format(msgspec.json.encode(data.facts), indent=2)}
            if self._config.posts:
                for handle, posts in data.posts.items():
                    lines = [msgspec.json.encode({"text": post}) for post in posts]
                    files[f"posts-{slug([handle])}.jsonl"] = b"\n".join(lines) + b"\n"
            for name, content in files.items():
                disk.write_bytes(reporter.process.folder / name, content, private=True)
            artifact = ArtifactFacts(
                name=f"dataset-{self._slug}", type="dataset", metadata=data.facts, files=tuple(files)
            )
            reporter.artifact("data", "dataset", artifact)
            reporter.process.ask("finish", False)

    def training(self, hyperparameters: Mapping[str, Scalar]) -> None:
        """The training run begins, or goes on; `hyperparameters` are those that a card may state."""
        for reporter in self._working():
            reporter.start("training", self._name("training"), hyperparameters)

    def log(self, step: int, epoch: float | None, losses: Mapping[str, float]) -> None:
        """Losses at a step of the Trainer: `loss` and `eval_loss`, under the names of its own integrations."""
        values = {
            f"eval/{name.removeprefix('eval_')}" if name.startswith("eval_") else f"train/{name}": float(value)
            for name, value in losses.items()
        }
        if epoch is not None:
            values["train/epoch"] = epoch
        for reporter in self._working():
            reporter.process.ask("log", Losses(step=step, values=values))

    def samples(self, samples: Sequence[Sample]) -> None:
        """What the trained model wrote, as a table."""
        rows = tuple((sample.prompt, sample.text) for sample in samples)
        for reporter in self._working():
            reporter.process.ask("table", SampleTable(name="samples", columns=("Prompt", "Text"), rows=rows))

    def tracked(self) -> tuple[TrackedRun, ...]:
        """The runs whose addresses the servers gave, waited for a few seconds; what a record may state."""
        runs: list[TrackedRun] = []
        until = time.monotonic() + self._patience
        for reporter in self._working():
            if self._settled(reporter, until, "the model is published without its link"):
                runs += reporter.tracked()
        return tuple(runs)

    def published(self, repo_id: str, commit: str, endpoint: str, files: Sequence[str]) -> None:
        """The model is on the Hub: log it by reference to that commit; no weights are sent.

        Args:
            repo_id, commit, endpoint: where it is.
            files: its files' names.
        """
        base = f"{endpoint}/{repo_id}/resolve/{commit}"
        for reporter in self._working():
            reporter.kept.repo_id, reporter.kept.endpoint = repo_id, endpoint
            reporter.keep()
            artifact = ArtifactFacts(
                name=f"model-{self._slug}",
                type="model",
                metadata={"repo_id": repo_id, "commit": commit},
                references={name: f"{base}/{name}" for name in files},
            )
            reporter.artifact("training", "model", artifact)

    def unsent(self) -> tuple[str, ...]:
        """The trackers that have runs on this machine which no server has; known when the block has ended."""
        return tuple(
            reporter.name for reporter in self._reporters if reporter.warned or reporter.name.endswith("-offline")
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        until = time.monotonic() + self._patience
        working = self._working()
        finishing = [(reporter, reporter.process.ask("finish", kind is not None)) for reporter in working]
        for reporter, number in finishing:
            if self._settled(reporter, until, "the end of the run was not sent"):
                try:
                    reporter.process.wait(number, until)
                except (TrackerError, MissingExtraError) as problem:
                    self._warn(reporter, problem, "the end of the run was not sent")
        for reporter in self._reporters:
            reporter.process.close(until)
        if kind is None and (unsent := self.unsent()):
            folder = self._reporters[0].process.folder.parent.parent
            self._progress.note(
                f"Runs of {', '.join(unsent)} are kept on this machine; to send them: hubtweets track sync {folder}"
            )

    def _name(self, role: Role) -> str:
        return f"@{self._slug}-{_NAMES[role]}"

    def _working(self) -> list[_Reporter]:
        """Those that have not failed; one that just did is warned of."""
        for reporter in self._reporters:
            if reporter.process.error is not None:
                self._warn(reporter, reporter.process.error, "training goes on without it")
        return [reporter for reporter in self._reporters if not reporter.warned]

    def _settled(self, reporter: _Reporter, until: float, consequence: str) -> bool:
        try:
            reporter.settle(until)
        except (TrackerError, MissingExtraError) as problem:
            self._warn(reporter, problem, consequence)
        return not reporter.warned

    def _warn(self, reporter: _Reporter, problem: TrackerError | MissingExtraError, consequence: str) -> None:
        if not reporter.warned:
            reporter.warned = reporter.kept.lost = True
            reporter.keep()
            self._progress.warn(f"{problem.message.rstrip('.')}; {consequence}.")


UNTRACKED = Trackers((), TrackingConfig(), SILENT, PATIENCE)
"""No tracker at all."""


def log_model(
    config: TrackingConfig,
    folder: Path,
    repo_id: str,
    commit: str,
    endpoint: str,
    files: Sequence[str],
    progress: Progress = SILENT,
) -> None:
    """Log the published model at the runs of the training in `folder`, by reference to its commit on the Hub.

    A tracker that was lost during the training is not tried again.
    """
    names = []
    for name in dict.fromkeys(config.trackers):
        kept = read_kept(folder / FOLDER / name)
        if kept is not None and kept.runs and not kept.lost:
            names.append(name)
    if names:
        with Trackers.open(msgspec.structs.replace(config, trackers=tuple(names)), folder, progress) as trackers:
            trackers.training({})
            trackers.published(repo_id, commit, endpoint, files)


def has_unsent(folder: Path) -> bool:
    """Whether a tracker keeps runs of the training in `folder` that its server does not have."""
    root = folder / FOLDER
    kept = {one.name: read_kept(one) for one in root.iterdir()} if root.is_dir() else {}
    return any(runs is not None and (runs.lost or name.endswith("-offline")) for name, runs in kept.items())


# -- what is not part of a training -----------------------------------------------------------------------------------


class SyncedRuns(msgspec.Struct, frozen=True, kw_only=True):
    """What `sync` sent: the runs with their addresses, and the repo whose card can have the links."""

    repo_id: str | None
    endpoint: str | None
    tracked: tuple[TrackedRun, ...]


def read_kept(folder: Path) -> KeptRuns | None:
    """The runs that one tracker's folder remembers, or None where it remembers none.

    Raises:
        TrackingFolderError: when what is there was not written by hubtweets.
    """
    try:
        return msgspec.json.decode((folder / _RUNS).read_bytes(), type=KeptRuns)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TrackingFolderError(
            f"{folder / _RUNS} does not hold the runs of a tracker: {error}.",
            path=folder,
            hint="Name the folder of a training.",
        ) from None


def sync(folder: Path, progress: Progress = SILENT) -> SyncedRuns:
    """Send what trackers kept on this machine of a training; `folder` is the training's, or its `tracking` folder.

    Raises:
        TrackingFolderError: when nothing is kept there.
        TrackerError: when a tracker or its server refuses.
    """
    root = folder / FOLDER if (folder / FOLDER).is_dir() else folder
    kept = {}
    for one in sorted(root.iterdir()) if root.is_dir() else ():
        runs = read_kept(one)
        if runs is not None and runs.runs:
            kept[one] = runs
    if not kept:
        raise TrackingFolderError(
            f"Nothing that a tracker kept is in {folder}.",
            path=folder,
            hint="Name the folder that `hubtweets publish --track …` said it kept the runs in.",
        )
    tracked: list[TrackedRun] = []
    repo_id = endpoint = None
    for one, runs in kept.items():
        repo_id, endpoint = runs.repo_id or repo_id, runs.endpoint or endpoint
        process = TrackerProcess(one.name, one, TrackingConfig())
        try:
            with progress.task(f"Sending to {one.name}", total=len(runs.runs), unit="runs") as task:
                for role, run in runs.runs.items():
                    until = time.monotonic() + _SYNC_SECONDS
                    run.address = process.wait(process.ask("sync", run.key()), until)
                    task.advance()
                    if run.address is not None:
                        tracker = one.name.partition("-")[0]
                        tracked.append(TrackedRun(tracker=tracker, role=role, url=run.address, artifacts=run.artifacts))
        finally:
            process.close(time.monotonic() + PATIENCE)
        disk.write_bytes(one / _RUNS, msgspec.json.encode(runs), private=True)
    return SyncedRuns(repo_id=repo_id, endpoint=endpoint, tracked=tuple(tracked))


def delete_runs(tracked: Sequence[TrackedRun], folder: Path) -> dict[str, TrackerError | MissingExtraError | None]:
    """Delete runs and their artifacts at their servers: address -> None, or why it is still there.

    Args:
        tracked: the runs, as a record states them.
        folder: a working folder, for what a tracker's library writes.
    """
    outcome: dict[str, TrackerError | MissingExtraError | None] = {}
    for run in tracked:
        process = TrackerProcess(run.tracker, folder / run.tracker, TrackingConfig())
        try:
            key = RunKey(address=run.url)
            process.wait(process.ask("delete", key), time.monotonic() + _CALL_SECONDS)
            outcome[run.url] = None
        except (TrackerError, MissingExtraError) as error:
            outcome[run.url] = error
        finally:
            process.close(time.monotonic() + 1)
    return outcome


def find_runs(output_dir: Path, folder: Path, progress: Progress = SILENT) -> tuple[TrackedRun, ...]:
    """The runs of a training that another program did, where its folder tells and the server knows them.

    Args:
        output_dir: the Trainer's output folder.
        folder: a working folder, for what a tracker's library writes.
        progress: is told of a run that is named and cannot be linked.
    """
    found: list[TrackedRun] = []
    for tracker in _traces(output_dir):
        process = TrackerProcess(tracker, folder / tracker, TrackingConfig())
        try:
            addresses = process.wait(process.ask("find", output_dir.resolve()), time.monotonic() + _CALL_SECONDS)
            found += [TrackedRun(tracker=tracker, role="training", url=address) for address in addresses]
        except (TrackerError, MissingExtraError) as error:
            progress.warn(f"{error.message.rstrip('.')}; its run is not linked.")
        finally:
            process.close(time.monotonic() + 1)
    return tuple(found)


def _traces(output_dir: Path) -> list[str]:
    """The trackers that left something beside a Trainer's folder, without asking their libraries."""
    from hubtweets.model.folder import training_arguments

    traces = []
    if any((folder / "wandb" / "latest-run").exists() for folder in (output_dir, output_dir.parent)):
        traces.append("wandb")
    if "trackio" in (getattr(training_arguments(output_dir), "report_to", None) or ()):
        traces.append("trackio")
    return traces
