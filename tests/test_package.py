"""What `import hubtweets` offers, and what it costs."""

from __future__ import annotations

import builtins
import gc
import importlib
import inspect
import re
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import hubtweets
from hubtweets.__main__ import main
from hubtweets._shared.progress import SILENT
from hubtweets.model import libraries

from .conftest import ROOT

HEAVY = ("torch", "transformers", "datasets", "tweepy", "wandb", "huggingface_hub")


def _named_types(hint: Any) -> Iterator[type]:
    """The classes that an annotation is made of."""
    for part in typing.get_args(hint):
        yield from _named_types(part)
    if isinstance(hint, type):
        yield hint
    if isinstance(hint, list | tuple):  # of a Callable's arguments
        for part in hint:
            yield from _named_types(part)


def _evaluated(thing: Any) -> dict[str, Any]:
    """The annotations of one function or class; what the local Hub imports for type checkers only is found, too."""
    rooms = [module for name, module in sys.modules.items() if name.startswith("hubtweets.localhub.")]
    names = {name: value for module in rooms for name, value in vars(module).items() if inspect.isclass(value)}
    return typing.get_type_hints(thing, localns=names if "localhub" in thing.__module__ else None)


def _hints(thing: Any) -> list[Any]:
    """The annotations of a function, or of a class: its fields, and what its public methods take and give."""
    if not isinstance(thing, type):
        return list(_evaluated(thing).values())
    found: list[Any] = []
    for kind in thing.__mro__:
        if not kind.__module__.startswith("hubtweets."):
            continue
        found += [hint for name, hint in _evaluated(kind).items() if not name.startswith("_")]
        for name, member in vars(kind).items():
            function = getattr(member, "fget", None) or getattr(member, "__func__", member)
            if inspect.isfunction(function) and (name == "__init__" or not name.startswith("_")):
                found += _evaluated(function).values()
    return found


def _public() -> dict[str, Any]:
    for module in ("app", "accounts", "storage.seed", "storage.store", "traffic"):  # as using the local Hub would
        importlib.import_module(f"hubtweets.localhub.{module}")
    return {name: getattr(hubtweets, name) for name in hubtweets.__all__}


@pytest.mark.thorough
def test_every_type_of_a_public_signature_is_public() -> None:
    public = _public()
    missing = {
        f"{kind.__module__}.{kind.__name__}, of {name}"
        for name, thing in public.items()
        for hint in _hints(thing)
        for kind in _named_types(hint)
        if kind.__module__.startswith("hubtweets") and kind not in public.values()
    }
    assert missing == set()


@pytest.mark.slow
def test_everything_public_is_a_verb_or_belongs_to_one() -> None:
    """No name is public that no public function leads to."""
    public = _public()
    reached = {
        name
        for name, thing in public.items()
        if inspect.isfunction(thing) or name in ("Card", "LocalHub", "ModelRecord")
    }
    while True:
        more = {
            kind.__name__ for name in reached for hint in _hints(public[name]) for kind in _named_types(hint)
        } & public.keys()
        if more <= reached:
            break
        reached |= more
    errors = {name for name, thing in public.items() if isinstance(thing, type) and issubclass(thing, Exception)}
    assert public.keys() - reached - errors == set()


def test_every_error_that_a_docstring_names_is_public() -> None:
    public = _public()
    for thing in public.values():
        named = re.findall(r"^ {4,8}([A-Z]\w+Error)\b", inspect.getdoc(thing) or "", re.MULTILINE)
        assert {name for name in named if not hasattr(builtins, name)} <= public.keys(), thing


def test_keywords_and_fields_are_the_same() -> None:
    from hubtweets import PublishConfig, PublishOptions

    assert [*PublishOptions.__annotations__] == [name for name in PublishConfig.__struct_fields__ if name != "handles"]


def test_public_names_are_there() -> None:
    for name in hubtweets.__all__:
        assert getattr(hubtweets, name).__module__.startswith("hubtweets."), name
    assert set(hubtweets.__all__) <= set(dir(hubtweets))


def test_verbs_stay_functions_whatever_is_imported() -> None:
    """A module of the same name inside the package would take the verb's place."""
    for module in ("publishing.publish", "publishing.push", "card.rendering", "posts.spec"):
        importlib.import_module(f"hubtweets.{module}")
    for verb in ("open_source", "publish", "push", "render"):
        assert inspect.isfunction(getattr(hubtweets, verb)), verb


def test_importing_and_help_load_nothing_heavy() -> None:
    for start in ("import hubtweets", "from hubtweets.cli.main import run; run(['--help'])"):
        code = f"import sys; {start}; print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stderr.strip() == "[]"


@pytest.mark.thorough
def test_the_list_of_commands_is_told_whole(hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    commands = hubtweets("--help", env={"COLUMNS": "80"}).stdout.partition("Commands:")[2]
    assert "publish" in commands
    assert "..." not in commands


def test_ctrl_c_while_it_is_being_loaded(
    tmp_path: Path, hubtweets: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt  # as if somebody pressed Ctrl-C just now\n")
    done = hubtweets("--help", env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 130
    assert done.stderr == "error: Interrupted. Nothing was started.\n"


@pytest.mark.thorough
def test_a_library_is_imported_without_looking_for_garbage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "hubtweets_test_of_a_library"
    (tmp_path / f"{name}.py").write_text("import gc\nlooks = gc.isenabled()\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert gc.isenabled()
    libraries.load(SILENT, (name,))
    assert not sys.modules.pop(name).looks
    assert gc.isenabled()
    (tmp_path / f"{name}_2.py").write_text("1 / 0\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        libraries.load(SILENT, (f"{name}_2",))
    assert gc.isenabled()


def test_the_process_ends_without_looking_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["hubtweets", "--version"])
    before = gc.get_freeze_count()
    try:
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_output_that_has_no_emoji(hubtweets: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """As where output is piped on Windows, whose encodings lack them too."""
    done = hubtweets("posts", ROOT / "examples" / "archive", env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0, done.stderr
    assert "Tilda Quillfen \\U0001f986" in done.stdout
