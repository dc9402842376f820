"""A page in a real headless Chromium, driven over its own debugging protocol."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)


class Page:
    """One page. What is asked of it waits for the page's answer."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._numbers = itertools.count(1)

    def command(self, method: str, **params: Any) -> Any:
        """A command of the protocol (https://chromedevtools.github.io/devtools-protocol/)."""
        number = next(self._numbers)
        self._connection.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self._connection.recv(timeout=60))).get("id") != number:
            pass
        return answer["result"]

    def run(self, script: str) -> Any:
        """What a script on the page gives."""
        return self.command("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def until(self, script: str, seconds: float = 120) -> Any:
        """Wait for a script to give something."""
        return until(lambda: self.run(script), seconds)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self.command("Input.insertText", text=text)

    def press(self, key: str, code: int) -> None:
        """Press a key."""
        for kind in ("keyDown", "keyUp"):
            self.command("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def screenshot(self, path: Path) -> None:
        """The page as it is now, as PNG."""
        path.write_bytes(base64.b64decode(self.command("Page.captureScreenshot", format="png")["data"]))


def until(look: Callable[[], Any], seconds: float) -> Any:
    """What `look` gives, as soon as it gives something."""
    end = time.monotonic() + seconds
    while not (found := look()):
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)
    return found


@contextlib.contextmanager
def page(address: str, profile: Path, size: str = "1000,800") -> Iterator[Page]:
    """A browser with one page."""
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
        "--remote-debugging-port=0", f"--window-size={size}", f"--user-data-dir={profile}", address,
    ]  # fmt: skip
    browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    port = profile / "DevToolsActivePort"
    try:
        until(lambda: port.exists() and port.read_text().count("\n") >= 1, 60)
        with connect(_socket(port.read_text().split("\n")[0]), origin=None, max_size=None) as connection:
            yield Page(connection)
    finally:
        browser.terminate()
        browser.wait(timeout=30)


def _socket(port: str) -> str:
    def look() -> str | None:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=10) as answer:
            pages = [one for one in json.load(answer) if one["type"] == "page"]
        return str(pages[0]["webSocketDebuggerUrl"]) if pages else None

    return str(until(look, 60))
