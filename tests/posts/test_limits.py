"""Whom a source obeys, what it does not follow, and that its time grows with what it reads and no faster."""

from __future__ import annotations

import gzip
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hubtweets.errors import SourceRateLimitError, SourceRefusedError, SourceUnavailableError
from hubtweets.posts import open_source, read_corpus
from hubtweets.posts.filters import near_duplicates
from hubtweets.posts.sources import _network
from tests.posts.conftest import ACCOUNT, js, tweet
from tests.posts.servers.base import Answer, Asked
from tests.posts.servers.bluesky import BlueskyServer, post
from tests.posts.servers.mastodon import MastodonServer, status


@pytest.mark.parametrize(
    ("profile", "intent"),
    [
        ({}, None),
        ({"indexable": True}, None),
        ({"indexable": None}, None),
        ({"indexable": False}, "deny"),
        ({"note": "<p>I sail. <a href='https://a.example/tags/nobot'>#<span>NoBot</span></a></p>"}, "deny"),
        ({"fields": [{"name": "Robots", "value": "#nobot"}]}, "deny"),
        ({"note": "<p>#nobots are welcome here</p>"}, None),
        ({"note": "<p>#nobots welcome!</p><p>#nobot</p>"}, "deny"),
        ({"note": "<p>#nobots, please. Everybody is welcome.</p>"}, "deny"),
    ],
)
def test_what_a_mastodon_profile_asks_of_programs(profile: dict[str, object], intent: str | None) -> None:
    with MastodonServer([status(1, "<p>some plain words of mine</p>")]) as server:
        server.account.update(profile)
        corpus = read_corpus(open_source(f"mastodon:me@{server.host}"), minimum=0)
    assert (corpus.consent_signal.intent if corpus.consent_signal else None) == intent


class DeclaringServer(BlueskyServer):
    """Has the account's declaration too, or whatever else stands in its place."""

    declaration: Answer

    def reply(self, asked: Asked) -> Answer:
        return self.declaration if asked.path == "/xrpc/com.atproto.repo.getRecord" else super().reply(asked)


@pytest.mark.parametrize(
    ("status_code", "body", "intent"),
    [
        (200, {"value": {"syntheticContentGeneration": {"allow": False}}}, "deny"),
        (200, {"value": {"syntheticContentGeneration": {"allow": True}}}, "allow"),
        (200, {"value": {"syntheticContentGeneration": {}}}, None),
        (200, {"value": {}}, None),
        (200, {"value": "odd"}, None),
        (200, ["no record"], None),
        (400, {"error": "RecordNotFound"}, None),
    ],
)
def test_what_a_bluesky_account_declares(
    monkeypatch: pytest.MonkeyPatch, status_code: int, body: object, intent: str | None
) -> None:
    with DeclaringServer([post("3k2aaaaaaaaaa", "some plain words of mine", "2024-05-01T10:00:00Z")]) as server:
        monkeypatch.setenv("HUBTWEETS_BLUESKY_API", server.url)
        server.declaration = Answer(status_code, body)
        corpus = read_corpus(open_source("bluesky:alice.example"), minimum=0)
    assert (corpus.consent_signal.intent if corpus.consent_signal else None) == intent


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://127.0.0.1:9/",
        "http://10.0.0.1/x",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
    ],
)
def test_a_server_that_sends_elsewhere_is_not_followed(elsewhere: str) -> None:
    with MastodonServer([]) as server:
        server.next_answers.append(Answer(302, b"", {"Location": elsewhere}))
        with pytest.raises(SourceRefusedError, match="another address"):
            open_source(f"mastodon:me@{server.host}")
        assert len(server.log) == 1


@pytest.mark.parametrize("service", ["mastodon", "bluesky"])
def test_an_answer_that_is_too_long_or_takes_too_long(service: str, monkeypatch: pytest.MonkeyPatch) -> None:
    server_type = {"mastodon": MastodonServer, "bluesky": BlueskyServer}[service]
    with server_type([]) as server:
        monkeypatch.setenv("HUBTWEETS_BLUESKY_API", server.url)
        spec = "bluesky:alice.example" if service == "bluesky" else f"mastodon:me@{server.host}"
        packed = gzip.compress(b'{"note": "' + b" " * (_network.ANSWER_LIMIT + 1), 1)
        server.next_answers.append(Answer(200, packed, {"Content-Encoding": "gzip"}))
        with pytest.raises(SourceUnavailableError, match="more than 32 MiB"):
            read_corpus(open_source(spec), minimum=0)
        assert len(server.log) == 1  # an answer like that is not asked for again
        monkeypatch.setattr(_network, "ANSWER_SECONDS", -1.0)
        with pytest.raises(SourceUnavailableError, match="seconds"):
            read_corpus(open_source(spec), minimum=0)
        assert len(server.log) == 2


def cpu(work: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the quickest of some runs: what else the machine does only makes it slower."""
    taken = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def parts(path: Path, count: int) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/account.js", js("account", [ACCOUNT]))
        for part in range(count):
            name = f"data/tweets-part{part}.js" if part else "data/tweets.js"
            archive.writestr(name, js("tweets", [{"tweet": tweet(part + 1, "some plain words of mine")}], part))
    return path


@pytest.mark.slow
def test_time_grows_with_the_number_of_parts(tmp_path: Path) -> None:
    few, many = parts(tmp_path / "few.zip", 2_000), parts(tmp_path / "many.zip", 20_000)
    read_corpus(open_source(few), minimum=0)
    short = cpu(lambda: read_corpus(open_source(few), minimum=0))
    assert cpu(lambda: read_corpus(open_source(many), minimum=0), runs=1) < 20 * short + 0.1  # squared it would be 100


@pytest.mark.thorough
def test_time_grows_with_the_number_of_posts_made_from_one_frame() -> None:
    def framed(count: int) -> list[str]:
        words = [chr(97 + n % 26) + chr(97 + n // 26 % 26) + chr(97 + n // 676 % 26) for n in range(count)]
        return [f"good morning everybody today we sail to {word} with {word} aboard" for word in words]

    near_duplicates(framed(1_000))
    short = cpu(lambda: near_duplicates(framed(1_000)))
    assert cpu(lambda: near_duplicates(framed(4_000))) < 6 * short + 0.1


# -- odd items, and servers that never end -----------------------------------------------------------------------------

FINE = "some plain words of mine"
ODD: list[object] = [
    None,
    5,
    "x",
    [],
    {},
    {"post": None},
    {"post": {"uri": 5}},
    {"post": {"uri": "at://x", "record": 7}},
]


def test_odd_items_of_a_feed_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    fine = [post(f"3k2aaaaaaaaa{letter}", f"{FINE} {letter}", "2024-05-01T10:00:00Z") for letter in "ab"]
    theirs = post("3k2aaaaaaaaac", FINE, "2024-05-01T10:00:00Z", did="did:plc:eu6cezqsf5yocjsyc7mgkued")
    feed = [fine[0], *ODD, theirs, fine[1]]
    with BlueskyServer(feed) as server:
        monkeypatch.setenv("HUBTWEETS_BLUESKY_API", server.url)
        corpus = read_corpus(open_source("bluesky:alice.example"), minimum=0)
    assert len(corpus.texts) == 2
    assert list(corpus.dropped.values()) == [len(ODD), 1]
    others = status(3, f"<p>{FINE}</p>", account={"id": "999", "acct": "bob"})
    with MastodonServer([]) as masto:
        masto.account.update(statuses_count=None, display_name=None)
        masto.next_answers += [None, Answer(200, [status(9, f"<p>{FINE}</p>"), *ODD[:5], others])]
        toots = read_corpus(open_source(f"mastodon:me@{masto.host}"), minimum=0)
    assert (len(toots.texts), sorted(toots.dropped.values())) == (1, [1, 5])


def test_a_server_that_makes_up_posts_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_network, "MOST", 500)
    pages = _network.Pages(reach=10**15)
    read = 0
    while pages.goes_on(str(read), sum(pages.is_new(f"{read} {number}") for number in range(100))):
        read += 1
    assert (read, pages.reason) == (4, "it gave 500 posts, as many as are read of one account")


@pytest.mark.parametrize("reset", ["9" * 400, "99999999999999999999"])
def test_a_wait_that_no_number_can_hold(reset: str) -> None:
    with MastodonServer([]) as server:
        limited = {"X-RateLimit-Reset": reset, "X-RateLimit-Remaining": "0", "X-RateLimit-Limit": "300"}
        server.next_answers += [None, Answer(429, {"error": "Too many"}, limited)]
        with pytest.raises(SourceRateLimitError, match="asks to wait for"):
            read_corpus(open_source(f"mastodon:me@{server.host}"), minimum=0)
