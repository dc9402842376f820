"""A small HTTP server in a thread, with a log of what was asked."""

from __future__ import annotations

import json
import threading
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from typing import Self


class Asked(NamedTuple):
    """One request: its path, query and headers (lower-case names)."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


class Answer(NamedTuple):
    """What is answered; `body` goes out as JSON."""

    status: int
    body: Any
    headers: dict[str, str] | None = None


class Service:
    """Subclasses answer in `reply`. What is put in `next_answers` is given first, one a request."""

    def __init__(self) -> None:
        self.log: list[Asked] = []
        self.next_answers: deque[Answer | None] = deque()
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                asked = Asked(
                    parts.path,
                    dict(parse_qsl(parts.query)),
                    {key.lower(): value for key, value in self.headers.items()},
                )
                service.log.append(asked)
                answer = (service.next_answers.popleft() if service.next_answers else None) or service.reply(asked)
                data = json.dumps(answer.body).encode() if not isinstance(answer.body, bytes) else answer.body
                self.send_response(answer.status)
                for name, value in {
                    "Content-Type": "application/json; charset=utf-8",
                    **(answer.headers or {}),
                }.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.host = f"127.0.0.1:{self._server.server_port}"
        self.url = f"http://{self.host}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def reply(self, asked: Asked) -> Answer:
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
