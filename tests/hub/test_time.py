"""Every request ends: in time, when it is asked to, however slowly bytes come; and waits are told."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

import pytest

from hubtweets.errors import HubUnreachableError, RateLimitedError
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange
from hubtweets.hub.pacing import Stop, StoppedError, Wait
from hubtweets.hub.transport import bound_library
from hubtweets.localhub import LocalHub
from tests.support.clock import SkippingClock
from tests.support.odd_hub import OddHub, Rule

CARD = "---\ntags:\n- huggingtweets\n---\n# Somebody\n"
QUOTA = (
    '{"error": "You have exceeded the rate limit for repository commits (128 per hour). '
    'You can retry this action in about 1 hour."}'
)


def test_a_slow_answer_has_a_deadline_in_all(odd: OddHub, hub: LocalHub, repo: str) -> None:
    """httpx2's timeouts begin anew with each byte; at this rate the answer would take a minute, and ten times that."""
    clock = SkippingClock(speed=400)  # two minutes take 0.3 s
    with HubClient(odd.endpoint, hub.token, clock=clock) as client:
        client.whoami()
        odd.rules = [Rule("/resolve/", "drip", seconds=0.05)]
        started = time.monotonic()
        with pytest.raises(HubUnreachableError, match="too long"):
            client.read_card(repo)
        assert time.monotonic() - started < 20


def test_what_drips_is_asked_for_twice(odd: OddHub, hub: LocalHub, repo: str) -> None:
    """30 s for a try of what only reads, and a minute in all; broken connections are tried more often."""
    clock = SkippingClock(speed=100)
    with HubClient(odd.endpoint, hub.token, clock=clock) as client:
        client.whoami()
        odd.rules = [Rule("/resolve/", "drip", seconds=0.02)]
        with pytest.raises(HubUnreachableError, match="too long"):
            client.read_card(repo)
        assert odd.asked("/resolve/") == 2


@pytest.mark.parametrize("what", ["time", "interrupted"])
def test_a_slow_answer_does_not_keep_work_from_stopping(odd: OddHub, hub: LocalHub, repo: str, what: str) -> None:
    stop = Stop(1.0 if what == "time" else None)
    with HubClient(odd.endpoint, hub.token, stop=stop) as client:
        odd.rules = [Rule("/resolve/", "drip", seconds=0.5)]
        started = time.monotonic()
        if what == "interrupted":
            threading.Timer(0.5, stop.ask, ["interrupted"]).start()
        with pytest.raises(StoppedError):
            client.read_card(repo)
        assert time.monotonic() - started < 5, "1 second and a loaded machine"
    assert stop.reason == what


def test_a_commit_quota_is_waited_for_and_told_in_the_hubs_words(
    odd: OddHub, hub: LocalHub, repo: str, clock: SkippingClock
) -> None:
    told: list[Wait] = []
    odd.rules = [Rule("POST .*/commit/", status=429, body=QUOTA, times=1)]
    with HubClient(odd.endpoint, hub.token, clock=clock, waits=told.append) as client:
        assert client.update_repo(repo, lambda card: RepoChange(card=CARD), message="one").changed
    assert 3590 < clock.skipped < 3700
    assert "128 per hour" in told[0].why


def test_what_the_time_given_has_no_room_for_stops_at_once(
    odd: OddHub, hub: LocalHub, repo: str, clock: SkippingClock
) -> None:
    odd.rules = [Rule("POST .*/commit/", status=429, body=QUOTA)]
    stop = Stop(600, clock=clock)
    with HubClient(odd.endpoint, hub.token, stop=stop) as client, pytest.raises(StoppedError):
        client.update_repo(repo, lambda card: RepoChange(card=CARD), message="one")
    assert (stop.reason, clock.skipped) == ("time", 0)


def test_a_quota_does_not_keep_others_from_reading(odd: OddHub, hub: LocalHub, new_repo: Callable[[], str]) -> None:
    first, second = new_repo(), new_repo()
    odd.rules = [Rule(f"POST .*/{first}/commit/", status=429, body=QUOTA, times=1)]
    waits = SimpleQueue[Wait]()
    stop = Stop(waits=waits.put)
    with HubClient(odd.endpoint, hub.token, stop=stop) as client, ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(client.update_repo, first, lambda card: RepoChange(card=CARD), message="one")
        assert "128 per hour" in waits.get(timeout=60).why
        client.read_card(second)
        assert not waiting.done()  # for an hour
        stop.ask("interrupted")
        with pytest.raises(StoppedError):
            waiting.result()


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"Retry-After": "7"}, "{}", 7),
        ({"Retry-After": "7.5"}, "", 7.5),
        ({"RateLimit": '"api";r=0;t=40', "RateLimit-Policy": '"fixed window";"api";q=500;w=300'}, "", 40),
        ({}, '{"error": "Slow down and retry in 20 minutes"}', 1200),
        ({}, '{"error": "wait for 30s"}', 30),
    ],
)
def test_as_long_as_it_asks(
    client: HubClient, odd: OddHub, clock: SkippingClock, repo: str, headers: dict[str, str], body: str, seconds: float
) -> None:
    odd.rules = [Rule("/resolve/", status=429, headers=headers, body=body, times=1)]
    client.read_card(repo)
    assert clock.skipped == pytest.approx(seconds, abs=5)


def test_a_wait_of_a_day_is_told_and_not_waited_for(client: HubClient, odd: OddHub, clock: SkippingClock) -> None:
    body = '{"error": "Too many repositories created today; retry tomorrow"}'
    odd.rules = [Rule("POST /api/repos/create", status=429, body=body)]
    with pytest.raises(RateLimitedError, match="Too many repositories created today; retry tomorrow"):
        client.create_repo("huggingtweets/tomorrow")
    assert (clock.skipped, odd.asked("create")) == (0, 1)


def test_a_budget_of_commits_holds_for_every_verb(
    odd: OddHub, hub: LocalHub, new_repo: Callable[[], str], clock: SkippingClock
) -> None:
    from hubtweets.hub.pacing import Quota

    with HubClient(odd.endpoint, hub.token, clock=clock, commit_budget=Quota(2)) as client:
        for _ in range(3):
            client.update_repo(new_repo(), lambda card: RepoChange(card=CARD), message="one")
    assert 3500 < clock.skipped < 3700


@pytest.mark.thorough
def test_clients_that_are_made_at_once_do_not_take_each_others_session_away() -> None:
    from huggingface_hub import close_session, set_client_factory
    from huggingface_hub.utils._http import default_client_factory

    errors: list[BaseException] = []

    def bound(together: threading.Barrier) -> None:
        together.wait(60)
        try:
            bound_library()
        except BaseException as error:
            errors.append(error)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # so that threads meet in the middle of it
    try:
        for _ in range(60):
            set_client_factory(default_client_factory)
            together = threading.Barrier(12)
            threads = [threading.Thread(target=bound, args=[together]) for _ in range(12)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(60)
    finally:
        sys.setswitchinterval(interval)
        set_client_factory(default_client_factory)
        close_session()
    assert errors == []
