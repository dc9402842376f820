"""Faults on purpose, so that a client can be seen to stand them."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Sequence
from typing import Literal

import msgspec

Kind = Literal["status", "reset-before", "reset-after", "delay", "cut"]


class Fault(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What goes wrong, for a `share` of the requests that fit `methods` and `path` (a regular expression).

    `status` answers with that status instead of doing the work, in the words of `message` (`X-Error-Code` is `code`,
    and `headers` are added). `reset-before` and `reset-after` break the connection before or after the work was done.
    `delay` waits `seconds` first. `cut` breaks the connection in the middle of the answer's body. The first `after`
    requests that it would hit are let through; after `times` of them it is over.
    """

    kind: Kind
    share: float = 1.0
    methods: list[str] | None = None
    path: str = ""
    status: int = 503
    seconds: float = 1.0
    times: int | None = None
    after: int = 0
    message: str = ""
    code: str = ""
    headers: dict[str, str] = {}

    @classmethod
    def commit_quota(cls, after: int = 128, *, times: int | None = None) -> Fault:
        """So many commits, then the Hub's refusal of more in this hour."""
        message = (
            f"You have exceeded the rate limit for repository commits ({after} per hour). You can retry this action in"
            " about 1 hour. If you're a new user, your limits will raise progressively over time."
        )
        return cls(
            kind="status", status=429, methods=["POST"], path="/commit/", after=after, times=times, message=message
        )

    @classmethod
    def creation_quota(cls, after: int = 20, *, times: int | None = None) -> Fault:
        """So many new repos, then the Hub's refusal of more on this day."""
        message = (
            f"You have exceeded the rate limit for repository creations ({after} per day). Retry in about 24 hours."
        )
        return cls(
            kind="status", status=429, methods=["POST"], path="^/api/repos/create", after=after, times=times,
            message=message,
        )  # fmt: skip

    def __post_init__(self) -> None:
        if not 0 <= self.share <= 1:
            raise ValueError("share is between 0 and 1")
        if not 400 <= self.status <= 599:
            raise ValueError("status is between 400 and 599")
        if any(re.search(r"[^\x20-\x7e]", text) for text in (self.code, *self.headers, *self.headers.values())):
            raise ValueError("code and headers are ASCII without control characters")
        try:
            re.compile(self.path)
        except (re.error, OverflowError, RecursionError) as error:
            raise ValueError(f"path is not a regular expression: {error}") from None


class Plan(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """The faults, and the seed that decides which requests they hit."""

    faults: list[Fault] = []
    seed: int = 0


class Faults:
    """Chooses the fault of a request: the first of the plan that fits and whose dice say so."""

    def __init__(self, faults: Sequence[Fault] = (), seed: int = 0) -> None:
        self._lock = threading.Lock()
        self.set(Plan(faults=list(faults), seed=seed))

    def set(self, plan: Plan) -> None:
        """Begin a plan; the dice start again from its seed."""
        with self._lock:
            self.plan = plan
            self._dice = random.Random(plan.seed)  # noqa: S311  (repeatable on purpose)
            self._left = [fault.times for fault in plan.faults]
            self._first = [fault.after for fault in plan.faults]

    def choose(self, method: str, path: str) -> Fault | None:
        """The fault of this request, if any."""
        with self._lock:
            for place, fault in enumerate(self.plan.faults):
                if fault.methods is not None and method not in fault.methods:
                    continue
                left = self._left[place]
                if left == 0 or not re.search(fault.path, path) or self._dice.random() >= fault.share:
                    continue
                if self._first[place]:
                    self._first[place] -= 1
                    continue
                if left is not None:
                    self._left[place] = left - 1
                return fault
        return None
