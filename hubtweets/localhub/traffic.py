"""What happens to every request on its way in and out: rate limits, faults on purpose, and the log."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import socket
import struct
import time
from collections import deque
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from hubtweets.localhub.call import Address, Call, Json, header_text
from hubtweets.localhub.faults import Fault, Faults, Plan
from hubtweets.localhub.limits import Limiter
from hubtweets.localhub.refusals import bad_request, forbidden

_LOG_LENGTH = 200_000
_LONGEST = 1000  # characters of a path or query in the log


class Logged(msgspec.Struct):
    """One request. `status` is None where the connection was broken before there was one; sizes in bytes."""

    time: float
    method: str
    path: str
    query: str
    user: str | None
    status: int | None = None
    fault: str | None = None
    received: int = 0
    sent: int = 0
    seconds: float = 0.0


_connections: dict[tuple[Any, ...], asyncio.Transport] = {}


class Protocol(AutoHTTPProtocol):  # type: ignore[valid-type,misc]
    """uvicorn's, with its connections within reach: ASGI itself knows no way to break one."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        """See `asyncio.Protocol`."""
        super().connection_made(transport)
        self._key = _key(transport.get_extra_info("peername"), transport.get_extra_info("sockname"))
        _connections[self._key] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        _connections.pop(self._key, None)
        super().connection_lost(exc)


def _key(peer: Any, own: Any) -> tuple[Any, ...]:
    return (tuple(peer or ())[:2], tuple(own or ())[1:2])


class Traffic:
    """Wraps the application."""

    def __init__(self, app: ASGIApp, limiter: Limiter, faults: Faults) -> None:
        self._app = app
        self._limiter = limiter
        self.faults = faults
        self.log: deque[Logged] = deque(maxlen=_LOG_LENGTH)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["path"].startswith("/_faults") or scope["path"].startswith("/_requests"):
            await self._app(scope, receive, send)
            return
        query = scope.get("query_string", b"").decode("ascii", "replace")
        logged = Logged(time.time(), scope["method"][:_LONGEST], scope["path"][:_LONGEST], query[:_LONGEST], None)
        if "signature=" in logged.query:  # an address that is a permission
            logged.query = ""
        self.log.append(logged)
        started = time.perf_counter()
        try:
            await self._serve(scope, receive, send, logged)
        finally:
            logged.user = scope.get("hub.user")
            logged.seconds = time.perf_counter() - started

    async def _serve(self, scope: Scope, receive: Receive, send: Send, logged: Logged) -> None:
        async def counted() -> Message:
            message = await receive()
            logged.received += len(message.get("body", b""))
            return message

        standing = self._limiter.take(scope["path"], _who(scope))

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                logged.status = message["status"]
                if standing is not None:
                    extra = [(name.encode(), value.encode()) for name, value in standing.headers().items()]
                    message["headers"] = [*message["headers"], *extra]
            else:
                logged.sent += len(message.get("body", b""))
            await send(message)

        if standing is not None and not standing.allowed:
            await _answer(429, f"You have reached your '{standing.bucket}' rate limit.", noted)
            return
        fault = self.faults.choose(scope["method"], scope["path"])
        if fault is None:
            await self._app(scope, counted, noted)
            return
        logged.fault = fault.kind
        await self._fail(fault, scope, counted, noted)

    async def _fail(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        if fault.kind == "status":
            headers = {**({"X-Error-Code": fault.code} if fault.code else {}), **fault.headers}
            await _answer(fault.status, fault.message or f"Fault on purpose: {fault.status}", send, headers)
        elif fault.kind == "delay":
            await asyncio.sleep(fault.seconds)
            await self._app(scope, receive, send)
        elif fault.kind == "reset-before":
            await _reset(scope)
        elif fault.kind == "reset-after":
            await self._app(scope, receive, _swallow)
            await _reset(scope)
        else:
            await self._app(scope, receive, _Cutter(scope, send))


async def _swallow(_: Message) -> None:
    """An answer that nobody gets."""


class _Cutter:
    """Sends the head of an answer and half of its body, then breaks the connection."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._scope, self._send = scope, send
        self._left = 1
        self._done = False

    async def __call__(self, message: Message) -> None:
        if self._done:
            return
        if message["type"] == "http.response.start":
            length = dict(message["headers"]).get(b"content-length")
            self._left = max(1, int(length) // 2) if length else 1
            await self._send(message)
            return
        body = message.get("body", b"")
        piece = body[: self._left]
        self._left -= len(piece)
        if piece:
            await self._send({"type": "http.response.body", "body": piece, "more_body": True})
        if self._left == 0 or not message.get("more_body"):
            self._done = True
            await asyncio.sleep(0.05)  # let the piece reach the client: a reset throws away what is on its way
            await _reset(self._scope)


async def _reset(scope: Scope) -> None:
    """Break the connection at once, with a TCP reset."""
    key = _key(scope.get("client"), scope.get("server"))
    transport = _connections.get(key)
    if transport is None:
        return
    raw = transport.get_extra_info("socket")
    if raw is not None:
        with contextlib.suppress(OSError):
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
    while _connections.get(key) is transport:  # until the server knows, or it would log an answer that never came
        await asyncio.sleep(0)


def _who(scope: Scope) -> str:
    """Whose requests are counted together: a token's, or else an address's. Never the token itself."""
    for name, value in scope["headers"]:
        if name == b"authorization":
            return hashlib.sha256(value).hexdigest()
    return str((scope.get("client") or ("",))[0])


async def _answer(status: int, text: str, send: Send, headers: Mapping[str, str] = MappingProxyType({})) -> None:
    response = Json({"error": text}, status, {"X-Error-Message": header_text(text), **headers})
    await send({"type": "http.response.start", "status": status, "headers": response.raw_headers})
    await send({"type": "http.response.body", "body": response.body})


# -- the Hub's own tools ---------------------------------------------------------------------------------------------


def _traffic(call: Call) -> Traffic:
    """The traffic, for the user whose Hub it is: it shows what others do, and can stop them.

    Raises:
        Refusal: 401 or 403 for everybody else.
    """
    call.need_writer()
    if call.caller.user is not call.site.keys.first:
        raise forbidden("Only the first user of this Hub may see its requests and set faults")
    traffic: Traffic = call.request.app.state.traffic
    return traffic


def get_faults(call: Call) -> Response:
    """GET /_faults: the plan."""
    return Json(msgspec.to_builtins(_traffic(call).faults.plan))


def set_faults(call: Call) -> Response:
    """PUT /_faults: a new plan, `{"seed": 0, "faults": [{"kind": "status", "status": 503, "share": 0.1, …}]}`."""
    traffic = _traffic(call)
    try:
        plan = msgspec.json.decode(call.body, type=Plan)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise bad_request(f"not a plan of faults: {error}") from None
    traffic.faults.set(plan)
    return get_faults(call)


def clear_faults(call: Call) -> Response:
    """DELETE /_faults: nothing goes wrong any more."""
    _traffic(call).faults.set(Plan())
    return get_faults(call)


def requests(call: Call) -> Response:
    """GET /_requests: the log, oldest first; at most the last 200,000."""
    return Json(list(_traffic(call).log))


def clear_requests(call: Call) -> Response:
    """DELETE /_requests: begin an empty log."""
    _traffic(call).log.clear()
    return Json([])


ROUTES = [
    Address("GET", "/_faults", get_faults),
    Address("PUT", "/_faults", set_faults),
    Address("DELETE", "/_faults", clear_faults),
    Address("GET", "/_requests", requests),
    Address("DELETE", "/_requests", clear_requests),
]
