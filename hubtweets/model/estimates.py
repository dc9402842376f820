"""What a training will need of memory and disk, before it begins."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hubtweets._shared import distributed
from hubtweets._shared.progress import Progress
from hubtweets.errors import BaseModelError, OutputFolderError
from hubtweets.model import devices
from hubtweets.model.config import TrainingConfig

_CHECKPOINTS = 3  # two are kept, while a third is written
_BESIDE = 1.7  # activations with LoRA's matrices beside each layer, measured with peft on SmolLM2-135M


def memory(model: Any, *, trained: int, tokens: int, checkpointing: bool) -> int:
    """Bytes that training takes in all: weights, gradients and AdamW's two moments in float32, and activations.

    Activations are those of https://arxiv.org/abs/2205.05198 (34 bytes for each of a layer's hidden numbers in 16 bits,
    without the attention's, which SDPA does not keep), twice that in float32, and three copies of the logits.

    Args:
        trained: number of weights that are trained.
        tokens: in a batch.
        checkpointing: whether layers are computed again instead of kept.
    """
    config = model.config.get_text_config()
    layers, hidden, words = int(config.num_hidden_layers), int(config.hidden_size), int(config.vocab_size)
    everything = int(model.num_parameters())
    a_layer = tokens * hidden * 34 * (1 if devices.has_bf16() else 2) * (_BESIDE if trained < everything else 1)
    kept = a_layer + layers * tokens * hidden * 4 if checkpointing else layers * a_layer
    return int(everything * 4 + trained * 12 + kept + 3 * tokens * words * 4)


def available_memory() -> int:
    """Bytes that are free: of the GPU where there is one, else of the machine, for each process that trains there."""
    import psutil
    import torch

    if torch.cuda.is_available():
        return int(torch.cuda.mem_get_info()[0])
    return int(psutil.virtual_memory().available) // distributed.size()


def choose_method(
    config: TrainingConfig, model: Any, *, name: str, tokens: Mapping[str, int], progress: Progress
) -> TrainingConfig:
    """The configuration with the method decided: what was asked for, or the first of these that fits in memory: all
    weights, an adapter, an adapter with gradient checkpointing.

    Args:
        name: of the base model.
        tokens: in a batch, with the method `full` and with `lora`.

    Raises:
        BaseModelError: when none fits.
    """
    if config.method != "auto":
        return config
    weights = int(model.num_parameters())
    free = available_memory() + weights * 4  # the weights are in memory already

    def needed(method: str, checkpointing: bool) -> int:
        trained = weights if method == "full" else weights // 50
        return memory(model, trained=trained, tokens=tokens[method], checkpointing=checkpointing)

    asked = config.gradient_checkpointing
    full, least = needed("full", asked), needed("lora", bool(model.supports_gradient_checkpointing))
    if full <= free and not config.adapter_only:
        return msgspec.structs.replace(config, method="full")
    if least > free:
        raise BaseModelError(
            f"Training {name} takes about {_size(full)}, or {_size(least)} with an adapter, and "
            f"{_size(free)} of memory are free.",
            base_model=name,
            hint="Use a smaller --base-model, or lower --batch-size or --block-size.",
        )
    if not config.adapter_only:
        progress.note(
            f"All weights of {name} would take about {_size(full)}, and {_size(free)} are free: training a LoRA "
            "adapter instead (--method full insists)."
        )
    fits = needed("lora", asked) <= free
    return msgspec.structs.replace(config, method="lora", gradient_checkpointing=asked or not fits)


def check_disk(folder: Path, *, weights: int, trained: int) -> None:
    """See that the checkpoints and the model have room.

    Raises:
        OutputFolderError: when not.
    """
    needed = _CHECKPOINTS * trained * 12 + weights * 4
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise OutputFolderError(
            f"Training takes about {_size(needed)} in {folder}, and {_size(free)} are free.",
            path=folder,
            hint="Free some space, choose another disk with --work-dir DIR, or train an adapter: --method lora",
        )


def _size(count: int) -> str:
    return f"{count / 1e9:,.1f} GB" if count >= 10**9 else f"{count / 1e6:,.0f} MB"
