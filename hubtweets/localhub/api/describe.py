"""A repo as JSON, in the Hub's words: for listings, for `model_info`, and with `expand`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from hubtweets.localhub.storage.index import Row

# What a local Hub has no reason to count.
_SAME: dict[str, Any] = {
    "downloads": 0, "downloadsAllTime": 0, "likes": 0, "spaces": [], "trendingScore": 0,
}  # fmt: skip
_EXPAND: dict[str, Callable[[Row], Any]] = {
    "author": lambda row: row.author,
    "cardData": lambda row: row.facts.card,
    "config": lambda row: row.facts.config,
    "createdAt": lambda row: row.created,
    "disabled": lambda row: row.disabled,
    "gated": lambda row: row.gated or False,
    "lastModified": lambda row: row.modified,
    "library_name": lambda row: row.facts.library_name,
    "model-index": lambda row: (row.facts.card or {}).get("model-index"),
    "pipeline_tag": lambda row: row.facts.pipeline_tag,
    "private": lambda row: row.private,
    "sdk": lambda row: (row.facts.card or {}).get("sdk"),
    "sha": lambda row: row.sha,
    "siblings": lambda row: siblings(row),
    "tags": lambda row: list(row.facts.tags),
    "transformersInfo": lambda row: transformers_info(row),
    "widgetData": lambda row: widget_data(row),
}
# What huggingface_hub may ask for and a local Hub has nothing to say about: left out of the answer, as the Hub does.
SILENT = frozenset(
    """
    baseModels childrenModelCount evalResults gguf inference inferenceProviderMapping mask_token resourceGroup
    safetensors usedStorage xetEnabled citation paperswithcode_id mainSize datasets models runtime subdomain
    securityRepoStatus serverlessInference description
    """.split()  # noqa: SIM905
)
EXPANDABLE = frozenset(_EXPAND) | frozenset(_SAME) | SILENT


def siblings(row: Row) -> list[dict[str, Any]]:
    """The files, by name only."""
    return [{"rfilename": name} for name in row.files]


def widget_data(row: Row) -> list[dict[str, Any]] | None:
    """The widget's examples, as the card gives them."""
    widget = (row.facts.card or {}).get("widget")
    return [example for example in widget if isinstance(example, dict)] if isinstance(widget, list) else None


def transformers_info(row: Row) -> dict[str, Any] | None:
    """How transformers loads it."""
    if row.facts.library_name != "transformers":
        return None
    kinds = {"text-generation": "AutoModelForCausalLM"}
    info = {"auto_model": kinds.get(row.facts.pipeline_tag or "", "AutoModel")}
    if row.facts.pipeline_tag:
        info |= {"pipeline_tag": row.facts.pipeline_tag, "processor": "AutoTokenizer"}
    return info


def expanded(row: Row, names: Iterable[str]) -> dict[str, Any]:
    """Only what was asked for, beside the ids."""
    told: dict[str, Any] = {"_id": row.key, "id": row.id}
    for name in names:
        value = _EXPAND[name](row) if name in _EXPAND else _SAME.get(name)
        if value is not None:
            told[name] = value
    return told


def in_listing(row: Row, *, full: bool, card: bool, config: bool) -> dict[str, Any]:
    """A repo in a listing: `full` adds files, author and dates; `card` and `config` their data."""
    names = ["likes", "trendingScore", "private", "downloads", "tags", "createdAt"]
    if row.type == "model":
        names += ["pipeline_tag", "library_name"]
    if full or row.type == "dataset":
        names += ["author", "sha", "lastModified", "gated", "disabled"]
    if full:
        names += ["siblings"]
    if card or (full and row.type != "model"):
        names += ["cardData"]
    if config:
        names += ["config"]
    told = expanded(row, names)
    if row.type == "model":
        told["modelId"] = row.id
    return told


def in_full(row: Row, *, known: Row) -> dict[str, Any]:
    """Everything about a repo at one revision; `known` is the repo as it is on main."""
    told = expanded(row, [*_EXPAND, "downloads", "likes", "spaces"])
    told["lastModified"] = known.modified
    if row.type == "model":
        told["modelId"] = row.id
        told.pop("sdk", None)
    return told
