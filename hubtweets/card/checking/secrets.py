"""The rule about tokens. What it finds is never printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hubtweets.card.checking.engine import Card, Fault, rule

_SECRETS = {
    "a Hugging Face token": r"\bhf_[A-Za-z0-9]{30,}\b",
    "a Hugging Face token of an organisation": r"\bapi_org_[A-Za-z0-9]{30,}\b",
    "a GitHub token": r"\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{40,})\b",
    "a key of OpenAI or Anthropic": r"\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{32,}",
    "an AWS key": r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b",
    "a Google key": r"\bAIza[A-Za-z0-9_-]{35}",
    "a Slack token": r"\bxox[abprs]-[A-Za-z0-9-]{10,}",
    "a bearer token of X": r"\bA{10,}[A-Za-z0-9%]{40,}",
    "a W&B key": r"(?i:wandb_api_key|wandb\.login\(key|api_key)\W{1,6}[0-9a-f]{40}\b",
    "a private key": r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----",
    "a password in an address": r"\bhttps?://[^\s/:@]+:[^\s/@]{3,}@",
}
_ANY = re.compile("|".join(f"({pattern})" for pattern in _SECRETS.values()))


@rule("secret", "error", "Something that looks like a token.", "Revoke it now, then take it out: the card is public.")
def secret(card: Card) -> Iterator[Fault]:
    for match in _ANY.finditer(card.text):
        assert match.lastindex is not None  # noqa: S101  (one of the groups matched)
        yield Fault(match.start(), f"This looks like {list(_SECRETS)[match.lastindex - 1]}.")
