"""The preview's page, its events, and the watching of files."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import mimetypes
import secrets
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import msgspec
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import awatch

from hubtweets import cardview
from hubtweets._shared import disk
from hubtweets.card import checking, picture, rendering, templates
from hubtweets.card.checking import Finding
from hubtweets.card.document import CardDocument
from hubtweets.card.files import card_in, record_in
from hubtweets.card.update import update
from hubtweets.errors import HubtweetsError

_FILES = "/files/"
_AVATARS = (".jpg", ".jpeg", ".png", ".webp")
_LARGEST_AVATAR = 2**20  # bytes
_ALIVE_SECONDS = 15.0
"""How often an idle page gets a comment line, so that a gone browser is noticed."""


class Social(NamedTuple):
    """The social picture that a card would be published with: its key, the picture, and what is not on it and why."""

    key: str
    png: bytes | None
    left_out: tuple[str, ...]


class Shown(NamedTuple):
    """What the page shows: the card as HTML, its faults, what stands in the way of a newer one, and its picture."""

    article: str
    findings: list[Finding]
    problem: str | None
    social: Social | None = None


class Preview:
    """One card, shown; `app` is an ASGI application that watches the files for as long as it runs."""

    def __init__(
        self,
        path: Path | None,
        *,
        text: str | None,
        title: str,
        template: str | None,
        base_url: str | None,
    ) -> None:
        self._path = path
        self._text = text
        self._title = title
        self._template = template
        self._base_url = _FILES if path is not None else base_url
        self._shown = Shown("", [], None)
        self._changed = asyncio.Condition()
        self._version = 0
        self._stopped = False
        self.app = Starlette(
            routes=[
                Route("/", self._page),
                Route("/events", self._events),
                Route("/picture.png", self._picture),
                Route(_FILES + "{name:path}", self._file),
            ],
            lifespan=self._lifespan,
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
        )

    # -- what is shown -----------------------------------------------------------------------------------------------

    def look(self) -> Shown:
        """The card as it is now; with a fault in card, record or template, the last good one and what is wrong."""
        templates.forget()
        picture.forget()
        try:
            text, problem = self._card()
            article = cardview.article(cardview.view(text, base_url=self._base_url))
            social = self._social(text)
        except (HubtweetsError, OSError) as error:
            told = error.message if isinstance(error, HubtweetsError) else str(error)
            return self._shown._replace(problem=told)
        return Shown(article, checking.check(text, template=self._template), problem, social)

    def _social(self, text: str) -> Social | None:
        """The picture of the card's facts, drawn here: it is on no Hub yet. Avatars are files beside the card."""
        if not picture.is_possible():
            return None
        record = CardDocument.parse(text, template=self._template).record
        if record is None or not record.samples:
            return None
        folder = self._path.absolute().parent if self._path is not None else None
        files = {account.handle: folder / Path(account.avatar_url or "-").name for account in record.accounts if folder}
        avatars = {
            handle: path.read_bytes()
            for handle, path in files.items()
            if path.suffix.lower() in _AVATARS and path.is_file() and path.stat().st_size <= _LARGEST_AVATAR
        }
        layout = picture.layout_beside(self._template)
        key = picture.key(record, avatars, layout)
        if self._shown.social is not None and self._shown.social.key == key:
            return self._shown.social
        return Social(key, *picture.draw(record, avatars, layout=layout))

    def _card(self) -> tuple[str, str | None]:
        """The text to show, and what a merge could not settle."""
        if self._path is None:
            assert self._text is not None  # noqa: S101  (there is a path or a text)
            text = self._text
        else:
            with self._path.open("rb") as stream:
                if self._path.suffix == ".json":
                    return rendering.render(record_in(stream, self._path.name), self._template), None
                text = card_in(stream, self._path.name)
        if self._template is None:
            return text, None
        result = update(text, None, self._template)
        problem = f"It cannot be rendered again: {result.reason}." if result.reason else None
        return text if result.text is None else result.text, problem

    # -- watching ----------------------------------------------------------------------------------------------------

    def _folders(self) -> list[Path]:
        """The folders in which a change may matter; what is in folders inside them does not."""
        found = list(templates.home().iterdir())
        if self._path is not None:
            found.append(self._path.absolute().parent)
        if self._template is not None:
            with contextlib.suppress(HubtweetsError):
                found.append(templates.find(self._template).folder)
        return [folder for folder in dict.fromkeys(found) if folder.is_dir()]

    def _matters(self, change: Any, name: str) -> bool:
        path = Path(name)
        return path.name.endswith((".md.j2", picture.LAYOUT)) or (
            self._path is not None and path.name == self._path.name
        )

    async def _watch(self, stop: asyncio.Event) -> None:
        changes = awatch(
            *self._folders(), watch_filter=self._matters, step=20, debounce=200, stop_event=stop, recursive=False
        )
        async for _ in changes:
            await self._update()

    async def _update(self) -> None:
        shown = await asyncio.to_thread(self.look)
        async with self._changed:
            self._shown, self._version = shown, self._version + 1
            self._changed.notify_all()

    async def stop(self) -> None:
        """End every page's stream of events, so that the server can."""
        async with self._changed:
            self._stopped = True
            self._changed.notify_all()

    @contextlib.asynccontextmanager
    async def _lifespan(self, app: Starlette) -> AsyncIterator[None]:
        stop = asyncio.Event()
        self._shown = await asyncio.to_thread(self.look)
        watching = asyncio.create_task(self._watch(stop))
        try:
            yield
        finally:
            stop.set()
            await watching

    # -- answers -----------------------------------------------------------------------------------------------------

    async def _page(self, request: Request) -> Response:
        nonce = secrets.token_urlsafe(16)
        html = _page_template().render(
            title=self._title,
            css=cardview.stylesheet(),
            nonce=nonce,
            article=self._shown.article,
            side=self._side(),
            formulas=cardview.formulas(),
        )
        policy = (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
            "style-src-attr 'unsafe-inline'; img-src 'self' https: http: data:; media-src 'self' https: http:; "
            "connect-src 'self'; base-uri 'none'; form-action 'none'"
        )
        return HTMLResponse(html, headers={"Content-Security-Policy": policy, "Cache-Control": "no-store"})

    def _side(self) -> str:
        return _side_template().render(self._shown._asdict())

    async def _picture(self, request: Request) -> Response:
        social = self._shown.social
        if social is None or social.png is None:
            return Response(status_code=404)
        return Response(social.png, media_type="image/png", headers={"Cache-Control": "no-store"})

    async def _events(self, request: Request) -> Response:
        async def events() -> AsyncIterator[str]:
            told = -1
            while not (self._stopped or await request.is_disconnected()):
                async with self._changed:
                    if told == self._version and not self._stopped:
                        with contextlib.suppress(TimeoutError, asyncio.TimeoutError):
                            await asyncio.wait_for(self._changed.wait(), _ALIVE_SECONDS)
                    fresh, told = told != self._version, self._version
                    message = {"article": self._shown.article, "side": self._side()}
                yield f"data: {msgspec.json.encode(message).decode()}\n\n" if fresh else ": still here\n\n"

        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(events(), media_type="text/event-stream", headers=headers)

    async def _file(self, request: Request) -> Response:
        """A picture beside the card; nothing else in that folder is given out."""
        if self._path is None:
            return Response(status_code=404)
        folder = self._path.absolute().parent.resolve()
        file = (folder / request.path_params["name"]).resolve()
        kind = mimetypes.guess_type(file.name)[0] or ""
        if not (kind.startswith("image/") and disk.is_inside(file, folder) and file.is_file()):
            return Response(status_code=404)
        return FileResponse(file, media_type=kind, headers={"Content-Security-Policy": "default-src 'none'"})


class Server(uvicorn.Server):
    """uvicorn, which would wait for streams that never end."""

    def __init__(self, preview: Preview) -> None:
        # errors are not logged: a second Ctrl-C would be one, with a traceback
        super().__init__(uvicorn.Config(preview.app, log_level="critical", timeout_graceful_shutdown=2, lifespan="on"))
        self._preview = preview

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Called once when the server is to end."""
        await self._preview.stop()
        await super().shutdown(sockets)


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=jinja2.StrictUndefined
    )


def _page_template() -> jinja2.Template:
    return _environment().get_template("page.html")


def _side_template() -> jinja2.Template:
    return _environment().get_template("side.html")
