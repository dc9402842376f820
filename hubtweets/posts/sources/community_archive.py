"""The Community Archive's form of an X archive: one JSON object with the lists that an archive has as files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from hubtweets.posts.contract import ArchiveFormat, Files
from hubtweets.posts.formats._files import FILE_LIMIT, HEAD, LoneFile
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.sources.x_archive import Unit, XArchive

_LISTS = frozenset(("account", "community-tweet", "twitter-circle-tweet", "deleted-tweets", "protected-history"))
"""What tells such a file from rows alone: whose they are, or which of them are not for everybody."""
_CAPITAL = re.compile("(?<=[a-z])(?=[A-Z])")


class _Members:
    """The lists of the object, as the files that they were; see `Files`."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._members = {
            f"data/{_CAPITAL.sub('-', key).lower()}.js": value
            for key, value in msgspec.json.decode(data, type=dict[str, msgspec.Raw]).items()
        }

    def names(self) -> list[str]:
        """See `Files`."""
        return list(self._members)

    def head(self, name: str) -> bytes:
        """See `Files`."""
        return bytes(memoryview(self._members[name])[:HEAD])

    def read(self, name: str, limit: int = FILE_LIMIT) -> bytes:
        """See `Files`."""
        return bytes(self._members[name])

    def pieces(self, name: str, limit: int = FILE_LIMIT) -> Iterator[bytes]:
        """See `Files`."""
        yield bytes(self._members[name])


def _find(files: Files) -> list[str]:
    if not isinstance(files, LoneFile) or not files.path.name.lower().endswith(".json"):
        return []
    (name,) = files.names()
    if not files.head(name).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return []
    try:
        members = msgspec.json.decode(files.read(name), type=dict[str, msgspec.Raw])
        if not any(_CAPITAL.sub("-", key).lower() in _LISTS for key in members):
            return []
        rows = msgspec.json.decode(members["tweets"], type=list[dict[str, msgspec.Raw]])[:1]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, KeyError):
        return []
    return [name] if all("tweet" in row for row in rows) else []


def _open(
    files: Files, found: Sequence[str], *, handle: str | None, name: str | None, reading: ReadOptions
) -> XArchive:
    members = _Members(files.path, bytes(files.read(found[0])))
    archive = XArchive(members, [Unit("data", ("data/tweets.js",))], handle=handle, name=name, looking=reading.looking)
    archive.form = "a Community Archive file"
    return archive


SOURCE = ArchiveFormat("Community Archive", _find, _open, rank=20)
