"""A corpus as a Parquet file, for `datasets` and everything else that reads it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from hubtweets.errors import MissingExtraError, OutputFolderError, UsageError
from hubtweets.posts.corpus import Corpus
from hubtweets.posts.formats import _parquet_writer as parquet

TYPES = {
    "id": "string",
    "created_at": "timestamp[us, tz=UTC]",
    "kind": "string",
    "language": "string",
    "text": "string",
}


def check_export(path: Path, spec: str) -> None:
    """To be called before the posts of `spec` are read, which may take long or cost money.

    Raises:
        UsageError: when the name does not end in `.parquet`, or is that of the source itself.
        OutputFolderError: when its folder is not there.
        MissingExtraError: when `datasets` is not installed.
    """
    if path.suffix.lower() != ".parquet":
        raise UsageError(f"{path} is not the name of a Parquet file.", hint=f"Use {path.with_suffix('.parquet')}.")
    if not path.parent.is_dir():
        raise OutputFolderError(
            f"{path} cannot be written: there is no folder {path.parent}.", path=path, hint="Make it first."
        )
    if path.exists() and Path(spec).exists() and path.samefile(spec):
        raise UsageError(f"{path} is the source itself; it would be replaced.", hint="Choose another name.")
    if importlib.util.find_spec("datasets") is None:
        raise MissingExtraError("Writing Parquet", extra="train")


def export_corpus(corpus: Corpus, path: Path) -> None:
    """Write the kept posts: `id`, `created_at` (UTC), `kind`, `language` and `text`, cleaned as for training.

    The file can be read again as a source. It is there as a whole or not at all.

    Raises:
        OutputFolderError: when it cannot be written.
    """
    columns = {name: [getattr(post, name) for post in corpus.posts] for name in TYPES} | {"text": list(corpus.texts)}
    try:
        parquet.write(path, columns, TYPES)
    except OSError as error:
        raise OutputFolderError(
            f"{path} cannot be written: {error.strerror or error}.", path=path, hint="Choose another place."
        ) from None
