"""hubtweets: fine-tune a language model on posts and publish it on the Hugging Face Hub.

The names below are the whole public API; each is imported when it is first used, so `import hubtweets` is cheap.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from hubtweets.card import render
    from hubtweets.errors import HubtweetsError
    from hubtweets.localhub import LocalHub
    from hubtweets.posts import open_source
    from hubtweets.publishing.publish import publish
    from hubtweets.publishing.push import push
    from hubtweets.publishing.rerender import rerender
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
    "Adapter": "record",
    "Consent": "record",
    "Counts": "record",
    "Dataset": "record",
    "Embedding": "record",
    "Emissions": "record",
    "Evaluation": "record",
    "HubtweetsError": "errors",
    "LocalHub": "localhub",
    "LogEntry": "record",
    "Memorisation": "record",
    "ModelRecord": "record",
    "Run": "record",
    "Sample": "record",
    "Sampling": "record",
    "Selection": "record",
    "TrackedRun": "record",
    "Tracking": "record",
    "open_source": "posts",
    "publish": "publishing.publish",
    "push": "publishing.push",
    "render": "card",
    "rerender": "publishing.rerender",
}

__all__ = [
    "Account",
    "Adapter",
    "Consent",
    "Counts",
    "Dataset",
    "Embedding",
    "Emissions",
    "Evaluation",
    "HubtweetsError",
    "LocalHub",
    "LogEntry",
    "Memorisation",
    "ModelRecord",
    "Run",
    "Sample",
    "Sampling",
    "Selection",
    "TrackedRun",
    "Tracking",
    "open_source",
    "publish",
    "push",
    "render",
    "rerender",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(importlib.import_module(f"hubtweets.{_HOME[name]}"), name)
    raise AttributeError(f"module 'hubtweets' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
