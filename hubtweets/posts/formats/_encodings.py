"""Which encoding a text file is in, when nothing says so."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHUNK = 2**20
_SAMPLE = 20_000

# What people type most often outside ASCII in the languages that these two encodings are for.
_TYPOGRAPHY = frozenset("’‘“”–—…•€£°«»")
_LETTERS = frozenset("éèêëàáâäãåíìîïóòôöõúùûüñçßøæœ¿¡")

UNDECODED = re.compile("[\udc80-\udcff]")
"""How a byte that could not be decoded looks in text that was read with `errors="surrogateescape"`."""


def detect(path: Path) -> str:
    """`utf-8`, `utf-8-sig`, `utf-16`, `cp1252` or `mac_roman`, in this order of preference.

    A file that is UTF-8 but for a few bytes is UTF-8: read it with `errors="surrogateescape"` and count `UNDECODED`.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    broken = letters = 0
    sample: list[int] = []
    with path.open("rb") as file:
        start = file.read(4)
        for mark, name in _BOMS:
            if start.startswith(mark):
                return name
        file.seek(0)
        while chunk := file.read(_CHUNK):
            text = decoder.decode(chunk)
            if not text.isascii():
                here = len(UNDECODED.findall(text))
                broken += here
                letters += sum(1 for character in text if character > "\x7f") - here
                if here and len(sample) < _SAMPLE:
                    sample += [byte for byte in chunk if byte > 0x7F][: _SAMPLE - len(sample)]
        broken += len(UNDECODED.findall(decoder.decode(b"", final=True)))
    if broken == 0 or letters > 10 * broken:
        return "utf-8"
    # A single-byte encoding, then: the one in which the bytes are what people write.
    return max(("cp1252", "mac_roman"), key=lambda encoding: _score(bytes(sample), encoding))


def _score(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, "replace")
    return sum(3 if character in _TYPOGRAPHY else 1 if character in _LETTERS else -2 for character in text)
