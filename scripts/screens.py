"""Draw the terminal pictures of docs/pictures/: each is what the program shows in a real terminal, run anew.

`python scripts/screens.py [NAME…]` needs tmux, and makes everything in a folder of its own. The pictures of pages in a
browser (docs/*.png) are taken by hand.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from hubtweets._shared.examples import archive

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
COLUMNS, LINES, SECONDS = 100, 60, 600

SCREENS = {"rerender": ["hubtweets rerender huggingtweets --hub local:practice"]}
BEFORE = {"rerender": "timeout -s INT 20 hubtweets hub practice --seed-org 40"}


def main(names: list[str]) -> None:
    """Draw the named pictures, or all."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.make_archive(str(Path(folder, "twitter")), "zip", archive())
        for name in names or SCREENS:
            text = shown(SCREENS[name], BEFORE.get(name), Path(folder))
            (PICTURES / f"terminal-{name}.svg").write_text(drawn(text), encoding="utf-8")


def shown(commands: list[str], before: str | None, folder: Path) -> str:
    """What a terminal shows after these commands, with its escape sequences."""
    env = {"HOME": str(folder), "HF_HUB_DISABLE_XET": "1", "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    env |= {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "OMP_NUM_THREADS": "1"}
    if before is not None:
        subprocess.run(shlex.split(before), cwd=folder, env=env, capture_output=True, check=False)
    lines = [f"printf '\\e[1;32m$\\e[0m %s\\n' {shlex.quote(one)}; {one}" for one in commands]
    script = folder / "screen.sh"
    script.write_text("\n".join([*lines, "touch done", "sleep 600"]), encoding="utf-8")
    done = folder / "done"
    done.unlink(missing_ok=True)
    tmux = ["tmux", "-f", os.devnull, "-L", f"screens-{os.getpid()}"]
    size = ["-x", str(COLUMNS), "-y", str(LINES)]
    subprocess.run([*tmux, "new-session", "-d", *size, "bash", str(script)], cwd=folder, env=env, check=True)
    try:
        deadline = time.monotonic() + SECONDS
        while not done.exists():
            if time.monotonic() > deadline:
                raise TimeoutError(commands)
            time.sleep(0.5)
        time.sleep(0.5)
        captured = [*tmux, "capture-pane", "-p", "-e", "-S", "-200"]
        return subprocess.run(captured, env=env, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    finally:
        subprocess.run([*tmux, "kill-server"], env=env, check=False)


def drawn(text: str) -> str:
    """A terminal's text as SVG, in the reader's own fonts: nothing is fetched from another host."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(text.rstrip()))
    fonts = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)
    return console.export_svg(title="hubtweets", code_format=fonts.sub("", CONSOLE_SVG_FORMAT))


if __name__ == "__main__":
    main(sys.argv[1:])
