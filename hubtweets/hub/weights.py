"""What the safetensors files of a model say beside their tensors, without fetching the tensors.

The format: https://huggingface.co/docs/safetensors
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hubtweets._shared.model_files import is_weights
from hubtweets.hub import answers

if TYPE_CHECKING:
    from hubtweets.hub.connection import HubConnection

_LARGEST_HEADER = 25 * 1024 * 1024
"""Bytes of a header that are read; the format allows 100 MB, and real ones have 1."""


def read_metadata(client: HubConnection, repo_id: str) -> dict[str, str]:
    """What all headers of the model's files say alike; see `HubClient.weights_metadata`."""
    found: dict[str, str] | None = None
    for path, file in client.list_files(repo_id).items():
        if not path.endswith(".safetensors") or not is_weights(path):
            continue
        header = _header(client, repo_id, path, file.size)
        texts = {name: text for name, text in header.items() if isinstance(text, str)}
        found = texts if found is None else dict(found.items() & texts.items())
    return found or {}


def _header(client: HubConnection, repo_id: str, path: str, size: int) -> dict[str, Any]:
    if size < 8:
        return {}
    start = client.read_file_range(repo_id, path, 0, min(size, 100_000) - 1)
    length = int.from_bytes(start[:8], "little")
    if not 2 <= length <= min(size - 8, _LARGEST_HEADER):
        return {}  # not safetensors at all
    text = start[8 : 8 + length]
    if len(text) < length:
        text += client.read_file_range(repo_id, path, 8 + len(text), 7 + length)
    header = answers.decoded(text)
    metadata = header.get("__metadata__") if isinstance(header, dict) else None
    return metadata if isinstance(metadata, dict) else {}
