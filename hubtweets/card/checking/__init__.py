"""Faults in a card: where, how bad, and what to do about each. Every rule is explained in docs/check-rules.md."""

from __future__ import annotations

from hubtweets.card.checking import body, facts, metadata, secrets  # noqa: F401  (importing them registers their rules)
from hubtweets.card.checking.engine import RULES, Finding, Rule, Severity, check, fix

__all__ = ["RULES", "Finding", "Rule", "Severity", "check", "fix"]
