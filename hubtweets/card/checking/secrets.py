"""The rule about tokens. What it finds is never printed."""

from __future__ import annotations

from collections.abc import Iterator

from hubtweets._shared.secrets import secrets
from hubtweets.card.checking.engine import Card, Fault, rule


@rule("secret", "error", "Something that looks like a token.", "Revoke it now, then take it out: the card is public.")
def secret(card: Card) -> Iterator[Fault]:
    for at, what in secrets(card.text):
        yield Fault(at, f"This looks like {what}.")
