"""`-`, or a named pipe as of `<(…)`: an archive or a table that comes through it."""

from __future__ import annotations

import atexit
import functools
import shutil
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from hubtweets._shared import disk
from hubtweets.errors import SourceSpecError

STDIN = "standard input"
_HEAD = 4096


@functools.cache  # a pipe can be read once
def from_pipe(spec: str) -> str:
    """The path of a file with what comes through a pipe, named after what it looks like; removed when Python ends.

    Args:
        spec: `-` for standard input, or the path of a named pipe.

    Raises:
        SourceSpecError: when there is nothing.
        OSError: when it cannot be read.
    """
    if spec == "-":
        return _kept(sys.stdin.buffer, STDIN)
    with disk.expanded(spec).open("rb") as stream:
        return _kept(stream, spec)


def _kept(stream: BinaryIO, where: str) -> str:
    head = stream.read(_HEAD)
    if not head:
        raise SourceSpecError(
            f"There is nothing on {where}.", spec=where, hint="For example: cat posts.csv | hubtweets posts -"
        )
    folder = Path(tempfile.mkdtemp(prefix="hubtweets-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / f"{'standard-input' if where == STDIN else 'pipe'}{_suffix(head)}"
    with path.open("wb") as file:
        file.write(head)
        shutil.copyfileobj(stream, file)
    return str(path)


def _suffix(head: bytes) -> str:
    if head.startswith(b"PK"):
        return ".zip"
    if head.startswith(b"PAR1"):
        return ".parquet"
    if head.startswith(b"\x1f\x8b"):
        return ".csv.gz"
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith(b"window."):
        return ".js"
    if text.startswith((b"{", b"[")):
        first = text.split(b"\n", 1)
        lines = len(first) > 1 and first[0].rstrip().endswith(b"}") and first[1].lstrip().startswith(b"{")
        return ".jsonl" if lines else ".json"
    return ".tsv" if text.split(b"\n", 1)[0].count(b"\t") > 1 else ".csv"
