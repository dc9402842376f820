"""The export of Threads that Meta makes, and a format of files that another package brings."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from hubtweets.posts import open_source, read_corpus
from hubtweets.posts.sources.threads_export import unmangled


def as_meta_writes(text: str) -> str:
    return text.encode().decode("latin-1")


def test_an_export_is_read_as_it_was_written(tmp_path: Path) -> None:
    texts = ["Größe zählt nicht überall", "海の朝です 🌻 und sonst nichts", "plain old words here"]
    media = [
        {
            "title": as_meta_writes(text),
            "creation_timestamp": 1_700_000_000 + at,
            "text_app_post": {"is_reply": at == 2},
        }
        for at, text in enumerate(texts)
    ]
    posts = [{"media": [one]} for one in media] + [{"media": 7}]
    person = {"Username": {"value": "anna.k"}, "Name": {"value": as_meta_writes("Änna 🌻")}}
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("threads/threads_and_replies.json", json.dumps({"text_post_app_text_posts": posts}))
        archive.writestr(
            "personal_information/personal_information.json",
            json.dumps({"profile_user": [{"string_map_data": person}]}),
        )
    corpus = read_corpus(open_source(path), minimum=0)
    assert corpus.form == "a Threads export of Meta"
    assert (corpus.account.handle, corpus.account.name, corpus.account.platform) == ("anna.k", "Änna 🌻", "threads")
    assert list(corpus.texts) == texts
    assert [post.kind for post in corpus.posts] == ["original", "original", "reply"]
    assert sum(corpus.dropped.values()) == 1


@pytest.mark.parametrize("text", ["plain", "Größe", "日本", "\u00c3", "é alone"])
def test_text_that_was_not_mangled_stays(text: str) -> None:
    assert unmangled(text) == text


def test_a_format_of_files_may_come_from_another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = tmp_path / "diaries-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: diaries\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[hubtweets.sources]\ndiary = diaries:FORMAT\n")
    (tmp_path / "diaries.py").write_text(
        "from hubtweets.posts.contract import TableFormat\n"
        "def rows(path):\n"
        "    return ({'text': line} for line in path.read_text().splitlines())\n"
        "FORMAT = TableFormat('diary', ('.diary',), rows)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "mine.diary").write_text("today I sailed home\nno wind at all today\n")
    corpus = read_corpus(open_source(tmp_path / "mine.diary", handle="me"), minimum=0)
    assert list(corpus.texts) == ["today I sailed home", "no wind at all today"]
