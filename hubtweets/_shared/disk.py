"""Files that are the old ones or the new ones, whatever happens in between; and the digests that name their content."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

PRIVATE_FILE = 0o600
"""The mode of what only the user may read: ledgers, state, caches of posts."""

PRIVATE_FOLDER = 0o700


@contextmanager
def replacing(path: Path, *, private: bool = False) -> Iterator[Path]:
    """The path of a new file beside `path` that takes its place when the block ends, and is removed when it raises.

    Its name is its own, so that two processes that write the same file never mix their bytes: the last one counts.
    A link is followed, and the mode of a file that is replaced is kept; `private` makes it 0600.

    Raises:
        OSError: when it cannot be written; `path` is then as it was.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name[:200]}.{secrets.token_hex(6)}.partial")
    try:
        yield beside
        if private:
            beside.chmod(PRIVATE_FILE)
        else:
            with suppress(FileNotFoundError):
                beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def writing(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file `path` at the end of the block, all of them or none.

    What is no regular file (a pipe, `/dev/stdout`) is written to as it is. The bytes reach the disk before the name.

    Raises:
        OSError: when it cannot be written; `path` is then as it was.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    mode = PRIVATE_FILE if private else 0o666
    with (
        replacing(path, private=private) as beside,
        os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as stream,
    ):
        yield stream
        stream.flush()
        os.fsync(stream.fileno())


def write_bytes(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file, whole or not at all.

    Raises:
        OSError: when it cannot be written; `path` is then as it was.
    """
    with writing(path, private=private) as stream:
        stream.write(content)


def write_text(path: Path, text: str, *, private: bool = False) -> None:
    """Write a file as UTF-8, line ends untouched, whole or not at all.

    Raises:
        OSError: when it cannot be written; `path` is then as it was.
    """
    write_bytes(path, text.encode(), private=private)


def append(path: Path, text: str) -> None:
    """Add UTF-8 to the end of a file, all of it or nothing, and in one write: what two processes add never mixes.

    Raises:
        OSError: when it cannot be written.
    """
    content = text.encode()
    with path.open("ab", buffering=0) as stream:
        written = stream.write(content) or 0
        if written < len(content):
            if path.is_file():
                stream.truncate(stream.tell() - written)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def is_full(error: BaseException) -> bool:
    """Whether an error says that the disk, or what one may have of it, is full."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def private_folder(path: Path) -> Path:
    """`path`, made with its parents where they are missing so that only its owner may look into it (0700).

    Raises:
        OSError: when it cannot be made.
    """
    if not path.parent.exists():
        private_folder(path.parent)
    path.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    return path


def expanded(path: str | Path) -> Path:
    """A path that begins at the home folder where it begins with `~`; of a user that is not there it stays as it is."""
    return Path(os.path.expanduser(path))  # noqa: PTH111  (pathlib's raises for such a user)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is in a folder when links and `..` are followed."""
    return path.resolve().is_relative_to(folder.resolve())


def sha256(content: bytes | str | Path) -> str:
    """The SHA-256, in hexadecimal, of bytes, of text as UTF-8, or of a file's content (read piece by piece).

    Raises:
        OSError: when a file cannot be read.
    """
    if isinstance(content, Path):
        with content.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def blob_id(content: bytes) -> str:
    """The id that git gives a file with this content, which a Hub's ETag of a small file is (SHA-1, hexadecimal)."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
