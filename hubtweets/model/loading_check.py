"""The copy of a model that is about to be published is looked at as whoever downloads it would load it.

transformers and peft are asked, where they are installed and the weights are small enough for memory. Nothing that the
files name is run: no code beside the model, no pickle. So sentence-transformers is not asked, as it imports the classes
that modules.json names: its transformer is loaded as any other, and the modules' files must be there.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from hubtweets._shared.model_files import module_of
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import RunFolderError
from hubtweets.model import libraries
from hubtweets.model.folder import TrainerFolder
from hubtweets.model.selecting import read_json, read_mapping

_LARGEST = 2 * 10**9
"""Bytes of weights that are loaded; of more, only their number is compared."""

_MODULES_WITHOUT_FILES = ("Normalize", "Dropout")
_TOKENIZERS = ("tokenizer.json", "tokenizer_config.json", "spiece.model", "vocab.txt", "vocab.json")


class _Check(NamedTuple):
    what: str
    look: Callable[[Path], str | None]
    """What is wrong with the model in a folder; None where nothing is."""


def check_loads(found: TrainerFolder, progress: Progress) -> None:
    """See that the files that will be published are a whole model.

    A model that does not load from its own folder either is published as it is, with a warning.

    Raises:
        RunFolderError: when a file that the model needs is missing, or would not be published.
    """
    with tempfile.TemporaryDirectory(prefix="hubtweets-check-") as place:
        copy = Path(place)
        for name, path in zip(found.names, found.files, strict=True):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).symlink_to(path.resolve())
        if missing := _missing(copy):
            raise RunFolderError(
                f"{found.folder} is no whole model: {missing}.", path=found.folder, hint="Save the model again."
            )
        for check in _checks(copy, found):
            told = _told(check, copy)
            if told is None:
                continue
            told = told.replace(place, str(found.folder))
            if _told(check, found.folder) is None:
                unknown = [name for name, why in found.stays.items() if why.startswith(("not known", "left out"))]
                which = f"; there are {', '.join(unknown[:5])}" if unknown else ""
                raise RunFolderError(
                    f"Without the files that stay in {found.folder}, {check.what} does not load: {told}",
                    path=found.folder,
                    hint=f"Take along what it needs with --include{which}.",
                )
            progress.warn(f"{check.what} of {found.folder} does not load as it should: {told}")


def _told(check: _Check, folder: Path) -> str | None:
    try:
        with libraries.quiet():
            return check.look(folder)
    except Exception as error:  # each library has its own
        return " ".join(str(error).split())[:300] or type(error).__name__


def _missing(copy: Path) -> str | None:
    """The file that an index of weights or of modules names, and that is not there."""
    for index in sorted(copy.glob("*.index.json")):
        named = read_mapping(index.resolve()).get("weight_map")
        for name in sorted(set(map(str, named.values()))) if isinstance(named, dict) else ():
            if not (copy / name).is_file():
                return f"{index.name} names {name}, which is not there"
    modules = read_json((copy / "modules.json").resolve())
    for module in modules if isinstance(modules, list) else ():
        path = module.get("path") if isinstance(module, dict) else None
        if not isinstance(path, str) or module_of(f"{path}/config.json") is None:
            continue
        kind = str(module.get("type", "")).rpartition(".")[2]
        if not (copy / path).is_dir() and kind not in _MODULES_WITHOUT_FILES:
            return f"modules.json names {path}, which has no files"
    return None


def _checks(copy: Path, found: TrainerFolder) -> Iterator[_Check]:
    size = sum(path.stat().st_size for path in found.files if path.suffix in (".safetensors", ".bin"))
    library = found.description.get("library")
    if not find_spec("transformers"):
        return
    if library == "peft" and find_spec("peft"):
        yield _Check("the adapter", _adapter)
    elif "model_type" in read_mapping(copy / "config.json"):
        yield _Check("the model", lambda folder: _model(folder, found.run.parameters, load=size <= _LARGEST))
    if any((copy / name).is_file() for name in _TOKENIZERS):
        yield _Check("the tokenizer", _tokenizer)


def _model(folder: Path, weights: int | None, *, load: bool) -> str | None:
    """The number of weights is compared with what the configuration describes; then it is really loaded."""
    libraries.load(SILENT, ("torch", "transformers.modeling_utils"))
    import torch
    import transformers

    config = read_mapping(folder / "config.json")
    named = config.get("architectures")
    name = named[0] if isinstance(named, list) and named and isinstance(named[0], str) else ""
    there = getattr(transformers, name, None)
    if not (isinstance(there, type) and issubclass(there, transformers.PreTrainedModel)):
        return None  # code of its own, or no model at all
    kind: Any = there
    if config.get("quantization_config") or config.get("quantization"):  # what only a GPU, or MLX, can read
        return None
    described = transformers.AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
    with torch.device("meta"):
        wanted = sum(weight.numel() for weight in kind(described).parameters())
    if weights is not None and weights < wanted * 0.9:
        return f"config.json describes {wanted:,} weights, and there are {weights:,}"
    if not load:
        return None
    _, told = kind.from_pretrained(folder, local_files_only=True, output_loading_info=True)
    missing = sorted(told["missing_keys"])
    return f"{name} needs weights that are not there: {', '.join(missing[:5])}" if missing else None


def _tokenizer(folder: Path) -> None:
    from transformers import AutoTokenizer

    # else transformers asks on the terminal whether to run the folder's own code
    AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)


def _adapter(folder: Path) -> None:
    """Its configuration as peft reads it; the base model, without which it does not run, may be anywhere."""
    from peft import PeftConfig

    PeftConfig.from_pretrained(str(folder))
