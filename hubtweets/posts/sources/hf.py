"""`hf:dataset-id[:split]`: a data set of the Hub, or one in a folder, read with the `datasets` library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hubtweets._shared import disk
from hubtweets._shared.progress import Progress
from hubtweets._shared.text import one_line
from hubtweets.errors import MissingExtraError, SourceError, SourceSpecError
from hubtweets.posts.contract import NetworkSource, Row
from hubtweets.posts.formats._parquet_writer import without_bars
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.sources.table import Table


def open_dataset(rest: str, *, handle: str | None, name: str | None, reading: ReadOptions, progress: Progress) -> Table:
    """The table in a data set; see `open_source`."""
    dataset_id, _, split = rest.partition(":")
    if dataset_id and Path(dataset_id).is_dir():
        dataset_id = str(Path(dataset_id).resolve())
    elif "/" not in dataset_id:  # `datasets` takes csv, text and others to mean all such files of the current folder
        raise SourceSpecError(
            f"hf:{rest} is not the id of a data set.",
            spec=f"hf:{rest}",
            hint="Use hf:NAMESPACE/NAME or hf:NAMESPACE/NAME:SPLIT.",
        )
    with progress.task(f"Loading the data set {dataset_id}", unit="posts") as task:
        rows = _load(dataset_id, split or "train")
        task.update(completed=rows.length, total=rows.length)
    source = Table(f"hf:{rest}", rows, handle=handle, name=name, reading=reading)
    source.form = source.form or "a data set of the Hub"
    return source


class _Rows:
    def __init__(self, data: Any) -> None:
        self._data = data
        self.length = len(data)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._data)


def _load(dataset_id: str, split: str) -> _Rows:
    try:
        import datasets
        import yaml
    except ImportError:
        raise MissingExtraError("Reading a data set of the Hub", extra="train") from None
    try:
        with without_bars():
            builder = datasets.load_dataset_builder(dataset_id)
            if (folder := Path(dataset_id).resolve()).is_dir():
                _check_files(folder, builder)
            builder.download_and_prepare()
            data = builder.as_dataset(split=split)
    except ValueError as error:  # an unknown split, or several configurations
        spec = f"hf:{dataset_id}:{split}"
        raise SourceSpecError(
            f"{spec}: {_first_line(error)}", spec=spec, hint="Use hf:NAMESPACE/NAME:SPLIT, with a split that it has."
        ) from None
    except datasets.exceptions.DatasetGenerationError as error:
        raise SourceError(
            f"The files of the data set {dataset_id} cannot be read: {_first_line(error.__cause__ or error)}",
            hint="Download the file with the posts, and give its path.",
        ) from None
    except (datasets.exceptions.DatasetsError, OSError, yaml.YAMLError, TypeError) as error:  # the last two: its README
        raise SourceError(
            f"The data set {dataset_id} cannot be read: {_first_line(error)}",
            hint="Check its name on the Hub, and the network; for a private one, run hf auth login first.",
        ) from None
    # Pictures and sounds are not decoded: nothing here looks at them.
    wanted = [key for key, feature in data.features.items() if not hasattr(feature, "decode_example")]
    return _Rows(data.select_columns(wanted))


def _check_files(folder: Path, builder: Any) -> None:
    """See that all files are in the folder: links, and the names in its README.md, lead anywhere on this machine.

    Of data sets on the Hub, `datasets` sees to that itself.

    Raises:
        SourceError: when one is not.
    """
    for files in (builder.config.data_files or {}).values():
        for file in map(str, files):
            if not disk.is_inside(Path(file), folder):
                raise SourceError(
                    f"The data set {folder} names {one_line(file)[:300]}, a file outside of it. Nothing was read.",
                    hint="Copy the file into the folder, if it belongs there.",
                )


def _first_line(error: BaseException) -> str:
    return one_line(next(filter(None, str(error).splitlines()), type(error).__name__))[:300]


SOURCE = NetworkSource("hf", open_dataset, "hf:NAMESPACE/NAME[:SPLIT]")
