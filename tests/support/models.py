"""A model folder as a Trainer leaves it, made without training: one tensor, and what the run measured."""

from __future__ import annotations

import json
import struct
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
