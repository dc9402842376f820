"""One bare git repository: what its revisions hold, and how a commit is added to it."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import pygit2
from pygit2.enums import FileMode, ObjectType, RepositoryOpenFlag, SortMode

from hubtweets.localhub.storage.errors import EntryNotFoundError, InvalidPathError, RevisionNotFoundError
from hubtweets.localhub.storage.patterns import sending_to_lfs

MAIN = "refs/heads/main"
POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1\noid sha256:([0-9a-f]{64})\nsize (\d+)\n\Z")
_POINTER_MAX = 200
_SHA = re.compile(r"[0-9a-f]{7,40}")
_NAMED = re.compile(r"refs/(?:pr|convert|heads|tags)/.+")


class Lfs(NamedTuple):
    """What a pointer file points to; sizes in bytes."""

    oid: str
    size: int
    pointer_size: int


class Entry(NamedTuple):
    """A file or folder of a tree. `size` is the content's, also for an LFS file; 0 for a folder."""

    path: str
    is_folder: bool
    oid: str
    size: int
    lfs: Lfs | None


class Change(NamedTuple):
    """One path of a commit: new content (`blob`), or None to delete.

    `is_folder` deletes everything below; `is_lfs` says that the blob is a pointer."""

    path: str
    blob: pygit2.Oid | None
    is_folder: bool = False
    is_lfs: bool = False


class Author(NamedTuple):
    """Who commits."""

    name: str
    email: str

    @classmethod
    def of(cls, name: str) -> Author:
        """A user of this Hub, or `[OIDC]`."""
        return cls(name, f"{name.strip('[]').lower()}@users.noreply.localhost")


def pointer(oid: str, size: int) -> bytes:
    """The pointer file of an LFS object (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md)."""
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {size}\n".encode()


def isodate(seconds: float) -> str:
    """A point in time as the Hub writes it."""
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


class GitRepo:
    """Opening one costs microseconds, so each request opens its own: libgit2's are not for several threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.git = pygit2.Repository(str(path), RepositoryOpenFlag.BARE | RepositoryOpenFlag.NO_SEARCH)

    @staticmethod
    def create(path: Path) -> GitRepo:
        """A new, empty repository; only the files that git asks for, since there may be ten thousand."""
        for folder in ("objects", "refs/heads"):
            (path / folder).mkdir(parents=True)
        (path / "HEAD").write_text("ref: refs/heads/main\n")
        (path / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n")
        return GitRepo(path)

    # -- revisions -------------------------------------------------------------------------------------------------

    def ref_of(self, revision: str) -> str | None:
        """The full name of the ref that `revision` names: a branch first, then a tag, then a full ref; HEAD is main."""
        if revision == "HEAD":
            revision = MAIN
        names = [f"refs/heads/{revision}", f"refs/tags/{revision}"]
        if _NAMED.fullmatch(revision):
            names.append(revision)
        try:
            return next((name for name in names if self.git.references.get(name) is not None), None)
        except ValueError:  # a name that git would not allow
            return None

    def resolve(self, revision: str) -> pygit2.Commit:
        """The commit of a branch, tag, ref or (short) commit id.

        Raises:
            RevisionNotFoundError: when there is none.
        """
        name = self.ref_of(revision)
        if name is not None:
            found: pygit2.Commit = self.git.references[name].peel(pygit2.Commit)
            return found
        if _SHA.fullmatch(revision):
            with contextlib.suppress(KeyError, ValueError, pygit2.GitError):
                return self.git[revision].peel(pygit2.Commit)
        raise RevisionNotFoundError(revision)

    def commit(self, oid: pygit2.Oid) -> pygit2.Commit:
        """The commit of an id that is known to be one."""
        return self.git[oid].peel(pygit2.Commit)

    def head(self, name: str) -> pygit2.Oid | None:
        """The commit that a full ref name points to, or None."""
        ref = self.git.references.get(name)
        return None if ref is None else ref.peel(pygit2.Commit).id

    def set_ref(self, name: str, target: pygit2.Oid) -> None:
        """Create or move a ref; the write is atomic."""
        self.git.references.create(name, target, force=True)

    def delete_ref(self, name: str) -> None:
        """Delete a ref that exists."""
        self.git.references.delete(name)

    def refs(self, prefix: str) -> list[tuple[str, str]]:
        """(Full name, commit) of every ref under `prefix`, by name."""
        names = sorted(name for name in self.git.references if name.startswith(prefix))
        return [(name, str(self.git.references[name].peel(pygit2.Commit).id)) for name in names]

    # -- reading ---------------------------------------------------------------------------------------------------

    def _entry(self, path: str, item: pygit2.Object) -> Entry:
        if isinstance(item, pygit2.Tree):
            return Entry(path, True, str(item.id), 0, None)
        blob = cast("pygit2.Blob", item)
        size = blob.size
        lfs = None
        if size <= _POINTER_MAX and (match := POINTER.match(blob.data)):
            lfs = Lfs(match[1].decode(), int(match[2]), size)
        return Entry(path, False, str(item.id), lfs.size if lfs else size, lfs)

    def entries(self, commit: pygit2.Commit, folder: str = "", *, recursive: bool = False) -> Iterator[Entry]:
        """What is in `folder`, in git's order; with `recursive` each folder is followed by what is in it.

        Raises:
            EntryNotFoundError: when there is no such folder.
        """
        tree = commit.tree
        if folder:
            item = self.find(commit, folder)
            if not isinstance(item, pygit2.Tree):
                raise EntryNotFoundError(folder)
            tree = item
        yield from self._walk(tree, f"{folder}/" if folder else "", recursive)

    def _walk(self, tree: pygit2.Tree, prefix: str, recursive: bool) -> Iterator[Entry]:
        for item in tree:
            entry = self._entry(f"{prefix}{item.name}", item)
            yield entry
            if recursive and isinstance(item, pygit2.Tree):
                yield from self._walk(item, f"{entry.path}/", True)

    def files(self, commit: pygit2.Commit) -> Iterator[tuple[str, str]]:
        """(Path, blob id) of every file."""
        pending = [("", commit.tree)]
        while pending:
            prefix, tree = pending.pop()
            for item in tree:
                if isinstance(item, pygit2.Tree):
                    pending.append((f"{prefix}{item.name}/", item))
                else:
                    yield f"{prefix}{item.name}", str(item.id)

    def find(self, commit: pygit2.Commit, path: str) -> pygit2.Object | None:
        """The blob or tree at `path`, or None."""
        try:
            return commit.tree[path]
        except (KeyError, ValueError):
            return None

    def entry(self, commit: pygit2.Commit, path: str) -> Entry | None:
        """What is at `path`, or None."""
        item = self.find(commit, path) if path else None
        return None if item is None else self._entry(path, item)

    def read(self, oid: str) -> bytes:
        """The bytes of a blob."""
        return bytes(self.git.odb.read(pygit2.Oid(hex=oid))[1])

    def read_path(self, commit: pygit2.Commit, path: str) -> bytes | None:
        """The bytes of the regular file at `path`, or None."""
        item = self.find(commit, path)
        return item.data if isinstance(item, pygit2.Blob) else None

    def log(self, start: pygit2.Commit) -> Iterator[pygit2.Commit]:
        """The commits that lead to `start`, newest first."""
        yield from self.git.walk(start.id, SortMode.TOPOLOGICAL | SortMode.TIME)

    def last_commits(self, start: pygit2.Commit, paths: Iterable[str]) -> dict[str, pygit2.Commit]:
        """For each path, the newest commit that changed it."""
        pending = set(paths)
        found: dict[str, pygit2.Commit] = {}
        for commit in self.log(start):
            if not pending:
                break
            for path in list(pending):
                here = self.find(commit, path)
                if here is None:
                    continue
                befores = [self.find(parent, path) for parent in commit.parents]
                if all(before is None or before.id != here.id for before in befores):
                    found[path] = commit
                    pending.discard(path)
        return found

    # -- writing ---------------------------------------------------------------------------------------------------

    def add_blob(self, content: bytes) -> pygit2.Oid:
        """Store a file's bytes; unreachable, and so invisible, until a commit names it."""
        return self.git.create_blob(content)

    def tree_with(self, base: pygit2.Commit | None, changes: Sequence[Change]) -> pygit2.Oid:
        """The tree of `base` after the changes, in their order; its .gitattributes sends their LFS files to LFS.

        Raises:
            EntryNotFoundError: for a deletion of what is not there.
            InvalidPathError: for a name that git does not allow.
        """
        index = pygit2.Index()
        if base is not None:
            index.read_tree(base.tree)
        for change in changes:
            inside = f"{change.path.strip('/')}/"
            if change.blob is not None:
                try:
                    index.add(pygit2.IndexEntry(change.path, change.blob, FileMode.BLOB))
                except pygit2.GitError:
                    raise InvalidPathError(change.path) from None
            elif not change.is_folder and change.path in index:
                index.remove(change.path)
            else:  # a folder, said so or not: the Hub takes both
                below = [entry.path for entry in index if entry.path.startswith(inside)]
                if not below:
                    raise EntryNotFoundError(f'A file or folder with the name "{change.path}"')
                for path in below:
                    index.remove(path)
        self._send_to_lfs(index, changes)
        return index.write_tree(self.git)

    def _send_to_lfs(self, index: pygit2.Index, changes: Sequence[Change]) -> None:
        """Add to .gitattributes what git needs to know of the LFS files: without it a clone is left with pointers."""
        name = ".gitattributes"
        paths = [
            change.path
            for change in changes
            if change.is_lfs and change.path in index and index[change.path].id == change.blob
        ]
        if not paths:
            return
        old = self.read(str(index[name].id)) if name in index else b""
        new = sending_to_lfs(old, paths)
        if new == old or POINTER.match(old) or any(entry.path.startswith(f"{name}/") for entry in index):
            return  # nothing to add, or no place: git reads no .gitattributes that is an LFS file or a folder
        index.add(pygit2.IndexEntry(name, self.add_blob(new), FileMode.BLOB))

    def annotate(self, tag: str, target: pygit2.Oid, author: Author, message: str, *, when: float) -> None:
        """An annotated tag on a commit."""
        signature = pygit2.Signature(author.name, author.email, int(when), 0)
        self.git.create_tag(tag, target, ObjectType.COMMIT, signature, message)

    def add_commit(
        self, tree: pygit2.Oid, parents: list[pygit2.Oid], author: Author, message: str, *, when: float
    ) -> pygit2.Oid:
        """Store a commit; nothing changes for anybody until a ref points to it."""
        signature = pygit2.Signature(author.name, author.email, int(when), 0)
        return self.git.create_commit(None, signature, signature, message, tree, parents)
