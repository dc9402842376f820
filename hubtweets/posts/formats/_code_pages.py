"""Which code page of one byte a letter spells what people write: by the letters that their languages have."""

from __future__ import annotations

import re
from collections import Counter

# What languages in Latin letters have beside a to z, and which code pages they are written in: of Windows, ISO, DOS and
# Mac, likeliest first.
_WESTERN = (
    "éèïêñöüáçà", "äöüß", "àâæçéèêëîïôœùûü", "áéíñóúü¿¡ºª", "áàâãçéêíóôõúüªº", "àèéìíîòóùú", "éëïóöüèêá", "åäöé",
    "æøåéèò", "áðéíóúýþæö", "äõöüšž", "àçèéíïòóúü·",
)  # fmt: skip
_CENTRAL = ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţșț", "čćđšž")
_TURKISH = ("çğıöşüiâîû",)
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž")
_LATIN: dict[str, tuple[str, ...]] = {
    "cp1252": _WESTERN, "mac_roman": _WESTERN, "cp1250": _CENTRAL, "cp1254": _TURKISH, "cp1257": _BALTIC,
    "iso8859_2": _CENTRAL, "cp850": _WESTERN, "cp852": _CENTRAL, "cp857": _TURKISH, "mac_latin2": _CENTRAL,
}  # fmt: skip
_MARKS = frozenset("’‘“”–—…•«»„")
_TYPOGRAPHY = _MARKS | frozenset("€£°")

# Letters that are two in three of what is written in these scripts, and all letters; then the code pages of each.
_CYRILLIC = (frozenset("оеаинтсрвлк"), re.compile("[а-яёђѓєѕіїјљњћќўџґ]", re.IGNORECASE))
_GREEK = (frozenset("αοιετσνηυρά"), re.compile("[α-ωάέήίόύώϊϋΐΰ]", re.IGNORECASE))
_HEBREW = (frozenset("יולאהמרבתשנ"), re.compile("[א-ת]"))
_SCRIPTS: dict[str, tuple[frozenset[str], re.Pattern[str]]] = {
    **dict.fromkeys(("cp1251", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5"), _CYRILLIC),
    **dict.fromkeys(("cp1253", "mac_greek", "cp737"), _GREEK),
    **dict.fromkeys(("cp1255", "cp862"), _HEBREW),
}
_TURN = re.compile("[а-яёα-ωάέήίόύώ](?=[А-ЯЁΑ-Ω])")
SPELLED = 2.0
"""Points a letter from which bytes spell words; those of other scripts and of two bytes a letter have under 1.8."""


def latin(sample: bytes) -> str | None:
    """The code page in which most of the bytes are letters of one language and its punctuation; None in none."""
    high = bytes(byte for byte in sample if byte > 0x7F)
    best = max(_LATIN, key=lambda encoding: _latin_score(high, encoding))
    return best if _latin_score(high, best) > 0 else None


def _latin_score(high: bytes, encoding: str) -> int:
    letters = Counter(high.decode(encoding, "replace"))
    return max(
        sum(
            count if letter in _TYPOGRAPHY or letter.lower() in alphabet else -2 * count
            for letter, count in letters.items()
        )
        for alphabet in _LATIN[encoding]
    )


def of_script(sample: bytes) -> str | None:
    """The code page in which the bytes spell Cyrillic, Greek or Hebrew words, or None where they do in none."""
    best = max(_SCRIPTS, key=lambda encoding: _script_score(sample, encoding))
    return best if _script_score(sample, best) >= SPELLED else None


def _script_score(sample: bytes, encoding: str) -> float:
    """Points for each letter beyond ASCII: three for a frequent one, one for another."""
    frequent, letter_of = _SCRIPTS[encoding]
    text = sample.decode(encoding, "replace")
    points = total = 0
    for letter, count in Counter(text).items():
        if letter <= "\x7f" or letter in _MARKS:
            continue
        total += count
        points += count * (3 if letter.lower() in frequent else 1 if letter_of.match(letter) else -2)
    return (points - 4 * len(_TURN.findall(text))) / max(1, total)


_HIRAGANA = re.compile("[ぁ-ゖ]")


def japanese(sample: bytes) -> str | None:
    """The encoding in which a good part of the letters are hiragana, without which nobody writes Japanese; or None."""
    for encoding in ("cp932", "euc_jp"):
        text = sample.decode(encoding, "replace")
        beyond_ascii = sum(1 for letter in text if letter > "\x7f")
        if len(_HIRAGANA.findall(text)) >= 0.2 * max(1, beyond_ascii) and 50 * text.count("\ufffd") <= beyond_ascii:
            return encoding
    return None
