"""What `publish` and `push` know of posts, choices and base before there is a card, as facts of the record."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

import msgspec

from hubtweets._shared import frontmatter
from hubtweets._shared.progress import Progress
from hubtweets.errors import HubtweetsError, RepoNotFoundError
from hubtweets.hub.client import HubClient
from hubtweets.model import SCRATCH
from hubtweets.model.lora import adapter_facts
from hubtweets.posts import Corpus
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.readme import licence
from hubtweets.record import Account, Adapter, ModelRecord

_WRITES = "text-generation"


def dated(corpus: Corpus) -> Account:
    """The account with the days of its first and last post."""
    days = sorted(str(post.created_at.date()) for post in corpus.posts if post.created_at is not None)
    known = bool(days) and len(days) == len(corpus.posts)  # of undated posts nobody knows which is the last
    first, last = (days[0], days[-1]) if known else (None, None)
    return msgspec.structs.replace(corpus.account, first_post=first, last_post=last)


def without_posts(corpora: Iterable[Corpus]) -> list[Corpus]:
    """All that a card states of the corpora. The posts themselves are in the training's file, and many targets wait."""
    return [msgspec.structs.replace(one, account=dated(one), texts=(), posts=()) for one in corpora]


def accounts(corpora: Iterable[Corpus], shown: Iterable[Account]) -> tuple[Account, ...]:
    """The accounts as the card shows them, with what was left out of their posts."""
    return tuple(
        msgspec.structs.replace(account, left_out={reason: count for reason, count in corpus.dropped.items() if count})
        for corpus, account in zip(corpora, shown, strict=True)
    )


def choices(config: PublishConfig, repo_id: str, before: ModelRecord | None) -> dict[str, Any]:
    """What was chosen: how it is trained, and who publishes it under which licence."""
    adapter = config.training.adapter_only
    facts: dict[str, Any] = {
        "task": _WRITES,
        "library": "peft" if adapter else "transformers",
        "relation": "adapter" if adapter else None if config.base == SCRATCH else "finetune",
        "adapter": Adapter(**adapter_facts(config.training)) if adapter else None,
        "toy": config.base == SCRATCH,
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


def with_licence(record: ModelRecord, client: HubClient, progress: Progress) -> ModelRecord:
    """The record with the licence of its base, where nobody has said another one and the base's card says one."""
    base = record.base_model_on_hub
    if record.license is not None or base is None:
        return record
    found = _licence_of(client, base, progress)
    return msgspec.structs.replace(record, **found) if found else record


@functools.lru_cache(maxsize=16)
def _licence_of(client: HubClient, base: str, progress: Progress) -> dict[str, str]:
    """What a base model's card says of its licence; nothing where it is on another Hub, or says none."""
    try:
        text = client.read_card(base).text
        found = licence(frontmatter.load(frontmatter.split(text or "").yaml or ""))
    except RepoNotFoundError:
        return {}
    except HubtweetsError as error:
        progress.warn(f"The licence of {base} is not known: {error.message}")
        return {}
    link = found.get("license_link")
    if link and "://" not in link:  # a file beside the base model
        found["license_link"] = f"https://huggingface.co/{base}/blob/main/{link}"
    return found
