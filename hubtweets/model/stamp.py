"""The fingerprint in the header of the weights: it goes where they go, whatever a card says or leaves out."""

from __future__ import annotations

import json
import shutil
import struct
from pathlib import Path

FINGERPRINT = "hubtweets.fingerprint"
"""Its key among the texts that a safetensors header has room for."""


def stamp(folder: Path, fingerprint: str) -> None:
    """Write `fingerprint` into the header of every safetensors file in `folder`; the tensors stay as they are.

    Not with safetensors' own `save_file`, whose order of several such texts differs from process to process.
    The format: https://huggingface.co/docs/safetensors
    """
    for path in folder.glob("*.safetensors"):
        partial = path.with_name(f"{path.name}.partial")
        with path.open("rb") as old, partial.open("wb") as new:
            (size,) = struct.unpack("<Q", old.read(8))
            header = json.loads(old.read(size))
            header["__metadata__"] = {**header.get("__metadata__", {}), FINGERPRINT: fingerprint}
            text = json.dumps(header, separators=(",", ":")).encode()
            text += b" " * (-len(text) % 8)  # as safetensors does: the tensors are aligned
            new.write(struct.pack("<Q", len(text)) + text)
            shutil.copyfileobj(old, new)
        partial.replace(path)
