"""How long `hubtweets --help` takes, against `hf --help`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

TITLE = "Start-up"
RUNS = 10


def measure() -> str:
    """Whole processes in turn, `hubtweets --help` and `hf --help`; medians."""
    folder = Path(sys.executable).parent
    commands = {name: [str(folder / name), "--help"] for name in ("hubtweets", "hf")}
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(RUNS + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            if run:  # the first pair warms the file cache
                seconds[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    ratio = medians["hubtweets"] / medians["hf"]
    return (
        "| command | median |\n| --- | ---: |\n"
        + "".join(f"| `{name} --help` | {value * 1000:.0f} ms |\n" for name, value in medians.items())
        + f"\n`hubtweets --help` takes **{ratio:.2f}x** the time of `hf --help` (at most 0.30x is the aim)."
    )
