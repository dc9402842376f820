"""The parent's end of a tracker's process: requests that never wait, answers that are waited for only so long."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import msgspec

from hubtweets._shared.disk import private_folder
from hubtweets._shared.text import one_line
from hubtweets.errors import MissingExtraError, TrackerError
from hubtweets.model.trackers.interface import TrackingConfig
from hubtweets.model.trackers.worker import Answer, Request

_MOST_WAITING = 100_000
"""Requests that may wait for a tracker that hangs; more are dropped, and the tracker with them."""


class TrackerProcess:
    """One tracker at work in a process of its own, in a folder of its own.

    `error` is what went wrong first, or None; after that nothing more is asked of it.
    """

    def __init__(self, name: str, folder: Path, config: TrackingConfig) -> None:
        self.name = name
        self.folder = private_folder(folder)
        self.error: TrackerError | MissingExtraError | None = None
        self._answers: dict[int, Answer] = {}
        self._requests: queue.Queue[bytes | None] = queue.Queue(_MOST_WAITING)
        self._news = threading.Condition()
        self._asked = 0
        self._ended = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "hubtweets.model.trackers.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            start_new_session=True,  # Ctrl-C is for us to decide, and its helpers end with it
        )
        opening = {"tracker": name, "config": msgspec.to_builtins(config)}
        self._requests.put(msgspec.json.encode(opening) + b"\n")
        self._threads = [
            threading.Thread(target=target, name=f"tracker-{name}", daemon=True) for target in (self._write, self._read)
        ]
        for thread in self._threads:
            thread.start()

    def ask(self, call: str, argument: Any = None) -> int:
        """Send a request, and do not wait; the number to `wait` with."""
        self._asked += 1
        if self.error is None:
            request = Request(self._asked, call, msgspec.to_builtins(argument, enc_hook=str))
            try:
                self._requests.put_nowait(msgspec.json.encode(request) + b"\n")
            except queue.Full:
                self._fail("it does not keep up")
        return self._asked

    def wait(self, number: int, until: float) -> Any:
        """The result of a request, waited for until that time of `time.monotonic()`.

        Raises:
            TrackerError: when it failed, or there was no answer in time; the process is stopped then.
            MissingExtraError: when the tracker's library is not installed.
        """
        with self._news:
            arrived = self._news.wait_for(
                lambda: number in self._answers or self.error is not None or self._ended,
                timeout=max(0.0, until - time.monotonic()),
            )
            answer = self._answers.get(number)
        if answer is None and self.error is None:
            self._fail("its process ended" if arrived else "it did not answer in time")
        if self.error is not None:
            raise self.error
        return answer.result if answer else None

    def close(self, until: float) -> None:
        """Let it end what it is doing until that time of `time.monotonic()`, then stop it and what it started."""
        with suppress(queue.Full):  # it hangs, and is stopped below
            self._requests.put_nowait(None)
        if self.error is None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(max(0.0, until - time.monotonic()))
        self._kill()
        self._process.wait()
        for thread in self._threads:
            thread.join(1)

    def _fail(self, reason: str) -> None:
        self.error = TrackerError(f"{self.name}: {reason}", tracker=self.name)
        self._kill()

    def _kill(self) -> None:
        """Stop the process and those that it started, which keep its group."""
        if hasattr(os, "killpg"):
            try:
                os.killpg(self._process.pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):  # nothing of it is left
                return
        else:
            self._process.kill()

    def _write(self) -> None:
        assert self._process.stdin is not None  # noqa: S101  (made above)
        with suppress(OSError), self._process.stdin as stdin:  # a process that is gone is told of by the reader
            while (line := self._requests.get()) is not None:
                stdin.write(line)
                stdin.flush()

    def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101  (made above)
        with self._process.stdout as stdout:
            self._take_answers(stdout)
        with self._news:
            self._ended = True
            self._news.notify_all()

    def _take_answers(self, answers: IO[bytes]) -> None:
        for line in answers:
            answer = msgspec.json.decode(line, type=Answer)
            with self._news:
                self._answers[answer.id] = answer
                if answer.error is not None and self.error is None:
                    self.error = (
                        MissingExtraError(f"Tracking with {self.name}", extra=answer.missing_extra)
                        if answer.missing_extra
                        else TrackerError(f"{self.name}: {one_line(answer.error)}", tracker=self.name, hint=answer.hint)
                    )
                self._news.notify_all()
