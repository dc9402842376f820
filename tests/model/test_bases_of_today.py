"""Base models of many kinds, tiny and random: each trains, or is refused before any work, with the cause named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import BaseModelError
from hubtweets.model import ModelArtifact, TrainingConfig, find_base_model, fine_tune, load_base_model

from .conftest import make_texts

SIZES = {
    "hidden_size": 16,
    "intermediate_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
}


@pytest.fixture(scope="module")
def tokenizer(base_folder: Path) -> Any:
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(base_folder)


def with_bos(tokenizer: Any, *, end_too: bool = False) -> Any:
    """A tokenizer that puts a token of its own before each text, as Llama's and Gemma's do, and one after it."""
    from tokenizers import Tokenizer
    from tokenizers.processors import TemplateProcessing
    from transformers import PreTrainedTokenizerFast

    backend = Tokenizer.from_str(tokenizer.backend_tokenizer.to_str())
    end = tokenizer.eos_token
    marks = [("!", backend.token_to_id("!")), (end, backend.token_to_id(end))]
    backend.post_processor = TemplateProcessing(single=f"! $A {end}" if end_too else "! $A", special_tokens=marks)
    return PreTrainedTokenizerFast(tokenizer_object=backend, bos_token="!", eos_token=end)


def train(folder: Path, work: Path, **changes: Any) -> ModelArtifact:
    config = TrainingConfig(max_steps=2, block_size=64, prompts=("My dream is",), **changes)
    return fine_tune({"keeper": make_texts(60)}, find_base_model(str(folder)), config, work)


def written(artifact: ModelArtifact) -> str:
    """What a plain pipeline writes with the published files."""
    from transformers import pipeline

    generate = pipeline("text-generation", model=str(artifact.folder), device="cpu")
    text: str = generate("My dream is")[0]["generated_text"]
    return text


def make(kind: str, words: int) -> Any:
    import transformers as t

    llama = {**SIZES, "vocab_size": words}
    made = {
        "gpt2": lambda: t.GPT2LMHeadModel(t.GPT2Config(vocab_size=words, n_embd=16, n_layer=2, n_head=2)),
        "opt": lambda: t.OPTForCausalLM(
            t.OPTConfig(
                vocab_size=words,
                hidden_size=16,
                ffn_dim=32,
                num_hidden_layers=2,
                num_attention_heads=2,
                word_embed_proj_dim=16,
                max_position_embeddings=128,
            )
        ),
        "llama-untied": lambda: t.LlamaForCausalLM(t.LlamaConfig(**llama, tie_word_embeddings=False)),
        "llama-tied": lambda: t.LlamaForCausalLM(t.LlamaConfig(**llama, tie_word_embeddings=True)),
        "qwen2": lambda: t.Qwen2ForCausalLM(t.Qwen2Config(**llama, tie_word_embeddings=True)),
        "gemma": lambda: t.GemmaForCausalLM(t.GemmaConfig(**llama, head_dim=8)),
        "mistral": lambda: t.MistralForCausalLM(t.MistralConfig(**llama)),
        "larger-than-its-tokenizer": lambda: t.LlamaForCausalLM(t.LlamaConfig(**{**llama, "vocab_size": words + 64})),
        "mamba2": lambda: t.Mamba2ForCausalLM(
            t.Mamba2Config(
                vocab_size=words,
                hidden_size=16,
                num_hidden_layers=2,
                num_heads=4,
                head_dim=8,
                state_size=8,
                n_groups=1,
                chunk_size=16,
            )
        ),
        "mamba": lambda: t.MambaForCausalLM(t.MambaConfig(vocab_size=words, hidden_size=16, num_hidden_layers=2)),
    }
    t.set_seed(1)
    return made[kind]()


@pytest.mark.thorough(every=4)
@pytest.mark.parametrize(
    "kind",
    [
        "gpt2",
        "opt",
        "llama-untied",
        "llama-tied",
        "qwen2",
        "gemma",
        "mistral",
        "larger-than-its-tokenizer",
        "mamba",
        "mamba2",  # with an infinity in its configuration
    ],
)
def test_it_trains_and_writes_in_a_pipeline(kind: str, tokenizer: Any, tmp_path: Path) -> None:
    base = tmp_path / "base"
    make(kind, len(tokenizer)).save_pretrained(base)
    (with_bos(tokenizer) if kind in ("gemma", "llama-tied") else tokenizer).save_pretrained(base)
    artifact = train(base, tmp_path / "work")
    config = json.loads((artifact.folder / "config.json").read_text("utf-8"))
    assert config.get("prefix") == (None if kind in ("gemma", "llama-tied") else "<|endoftext|>")
    assert written(artifact).startswith("My dream is")
    longest = json.loads((artifact.folder / "generation_config.json").read_text("utf-8"))["max_new_tokens"]
    assert longest == 160 if kind != "opt" else 64 <= longest < 128


@pytest.mark.thorough
def test_what_a_tokenizer_puts_after_a_text_is_not_published(tokenizer: Any, tmp_path: Path) -> None:
    from transformers import AutoTokenizer

    make("llama-tied", len(tokenizer)).save_pretrained(tmp_path / "base")
    edit_config(tmp_path / "base", output_attentions=True)  # with which nothing could be saved
    with_bos(tokenizer, end_too=True).save_pretrained(tmp_path / "base")
    artifact = train(tmp_path / "base", tmp_path / "work")
    published = AutoTokenizer.from_pretrained(artifact.folder)
    ids = published("My dream is")["input_ids"]
    assert ids[0] == published.convert_tokens_to_ids("!")
    assert published.eos_token_id not in ids


@pytest.mark.thorough
def test_sharded_weights_in_bfloat16_keep_their_dtype(tokenizer: Any, tmp_path: Path) -> None:
    import torch
    from safetensors import safe_open

    model = make("llama-untied", len(tokenizer)).to(torch.bfloat16)
    model.save_pretrained(tmp_path / "base", max_shard_size="40KB")
    tokenizer.save_pretrained(tmp_path / "base")
    assert len(list((tmp_path / "base").glob("model-*.safetensors"))) > 1
    artifact = train(tmp_path / "base", tmp_path / "work")
    with safe_open(artifact.folder / "model.safetensors", "pt") as weights:
        assert {weights.get_slice(name).get_dtype() for name in weights.keys()} == {"BF16"}  # noqa: SIM118
    assert json.loads((artifact.folder / "config.json").read_text("utf-8"))["dtype"] == "bfloat16"


def test_pickled_weights_are_read_without_running_them_and_published_as_safetensors(
    tokenizer: Any, tmp_path: Path
) -> None:
    import torch

    base = tmp_path / "base"
    model = make("llama-untied", len(tokenizer))
    model.save_pretrained(base)
    tokenizer.save_pretrained(base)
    (base / "model.safetensors").unlink()
    older = {"model.layers.0.self_attn.masked_bias": torch.ones(1), "v_head.weight": torch.ones(1, 16)}
    torch.save({**model.state_dict(), **older}, base / "pytorch_model.bin")  # transformers leaves these out, rightly
    artifact = train(base, tmp_path / "work")
    assert (artifact.folder / "model.safetensors").exists()

    class Evil:
        def __reduce__(self) -> Any:
            return (Path.touch, (tmp_path / "ran",))

    torch.save({**model.state_dict(), "evil": Evil()}, base / "pytorch_model.bin")
    with pytest.raises(BaseModelError, match="cannot be loaded"):
        train(base, tmp_path / "other")
    assert not (tmp_path / "ran").exists()


# -- refused ----------------------------------------------------------------------------------------------------------


def few_positions(folder: Path, tokenizer: Any) -> None:
    from transformers import GPT2Config, GPT2LMHeadModel

    GPT2LMHeadModel(
        GPT2Config(vocab_size=len(tokenizer), n_embd=16, n_layer=1, n_head=2, n_positions=64)
    ).save_pretrained(folder)


def smaller_than_its_tokenizer(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer) - 1).save_pretrained(folder)


def end_outside(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    settings = json.loads((folder / "tokenizer_config.json").read_text("utf-8"))
    (folder / "tokenizer_config.json").write_text(json.dumps({**settings, "eos_token": "<|the end|>"}), "utf-8")


def looks_ahead(folder: Path, tokenizer: Any) -> None:
    from transformers import BertConfig, BertLMHeadModel

    sizes = {name: SIZES[name] for name in list(SIZES)[:4]}
    BertLMHeadModel(BertConfig(vocab_size=len(tokenizer), **sizes)).save_pretrained(folder)


def nothing_to_write_with(folder: Path, tokenizer: Any) -> None:
    """Two recurrent layers and no attention, which the cache for writing is counted by."""
    from transformers import RecurrentGemmaConfig, RecurrentGemmaForCausalLM

    sizes = {name: SIZES[name] for name in list(SIZES)[:4]}
    config = RecurrentGemmaConfig(vocab_size=len(tokenizer), **sizes, lru_width=16, attention_window_size=32)
    RecurrentGemmaForCausalLM(config).save_pretrained(folder)


def bert(folder: Path, tokenizer: Any) -> None:
    from transformers import BertConfig, BertForMaskedLM

    sizes = {name: SIZES[name] for name in list(SIZES)[:4]}
    BertForMaskedLM(BertConfig(vocab_size=len(tokenizer), **sizes)).save_pretrained(folder)


def t5(folder: Path, tokenizer: Any) -> None:
    from transformers import T5Config, T5ForConditionalGeneration

    sizes = {"d_model": 16, "d_kv": 8, "d_ff": 32, "num_layers": 1, "num_heads": 2}
    T5ForConditionalGeneration(T5Config(vocab_size=len(tokenizer), **sizes)).save_pretrained(folder)


def headless(folder: Path, tokenizer: Any) -> None:
    from transformers import LlamaConfig, LlamaModel

    LlamaModel(LlamaConfig(**SIZES, vocab_size=len(tokenizer))).save_pretrained(folder)


def headless_under_another_name(folder: Path, tokenizer: Any) -> None:
    headless(folder, tokenizer)
    edit_config(folder, architectures=["LlamaForCausalLM"], tie_word_embeddings=False)


def quantized(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    edit_config(folder, quantization_config={"quant_method": "gptq", "bits": 4})


def code_of_its_own(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    edit_config(folder, model_type="mine", auto_map={"AutoConfig": "own.Own", "AutoModelForCausalLM": "own.Own"})
    (folder / "own.py").write_text("raise SystemExit('code of a model ran')", "utf-8")


def adapter_on_a_path(folder: Path, tokenizer: Any) -> None:
    from safetensors.torch import save_file
    from torch import zeros

    save_file({"x": zeros(1)}, folder / "adapter_model.safetensors")
    settings = {"peft_type": "LORA", "base_model_name_or_path": "/home/somebody/private"}
    (folder / "adapter_config.json").write_text(json.dumps(settings), "utf-8")


def shards_elsewhere(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder, max_shard_size="40KB")
    index = folder / "model.safetensors.index.json"
    data = json.loads(index.read_text("utf-8"))
    data["weight_map"] = dict.fromkeys(data["weight_map"], "../secret.safetensors")
    index.write_text(json.dumps(data), "utf-8")


def a_link_out(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    shutil.move(folder / "tokenizer.json", folder.parent / "elsewhere.json")
    (folder / "tokenizer.json").symlink_to(folder.parent / "elsewhere.json")


def edit_weights(folder: Path, tokenizer: Any, change: Callable[[dict[str, Any]], Any]) -> None:
    from safetensors.torch import load_file, save_file

    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors", {"format": "pt"})


def of_integers(folder: Path, tokenizer: Any) -> None:
    from torch import int8

    edit_weights(folder, tokenizer, lambda all_: all_.update({key: (it * 100).to(int8) for key, it in all_.items()}))


def pickled(folder: Path, model: Any, stored: dict[str, Any]) -> None:
    import torch

    model.save_pretrained(folder)
    (folder / "model.safetensors").unlink()
    torch.save(stored, folder / "pytorch_model.bin")


def of_integers_in_a_pickle(folder: Path, tokenizer: Any) -> None:
    from torch import int8

    model = make("llama-untied", len(tokenizer))
    pickled(folder, model, {key: (it * 100).to(int8) for key, it in model.state_dict().items()})


def of_more_layers_with_older_names(folder: Path, tokenizer: Any) -> None:
    model = make("gpt2", len(tokenizer))
    pickled(folder, model, {key.removeprefix("transformer."): it for key, it in model.state_dict().items()})
    edit_config(folder, n_layer=1)


def an_adapter_of_integers(folder: Path, tokenizer: Any) -> None:
    from safetensors.torch import save_file
    from torch import int8, ones

    save_file({"base_model.model.x.lora_A.weight": ones(2, 2).to(int8)}, folder / "adapter_model.safetensors")
    settings = {"peft_type": "LORA", "base_model_name_or_path": "openai-community/gpt2"}
    (folder / "adapter_config.json").write_text(json.dumps(settings), "utf-8")


def no_number_in_a_word_that_no_post_has(folder: Path, tokenizer: Any) -> None:
    edit_weights(folder, tokenizer, lambda all_: all_["model.embed_tokens.weight"][-1].fill_(float("nan")))


def of_another_size(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    edit_config(folder, intermediate_size=48)


def of_more_layers(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    edit_config(folder, num_hidden_layers=1)


def with_an_adapter_left_in(folder: Path, tokenizer: Any) -> None:
    from torch import ones

    left = {"model.layers.0.self_attn.q_proj.lora_A.weight": ones(2, 16)}
    edit_weights(folder, tokenizer, lambda all_: all_.update(left))


def text_never_comes_back(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    written = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    (folder / "tokenizer.json").write_text(json.dumps({**written, "decoder": None}), "utf-8")


def edit_tokenizer(folder: Path, tokenizer: Any, change: Callable[[dict[str, Any]], Any]) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    written = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    change(written)
    (folder / "tokenizer.json").write_text(json.dumps(written), "utf-8")


def a_pattern_without_end(folder: Path, tokenizer: Any) -> None:
    split = {"type": "Split", "pattern": {"Regex": "(( |[a-z]+)+)+9999$"}, "behavior": "Isolated", "invert": False}
    edit_tokenizer(
        folder,
        tokenizer,
        lambda all_: all_.update(pre_tokenizer={"type": "Sequence", "pretokenizers": [split, all_["pre_tokenizer"]]}),
    )


def knows_no_word_of_the_posts(folder: Path, tokenizer: Any) -> None:
    known = ["My", "dream", "is", "I", "think", "so", "Today", "it", "[UNK]", "[END]"]
    words = {word: number for number, word in enumerate(known)}
    make("llama-untied", len(words)).save_pretrained(folder)
    written = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    written |= {"model": {"type": "WordLevel", "vocab": words, "unk_token": "[UNK]"}, "decoder": None}
    written |= {"pre_tokenizer": {"type": "Whitespace"}, "added_tokens": [], "post_processor": None}
    (folder / "tokenizer.json").write_text(json.dumps(written), "utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps({"eos_token": "[END]", "unk_token": "[UNK]"}), "utf-8")


def ends_at_a_letter(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    (folder / "tokenizer_config.json").write_text(json.dumps({"eos_token": "e"}), "utf-8")


def without_an_end(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    (folder / "tokenizer_config.json").write_text("{}", "utf-8")


def tokenizer_of_its_own_code(folder: Path, tokenizer: Any) -> None:
    make("llama-untied", len(tokenizer)).save_pretrained(folder)
    (folder / "tokenizer.json").unlink()
    settings = {"tokenizer_class": "MyTokenizer", "auto_map": {"AutoTokenizer": ["own.My", None]}, "eos_token": "x"}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), "utf-8")
    (folder / "own.py").write_text("raise SystemExit('code of a model ran')", "utf-8")


def edit_config(folder: Path, **changes: Any) -> None:
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps({**config, **changes}), "utf-8")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (few_positions, "sees 64 tokens at once"),
        (smaller_than_its_tokenizer, "does not belong to its weights"),
        (end_outside, "does not belong to its weights"),
        (looks_ahead, "not a causal language model: what it says of a token depends on the tokens after it"),
        (nothing_to_write_with, "cannot write text as it is: ValueError: .*get_seq_length"),
        (bert, "not a causal language model: its config.json says BertForMaskedLM"),
        (t5, "not a causal language model: its config.json says T5ForConditionalGeneration"),
        (headless, "not a causal language model: its config.json says LlamaModel"),
        (headless_under_another_name, r"Weights of local:base are missing: lm_head\.weight"),
        (quantized, "quantized, and cannot be trained"),
        (code_of_its_own, "needs code of its own, which is never run"),
        (adapter_on_a_path, "does not name its own base model by a Hub id"),
        (shards_elsewhere, "names weights that are not beside it"),
        (of_integers, "is stored as I8: it is quantized"),
        (of_integers_in_a_pickle, "is stored as int8: it is quantized"),
        (of_more_layers_with_older_names, "has no place for, and is another one without: h.1"),
        (an_adapter_of_integers, "is stored as I8: it is quantized"),
        (no_number_in_a_word_that_no_post_has, "embed_tokens.weight has values that are infinite or no number"),
        (of_another_size, r"proj.weight has \(.*32.*\), not \(.*48.*\)"),
        (of_more_layers, "has no place for, and is another one without: model.layers.1"),
        (with_an_adapter_left_in, "is another one without: .*lora_A"),
        (text_never_comes_back, "does not give back the text"),
        (a_pattern_without_end, "The tokenizer of local:base gave up on a post: .*retry-limit"),
        (knows_no_word_of_the_posts, r"does not know the writing of these posts: it loses .*% of their characters"),
        (ends_at_a_letter, "has special tokens that ordinary words are made of"),
        (without_an_end, "has no end-of-text token"),
        (tokenizer_of_its_own_code, "has no tokenizer.json, and none can be made"),
        (a_link_out, "is a link that leads out of the folder"),
    ],
)
def test_it_is_refused_before_any_work(
    spoil: Callable[[Path, Any], None], said: str, tokenizer: Any, tmp_path: Path
) -> None:
    base = tmp_path / "base"
    tokenizer.save_pretrained(base)
    spoil(base, tokenizer)
    with pytest.raises(BaseModelError, match=said) as caught:
        train(base, tmp_path / "work")
    assert caught.value.hint
    assert not (tmp_path / "work" / "before.json").exists()


def test_a_tokenizer_that_drops_tokens_at_random_does_so_no_longer(tokenizer: Any, tmp_path: Path) -> None:
    tokenizer.save_pretrained(tmp_path)
    edit_tokenizer(tmp_path, tokenizer, lambda all_: all_["model"].update(dropout=0.5))
    encoder = load_base_model(find_base_model(str(tmp_path)), [], TrainingConfig()).encoder
    assert encoder.texts(["My dream is"] * 20) == [tokenizer("My dream is")["input_ids"]] * 20
    encoder.tokenizer.save_pretrained(tmp_path / "published")
    written = json.loads((tmp_path / "published" / "tokenizer.json").read_text("utf-8"))
    assert written["model"]["dropout"] is None


# -- what a stranger wrote into a base model is not published ---------------------------------------------------------


@pytest.mark.thorough
def test_code_paths_and_unknown_keys_of_a_base_model_are_not_published(tokenizer: Any, tmp_path: Path) -> None:
    base, secret = tmp_path / "base", tmp_path / "secret"
    secret.write_text("planted-secret-1\nplanted-secret-2\n", "utf-8")
    make("llama-untied", len(tokenizer)).save_pretrained(base)
    tokenizer.save_pretrained(base)
    edit_config(
        base,
        auto_map={"AutoModelForCausalLM": "eve/evil--modeling_evil.Evil"},
        custom_pipelines={"text-generation": {"impl": "pipe.Evil"}},
        _name_or_path=str(secret),
        zzz_note="kept?",
    )
    settings = json.loads((base / "tokenizer_config.json").read_text("utf-8"))
    settings |= {
        "vocab": str(secret),
        "vocab_file": str(secret),
        "tokenizer_file": str(secret),
        "name_or_path": str(secret),
        "auto_map": {"AutoTokenizer": ["eve/evil--tok.Evil", None]},
        "chat_template": "{{ evil }}",
        "tokenizer_class": "BertTokenizer",
    }
    (base / "tokenizer_config.json").write_text(json.dumps(settings), "utf-8")
    (base / "generation_config.json").write_text(json.dumps({"custom_generate": "eve/evil"}), "utf-8")
    (base / "chat_template.jinja").write_text("{{ evil }}", "utf-8")
    artifact = train(base, tmp_path / "work")
    published = b"".join(path.read_bytes() for path in artifact.files.values())
    for word in (b"planted-secret", b"evil", b"Evil", b"auto_map", b"custom_pipelines", b"zzz_note", bytes(secret)):
        assert word not in published
    assert written(artifact).startswith("My dream is")


def test_a_tokenizer_without_tokenizer_json_reads_no_other_file(tokenizer: Any, tmp_path: Path) -> None:
    base, secret = tmp_path / "base", tmp_path / "secret"
    secret.write_text("[UNK]\nmy\ndream\nis\nplanted-secret-1\n", "utf-8")
    make("llama-untied", 6000).save_pretrained(base)
    settings = {"tokenizer_class": "BertTokenizer", "vocab": str(secret), "eos_token": "[SEP]", "unk_token": "[UNK]"}
    (base / "tokenizer_config.json").write_text(json.dumps(settings), "utf-8")
    with pytest.raises(BaseModelError, match=r"has no tokenizer|cannot be loaded"):
        train(base, tmp_path / "work")
