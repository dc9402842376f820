"""What a model's own files say of it: its task, library, labels, adapter; whatever is not known is left out."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hubtweets.record import Adapter, Embedding, Evaluation

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
    "ForVideoClassification": "video-classification",
    "ForZeroShotObjectDetection": "zero-shot-object-detection",
    "ForObjectDetection": "object-detection",
    "ForSemanticSegmentation": "image-segmentation",
    "ForInstanceSegmentation": "image-segmentation",
    "ForUniversalSegmentation": "image-segmentation",
    "ForDepthEstimation": "depth-estimation",
    "ForAudioClassification": "audio-classification",
    "ForTextToSpeech": "text-to-speech",
    "ForCTC": "automatic-speech-recognition",
    "ForSpeechSeq2Seq": "automatic-speech-recognition",
}
_OTHER_TASKS = {
    "CLIPModel": "zero-shot-image-classification",
    "EncoderDecoderModel": "text2text-generation",
    "LayoutLMForQuestionAnswering": "document-question-answering",
    "LayoutLMv2ForQuestionAnswering": "document-question-answering",
    "LayoutLMv3ForQuestionAnswering": "document-question-answering",
    "Speech2TextForConditionalGeneration": "automatic-speech-recognition",
    "SiglipModel": "zero-shot-image-classification",
    "TapasForQuestionAnswering": "table-question-answering",
    "ViltForQuestionAnswering": "visual-question-answering",
    "VisionEncoderDecoderModel": "image-to-text",
    "VitsModel": "text-to-speech",
    "WhisperForConditionalGeneration": "automatic-speech-recognition",
}
"""Classes whose names end otherwise, or as those of another task."""

_SEQUENCE_TO_SEQUENCE = frozenset(
    """bart bigbird_pegasus blenderbot blenderbot-small fsmt led longt5 m2m_100 marian mbart mt5 mvp nllb-moe pegasus
    pegasus_x plbart prophetnet switch_transformers t5 t5gemma t5gemma2 umt5 xlm-prophetnet""".split()  # noqa: SIM905
)
_MOST_LABELS = 50
"""More of them are no help to a reader, and are in config.json."""

_LABELLED = frozenset(f"{what}-classification" for what in ("text", "token", "image", "audio", "video"))
_PEFT_TASKS = {
    "CAUSAL_LM": "text-generation",
    "SEQ_CLS": "text-classification",
    "TOKEN_CLS": "token-classification",
    "QUESTION_ANS": "question-answering",
    "FEATURE_EXTRACTION": "feature-extraction",
    "SEQ_2_SEQ_LM": "text2text-generation",
}
_HIGHER = re.compile(
    r"(?:.*_)?(?:accuracy|f1|precision|recall|matthews_correlation|pearson|spearman|spearmanr|ndcg|mrr|map|ap|auc|roc_auc"
    r"|rouge(?:1|2|l|lsum)?|bleu|sacrebleu|meteor|exact_match|chrf|bertscore|iou|mean_iou)(?:_(?:micro|macro|weighted"
    r"|cosine|dot|euclidean|manhattan|max|score))*(?:@\d+)?",
    re.IGNORECASE,
)
_LOWER = re.compile(r"(?:.*_)?(?:wer|cer|mse|mae|rmse|loss|perplexity|ter)(?:@\d+)?", re.IGNORECASE)
_METRIC = re.compile(r"[\w .@/:+-]{1,80}")
_NO_METRIC = re.compile(
    r"loss|runtime|.*_per_second|model_preparation_time|.*(?:num_tokens|_tokens|samples|steps)|entropy|epoch|perplexity"
)
"""What the Trainer and TRL report of an evaluation beside its metrics; loss and perplexity have places of their own."""

_ANY_LENGTH = frozenset({"t5", "mt5", "umt5", "longt5", "switch_transformers", "pix2struct"})
"""Architectures with relative positions, whose configurations name a length that is no limit."""


def read_description(folder: Path, config: Mapping[str, Any], adapter: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of the record, from the configurations of transformers, peft, sentence-transformers and SetFit.

    Args:
        folder: what the model was saved in.
        config: its config.json.
        adapter: its adapter_config.json.

    Returns:
        `task`, `library`, `architecture`, `context_length`, `labels`, `adapter`, `embedding`: those that are known.
    """
    library: str | None = "transformers" if _is_of_transformers(config) else None
    task = _task(config)
    if "pretrained_cfg" in config and isinstance(config.get("architecture"), str):
        library, task = "timm", "image-classification"
    facts: dict[str, Any] = {}
    if (folder / "modules.json").is_file():
        library, task = "sentence-transformers", "sentence-similarity"
        facts["embedding"] = _embedding(folder)
        if (folder / "config_setfit.json").is_file():
            library, task = "setfit", "text-classification"
            labels = _json(folder / "config_setfit.json").get("labels")
            if isinstance(labels, list) and len(labels) <= _MOST_LABELS:
                facts["labels"] = tuple(map(str, labels))
    elif adapter:
        library, task = "peft", _PEFT_TASKS.get(str(adapter.get("task_type")))
        facts["adapter"] = _adapter(adapter)
    facts |= {"library": library, "task": task}
    kinds = config.get("architectures")
    if isinstance(kinds, list) and kinds and isinstance(kinds[0], str):
        facts["architecture"] = kinds[0]
    facts["context_length"] = _context_length(folder, config)
    labels = config.get("id2label")
    if task in _LABELLED and isinstance(labels, dict):
        named = tuple(str(label) for label in labels.values())
        if len(named) <= _MOST_LABELS and not all(name.startswith("LABEL_") for name in named):
            facts.setdefault("labels", named)
    return {name: value for name, value in facts.items() if value is not None}


def evaluations(raw: Mapping[str, Any]) -> tuple[Evaluation, ...]:
    """The measured numbers in what the Trainer wrote of its last evaluation: `eval_f1` is one, `eval_runtime` is none.
    On what they were measured it does not say."""
    found = []
    for key, value in raw.items():
        metric = key.removeprefix("eval_")
        if (
            key.startswith("eval_")
            and _METRIC.fullmatch(metric)
            and not _NO_METRIC.fullmatch(metric)
            and _is_number(value)
        ):
            found.append(Evaluation(metric=metric, value=round(value, 4), higher_is_better=higher_is_better(metric)))
    return tuple(found)


def higher_is_better(metric: str) -> bool | None:
    """Whether more of a metric is better, by its id; None where that does not tell."""
    return True if _HIGHER.fullmatch(metric) else False if _LOWER.fullmatch(metric) else None


def _is_number(value: Any) -> bool:
    return type(value) is int or (type(value) is float and math.isfinite(value))


def _task(config: Mapping[str, Any]) -> str | None:
    kinds = config.get("architectures")
    name = kinds[0] if isinstance(kinds, list) and kinds else ""
    if config.get("model_type") in _SEQUENCE_TO_SEQUENCE and str(name).endswith("ForConditionalGeneration"):
        return "text2text-generation"
    return _OTHER_TASKS.get(str(name)) or next((task for end, task in _TASKS.items() if str(name).endswith(end)), None)


def _is_of_transformers(config: Mapping[str, Any]) -> bool:
    """Whether transformers reads a configuration: other libraries have a config.json too."""
    return any(key in config for key in ("model_type", "architectures", "transformers_version"))


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


def _context_length(folder: Path, config: Mapping[str, Any]) -> int | None:
    """How many tokens the model reads at most: its positions, or less where its tokenizer cuts earlier."""
    if config.get("model_type") in _ANY_LENGTH:
        return None
    named = [config.get(key) for key in ("max_position_embeddings", "n_positions")]
    named += [_json(folder / "sentence_bert_config.json").get("max_seq_length")]
    if any(type(value) is int for value in named):
        named.append(_json(folder / "tokenizer_config.json").get("model_max_length"))
    return min((value for value in named if type(value) is int and 0 < value < 10**9), default=None)


def _embedding(folder: Path) -> Embedding | None:
    similarity = _json(folder / "config_sentence_transformers.json").get("similarity_fn_name")
    pooling = next(map(_json, sorted(folder.glob("*_Pooling/config.json"))), {})
    dense = next(map(_json, sorted(folder.glob("*_Dense/config.json"))), {})
    named = (dense.get("out_features"), pooling.get("embedding_dimension"), pooling.get("word_embedding_dimension"))
    dimensions = next((value for value in named if value is not None), None)
    known = isinstance(similarity, str), type(dimensions) is int
    if not any(known):
        return None
    return Embedding(dimensions=dimensions if known[1] else None, similarity=similarity if known[0] else None)


def _json(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}  # what a library wrote beside the model is only asked for what it may tell
    return data if isinstance(data, dict) else {}
