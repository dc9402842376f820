"""Ctrl-C arrives, wherever it falls: real processes that send it to themselves at the worst place."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

_RAISED = "import signal; signal.raise_signal(signal.SIGINT)"

_PLACES = {
    "an import that forgets it": "import forgets",
    "an import that breaks of it": "import breaks",
    "the end of an object": f"class Ends:\n    def __del__(self):\n        {_RAISED}\nEnds()",
    "a weak reference": f"import weakref\nclass Gone: ...\ngone = Gone()\ndef cb(_):\n    {_RAISED}\n"
    "weak = weakref.ref(gone, cb)\ndel gone",
}


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
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "from hubtweets._shared import ctrl_c\nctrl_c.install()\nprint(signal.getsignal(signal.SIGINT).name)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == signal.SIG_IGN.name
