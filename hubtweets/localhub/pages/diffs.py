"""What changed between two commits, line by line, for a page."""

from __future__ import annotations

from typing import NamedTuple

import pygit2

from hubtweets.localhub.storage.gitrepo import GitRepo

_LINES = 3000  # of all files together
_FILES = 300


class Line(NamedTuple):
    """A line: `kind` is `added`, `removed`, `same` or `place`."""

    kind: str
    text: str


class FileDiff(NamedTuple):
    """A file: `note` says why there are no lines, where there are none."""

    path: str
    added: int
    removed: int
    lines: list[Line]
    note: str | None


_KINDS = {"+": "added", "-": "removed", " ": "same"}


def file_diffs(repo: GitRepo, before: pygit2.Commit | None, after: pygit2.Commit) -> list[FileDiff]:
    """The files that differ; very large differences are cut, and say so."""
    diff = after.tree.diff_to_tree(swap=True) if before is None else repo.git.diff(before, after)
    found: list[FileDiff] = []
    left = _LINES
    for patch in diff:
        if patch is None:
            continue
        if len(found) == _FILES:
            found.append(FileDiff("…", 0, 0, [], "more files than a page shows"))
            break
        delta = patch.delta
        path = delta.new_file.path or delta.old_file.path
        _, added, removed = patch.line_stats
        lines: list[Line] = []
        for hunk in patch.hunks:
            lines.append(Line("place", hunk.header.strip()))
            lines += [
                Line(_KINDS[line.origin], line.content.rstrip("\r\n")) for line in hunk.lines if line.origin in _KINDS
            ]
        note = "binary" if delta.is_binary else None
        if len(lines) > left:
            lines, note = lines[:left], "the rest is not shown"
        left -= len(lines)
        found.append(FileDiff(path, added, removed, lines, note))
    return found
