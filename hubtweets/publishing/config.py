"""`PublishConfig`: everything that a verb can be told, as one frozen struct.

It is made once, from flags, from a table of a TOML file, or from Python's keywords, which all go through `made`; what
is passed on is the struct alone.
"""

from __future__ import annotations

import builtins
import difflib
import functools
import typing
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Annotated, Any, Literal, TypedDict, get_args

import msgspec

from hubtweets._shared import disk
from hubtweets._shared.secrets import secrets
from hubtweets._shared.vocabulary import LICENSES
from hubtweets.card import Policy
from hubtweets.errors import DOCS, UsageError
from hubtweets.hub.tokens import LOCAL, checked_endpoint
from hubtweets.model import DEFAULT_BASE_MODEL, TrainingConfig
from hubtweets.model.gguf_files import check_kinds
from hubtweets.model.trackers.interface import find_tracker
from hubtweets.posts import Filters, ReadOptions
from hubtweets.record import check_repo_id

ENGINES = ("here", "ray", "jobs")

ENGINE_GROUP = "hubtweets.executors"
"""The entry point group in which other packages offer executors: a function `open(*, jobs, token, progress)`."""

FLAVOR, HOURS = "t4-small", 2.0
"""Hardware and time limit of a job of the Hub, where nobody says."""


class PublishConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What to publish, and how. Each verb takes the fields that concern it.

    Args:
        handles: the accounts, with or without `@`, in the order in which the card names them. A source that says
            another is an error, unless `reading` has `rename`.
        posts: a source for each account, in the same order; without any, the X API.
        names: the display names, in the same order; without any, what the sources say.
        repo_id: the repo; default the namespace and the handles.
        namespace: where the repo is, unless `repo_id` says; default `huggingtweets` where the token may write there,
            else whom the token belongs to.
        private: for a repo that is made now.
        include: patterns of files in a pushed folder that go up beside the model's own, such as `*.py`.
        exclude: patterns of files in a pushed folder that stay.
        base_model: a Hub id, a folder, or `scratch:tiny`.
        training: settings of the training.
        filters: which posts to leave out.
        reading: how posts are read.
        track: trackers to tell of the training, such as `wandb`, `wandb-offline` or `trackio`.
        track_posts: send them the posts too.
        track_space: the Space for trackio; default none, and the run stays on this machine.
        work_dir: where training happens and is resumed from, and where the model then stays; default a folder of the
            user's cache, removed when the model is on the Hub.
        template: name, name@version or path; default the card's own, and `hubtweets` for a new one.
        templates: folders where templates that cards were made with are looked for.
        consent: whether the accounts' owners agreed: `self` where they make the model themselves, `agreed` where they
            said so; default what the sources tell.
        license: the licence's id on the Hub; default what the card says, or that of the
            base model.
        contact: an address of the web or of e-mail where people reach whoever publishes it.
        gguf: kinds of GGUF files to publish beside the weights, such as `q8_0` and `f16`.
        on_conflict: what to do where people edited what has to change; default each verb's own.
        hub: an endpoint or `local:DIR`; default huggingface_hub's own.
        token_for_this_hub: the token of this machine was given for that endpoint.
        dry_run: only plan: nothing is trained or committed.
        plan: only plan, and write the plan to this file.
        apply_plan: do exactly what the plan in this file says.
        pull_request: open a pull request instead of committing.
        ledger: where it is kept what was done; default a file of the user's.
        report: a JSON file for what became of every repo.
        summary: a Markdown file to append a summary to.
        workers: repos that are worked on at the same time.
        max_commits_per_hour: commit no more often than this; earlier runs with the same ledger count.
        time_limit: stop after so many seconds; the next run goes on.
        on: where trainings run: here, ray, jobs (of the Hub), or what an installed package offers.
        jobs: how many trainings run at the same time here, each in a process of its own where there are several.
        flavor: the hardware of jobs of the Hub, such as `t4-small`.
        hours: the time limit of one account's training, loading and measuring included; default 2 for jobs of the Hub,
            where another one goes on once, and none elsewhere.
        cpus: processors of a training on Ray.
        gpus: its GPUs; default one where the cluster has any.
        memory: its memory in GB, for the engine to place it; default whatever there is.

    Raises:
        UsageError: when these cannot be meant.
    """

    handles: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    repo_id: str | None = None
    namespace: str | None = None
    private: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    base_model: str | None = None
    training: TrainingConfig = TrainingConfig()
    filters: Filters = Filters()
    reading: ReadOptions = ReadOptions()
    track: tuple[str, ...] = ()
    track_posts: bool = False
    track_space: str | None = None
    work_dir: Path | None = None
    template: str | None = None
    templates: tuple[Path, ...] = ()
    consent: Literal["self", "agreed"] | None = None
    license: str | None = None
    contact: str | None = None
    gguf: tuple[str, ...] = ()
    on_conflict: Policy | None = None
    hub: str | None = None
    token_for_this_hub: bool = False
    dry_run: bool = False
    plan: Path | None = None
    apply_plan: Path | None = None
    pull_request: bool = False
    ledger: Path | None = None
    report: Path | None = None
    summary: Path | None = None
    workers: int = 8
    max_commits_per_hour: int | None = None
    time_limit: float | None = None
    on: str = "here"
    jobs: int = 1
    flavor: str = FLAVOR
    hours: float | None = None
    cpus: float = 1.0
    gpus: float | None = None
    memory: float | None = None

    def __post_init__(self) -> None:
        if self.repo_id is not None:
            check_repo_id(self.repo_id)
        if self.on_conflict is not None and self.on_conflict not in get_args(Policy):
            raise UsageError(
                f"{self.on_conflict!r} is no policy for conflicts.", hint=f"There are {', '.join(get_args(Policy))}."
            )
        if self.workers < 1 or self.jobs < 1 or (self.max_commits_per_hour or 1) < 1:
            raise UsageError("Workers, jobs and commits in an hour are counted from 1.", hint="Give 1 or more.")
        if self.hours is not None and not 0.1 <= self.hours <= 72:
            raise UsageError(f"A training may take 0.1 to 72 hours, not {self.hours:g}.", hint="Give hours, such as 2.")
        if self.cpus <= 0 or (self.gpus or 0) < 0 or (self.memory is not None and self.memory <= 0):
            raise UsageError(
                "A training needs a part of a processor and of memory, and GPUs are counted from 0.",
                hint="Leave out --cpus, --gpus and --memory where it runs on this machine.",
            )
        if self.license is not None and self.license not in LICENSES:
            raise UsageError(
                f"{self.license!r:.60} is no licence that the Hub knows.",
                hint="Use an id such as apache-2.0, mit or cc-by-4.0: https://huggingface.co/docs/hub/repositories-licenses",
            )
        if self.gguf and self.training.adapter_only:
            raise UsageError(
                "An adapter is not written as GGUF; the whole model is.", hint="Leave out --adapter or --gguf."
            )
        check_kinds(self.gguf)
        if self.hub is not None and not self.hub.startswith(LOCAL):
            checked_endpoint(self.hub)
        for tracker in self.track:
            find_tracker(tracker)
        if self.on not in ENGINES and self.on not in (offered := engines_offered()):
            raise UsageError(
                f"Nothing is called {self.on!r} that trainings could run on.",
                hint=f"There are {', '.join([*ENGINES, *sorted(offered)])}.",
            )
        if self.plan is not None and self.apply_plan is not None:
            raise UsageError(
                "A plan is written (--plan) or done (--apply-plan), not both at once.", hint="Leave one of them out."
            )
        for file in (self.plan, self.report, self.summary):
            if file is not None and not file.absolute().parent.is_dir():
                raise UsageError(f"There is no folder {file.parent} to write {file.name} in.", hint="Make it first.")

    @property
    def plans_only(self) -> bool:
        """Whether nothing is to be changed."""
        return self.dry_run or self.plan is not None

    @property
    def base(self) -> str:
        """The base model that is meant."""
        return self.base_model or DEFAULT_BASE_MODEL


def engines_offered() -> dict[str, EntryPoint]:
    """What installed packages offer beside `ENGINES`, by name."""
    return {point.name: point for point in entry_points(group=ENGINE_GROUP)}


class PublishOptions(TypedDict, total=False):
    """The fields of `PublishConfig` as Python's keywords take them: text where it is enough, one where it may be one.

    `handles` is an argument of its own.
    """

    posts: Sequence[str | Path] | str | Path
    names: Sequence[str] | str
    repo_id: str | None
    namespace: str | None
    private: bool
    include: Sequence[str] | str
    exclude: Sequence[str] | str
    base_model: str | Path | None
    training: TrainingConfig | Mapping[str, Any]
    filters: Filters | Mapping[str, Any]
    reading: ReadOptions | Mapping[str, Any]
    track: Sequence[str] | str
    track_posts: bool
    track_space: str | None
    work_dir: str | Path | None
    template: str | Path | None
    templates: Sequence[str | Path] | str | Path
    consent: Literal["self", "agreed"] | None
    license: str | None
    contact: str | None
    gguf: Sequence[str] | str
    on_conflict: Policy | None
    hub: str | None
    token_for_this_hub: bool
    dry_run: bool
    plan: str | Path | None
    apply_plan: str | Path | None
    pull_request: bool
    ledger: str | Path | None
    report: str | Path | None
    summary: str | Path | None
    workers: int
    max_commits_per_hour: int | None
    time_limit: float | None
    on: str
    jobs: int
    flavor: str
    hours: float | None
    cpus: float
    gpus: float | None
    memory: float | None


def made(options: Mapping[str, Any], base: PublishConfig | None = None) -> PublishConfig:
    """The configuration that keywords, flags or a table of a TOML file describe.

    Args:
        options: the fields of `PublishConfig`, in the forms of `PublishOptions`; `-` in a name stands for `_`.
        base: what counts where `options` say nothing; default the defaults.

    Raises:
        UsageError: for a name that is not known, with the nearest one that is, or a value that cannot be meant.
    """
    values = {name: _value(name, value) for name, value in named(options, PublishConfig.__struct_fields__).items()}
    return msgspec.structs.replace(base or PublishConfig(), **values)


def named(table: Mapping[str, Any], known: Sequence[str]) -> dict[str, Any]:
    """A table by the names that are known; `-` stands for `_`.

    Raises:
        UsageError: when one is not known, with the nearest one that is.
    """
    given = {name.replace("-", "_"): value for name, value in table.items()}
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            raise UsageError(
                f"There is no option {name!r}.",
                hint=f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}.",
            )
    return given


@functools.cache
def _kinds(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return typing.get_type_hints(kind, include_extras=True)


def _value(name: str, value: Any) -> Any:
    return meant(name, value, _kinds(PublishConfig)[name])


def meant(name: str, value: Any, kind: Any, *, strict: bool = True) -> Any:
    """A value from Python, TOML or a table as the type that a field has.

    Args:
        name: the field, for the error; "" for the whole of a file.
        strict: do not take text for a number.

    Raises:
        UsageError: when it cannot be meant, with what can.
    """
    if typing.get_origin(_bare(kind)) is tuple and isinstance(value, str | Path):
        value = (value,)
    if isinstance(value, msgspec.Struct):
        return value
    if isinstance(value, Mapping) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        kinds = _kinds(kind)
        given = named(value, kind.__struct_fields__)
        where = f"{name}." if name else ""
        value = {key: meant(where + key, item, kinds[key], strict=strict) for key, item in given.items()}
    try:
        return msgspec.convert(_plain(value), kind, strict=strict, dec_hook=_decoded, builtin_types=(date,))
    except msgspec.ValidationError as error:
        why = str(error).partition(" - at `$")[0].rstrip(".")
        if why.startswith(("Expected", "Invalid", "Object")):  # msgspec's words name its own types
            why = f"{_shown(value)} is not {_in_words(kind)}"
        raise UsageError(f"{name}: {why}." if name else f"{why}.", hint=f"Every setting: {DOCS}/help.md") from None


_WORDS = {int: "a whole number", float: "a number", bool: "true or false", str: "text", date: "a date", Path: "a path"}


def _shown(value: Any) -> str:
    """A value for an error; not where it may be a secret, as those in `[secrets]` are."""
    text = repr(value)
    return "it" if isinstance(value, Mapping) or any(secrets(text)) else text[:60]


def _bare(kind: Any) -> Any:
    return typing.get_args(kind)[0] if typing.get_origin(kind) is Annotated else kind


def _in_words(kind: Any) -> str:
    """What a type admits, for people."""
    told = (meta.extra or {} for meta in getattr(kind, "__metadata__", ()))
    of = "".join(f" of {extra['unit']}" for extra in told if "unit" in extra)
    kind = _bare(kind)
    parts = [part for part in typing.get_args(kind) if part is not type(None)]
    match typing.get_origin(kind):
        case None:
            return _WORDS.get(kind, "a table") + of
        case typing.Literal:
            return f"one of {', '.join(map(str, parts))}"
        case builtins.tuple | builtins.frozenset:
            return "a list of texts" if parts[0] is str else f"a list, each {_in_words(parts[0])}"
        case builtins.dict:
            return f"a table, each value {_in_words(parts[1])}"
        case _:
            return " or ".join(map(_in_words, parts)) + of


def _plain(value: Any) -> Any:
    """Paths as text, and lists for whatever comes in order."""
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [_plain(item) for item in value]
    return value


def _decoded(kind: type, value: Any) -> Any:
    if kind is Path and isinstance(value, str):
        return disk.expanded(value)
    raise ValueError(f"Expected a {kind.__name__}")
