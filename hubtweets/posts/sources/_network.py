"""Requests to services that fail, limit and ask to wait: the same patience for each of them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from hubtweets._shared.progress import Progress
from hubtweets._shared.text import one_line
from hubtweets.errors import SourceError, SourceRateLimitError, SourceUnavailableError

LONGEST_WAIT = 20 * 60
"""Seconds that a service may ask to wait at a time; X's windows are 15 minutes."""

ATTEMPTS = 4
"""How often a request is sent: with 1, 2 and 4 seconds between, or the times that the service asks to wait until."""

T = TypeVar("T")


class Verdict(NamedTuple):
    """What to make of a failed request.

    `error` is raised where trying again does not help. `again` is true where it may; `until` then says when (Unix
    time), or is None where the service does not.
    """

    error: SourceError
    again: bool = False
    until: float | None = None


def patiently(
    request: Callable[[], T],
    failures: type[Exception] | tuple[type[Exception], ...],
    judge: Callable[[Exception], Verdict],
    *,
    service: str,
    progress: Progress,
) -> T:
    """The answer to `request`, sent again where that helps.

    Raises:
        SourceRateLimitError: when the service asks to wait for longer than `LONGEST_WAIT`.
        SourceError: as `judge` says of the exception, one of `failures`.
        SourceUnavailableError: when an answer is too long, or takes too long.
    """
    failed = 0
    while True:
        try:
            return request()
        except failures as error:
            verdict = judge(error)
            if (bad := _answer_error(error)) is not None:  # the next answer would be like it
                raise SourceUnavailableError(
                    f"{service} cannot be read: {bad}.",
                    handle=verdict.error.handle,
                    hint="Try again in a while; an export of the account can be used instead.",
                ) from None
        if not verdict.again:
            raise verdict.error
        failed += 1
        if failed == ATTEMPTS:
            raise verdict.error
        if verdict.until is not None:
            _wait(verdict.until, verdict.error, service, progress)
        else:
            time.sleep(2 ** (failed - 1))


def _wait(until: float, error: SourceError, service: str, progress: Progress) -> None:
    now = time.time()
    until = min(until, now + 10**9)  # a service may say anything, also what no number can hold
    seconds = max(1, math.ceil(until - now))
    if seconds > LONGEST_WAIT:
        raise SourceRateLimitError(
            f"{service} asks to wait for {seconds // 60:,} minutes.",
            handle=error.handle,
            retry_after=seconds,
            hint="Run the same command again then.",
        )
    clock = datetime.fromtimestamp(until).astimezone().strftime("%H:%M:%S")
    with progress.task(f"{service} asks to wait until {clock}", total=seconds, unit="s") as task:
        for _ in range(seconds):
            time.sleep(1)
            task.advance()


# -- answers of strangers' servers: no more than so much, in no more than so long, from where it was asked -------------

ANSWER_LIMIT = 32 * 2**20
"""Bytes that one answer may have, unpacked; a page of 40 long toots has far less than one MiB."""

ANSWER_SECONDS = 120.0
"""Seconds that one answer may take as a whole; a server that sends a byte a second never ends by itself."""


class AnswerError(OSError):
    """An answer that is too long, takes too long, or leads to another server."""


def _answer_error(error: BaseException | None) -> AnswerError | None:
    """The `AnswerError` that an exception of a library came from, or None."""
    while error is not None and not isinstance(error, AnswerError):
        error = error.__cause__ or error.__context__
    return error


class Deadline:
    """Counts the bytes and the seconds of one answer."""

    def __init__(self) -> None:
        self._left = ANSWER_LIMIT
        self._end = time.monotonic() + ANSWER_SECONDS

    def count(self, size: int) -> None:
        """Say that `size` more bytes came.

        Raises:
            AnswerError: when that is more than there may be, or later.
        """
        self._left -= size
        if self._left < 0:
            raise AnswerError(f"its answer has more than {ANSWER_LIMIT // 2**20} MiB")
        if time.monotonic() > self._end:
            raise AnswerError(f"its answer takes more than {ANSWER_SECONDS:.0f} seconds")


def bounded_session(timeout: float | tuple[float, float] = 30.0) -> Any:
    """A `requests` session whose answers are bounded and which follows no redirects: they may lead inside a network."""
    import requests
    from requests.adapters import HTTPAdapter

    class Bounded(HTTPAdapter):
        def send(self, request: Any, *args: Any, **options: Any) -> Any:
            options.update(stream=True, timeout=options.get("timeout") or timeout)
            response = super().send(request, *args, **options)
            if response.is_redirect:
                target = one_line(response.headers.get("location", ""))[:200]
                response.close()
                raise requests.exceptions.TooManyRedirects(f"it sends to another address, {target}", request=request)
            deadline, body = Deadline(), bytearray()
            try:
                while piece := response.raw.read1(2**16, decode_content=True):
                    deadline.count(len(piece))
                    body += piece
            except AnswerError as error:
                raise requests.exceptions.ConnectionError(str(error), request=request) from None
            except urllib3_errors() as error:
                raise requests.exceptions.ConnectionError(str(error), request=request) from None
            finally:
                response.close()
            response._content, response._content_consumed = bytes(body), True
            return response

    session = requests.Session()
    session.mount("https://", Bounded())
    session.mount("http://", Bounded())
    return session


def urllib3_errors() -> tuple[type[Exception], ...]:
    """What urllib3 raises while a body is read."""
    import urllib3

    return (urllib3.exceptions.HTTPError, OSError)


_PACKED = ("content-encoding", "content-length", "transfer-encoding")
"""Headers that are no longer true of an answer that has been unpacked."""


def bounded_transport() -> Any:
    """An `httpx` transport whose answers are bounded, and which leads to no other address."""
    import httpx

    class Body(httpx.SyncByteStream):
        """The body of an answer, unpacked here so that what it unpacks to is counted."""

        def __init__(self, response: httpx.Response) -> None:
            self._response = response
            self._deadline = Deadline()

        def __iter__(self) -> Iterator[bytes]:
            for piece in self._response.iter_bytes():
                try:
                    self._deadline.count(len(piece))
                except AnswerError as error:
                    raise httpx.ReadError(str(error)) from None
                yield piece

        def close(self) -> None:
            self._response.close()

    class Bounded(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            response = super().handle_request(request)
            if response.has_redirect_location:
                response.close()
                raise httpx.UnsupportedProtocol("it sends to another address")
            plain = {name: value for name, value in response.headers.items() if name not in _PACKED}
            return httpx.Response(
                response.status_code, headers=plain, stream=Body(response), extensions=response.extensions
            )

    return Bounded()


def public_host(host: str) -> bool:
    """Whether all addresses of a host are ones of the public internet, so that nothing inside a network is asked."""
    import ipaddress
    import socket

    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)}
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(str(address).partition("%")[0]).is_global for address in found)


OTHERS = "posts of other accounts"
MOST = 1_000_000
"""Items that are read of one account at most, whatever its profile counts: a server may make up posts for ever."""


class Pages:
    """Tells when a paged source has come to its end: no new cursor, nothing new, or more than it can have.

    Args:
        reach: items that the source gives at most, as far as is known.
    """

    def __init__(self, reach: int) -> None:
        self._reach = min(reach, MOST)
        self._cursors: set[str] = set()
        self._ids: set[str] = set()
        self.items = 0
        self.reason: str | None = None

    def is_new(self, id_: str) -> bool:
        """Whether an item has not come before; remembers it."""
        self.items += 1
        if id_ in self._ids:
            return False
        self._ids.add(id_)
        return True

    def goes_on(self, cursor: str | None, new: int) -> bool:
        """Whether to ask for the page after `cursor`, the last one having had `new` items that were new."""
        if not cursor:
            return False
        if cursor in self._cursors:
            self.reason = "its pages lead round in a circle"
        elif not new:
            self.reason = "a page brought nothing new"
        elif self.items >= self._reach:
            more = "as many as are read of one account" if self._reach == MOST else "more than it says that there are"
            self.reason = f"it gave {self.items:,} posts, {more}"
        self._cursors.add(cursor)
        return self.reason is None
