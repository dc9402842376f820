"""Faults in a card: where, how bad, and what to do about each. Every rule is explained in docs/check-rules.md."""

from __future__ import annotations

from collections.abc import Collection

from hubtweets.card.checking import body, engine, facts, metadata, secrets  # noqa: F401  (importing registers the rules)
from hubtweets.card.checking.engine import RULES, Finding, Rule, Severity, fix


def check(text: str, rules: Collection[str] | None = None, *, template: str | None = None) -> list[Finding]:
    """Every fault in a card, in the order of the text. Line ends and a byte order mark are no faults.

    `rules` are the ids of those to run; None stands for all of them. `template` is the path of a template of the user's
    own, for cards that it or another version beside it wrote.
    """
    with facts.own_template(template):
        return engine.check(text, rules)


__all__ = ["RULES", "Finding", "Rule", "Severity", "check", "fix"]
