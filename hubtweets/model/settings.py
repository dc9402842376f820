"""What a fine-tuning may be told, and what it does when it is not."""

from __future__ import annotations

import msgspec

from hubtweets.errors import UsageError

DEFAULT_BASE_MODEL = "openai-community/gpt2"
SCRATCH = "scratch:tiny"

RECIPE = 1
"""Part of every fingerprint; raised when a change of this package changes the weights that the same input gives."""

MIN_NEW_TOKENS, MAX_NEW_TOKENS, TOP_P, TEMPERATURE = 10, 160, 0.95, 1.0
"""Sampling, as in the historical pipeline."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of one fine-tuning; all of them are part of the fingerprint.

    The defaults are the historical pipeline's: learning rate 1.372e-4, cosine schedule without warm-up, 4 epochs, and
    1,024 tokens a step, here as 4 blocks of 256. A model from scratch has more to learn and less to forget, and its
    own defaults (`for_base`). `held_out` is the share of each account's posts that is never trained on.

    Raises:
        UsageError: when a value is out of its range.
    """

    epochs: int = 4
    learning_rate: float = 1.372e-4
    batch_size: int = 4
    block_size: int = 256
    held_out: float = 0.1
    seed: int = 42
    prompts: tuple[str, ...] = ("My dream is", "I think", "Today I")

    def __post_init__(self) -> None:
        rules = {
            "Epochs must be 1 to 1,000.": 1 <= self.epochs <= 1000,
            "The learning rate must be above 0 and at most 1.": 0 < self.learning_rate <= 1,
            "The batch size must be 1 to 4,096 blocks.": 1 <= self.batch_size <= 4096,
            "The block size must be 16 to 131,072 tokens.": 16 <= self.block_size <= 131072,
            "The held-out share must be 0.01 to 0.5.": 0.01 <= self.held_out <= 0.5,
            "The seed must be 0 to 4,294,967,295.": 0 <= self.seed < 2**32,
            "There must be at least one prompt, and none empty.": bool(self.prompts) and all(self.prompts),
        }
        for rule, holds in rules.items():
            if not holds:
                raise UsageError(rule, hint="`hubtweets publish --help` shows the options and their defaults.")

    @staticmethod
    def for_base(base_model: str, **chosen: object) -> Settings:
        """The settings for a base model, with what was chosen (None = not chosen) in place of the defaults."""
        defaults: dict[str, object] = {}
        if base_model == SCRATCH:
            defaults = {"epochs": 20, "learning_rate": 1e-3, "block_size": 128}
        return Settings(**{**defaults, **{key: value for key, value in chosen.items() if value is not None}})  # type: ignore[arg-type]
