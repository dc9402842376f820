"""A model as GGUF files, for llama.cpp, Ollama and whatever else reads them: written with the official `gguf` package.

Names of tensors and keys are llama.cpp's (`convert_hf_to_gguf.py`), which reads rotary weights in another order than
transformers does. What can be written: GPT-2 and Llama-type models with a byte-level BPE tokenizer that llama.cpp has a
name for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubtweets.errors import UsageError

if TYPE_CHECKING:
    import numpy as np

KINDS = ("f32", "f16", "bf16", "q8_0")
"""The quantisations that can be written; coarser ones need llama.cpp's own tool."""

FOLDER = "gguf"
"""Where the files are in a repo."""

_ARCHITECTURES = {"gpt2": "GPT2", "llama": "LLAMA"}
_TRANSPOSED = ("attn.c_attn.weight", "attn.c_proj.weight", "mlp.c_fc.weight", "mlp.c_proj.weight")
_NO_WEIGHTS = (".attn.bias", ".attn.masked_bias", ".rotary_emb.inv_freq")
_SUFFIXES = (".weight", ".bias")

# How a tokenizer parts a text before its merges apply, by llama.cpp's name for it (`tokenizer.ggml.pre`).
_LLAMA_3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"
    r"|\s+(?!\S)|\s+"
)


def check_kinds(kinds: Sequence[str]) -> tuple[str, ...]:
    """`kinds` in lower case, each once.

    Raises:
        UsageError: for one that cannot be written.
    """
    chosen = tuple(dict.fromkeys(kind.strip().lower() for kind in kinds))
    for kind in chosen:
        if kind not in KINDS:
            raise UsageError(
                f"GGUF files of the kind {kind!r:.40} are not written here.",
                hint=f"There are {', '.join(KINDS)}; llama.cpp's llama-quantize makes others from f16.",
            )
    return chosen


def kind_of(path: str) -> str:
    """The kind of a file of `write`, as people write it (`Q8_0`)."""
    return path.rpartition("-")[2].removesuffix(".gguf")


def why_not(folder: Path) -> str | None:
    """Why the model in a folder cannot be written as GGUF, or None where it can."""
    try:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        tokenizer = json.loads((folder / "tokenizer.json").read_text("utf-8"))
        return _obstacle(config, tokenizer)
    except (OSError, ValueError, RecursionError, AttributeError, TypeError, LookupError) as error:  # a stranger's files
        return f"its configuration cannot be read ({type(error).__name__})"


def _obstacle(config: Any, tokenizer: Any) -> str | None:
    kind = config.get("model_type")
    if kind not in _ARCHITECTURES:
        return f"it is a model of the kind {kind!r:.40}, and only {' and '.join(_ARCHITECTURES)} can be written"
    if config.get("rope_scaling") and config["rope_scaling"].get("rope_type", "default") != "default":
        return "its positions are scaled"
    if tokenizer.get("model", {}).get("type") != "BPE" or _pre_tokenizer(tokenizer) is None:
        return "llama.cpp has no name for how its tokenizer parts a text"
    return None


def write(folder: Path, output: Path, name: str, kinds: Sequence[str]) -> dict[str, Path]:
    """Write the model in `folder` as GGUF files.

    Args:
        folder: weights as safetensors, `config.json`, `tokenizer.json`.
        output: where the files are written; made where missing.
        name: what the files are called, before the kind: `NAME-Q8_0.gguf`.
        kinds: of `KINDS`.

    Returns:
        The files by their paths in a repo.

    Raises:
        UsageError: when the model cannot be written; see `why_not`.
    """
    import gguf

    if (reason := why_not(folder)) is not None:
        raise UsageError(f"{name} cannot be written as GGUF: {reason}.", hint="Leave out --gguf.")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    output.mkdir(parents=True, exist_ok=True)
    files = {}
    for kind in check_kinds(kinds):
        path = output / f"{name}-{kind.upper()}.gguf"
        writer = gguf.GGUFWriter(path, config["model_type"])
        writer.add_name(name)
        writer.add_file_type(
            gguf.LlamaFileType.ALL_F32 if kind == "f32" else gguf.LlamaFileType[f"MOSTLY_{kind.upper()}"]
        )
        _add_shape(writer, config)
        _add_tokenizer(writer, folder, config)
        wanted = gguf.GGMLQuantizationType[kind.upper()]
        for tensor, values in _tensors(folder, config):
            exact = values.ndim < 2 or tensor.startswith("position_embd")
            fits = wanted is not gguf.GGMLQuantizationType.Q8_0 or values.shape[-1] % 32 == 0
            as_what = gguf.GGMLQuantizationType.F32 if exact else wanted if fits else gguf.GGMLQuantizationType.F16
            writer.add_tensor(tensor, gguf.quantize(values, as_what), raw_dtype=as_what)
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
        files[f"{FOLDER}/{path.name}"] = path
    return files


def _add_shape(writer: Any, config: Mapping[str, Any]) -> None:
    if config["model_type"] == "gpt2":
        writer.add_context_length(config["n_positions"])
        writer.add_block_count(config["n_layer"])
        writer.add_embedding_length(config["n_embd"])
        writer.add_feed_forward_length(config.get("n_inner") or 4 * config["n_embd"])
        writer.add_head_count(config["n_head"])
        writer.add_layer_norm_eps(config["layer_norm_epsilon"])
        return
    heads = config["num_attention_heads"]
    writer.add_context_length(config["max_position_embeddings"])
    writer.add_block_count(config["num_hidden_layers"])
    writer.add_embedding_length(config["hidden_size"])
    writer.add_feed_forward_length(config["intermediate_size"])
    writer.add_head_count(heads)
    writer.add_head_count_kv(config.get("num_key_value_heads") or heads)
    writer.add_layer_norm_rms_eps(config["rms_norm_eps"])
    writer.add_rope_freq_base((config.get("rope_parameters") or config).get("rope_theta", 10_000.0))
    writer.add_rope_dimension_count(config.get("head_dim") or config["hidden_size"] // heads)
    writer.add_vocab_size(config["vocab_size"])


def _add_tokenizer(writer: Any, folder: Path, config: Mapping[str, Any]) -> None:
    import gguf

    stated = json.loads((folder / "tokenizer.json").read_text("utf-8"))
    vocabulary = {index: token for token, index in stated["model"]["vocab"].items()}
    added = {one["id"]: one for one in stated.get("added_tokens", ())}
    tokens, types = [], []
    for index in range(config["vocab_size"]):
        if index in added:
            tokens.append(added[index]["content"])
            types.append(gguf.TokenType.CONTROL if added[index]["special"] else gguf.TokenType.USER_DEFINED)
        else:
            tokens.append(vocabulary.get(index, f"[PAD{index}]"))
            types.append(gguf.TokenType.NORMAL if index in vocabulary else gguf.TokenType.UNUSED)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre(_pre_tokenizer(stated))
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    merges = stated["model"]["merges"]
    writer.add_token_merges([merge if isinstance(merge, str) else " ".join(merge) for merge in merges])
    for what in ("bos", "eos"):
        mark = config.get(f"{what}_token_id")
        mark = mark[0] if isinstance(mark, list) else mark
        if mark is not None:
            getattr(writer, f"add_{what}_token_id")(mark)
    writer.add_add_bos_token(_begins_with_a_mark(stated))
    if (template := folder / "chat_template.jinja").is_file():  # of models that were trained as chats
        writer.add_chat_template(template.read_text("utf-8"))


def _begins_with_a_mark(tokenizer: Mapping[str, Any]) -> bool:
    """Whether the tokenizer puts a token of its own before a text."""
    processor = tokenizer.get("post_processor") or {}
    steps = processor.get("processors", [processor])
    single = [part for step in steps for part in step.get("single", ())][:1]
    return bool(single) and "SpecialToken" in single[0]


def _pre_tokenizer(tokenizer: Mapping[str, Any]) -> str | None:
    stated = tokenizer.get("pre_tokenizer") or {}
    steps = stated.get("pretokenizers", [stated])
    kinds = [step.get("type") for step in steps]
    if kinds == ["ByteLevel"] and steps[0].get("use_regex", True) and not steps[0].get("add_prefix_space"):
        return "gpt-2"
    if kinds == ["Digits", "ByteLevel"] and steps[0].get("individual_digits") and steps[1].get("use_regex", True):
        return "smollm"
    if kinds == ["Split", "ByteLevel"] and steps[0].get("pattern", {}).get("Regex") == _LLAMA_3:
        return "llama-bpe"
    return None


def _tensors(folder: Path, config: Mapping[str, Any]) -> Iterator[tuple[str, np.ndarray]]:
    """The weights as llama.cpp names and lays them out, in float32."""
    import gguf
    from safetensors.torch import load_file

    kind = config["model_type"]
    blocks = config["n_layer" if kind == "gpt2" else "num_hidden_layers"]
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH[_ARCHITECTURES[kind]], blocks)
    tied = config.get("tie_word_embeddings", kind == "gpt2")
    for path in sorted(folder.glob("*.safetensors")):
        for name, tensor in load_file(path).items():
            if name.endswith(_NO_WEIGHTS) or (tied and name == "lm_head.weight"):
                continue
            mapped = names.get_name(name, try_suffixes=_SUFFIXES)
            if mapped is None:
                raise UsageError(f"llama.cpp has no place for the weights {name!r:.80}.", hint="Leave out --gguf.")
            values = tensor.float()
            if kind == "gpt2" and name.endswith(_TRANSPOSED):
                values = values.T
            if kind == "llama" and name.endswith(("q_proj.weight", "k_proj.weight")):
                heads = config["num_attention_heads"]
                if "k_proj" in name:
                    heads = config.get("num_key_value_heads") or heads
                halves = values.reshape(heads, 2, values.shape[0] // heads // 2, *values.shape[1:])
                values = halves.swapaxes(1, 2).reshape(values.shape)
            yield mapped, values.contiguous().numpy()
