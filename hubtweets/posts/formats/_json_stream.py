"""The items of a large JSON list, decoded while the file is unpacked: neither the file nor its items are ever whole in
memory, and an item that is not what it should be is that item's failure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

import msgspec

from hubtweets.errors import ArchiveError
from hubtweets.posts.contract import Files
from hubtweets.posts.formats._archive_json import json_start, mended

BATCH = 2**21
"""Bytes that are decoded at once, or one item where it is larger."""

T = TypeVar("T")

_FIRST_KEY = re.compile(rb"\[\s*\{\s*(\"(?:[^\"\\]){1,40}\")\s*:")
_BETWEEN = re.compile(rb"\}\s*,\s*\{\s*\Z")
_END = re.compile(rb",?\s*\]\s*;?[\s\x00]*\Z")
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|"|[{}\[\]]', re.DOTALL)


def items(files: Files, name: str, kind: type[T], odd: Callable[[], None]) -> Iterator[T]:
    """The items of the list in an archive's file, each as `kind`; `odd` is called for each that is not one.

    Raises:
        ArchiveError: when the file is cut, holds no list, or not one of its items is what it should be.
    """
    one, several = msgspec.json.Decoder(kind), msgspec.json.Decoder(list[kind])  # type: ignore[valid-type]
    sound = odd_ones = 0
    why: Exception | None = None
    batches = _Batches(files, name)
    for batch in batches:
        try:
            found = _decoded(several, b"[" + batch + b"]")
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            if not batches.is_whole(batch):
                continue
            found = []
            for item in _split(files, name, batch):
                try:
                    found.append(_decoded(one, item))
                except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                    why = error
                    odd_ones += 1
                    odd()
        sound += len(found)
        yield from found
    if odd_ones and not sound:
        raise _damaged(files, name, why)


def _damaged(files: Files, name: str, why: object) -> ArchiveError:
    return ArchiveError(
        f"{name} in {files.path.name} is damaged: {why}.", path=files.path, hint="Download the archive again."
    )


def _decoded(decoder: msgspec.json.Decoder[T], data: bytes) -> T:
    try:
        return decoder.decode(data)
    except msgspec.ValidationError:
        raise
    except (msgspec.DecodeError, UnicodeDecodeError):
        if (better := mended(memoryview(data))) == data:
            raise
        return decoder.decode(better)


class _Batches:
    """The items of the list, several at a time with commas between, as they follow each other in the file.

    Items are parted where one ends and the next begins with the key that the first one begins with. That is found
    quickly, and may be wrong where items hold lists of the same form: then the batch is no JSON, and from there on
    brackets are counted.
    """

    def __init__(self, files: Files, name: str) -> None:
        self._files, self._name = files, name
        head = files.head(name)
        self._start = json_start(files, name, head)
        if head[self._start : self._start + 1] != b"[":
            raise _damaged(files, name, "there is no list in it")
        first = _FIRST_KEY.match(head, self._start)
        self._key = first[1] if first else None
        self._buffer = bytearray()
        self._counting = False

    def is_whole(self, batch: bytes) -> bool:
        """Whether a batch that could not be decoded is JSON at all; where it is not, its items come again."""
        if self._counting:
            return True
        try:
            msgspec.json.decode(mended(memoryview(b"[" + batch + b"]")), type=list[msgspec.Raw])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self._buffer[:0] = batch + b","
            self._key = None
            return False
        return True

    def __iter__(self) -> Iterator[bytes]:
        skip, searched = self._start + 1, 0
        buffer = self._buffer
        for piece in self._files.pieces(self._name):
            buffer += piece
            if skip:
                del buffer[:skip]
                skip = 0
            if self._key is None or len(buffer) < searched + BATCH:
                continue
            cut = _cut(buffer, self._key, searched)
            searched = len(buffer) if cut is None else 0
            if cut is not None:
                batch = bytes(memoryview(buffer)[:cut])
                del buffer[: buffer.index(b",", cut - 1) + 1]
                yield batch
        end = _END.search(buffer, max(0, len(buffer) - 4096))
        if end is None:
            raise _damaged(self._files, self._name, "it ends early")
        del buffer[end.start() :]
        if self._key is not None and len(buffer) <= 2 * BATCH:
            batch = bytes(buffer)
            buffer.clear()
            yield batch
        if buffer:  # what brackets must be counted in
            yield from self._counted(buffer)

    def _counted(self, rest: bytearray) -> Iterator[bytes]:
        self._counting = True
        batch: list[bytes] = []
        size = 0
        for item in _split(self._files, self._name, rest):
            batch.append(item)
            size += len(item)
            if size >= BATCH:
                yield b",".join(batch)
                batch, size = [], 0
        yield b",".join(batch)


def _cut(buffer: bytearray, key: bytes, searched: int) -> int | None:
    """Where the last whole item in the buffer ends: after its brace."""
    at = len(buffer)
    while (at := buffer.rfind(key, max(0, searched - len(key)), at)) > 0:
        before = bytes(buffer[max(0, at - 200) : at])
        if match := _BETWEEN.search(before):
            return at - len(before) + match.start() + 1
    return None


def _split(files: Files, name: str, data: bytes | bytearray) -> Iterator[bytes]:
    """The items of `{…}, {…}`, by counting brackets outside strings."""
    depth = begun = 0
    for token in _TOKEN.finditer(data):
        mark = token[0]
        if mark in b"{[":
            if depth == 0:
                begun = token.start()
            depth += 1
        elif mark in b"}]":
            depth -= 1
            if depth == 0:
                yield bytes(data[begun : token.end()])
            elif depth < 0:
                break
        elif mark == b'"':
            break  # a string that is never closed
    if depth != 0:
        raise _damaged(files, name, "a bracket is missing")
