"""X archives: what is read of them, and what is not."""

from __future__ import annotations

import html
import json
import re
import zipfile
from pathlib import Path

import pytest

from hubtweets.errors import NoPostsError, SourceSpecError
from hubtweets.posts import open_source, read_corpus
from tests.posts.conftest import ACCOUNT, Write, js, tweet

SENTENCE = "a sentence with some plain words in it "


def rows(path: Path, *names: str) -> list[dict]:
    with zipfile.ZipFile(path) as archive:
        texts = [archive.read(name).decode() for name in names]
    return [row for text in texts for row in json.loads(text[text.index("=") + 1 :])]


def counted(texts: list[str]) -> dict[str, int]:
    """The four numbers by the rules of the historical table, written down a second time."""
    retweets = [text for text in texts if text.startswith("RT @")]
    short = 0
    for text in texts:
        if not text.startswith("RT @"):
            words = re.sub(r"https?://\S+", "", html.unescape(text)).split()
            short += sum(not any(mark in word.lower() for mark in ("http", "@", "#")) for word in words) < 3
    kept = len(texts) - len(retweets) - short
    return {"downloaded": len(texts), "retweets": len(retweets), "short": short, "kept": kept}


def counts(path: Path) -> dict[str, int]:
    found = read_corpus(open_source(str(path)), minimum=0).account.counts
    return {name: getattr(found, name) for name in ("downloaded", "retweets", "short", "kept")}


# -- the real ones ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "files", "handle", "display"),
    [
        ("x_2021-11_org", ["tweet"], "RTIatMLA", "Research Training Institute for Librarians"),
        ("x_2025-01_multipart", ["tweets", "tweets-part1", "tweets-part2"], "coxtmtrae", "Example Person 🌻"),
    ],
)
def test_a_real_archive(shared: Path, name: str, files: list[str], handle: str, display: str) -> None:
    path = shared / f"data/archives/{name}.zip"
    tweets = [row["tweet"] for row in rows(path, *(f"data/{file}.js" for file in files))]
    corpus = read_corpus(open_source(str(path)), minimum=0)
    assert (corpus.account.handle, corpus.account.name, corpus.account.platform) == (handle, display, "x")
    assert corpus.account.newest_post == max((row["id_str"] for row in tweets), key=int)
    assert counts(path) == counted([row["full_text"] for row in tweets])
    assert corpus.avatar is not None
    assert corpus.avatar.startswith(b"\xff\xd8")
    assert [post.id for post in open_source(str(path))] == sorted({row["id_str"] for row in tweets}, key=int)


def test_a_real_archive_with_notes_and_edits(shared: Path) -> None:
    path = shared / "data/archives/x_2024-11_notes.zip"
    live = {}
    for row in (row["tweet"] for row in rows(path, "data/tweets.js")):
        info = row["edit_info"]
        versions = (info.get("initial") or info["edit"]["editControlInitial"])["editTweetIds"]
        if row["id_str"] == versions[-1]:
            live[row["id_str"]] = row["full_text"]
    source = open_source(str(path), handle="@example")
    posts = {post.id: post for post in source}
    assert set(posts) == set(live)
    assert len(posts) == 1218
    assert counts(path) == counted(list(live.values()))

    # All 41 long texts are there; by id the tweets have at most 280 characters and end in an ellipsis.
    texts = [post.text for post in posts.values()]
    for row in rows(path, "data/note-tweet.js"):
        long_text = row["noteTweet"]["core"]["text"]
        assert [text.endswith(long_text) for text in texts].count(True) == 1, long_text
    cut = [text for text in texts if re.search(r"…( https://t\.co/\w+)*$", text) and not text.startswith("RT @")]
    assert len(cut) <= 3

    assert source.account.handle == "example"
    assert source.account.name == "Example Person 🌻"
    assert "mtzjoqe" in source.notes[0]


def test_an_archive_without_tweets(shared: Path) -> None:
    with pytest.raises(NoPostsError, match="no posts") as caught:
        open_source(str(shared / "data/archives/x_2018-08_flat.zip"))
    assert caught.value.hint


# -- made for the test -----------------------------------------------------------------------------------------------


def test_zip_folder_and_lone_file_give_the_same_posts(archive: Write, tmp_path: Path) -> None:
    path = archive([tweet(n, f"{SENTENCE}{n}") for n in (3, 1, 2)])
    with zipfile.ZipFile(path) as file:
        file.extractall(tmp_path / "folder")
    lone = tmp_path / "folder" / "data" / "tweets.js"
    ways = [open_source(str(path)), open_source(str(tmp_path / "folder")), open_source(str(lone), handle="example")]
    assert [[post.id for post in way] for way in ways] == [["1", "2", "3"]] * 3
    assert ways[0].account == ways[1].account
    assert [way.avatar() for way in ways] == [b"\xff\xd8 a picture", b"\xff\xd8 a picture", None]
    with pytest.raises(SourceSpecError, match="whose posts") as caught:
        open_source(str(lone))
    assert "--as" in caught.value.hint


def test_one_part_given_alone_says_that_there_are_more(tmp_path: Path) -> None:
    for number, name in enumerate(["tweets.js", "tweets-part1.js", "note-tweet.js"]):
        (tmp_path / name).write_text(js("tweets", [{"tweet": tweet(number, SENTENCE)}]))
    source = open_source(str(tmp_path / "tweets.js"), handle="example")
    assert [post.id for post in source] == ["0"]
    assert source.notes == ["tweets.js is one part; 1 beside it are read if you give the folder."]
    (tmp_path / "tweets-part1.js").unlink()
    assert open_source(str(tmp_path / "tweets.js"), handle="example").notes == []


def test_a_zip_with_a_folder_around_it_and_what_macs_add(archive: Write) -> None:
    path = archive(
        [tweet(1, SENTENCE)],
        **{
            "data/tweets.js": None,
            "data/account.js": None,
            "mine/data/tweets.js": js("tweets", [{"tweet": tweet(7, SENTENCE)}]),
            "mine/data/account.js": js("account", [ACCOUNT]),
            "__MACOSX/mine/data/._tweets.js": b"\x00\x05\x16\x07",
            "__MACOSX/tweets.js": b"\x00\x05\x16\x07",
        },
    )
    assert [post.id for post in open_source(str(path))] == ["7"]


def test_only_posts_are_read(archive: Write) -> None:
    other = js("x", [{"tweet": tweet(9, SENTENCE), "dmConversation": {}, "like": {"fullText": SENTENCE}}])
    never = ["deleted-tweets", "direct-messages", "like", "tweet-headers", "community-tweet", "note-tweets-draft"]
    path = archive([tweet(1, SENTENCE)], **{f"data/{name}.js": other for name in never})
    assert [post.id for post in open_source(str(path))] == ["1"]


def test_identity_from_the_manifest_then_from_the_person(archive: Write) -> None:
    info = {"accountId": "42", "userName": "example", "displayName": "From manifest"}
    manifest = "window.__THAR_CONFIG = " + json.dumps({"userInfo": info, "dataTypes": {}})
    with_manifest = archive([tweet(1, SENTENCE)], **{"data/account.js": None, "data/manifest.js": manifest})
    assert open_source(str(with_manifest)).account.name == "From manifest"
    nowhere = archive([tweet(1, SENTENCE)], "nowhere.zip", **{"data/account.js": None})
    account = open_source(str(nowhere), handle="@me", name="Me\n\x00 \ud83d").account
    assert (account.handle, account.name) == ("me", "Me \ufffd")
    with pytest.raises(SourceSpecError, match="whose posts"):
        open_source(str(nowhere))


def test_kinds(archive: Write) -> None:
    status = {"urls": [{"url": "https://t.co/q", "expanded_url": "https://twitter.com/other/status/5"}]}
    path = archive([
        tweet(1, "An original"),
        tweet(2, "@you an answer", in_reply_to_status_id_str="9", in_reply_to_user_id_str="7"),
        tweet(3, "more of my thread", in_reply_to_status_id_str="1", in_reply_to_user_id_str="42"),
        tweet(4, "look https://t.co/q", entities=status),
        tweet(5, "RT @you: your words"),
    ])  # fmt: skip
    assert [post.kind for post in open_source(str(path))] == ["original", "reply", "original", "quote", "repost"]


def test_a_thread_is_told_by_the_name_where_the_archive_has_no_id(tmp_path: Path) -> None:
    def answer(id_: int, whom: str) -> dict:
        ids = {"in_reply_to_status_id_str": "1", "in_reply_to_user_id_str": "7"}
        return {"tweet": tweet(id_, SENTENCE, in_reply_to_screen_name=whom, **ids)}

    path = tmp_path / "tweets.js"
    path.write_text(js("tweets", [answer(1, "Me"), answer(2, "you")]))
    assert [post.kind for post in open_source(str(path), handle="@me")] == ["original", "reply"]


def test_an_edited_post_comes_once_even_if_its_last_version_is_missing(archive: Write) -> None:
    ids = ["1", "2", "3"]
    edited = {"edit": {"initialTweetId": "1", "editControlInitial": {"editTweetIds": ids}}}
    path = archive([
        tweet(2, "second version", edit_info=edited),
        tweet(1, "first version", edit_info={"initial": {"editTweetIds": ids}}),
        tweet(4, "another"),
    ])  # fmt: skip
    assert [post.text for post in open_source(str(path))] == ["second version", "another"]


def test_a_note_joins_only_the_tweet_it_belongs_to(archive: Write) -> None:
    long_text = "A long thought that goes on & on until it is longer than a tweet may be, and then some more."
    note = {"noteTweet": {"noteTweetId": "1", "createdAt": "2020-02-01T05:00:00.000Z", "core": {"text": long_text}}}
    path = archive(
        [
            tweet(5, "@you A long thought that goes on &amp; on until it is longer… https://t.co/x"),
            tweet(6, "A long thought that goes on &amp; on until it is longer…"),
            tweet(7, "Something else"),
        ],
        **{"data/note-tweet.js": js("note_tweet", [note])},
    )
    assert [post.text for post in open_source(str(path))] == [
        f"@you {long_text}",
        "A long thought that goes on & on until it is longer…",
        "Something else",
    ]


def test_a_picture_far_too_large_is_none(archive: Write) -> None:
    path = archive([tweet(1, SENTENCE)], **{"data/profile_media/42-face.jpg": bytes(9 * 2**20)})
    source = open_source(str(path))
    assert source.avatar() is None
    assert source.account.avatar_url == "https://pbs.twimg.com/profile_images/1/face.jpg"


def test_a_missing_part_is_told(archive: Write) -> None:
    manifest = {"dataTypes": {"tweets": {"files": [{"count": "1"}, {"count": 600}, {"count": "many"}]}}}
    path = archive([tweet(1, SENTENCE)], **{"data/manifest.js": "window.__THAR_CONFIG = " + json.dumps(manifest)})
    source = open_source(str(path))
    list(source)
    assert "601" in source.notes[0]


@pytest.mark.parametrize(
    ("types", "told"),
    [(None, True), ({}, False), ("0", False), ("7", True)],
    ids=["posts alone", "an archive without any", "it counts none", "it counts some, and has no list"],
)
def test_a_list_of_circles_that_may_be_missing_is_told(types: object, told: bool, archive: Write) -> None:
    row = tweet(1, SENTENCE, created_at="Sat Feb 04 10:00:00 +0000 2023")
    files = {"data/account.js": None} if types is None else {}
    if types is not None:
        listed = {"twitterCircleTweet": {"files": [{"count": types}]}} if types else {}
        files["data/manifest.js"] = "window.__THAR_CONFIG = " + json.dumps({"dataTypes": listed})
    source = open_source(str(archive([row], **files)), handle="example" if types is None else None)
    list(source)
    assert any("twitter-circle-tweet.js" in note for note in source.notes) is told
    before = open_source(str(archive([tweet(1, SENTENCE)], **files)), handle="example" if types is None else None)
    list(before)
    assert not before.notes


def test_broken_characters_are_mended(archive: Write) -> None:
    row = json.dumps([{"tweet": tweet(1, "XX half a pair, YY and three more words")}])
    broken = row.replace("XX", "\\ud83d").replace("YY", "\\udc4d \\ud83d\\udc4d")
    path = archive(f"window.YTD.tweets.part0 = {broken}")
    assert [post.text for post in open_source(str(path))] == ["\ufffd half a pair, \ufffd 👍 and three more words"]


def test_a_real_archive_of_2015(shared: Path) -> None:
    path = shared / "data/archives/grailbird_2015.zip"
    with zipfile.ZipFile(path) as archive:
        months = [name for name in archive.namelist() if re.fullmatch(r"data/js/tweets/.*\.js", name)]
    tweets = {row["id_str"]: row for row in rows(path, *months)}
    # The account's own old-style retweet ("RT @" typed by hand) counts as one too.
    texts = ["RT @" if "retweeted_status" in row else row["text"] for row in tweets.values()]
    corpus = read_corpus(open_source(str(path)))
    assert (corpus.account.handle, corpus.account.name) == ("ihjneogoqtqstj", "James Forbes")
    assert counts(path) == counted(texts)
    assert counts(path)["downloaded"] == 2994
    assert corpus.account.newest_post == max(tweets, key=int)


def test_grailbird_in_a_folder_of_its_own(archive: Write) -> None:
    month = [{"id_str": "5", "text": SENTENCE, "created_at": "2015-01-31 11:24:09 +0000", "entities": {"urls": []}}]
    path = archive(
        [],
        **{
            "data/tweets.js": None,
            "data/account.js": None,
            "old/data/js/tweets/2015_01.js": "Grailbird.data.tweets_2015_01 = \n " + json.dumps(month),
            "old/data/js/user_details.js": 'var user_details =  {"screen_name": "old_me", "full_name": "Old Me"}',
        },
    )
    source = open_source(str(path))
    assert (source.account.handle, source.account.name) == ("old_me", "Old Me")
    assert [(post.text, post.created_at.isoformat()) for post in source] == [(SENTENCE, "2015-01-31T11:24:09+00:00")]
