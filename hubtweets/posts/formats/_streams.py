"""The bytes of a table's file, compressed or not, up to a limit."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from hubtweets.errors import ArchiveError, ArchiveTooLargeError
from hubtweets.posts.formats import _magic

TOTAL_LIMIT = 4 * 2**30
"""Bytes that are read of one table, unpacked."""

WHOLE_LIMIT = 512 * 2**20
"""Bytes of a table that has to be read at once."""

LINE_LIMIT = 16 * 2**20
"""Characters that one line may have."""


def damaged(path: Path, why: object, *, hint: str | None = None) -> ArchiveError:
    """The error for a table that cannot be read; the hint is of what it is, where its first bytes tell."""
    if hint is None and path.is_file():
        with path.open("rb") as file:
            hint = _magic.hint(file.read(64)) if path.suffix.lower() != ".gz" else None
    return ArchiveError(
        f"{path.name} cannot be read: {why}.", path=path, hint=hint or "Save or download the table again."
    )


def too_large(path: Path, what: str, size: int, limit: int) -> ArchiveTooLargeError:
    """The error for a table, or a line of it, over a limit."""
    return ArchiveTooLargeError(
        f"{path.name}: {what} has {size:,} bytes or more; {limit:,} are read at most.",
        path=path,
        size=size,
        limit=limit,
        hint="Save the table as JSON Lines or Parquet, which are read piece by piece.",
    )


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked where they are gzipped, whatever the file's name is.

    Raises:
        ArchiveError: when there is no such file, or it is damaged.
    """
    if not path.is_file():
        raise ArchiveError(f"There is no file {path}.", path=path, hint="Check the path.")
    try:
        with path.open("rb") as file:
            is_packed = file.read(2) == b"\x1f\x8b"  # browsers unpack what keeps its name
            file.seek(0)
            if is_packed:
                with gzip.open(file) as packed:
                    yield cast("IO[bytes]", packed)
            else:
                yield file
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise damaged(path, error) from None


def whole(path: Path) -> bytes:
    """All bytes of the file.

    Raises:
        ArchiveTooLargeError: when it has more than `WHOLE_LIMIT`.
        ArchiveError: when it is damaged.
    """
    with opened(path) as file:
        data = file.read(WHOLE_LIMIT + 1)
    if len(data) > WHOLE_LIMIT:
        raise too_large(path, "it", len(data), WHOLE_LIMIT)
    return data
