"""Architectures that people train today, tiny and random: none learns a post with another one before its eyes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import BaseModelError
from hubtweets.model import TrainingConfig, find_base_model, fine_tune
from hubtweets.model.bases import trial
from hubtweets.model.packing import PackedPosts
from hubtweets.model.splitting import split
from hubtweets.model.tokens import PostEncoder

from .conftest import make_texts

SIZES = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "max_position_embeddings": 256,
    "bos_token_id": 0,
    "eos_token_id": 0,
    "pad_token_id": None,
}
GROUPED = {"num_key_value_heads": 2}
EXPERTS = {
    "num_experts": 4,
    "num_local_experts": 4,
    "n_routed_experts": 4,
    "n_group": 1,
    "topk_group": 1,
    "num_experts_per_tok": 2,
    "moe_intermediate_size": 32,
}
LATENT = {"q_lora_rank": 8, "kv_lora_rank": 8, "qk_rope_head_dim": 8, "qk_nope_head_dim": 8, "v_head_dim": 8}

MADE_OF: dict[str, dict[str, Any]] = {
    "gpt2": {},
    "gpt_neo": {"attention_types": [[["global", "local"], 1]], "window_size": 8},
    "gpt_neox": {},
    "gptj": {"rotary_dim": 4},
    "gpt_bigcode": {},
    "codegen": {"rotary_dim": 4},
    "ctrl": {"dff": 64},
    "opt": {"ffn_dim": 64, "word_embed_proj_dim": 32},
    "bloom": {},
    "mpt": {"d_model": 32, "n_heads": 4, "n_layers": 2, "expansion_ratio": 2},
    "falcon": {},
    "xglm": {"d_model": 32, "ffn_dim": 64, "num_layers": 2, "attention_heads": 4},
    "biogpt": {},
    "llama": GROUPED,
    "mistral": {**GROUPED, "sliding_window": 8},
    "mixtral": {**GROUPED, **EXPERTS},
    "qwen2": GROUPED,
    "qwen3": {**GROUPED, "head_dim": 8},
    "qwen3_moe": {**GROUPED, **EXPERTS, "head_dim": 8},
    "gemma": {**GROUPED, "head_dim": 8},
    "gemma2": {**GROUPED, "head_dim": 8, "sliding_window": 8},
    "gemma3_text": {**GROUPED, "head_dim": 8, "sliding_window": 8},
    "phi": {},
    "phi3": GROUPED,
    "stablelm": GROUPED,
    "olmo": GROUPED,
    "olmo2": GROUPED,
    "olmoe": {**GROUPED, **EXPERTS},
    "granite": GROUPED,
    "cohere": GROUPED,
    "cohere2": {**GROUPED, "sliding_window": 8},
    "starcoder2": {**GROUPED, "sliding_window": None},
    "smollm3": GROUPED,
    "gpt_oss": {**GROUPED, **EXPERTS, "head_dim": 8, "sliding_window": 8},
    "deepseek_v3": {
        **EXPERTS,
        **LATENT,
        "n_routed_experts": 4,
        "n_group": 1,
        "topk_group": 1,
        "first_k_dense_replace": 1,
    },
    "lfm2": {**GROUPED, "layer_types": ["conv", "full_attention"], "pad_token_id": 0},  # its embedding of the end is 0
    "mamba": {"state_size": 8},
    "mamba2": {"num_heads": 4, "head_dim": 16, "state_size": 8, "n_groups": 1, "chunk_size": 16},
    "rwkv": {"attention_hidden_size": 32},
    "jamba": {**GROUPED, **EXPERTS, "attn_layer_period": 2, "attn_layer_offset": 1, "mamba_d_state": 8},
}
PACKED = {
    *("gpt2", "gpt_neo", "gpt_neox", "gptj", "gpt_bigcode", "codegen", "llama", "mistral", "mixtral", "qwen2", "qwen3"),
    *("qwen3_moe", "gemma", "gemma2", "gemma3_text", "phi", "phi3", "stablelm", "olmo", "olmo2", "olmoe", "granite"),
    *("cohere", "cohere2", "starcoder2", "smollm3", "deepseek_v3"),
}
"""Those that the documentation promises blocks of several posts for."""


@pytest.fixture(scope="module")
def encoder(base_folder: Path) -> PostEncoder:
    from transformers import AutoTokenizer

    return PostEncoder(AutoTokenizer.from_pretrained(base_folder))


def make(kind: str, words: int, **parts: Any) -> Any:
    """A model whose weights are so large that no part of it counts for nothing, as none does in a trained one."""
    import torch
    from transformers import CONFIG_MAPPING, AutoModelForCausalLM, set_seed

    set_seed(1)
    model = AutoModelForCausalLM.from_config(CONFIG_MAPPING[kind](**{**SIZES, "vocab_size": words, **parts})).float()
    with torch.no_grad():
        for weight in model.parameters():
            if weight.ndim > 1:
                weight *= 12
    return model.eval()


def logits(model: Any, ids: list[int], **inputs: Any) -> Any:
    import torch

    rows = {name: torch.tensor([row]) for name, row in inputs.items()}
    with torch.no_grad():
        return model(input_ids=torch.tensor([ids]), use_cache=False, **rows).logits[0]


@pytest.mark.parametrize("kind", MADE_OF)
def test_posts_share_a_block_where_each_is_then_read_as_if_it_stood_alone(kind: str, encoder: PostEncoder) -> None:
    import torch

    model = make(kind, len(encoder.tokenizer), **MADE_OF[kind])
    packed = trial.check("base", model, encoder)
    model.eval()
    posts = encoder.posts(make_texts(4))
    block = PackedPosts(posts, start=1, block_size=256, seed=1)[0]
    try:
        together = logits(model, block["input_ids"], position_ids=block["position_ids"])
    except (TypeError, ValueError):
        assert not packed  # it knows of no positions
        return
    begins = [place for place, position in enumerate(block["position_ids"]) if position == 0]
    apart = True
    for begin, end in zip(begins, [*begins[1:], None], strict=True):
        alone = logits(model, block["input_ids"][begin:end])
        apart &= torch.allclose(together[begin:end], alone, rtol=1e-3, atol=1e-3 * float(alone.std()))
    assert packed == apart
    assert packed or kind not in PACKED


HALVES = {
    "d_model": 32,
    "encoder_ffn_dim": 64,
    "decoder_ffn_dim": 64,
    "decoder_layers": 2,
    "decoder_attention_heads": 4,
}


@pytest.mark.parametrize(
    ("kind", "parts", "said"),
    [
        ("bart", HALVES, "would not learn to write: its loss asks for another token than the next one"),
        ("whisper", {**HALVES, "max_target_positions": 256}, "would not learn to write: its loss asks for another"),
        (
            "xmod",
            {"is_decoder": True, "languages": ["en_XX"]},
            "cannot be trained as it is: ValueError: Input",
        ),
        ("jamba", {"attn_layer_offset": 9, "attn_layer_period": 10}, "cannot write text as it is: ValueError: .*Cache"),
    ],
)
def test_what_would_not_learn_to_write_is_refused(
    kind: str, parts: dict[str, Any], said: str, encoder: PostEncoder
) -> None:
    with pytest.raises(BaseModelError, match=said):
        trial.check("base", make(kind, len(encoder.tokenizer), **parts), encoder)


def test_an_adapter_can_be_trained_beside_mamba(encoder: PostEncoder) -> None:
    from hubtweets.model import libraries, lora
    from hubtweets.model.loaded import LoadedModel

    with libraries.quiet():
        model = lora.add(LoadedModel(make("mamba", len(encoder.tokenizer), state_size=8), encoder), "lora", 4).model
    trained = {name.split(".")[-4] for name, weight in model.named_parameters() if weight.requires_grad}
    assert trained == {"in_proj", "x_proj", "dt_proj"}  # out_proj's weights are taken without what is beside them


def test_a_model_whose_gradients_are_no_numbers_is_refused(encoder: PostEncoder) -> None:
    model = make("llama", len(encoder.tokenizer), **GROUPED, rms_norm_eps=1e-30)
    model.model.embed_tokens.weight.data.zero_()
    with pytest.raises(BaseModelError, match="the gradients of its weights are infinite, or no number"):
        trial.check("base", model, encoder)


def test_a_trial_draws_no_random_numbers_and_changes_no_weight(encoder: PostEncoder) -> None:
    import torch

    model = make("gpt2", len(encoder.tokenizer))  # with dropout
    before = {name: weight.clone() for name, weight in model.state_dict().items()}
    torch.manual_seed(7)
    trial.check("base", model, encoder)
    drawn = torch.rand(3)
    torch.manual_seed(7)
    assert torch.equal(drawn, torch.rand(3))
    assert all(torch.equal(weight, before[name]) for name, weight in model.state_dict().items())
    assert all(weight.grad is None for weight in model.parameters())


@pytest.mark.thorough
def test_a_language_model_inside_of_another_configuration_learns_each_post_alone(
    encoder: PostEncoder, tmp_path: Path
) -> None:
    """The Trainer switches the cache off in the outermost configuration; with one, attention crosses posts."""
    from hubtweets.model.evaluations.held_out_loss import held_out_loss

    language = {**SIZES, "model_type": "persimmon", "vocab_size": len(encoder.tokenizer)}
    model = make("fuyu", len(encoder.tokenizer), text_config=language, image_token_id=1, patch_size=2)
    model.save_pretrained(tmp_path / "base")
    encoder.tokenizer.save_pretrained(tmp_path / "base")
    texts, config = make_texts(12), TrainingConfig(max_steps=1, block_size=512, prompts=("My dream is",))
    trained = fine_tune({"keeper": texts}, find_base_model(str(tmp_path / "base")), config, tmp_path / "work")
    (learned,) = [entry.loss for entry in trained.run.log_history if entry.loss is not None]
    posts = encoder.posts(split({"keeper": texts}, config.held_out, config.seed)["keeper"].train)
    assert learned == pytest.approx(held_out_loss(model, posts), rel=1e-3)
