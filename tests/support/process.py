"""The real command line in a process of its own that starts with torch and transformers loaded.

Loading these takes 8 s of a processor, which most tests of `publish` would spend to no purpose. A server
(multiprocessing's forkserver) loads them once a session and forks a process for each command: it has its own
environment, folder, streams and signals, and runs `python -m hubtweets` from there. What a command imports, and what
the libraries read from the environment when they are loaded, is only seen in a fresh interpreter: such tests start
`sys.executable` themselves.
"""

from __future__ import annotations

import atexit
import importlib
import multiprocessing
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
import traceback
import warnings
import weakref
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_CONTEXT = multiprocessing.get_context("forkserver")
# all that is heavy, and nothing of ours
_CONTEXT.set_forkserver_preload(
    ["torch._dynamo", "datasets", "peft", "transformers.trainer", "transformers.models.gpt2.modeling_gpt2"]
)


class CommandProcess:
    """A `hubtweets` command that runs, or a Python script (`code`); the part of `subprocess.Popen` that tests use."""

    def __init__(
        self,
        arguments: Sequence[str | Path],
        *,
        env: Mapping[str, str],
        cwd: Path | str | None = None,
        input: str = "",  # noqa: A002 - as subprocess calls it
        code: str | None = None,
    ) -> None:
        self.args = ["hubtweets", *map(str, arguments)]
        place = Path(tempfile.mkdtemp(prefix="hubtweets-command-"))
        weakref.finalize(self, shutil.rmtree, place, ignore_errors=True)
        self.stdin, self.stdout, self.stderr = (place / name for name in ("stdin", "stdout", "stderr"))
        for stream, text in ((self.stdin, input), (self.stdout, ""), (self.stderr, "")):
            stream.write_text(text, encoding="utf-8")
        streams = (str(self.stdin), str(self.stdout), str(self.stderr))
        self._process: ForkServerProcess = _CONTEXT.Process(
            target=_run, args=(self.args, dict(env), str(cwd or Path.cwd()), streams, code)
        )
        self._process.start()

    @property
    def pid(self) -> int:
        """The process's id, for signals."""
        assert self._process.pid is not None
        return self._process.pid

    def poll(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: it has not ended after `timeout` seconds.
        """
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired(self.args, timeout or 0)
        return self._process.exitcode

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait for its end; all that it wrote to stdout and stderr."""
        self.wait(timeout)
        return self.stdout.read_text(encoding="utf-8"), self.stderr.read_text(encoding="utf-8")


def run_command(
    *arguments: str | Path,
    env: Mapping[str, str],
    cwd: Path | str | None = None,
    input: str = "",  # noqa: A002 - as subprocess calls it
    timeout: float = 300,
) -> subprocess.CompletedProcess[str]:
    """`hubtweets ARGUMENTS` in a process of its own, to its end; `env` is its whole environment."""
    process = CommandProcess(arguments, env=env, cwd=cwd, input=input)
    try:
        out, errors = process.communicate(timeout)
    except BaseException:  # Ctrl-C and a test's own time limit too: no process outlives its test
        process.kill()
        raise
    return subprocess.CompletedProcess(process.args, process.wait(), out, errors)


def _run(
    args: Sequence[str], env: Mapping[str, str], cwd: str, streams: tuple[str, str, str], script: str | None
) -> None:
    """In the forked process: become `python -m hubtweets`, or `python SCRIPT`."""
    os.environ.clear()
    os.environ.update(env)
    _warn_as_told(env.get("PYTHONWARNINGS", ""))
    os.chdir(cwd)
    for number, (path, flags) in enumerate(zip(streams, (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY), strict=True)):
        opened = os.open(path, flags | (os.O_APPEND if flags else 0))
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - the process's own streams
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1, closefd=False)  # noqa: SIM115
    for name in ("huggingface_hub.constants", "datasets.config"):  # they were loaded in another environment
        importlib.reload(sys.modules[name])
    sys.argv = list(args)
    code: object = 0
    try:
        if script is None:
            runpy.run_module("hubtweets", run_name="__main__", alter_sys=True)
        else:
            exec(compile(script, "<script>", "exec"), {"__name__": "__main__"})
    except SystemExit as end:
        code = end.code
    except BaseException:  # as an interpreter ends, whatever was raised
        traceback.print_exc()
        code = 1
    atexit._run_exitfuncs()  # what an interpreter does at its end and multiprocessing leaves out
    sys.exit(code)


def _warn_as_told(options: str) -> None:
    """The warnings of an interpreter that starts in this environment, not in that of the server."""
    sys.warnoptions[:] = filter(None, options.split(","))
    warnings.resetwarnings()
    for kind in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning):
        warnings.simplefilter("ignore", kind)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    for option in sys.warnoptions:
        action, _, rest = option.partition(":")
        assert not rest, "no test names more than what is done"
        warnings.simplefilter(action)  # type: ignore[arg-type]
