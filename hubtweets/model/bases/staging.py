"""What of a stranger's model files is believed: a folder of only that is what transformers gets to see."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hubtweets._shared import disk
from hubtweets.errors import BaseModelError

WEIGHTS = re.compile(r"(model|pytorch_model)(-\d{1,6}-of-\d{1,6})?\.(safetensors|bin)")
"""Names of weights that transformers reads, whole and sharded."""

_INDEXES = ("model.safetensors.index.json", "pytorch_model.bin.index.json")
_VOCABULARIES = ("tokenizer.json", "vocab.json", "merges.txt", "vocab.txt", "tokenizer.model", "spiece.model")
_TOKENS = ("bos_token", "eos_token", "unk_token", "pad_token", "sep_token", "cls_token", "mask_token")
_FLAGS = ("add_bos_token", "add_eos_token", "add_prefix_space", "do_lower_case", "clean_up_tokenization_spaces")
_OUTPUTS = ("output_attentions", "output_hidden_states", "return_dict")  # how it was run; with these, nothing is saved
_NO_JSON_NUMBERS = ("Infinity", "-Infinity", "NaN")  # transformers writes them as {"__float__": …}
_LARGEST_JSON = 64 * 2**20  # tokenizer.json of large vocabularies have some 20 MB


@contextmanager
def staged(name: str, folder: Path, *, root: Path | None = None) -> Iterator[Path]:
    """A temporary folder with the weights, the vocabulary and cleaned configurations of the model in `folder`.

    Left out is all that would make transformers run code, read other files or follow the base's wishes: `auto_map`,
    `custom_pipelines`, keys that its configuration class does not know, values that read as paths, chat templates,
    generation settings, and everything in tokenizer_config.json but the special tokens and a few flags.

    Args:
        root: the folder that links may lead into; default `folder` itself.

    Raises:
        BaseModelError: when a file leads out of `root`, or the model cannot be loaded without code of its own.
    """
    with tempfile.TemporaryDirectory(prefix="hubtweets-base-") as temporary:
        stage = Path(temporary)
        for path in sorted(folder.iterdir()):
            if WEIGHTS.fullmatch(path.name) or path.name in _VOCABULARIES or path.suffix == ".gguf":
                _check_inside(name, path, root or folder)
                _link(path.resolve(), stage / path.name)
        for index in _INDEXES:
            if (folder / index).is_file():
                (stage / index).write_text(json.dumps(_index(name, folder, folder / index, root)), "utf-8")
        if (folder / "config.json").is_file():
            (stage / "config.json").write_text(json.dumps(clean_config(name, folder, root)), "utf-8")
        (stage / "tokenizer_config.json").write_text(json.dumps(tokenizer_settings(name, folder, root)), "utf-8")
        yield stage


def clean_config(name: str, folder: Path, root: Path | None = None) -> dict[str, Any]:
    """config.json with the keys that transformers' own class for it knows, and without paths.

    Raises:
        BaseModelError: when transformers has no class for it, or its weights are quantized.
    """
    from transformers import CONFIG_MAPPING

    config = read_json(name, folder / "config.json", root or folder)
    kind = config.get("model_type")
    if not isinstance(kind, str) or kind not in CONFIG_MAPPING:
        raise BaseModelError(
            f"{name} is of a kind that transformers does not know ({str(kind)[:60]!r})"
            f"{': it needs code of its own, which is never run' if 'auto_map' in config else ''}.",
            base_model=name,
            hint="Use a base model of a family that transformers has, such as openai-community/gpt2.",
        )
    if config.get("quantization_config") is not None:
        raise BaseModelError(
            f"The weights of {name} are quantized, and cannot be trained.",
            base_model=name,
            hint="Use the model that it was made from; its card names it.",
        )
    known = set(CONFIG_MAPPING[kind]().to_dict()) | {"torch_dtype", "architectures"}
    return {key: value for key, value in _plain(config).items() if key in known}


def _plain(value: Any) -> Any:
    """Without private keys, code and paths, all the way down."""
    if isinstance(value, dict) and value.get("__float__") in _NO_JSON_NUMBERS:
        return {"__float__": value["__float__"]}
    if isinstance(value, dict):
        return {
            key: _plain(item)
            for key, item in value.items()
            if not key.startswith("_") and key not in ("auto_map", "custom_pipelines", *_OUTPUTS) and not _is_path(item)
        }
    return [_plain(item) for item in value if not _is_path(item)] if isinstance(value, list) else value


def _is_path(value: Any) -> bool:
    return isinstance(value, str) and ("/" in value or "\\" in value or value.startswith("~"))


def tokenizer_settings(name: str, folder: Path, root: Path | None = None) -> dict[str, Any]:
    """The special tokens and the flags of tokenizer_config.json; nothing of it names a file or a class of the base."""
    given: dict[str, Any] = {}
    for file in ("special_tokens_map.json", "tokenizer_config.json"):
        if (folder / file).is_file():
            given |= read_json(name, folder / file, root or folder)
    settings: dict[str, Any] = {}
    for key in _TOKENS:
        token = given.get(key)
        token = token.get("content") if isinstance(token, dict) else token
        if isinstance(token, str) and 0 < len(token) < 100:
            settings[key] = token
    settings |= {key: given[key] for key in _FLAGS if isinstance(given.get(key), bool)}
    kind = given.get("tokenizer_class")
    if isinstance(kind, str) and re.fullmatch(r"[A-Za-z0-9]{1,60}", kind):
        settings["tokenizer_class"] = kind
    return settings


def read_json(name: str, path: Path, root: Path) -> dict[str, Any]:
    """One of a base model's small files.

    Raises:
        BaseModelError: when it is not JSON, is unreasonably large, or leads out of `root`.
    """
    _check_inside(name, path, root)
    try:
        if path.stat().st_size > _LARGEST_JSON:
            raise ValueError("larger than 64 MiB")
        data = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise BaseModelError(
            f"{name}/{path.name} is not JSON: {error}", base_model=name, hint="Get the base model again, or another."
        ) from None
    return data if isinstance(data, dict) else {}


def _index(name: str, folder: Path, path: Path, root: Path | None) -> dict[str, Any]:
    index = read_json(name, path, root or folder)
    shards = index.get("weight_map")
    files = (
        set(shards.values()) if isinstance(shards, dict) and all(isinstance(x, str) for x in shards.values()) else {""}
    )
    if not all(WEIGHTS.fullmatch(file) and (folder / file).is_file() for file in files):
        raise BaseModelError(
            f"{name}/{path.name} names weights that are not beside it.",
            base_model=name,
            hint="Get the base model again, whole.",
        )
    return {"metadata": {}, "weight_map": shards}


def _check_inside(name: str, path: Path, root: Path) -> None:
    if not disk.is_inside(path, root):
        raise BaseModelError(
            f"{name}/{path.name} is a link that leads out of the folder.",
            base_model=name,
            hint="Copy the file itself into the folder.",
        )


def _link(source: Path, target: Path) -> None:
    try:
        target.symlink_to(source)
    except OSError:  # Windows asks for a right of its own
        shutil.copyfile(source, target)
