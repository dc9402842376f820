"""`hubtweets.toml`: the models that are kept up to date, and what each is made of.

The file is read once into frozen structs. A key that is not known is an error with the nearest one that is, for a
misspelt setting that is silently left out costs a training. docs/schedule.md has the keys.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hubtweets._shared import disk
from hubtweets.errors import DOCS, ProjectError, UsageError
from hubtweets.publishing.config import PublishConfig, made, meant, named
from hubtweets.record import check_repo_id, slug

FILE = "hubtweets.toml"

IN_ENVIRONMENT = "env:"
"""What a name of a variable stands behind that has the text of the file, for jobs that have no folder of their own."""

MIN_NEW_POSTS = 50
"""Posts that there have to be since the last training before a model is trained again."""

_SECRET = re.compile(r"\$\{?([A-Z_][A-Z0-9_]*)\}?")

_PER_MODEL = frozenset(
    {
        "handles", "posts", "names", "repo_id", "namespace", "private", "base_model", "training", "filters", "reading",
        "template", "on_conflict", "track", "track_posts", "track_space", "consent", "license", "contact",
        "gguf",
    }
)  # fmt: skip
"""The fields of `PublishConfig` that a model may have; the others are of the whole run, and come from the flags."""


class ModelEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One model of a project: an item of `[[models]]`, with what `[defaults]` says where the item says nothing.

    `config` has everything that `publish` could be told. `min_new_posts` is how many kept posts there have to be since
    the record's newest one before the model is trained again. `continue_training` (`continue` in the file) trains from
    the published model instead of the base.
    """

    config: PublishConfig
    name: str = ""
    min_new_posts: int = MIN_NEW_POSTS
    continue_training: bool = False

    @property
    def label(self) -> str:
        """What `--only`, the report and the summary call it."""
        config = self.config
        return self.name or config.repo_id or slug(config.handles) or config.posts[0]

    @property
    def planned_repo_id(self) -> str | None:
        """The repo, as far as the file alone tells: not where the namespace is the token's, or the source's handle."""
        config = self.config
        if config.repo_id is not None:
            return config.repo_id
        return f"{config.namespace}/{slug(config.handles)}" if config.namespace and config.handles else None


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """A whole `hubtweets.toml`.

    `hub` is an address or `local:DIR`; `templates` are folders in which the templates of earlier cards are looked for.
    `posts_store` is a private data set (`namespace/name`) that keeps what posts were paid for, for machines that keep
    nothing. `max_cost` is in US dollars, for one refresh of all models. `secrets` are names of variables, by the name
    that the libraries read.
    """

    models: tuple[ModelEntry, ...]
    hub: str | None = None
    templates: tuple[str, ...] = ()
    posts_store: str | None = None
    max_cost: float | None = None
    secrets: dict[str, str] = {}


_OWN: dict[str, Any] = {"name": "", "min_new_posts": MIN_NEW_POSTS, "continue": False}
"""The keys of a model that no verb takes, with what counts where they are not there."""


def read_project(path: str | Path = FILE, environment: Mapping[str, str] = os.environ) -> Project:
    """The project that a file describes; `env:NAME` reads the text from a variable.

    Raises:
        ProjectError: when it is missing, is no TOML, or has a key or value that cannot be meant; with the place.
    """
    variable = str(path).removeprefix(IN_ENVIRONMENT) if str(path).startswith(IN_ENVIRONMENT) else None
    path = Path(path)
    try:
        data = tomllib.loads(path.read_bytes().decode() if variable is None else environment[variable])
    except KeyError:
        raise ProjectError(f"The variable {variable} is not set.", path=path, hint="Set it to the TOML.") from None
    except FileNotFoundError:
        raise ProjectError(f"There is no {path}.", path=path, hint="Make one: hubtweets init") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise ProjectError(f"{path} is not TOML: {str(error)[:300]}", path=path, hint=_HINT) from None
    defaults, models = data.pop("defaults", {}), data.pop("models", [])
    if not isinstance(defaults, dict) or not isinstance(models, list) or not all(isinstance(m, dict) for m in models):
        raise ProjectError(
            f"{path}: `defaults` is a table, and `models` a list of tables.", path=path, hint="[defaults], [[models]]"
        )
    if not models:
        raise ProjectError(f"{path} has no models.", path=path, hint="Add a [[models]] with `handles` or `posts`.")
    defaults = {**_tracking(path, data.pop("tracking", {})), **defaults}
    _model(path, "[defaults]", defaults)
    entries = tuple(
        _model(path, f"[[models]] {number}", _merged(defaults, model)) for number, model in enumerate(models, 1)
    )
    try:
        named(data, tuple(name for name in Project.__struct_fields__ if name != "models"))
        project: Project = meant("", {**data, "models": []}, Project)
        project = msgspec.structs.replace(project, models=entries)
    except UsageError as error:
        raise ProjectError(f"{path}: {error}", path=path, hint=error.hint or _HINT) from None
    for number, entry in enumerate(entries, 1):
        if not entry.config.handles and not entry.config.posts:
            raise ProjectError(f"{path}, [[models]] {number}: `handles` or `posts` is needed.", path=path, hint=_HINT)
    for label, models_of_it in Counter(entry.label for entry in entries).items():
        if models_of_it > 1:
            raise ProjectError(f"{path}: two models are called {label!r}.", path=path, hint="Give each a `name`.")
    _check_secrets(path, project.secrets)
    return project


_TRACKING = {"trackers": "track", "posts": "track_posts", "space": "track_space"}
"""The keys of `[tracking]`, and the fields of `PublishConfig` that they are."""


def _tracking(path: Path, table: Any) -> dict[str, Any]:
    """`[tracking]`, which says for every model where its training is told, as defaults of models."""
    try:
        if not isinstance(table, dict):
            raise UsageError("it is a table", hint=f"Its keys are {', '.join(_TRACKING)}.")
        return {_TRACKING[name]: value for name, value in named(table, tuple(_TRACKING)).items()}
    except UsageError as error:
        raise ProjectError(f"{path}, [tracking]: {error}", path=path, hint=error.hint) from None


_HINT = f"Every key: {DOCS}/schedule.md"


def _model(path: Path, where: str, table: Mapping[str, Any]) -> ModelEntry:
    rest = {key: value for key, value in table.items() if key not in _OWN}
    known = tuple(sorted(_PER_MODEL & set(PublishConfig.__struct_fields__)))
    try:
        named(rest, (*known, *_OWN))
        own = {key: meant(key, table.get(key, usual), type(usual)) for key, usual in _OWN.items()}
        if own["min_new_posts"] < 1:
            raise UsageError("`min_new_posts` is counted from 1.", hint=_HINT)
        return ModelEntry(
            config=made(rest),
            name=own["name"],
            min_new_posts=own["min_new_posts"],
            continue_training=own["continue"],
        )
    except UsageError as error:
        raise ProjectError(f"{path}, {where}: {error}", path=path, hint=error.hint or _HINT) from None


def check_new(path: Path) -> None:
    """See that there is no configuration at `path` yet.

    Raises:
        ProjectError: when there is one.
    """
    if path.exists():
        raise ProjectError(f"{path} is there already.", path=path, hint="Add a [[models]] to it by hand.")


def new_project(path: Path, *, posts: str, repo_id: str, base_model: str, consent: str, min_new_posts: int) -> None:
    """Write a file with one model.

    Raises:
        ProjectError: when there is one already, or the answers make none.
        RepoIdError: when the Hub would not allow `repo_id`.
    """
    check_repo_id(repo_id)
    check_new(path)
    values: dict[str, Any] = {"posts": [posts], "repo_id": repo_id, "base_model": base_model}
    values["min_new_posts"] = min_new_posts
    if consent != "not-stated":
        values["consent"] = consent
    lines = [f"{name} = {msgspec.json.encode(value).decode()}" for name, value in values.items()]
    text = "\n".join([f"# What every key means: {DOCS}/schedule.md", "[[models]]", *lines, ""])
    read_project(f"{IN_ENVIRONMENT}new", {"new": text})
    disk.write_text(path, text)


def secrets_of(project: Project, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables that `[secrets]` sets, with their values from the environment; those that are not set are left out.

    A secret is never in the file itself: it names the variable that has it, as in `X_BEARER_TOKEN = "$ORG_X_TOKEN"`.
    """
    sources = {name: match[1] for name, text in project.secrets.items() if (match := _SECRET.fullmatch(text))}
    return {name: environment[source] for name, source in sources.items() if environment.get(source)}


def _merged(defaults: Mapping[str, Any], model: Mapping[str, Any]) -> dict[str, Any]:
    """A model's table over the defaults; the tables inside (`training`, `filters`, `reading`) are merged key by key."""
    merged = {**defaults, **model}
    for name, value in model.items():
        if isinstance(value, dict) and isinstance(defaults.get(name), dict):
            merged[name] = {**defaults[name], **value}
    return merged


def _check_secrets(path: Path, secrets: Mapping[str, str]) -> None:
    for name, text in secrets.items():
        if not _SECRET.fullmatch(text):
            raise ProjectError(
                f"{path}, [secrets]: {name} holds something else than the name of a variable.",
                path=path,
                hint=f'Keep the secret out of the file: {name} = "$NAME_OF_A_VARIABLE"',
            )
