"""The working folder of one fine-tuning: its lock, its checkpoints, and a full disk."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from hubtweets.errors import ModelError, OutputFolderError


def make(folder: Path) -> None:
    """Make the folder, and see that it can be written to.

    Raises:
        OutputFolderError: when it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.write_bytes(b"1")
        probe.unlink(missing_ok=True)  # another process may have looked at the same moment
    except OSError as error:
        raise OutputFolderError(
            f"The folder {folder} cannot be written: {error.strerror}.",
            path=folder,
            hint="Choose another with --work-dir DIR, or free some space.",
        ) from error


@contextmanager
def only_one(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """Hold the folder's lock for as long as the block runs.

    Args:
        patience: seconds that another process, which may be about to end, may hold it.

    Raises:
        ModelError: when another process holds it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=patience)
    except Timeout:
        raise ModelError(
            f"Another hubtweets is training in {folder}.", hint="Wait for it to end, then run the same command again."
        ) from None
    try:
        yield
    finally:
        lock.release()


def is_in_use(folder: Path) -> bool:
    """Whether another process trains in the folder."""
    try:
        with only_one(folder):
            return False
    except ModelError:
        return True


def last_checkpoint(checkpoints: Path) -> Path | None:
    """The last checkpoint that is whole; later ones, cut off by a kill or a full disk, are removed."""
    numbered = {int(path.name.rpartition("-")[2]): path for path in checkpoints.glob("checkpoint-*")}
    for _, path in sorted(numbered.items(), reverse=True):
        if _is_whole(path):
            return path
        shutil.rmtree(path)
    return None


def _is_whole(checkpoint: Path) -> bool:
    """The Trainer writes the state last, and when it removes a checkpoint, its files go in any order."""
    names = {path.name for path in checkpoint.iterdir()}
    if not names >= {"optimizer.pt", "scheduler.pt", "trainer_state.json"}:
        return False
    if not any(name.startswith("rng_state") for name in names):  # one a process, where there are several
        return False
    if not any(name.endswith(".safetensors") for name in names):
        return False
    try:
        msgspec.json.decode((checkpoint / "trainer_state.json").read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def disk_is_full(error: BaseException, folder: Path) -> bool:
    """Whether `error` came of a full disk, as far as it or the disk of `folder` tells."""
    return _says(error, errno.ENOSPC, errno.EDQUOT) or shutil.disk_usage(folder).free < 16 * 2**20


def file_is_too_large(error: BaseException) -> bool:
    """Whether a file became larger than its file system (4 GB on FAT32) or `ulimit -f` allows."""
    # torch says of any file that was not written whole what is in it instead
    return _says(error, errno.EFBIG) or "unexpected pos" in str(error)


def _says(error: BaseException, *numbers: int) -> bool:
    """Whether an error, or what it came of, is one of the system's, by number or by its words."""
    cause: BaseException | None = error
    while cause is not None:
        # safetensors gives the system's words only, torch neither number nor words
        if getattr(cause, "errno", None) in numbers or any(os.strerror(number) in str(cause) for number in numbers):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
