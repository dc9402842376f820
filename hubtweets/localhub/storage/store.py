"""The folder of a local Hub: repositories, and the index that lists them.

DIR/accounts.json               users and tokens (mode 0600)
DIR/index.sqlite3               the listing index; delete it and it is made again
DIR/repos/models/ns/name.git    a bare git repository, with hub.json (settings), discussions/ and lfs/objects/ inside
DIR/tmp                         what is under way; emptied when the store is opened
DIR/lock                        held by the process that serves the folder
DIR/server.json                 where it is served (mode 0600); gone when it is not
DIR/jobs                        what the Jobs API keeps

The folder and what is made in it is for its owner alone (0700, 0600).
"""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pygit2

from hubtweets._shared.disk import PRIVATE_FILE, PRIVATE_FOLDER, private_folder, write_bytes
from hubtweets._shared.frontmatter import LARGEST_CARD
from hubtweets.errors import LocalHubError
from hubtweets.localhub.storage import folder as folders
from hubtweets.localhub.storage.cardrules import check
from hubtweets.localhub.storage.errors import ExistsError, InvalidCardError, InvalidError, RepoNotFoundError
from hubtweets.localhub.storage.facts import Facts, card_data, config_data, derive
from hubtweets.localhub.storage.gitrepo import MAIN, Author, Change, GitRepo, isodate
from hubtweets.localhub.storage.index import Index, Row
from hubtweets.localhub.storage.lfs import LfsStore
from hubtweets.localhub.storage.patterns import TO_LFS

TYPES = ("model", "dataset", "space")
_RESERVED = frozenset({"api", "datasets", "models", "oauth", "spaces", "static"})  # they have pages of their own
_PART = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")

# What the Hub puts in the .gitattributes of a new repo.
_LFS_PATTERNS = """
    *.7z *.arrow *.bin *.bz2 *.ckpt *.ftz *.gz *.h5 *.joblib *.lfs.* *.mlmodel *.model *.msgpack *.npy *.npz *.onnx
    *.ot *.parquet *.pb *.pickle *.pkl *.pt *.pth *.rar *.safetensors saved_model/**/* *.tar.* *.tar *.tflite *.tgz
    *.wasm *.xz *.zip *.zst *tfevents*
    """.split()  # noqa: SIM905
_DATASET_PATTERNS = """
    *.avro *.lz4 *.mds *.pcm *.sam *.raw *.aac *.flac *.mp3 *.ogg *.wav *.bmp *.gif *.png *.tiff *.jpg *.jpeg *.webp
    *.mp4 *.webm
    """.split()  # noqa: SIM905


class Meta(msgspec.Struct, kw_only=True, omit_defaults=True):
    """`hub.json`: what the Hub knows of a repo besides its git history. `creator` is who made it, `former` holds ids it
    had before a move, `access` who asked to read a gated repo; a `disabled` one answers nobody. No number up to
    `last_discussion` is given again."""

    key: str
    created: str
    creator: str = ""
    private: bool = False
    gated: str | None = None
    disabled: bool = False
    former: list[str] = []
    access: dict[str, dict[str, Any]] = {}
    last_discussion: int = 0


def check_name(repo_id: str) -> None:
    """See that a repo id is one that the Hub allows (and so no path out of the store).

    Raises:
        InvalidError: when it is not.
    """
    namespace, slash, name = repo_id.partition("/")
    fits = slash and _PART.fullmatch(namespace) and _PART.fullmatch(name)
    if not fits or "--" in repo_id or ".." in repo_id or name.endswith((".git", ".ipynb")) or len(repo_id) > 96:
        raise InvalidError(f"Invalid repo name: {repo_id} - repo name includes invalid characters, or is too long")
    if namespace.lower() in _RESERVED:
        raise InvalidError(f"Invalid namespace: {namespace}")


def gitattributes(repo_type: str) -> bytes:
    """The .gitattributes of a new repo."""
    patterns = [*_LFS_PATTERNS, *(_DATASET_PATTERNS if repo_type == "dataset" else ())]
    return "".join(f"{pattern} {TO_LFS}\n" for pattern in patterns).encode()


class Unreadable(NamedTuple):
    """A repository that cannot be read, and why: it is left out of every answer, and left as it is."""

    path: Path
    reason: str


class Store:
    """Opens a folder, or makes one. `unreadable` lists the repositories in it that could not be read; `listeners` are
    told of every repo whose main moves.

    Raises:
        LocalHubError: when the folder cannot be used, or another process serves it.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.clock = clock
        self._locks: dict[tuple[str, str], threading.RLock] = {}
        self._guard = threading.Lock()
        self.unreadable: list[Unreadable] = []
        self.listeners: list[Callable[[Row], object]] = []
        try:
            folders.prepare(folder)
            with contextlib.ExitStack() as undo:
                self._lock_file = undo.enter_context(folders.hold(folder))
                for name in ("repos", "tmp"):
                    private_folder(folder / name)
                for left in (folder / "tmp").iterdir():
                    shutil.rmtree(left) if left.is_dir() else left.unlink()
                self.index = Index(folder / "index.sqlite3")
                undo.callback(self.index.close)
                self._catch_up()
                undo.pop_all()
        except (OSError, sqlite3.Error) as error:
            if isinstance(error, LocalHubError):
                raise
            why = "it is a file" if isinstance(error, FileExistsError) else getattr(error, "strerror", None) or error
            raise LocalHubError(
                f"{folder} cannot be used as a local Hub: {why}.",
                path=folder,
                hint="Choose a folder that you may write to.",
            ) from None

    def announce(self, endpoint: str, token: str) -> None:
        """Write where the folder is served, for whoever wants to join."""
        folders.announce(self.folder, folders.Serving(endpoint, token))

    def close(self) -> None:
        """Let the folder go."""
        folders.withdraw(self.folder)
        self.index.close()
        self._lock_file.close()

    # -- one repo --------------------------------------------------------------------------------------------------

    def path(self, repo_type: str, repo_id: str) -> Path:
        """Where a repo's git folder is."""
        check_name(repo_id)
        return self.folder / "repos" / f"{repo_type}s" / f"{repo_id}.git"

    def open(self, row: Row) -> GitRepo:
        """The git repository of an indexed repo."""
        return GitRepo(self.path(row.type, row.id))

    def lfs(self, row: Row) -> LfsStore:
        """The LFS objects of an indexed repo."""
        return LfsStore(self.path(row.type, row.id), self.folder / "tmp")

    @contextlib.contextmanager
    def changing(self, row: Row) -> Iterator[None]:
        """Nobody else changes this repo meanwhile, and it is still there.

        Raises:
            RepoNotFoundError: when it was deleted or moved since the row was read.
        """
        with self._locked(row.type, row.id):
            if not self.index.holds(row):
                raise RepoNotFoundError
            yield

    @contextlib.contextmanager
    def _locked(self, repo_type: str, repo_id: str) -> Iterator[None]:
        with self._guard:
            lock = self._locks.setdefault((repo_type, repo_id.lower()), threading.RLock())
        with lock:
            yield

    def meta(self, row: Row) -> Meta:
        """The repo's settings."""
        return _read_meta(self.path(row.type, row.id))

    def set_meta(self, row: Row, meta: Meta) -> None:
        """Change the repo's settings."""
        write_bytes(self.path(row.type, row.id) / "hub.json", msgspec.json.encode(meta), private=True)
        self.refresh(row.type, row.id)

    def point(self, row: Row, repo: GitRepo, ref: str, target: pygit2.Oid) -> None:
        """Move a branch or pull request to a commit; the caller holds the repo's lock.

        Everything that is said of the repo because of it is made first, so main is never at a commit that no listing
        can show.

        Raises:
            InvalidCardError: when it brings a README.md that the Hub refuses.
        """
        commit = repo.commit(target)
        before = repo.head(ref)
        known = [repo.commit(before)] if before is not None else []
        self.check_card(repo, commit, [*known, *commit.parents], row.type)
        new = self.describe(repo, commit, row.type, row.id, self.meta(row), row.meta_stamp) if ref == MAIN else None
        repo.set_ref(ref, target)
        if new is not None:
            self.index.put(new)
            for told in self.listeners:
                told(new)

    def check_card(self, repo: GitRepo, commit: pygit2.Commit, known: list[pygit2.Commit], repo_type: str) -> None:
        """Check the README.md of a commit, unless one of the known ones has the same.

        Raises:
            InvalidCardError: when it is one that the Hub refuses.
        """
        readme = repo.find(commit, "README.md")
        if not isinstance(readme, pygit2.Blob) or readme.size > LARGEST_CARD:
            return
        if any((old := repo.find(other, "README.md")) is not None and old.id == readme.id for other in known):
            return
        verdict = check(readme.data.decode("utf-8", "replace"), repo_type)
        if verdict.errors:
            raise InvalidCardError(verdict.errors)

    # -- many repos ------------------------------------------------------------------------------------------------

    def create(
        self,
        repo_type: str,
        repo_id: str,
        author: Author,
        *,
        private: bool = False,
        files: dict[str, bytes] | None = None,
    ) -> Row:
        """A new repo with the Hub's first commit, `initial commit`, which holds .gitattributes and `files`.

        Raises:
            ExistsError: when there is one of that name, be it one that cannot be read.
        """
        path = self.path(repo_type, repo_id)
        with self._locked(repo_type, repo_id):
            if self.index.get(repo_type, repo_id) is not None or path.exists():
                raise ExistsError(f"You already created this {repo_type} repo: {repo_id}")
            now = self.clock()
            building = self.folder / "tmp" / f"new-{secrets.token_hex(8)}"
            building.mkdir(mode=PRIVATE_FOLDER)
            meta = Meta(key=secrets.token_hex(12), created=isodate(now), creator=author.name, private=private)
            (building / "hub.json").touch(PRIVATE_FILE)  # the folder is moved into place when it is whole
            (building / "hub.json").write_bytes(msgspec.json.encode(meta))
            repo = GitRepo.create(building)
            first = {".gitattributes": gitattributes(repo_type), **(files or {})}
            changes = [Change(name, repo.add_blob(content)) for name, content in first.items()]
            repo.set_ref(MAIN, repo.add_commit(repo.tree_with(None, changes), [], author, "initial commit", when=now))
            private_folder(path.parent)
            building.rename(path)
            return self.refresh(repo_type, repo_id)

    def delete(self, row: Row) -> None:
        """Remove a repo and all that it holds."""
        with self.changing(row):
            trash = self.folder / "tmp" / f"gone-{secrets.token_hex(8)}"
            self.path(row.type, row.id).rename(trash)
            self.index.remove(row.type, row.id)
        shutil.rmtree(trash, ignore_errors=True)

    def move(self, row: Row, to_id: str) -> Row:
        """Give a repo another id; the old one leads to it from now on.

        Raises:
            ExistsError: when there is one of that name.
        """
        target = self.path(row.type, to_id)
        with contextlib.ExitStack() as held:
            for name in sorted({row.id.lower(), to_id.lower()}):  # so no two moves wait for each other
                held.enter_context(self._locked(row.type, name))
            held.enter_context(self.changing(row))
            taken = self.index.get(row.type, to_id)
            if taken.id != row.id if taken is not None else target.exists():
                raise ExistsError(f"A {row.type} repository called {to_id} already exists")
            meta = self.meta(row)
            meta.former = [old for old in dict.fromkeys([*meta.former, row.id]) if old != to_id]
            source = self.path(row.type, row.id)
            write_bytes(source / "hub.json", msgspec.json.encode(meta), private=True)
            private_folder(target.parent)
            source.rename(target)
            self.index.remove(row.type, row.id)
            return self.refresh(row.type, to_id)

    # -- the index -------------------------------------------------------------------------------------------------

    def refresh(self, repo_type: str, repo_id: str) -> Row:
        """Write what the repository says into the index."""
        path = self.path(repo_type, repo_id)
        stamp = (path / "hub.json").stat().st_mtime_ns
        meta = _read_meta(path)
        repo = GitRepo(path)
        head = repo.resolve("main")
        row = self.describe(repo, head, repo_type, repo_id, meta, stamp)
        self.index.put(row)
        if meta.former:
            self.index.set_moved(repo_type, repo_id, [old for old in meta.former if old != repo_id])
        return row

    def describe(
        self, repo: GitRepo, commit: pygit2.Commit, repo_type: str, repo_id: str, meta: Meta, stamp: int = 0
    ) -> Row:
        """What the index holds of a repo, at any of its commits."""
        known = self.index.get(repo_type, repo_id)
        files = dict(repo.files(commit))
        readme_oid, config_oid = files.get("README.md"), files.get("config.json")
        if known and known.readme_oid == readme_oid:
            card = known.facts.card
        else:
            card = card_data(repo.read(readme_oid)) if readme_oid else None
        if known and known.config_oid == config_oid:
            config = known.facts.config
        else:
            config = config_data(repo.read(config_oid)) if config_oid else None
        names = tuple(sorted(files))
        same = known and known.facts.card == card and known.facts.config == config and known.files == names
        facts: Facts = known.facts if known and same else derive(repo_type, names, card, config)
        return Row(
            repo_type, repo_id, meta.key, meta.private, meta.gated, meta.created,
            isodate(commit.commit_time), str(commit.id), stamp, facts, names, readme_oid, config_oid, meta.disabled,
        )  # fmt: skip

    def _catch_up(self) -> None:
        """Make the index say what the repositories say: all of it when it is new, else what a crash left out.

        What one repository holds never keeps the others from being served.
        """
        known = {(type_, id_): (sha, stamp) for type_, id_, sha, stamp in self.index.stamps()}
        for repo_type in TYPES:
            for path in sorted((self.folder / "repos" / f"{repo_type}s").glob("*/*.git")):
                repo_id = f"{path.parent.name}/{path.name.removesuffix('.git')}"
                sha, stamp = known.get((repo_type, repo_id), (None, None))
                try:
                    check_name(repo_id)
                    if sha is None or sha != _main_of(path) or stamp != (path / "hub.json").stat().st_mtime_ns:
                        self.refresh(repo_type, repo_id)
                    known.pop((repo_type, repo_id), None)
                except Exception as error:
                    self.unreadable.append(Unreadable(path, str(error) or type(error).__name__))
        for repo_type, repo_id in known:
            self.index.remove(repo_type, repo_id)


def _read_meta(path: Path) -> Meta:
    return msgspec.json.decode((path / "hub.json").read_bytes(), type=Meta)


def _main_of(path: Path) -> str | None:
    """The commit of main, without opening the repository where the ref is a file of its own."""
    try:
        return (path / MAIN).read_text().strip()
    except FileNotFoundError:
        head = GitRepo(path).head(MAIN)
        return None if head is None else str(head)
