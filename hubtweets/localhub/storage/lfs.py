"""The LFS objects of a repo: files named by the SHA-256 of their content.

Each repo has its own, as git-lfs keeps them (`lfs/objects/ab/cd/SHA256` in the git folder): whoever knows a hash of
another repo gets nothing by it, and the bytes go with the repo.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import BinaryIO

from hubtweets._shared.disk import PRIVATE_FILE, PRIVATE_FOLDER
from hubtweets.localhub.storage.errors import InvalidError, ObjectNotFoundError, RepoNotFoundError, TooLargeError

_OID = re.compile(r"[0-9a-f]{64}")
_UPLOAD = re.compile(r"[0-9a-f]{32}")


class Upload:
    """A file being received: hashed while it is written, kept only when it is what was announced."""

    def __init__(self, path: Path, limit: int) -> None:
        self._path = path
        self._file: BinaryIO = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb")
        self._hash = hashlib.sha256()
        self._limit = limit
        self.size = 0

    def write(self, chunk: bytes) -> None:
        """Add bytes.

        Raises:
            TooLargeError: when there are more than were announced.
        """
        self.size += len(chunk)
        if self.size > self._limit:
            raise TooLargeError(f"more than the announced {self._limit} bytes")
        self._file.write(chunk)
        self._hash.update(chunk)

    def hexdigest(self) -> str:
        """The SHA-256 of what was written."""
        return self._hash.hexdigest()

    def keep_as(self, final: Path) -> None:
        """Move the file into place, at once."""
        self._file.close()
        self._path.replace(final)

    def drop(self) -> None:
        """Forget what was received; harmless after `keep_as`."""
        self._file.close()
        self._path.unlink(missing_ok=True)


class LfsStore:
    """Those of the repo in `git_folder`; uploads under way lie in `tmp` and vanish when the store is opened again."""

    def __init__(self, git_folder: Path, tmp: Path) -> None:
        self._objects = git_folder / "lfs" / "objects"
        self._tmp = tmp

    def path(self, oid: str) -> Path:
        """Where the object is or would be.

        Raises:
            InvalidError: when `oid` is not a SHA-256.
        """
        if not _OID.fullmatch(oid):
            raise InvalidError("Invalid LFS oid")
        return self._objects / oid[:2] / oid[2:4] / oid

    def size(self, oid: str) -> int | None:
        """The object's size in bytes, or None where it is not here."""
        try:
            return self.path(oid).stat().st_size
        except FileNotFoundError:
            return None

    def all(self) -> list[Path]:
        """Every object that is here; its name is its id."""
        return [path for path in self._objects.glob("*/*/*") if _OID.fullmatch(path.name)]

    def begin(self, size: int) -> Upload:
        """Start to receive an object of `size` bytes."""
        return Upload(self._tmp / f"lfs-{secrets.token_hex(8)}", size)

    def finish(self, upload: Upload, oid: str, size: int) -> None:
        """Keep what was received.

        Raises:
            InvalidError: when it is not the object that was announced.
            RepoNotFoundError: when the repo was deleted meanwhile.
        """
        if upload.size != size or upload.hexdigest() != oid:
            raise InvalidError(f"the uploaded bytes are not the announced object {oid}")
        final = self.path(oid)
        try:
            for folder in (self._objects.parent, self._objects, final.parent.parent, final.parent):
                folder.mkdir(PRIVATE_FOLDER, exist_ok=True)  # one by one, or a deleted repo would come back empty
            upload.keep_as(final)
        except FileNotFoundError:
            raise RepoNotFoundError from None

    def remove(self, oid: str) -> None:
        """Delete an object."""
        self.path(oid).unlink(missing_ok=True)

    # -- multipart: parts are separate files until they are joined --------------------------------------------------

    def begin_parts(self) -> str:
        """A new multipart upload; returns its id."""
        upload_id = secrets.token_hex(16)
        (self._tmp / f"parts-{upload_id}").mkdir(PRIVATE_FOLDER)
        return upload_id

    def parts_folder(self, upload_id: str) -> Path:
        """Where the parts of an upload lie.

        Raises:
            ObjectNotFoundError: when there is no such upload.
        """
        folder = self._tmp / f"parts-{upload_id}"
        if not _UPLOAD.fullmatch(upload_id) or not folder.is_dir():
            raise ObjectNotFoundError("no such upload")
        return folder

    def join(self, upload_id: str, parts: int, oid: str, size: int) -> None:
        """Join the parts to one object.

        Raises:
            InvalidError: when a part is missing or the whole is not the announced object.
        """
        folder = self.parts_folder(upload_id)
        upload = self.begin(size)
        try:
            for number in range(1, parts + 1):
                part = folder / str(number)
                if not part.is_file():
                    raise InvalidError(f"part {number} was not uploaded")
                with part.open("rb") as file:
                    while chunk := file.read(1 << 20):
                        upload.write(chunk)
            self.finish(upload, oid, size)
        finally:
            upload.drop()
        for part in folder.iterdir():
            part.unlink()
        folder.rmdir()
