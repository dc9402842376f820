"""The rows of a table file, whatever its format; each row is a dict, with the file's own names."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

import msgspec

from hubtweets.errors import ArchiveError, ArchiveTooLargeError, MissingExtraError
from hubtweets.posts.formats._archive_json import without_lone_halves
from hubtweets.posts.formats._encodings import UNDECODED, detect
from hubtweets.posts.formats._files import FILE_LIMIT

LINE_LIMIT = 16 * 2**20
"""Characters that one line may have."""

Row = dict[str, Any]

T = TypeVar("T")

SUFFIXES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".parquet")


class Rows:
    """Iterates over a table's rows; afterwards `trouble` counts what could not be used, by what is wrong with it.

    Raises:
        ArchiveError: when the file is damaged or not of the format that its name says.
        ArchiveTooLargeError: when a JSON file, which is read at once, or a line is larger than the limit.
        MissingExtraError: when Parquet is asked for and pyarrow is not installed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trouble: Counter[str] = Counter()
        if not path.is_file():
            raise ArchiveError(f"There is no file {path}.", path=path, hint="Check the path.")
        suffix = path.suffix.lower()
        readers = {".csv": self._csv, ".tsv": self._csv, ".json": self._json, ".parquet": self._parquet}
        self._read = readers.get(suffix, self._jsonl)

    def __iter__(self) -> Iterator[Row]:
        return self._read()

    def _damaged(self, why: object, line: int | None = None) -> ArchiveError:
        where = f"{self.path.name}, line {line}" if line else self.path.name
        return ArchiveError(f"{where} cannot be read: {why}.", path=self.path, hint="Save or download the table again.")

    def _too_large(self, what: str, size: int, limit: int) -> ArchiveTooLargeError:
        return ArchiveTooLargeError(
            f"{self.path.name}: {what} has {size:,} bytes or more; {limit:,} are read at most.",
            path=self.path,
            size=size,
            limit=limit,
            hint="Save the table as JSON Lines or Parquet, which are read piece by piece.",
        )

    # -- CSV and TSV ---------------------------------------------------------------------------------------------------

    def _csv(self) -> Iterator[Row]:
        with self.path.open(encoding=detect(self.path), errors="surrogateescape", newline="") as file:
            try:
                yield from self._cells(file)
            except UnicodeDecodeError as error:  # of UTF-16; single bytes of the others are escaped
                raise self._damaged(error) from None

    def _cells(self, file: IO[str]) -> Iterator[Row]:
        head = self._line(file)
        delimiter = "\t" if self.path.suffix.lower() == ".tsv" else max(",;\t|", key=head.count)
        file.seek(0)
        reader = csv.reader(self._lines(file), delimiter=delimiter)
        try:
            names = next(reader, None)
            if not names or not any(name.strip() for name in names):
                raise self._damaged("it is empty")
            for cells in reader:
                if any(cells[len(names) :]):
                    self.trouble["rows have more cells than columns; those beyond the last are not used"] += 1
                if cells:
                    yield dict(zip(names, map(self._decoded, cells), strict=False))
        except csv.Error as error:
            raise self._damaged(error, reader.line_num) from None

    def _line(self, file: IO[str]) -> str:
        line = file.readline(LINE_LIMIT)
        if len(line) >= LINE_LIMIT:
            raise self._too_large("a line", LINE_LIMIT, LINE_LIMIT)
        return line

    def _lines(self, file: IO[str]) -> Iterator[str]:
        while line := self._line(file):
            yield line

    def _decoded(self, cell: str) -> str:
        if cell.isascii():
            return cell
        text, count = UNDECODED.subn("\ufffd", cell)
        if count:
            self.trouble["bytes are in no known encoding; each is shown as \ufffd"] += count
        return text

    # -- JSON ----------------------------------------------------------------------------------------------------------

    def _jsonl(self) -> Iterator[Row]:
        decoder = msgspec.json.Decoder(dict[str, Any])
        with self.path.open("rb") as file:
            number = 0
            while line := file.readline(LINE_LIMIT):
                number += 1
                if len(line) >= LINE_LIMIT:
                    raise self._too_large("a line", LINE_LIMIT, LINE_LIMIT)
                if line.strip():
                    yield self._parsed(decoder, line, number)

    def _parsed(self, decoder: msgspec.json.Decoder[T], data: bytes, line: int | None = None) -> T:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            return decoder.decode(data)
        except UnicodeDecodeError:
            mended = self._decoded(data.decode("utf-8", "surrogateescape")).encode()
        except (msgspec.DecodeError, RecursionError) as error:
            mended = without_lone_halves(data)
            if mended == data:
                raise self._damaged(error, line) from None
        return self._parsed(decoder, mended, line)

    def _json(self) -> Iterator[Row]:
        size = self.path.stat().st_size
        if size > FILE_LIMIT:
            raise self._too_large("it", size, FILE_LIMIT)
        data = self._parsed(msgspec.json.Decoder(), self.path.read_bytes())
        if isinstance(data, dict):  # {"tweets": […]}, as many tools wrap it; beside it there may be {"errors": []}
            data = max(filter(_is_rows, data.values()), key=len, default=None)
        if not _is_rows(data):
            raise self._damaged("it is JSON, but not a list of objects")
        yield from data

    # -- Parquet -------------------------------------------------------------------------------------------------------

    def _parquet(self) -> Iterator[Row]:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError:
            raise MissingExtraError("Reading Parquet", extra="train") from None
        try:
            with pq.ParquetFile(self.path) as file:
                for batch in file.iter_batches(batch_size=4096):
                    yield from batch.to_pylist()
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:  # also dates after the year 9999
            raise self._damaged(str(error).splitlines()[0].rstrip(".")) from None


def _is_rows(data: Any) -> bool:
    return isinstance(data, list) and all(isinstance(row, dict) for row in data)
