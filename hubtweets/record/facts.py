"""The groups of facts in a record: `hubtweets.record` is where they are used from."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from hubtweets.record import platforms

Scalar = int | float | str | bool

MOST_POSTS = 10**20
"""A larger number in a card is an attack on whoever counts with it, not a count."""


class Facts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A group of facts. `extra` holds keys that this version does not know, as they were read."""

    extra: dict[str, Any] = {}


def _check_finite(values: Mapping[str, Any]) -> None:
    """Raise ValueError for a number that nobody can have measured, or that no reader of YAML would give back."""
    for name, value in values.items():
        if isinstance(value, int) and abs(value) >= MOST_POSTS:
            raise ValueError(f"{name} has more than 20 digits; that is no number of a training")
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{name} is {value}; a card states finite numbers only")


def _check_days(**days: str | None) -> None:
    """Raise ValueError for what is no day of the calendar, as YYYY-MM-DD."""
    for name, day in days.items():
        if day is not None:
            try:
                date.fromisoformat(day)
            except ValueError:
                raise ValueError(f"{name} is {day!r:.40}, not a day as in 2026-05-01") from None


class Counts(Facts, frozen=True, kw_only=True, omit_defaults=False):
    """How many posts there were and how many were used, as the historical table counts them.

    `kept` is always `downloaded - retweets - short`.

    Raises:
        ValueError: when a number is negative or they do not add up.
    """

    downloaded: int
    retweets: int
    short: int
    kept: int

    def __post_init__(self) -> None:
        if min(self.downloaded, self.retweets, self.short, self.kept) < 0:
            raise ValueError("counts cannot be negative")
        if self.downloaded > MOST_POSTS:
            raise ValueError(f"nobody has written more than {MOST_POSTS:.0e} posts")
        if self.kept != self.downloaded - self.retweets - self.short:
            raise ValueError(
                f"kept ({self.kept}) must be downloaded - retweets - short "
                f"({self.downloaded} - {self.retweets} - {self.short})"
            )


class Account(Facts, frozen=True, kw_only=True):
    """Somebody whose posts were used.

    `handle` has no leading `@`; it is empty where a card names several accounts and not which handle is whose (the
    handles are then in `ModelRecord.handles`). `platform` is `x`, `bluesky`, `mastodon`, or None where the source does
    not say.
    `newest_post` is the id of the newest post read, so that a scheduled run fetches only what is new.
    `page` is the account's public page where it is not the one that `handle` would have there. `avatar_url` is an
    address, or the name of a picture in the repo. `first_post` and `last_post` are the days (YYYY-MM-DD, UTC) of the
    oldest and newest post kept. `left_out` counts the posts that are in no other count, by the reason in words: not
    meant for everybody, filtered out by `ModelRecord.selection`, near duplicates.
    """

    handle: str
    name: str
    platform: str | None = None
    avatar_url: str | None = None
    counts: Counts | None = None
    newest_post: str | None = None
    page: str | None = None
    first_post: str | None = None
    last_post: str | None = None
    left_out: dict[str, int] = {}

    def __post_init__(self) -> None:
        _check_days(first_post=self.first_post, last_post=self.last_post)
        if any(count < 0 for count in self.left_out.values()):
            raise ValueError("left_out counts posts; it cannot be negative")

    @property
    def url(self) -> str | None:
        """The account's public page, where its platform has a known one."""
        if self.page is not None:
            return self.page
        return platforms.page(self.handle, self.platform)


class Tracking(Facts, frozen=True, kw_only=True):
    """Links to the run that made the data set, and to the training run, as historical cards have them.

    `ModelRecord.tracked` is where new records say the same; `ModelRecord.tracked_runs` reads both.
    """

    dataset_run: str | None = None
    training_run: str | None = None


class TrackedRun(Facts, frozen=True, kw_only=True):
    """A run at an experiment tracker, where the server gave its address.

    `tracker` is `wandb` or `trackio`; `role` says what the run did: `data` made the corpus, `training` the weights.
    `artifacts` are the addresses of what it logged, by what they are (`dataset`, `model`).
    """

    tracker: str
    role: str
    url: str
    artifacts: dict[str, str] = {}


class LogEntry(Facts, frozen=True, kw_only=True):
    """One evaluation: its held-out loss, and the last training loss before it (nats)."""

    step: int
    epoch: float | None = None
    loss: float | None = None
    eval_loss: float | None = None


class Emissions(Facts, frozen=True, kw_only=True):
    """Carbon that a training emitted, in grams of CO2 equivalents; `source` says what measured it (`code carbon`).

    The keys are those of https://huggingface.co/docs/hub/model-cards-co2.
    """

    grams: int | float
    source: str | None = None
    location: str | None = None

    def __post_init__(self) -> None:
        _check_finite({"grams": self.grams})


class Run(Facts, frozen=True, kw_only=True):
    """One fine-tuning.

    `hyperparameters` are those that differ from transformers' defaults, by their `TrainingArguments` names. `metrics`
    has the Trainer's names (`eval_loss`, `perplexity`, …); `eval_loss_before` and `perplexity_before` were measured on
    the same held-out posts before training. `parameters` is the number of weights. `train_posts` and `held_out_posts`
    count examples where the model is not one of posts. `method` is how it was trained, in the words of the library
    (`SFT`, `DPO`, `MultipleNegativesRankingLoss`); `finished_on` the day (YYYY-MM-DD) it ended; `seconds` how long it
    took; `emissions` what it emitted, where that was measured.
    """

    hyperparameters: dict[str, Scalar] = {}
    metrics: dict[str, float] = {}
    log_history: tuple[LogEntry, ...] = ()
    seed: int | None = None
    parameters: int | None = None
    train_posts: int | None = None
    held_out_posts: int | None = None
    hardware: str | None = None
    versions: dict[str, str] = {}
    method: str | None = None
    finished_on: str | None = None
    seconds: int | float | None = None
    emissions: Emissions | None = None

    def __post_init__(self) -> None:
        _check_finite({**self.hyperparameters, **self.metrics, "seconds": self.seconds, "seed": self.seed})
        _check_days(finished_on=self.finished_on)


class Sample(Facts, frozen=True, kw_only=True):
    """What the model wrote: `text` is the continuation, without the prompt."""

    prompt: str
    text: str


class Sampling(Facts, frozen=True, kw_only=True):
    """How the samples were drawn.

    `settings` are those of the generation, by their `GenerationConfig` names. `redrawn` counts samples that repeated a
    post word for word and were drawn again; `scrubbed` counts what was taken out of samples, by kind.
    """

    settings: dict[str, Scalar] = {}
    redrawn: int = 0
    scrubbed: dict[str, int] = {}

    def __post_init__(self) -> None:
        _check_finite(self.settings)


class Selection(Facts, frozen=True, kw_only=True):
    """Which posts were wanted, beyond the rules of the historical table; what is not asked for is at its default.

    `min_words` is the number of plain words under which a post counts as short. `scrub`: e-mail addresses, phone
    numbers and mentions were removed from the text, and `scrubbed` counts them by kind. `without_mentions`: the chain
    of mentions that a reply begins with was removed. `since` and `until` are days, both included.
    """

    exclude: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    languages: tuple[str, ...] = ()
    min_words: int = 3
    scrub: bool = False
    scrubbed: dict[str, int] = {}
    near_duplicates: bool = False
    without_mentions: bool = False

    def __post_init__(self) -> None:
        _check_days(since=self.since, until=self.until)


class Dataset(Facts, frozen=True, kw_only=True):
    """A data set that a model was trained or measured on: its id on the Hub, and what people call it."""

    id: str | None = None
    name: str | None = None
    config: str | None = None
    split: str | None = None
    revision: str | None = None

    def __post_init__(self) -> None:
        if not (self.id or self.name):
            raise ValueError("a data set has an id or a name")


class Evaluation(Facts, frozen=True, kw_only=True):
    """One measured number.

    `metric` is its id (`accuracy`, `rouge1`; https://hf.co/metrics has them), `name` what people call it. `before` is
    the base model's on the same data. `higher_is_better` is None where the id does not tell.
    """

    metric: str
    value: int | float
    name: str | None = None
    before: int | float | None = None
    higher_is_better: bool | None = None
    dataset: Dataset | None = None

    def __post_init__(self) -> None:
        _check_finite({self.metric: self.value, f"{self.metric} before": self.before})


class Adapter(Facts, frozen=True, kw_only=True):
    """An adapter's own facts: `method` (`LORA`, …), its rank and alpha, which modules it changes, its own weights."""

    method: str
    rank: int | None = None
    alpha: int | float | None = None
    dropout: int | float | None = None
    target_modules: tuple[str, ...] = ()
    parameters: int | None = None

    def __post_init__(self) -> None:
        _check_finite({"alpha": self.alpha, "dropout": self.dropout})


class Embedding(Facts, frozen=True, kw_only=True):
    """What a model of sentences gives: how many dimensions a vector has, and how two are compared (`cosine`)."""

    dimensions: int | None = None
    similarity: str | None = None


class Consent(Facts, frozen=True, kw_only=True):
    """Whether the people whose posts these are agreed.

    `by` is `self` (they made the model themselves), `agreed` (they said so to whoever made it), or `not stated`. `how`
    says in words how that is known (`the account's own archive`), `on` the day (YYYY-MM-DD).
    """

    by: Literal["self", "agreed", "not stated"]
    how: str | None = None
    on: str | None = None

    def __post_init__(self) -> None:
        _check_days(on=self.on)


class Memorisation(Facts, frozen=True, kw_only=True):
    """What a model remembers of its training posts, each number with its control. docs/memorisation.md defines them.

    Shares are from 0 to 1. Of `posts` training posts, `extracted` is the share whose second half greedy decoding
    writes out exactly from the first, `extracted_held_out` the same of posts that it was not trained on. `auc` is that
    of telling training from held-out posts by their loss (0.5: no better than chance). Of `samples` free samples,
    `copied` is the share that equals a post, `overlapping` the share with 8 or more consecutive words of one post, and
    `longest_overlap` the longest such run in words. `distinct_1` and `distinct_2` are the shares of different words and
    word pairs in the samples, and `posts_distinct_1`, `posts_distinct_2` those of as many posts.
    """

    posts: int | None = None
    extracted: float | None = None
    extracted_held_out: float | None = None
    auc: float | None = None
    samples: int | None = None
    copied: float | None = None
    overlapping: float | None = None
    longest_overlap: int | None = None
    distinct_1: float | None = None
    distinct_2: float | None = None
    posts_distinct_1: float | None = None
    posts_distinct_2: float | None = None

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if isinstance(value, float) and not 0 <= value <= 1:
                raise ValueError(f"{name} is {value}; a share is from 0 to 1")
