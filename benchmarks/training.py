"""Training throughput against transformers' own language-modelling recipe (`run_clm`), same model, data and machine."""

from __future__ import annotations

import tempfile
import time
from typing import Any

TITLE = "Training"

_STEPS = 4


def measure() -> str:
    """Tokens a second of a GPT-2 of the default size: with our blocks and precision, and with the recipe's."""
    import torch
    from tokenizers import ByteLevelBPETokenizer
    from transformers.utils import logging

    from hubtweets.examples import archive
    from hubtweets.model import TrainingConfig
    from hubtweets.model.devices import has_bf16
    from hubtweets.model.packing import PackedPosts
    from hubtweets.model.recipes import choose
    from hubtweets.posts import open_source, read_corpus

    logging.set_verbosity_error()
    texts = read_corpus(open_source(str(archive()))).texts
    tokenizer = ByteLevelBPETokenizer()
    tokenizer.train_from_iterator(texts, vocab_size=4096, show_progress=False)
    rows = [encoding.ids for encoding in tokenizer.encode_batch(list(texts))]
    settings = choose(TrainingConfig())
    posts = [[0, *row, 0] for row in rows]
    ours = PackedPosts(posts, start=1, block_size=settings.block_size, seed=1)
    # run_clm's group_texts: blocks of 1,024, here one a step, which is as many tokens as ours; fp32, its default
    stream = [token for row in rows for token in [*row, 0]]
    blocks = [stream[start : start + 1024] for start in range(0, len(stream) - 1023, 1024)]
    use_cpu = not torch.cuda.is_available()
    recipe = _tokens_a_second([{"input_ids": block, "labels": block} for block in blocks], 1, use_cpu=use_cpu)
    mine = _tokens_a_second(ours, settings.batch_size, use_cpu=use_cpu, bf16=has_bf16())
    return (
        "GPT-2 (124 million weights), the bundled example's posts.\n\n"
        "| | tokens/s |\n| --- | ---: |\n"
        f"| hubtweets (blocks of {settings.block_size}, {settings.batch_size} a step, bf16 where the hardware has it) "
        f"| {mine:,.0f} |\n"
        f"| `run_clm` recipe (blocks of 1,024, 1 a step) | {recipe:,.0f} |\n\n"
        f"**{mine / recipe:.2f}x** the recipe's throughput (at least 1.5x on CPU is the aim)."
    )


def _tokens_a_second(data: Any, batch_size: int, **options: Any) -> float:
    import torch
    from transformers import GPT2Config, GPT2LMHeadModel, PrinterCallback, Trainer, TrainingArguments

    torch.manual_seed(0)
    with tempfile.TemporaryDirectory() as folder:
        args = TrainingArguments(
            output_dir=folder,
            max_steps=_STEPS,
            per_device_train_batch_size=batch_size,
            report_to="none",
            save_strategy="no",
            disable_tqdm=True,
            dataloader_pin_memory=False,
            **options,
        )
        trainer = Trainer(model=GPT2LMHeadModel(GPT2Config()), args=args, train_dataset=data)
        trainer.remove_callback(PrinterCallback)
        start = time.perf_counter()
        trainer.train()
        return _STEPS * batch_size * len(data[0]["input_ids"]) / (time.perf_counter() - start)
