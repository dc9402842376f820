"""A model in memory, with what makes its ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hubtweets.model.tokens import PostEncoder

if TYPE_CHECKING:
    from transformers import PreTrainedModel


class LoadedModel(NamedTuple):
    """A model in memory, and the encoder with its tokenizer.

    `dtype` is the one to publish it in, its base model's own. `packed` says whether its attention stays within a post
    where position_ids begin again.
    """

    model: PreTrainedModel
    encoder: PostEncoder
    dtype: str = "float32"
    packed: bool = True


def positions(model: PreTrainedModel) -> int | None:
    """How many tokens the model can see at once, as far as its configuration sets a limit."""
    limit = getattr(model.config.get_text_config(), "max_position_embeddings", None)
    return limit if isinstance(limit, int) and limit > 0 else None
