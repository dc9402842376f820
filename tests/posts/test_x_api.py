"""The X API, against a server of its shape; tweepy is as it is, its session pointed there by a transport adapter."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from hubtweets._shared.progress import Progress
from hubtweets.errors import (
    AccountNotFoundError,
    AccountProtectedError,
    AccountSuspendedError,
    CostError,
    CredentialsError,
    CreditsError,
    SourceRateLimitError,
    SourceRefusedError,
    SourceUnavailableError,
    UsageError,
)
from hubtweets.posts import ReadOptions, open_source, read_corpus
from hubtweets.posts.contract import OrderedSource
from hubtweets.posts.sources import _network
from hubtweets.posts.sources.x import UNREADABLE
from tests.posts.servers.base import Answer
from tests.posts.servers.xapi import ME, XServer, problem, tweet

YES = ReadOptions(confirm=lambda sentence: True)
BASE = 1_700_000_000_000_000_000


def many(count: int, first: int = 0) -> list[dict[str, Any]]:
    """Newest first, with gaps between the ids as real ones have."""
    return [tweet(BASE + 7 * n, f"post number {n} of mine") for n in range(first, first + count)][::-1]


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """None of the developer's own, under any of the names that are looked for."""
    for name in os.environ:
        if re.fullmatch(r"(X_|TWITTER_)?(BEARER|CONSUMER|API|ACCESS)_(TOKEN|KEY|SECRET|TOKEN_SECRET)", name):
            monkeypatch.delenv(name)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("X_BEARER_TOKEN", "a-bearer-token")

    def open_at(server: XServer, reading: ReadOptions = YES, spec: str = "x:example", **options: Any) -> OrderedSource:
        monkeypatch.setenv("HUBTWEETS_X_API", server.url)
        return open_source(spec, reading=reading, **options)

    return open_at


def pages(server: XServer) -> list[dict[str, str]]:
    return [asked.query for asked in server.log if asked.path.endswith("/tweets")]


@pytest.mark.thorough
def test_3200_posts_over_pages_and_then_nothing_twice(opened: Any) -> None:
    with XServer(many(3400)) as server:
        source = opened(server)
        corpus = read_corpus(source)
        account = corpus.account
        assert [account.handle, account.name, account.platform] == ["example", "Example 🌻", "x"]
        assert account.avatar_url == "https://pbs.twimg.com/profile_images/1/face_400x400.jpg"
        assert account.counts.downloaded == 3200
        assert list(corpus.texts) == [f"post number {n} of mine" for n in range(200, 3400)]
        assert source.cost == pytest.approx(3200 * 0.005 + 0.010)
        assert len(pages(server)) == 32
        assert all(page["max_results"] == "100" for page in pages(server))

        # Again: only what is new, and the old posts from this machine.
        server.log.clear()
        server.tweets = many(3412)
        server.user["public_metrics"]["tweet_count"] = 3412
        again = opened(server)
        assert [post.text for post in again] == [f"post number {n} of mine" for n in range(200, 3412)]
        assert len(pages(server)) == 1
        assert set(server.given.values()) == {1}
        assert again.cost == pytest.approx(12 * 0.005 + 0.010)


@pytest.mark.slow
def test_an_interrupted_read_goes_on_without_reading_a_post_twice(opened: Any) -> None:
    with XServer(many(950)) as server:
        down = [Answer(503, {"title": "Service Unavailable", "status": 503})] * 4
        server.next_answers.extend([None, None, None, None, *down])
        with pytest.raises(SourceUnavailableError, match="cannot be read"):
            list(opened(server))
        assert len(server.given) == 300
        server.tweets = many(980)  # 30 more were posted meanwhile
        assert len(list(opened(server))) == 980
        assert len(server.given) == 980
        assert set(server.given.values()) == {1}


@pytest.mark.thorough
def test_a_killed_read_goes_on(opened: Any, isolated: Path) -> None:
    code = "from hubtweets.posts import *; list(open_source('x:example', reading=ReadOptions(confirm=lambda s: True)))"
    with XServer(many(600)) as server:
        wait = Answer(429, {"title": "Too Many Requests"}, {"x-rate-limit-reset": str(int(time.time()) + 600)})
        server.next_answers.extend([None, None, None, wait])
        env = {**os.environ, "HUBTWEETS_X_API": server.url}
        process = subprocess.Popen([sys.executable, "-c", code], env=env)
        while len(server.log) < 4:
            time.sleep(0.05)
            assert process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert len(list(opened(server))) == 600
        assert set(server.given.values()) == {1}
    files = list((isolated / ".cache" / "hubtweets" / "x" / ME).iterdir())
    assert [file.name for file in files if file.suffix == ".parquet"] == [f"1-{BASE + 7 * 599}.parquet"]


@pytest.mark.thorough
def test_two_that_read_at_once_do_not_both_pay(opened: Any) -> None:
    code = (
        "from hubtweets.posts import *; print(len(list(open_source('x:example', reading=ReadOptions(max_posts=1000)))))"
    )
    with XServer(many(190)) as server:
        env = {**os.environ, "HUBTWEETS_X_API": server.url}
        command = [sys.executable, "-c", code]
        both = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        assert [process.communicate(timeout=120)[0].strip() for process in both] == ["190", "190"]
        assert set(server.given.values()) == {1}


class Watch(Progress):
    """Remembers the labels of tasks, and the notes."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.notes: list[str] = []

    def task(self, label: str, **options: Any) -> Any:
        self.labels.append(label)
        return super().task(label, **options)

    def note(self, text: str) -> None:
        self.notes.append(text)


@pytest.mark.thorough
def test_a_rate_limit_in_the_middle_is_waited_out(opened: Any) -> None:
    watch = Watch()
    with XServer(many(150)) as server:
        reset = {
            "x-rate-limit-limit": "900",
            "x-rate-limit-remaining": "0",
            "x-rate-limit-reset": str(int(time.time()) + 3),
        }
        body = {"title": "Too Many Requests", "detail": "Too Many Requests", "type": "about:blank", "status": 429}
        server.next_answers.extend([None, None, Answer(429, body, reset)])
        start = time.time()
        assert len(list(opened(server, progress=watch))) == 150
        assert time.time() - start > 1
        assert set(server.given.values()) == {1}
        assert any("asks to wait until" in label for label in watch.labels)
        assert "150 posts" in watch.notes[0]
        assert "$0.76" in watch.notes[0]
        server.next_answers.append(Answer(429, body, {"x-rate-limit-reset": str(int(time.time()) + 7200)}))
        with pytest.raises(SourceRateLimitError) as caught:
            opened(server)
        assert caught.value.retry_after > 7000


def test_since_id_max_posts_and_no_cache(opened: Any, isolated: Path) -> None:
    with XServer(many(300)) as server:
        since = ReadOptions(since_id=str(BASE + 7 * 249), cache=False, confirm=YES.confirm)
        assert [post.id for post in opened(server, since)] == [str(BASE + 7 * n) for n in range(250, 300)]
        assert pages(server)[0]["since_id"] == str(BASE + 7 * 249)
        assert not (isolated / ".cache" / "hubtweets").exists()
        few = ReadOptions(max_posts=130)
        assert [post.id for post in opened(server, few)] == [str(BASE + 7 * n) for n in range(170, 300)]
        assert [int(page["max_results"]) for page in pages(server)[1:]] == [100, 30]
        server.given.clear()
        assert len(list(opened(server, ReadOptions(max_posts=200)))) == 200
        assert sum(server.given.values()) == 70


@pytest.mark.thorough
def test_money(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def no(sentence: str) -> bool:
        asked.append(sentence)
        return False

    with XServer(many(1000)) as server:
        with pytest.raises(CostError) as caught:
            list(opened(server, ReadOptions(confirm=no)))
        assert (caught.value.cost, caught.value.limit) == (5.0, 1.0)
        assert "--yes" in caught.value.hint
        assert asked == ["Reading up to 1,000 posts of @example from X costs up to $5.00."]
        with pytest.raises(CostError):
            list(opened(server, ReadOptions()))
        assert not server.given

        capped = opened(server, ReadOptions(max_cost=0.60))  # 118 posts beside the look-up; nobody needs to be asked
        assert len(list(capped)) == 118
        assert capped.cost <= 0.60
        assert "--max-cost" in capped.notes[0]
        assert len(list(opened(server, YES))) == 1000
        assert set(server.given.values()) == {1}

        # More posts than the account's count let expect: asked for again before a second dollar is spent.
        server.tweets = many(1500)
        with pytest.raises(CostError):
            list(opened(server, ReadOptions(confirm=no)))
        assert len(server.given) == 1200

        monkeypatch.setenv("HUBTWEETS_X_PRICE_POST", "0.0001")
        assert len(list(opened(server, ReadOptions()))) == 1500
        assert set(server.given.values()) == {1}
        for price in ("free", "-1", "nan", "inf"):
            monkeypatch.setenv("HUBTWEETS_X_PRICE_POST", price)
            with pytest.raises(UsageError, match="HUBTWEETS_X_PRICE_POST"):
                opened(server)


def test_no_more_is_read_than_was_agreed_to(opened: Any) -> None:
    asked: list[str] = []

    def only_the_first(sentence: str) -> bool:
        asked.append(sentence)
        return len(asked) == 1

    with XServer(many(900)) as server:
        server.user["public_metrics"]["tweet_count"] = 250
        with pytest.raises(CostError):
            list(opened(server, ReadOptions(confirm=only_the_first, max_cost=4.00)))
        assert len(server.given) == 250
    assert asked == [
        "Reading up to 250 posts of @example from X costs up to $1.25.",
        "Reading up to 548 posts of @example from X costs up to $2.74.",  # what is left of --max-cost
    ]


def test_the_look_up_alone_may_be_too_much(opened: Any) -> None:
    with XServer(many(10)) as server:
        with pytest.raises(CostError, match=r"\$0\.010") as caught:
            opened(server, ReadOptions(max_cost=0.005))
        assert (caught.value.cost, caught.value.limit) == (0.010, 0.005)
        assert not server.log


def test_kinds_long_posts_and_edits(opened: Any) -> None:
    long_text = "A long thought & all of it. " * 20
    tweets = [
        tweet(1, "An original &amp; nothing else"),
        tweet(2, "RT @you: yours…", referenced_tweets=[{"type": "retweeted", "id": "9"}]),
        tweet(3, "look https://t.co/x", referenced_tweets=[{"type": "quoted", "id": "9"}]),
        tweet(4, "@you yes", referenced_tweets=[{"type": "replied_to", "id": "9"}], in_reply_to_user_id="5"),
        tweet(5, "my thread", referenced_tweets=[{"type": "replied_to", "id": "1"}], in_reply_to_user_id=ME),
        tweet(6, "A long thought…", note_tweet={"text": long_text}),
        tweet(7, "first version", edit_history_tweet_ids=["7"]),
        tweet(8, "second version", edit_history_tweet_ids=["7", "8"], lang="zxx"),
    ]
    with XServer(tweets[:7][::-1]) as server:
        assert len(list(opened(server))) == 7
        server.tweets = tweets[::-1]
        posts = list(opened(server))
    assert [(post.id, post.kind) for post in posts] == [
        ("1", "original"), ("2", "repost"), ("3", "quote"), ("4", "reply"), ("5", "original"), ("6", "original"),
        ("8", "original"),
    ]  # fmt: skip
    assert posts[0].text == "An original & nothing else"
    assert posts[5].text == long_text
    assert [post.language for post in posts[-2:]] == ["en", None]


def test_every_error_is_its_own(opened: Any, shared: Path) -> None:
    samples = json.loads((shared / "data/xapi/errors_observed.json").read_text())["samples"]
    expected = {
        "user not found by username (GET /2/users/by/username/:u)": AccountNotFoundError,
        "user suspended, by username": AccountSuspendedError,
        "user suspended, by id (GET /2/users/:id/tweets)": AccountSuspendedError,
        "protected account timeline, no data key": AccountProtectedError,
        "monthly cap": CreditsError,
        "pay-per-use credits gone": CreditsError,
        "app not attached to a project": SourceRefusedError,
        "bad bearer token": CredentialsError,
    }
    for sample in samples:
        if sample["case"] not in expected:
            continue
        with XServer([]) as server:
            answer = Answer(sample["status"], sample["body"])
            server.next_answers.extend([answer] if "by id" not in sample["case"] else [None, answer])
            with pytest.raises(expected[sample["case"]]) as caught:
                list(opened(server))
            assert type(caught.value) is expected[sample["case"]]
            assert caught.value.handle == "example"
            assert "a-bearer-token" not in f"{caught.value} {caught.value.hint} {caught.value.fields()}"


def test_partial_errors_beside_data_are_no_error(opened: Any) -> None:
    with XServer([]) as server:
        body = {
            "data": [tweet(5, "a post of mine")],
            "meta": {"result_count": 1},
            **problem("x", "Authorization Error", "y"),
        }
        server.next_answers.extend([None, Answer(200, body)])
        assert [post.id for post in opened(server)] == ["5"]


def test_answers_that_are_not_as_they_should_be(opened: Any) -> None:
    with XServer(many(150)) as server:
        for body in ({}, {"data": []}, {"data": {"id": 5}}, {"data": {**server.user, "id": "../../x"}}):
            server.next_answers.append(Answer(200, body))
            with pytest.raises(SourceUnavailableError, match="not what it should be"):
                opened(server)
        for body in ([], "no", {"errors": "no"}, {"errors": [5]}):
            server.next_answers.append(Answer(200, body))
            with pytest.raises(SourceUnavailableError, match="not what it should be"):
                opened(server)
        for wrong in ({"created_at": "then"}, {"id": "x"}, {"text": None}):
            page = {"data": [{**tweet(BASE, "x"), **wrong}, tweet(BASE + 1, "sound")]}
            server.next_answers.extend([None, Answer(200, page)])
            source = opened(server, ReadOptions(cache=False))
            assert [post.text for post in source] == ["sound"]
            assert source.dropped == {UNREADABLE: 1}
            assert source.cost == pytest.approx(0.02)  # the odd one is billed too
        assert len(list(opened(server, spec="x:@example"))) == 150
        assert set(server.given.values()) == {1}
        with pytest.raises(UsageError, match="'row-1'"):
            list(opened(server, ReadOptions(since_id="row-1")))


def test_accounts_without_a_token_or_protected(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with XServer(many(3)) as server:
        server.user["protected"] = True
        with pytest.raises(AccountProtectedError):
            opened(server)
        assert not pages(server)
        monkeypatch.setenv("X_BEARER_TOKEN", "wrong")
        with pytest.raises(CredentialsError, match="does not accept"):
            opened(server)
        monkeypatch.delenv("X_BEARER_TOKEN")
        with pytest.raises(CredentialsError, match="there is none") as caught:
            opened(server)
        assert "archive" in caught.value.hint
        # A user's own four keys, as tweepy's documents name them. A follower may see a protected account; its posts are
        # still not meant for everybody.
        for name in ("CONSUMER_KEY", "CONSUMER_SECRET", "ACCESS_TOKEN", "ACCESS_TOKEN_SECRET"):
            monkeypatch.setenv(name, f"secret-{name.lower()}")
        with pytest.raises(AccountProtectedError):
            opened(server)
        server.user["protected"] = False
        server.log.clear()
        assert len(list(opened(server))) == 3
        assert all(asked.headers["authorization"].startswith("OAuth ") for asked in server.log)
        assert "secret-consumer_secret" not in str(server.log)


def test_a_damaged_page_is_read_again(opened: Any, isolated: Path) -> None:
    with XServer(many(120)) as server:
        list(opened(server))
        (file,) = (isolated / ".cache" / "hubtweets" / "x" / ME).glob("*.parquet")
        file.write_bytes(file.read_bytes()[:200])
        source = opened(server)
        assert len(list(source)) == 120
        assert "damaged" in source.notes[0]
        assert len(list(opened(server))) == 120
        assert sum(server.given.values()) == 240

        # With new posts the file has another name; the damaged one does not stay.
        file.write_bytes(file.read_bytes()[:200])
        server.tweets = many(130)
        assert len(list(opened(server))) == 130
        again = opened(server)
        assert len(list(again)) == 130
        assert not again.notes


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(429, {"title": "Too Many"}, {"x-rate-limit-reset": "soon"}), "ValueError"),
        (Answer(302, {}, {"Location": "/2/elsewhere"}), "TooManyRedirects"),
        (Answer(200, b"[" * 100_000 + b"]" * 100_000), "RecursionError"),
    ],
    ids=["a wait that is no number", "a redirect", "a deep answer"],
)
def test_an_odd_answer_is_an_error_and_no_traceback(answer: Answer, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_network, "ATTEMPTS", 1)
    with XServer([]) as server:
        monkeypatch.setenv("HUBTWEETS_X_API", server.url)
        monkeypatch.setenv("X_BEARER_TOKEN", server.token)
        server.next_answers.append(answer)
        with pytest.raises(SourceUnavailableError, match=said):
            open_source("x:example")
        assert len(server.log) == 1


@pytest.mark.thorough
def test_posts_in_communities_are_paid_once_counted_and_never_given(opened: Any) -> None:
    tweets = many(10)
    for row in tweets[::2]:
        row["community_id"] = "1493446837214187523"
    with XServer(tweets) as server:
        for _ in range(2):  # from X, then from this machine
            corpus = read_corpus(opened(server), minimum=0)
            assert len(corpus.texts) == 5
            assert corpus.dropped == {"for a community only": 5}
        assert "community_id" in pages(server)[0]["tweet.fields"]
        assert set(server.given.values()) == {1}
