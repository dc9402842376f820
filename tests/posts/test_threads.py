"""Threads: which of the account's own posts a post goes on from, and nobody else's."""

from __future__ import annotations

import csv
from pathlib import Path

from hubtweets.posts import Filters, open_source, read_corpus
from tests.posts.conftest import Write, tweet

FIRST, SECOND, THIRD = "the first of three posts", "the second one goes on here", "and the third one ends it"


def test_pairs_of_an_archive_are_of_the_accounts_own_posts_alone(archive: Write) -> None:
    own = {"in_reply_to_user_id_str": "42"}
    path = archive(
        [
            tweet(1, FIRST),
            tweet(2, SECOND, in_reply_to_status_id_str="1", **own),
            tweet(3, THIRD, in_reply_to_status_id_str="2", **own),
            tweet(4, "@you an answer to somebody else", in_reply_to_status_id_str="1", in_reply_to_user_id_str="7"),
            tweet(5, "an answer to what was deleted since", in_reply_to_status_id_str="77", **own),
            tweet(6, "hm", in_reply_to_status_id_str="3", **own),
            tweet(7, "an answer to a post that is too short", in_reply_to_status_id_str="6", **own),
        ]
    )
    corpus = read_corpus(open_source(str(path)), minimum=0)
    assert corpus.answered == {SECOND: FIRST, THIRD: SECOND}
    later = read_corpus(open_source(str(path)), filters=Filters(exclude=("replies",), min_words=5), minimum=0)
    assert later.answered == {SECOND: FIRST, THIRD: SECOND}


def test_pairs_of_a_table(tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    names = ["id", "text", "screen_name", "in_reply_to_status_id", "in_reply_to_screen_name"]
    rows = [
        ["10", FIRST, "ann", "", ""],
        ["11", SECOND, "ann", "10", "ann"],
        ["12", "bob says something of his own here", "bob", "10", "ann"],
        ["13", "an answer of ann's to bob's words", "ann", "12", "bob"],
        ["14", THIRD, "ann", "11", "ann"],
    ]
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([names, *rows])
    corpus = read_corpus(open_source(str(path), handle="ann"), minimum=0)
    assert corpus.answered == {SECOND: FIRST, THIRD: SECOND}
    assert not any("bob says" in text for text in corpus.texts)
