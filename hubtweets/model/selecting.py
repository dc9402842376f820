"""Which files of a folder are the model, which stay where they are, and why."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from hubtweets._shared.model_files import is_description, is_model_file, is_weights, module_of
from hubtweets.errors import RunFolderError

_ANY_NAME = (".safetensors", ".model", ".spm", ".tiktoken")
"""Ends of weights and vocabularies that are a model's whatever they are called, but for the states of a training."""

_TERMS = re.compile(r"(LICEN[SC]E|NOTICE)(\.(md|txt))?", re.IGNORECASE)
"""What a card's `license_link` leads to, and what licences ask to go with a copy."""

_FOLDERS = re.compile(r"\d{1,3}_\w{1,40}|additional_chat_templates")
_STATES = re.compile(r"(optimizer|scheduler|random_states|rng_state|scaler|training_args\.bin$)")
_OF_TRACKERS = re.compile(r"(wandb|mlruns|trackio)/")
_NUMBERS = re.compile(r"trainer_state\.json|\w+_results\.json")
_LOGS = re.compile(r"events\.out\.tfevents.*|.*\.(log|csv|tsv)|emissions\.csv")
_CHECKPOINT = re.compile(r"checkpoint-(\d+)")
_MOST = 10_000
"""Files that are looked at: a folder of a model has some dozens."""


class Selected(NamedTuple):
    """The files that go up, in order, and the paths of those that stay, each with the reason."""

    files: tuple[Path, ...]
    stays: dict[str, str]


def select(folder: Path, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Selected:
    """The files of the model in a folder.

    Args:
        folder: what a library saved the model in.
        include: patterns of paths below it that go up too, such as `*.py`.
        exclude: patterns of paths that stay.

    Raises:
        RunFolderError: when there is no folder or no model in it, a pattern matches nothing, or one asks for the state
            of a training.
    """
    if not folder.is_dir():
        raise RunFolderError(f"{folder} is not a folder.", path=folder, hint="Name the Trainer's output_dir.")
    known = _model_files(folder)
    chosen: dict[str, Path] = {}
    stays: dict[str, str] = {}
    matched: set[str] = set()
    for name, path in _walk(folder, deep=bool(include)):
        out = next((pattern for pattern in exclude if fnmatchcase(name, pattern)), None)
        wanted = next((pattern for pattern in include if fnmatchcase(name, pattern)), None)
        matched.update(pattern for pattern in (out, wanted) if pattern is not None)
        if out is not None:
            stays[name] = f"left out by --exclude {out}"
        elif path in known:
            chosen[name] = path
        elif wanted is not None and name != "README.md" and path.is_file():
            tracked = _OF_TRACKERS.match(name)
            if tracked or _STATES.match(path.name):
                what = (
                    "what a tracker wrote of this machine" if tracked else "a state of the training, not of the model"
                )
                raise RunFolderError(
                    f"{name} is {what}; it is never published.",
                    path=path,
                    hint=f"Leave it out: --exclude {shlex.quote(f'{tracked[0]}*' if tracked else name)}",
                )
            chosen[name] = path
        else:
            stays[name] = _why_not(name, path, known)
    for pattern in (*include, *exclude):
        if pattern not in matched:
            raise RunFolderError(
                f"No file in {folder} matches {pattern!r}.", path=folder, hint="Patterns are as in *.py or onnx/*."
            )
    _check(folder, chosen)
    return Selected(tuple(chosen[name] for name in sorted(chosen)), _shortened(stays))


def last_checkpoint(folder: Path) -> Path | None:
    """The newest `checkpoint-N` in a Trainer's folder."""
    numbered = [(int(match[1]), path) for path in folder.iterdir() if (match := _CHECKPOINT.fullmatch(path.name))]
    return max(numbered)[1] if numbered else None


def read_json(path: Path) -> Any:
    """What a JSON file holds; None where there is none.

    Raises:
        RunFolderError: when it is no JSON.
    """
    if not path.is_file():
        return None
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise RunFolderError(
            f"{path} is not JSON: {error}", path=path, hint="Save the run again, or remove the broken file."
        ) from None


def read_mapping(path: Path) -> dict[str, Any]:
    """The mapping that a JSON file holds; empty without the file, and for other JSON.

    Raises:
        RunFolderError: when it is no JSON.
    """
    data = read_json(path)
    return data if isinstance(data, dict) else {}


def _walk(folder: Path, *, deep: bool) -> Iterator[tuple[str, Path]]:
    """Every file by its path below the folder; of folders that are no module's, the files only where asked for."""
    count = 0
    waiting = [folder]
    while waiting:
        for path in sorted(waiting.pop().iterdir()):
            name = path.relative_to(folder).as_posix()
            module = deep or _FOLDERS.fullmatch(name)
            hidden = path.name.startswith(".") or _CHECKPOINT.fullmatch(path.name)
            if module and not hidden and path.is_dir() and not path.is_symlink():
                waiting.append(path)
                continue
            count += 1
            if count > _MOST:
                return
            yield name, path


def _model_files(folder: Path) -> set[Path]:
    named = {path.name: path for path in folder.iterdir() if path.is_file() and not _STATES.match(path.name)}
    pickled = not any(name.endswith(".safetensors") for name in named)
    kind = ".bin" if pickled else ".safetensors"  # pickled weights only without others
    files = {
        path
        for name, path in named.items()
        if is_description(name)
        or _TERMS.fullmatch(name)
        or path.suffix in _ANY_NAME
        or (is_model_file(name) and name.removesuffix(".index.json").endswith(kind))
    }
    templates = {path for path in (folder / "additional_chat_templates").glob("*.jinja") if path.is_file()}
    return files | templates | _module_files(folder)


def _module_files(folder: Path) -> set[Path]:
    """The files of the modules that sentence-transformers' modules.json names, which are in folders of their own."""
    modules = read_json(folder / "modules.json")
    paths = [module.get("path") for module in modules if isinstance(module, dict)] if isinstance(modules, list) else []
    names = {name for name in paths if isinstance(name, str) and module_of(f"{name}/config.json") == name}
    inside = {path for name in names for path in (folder / name).glob("*") if path.is_file()}
    found = {path for path in inside if module_of(path.relative_to(folder).as_posix())}
    return {path for path in found if path.suffix != ".bin" or path.with_name("model.safetensors") not in found}


def _check(folder: Path, chosen: dict[str, Path]) -> None:
    weights = [path for path in chosen.values() if path.suffix in (".safetensors", ".bin")]
    configs = {"config.json", "adapter_config.json", "modules.json"} & chosen.keys()
    if not weights or not configs:
        checkpoint = last_checkpoint(folder)
        raise RunFolderError(
            f"{folder} has no model in it: {'no weights' if configs else 'no config.json'}.",
            path=folder,
            hint=f"Push the checkpoint itself: hubtweets push {shlex.quote(str(checkpoint))} --repo-id NAMESPACE/NAME"
            if checkpoint
            else "Name a folder that trainer.save_model() or save_pretrained() wrote.",
        )


def _why_not(name: str, path: Path, known: set[Path]) -> str:
    if name == "README.md":
        return "the card takes its place, with what a person wrote on it"
    if path.name == "training_args.bin":
        return "a pickle; the card states what is in it"
    if _CHECKPOINT.fullmatch(path.name):
        return "a checkpoint of the training"
    if _STATES.match(path.name):
        return "a state of the training"
    if _NUMBERS.fullmatch(path.name):
        return "its numbers are on the card"
    if path.name.startswith("."):
        return "hidden"
    if _LOGS.fullmatch(path.name) or path.name in ("runs", "logs", "wandb", "eval"):
        return "a log of the training"
    if not path.exists():
        return "a link that leads nowhere"
    if is_weights(path.name) and any(one.suffix == ".safetensors" for one in known):
        return "the same weights are there as safetensors"
    return "a folder, not known as part of the model" if path.is_dir() else "not known as a file of the model"


def _shortened(stays: dict[str, str]) -> dict[str, str]:
    """At most a hundred of them: a folder may hold any number of files."""
    if len(stays) <= 100:
        return stays
    names = sorted(stays)[:100]
    return {**{name: stays[name] for name in names}, f"and {len(stays) - 100} more": "as above"}
