"""The folder of a local Hub: repositories, and the index that lists them.

DIR/accounts.json               users and tokens (mode 0600)
DIR/index.sqlite3               the listing index; delete it and it is made again
DIR/repos/models/ns/name.git    a bare git repository, with hub.json (settings), discussions/ and lfs/objects/ inside
DIR/tmp                         what is under way; emptied when the store is opened
DIR/lock                        held by the process that serves the folder
"""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import msgspec
import pygit2

from hubtweets.errors import LocalHubError
from hubtweets.localhub.refusals import Refusal, repo_not_found
from hubtweets.localhub.storage.facts import Facts, card_data, config_data, derive
from hubtweets.localhub.storage.files import write_atomic
from hubtweets.localhub.storage.gitrepo import Author, Change, GitRepo, isodate
from hubtweets.localhub.storage.index import Index, Row
from hubtweets.localhub.storage.lfs import LfsStore
from hubtweets.localhub.storage.patterns import TO_LFS

TYPES = ("model", "dataset", "space")
_RESERVED = frozenset({"api", "datasets", "models", "oauth", "spaces", "static"})  # they have pages of their own
_PART = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
MAIN = "refs/heads/main"

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
    """`hub.json`: what the Hub knows of a repo besides its git history. `former` holds ids it had before a move,
    `access` who asked to read a gated repo."""

    key: str
    created: str
    private: bool = False
    gated: str | None = None
    former: list[str] = []
    access: dict[str, dict[str, Any]] = {}


def check_name(repo_id: str) -> None:
    """See that a repo id is one that the Hub allows (and so no path out of the store).

    Raises:
        Refusal: 400.
    """
    namespace, slash, name = repo_id.partition("/")
    fits = slash and _PART.fullmatch(namespace) and _PART.fullmatch(name)
    if not fits or "--" in repo_id or ".." in repo_id or name.endswith((".git", ".ipynb")) or len(repo_id) > 96:
        raise Refusal(400, f"Invalid repo name: {repo_id} - repo name includes invalid characters, or is too long")
    if namespace.lower() in _RESERVED:
        raise Refusal(400, f"Invalid namespace: {namespace}")


def gitattributes(repo_type: str) -> bytes:
    """The .gitattributes of a new repo."""
    patterns = [*_LFS_PATTERNS, *(_DATASET_PATTERNS if repo_type == "dataset" else ())]
    return "".join(f"{pattern} {TO_LFS}\n" for pattern in patterns).encode()


class Store:
    """Opens a folder, or makes one.

    Raises:
        LocalHubError: when the folder cannot be used, or another process serves it.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.clock = clock
        self._locks: dict[tuple[str, str], threading.RLock] = {}
        self._guard = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _check_ours(folder)
            self._lock_file = _hold(folder / "lock")
            for name in ("repos", "tmp"):
                (folder / name).mkdir(exist_ok=True)
        except OSError as error:
            if isinstance(error, LocalHubError):
                raise
            why = "it is a file" if isinstance(error, FileExistsError) else error.strerror or error
            raise LocalHubError(
                f"{folder} cannot be used as a local Hub: {why}.",
                path=folder,
                hint="Choose a folder that you may write to.",
            ) from None
        with contextlib.ExitStack() as undo:
            undo.callback(self._lock_file.close)
            for left in (folder / "tmp").iterdir():
                shutil.rmtree(left) if left.is_dir() else left.unlink()
            self.index = Index(folder / "index.sqlite3")
            undo.callback(self.index.close)
            self._catch_up()
            undo.pop_all()

    def announce(self, endpoint: str) -> None:
        """Write where the folder is served, for whoever tries to serve it too."""
        self._lock_file.truncate(0)
        self._lock_file.write(endpoint.encode())
        self._lock_file.flush()

    def close(self) -> None:
        """Let the folder go."""
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
            Refusal: RepoNotFound when it was deleted or moved since the row was read.
        """
        with self._locked(row.type, row.id):
            if not self.index.holds(row):
                raise repo_not_found(known_caller=True)
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
        write_atomic(self.path(row.type, row.id) / "hub.json", msgspec.json.encode(meta))
        self.refresh(row.type, row.id)

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
            Refusal: 409 when there is one of that name.
        """
        path = self.path(repo_type, repo_id)
        with self._locked(repo_type, repo_id):
            if self.index.get(repo_type, repo_id) is not None:
                raise Refusal(409, f"You already created this {repo_type} repo: {repo_id}")
            now = self.clock()
            building = self.folder / "tmp" / f"new-{secrets.token_hex(8)}"
            building.mkdir()
            meta = Meta(key=secrets.token_hex(12), created=isodate(now), private=private)
            (building / "hub.json").write_bytes(msgspec.json.encode(meta))
            repo = GitRepo.create(building)
            first = {".gitattributes": gitattributes(repo_type), **(files or {})}
            changes = [Change(name, repo.add_blob(content)) for name, content in first.items()]
            repo.set_ref(MAIN, repo.add_commit(repo.tree_with(None, changes), [], author, "initial commit", when=now))
            path.parent.mkdir(parents=True, exist_ok=True)
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
            Refusal: 409 when there is one of that name.
        """
        target = self.path(row.type, to_id)
        with contextlib.ExitStack() as held:
            for name in sorted({row.id.lower(), to_id.lower()}):  # so no two moves wait for each other
                held.enter_context(self._locked(row.type, name))
            held.enter_context(self.changing(row))
            taken = self.index.get(row.type, to_id)
            if taken is not None and taken.id != row.id:
                raise Refusal(409, f"A {row.type} repository called {to_id} already exists")
            meta = self.meta(row)
            meta.former = [old for old in dict.fromkeys([*meta.former, row.id]) if old != to_id]
            source = self.path(row.type, row.id)
            write_atomic(source / "hub.json", msgspec.json.encode(meta))
            target.parent.mkdir(parents=True, exist_ok=True)
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
            isodate(commit.commit_time), str(commit.id), stamp, facts, names, readme_oid, config_oid,
        )  # fmt: skip

    def _catch_up(self) -> None:
        """Make the index say what the repositories say: all of it when it is new, else what a crash left out."""
        known = {(type_, id_): (sha, stamp) for type_, id_, sha, stamp in self.index.stamps()}
        for repo_type in TYPES:
            for path in sorted((self.folder / "repos" / f"{repo_type}s").glob("*/*.git")):
                repo_id = f"{path.parent.name}/{path.name.removesuffix('.git')}"
                sha, stamp = known.pop((repo_type, repo_id), (None, None))
                try:
                    if sha is None or sha != _main_of(path) or stamp != (path / "hub.json").stat().st_mtime_ns:
                        self.refresh(repo_type, repo_id)
                except (OSError, ValueError, KeyError, pygit2.GitError, msgspec.MsgspecError, Refusal) as error:
                    raise LocalHubError(
                        f"The local Hub in {self.folder} has a repository that cannot be read, {path}: {error}",
                        path=path,
                        hint=f"Move {path} out of the Hub, or put a good copy in its place.",
                    ) from error
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


def _check_ours(folder: Path) -> None:
    """See that a folder is new, or a local Hub already: what is in its `tmp` gets deleted.

    Raises:
        LocalHubError: when it holds something else.
    """
    names = {path.name for path in folder.iterdir()}
    if not names >= {"lock", "repos"} and names - {"accounts.json", "lock"}:  # many a program has a lock and a tmp
        raise LocalHubError(
            f"{folder} is neither empty nor a local Hub.", path=folder, hint="Choose a folder of its own for the Hub."
        )


def _hold(path: Path) -> IO[bytes]:
    """Lock the folder for this process, for as long as the file is open."""
    file = path.open("ab")
    try:
        import fcntl
    except ImportError:  # Windows: the port is the only guard there
        return file
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        where = path.read_text("ascii", "replace").strip()
        raise LocalHubError(
            f"Another process serves {path.parent} already.",
            path=path.parent,
            hint=f"Use that one, with its HF_TOKEN: --hub {where}; or stop it first." if where else "Stop it first.",
        ) from None
    return file
