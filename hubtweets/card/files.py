"""Cards and records in files, read no further than one can be long."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import msgspec

from hubtweets._shared.frontmatter import LARGEST_CARD
from hubtweets.errors import CardReadError, RecordError
from hubtweets.record import ModelRecord, from_data

LARGEST_RECORD = 4 * LARGEST_CARD
"""Bytes; what `card read --json` prints of a card has its text in it, more than once and escaped."""


def card_in(stream: BinaryIO, name: str | Path) -> str:
    """The text of a card, line ends untouched; `name` is what to call it.

    Raises:
        CardReadError: when it is larger than a card may be on the Hub, or not UTF-8.
    """
    data = stream.read(LARGEST_CARD + 1)
    if len(data) > LARGEST_CARD:
        raise CardReadError(
            f"{name} has more than {LARGEST_CARD // 2**20} MiB, which no card has.",
            place="file",
            hint="Give a model's README.md.",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CardReadError(
            f"{name} is not UTF-8 (line {line}).", place=str(line), hint="Save it as UTF-8, then run this again."
        ) from None


def record_in(stream: BinaryIO, name: str | Path) -> ModelRecord:
    """The record of a JSON document: alone, or in what `card read --json` prints; `name` is what to call it.

    Raises:
        RecordError: when there is none; with the name.
    """
    content = stream.read(LARGEST_RECORD + 1)
    try:
        if len(content) > LARGEST_RECORD:
            raise RecordError(f"no record: it has more than {LARGEST_RECORD // 2**20} MiB.")
        data = msgspec.json.decode(content)
        read = isinstance(data, dict) and "repo_id" not in data and isinstance(data.get("record"), dict)
        return from_data(data["record"] if read else data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, RecordError) as error:
        why = f"not JSON: {error}" if not isinstance(error, RecordError) else error.message
        raise RecordError(
            f"{name} is {why}", hint="`hubtweets card read --json CARD` prints one that can be given here."
        ) from None
