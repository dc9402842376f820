"""One job in a fresh process, whose memory, a GPU's too, is freed when it ends."""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from hubtweets._shared import ctrl_c
from hubtweets.publishing.executors.attempts import Attempt, attempt
from hubtweets.publishing.target import TrainingJob

GRACE = 5.0
"""Seconds that a process has to end by itself when it is told to stop."""

_LOADED = ["torch", "transformers.trainer", "hubtweets.model.train", "hubtweets.publishing.executors.attempts"]
"""What takes seconds to import: it is loaded once, and each process is a fork of the one that has it."""

_MASKS = sys.platform != "win32"

_GPUS = ("/dev/nvidia0", "/dev/nvidiactl", "/dev/kfd")


@functools.cache
def _context() -> BaseContext:
    """How processes are made: forked from a server, or each started anew where a library may have touched a GPU."""
    if "forkserver" not in multiprocessing.get_all_start_methods() or any(Path(one).exists() for one in _GPUS):
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # a Ray worker's main module, which each process loads, needs all of Ray
    context.set_forkserver_preload([*_LOADED, *(["ray"] if "ray" in sys.modules else [])])
    return context


class Child:
    """A process for one job. It ends when whoever began it does, so that no two ever train in one folder.

    Args:
        threads: how many torch may use, where OMP_NUM_THREADS does not say.
        how: what `attempt` is told besides the job.
    """

    def __init__(self, job: TrainingJob, *, threads: int, **how: Any) -> None:
        self._ours, theirs = _context().Pipe(duplex=False)
        # a server was started in the environment of its time
        arguments = (theirs, job, threads, dict(os.environ), how)
        self._process: BaseProcess = _context().Process(target=_work, args=arguments, daemon=True)  # type: ignore[attr-defined]
        with _unheard():
            self._process.start()
        theirs.close()

    def answer(self) -> tuple[Attempt | None, str]:
        """What it answered, or None and how it ended."""
        with self._ours:
            try:
                answer: Attempt | None = self._ours.recv()
            except EOFError:
                answer = None
            self._process.join()
        return answer, _how_it_ended(self._process.exitcode)

    def interrupt(self) -> None:
        """Tell it to end after its current step."""
        if self._process.pid is not None and self._process.is_alive():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGINT)

    def end(self) -> None:
        """End it, at once where it was interrupted `GRACE` seconds ago and does not."""
        self._process.join(GRACE)
        self._process.kill()


def _how_it_ended(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name
        memory = ", as the system does when memory runs out" if name == "SIGKILL" else ""
        return f"was ended by {name}{memory}"
    return f"ended with exit status {code}"


def _work(
    answer: Connection, job: TrainingJob, threads: int, environment: Mapping[str, str], how: Mapping[str, Any]
) -> None:
    """What the process does."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ.clear()
    os.environ.update(environment)
    with contextlib.suppress(KeyboardInterrupt), answer:  # the interrupted one has its checkpoint
        if _MASKS:
            os.setsid()  # Ctrl-C at the terminal is for whoever began it to decide
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ctrl_c.SIGNALS)
        if "OMP_NUM_THREADS" not in environment:
            import torch

            torch.set_num_threads(threads)
        answer.send(attempt(job, **how))


@contextlib.contextmanager
def _unheard() -> Iterator[None]:
    """What is started in the block hears no signal to stop, nor does the server of the processes, until `_work` does:
    while they load libraries it would be told with a traceback, and taken for a process that died."""
    if not _MASKS:
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # as it starts, within `start`, it lets SIGINT and SIGTERM through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ctrl_c.SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
