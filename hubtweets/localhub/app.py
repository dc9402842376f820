"""The Hub as an ASGI application: routes, identification, body limits, and the headers that every answer has."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hubtweets.localhub.addresses import ADDRESSES
from hubtweets.localhub.call import Address, Call, Site, Streamed, decode_params, identify, refused
from hubtweets.localhub.refusals import Refusal, unauthorized


def _endpoint(site: Site, address: Address | Streamed) -> Callable[[Request], Awaitable[Response]]:
    """Reads the body (within the limit) and runs the handler in a thread: git and disk block."""

    async def endpoint(request: Request) -> Response:
        try:
            params = decode_params(request.path_params)
            caller = identify(site.keys, request.headers.get("authorization"), now=site.store.clock())
            if site.tokens_required and caller.user is None and not address.signed:
                raise unauthorized()
            if isinstance(address, Streamed):
                return await address.handler(Call(site, request, params, b"", caller))
            body = await read_body(request, site.body_limit)
            return await run_in_threadpool(address.handler, Call(site, request, params, body, caller))
        except Refusal as refusal:
            return refused(refusal)
        except ClientDisconnect:  # nobody is left to answer
            return Response(status_code=499)

    return endpoint


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body.

    Raises:
        Refusal: 413 when it is over the limit.
    """
    too_large = Refusal(413, f"the body is over the limit of {limit} bytes")
    if int(request.headers.get("content-length") or 0) > limit:
        raise too_large
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise too_large
        chunks.append(chunk)
    return b"".join(chunks)


class Envelope:
    """Outermost: keeps encoded slashes in the path, and gives every answer its `X-Request-Id`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        raw = scope["raw_path"].split(b"?")[0].decode("ascii")
        path = "%2F".join(unquote(piece) for piece in raw.replace("%2f", "%2F").split("%2F"))
        request_id = f"Root=1-{secrets.token_hex(4)}-{secrets.token_hex(12)}".encode()

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-request-id", request_id)]
            await send(message)

        await self._app({**scope, "path": path}, receive, send_with_id)


def _not_found(_: Request, error: Exception) -> Response:
    """An address that the Hub does not have."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    message = "Sorry, we can't find the page you are looking for." if status == 404 else "Method not allowed"
    return refused(Refusal(status, message))


def _failed(_: Request, __: Exception) -> Response:
    """A bug: the server's log has the traceback, the client only an id to quote."""
    return refused(Refusal(500, "Internal Error - We're working hard to fix this as soon as possible!"))


def build(site: Site) -> ASGIApp:
    """The whole application."""
    handlers: dict[Any, Any] = {404: _not_found, 405: _not_found, 500: _failed}
    routes = [Route(one.path, _endpoint(site, one), methods=one.methods.split()) for one in ADDRESSES]
    return Envelope(Starlette(routes=routes, exception_handlers=handlers))
