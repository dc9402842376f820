"""What the benchmarks of many accounts share: a table of posts, and `publish` against a Hub of its own."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import psutil

_WORDS = ("the tide of day {} was late", "nobody on the quay had noticed", "and the gulls of {} kept their own counsel")


def posts_table(path: Path, accounts: int, each: int) -> Path:
    """A table in which the posts of all accounts are mixed."""
    with path.open("w", newline="") as file:
        write = csv.writer(file).writerow
        write(["username", "text"])
        for number in range(each):
            text = ", ".join(_WORDS).format(number, number)
            for account in range(accounts):
                write([f"account{account}", f"{account}: {text}"])
    return path


class Measured(NamedTuple):
    """What a command took with its children: seconds, seconds of processors, and the most memory, in bytes."""

    seconds: float
    processors: float
    memory: int


def publish(hub: Path, *arguments: object) -> Measured:
    """Run `hubtweets publish` against a Hub of its own."""
    from hubtweets import LocalHub

    with LocalHub(hub) as served:
        environment = {**os.environ, "HF_TOKEN": served.token, "HF_ENDPOINT": served.endpoint, "OMP_NUM_THREADS": "1"}
        environment["RAY_worker_niceness"] = "0"  # as the others are
        command: Sequence[str] = [
            sys.executable, "-m", "hubtweets", "publish", *map(str, arguments), "--namespace", served.user,
            "--consent", "agreed", "--quiet", "--ledger", str(hub / "bench-ledger.sqlite3"),
        ]  # fmt: skip
        begin = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        peak = 0
        processors: dict[int, float] = {}
        while process.poll() is None:
            peak = max(peak, _look(process.pid, processors))
            time.sleep(0.1)
        if process.wait() != 0:
            raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
        return Measured(time.perf_counter() - begin, sum(processors.values()), peak)


def _look(pid: int, processors: dict[int, float]) -> int:
    """Bytes that a process and its children have; and what time of processors each has had so far."""
    memory = 0
    try:
        process = psutil.Process(pid)
        for one in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                memory += one.memory_info().rss
                times = one.cpu_times()
                processors[one.pid] = times.user + times.system
    except psutil.NoSuchProcess:
        return 0
    return memory
