"""Being asked to stop: Ctrl-C arrives, wherever it falls, and the other signals are answered as well."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from hubtweets.model.interruption import finish_step

EXAMPLE = Path(__file__).parent.parent / "examples" / "archive"

_RAISED = "import signal; signal.raise_signal(signal.SIGINT)"

_PLACES = {
    "an import that forgets it": "import forgets",
    "an import that breaks of it": "import breaks",
    "the end of an object": f"class Ends:\n    def __del__(self):\n        {_RAISED}\nEnds()",
    "a weak reference": f"import weakref\nclass Gone: ...\ngone = Gone()\ndef cb(_):\n    {_RAISED}\n"
    "weak = weakref.ref(gone, cb)\ndel gone",
}


def printed(code: str) -> str:
    """What a process of its own prints that runs this, and ends well."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("place", _PLACES)
def test_it_arrives_where_python_would_lose_it(tmp_path: Path, place: str) -> None:
    (tmp_path / "asked.py").write_text(f"{_RAISED}\nwhole = True\n")
    (tmp_path / "forgets.py").write_text("try:\n    import asked\nexcept BaseException:\n    pass\n")
    (tmp_path / "breaks.py").write_text(
        "try:\n    import asked\nexcept BaseException:\n    raise ImportError('torch is not installed') from None\n"
    )
    code = (
        "from hubtweets._shared import ctrl_c\nctrl_c.install()\nimport time\n"
        f"try:\n    exec({_PLACES[place]!r})\n    time.sleep(60)\n"
        "except KeyboardInterrupt:\n    import sys\n    print('asked', sys.modules.get('asked') is not None)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=50, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"asked {place.startswith('an import')}\n"), done.stderr
    assert done.stderr == ""


def test_it_stays_ignored_where_it_was() -> None:
    code = (
        "import signal\nfor number in (signal.SIGINT, signal.SIGHUP):\n    signal.signal(number, signal.SIG_IGN)\n"
        "from hubtweets._shared import ctrl_c\nfrom hubtweets.model.interruption import finish_step\n"
        "ctrl_c.install()\nwith finish_step():\n    print([signal.getsignal(one).name for one in ctrl_c.SIGNALS[::2]])"
    )
    assert printed(code) == str([signal.SIG_IGN.name] * 2)


def piped(folder: Path, stderr: int) -> subprocess.Popen[bytes]:
    """`hubtweets posts -` that has put what it was sent aside, and waits for more."""
    command = [sys.executable, "-m", "hubtweets", "posts", "-"]
    environment = {**os.environ, "TMPDIR": str(folder)}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=stderr, env=environment)
    assert process.stdin is not None
    process.stdin.write(b"id,text\n" + b"1,hello there\n" * 100_000)
    process.stdin.flush()
    deadline = time.monotonic() + 60
    while not list(folder.iterdir()):
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_every_signal_to_stop_tidies_up(tmp_path: Path, number: signal.Signals) -> None:
    with piped(tmp_path, subprocess.PIPE) as process:
        process.send_signal(number)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, list(tmp_path.iterdir())) == (128 + number, [])
    assert told.decode().startswith("error: Interrupted. Nothing was half-published.\n")


def test_nobody_need_be_there_to_be_told(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    with piped(tmp_path, theirs) as process:
        os.close(theirs)
        os.close(ours)  # the terminal goes away: what is written to it is an error
        process.send_signal(signal.SIGHUP)
        told, _ = process.communicate(timeout=60)
    assert (process.returncode, told, list(tmp_path.iterdir())) == (128 + signal.SIGHUP, b"", [])


def test_a_training_is_stopped_whatever_it_ends_with() -> None:
    def fails() -> None:
        with finish_step() as interruption:
            signal.raise_signal(signal.SIGINT)
            assert interruption.asked
            raise ValueError("the memory is full")

    with pytest.raises(KeyboardInterrupt):
        fails()


def test_sigterm_in_a_training_is_told_as_any_other() -> None:
    code = (
        "import signal\nfrom hubtweets._shared import ctrl_c\nfrom hubtweets.model.interruption import finish_step\n"
        "ctrl_c.install()\ntry:\n    with finish_step():\n        signal.raise_signal(signal.SIGTERM)\n"
        "except KeyboardInterrupt:\n    print(ctrl_c.exit_code())"
    )
    assert printed(code) == "143"


def test_python_takes_nothing_down_that_threads_may_use() -> None:
    code = (
        "import atexit, signal, sys\nfrom hubtweets._shared import ctrl_c\nctrl_c.install()\n"
        "class Used:\n    def __del__(self):\n        print('taken down')\nused = Used()\n"
        "atexit.register(print, 'tidied up')\ntry:\n    signal.raise_signal(signal.SIGINT)\n"
        "except KeyboardInterrupt:\n    ctrl_c.ends_with(ctrl_c.exit_code())\n    sys.exit(ctrl_c.exit_code())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "tidied up\n", "")


def test_what_begins_hears_nothing() -> None:
    code = (
        "import multiprocessing, signal\nfrom hubtweets.publishing.executors import child\n"
        "with child._unheard():\n    begun = multiprocessing.get_context('forkserver').Process(target=int)\n"
        "    begun.start()\n    print(sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))\n    begun.join()"
    )
    assert printed(code) == str(sorted([signal.SIGINT, signal.SIGTERM, signal.SIGHUP]))


@pytest.mark.slow
def test_ctrl_c_at_the_terminal_is_not_for_its_processes(tmp_path: Path) -> None:
    """All of a terminal's group hear it: what prepares trainings in processes neither."""
    (tmp_path / "accounts.csv").write_text(f"handle,posts\nquillfen_lock9,{EXAMPLE}\n")
    command = [sys.executable, "-m", "hubtweets", "publish", "--each", str(tmp_path / "accounts.csv"), "--jobs", "2"]
    command += ["--hub", f"local:{tmp_path / 'hub'}", "--base-model", "scratch:tiny", "--max-steps", "2"]
    with subprocess.Popen(
        [*command, "--work-dir", str(tmp_path / "work")], stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 100
        while not any("forkserver" in " ".join(one.cmdline()) for one in psutil.Process(process.pid).children()):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=100)
    assert process.returncode == 130, told
    assert "Traceback" not in told
    assert "begun again" not in told
