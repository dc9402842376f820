"""GGUF files: read back, they are the model and its tokenizer, within what their numbers can hold."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import gguf
import pytest
import torch

from hubtweets.errors import UsageError
from hubtweets.model import TrainingConfig, gguf_files
from hubtweets.model.bases.scratch import make

TEXTS = [f"the quick brown fox {n} jumps over the lazy dog, and it's not {n * 37} yet 🌅" for n in range(60)]
PROMPTS = [
    *(f"the quick {n}" for n in range(12)),
    "My dream is",
    "it's not",
    "isn't it?🌅",
    "",
    " ",
    "a\n\nb",
    "日本",
    "é",
]

# A 16-bit float has 11 significant bits, a bfloat16 8, Q8_0 7 of the largest of 32 weights; errors add up over layers.
WITHIN = {"f32": 1e-5, "f16": 0.005, "bf16": 0.03, "q8_0": 0.06}


@pytest.fixture(scope="module", params=["gpt2", "llama"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model without training whose weights differ enough that its answers do."""
    from transformers import LlamaConfig, LlamaForCausalLM

    path = tmp_path_factory.mktemp(request.param)
    model: Any
    model, tokenizer = make(TEXTS, TrainingConfig())
    if request.param == "llama":
        model = LlamaForCausalLM(
            LlamaConfig(
                vocab_size=len(tokenizer), hidden_size=128, intermediate_size=256, num_hidden_layers=3,
                num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=256, rope_theta=20_000.0,
                bos_token_id=0, eos_token_id=0,
            )
        )  # fmt: skip
    torch.manual_seed(0)
    with torch.no_grad():
        for weights in model.parameters():
            weights.add_(torch.randn_like(weights) * 0.05)
    model.save_pretrained(path)
    tokenizer.save_pretrained(path)
    return path


@pytest.mark.slow
def test_what_is_read_back_is_the_model(folder: Path) -> None:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    assert gguf_files.why_not(folder) is None
    files = gguf_files.write(folder, folder / "gguf", "bot", tuple(WITHIN))
    assert [gguf_files.kind_of(name) for name in files] == ["F32", "F16", "BF16", "Q8_0"]
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32)
    prompts = [tokenizer(prompt or "<|endoftext|>", return_tensors="pt").input_ids for prompt in PROMPTS]
    with torch.no_grad():
        expected = [model(ids).logits[0, -1] for ids in prompts]
    # transformers reads llama.cpp's context length into `n_ctx`, which its GPT-2 does not use
    positions = {"n_positions": model.config.n_positions} if model.config.model_type == "gpt2" else {}
    for path in files.values():
        kind = gguf_files.kind_of(path.name).lower()
        fields = gguf.GGUFReader(path).fields
        assert fields["general.architecture"].contents() == model.config.model_type
        assert fields["tokenizer.ggml.pre"].contents() == "gpt-2"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of gguf and transformers, about themselves
            again = AutoModelForCausalLM.from_pretrained(
                path.parent, gguf_file=path.name, dtype=torch.float32, **positions
            )
            words = AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name)
        for prompt, ids, logits in zip(PROMPTS, prompts, expected, strict=True):
            if prompt:
                assert words(prompt, add_special_tokens=False).input_ids == ids[0].tolist()
            with torch.no_grad():
                found = again(ids).logits[0, -1]
            assert (found - logits).norm() <= WITHIN[kind] * logits.norm(), (kind, prompt)
    sizes = {gguf_files.kind_of(path.name): path.stat().st_size for path in files.values()}
    assert sizes["Q8_0"] < 0.65 * sizes["F16"] < 0.65 * 0.65 * sizes["F32"]


def test_what_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    for name, value, why in (("model_type", "mamba", "mamba"), ("rope_scaling", {"rope_type": "yarn"}, "scaled")):
        other = tmp_path / name
        other.mkdir()
        config = json.loads((folder / "config.json").read_text())
        (other / "config.json").write_text(json.dumps({**config, name: value}))
        (other / "tokenizer.json").write_text((folder / "tokenizer.json").read_text())
        assert why in str(gguf_files.why_not(other))
        with pytest.raises(UsageError, match=why):
            gguf_files.write(other, tmp_path / "out", "bot", ["f16"])
    tokenizer = json.loads((folder / "tokenizer.json").read_text())
    (tmp_path / "config.json").write_text((folder / "config.json").read_text())
    (tmp_path / "tokenizer.json").write_text(json.dumps({**tokenizer, "pre_tokenizer": {"type": "Metaspace"}}))
    assert "tokenizer" in str(gguf_files.why_not(tmp_path))
    assert "configuration" in str(gguf_files.why_not(tmp_path / "nothing"))
    (tmp_path / "config.json").write_text('{"model_type": "llama", "rope_scaling": "yarn"}')
    assert "AttributeError" in str(gguf_files.why_not(tmp_path))
    with pytest.raises(UsageError, match="q4_k_m"):
        gguf_files.check_kinds(["q8_0", "Q4_K_M"])
    assert gguf_files.check_kinds(["Q8_0", " f16", "q8_0"]) == ("q8_0", "f16")
