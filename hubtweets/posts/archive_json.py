"""The JSON files of archives, decoded straight into structs."""

from __future__ import annotations

import codecs
import re
from typing import TypeVar

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.posts.files import Files

_LONE_HALF = re.compile(rb"\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab]..)\\ud[c-f][0-9a-f]{2}", re.I)

T = TypeVar("T")


def decode(files: Files, name: str, kind: type[T]) -> T:
    """The JSON of one archive file; X archives have an assignment before it.

    Raises:
        ArchiveError: when the file is cut, is not JSON, or has not the form that it should have.
    """
    head = files.head(name)
    start = _json_start(head)
    if start is None:
        what = "is empty" if not head.strip() else "does not begin as a file of an archive does"
        raise ArchiveError(f"{name} in {files.path.name} {what}.", path=files.path, hint="Download the archive again.")
    data = memoryview(files.read(name))[start:]
    try:
        try:
            return msgspec.json.decode(data, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if isinstance(error, msgspec.ValidationError):
                raise
            return msgspec.json.decode(_mended(data), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ArchiveError(
            f"{name} in {files.path.name} is damaged: {error}.", path=files.path, hint="Download the archive again."
        ) from None


def _json_start(head: bytes) -> int | None:
    """Where the JSON begins: after `window.YTD.….part0 = `, `Grailbird.data.… =`, `var … =`, or at once."""
    match = re.match(rb"(?:\xef\xbb\xbf)?\s*(?:(?:window\.|var\s|Grailbird\.)[\w.\s]{1,200}=)?\s*(?=[\[{])", head)
    return match.end() if match else None


def _mended(data: memoryview) -> bytes:
    """`data` as UTF-8, with lone halves of surrogate pairs as U+FFFD."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    pieces = (decoder.decode(data[at : at + 2**20]).encode() for at in range(0, len(data), 2**20))
    return _LONE_HALF.sub(rb"\\ufffd", b"".join((*pieces, decoder.decode(b"", final=True).encode())))
