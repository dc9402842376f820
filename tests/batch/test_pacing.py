"""The Hub's rate limits: used to the full, never run into."""

from __future__ import annotations

import heapq
import math
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubtweets.hub.pacing import HOUR, Quota, Stop, StoppedError, Wait, _Bucket


def _simulate(
    limit: int,
    window: float,
    offset: float,
    latency: float,
    workers: int,
    windows: int,
    *,
    others: int = 0,
    down: bool = False,
) -> tuple[int, int]:
    """Requests answered and refused by a Hub with fixed windows, of workers that ask the bucket; in simulated time.

    `others` requests of each window are somebody else's, evenly spread; `down`: seconds are rounded down, not up.
    """
    bucket = _Bucket()
    used: dict[int, int] = {}
    answered = refused = 0
    end = windows * window - offset
    events: list[tuple[float, int, str, Any]] = [(0.0, number, "ready", None) for number in range(workers)]
    serial = workers
    events += [
        (number * window / others - offset, serial + number, "other", None) for number in range(others * windows)
    ]
    serial += len(events)
    heapq.heapify(events)
    while events:
        now, _, what, answer = heapq.heappop(events)
        if now >= end:
            break
        serial += 1
        number = math.floor((now + offset) / window)
        if what == "ready":
            wait = bucket.wait(now)
            if wait > 0:
                heapq.heappush(events, (now + min(wait, 1.0), serial, "ready", None))
            else:
                bucket.spend(now)
                heapq.heappush(events, (now + latency / 2, serial, "arrives", None))
        elif what == "other":
            used[number] = min(limit, used.get(number, 0) + 1)
        elif what == "arrives":
            allowed = used.get(number, 0) < limit
            if allowed:
                used[number] = used.get(number, 0) + 1
                answered += 1
            else:
                refused += 1
            left = (number + 1) * window - offset - now
            told = (limit - used[number], math.floor(left) if down else math.ceil(left), allowed)
            heapq.heappush(events, (now + latency / 2, serial, "answer", told))
        else:
            remaining, seconds, allowed = answer
            bucket.under_way -= 1
            bucket.heard(remaining, seconds, limit, window, now)
            if not allowed:
                bucket.block(seconds, now)
            heapq.heappush(events, (now, serial, "ready", None))
    return answered, refused


@pytest.mark.parametrize("workers", [1, 4, 8, 16])
def test_a_window_is_used_and_not_overrun(workers: int) -> None:
    answered, refused = _simulate(200, 5.0, 1.3, 0.02, workers, windows=20)
    assert refused == 0
    assert answered >= 0.95 * 200 * 20


def test_the_hubs_own_window() -> None:
    """5 minutes, 1,000 requests; seconds rounded either way."""
    for down in (False, True):
        answered, refused = _simulate(1000, 300.0, 17.7, 0.25, 8, windows=6, down=down)
        assert refused == 0
        assert answered >= 0.95 * 1000 * 6


def test_somebody_else_spends_too() -> None:
    answered, refused = _simulate(200, 5.0, 0.0, 0.02, 8, windows=20, others=100)
    assert refused <= 20  # where both meet at the end of a window
    assert answered >= 0.9 * 100 * 20


@pytest.mark.thorough
@settings(max_examples=150, deadline=None)
@given(
    limit=st.integers(1, 400),
    window=st.sampled_from([1.0, 2.0, 5.0, 30.0, 300.0]),
    offset=st.floats(0, 0.999),
    latency=st.floats(0.002, 0.5),
    workers=st.integers(1, 16),
)
def test_never_refused(limit: int, window: float, offset: float, latency: float, workers: int) -> None:
    """Whatever the limit; the very first requests aside, which are sent before anything is known."""
    _, refused = _simulate(limit, window, offset * window, latency, workers, windows=5)
    assert refused <= max(0, workers - limit) + (workers if limit < 2 * workers else 0)


@pytest.mark.slow
def test_hub_with_limits_refuses_nothing(make_world: Any, house: Any, kit: Any) -> None:
    world = make_world(limits={"api": 40, "resolvers": 40}, window=2)
    repos = world.fill(kit.mixed(number, house) for number in range(10 * kit.KINDS))
    told = world.json(kit.ORG, "-t", house.folder, "--apply")
    world.check(repos)
    assert told["actions"]["changed"] == sum(repo.after is not None for repo in repos)
    assert {status for _, _, status in world.asked()} == {200}


@pytest.mark.thorough
def test_commits_in_an_hour(world: Any, house: Any, kit: Any) -> None:
    """The quota holds over runs; where it is used up, `--for` ends the run instead of waiting for an hour."""
    repos = world.fill(kit.mixed(2, house)._replace(repo_id=f"{kit.ORG}/r{number}") for number in range(8))
    quota = ("-t", house.folder, "--apply", "--max-commits-per-hour", "3", "--for", "1m")
    for expected in (3, 0):
        told = world.json(kit.ORG, *quota, code=1)
        assert (told["stopped"], told["actions"]["changed"]) == ("time", expected)
    assert sum(len(world.commits(repo.repo_id)) == 2 for repo in repos) == 3


def test_quota_lets_go_after_an_hour() -> None:
    now = time.time()
    quota = Quota(2, [now - 3601, now - 10])
    stop = Stop(0.5)
    quota.take(stop)
    with pytest.raises(StoppedError):
        quota.take(stop)
    assert stop.reason == "time"


def test_one_refusal_is_not_a_window() -> None:
    """A 429 that asks for half a second, with room left in a window of 5 minutes: that half second is waited for."""
    bucket = _Bucket()
    bucket.spend(0.0)
    bucket.under_way -= 1
    bucket.heard(900, 290, 1000, 300.0, 0.1)
    bucket.block(0.5, 0.2)
    assert bucket.wait(0.3) == pytest.approx(0.4)
    assert bucket.wait(0.8) == 0.0


def test_long_waits_are_told_once() -> None:
    told: list[Wait] = []
    stop = Stop(waits=told.append)
    for seconds in (0.001, 60, 60, 59, 3600):
        stop.wait(seconds, "a reason", most=0.001)
    assert [wait.why for wait in told] == ["a reason", "a reason"]
    assert 50 < told[0].seconds <= 60 < told[1].seconds


def test_a_quota_says_what_is_waited_for() -> None:
    told: list[Wait] = []

    def waits(wait: Wait) -> None:
        told.append(wait)
        stop.ask("interrupted")

    stop = Stop(waits=waits)
    with pytest.raises(StoppedError):
        Quota(1, [time.time() - HOUR + 60]).take(stop)
    assert [wait.why for wait in told] == ["the quota of 1 commits an hour"]
