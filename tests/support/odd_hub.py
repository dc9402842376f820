"""A proxy on loopback before a local Hub, whose rules make the odd answers of Hubs, mirrors, portals and proxies."""

from __future__ import annotations

import http.client
import http.server
import re
import socket
import struct
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

Headers = list[tuple[str, str]]


FAULTS: dict[str, dict[str, Any]] = {
    "429": {"do": "answer", "status": 429, "headers": {"Retry-After": "7"}},
    "429 without a time": {"do": "answer", "status": 429},
    "500": {"do": "answer", "status": 500},
    "503": {"do": "answer", "status": 503, "body": "<html>Service Unavailable</html>"},
    "504 after the work": {"do": "after", "status": 504},
    "reset before": {"do": "reset"},
    "reset after the work": {"do": "lose"},
    "cut body": {"do": "cut"},
    "412": {"do": "answer", "status": 412, "body": '{"error": "The branch was updated"}'},
}
"""What may happen to any request, by its name: the fields of a `Rule`."""


class Given(NamedTuple):
    """An answer: status, body, headers."""

    status: int
    body: bytes
    headers: Headers


class Rule:
    """What becomes of requests whose "METHOD path?query" fits `match`.

    Args:
        do: `answer` gives that answer and forwards nothing; `after` forwards first; `reset` breaks the connection;
            `lose` forwards and then breaks it; `cut` forwards and sends half of the body; `drip` forwards and sends
            a byte every so many `seconds`; `edit` forwards and gives what `edit` makes of the answer.
        times: after so many requests the rule is over.
        skip: so many requests first go through.
    """

    def __init__(
        self,
        match: str,
        do: str = "answer",
        status: int = 200,
        body: bytes | str = b"",
        headers: Mapping[str, str] | None = None,
        *,
        times: int | None = None,
        skip: int = 0,
        edit: Callable[[Given], Given] | None = None,
        seconds: float = 0.0,
    ) -> None:
        self.match, self.do, self.times, self.skip, self.edit, self.seconds = (
            re.compile(match),
            do,
            times,
            skip,
            edit,
            seconds,
        )
        content = body if isinstance(body, bytes) else body.encode()
        self.given = Given(status, content, list((headers or {}).items()))

    def takes(self, what: str) -> bool:
        if self.match.search(what) is None or self.times == 0:
            return False
        if self.skip:
            self.skip -= 1
            return False
        if self.times is not None:
            self.times -= 1
        return True


class OddHub:
    """Serves while a `with` block runs; `rules` may be set at any time, `seen` has each request and its headers.

    Args:
        upstream: the local Hub's address.
        prefix: the path that it is served under here.
    """

    def __init__(self, upstream: str, *, prefix: str = "") -> None:
        self.upstream = upstream
        self.prefix = prefix
        self.rules: list[Rule] = []
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.lock = threading.Lock()
        hub = self

        class Handler(_Handler):
            odd = hub

        self._server = _Server(("127.0.0.1", 0), Handler)
        self.endpoint = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def asked(self, match: str) -> int:
        """How many requests fit."""
        return sum(re.search(match, what) is not None for what, _ in self.seen)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Broken connections are what this is for."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    odd: OddHub

    def log_message(self, *args: Any) -> None:
        pass

    def _any(self) -> None:
        body = self._body()
        what = f"{self.command} {self.path}"
        with self.odd.lock:
            self.odd.seen.append((what, {name.lower(): value for name, value in self.headers.items()}))
            rule = next((rule for rule in self.odd.rules if rule.takes(what)), None)
        do = rule.do if rule is not None else "forward"
        if rule is not None and do == "answer":
            self._give(rule.given)
            return
        if do == "reset":
            self._reset()
            return
        given = self._forward(body)
        if rule is None:
            self._give(given)
        elif do == "after":
            self._give(rule.given)
        elif do == "lose":
            self._reset()
        elif do == "cut":
            self._give(given, most=max(1, len(given.body) // 2))
            self._reset()
        elif do == "drip":
            self._drip(given, rule.seconds)
        elif rule.edit is not None:
            self._give(rule.edit(given))

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _forward(self, body: bytes) -> Given:
        where = urlsplit(self.odd.upstream)
        connection = http.client.HTTPConnection(str(where.hostname), where.port, timeout=60)
        try:
            connection.putrequest(
                self.command, self.path.removeprefix(self.odd.prefix), skip_host=True, skip_accept_encoding=True
            )
            for name, value in self.headers.items():
                if name.lower() not in ("connection", "transfer-encoding", "content-length"):
                    connection.putheader(name, value)
            connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            answer = connection.getresponse()
            dropped = ("connection", "transfer-encoding", "content-length", "date", "server")
            headers = [(name, value) for name, value in answer.getheaders() if name.lower() not in dropped]
            return Given(answer.status, answer.read(), headers)
        finally:
            connection.close()

    def _give(self, given: Given, most: int | None = None) -> None:
        self.send_response(given.status)
        for name, value in given.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(given.body)))
        self.end_headers()
        self.wfile.write(given.body[:most])
        self.wfile.flush()
        if most is not None:
            time.sleep(0.05)  # a reset throws away what is on its way

    def _drip(self, given: Given, seconds: float) -> None:
        """All of the answer, its head too, a byte at a time."""
        lines = [f"HTTP/1.1 {given.status} Slow", *(f"{name}: {value}" for name, value in given.headers)]
        head = "\r\n".join([*lines, f"Content-Length: {len(given.body)}", "", ""]).encode("latin-1")
        self.close_connection = True
        for byte in head + given.body:
            try:
                self.wfile.write(bytes([byte]))
            except OSError:  # nobody waits for it any more
                return
            time.sleep(seconds)

    def _reset(self) -> None:
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = _any  # noqa: N815
