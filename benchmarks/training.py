"""Training throughput against transformers' own language-modelling recipe (`run_clm`), same model, data and machine."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

TITLE = "Training"

_STEPS = 6


def measure() -> str:
    """Tokens a second of a GPT-2 of the default size: our blocks and precision, and the recipe's."""
    from transformers import GPT2Config, GPT2LMHeadModel

    from hubtweets.examples import archive
    from hubtweets.model import Settings, packing
    from hubtweets.model.base import _scratch
    from hubtweets.posts import open_source, read_corpus

    texts = read_corpus(open_source(str(archive()))).texts
    settings = Settings()
    _, tokenizer = _scratch(texts, settings)
    rows = packing.tokenize(tokenizer, texts)
    config = GPT2Config(vocab_size=50257)
    ours = packing.PackedPosts(rows, end=0, block_size=settings.block_size, seed=1)
    stream = [token for row in rows for token in [*row, 0]]
    # run_clm's group_texts: blocks of min(1024, the model's longest), eight a step, in the weights' own precision
    theirs = [stream[start : start + 1024] for start in range(0, len(stream) - 1023, 1024)]
    blocks = [{"input_ids": block, "labels": block} for block in theirs]

    def run(data: Any, batch_size: int, **options: Any) -> float:
        import torch
        from transformers import Trainer, TrainingArguments, default_data_collator
        from transformers.utils import logging

        logging.set_verbosity_error()
        torch.manual_seed(0)
        with tempfile.TemporaryDirectory() as folder:
            trainer = Trainer(
                model=GPT2LMHeadModel(config),
                args=TrainingArguments(
                    output_dir=folder, max_steps=_STEPS, per_device_train_batch_size=batch_size, report_to="none",
                    save_strategy="no", logging_strategy="no", disable_tqdm=True, dataloader_pin_memory=False, **options,
                ),
                train_dataset=data,
                data_collator=default_data_collator,
            )  # fmt: skip
            start = time.perf_counter()
            trainer.train()
            seconds = time.perf_counter() - start
        return _STEPS * batch_size * len(data[0]["input_ids"]) / seconds

    from hubtweets.model.train import _bf16
    import torch

    use_cpu = not torch.cuda.is_available()
    recipe = run(blocks, 8, use_cpu=use_cpu)
    mine = run(ours, settings.batch_size, use_cpu=use_cpu, bf16=_bf16(use_cpu))
    return (
        "GPT-2 (124 million weights), the bundled example's posts.\n\n"
        "| | tokens/s |\n| --- | ---: |\n"
        f"| hubtweets (blocks of {settings.block_size}, bf16 where the hardware has it) | {mine:,.0f} |\n"
        f"| `run_clm` recipe (blocks of 1,024, 8 a step) | {recipe:,.0f} |\n\n"
        f"**{mine / recipe:.2f}x** the recipe's throughput (1.5x on CPU is the aim)."
    )
