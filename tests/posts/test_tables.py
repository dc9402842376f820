"""Tables: formats, encodings, columns, and what is said about what cannot be used."""

from __future__ import annotations

import csv
import gzip
import html
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubtweets.errors import ArchiveError, SourceError, SourceSpecError, UsageError
from hubtweets.posts import open_source, read_corpus
from hubtweets.posts.formats._encodings import detect
from hubtweets.posts.options import ReadOptions
from tests.posts.conftest import tweet

TEXTS = ["It’s a “fine” day for naïve café-goers…", "Plain words in a row", "RT @you: your words"]


def short(text: str) -> bool:
    words = re.sub(r"https?://\S+", "", html.unescape(text)).split()
    return sum(not any(mark in word.lower() for mark in ("http", "@", "#")) for word in words) < 3


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("file", "column", "handle", "name"),
    [
        ("BernieSanders_type-column.csv", "Text", "BernieSanders", "Bernie Sanders"),
        ("JoeBiden.csv", "tweet", "JoeBiden", "JoeBiden"),
        ("NASA_crlf.csv", "full_text", "nasa", "nasa"),
    ],
)
def test_a_real_table(shared: Path, file: str, column: str, handle: str, name: str) -> None:
    path = shared / "data/tables" / file
    with path.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    retweets = [row for row in rows if row[column].startswith("RT @") or row.get("Tweet Type") == "Retweet"]
    others = [row[column] for row in rows if row not in retweets]
    source = open_source(str(path), handle="@nasa" if handle == "nasa" else None)
    account = read_corpus(source).account
    assert (account.handle, account.name, account.platform) == (handle, name, "x")
    assert account.counts.downloaded == len(rows)
    assert account.counts.retweets == len(retweets)
    assert account.counts.short == sum(map(short, others))
    assert source.notes == []
    dates = [post.created_at for post in source]
    assert None not in dates
    assert dates == sorted(dates)
    assert account.newest_post == max((row.get("id") or row["Tweet Id"] for row in rows), key=int)


def write_csv(path: Path, encoding: str = "utf-8", newline: str = "\n", delimiter: str = ",") -> Path:
    lines = ["id,text,created_at", *(f'{n},"{text}",2020-01-0{n}' for n, text in enumerate(TEXTS, 1))]
    text = newline.join(lines).replace(",", delimiter) + newline
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_encodings(tmp_path: Path, encoding: str, newline: str) -> None:
    path = write_csv(tmp_path / "posts.csv", encoding, newline)
    assert detect(path) == encoding
    source = open_source(str(path), handle="example")
    assert [(post.id, post.text) for post in source] == [(str(n), text) for n, text in enumerate(TEXTS, 1)]
    told = (
        []
        if encoding.startswith("utf-8")
        else [f"posts.csv is read in the encoding {encoding}, which its bytes look like."]
    )
    assert source.notes == told


@pytest.mark.parametrize(("suffix", "delimiter"), [(".csv", ";"), (".tsv", "\t"), (".csv", "\t")])
def test_delimiters(tmp_path: Path, suffix: str, delimiter: str) -> None:
    path = write_csv(tmp_path / f"posts{suffix}", delimiter=delimiter)
    assert [post.text for post in open_source(str(path), handle="example")] == TEXTS


def test_undecodable_bytes_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    good = "".join(f"{n},füllt die Zeile auf\n" for n in range(2, 40)).encode()
    path.write_bytes(b"id,text\n1,one \xff and \xfe two bytes\n" + good)
    source = open_source(str(path), handle="example")
    assert next(iter(source)).text == "one \ufffd and \ufffd two bytes"
    assert "2 bytes" in source.notes[0]
    lines = tmp_path / "posts.jsonl"
    lines.write_bytes(b'{"text": "one \xff byte"}\n{"text": "f\xc3\xbcr alle"}\n')
    source = open_source(str(lines), handle="example")
    assert [post.text for post in source] == ["one \ufffd byte", "für alle"]
    assert "1 bytes" in source.notes[0]


def test_json_with_halves_of_characters_or_bytes_that_are_none(tmp_path: Path) -> None:
    row = json.dumps({"text": "half HERE and 👍 whole", "id": "1"}).replace("HERE", "\\ud83d")
    (tmp_path / "a.jsonl").write_text(row)
    (tmp_path / "b.json").write_text(f"[{row}]")
    for name in ("a.jsonl", "b.json"):
        assert [post.text for post in open_source(str(tmp_path / name), handle="me")] == ["half \ufffd and 👍 whole"]
    (tmp_path / "b.json").write_bytes(b'[{"text": "one \xff byte"}]')
    source = open_source(str(tmp_path / "b.json"), handle="me")
    assert [post.text for post in source] == ["one \ufffd byte"]
    assert "1 bytes" in source.notes[0]


def test_cells_beyond_the_last_column_are_told(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text('id,text\n1,Hello there, world\n2,"Quoted, as it should be"\n3,an empty cell more,\n')
    source = open_source(str(path), handle="me")
    assert [post.text for post in source] == ["Hello there", "Quoted, as it should be", "an empty cell more"]
    assert [note[:35] for note in source.notes] == ["posts.csv: 1 rows have more cells t"]


def test_rows_of_an_archive_saved_as_json_and_texts_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "tweets.json"
    path.write_text(json.dumps([{"tweet": tweet(7, "words of mine")}, {"text": {"en": "no"}}, {"text": ["no"]}]))
    source = open_source(str(path), handle="me")
    assert [(post.id, post.text) for post in source] == [("7", "words of mine")]
    assert source.dropped == {"rows without text": 2}


ROWS = [
    {"id": "1", "content": "mine", "screen_name": "Example", "display_name": "Ex Ample", "lang": "en-GB"},
    {"id": "2", "content": "an answer", "screen_name": "example", "in_reply_to_status_id": 7.0, "lang": "German"},
    {"id": "3", "content": "not mine", "screen_name": "other", "lang": "zxx"},
    {"id": "4", "content": "passed on", "screen_name": "example", "is_retweet": True, "created_at": 1577836800},
]


@pytest.mark.thorough
def test_json_forms_and_columns(tmp_path: Path) -> None:
    import datasets

    files = [tmp_path / name for name in ("a.json", "b.json", "c.jsonl", "d.parquet")]
    files[0].write_text(json.dumps(ROWS))
    files[1].write_text("\ufeff" + json.dumps({"meta": {}, "errors": [], "ids": list(range(9)), "tweets": ROWS}))
    files[2].write_text("\n\n".join(json.dumps(row) for row in ROWS))
    # One schema for all the rows, as a Parquet file has.
    keys = {key: None for row in ROWS for key in row}
    datasets.Dataset.from_list([{key: row.get(key) for key in keys} for row in ROWS]).to_parquet(files[3])
    for file in files:
        source = open_source(str(file), handle="@example")
        assert (source.account.handle, source.account.name) == ("example", "Ex Ample"), file
        assert [(post.id, post.kind) for post in sorted(source, key=lambda post: post.id)] == [
            ("1", "original"), ("2", "reply"), ("4", "repost")
        ]  # fmt: skip
        assert {post.id: post.language for post in source} == {"1": "en", "2": "de", "4": None}
        assert {post.id: str(post.created_at)[:10] for post in source}["4"] == "2020-01-01"
        assert "1 posts of 1 other accounts" in source.notes[0]


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_file_with_a_colon_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes:2020.jsonl").write_text('{"text": "mine"}')
    assert [post.text for post in open_source("notes:2020.jsonl", handle="me")] == ["mine"]


def test_several_accounts_and_nobody_chosen(tmp_path: Path) -> None:
    path = tmp_path / "posts.json"
    path.write_text(json.dumps(ROWS))
    with pytest.raises(SourceSpecError, match=r"2 accounts: @example \(3\), @other \(1\)"):
        open_source(str(path))


def test_columns_that_the_person_names(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text("nr,text,words,when\n7,not this,These are the words,03/04/2020\n")
    columns = {"text": "words", "id": "nr", "date": "when"}
    source = open_source(str(path), handle="example", reading=ReadOptions(columns=columns))
    assert [(post.id, post.text, post.created_at) for post in source] == [
        ("7", "These are the words", datetime(2020, 3, 4, tzinfo=UTC))
    ]
    assert "the month first" in source.notes[0]
    for what in ("text", "date"):
        with pytest.raises(SourceSpecError, match=r"no column 'absent'; it has: nr, text, words, when") as caught:
            open_source(str(path), handle="example", reading=ReadOptions(columns={what: "absent"}))
        assert f"--{what}-column" in caught.value.hint
    with pytest.raises(UsageError, match="'colour'"):
        open_source(str(path), handle="example", reading=ReadOptions(columns={"colour": "nr"}))


def test_rows_that_share_an_id_are_told(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"  # whose `id` is that of the account
    path.write_text("id,text,post\n42,one,1\n42,two,2\n42,three,3\n43,four,4\n43,four,4\n")
    source = open_source(str(path), handle="me")
    assert sorted(post.text for post in source) == ["four", "one"]
    assert "2 rows have the id of another row" in source.notes[0]
    again = open_source(str(path), handle="me", reading=ReadOptions(columns={"id": "post"}))
    assert len(list(again)) == 4
    assert again.notes == []


def test_a_thread_is_no_reply(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    names = "id,text,screen_name,in_reply_to_status_id,in_reply_to_screen_name"
    path.write_text(f"{names}\n1,mine,me,,\n2,my thread,me,1,Me\n3,an answer,me,9,you\n4,an answer,me,9,\n")
    assert [post.kind for post in open_source(str(path))] == ["original", "original", "reply", "reply"]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    path = tmp_path / "posts.jsonl"
    rows = [{"id": "1.31E+18", "text": "rounded"}, {"id": "1.31E+18", "text": "too"}, {"id": "3", "text": None}]
    path.write_text("\n".join(map(json.dumps, rows)))
    source = open_source(str(path), handle="example")
    assert [post.text for post in source] == ["rounded", "too"]
    assert read_corpus(source, minimum=0).account.newest_post is None  # a row is no post's id
    assert source.notes[0].endswith("2 ids were rounded by a spreadsheet, and are not used.")
    assert source.dropped == {"rows without text": 1}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.csv", b"\n\n"),
        ("a.tsv", b"\x00\x01\n\x02\n"),
        ("a.json", b""),
        ("a.json", b'[{"text": "cut'),
        ("a.json", b"[1, 2]"),
        ("a.json", b"[" * 100_000),
        ("a.jsonl", b"[1]\n"),
        ("a.jsonl", b'{"text": "x", "deep": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
        ("a.csv", "id,text\n1,cut in the middle of a".encode("utf-16")[:-1]),
        ("a.csv", "id,text\n1,".encode("utf-16") + b"\x00\xd8" + "half a pair\n".encode("utf-16-le")),
        ("a.jsonl", bytes(10_000)),
        ("a.parquet", b""),
        ("a.parquet", b"PAR1 and nothing more"),
    ],
)
def test_damaged_tables(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises((ArchiveError, SourceSpecError)) as caught:
        list(open_source(str(path), handle="example"))
    assert name in str(caught.value)
    assert caught.value.hint


def test_parquet_whose_texts_are_not_utf_8(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    bad = pa.array([b"fine", b"not \xff fine"]).cast(pa.string(), safe=False)
    pq.write_table(pa.table({"text": bad}), path)
    with pytest.raises(ArchiveError, match=r"a\.parquet cannot be read"):
        open_source(str(path), handle="example")


def test_parquet_with_a_date_that_no_calendar_has(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": ["words"], "date": pa.array([2**62], pa.timestamp("us"))}), path)
    with pytest.raises(ArchiveError, match=r"a\.parquet cannot be read"):
        open_source(str(path), handle="example")


def test_names_of_columns_do_not_reach_the_terminal_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"a\x1b[31m,{'b' * 100_000}\n1,2\n")
    with pytest.raises(SourceSpecError, match="it has: a") as caught:
        open_source(str(path), handle="example")
    assert "\x1b" not in caught.value.message
    assert len(caught.value.message) < 500


def test_a_line_without_end(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.csv"):
        path = tmp_path / name
        with path.open("wb") as file:
            for _ in range(20):
                file.write(b"x" * 2**20)
        with pytest.raises(ArchiveError, match="a line has"):
            open_source(str(path), handle="example")


def test_a_cell_without_end(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'id,text\n1,"' + (b"x" * 2**20 + b"\n") * 20)
    with pytest.raises(ArchiveError, match="field larger than field limit"):
        list(open_source(str(path), handle="example"))


def test_a_data_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline: `datasets` itself reads the folder of a data set as it reads one of the Hub."""
    folder = tmp_path / "tweets"
    folder.mkdir()
    (folder / "train.jsonl").write_text("\n".join(json.dumps({"id": n, "text": f"post {n}"}) for n in range(3)))
    (folder / "test.jsonl").write_text(json.dumps({"id": 9, "text": "held out"}))
    monkeypatch.chdir(tmp_path)
    assert [post.text for post in open_source("hf:tweets", handle="example")] == ["post 0", "post 1", "post 2"]
    assert [post.text for post in open_source("hf:tweets:test", handle="example")] == ["held out"]
    with pytest.raises(SourceSpecError, match="nosuch") as caught:
        open_source("hf:tweets:nosuch", handle="example")
    assert caught.value.hint
    Path("mine.txt").write_text("a private file of the current folder")
    for spec in ("hf:", "hf:text", "hf:csv:train"):
        with pytest.raises(SourceSpecError, match="id of a data set"):
            open_source(spec, handle="example")
    (folder / "train.jsonl").write_text('{"text": "cut')
    with pytest.raises(SourceError, match=r"files of the data set .*tweets cannot be read: .*JSON") as broken:
        open_source("hf:tweets", handle="example")
    assert "its path" in broken.value.hint
    for front_matter in ("a: [", "configs: [3]"):
        (folder / "README.md").write_text(f"---\n{front_matter}\n---\n")
        with pytest.raises(SourceError, match=r"data set .*tweets cannot be read"):
            open_source("hf:tweets", handle="example")


@pytest.mark.parametrize("by", ["link", "relative", "absolute"])
def test_a_data_set_reads_no_file_outside_of_it(tmp_path: Path, by: str) -> None:
    folder = tmp_path / "tweets"
    folder.mkdir()
    secret = tmp_path / "secret.csv"
    secret.write_text("text\na password that is nobody's business\n", "utf-8")
    if by == "link":
        (folder / "train.csv").symlink_to(secret)
    else:
        (folder / "train.csv").write_text("text\na post of mine\n", "utf-8")
        path = "../secret.csv" if by == "relative" else secret
        (folder / "README.md").write_text(
            f"---\nconfigs:\n- config_name: default\n  data_files:\n  - split: train\n    path: {path}\n---\n", "utf-8"
        )
    with pytest.raises(SourceError, match="a file outside of it"):
        open_source(f"hf:{folder}", handle="example")


HUB_CLIENT = """
from huggingface_hub import HfApi
from hubtweets.errors import SourceError
from hubtweets.posts import open_source
api = HfApi()
api.create_repo("huggingtweets/tweets", repo_type="dataset")
rows = b'{"id": "1", "text": "one of mine"}\\n{"id": "2", "text": "two of mine"}\\n'
api.upload_file(path_or_fileobj=rows, path_in_repo="train.jsonl", repo_id="huggingtweets/tweets", repo_type="dataset")
print([post.text for post in open_source("hf:huggingtweets/tweets", handle="me")])
try:
    open_source("hf:huggingtweets/absent", handle="me")
except SourceError as error:
    print(error.message)
"""


@pytest.mark.slow
def test_a_data_set_of_a_hub(tmp_path: Path) -> None:
    """A local Hub over HTTP, and everything that `datasets` does to read from it."""
    hub = subprocess.Popen(
        [sys.executable, "-m", "hubtweets", "hub", tmp_path / "hub"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        said = ""
        while "HF_TOKEN" not in said and hub.poll() is None:
            said += hub.stdout.readline()
        env = {**os.environ, **dict(re.findall(r"export (\w+)=(\S+)", said))}
        done = subprocess.run([sys.executable, "-c", HUB_CLIENT], env=env, capture_output=True, text=True, timeout=120)
    finally:
        hub.terminate()
        hub.communicate()
    assert done.returncode == 0, done.stderr
    texts, absent = done.stdout.splitlines()
    assert texts == "['one of mine', 'two of mine']"
    assert "huggingtweets/absent" in absent


# -- as tools wrote them ----------------------------------------------------------------------------------------------

MINE = "plain words of mine"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("hello <U+0001F600> my <U+00E9>t<U+00E9>", "hello 😀 my été"),
        ("hello <U+D83D><U+DE00> my friend", "hello 😀 my friend"),
        ("hello <ed><a0><bd><ed><b8><80> my caf<c3><a9>", "hello 😀 my café"),
        ("hello <e9> <U+FFFFFFFF> my friend", "hello <e9> <U+FFFFFFFF> my friend"),
        ("hello_x000D_\nmy friend", "hello my friend"),
        ("itâ€™s a cafÃ© day ðŸ˜€", "it’s a café day 😀"),
        ("Ã is a letter, ÂÃ too", "Ã is a letter, ÂÃ too"),
    ],
)
def test_letters_as_r_and_excel_and_wrong_encodings_leave_them(written: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\n1,"{written}"\n', encoding="utf-8")
    corpus = read_corpus(open_source(path, handle="anna"), minimum=0)
    assert corpus.texts == (text,)
    assert any("wrong encoding" in note for note in corpus.notes) is ("â€™" in written)


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        ("id,text,user\n1,'{0}, and more',anna\n2,'{0}',anna\n", ("{0}, and more", "{0}")),
        ("'id','text','user'\n'1','{0},\nand more','anna'\n'2','it''s {0}','anna'\n", ("{0}, and more", "it's {0}")),
        ("id;text;user\n1;'{0}; x';'anna'\n2;'{0}';'anna'\n", ("{0}; x", "{0}")),
        ("id,text,user\n1,'tis {0},anna\n2,'{0}' said he,anna\n3,don't {0},anna\n",
         ("'tis {0}", "'{0}' said he", "don't {0}")),
        ("id,text,user\n1,'{0}',anna\n2,{0},anna\n3,{0} too,anna\n", ("'{0}'", "{0}", "{0} too")),
    ],
)  # fmt: skip
def test_single_quotes_that_stand_around_cells(rows: str, texts: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(rows.format(MINE), encoding="utf-8")
    corpus = read_corpus(open_source(path), minimum=0)
    assert corpus.texts == tuple(text.format(MINE) for text in texts)
    assert corpus.account.handle == "anna"


def test_of_columns_of_one_name_the_first_that_is_not_empty_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text,text,Text,user\n1,{MINE} one,x,y,anna\n2,,{MINE} two,,anna\n3,,,{MINE} three,anna\n4,,\n")
    corpus = read_corpus(open_source(path), minimum=0)
    assert corpus.texts == (f"{MINE} one", f"{MINE} two", f"{MINE} three")
    assert "several columns called 'text'" in corpus.notes[0]
    path.write_text(f"id,text,user\n7.0,{MINE} one,anna\n8.0,{MINE} two,anna\n")  # as pandas leaves ids
    assert read_corpus(open_source(path), minimum=0).account.newest_post == "8"


def test_parquet_that_is_packed_and_a_packed_name_without_packing(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"id": ["1"], "text": [MINE]}), tmp_path / "a.parquet")
    (tmp_path / "a.parquet.gz").write_bytes(gzip.compress((tmp_path / "a.parquet").read_bytes()))
    (tmp_path / "b.csv.gz").write_text(f"id,text\n1,{MINE}\n")
    for name in ("a.parquet", "a.parquet.gz", "b.csv.gz"):
        assert [post.text for post in open_source(tmp_path / name, handle="anna")] == [MINE]
    (tmp_path / "c.csv.gz").write_bytes(gzip.compress(b"id,text\n1,x\n")[:-6])
    with pytest.raises(ArchiveError, match="ended before"):
        open_source(tmp_path / "c.csv.gz", handle="anna")
