"""`-`: an archive or a table that comes through a pipe."""

from __future__ import annotations

import atexit
import functools
import shutil
import sys
import tempfile
from pathlib import Path

from hubtweets.errors import SourceSpecError

_HEAD = 4096


@functools.cache  # a pipe can be read once
def from_standard_input() -> str:
    """The path of a file with what is on standard input, named after what it looks like; removed when Python ends.

    Raises:
        SourceSpecError: when there is nothing.
    """
    stream = sys.stdin.buffer
    head = stream.read(_HEAD)
    if not head:
        raise SourceSpecError(
            "There is nothing on standard input.", spec="-", hint="For example: cat posts.csv | hubtweets posts -"
        )
    folder = Path(tempfile.mkdtemp(prefix="hubtweets-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / f"standard-input{_suffix(head)}"
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
