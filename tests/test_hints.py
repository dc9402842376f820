"""Every option and command that a message of ours names is there: walked through the code, message by message."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from hubtweets import errors
from hubtweets.cli import commands

from .conftest import ROOT

_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*[a-z]")
_OF_A_PROGRAM = re.compile(r"\b(?:hubtweets|hf|torchrun|trackio|wandb|git|uv|pip|python|gh|zip(?= -))(?: +[^\s`;,]+)+")
_EVERYWHERE = ("publish", "push", "rerender", "evaluate")
"""The verbs that go through the rooms which know nothing of verbs."""


class Message(NamedTuple):
    place: str
    text: str


def _text(node: ast.AST) -> str | None:
    """A string as a person reads it, with `X` for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "X" for part in node.values)  # type: ignore[misc]
    return None


def _messages(folder: Path) -> Iterator[Message]:
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
        parts -= {id(node) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)}
        documentation = {
            id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)
        }  # docstrings: of the code, for those who read that
        for node in ast.walk(tree):
            text = None if id(node) in parts | documentation else _text(node)
            if text and " " in text and (_OPTION.search(text) or "hubtweets " in text or "hf " in text):
                yield Message(f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", text)


def _walk(command: Any, name: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    yield name, {option for param in command.params for option in param.opts if option.startswith("--")} | {"--help"}
    if hasattr(command, "list_commands"):
        for child in command.list_commands(None):
            yield from _walk(command.get_command(None, child), (*name, child))


@pytest.fixture(scope="module")
def ours() -> dict[tuple[str, ...], set[str]]:
    """The options of each command of ours, by its words."""
    found = {(): {"--help", "--version"}}
    for name in commands.COMMANDS:
        found |= dict(_walk(commands.load(name), (name,)))
    return found


@pytest.fixture(scope="module")
def hugging_face() -> dict[tuple[str, ...], set[str]]:
    """The same of `hf`."""
    from huggingface_hub.cli.hf import app

    return dict(_walk(app, ()))


def _wrong(words: list[str], known: dict[tuple[str, ...], set[str]]) -> str | None:
    """What is wrong with a command line, if anything."""
    program, *words = words
    name: tuple[str, ...] = ()
    for word in words:
        if (*name, word) not in known:
            break
        name = (*name, word)
    if not name and words[0].isascii() and words[0].isalpha() and words[0].islower():
        return f"there is no command {program} {words[0]}"
    if name and any(len(longer) > len(name) and longer[: len(name)] == name for longer in known):
        return f"{' '.join(name)} needs a command of its own"
    for word in words:
        option = _OPTION.match(word)
        if option and option[0] not in known[name]:
            return f"{program} {' '.join(name)} has no option {option[0]}"
    return None


ANSWERED_BY_THE_CLASS = {"MissingExtraError", "WhosePostsError", "TooLittleTextError"}
"""Errors that say what to do next by themselves."""


def test_every_error_of_a_command_says_what_to_do_next() -> None:
    wrong, looked_at = [], 0
    for path in sorted(file for room in ("cli", "publishing") for file in (ROOT / "hubtweets" / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            call = node.exc if isinstance(node, ast.Raise) else None
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            if call.func.id not in errors.__all__ or call.func.id in ANSWERED_BY_THE_CLASS:
                continue
            looked_at += 1
            if not any(keyword.arg in ("hint", None) for keyword in call.keywords):  # None is **more
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(call)[:100]}")
    assert looked_at > 100
    assert not wrong, "\n".join(wrong)


NAMES = {"hubtweets export", "hubtweets schedule"}
"""What a table of ours and a job are called; nobody is to type these."""


@pytest.mark.thorough
def test_every_command_and_option_that_is_named_is_there(
    ours: dict[tuple[str, ...], set[str]], hugging_face: dict[tuple[str, ...], set[str]]
) -> None:
    wrong = []
    everything = set[str]().union(*ours.values(), hugging_face["repos", "create"])
    for place, text in _messages(ROOT / "hubtweets"):
        rest = text
        for match in _OF_A_PROGRAM.finditer(text):
            words = match[0].rstrip(".:)'\"").split()
            known = {"hubtweets": ours, "hf": hugging_face}.get(words[0])
            sentence = text.endswith(".") and text.startswith(match[0])
            is_line = text[: match.start()].rstrip()[-1:] in ("", ":", "`") and not sentence
            is_line = (is_line or _OPTION.search(match[0])) and match[0] not in NAMES and words[1] != "X"
            if known is not None and is_line and (problem := _wrong(words, known)):
                wrong.append(f"{place}: {problem}: {text!r}")
            rest = rest.replace(match[0], "")
        wrong += [f"{place}: {option}" for option in _OPTION.findall(rest) if option not in everything]
    assert not wrong, "\n".join(wrong)


@pytest.mark.thorough
@pytest.mark.parametrize("room", ["hub", "record", "model", "posts"])
def test_a_room_names_options_that_its_verbs_have(room: str, ours: dict[tuple[str, ...], set[str]]) -> None:
    """A room does not know which command asks: what it names, every verb that comes there has to have."""
    verbs = {"hub": _EVERYWHERE, "record": ("publish", "push"), "model": ("publish",), "posts": ("publish",)}[room]
    common = set.intersection(*(ours[verb,] for verb in verbs))
    if room == "model":  # and what looks at a folder that somebody else trained
        common |= {"--include", "--exclude"}
    wrong = []
    for place, text in _messages(ROOT / "hubtweets" / room):
        rest = _OF_A_PROGRAM.sub("", text)
        if re.search(r"(with )?the commands? [a-z]+", rest) or text.startswith(" --repo-type"):  # it says which; hf's
            continue
        wrong += [f"{place}: {option}: {text!r}" for option in _OPTION.findall(rest) if option not in common]
    assert not wrong, "\n".join(wrong)
