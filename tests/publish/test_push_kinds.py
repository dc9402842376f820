"""Folders as training libraries leave them: the card says what is in them, and keeps what a person wrote."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any

import pytest

from hubtweets import card, push
from hubtweets._shared import frontmatter
from hubtweets.card.generated import read_generated
from hubtweets.localhub import LocalHub
from hubtweets.publishing.published import Published

REPO = "me/bot"
TRAINER = (
    "<!-- This model card has been generated automatically according to the information the Trainer had access to. "
    "You\nshould probably proofread and complete it, then remove this comment. -->\n\n"
)
READMES = {
    "trainer": "---\nlibrary_name: transformers\nlicense: apache-2.0\nlanguage: it\ndatasets:\n- me/poems\n"
    "base_model: me/base\ntags:\n- generated_from_trainer\n- poetry\nnew_version: me/bot2\n---\n\n"
    + TRAINER
    + "# out\n\nThis model is a fine-tuned version of [me/base](https://huggingface.co/me/base) on an "
    "unknown dataset.\n"
    "It achieves the following results on the evaluation set:\n- Loss: 2.8\n- Accuracy: 0.91\n\n"
    "## Model description\n\nIt writes poems about trains.\n\n## Intended uses & limitations\n\n"
    "More information needed\n\n## Training procedure\n\n### Training hyperparameters\n\n- learning_rate: 1e-05\n\n"
    "### Framework versions\n\n- Transformers 5.18.0\n\n## Thanks\n\nTo the railway.\n",
    "peft": "---\nbase_model: me/base\nlibrary_name: peft\n---\n\n# Model Card for Model ID\n\n"
    "<!-- Provide a quick summary of what the model is/does. -->\n\n\n\n## Model Details\n\n### Model Description\n\n"
    "- **Developed by:** [More Information Needed]\n- **License:** [More Information Needed]\n\n## Uses\n\n"
    "### Direct Use\n\n[More Information Needed]\n\n### Framework versions\n\n- PEFT 0.18.0\n",
    "trl": "---\nbase_model: me/base\nlibrary_name: transformers\nmodel_name: out\ntags:\n- generated_from_trainer\n"
    "- trl\n- sft\nlicence: license\n---\n\n# Model Card for out\n\nThis model is a fine-tuned version of "
    "[me/base](https://huggingface.co/me/base).\nIt has been trained using [TRL](https://github.com/huggingface/trl)."
    "\n\n## Quick start\n\n```python\nfrom transformers import pipeline\n```\n\n## Training procedure\n\n"
    "This model was trained with SFT.\n\n### Framework versions\n\n- TRL: 1.0.0\n\n## Citations\n\nCite TRL as:\n",
    "sentences": "---\ntags:\n- sentence-transformers\n- dense\npipeline_tag: sentence-similarity\n---\n\n"
    "# SentenceTransformer\n\nThis is a [sentence-transformers](https://www.SBERT.net) model trained. It maps "
    "sentences.\n\n## Model Details\n\n### Model Description\n- **Model Type:** Sentence Transformer\n\n"
    "## Usage\n\nCode.\n",
    "setfit": "---\ntags:\n- setfit\nlibrary_name: setfit\n---\n\n# SetFit\n\nThis is a [SetFit]"
    "(https://github.com/huggingface/setfit) model that can be used for Text Classification.\n\n## Uses\n\nCode.\n",
}


def folder(path: Path, kind: str, **config: Any) -> Path:
    """A folder as the library of this kind writes it: configurations, weights of four numbers, its README."""
    path.mkdir()
    adapter = kind == "peft"
    if adapter:
        _write(path / "adapter_config.json", {"base_model_name_or_path": "me/base", "peft_type": "LORA", **config})
    else:
        _write(path / "config.json", config)
    header = json.dumps({"w": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]}}).encode()
    weights = struct.pack("<Q", len(header)) + header + bytes(16)
    (path / ("adapter_model.safetensors" if adapter else "model.safetensors")).write_bytes(weights)
    (path / "optimizer.safetensors").write_bytes(weights)
    if kind in ("sentences", "setfit"):
        modules = [{"idx": 0, "path": ""}, {"idx": 1, "path": "1_Pooling"}, {"idx": 2, "path": "../up"}]
        _write(path / "modules.json", modules)
        _write(path / "config_sentence_transformers.json", {"similarity_fn_name": "cosine"})
        (path / "1_Pooling").mkdir()
        _write(path / "1_Pooling" / "config.json", {"word_embedding_dimension": 384})
    if kind == "setfit":
        _write(path / "config_setfit.json", {"labels": ["good", "bad"]})
        (path / "model_head.pkl").write_bytes(b"head")
    if kind in READMES:
        (path / "README.md").write_text(READMES[kind], "utf-8")
    measured(path, 0.91)
    return path


def measured(path: Path, accuracy: float) -> None:
    """What the Trainer writes of its last evaluation."""
    _write(path / "all_results.json", {"eval_loss": 2.8, "eval_accuracy": accuracy, "eval_runtime": 1.0})


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data), "utf-8")


GPT2 = {"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "n_positions": 1024}
BERT = {
    "architectures": ["BertForSequenceClassification"],
    "model_type": "bert",
    "max_position_embeddings": 512,
    "id2label": {"0": "joy", "1": "anger"},
}
T5 = {"architectures": ["T5ForConditionalGeneration"], "model_type": "t5"}
MINI = {"architectures": ["BertModel"], "model_type": "bert"}
LORA = {"task_type": "CAUSAL_LM", "r": 8, "lora_alpha": 16, "target_modules": ["q_proj", "v_proj"]}
KINDS: dict[str, tuple[str, dict[str, Any], dict[str, Any], list[str]]] = {
    "causal": ("none", GPT2, {"pipeline_tag": "text-generation"}, ["A model for text generation."]),
    "classifier": ("none", BERT, {"pipeline_tag": "text-classification"}, ["joy, anger", "pipeline("]),
    "seq2seq": ("none", T5, {"pipeline_tag": "text2text-generation"}, ["AutoModelForSeq2SeqLM"]),
    "lora": (
        "peft", LORA, {"library_name": "peft", "base_model_relation": "adapter", "base_model": "me/base"},
        ["An adapter (LORA)", "AutoPeftModelForCausalLM", "rank 8"],
    ),
    "trl": (
        "trl", GPT2, {"base_model": "me/base", "base_model_relation": "finetune", "licence": None},
        ["Trained with SFT."],
    ),
    "sentences": (
        "sentences", MINI, {"library_name": "sentence-transformers", "pipeline_tag": "sentence-similarity"},
        ["SentenceTransformer(", "Dimensions: 384", "Similarity: cosine"],
    ),
    "setfit": ("setfit", MINI, {"library_name": "setfit", "pipeline_tag": "text-classification"}, ["good, bad"]),
    "completed": (
        "trainer", GPT2,
        {"license": "apache-2.0", "language": ["it"], "datasets": ["me/poems"], "new_version": "me/bot2"},
        ["## Model description\n\nIt writes poems about trains.\n", "## Thanks\n\nTo the railway.\n", "- poetry\n"],
    ),
}  # fmt: skip


def _push(hub: LocalHub, path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Published, str]:
    from huggingface_hub import HfApi

    monkeypatch.setenv("HF_TOKEN", hub.token)
    done = push(path, repo_id=REPO, hub=hub.endpoint)
    file = HfApi(endpoint=hub.endpoint, token=hub.token).hf_hub_download(REPO, "README.md", revision=done.commit)
    return done, Path(file).read_text("utf-8")


@pytest.mark.parametrize("name", KINDS)
def test_each_kind(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import HfApi

    kind, config, keys, words = KINDS[name]
    path = folder(tmp_path / "out", kind, **config)
    with LocalHub(tmp_path / "hub") as hub:
        done, text = _push(hub, path, monkeypatch)
        files = HfApi(endpoint=hub.endpoint, token=hub.token).list_repo_files(REPO)
        again, _ = _push(hub, path, monkeypatch)
        measured(path, 0.95)
        newer, later = _push(hub, path, monkeypatch)
    assert (done.action, again.action, newer.action) == ("changed", "none", "changed")
    data = frontmatter.load(frontmatter.split(text).yaml or "")
    assert {key: data.get(key) for key in keys} == keys
    for word in words:
        assert word in text
        assert word in later
    assert "0.91" in text
    assert ("0.95" in later, "0.91" in later) == (True, False)
    for wrong in (
        "More Information",
        "More information",
        "huggingtweets\n",
        "AI BOT",
        "generated_from_trainer",
        "<!--",
    ):
        assert wrong not in text
    assert [finding for finding in card.check(text) if finding.severity == "error"] == []
    assert "optimizer.safetensors" not in files
    assert ("1_Pooling/config.json" in files) == (kind in ("sentences", "setfit"))
    assert ("model_head.pkl" in files) == (kind == "setfit")


@pytest.mark.parametrize("kind", READMES)
def test_what_is_generated_is_no_persons(kind: str) -> None:
    found = read_generated(READMES[kind])
    assert found is not None
    assert found.by == {"trainer": "transformers", "sentences": "sentence-transformers"}.get(kind, kind)
    if kind == "trainer":
        assert found.keys == {"new_version": "me/bot2", "tags": ["poetry"]}
    else:
        assert (found.keys, found.body) == ({}, "")


def test_a_persons_readme_is_not_taken_for_generated() -> None:
    assert read_generated("---\nlicense: mit\n---\n\n# By hand\n\nMore information needed, by me.\n") is None
