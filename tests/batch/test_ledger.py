"""A ledger that another process holds: the wait obeys the time given and Ctrl-C, and has an end of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubtweets.errors import LedgerError
from hubtweets.hub.pacing import Stop, StoppedError
from hubtweets.publishing.ledger import Ledger, Row
from tests.support.clock import SkippingClock

ROW = Row(repo_id="birds/wren", state="failed", reason="the Hub said no")


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """The file of a ledger that somebody else writes to, for as long as the test runs."""
    path = tmp_path / "ledger.sqlite3"
    Ledger(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield path
    other.execute("ROLLBACK")
    other.close()


def _put(path: Path, stop: Stop) -> None:
    ledger = Ledger(path, stop=stop)
    try:
        ledger.put("https://hub.example", "hubtweets@1", ROW)
    finally:
        ledger.close()


def test_no_longer_than_the_time_given(held: Path) -> None:
    clock = SkippingClock()
    stop = Stop(2.0, clock=clock)
    with pytest.raises(StoppedError):
        _put(held, stop)
    assert stop.reason == "time"
    assert clock.skipped <= 2.1


def test_ctrl_c_ends_the_wait(held: Path) -> None:
    clock = SkippingClock()
    stop = Stop(clock=clock)
    sleep = clock.sleep

    def interrupted(seconds: float, wake: object = None) -> bool:
        stop.ask("interrupted")
        return sleep(seconds, wake)  # type: ignore[arg-type]

    clock.sleep = interrupted  # type: ignore[method-assign]
    with pytest.raises(StoppedError):
        _put(held, stop)
    assert clock.skipped <= 0.2


def test_after_half_a_minute_it_says_what_to_do(held: Path) -> None:
    clock = SkippingClock()
    with pytest.raises(LedgerError, match="locked") as caught:
        _put(held, Stop(clock=clock))
    assert "--ledger FILE" in (caught.value.hint or "")
    assert clock.skipped < 31


def test_what_failed_is_known_by_the_next_run(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    _put(path, Stop())
    ledger = Ledger(path)
    assert ledger.failed("https://hub.example", "hubtweets@1") == {"birds/wren"}
    assert ledger.failed("https://hub.example", "hubtweets@2") == frozenset()
    ledger.close()
