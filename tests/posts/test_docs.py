"""docs/sources.md says what there is: its options, its errors, its example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from hubtweets import errors
from hubtweets.posts import open_source
from hubtweets.posts.options import COLUMNS
from hubtweets.posts.sources._columns import FORMS, NAMES
from hubtweets.posts.spec import network_sources

TEXT = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")


def test_every_option_is_told_and_no_other(hubtweets: Any) -> None:
    shown = set(re.findall(r"--[a-z][a-z-]+", hubtweets("posts", "--help", env={"COLUMNS": "200"}).stdout))
    told = set(re.findall(r"--[a-z][a-z-]+", TEXT)) - {"--posts"}
    assert told - {"--json"} == shown - {"--json", "--quiet", "--help"}


def test_every_source_error_and_column_is_told() -> None:
    leaves = {kind.__name__ for kind in errors.SourceError.__subclasses__()}
    assert leaves == set(re.findall(r"`(\w+Error)`", TEXT))
    assert all(f"`{word}:" in TEXT for word in network_sources())
    assert all(f"| {form.title} |" in TEXT for form in FORMS)
    for what in COLUMNS[:4]:
        assert any(f"`{name}`" in TEXT for name in NAMES[what])
    columns = re.findall(r"^\| (?:text|id|date|kind|author|language)[^|]*\| ([^|]+) \|", TEXT, re.MULTILINE)
    known = {name for names in NAMES.values() for name in names}
    assert {name for cell in columns for name in re.findall(r"`(\w+)`", cell)} <= known


def test_the_example_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)[0]
    (tmp_path / "my_package.py").write_text(code)
    info = tmp_path / "diary-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: diary\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[hubtweets.sources]\ndiary = my_package:open_diary\n")
    (tmp_path / "notes.txt").write_text("one\ntwo\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert [post.text for post in open_source(f"diary:{tmp_path / 'notes.txt'}")] == ["one\n", "two\n"]
