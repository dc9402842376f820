"""The property tests of cards with 50,000 examples each: no display name, handle, URL or text breaks a card."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

TITLE = "Cards: property tests"
EXAMPLES = 50_000
TESTS = Path(__file__).parent.parent / "tests" / "card" / "test_properties.py"


def measure() -> str:
    """The section of docs/benchmarks.md.

    Raises:
        RuntimeError: when a property does not hold; the report of the tests is in it.
    """
    start = time.perf_counter()
    env = {**os.environ, "HUBTWEETS_EXAMPLES": str(EXAMPLES)}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--hypothesis-profile",
        "explore",
        str(TESTS),
        "-q",
        "-n",
        str(os.cpu_count() or 1),
        "-k",
        "not hostile_names",
    ]
    done = subprocess.run([*command, "-o", "timeout=0"], env=env, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout[-5000:])
    minutes = (time.perf_counter() - start) / 60
    names = re.findall(r"^@many\n@given.*?^def (\w+)", TESTS.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    rows = [f"| `{name}` | {EXAMPLES:,} | held |" for name in names]
    return "\n".join([f"{minutes:.0f} minutes.", "", "| property | examples | |", "| --- | ---: | --- |", *rows])
