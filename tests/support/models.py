"""Models made without training: a folder as a Trainer leaves it, with one tensor, and a base that can be trained."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path


def trainer_folder(folder: Path, *, eval_loss: float = 3.0, weights: str = "model.safetensors", value: int = 0) -> Path:
    """Make such a folder.

    Args:
        folder: where; made when missing.
        eval_loss: what the evaluation measured.
        weights: the name of the weights' file.
        value: what the one tensor holds, so that two models differ.
    """
    folder.mkdir(parents=True, exist_ok=True)
    config = {"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2"}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    (folder / "all_results.json").write_text(json.dumps({"eval_loss": eval_loss}), encoding="utf-8")
    header = json.dumps({"w": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    header += b" " * (-len(header) % 8)
    (folder / weights).write_bytes(struct.pack("<Q", len(header)) + header + struct.pack("<i", value))
    return folder


def save_tiny_gpt2(folder: Path, texts: Sequence[str]) -> Path:
    """A tiny GPT-2 with dropout, so that training needs its random numbers, and its tokenizer, as people save them."""
    from transformers import GPT2Config, GPT2LMHeadModel, set_seed

    from hubtweets.model import SCRATCH, TrainingConfig, find_base_model, load_base_model

    tokenizer = load_base_model(find_base_model(SCRATCH), texts, TrainingConfig()).encoder.tokenizer
    set_seed(1)
    config = GPT2Config(
        vocab_size=len(tokenizer),
        n_positions=128,
        n_embd=32,
        n_layer=2,
        n_head=2,
        bos_token_id=tokenizer.eos_token_id,
        eos_token_id=tokenizer.eos_token_id,
    )
    GPT2LMHeadModel(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
