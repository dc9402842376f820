"""Exports as tools of many kinds leave them: whose, for whom, in which encoding, edited or put together."""

from __future__ import annotations

import bz2
import io
import json
import lzma
import re
import zipfile
from collections.abc import Callable
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from hubtweets._shared.progress import SILENT
from hubtweets.errors import HubtweetsError, SourceSpecError
from hubtweets.posts import Corpus, open_source, read_corpus
from hubtweets.posts.clean import clean
from hubtweets.posts.dates import parse_any
from hubtweets.posts.formats._encodings import detect
from tests.posts.conftest import ACCOUNT, js, tweet

ONE, TWO, THREE = "plain words of mine one", "plain words of mine two", "plain words of mine three"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"


def write(path: Path, data: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(data, bytes):
        path.write_bytes(data)
    else:
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8", newline="")
    return path


def read(path: Path, data: Any = None, handle: str | None = "anna") -> Corpus:
    return read_corpus(open_source(write(path, data) if data is not None else path, handle=handle), SILENT, minimum=0)


def counts(corpus: Corpus) -> tuple[int, int, int, int]:
    found = corpus.account.counts
    assert found is not None
    return found.downloaded, found.retweets, found.short, found.kept


# -- whose they are ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "mine", "theirs"),
    [
        ("user", "https://twitter.com/Anna", "https://x.com/bob?s=20"),
        ("user_url", "https://x.com/anna", "https://x.com/bob"),
        ("author", "Anna B (@anna)", "Bob @bob"),
        ("username", "＠anna", "＠bob"),
        ("Nombre de usuario", "anna", "bob"),
        ("dc:creator", "@anna", "@bob"),
        ("core.user_results.result.core.screen_name", "anna", "bob"),
        ("url", "https://x.com/anna/status/1", "https://x.com/bob/status/2"),
    ],
)
def test_a_handle_in_another_spelling_or_place(column: str, mine: str, theirs: str, tmp_path: Path) -> None:
    corpus = read(tmp_path / "a.csv", f"id,text,{column}\n1,{ONE},{mine}\n2,{TWO},{theirs}\n")
    assert (corpus.texts, corpus.dropped) == ((ONE,), {"posts of other accounts": 1})


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("retweeted_status.user.screen_name", "bob"),
        ("retweeted_status.full_text", "what bob said"),
        ("retweeted_user", "bob"),
        ("action", "ReTweet"),
        ("verb", "share"),
        ("sourcetweet_type", "retweeted"),
        ("is_retweet", '"1,0"'),
    ],
)
def test_a_retweet_that_another_column_tells(column: str, cell: str, tmp_path: Path) -> None:
    corpus = read(tmp_path / "a.csv", f"id,text,username,{column}\n1,{ONE},anna,\n2,{TWO},anna,{cell}\n")
    assert counts(corpus) == (2, 1, 0, 1)
    both = f"id,text,username,retweeted_status,{column}\n1,{ONE},anna,False,\n2,{TWO},anna,False,{cell}\n"
    assert counts(read(tmp_path / "b.csv", both)) == (2, 1, 0, 1)


@pytest.mark.parametrize(
    "text", ["RT by @anna: what bob said to us", '"""RT @bob: his words are here"""', "b'RT @bob: his words are here'"]
)
def test_a_retweet_that_its_text_tells(text: str, tmp_path: Path) -> None:
    assert counts(read(tmp_path / "a.csv", f"id,text\n1,{ONE}\n2,{text}\n")) == (2, 1, 0, 1)


def test_rows_that_say_an_id_and_no_handle(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": ONE, "author_id": "5", "created_at": "2023-01-01"} for number in (1, 2)]
    corpus = read(tmp_path / "a.json", rows)
    assert (corpus.account.handle, counts(corpus)) == ("anna", (2, 0, 0, 2))
    with pytest.raises(SourceSpecError, match="does not say whose"):
        read(tmp_path / "a.json", handle=None)
    record = {"text": ONE, "createdAt": "2023-01-01T00:00:00Z"}
    repositories = [{"uri": f"at://did:plc:{who}/app.bsky.feed.post/1", "value": record} for who in ("a", "b")]
    with pytest.raises(SourceSpecError, match="2 accounts: @did:plc:a"):
        read(tmp_path / "b.json", {"records": repositories})
    assert counts(read(tmp_path / "b.json", {"records": repositories[:1]})) == (1, 0, 0, 1)


# -- not for everybody ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Twitter-Circle-Tweet.js", [{"tweet": tweet(2, "x")}]),
        ("twitter-circle-tweet-part1.js", [{"tweet": 5}, {"tweet": tweet(2, "x")}]),
        ("twitter-circle-tweet.js", [tweet(2, "x")]),
        ("community-tweet.js", [{"tweet": tweet(2, "x")}]),
        ("deleted-tweets.js", [{"tweet": tweet(2, "x", deleted_at="Sat Feb 01 10:00:00 +0000 2020")}]),
    ],
)
def test_posts_that_a_list_beside_tells(name: str, rows: Any, tmp_path: Path) -> None:
    write(tmp_path / "a/data/account.js", js("account", [ACCOUNT]))
    write(tmp_path / "a/data/tweets.js", js("tweets", [{"tweet": tweet(1, ONE)}, {"tweet": tweet(2, TWO)}]))
    write(tmp_path / "a/data" / name, js("x", rows))
    corpus = read(tmp_path / "a", handle=None)
    assert (corpus.texts, sum(corpus.dropped.values())) == ((ONE,), 1)
    assert ("1 rows of twitter-circle-tweet.js could not be read" in " ".join(corpus.notes)) is (
        rows[0] == {"tweet": 5}
    )


def test_lists_of_the_community_archive_and_names_in_other_cases(tmp_path: Path) -> None:
    tweets = [{"tweet": tweet(1, ONE)}, {"tweet": tweet(2, TWO)}]
    one_file = {"account": [ACCOUNT], "tweets": tweets, "twitterCircleTweet": tweets[1:]}
    assert read(tmp_path / "a.json", one_file, handle=None).texts == (ONE,)
    write(tmp_path / "a/Data/Account.js", js("account", [ACCOUNT]))
    write(tmp_path / "a/Data/Tweets.js", js("tweets", tweets))
    assert read(tmp_path / "a", handle=None).account.handle == "example"


def activity(number: int, text: str, to: Any, inner: Any, **more: Any) -> dict[str, Any]:
    inside = {"id": f"https://m.example/users/anna/statuses/{number}", "content": f"<p>{text}</p>", **more}
    inside |= {} if inner is None else {"to": inner}
    outside = {"type": "Create", "actor": "https://m.example/users/anna", "published": "2023-01-01T00:00:00Z"}
    return {**outside, **({} if to is None else {"to": to}), "object": inside}


def test_the_audience_of_a_toot_is_that_of_what_is_inside_too(tmp_path: Path) -> None:
    friends = ["https://m.example/users/anna/followers"]
    items = [
        activity(1, ONE, [PUBLIC], friends),
        activity(2, TWO, None, PUBLIC),
        activity(3, THREE, [PUBLIC], None),
        activity(4, ONE, None, None),
        activity(5, ONE, friends, [PUBLIC]),
    ]
    corpus = read(tmp_path / "outbox.json", {"type": "OrderedCollection", "orderedItems": items}, handle=None)
    assert (corpus.texts, corpus.dropped) == ((TWO, THREE), {"for followers or mentioned people only": 3})


# -- edited -----------------------------------------------------------------------------------------------------------


def test_the_newest_version_wherever_it_stands(tmp_path: Path) -> None:
    for year, rows in (
        ("2022", [tweet(1, ONE, edit_info={"initial": {"editTweetIds": ["1"]}})]),
        ("2023", [tweet(2, TWO, edit_info={"edit": {"editControlInitial": {"editTweetIds": ["1", "2"]}}})]),
    ):
        write(tmp_path / f"x/{year}/data/account.js", js("account", [ACCOUNT]))
        write(tmp_path / f"x/{year}/data/tweets.js", js("tweets", [{"tweet": row} for row in rows]))
    corpus = read(tmp_path / "x", handle=None)
    assert (corpus.texts, corpus.dropped) == ((TWO,), {"earlier versions of edited posts": 1})
    items = [activity(1, ONE, [PUBLIC], None), activity(1, TWO, [PUBLIC], None, updated="2023-02-01T00:00:00Z")]
    for order in (items, items[::-1]):
        toots = read(tmp_path / "outbox.json", {"type": "OrderedCollection", "orderedItems": order}, handle=None)
        assert (toots.texts, toots.dropped) == ((TWO,), {"earlier versions of edited posts": 1})
    versions = {"author": {"username": "anna"}, "edit_history_tweet_ids": ["9", "10", "11"]}  # the last is not there
    rows = [{"id": "9", "text": ONE, **versions}, {"id": "10", "text": TWO, **versions}]
    assert read(tmp_path / "a.json", rows).texts == (TWO,)


def test_one_id_and_two_texts_are_told(tmp_path: Path) -> None:
    rows = js("tweets", [{"tweet": tweet(1, text)} for text in (ONE, ONE, TWO)])
    dropped = read(tmp_path / "tweets.js", rows).dropped
    assert dropped == {"there more than once": 1, "there more than once, with other words": 1}


# -- as it was written ------------------------------------------------------------------------------------------------

RUSSIAN = "сегодня я ходил гулять в парк\nмой кот опять спит на клавиатуре\n"
POLISH = "dziś poszłam na spacer do parku żółwi\nwczoraj oglądaliśmy świetny film\n"
GERMAN = "heute war ich im schönen Park\ndie Katze schläft über der großen Tastatur\n"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (RUSSIAN, ("cp1251", "koi8_u", "cp866", "mac_cyrillic", "iso8859_5", "utf-16-le", "utf-16-be")),
        (RUSSIAN.upper(), ("cp1251", "koi8_u", "cp866")),
        (POLISH, ("cp1250", "iso8859_2", "cp852")),
        ("včera večer jsme viděli dobrý film a šli jsme spát\n", ("cp1250", "iso8859_2")),
        ("őszintén nagyon örülök a szűk cipőnek\n", ("cp1250",)),
        ("dün akşam iyi bir film izledik, çok güzeldi ığş\n", ("cp1254", "cp857")),
        ("šiandien vaikščiojau, ąžuolas žydi gražiai\n", ("cp1257",)),
        (GERMAN, ("cp1252", "cp850", "mac_roman")),
        ("¿Qué tal? mañana será otro día, señor\n", ("cp1252", "cp850", "mac_roman")),
        ("où êtes-vous, c’est déjà fini à Noël\n", ("cp1252", "mac_roman")),
        ("σήμερα πήγα βόλτα στο πάρκο\n", ("cp1253",)),
        ("היום הלכתי לטייל בפארק\n", ("cp1255",)),
        ("今日はとても良い天気ですね\n", ("utf-16-le", "iso2022_jp", "cp932", "euc_jp")),
        ("今天天氣很好我們去公園玩\n昨天晚上看了一部電影\n", ("big5",)),
    ],
)
def test_the_encoding_by_what_people_write(text: str, encodings: tuple[str, ...], tmp_path: Path) -> None:
    for encoding in encodings:
        path = write(tmp_path / "a.csv", f"id,text\n1,{text}".encode(encoding))
        assert path.read_bytes().decode(detect(path)) == f"id,text\n1,{text}", encoding


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1251", "cp932"])
@pytest.mark.parametrize("lines", [True, False])
def test_json_that_windows_wrote(encoding: str, lines: bool, tmp_path: Path) -> None:
    texts = (
        ["表示する機能を申し込む", "今日は良い天気"] if encoding == "cp932" else RUSSIAN.splitlines()
    )  # 表 is 0x95 0x5C
    rows = [{"id": str(number), "text": text} for number, text in enumerate(texts)]
    dumped = (
        "\r\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        if lines
        else json.dumps(rows, ensure_ascii=False)
    )
    corpus = read(tmp_path / f"a.json{'l' * lines}", dumped.encode(encoding))
    assert corpus.texts == tuple(texts)
    assert "is read in the encoding" in corpus.notes[0]


ROWS = [{"id": str(number), "text": text, "username": "anna"} for number, text in enumerate((ONE, TWO))]


@pytest.mark.parametrize(
    "data",
    [
        "\n".join(json.dumps(row, indent=2) for row in ROWS),
        "".join(map(json.dumps, ROWS)),
        "".join(f"\x1e{json.dumps(row)}\n" for row in ROWS),
        "\n".join(json.dumps([row]) for row in ROWS),
        json.dumps([{**row, "retweeted_status_id": float("nan")} for row in ROWS]),
        "\n".join(json.dumps({**row, "quoted_status_id": float("nan")}) for row in ROWS),
        "".join(f"\ufeffid,text,username\n{number},{text},anna\n" for number, text in enumerate((ONE, TWO))),
        f"\n\nid,text,username\n1, {ONE},anna\n2, {TWO},anna\n",
        f'id, text, username\n1, "{ONE}", anna\n2, "{TWO}", anna\n',
        f"id\x01text\x01username\n1\x01{ONE}\x01anna\n2\x01{TWO}\x01anna\n",
        f"id,text,username\n1,b'{ONE}',anna\n2,\"<p>{TWO}<br></p>\",anna\n",
    ],
    ids=["printed", "glued", "sequences", "pages", "NaN", "NaN in lines", "put together", "empty lines", "spaces",
         "of Hive", "bytes and HTML"],
)  # fmt: skip
def test_rows_however_they_were_written(data: str, tmp_path: Path) -> None:
    corpus = read(tmp_path / ("a.json" if data[0] in "[{\x1e" else "a.csv"), data, handle=None)
    assert (corpus.texts, corpus.account.handle) == ((ONE, TWO), "anna")


def test_tables_of_reports_and_of_rows_that_open_a_quote_each(tmp_path: Path) -> None:
    report = f"Report: x\nBrand: y\n\nDate,Author,Text\n2020-01-02,@anna,{ONE}\n2020-01-02,@bob,{TWO}\n"
    corpus = read(tmp_path / "a.csv", report)
    assert corpus.texts == (ONE,)
    assert "the 3 lines above the names of the columns are not used" in " ".join(corpus.notes)
    rows = "".join(f'{number},"{text},anna\n' for number, text in enumerate((ONE, TWO, THREE)))
    opened = read(tmp_path / "b.csv", f"id,text,username\n{rows}")
    assert [text.lstrip('"') for text in opened.texts] == [ONE, TWO, THREE]
    assert "3 quotation marks are not closed" in " ".join(opened.notes)
    bare = f'"0","1467810369","Mon Apr 06 22:19:45 PDT 2009","NO_QUERY","anna_b","{ONE}"\n'
    assert read(tmp_path / "c.csv", bare, handle=None).account.handle == "anna_b"


def test_what_cells_hold_that_were_written_by_programs(tmp_path: Path) -> None:
    corpus = read(
        tmp_path / "a.csv", "id,text\n1,b'caf\\xc3\\xa9 is \\'the best\\'\\nof all'\n2,b'one \\q two three'\n"
    )
    assert corpus.texts == ("café is 'the best' of all", "one \\q two three")
    one_column = read(tmp_path / "b.csv", "tweet\nhello, my dear, old friends\nwhat, a, day it was\n")
    assert one_column.texts == ("hello, my dear, old friends", "what, a, day it was")
    ids = f'id,text\n"=""1234567890123456789""",{ONE}\n\'1234567890123456790,{TWO}\n'
    assert [post.id for post in read(tmp_path / "c.csv", ids).posts] == ["1234567890123456789", "1234567890123456790"]
    rounded = read(tmp_path / "d.csv", f"id,text\n1234567890123450000,{ONE}\n1234567890123450000,{TWO}\n")
    assert counts(rounded) == (2, 0, 0, 2)
    assert "rounded" in rounded.notes[0]
    times = read(tmp_path / "e.csv", f"id,text,Date,Time\n1,{ONE},13/1/2020,3:04 PM\n")
    assert times.posts[0].created_at.isoformat() == "2020-01-13T15:04:00+00:00"
    named = read(tmp_path / "f.csv", f"id,text,username,name\n1,{ONE},anna,Anna &amp; Bob\n")
    assert named.account.name == "Anna & Bob"


# -- which file -------------------------------------------------------------------------------------------------------


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("data/tweets.js", "[]")
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "hint"),
    [
        ("a.7z", b"7z\xbc\xaf\x27\x1c" + bytes(99), "7-Zip: unpack it"),
        ("a.zip", b"Rar!\x1a\x07" + bytes(99), "RAR: unpack it"),
        ("a.jsonl.bz2", bz2.compress(b"{}"), "bzip2: unpack it"),
        ("a.csv", lzma.compress(b"id,text"), "xz: unpack it"),
        ("a.json", b"PAR1" + bytes(99), r"the ending \.parquet"),
        ("a.csv", zipped(), r"the ending \.zip"),
        ("a.csv", json.dumps(ROWS).encode(), r"the ending \.json"),
        ("a.json", b"id,text\n1,one two three\n", r"the ending \.csv"),
        ("a.csv", b"<!DOCTYPE html><html><body>404, sorry</body></html>", "a web page"),
        ("repo.car", b"\x3a\xa2eroots\x81" + bytes(99), "give bluesky:HANDLE"),
        ("tweets.js", "window.YTD.tweets.part0 = []".encode("utf-16"), "save it as UTF-8"),
    ],
)
def test_a_file_of_another_kind_is_told_what_it_is(name: str, data: bytes, hint: str, tmp_path: Path) -> None:
    with pytest.raises(HubtweetsError) as caught:
        read(tmp_path / name, data)
    assert re.search(hint, caught.value.hint)


def test_archives_of_two_forms_in_one_folder_are_refused_with_the_list(tmp_path: Path) -> None:
    write(tmp_path / "a/x/data/tweets.js", js("tweets", [{"tweet": tweet(1, ONE)}]))
    write(tmp_path / "a/m/actor.json", {"id": "https://m.example/users/anna", "preferredUsername": "anna"})
    write(tmp_path / "a/m/outbox.json", {"type": "OrderedCollection", "orderedItems": []})
    with pytest.raises(SourceSpecError, match=r"Mastodon export \(m/actor\.json\), X archive \(x/data\)") as caught:
        read(tmp_path / "a")
    assert "by itself" in caught.value.hint


# -- dates, and what is left in texts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "2020-01-02 15:04:00 +0000 UTC", "20200102150400", "2020. 1. 2. 오후 3:04", "2020年1月2日 15時04分",
        "2020年01月02日 15时04分00秒", "午後3:04 · 2020年1月2日", "3:04 PM · Jan 2, 2020 · Twitter for iPhone",
        "2nd January 2020 15:04", "January 2nd, 2020 3:04 pm", "2. Januar 2020 um 15:04", "2 janv. 2020 à 15:04",
        "2 stycznia 2020 15:04", "2 января 2020 г. в 15:04", "Thu Jan 02 2020 16:04:00 GMT+0100 (CET)",
        "Thu Jan 02 2020 15:04:00 GMT+0000 (Coordinated Universal Time)", "2020-01-02 16:04:00 Europe/Berlin",
        "2020-01-02 15:04:00 (UTC)", "'2020-01-02 15:04:00'", "2 Jan 20 15:04",
    ],
)  # fmt: skip
def test_dates_of_programs_and_pages(written: str) -> None:
    assert parse_any(written).astimezone(UTC).isoformat() == "2020-01-02T15:04:00+00:00"


def test_years_of_two_digits_and_places_that_are_none() -> None:
    assert (parse_any("1/2/68").year, parse_any("1/2/99").year) == (2068, 1999)
    for text in ("2020-01-02 15:04:00 Europe/Nowhere", "2020-01-02 15:04:00 Etc/../x", "20201302150400x"):
        with pytest.raises(ValueError, match="no "):
            parse_any(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see twitter.com/anna/status/123/photo/1 now", "see now"),
        ("quoted words x.com/bob/status/9…", "quoted words"),
        ("&notanentity; &amp; &copy;", "&notanentity; & ©"),
        ("seen\U000e0041\U000e0042 only", "seen only"),
        ("flag \U0001f3f4\U000e0067\U000e0062\U000e007f x", "flag \U0001f3f4\U000e0067\U000e0062\U000e007f x"),
    ],
)
def test_what_is_left_in_texts(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "make",
    [
        lambda count: "[" + " " * (40 * count),
        lambda count: '{"a":1}' * (5 * count) + "{",
        lambda count: "b'" + "\\'" * (20 * count),
        lambda count: "id,text\n1,<p>" + "</p" * (10 * count) + "\n",
    ],
)
def test_hostile_files_end(make: Callable[[int], str], tmp_path: Path) -> None:
    data = make(10_000)
    try:
        read(tmp_path / ("a.json" if data[0] in "[{" else "a.csv"), data)
    except HubtweetsError as error:
        assert error.hint
