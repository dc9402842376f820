"""The files that a model in a repo is made of: one table, for what is uploaded, what is replaced, what are weights.

Names by transformers (`SAFE_WEIGHTS_NAME` and the like in `transformers.utils`), peft, tokenizers,
sentence-transformers and SetFit; older layouts and Mistral's `consolidated` are in it too. Files of a training
(optimizer, scheduler, random states, logs) are no model's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_VARIANT = r"(v\d+|fp16|bf16|fp32|int8|non_ema|ema|best|last|full|merged|\d{1,6}(-of-\d{1,6})?)"
_STEM = rf"(model|pytorch_model|adapter_model|consolidated|tf_model|flax_model)([-_.]{_VARIANT})*"
_WEIGHTS = re.compile(rf"{_STEM}\.(safetensors|bin|pth?|h5|msgpack)")
_INDEX = re.compile(rf"{_STEM}\.(safetensors|bin|h5|msgpack)\.index(\.{_VARIANT})?\.json")
_OTHERS = re.compile(
    r"""(config|generation_config|adapter_config|params|added_tokens|special_tokens_map|tokenizer|tokenizer_config|vocab
        |preprocessor_config|processor_config|video_preprocessor_config|audio_tokenizer_config|quantize_config|tekken
        |normalizer|(entity|target)_vocab|vocab-(src|tgt)|word_(shape|pronunciation)|byte_maps|emoji
        |modules|config_sentence_transformers|sentence_\w{1,40}_config|config_setfit)\.json
    | (merges|vocab|dict)\.txt | bpe\.codes | prophetnet\.tokenizer | model_head\.pkl
    | chat_template\.(jinja|json) | additional_chat_templates/[\w.-]{1,80}\.jinja
    | (tokenizer|spiece|sentencepiece(\.bpe)?)\.model | tokenizer\.model\.v\d+
    | (source|target)\.spm | [\w.-]{1,80}\.tiktoken""",
    re.VERBOSE | re.ASCII,
)
_MODULE = re.compile(
    r"(\d{1,3}_\w{1,40})/((config|\w{1,40}_config|tokenizer|tokenizer_config|special_tokens_map|vocab|added_tokens)\.json"
    r"|(vocab|merges)\.txt|model\.safetensors|pytorch_model\.bin)",
    re.ASCII,
)
_GGUF = re.compile(r"gguf/[\w.-]{1,120}\.gguf", re.ASCII)


def is_weights(path: str) -> bool:
    """Whether a file at the top of a repo holds a model's weights, whole or a shard, in any layout."""
    return _WEIGHTS.fullmatch(path) is not None


def is_description(path: str) -> bool:
    """Whether a file at the top of a repo says how a model's weights are used: configuration, tokenizer, modules."""
    return _OTHERS.fullmatch(path) is not None


def module_of(path: str) -> str | None:
    """The folder of a module of sentence-transformers, such as `1_Pooling`, that a file belongs to; None for others."""
    found = _MODULE.fullmatch(path)
    return found[1] if found else None


def is_model_file(path: str) -> bool:
    """Whether a file is part of a model: weights, their index, configuration, tokenizer, modules."""
    return is_weights(path) or is_description(path) or _INDEX.fullmatch(path) is not None or module_of(path) is not None


def is_pickle(path: str) -> bool:
    """Whether a file is a pickle, which runs what it says when it is loaded: older weights, scikit-learn's heads."""
    return path.endswith((".pkl", ".bin", ".pt", ".pth"))


def stale(remote: Iterable[str], new: Iterable[str]) -> frozenset[str]:
    """Files of an older model in the same repo, which would be loaded instead of the new ones, or with them.

    `training_args.bin`, the pickle that Trainers leave beside a model, goes with the model that it describes, and so do
    its GGUF files.

    Args:
        remote: the paths of all files that the repo has.
        new: the paths of the files that are about to be committed.
    """
    gone = (path for path in remote if is_model_file(path) or path == "training_args.bin" or _GGUF.fullmatch(path))
    return frozenset(gone) - set(new)
