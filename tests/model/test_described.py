"""What a folder's configuration says of its model: true of each, and left out where it is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hubtweets.model.described import evaluations, read_description
from hubtweets.model.selecting import select

CLASSES: dict[str, tuple[str, str | None]] = {
    "WhisperForConditionalGeneration": ("whisper", "automatic-speech-recognition"),
    "TapasForQuestionAnswering": ("tapas", "table-question-answering"),
    "LayoutLMv3ForQuestionAnswering": ("layoutlmv3", "document-question-answering"),
    "ViltForQuestionAnswering": ("vilt", "visual-question-answering"),
    "BertForQuestionAnswering": ("bert", "question-answering"),
    "PegasusXForConditionalGeneration": ("pegasus_x", "text2text-generation"),
    "LlavaForConditionalGeneration": ("llava", None),
    "CLIPModel": ("clip", "zero-shot-image-classification"),
    "OwlViTForZeroShotObjectDetection": ("owlvit", "zero-shot-object-detection"),
    "BertModel": ("bert", None),
}


@pytest.mark.parametrize("name", CLASSES)
def test_the_task_of_a_class(name: str, tmp_path: Path) -> None:
    kind, task = CLASSES[name]
    told = read_description(tmp_path, {"architectures": [name], "model_type": kind}, {})
    assert (told.get("task"), told["library"]) == (task, "transformers")


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ({"architecture": "resnet18", "pretrained_cfg": {}}, {"library": "timm", "task": "image-classification"}),
        ({"n_layers": 3}, {}),
    ],
)
def test_another_library_is_not_said_to_be_transformers(
    config: dict[str, Any], told: dict[str, str], tmp_path: Path
) -> None:
    assert read_description(tmp_path, config, {}) == told


def test_labels_where_they_help(tmp_path: Path) -> None:
    config = {"architectures": ["ViTForImageClassification"], "model_type": "vit", "id2label": {"0": "cat", "1": "dog"}}
    assert read_description(tmp_path, config, {})["labels"] == ("cat", "dog")
    config["id2label"] = {str(number): f"breed {number}" for number in range(1000)}
    assert "labels" not in read_description(tmp_path, config, {})


def test_a_metric_has_a_name_that_can_be_shown() -> None:
    raw = {"eval_f1": 0.5, "eval_<b>": 1, "eval_a|b": 1, "eval_" + "n" * 500: 2, "eval_ndcg@10": 0.7}
    assert [one.metric for one in evaluations(raw)] == ["f1", "ndcg@10"]


def test_what_processors_and_tokenizers_read_goes_up(tmp_path: Path) -> None:
    goes = [
        "additional_chat_templates/rag.jinja", "bpe.codes", "config.json", "emoji.json", "entity_vocab.json", "LICENSE",
        "model.safetensors", "normalizer.json", "video_preprocessor_config.json", "vocab-src.json",
    ]  # fmt: skip
    for name in (*goes, "additional_chat_templates/notes.txt", "data.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    found = select(tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in found.files} == set(goes)
    assert set(found.stays) == {"additional_chat_templates/notes.txt", "data.json"}
