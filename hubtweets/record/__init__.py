"""The record: every fact that a model card states, and the only place they come from.

A record is frozen, checked when it is made, and goes to JSON and to the YAML of a card's front matter and back without
loss. Keys that this version does not know (a newer hubtweets, or a person, wrote them) are kept in `extra` and written
again in the same place.
"""

from __future__ import annotations

import functools
import re
import typing
from collections.abc import Iterable
from typing import Any, Literal, TypeVar

import msgspec

from hubtweets.errors import RecordError, RepoIdError
from hubtweets.record.facts import (
    Account,
    Adapter,
    Consent,
    Counts,
    Dataset,
    Embedding,
    Emissions,
    Evaluation,
    Facts,
    LogEntry,
    Memorisation,
    Run,
    Sample,
    Sampling,
    Scalar,
    Selection,
    TrackedRun,
    Tracking,
)

__all__ = [
    "DEFAULT_TEMPLATE",
    "SCHEMA",
    "Account",
    "Adapter",
    "Consent",
    "Counts",
    "Dataset",
    "Embedding",
    "Emissions",
    "Evaluation",
    "Facts",
    "LogEntry",
    "Memorisation",
    "ModelRecord",
    "Relation",
    "Run",
    "Sample",
    "Sampling",
    "Scalar",
    "Selection",
    "TrackedRun",
    "Tracking",
    "check_repo_id",
    "from_data",
    "from_json",
    "slug",
    "to_data",
    "to_json",
]

SCHEMA = 1
"""The version of the record's layout; raised when a key changes its meaning, not when one is added."""

DEFAULT_TEMPLATE = "hubtweets@2"

Relation = Literal["finetune", "adapter", "quantized", "merge"]
"""How a model comes from its base, in the Hub's words (https://huggingface.co/docs/hub/model-cards#specifying-a-base-model)."""

F = TypeVar("F", bound=Facts)


class ModelRecord(Facts, frozen=True, kw_only=True, omit_defaults=True):
    """Every fact of one model's card.

    `template` is the name@version that renders it. `base_model` is a Hub id, `scratch:tiny` for a model trained from
    nothing, `local:NAME` for a folder, or `pip:NAME` for a package; `base_model_revision` is the commit
    (Hub) or digest (folder) that was used.
    `fingerprint` is the SHA-256 of everything that determines the weights. `language` holds BCP-47 codes. `handles`
    are the sorted handles of a card that does not say which is whose.

    `task`, `library`, `metric` ids and `license` are the Hub's (`text-generation`, `transformers`, `apache-2.0`);
    `license_name` and `license_link` belong to the licence `other`. `of_posts` says whether the model was trained on
    posts; None stands for "as the accounts say". `architecture` is the class of the weights (`GPT2LMHeadModel`),
    `context_length` how many tokens it reads at most, `labels` what a classifier tells apart. `tokenizer` is the Hub id
    of what makes its tokens where that is not beside the weights, or `missing` where it is nowhere. `gguf` names the
    quantisations that lie beside the weights (`Q8_0`). `publisher` is a name on the Hub, `contact` an address of the
    web or of e-mail. `toy` says that the model is there to try things out with, and too small to write well.
    `custom_code` says that loading it runs Python code that is in its repo.

    Raises:
        ValueError: when the facts do not hold together.
    """

    schema: int = SCHEMA
    template: str = DEFAULT_TEMPLATE
    repo_id: str
    accounts: tuple[Account, ...]
    handles: tuple[str, ...] = ()
    base_model: str | None = None
    base_model_revision: str | None = None
    language: tuple[str, ...] = ()
    fingerprint: str | None = None
    tracking: Tracking | None = None
    run: Run | None = None
    samples: tuple[Sample, ...] = ()
    thumbnail: str | None = None
    task: str | None = None
    library: str | None = None
    relation: Relation | None = None
    of_posts: bool | None = None
    architecture: str | None = None
    context_length: int | None = None
    labels: tuple[str, ...] = ()
    tokenizer: str | None = None
    adapter: Adapter | None = None
    embedding: Embedding | None = None
    gguf: tuple[str, ...] = ()
    license: str | None = None
    license_name: str | None = None
    license_link: str | None = None
    datasets: tuple[Dataset, ...] = ()
    selection: Selection | None = None
    sampling: Sampling | None = None
    evaluations: tuple[Evaluation, ...] = ()
    memorisation: Memorisation | None = None
    consent: Consent | None = None
    tracked: tuple[TrackedRun, ...] = ()
    publisher: str | None = None
    contact: str | None = None
    toy: bool = False
    custom_code: bool = False

    def __post_init__(self) -> None:
        if self.schema > SCHEMA:
            raise ValueError(f"schema {self.schema} is newer than this hubtweets knows ({SCHEMA}); upgrade hubtweets")
        if self.schema < 1:
            raise ValueError(f"schema {self.schema} does not exist")

    def __repr__(self) -> str:
        of = ", ".join(f"@{handle}" for handle in (*self.handles, *(one.handle for one in self.accounts))) or self.task
        return f"<ModelRecord {self.repo_id}{f' of {of}' if of else ''}, {self.template}>"

    def _repr_markdown_(self) -> str:
        """The card that it renders to, as notebooks show it."""
        import importlib

        # by name: the record knows nothing of cards, and only a notebook that shows one asks for this
        card: str = importlib.import_module("hubtweets.card").render(self)
        return card.partition("\n---\n")[2] if card.startswith("---\n") else card

    @property
    def slug(self) -> str:
        """The lower-case handles, sorted and joined with `-`: the usual repo name, and the bot's joint handle."""
        return slug([*self.handles, *(account.handle for account in self.accounts if account.handle)])

    @property
    def base_model_on_hub(self) -> str | None:
        """The base model's Hub id, or None where it is not on a Hub."""
        if self.base_model is None or self.base_model.startswith(("scratch:", "local:", "pip:")):
            return None
        return self.base_model

    @property
    def links(self) -> Tracking | None:
        """`tracking`, or the same of the runs in `tracked`: what the historical templates have places for."""
        if self.tracking is not None or not self.tracked:
            return self.tracking
        roles = {run.role: run.url for run in reversed(self.tracked) if run.tracker == "wandb"}
        return Tracking(dataset_run=roles.get("data"), training_run=roles.get("training"))

    @property
    def is_of_posts(self) -> bool:
        """Whether the model was trained on somebody's posts: what makes it a bot."""
        return bool(self.accounts or self.handles) if self.of_posts is None else self.of_posts

    @property
    def tracked_runs(self) -> tuple[TrackedRun, ...]:
        """The runs at trackers, wherever the record has them: `tracked`, or the `tracking` of historical cards."""
        if self.tracked or self.tracking is None:
            return self.tracked
        links = (("data", self.tracking.dataset_run), ("training", self.tracking.training_run))
        return tuple([TrackedRun(tracker="wandb", role=role, url=url) for role, url in links if url])


def slug(handles: Iterable[str]) -> str:
    """The lower-case handles without `@`, sorted, joined with `-`; characters that no repo name can have become `-`."""
    bare = sorted(handle.strip().removeprefix("@").lower() for handle in handles)
    return "-".join(re.sub(r"[^\w.-]+", "-", handle, flags=re.ASCII) for handle in bare)


def check_repo_id(repo_id: str) -> str:
    """`repo_id`, when the Hub would allow it as `namespace/name`.

    The rule is huggingface_hub's `validate_repo_id`, and a namespace is asked for.

    Raises:
        RepoIdError: when it would not.
    """
    namespace, slash, name = repo_id.partition("/")
    part = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
    why = None
    if not slash or not name or not namespace or "/" in name:
        why = "it needs a namespace and a name, as in huggingtweets/joebiden"
    elif len(repo_id) > 96:
        why = f"it has {len(repo_id)} characters, and 96 are allowed"
    elif "--" in repo_id or ".." in repo_id:
        why = "'--' and '..' are not allowed"
    elif name.endswith((".git", ".ipynb")):
        why = "a name cannot end in .git or .ipynb"
    elif not (part.fullmatch(namespace) and part.fullmatch(name)):
        why = "only letters, digits, '-', '_' and '.' are allowed, and not '-' or '.' at either end"
    if why:
        raise RepoIdError(
            f"{repo_id[:100]!r} is not a repo id on the Hub: {why}.",
            repo_id=repo_id,
            hint="Write it as NAMESPACE/NAME, such as me/bot; the commands publish and push take it as --repo-id.",
        )
    return repo_id


# -- to and from plain data, JSON and YAML ---------------------------------------------------------------------------


@functools.cache
def _fields(kind: type[Facts]) -> dict[str, type[Facts] | None]:
    """Field name -> the Facts class inside it (for one, a tuple of, or an optional one), or None."""

    def inside(hint: Any) -> type[Facts] | None:
        if isinstance(hint, type) and issubclass(hint, Facts):
            return hint
        return next(filter(None, map(inside, typing.get_args(hint))), None)

    hints = typing.get_type_hints(kind)
    return {name: inside(hints[name]) for name in kind.__struct_fields__ if name != "extra"}


def _gather(kind: type[Facts], data: Any) -> Any:
    """`data` with the keys that `kind` does not know moved into `extra`, all the way down."""
    if not isinstance(data, dict):
        return data
    known, unknown = {}, {}
    for key, value in data.items():
        inner = _fields(kind).get(key)
        if key not in _fields(kind):
            unknown[key] = value
        elif inner is not None and isinstance(value, list | tuple):
            known[key] = [_gather(inner, item) for item in value]
        else:
            known[key] = _gather(inner, value) if inner is not None else value
    return {**known, "extra": unknown} if unknown else known


def to_data(facts: Facts) -> dict[str, Any]:
    """Plain dicts, lists and scalars, in the order of the fields; what is at its default is left out.

    `schema` and `template` of a record are always written: what they default to changes with the version.
    """
    data: dict[str, Any] = {}
    for name, default in _defaults(type(facts)).items():
        value = getattr(facts, name)
        if (value is default or value == default) and name not in ("schema", "template"):
            continue
        kind = type(value)
        if kind is str or kind is int or kind is float:  # most are, and a batch writes thousands of records
            data[name] = value
        elif kind is tuple:
            data[name] = [to_data(item) if isinstance(item, Facts) else item for item in value]
        elif kind is dict:
            data[name] = dict(value)
        else:
            data[name] = to_data(value) if isinstance(value, Facts) else value
    data.update(facts.extra)
    return data


@functools.cache
def _defaults(kind: type[Facts]) -> dict[str, Any]:
    defaults = {}
    for field in msgspec.structs.fields(kind):
        if field.name != "extra":
            factory = field.default_factory
            defaults[field.name] = factory() if factory is not msgspec.NODEFAULT else field.default
    return defaults


def from_data(data: Any, kind: type[F] = ModelRecord) -> F:  # type: ignore[assignment]
    """The facts in plain data, as `to_data` gives it or as read from JSON or YAML.

    Raises:
        RecordError: naming the place (`$.accounts[0].counts`) and what is wrong there.
    """
    try:
        return msgspec.convert(_gather(kind, data), kind)
    except msgspec.ValidationError as error:
        raise RecordError(
            f"not a hubtweets record: {error}",
            hint="hubtweets card read --json CARD shows one; put the named place right.",
        ) from None


def to_json(facts: Facts, *, indent: int = 0) -> str:
    """One JSON document; with `indent`, that many spaces a level."""
    text = msgspec.json.encode(to_data(facts))
    return (msgspec.json.format(text, indent=indent) if indent else text).decode()


def from_json(text: str | bytes, kind: type[F] = ModelRecord) -> F:  # type: ignore[assignment]
    """The facts in a JSON document.

    Raises:
        RecordError: when it is not JSON, or not these facts.
    """
    try:
        data = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise RecordError(
            f"not JSON: {error}", hint="Give a record as JSON, such as `hubtweets card read --json CARD` has in it."
        ) from None
    return from_data(data, kind)


msgspec.json.Decoder(ModelRecord)  # msgspec studies the classes once; threads that both are the first crash it (0.22)
