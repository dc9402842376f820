"""The hardware that a training runs on: which it is, what it computes in, and how it is made repeatable."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any


def has_mps() -> bool:
    """Whether Apple's GPU can be used."""
    import torch

    return torch.backends.mps.is_available()


def is_cpu() -> bool:
    """Whether there is no GPU that torch can use."""
    import torch

    return not torch.cuda.is_available() and not has_mps()


def has_bf16() -> bool:
    """Whether this hardware computes in bfloat16, rather than imitating it."""
    import torch

    if torch.cuda.is_available():
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if is_cpu():
        # torch has no public name for these yet; without them bf16 is slower than fp32
        names = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
        return any(getattr(torch.cpu, name, bool)() for name in names)
    return False


def autocast() -> AbstractContextManager[Any]:
    """Compute as training does: in bfloat16 where the hardware does, with the weights as they are."""
    import torch

    return torch.autocast("cuda" if torch.cuda.is_available() else "cpu", torch.bfloat16, enabled=has_bf16())


def in_4_bits() -> dict[str, Any]:
    """What `from_pretrained` is told to load a model in 4 bits where training happens, as QLoRA has it: NF4, the scales
    quantized too, computed in bfloat16 where the hardware does."""
    import torch
    from transformers import BitsAndBytesConfig

    settings = BitsAndBytesConfig(
        load_in_4bit=True,
        bnb_4bit_quant_type="nf4",
        bnb_4bit_use_double_quant=True,
        bnb_4bit_compute_dtype=torch.bfloat16 if has_bf16() else torch.float32,
    )
    place = int(os.environ.get("LOCAL_RANK", "0")) if torch.cuda.is_available() else "cpu"  # as launchers set it
    return {"quantization_config": settings, "device_map": {"": place}}


def round_to(model: Any, dtype: str) -> None:
    """Round all weights of a model to a dtype, by its name."""
    import torch

    model.to(getattr(torch, dtype))


def hardware() -> str:
    """What the card calls the hardware."""
    import torch

    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    return "Apple GPU (MPS)" if has_mps() else "CPU"


@contextmanager
def deterministic() -> Iterator[None]:
    """Same input, seed and machine: same weights. MPS lacks deterministic forms of some operations, and only warns."""
    import torch

    was, warn_only = torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled()
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.use_deterministic_algorithms(True, warn_only=has_mps())
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(was, warn_only=warn_only)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the hardware's memory, or the machine's, was not enough."""
    import torch

    kinds: tuple[type[BaseException], ...] = (torch.OutOfMemoryError, MemoryError)
    # the CPU's and MPS's allocators have no kind of their own
    return isinstance(error, kinds) or any(said in str(error) for said in ("can't allocate memory", "out of memory"))
