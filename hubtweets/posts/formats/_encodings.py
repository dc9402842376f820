"""Which encoding a text file is in, when nothing says so: by marks, by being UTF-8, else by what its bytes spell."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import IO

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

_CESU_PAIR = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")

# What people type most often outside ASCII in the languages that these two encodings are for.
_TYPOGRAPHY = frozenset("’‘“”–—…•€£°«»")
_LETTERS = frozenset("éèêëàáâäãåíìîïóòôöõúùûüñçßøæœ¿¡ÉÈÊÀÁÄÅÖØÜÑÇ")

_LATIN = ["cp1252", "mac_roman", "cp1250", "cp1254"]
_SCRIPTS = [
    "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp932", "euc_jp", "gb18030", "big5", "cp949", "cp874",
]  # fmt: skip
_ASCII_LETTERS = [bytes([letter]) for letter in range(0x61, 0x7B)]
_DENSE = re.compile(rb"(?:[\x80-\xff][\x40-\x7e\x80-\xff]?[ ,.'-]?){1,200}")

OWN_SCRIPT = 0.4
"""Share of bytes beyond ASCII among the letters of lines that have any, above which they are of a script of its own."""


def detect(path: Path) -> str:
    """The encoding of a file, as Python calls it; `cesu-8` where emoji are two surrogates of three bytes each.

    A file that is UTF-8 but for some bytes is UTF-8: read it with `errors="surrogateescape"` and count `UNDECODED`.
    Sequences of UTF-8 hardly come about by chance, so that a few of them outweigh as many broken bytes.
    """
    with opened(path) as file:
        start = file.read(4096)
        if (marked := _marked(start)) is not None:
            return marked
        file.seek(0)
        letters, broken, pairs, sample = _counted(file)
    if pairs and 6 * pairs >= broken:
        return "cesu-8"
    if broken == 0 or letters >= broken:
        return "utf-8"
    return _guessed(sample)


def _marked(start: bytes) -> str | None:
    """The encoding that the first bytes show: a byte order mark, or the zeros between plain letters of UTF-16."""
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    even, odd = start[::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if half >= 8 and max(even, odd) > 0.4 * half and min(even, odd) < 0.1 * half:
        return "utf-16-le" if odd > even else "utf-16-be"
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


def _guessed(sample: bytes) -> str:
    """The encoding in which the bytes are what people write: of scripts of their own, or Latin letters with marks."""
    from charset_normalizer import from_bytes

    high = sum(1 for byte in sample if byte > 0x7F)
    latin = high < OWN_SCRIPT * (high + sum(map(sample.lower().count, _ASCII_LETTERS)))
    if latin and (best := max(("cp1252", "mac_roman"), key=lambda encoding: _score(sample, encoding))):
        if _score(sample, best) >= 0.75 * high:
            return best
        shown, candidates = sample, _LATIN
    else:  # without the ASCII between, which all encodings share, the letters stand out
        shown, candidates = b" ".join(_DENSE.findall(sample)) or sample, _SCRIPTS
    found = from_bytes(shown, cp_isolation=candidates, threshold=1.0, preemptive_behaviour=False).best()
    if found is None:
        return "cp1252"
    return "cp1254" if found.language == "Turkish" and latin else found.encoding


def _score(sample: bytes, encoding: str) -> int:
    text = bytes(byte for byte in sample if byte > 0x7F).decode(encoding, "replace")
    return sum(3 if character in _TYPOGRAPHY else 1 if character in _LETTERS else -2 for character in text)


def cesu_text(data: bytes) -> str:
    """Text from CESU-8; what is neither that nor UTF-8 is escaped as `UNDECODED`."""
    joined = _CESU_PAIR.sub(
        lambda pair: (
            pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()
        ),
        data,
    )
    return joined.decode("utf-8", "surrogateescape")
