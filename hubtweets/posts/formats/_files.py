"""The files of an archive: in a zip or tar, in a folder, or one alone. Nothing is ever unpacked to disk."""

from __future__ import annotations

import gzip
import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, TYPE_CHECKING, cast

from hubtweets._shared import disk
from hubtweets._shared.text import one_line
from hubtweets.errors import ArchiveError, ArchiveTooLargeError
from hubtweets.posts.contract import Files
from hubtweets.posts.formats import _magic

if TYPE_CHECKING:
    import io

FILE_LIMIT = 512 * 2**20
"""Bytes that one file of an archive may have, unpacked. X cuts its own files well below."""

TOTAL_LIMIT = 4 * 2**30
"""Bytes that all the files read from one archive may have together, unpacked."""

HEAD = 4096
PIECE = 2**20
DEPTH = 6
"""Folders inside folders that are looked into; archives have four. Somebody may name their home folder by mistake."""


def open_files(path: Path) -> Files:
    """The archive at `path`: a folder, a zip, a tar, or any other file as an archive of one.

    Raises:
        ArchiveError: when there is nothing there, it cannot be opened, or a name in it points outside.
    """
    if path.is_dir():
        return FolderFiles(path)
    if not path.is_file():
        raise ArchiveError(f"There is no file or folder {path}.", path=path, hint="Check the path.")
    with path.open("rb") as file:
        start = file.read(512)
    if start.startswith(_ZIP_STARTS) or zipfile.is_zipfile(path):  # whatever its name is
        return ZipFiles(path)
    is_named_zip = path.suffix.lower() == ".zip"
    is_tar = start.startswith(b"\x1f\x8b") or start[257:262] == b"ustar"
    if path.name.lower().endswith((".tar.gz", ".tgz", ".tar")) or (is_named_zip and is_tar):
        return TarFiles(path)
    return ZipFiles(path) if is_named_zip else LoneFile(path)


_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
"""What a zip begins with: a file, nothing at all, or the first part of several."""


class _Budget:
    """Counts what has been read from one archive, and stops at the limits."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sizes: dict[str, int] = {}
        self._total = 0

    def spend(self, name: str, size: int, limit: int) -> None:
        self._total += size - self._sizes.get(name, 0)
        self._sizes[name] = size
        total = self._total
        over, most, what = (size, limit, name) if size > limit else (total, TOTAL_LIMIT, "What is read of it")
        if over > most:
            raise ArchiveTooLargeError(
                f"{self._path.name}: {what} has {over:,} bytes unpacked; {most:,} are read at most.",
                path=self._path,
                size=over,
                limit=most,
                hint="Use the archive as it was downloaded. A file this large is not one of its own.",
            )


def _hint(path: Path) -> str | None:
    with path.open("rb") as file:
        start = file.read(64)
    if start.startswith(b"PK\x07\x08") or re.search(r"\.z?\d{2,3}$", path.name):
        return "It is one part of a zip that was split: join them (zip -s 0 PART.zip --out whole.zip), and give that."
    return None if start.startswith((b"PK", b"\x1f\x8b")) else _magic.hint(start)


def _name_of(member: str) -> str:
    """A member's name as archives are searched by: some programs write backslashes, `./` in front, or `//`."""
    return str(PurePosixPath(member.replace("\\", "/")))


def _is_inside(name: str) -> bool:
    path = PureWindowsPath(name)  # knows both slashes, and drives
    return not path.anchor and ".." not in path.parts


def _ambiguous(path: Path, name: str) -> ArchiveError:
    return ArchiveError(
        f"{path.name} has {one_line(name)[:200]} more than once; which of them is meant is not certain.",
        path=path,
        hint="Unpack it, keep the right one, and give the folder; or use the archive as it was downloaded.",
    )


def _outside(path: Path, name: str) -> ArchiveError:
    return ArchiveError(
        f"{path.name} names a file outside itself: {name!r}. It is unsafe, and was not read.",
        path=path,
        hint="Use the archive as it was downloaded, not one that somebody else packed.",
    )


_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class ZipFiles:
    """A zip. Only the two methods of archives as they are downloaded are read: stored and deflated."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._budget = _Budget(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise ArchiveError(
                f"{path} is no zip, or only the beginning of one: {error}.",
                path=path,
                hint=_hint(path) or "Download the archive again; a broken download is the usual cause.",
            ) from None
        for info in self._zip.infolist():
            if not _is_inside(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
                raise _outside(path, info.filename)
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._ambiguous: set[str] = set()
        for info in self._zip.infolist():
            if info.is_dir():
                continue
            first = self._members.setdefault(name := _name_of(info.filename), info)
            if (first.CRC, first.file_size) != (info.CRC, info.file_size):
                self._ambiguous.add(name)

    def names(self) -> list[str]:
        """See `Files`."""
        return list(self._members)

    def pieces(self, name: str, limit: int = FILE_LIMIT) -> Iterator[bytes]:
        """See `Files`."""
        info = self._checked(name, limit)
        left = info.file_size
        try:
            with self._zip.open(info) as file:
                while piece := file.read(PIECE):  # no byte past the stated size; at the end the checksum is compared
                    left -= len(piece)
                    yield piece
        except _ZIP_ERRORS as error:
            raise self._damaged(info, error) from None
        if left > 0:
            raise self._damaged(info, "it ends early")

    def read(self, name: str, limit: int = FILE_LIMIT) -> bytes | bytearray:
        """See `Files`. Reads no byte past the size that the zip states, which is checked first."""
        data = bytearray()
        for piece in self.pieces(name, limit):
            data += piece
        return data

    def head(self, name: str) -> bytes:
        """See `Files`."""
        info = self._checked(name, FILE_LIMIT)
        try:
            with self._zip.open(info) as file:
                return file.read(min(HEAD, info.file_size))
        except _ZIP_ERRORS as error:
            raise self._damaged(info, error) from None

    def _checked(self, name: str, limit: int) -> zipfile.ZipInfo:
        info = self._members[name]
        if name in self._ambiguous:
            raise _ambiguous(self.path, name)
        self._budget.spend(name, info.file_size, limit)
        is_locked = info.flag_bits & 1
        if is_locked or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            how = "encrypted" if is_locked else "packed in an unusual way"
            raise ArchiveError(
                f"{info.filename} in {self.path.name} is {how}.",
                path=self.path,
                hint=f"Unpack it{' with its password' if is_locked else ''}, and give the folder.",
            )
        return info

    def _damaged(self, info: zipfile.ZipInfo, why: object) -> ArchiveError:
        return ArchiveError(
            f"{info.filename} in {self.path.name} is damaged: {why}.",
            path=self.path,
            hint="Download the archive again.",
        )


_TAR_ERRORS = (tarfile.TarError, zlib.error, EOFError, OSError, ValueError)


class _SmallReads:
    """A file for `tarfile`, which would read a name or another header of any stated size into memory at once."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int) -> bytes:
        if size > PIECE:
            raise tarfile.ReadError(f"a header states {size:,} bytes")
        return self._file.read(size)


class TarFiles:
    """A tar, gzipped or not, as Mastodon wrote its exports for years. Only plain files in it are seen."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._budget = _Budget(path)
        self._members: dict[str, tarfile.TarInfo] = {}
        self._repeated: set[str] = set()
        try:
            with path.open("rb") as file:
                gzipped = file.read(2) == b"\x1f\x8b"
            self._file = cast("IO[bytes]", gzip.open(path)) if gzipped else path.open("rb")  # noqa: SIM115
            self._tar = tarfile.TarFile(fileobj=cast("IO[bytes]", _SmallReads(self._file)))
            members = self._tar.getmembers()
        except _TAR_ERRORS as error:
            raise ArchiveError(
                f"{path} is no tar, or only the beginning of one: {error}.",
                path=path,
                hint=_hint(path) or "Download the export again; a broken download is the usual cause.",
            ) from None
        for member in members:
            if not _is_inside(member.name):
                raise _outside(path, member.name)
            name = _name_of(member.name)
            if member.isfile() and self._members.setdefault(name, member) is not member:
                self._repeated.add(name)

    def names(self) -> list[str]:
        """See `Files`."""
        return list(self._members)

    def head(self, name: str) -> bytes:
        """See `Files`."""
        return bytes(self._unpack(name, FILE_LIMIT, HEAD))

    def read(self, name: str, limit: int = FILE_LIMIT) -> bytes | bytearray:
        """See `Files`."""
        return self._unpack(name, limit, limit)

    def pieces(self, name: str, limit: int = FILE_LIMIT) -> Iterator[bytes]:
        """See `Files`."""
        member = self._checked(name, limit)
        try:
            with cast("io.BufferedIOBase", self._tar.extractfile(member)) as file:
                while piece := file.read(PIECE):
                    yield piece
        except _TAR_ERRORS as error:
            raise self._damaged(name, error) from None

    def _damaged(self, name: str, why: object) -> ArchiveError:
        return ArchiveError(
            f"{name} in {self.path.name} is damaged: {why}.", path=self.path, hint="Download the export again."
        )

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()

    def _checked(self, name: str, limit: int) -> tarfile.TarInfo:
        if name in self._repeated:  # a tar has no checksums by which two could be told to be the same
            raise _ambiguous(self.path, name)
        member = self._members[name]
        self._budget.spend(name, member.size, limit)
        return member

    def _unpack(self, name: str, limit: int, size: int) -> bytearray:
        member = self._checked(name, limit)
        data = bytearray(min(size, member.size))
        view, read = memoryview(data), 0
        try:
            with cast("io.BufferedIOBase", self._tar.extractfile(member)) as file:
                while got := file.readinto(view[read : read + PIECE]):
                    read += got
        except _TAR_ERRORS as error:
            raise self._damaged(name, error) from None
        return data


class FolderFiles:
    """An unpacked archive. Links that lead out of it are refused when read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._budget = _Budget(path)

    def names(self) -> list[str]:
        """See `Files`."""
        found = []
        for folder, inside, files in os.walk(self.path):
            here = Path(folder).relative_to(self.path)
            found += [(here / file).as_posix() for file in files]
            if len(here.parts) >= DEPTH:
                inside.clear()
        return sorted(found)

    def _file(self, name: str) -> Path:
        file = self.path / name
        if not disk.is_inside(file, self.path):
            raise ArchiveError(
                f"{file} is a link to a file outside {self.path}. It is unsafe, and was not read.",
                path=self.path,
                hint="Replace the link by the file itself.",
            )
        return file

    def head(self, name: str) -> bytes:
        """See `Files`."""
        file = self._file(name)
        self._budget.spend(name, file.stat().st_size, FILE_LIMIT)
        with file.open("rb") as opened:
            return opened.read(HEAD)

    def read(self, name: str, limit: int = FILE_LIMIT) -> bytes | bytearray:
        """See `Files`."""
        file = self._file(name)
        self._budget.spend(name, file.stat().st_size, limit)
        return file.read_bytes()

    def pieces(self, name: str, limit: int = FILE_LIMIT) -> Iterator[bytes]:
        """See `Files`."""
        file = self._file(name)
        self._budget.spend(name, file.stat().st_size, limit)
        yield from _pieces(file)


class LoneFile:
    """One file of an archive, without the others."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._budget = _Budget(path)

    def names(self) -> list[str]:
        """See `Files`."""
        return [self.path.name]

    def head(self, name: str) -> bytes:
        """See `Files`."""
        self._budget.spend(name, self.path.stat().st_size, FILE_LIMIT)
        with self.path.open("rb") as file:
            return file.read(HEAD)

    def read(self, name: str, limit: int = FILE_LIMIT) -> bytes | bytearray:
        """See `Files`."""
        self._budget.spend(name, self.path.stat().st_size, limit)
        return self.path.read_bytes()

    def pieces(self, name: str, limit: int = FILE_LIMIT) -> Iterator[bytes]:
        """See `Files`."""
        self._budget.spend(name, self.path.stat().st_size, limit)
        yield from _pieces(self.path)


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            yield piece
