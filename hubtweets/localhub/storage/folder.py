"""The folder that a local Hub is kept in: whether it is one, who serves it, and where that server is."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import IO

import msgspec

from hubtweets._shared.disk import PRIVATE_FILE, PRIVATE_FOLDER, private_folder, write_bytes
from hubtweets.errors import LocalHubError

_TRIES, _PAUSE = 20, 0.01  # somebody who only looks whether the folder is served holds its lock for a moment
_ANNOUNCED_WITHIN = 10.0  # seconds from the lock of a server that starts to its address


class Serving(msgspec.Struct):
    """A server of a folder: its address, and the write token of its first user."""

    endpoint: str
    token: str


def prepare(folder: Path) -> None:
    """Make the folder where it is missing, and see that nobody but its owner may look into it.

    Raises:
        LocalHubError: when it holds something else: what is in a Hub's `tmp` gets deleted.
        OSError: when it cannot be made.
    """
    private_folder(folder)
    names = {path.name for path in folder.iterdir()}
    if not names >= {"lock", "repos"} and names - {"accounts.json", "lock"}:  # many a program has a lock and a tmp
        raise LocalHubError(
            f"{folder} is neither empty nor a local Hub.", path=folder, hint="Choose a folder of its own for the Hub."
        )
    if folder.stat().st_mode & 0o077:
        folder.chmod(PRIVATE_FOLDER)


def hold(folder: Path) -> IO[bytes]:
    """Lock the folder for this process, for as long as the file is open.

    Raises:
        LocalHubError: when another process serves it.
    """
    path = folder / "lock"
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE), "r+b")
    for _ in range(_TRIES):
        if _lock(file, exclusive=True):
            return file
        time.sleep(_PAUSE)
    file.close()
    serving = _read(folder)
    where = f"Use that one: --hub {serving.endpoint}, with its HF_TOKEN; or stop it first." if serving else None
    raise LocalHubError(
        f"Another process serves {folder} already.", path=folder, hint=where or "Stop it first."
    ) from None


def _lock(file: IO[bytes], *, exclusive: bool) -> bool:
    """Whether the lock could be had."""
    try:
        import fcntl
    except ImportError:  # Windows: the port is the only guard there
        return exclusive
    try:
        fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def announce(folder: Path, serving: Serving) -> None:
    """Write where the folder is served, for whoever wants to join; only the owner can read it."""
    write_bytes(folder / "server.json", msgspec.json.encode(serving), private=True)


def withdraw(folder: Path) -> None:
    """The folder is served no more."""
    with contextlib.suppress(OSError):
        (folder / "server.json").unlink(missing_ok=True)


def running(folder: Path) -> Serving | None:
    """The server of the folder, or None when nobody serves it. One that is starting is waited for, some seconds."""
    deadline = time.monotonic() + _ANNOUNCED_WITHIN
    while True:
        try:
            with (folder / "lock").open("rb") as file:
                if _lock(file, exclusive=False):
                    return None
        except OSError:
            return None
        serving = _read(folder)
        if serving is not None or time.monotonic() > deadline:
            return serving
        time.sleep(_PAUSE)


def _read(folder: Path) -> Serving | None:
    try:
        return msgspec.json.decode((folder / "server.json").read_bytes(), type=Serving)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
