"""The local Hub under load: filling, listing and committing.

The Hub runs in a process of its own; the clients are threads of this one, each with one connection. A commit is one
file in one POST, as a batch makes it, and each goes to another repo than the one before.
"""

from __future__ import annotations

import base64
import http.client
import json
import subprocess
import sys
import tempfile
import threading
import time
from typing import Any
from urllib.parse import urlsplit

TITLE = "Local Hub"
REPOS, COMMITS, THREADS = 10_000, 3_000, 8


def start(folder: str, repos: int) -> tuple[subprocess.Popen[str], dict[str, Any], float]:
    """A Hub with that many repos; what it told, and the seconds until it told it."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "hubtweets", "hub", folder, "--seed-org", str(repos), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    text = ""
    for line in process.stdout:
        text += line
        if line.rstrip() == "}":
            break
    return process, json.loads(text), time.perf_counter() - began


class Client:
    """One connection; the standard library's client, so that the Hub and not its clients is what is measured."""

    def __init__(self, endpoint: str, token: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(endpoint).netloc)
        self._headers = {"Authorization": f"Bearer {token}"}

    def request(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[bytes, Any]:
        """The body and headers of an answer, which must be a good one."""
        self._connection.request(method, path, body, {**self._headers, **headers})
        answer = self._connection.getresponse()
        content = answer.read()
        assert answer.status == 200, (answer.status, content[:300])
        return content, answer.headers


def listing(client: Client) -> tuple[list[str], int, float]:
    """All repos of the organisation with their card data; the pages that took, and the seconds."""
    began = time.perf_counter()
    path: str | None = "/api/models?author=huggingtweets&expand=cardData&expand=sha"
    names: list[str] = []
    pages = 0
    while path:
        content, headers = client.request("GET", path)
        names += [model["id"] for model in json.loads(content)]
        pages += 1
        link = headers.get("Link")
        url = urlsplit(link[1 : link.index(">")]) if link else None
        path = f"{url.path}?{url.query}" if url else None
    return names, pages, time.perf_counter() - began


def committing(told: dict[str, Any], names: list[str], commits: int, threads: int) -> float:
    """Seconds for that many one-file commits by that many threads."""
    text = "---\ntags:\n- huggingtweets\nlicense: mit\nnumber: {}\n---\n# Card\n" + "All of it, once more.\n" * 100

    def work(number: int) -> None:
        client = Client(told["endpoint"], told["token"])
        for place in range(number, commits, threads):
            content = base64.b64encode(text.format(place).encode()).decode()
            file = {"path": "README.md", "content": content, "encoding": "base64"}
            lines = [{"key": "header", "value": {"summary": "Re-render card"}}, {"key": "file", "value": file}]
            body = "".join(json.dumps(line) + "\n" for line in lines).encode()
            path = f"/api/models/{names[place % len(names)]}/commit/main"
            client.request("POST", path, body, **{"Content-Type": "application/x-ndjson"})

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    began = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return time.perf_counter() - began


def measure() -> str:
    """Fill a Hub, list it, and commit to it from several threads; the client and the server share the machine."""
    with tempfile.TemporaryDirectory() as folder:
        process, told, filled = start(folder, REPOS)
        try:
            client = Client(told["endpoint"], told["token"])
            names, pages, listed = listing(client)
            spent = committing(told, names, COMMITS, THREADS)
        finally:
            stop(process)
        process, _, reopened = start(folder, 0)
        stop(process)
    return (
        "No peer: there is no other Hub to run on one machine.\n\n"
        "| | |\n| --- | ---: |\n"
        f"| fill {len(names):,} model repos | {filled:.1f} s (at most 300 s is the aim) |\n"
        f"| list them | {pages} pages, {listed:.2f} s |\n"
        f"| one-file commits, {THREADS} threads | {COMMITS / spent:,.0f} a second (at least 200 is the aim) |\n"
        f"| open the folder again | {reopened:.2f} s |"
    )


def stop(process: subprocess.Popen[str]) -> None:
    """End a server and wait for it."""
    process.terminate()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()
