"""Many repos at once, for benchmarks and trials."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hubtweets.errors import LocalHubError
from hubtweets.localhub.accounts import Caller, Keys
from hubtweets.localhub.storage.errors import ExistsError, StorageError
from hubtweets.localhub.storage.gitrepo import MAIN, Author, Change
from hubtweets.localhub.storage.store import Store


class Revision(NamedTuple):
    """A commit after the first: the files that it writes, and who made it."""

    files: Mapping[str, bytes]
    author: str
    message: str


class Seed(NamedTuple):
    """A model repo to make: its first commit's `files`, later commits, and what has become of it since."""

    repo_id: str
    files: Mapping[str, bytes]
    later: tuple[Revision, ...] = ()
    private: bool = False
    gated: str | None = None
    moved_from: str | None = None


def fill(store: Store, keys: Keys, seeds: Iterable[Seed], *, made: Callable[[], None] = lambda: None) -> int:
    """Make the repos past the API; returns how many. One that exists already is left alone.

    Args:
        store: where.
        keys: whose repos they are: the first user's.
        seeds: what to make.
        made: called after each.

    Raises:
        LocalHubError: for an id that the Hub would not allow.
    """
    user = keys.first
    count = 0
    for seed in seeds:
        try:
            _make(store, seed, Author.of(user.name))
            count += 1
        except ExistsError:
            pass
        except StorageError as error:
            raise LocalHubError(f"{seed.repo_id} cannot be made: {error.message}", path=store.folder) from None
        for repo_id in filter(None, (seed.repo_id, seed.moved_from)):
            keys.adopt(repo_id.partition("/")[0], Caller(user, None))
        made()
    return count


def _make(store: Store, seed: Seed, owner: Author) -> None:
    if store.index.get("model", seed.repo_id) is not None:  # before one is made that is to be moved there
        raise ExistsError(f"You already created this model repo: {seed.repo_id}")
    row = store.create("model", seed.moved_from or seed.repo_id, owner, private=seed.private, files=dict(seed.files))
    for revision in seed.later:
        with store.changing(row):
            repo = store.open(row)
            base = repo.resolve("main")
            tree = repo.tree_with(base, [Change(path, repo.add_blob(data)) for path, data in revision.files.items()])
            by = Author.of(revision.author)
            repo.set_ref(MAIN, repo.add_commit(tree, [base.id], by, revision.message, when=store.clock()))
            store.refresh(row.type, row.id)  # cards that the API would refuse too: they are on the Hub as well
    if seed.gated:
        meta = store.meta(row)
        meta.gated = seed.gated
        store.set_meta(row, meta)
    if seed.moved_from:
        store.move(row, seed.repo_id)
