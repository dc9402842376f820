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

    `status` answers with that status instead of doing the work. `reset-before` and `reset-after` break the connection
    before or after the work was done. `delay` waits `seconds` first. `cut` breaks the connection in the middle of the
    answer's body. After `times` of them it is over.
    """

    kind: Kind
    share: float = 1.0
    methods: list[str] | None = None
    path: str = ""
    status: int = 503
    seconds: float = 1.0
    times: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.share <= 1:
            raise ValueError("share is between 0 and 1")
        if self.status not in (429, 500, 502, 503, 504):
            raise ValueError("status is one of 429, 500, 502, 503, 504")
        try:
            re.compile(self.path)
        except re.error as error:
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

    def choose(self, method: str, path: str) -> Fault | None:
        """The fault of this request, if any."""
        with self._lock:
            for place, fault in enumerate(self.plan.faults):
                if fault.methods is not None and method not in fault.methods:
                    continue
                left = self._left[place]
                if left == 0 or not re.search(fault.path, path) or self._dice.random() >= fault.share:
                    continue
                if left is not None:
                    self._left[place] = left - 1
                return fault
        return None
