"""What commands print: data on stdout, everything else on stderr, colours on a terminal only."""

from __future__ import annotations

import contextlib
import functools
import logging
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TextIO

from hubtweets._shared.progress import Progress, Task
from hubtweets._shared.text import spelled_out

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text


@functools.cache
def stdout() -> Console:
    """The console for data. Text from accounts must be printed with `markup=False` or as `rich.text.Text`."""
    return _console(of_stderr=False)


@functools.cache
def stderr() -> Console:
    """The console for progress, warnings and errors."""
    return _console(of_stderr=True)


def _console(*, of_stderr: bool) -> Console:
    """A console that spells out what a terminal would obey, whoever wrote it; styles are its own.

    It asks where stdout and stderr go as it prints: an embedding program, or a test, may have set others.
    """
    from rich.console import Console
    from rich.text import Text

    class Spelling(Console):
        printed_at = 0.0  # by `time.monotonic`

        def print(self, *objects: Any, **options: Any) -> None:
            self.printed_at = time.monotonic()
            super().print(*map(_spelled, objects), **options)

        def render_str(self, text: str, **options: Any) -> Text:
            return super().render_str(spelled_out(text), **options)

    def _spelled(shown: Any) -> Any:
        if not isinstance(shown, Text) or (plain := spelled_out(shown.plain)) == shown.plain:
            return shown
        return Text(plain, style=shown.style)

    return Spelling(stderr=of_stderr, highlight=False, emoji=False, soft_wrap=True)


json_printed = False
"""Whether stdout has its one JSON document already; an error after it is told on stderr alone."""

json_lines = False
"""Whether stdout has JSON Lines; all that comes is a line too."""


_data: TextIO | None = None
"""Where JSON goes while stdout is kept for it."""


@contextmanager
def stdout_for_json() -> Iterator[None]:
    """Keep stdout for JSON: what libraries print there, as Ray does of a node that is lost, goes to stderr."""
    global _data, json_printed, json_lines
    _data = sys.stdout
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        _data, json_printed, json_lines = None, False, False  # the next command of this process has its own


def _write_json(content: bytes) -> None:
    stream = _data or sys.stdout
    stream.buffer.write(content + b"\n")
    stream.flush()


def print_json_line(data: Any) -> None:
    """`data` as one line of JSON on stdout, at once: somebody reads along."""
    import msgspec

    global json_lines
    json_lines = True
    _write_json(msgspec.json.encode(data))


def print_json(data: Any) -> None:
    """`data` as one indented JSON document on stdout; as one line, where there are lines already."""
    import msgspec

    global json_printed
    json_printed = True
    if json_lines:
        print_json_line(data)
        return
    _write_json(msgspec.json.format(msgspec.json.encode(data), indent=2))


class RichProgress(Progress):
    """Draws progress with rich bars on stderr; without a terminal, lines while a task takes long and when it ends."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet

    @contextmanager
    def task(self, label: str, *, total: float | None = None, unit: str = "") -> Iterator[Task]:
        """See `Progress.task`."""
        if self._quiet:
            yield Task()
            return
        from hubtweets.cli.bars import bar

        with bar(stderr(), label, total, unit) as task:
            yield task

    @contextmanager
    def alive(self, label: str) -> Iterator[None]:
        """See `Progress.alive`."""
        if self._quiet:
            yield
            return
        from hubtweets.cli.bars import signs_of_life

        with signs_of_life(stderr(), label):
            yield

    def note(self, text: str) -> None:
        """See `Progress.note`."""
        if not self._quiet:
            stderr().print(spelled_out(text), style="dim", markup=False)

    def warn(self, text: str) -> None:
        """See `Progress.warn`; shown with `--quiet` too."""
        from rich.text import Text

        stderr().print(Text.assemble(("warning: ", "bold yellow"), spelled_out(text)))


def progress(*, quiet: bool) -> RichProgress:
    """Progress for a command. huggingface_hub's own transfer bars are shown on a terminal only, not with --quiet."""
    if quiet or not sys.stderr.isatty():
        from huggingface_hub.utils import disable_progress_bars

        disable_progress_bars()
    # its log would show signed upload addresses, and its advice is for programmers
    logging.getLogger("huggingface_hub").setLevel(logging.ERROR)
    return RichProgress(quiet=quiet)


def table(rows: Table) -> None:
    """A table on stdout; where that is no terminal, no line has white space at its end."""
    console = stdout()
    if console.is_terminal:
        console.print(rows)
        return
    with console.capture() as captured:
        console.print(rows)
    for line in captured.get().splitlines():
        console.print(line.rstrip(), markup=False, highlight=False, soft_wrap=True)


def facts(rows: Sequence[tuple[str, str | Text]]) -> None:
    """Names and values on stdout, a line each; nothing is wrapped or padded at its end, so that it can be copied."""
    from rich.text import Text

    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        stdout().print(Text.assemble(f"{name:<{width}}  ", value))
