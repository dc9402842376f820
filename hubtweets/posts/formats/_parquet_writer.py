"""Parquet files, written with `datasets`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hubtweets._shared import disk


@contextmanager
def without_bars() -> Iterator[None]:
    """`datasets` draws no progress bars inside: ours say it already."""
    import datasets

    bars = not datasets.are_progress_bars_disabled()
    datasets.disable_progress_bars()
    try:
        yield
    finally:
        if bars:
            datasets.enable_progress_bars()


def write(path: Path, columns: Mapping[str, Sequence[Any]], types: Mapping[str, Any]) -> None:
    """Write the columns, whole or not at all.

    Args:
        path: the file; one that is there is replaced.
        columns: the values by column, of one length.
        types: for each column the name of its type (`string`, `timestamp[us, tz=UTC]`), or a list with that name in it.

    Raises:
        OSError: when it cannot be written.
    """
    import datasets

    features = {
        name: datasets.Value(kind) if isinstance(kind, str) else [datasets.Value(kind[0])]
        for name, kind in types.items()
    }
    with without_bars(), disk.replacing(path) as part:
        datasets.Dataset.from_dict(dict(columns), features=datasets.Features(features)).to_parquet(part)
