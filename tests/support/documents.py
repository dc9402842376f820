"""The shell and Python blocks of a page of documentation, and a machine that runs them as a reader would."""

from __future__ import annotations

import re
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt

from tests.support.process import CommandProcess

SHELL, PYTHON = ("bash", "sh", "console"), ("python",)
_SERVES = re.compile(r"hubtweets (hub|card preview) ")
_COMMENT = re.compile(r"<!--\s*(not run|exit (?P<code>\d))(?:: (?P<reason>.+?))?\s*-->\s*")


class Block(NamedTuple):
    """One block that a reader would run: its line, its language, its text, and what an invisible comment before it says
    of it: the exit code that its commands may have, or the reason why it is not run here."""

    line: int
    language: str
    text: str
    code: int = 0
    not_run: str | None = None

    def commands(self) -> list[tuple[str, list[str]]]:
        """The commands of a shell block, each with the lines that it prints, as the page says.

        In a console the commands stand after `$`, with the lines that go on inside quotes; what follows is printed.
        """
        if self.language != "console":
            return [(command, []) for command in _whole(self.text.splitlines())]
        found, begun = list[tuple[str, list[str]]](), ""
        for line in self.text.splitlines():
            if line.startswith("$ ") or begun:
                begun = f"{begun}\n{line}" if begun else line.removeprefix("$ ")
                if _closed(begun):
                    found.append((_joined(begun), []))
                    begun = ""
            elif line.strip():
                found[-1][1].append(line)
        assert not begun, begun
        return found


def _closed(text: str) -> bool:
    try:
        shlex.split(text, comments=True)
    except ValueError:
        return False
    return not text.endswith("\\")


def _joined(command: str) -> str:
    """A command whose lines end in a backslash, on one line."""
    return re.sub(r"\\\n\s*", "", command)


def _whole(lines: Sequence[str]) -> list[str]:
    commands, begun = list[str](), ""
    for line in lines:
        begun += line if not begun else f"\n{line}"
        if _closed(begun):
            if shlex.split(begun, comments=True):
                commands.append(_joined(begun))
            begun = ""
    assert not begun, begun
    return commands


def blocks(page: Path) -> Iterator[Block]:
    """The shell and Python blocks of a page, in order; not those that are text of another block."""
    said = None
    for token in MarkdownIt("commonmark").parse(page.read_text("utf-8")):
        if token.type == "html_block":
            said = _COMMENT.fullmatch(token.content)
        elif token.type == "fence":
            language = token.info.split()[0] if token.info else ""
            if language in (*SHELL, *PYTHON):
                assert token.map is not None
                not_run = said["reason"] if said and not said["code"] else None
                assert said is None or said["code"] or not_run, f"{page.name}:{token.map[0]}: no reason is given"
                yield Block(token.map[0] + 1, language, token.content, int((said and said["code"]) or 0), not_run)
            said = None
        elif token.nesting >= 0 and token.type != "inline":
            said = None


class Failed(Exception):  # noqa: N818
    """A block that did not end as the page says."""


class Machine:
    """A reader's machine: a folder, an environment, servers that they started, and their Python session so far."""

    def __init__(self, folder: Path, env: dict[str, str]) -> None:
        self.folder = folder
        self.env = env
        self._first = dict(env)
        self._servers: list[CommandProcess] = []
        self._python: list[str] = []

    def run(self, block: Block) -> None:
        """Run a block.

        Raises:
            Failed: it did not end as it should, with what it printed.
        """
        if block.language in PYTHON:
            self._python.append(block.text)
            session = CommandProcess((), code="\n".join(self._python), env=self.env, cwd=self.folder)
            self._ended(session, block, block.text)
            return
        for command, shown in block.commands():
            if _SERVES.match(command):
                self._serve(command)
            elif command.startswith("unset "):  # of this machine stays what stands for huggingface.co
                self.env |= {name: self._first[name] for name in shlex.split(command)[1:]}
            elif command.startswith(("hubtweets ", "python -c ")) and not re.search(r"[|>&;]|\$", _bare(command)):
                words = shlex.split(command, comments=True)
                if words[0] == "python":
                    process = CommandProcess((), code=words[2], env=self.env, cwd=self.folder)
                else:
                    process = CommandProcess(words[1:], env=self.env, cwd=self.folder)
                self._ended(process, block, command, shown)
            else:
                self._shell(command, block)

    def _ended(self, process: CommandProcess, block: Block, what: str, shown: Sequence[str] = ()) -> None:
        try:
            out, errors = process.communicate(300)
        except BaseException:  # as `run_command`: no process outlives its test
            process.kill()
            raise
        if process.wait() not in (0, block.code):
            raise Failed(f"line {block.line}: {what}\nended with {process.wait()}\n{out}\n{errors}")
        if "Warning" in errors or "Traceback" in errors:
            raise Failed(f"line {block.line}: {what}\n{errors}")
        printed = [line.rstrip() for line in (out + errors).splitlines()]
        for line in shown:
            if not any(map(_pattern(line).fullmatch, printed)):
                raise Failed(f"line {block.line}: {what}\ndoes not print: {line}\n{out}\n{errors}")

    def _shell(self, command: str, block: Block) -> None:
        done = subprocess.run(
            ["bash", "-ec", command], cwd=self.folder, env=self.env, capture_output=True, text=True, check=False,
            stdin=subprocess.DEVNULL, timeout=300,
        )  # fmt: skip
        if done.returncode not in (0, block.code):
            raise Failed(f"line {block.line}: {command}\nended with {done.returncode}\n{done.stdout}\n{done.stderr}")

    def _serve(self, command: str) -> None:
        """Start what runs until it is stopped; what it says to export is exported, as the reader would."""
        process = CommandProcess(shlex.split(command, comments=True)[1:], env=self.env, cwd=self.folder)
        self._servers.append(process)
        deadline = time.monotonic() + 120
        while "http://" not in (told := process.stdout.read_text("utf-8")) or not told.endswith("\n"):
            if process.poll() is not None or time.monotonic() > deadline:
                raise Failed(f"{command}\n{told}\n{process.stderr.read_text('utf-8')}")
            time.sleep(0.05)
        self.env |= dict(re.findall(r"^export (\w+)=(.+)$", told, re.MULTILINE))

    def close(self) -> None:
        """Stop what runs."""
        for process in self._servers:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(60)


def _pattern(line: str) -> re.Pattern[str]:
    """A line that a page says is printed; `…` stands for what differs from run to run."""
    return re.compile(".*".join(map(re.escape, line.rstrip().split("…"))))


def _bare(command: str) -> str:
    """A command without what stands in quotes and comments."""
    return re.sub(r"'[^']*'|\"[^\"]*\"|\s#.*", "", command)
