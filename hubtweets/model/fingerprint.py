"""The fingerprint of weights: what it is made of, and its place in their header, whatever a card says or leaves out."""

from __future__ import annotations

import hashlib
import json
import shutil
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hubtweets._shared import disk
from hubtweets.model.bases import BaseModel
from hubtweets.model.config import RECIPE, TrainingConfig

FINGERPRINT_KEY = "hubtweets.fingerprint"
"""Its key among the texts that a safetensors header has room for."""


def training_fingerprint(
    posts: Mapping[str, str], base: BaseModel, config: TrainingConfig, *, answered: Mapping[str, str] | None = None
) -> str:
    """SHA-256, as hexadecimal digits, of everything that determines the weights.

    Settings at their default are left out, so that a new one changes no fingerprint; `RECIPE` is the lever for a
    change that must. Prompts and sampling are no part of it.

    Args:
        posts: handle -> digest of the kept posts.
        base: with its revision; without one (a model from scratch) its name stands for it.
        config: of the training.
        answered: the post that a post answers, text by text, where that is trained on.
    """
    determines: dict[str, Any] = {
        "recipe": RECIPE,
        "posts": sorted([handle, digest] for handle, digest in posts.items()),
        "base_model": base.name if base.revision is None else [base.name.partition(":")[0], base.revision],
        "settings": config.chosen(),
    }
    if answered:
        determines["answered"] = sorted(answered.items())
    return hashlib.sha256(msgspec.json.encode(determines, order="deterministic")).hexdigest()


def write_fingerprint(folder: Path, fingerprint: str) -> None:
    """Write `fingerprint` into the header of every safetensors file in `folder`; the tensors stay as they are.

    Not with safetensors' own `save_file`, whose order of several such texts differs from process to process.
    The format: https://huggingface.co/docs/safetensors
    """
    for path in folder.glob("*.safetensors"):
        with disk.writing(path) as new, path.open("rb") as old:
            (size,) = struct.unpack("<Q", old.read(8))
            header = json.loads(old.read(size))
            header["__metadata__"] = {**header.get("__metadata__", {}), FINGERPRINT_KEY: fingerprint}
            text = json.dumps(header, separators=(",", ":")).encode()
            text += b" " * (-len(text) % 8)  # as safetensors does: the tensors are aligned
            new.write(struct.pack("<Q", len(text)) + text)
            shutil.copyfileobj(old, new)
