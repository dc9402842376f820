"""A LoRA adapter as a base model: put on its own base, and merged into it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubtweets.errors import BaseModelError
from hubtweets.model import libraries
from hubtweets.model.bases.base import BaseModel
from hubtweets.model.bases.find import find_base_model
from hubtweets.model.bases.staging import read_json, staged

if TYPE_CHECKING:
    from transformers import PreTrainedModel

# What of an adapter's configuration is believed; its paths, mappings and code are not. What it is put on is told by its
# weights: `target_modules` and the like may be regular expressions that never end.
_BELIEVED = (
    "r",
    "lora_alpha",
    "lora_dropout",
    "use_dora",
    "use_rslora",
    "bias",
    "lora_bias",
    "fan_in_fan_out",
    "modules_to_save",
    "rank_pattern",
    "alpha_pattern",
)
_NO_MATTER = (
    *("peft_type", "peft_version", "task_type", "base_model_name_or_path", "revision", "auto_mapping"),
    *("inference_mode", "runtime_config", "megatron_core", "target_modules", "exclude_modules", "layers_to_transform"),
    *("layers_pattern", "init_lora_weights", "eva_config", "loftq_config", "qalora_group_size", "ensure_weight_tying"),
)
_PLAIN_BEGINNINGS = (None, True, False, "gaussian", "orthogonal", "eva")
"""Of `init_lora_weights`: those that leave the base model as it was."""

_PLAIN_PATTERN = re.compile(r"[\w.^$\\-]{1,200}")


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
    if (unknown := _unknown(settings)) is not None:
        raise _refused(
            adapter.name, f"its configuration has {unknown}, which makes more of it than a plain LoRA adapter"
        )
    try:
        base = find_base_model(named, endpoint=adapter.endpoint, token=adapter.token).fetch()
    except BaseModelError as error:
        raise _refused(adapter.name, f"it is an adapter, and {named} cannot be had. {error.message}") from error
    if base.folder is None or base.is_adapter:
        raise _refused(adapter.name, f"it is an adapter, and its own base model, {named}, is no whole model")
    with staged(base.name, base.folder, root=base.root) as stage:
        model, dtype = load_weights(base.name, stage)
    believed = {key: settings[key] for key in _BELIEVED if settings.get(key) is not None}
    try:
        stored = load_file(weights)
        targets = _modules(stored)
        merged: Any = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", target_modules=targets, **believed))
        report: Any = set_peft_model_state_dict(merged, stored)
        if report.unexpected_keys:
            raise ValueError(f"it has weights that its base has no place for: {report.unexpected_keys[0]}")
        model = merged.merge_and_unload()
        model.requires_grad_(True)  # peft froze it
    except (ValueError, TypeError, RuntimeError, KeyError) as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        raise _refused(adapter.name, f"it does not fit {base.name}: {said}") from error
    return model, dtype


def _unknown(settings: Mapping[str, Any]) -> str | None:
    """A setting with which an adapter would not be what its matrices say."""
    from peft import LoraConfig

    usual = vars(LoraConfig())
    if (begun := settings.get("init_lora_weights")) not in _PLAIN_BEGINNINGS:
        return f"init_lora_weights={str(begun)[:40]!r}"
    for name in ("rank_pattern", "alpha_pattern"):
        patterns = settings.get(name) or {}
        if not isinstance(patterns, dict) or not all(map(_PLAIN_PATTERN.fullmatch, patterns)):
            return f"a {name} that is no name of a layer"
    known = {*_BELIEVED, *_NO_MATTER}
    return next(
        (str(key)[:40] for key, value in settings.items() if key not in known and value and value != usual.get(key)),
        None,
    )


def _modules(stored: Iterable[str]) -> list[str]:
    """The modules that LoRA weights are beside, as their names have it."""
    beside = (re.match(r"base_model\.model\.(.+?)\.lora_(?:embedding_)?A\b", key) for key in stored)
    return sorted({found[1] for found in beside if found})


def _refused(name: str, reason: str) -> BaseModelError:
    return BaseModelError(
        f"{name} cannot be a base model: {reason.rstrip('.')}.",
        base_model=name,
        hint="Merge the adapter first (peft: model.merge_and_unload().save_pretrained(DIR)), and use that folder.",
    )
