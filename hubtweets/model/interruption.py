"""Ctrl-C and SIGTERM during training: the current step is finished and kept."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Interruption:
    """Whether the process was asked to stop, and by which signal."""

    def __init__(self) -> None:
        self.signal: int | None = None

    @property
    def asked(self) -> bool:
        """Whether it was."""
        return self.signal is not None

    def end(self) -> None:
        """Leave as the signal would have: KeyboardInterrupt for Ctrl-C, exit code 143 for SIGTERM."""
        if self.signal == signal.SIGINT:
            raise KeyboardInterrupt
        if self.signal is not None:
            raise SystemExit(128 + self.signal)


@contextmanager
def finish_step() -> Iterator[Interruption]:
    """The first Ctrl-C or SIGTERM is noted, the second takes effect at once. Only the main thread can be asked."""
    interruption = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return

    def ask(number: int, _: object) -> None:
        second, interruption.signal = interruption.asked, number
        if second:
            interruption.end()

    previous = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield interruption
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
