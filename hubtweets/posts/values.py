"""What cells of tables mean: yes or no, something or nothing. One reading for every column and every source."""

from __future__ import annotations

import re
from typing import Any

# What pandas, R, spreadsheets, databases and JavaScript write where there is nothing.
_NOTHING = frozenset(
    ("", "na", "n/a", "#n/a", "<na>", "nan", "nat", "none", "null", "nil", "undefined", "\\n", "-", "[]", "{}", "()",
     "[none]", "[null]", "[na]", "character(0)", "list()", "c()")
)  # fmt: skip
_YES = frozenset(("yes", "y", "true", "t", "on", "1"))
_NO = frozenset(("no", "n", "false", "f", "off", "0", "-0"))
_QUOTED = re.compile(r"b?[\"'\[(]{1,3}([^\"'\[\]()]{0,20})[\"'\])]{1,3}")
# The words of languages that people post in, and what spreadsheets in them write for TRUE and FALSE.
_YES_ELSEWHERE = frozenset(
    ("x", "✓", "✔", "✅", "☑", "sí", "si", "s", "verdadero", "sim", "verdadeiro", "oui", "vrai", "ja", "j",
     "wahr", "waar", "sì", "vero", "да", "истина", "так", "tak", "prawda", "evet", "doğru", "sant", "sand",
     "kyllä", "ano", "áno", "pravda", "igen", "igaz", "ναι", "ya", "benar", "có", "đúng", "はい", "是", "真", "예",
     "네", "نعم", "صحيح", "بله", "כן", "हाँ", "हां", "ใช่")
)  # fmt: skip
_NO_ELSEWHERE = frozenset(
    ("✗", "✘", "❌", "☐", "falso", "não", "nao", "non", "faux", "nein", "falsch", "nee", "onwaar", "нет", "ложь",
     "ні", "nie", "fałsz", "hayır", "hayir", "yanlış", "yanliş", "nej", "nei", "falskt", "falsk", "ei", "ne",
     "nepravda", "nem", "hamis", "όχι", "tidak", "salah", "không", "sai", "いいえ", "否", "假", "아니오", "아니요",
     "لا", "خطأ", "خیر", "לא", "नहीं", "ไม่ใช่", "ไม่")
)  # fmt: skip


def is_nothing(value: Any) -> bool:
    """Whether a cell is empty, however the tool that wrote it spells that."""
    if isinstance(value, str):
        return value.strip().lower() in _NOTHING
    return (
        value is None or value != value or (isinstance(value, list | dict | tuple) and not value)
    )  # NaN is not itself


def truth(value: Any) -> bool | None:
    """Yes or no; nothing is no; None where a cell says neither.

    Understood are yes/no, y/n, true/false, t/f, on/off, 1/0 and 1.0/0.0, whatever their case, and their words in some
    thirty other languages.
    """
    if is_nothing(value):
        return False
    if isinstance(value, bool | int | float):
        return bool(value) if value in (0, 1) else None
    word = _word(value)
    if word in _YES or word in _YES_ELSEWHERE:
        return True
    return False if word in _NO or word in _NO_ELSEWHERE else None


def is_something(value: Any) -> bool:
    """Whether a cell that holds an id, an address or an object holds one: neither nothing nor a spelling of no."""
    if isinstance(value, dict):
        return any(map(is_something, value.values()))
    if isinstance(value, list | tuple):
        return any(map(is_something, value))
    return not is_nothing(value) and (word := _word(value)) not in _NO and word != "-1"


def _word(value: Any) -> str:
    word = _QUOTED.sub(r"\1", str(value).strip().rstrip(";,")).strip().lower()
    return word.rstrip("0").rstrip(".,") if word[1:2] in (".", ",") else word
