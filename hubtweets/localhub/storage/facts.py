"""What the Hub reads out of a repo's files: card data, tags, pipeline, library.

The rules are those that the Hub documents (https://huggingface.co/docs/hub/models-the-hub#how-are-the-tags-determined,
https://huggingface.co/docs/hub/model-cards) as far as they follow from the files alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from hubtweets._shared import frontmatter
from hubtweets._shared.frontmatter import LARGEST_CARD
from hubtweets._shared.yaml12 import load

# Card keys that become tags, with the prefix they get there.
_TAGGED = {
    "datasets": "dataset:",
    "license": "license:",
    "base_model": "base_model:",
    "task_categories": "task_categories:",
    "task_ids": "task_ids:",
    "size_categories": "size_categories:",
    "multilinguality": "multilinguality:",
    "language_creators": "language_creators:",
    "annotations_creators": "annotations_creators:",
    "source_datasets": "source_datasets:",
}
# File endings that say which library or format a repo is for.
_FORMATS = {".safetensors": "safetensors", ".gguf": "gguf", ".onnx": "onnx"}
_BY_FILE = {"pytorch_model.bin": "pytorch", "tf_model.h5": "tf", "flax_model.msgpack": "jax"}


class Facts(NamedTuple):
    """What a listing shows of a repo."""

    tags: tuple[str, ...] = ()
    pipeline_tag: str | None = None
    library_name: str | None = None
    card: dict[str, Any] | None = None
    config: dict[str, Any] | None = None


def card_data(readme: bytes | None) -> dict[str, Any] | None:
    """The front matter of a README as JSON-ready data, or None where there is none that can be read."""
    if readme is None or len(readme) > LARGEST_CARD:
        return None
    try:
        yaml_text = frontmatter.split(readme.decode("utf-8", "replace")).yaml
        data = None if yaml_text is None else load(yaml_text)
        return None if data is None else msgspec.json.decode(msgspec.json.encode(data, order=None))
    except Exception:
        return None


def config_data(content: bytes | None) -> dict[str, Any] | None:
    """The parts of config.json that the Hub shows."""
    if content is None or len(content) > LARGEST_CARD:
        return None
    try:
        data = msgspec.json.decode(content)
        shown = {key: data[key] for key in ("architectures", "model_type", "auto_map") if key in data}
        return msgspec.json.decode(msgspec.json.encode(shown))  # type: ignore[no-any-return]
    except Exception:
        return None


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if isinstance(item, str | int | float) and str(item)]


def derive(repo_type: str, files: Sequence[str], card: dict[str, Any] | None, config: dict[str, Any] | None) -> Facts:
    """The facts of a repo with these files, this front matter and this config.json."""
    tags: list[str] = []
    data = card or {}
    library = data.get("library_name") if isinstance(data.get("library_name"), str) else None
    pipeline = data.get("pipeline_tag") if isinstance(data.get("pipeline_tag"), str) else None
    if repo_type == "model":
        if library is None and config and "model_type" in config:
            library = "transformers"
        tags += [library] if library else []
        tags += sorted({tag for name in files for end, tag in _FORMATS.items() if name.endswith(end)})
        tags += [tag for name, tag in _BY_FILE.items() if name in files]
        tags += ["tensorboard"] if any("tfevents" in name for name in files) else []
        if config:
            model_type = config.get("model_type")
            tags += [model_type] if isinstance(model_type, str) else []
            if pipeline is None and any(name.endswith("LMHeadModel") for name in _texts(config.get("architectures"))):
                pipeline = "text-generation"
        tags += [pipeline] if pipeline else []
    tags += _texts(data.get("tags"))
    for key, prefix in _TAGGED.items():
        tags += [prefix + value for value in _texts(data.get(key)) if key in data]
    relation = data.get("base_model_relation")
    if isinstance(relation, str):
        tags += [f"base_model:{relation}:{base}" for base in _texts(data.get("base_model"))]
    languages = _texts(data.get("language")) if "language" in data else []
    tags += [f"language:{value}" for value in languages] if repo_type == "dataset" else languages
    if isinstance(data.get("model-index"), list):
        tags.append("model-index")
    tags.append("region:us")
    return Facts(tuple(dict.fromkeys(tags)), pipeline, library, card, config)
