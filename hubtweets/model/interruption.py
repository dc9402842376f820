"""Ctrl-C, and other signals to stop, during training: the current step is finished and kept."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from hubtweets._shared import ctrl_c


class Interruption:
    """Whether the process was asked to stop, and by which signal."""

    def __init__(self) -> None:
        self.signal: int | None = None

    @property
    def asked(self) -> bool:
        """Whether it was."""
        return self.signal is not None

    def end(self) -> None:
        """Leave as the signal would have; see `ctrl_c.stop`."""
        if self.signal is not None:
            ctrl_c.stop(self.signal)


@contextmanager
def finish_step() -> Iterator[Interruption]:
    """The first signal is noted, and takes effect at the end of the block; the second does so at once. Only the main
    thread can be asked."""
    interruption = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield interruption
        return

    def ask(number: int, _: object) -> None:
        second, interruption.signal = interruption.asked, number
        if second:
            interruption.end()

    previous = ctrl_c.handle(ask)
    try:
        yield interruption
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
        interruption.end()  # whatever the block ended with: of a failure, others might go on
