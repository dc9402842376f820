"""The rule about tokens. What it finds is never printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hubtweets.card.checking.engine import Card, Fault, rule


class _Kind(NamedTuple):
    """A kind of secret. Each of them has one of `marks` in it, which is much faster to look for than the pattern."""

    what: str
    marks: tuple[str, ...]
    pattern: re.Pattern[str]


_KINDS = [
    _Kind(what, tuple(marks.split()), re.compile(pattern))
    for what, marks, pattern in (
        ("a Hugging Face token", "hf_", r"\bhf_[A-Za-z0-9]{30,}\b"),
        ("a Hugging Face token of an organisation", "api_org_", r"\bapi_org_[A-Za-z0-9]{30,}\b"),
        ("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", r"\bgh[pousr]_[A-Za-z0-9]{36,}\b"),
        ("a GitHub token", "github_pat_", r"\bgithub_pat_\w{40,}\b"),
        ("a key of OpenAI or Anthropic", "sk-", r"\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}"),
        ("an AWS key", "AKIA ASIA", r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
        ("a Google key", "AIza", r"\bAIza[A-Za-z0-9_-]{35}"),
        ("a Slack token", "xox", r"\bxox[abprs]-[A-Za-z0-9-]{10,}"),
        ("a bearer token of X", "A" * 10, r"\bA{10,}(?=\w*[a-z%])(?=\w*[0-9%])[A-Za-z0-9%]{40,}"),  # no cry of joy
        ("a W&B key", "_key _KEY (key", r"(?:api_key|API_KEY|wandb\.login\(key)\W{1,6}[0-9a-f]{40}\b"),
        ("a private key", "-----BEGIN", r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
        ("a password in an address", "@", r"https?://[^\s/:@]+:[^\s/@]{3,}@"),
    )
]


@rule("secret", "error", "Something that looks like a token.", "Revoke it now, then take it out: the card is public.")
def secret(card: Card) -> Iterator[Fault]:
    for kind in _KINDS:
        if any(mark in card.text for mark in kind.marks):
            for match in kind.pattern.finditer(card.text):
                yield Fault(match.start(), f"This looks like {kind.what}.")
