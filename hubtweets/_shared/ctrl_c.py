"""Ctrl-C that is not lost: a command that was asked to stop must not go on and publish."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from types import FrameType

_AGAIN = 0.05
"""Seconds after which a Ctrl-C is tried again that fell on a place where Python would lose it."""

_IMPORTS = ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>")


def install() -> None:
    """Answer Ctrl-C with `interrupt` from now on, in a process whose command line is ours.

    Where it is ignored, as in what a shell starts in the background, it stays ignored.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupt)
    sys.unraisablehook = _unraisable


def interrupt(number: int, frame: FrameType | None) -> None:
    """A handler of signals that raises KeyboardInterrupt, as Python's own does, but where it arrives.

    While a module is imported it waits: libraries forget what is raised there, or are left half loaded and fail later
    in ways that nobody takes for Ctrl-C. What Python itself cannot pass on, as from `__del__` and the callbacks of weak
    references, is raised again (https://docs.python.org/3/library/signal.html#note-on-signal-handlers-and-exceptions).
    """
    if _importing(frame):
        _again(number)
    else:
        raise KeyboardInterrupt


def _importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename in _IMPORTS:
            return True
        frame = frame.f_back
    return False


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    if issubclass(lost.exc_type, KeyboardInterrupt):
        _again(signal.SIGINT)
    else:
        sys.__unraisablehook__(lost)


def _again(number: int) -> None:
    later = threading.Timer(_AGAIN, _send, [number])
    later.daemon = True
    with contextlib.suppress(RuntimeError):  # as Python ends it starts no thread; then it ends anyway
        later.start()


def _send(number: int) -> None:
    if sys.platform == "win32":
        signal.raise_signal(number)
    else:  # to the thread that answers signals, so that what it waits for ends
        signal.pthread_kill(threading.main_thread().ident or 0, number)
