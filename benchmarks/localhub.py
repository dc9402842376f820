"""The local Hub under load: filling, listing and committing.

    python benchmarks/localhub.py [--repos 10000] [--commits 3000] [--threads 8] [--json]

The Hub runs in a process of its own; the clients are threads of this one, each with one connection. A commit is one
file in one POST, as a batch makes it, and each goes to another repo than the one before.
"""

from __future__ import annotations

import argparse
import base64
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from typing import Any
from urllib.parse import urlsplit


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
    text = "---\ntags:\n- huggingtweets\nlicense: mit\n---\n# Card\n" + "All of it, once more.\n" * 100

    def work(number: int) -> None:
        client = Client(told["endpoint"], told["token"])
        for place in range(number, commits, threads):
            content = base64.b64encode(f"{text}{place}\n".encode()).decode()
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repos", type=int, default=10_000)
    parser.add_argument("--commits", type=int, default=3_000)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        process, told, filled = start(folder, options.repos)
        try:
            client = Client(told["endpoint"], told["token"])
            names, pages, listed = listing(client)
            spent = committing(told, names, options.commits, options.threads)
        finally:
            process.terminate()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
        process, _, reopened = start(folder, 0)
        process.terminate()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
    found = {
        "repos": len(names),
        "fill_seconds": round(filled, 1),
        "pages": pages,
        "list_seconds": round(listed, 2),
        "commits": options.commits,
        "threads": options.threads,
        "commits_per_second": round(options.commits / spent, 1),
        "reopen_seconds": round(reopened, 2),
        "cpus": os.cpu_count(),
    }
    if options.json:
        print(json.dumps(found))
        return
    width = max(map(len, found))
    for name, value in found.items():
        print(f"{name:{width}}  {value}")


if __name__ == "__main__":
    main()
