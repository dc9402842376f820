"""The last look at a model's files before they are anybody's: nothing of this machine or its user goes with them."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hubtweets._shared import disk
from hubtweets._shared.model_files import is_description, module_of
from hubtweets._shared.progress import Progress
from hubtweets._shared.secrets import secrets
from hubtweets._shared.text import spelled_out_line
from hubtweets.errors import RunFolderError

_LOOKED_AT = 8_000  # bytes without a zero make a text, as for git
LARGEST_HEADER = 100 * 2**20
"""Bytes of a safetensors file's header; the format's own limit."""

_LARGEST_READ = 16 * 2**20
"""Bytes of a pickle, a GGUF file or the like that are looked through: what is no number in them comes first."""

_VOCABULARIES = re.compile(
    r"tokenizer|.*vocab.*|added_tokens|special_tokens_map|tekken|normalizer|byte_maps|emoji|word_.*|.*\.index"
)
"""JSON files of words that a tokenizer knows or of tensors' names; all others of a model's are configurations."""

_CODE = ("auto_map", "custom_pipelines", "auto_mapping")
_PATHS = ("_name_or_path", "name_or_path", "base_model_name_or_path", "tokenizer_file", "vocab_file")
_A_PATH = re.compile(r"(?:.*_)?(?:path|dir|directory|file|folder|filename)s?", re.IGNORECASE)
_LOCAL = re.compile(r"(?:/|~|\.\.?[/\\]|\\\\|[A-Za-z]:[/\\]|file:)(?s:.*)")
_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?", re.ASCII)
_ESCAPE = re.compile(r"\\u00([0-7][0-9a-fA-F])")
_POINTER = b"version https://git-lfs.github.com/spec/"
_SECRET_NAMES = re.compile(r"TOKEN|SECRET|PASSW|CREDENTIAL|API_?KEY|ACCESS_KEY|PRIVATE", re.IGNORECASE)
_SHORTEST_VALUE = 8  # shorter ones are words that stand in any vocabulary


def check(files: Sequence[Path], *, environment: Mapping[str, str] = os.environ) -> None:
    """See that no file of a model holds a secret or a path of this machine, whoever put it there.

    Looked for are values of the environment's variables that name secrets, `NAME=value` of any variable, what looks
    like a token or a private key, and in configurations the user's home folder. Letters count as the same in either
    case: some tokenizers know one only. Of weights, what stands beside the numbers is read.

    Raises:
        RunFolderError: naming the file and what was found, never its text.
    """
    home = str(Path.home()).lower()
    values = {
        text.lower(): f"the value of the environment variable {name}"
        for name, value in environment.items()
        if len(value) >= _SHORTEST_VALUE
        for text in ((value, f"{name}={value}") if _SECRET_NAMES.search(name) else (f"{name}={value}",))
    }
    for path in files:
        text = _text(path)
        lowered = text.replace("\\/", "/").lower()
        said = next((what for value, what in values.items() if value in lowered), None)
        said = said or next((what for _, what in secrets(text)), None)
        if said is None and is_configuration(path) and len(home) > 1 and f"{home}/" in lowered:
            said = "a path in your home folder"
        if said is not None:
            raise RunFolderError(
                f"{path.name} holds {said}; nothing was published.",
                path=path,
                hint="Take it out of the file, and use another base model if you did not put it there."
                if path.name != "README.md"
                else "Take it out of the file, and revoke it where it came from if others may have seen it.",
            )


def _text(path: Path) -> str:
    """What of a file may be words: all of a text, the header of a safetensors file, the beginning of other files.

    What has zeros in it is read without them too, as UTF-16 is text, and letters that JSON spells by their numbers are
    put in their place.
    """
    with path.open("rb") as file:
        beginning = file.read(_LOOKED_AT)
        if path.suffix == ".safetensors":
            size = int.from_bytes(beginning[:8], "little")
            content = beginning[8:] + file.read(max(0, min(size, LARGEST_HEADER) - _LOOKED_AT))
        else:
            is_text = b"\0" not in beginning or path.suffix in (".json", ".txt", ".jinja", ".md")
            content = beginning + (file.read() if is_text else file.read(_LARGEST_READ))
    if b"\0" in content:
        content = content.replace(b"\0", b"\n") + b"\n" + content.replace(b"\0", b"")
    text = content.decode("utf-8", "replace")
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "\\u00" in text else text


def is_configuration(path: Path) -> bool:
    """Whether a file is JSON that says how a model is used, and no vocabulary."""
    return path.suffix == ".json" and _VOCABULARIES.fullmatch(path.stem) is None


def prepare(files: Sequence[Path], folder: Path, progress: Progress, base_model: str | None = None) -> tuple[Path, ...]:
    """The files of a folder as they may be published: cleaned copies of configurations, all else as it is; checked.

    Code that loading would run (`auto_map`, `custom_pipelines`) and local paths are left out of the copies, and told;
    what names only code that is among the files stays.
    An adapter whose base model is a path gets `base_model` in its place. The folder stays as it is; the copies are
    removed when the process ends.

    Raises:
        RunFolderError: when a file is a link out of the folder, stands for one that was not fetched, has a name that no
            repo takes, or holds a secret.
    """
    prepared = []
    code = frozenset(path.stem for path in files if path.suffix == ".py" and path.parent == folder)
    for path in files:
        check_inside(path, folder)
        name = str(path.relative_to(folder).as_posix())
        if "\\" in name or spelled_out_line(name) != name:
            raise RunFolderError(
                f"{spelled_out_line(name)} has a character in its name that a repo's files should not have.",
                path=path,
                hint="Give the file another name.",
            )
        with path.open("rb") as file:
            if file.read(len(_POINTER)) == _POINTER:
                raise RunFolderError(
                    f"{path} stands for a large file of git that was not fetched.", path=path, hint="git lfs pull"
                )
        prepared.append(_cleaned(path, code, progress, base_model) if _is_cleaned(path) else path)
    check(prepared)
    return tuple(prepared)


def check_inside(path: Path, folder: Path) -> None:
    """See that a file of the folder is there, and not elsewhere on this machine.

    Raises:
        RunFolderError: when it is a link that leads out of the folder.
    """
    if not disk.is_inside(path, folder):
        raise RunFolderError(
            f"{path} is a link that leads out of the folder.",
            path=path,
            hint="Copy the file itself into the folder, if it is to be published.",
        )


def _is_cleaned(path: Path) -> bool:
    """Whether local paths are taken out of a file: of a model's configurations, not of JSON that somebody added."""
    return is_configuration(path) and (
        is_description(path.name) or module_of(f"{path.parent.name}/{path.name}") is not None
    )


def names_code(files: Sequence[Path]) -> bool:
    """Whether loading prepared files runs Python code that is among them: transformers' classes, or modules of
    sentence-transformers'."""
    code = frozenset(path.stem for path in files if path.suffix == ".py")
    read = [path for path in files if is_configuration(path)] if code else []
    return any(_names(json.loads(path.read_bytes()), code) for path in read)


def _names(data: Any, code: frozenset[str]) -> bool:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if any(not code.isdisjoint(_modules(value[key])) for key in (*_CODE, "type") if key in value):
                return True
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return False


def _cleaned(path: Path, code: frozenset[str], progress: Progress, base_model: str | None) -> Path:
    try:
        cleaned = _without(json.loads(path.read_bytes()), code, removed := list[str](), base_model)
    except (ValueError, RecursionError) as error:
        raise RunFolderError(
            f"{path} is not JSON: {error}", path=path, hint="Save the model again, or remove the broken file."
        ) from None
    if not removed:
        return path
    folder = Path(tempfile.mkdtemp(prefix="hubtweets-push-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    copy = folder / path.name
    disk.write_text(copy, json.dumps(cleaned, indent=2, ensure_ascii=False) + "\n")
    told = f"Not published of {path.name}: {', '.join(sorted(set(removed)))} (code or paths of this machine)."
    if not set(removed).isdisjoint(_CODE) and any(path.parent.glob("*.py")):
        told += " Code that is meant to be published with the model: --include '*.py'."
    progress.note(told)
    return copy


def _without(value: Any, code: frozenset[str], removed: list[str], base_model: str | None) -> Any:
    if isinstance(value, list):
        return [_without(item, code, removed, base_model) for item in value]
    if not isinstance(value, dict):
        return value
    kept: dict[str, Any] = {}
    for key, item in value.items():
        if (key in _CODE and not _modules(item) <= code) or _is_local(key, item):
            if item:
                removed.append(key)
            if key == "base_model_name_or_path":  # peft asks for the key
                kept[key] = base_model
        else:
            kept[key] = _without(item, code, removed, base_model)
    return kept


def _modules(named: Any) -> frozenset[str]:
    """The modules that `auto_map` and the like name: `modeling_own` of `modeling_own.OwnModel`, at any depth."""
    if isinstance(named, dict):
        named = list(named.values())
    if isinstance(named, list):
        return frozenset().union(*map(_modules, named))
    return frozenset() if named is None else frozenset({str(named).rpartition(".")[0]})


def _is_local(key: str, value: object) -> bool:
    """Whether a value is a path on this machine rather than an id on a Hub or a place in the repo."""
    if not isinstance(value, str):
        return False
    if key in _PATHS:
        return not _HUB_ID.fullmatch(value) or Path(value).exists()
    return _A_PATH.fullmatch(key) is not None and _LOCAL.fullmatch(value) is not None
