"""What is asked before work begins."""

from __future__ import annotations

from typing import Any, get_args

from hubtweets.errors import UsageError


def check_policy(policy: str, policies: Any) -> None:
    """See that `policy` is one of a `Literal`'s.

    Raises:
        UsageError: when it is not.
    """
    if policy not in get_args(policies):
        raise UsageError(f"{policy!r} is no policy for conflicts.", hint=f"There are {', '.join(get_args(policies))}.")
