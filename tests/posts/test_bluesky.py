"""Bluesky, against a server of its shape; atproto is as it is."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import (
    AccountNotFoundError,
    AccountProtectedError,
    AccountSuspendedError,
    SourceRateLimitError,
    SourceRefusedError,
    SourceSpecError,
    SourceUnavailableError,
    UsageError,
)
from hubtweets.posts import ReadOptions, open_source, read_corpus
from hubtweets.posts.contract import OrderedSource
from hubtweets.posts.sources import _network
from tests.posts.servers.base import Answer, Asked
from tests.posts.servers.bluesky import CID, DID, OTHER, BlueskyServer, post, repost

LINK = "app.bsky.richtext.facet#link"


def tid(at: datetime) -> str:
    """The record key of this moment (https://atproto.com/specs/tid)."""
    number = int(at.timestamp() * 1e6) << 10
    alphabet = "234567abcdefghijklmnopqrstuvwxyz"
    return "".join(alphabet[number >> shift & 31] for shift in range(60, -1, -5))


def keys(count: int) -> list[str]:
    start = datetime(2024, 11, 4, tzinfo=UTC)
    return [tid(start + timedelta(hours=n)) for n in range(count)]


def feed(count: int) -> list[dict[str, Any]]:
    days = [f"2024-11-{4 + n // 24:02}T{n % 24:02}:00:00.000Z" for n in range(count)]
    named = enumerate(zip(keys(count), days, strict=True))
    return [post(key, f"post number {n} of mine", day) for n, (key, day) in named][::-1]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Any:
    def open_at(server: BlueskyServer, spec: str = "bluesky:alice.example", **options: Any) -> OrderedSource:
        monkeypatch.setenv("HUBTWEETS_BLUESKY_API", server.url)
        return open_source(spec, **options)

    return open_at


@pytest.mark.slow
def test_the_real_page(shared: Path, opened: Any) -> None:
    items = json.loads((shared / "data/social/bluesky_author_feed.json").read_text())["feed"]
    me = items[0]["reason"]["by"]
    own = [item for item in items if "reason" not in item]
    with BlueskyServer(items, me) as server:
        source = opened(server, "bluesky:benoist.dev")
        corpus = read_corpus(source, minimum=0)
    account = corpus.account
    assert (account.handle, account.name, account.platform) == ("benoist.dev", "Erik ❤️", "bluesky")
    assert account.avatar_url == me["avatar"]
    counts = account.counts
    assert (counts.downloaded, counts.retweets, counts.short, counts.kept) == (30, 28, 0, 2)
    assert sorted(corpus.texts) == sorted(" ".join(item["post"]["record"]["text"].split()) for item in own)
    assert account.newest_post == f"repost:{items[0]['post']['uri']}"
    assert "login" not in str(server.log).lower()
    assert not any("authorization" in asked.headers for asked in server.log)


def test_all_pages_then_only_what_is_new(opened: Any) -> None:
    with BlueskyServer(feed(250)) as server:
        source = opened(server)
        assert [post.text for post in source] == [f"post number {n} of mine" for n in range(250)]
        assert len(server.log) == 2 + 3  # the profile, what it declares, and pages of 100
        newest = read_corpus(source, minimum=0).account.newest_post
        server.feed = [*feed(260)[:10], *server.feed]
        server.log.clear()
        since = opened(server, reading=ReadOptions(since_id=newest))
        assert [post.text for post in since] == [f"post number {n} of mine" for n in range(250, 260)]
        assert len(server.log) == 2 + 1
        # The newest post that was known is gone: its time says where to stop.
        del server.feed[10]
        assert len(list(opened(server, reading=ReadOptions(since_id=newest)))) == 10
        assert len(list(opened(server, reading=ReadOptions(max_posts=120)))) == 120


def test_kinds_links_and_warnings(opened: Any) -> None:
    at = "2024-11-05T00:00:00Z"
    text = "größe: example.com/long… and my words here"
    shown, my_words = text.encode().index(b"example"), text.encode().index(b"my words")

    def facet(start: int, length: int) -> dict[str, Any]:
        index = {"byteStart": start, "byteEnd": start + length}
        return {
            "$type": "app.bsky.richtext.facet",
            "index": index,
            "features": [{"$type": LINK, "uri": "https://example.com/longer"}],
        }

    links = [facet(shown, len("example.com/long…".encode())), facet(my_words, len("my words"))]
    parent = {
        "uri": f"at://{OTHER}/app.bsky.feed.post/3k",
        "cid": CID,
    }
    own = {**parent, "uri": f"at://{DID}/app.bsky.feed.post/3k"}
    names = keys(6)
    items = [
        post(names[0], text, at, facets=links),
        post(names[1], "an answer", at, reply={"root": parent, "parent": parent}),
        post(names[2], "a thread", at, reply={"root": own, "parent": own}),
        post(names[3], "look", at, embed={"$type": "app.bsky.embed.record", "record": parent}),
        post(
            names[4], "warned", at, labels={"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "nudity"}]}
        ),
        repost(names[5], "not mine", at),
    ]
    with BlueskyServer(items[::-1]) as server:
        posts = list(opened(server))
    assert [post.kind for post in posts] == ["original", "reply", "original", "quote", "original", "repost"]
    assert [post.answers for post in posts] == [None, None, own["uri"], None, None, None]
    assert posts[0].text == "größe:  and my words here"
    assert posts[0].language == "en"
    assert [post.warning for post in posts] == [None, None, None, None, "nudity", None]


def test_records_that_are_not_as_they_should_be(opened: Any) -> None:
    at = "2024-11-05T00:00:00Z"
    first, second = keys(2)
    facet = {"index": {"byteStart": 0, "byteEnd": 12}, "features": [{"$type": LINK, "uri": "x"}]}
    items = [
        post(second, "an answer to who knows", at, reply={"parent": 5}),
        post(second, "labels of no kind", at, labels={"values": 5}),
        post(first, "example.com/ words of mine", at, langs=["a", "b", "c", "d"], facets=[facet]),
    ]
    with BlueskyServer(items) as server:
        source = opened(server)
        assert [(post.text, post.kind) for post in source] == [(" words of mine", "original")]
        assert list(source.dropped.values()) == [2]


@pytest.mark.thorough
def test_a_connection_that_breaks(opened: Any) -> None:
    class Breaks(BlueskyServer):
        broken = 0

        def reply(self, asked: Asked) -> Answer:
            self.broken += 1
            if self.broken in (2, 3):
                raise ConnectionAbortedError  # the handler ends, and with it the connection
            return super().reply(asked)

    with Breaks(feed(3)) as server:
        server._server.handle_error = lambda *_: None
        server.next_answers.extend([None, None, None, Answer(200, b'{"feed": [')])
        assert len(list(opened(server))) == 3
        assert len(server.log) == 5


def test_the_person_names_the_account(opened: Any) -> None:
    with BlueskyServer(feed(1)) as server:
        account = opened(server, handle="@alice").account
        assert (account.handle, account.url) == ("alice", "https://bsky.app/profile/alice.example")
        assert (
            opened(server, "bluesky:", handle="@alice.example").account.url == "https://bsky.app/profile/alice.example"
        )
        assert opened(server, f"bluesky:{DID}").account.handle == "alice.example"
    with pytest.raises(SourceSpecError, match="needs a handle"):
        open_source("bluesky:")


def test_accounts_that_cannot_or_must_not_be_read(opened: Any) -> None:
    with BlueskyServer([]) as server:
        with pytest.raises(AccountNotFoundError, match=r"nobody\.example"):
            opened(server, "bluesky:nobody.example")
        server.next_answers.append(Answer(400, {"error": "AccountTakedown", "message": "Account has been suspended"}))
        with pytest.raises(AccountSuspendedError, match="suspended"):
            opened(server)
        server.next_answers.append(Answer(403, {"error": "Forbidden", "message": "\x1b[31mno\n" + "a" * 5000}))
        with pytest.raises(SourceRefusedError, match=r": \[31mno a{100}") as caught:
            opened(server)
        assert len(caught.value.message) < 400
        assert caught.value.hint
        label = {"src": DID, "uri": f"at://{DID}", "val": "!no-unauthenticated", "cts": "2024-01-01T00:00:00Z"}
        server.profile["labels"] = [label]
        with pytest.raises(AccountProtectedError, match="signed-in"):
            opened(server)


@pytest.mark.slow
def test_limits_and_failures(opened: Any) -> None:
    with BlueskyServer(feed(150)) as server:
        limited = Answer(429, {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"},
                         {"ratelimit-reset": str(int(time.time()) + 2)})  # fmt: skip
        server.next_answers.extend([None, limited, None, Answer(502, b"<html>bad gateway</html>")])
        assert len(list(opened(server))) == 150
        assert len(server.log) == 1 + 2 + 2
        later = Answer(429, {"error": "RateLimitExceeded"}, {"ratelimit-reset": str(int(time.time()) + 86400)})
        server.next_answers.append(later)
        with pytest.raises(SourceRateLimitError) as caught:
            opened(server)
        assert caught.value.retry_after > 80_000
    with pytest.raises(SourceUnavailableError):
        opened(server)


def test_a_deep_answer(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_network, "ATTEMPTS", 1)
    with BlueskyServer([]) as server:
        server.next_answers.append(Answer(200, b"[" * 100_000 + b"]" * 100_000))
        with pytest.raises(SourceUnavailableError):
            opened(server)


def test_an_address_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBTWEETS_BLUESKY_API", "public.example")
    with pytest.raises(UsageError, match="HUBTWEETS_BLUESKY_API"):
        open_source("bluesky:alice.example")
