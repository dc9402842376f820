"""Each form that docs/sources.md names: a table as that tool writes it is recognised, and its kinds are told apart."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hubtweets.posts import open_source, read_corpus
from hubtweets.posts.sources._columns import FORMS

DOCS = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
X_TIME = "Wed Jan 01 10:00:00 +0000 2020"
ISO = "2020-01-01T10:00:00.000Z"
WORDS = "some plain words of mine"
THEIRS = "https://twitter.com/bob/status/9"
OWN = "https://twitter.com/anna/status/"


class Sample(NamedTuple):
    """What a tool writes of a post, and what it adds for a retweet, a reply and a quote. `id` and `text` get values."""

    suffix: str
    post: dict[str, Any]
    kinds: dict[str, dict[str, Any]]
    id: str = "id"
    text: str = "text"
    handle: str | None = None


def user(**more: Any) -> dict[str, Any]:
    return {"screen_name": "anna", "name": "Anna B", "id_str": "5", "protected": False, **more}


SAMPLES = {
    "hubtweets export": Sample(
        ".csv", {"created_at": ISO, "kind": "original", "language": "en"},
        {"repost": {"kind": "repost"}, "reply": {"kind": "reply"}, "quote": {"kind": "quote"}}, handle="anna"),
    "twint": Sample(
        ".csv", {"conversation_id": "1", "created_at": "2020-01-01 10:00:00 UTC", "date": "2020-01-01",
                 "time": "10:00:00", "timezone": "+0000", "user_id": "5", "username": "anna", "name": "Anna B",
                 "language": "en", "retweets_count": "3", "retweet": "False", "quote_url": "", "user_rt_id": "",
                 "retweet_id": "", "reply_to": "[]"},
        {"repost": {"retweet": "True"}, "quote": {"quote_url": THEIRS},
         "reply": {"reply_to": "[{'screen_name': 'bob', 'name': 'Bob', 'id': '7'}]"}}, text="tweet"),
    "twscrape": Sample(
        ".jsonl", {"id_str": "", "date": "2020-01-01 10:00:00+00:00", "lang": "en",
                   "user": {"username": "anna", "displayname": "Anna B"}, "retweetedTweet": None, "quotedTweet": None,
                   "inReplyToTweetId": None},
        {"repost": {"retweetedTweet": {"id": 9, "rawContent": "theirs"}}, "quote": {"quotedTweet": {"id": 9}},
         "reply": {"inReplyToTweetId": 9, "inReplyToUser": {"username": "bob"}}}, id="id_str", text="rawContent"),
    "snscrape": Sample(
        ".jsonl", {"url": OWN, "date": "2020-01-01T10:00:00+00:00", "renderedContent": WORDS,
                   "user": {"username": "anna", "displayname": "Anna B"}, "lang": "en", "retweetedTweet": None,
                   "quotedTweet": None, "inReplyToTweetId": None},
        {"repost": {"retweetedTweet": {"id": 9}}, "quote": {"quotedTweet": {"id": 9}},
         "reply": {"inReplyToTweetId": 9, "inReplyToUser": {"username": "bob"}}}, text="rawContent"),
    "Apify scraper": Sample(
        ".json", {"type": "tweet", "twitterUrl": OWN, "createdAt": X_TIME,
                  "author": {"userName": "anna", "name": "Anna B"},
                  "isRetweet": False, "isQuote": False, "isReply": False},
        {"repost": {"isRetweet": True}, "quote": {"isQuote": True}, "reply": {"isReply": True}}, text="fullText"),
    "twarc-csv": Sample(
        ".csv", {"created_at": ISO, "author_id": "5", "author.username": "anna", "author.name": "Anna B", "lang": "en",
                 "referenced_tweets.retweeted.id": "", "referenced_tweets.quoted.id": "",
                 "referenced_tweets.replied_to.id": "", "edit_history_tweet_ids": ""},
        {"repost": {"referenced_tweets.retweeted.id": "9"}, "quote": {"referenced_tweets.quoted.id": "9"},
         "reply": {"referenced_tweets.replied_to.id": "9"}}),
    "Hydrator": Sample(
        ".csv", {"created_at": X_TIME, "tweet_url": OWN, "user_screen_name": "anna", "user_name": "Anna B",
                 "lang": "en", "retweet_id": "", "retweet_screen_name": "",
                 "in_reply_to_status_id": "", "quote_id": ""},
        {"repost": {"retweet_id": "9", "retweet_screen_name": "bob"}, "reply": {"in_reply_to_status_id": "9"}}),
    "twitteR": Sample(
        ".csv", {"created": "2020-01-01 10:00:00", "screenName": "anna", "replyToSN": "NA", "replyToSID": "NA",
                 "statusSource": "web", "isRetweet": "FALSE", "retweetCount": "2"},
        {"repost": {"isRetweet": "TRUE"}, "reply": {"replyToSN": "bob", "replyToSID": "9"}}),
    "rtweet": Sample(
        ".csv", {"user_id": "x5", "created_at": "2020-01-01T10:00:00Z", "screen_name": "anna", "is_retweet": "FALSE",
                 "is_quote": "FALSE", "reply_to_status_id": "", "lang": "en", "name": "Anna B"},
        {"repost": {"is_retweet": "TRUE"}, "quote": {"is_quote": "TRUE"}, "reply": {"reply_to_status_id": "9"}},
        id="status_id"),
    "Trump Twitter Archive": Sample(
        ".csv", {"isRetweet": "f", "isDeleted": "f", "device": "web", "favorites": "3", "date": "2020-01-01 10:00:00"},
        {"repost": {"isRetweet": "t"}}, handle="anna"),
    "Kaggle election tweets": Sample(
        ".csv", {"handle": "anna", "is_retweet": "False", "original_author": "", "time": "2020-01-01T10:00:00",
                 "in_reply_to_screen_name": "", "is_quote_status": "False", "lang": "en"},
        {"repost": {"is_retweet": "True", "original_author": "bob"}, "reply": {"in_reply_to_screen_name": "bob"},
         "quote": {"is_quote_status": "True"}}),
    "GetOldTweets": Sample(
        ".csv", {"username": "anna", "to": "", "date": "2020-01-01 10:00:00", "retweets": "1", "favorites": "2",
                 "mentions": "", "hashtags": "", "permalink": OWN}, {}),
    "Grailbird tweets.csv": Sample(
        ".csv", {"in_reply_to_status_id": "", "in_reply_to_user_id": "", "timestamp": "2015-01-31 11:24:09 +0000",
                 "source": "web", "retweeted_status_id": "", "expanded_urls": ""},
        {"repost": {"retweeted_status_id": "9"}, "reply": {"in_reply_to_user_id": "7"}}, id="tweet_id", handle="anna"),
    "Bluesky posts": Sample(
        ".json", {"post": {"uri": "", "author": {"handle": "anna.example", "displayName": "Anna B"},
                           "record": {"text": "", "createdAt": ISO}}},
        {"repost": {"reason": {"$type": "app.bsky.feed.defs#reasonRepost", "by": {"handle": "anna.example"}}},
         "reply": {"record": {"reply": {"parent": {"uri": "at://did:plc:b/app.bsky.feed.post/9"}}}},
         "quote": {"record": {"embed": {"record": {"uri": "at://did:plc:b/app.bsky.feed.post/9"}}}}},
        id="post.uri", text="post.record.text"),
    "Misskey notes": Sample(
        ".json", {"createdAt": ISO, "cw": None, "visibility": "public", "localOnly": False, "renoteId": None,
                  "replyId": None, "user": {"username": "anna", "name": "Anna B"}},
        {"repost": {"text": None, "renoteId": "9"}, "reply": {"replyId": "9"}, "quote": {"renoteId": "9"}}),
    "NodeXL": Sample(
        ".csv", {"Vertex 1": "anna", "Vertex 2": "anna", "Relationship": "Tweet",
                 "Relationship Date (UTC)": "2020-01-01 10:00:00"},
        {"repost": {"Relationship": "Retweet"}, "reply": {"Relationship": "Replies to"},
         "quote": {"Relationship": "Quote"}}, id="Imported ID", text="Tweet"),
    "Mastodon statuses": Sample(
        ".json", {"created_at": ISO, "visibility": "public", "account": {"acct": "anna", "display_name": "Anna B"},
                  "spoiler_text": "", "reblog": None, "in_reply_to_id": None},
        {"repost": {"reblog": {"id": "9", "content": "theirs"}},
         "reply": {"in_reply_to_id": "9", "in_reply_to_account_id": "7"}}, text="content"),
    "ActivityPub": Sample(
        ".json", {"actor": "https://m.example/users/anna", "published": ISO,
                  "to": ["https://www.w3.org/ns/activitystreams#Public"], "object": {"content": ""}},
        {"reply": {"object": {"inReplyTo": "https://m.example/users/bob/9"}}}, text="object.content"),
    "X GraphQL": Sample(
        ".json", {"legacy": {"full_text": "", "created_at": X_TIME, "lang": "en"},
                  "core": {"user_results": {"result": {"legacy": {"screen_name": "anna", "name": "Anna B"}}}}},
        {"repost": {"legacy": {"retweeted_status_result": {"result": {"rest_id": "9"}}}},
         "quote": {"legacy": {"is_quote_status": True}}, "reply": {"legacy": {"in_reply_to_status_id_str": "9"}}},
        id="rest_id", text="legacy.full_text"),
    "X API v1.1": Sample(
        ".json", {"created_at": X_TIME, "user": user(), "lang": "en", "in_reply_to_status_id_str": None,
                  "is_quote_status": False},
        {"repost": {"retweeted_status": {"id_str": "9"}}, "reply": {"in_reply_to_status_id_str": "9"},
         "quote": {"is_quote_status": True, "quoted_status_id_str": "9"}}, id="id_str", text="full_text"),
    "rows of an X archive": Sample(
        ".json", {"created_at": X_TIME, "display_text_range": ["0", "9"], "entities": {"urls": []}, "lang": "en"},
        {"reply": {"in_reply_to_status_id_str": "9", "in_reply_to_user_id_str": "7"}}, id="id_str", text="full_text",
        handle="anna"),
    "X API v2": Sample(
        ".json", {"created_at": ISO, "author_id": "5", "author": {"username": "anna", "name": "Anna B"},
                  "edit_history_tweet_ids": ["1"]},
        {kind: {"referenced_tweets": [{"type": word, "id": "9"}]}
         for kind, word in (("repost", "retweeted"), ("reply", "replied_to"), ("quote", "quoted"))}),
}  # fmt: skip


def put(row: dict[str, Any], name: str, value: Any, *, dotted: bool) -> None:
    steps = name.split(".") if dotted else [name]
    for step in steps[:-1]:
        row = row.setdefault(step, {})
    row[steps[-1]] = value


def merged(row: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    both = {name: merged(value, {}) if isinstance(value, dict) else value for name, value in row.items()}
    for name, value in more.items():
        inside = isinstance(value, dict) and isinstance(both.get(name), dict)
        both[name] = merged(both[name], value) if inside else value
    return both


def rows(sample: Sample) -> list[dict[str, Any]]:
    nested = sample.suffix != ".csv"
    made = []
    for number, (kind, more) in enumerate([("original", {}), *sample.kinds.items()], 1):
        row = merged(sample.post, {})
        put(row, sample.id, f"100{number}", dotted=nested)
        put(row, sample.text, f"{WORDS}, {kind}", dotted=nested)
        inner = {"post": {"record": more["record"]}} if "record" in more else more
        row = merged(row, inner)
        for name in ("url", "permalink", "tweet_url", "twitterUrl"):
            if row.get(name) == OWN:
                row[name] = f"{OWN}100{number}"
        made.append(row)
    return made


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_a_form_is_recognised_and_its_kinds_are_told_apart(form: Any, tmp_path: Path) -> None:
    sample = SAMPLES[form.title]
    path = tmp_path / f"posts{sample.suffix}"
    made = rows(sample)
    if sample.suffix == ".csv":
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, made[0])
            writer.writeheader()
            writer.writerows(made)
    else:
        end = "\n" if sample.suffix == ".jsonl" else ","
        text = end.join(map(json.dumps, made))
        path.write_text(text if end == "\n" else f"[{text}]", encoding="utf-8")
    source = open_source(path, handle=sample.handle)
    corpus = read_corpus(source, minimum=0)
    assert corpus.form == form.title
    assert (corpus.account.handle.partition("@")[0].partition(".")[0]) == "anna"
    kinds = sorted(post.kind for post in source)
    assert kinds == sorted(["original", *sample.kinds])
    told = re.search(rf"^\| {re.escape(form.title)} \|[^|]*\| ([^|]*) \|$", DOCS, re.MULTILINE)
    assert told is not None
    words = {"repost": "retweets", "reply": "replies", "quote": "quotes"}
    assert sorted(told[1].split(", ")) == sorted([words[kind] for kind in sample.kinds] or ["posts alone"])
