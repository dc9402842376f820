"""How the published model writes, and what it wrote for the card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from hubtweets._shared.personal_data import scrub
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.model.config import TrainingConfig
from hubtweets.model.evaluations.memorisation import words
from hubtweets.model.tokens import PostEncoder
from hubtweets.record import Sample, Sampling

if TYPE_CHECKING:
    from transformers import GenerationConfig, PreTrainedModel

MIN_NEW_TOKENS, MAX_NEW_TOKENS = 10, 160
"""As in the historical pipeline."""

MOST_REDRAWS = 5
"""How often a sample that is a post of the training is drawn again."""

# Control characters, half a character that byte-level tokens made, and what turns the direction of all text after it.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd\ufeff]")


def generation_config(encoder: PostEncoder, config: TrainingConfig, positions: int | None) -> GenerationConfig:
    """How the published model writes by default: one post at a time, no longer than its positions allow."""
    from transformers import GenerationConfig

    prompt = max(len(encoder.prompt(text)) for text in config.prompts)
    longest = MAX_NEW_TOKENS if positions is None else min(MAX_NEW_TOKENS, positions - prompt)
    return GenerationConfig(
        do_sample=True,
        top_p=config.top_p,
        top_k=0,
        temperature=config.temperature,
        min_new_tokens=MIN_NEW_TOKENS,
        max_new_tokens=longest,
        bos_token_id=encoder.start[0],
        eos_token_id=encoder.end,
        pad_token_id=encoder.end,
    )


def set_generation(model: PreTrainedModel, encoder: PostEncoder, config: TrainingConfig, positions: int | None) -> None:
    """Make a plain text-generation pipeline write posts: start as a post does, sample, and stop at its end."""
    model.generation_config = generation_config(encoder, config, positions)
    model.config.prefix = encoder.prefix  # read by transformers' TextGenerationPipeline


def write_samples(
    model: PreTrainedModel,
    encoder: PostEncoder,
    config: TrainingConfig,
    posts: Iterable[str] = (),
    *,
    handles: Collection[str] = (),
    progress: Progress = SILENT,
) -> tuple[tuple[Sample, ...], Sampling]:
    """One continuation of each prompt, as the text-generation pipeline would write it, and how they were drawn.

    One that has the words of one of `posts`, the prompt included, is drawn again, at most `MOST_REDRAWS` times;
    `progress` is told of it, and warned where the last one is a post as well. Personal data and mentions of others than
    `handles` are taken out (`hubtweets._shared.personal_data`), and counted.
    """
    known = {tuple(words(post)) for post in posts}
    samples, redrawn, copies = [], 0, 0
    scrubbed: Counter[str] = Counter()
    for number, prompt in enumerate(config.prompts):
        for draw in range(1 + MOST_REDRAWS):
            text = _continuation(model, encoder, prompt, config.seed + number + draw * len(config.prompts))
            found = tuple(words(prompt + text))
            if not found or found not in known:
                break
            redrawn += draw < MOST_REDRAWS
        else:
            copies += 1
        clean, taken = scrub(text, keep=handles)
        scrubbed += taken
        samples.append(Sample(prompt=prompt, text=clean))
    if copies:
        progress.warn(
            f"{copies} of the {len(samples)} samples on the card are posts word for word, and stayed so when they "
            f"were drawn {MOST_REDRAWS} times more. Fewer --epochs, --drop-near-duplicates or --goldfish 4 make "
            "the model remember less."
        )
    elif redrawn:
        progress.note(f"Samples that were a post word for word were drawn again: {redrawn} times.")
    if scrubbed:
        taken_out = ", ".join(f"{count} {kind}" for kind, count in scrubbed.items())
        progress.note(f"Taken out of the samples on the card: {taken_out}.")
    generation = model.generation_config
    settings = {
        name: value
        for name in ("temperature", "top_p", "max_new_tokens")
        if (value := getattr(generation, name, None)) is not None
    }
    return tuple(samples), Sampling(settings=settings, redrawn=redrawn, scrubbed=dict(scrubbed))


def _continuation(model: PreTrainedModel, encoder: PostEncoder, prompt: str, seed: int) -> str:
    import torch
    from transformers import set_seed

    set_seed(seed)
    model.eval()
    ids: Any = torch.tensor([encoder.prompt(prompt)], device=model.device)
    with torch.inference_mode():
        output = model.generate(input_ids=ids, attention_mask=torch.ones_like(ids))  # type: ignore[operator]
    text = str(encoder.tokenizer.decode(output[0, ids.shape[1] :], skip_special_tokens=True))
    return fit(text)


def fit(text: str) -> str:
    """What a model wrote without what no card can show: control characters, halves of characters, turned text."""
    return _UNFIT.sub("", text).rstrip()
