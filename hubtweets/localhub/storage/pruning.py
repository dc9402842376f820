"""Making sure that what no branch, tag or pull request leads to any more is gone, and not only out of sight.

A commit is found by its id as long as its objects are there. After a history was squashed or a file taken out of it,
nobody may find what was taken away.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pygit2

from hubtweets.localhub.storage.gitrepo import GitRepo


def prune(repo: GitRepo) -> None:
    """Delete every object that no ref leads to; the caller holds the repo's lock."""
    reachable = _reachable(repo.git)
    objects = repo.path / "objects"
    packs = list((objects / "pack").glob("pack-*.pack"))
    if packs:
        _repack(repo.git, objects / "pack", reachable, packs)
    for folder in objects.glob("[0-9a-f][0-9a-f]"):
        for path in folder.iterdir():
            if f"{folder.name}{path.name}" not in reachable:
                path.unlink(missing_ok=True)


def _reachable(git: pygit2.Repository) -> set[str]:
    """The ids of everything that a ref leads to."""
    found: set[str] = set()
    pending: list[Any] = []
    for name in git.references:
        target = git.references[name].resolve().target
        pending.append(git[target])
    while pending:
        item = pending.pop()
        if str(item.id) in found:
            continue
        found.add(str(item.id))
        if isinstance(item, pygit2.Tag):
            pending.append(item.get_object())
        elif isinstance(item, pygit2.Commit):
            pending += [git[parent] for parent in item.parent_ids]
            pending.append(item.tree)
        elif isinstance(item, pygit2.Tree):
            for entry in item:
                if isinstance(entry, pygit2.Tree):
                    pending.append(entry)
                else:
                    found.add(str(entry.id))
    return found


def _repack(git: pygit2.Repository, folder: Path, reachable: set[str], packs: list[Path]) -> None:
    """Put one pack of what is reachable in the place of all that there are."""
    builder = pygit2.PackBuilder(git)
    for oid in sorted(reachable):
        builder.add(pygit2.Oid(hex=oid))
    before = {path.name for path in packs}
    builder.write(str(folder))
    new = {path.name for path in folder.glob("pack-*.pack")} - before
    for path in packs:
        if new:  # else what there was holds nothing more, under the same name
            for suffix in (".pack", ".idx", ".rev"):
                path.with_suffix(suffix).unlink(missing_ok=True)
