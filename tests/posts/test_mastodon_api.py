"""Mastodon, against a server of its shape; Mastodon.py is as it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from hubtweets.errors import (
    AccountNotFoundError,
    AccountSuspendedError,
    SourceRateLimitError,
    SourceRefusedError,
    SourceSpecError,
    SourceUnavailableError,
)
from hubtweets.posts import ReadOptions, open_source, read_corpus
from hubtweets.posts.sources.mastodon import UNREADABLE
from tests.posts.servers.base import Answer
from tests.posts.servers.mastodon import ME, MastodonServer, status


def many(count: int) -> list[dict]:
    return [status(1000 + n, f"<p>post number {n} of mine</p>") for n in range(count)][::-1]


def test_all_pages_then_only_what_is_new() -> None:
    with MastodonServer(many(100)) as server:
        source = open_source(f"mastodon:me@{server.host}")
        corpus = read_corpus(source, minimum=0)
        assert list(corpus.texts) == [f"post number {n} of mine" for n in range(100)]
        account = corpus.account
        assert (account.handle, account.name, account.platform) == ("me@127.0.0.1", "Me 🌻", "mastodon")
        assert account.avatar_url == "https://files.example/a.png"
        assert account.newest_post == "1099"
        assert len(server.log) == 1 + 4  # the account, pages of 40, and one that is empty
        server.log.clear()
        server.statuses = many(105)
        since = open_source(f"mastodon:@me@{server.host}", reading=ReadOptions(since_id="1099"))
        assert [post.id for post in since] == ["1100", "1101", "1102", "1103", "1104"]
        assert len(server.log) == 1 + 2
        few = open_source(f"mastodon:me@{server.host}", reading=ReadOptions(max_posts=50))
        assert [post.id for post in few] == [str(n) for n in range(1055, 1105)]
        assert not any("authorization" in asked.headers for asked in server.log)


def test_what_is_used_and_what_never_is() -> None:
    statuses = [
        status(1, "<p>public</p>"),
        status(2, "<p>unlisted</p>", visibility="unlisted"),
        status(3, "<p>followers</p>", visibility="private"),
        status(4, "<p>direct</p>", visibility="direct"),
        status(5, "", reblog=status(77, "<p>theirs</p>")),
        status(6, "<p>@x an answer</p>", in_reply_to_id="9", in_reply_to_account_id="9"),
        status(7, "<p>my thread</p>", in_reply_to_id="1", in_reply_to_account_id=ME),
        status(8, "<p>a film</p>", spoiler_text="spoilers", language="de"),
    ]
    with MastodonServer(statuses[::-1]) as server:
        source = open_source(f"mastodon:me@{server.host}")
        posts = list(source)
        without = open_source(f"mastodon:me@{server.host}", reading=ReadOptions(exclude=("replies",)))
        assert [post.id for post in without] == ["1", "2", "5", "7", "8"]
    assert [(post.id, post.text, post.kind) for post in posts] == [
        ("1", "public", "original"),
        ("2", "unlisted", "original"),
        ("5", "", "repost"),
        ("6", "@x an answer", "reply"),
        ("7", "my thread", "original"),
        ("8", "a film", "original"),
    ]
    assert [post.answers for post in posts] == [None, None, None, None, "1", None]
    assert (posts[-1].warning, posts[-1].language) == ("spoilers", "de")
    assert source.dropped == {"for followers or mentioned people only": 2}


def test_accounts_and_servers_that_cannot_be_read() -> None:
    with MastodonServer([]) as server:
        spec = f"mastodon:me@{server.host}"
        with pytest.raises(AccountNotFoundError, match="nobody"):
            open_source(f"mastodon:nobody@{server.host}")
        server.next_answers.append(Answer(410, {"error": "Gone"}))
        with pytest.raises(AccountSuspendedError, match="Gone"):
            open_source(spec)
        server.next_answers.append(Answer(401, {"error": "This method requires an authenticated user"}))
        with pytest.raises(SourceRefusedError, match="authenticated user"):
            open_source(spec)
        server.next_answers.append(Answer(200, b"<html>not Mastodon</html>"))
        with pytest.raises(SourceUnavailableError):
            open_source(spec)
        server.next_answers.append(Answer(200, {"id": "1"}))
        with pytest.raises(SourceUnavailableError, match="as a Mastodon server does"):
            open_source(spec)
        server.next_answers.append(Answer(200, [1, 2]))
        with pytest.raises(SourceUnavailableError, match="as a Mastodon server does"):
            open_source(spec)
        for page in ({"error": "no list"}, ["no status"]):
            server.next_answers.extend([None, Answer(200, page)])
            with pytest.raises(SourceUnavailableError, match="as a Mastodon server does"):
                list(open_source(spec))
        server.next_answers.extend([None, Answer(200, [{"id": str(10**9)}])])
        source = open_source(spec)
        assert len(list(source)) == len(server.statuses)
        assert source.dropped == {UNREADABLE: 1}
        server.next_answers.append(Answer(403, {"error": "\x1b[31mred\n" + "a" * 5000}))
        with pytest.raises(SourceRefusedError, match=r": \[31mred a{100}") as caught:
            open_source(spec)
        assert len(caught.value.message) < 400
        server.account["suspended"] = True
        with pytest.raises(AccountSuspendedError):
            open_source(spec)
    for spec in ("mastodon:", "mastodon:me", "mastodon:me@", "mastodon:me@a b"):
        with pytest.raises(SourceSpecError, match="not an account"):
            open_source(spec)


@pytest.mark.thorough
def test_limits_and_failures() -> None:
    with MastodonServer(many(50)) as server:
        reset = datetime.fromtimestamp(time.time() + 2, UTC).isoformat()
        limited = Answer(
            429, {"error": "Too many requests"}, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
        )
        server.next_answers.extend([None, limited, None, Answer(503, b"starting")])
        start = time.time()
        assert len(list(open_source(f"mastodon:me@{server.host}"))) == 50
        assert time.time() - start >= 2
        assert len(server.log) == 1 + 3 + 2


@pytest.mark.slow
def test_a_server_that_always_asks_to_wait_is_given_up() -> None:
    with MastodonServer(many(1)) as server:
        past = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2024-01-01T00:00:00Z"}
        server.next_answers.extend([Answer(429, {"error": "Too many requests"}, past)] * 6)
        with pytest.raises(SourceRateLimitError, match="no more requests") as caught:
            open_source(f"mastodon:me@{server.host}")
        assert caught.value.hint
        assert len(server.next_answers) == 2
