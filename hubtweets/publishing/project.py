"""`hubtweets.toml`: the models that are kept up to date, and what each is made of.

The file is read once into frozen structs. A key that is not known is an error with the nearest one that is, for a
misspelt setting that is silently left out costs a training. docs/schedule.md has the keys.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from hubtweets import _files
from hubtweets.errors import ProjectError
from hubtweets.posts import Filters
from hubtweets.record import check_repo_id, slug

FILE = "hubtweets.toml"

MIN_NEW_POSTS = 50
"""Posts that there have to be since the last training before a model is trained again."""

_SECRET = re.compile(r"\$\{?([A-Z_][A-Z0-9_]*)\}?")


class ModelEntry(msgspec.Struct, frozen=True, kw_only=True, rename={"continue_training": "continue"}):
    """One model of a project: an item of `[[models]]`, with what `[defaults]` says where the item says nothing.

    `handles`, `posts` and `names` go together by place, as in `hubtweets publish`. `training` holds settings by the
    names of `TrainingConfig`. `min_new_posts` is how many posts there have to be since the record's newest one before
    the model is trained again. `continue` trains from the published model instead of the base. `max_cost` is in US
    dollars, for reading this model's posts once.
    """

    name: str = ""
    handles: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    repo_id: str | None = None
    namespace: str | None = None
    private: bool = False
    base_model: str | None = None
    training: dict[str, Any] = {}
    filters: Filters = Filters()
    template: str | None = None
    on_conflict: Literal["skip", "keep-theirs", "keep-ours"] = "skip"
    track: tuple[str, ...] = ()
    consent: Literal["self", "agreed"] | None = None
    min_new_posts: int = MIN_NEW_POSTS
    max_posts: int | None = None
    max_cost: float | None = None
    continue_training: bool = False

    def __post_init__(self) -> None:
        if not self.handles and not self.posts:
            raise ValueError("a model needs `handles` or `posts`")
        if self.min_new_posts < 1:
            raise ValueError("`min_new_posts` is counted from 1")
        for given, what in ((self.handles, "handles"), (self.names, "names")):
            if given and self.posts and len(given) != len(self.posts):
                raise ValueError(f"{len(self.posts)} sources in `posts`, but {len(given)} in `{what}`")

    @property
    def label(self) -> str:
        """What `--only`, the report and the summary call it."""
        return self.name or self.repo_id or slug(self.handles) or self.posts[0]

    @property
    def planned_repo_id(self) -> str | None:
        """The repo, as far as the file alone tells: not where the namespace is the token's, or the source's handle."""
        if self.repo_id is not None:
            return self.repo_id
        return f"{self.namespace}/{slug(self.handles)}" if self.namespace and self.handles else None


class Project(msgspec.Struct, frozen=True, kw_only=True):
    """A whole `hubtweets.toml`.

    `hub` is an address or `local:DIR`; `templates` are folders in which the templates of earlier cards are looked for.
    `posts_store` is a private data set (`namespace/name`) that keeps the posts of earlier runs, for machines that keep
    nothing. `max_cost` is in US dollars, for one refresh of all models. `secrets` are names of variables, by the name
    that the libraries read.
    """

    models: tuple[ModelEntry, ...]
    hub: str | None = None
    templates: tuple[str, ...] = ()
    posts_store: str | None = None
    max_cost: float | None = None
    secrets: dict[str, str] = {}
    folder: Path = Path()


IN_ENVIRONMENT = "env:"
"""What a name of a variable stands behind that has the text of the file, for jobs that have no folder of their own."""


def read_project(path: str | Path = FILE, environment: Mapping[str, str] = os.environ) -> Project:
    """The project that a file describes; `env:NAME` reads the text from a variable.

    Paths in it are taken from the file's own folder.

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
        raise ProjectError(f"{path} is not TOML: {error}", path=path) from None
    defaults = data.pop("defaults", {})
    models = data.get("models", [])
    if not isinstance(defaults, dict) or not isinstance(models, list) or not all(isinstance(m, dict) for m in models):
        raise ProjectError(
            f"{path}: `defaults` is a table, and `models` a list of tables.", path=path, hint="[defaults], [[models]]"
        )
    _check_keys(path, data, Project, "the file")
    for where, table in (("[defaults]", defaults), *((f"[[models]] {n}", m) for n, m in enumerate(models, 1))):
        _check_keys(path, table, ModelEntry, where)
        _check_keys(path, table.get("filters", {}), Filters, f"{where} filters")
        _check_training(path, table.get("training", {}), where)
    data["models"] = [_merged(defaults, model) for model in models]
    if not models:
        raise ProjectError(f"{path} has no models.", path=path, hint="Add a [[models]] with `handles` or `posts`.")
    try:
        project = msgspec.convert(
            {**data, "folder": str(path.parent) if variable is None else "."}, Project, dec_hook=_decoded
        )
    except msgspec.ValidationError as error:
        raise ProjectError(f"{path}: {error}", path=path, hint="docs/schedule.md has every key.") from None
    labels = [model.label for model in project.models]
    for label in labels:
        if labels.count(label) > 1:
            raise ProjectError(f"{path}: two models are called {label!r}.", path=path, hint="Give each a `name`.")
    _check_secrets(path, project.secrets)
    return project


def new_project(path: Path, *, posts: str, repo_id: str, base_model: str, consent: str, min_new_posts: int) -> None:
    """Write a file with one model.

    Raises:
        ProjectError: when there is one already, or the answers make none.
        RepoIdError: when the Hub would not allow `repo_id`.
    """
    check_repo_id(repo_id)
    if path.exists():
        raise ProjectError(f"{path} is there already.", path=path, hint="Add a [[models]] to it by hand.")
    values: dict[str, Any] = {
        "posts": [posts],
        "repo_id": repo_id,
        "base_model": base_model,
        "min_new_posts": min_new_posts,
    }
    if consent != "not-stated":
        values["consent"] = consent
    lines = [f"{name} = {msgspec.json.encode(value).decode()}" for name, value in values.items()]
    text = "\n".join(["# What every key means: docs/schedule.md", "[[models]]", *lines, ""])
    msgspec.convert(tomllib.loads(text)["models"], list[ModelEntry])
    _files.write_text(path, text)


def secrets_of(project: Project, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables that `[secrets]` sets, with their values from the environment; those that are not set are left out.

    A secret is never in the file itself: it names the variable that has it, as in `X_BEARER_TOKEN = "$ORG_X_TOKEN"`.
    """
    named = {name: match[1] for name, text in project.secrets.items() if (match := _SECRET.fullmatch(text))}
    return {name: environment[source] for name, source in named.items() if environment.get(source)}


def _decoded(kind: type, value: Any) -> Any:
    if kind is Path:
        return Path(value)
    raise ValueError(f"{kind.__name__} cannot be made of this")


def _merged(defaults: Mapping[str, Any], model: Mapping[str, Any]) -> dict[str, Any]:
    """A model's table over the defaults; the tables inside (`training`, `filters`) are merged key by key."""
    merged = {**defaults, **model}
    for name in ("training", "filters"):
        if name in defaults and name in model:
            merged[name] = {**defaults[name], **model[name]}
    return merged


def _check_keys(path: Path, table: object, kind: type[msgspec.Struct], where: str) -> None:
    known = [name for name in kind.__struct_encode_fields__ if (kind, name) != (Project, "folder")]
    _check_names(path, table, known, where)


def _check_training(path: Path, table: object, where: str) -> None:
    from hubtweets.model import TrainingConfig

    _check_names(path, table, TrainingConfig.__struct_fields__, f"{where} training")


def _check_names(path: Path, table: object, known: Sequence[str], where: str) -> None:
    if not isinstance(table, dict):
        raise ProjectError(f"{path}, {where}: a table was expected.", path=path)
    for key in table:
        if key not in known:
            near = difflib.get_close_matches(key.replace("-", "_"), known, 1)
            hint = f"Did you mean `{near[0]}`?" if near else f"There are {', '.join(known)}."
            raise ProjectError(f"{path}, {where}: there is no key {key!r}.", path=path, hint=hint)


def _check_secrets(path: Path, secrets: Mapping[str, str]) -> None:
    for name, text in secrets.items():
        if not _SECRET.fullmatch(text):
            raise ProjectError(
                f"{path}, [secrets]: {name} holds something else than the name of a variable.",
                path=path,
                hint=f'Keep the secret out of the file: {name} = "$NAME_OF_A_VARIABLE"',
            )
