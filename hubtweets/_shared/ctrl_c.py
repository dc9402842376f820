"""Being asked to stop, by Ctrl-C, `kill` or a terminal that goes away, and not losing it: a command that was asked to
must not go on and publish, nor leave its temporary files, which hold posts."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any, NoReturn

_AGAIN = 0.05
"""Seconds after which a Ctrl-C is tried again that fell on a place where Python would lose it."""

_IMPORTS = ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap_external>")


SIGNALS = tuple(signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Those that ask a process to stop."""

Handler = Callable[[int, FrameType | None], object]

_ours = False
_asked: int | None = None
_code: int | None = None


def install() -> None:
    """Answer them with `interrupt` from now on, in a process whose command line is ours."""
    global _ours
    _ours = True
    handle(interrupt)
    sys.unraisablehook = _unraisable
    atexit.register(_leave)  # what is registered first is called last


def handle(handler: Handler) -> dict[int, Any]:
    """Have them answered by `handler`, and return what answered each before.

    What is ignored stays ignored: Ctrl-C in what a shell starts in the background, the terminal's end after `nohup`.
    """
    before = {number: signal.getsignal(number) for number in SIGNALS}
    return {
        number: signal.signal(number, handler)
        for number, own in before.items()
        if own not in (signal.SIG_IGN, None)  # None: that of a program which Python is a part of
    }


def stop(number: int) -> NoReturn:
    """Leave as the signal would: KeyboardInterrupt for Ctrl-C, and for all where the command line is ours; SystemExit
    for what ends other processes at once."""
    global _asked
    if _ours or number == signal.SIGINT:
        _asked = _asked or number
        raise KeyboardInterrupt
    raise SystemExit(128 + number)


def exit_code() -> int:
    """What a process that was asked to stop ends with, as shells tell it: 130 for Ctrl-C, 143 for SIGTERM."""
    return 128 + (_asked or signal.SIGINT)


def interrupt(number: int, frame: FrameType | None) -> None:
    """A handler of signals that raises KeyboardInterrupt, as Python's own does, but where it arrives.

    While a module is imported it waits: libraries forget what is raised there, or are left half loaded and fail later
    in ways that nobody takes for Ctrl-C. What Python itself cannot pass on, as from `__del__` and the callbacks of weak
    references, is raised again (https://docs.python.org/3/library/signal.html#note-on-signal-handlers-and-exceptions).
    """
    if _importing(frame):
        _again(number)
    else:
        stop(number)


def ends_with(code: int) -> None:
    """The process is about to end with this exit code."""
    global _code
    _code = code


def _leave() -> None:
    """Where it was asked to stop, threads may be at work that nobody waits for: in native code, as libgit2's, they
    crash while Python takes down what they use. So it does not."""
    if _asked is None or _code is None:
        return
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(_code)


def _importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_filename in _IMPORTS:
            return True
        frame = frame.f_back
    return False


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    if issubclass(lost.exc_type, KeyboardInterrupt):
        _again(_asked or signal.SIGINT)
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
