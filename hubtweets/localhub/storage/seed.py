"""Many repos at once, for benchmarks and trials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hubtweets.errors import LocalHubError
from hubtweets.localhub.accounts import Caller, Keys
from hubtweets.localhub.refusals import Refusal
from hubtweets.localhub.storage.gitrepo import Author
from hubtweets.localhub.storage.store import Store
from hubtweets.progress import SILENT, Progress


def fill(
    store: Store,
    keys: Keys,
    repos: Iterable[tuple[str, Mapping[str, bytes]]],
    *,
    total: int | None = None,
    progress: Progress = SILENT,
) -> int:
    """Make a model repo of each (id, files), past the API; returns how many. One that exists already is left alone.

    Raises:
        LocalHubError: for an id that the Hub would not allow.
    """
    user = keys.first
    author = Author(user.name, f"{user.name}@users.noreply.localhost")
    made = 0
    with progress.task("Filling the local Hub", total=total, unit="repos") as task:
        for repo_id, files in repos:
            try:
                store.create("model", repo_id, author, files=dict(files))
                made += 1
            except Refusal as refusal:
                if refusal.status != 409:
                    raise LocalHubError(f"{repo_id} cannot be made: {refusal.message}", path=store.folder) from None
            keys.adopt(repo_id.partition("/")[0], Caller(user, None))
            task.advance()
    return made
