"""How fast a batch may go: the Hub's rate limits, a quota on commits, and when to stop.

The Hub says with every answer how much of a fixed window is left, in the headers `RateLimit` and `RateLimit-Policy`
(https://huggingface.co/docs/hub/rate-limits). What is left is spent over the time that is left, faster at first, so
that nothing is refused and nothing is wasted.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

import msgspec

from hubtweets.hub import answers
from hubtweets.hub.clock import SYSTEM_CLOCK, Clock

HOUR = 3600.0

PATIENCE = 1.5
"""Seconds that are given to what has begun (a commit that was sent) when everything else has stopped."""

_EAGER = 0.5
"""Of the time that is left for what is left: below 1, a window is spent early rather than late."""


LONG = 3.0
"""Seconds of waiting that people are told of."""

Reason = Literal["interrupted", "time", "conflict", "failing"]


class StoppedError(Exception):
    """Work is to stop before the next request."""


class Wait(NamedTuple):
    """Nothing of a kind can be sent before `until` (the clock's `monotonic`); `why` reads after "waiting for"."""

    why: str
    until: float
    clock: Clock = SYSTEM_CLOCK

    @property
    def seconds(self) -> float:
        """How long it is still."""
        return max(0.0, self.until - self.clock.monotonic())


class Stop:
    """Asked before every request and every wait: Ctrl-C, the end of the time given, or a Hub that fails at everything.

    Args:
        seconds: how long the work may take; None for as long as it needs.
        waits: called once for each wait of more than `LONG` seconds.
        clock: what time is taken from.
    """

    def __init__(
        self,
        seconds: float | None = None,
        waits: Callable[[Wait], None] | None = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        self.clock = clock
        self._asked = threading.Event()
        self._asked_at = 0.0
        self._deadline = None if seconds is None else clock.monotonic() + seconds
        self.reason: Reason | None = None
        self._waits = waits
        self._telling = threading.Lock()
        self._told = 0.0  # until when the wait is that was last told of

    def ask(self, reason: Reason) -> None:
        """Stop; the first reason counts."""
        if self.reason is None:
            self.reason, self._asked_at = reason, self.clock.monotonic()
        self._asked.set()

    @property
    def seconds_left(self) -> float | None:
        """Of the time given; None where none was."""
        return None if self._deadline is None else max(0.0, self._deadline - self.clock.monotonic())

    def check(self, wait: float = 0.0, *, begun: bool = False) -> None:
        """Raise where work should stop, or where the time would be over after `wait` seconds.

        What has `begun` is finished all the same, unless that takes longer than `PATIENCE`.

        Raises:
            StoppedError: then.
        """
        now = self.clock.monotonic()
        if self._deadline is not None and now + wait > self._deadline + (PATIENCE if begun else 0.0):
            self.ask("time")
        if self._asked.is_set() and not (begun and now + wait <= self._asked_at + PATIENCE):
            raise StoppedError(self.reason)

    def wait(self, seconds: float, why: str, *, most: float, begun: bool = False) -> None:
        """Wait for what will take `seconds` if there is no news, `most` at a time.

        Raises:
            StoppedError: as `sleep` does.
        """
        self.check(seconds, begun=begun)
        self.tell(seconds, why)
        self.sleep(min(seconds, most), begun=begun)

    def tell(self, seconds: float, why: str) -> None:
        """Say that nothing goes on for so long, where that is long and was not said before."""
        if seconds < LONG or self._waits is None:
            return
        wait = Wait(why, self.clock.monotonic() + seconds, self.clock)
        with self._telling:
            is_news = wait.until > self._told + LONG
            self._told = max(self._told, wait.until)
        if is_news:
            self._waits(wait)

    def sleep(self, seconds: float, *, begun: bool = False) -> None:
        """Wait.

        Raises:
            StoppedError: as soon as work should stop, and at once where there is no time for the wait.
        """
        self.check(seconds, begun=begun)
        if self.clock.sleep(seconds, self._asked):
            self.check(begun=begun)
            if begun:  # asked to stop, and still within `PATIENCE`
                self.clock.sleep(min(seconds, 0.1))


class Budget(msgspec.Struct, frozen=True):
    """What a bucket has left: requests, of `limit`, until `seconds` from now."""

    bucket: str
    remaining: int
    limit: int | None
    seconds: float


class _Bucket:
    """One bucket as far as it is known. Times are the clock's `monotonic`."""

    def __init__(self) -> None:
        self.limit: int | None = None
        self.left: int | None = None  # None: no limit is known
        self.reset = 0.0  # not before the window really ends
        self.probed = 0.0  # before that, a new window's first request is waited for
        self.blocked = 0.0  # nothing goes before that
        self.why = ""  # the Hub's words with the last refusal
        self.next = 0.0  # when the next request may go
        self.under_way = 0

    def wait(self, now: float) -> float:
        """Seconds until a request may go."""
        if now < self.blocked:
            return self.blocked - now
        if self.left == 0:
            if now < max(self.reset, self.probed):
                return max(self.reset, self.probed) - now
            self.left, self.probed = 1, now + 1.0  # one request to see the new window; another if it gets no answer
        return max(0.0, self.next - now)

    def spend(self, now: float) -> None:
        self.under_way += 1
        if self.left is not None:
            self.left -= 1
            self.next = now + _EAGER * max(0.0, self.reset - now) / max(1, self.left)

    def heard(self, remaining: int, seconds: float, limit: int | None, window: float | None, now: float) -> None:
        """An answer's headers. `seconds` is whole and may have been rounded down: add to it where that is little."""
        window = window or 300.0
        reset = now + seconds + min(1.0, window / 100)
        self.limit = limit
        if self.left is None or reset > self.reset + window / 2:  # a new window
            self.left, self.reset, self.next = max(0, remaining - self.under_way), reset, now
        elif reset > self.reset - window / 2:  # else the answer is from a window that is over
            self.reset = min(self.reset, reset)
            if remaining < self.left:  # somebody else spends from it too
                self.left = max(0, remaining - self.under_way)

    def block(self, seconds: float, now: float) -> None:
        """Send nothing for a while: a request was refused."""
        self.blocked = max(self.blocked, now + seconds)


class Pacer:
    """Lets requests go when there is room for them. Safe for several threads."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self._lock = threading.Lock()
        self._buckets: dict[str, _Bucket] = {}
        self._names: dict[str, str] = {}  # route -> bucket, as the Hub says

    def take(self, route: str, *, begun: bool = False) -> str:
        """Wait for room and take it; the name of the bucket, for `give_back`, which must follow.

        `route` is what kind of request it is; until the Hub says otherwise, the bucket has the same name. For `begun`
        see `Stop.check`.

        Raises:
            StoppedError: when work should stop, or the wait would outlast the time given.
        """
        while True:
            self._stop.check(begun=begun)
            with self._lock:
                now = self._stop.clock.monotonic()
                name = self._names.get(route, route)
                found = self._buckets.setdefault(name, _Bucket())
                wait = found.wait(now)
                if wait <= 0:
                    found.spend(now)
                    return name
                words = found.why if now < found.blocked else ""
            # somebody else's answer may bring news
            why = f"the Hub's limit on requests ({name})" + (f": {words}" if words else "")
            self._stop.wait(wait, why, most=1.0, begun=begun)

    def give_back(self, route: str, bucket: str, headers: Mapping[str, str] | None) -> None:
        """A request is over; `headers` of its answer, None where there was none."""
        info = answers.rate_limit(headers) if headers is not None else None
        with self._lock:
            self._buckets[bucket].under_way -= 1
            if info is not None:
                self._names[route] = info.resource_type
                here = self._buckets.setdefault(info.resource_type, _Bucket())
                now = self._stop.clock.monotonic()
                here.heard(info.remaining, info.reset_in_seconds, info.limit, info.window_seconds, now)

    def block(self, bucket: str, seconds: float, why: str = "") -> None:
        """A request was refused (429): nothing goes into this bucket for `seconds`. `why`: what the Hub says of it."""
        with self._lock:
            blocked = self._buckets.setdefault(bucket, _Bucket())
            blocked.why = why
            blocked.block(seconds, self._stop.clock.monotonic())

    def budgets(self) -> list[Budget]:
        """What is left, for each bucket that has a limit."""
        with self._lock:
            now = self._stop.clock.monotonic()
            return [
                Budget(name, bucket.left, bucket.limit, max(0.0, bucket.reset - now))
                for name, bucket in self._buckets.items()
                if bucket.left is not None
            ]


class Quota:
    """At most `limit` commits in any hour; those of earlier runs count (`past`: their times, seconds since 1970)."""

    def __init__(self, limit: int | None, past: Iterable[float] = ()) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._times = deque(sorted(past))

    def take(self, stop: Stop) -> None:
        """Wait for room and take it.

        Raises:
            StoppedError: when work should stop, or the wait would outlast the time given.
        """
        if self._limit is None:
            return
        while True:
            stop.check()
            with self._lock:
                now = stop.clock.now()
                while self._times and self._times[0] <= now - HOUR:
                    self._times.popleft()
                if len(self._times) < self._limit:
                    self._times.append(now)
                    return
                wait = self._times[0] + HOUR - now
            stop.wait(wait, f"the quota of {self._limit} commits an hour", most=5.0)
