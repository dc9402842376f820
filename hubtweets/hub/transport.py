"""Connections that end: every read has a deadline in all, however slowly bytes come, and Ctrl-C and `--for` are obeyed.

httpx2's own timeouts begin anew with each byte. So the stream below its HTTP reads in slices, and asks between them.
"""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from httpcore2 import NetworkBackend, NetworkStream, ReadTimeout, SyncBackend, WriteTimeout

from hubtweets._shared.network import environment_told, without_password
from hubtweets.hub.pacing import LONG, Stop
from hubtweets.hub.tokens import is_loopback

if TYPE_CHECKING:
    import httpx2

IDLE = 60.0
"""Seconds without a byte after which a connection counts as dead."""

CONNECTING = 10.0
"""Seconds that a connection may take to be made."""

_DIRECT = dict.fromkeys(("all://localhost", "all://*.localhost", "all://127.0.0.1", "all://[::1]"))
"""Loopback, for which no proxy is asked: what goes there is not encrypted, and another machine has no such Hub."""

_SLICE = 0.25  # seconds
_PIECE = 64 * 1024  # bytes


class Deadlines:
    """By when the request of each thread must be over, and whether work should stop before that."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop
        self._clock = stop.clock
        self._of_thread = threading.local()

    @contextmanager
    def within(self, seconds: float, *, begun: bool) -> Iterator[None]:
        """Bound all that this thread reads and writes inside the block; for `begun` see `Stop.check`."""
        now = self._clock.monotonic()
        self._of_thread.end, self._of_thread.begun, self._of_thread.told_at = now + seconds, begun, now + LONG
        try:
            yield
        finally:
            del self._of_thread.end

    def prolong(self, seconds: float, until: float) -> None:
        """Give this thread's request more time, not past `until`: what comes at a fair rate is not cut."""
        self._of_thread.end = max(self._of_thread.end, min(self._of_thread.end + seconds, until))

    def now(self) -> float:
        """The time that deadlines are in."""
        return self._clock.monotonic()

    def left(self, kind: type[ReadTimeout | WriteTimeout]) -> float:
        """Seconds that this thread's request still has.

        Raises:
            StoppedError: when work should stop.
            ReadTimeout, WriteTimeout: (httpcore2's) when there are none.
        """
        end = getattr(self._of_thread, "end", None)
        if end is None:  # a connection that is closed between two requests
            return IDLE
        self._stop.check(begun=self._of_thread.begun)
        now = self._clock.monotonic()
        seconds = float(end - now)
        if seconds <= 0:
            raise kind("the whole answer took too long")
        if now >= self._of_thread.told_at:
            self._of_thread.told_at = end
            self._stop.tell(seconds, "an answer of the Hub, at most")
        return seconds


class _Stream(NetworkStream):
    """A connection whose reads and writes keep to the deadlines."""

    def __init__(self, inner: NetworkStream, deadlines: Deadlines) -> None:
        self._inner, self._deadlines = inner, deadlines

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        idle_until = self._deadlines.now() + (IDLE if timeout is None else timeout)
        while True:
            left = self._deadlines.left(ReadTimeout)
            try:
                return self._inner.read(max_bytes, min(_SLICE, left))
            except ReadTimeout:
                if self._deadlines.now() >= idle_until:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        view = memoryview(buffer)
        for start in range(0, len(view), _PIECE):
            left = self._deadlines.left(WriteTimeout)
            self._inner.write(view[start : start + _PIECE], min(left, IDLE))  # type: ignore[arg-type]

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        left = min(self._deadlines.left(ReadTimeout), CONNECTING)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadlines)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(NetworkBackend):
    """Makes such connections."""

    def __init__(self, inner: NetworkBackend, deadlines: Deadlines) -> None:
        self._inner, self._deadlines = inner, deadlines

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *args: Any, **more: Any) -> NetworkStream:
        left = min(self._deadlines.left(ReadTimeout), CONNECTING)
        return _Stream(self._inner.connect_tcp(host, port, left, *args, **more), self._deadlines)


def open_client(deadlines: Deadlines) -> httpx2.Client:
    """An HTTP client that takes proxies and certificates from the environment, and keeps to the deadlines.

    Raises:
        MissingExtraError: for a SOCKS proxy without the library that speaks it.
        UsageError: when the environment names a proxy or certificates that cannot be used.
    """
    return _bounded(deadlines, follow_redirects=False)


_library = threading.Lock()


def bound_library() -> None:
    """Give huggingface_hub's own session an end to every wait, where nobody has: it has no timeout at all.

    It looks up base models, downloads them and uploads large files; a connection that stalls would hold each for ever.

    Raises:
        MissingExtraError, UsageError: as `open_client`.
    """
    from huggingface_hub import get_session, set_client_factory

    with _library:  # two at once would take each other's session away
        with environment_told():
            session = get_session()
        if any(seconds is not None for seconds in session.timeout.as_dict().values()):
            return
        hooks, deadlines = session.event_hooks, Deadlines(Stop())
        set_client_factory(lambda: _bounded(deadlines, event_hooks=hooks, follow_redirects=True))


def _bounded(deadlines: Deadlines, **options: Any) -> httpx2.Client:
    """A client whose connections keep to the deadlines even where a request says that it has no timeout."""
    import httpx2

    with environment_told():
        client = httpx2.Client(timeout=httpx2.Timeout(IDLE, connect=CONNECTING), mounts=_DIRECT, **options)
    for transport in (client._transport, *client._mounts.values()):
        if isinstance(transport, httpx2.HTTPTransport):  # httpx2 has no public way to hand a backend in
            transport._pool._network_backend = _Backend(SyncBackend(), deadlines)
    return client


def proxy_for(address: str) -> str:
    """The proxy through which the environment sends requests to an address, without a password; "" for none."""
    parts = urlsplit(address)
    if is_loopback(address) or proxy_bypass(parts.netloc.rpartition("@")[2]):
        return ""
    found = getproxies()
    return without_password(found.get(parts.scheme) or found.get("all") or "")
