"""The whole way from what a person writes after `--posts` to the posts that are kept."""

from __future__ import annotations

from pathlib import Path

from hubtweets._shared.progress import IN_PYTHON, Progress
from hubtweets.posts.corpus import MINIMUM, Corpus, read_corpus
from hubtweets.posts.filters import NONE, Filters
from hubtweets.posts.identity import check_own
from hubtweets.posts.options import DEFAULT_OPTIONS, ReadOptions
from hubtweets.posts.spec import open_source


def read_posts(
    spec: str | Path,
    *,
    handle: str | None = None,
    name: str | None = None,
    filters: Filters = NONE,
    reading: ReadOptions = DEFAULT_OPTIONS,
    minimum: int = MINIMUM,
    progress: Progress = IN_PYTHON,
) -> Corpus:
    """Read an account's posts, and count and clean them as for training; trains nothing.

    Args:
        spec: where they come from; see `open_source`.
        handle: whose posts they are, where the source does not say or holds several accounts.
        name: the display name, likewise.
        filters: which posts to leave out.
        reading: how the source is read; `since_id` reads only what is newer.
        minimum: characters of kept text under which there is an error.
        progress: where reading reports how far it is, and what is worth telling.

    Returns:
        The corpus: `account` with its counts, `texts`, the posts they come from, and what was left out and why.

    Raises:
        SourceSpecError: when `spec` names no known source.
        WhosePostsError: when it is not certain whose posts they are.
        HandleError: when the handle is not one that the platform would allow, or the source says another.
        TooLittleTextError: under `minimum` characters of kept text.
        MissingExtraError: when the source needs a library that is not installed.
        PostsError: when the source cannot be read, or holds no posts.
    """
    source = open_source(spec, handle=handle, name=name, reading=reading, progress=progress)
    if handle and not reading.rename:
        check_own(str(spec), source.own_handle, handle.strip().removeprefix("@"))
    return read_corpus(source, progress, filters=filters, minimum=minimum)
