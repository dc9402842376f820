"""What verbs share that make the models of many accounts: a boundary around each, tables that hold the posts of several
of them, what is done when a model is published, and the road that they take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hubtweets import posts
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import HubtweetsError
from hubtweets.hub.pacing import StoppedError
from hubtweets.posts import ReadOptions
from hubtweets.posts.contract import OrderedSource
from hubtweets.posts.spec import is_table, split_table
from hubtweets.publishing.apply import Observer
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.publish import clear_folder, log_published
from hubtweets.publishing.report import Result
from hubtweets.publishing.road import Targets, travel
from hubtweets.publishing.target import Change, Outcome, PlannedChange, Target

if TYPE_CHECKING:
    from hubtweets.posts.sources._split import SplitTable

_FOLDER = "tables"


def target_or_failure(name: str, make: Callable[[], Target | Outcome]) -> Target | Outcome:
    """What `make` gives; whatever a source or a line of a list did is the failure of that one model.

    Args:
        name: the repo, as far as it is known.

    Raises:
        StoppedError: when work should stop.
    """
    try:
        return make()
    except StoppedError:
        raise
    except Exception as error:
        reason, hint = f"{type(error).__name__}: {error}"[:300], None
        if isinstance(error, HubtweetsError):
            reason, hint = error.message, error.hint
        return Outcome(repo_id=name, action="failed", reason=reason, hint=hint)


class Tables:
    """Opens sources; a table that several models name is read once, and kept by account while they are made.

    Args:
        specs: all that will be opened, each as often as it is named.
        work_dir: where such tables are kept; default a folder of the user's cache.
    """

    def __init__(self, specs: Iterable[str], work_dir: Path | None, progress: Progress = SILENT) -> None:
        import platformdirs

        self._shared = {spec for spec, models in Counter(specs).items() if models > 1 and is_table(spec)}
        self._folder = (work_dir or platformdirs.user_cache_path("hubtweets")) / _FOLDER
        self._progress = progress
        self._split: dict[tuple[str, tuple[tuple[str, str], ...]], SplitTable | Exception] = {}

    def open(
        self, spec: str, *, handle: str | None, name: str | None = None, reading: ReadOptions, progress: Progress
    ) -> OrderedSource:
        """The source that `spec` names; raises what `hubtweets.posts.open_source` does."""
        if spec not in self._shared:
            return posts.open_source(spec, handle=handle, name=name, reading=reading, progress=progress)
        key = spec, tuple(sorted(reading.columns.items()))
        if key not in self._split:
            try:
                self._split[key] = split_table(spec, self._folder, reading=reading, progress=self._progress)
            except (HubtweetsError, OSError) as error:
                self._split[key] = error  # every other account would find the same
        split = self._split[key]
        if isinstance(split, Exception):
            raise split
        return split.source(handle, name)

    def close(self, *, keep: bool) -> None:
        """Take away what was kept of the tables, unless another run is to go on with it."""
        for split in self._split.values():
            if not isinstance(split, Exception):
                split.close(keep=keep)


class AfterCommits(Observer):
    """What is done when a model that was trained is published: as its commit is made, for disks are small.

    Where several repos get one model, its folder stays until the last of them has it.
    """

    def __init__(self, progress: Progress) -> None:
        self.endpoint = ""
        self._progress = progress
        self._expected: dict[str, tuple[PublishConfig, str]] = {}
        self._without: Counter[str] = Counter()  # repos that have not got it, by fingerprint
        self._unneeded: list[tuple[PublishConfig, str]] = []

    def expect(self, target: Target | Outcome, config: PublishConfig) -> None:
        """This target will be trained, unless the repo has the model."""
        if isinstance(target, Target) and target.weights is not None and target.weights.job is not None:
            self._expected[target.repo_id.lower()] = config, target.weights.identity
            self._without[target.weights.identity] += 1

    def outcome(self, outcome: Outcome, plan: PlannedChange | None, change: Change | None) -> None:
        """See `Observer.outcome`."""
        expected = self._expected.pop(outcome.repo_id.lower(), None)
        if expected is None:
            return
        config, fingerprint = expected
        if outcome.action in ("changed", "proposed"):
            commit = outcome.commit if outcome.action == "changed" else None
            log_published(config, fingerprint, outcome.repo_id, commit, self.endpoint, self._progress)
        elif outcome.action == "failed" or outcome.kind != "identical":
            return  # the next run goes on from what is there
        self._without[fingerprint] -= 1
        if outcome.weights is None:
            self._unneeded.append(expected)  # a repo that needs it may yet be listed
        elif not self._without[fingerprint]:
            clear_folder(config, fingerprint)

    def close(self) -> None:
        """Clear the folders that were prepared for trainings which were not needed."""
        for config, fingerprint in self._unneeded:
            if not self._without[fingerprint]:
                clear_folder(config, fingerprint)


def travel_with_each(
    verb: str,
    scope: str,
    targets: Targets,
    run: PublishConfig,
    *,
    tables: Tables,
    after: AfterCommits,
    observers: Sequence[Observer],
    progress: Progress,
) -> Result:
    """The road for many models, each with a template of its own; `tables` and `after` are those of the targets.

    Raises:
        LedgerError: when the ledger cannot be used.
        HubError: when the Hub cannot be asked at all.
        OSError: when report or plan cannot be written.
    """
    ended = travel(
        verb,
        scope,
        "each model's own",
        targets,
        run,
        apply=not run.plans_only,
        policy=run.on_conflict or "skip",
        missing="pretend" if run.plans_only else "make",
        observers=[after, *observers],
        progress=progress,
    )
    after.close()
    tables.close(keep=run.plans_only or ended.result.failed)
    return ended.result


def for_this_run(own: PublishConfig, run: PublishConfig) -> PublishConfig:
    """A model's own configuration, with what is said for all models of the run."""
    names = ("hub", "templates", "dry_run", "plan", "pull_request", "work_dir", "token_for_this_hub")
    return msgspec.structs.replace(own, **{name: getattr(run, name) for name in names})
