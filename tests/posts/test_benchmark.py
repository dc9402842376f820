"""The benchmark itself: both versions count the same, and reading keeps to its memory. Nothing is timed here."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from benchmarks import posts


@pytest.mark.slow
def test_both_versions_count_the_same_within_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "archive.zip"
    posts.make_archive(path, posts=20_000, parts=1)
    counts = posts.ours(path)
    assert counts == posts.straightforward(path)
    assert counts[0] == 20_000
    with zipfile.ZipFile(path) as archive:
        largest = max(info.file_size for info in archive.infolist())
    assert largest > 20 * 2**20
    assert posts.peak(path) < 3 * largest
