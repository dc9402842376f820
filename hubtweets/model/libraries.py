"""The training libraries: imported when first used, kept quiet while we work, and named when they are missing."""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from hubtweets._shared.progress import Progress
from hubtweets.errors import MissingExtraError

_NEEDED = ("torch", "transformers", "accelerate", "safetensors")


def require() -> None:
    """Raise MissingExtraError unless the `train` extra is installed; imports nothing."""
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise MissingExtraError("Training", extra="train")
    # Read when torch is first imported. Threads that spin while they wait make a small model on a busy machine several
    # times slower, and gain nothing on a quiet one.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def load(progress: Progress) -> None:
    """Import what a training needs; the first time on a machine that takes a while, and is told."""
    if "torch" in sys.modules and "accelerate" in sys.modules:
        return
    with progress.task("Starting PyTorch"):
        for name in ("torch", "transformers", "accelerate"):
            importlib.import_module(name)
        importlib.import_module("transformers.trainer")


def require_peft() -> None:
    """Raise MissingExtraError unless peft is installed; imports nothing."""
    if importlib.util.find_spec("peft") is None:
        raise MissingExtraError("Training an adapter", extra="train")


def require_bitsandbytes() -> None:
    """Raise MissingExtraError unless bitsandbytes is installed; imports nothing."""
    if importlib.util.find_spec("bitsandbytes") is None:
        raise MissingExtraError("QLoRA", extra="qlora")


@contextmanager
def quiet() -> Iterator[None]:
    """transformers without its own bars and advice: hubtweets has one bar and one summary of its own."""
    from transformers.utils import logging

    level, bars = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        with warnings.catch_warnings():
            # peft asks transformers by a name that the newest ones are about to drop
            warnings.filterwarnings("ignore", "`is_gradient_checkpointing` is deprecated", FutureWarning)
            yield
    finally:
        logging.set_verbosity(level)
        if bars:
            logging.enable_progress_bar()


def versions() -> dict[str, str]:
    """The versions that a card states, by distribution name."""
    names = ("transformers", "torch", "tokenizers", "accelerate")
    return {name: importlib.metadata.version(name) for name in names}
