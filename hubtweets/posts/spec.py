"""From what a person writes after `--posts` to the source that it means."""

from __future__ import annotations

from pathlib import Path

from hubtweets.errors import SourceSpecError
from hubtweets.posts.files import open_files
from hubtweets.posts.protocol import Ordered, Source


def open_source(spec: str, *, handle: str | None = None, name: str | None = None) -> Ordered:
    """The source that `spec` names; its posts come once each, oldest first.

    Args:
        spec: an X archive (zip, folder or a lone `tweets.js`) or a `.jsonl` table.
        handle: whose posts they are; wins over what the source says, and is needed where it says nothing.
        name: the display name, likewise.

    Raises:
        SourceSpecError: when it names no known source, or nobody says whose posts they are.
        HandleError: when `handle` is not one that the platform would allow.
        PostsError: when the source cannot be opened.
    """
    return Ordered(_open(spec, handle, name))


def _open(spec: str, handle: str | None, name: str | None) -> Source:
    path = Path(spec).expanduser()
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        from hubtweets.posts.tables import Table

        return Table(path, handle=handle, name=name)
    if path.is_dir() or suffix in (".zip", ".js") or path.is_file():
        from hubtweets.posts.x_archive import XArchive

        return XArchive(open_files(path), handle=handle, name=name)
    raise SourceSpecError(
        f"{spec!r} is neither a file nor a source that hubtweets knows.",
        spec=spec,
        hint="Give the path of an X archive (zip, folder or tweets.js) or of a .jsonl file.",
    )
