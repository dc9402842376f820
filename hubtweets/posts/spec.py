"""From what a person writes after `--posts` to the source that it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path, PurePosixPath

from hubtweets.errors import SourceSpecError
from hubtweets.posts.contract import OrderedSource, Source
from hubtweets.posts.formats._files import open_files
from hubtweets.posts.options import DEFAULT_OPTIONS, ReadOptions
from hubtweets.progress import SILENT, Progress

GROUP = "hubtweets.sources"
"""The entry point group in which other packages offer sources: `name` is the word before the colon of a SPEC, the value
a function `open(rest, *, handle, name, reading, progress) -> Source`."""

BUILT_IN = {
    "x": ("x", "open_x"),
    "bluesky": ("bluesky", "open_bluesky"),
    "mastodon": ("mastodon", "open_mastodon"),
    "hf": ("hf", "open_dataset"),
}
"""Word before the colon -> module of `sources/` and function: the same kind of function as in the group."""

Opener = Callable[..., Source]


def open_source(
    spec: str,
    *,
    handle: str | None = None,
    name: str | None = None,
    reading: ReadOptions = DEFAULT_OPTIONS,
    progress: Progress = SILENT,
) -> OrderedSource:
    """The source that `spec` names; its posts come once each, oldest first.

    Args:
        spec: an X archive (zip, folder or a lone `tweets.js`); a Mastodon export (zip, tar.gz or folder); a table
            (`.csv`, `.tsv`, `.json`, `.jsonl`, `.parquet`); `hf:dataset-id[:split]`; `x:handle`; `bluesky:handle`;
            `mastodon:user@server`; or `NAME:…` of an installed source.
        handle: whose posts they are; wins over what the source says, and is needed where it says nothing.
        name: the display name, likewise.
        reading: how it is read.
        progress: where a source on the network reports how far it is.

    Raises:
        SourceSpecError: when it names no known source, or nobody says whose posts they are.
        HandleError: when `handle` is not one that the platform would allow.
        MissingExtraError: when the source needs a library that is not installed.
        PostsError: when the source cannot be opened.
    """
    word, colon, rest = spec.partition(":")
    # Another single letter is a Windows drive; and files may have a colon in their names.
    if colon and (len(word) > 1 or word in BUILT_IN) and not Path(spec).exists():
        opener = _opener(word, spec)
        return OrderedSource(opener(rest, handle=handle, name=name, reading=reading, progress=progress))
    return OrderedSource(_open_file(spec, handle, name, reading))


def _opener(word: str, spec: str) -> Opener:
    if word in BUILT_IN:
        module, function = BUILT_IN[word]
        built_in: Opener = getattr(import_module(f"hubtweets.posts.sources.{module}"), function)
        return built_in
    found = next(iter(entry_points(group=GROUP, name=word)), None)
    if found is None:
        raise SourceSpecError(
            f"{spec!r}: no source is called {word!r}.",
            spec=spec,
            hint="Sources on the network are x:, bluesky:, mastodon: and hf:. For a file, give its path.",
        )
    opener: Opener = found.load()
    return opener


def _open_file(spec: str, handle: str | None, name: str | None, reading: ReadOptions) -> Source:
    from hubtweets.posts.formats.rows import SUFFIXES, Rows

    if not spec.strip():
        raise SourceSpecError("No source is named.", spec=spec, hint="Give the path of an archive, for example.")
    path = Path(spec).expanduser()
    path = path if path.name else path.resolve()  # `.` has no name to tell people
    if path.suffix.lower() in SUFFIXES:
        from hubtweets.posts.sources.table import Table

        return Table(path.name, Rows(path), columns=reading.columns, handle=handle, name=name)
    if not path.exists() and not re.search(r"[/\\]|\.(zip|js|tar\.gz|tgz)$", spec):
        raise SourceSpecError(
            f"{spec!r} is neither a file nor a source that hubtweets knows.",
            spec=spec,
            hint="Give the path of an X archive, a Mastodon export or a table, or a source such as bluesky:HANDLE.",
        )
    files = open_files(path)
    actor = next((name for name in files.names() if PurePosixPath(name).name == "actor.json"), None)
    if actor is not None:
        from hubtweets.posts.sources.mastodon_export import MastodonExport

        return MastodonExport(files, actor, handle=handle, name=name)
    from hubtweets.posts.sources.x_archive import XArchive

    return XArchive(files, handle=handle, name=name)
