"""What cells of tables mean: yes or no, something or nothing. One reading for every column and every source."""

from __future__ import annotations

from typing import Any

# What pandas, R, spreadsheets, databases and JavaScript write where there is nothing.
_NOTHING = frozenset(
    ("", "na", "n/a", "#n/a", "<na>", "nan", "nat", "none", "null", "nil", "undefined", "\\n", "-", "[]", "{}", "()",
     "[none]", "[null]", "[na]", "character(0)", "list()", "c()")
)  # fmt: skip
_YES = frozenset(("yes", "y", "true", "t", "on", "1"))
_NO = frozenset(("no", "n", "false", "f", "off", "0", "-0"))


def is_nothing(value: Any) -> bool:
    """Whether a cell is empty, however the tool that wrote it spells that."""
    if isinstance(value, str):
        return value.strip().lower() in _NOTHING
    return (
        value is None or value != value or (isinstance(value, list | dict | tuple) and not value)
    )  # NaN is not itself


def truth(value: Any) -> bool | None:
    """Yes or no; nothing is no; None where a cell says neither.

    Understood are yes/no, y/n, true/false, t/f, on/off, 1/0 and 1.0/0.0, whatever their case.
    """
    if is_nothing(value):
        return False
    if isinstance(value, bool | int | float):
        return bool(value) if value in (0, 1) else None
    word = str(value).strip().lower()
    if word[1:2] == ".":
        word = word.rstrip("0").rstrip(".")
    return True if word in _YES else False if word in _NO else None


def is_something(value: Any) -> bool:
    """Whether a cell that holds an id, an address or an object holds one: neither nothing nor a spelling of no."""
    if isinstance(value, dict):
        return any(map(is_something, value.values()))
    if isinstance(value, list | tuple):
        return any(map(is_something, value))
    return not is_nothing(value) and truth(value) is not False and str(value).strip() != "-1"
