"""A base model from its files into memory, and what is checked before any work is put into it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hubtweets.errors import BaseModelError
from hubtweets.model import devices
from hubtweets.model.bases import adapters, scratch, trial
from hubtweets.model.bases.base import BaseModel
from hubtweets.model.bases.staging import staged
from hubtweets.model.chat import ChatEncoder
from hubtweets.model.config import SCRATCH, TrainingConfig
from hubtweets.model.loaded import LoadedModel, positions
from hubtweets.model.tokens import PostEncoder

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase


LEAST_ROOM = 64
"""Tokens that there must be room for after the longest prompt."""

_PANGRAM = "The quick brown fox jumps over the lazy dog. 0123456789, and why not?"

_MOST_PROBED = 200
_MOST_LOST = 0.25
"""Share of the characters of some posts that a tokenizer may have no token for."""

_NUMBER = re.compile(r"(?<=\.)\d+(?=\.)")

_DTYPES = ("bfloat16", "float16", "float32")


def load_base_model(base: BaseModel, texts: Sequence[str], config: TrainingConfig) -> LoadedModel:
    """The model in float32 with its tokenizer, checked. From scratch, the tokenizer is trained on `texts`.

    Raises:
        BaseModelError: when the files cannot be fetched or read, need code of their own, or are not a causal language
            model.
    """
    if base.name == SCRATCH and config.as_chat:
        raise BaseModelError(
            f"{SCRATCH} is no chat model, and --as-chat is for those.",
            base_model=SCRATCH,
            hint="Leave out --as-chat, or use an instruct model: --base-model HuggingFaceTB/SmolLM2-135M-Instruct",
        )
    if base.name == SCRATCH:
        made, made_tokenizer = scratch.make(texts, config)
        return LoadedModel(made, PostEncoder(made_tokenizer))
    base = base.fetch()
    folder = base.folder
    if folder is None:
        raise BaseModelError(f"{base.name} has no files.", base_model=base.name, hint="Choose another --base-model.")
    with staged(base.name, folder, root=base.root) as stage:
        if base.gguf is not None:
            model, tokenizer, dtype = _from_gguf(base.name, stage, base.gguf)
        else:
            tokenizer = _tokenizer(base.name, stage)  # first: it is quicker refused
            if base.is_adapter:
                _check_stored(base.name, folder.glob("adapter_model.safetensors"))
                model, dtype = adapters.load_merged(base, folder, load_weights)
            else:
                model, dtype = load_weights(base.name, stage, quantized=config.method == "qlora")
    loaded = _checked(base.name, model, tokenizer, dtype, config)
    _check_vocabulary(base.name, loaded.encoder, texts)
    return loaded


def load_weights(name: str, stage: Path, *, quantized: bool = False) -> tuple[PreTrainedModel, str]:
    """The model of a staged folder, in float32, and the dtype it is stored in.

    Args:
        name: of the base model.
        stage: the folder.
        quantized: load its linear layers in 4 bits (NF4, https://arxiv.org/abs/2305.14314), where training happens.

    Raises:
        BaseModelError: when it is not a causal language model, or weights are missing.
    """
    from transformers import AutoConfig, AutoModelForCausalLM

    with _named(name):
        config = AutoConfig.from_pretrained(stage, local_files_only=True, trust_remote_code=False)
    _check_architecture(name, config)
    files = [path for path in stage.iterdir() if path.suffix in (".safetensors", ".bin")]
    _check_stored(name, files)
    _check_size(name, config, sum(path.stat().st_size for path in files))
    dtype = str(getattr(config, "dtype", None) or "float32").removeprefix("torch.")
    loaded: Any
    with _named(name):
        # without trust_remote_code=False, transformers asks on the terminal whether to run a repo's own code
        loaded = AutoModelForCausalLM.from_pretrained(
            stage,
            config=config,
            dtype="float32",
            local_files_only=True,
            trust_remote_code=False,
            output_loading_info=True,
            ignore_mismatched_sizes=True,  # told below, with the sizes
            **(devices.in_4_bits() if quantized else {}),
        )
    model, report = loaded
    for key, stored, wanted in sorted(report["mismatched_keys"])[:1]:
        raise BaseModelError(
            f"The weights of {name} are of another size than its config.json says: {key} has {tuple(stored)}, not "
            f"{tuple(wanted)}.",
            base_model=name,
            hint="Save the model again, with its save_pretrained, or use another base model.",
        )
    if report["missing_keys"]:
        raise BaseModelError(
            f"Weights of {name} are missing: {', '.join(sorted(report['missing_keys'])[:3])}.",
            base_model=name,
            hint="Get the base model again, whole, or use another.",
        )
    if strays := _strays(model, report["unexpected_keys"]):
        raise BaseModelError(
            f"{name} has weights that a model of its config.json has no place for, and is another one without: "
            f"{', '.join(strays[:3])}.",
            base_model=name,
            hint="Load it with the code that made it, save it with save_pretrained, and use that folder.",
        )
    model.name_or_path = model.config.name_or_path = ""
    return model, dtype if dtype in _DTYPES else "float32"


def _checked(
    name: str, model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, dtype: str, config: TrainingConfig
) -> LoadedModel:
    """See that model and tokenizer belong together, that the model is causal, and has room for a sample.

    Raises:
        BaseModelError: when not.
    """
    highest = max(tokenizer.get_vocab().values())
    embedding: Any = model.get_input_embeddings()
    rows = embedding.weight.shape[0]
    if highest >= rows:
        raise BaseModelError(
            f"The tokenizer of {name} does not belong to its weights: it has a token with the id {highest:,}, and the "
            f"embedding has {rows:,} rows.",
            base_model=name,
            hint="If tokens were added, call model.resize_token_embeddings(len(tokenizer)) and save both again.",
        )
    try:
        encoder = ChatEncoder(tokenizer) if config.as_chat else PostEncoder(tokenizer)
    except ValueError as error:
        usual = "Use a base model with a usual fast tokenizer, such as openai-community/gpt2."
        raise BaseModelError(
            f"The tokenizer of {name} cannot be used: {error}",
            base_model=name,
            hint="Leave out --as-chat: posts are then learned as they are." if config.as_chat else usual,
        ) from None
    limit, prompt = positions(model), max(len(encoder.prompt(text)) for text in config.prompts)
    if limit is not None and limit < prompt + LEAST_ROOM:
        raise BaseModelError(
            f"{name} sees {limit} tokens at once; a prompt of {prompt} and a post of {LEAST_ROOM} need more.",
            base_model=name,
            hint="Use a base model with more positions, or a shorter --prompt.",
        )
    _check_finite(name, model)
    return LoadedModel(model, encoder, dtype, packed=trial.check(name, model, encoder))


def _strays(model: PreTrainedModel, unexpected: Iterable[str]) -> list[str]:
    """Weights left over whose loss changes the model: of a further layer, or of a module that it has.

    A head for another task, and the buffers that older models were saved with, change nothing.
    """

    def form(key: str) -> str:
        """A name without the numbers of layers, and without what older files leave out at its beginning."""
        return _NUMBER.sub("*", key.removeprefix(f"{model.base_model_prefix}."))

    numbered = {form(key) for key, _ in model.named_parameters()}
    modules = {key.removesuffix(".weight") for key in numbered if key.endswith(".weight")}

    def counts(key: str) -> bool:
        parts = form(key).split(".")
        return ".".join(parts) in numbered or any(".".join(parts[:end]) in modules for end in range(1, len(parts)))

    return sorted(filter(counts, unexpected))


def _check_stored(name: str, files: Iterable[Path]) -> None:
    """See that the weights are numbers: transformers takes quantized ones of no known form as if they were.

    Raises:
        BaseModelError: when not.
    """
    for path in files:
        with _named(name):
            stored = _dtypes(path)
        if odd := sorted(stored - {"F64", "F32", "F16", "BF16"}):
            raise BaseModelError(
                f"{name} is stored as {', '.join(odd)}: it is quantized, in a form that its config.json does not name.",
                base_model=name,
                hint="Use the model that it was quantized from.",
            )


def _check_size(name: str, config: Any, stored: int) -> None:
    """See that a model of the configuration fits into so many bytes: a larger one is built at length before that shows.

    Raises:
        BaseModelError: when not.
    """
    text = config.get_text_config()
    keys = ("num_hidden_layers", "hidden_size", "vocab_size")
    layers, hidden, words = (getattr(text, key, None) or 0 for key in keys)
    if getattr(text, keys[0], None) == 0 or max(layers * hidden, words) > stored:
        raise BaseModelError(
            f"The config.json of {name} does not belong to its weights: {layers:,} layers, {hidden:,} wide, and "
            f"{words:,} tokens, in {stored:,} bytes.",
            base_model=name,
            hint="Get the base model again, whole, or use another.",
        )


def _dtypes(path: Path) -> set[str]:
    """What the weights of a file are stored as, in the words of safetensors where it has them."""
    import torch
    from safetensors import safe_open

    if path.suffix == ".safetensors":
        with safe_open(path, "pt") as file:
            return {file.get_slice(key).get_dtype() for key in file.keys() if key.endswith(".weight")}  # noqa: SIM118
    words = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16"}
    stored = torch.load(path, map_location="meta", weights_only=True)  # of their forms alone, no memory
    return {
        words.get(tensor.dtype, str(tensor.dtype).removeprefix("torch."))
        for key, tensor in stored.items()
        if isinstance(tensor, torch.Tensor) and key.endswith(".weight")
    }


def _check_finite(name: str, model: Any) -> None:
    """See that every weight is a number; one that is not may show after the training only.

    Raises:
        BaseModelError: when not.
    """
    for key, weight in model.named_parameters():
        if not weight.isfinite().all():
            raise BaseModelError(
                f"The weights of {name} are broken: {key} has values that are infinite or no number.",
                base_model=name,
                hint="Use another --base-model, or get this one again.",
            )


def _check_architecture(name: str, config: Any) -> None:
    from transformers import MODEL_FOR_CAUSAL_LM_MAPPING

    kinds = list(config.architectures or ())
    known: Any = MODEL_FOR_CAUSAL_LM_MAPPING.get(type(config), ())
    classes = {kind.__name__ for kind in (known if isinstance(known, tuple) else (known,))}
    if not classes or (kinds and not classes & set(kinds)):
        raise BaseModelError(
            f"{name} is not a causal language model: its config.json says {', '.join(map(str, kinds))[:100]}.",
            base_model=name,
            hint="Use a model for text generation, such as openai-community/gpt2.",
        )


def _tokenizer(name: str, stage: Path) -> PreTrainedTokenizerBase:
    """The fast tokenizer of a staged folder: of tokenizer.json alone, where there is one."""
    import json

    from tokenizers import Tokenizer
    from transformers import PreTrainedTokenizerFast

    tokenizer: Any
    with _named(name):
        if (stage / "tokenizer.json").exists():
            settings = json.loads((stage / "tokenizer_config.json").read_bytes())
            settings.pop("tokenizer_class", None)
            backend: Any = Tokenizer.from_file(str(stage / "tokenizer.json"))
            if getattr(backend.model, "dropout", None):  # of tokens, at random: nothing could be done twice
                backend.model.dropout = None
            tokenizer = PreTrainedTokenizerFast(tokenizer_object=backend, **settings)
        else:
            tokenizer = _without_tokenizer_json(name, stage)
    return _checked_tokenizer(name, tokenizer)


def _without_tokenizer_json(name: str, stage: Path) -> Any:
    from transformers import AutoTokenizer

    try:
        return AutoTokenizer.from_pretrained(stage, local_files_only=True, trust_remote_code=False)
    except Exception as error:  # whatever the conversion of older vocabularies raises
        said = " ".join(str(error).split())[:200] or type(error).__name__
        raise BaseModelError(
            f"The base model {name} has no tokenizer.json, and none can be made of what is beside its weights: {said}",
            base_model=name,
            hint="Use one that has tokenizer.json; those with tokenizer.model alone need: pip install sentencepiece",
        ) from error


def _checked_tokenizer(name: str, tokenizer: Any) -> PreTrainedTokenizerBase:
    # without a vocabulary beside the model, transformers makes an empty tokenizer and says nothing
    if not set(tokenizer("My dream is", add_special_tokens=False)["input_ids"]) - {tokenizer.unk_token_id}:
        raise BaseModelError(
            f"The base model {name} has no tokenizer beside its weights.",
            base_model=name,
            hint="Save the tokenizer into the same folder or repo, with its save_pretrained.",
        )
    if tokenizer.eos_token_id is None or not tokenizer.is_fast:
        raise BaseModelError(
            f"The tokenizer of {name} {'has no end-of-text token' if tokenizer.is_fast else 'is not a fast one'}.",
            base_model=name,
            hint="Use a base model with a usual fast tokenizer, such as openai-community/gpt2.",
        )
    _check_decoding(name, tokenizer)
    read, spelled = (
        tokenizer(_PANGRAM, add_special_tokens=False, split_special_tokens=split)["input_ids"]
        for split in (False, True)
    )
    if read != spelled:
        raise BaseModelError(
            f"The tokenizer of {name} has special tokens that ordinary words are made of.",
            base_model=name,
            hint="Use a base model with a usual fast tokenizer, such as openai-community/gpt2.",
        )
    result: PreTrainedTokenizerBase = tokenizer
    return result


def _check_decoding(name: str, tokenizer: Any) -> None:
    """See that ids become the text again that they were made of, case and spaces aside.

    Raises:
        BaseModelError: when not.
    """
    text = "My dream is"
    ids = tokenizer(text, add_special_tokens=False)["input_ids"]
    back = tokenizer.decode(ids)
    if tokenizer.unk_token_id not in ids and _letters(back) != _letters(text):
        raise BaseModelError(
            f"The tokenizer of {name} does not give back the text that it was given: of {text!r} it makes {back!r}.",
            base_model=name,
            hint="Use a base model with a usual fast tokenizer, such as openai-community/gpt2.",
        )


def _check_vocabulary(name: str, encoder: PostEncoder, texts: Sequence[str]) -> None:
    """See that the tokenizer has tokens for what is in the posts: what it has none for is left out, or all one token.

    Raises:
        BaseModelError: when not.
    """
    some = texts[:: len(texts) // _MOST_PROBED + 1]
    back = [str(encoder.tokenizer.decode(ids, skip_special_tokens=True)) for ids in encoder.texts(some)] if some else []
    # sorts of a character, and of a letter, are as good as it is
    meant, known = (Counter(_letters(unicodedata.normalize("NFKD", text))) for text in ("".join(some), "".join(back)))
    lost = (meant - known).total()
    if lost > _MOST_LOST * meant.total():
        raise BaseModelError(
            f"The tokenizer of {name} does not know the writing of these posts: it loses {lost / meant.total():.0%} of "
            "their characters.",
            base_model=name,
            hint="Use a base model that was made for their language, or one of bytes, such as openai-community/gpt2.",
        )


def _letters(text: str) -> str:
    return "".join(text.split()).casefold()


def _from_gguf(name: str, stage: Path, file: str) -> tuple[PreTrainedModel, PreTrainedTokenizerBase, str]:
    """The weights of a GGUF file, no longer quantized, and its tokenizer."""
    from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerFast

    with _named(name), redirect_stderr(StringIO()):  # a bar that transformers cannot be told to leave out
        quantized = AutoModelForCausalLM.from_pretrained(stage, gguf_file=file, dtype="float32")
        read: Any = AutoTokenizer.from_pretrained(stage, gguf_file=file)
    settings = {key: value for key, value in quantized.config.to_dict().items() if key != "quantization_config"}
    model: Any = type(quantized)(type(quantized.config)(**settings)).float()
    model.load_state_dict(quantized.state_dict(), strict=False)
    model.tie_weights()
    model.name_or_path = model.config.name_or_path = ""
    tokens = {key: value for key, value in read.special_tokens_map.items() if isinstance(value, str)}
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=read.backend_tokenizer, **tokens)
    # a quantized weight has fewer bits than a bfloat16
    return model, _checked_tokenizer(name, tokenizer), "bfloat16"


class _named:  # noqa: N801
    """Whatever transformers raises over a broken file becomes one sentence that names the base model."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception) and not isinstance(error, BaseModelError):
            said = " ".join(str(error).split())[:300] or type(error).__name__
            raise BaseModelError(
                f"The base model {self._name} cannot be loaded: {said}",
                base_model=self._name,
                hint="It must be a causal language model and its tokenizer, as save_pretrained writes them.",
            ) from error
