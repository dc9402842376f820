"""The output folder of a Trainer that somebody else ran: which files are the model, and what the card may state."""

from __future__ import annotations

import json
import math
import re
import struct
from pathlib import Path
from typing import Any

import msgspec

from hubtweets import frontmatter
from hubtweets.errors import CardReadError, RunFolderError
from hubtweets.model import facts, libraries
from hubtweets.progress import SILENT, Progress
from hubtweets.record import Run

MODEL_FILES = (
    "config.json",
    "generation_config.json",
    "*.safetensors",
    "*.safetensors.index.json",
    "adapter_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "vocab.json",
    "vocab.txt",
    "merges.txt",
    "*.model",
    "chat_template.jinja",
    "chat_template.json",
)
"""What is published of a folder: never optimizer states, pickles, logs or checkpoints."""

_PICKLED_WEIGHTS = ("pytorch_model*.bin", "pytorch_model.bin.index.json")
_TRUSTED_PACKAGES = ("transformers.", "accelerate.", "trl.", "sentence_transformers.")
_WRITTEN_BY_TRAINER = "This model card has been generated automatically according to the information the Trainer had access to"


class TrainerFolder(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in the folder. `card` is a README.md that a person wrote, or None."""

    folder: Path
    files: tuple[Path, ...]
    run: Run
    base_model: str | None = None
    card: str | None = None


def read_trainer_folder(folder: Path, *, progress: Progress = SILENT) -> TrainerFolder:
    """Read weights, tokenizer, `trainer_state.json`, `training_args.bin` and metrics files of a Trainer's folder.

    A number is only taken when it belongs to the weights in the folder: an evaluation of an earlier step does not.
    `training_args.bin` is a pickle; it is read with torch's weights-only loader and an allow-list of classes.

    Raises:
        RunFolderError: when there is no model in the folder, or one of its JSON files is broken.
    """
    if not folder.is_dir():
        raise RunFolderError(f"{folder} is not a folder.", path=folder, hint="Name the Trainer's output_dir.")
    files = _model_files(folder)
    state = _json(_newest(folder, "trainer_state.json"))
    args = _training_args(_newest(folder, "training_args.bin"), progress)
    metrics = _metrics(folder, state, args)
    config = _json(folder / "config.json")
    version = config.get("transformers_version")
    run = Run(
        hyperparameters=facts.hyperparameters(args) if args is not None else {},
        metrics=metrics,
        log_history=facts.log_entries(state.get("log_history", [])),
        seed=getattr(args, "seed", None),
        parameters=_parameters(files),
        versions={"transformers": version} if isinstance(version, str) else {},
    )
    readme = folder / "README.md"
    text = readme.read_text("utf-8", errors="replace") if readme.is_file() else None
    return TrainerFolder(
        folder=folder,
        files=files,
        run=run,
        base_model=_base_model(folder, text, config),
        card=None if text is None or _WRITTEN_BY_TRAINER in text else text,
    )


def _model_files(folder: Path) -> tuple[Path, ...]:
    def matching(patterns: tuple[str, ...]) -> set[Path]:
        return {path for pattern in patterns for path in folder.glob(pattern) if path.is_file()}

    files = matching(MODEL_FILES)
    if not any(path.suffix == ".safetensors" for path in files):
        files |= matching(_PICKLED_WEIGHTS)
    weights = [path for path in files if path.suffix in (".safetensors", ".bin")]
    configs = {"config.json", "adapter_config.json"} & {path.name for path in files}
    if not weights or not configs:
        checkpoint = _last_checkpoint(folder)
        raise RunFolderError(
            f"{folder} has no model in it: {'no weights' if configs else 'no config.json'}.",
            path=folder,
            hint=f"Push the checkpoint itself: hubtweets push {checkpoint} --repo-id NAMESPACE/NAME"
            if checkpoint
            else "Name a folder that trainer.save_model() or save_pretrained() wrote.",
        )
    return tuple(sorted(files))


def _last_checkpoint(folder: Path) -> Path | None:
    numbered = [(int(match[1]), path) for path in folder.iterdir() if (match := re.fullmatch(r"checkpoint-(\d+)", path.name))]
    return max(numbered)[1] if numbered else None


def _newest(folder: Path, name: str) -> Path:
    """The file in the folder, or in its last checkpoint."""
    checkpoint = _last_checkpoint(folder)
    return folder / name if (folder / name).exists() or checkpoint is None else checkpoint / name


def _json(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        data = json.loads(path.read_bytes())
    except ValueError as error:
        raise RunFolderError(
            f"{path} is not JSON: {error}", path=path, hint="Save the run again, or remove the broken file."
        ) from None
    return data if isinstance(data, dict) else {}


def _training_args(path: Path, progress: Progress) -> Any:
    if not path.is_file():
        return None
    libraries.require()
    import torch
    from torch.serialization import get_unsafe_globals_in_checkpoint, safe_globals

    try:
        names = get_unsafe_globals_in_checkpoint(path)
    except (RuntimeError, ValueError, OSError) as error:
        progress.warn(f"{path.name} cannot be read ({type(error).__name__}); the card will state no hyperparameters.")
        return None
    foreign = [name for name in names if not name.startswith(_TRUSTED_PACKAGES)]
    if foreign:
        progress.warn(f"{path.name} holds {foreign[0]}, which is not loaded; the card will state no hyperparameters.")
        return None
    classes = [kind for kind in map(_class, names) if kind is not None]
    try:
        with safe_globals(classes):
            return torch.load(path, weights_only=True)
    except Exception as error:  # unpickling raises whatever the file makes it raise
        progress.warn(f"{path.name} cannot be read ({type(error).__name__}); the card will state no hyperparameters.")
        return None


def _class(name: str) -> Any:
    """The class of that dotted name; a function is not one, and stays forbidden."""
    import importlib

    module, _, attribute = name.rpartition(".")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError):
        return None
    return found if isinstance(found, type) else None


def _metrics(folder: Path, state: dict[str, Any], args: Any) -> dict[str, float]:
    raw: dict[str, Any] = {}
    for name in ("train_results.json", "eval_results.json", "all_results.json"):
        raw.update(_json(folder / name))
    if "eval_loss" not in raw:
        raw.update(_final_evaluation(state, args))
    history = state.get("log_history", [])
    first = next((entry for entry in history if entry.get("step") == 0 and "eval_loss" in entry), None)
    if first is not None:
        raw["eval_loss_before"] = first["eval_loss"]
    for loss, name in (("eval_loss", "perplexity"), ("eval_loss_before", "perplexity_before")):
        if name not in raw and isinstance(raw.get(loss), int | float) and raw[loss] < 700:
            raw[name] = math.exp(raw[loss])
    return {name: round(value, 4) for name, value in facts.metrics(raw).items()}


def _final_evaluation(state: dict[str, Any], args: Any) -> dict[str, Any]:
    """The evaluation of the weights that were kept: the best step's where the Trainer loaded it, or the last step's."""
    best = state.get("best_model_checkpoint")
    step = state.get("global_step")
    if best and getattr(args, "load_best_model_at_end", False):
        match = re.search(r"checkpoint-(\d+)$", str(best))
        step = int(match[1]) if match else None
    evaluations = [entry for entry in state.get("log_history", []) if entry.get("step") == step and "eval_loss" in entry]
    return dict(evaluations[-1]) if evaluations else {}


def _parameters(files: tuple[Path, ...]) -> int | None:
    """The number of weights, from the headers of the safetensors files; None without any."""
    total = 0
    for path in files:
        if path.suffix == ".safetensors":
            try:
                with path.open("rb") as stream:
                    (size,) = struct.unpack("<Q", stream.read(8))
                    header = json.loads(stream.read(min(size, 100 * 2**20)))  # the format's own limit for the header
                total += sum(math.prod(entry["shape"]) for name, entry in header.items() if name != "__metadata__")
            except (struct.error, ValueError, KeyError, TypeError, AttributeError):
                raise RunFolderError(
                    f"{path} is not a safetensors file, or was cut off.", path=path, hint="Save the model again."
                ) from None
    return total or None


def _base_model(folder: Path, readme: str | None, config: dict[str, Any]) -> str | None:
    """The Hub id that the folder's own files name as the base model, where one does."""
    named = []
    if readme is not None:
        try:
            named.append(frontmatter.load(frontmatter.split(readme).yaml or "").get("base_model"))
        except CardReadError:
            named.append(None)
    named.append(_json(folder / "adapter_config.json").get("base_model_name_or_path"))
    named.append(config.get("_name_or_path"))
    for name in named:
        if isinstance(name, str) and re.fullmatch(r"[\w.-]+(/[\w.-]+)?", name) and not Path(name).exists():
            return name
    return None
