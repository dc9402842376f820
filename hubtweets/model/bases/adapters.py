"""A LoRA adapter as a base model: put on its own base, and merged into it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubtweets.errors import BaseModelError
from hubtweets.model import libraries
from hubtweets.model.bases.base import BaseModel
from hubtweets.model.bases.find import find_base_model
from hubtweets.model.bases.staging import read_json, staged

if TYPE_CHECKING:
    from transformers import PreTrainedModel

# What of an adapter's configuration is believed; its paths, mappings and code are not.
_BELIEVED = (
    "r",
    "lora_alpha",
    "target_modules",
    "lora_dropout",
    "use_dora",
    "use_rslora",
    "bias",
    "fan_in_fan_out",
    "modules_to_save",
    "rank_pattern",
    "alpha_pattern",
    "layers_to_transform",
    "layers_pattern",
)


def load_merged(
    adapter: BaseModel,
    folder: Path,
    load_weights: Callable[[str, Path], tuple[PreTrainedModel, str]],
) -> tuple[PreTrainedModel, str]:
    """The adapter's base model, with the adapter merged into its weights, and the dtype of the base.

    Args:
        adapter: the adapter, and `folder` its files.
        load_weights: loads the base model that it names from a staged folder.

    Raises:
        BaseModelError: when it is no LoRA, its base is not on a Hub, or cannot be loaded.
    """
    libraries.require_peft()
    from peft import LoraConfig, get_peft_model, set_peft_model_state_dict
    from safetensors.torch import load_file

    settings = read_json(adapter.name, folder / "adapter_config.json", adapter.root or folder)
    weights, named = folder / "adapter_model.safetensors", settings.get("base_model_name_or_path")
    if settings.get("peft_type") != "LORA" or not weights.is_file():
        raise _refused(adapter.name, "only LoRA adapters with safetensors weights can be trained further")
    if not isinstance(named, str) or named.count("/") > 1 or named.startswith((".", "/", "~")) or Path(named).exists():
        raise _refused(adapter.name, "it is an adapter, and does not name its own base model by a Hub id")
    base = find_base_model(named, endpoint=adapter.endpoint, token=adapter.token).fetch()
    if base.folder is None:
        raise _refused(adapter.name, "its own base model has no files")
    with staged(base.name, base.folder, root=base.root) as stage:
        model, dtype = load_weights(base.name, stage)
    believed = {key: settings[key] for key in _BELIEVED if settings.get(key) is not None}
    try:
        merged: Any = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", **believed))
        report: Any = set_peft_model_state_dict(merged, load_file(weights))
        if report.unexpected_keys:
            raise ValueError(f"it has weights that its base has no place for: {report.unexpected_keys[0]}")
        model = merged.merge_and_unload()
    except (ValueError, TypeError, RuntimeError, KeyError) as error:
        first = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise _refused(adapter.name, f"it does not fit {base.name}: {first}") from error
    return model, dtype


def _refused(name: str, reason: str) -> BaseModelError:
    return BaseModelError(
        f"{name} cannot be a base model: {reason}.",
        base_model=name,
        hint="Merge the adapter first (peft: model.merge_and_unload().save_pretrained(DIR)), and use that folder.",
    )
