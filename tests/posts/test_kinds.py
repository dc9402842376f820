"""Inputs as people's tools write them, each for a kind: what says yes, whose a row is, layouts, dates."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import ArchiveError, NoPostsError, SourceSpecError
from hubtweets.posts import Corpus, ReadOptions, open_source, read_corpus
from hubtweets.posts.clean import clean
from hubtweets.posts.dates import parse_any
from hubtweets.posts.values import truth

W = "plain words of mine"
ISO = "2024-01-01T00:00:00Z"


def read(path: Path, data: Any, handle: str | None = "anna") -> Corpus:
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8", newline="")
    return read_corpus(open_source(path, handle=handle), minimum=0)


def counts(corpus: Corpus) -> tuple[int, int, int, int]:
    found = corpus.account.counts
    assert found is not None
    return found.downloaded, found.retweets, found.short, found.kept


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Да", "Нет"), ("WAHR", "FALSCH"), ("Verdadero", "Falso"), ("VRAI", "FAUX"), ("是", "否"), ("はい", "いいえ"),
        ("✓", ""), ("TRUE ", "FALSE "), ("b'True'", "b'False'"), ("'yes'", "'no'"), ("Retweet", "Tweet"), ("RT", ""),
        ("1.0", "0.0"), ("Evet", "Hayır"),
    ],
)  # fmt: skip
def test_yes_in_other_words(yes: str, no: str, tmp_path: Path) -> None:
    cells = (no, yes, no)
    rows = "".join(f"{number},{W},anna,{cell}\n" for number, cell in enumerate(cells, 1))
    corpus = read(tmp_path / "a.csv", f"id,text,user,Is RT\n{rows}")
    assert counts(corpus) == (3, 1, 0, 2)
    assert not corpus.notes


def test_an_unknown_word_is_never_yes_and_the_column_is_named_as_it_is_written(tmp_path: Path) -> None:
    corpus = read(tmp_path / "a.csv", f"id,text,user,is_rt\n1,{W},anna,tá\n2,{W},anna,níl\n")
    assert counts(corpus) == (2, 0, 0, 2)
    told = " ".join(corpus.notes)
    assert "the column is_rt says nothing that is understood, so that other people's posts cannot be told" in told
    assert "2 of 2 rows say neither yes nor no in the column is_rt ('níl', 'tá')" in told
    some = read(tmp_path / "b.csv", f"id,text,user,is_rt\n1,{W},anna,perhaps\n2,{W},anna,yes\n3,{W},anna,no\n")
    assert counts(some) == (3, 1, 0, 2)
    assert [note for note in some.notes if "1 of 3 rows" in note]
    assert not [note for note in some.notes if "says nothing" in note]
    (tmp_path / "c.csv").write_text(f"Tweet ID,mein_Text\n1,{W}\n")
    with pytest.raises(SourceSpecError, match=r"has no column 'x_y'; it has: Tweet ID, mein_Text\."):
        open_source(tmp_path / "c.csv", handle="anna", reading=ReadOptions(columns={"text": "x_y"}))


@pytest.mark.parametrize("word", ["maybe", "2", "tru", "yesno", "☂"])
def test_what_is_no_truth(word: str) -> None:
    assert truth(word) is None


ROW_1, ROW_2 = {"id": "1", "text": W, "user": "anna"}, {"id": "2", "text": f"{W} too", "user": "anna"}


@pytest.mark.parametrize(
    "data",
    [
        {name: {"0": ROW_1[name], "1": ROW_2[name]} for name in ROW_1},
        {"columns": list(ROW_1), "index": [0, 1], "data": [list(ROW_1.values()), list(ROW_2.values())]},
        {"0": ROW_1, "1": ROW_2},
        [list(ROW_1), list(ROW_1.values()), list(ROW_2.values())],
        gzip.compress(json.dumps([ROW_1, ROW_2]).encode(), mtime=0),
        f'id,text,user\n1,"{W} \\"hi, you\\" all",anna\n2,"{W}",anna\n',
        f"id,text,user\n1,{W},\"{{'screen_name': 'anna', 'name': 'Anna B'}}\"\n2,{W},\"User(username='anna', id=5)\"\n",
        f'id,text,user\n1,{W},"{{""id"": 5, ""screen_name"": ""anna""}}"\n2,{W},anna\n',
    ],
    ids=["by columns", "split", "by index", "lists", "packed", "backslashes", "objects in cells", "JSON in cells"],
)
def test_tables_laid_out_otherwise(data: Any, tmp_path: Path) -> None:
    name = "posts.csv" if isinstance(data, str) else "posts.json"
    corpus = read(tmp_path / name, data, handle=None)
    assert counts(corpus) == (2, 0, 0, 2)
    assert corpus.account.handle == "anna"


def test_what_is_not_meant_for_everybody_in_other_forms(tmp_path: Path) -> None:
    hidden = {"handle": "anna.example", "labels": [{"val": "!no-unauthenticated"}]}
    record = {"text": W, "createdAt": ISO}
    feed = {"feed": [{"post": {"uri": "at://did:plc:a/app.bsky.feed.post/1", "author": hidden, "record": record}}]}
    with pytest.raises(NoPostsError, match="not meant for everybody"):
        read(tmp_path / "feed.json", feed, handle=None)
    notes = [
        {"id": str(number), "text": W, "visibility": visibility, "localOnly": False, "user": {"username": "anna"}}
        for number, visibility in enumerate(("public", "home", "followers", "specified"))
    ]
    assert counts(read(tmp_path / "notes.json", notes, handle=None)) == (2, 0, 0, 2)
    rows = "".join(f"{W},{who}\n" for who in ("Everyone", "Public", "Friends", "Only me"))
    assert counts(read(tmp_path / "a.csv", f"message,privacy\n{rows}")) == (2, 0, 0, 2)


def test_the_newest_of_two_versions_of_a_toot(tmp_path: Path) -> None:
    toot = {"id": "1", "visibility": "public", "account": {"acct": "anna"}, "created_at": ISO}
    versions = [(f"<p>{W} new</p>", "2024-01-02T00:00:00Z"), (f"<p>{W} old</p>", None)]
    rows = [{**toot, "content": content, "edited_at": edited} for content, edited in versions]
    corpus = read(tmp_path / "toots.json", rows, handle=None)
    assert corpus.texts == (f"{W} new",)
    assert corpus.dropped == {"earlier versions of edited posts": 1}


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        ("posts.txt", b"id,text\n1,hello\n", "give it the ending .csv"),
        ("posts.db", b"SQLite format 3\x00" + bytes(100), "export its table"),
        ("tweets.js.gz", gzip.compress(b"window.YTD.tweets.part0 = []", mtime=0), "unpack it"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_helps(name: str, data: bytes, hint: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as caught:
        read(tmp_path / name, data)
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2 janvier 2020", 2), ("2. Januar 2020", 2), ("2 de enero de 2020", 2), ("2 янв 2020 г.", 2),
        ("2 Ocak 2020", 2), ("2020:01:02 03:04:05", 2), ("2020-01-02 03:04:05 PM", 2), ("1.577934245E12", 2),
        ("Date(1577934245000)", 2),
        ("datetime.datetime(2020, 1, 2, 3, 4, 5)", 2), ({"$date": "2020-01-02T03:04:05Z"}, 2),
        ('{"$date": 1577934245000}', 2),
    ],
)  # fmt: skip
def test_dates_as_pages_and_programs_write_them(written: object, day: int) -> None:
    found = parse_any(written)
    assert (found.year, found.month, found.day, found.tzinfo) == (2020, 1, day, UTC)


def test_dates_that_are_none() -> None:
    for text in ("2 nada 2020", "datetime(1)", "Date(hello)", "99:99:99", "2020-13-45 10:00:00"):
        with pytest.raises(ValueError, match=r"date|range|month|isoformat"):
            parse_any(text)
    assert parse_any("2020-01-02 03:04:05 PM") == datetime(2020, 1, 2, 15, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twitter.com/anna/status/1 is nice to read", "is nice to read"),
        ("see t.co/abc123 now", "see now"),
        ("https://t.co/abc.Next sentence is here", ".Next sentence is here"),
        ("one two three https…", "one two three"),
        ("one two three (https://t.co/a", "one two three"),
        ('"https://t.co/abc" said nobody', "said nobody"),
        ('he said "look https://t.co/abc" to us', 'he said "look " to us'),
        ("This account has been withheld in Germany", ""),
        ("https://t.co/abcd今日は良い天気です", "今日は良い天気です"),
    ],
)
def test_what_is_left_of_addresses(text: str, expected: str) -> None:
    assert clean(text) == expected
    assert clean(expected) == expected
