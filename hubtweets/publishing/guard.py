"""What is asked before work begins, and of every card before it goes out."""

from __future__ import annotations

from typing import Any, get_args

from hubtweets import card
from hubtweets.card.checking import RULES
from hubtweets.errors import CardError, UsageError

_ERRORS = tuple(rule.id for rule in RULES.values() if rule.severity == "error")

_OF_ITS_RECORD = tuple(rule for rule in _ERRORS if rule not in ("record-invalid", "record-differs"))
"""What a card that was just made of its record can break at all."""


def check_policy(policy: str, policies: Any) -> None:
    """See that `policy` is one of a `Literal`'s.

    Raises:
        UsageError: when it is not.
    """
    if policy not in get_args(policies):
        raise UsageError(f"{policy!r} is no policy for conflicts.", hint=f"There are {', '.join(get_args(policies))}.")


def checked(before: str, after: str, *, mixed: bool = False, template: str | None = None, hint: str) -> str:
    """The new card, when `card check` finds no error in it that the old one had not.

    Args:
        mixed: one side was let count where both had changed the same place, so that text may contradict the record.
        template: the path of a template of the user's own.
        hint: what to do about a fault.

    Raises:
        CardError: when it does.
    """
    if errors := card.check(after, _ERRORS if mixed else _OF_ITS_RECORD, template=template):
        known = {(finding.rule, finding.message) for finding in card.check(before, _ERRORS, template=template)}
        for finding in errors:
            if (finding.rule, finding.message) not in known:
                raise CardError(
                    f"the new card has a fault in line {finding.line}: {finding.message} ({finding.rule})", hint=hint
                )
    return after
