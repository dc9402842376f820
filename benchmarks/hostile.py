"""Memory that reading what a stranger wrote takes at its peak: cards, and a Hub's answers, above an idle process."""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from hubtweets._shared.disk import blob_id

TITLE = "Hostile input: memory"

MOST = 100
"""MB above an idle process."""

MIB = 2**20
GIB = 2**30
_PIECE = b"x\n" * (MIB // 2)

CARDS = {
    "4 MiB of `{{ `": "{{ ",
    "4 MiB of table rows": "| a | b |\n",
    "49,000 rows of a table": "| a | b |" + " " * 70 + "\n",
    "49,000 headings": "# a" + "b" * 78 + "\n",
    "49,000 short headings": "# a\n",
    "4 MiB of `<a `": "<a ",
    "4 MiB of one letter": "A",
}

_CHILD = """
import resource, sys
from pathlib import Path
from hubtweets import card
from hubtweets.hub.client import HubClient
from hubtweets.errors import HubtweetsError

def highest():
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024

what, where = sys.argv[1:]
card.read("---\\ntags:\\n- huggingtweets\\n---\\n# A\\n")
client = HubClient(where, "hf_x")
before = highest()
try:
    if what == "listing":
        for page in client.list_models("org"):
            list(page.repos)
    else:
        text = client.read_card("org/bot").text
        card.read(text)
        card.update(text, None, "hubtweets")
except HubtweetsError:
    pass  # refused, as it should be; what counts is the memory until then
print(highest() - before)
"""


def made(title: str) -> bytes:
    """A card of so much of one token."""
    front, token = "---\ntags:\n- huggingtweets\n---\n\n", CARDS[title]
    length = min(4 * MIB - len(front), 49_000 * len(token) if title.startswith("49") else 4 * MIB)
    return (front + (token * (length // len(token) + 1))[:length]).encode()


def answer(path: str) -> Iterator[bytes]:
    """A body of 1 GiB, piece by piece."""
    if path.startswith("/api/models"):
        yield b'[{"id": "org/bot", "sha": "' + b"a" * 40 + b'", "tags": [], "cardData": {"a": "'
    for _ in range(GIB // MIB):
        yield _PIECE


class Hostile(BaseHTTPRequestHandler):
    """A Hub whose every answer is endless, or small and endless when it is unpacked."""

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        """Answer with what the first part of the address names."""
        self.send_response(200)
        self.send_header("x-repo-commit", "a" * 40)
        card = made(list(CARDS)[int(self.path.split("/")[1].removeprefix("card"))]) if "/card" in self.path else None
        self.send_header("ETag", f'"{blob_id(card or b"")}"')
        packed = self.path.startswith("/gzip")
        if packed:
            body = gzip.compress(b"x" * GIB, 9)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            for piece in [body] if packed else [card] if card is not None else answer(self.path):
                self.wfile.write(piece)
        except OSError:
            return  # the reader has had enough


def peak(what: str, where: str) -> int:
    """Bytes of memory that one read adds to a fresh process at its peak."""
    done = subprocess.run([sys.executable, "-c", _CHILD, what, where], capture_output=True, text=True, check=True)
    return int(done.stdout)


def measure() -> str:
    """The numbers, as a section of Markdown."""
    rows = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    rows += [(f"a card: {title}", peak("answer", f"{url}/card{number}")) for number, title in enumerate(CARDS)]
    rows += [
        ("a README.md of 1 GiB from a Hub", peak("answer", url)),
        ("the same packed by gzip (1 MB)", peak("answer", f"{url}/gzip")),
        ("a listing of 1 GiB", peak("listing", url)),
    ]
    server.shutdown()
    lines = [f"| {title} | {taken / 1e6:,.0f} |" for title, taken in rows]
    told = (
        "Read in a process of its own; what its memory grows by at the peak, above that of the idle process. At most "
        f'{MOST} MB are allowed. Archives are under "Archive to corpus".'
    )
    return "\n".join(
        [
            told,
            "",
            "| | MB |",
            "| --- | ---: |",
            *lines,
        ]
    )
