"""Parquet, read with pyarrow."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from hubtweets.errors import MissingExtraError
from hubtweets.posts.contract import Row, TableFormat
from hubtweets.posts.formats._streams import damaged, opened, whole


class ParquetRows:
    """The rows of a Parquet file; see `TableFormat`.

    Raises:
        ArchiveError: when it is damaged.
        MissingExtraError: when pyarrow is not installed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __iter__(self) -> Iterator[Row]:
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ImportError:
            raise MissingExtraError("Reading Parquet", extra="train") from None
        with opened(self.path) as raw:  # says so where there is no file
            is_packed = isinstance(raw, gzip.GzipFile)
        try:
            with pq.ParquetFile(pa.BufferReader(whole(self.path)) if is_packed else self.path) as file:
                for batch in file.iter_batches(batch_size=4096):
                    yield from batch.to_pylist()
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:  # also dates after the year 9999
            raise damaged(self.path, str(error).splitlines()[0].rstrip(".")) from None


FORMAT = TableFormat("Parquet", (".parquet",), ParquetRows)
