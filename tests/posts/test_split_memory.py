"""A table of many accounts is taken apart in memory that does not grow with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import resource, sys
from pathlib import Path
from hubtweets.posts.sources._split import SplitTable

def rows(count):
    for number in range(count):
        yield {"username": f"account{number % 1000}", "text": f"{number} " + f"{number:x}" * 100}

def peak(count):
    table = Path(sys.argv[1]) / f"{count}.csv"
    table.write_text("")
    split = SplitTable(table, rows(count), Path(sys.argv[1]) / "kept", title="a table")
    assert len(list(split.source("account7", None))) == count // 1000
    split.close(keep=False)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

print(peak(int(sys.argv[2])), peak(int(sys.argv[3])))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs the module resource")
def test_memory_does_not_grow_with_the_table(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path), "60000", "150000"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    small, large = map(int, done.stdout.split())
    print(f"{small / 1e6:.0f} MB, {large / 1e6:.0f} MB")
    assert large - small < 25e6  # the rows between are 45 MB
