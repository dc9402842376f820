"""Batch re-rendering against the documented loop, on the same local Hub in the same run.

The loop is `list_models`, `ModelCard.load`, a change, `push_to_hub`, as huggingface_hub's guide on model cards has it.
Hub, batch and loop are processes of their own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

TITLE = "Re-rendering the cards of an organisation"

REPOS = 10_000
CHANGING = 2_000
MANY, OF_MANY = 30_000, 6_000  # an organisation three times as large, one repo in five to change
LATENCY = 0.05  # seconds that the Hub is away
LIMIT, WINDOW = 200, 5.0

_LOOP = """
import sys, time
from huggingface_hub import HfApi, ModelCard
began, repos = time.perf_counter(), 0
for model in HfApi().list_models(author=sys.argv[1]):
    card = ModelCard.load(model.id)
    card.text = card.text.replace("I was made with", "Made with")
    card.push_to_hub(model.id)
    repos += 1
print(repos / (time.perf_counter() - began))
"""


class Ran(NamedTuple):
    """One batch: what it told, its seconds from start to end, and its peak memory in MB."""

    told: dict[str, Any]
    seconds: float
    memory: float


class Server:
    """A local Hub in a process of its own."""

    def __init__(self, folder: Path, told: dict[str, Any]) -> None:
        self.endpoint = str(told["endpoint"])
        self._env = {**os.environ, **told["environment"], "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
        self._env |= {"HF_HOME": str(folder / "home"), "XDG_STATE_HOME": str(folder / "state")}

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """One of the Hub's own tools."""
        data = None if body is None else json.dumps(body).encode()
        headers = {"Authorization": f"Bearer {self._env['HF_TOKEN']}"}
        request = urllib.request.Request(self.endpoint + path, data, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def batch(self, organisation: str) -> Ran:
        """`hubtweets rerender ORGANISATION --apply`, as a user runs it."""
        command = [sys.executable, "-m", "hubtweets", "rerender", organisation, "--apply", "--json", "--quiet"]
        began = time.perf_counter()
        process = subprocess.Popen(command, env=self._env, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        told = json.loads(process.stdout.read())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stdout.close()
        assert status == 0, told
        return Ran(told, time.perf_counter() - began, usage.ru_maxrss / 1024)

    def loop(self, organisation: str) -> float:
        """Repos a second of the documented loop, without the time that it takes to start."""
        command = [sys.executable, "-c", _LOOP, organisation]
        return float(subprocess.run(command, env=self._env, stdout=subprocess.PIPE, text=True, check=True).stdout)

    def requests(self) -> list[dict[str, Any]]:
        """The log since the last time."""
        log: list[dict[str, Any]] = self.ask("GET", "/_requests")
        self.ask("DELETE", "/_requests")
        return log


@contextmanager
def served(folder: Path, repos: dict[str, tuple[int, int]], *options: str) -> Iterator[Server]:
    """A Hub with organisations: for each, how many repos, and how many of them have a card of 2021."""
    folder.mkdir()
    lines = folder / "repos.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for organisation, (count, old) in repos.items():
            for number in range(count):
                file.write(_line(organisation, number, old=number % count < old) + "\n")
    command = [
        sys.executable,
        "-m",
        "hubtweets",
        "hub",
        str(folder / "hub"),
        "--seed-org",
        str(lines),
        "--json",
        *options,
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        text = ""
        for line in process.stdout:
            text += line
            if line.rstrip() == "}":
                break
        server = Server(folder, json.loads(text))
        server.requests()
        yield server
    finally:
        process.terminate()
        process.communicate()


def _line(organisation: str, number: int, *, old: bool) -> str:
    from hubtweets.card import render
    from hubtweets.cli.seeding import made_up
    from hubtweets.record import from_data, to_data

    record = made_up(number)
    record = from_data({**to_data(record), "repo_id": f"{organisation}/{record.accounts[0].handle}"})
    card = render(record) if old else render(record, "hubtweets")
    return json.dumps({"repo_id": record.repo_id, "card": card})


def _a_repo(log: list[dict[str, Any]], repos: int) -> float:
    """Requests a repo, listing aside."""
    return sum(one["path"] != "/api/models" for one in log) / repos


def _full_windows(log: list[dict[str, Any]]) -> tuple[float, int]:
    """The share of the limit that was used in all windows but the first and the last, and the requests refused."""
    api = [one for one in log if one["path"].startswith("/api/")]
    windows = Counter(int(one["time"] // WINDOW) for one in api if one["status"] != 429)
    first, last = min(windows), max(windows)
    used = [windows[number] for number in range(first + 1, last)]
    return sum(used) / (LIMIT * len(used)), sum(one["status"] == 429 for one in log)


def _memory() -> str | None:
    """A folder in memory, where there is one: a Hub of 10,000 repos is 200,000 files, and disks are slow at that."""
    folder = Path("/dev/shm")
    return str(folder) if folder.is_dir() and shutil.disk_usage(folder).free > 4e9 else None


def measure() -> str:
    """The section of docs/benchmarks.md."""
    with tempfile.TemporaryDirectory(dir=_memory()) as name:
        folder = Path(name)
        sizes = {
            "large": (REPOS, CHANGING),
            "changed": (CHANGING, CHANGING),
            "peer": (200, 200),
            "peer-mixed": (500, 100),
            "far": (600, 600),
            "away": (25, 25),
        }
        with served(folder / "one", sizes) as server:
            large = server.batch("large")
            log = server.requests()
            again = server.batch("large")
            server.requests()
            near = server.batch("changed")
            ours = _a_repo(server.requests(), CHANGING)
            near_loop = server.loop("peer")
            theirs = _a_repo(server.requests(), 200)
            mixed_loop = server.loop("peer-mixed")
            server.ask("PUT", "/_faults", {"faults": [{"kind": "delay", "seconds": LATENCY}]})
            far = server.batch("far")
            far_loop = server.loop("away")
        with served(folder / "many", {"many": (MANY, OF_MANY), "peer-mixed": (500, 100)}) as server:
            many = server.batch("many")
            many_loop = server.loop("peer-mixed")
        limits = ("--limit", f"api={LIMIT}", "--limit", f"resolvers={LIMIT}", "--window", str(WINDOW))
        with served(folder / "two", {"limited": (1200, 1200)}, *limits) as server:
            server.batch("limited")
            share, refused = _full_windows(server.requests())
    assert large.told["actions"]["changed"] == CHANGING
    assert many.told["actions"]["changed"] == OF_MANY
    listing = sum(one["path"] == "/api/models" for one in log)
    idle = (len(log) - listing - 2 * CHANGING) / (REPOS - CHANGING)
    rows = [
        ("Requests for a repo that needs no change, beyond the listing", f"{idle:.1f}", "", ""),
        ("Requests for a changed repo", f"{ours:.1f}", f"{theirs:.1f}", f"{theirs / ours:.1f}x"),
        (f"Repos a second, all changed, Hub {LATENCY * 1000:.0f} ms away", *_rates(600 / far.seconds, far_loop)),
        (f"Repos a second, {CHANGING:,} of {REPOS:,} changed, Hub here", *_rates(REPOS / large.seconds, mixed_loop)),
        (f"Repos a second, {OF_MANY:,} of {MANY:,} changed, Hub here", *_rates(MANY / many.seconds, many_loop)),
        ("Repos a second, all changed, Hub here", *_rates(CHANGING / near.seconds, near_loop)),
        (f"{REPOS:,} repos again, nothing to do: requests", f"{again.told['requests']}", "", ""),
        (f"{REPOS:,} repos again, nothing to do: seconds", f"{again.seconds:.1f}", "", ""),
        (f"Peak memory with {REPOS:,} repos, MB", f"{large.memory:.0f}", "", ""),
        (f"Peak memory with {MANY:,} repos, MB", f"{many.memory:.0f}", "", ""),
        (f"Share used of a limit of {LIMIT} requests in {WINDOW:.0f} s", f"{share:.1%}", "", ""),
        ("Requests refused by that limit", f"{refused}", "", ""),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return (
        "| | hubtweets | the loop | ratio |\n| --- | ---: | ---: | ---: |\n"
        f"{table}\n\n"
        "The loop is huggingface_hub's documented one: `list_models`, `ModelCard.load`, a change, `push_to_hub` "
        "(which makes no commit where the change changes nothing; it is timed on 500 repos, 100 of them to change, "
        "beside the 10,000). The batch has its usual 8 workers and is timed from the start of the command to its end, "
        "the loop without its start. Hub and client are processes that share this machine's cores: with the Hub here "
        "both mostly wait for a core, with the Hub a network away for the network, as on the real one.\n"
    )


def _rates(ours: float, theirs: float) -> tuple[str, str, str]:
    return f"{ours:,.0f}", f"{theirs:,.1f}", f"{ours / theirs:.1f}x"
