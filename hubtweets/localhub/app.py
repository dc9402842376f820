"""The Hub as an ASGI application: routes, identification, body limits, and the headers that every answer has."""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hubtweets._shared import disk
from hubtweets.localhub.api.addresses import ADDRESSES
from hubtweets.localhub.call import Address, Call, Site, Streamed, decode_params, identify, refused, whole
from hubtweets.localhub.faults import Faults
from hubtweets.localhub.limits import Limiter
from hubtweets.localhub.network import is_loopback
from hubtweets.localhub.refusals import Refusal, bad_request, forbidden, from_storage, unauthorized
from hubtweets.localhub.storage.errors import StorageError
from hubtweets.localhub.traffic import Traffic

SMALL_BODY = 16 * 1024 * 1024
"""Bytes of a body that holds no files."""
STRANGERS_BODY = 8 * 1024 * 1024
"""Bytes of a body that nobody in particular sent: a card of 4 MiB as JSON."""
_IN_MEMORY = 1024 * 1024
_READS = ("GET", "HEAD", "OPTIONS")


def _endpoint(site: Site, address: Address | Streamed) -> Callable[[Request], Awaitable[Response]]:
    """Asks who sends, reads the body (within the limit), and runs the handler in a thread: git and disk block."""

    async def answer(request: Request) -> Response:
        params = decode_params(request.path_params)
        authorization = None if address.signed else request.headers.get("authorization")
        caller = identify(site.keys, authorization, now=site.store.clock())
        request.scope["hub.user"] = caller.name
        stranger = caller.user is None and not address.signed
        if site.tokens_required and stranger:
            refusal = unauthorized("This Hub answers to its users only: send a token")
            refusal.headers["WWW-Authenticate"] = 'Basic realm="Local Hub: any name, a token as the password"'
            raise refusal
        call = Call(site, request, params, caller=caller)
        if isinstance(address, Streamed):
            return await address.handler(call)
        if stranger and request.method not in _READS and not address.open:
            raise unauthorized()
        if address.admit is None:
            call.body = await read_body(request, STRANGERS_BODY if caller.user is None else SMALL_BODY)
            return await run_in_threadpool(address.handler, call)
        await run_in_threadpool(address.admit, call)
        with tempfile.SpooledTemporaryFile(_IN_MEMORY, dir=str(site.store.folder / "tmp")) as spool:
            await spool_body(request, site.body_limit, spool)
            call.spool = spool
            return await run_in_threadpool(address.handler, call)

    async def endpoint(request: Request) -> Response:
        try:
            return await answer(request)
        except StorageError as error:
            return refused(from_storage(error))
        except Refusal as refusal:
            return refused(refusal)
        except ClientDisconnect:  # nobody is left to answer
            return Response(status_code=499)
        except OSError as error:
            if not _disk_is_full(error, site, request):
                raise
            return refused(Refusal(507, "The disk that this Hub is on is full"))

    return endpoint


def _disk_is_full(error: OSError, site: Site, request: Request) -> bool:
    """Whether that is why something failed; libgit2 does not say, so what is left is compared with what was sent."""
    needed = 2 * _announced(request) + (1 << 20)
    return disk.is_full(error) or shutil.disk_usage(site.store.folder).free < needed


def _announced(request: Request) -> int:
    """The bytes of a body, as its head says."""
    return whole(request.headers.get("content-length") or "") or 0


async def _pieces(request: Request, limit: int) -> AsyncIterator[bytes]:
    """The body, piece by piece.

    Raises:
        Refusal: 413 when it is over the limit.
    """
    too_large = Refusal(413, f"the body is over the limit of {limit} bytes")
    if _announced(request) > limit:
        raise too_large
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise too_large
        yield chunk


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body; see `_pieces`."""
    return b"".join([chunk async for chunk in _pieces(request, limit)])


async def spool_body(request: Request, limit: int, into: IO[bytes]) -> None:
    """The whole body in a file, read from its start; see `_pieces`."""
    async for chunk in _pieces(request, limit):
        into.write(chunk)
    into.seek(0)


_BREAKS = re.compile("[\r\n\x00]")
_CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")  # a header that held one would end there


class Envelope:
    """Outermost: keeps encoded slashes in the path, and gives every answer its `X-Request-Id`."""

    def __init__(self, app: ASGIApp, *, loopback_only: bool) -> None:
        self._app = app
        self._loopback_only = loopback_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        raw = scope["raw_path"].split(b"?")[0].decode("latin-1")
        path = "%2F".join(unquote(piece) for piece in raw.replace("%2f", "%2F").split("%2F"))
        request_id = f"Root=1-{secrets.token_hex(4)}-{secrets.token_hex(12)}".encode()

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [(name, _CONTROL.sub(b"?", value)) for name, value in message["headers"]]
                message["headers"] = [*headers, (b"x-request-id", request_id)]
            await send(message)

        if _BREAKS.search(unquote(scope.get("query_string", b"").decode("latin-1"))):
            await refused(bad_request("A query may not hold line breaks or NUL"))(scope, receive, send_with_id)
            return

        if self._loopback_only and not _names_loopback(scope):
            refusal = refused(Refusal(421, "This Hub answers to localhost only; start it with --host for more"))
            await refusal(scope, receive, send_with_id)
            return
        if _from_another_site(scope):
            refusal = refused(forbidden("A page of another site may not change anything here"))
            await refusal(scope, receive, send_with_id)
            return
        await self._app({**scope, "path": path}, receive, send_with_id)


def _header(scope: Scope, wanted: bytes) -> str | None:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), None)


def _from_another_site(scope: Scope) -> bool:
    """Whether a browser sent a request that changes something for a page that is not ours."""
    origin = _header(scope, b"origin")
    if origin is None or scope["method"] in ("GET", "HEAD", "OPTIONS"):
        return False
    known = {_header(scope, b"host")}
    if is_loopback(str((scope.get("client") or ("",))[0])):  # a proxy on this machine says what it is called outside
        known.add(_header(scope, b"x-forwarded-host"))
    return origin.partition("://")[2] not in known


def _names_loopback(scope: Scope) -> bool:
    """Whether the Host header names this machine: another name is a web page that had its own name lead here."""
    host = _header(scope, b"host") or "localhost"
    try:
        return is_loopback(urlsplit(f"//{host}").hostname or "")
    except ValueError:  # no host at all
        return False


def _not_found(_: Request, error: Exception) -> Response:
    """An address that the Hub does not have."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    message = "Sorry, we can't find the page you are looking for." if status == 404 else "Method not allowed"
    return refused(Refusal(status, message))


def _failed(_: Request, __: Exception) -> Response:
    """A bug: the server's log has the traceback, the client only an id to quote."""
    return refused(Refusal(500, "Internal Error - We're working hard to fix this as soon as possible!"))


def build(site: Site, limiter: Limiter, faults: Faults) -> tuple[ASGIApp, Traffic]:
    """The whole application, and the part of it that watches the traffic."""
    handlers: dict[Any, Any] = {404: _not_found, 405: _not_found, 500: _failed}
    routes = [Route(one.path, _endpoint(site, one), methods=one.methods.split()) for one in ADDRESSES]
    inner = Starlette(routes=routes, exception_handlers=handlers)
    traffic = inner.state.traffic = Traffic(inner, limiter, faults)
    return Envelope(traffic, loopback_only=not site.tokens_required), traffic
