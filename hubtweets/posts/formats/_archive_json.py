"""The JSON files of archives, decoded straight into structs."""

from __future__ import annotations

import codecs
import re
from typing import TypeVar

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.posts.contract import Files
from hubtweets.posts.formats import _magic
from hubtweets.posts.formats._encodings import marked

_LONE_HALF = re.compile(rb"\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f][0-9a-f]{2})|(?<!\\ud[89ab]..)\\ud[c-f][0-9a-f]{2}", re.I)

_ASSIGNMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:export\s+default\s|(?:export\s+)?(?:window\.|module\.|exports\.|var\s|let\s|const\s|Grailbird\.)"
    rb"[\w.\[\]\"'\s]{1,200}=)\s*)?(?=[\[{])"
)

T = TypeVar("T")


def assignment_end(head: bytes) -> int:
    """Where the JSON begins in a file that may have an assignment before it, as those of archives do; 0 without one."""
    match = _ASSIGNMENT.match(head)
    return match.end() if match else 0


def decode(files: Files, name: str, kind: type[T]) -> T:
    """The JSON of one archive file; X archives have an assignment before it.

    Raises:
        ArchiveError: when the file is cut, is not JSON, or has not the form that it should have.
    """
    start = json_start(files, name)
    data = memoryview(bytes(files.read(name)).rstrip(b"; \t\r\n\x00"))[start:]
    try:
        try:
            return msgspec.json.decode(data, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            if isinstance(error, msgspec.ValidationError):
                raise
            return msgspec.json.decode(mended(data), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ArchiveError(
            f"{name} in {files.path.name} is damaged: {error}.", path=files.path, hint="Download the archive again."
        ) from None


def json_start(files: Files, name: str, head: bytes | None = None) -> int:
    """Where the JSON begins in a file with this head: after `window.YTD.….part0 = `, `Grailbird.data.… =`, or at once.

    Raises:
        ArchiveError: when the file does not begin as a file of an archive does.
    """
    head = files.head(name) if head is None else head
    match = _ASSIGNMENT.match(head)
    if match is None:
        what = "is empty" if not head.strip() else "does not begin as a file of an archive does"
        where = name if name == files.path.name else f"{name} in {files.path.name}"
        raise ArchiveError(f"{where} {what}.", path=files.path, hint=_hint(name, files, head))
    return match.end()


def _hint(name: str, files: Files, head: bytes) -> str:
    if (known := _magic.hint(head)) is not None:
        return known
    if marked(head) is not None:
        return "It is in UTF-16 or the like: save it as UTF-8, or give the archive as it came."
    if name == files.path.name and not name.lower().endswith(".js"):
        return "If it is a table, give it the ending .csv, .tsv, .json or .jsonl; if not, give the archive as it came."
    return "Download the archive again, and give it as it came."


def without_lone_halves(data: bytes) -> bytes:
    """JSON with U+FFFD for each half of a surrogate pair that is escaped alone, as cut texts have them."""
    return _LONE_HALF.sub(rb"\\ufffd", data)


def mended(data: memoryview) -> bytes:
    """`data` as valid UTF-8, with U+FFFD for what cannot be read."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    pieces = (decoder.decode(data[at : at + 2**20]).encode() for at in range(0, len(data), 2**20))
    return without_lone_halves(b"".join((*pieces, decoder.decode(b"", final=True).encode())))
