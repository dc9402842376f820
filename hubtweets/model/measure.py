"""Held-out loss and samples: what the card says about how the model turned out."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from hubtweets.model.settings import MAX_NEW_TOKENS, MIN_NEW_TOKENS, TEMPERATURE, TOP_P
from hubtweets.record import Sample

if TYPE_CHECKING:
    from transformers import GenerationConfig, PreTrainedModel, PreTrainedTokenizerBase

# Characters that turn the direction of all text after them, the card's included.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def held_out_loss(
    model: PreTrainedModel, posts: Sequence[Sequence[int]], *, end: int, longest: int, tokens_a_batch: int = 1024
) -> float:
    """Mean negative log-likelihood in nats a token over all held-out posts, each on its own from end-of-text to
    end-of-text. Posts over `longest` tokens, the marks included, are cut there.

    Exact: every token counts once, however the posts fall into batches. A post longer than `tokens_a_batch` is a batch.
    """
    import torch

    rows = sorted(([end, *post, end][:longest] for post in posts), key=len)
    was_training = model.training
    model.eval()
    total, count, start = 0.0, 0, 0
    with torch.no_grad():  # not inference_mode: what a model caches in there could not be trained through
        while start < len(rows):
            size = max(1, tokens_a_batch // len(rows[min(start + 64, len(rows) - 1)]))
            batch = rows[start : start + min(size, 64)]
            start += len(batch)
            width = len(batch[-1])
            ids = torch.tensor([row + [end] * (width - len(row)) for row in batch], device=model.device)
            mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in batch], device=model.device)
            logits = model(input_ids=ids, attention_mask=mask).logits[:, :-1]
            asked = mask[:, 1:].bool()
            losses = torch.nn.functional.cross_entropy(logits[asked].float(), ids[:, 1:][asked], reduction="none")
            total += float(losses.double().sum())
            count += int(asked.sum())
    model.train(was_training)
    return total / count


def perplexity(loss: float) -> float:
    """exp(loss), the usual figure for a language model."""
    return math.exp(min(loss, 700))


def generation_config(tokenizer: PreTrainedTokenizerBase) -> GenerationConfig:
    """How the published model writes by default: the historical sampling, one post at a time."""
    from transformers import GenerationConfig

    return GenerationConfig(
        do_sample=True,
        top_p=TOP_P,
        top_k=0,
        temperature=TEMPERATURE,
        min_new_tokens=MIN_NEW_TOKENS,
        max_new_tokens=MAX_NEW_TOKENS,
        bos_token_id=tokenizer.eos_token_id,
        eos_token_id=tokenizer.eos_token_id,
        pad_token_id=tokenizer.eos_token_id,
    )


def write_samples(
    model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, prompts: Sequence[str], seed: int
) -> tuple[Sample, ...]:
    """One continuation of each prompt, as the text-generation pipeline would write it."""
    import torch
    from transformers import set_seed

    samples = []
    model.eval()
    for number, prompt in enumerate(prompts):
        set_seed(seed + number)
        ids: Any = tokenizer(f"{tokenizer.eos_token}{prompt}", return_tensors="pt")["input_ids"].to(model.device)
        with torch.inference_mode():
            output = model.generate(  # type: ignore[operator]
                input_ids=ids, attention_mask=torch.ones_like(ids), generation_config=generation_config(tokenizer)
            )
        text = str(tokenizer.decode(output[0, ids.shape[1] :], skip_special_tokens=True))
        samples.append(Sample(prompt=prompt, text=_TURNING.sub("", text).rstrip()))
    return tuple(samples)
