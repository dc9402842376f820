"""What `publish` knows of posts, choices and training before a model is trained, as facts of the record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from hubtweets.model import SCRATCH
from hubtweets.model.lora import adapter_facts
from hubtweets.posts import Corpus
from hubtweets.publishing.config import PublishConfig
from hubtweets.record import Account, Adapter, ModelRecord

_WRITES = "text-generation"


def accounts(corpora: Iterable[Corpus], shown: Iterable[Account]) -> tuple[Account, ...]:
    """The accounts as the card shows them, with the days of their posts and what was left out."""
    stated = []
    for corpus, account in zip(corpora, shown, strict=True):
        days = sorted(str(post.created_at.date()) for post in corpus.posts if post.created_at is not None)
        known = bool(days) and len(days) == len(corpus.posts)  # of undated posts nobody knows which is the last
        stated.append(
            msgspec.structs.replace(
                account,
                first_post=days[0] if known else None,
                last_post=days[-1] if known else None,
                left_out={reason: count for reason, count in corpus.dropped.items() if count},
            )
        )
    return tuple(stated)


def choices(config: PublishConfig, repo_id: str, before: ModelRecord | None) -> dict[str, Any]:
    """What was chosen: how it is trained, and who publishes it under which licence."""
    adapter = config.training.adapter_only
    facts: dict[str, Any] = {
        "task": _WRITES,
        "library": "peft" if adapter else "transformers",
        "relation": "adapter" if adapter else None if config.base == SCRATCH else "finetune",
        "adapter": Adapter(**adapter_facts(config.training)) if adapter else None,
    }
    return {**facts, **people(config, repo_id, before)}


def people(config: PublishConfig, repo_id: str, before: ModelRecord | None) -> dict[str, Any]:
    """Who publishes it and how they are reached, and the licence: what was said now counts, then what the card says."""
    publisher = before.publisher if before is not None else None
    facts: dict[str, Any] = {"publisher": publisher or repo_id.partition("/")[0]}
    if config.license is not None:
        facts |= {"license": config.license, "license_name": None, "license_link": None}
    if config.contact is not None:
        facts["contact"] = config.contact
    return facts
