"""One job as a process of this machine: its command in the Hub's own Python, its output kept, its time limited.

Nothing is installed and no image is fetched: `uv run --with X script.py` runs the script with the Python that the Hub
runs on. The process has a home of its own, so it finds none of its starter's tokens, and only what it is given.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Literal

import msgspec

from hubtweets._shared.disk import PRIVATE_FILE, private_folder

_LOOK = 0.05  # seconds between two looks at the time that a job has left
_GRACE = 5.0  # seconds from the wish to end to the end
_LARGEST_LOG = 10 * 1024 * 1024  # bytes
_LONGEST_LINE = 64 * 1024  # bytes
_SHORTEST_SECRET = 6  # characters of what is worth hiding in the output
_UV_VALUES = ("--with", "--python", "-p", "--index", "--index-url", "--extra-index-url", "--env-file")
_PYTHON = ("python", "python3")


class Volume(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A folder that a job sees at `mount_path`: of the bucket `source`, or of its folder `path`."""

    source: str
    mount_path: str
    path: str = ""


class Process:
    """A job under way, in a thread of its own; see `Jobs.start` for the arguments."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        variables: dict[str, str],
        secrets: Sequence[str],
        volumes: Sequence[Volume],
        timeout: float,
        attempts: int,
        work: Path,
        log: Path,
        buckets: Path,
        endpoint: str,
        clock: Callable[[], float],
        began: Callable[[], None],
        ended: Callable[[Literal["COMPLETED", "ERROR", "CANCELED"], str | None], None],
    ) -> None:
        self._command = list(command)
        self._variables = variables
        self._hidden = [secret for secret in secrets if len(secret) >= _SHORTEST_SECRET]
        self._mounts = {volume.mount_path: buckets / volume.source / volume.path for volume in volumes}
        self._timeout, self._attempts = timeout, attempts
        self._work, self._log, self._endpoint = work, log, endpoint
        self._clock, self._began, self._ended = clock, began, ended
        self._cancelled = threading.Event()
        self._reason: str | None = None
        self._thread = threading.Thread(target=self._run, name="local-hub-job", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self, reason: str | None) -> None:
        """End it as soon as it can be."""
        self._reason = reason
        self._cancelled.set()

    def join(self) -> None:
        """Wait until it has ended."""
        self._thread.join()

    def _run(self) -> None:
        stage: Literal["COMPLETED", "ERROR", "CANCELED"] = "ERROR"
        message: str | None = None
        try:
            private_folder(self._work)
            for folder in self._mounts.values():
                private_folder(folder)
            with os.fdopen(os.open(self._log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE_FILE), "ab") as log:
                self._note(log, f"===== Job started at {self._now()} =====")
                deadline = self._clock() + self._timeout  # from the moment that others see it running
                self._began()
                for _ in range(self._attempts):
                    message = self._attempt(log, deadline)
                    if message is None or self._cancelled.is_set():
                        break
                    deadline = self._clock() + self._timeout
            stage = "CANCELED" if self._cancelled.is_set() else "COMPLETED" if message is None else "ERROR"
            message = self._reason if stage == "CANCELED" else message
        except Exception as error:
            message = f"Job could not be run: {error}"
        finally:
            shutil.rmtree(self._work, ignore_errors=True)
            self._ended(stage, message)

    def _attempt(self, log: IO[bytes], deadline: float) -> str | None:
        """Run the command once; why it failed, or None."""
        process = subprocess.Popen(  # noqa: S603  (what it is for: see api/jobs.py for who may)
            runnable([self._at_home(part) for part in self._command]),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=self._work,
            env=self._environment(), start_new_session=True,
        )  # fmt: skip
        assert process.stdout is not None  # noqa: S101  (asked for above)
        reader = threading.Thread(target=self._keep_output, args=(process.stdout, log), daemon=True)
        reader.start()
        reason = None
        while process.poll() is None:
            if self._clock() >= deadline:
                reason = f"Job timeout: it ran for {self._timeout:g} seconds"
            if reason is not None or self._cancelled.wait(_LOOK):
                _end(process)
                break
        _kill_group(process)  # what it has left behind would hold its output open
        reader.join(_GRACE)
        process.stdout.close()
        if reason is None and process.returncode:
            reason = f"Job failed with exit code: {process.returncode}"
        return reason

    def _at_home(self, text: str) -> str:
        """Text in which the mount paths of volumes are the folders that hold them here."""
        for mount, folder in self._mounts.items():
            at = text.find(mount)
            if at >= 0 and text[at + len(mount) :][:1] in ("", "/") and text[:at][-1:] in ("", "="):
                return f"{text[:at]}{folder}{text[at + len(mount) :]}"
        return text

    def _environment(self) -> dict[str, str]:
        keep = {name: os.environ[name] for name in ("LANG", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
        beside = str(Path(sys.executable).parent)
        given = {name: self._at_home(value) for name, value in self._variables.items()}
        return {
            **keep,
            "PATH": os.pathsep.join([beside, os.environ.get("PATH", "")]),
            "HOME": str(self._work),
            "TMPDIR": str(self._work),
            "PYTHONUNBUFFERED": "1",
            "ACCELERATOR": "none",
            "HF_ENDPOINT": self._endpoint,
            "HF_HUB_DISABLE_XET": "1",
            **given,
        }

    def _keep_output(self, output: IO[bytes], log: IO[bytes]) -> None:
        left = _LARGEST_LOG
        with contextlib.suppress(ValueError):  # closed when the job was ended
            while line := output.readline(_LONGEST_LINE):
                left -= len(line)
                if left >= 0:
                    self._note(log, line.decode("utf-8", "replace").rstrip("\r\n"))

    def _note(self, log: IO[bytes], text: str) -> None:
        for secret in self._hidden:
            text = text.replace(secret, "***")
        log.write(msgspec.json.encode({"timestamp": self._now(), "data": text}) + b"\n")
        log.flush()

    def _now(self) -> str:
        moment = datetime.datetime.fromtimestamp(self._clock(), datetime.UTC)
        return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def runnable(command: Sequence[str]) -> list[str]:
    """The command that runs here what would run in an image: uv's work is done, Python is the Hub's own.

    Raises:
        OSError: for a script that would have to be fetched.
    """
    parts = list(command)
    if parts[:2] == ["uv", "run"]:
        parts = parts[2:]
        while parts and parts[0].startswith("-"):
            parts = parts[2:] if parts[0] in _UV_VALUES else parts[1:]
        if parts and parts[0].startswith(("http://", "https://")):
            raise OSError(f"{parts[0]} is not fetched: this Hub runs what is installed beside it")
        if parts and parts[0].endswith(".py"):
            parts = [sys.executable, *parts]
    if parts and parts[0] in _PYTHON:
        parts[0] = sys.executable
    if not parts:
        raise OSError("there is no command")
    beside = Path(sys.executable).parent / parts[0]
    return [str(beside), *parts[1:]] if "/" not in parts[0] and beside.is_file() else parts


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process and its children to end, and make them."""
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        _kill_group(process)
        process.wait()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
