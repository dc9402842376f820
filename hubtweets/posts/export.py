"""A corpus as a Parquet file, for `datasets` and everything else that reads it."""

from __future__ import annotations

from pathlib import Path

from hubtweets.errors import MissingExtraError, OutputFolderError, UsageError
from hubtweets.posts.corpus import Corpus


def export_corpus(corpus: Corpus, path: Path) -> None:
    """Write the kept posts: `id`, `created_at` (UTC), `kind`, `language` and `text`, cleaned as for training.

    The file can be read again as a source.

    Raises:
        UsageError: when the name does not end in `.parquet`.
        OutputFolderError: when it cannot be written.
        MissingExtraError: when `datasets` is not installed.
    """
    if path.suffix.lower() != ".parquet":
        raise UsageError(f"{path} is not the name of a Parquet file.", hint=f"Use {path.with_suffix('.parquet')}.")
    try:
        import datasets
    except ImportError:
        raise MissingExtraError("Writing Parquet", extra="train") from None
    text = datasets.Value("string")
    features = datasets.Features(
        {
            "id": text,
            "created_at": datasets.Value("timestamp[us, tz=UTC]"),
            "kind": text,
            "language": text,
            "text": text,
        }
    )
    columns = {name: [getattr(post, name) for post in corpus.posts] for name in features} | {"text": corpus.texts}
    bars = not datasets.are_progress_bars_disabled()
    datasets.disable_progress_bars()
    try:
        datasets.Dataset.from_dict(columns, features=features).to_parquet(path)
    except OSError as error:
        raise OutputFolderError(
            f"{path} cannot be written: {error.strerror or error}.", path=path, hint="Choose another place."
        ) from None
    finally:
        if bars:
            datasets.enable_progress_bars()
