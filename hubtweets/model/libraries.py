"""The training libraries: imported when first used, kept quiet while we work, and named when they are missing."""

from __future__ import annotations

import gc
import importlib
import importlib.metadata
import importlib.util
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from hubtweets._shared.progress import Progress
from hubtweets.errors import MissingExtraError
from hubtweets.model.interruption import Interruption, finish_step

_NEEDED = ("torch", "transformers", "accelerate", "safetensors")
_OF_A_TRAINING = ("torch", "transformers", "accelerate", "transformers.trainer")


def require() -> None:
    """Raise MissingExtraError unless the `train` extra is installed; imports nothing."""
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise MissingExtraError("Training", extra="train")
    # Read when torch is first imported. Threads that spin while they wait make a small model on a busy machine several
    # times slower, and gain nothing on a quiet one.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def load(progress: Progress, names: Sequence[str] = _OF_A_TRAINING) -> None:
    """Import what a training needs, or `names`; the first time on a machine that takes a while, and is told."""
    if all(name in sys.modules for name in names):
        return
    with progress.task("Starting PyTorch"), _uncollected(), _interruptible():
        for name in names:
            importlib.import_module(name)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No looking for garbage in the block: what imports make stays, and looking at it again and again takes a seventh
    of their time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Gate:
    """A finder that finds nothing, and ends what imports once it is to end."""

    def __init__(self, interruption: Interruption) -> None:
        self._interruption = interruption

    def find_spec(self, *_: object) -> None:
        self._interruption.end()


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends the imports of the block at the next one.

    Raised in the middle of one, it may be swallowed (torch forgets what numpy's raises) and leave half a library
    behind, whose errors then stand for the interruption.
    """
    with finish_step() as interruption:
        gate: Any = _Gate(interruption)
        sys.meta_path.insert(0, gate)
        try:
            yield
        finally:
            sys.meta_path.remove(gate)


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
