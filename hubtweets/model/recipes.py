"""What a fine-tuning does where it was told nothing: recipes, by name."""

from __future__ import annotations

import math

import msgspec

from hubtweets.model.config import Scheduler, TrainingConfig


class Hyperparameters(msgspec.Struct, frozen=True, kw_only=True):
    """The numbers of one training, all of them chosen. A step is `gradient_accumulation` batches.

    `patience` counts evaluations without a lower held-out loss (0 never stops early), of which there are
    `evaluations` in an epoch. `warmup` is a share of the steps.
    """

    epochs: int
    learning_rate: float
    batch_size: int
    block_size: int
    gradient_accumulation: int = 1
    scheduler: Scheduler = "cosine"
    warmup: float = 0.0
    patience: int = 0
    evaluations: int = 1


_HUGGINGTWEETS = Hyperparameters(epochs=4, learning_rate=1.372e-4, batch_size=1, block_size=1024)
"""The notebook's: https://github.com/borisdayma/huggingtweets, its TrainingArguments."""

_FULL = Hyperparameters(epochs=4, learning_rate=1.372e-4, batch_size=4, block_size=256, patience=2, evaluations=2)

_BLOCKS_FOR_BATCH = ((300, 4), (150, 2), (0, 1))
"""How many blocks an epoch has at least for a step of so many: with few, small steps learn more from them. Measured
(docs/benchmarks.md, "Defaults"): with 33 blocks, steps of one come to a loss 0.09 lower than steps of four, with 113 to
the same one in four fifths of the time. The bounds above that are estimated."""

_ADAPTER = Hyperparameters(
    epochs=6,
    learning_rate=1e-3,
    batch_size=2,
    block_size=256,
    gradient_accumulation=2,
    patience=2,
    evaluations=2,
)
"""Half a step at once: beside frozen weights, most of the memory is that of the tokens that are computed together."""

_SCRATCH = Hyperparameters(epochs=20, learning_rate=1e-3, batch_size=4, block_size=128, patience=2)
"""A model from scratch has more to learn and less to forget."""


def choose(
    config: TrainingConfig, *, scratch: bool = False, adapter: bool = False, tokens: int | None = None
) -> Hyperparameters:
    """The numbers of a training: those of `config`, and its recipe's where it leaves the choice.

    Args:
        scratch: whether the model starts from random weights.
        adapter: whether only an adapter is trained.
        tokens: of all posts; None counts as many.
    """
    if config.recipe == "huggingtweets":
        recipe = _HUGGINGTWEETS
    else:
        recipe = _SCRATCH if scratch else _ADAPTER if adapter else _FULL
        if recipe is _FULL and tokens is not None:
            blocks = tokens // (config.block_size or recipe.block_size)
            recipe = msgspec.structs.replace(
                recipe, batch_size=next(size for least, size in _BLOCKS_FOR_BATCH if blocks >= least)
            )
    if config.batch_size is not None:  # a step is then one such batch, unless that was said as well
        recipe = msgspec.structs.replace(recipe, gradient_accumulation=1)
    chosen = {
        name: getattr(config, name)
        for name in Hyperparameters.__struct_fields__
        if getattr(config, name, None) is not None
    }
    return msgspec.structs.replace(recipe, **chosen)


def learning_rate_at(chosen: Hyperparameters, progress: float) -> float:
    """The share of the highest learning rate at `progress` (0 to 1) through the training."""
    if progress < chosen.warmup:
        return progress / chosen.warmup
    left = min(1.0, max(0.0, (1 - progress) / (1 - chosen.warmup)))
    if chosen.scheduler == "cosine":
        return 0.5 - 0.5 * math.cos(math.pi * left)
    return left if chosen.scheduler == "linear" else 1.0
