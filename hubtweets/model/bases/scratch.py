"""`scratch:tiny`: a model made from nothing, for machines with neither network nor GPU."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hubtweets.model.config import TrainingConfig

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

_END = "<|endoftext|>"


def make(texts: Sequence[str], config: TrainingConfig) -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
    """A byte-level BPE tokenizer trained on the texts and a new GPT-2 of one to two million weights."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast, set_seed

    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=4096,
        min_frequency=2,
        special_tokens=[_END],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    backend.train_from_iterator(texts, trainer)
    positions = max(512, config.block_size or 0)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=backend, bos_token=_END, eos_token=_END, unk_token=_END, model_max_length=positions
    )
    set_seed(config.seed)
    gpt2 = GPT2Config(
        vocab_size=len(tokenizer),
        n_positions=positions,
        n_embd=128,
        n_layer=4,
        n_head=4,
        resid_pdrop=0.0,  # so few weights underfit long before they overfit
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
    )
    return GPT2LMHeadModel(gpt2), tokenizer
