"""Rate limits as the Hub has them: so many requests in a fixed window, for each bucket and caller.

Buckets and headers: https://huggingface.co/docs/hub/rate-limits.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Mapping
from typing import NamedTuple

from hubtweets.errors import UsageError

BUCKETS = ("api", "resolvers", "pages")
WINDOW = 300.0
"""Seconds; the Hub's window."""


class Standing(NamedTuple):
    """Where a caller is in a window after a request; `reset` is in seconds."""

    bucket: str
    limit: int
    window: float
    remaining: int
    reset: int
    allowed: bool

    def headers(self) -> dict[str, str]:
        """As the Hub sends them with every answer."""
        return {
            "RateLimit": f'"{self.bucket}";r={self.remaining};t={self.reset}',
            "RateLimit-Policy": f'"fixed window";"{self.bucket}";q={self.limit};w={math.ceil(self.window)}',
        }


def bucket_of(path: str) -> str | None:
    """The bucket that a request falls into; None for what is never limited: LFS storage, and the Hub's own tools."""
    if path.startswith("/_"):
        return None
    if path.startswith("/api/") or path.endswith(("/info/refs", "/git-upload-pack")) or "/info/lfs/" in path:
        return "api"
    return "resolvers" if "/resolve/" in path else "pages"


class Limiter:
    """Counts requests. A refused one is not counted. Safe for several threads."""

    def __init__(self, limits: Mapping[str, int], window: float, clock: Callable[[], float]) -> None:
        unknown = set(limits) - set(BUCKETS)
        if unknown or not 0 < window < math.inf or any(limit < 1 for limit in limits.values()):
            raise UsageError(
                f"Rate limits are whole numbers over 0 for {', '.join(BUCKETS)}, in a window over 0 seconds.",
                hint="For example --limit api=1000 --window 300",
            )
        self._limits = dict(limits)
        self._window = window
        self._clock = clock
        self._lock = threading.Lock()
        self._number = -1
        self._used: dict[tuple[str, str], int] = {}

    def take(self, path: str, who: str) -> Standing | None:
        """Count a request; None where there is no limit."""
        bucket = bucket_of(path)
        limit = self._limits.get(bucket) if bucket else None
        if bucket is None or limit is None:
            return None
        now = self._clock()
        number = int(now // self._window)
        with self._lock:
            if number != self._number:
                self._number, self._used = number, {}
            used = self._used.get((bucket, who), 0)
            allowed = used < limit
            if allowed:
                used = self._used[bucket, who] = used + 1
        reset = max(1, math.ceil((number + 1) * self._window - now))
        return Standing(bucket, limit, self._window, limit - used, reset, allowed)
