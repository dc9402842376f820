"""What is told before it costs, and asked where somebody can be asked: `--yes` agrees to all of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from hubtweets._shared.progress import Progress
from hubtweets.errors import UsageError
from hubtweets.hub.client import HubClient
from hubtweets.posts import Corpus
from hubtweets.publishing.config import PublishConfig

GPT2 = ("openai-community/gpt2", "distilbert/distilgpt2", "gpt2", "distilgpt2")
"""Base models, or how their names begin, that know English and hardly anything else."""


def ask(config: PublishConfig, sentence: str, progress: Progress, *, insist: bool = True) -> None:
    """Tell what somebody may not want, and ask whether it is to be done; in Python it is told alone.

    Args:
        insist: where there is nobody to ask, and nobody said yes before, the answer is no; without it, yes.

    Raises:
        UsageError: when the answer is no.
    """
    progress.warn(sentence)
    confirm = config.reading.confirm
    if not insist and not sys.stdin.isatty():
        return
    if confirm is not None and not config.plans_only and not confirm("It is published so all the same."):
        raise UsageError(f"Not published: {sentence}", hint="Change that, or agree to it with --yes.")


def check_access(config: PublishConfig, client: HubClient, repo_id: str, *, exists: bool = False) -> None:
    """Ask the Hub whether a repo may be written to, before long or paid work; a plan says so later, at the repo.

    Args:
        exists: whether the repo is there, and can be asked about itself.

    Raises:
        HubError: when it may not, or the Hub does not say.
    """
    if not config.plans_only:
        client.check_write(repo_id, exists=exists)


def check_place(config: PublishConfig, client: HubClient, repo_id: str, progress: Progress) -> None:
    """Look for what contradicts itself in where a model is to be published, before it is trained.

    Raises:
        UsageError: when it does, and nobody agreed.
    """
    namespace = repo_id.partition("/")[0]
    if config.repo_id is not None and config.namespace not in (None, namespace):
        ask(config, f"The namespace {config.namespace} was asked for, and the repo is {repo_id}.", progress)
    if config.private and client.is_private(repo_id) is False:
        ask(config, f"{repo_id} is a public repo, and stays one: private is for a repo that is made now.", progress)


def check_loss(config: PublishConfig, before: float | None, after: float | None, progress: Progress) -> None:
    """Look whether a model would take the place of one that was better on the posts that were held out.

    Where nobody can be asked it is told alone: it is trained already, and whoever runs it changed something on purpose.

    Raises:
        UsageError: when it would, and somebody said no; the trained model is kept, and published when somebody does.
    """
    if before is not None and after is not None and after > before:
        told = f"The new model's held-out loss is {after:.3f}, and the published one's {before:.3f}: it would be worse."
        ask(config, told, progress, insist=False)


def language_advice(corpora: Sequence[Corpus], base: str) -> list[str]:
    """What is to be said of the posts' languages before a model is made of `base`."""
    told = []
    for corpus in corpora:
        known = sum(corpus.languages.values())
        code, count = next(iter(corpus.languages.items()), ("en", 0))
        if count < 0.9 * known:
            told.append(f"The posts are in several languages; --language {code} would keep {count:,} of {known:,}.")
        if code != "en" and base.startswith(GPT2):
            told.append(f"The posts are mostly in {code!r}; choose a --base-model that knows it, which GPT-2 does not.")
    return told
