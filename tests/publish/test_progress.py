"""Progress where nobody sees a bar move, and on terminals that have no room for one."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import nbformat
import pytest
from rich.console import Console

import hubtweets
from hubtweets._shared.progress import IN_PYTHON
from hubtweets.cli import bars, runs
from hubtweets.publishing.apply import Totals
from hubtweets.publishing.target import Progression


class Stepping:
    """A clock whose sleeper goes on so many times when it is let; then it waits for its end, as with a real one."""

    def __init__(self, times: int) -> None:
        self._left = times
        self._time = 0.0
        self.go, self.exhausted = threading.Event(), threading.Event()

    def now(self) -> float:
        return self._time

    def monotonic(self) -> float:
        return self._time

    def sleep(self, seconds: float, wake: threading.Event | None = None) -> bool:
        assert wake is not None
        self.go.wait()
        if not self._left:
            self.exhausted.set()
            return wake.wait()
        self._left -= 1
        self._time += seconds
        return False


def test_long_work_says_how_far_it_is_in_a_log() -> None:
    log, clock = io.StringIO(), Stepping(3)
    with bars.bar(Console(file=log, width=200), "Training", None, "steps", clock) as task:
        task.update(total=100, completed=0)
        task.update(completed=25, note="loss 3.000")
        clock.go.set()
        clock.exhausted.wait()
    assert log.getvalue().splitlines() == [
        "Training: 25/100 steps, loss 3.000, 9 s left",
        "Training: 25/100 steps, loss 3.000, 36 s left",
        "Training: 25/100 steps, loss 3.000, 1 min left",
        "Training: 25/100 steps, loss 3.000, 21.0 s",
    ]
    assert bars.AGAIN < bars.AROUND < 10


def test_what_goes_on_from_an_interruption_estimates_from_there() -> None:
    log, clock = io.StringIO(), Stepping(1)
    with bars.bar(Console(file=log, width=200), "Training", 100, "steps", clock) as task:
        task.update(completed=90)
        task.update(completed=95)
        clock.go.set()
        clock.exhausted.wait()
    assert log.getvalue().splitlines()[0] == "Training: 95/100 steps, 3 s left"


def test_work_with_a_bar_of_its_own_gives_signs_of_life() -> None:
    log, clock = io.StringIO(), Stepping(2)
    with bars.signs_of_life(Console(file=log, width=200), "Publishing me/bot", clock):
        clock.go.set()
        clock.exhausted.wait()
    assert log.getvalue().splitlines() == ["Publishing me/bot: 10 s so far", "Publishing me/bot: 19 s so far"]


def test_work_around_other_work_is_silent_while_that_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    log, clock = io.StringIO(), Stepping(2)
    console = Console(file=log, width=200)
    monkeypatch.setattr(console, "printed_at", 2.0, raising=False)  # as the command line's console keeps it
    with bars.signs_of_life(console, "At work", clock):
        clock.go.set()
        clock.exhausted.wait()
    assert log.getvalue().splitlines() == ["At work: 12 s so far"]


def test_short_work_is_one_line() -> None:
    log, clock = io.StringIO(), Stepping(0)
    clock.go.set()
    with bars.bar(Console(file=log, width=200), "Loading a {model}", None, "", clock):
        pass
    assert log.getvalue() == "Loading a {model}: 0.0 s\n"


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_bar_has_all_it_says_on_any_terminal(width: int) -> None:
    drawn = io.StringIO()
    console = Console(file=drawn, width=width, force_terminal=True, legacy_windows=False, no_color=True)
    with bars.bar(console, "Measuring {the} base model", 1234, "held-out posts") as task:
        task.update(completed=617, note="held-out loss 3.204")
    told = " ".join(drawn.getvalue().split())
    for words in ("{the}", "617/1,234", "3.204"):
        assert words in told


def test_a_run_over_many_repos_says_in_a_log_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with runs.watched(quiet=False) as observer:
        assert observer.now() == "Asking the Hub …"  # type: ignore[attr-defined]
        observer.begins(Totals(listed=1200, more=False, done=7), list)
        observer.comes_to(Progression(repo_id="me/bot", state="training", step=3, steps=40, loss=3.25, seconds_left=61))
        told = "7 of 1,200 repos; me/bot: training, step 3 of 40, loss 3.250, 1:01 left"
        assert observer.now() == told  # type: ignore[attr-defined]
        observer.comes_to(Progression(repo_id="me/bot", state="done"))
        assert observer.now() == "7 of 1,200 repos"  # type: ignore[attr-defined]


def _table(folder: Path) -> Path:
    """A table with too little text for a model worth having."""
    rows = "".join(f"{number},anna,The wren sings of bird number {number}\n" for number in range(400))
    path = folder / "posts.csv"
    path.write_text(f"id,username,text\n{rows}", encoding="utf-8")
    return path


def test_what_python_warns_of_steers_no_terminal() -> None:
    with pytest.warns(hubtweets.HubtweetsWarning) as caught:
        IN_PYTHON.warn("the name \x1b]0;title\x07 is odd")
    assert str(caught[0].message) == r"the name \x1b]0;title\x07 is odd"


def test_a_warning_of_a_thread_of_ours_names_no_line_of_the_standard_library() -> None:
    def warn() -> None:
        thread = threading.Thread(target=IN_PYTHON.warn, args=("odd",))
        thread.start()
        thread.join()

    with pytest.warns(hubtweets.HubtweetsWarning) as caught:
        warn()
    assert Path(caught[0].filename).name == "progress.py"


def test_python_warns_of_what_the_command_line_warns_of(tmp_path: Path) -> None:
    with pytest.warns(hubtweets.HubtweetsWarning, match="40,000") as caught:
        hubtweets.read_posts(_table(tmp_path))
    assert Path(caught[0].filename) == Path(__file__), "it names the line that called hubtweets"


RUN = """
import json, sys, warnings
warnings.simplefilter("ignore")  # of Jupyter's own libraries
import nbformat
from nbclient import NotebookClient
written = nbformat.read(sys.argv[1], 4)
NotebookClient(written, timeout=300, kernel_name="python3").execute()
print(json.dumps([cell.get("outputs", []) for cell in written.cells]))
"""


@pytest.mark.thorough
def test_a_notebook_shows_bars_warnings_and_cards(tmp_path: Path) -> None:
    cells = [
        f"import hubtweets\nhubtweets.read_posts({str(_table(tmp_path))!r})",
        "from hubtweets.cli import seeding\nseeding.made_up(1)",
    ]
    written = tmp_path / "cells.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells]), written)
    env = {**os.environ, "JUPYTER_PLATFORM_DIRS": "1", "IPYTHONDIR": str(tmp_path / "ipython")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(written)], capture_output=True, text=True, env=env, timeout=400, check=False
    )
    assert done.returncode == 0, done.stderr
    reading, card = json.loads(done.stdout)
    streamed = "".join("".join(one.get("text", "")) for one in reading if one["output_type"] == "stream")
    assert "Reading the posts of @anna" in streamed
    assert "400/400" in streamed
    assert "HubtweetsWarning" in streamed
    assert [one["data"]["text/plain"] for one in reading if "data" in one][-1].startswith("<Corpus of @anna")
    (shown,) = card
    assert "AI BOT" in shown["data"]["text/markdown"]
    assert shown["data"]["text/plain"].startswith("<ModelRecord")
