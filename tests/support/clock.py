"""A clock that waits for nothing: what is slept is skipped, so that hours of back-off take no time."""

from __future__ import annotations

import threading
import time


class SkippingClock:
    """The machine's time, plus all that was slept. `speed` makes it run faster, for deadlines of real connections."""

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._start, self._wall = time.monotonic(), time.time()
        self._lock = threading.Lock()
        self.skipped = 0.0

    def monotonic(self) -> float:
        return self._start + (time.monotonic() - self._start) * self._speed + self.skipped

    def now(self) -> float:
        return self._wall + self.monotonic() - self._start

    def sleep(self, seconds: float, wake: threading.Event | None = None) -> bool:
        if wake is not None and wake.is_set():
            return True
        with self._lock:
            self.skipped += seconds
        return False
