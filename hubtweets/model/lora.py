"""Training an adapter instead of all weights: low-rank matrices beside the linear layers, by peft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets.errors import BaseModelError, UsageError
from hubtweets.model import devices, libraries
from hubtweets.model.bases import BaseModel, load_base_model
from hubtweets.model.config import SCRATCH, TrainingConfig
from hubtweets.model.loaded import LoadedModel
from hubtweets.record import Scalar

if TYPE_CHECKING:
    from transformers import PreTrainedModel


def check(base: BaseModel, config: TrainingConfig) -> None:
    """See, before any work, that an adapter can be trained, and used without its base model in the repo.

    Raises:
        MissingExtraError: without peft.
        BaseModelError: when the adapter alone is to be published and its base model is not on a Hub, or QLoRA cannot
            quantize it.
        UsageError: when QLoRA has no GPU.
    """
    libraries.require_peft()
    if config.method == "qlora":
        _check_quantized(base)
    if config.adapter_only and (base.name.startswith(("local:", "scratch:", "pip:")) or base.is_adapter):
        raise BaseModelError(
            f"An adapter alone is of no use to others: its base model, {base.name}, is not on a Hub.",
            base_model=base.name,
            hint="Leave out --adapter: the adapter is then merged into the weights that are published.",
        )


def _check_quantized(base: BaseModel) -> None:
    import torch

    if not torch.cuda.is_available():
        raise UsageError(
            "QLoRA needs an NVIDIA GPU with CUDA, and there is none here.",
            hint="Use --method lora: it trains the same adapter beside weights that are not quantized.",
        )
    libraries.require_bitsandbytes()
    if base.name == SCRATCH or base.gguf is not None or base.is_adapter:
        raise BaseModelError(
            f"QLoRA quantizes a model as it is loaded, and {base.name} has no whole weights to load.",
            base_model=base.name,
            hint="Use --method lora.",
        )


def add(loaded: LoadedModel, method: str, rank: int) -> LoadedModel:
    """The model with new, trainable matrices beside all its linear layers; all else is frozen."""
    from peft import LoraConfig, get_peft_model, prepare_model_for_kbit_training
    from transformers.pytorch_utils import Conv1D

    settings = LoraConfig(
        task_type="CAUSAL_LM",
        r=rank,
        lora_alpha=2 * rank,
        target_modules="all-linear",
        use_dora=method == "dora",
        # Mamba's fast kernels take the weights of the last layer without asking it, and so without what is beside it
        exclude_modules=[f"{name}.out_proj" for name, part in loaded.model.named_modules() if hasattr(part, "conv1d")],
        fan_in_fan_out=any(isinstance(part, Conv1D) for part in loaded.model.modules()),  # GPT-2's layers
    )
    network: Any = loaded.model
    if method == "qlora":
        prepare: Any = prepare_model_for_kbit_training
        network = prepare(network, use_gradient_checkpointing=False)
    adapted: Any = get_peft_model(network, settings)
    return loaded._replace(model=adapted)


def facts(method: str, rank: int) -> dict[str, Scalar]:
    """What the card states of it, by peft's names."""
    return {
        "peft_type": "LORA",
        "lora_r": rank,
        "lora_alpha": 2 * rank,
        **({"use_dora": True} if method == "dora" else {}),
        **({"load_in_4bit": True, "bnb_4bit_quant_type": "nf4"} if method == "qlora" else {}),
    }


def adapter_facts(config: TrainingConfig) -> dict[str, Any]:
    """The adapter that a configuration asks for, by the fields of the record's `Adapter`."""
    rank = config.lora_rank
    return {"method": "DORA" if config.method == "dora" else "LORA", "rank": rank, "alpha": 2 * rank}


def merge(model: Any) -> PreTrainedModel:
    """The base model with the adapter in its weights."""
    result: PreTrainedModel = model.merge_and_unload()
    return result


def merge_into_base(loaded: LoadedModel, base: BaseModel, config: TrainingConfig) -> LoadedModel:
    """The base model as it is stored, not as it was quantized, with the adapter in its weights; where that has room, on
    the GPU. To merge into 4 bits would round the adapter away."""
    import torch
    from peft import get_peft_model_state_dict, set_peft_model_state_dict

    state = {name: weight.cpu() for name, weight in get_peft_model_state_dict(loaded.model).items()}
    whole = add(load_base_model(base, [], msgspec.structs.replace(config, method="lora")), "lora", config.lora_rank)
    set_peft_model_state_dict(whole.model, state)
    merged: Any = merge(whole.model)
    merged.generation_config, merged.config.prefix = loaded.model.generation_config, loaded.encoder.prefix
    devices.round_to(merged, loaded.dtype)
    if torch.cuda.is_available() and merged.get_memory_footprint() < 0.8 * torch.cuda.mem_get_info()[0]:
        merged = merged.cuda()
    return loaded._replace(model=merged)


def save(model: Any, base: BaseModel, folder: Path) -> None:
    """Write the adapter alone, naming its base model by Hub id and commit."""
    settings: Any = model.peft_config["default"]
    settings.base_model_name_or_path, settings.revision = base.name, base.revision
    model.save_pretrained(str(folder), save_embedding_layers=False)  # they are as they were; peft would look online
    (folder / "README.md").unlink(missing_ok=True)  # peft's own card; ours is written from the facts
    generation: Any = model.get_base_model().generation_config
    generation.save_pretrained(folder)
