"""What `git push` brings, looked at before anybody can see it.

git's own receive-pack unpacks it into a repository of its own, which borrows the objects of the real one. Only when
every branch that it would move holds nothing that the API would refuse are objects moved over and branches set.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import IO, NamedTuple

import pygit2

from hubtweets.localhub.storage.errors import InvalidError, StorageError
from hubtweets.localhub.storage.gitrepo import MAIN, GitRepo
from hubtweets.localhub.storage.index import Row
from hubtweets.localhub.storage.patterns import BIG
from hubtweets.localhub.storage.store import Store

_ID = re.compile(r"[0-9a-f]{40}")
_PIECE = 60_000  # bytes of a line of the protocol
_HEAD = 1024 * 1024  # bytes of the commands before a pack
_SETTINGS = (
    "receive.fsckObjects=true", "receive.unpackLimit=1", "receive.autogc=false", "receive.denyDeleteCurrent=refuse",
    "gc.auto=0", "core.hooksPath=/dev/null",
)  # fmt: skip


class Command(NamedTuple):
    """A ref that a push creates, moves or deletes; ids in hexadecimal, zeros where there is none."""

    old: str
    new: str
    ref: str


def receive(store: Store, row: Row, git: str, body: IO[bytes], environment: Mapping[str, str]) -> bytes:
    """Take a push; returns what git or we answer to it, in git's protocol.

    Args:
        store: the store, and the row of the repo in it.
        row: see `store`.
        git: git's program.
        body: what the client sent: commands and a pack.
        environment: variables for git.
    """
    commands, capabilities = _commands(body)
    os.lseek(body.fileno(), 0, os.SEEK_SET)  # of the file itself: git does not know what Python has read ahead
    stage = store.folder / "tmp" / f"push-{secrets.token_hex(8)}"
    with store.changing(row):
        repo = store.open(row)
        try:
            staged = _stage(stage, repo)
            options = [word for setting in (*_SETTINGS, f"safe.directory={stage}") for word in ("-c", setting)]
            done = subprocess.run(  # noqa: S603
                [git, *options, "receive-pack", "--stateless-rpc", str(stage)],
                stdin=body, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(environment), check=False,
            )  # fmt: skip
            moved = [one for one in commands if _target(staged, one.ref) == _id(one.new) != _id(one.old)]
            try:
                for one in moved:
                    _check(store, row, repo, staged, one)
            except StorageError as error:
                return _refusal(commands, capabilities, error.message)
            except Exception as error:
                return _refusal(commands, capabilities, f"it cannot be read: {type(error).__name__}")
            _take_objects(stage / "objects", repo.path / "objects")
            repo = store.open(row)  # with the new packs in sight
            for one in moved:
                if (target := _id(one.new)) is None:
                    repo.delete_ref(one.ref)
                else:
                    store.point(row, repo, one.ref, target)
            return done.stdout
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _commands(body: IO[bytes]) -> tuple[list[Command], frozenset[str]]:
    """What a push asks for, and what its client understands.

    Raises:
        InvalidError: when it is no push.
    """
    commands: list[Command] = []
    capabilities: frozenset[str] = frozenset()
    try:
        while body.tell() < _HEAD:
            size = int(body.read(4), 16)
            if size == 0:
                return commands, capabilities
            line, _, more = body.read(size - 4).partition(b"\x00")
            if more:
                capabilities = frozenset(more.decode().split())
            command = Command(*line.decode().rstrip("\n").split(" ", 2))
            if not _ID.fullmatch(command.old) or not _ID.fullmatch(command.new):
                break
            commands.append(command)
    except (ValueError, TypeError):
        pass
    raise InvalidError("This is no git push")


def _stage(stage: Path, repo: GitRepo) -> GitRepo:
    """An empty repository with the refs of the real one, which borrows its objects."""
    stage.mkdir(0o700)
    GitRepo.create(stage)
    (stage / "objects" / "info").mkdir()
    (stage / "objects" / "info" / "alternates").write_text(f"{(repo.path / 'objects').absolute()}\n")
    (stage / "packed-refs").write_text("".join(f"{sha} {name}\n" for name, sha in repo.refs("refs/")))
    return GitRepo(stage)


def _id(text: str) -> pygit2.Oid | None:
    return None if set(text) == {"0"} else pygit2.Oid(hex=text)


def _target(repo: GitRepo, name: str) -> pygit2.Oid | None:
    ref = repo.git.references.get(name)
    return None if ref is None else pygit2.Oid(hex=str(ref.target))


def _check(store: Store, row: Row, repo: GitRepo, staged: GitRepo, one: Command) -> None:
    """See that a branch or tag may become what a push makes of it.

    Raises:
        StorageError: when it may not.
    """
    if not one.ref.startswith(("refs/heads/", "refs/tags/")):
        raise InvalidError("only branches and tags can be pushed")
    target = _id(one.new)
    if target is None:
        if one.ref == MAIN:
            raise InvalidError("main cannot be deleted")
        return
    commit = staged.git[target].peel(pygit2.Commit)
    objects = store.lfs(row)
    old = repo.head(one.ref)
    known = set() if old is None else {oid for _, oid in repo.files(repo.commit(old))}
    for entry in staged.entries(commit, recursive=True):
        if entry.is_folder or entry.oid in known:
            continue
        if entry.lfs is not None and objects.size(entry.lfs.oid) != entry.lfs.size:
            raise InvalidError(f"LFS pointer pointed to a file that does not exist: {entry.path}")
        if entry.lfs is None and entry.size > BIG:
            raise InvalidError(f"{entry.path} has over {BIG} bytes: large files go to LFS")
    known_by = old if old is not None else repo.head(MAIN)
    store.check_card(staged, commit, [] if known_by is None else [staged.commit(known_by)], row.type)
    store.describe(staged, commit, row.type, row.id, store.meta(row))


def _take_objects(source: Path, target: Path) -> None:
    """Move packs and single objects over; an index last, for it makes its pack known."""
    moved = [path for path in source.rglob("*") if path.is_file() and path.parent.name != "info"]
    for path in sorted(moved, key=lambda path: path.suffix == ".idx"):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.replace(place)


def _line(content: bytes) -> bytes:
    return b"%04x%s" % (len(content) + 4, content)


def _refusal(commands: list[Command], capabilities: frozenset[str], reason: str) -> bytes:
    """The answer that refuses a push: its client shows the reason and what was asked for as rejected."""
    first = reason.replace("\n", " ")[:300]
    report = _line(b"unpack ok\n")
    report += b"".join(_line(f"ng {one.ref[:500]} {first}\n".encode()) for one in commands) + b"0000"
    if "side-band-64k" not in capabilities:
        return report
    told = "".join(f"{line}\n" for line in ["Sorry, your push was rejected:", *reason.splitlines()[:20]])
    pieces = [report[at : at + _PIECE] for at in range(0, len(report), _PIECE)]
    return b"".join([_line(b"\x02" + told.encode()[:900]), *(_line(b"\x01" + piece) for piece in pieces), b"0000"])
