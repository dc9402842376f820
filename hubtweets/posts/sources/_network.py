"""Requests to services that fail, limit and ask to wait: the same patience for each of them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, TypeVar

from hubtweets.errors import SourceError, SourceRateLimitError
from hubtweets.progress import Progress

LONGEST_WAIT = 20 * 60
"""Seconds that a service may ask to wait at a time; X's windows are 15 minutes."""

ATTEMPTS = 4
"""How often a request is sent: with 1, 2 and 4 seconds between, or the times that the service asks to wait until."""

T = TypeVar("T")


class Verdict(NamedTuple):
    """What to make of a failed request.

    `error` is raised where trying again does not help. `again` is true where it may; `until` then says when (Unix
    time), or is None where the service does not.
    """

    error: SourceError
    again: bool = False
    until: float | None = None


def patiently(
    request: Callable[[], T],
    failures: type[Exception] | tuple[type[Exception], ...],
    judge: Callable[[Exception], Verdict],
    *,
    service: str,
    progress: Progress,
) -> T:
    """The answer to `request`, sent again where that helps.

    Raises:
        SourceRateLimitError: when the service asks to wait for longer than `LONGEST_WAIT`.
        SourceError: as `judge` says of the exception, one of `failures`.
    """
    failed = 0
    while True:
        try:
            return request()
        except failures as error:
            verdict = judge(error)
        if not verdict.again:
            raise verdict.error
        failed += 1
        if failed == ATTEMPTS:
            raise verdict.error
        if verdict.until is not None:
            _wait(verdict.until, verdict.error, service, progress)
        else:
            time.sleep(2 ** (failed - 1))


def _wait(until: float, error: SourceError, service: str, progress: Progress) -> None:
    seconds = max(1, math.ceil(until - time.time()))
    if seconds > LONGEST_WAIT:
        raise SourceRateLimitError(
            f"{service} asks to wait for {seconds // 60:,} minutes.",
            handle=error.handle,
            retry_after=seconds,
            hint="Run the same command again then.",
        )
    clock = datetime.fromtimestamp(until).astimezone().strftime("%H:%M:%S")
    with progress.task(f"{service} asks to wait until {clock}", total=seconds, unit="s") as task:
        for _ in range(seconds):
            time.sleep(1)
            task.advance()
