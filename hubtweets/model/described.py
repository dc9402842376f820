"""What a model's own files say of it: its task, library, labels, adapter; whatever is not known is left out."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hubtweets.record import Adapter, Dataset, Embedding, Evaluation

# The Hub's tasks by the ends of transformers' class names (https://huggingface.co/docs/transformers/model_doc/auto).
_TASKS = {
    "LMHeadModel": "text-generation",
    "ForCausalLM": "text-generation",
    "ForSequenceClassification": "text-classification",
    "ForTokenClassification": "token-classification",
    "ForQuestionAnswering": "question-answering",
    "ForMaskedLM": "fill-mask",
    "ForMultipleChoice": "multiple-choice",
    "ForImageClassification": "image-classification",
    "ForObjectDetection": "object-detection",
    "ForSemanticSegmentation": "image-segmentation",
    "ForAudioClassification": "audio-classification",
    "ForCTC": "automatic-speech-recognition",
    "ForSpeechSeq2Seq": "automatic-speech-recognition",
}
_SEQUENCE_TO_SEQUENCE = frozenset(
    {
        "bart",
        "bigbird_pegasus",
        "blenderbot",
        "led",
        "longt5",
        "m2m_100",
        "marian",
        "mbart",
        "mt5",
        "pegasus",
        "t5",
        "umt5",
    }
)
_PEFT_TASKS = {
    "CAUSAL_LM": "text-generation",
    "SEQ_CLS": "text-classification",
    "TOKEN_CLS": "token-classification",
    "QUESTION_ANS": "question-answering",
    "FEATURE_EXTRACTION": "feature-extraction",
    "SEQ_2_SEQ_LM": "text2text-generation",
}
_HIGHER = frozenset(
    {"accuracy", "f1", "precision", "recall", "matthews_correlation", "rouge1", "rouge2", "rougeL", "rougeLsum", "bleu"}
)
_LOWER = frozenset({"wer", "cer", "mse", "mae", "rmse"})


def read_description(folder: Path, config: Mapping[str, Any], adapter: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of the record, from the configurations of transformers, peft, sentence-transformers and SetFit.

    Args:
        folder: what the model was saved in.
        config: its config.json.
        adapter: its adapter_config.json.

    Returns:
        `task`, `library`, `architecture`, `context_length`, `labels`, `adapter`, `embedding`: those that are known.
    """
    library = "transformers"
    task = _task(config)
    facts: dict[str, Any] = {}
    if (folder / "modules.json").is_file():
        library, task = "sentence-transformers", "sentence-similarity"
        facts["embedding"] = _embedding(folder)
        if (folder / "config_setfit.json").is_file():
            library, task = "setfit", "text-classification"
            labels = _json(folder / "config_setfit.json").get("labels")
            if isinstance(labels, list):
                facts["labels"] = tuple(map(str, labels))
    elif adapter:
        library, task = "peft", _PEFT_TASKS.get(str(adapter.get("task_type")))
        facts["adapter"] = _adapter(adapter)
    facts |= {"library": library, "task": task}
    kinds = config.get("architectures")
    if isinstance(kinds, list) and kinds and isinstance(kinds[0], str):
        facts["architecture"] = kinds[0]
    length = next((config[key] for key in ("max_position_embeddings", "n_positions") if key in config), None)
    if type(length) is int and 0 < length < 10**9:
        facts["context_length"] = length
    labels = config.get("id2label")
    if task in ("text-classification", "token-classification") and isinstance(labels, dict):
        named = tuple(str(label) for label in labels.values())
        if not all(name.startswith("LABEL_") for name in named):
            facts.setdefault("labels", named)
    return {name: value for name, value in facts.items() if value is not None}


def evaluations(raw: Mapping[str, Any], dataset: Dataset | None) -> tuple[Evaluation, ...]:
    """The measured numbers whose metric is known by its name: `eval_f1` is one, `eval_runtime` is none.

    Args:
        raw: what the Trainer wrote of its last evaluation.
        dataset: what it was measured on, where that is known.
    """
    found = []
    for key, value in raw.items():
        metric = key.removeprefix("eval_")
        if key.startswith("eval_") and metric in _HIGHER | _LOWER and _is_number(value):
            found.append(
                Evaluation(metric=metric, value=round(value, 4), higher_is_better=metric in _HIGHER, dataset=dataset)
            )
    return tuple(found)


def _is_number(value: Any) -> bool:
    return type(value) is int or (type(value) is float and math.isfinite(value))


def _task(config: Mapping[str, Any]) -> str | None:
    kinds = config.get("architectures")
    name = kinds[0] if isinstance(kinds, list) and kinds else ""
    if config.get("model_type") in _SEQUENCE_TO_SEQUENCE and str(name).endswith("ForConditionalGeneration"):
        return "text2text-generation"
    return next((task for end, task in _TASKS.items() if str(name).endswith(end)), None)


def _adapter(config: Mapping[str, Any]) -> Adapter | None:
    method = config.get("peft_type")
    if not isinstance(method, str):
        return None
    modules = config.get("target_modules")
    rank, alpha, dropout = config.get("r"), config.get("lora_alpha"), config.get("lora_dropout")
    return Adapter(
        method="DORA" if config.get("use_dora") is True else method,
        rank=rank if type(rank) is int else None,
        target_modules=tuple(sorted(map(str, modules))) if isinstance(modules, list) else (),
        alpha=alpha if _is_number(alpha) else None,
        dropout=dropout if _is_number(dropout) else None,
    )


def _embedding(folder: Path) -> Embedding | None:
    similarity = _json(folder / "config_sentence_transformers.json").get("similarity_fn_name")
    dimensions = next(
        (_json(path).get("word_embedding_dimension") for path in sorted(folder.glob("*_Pooling/config.json"))), None
    )
    known = isinstance(similarity, str), type(dimensions) is int
    if not any(known):
        return None
    return Embedding(dimensions=dimensions if known[1] else None, similarity=similarity if known[0] else None)


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}  # what a library wrote beside the model is only asked for what it may tell
    return data if isinstance(data, dict) else {}
