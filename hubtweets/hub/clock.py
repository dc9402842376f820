"""The time, as a value that is handed in: tests give a clock that waits for nothing."""

from __future__ import annotations

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """What the client of a Hub asks of time."""

    def now(self) -> float:
        """Seconds since 1970, as the clock on the wall has them."""

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back."""

    def sleep(self, seconds: float, wake: threading.Event | None = None) -> bool:
        """Wait for `seconds`, or until `wake` is set; whether it was."""


class SystemClock:
    """The machine's own time."""

    def now(self) -> float:
        """See `Clock.now`."""
        return time.time()

    def monotonic(self) -> float:
        """See `Clock.monotonic`."""
        return time.monotonic()

    def sleep(self, seconds: float, wake: threading.Event | None = None) -> bool:
        """See `Clock.sleep`."""
        if wake is not None:
            return wake.wait(seconds)
        time.sleep(seconds)
        return False


SYSTEM_CLOCK = SystemClock()
