"""A card in the browser as the Hub shows it, with its faults beside it, following every change on disk.

The page is told of changes by server-sent events; files are watched by the operating system (watchfiles), not polled.
Only this machine can reach the server.
"""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from pathlib import Path

from hubtweets.errors import MissingExtraError, UsageError

_LIBRARIES = frozenset({"anyio", "starlette", "uvicorn", "watchfiles"})


def serve(
    path: Path | None,
    *,
    text: str | None = None,
    title: str,
    template: str | None = None,
    base_url: str | None = None,
    port: int = 0,
    open_browser: bool = True,
    say: Callable[[str], None] = print,
) -> None:
    """Show the card or record at `path`, or the card `text`, until interrupted.

    Args:
        path: a README.md, or a record as JSON (`.json`), which is rendered.
        text: a card that is in no file.
        title: what to call it on the page.
        template: what to render with; a card is then shown as rendering it again would make it.
        base_url: where a card's relative pictures are; with `path`, its own folder.
        port: on 127.0.0.1; 0 takes a free one.
        say: gets the page's address.

    Raises:
        MissingExtraError: without the extra `hub`.
        UsageError: when the port is taken.
    """
    try:
        from hubtweets.card.preview.server import Preview, Server
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise MissingExtraError("The preview", extra="hub") from None

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except OSError:
        listener.close()
        raise UsageError(f"Port {port} is taken.", hint="Choose another with --port, or leave it out.") from None
    listener.listen()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    server = Server(Preview(path, text=text, title=title, template=template, base_url=base_url))
    say(f"{title}: {address} (stop with Ctrl-C)")
    if open_browser:
        import webbrowser

        webbrowser.open(address)
    with contextlib.suppress(KeyboardInterrupt), listener:
        server.run(sockets=[listener])
