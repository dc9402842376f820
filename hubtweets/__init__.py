"""hubtweets: fine-tune a language model on posts and publish it on the Hugging Face Hub.

The names in `__all__` are the whole public API: the verbs, and every type that a public function takes, gives or
raises. Everything else may change without notice. Each name is imported when it is first used, so `import hubtweets` is
cheap.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

from hubtweets import errors as errors
from hubtweets.errors import *  # noqa: F403  (light, and every one of them is public)

if TYPE_CHECKING:
    from hubtweets._shared.progress import Progress, Task
    from hubtweets.card import render
    from hubtweets.card.composing import Card
    from hubtweets.hub.clock import Clock
    from hubtweets.hub.pacing import Budget, Wait
    from hubtweets.localhub import Fault, LocalHub
    from hubtweets.localhub.accounts import Accounts, Organisation, Publisher, Token, User
    from hubtweets.localhub.storage.seed import Revision, Seed
    from hubtweets.localhub.storage.store import Unreadable
    from hubtweets.localhub.traffic import Logged
    from hubtweets.model import TrainingConfig
    from hubtweets.posts import (
        ConsentSignal,
        Corpus,
        Filters,
        Post,
        ReadOptions,
        Source,
        open_source,
        read_corpus,
        read_posts,
    )
    from hubtweets.posts.contract import OrderedSource
    from hubtweets.publishing.apply import Observer, Totals
    from hubtweets.publishing.config import PublishConfig, PublishOptions
    from hubtweets.publishing.each import publish_each
    from hubtweets.publishing.evaluate import Measured, evaluate
    from hubtweets.publishing.project import ModelEntry, Project, read_project
    from hubtweets.publishing.publish import publish
    from hubtweets.publishing.published import Published
    from hubtweets.publishing.push import push
    from hubtweets.publishing.receipts import Receipt, Step
    from hubtweets.publishing.refresh import refresh
    from hubtweets.publishing.report import Result
    from hubtweets.publishing.rerender import rerender
    from hubtweets.publishing.retract import retract
    from hubtweets.publishing.space import PublishedSpace, publish_space
    from hubtweets.publishing.target import Change, Outcome, PlannedChange, Progression
    from hubtweets.record import (
        Account,
        Adapter,
        Consent,
        Counts,
        Dataset,
        Embedding,
        Emissions,
        Evaluation,
        LogEntry,
        Memorisation,
        ModelRecord,
        Run,
        Sample,
        Sampling,
        Selection,
        TrackedRun,
        Tracking,
    )

_HOME = {
    "Account": "record",
    "Accounts": "localhub.accounts",
    "Adapter": "record",
    "Budget": "hub.pacing",
    "Card": "card.composing",
    "Change": "publishing.target",
    "Clock": "hub.clock",
    "Consent": "record",
    "ConsentSignal": "posts",
    "Corpus": "posts",
    "Counts": "record",
    "Dataset": "record",
    "Embedding": "record",
    "Emissions": "record",
    "Evaluation": "record",
    "Fault": "localhub",
    "Filters": "posts",
    "LocalHub": "localhub",
    "LogEntry": "record",
    "Logged": "localhub.traffic",
    "Measured": "publishing.evaluate",
    "Memorisation": "record",
    "ModelEntry": "publishing.project",
    "ModelRecord": "record",
    "Observer": "publishing.apply",
    "OrderedSource": "posts.contract",
    "Organisation": "localhub.accounts",
    "Outcome": "publishing.target",
    "PlannedChange": "publishing.target",
    "Post": "posts",
    "Progress": "_shared.progress",
    "Progression": "publishing.target",
    "Project": "publishing.project",
    "PublishConfig": "publishing.config",
    "PublishOptions": "publishing.config",
    "Published": "publishing.published",
    "PublishedSpace": "publishing.space",
    "Publisher": "localhub.accounts",
    "ReadOptions": "posts",
    "Receipt": "publishing.receipts",
    "Result": "publishing.report",
    "Revision": "localhub.storage.seed",
    "Run": "record",
    "Sample": "record",
    "Sampling": "record",
    "Seed": "localhub.storage.seed",
    "Selection": "record",
    "Source": "posts",
    "Step": "publishing.receipts",
    "Task": "_shared.progress",
    "Token": "localhub.accounts",
    "Totals": "publishing.apply",
    "TrackedRun": "record",
    "Tracking": "record",
    "TrainingConfig": "model",
    "Unreadable": "localhub.storage.store",
    "User": "localhub.accounts",
    "Wait": "hub.pacing",
    "evaluate": "publishing.evaluate",
    "open_source": "posts",
    "publish": "publishing.publish",
    "publish_each": "publishing.each",
    "publish_space": "publishing.space",
    "push": "publishing.push",
    "read_corpus": "posts",
    "read_posts": "posts",
    "read_project": "publishing.project",
    "refresh": "publishing.refresh",
    "render": "card",
    "rerender": "publishing.rerender",
    "retract": "publishing.retract",
}

__all__ = [
    "Account",
    "Accounts",
    "Adapter",
    "Budget",
    "Card",
    "Change",
    "Clock",
    "Consent",
    "ConsentSignal",
    "Corpus",
    "Counts",
    "Dataset",
    "Embedding",
    "Emissions",
    "Evaluation",
    "Fault",
    "Filters",
    "LocalHub",
    "LogEntry",
    "Logged",
    "Measured",
    "Memorisation",
    "ModelEntry",
    "ModelRecord",
    "Observer",
    "OrderedSource",
    "Organisation",
    "Outcome",
    "PlannedChange",
    "Post",
    "Progress",
    "Progression",
    "Project",
    "PublishConfig",
    "PublishOptions",
    "Published",
    "PublishedSpace",
    "Publisher",
    "ReadOptions",
    "Receipt",
    "Result",
    "Revision",
    "Run",
    "Sample",
    "Sampling",
    "Seed",
    "Selection",
    "Source",
    "Step",
    "Task",
    "Token",
    "Totals",
    "TrackedRun",
    "Tracking",
    "TrainingConfig",
    "Unreadable",
    "User",
    "Wait",
    "evaluate",
    "open_source",
    "publish",
    "publish_each",
    "publish_space",
    "push",
    "read_corpus",
    "read_posts",
    "read_project",
    "refresh",
    "render",
    "rerender",
    "retract",
]
__all__ += errors.__all__


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(importlib.import_module(f"hubtweets.{_HOME[name]}"), name)
    raise AttributeError(f"module 'hubtweets' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
