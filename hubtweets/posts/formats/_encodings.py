"""Which encoding a text file is in, when nothing says so: by marks, by being UTF-8, else by what its bytes spell."""

from __future__ import annotations

import codecs
import io
import re
from pathlib import Path
from typing import IO

from hubtweets.posts.formats import _code_pages
from hubtweets.posts.formats._streams import opened

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 2**20
_SAMPLE = 60_000
"""Bytes of lines with other than ASCII that are shown to the detector; more make it slow, not surer."""

UNDECODED = re.compile("[\udc80-\udcff]")
"""How a byte that could not be decoded looks in text that was read with `errors="surrogateescape"`."""

# Letters as they stand at the beginning of a table: with an end of a line or a bracket, and none that nobody writes.
_WIDE_TEXT = re.compile(r"(?=[\s\S]{0,4096}[\r\n{\[])[^\x00-\x08\x0e-\x1f\ue000-\uf8ff\ufffe\uffff]+")

_CESU_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")

_SCRIPTS = ["cp1256", "cp932", "euc_jp", "gb18030", "big5", "cp949", "cp874"]
_ASCII_LETTERS = [bytes([letter]) for letter in range(0x61, 0x7B)]
_DENSE = re.compile(rb"(?:[\x80-\xff][\x40-\x7e\x80-\xff]?[ ,.'-]?){1,200}")

OWN_SCRIPT = 0.4
"""Share of bytes beyond ASCII among the letters of lines that have any, above which they are of a script of its own."""


def detect(path: Path, otherwise: str = "cp1252") -> str:
    """The encoding of a file, as Python calls it; `cesu-8` where emoji are two surrogates of three bytes each.

    Where it is not UTF-8, and spells nothing in any other, it is `otherwise`.

    A file that is UTF-8 but for some bytes is UTF-8: read it with `errors="surrogateescape"` and count `UNDECODED`.
    Sequences of UTF-8 hardly come about by chance, so that a few of them outweigh as many broken bytes.
    """
    with opened(path) as file:
        start = file.read(4096)
        if (shown := marked(start)) is not None:
            return shown
        file.seek(0)
        letters, broken, pairs, sample = _counted(file)
    if pairs and 6 * pairs >= broken:
        return "cesu-8"
    if broken == 0 or letters >= broken:
        return "utf-8"
    return _guessed(sample) or otherwise


def marked(start: bytes) -> str | None:
    """The encoding that the first bytes show: a byte order mark, ISO 2022, or letters of two or four bytes."""
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    if b"\x1b$B" in start or b"\x1b$@" in start:
        return "iso2022_jp"
    if 0 in start:
        wide = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
        return next((name for name in wide if _WIDE_TEXT.fullmatch(start.decode(name, "ignore"))), None)
    return None


def _counted(file: IO[bytes]) -> tuple[int, int, int, bytes]:
    """Letters of UTF-8 beyond ASCII, bytes that are none, pairs of CESU-8, and lines with such bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    letters = broken = pairs = 0
    sample = bytearray()
    while chunk := file.read(_CHUNK):
        text = decoder.decode(chunk)
        if text.isascii():
            continue
        here = len(UNDECODED.findall(text))
        broken += here
        letters += sum(1 for character in text if character > "\x7f") - here
        if here:
            pairs += len(_CESU_PAIR.findall(chunk))
            for line in chunk.splitlines():
                if len(sample) >= _SAMPLE:
                    break
                if not line.isascii():
                    sample += line[:4096] + b"\n"
    broken += len(UNDECODED.findall(decoder.decode(b"", final=True)))
    return letters, broken, pairs, bytes(sample)


def _guessed(sample: bytes) -> str | None:
    """The encoding in which the bytes are what people write: of scripts of their own, or Latin letters with marks."""
    high = sum(1 for byte in sample if byte > 0x7F)
    if high < OWN_SCRIPT * (high + sum(map(sample.lower().count, _ASCII_LETTERS))):
        return _code_pages.latin(sample)
    if (known := _code_pages.of_script(sample) or _code_pages.japanese(sample)) is not None:
        return known
    from charset_normalizer import from_bytes

    # Without the ASCII between, which all encodings share, the letters stand out.
    shown = b" ".join(_DENSE.findall(sample)) or sample
    found = from_bytes(shown, cp_isolation=_SCRIPTS, threshold=1.0, preemptive_behaviour=False).best()
    return found.encoding if found else _code_pages.latin(sample)


def cesu_text(data: bytes) -> str:
    """Text from CESU-8; what is neither that nor UTF-8 is escaped as `UNDECODED`."""
    joined = _CESU_PAIR.sub(
        lambda pair: (
            pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
        ),
        data,
    )
    return joined.decode("utf-8", "surrogateescape")


class AsUtf8:
    """A file of bytes in another encoding, read as UTF-8."""

    def __init__(self, file: IO[bytes], encoding: str | None) -> None:
        self._text = io.TextIOWrapper(file, encoding, errors="replace", newline="\n")

    def readline(self, limit: int) -> bytes:
        """The next line, of at most `limit` characters."""
        return self._text.readline(limit).encode("utf-8", "replace")
