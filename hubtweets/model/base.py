"""The model that a fine-tuning starts from: on a Hub, in a folder, or made from nothing."""

from __future__ import annotations

import errno
import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets.errors import BaseModelError
from hubtweets.model.config import SCRATCH, TrainingConfig

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

# What from_pretrained reads at the top of a repo; nothing else is downloaded or digested.
_CONFIG = ("*.json", "*.txt", "*.model", "*.jinja")
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")

_TRY_SCRATCH = f"Check the name, or use --base-model {SCRATCH}, which needs neither network nor GPU."


class BaseModel(msgspec.Struct, frozen=True, kw_only=True):
    """A base model that exists. `name` is what the record states, `revision` the commit or the digest of the folder.

    `folder` is where its files are (None for `scratch:tiny`, and for a Hub model before `fetch`). `endpoint` is the
    Hub that has it (None: huggingface_hub's default).
    """

    name: str
    revision: str | None = None
    folder: Path | None = None
    endpoint: str | None = None
    token: str | None = None

    def __repr__(self) -> str:
        """Without the token, and without the path: both end up in logs otherwise."""
        return f"BaseModel(name={self.name!r}, revision={self.revision!r})"

    def fetch(self) -> BaseModel:
        """The same model with its files on this machine.

        Raises:
            BaseModelError: when the download fails.
        """
        if self.name == SCRATCH or self.folder is not None:
            return self
        import httpx2
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import GatedRepoError, HfHubHTTPError

        try:
            files = _listing(self)
            weights = [name for name in files if re.fullmatch(r"model[^/]*\.safetensors", name)]
            folder = snapshot_download(
                self.name,
                revision=self.revision,
                endpoint=self.endpoint,
                token=self.token,
                allow_patterns=[*_CONFIG, *(weights or ["pytorch_model*.bin"])],
                ignore_patterns=["*/*"],
            )
        except GatedRepoError as error:
            raise BaseModelError(
                f"The base model {self.name} is for those who have accepted its terms.",
                base_model=self.name,
                hint="Accept them on its page on the Hub, then log in with: hf auth login",
            ) from error
        except (HfHubHTTPError, httpx2.HTTPError, OSError) as error:
            full = getattr(error, "errno", None) == errno.ENOSPC
            raise BaseModelError(
                f"The base model {self.name} could not be downloaded: "
                f"{'the disk is full' if full else type(error).__name__}.",
                base_model=self.name,
                hint=f"{'Free some space (hf cache ls), then run' if full else 'Run'} the same command again; the "
                "download goes on where it stopped.",
            ) from error
        return msgspec.structs.replace(self, folder=Path(folder))

    def load(self, texts: Sequence[str], config: TrainingConfig) -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
        """The model (float32) and its fast tokenizer. From scratch, the tokenizer is trained on `texts`.

        Raises:
            BaseModelError: when the files cannot be read, or are not a causal language model.
        """
        if self.name == SCRATCH:
            return _scratch(texts, config)
        from transformers import AutoModelForCausalLM, AutoTokenizer

        folder = str(self.fetch().folder)
        try:
            # without trust_remote_code=False, transformers asks on the terminal whether to run a repo's own code
            model = AutoModelForCausalLM.from_pretrained(
                folder, dtype="float32", local_files_only=True, trust_remote_code=False
            )
            tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        except Exception as error:  # from_pretrained raises whatever the broken file makes it raise
            raise BaseModelError(
                f"The base model {self.name} cannot be loaded: {_first_line(error)}",
                base_model=self.name,
                hint="It must be a causal language model and its tokenizer, as save_pretrained writes them.",
            ) from error
        # without a vocabulary beside the model, transformers makes an empty tokenizer and says nothing
        if not set(tokenizer("My dream is", add_special_tokens=False)["input_ids"]) - {tokenizer.unk_token_id}:
            raise BaseModelError(
                f"The base model {self.name} has no tokenizer beside its weights.",
                base_model=self.name,
                hint="Save the tokenizer into the same folder or repo, with its save_pretrained.",
            )
        if tokenizer.eos_token_id is None or not tokenizer.is_fast:
            raise BaseModelError(
                f"The tokenizer of {self.name} has no end-of-text token, or is not a fast one.",
                base_model=self.name,
                hint="Use a base model with a fast tokenizer, such as openai-community/gpt2.",
            )
        return model, tokenizer


def find_base_model(name: str, *, endpoint: str | None = None, token: str | None = None) -> BaseModel:
    """The base model that `name` means: `scratch:tiny`, a folder, or a Hub id. Downloads nothing yet.

    A Hub id is looked up on `endpoint`, then on huggingface_hub's own; without a network, in its cache.

    Raises:
        BaseModelError: when there is none, or it is not a causal language model.
    """
    if name == SCRATCH:
        return BaseModel(name=SCRATCH)
    if name.startswith("scratch:"):
        raise BaseModelError(f"There is no {name!r}.", base_model=name, hint=f"The one there is: {SCRATCH}")
    path = Path(name).expanduser()
    if path.is_dir():
        return _in_folder(name, path)
    if name.startswith((".", "/", "~")) or path.exists():
        raise BaseModelError(f"{name} is not a folder with a model in it.", base_model=name, hint=_TRY_SCRATCH)
    return _on_hub(name, endpoint, token)


def _in_folder(name: str, folder: Path) -> BaseModel:
    if not _has_model(folder):
        raise BaseModelError(
            f"{name} has no config.json with weights (safetensors) beside it.",
            base_model=name,
            hint="Name a folder that save_pretrained wrote, with the tokenizer saved into it too.",
        )
    _check_causal(name, _read_config(name, folder))
    digest = hashlib.sha256()
    for file in sorted({file for pattern in (*_CONFIG, *_WEIGHTS) for file in folder.glob(pattern) if file.is_file()}):
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        with file.open("rb") as stream:
            while piece := stream.read(2**20):
                digest.update(piece)
    # Only the folder's own name: a path on somebody's machine is nobody else's business.
    return BaseModel(name=f"local:{folder.resolve().name}", revision=digest.hexdigest(), folder=folder.resolve())


def _on_hub(name: str, endpoint: str | None, token: str | None) -> BaseModel:
    import httpx2
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, OfflineModeIsEnabled, RepositoryNotFoundError

    places: list[tuple[str | None, str | None]] = [(None, None)]
    if endpoint is not None and endpoint.rstrip("/") != HfApi().endpoint:
        places.insert(0, (endpoint, token))
    unreachable = None
    for place, its_token in places:
        try:
            info = HfApi(endpoint=place, token=its_token).model_info(name)
        except (RepositoryNotFoundError, HFValidationError):
            continue
        except (OfflineModeIsEnabled, HfHubHTTPError, httpx2.HTTPError, OSError) as error:
            unreachable = error
            continue
        _check_causal(name, info.config or {})
        return BaseModel(name=name, revision=info.sha, endpoint=place, token=its_token)
    if unreachable is None:
        raise BaseModelError(f"There is no base model {name!r} on the Hub.", base_model=name, hint=_TRY_SCRATCH)
    cached = _in_cache(name)
    if cached is None:
        raise BaseModelError(
            f"The base model {name} is not on this machine yet, and the Hub cannot be reached "
            f"({type(unreachable).__name__}).",
            base_model=name,
            hint=f"Try again with a network, or use --base-model {SCRATCH}, which needs none.",
        ) from unreachable
    return cached


def _in_cache(name: str) -> BaseModel | None:
    """The newest whole revision that was fetched before. What was fetched by its commit has no branch in the cache."""
    from huggingface_hub import scan_cache_dir
    from huggingface_hub.errors import CacheNotFound

    try:
        repos = scan_cache_dir().repos
    except CacheNotFound:
        return None
    snapshots = [
        revision
        for repo in repos
        for revision in repo.revisions
        if (repo.repo_type, repo.repo_id) == ("model", name) and _has_model(revision.snapshot_path)
    ]
    if not snapshots:
        return None
    newest = max(snapshots, key=lambda revision: revision.last_modified)
    _check_causal(name, _read_config(name, newest.snapshot_path))
    return BaseModel(name=name, revision=newest.commit_hash, folder=newest.snapshot_path)


def _has_model(folder: Path) -> bool:
    return (folder / "config.json").is_file() and any(any(folder.glob(pattern)) for pattern in _WEIGHTS)


def _listing(base: BaseModel) -> list[str]:
    from huggingface_hub import HfApi

    api = HfApi(endpoint=base.endpoint, token=base.token)
    return api.list_repo_files(base.name, revision=base.revision)


def _read_config(name: str, folder: Path) -> Any:
    try:
        return json.loads((folder / "config.json").read_bytes())
    except ValueError as error:
        raise BaseModelError(f"{name}/config.json is not JSON: {error}", base_model=name, hint=_TRY_SCRATCH) from None


def is_causal(config: Any) -> bool:
    """Whether a config.json names a causal language model."""
    return any(kind.endswith(("LMHeadModel", "ForCausalLM")) for kind in _architectures(config))


def _architectures(config: Any) -> list[str]:
    named = config.get("architectures") if isinstance(config, dict) else None
    return [kind for kind in named if isinstance(kind, str)] if isinstance(named, list) else []


def _check_causal(name: str, config: Any) -> None:
    if not is_causal(config):
        what = ", ".join(_architectures(config)) or "no architecture"
        raise BaseModelError(
            f"{name} is not a causal language model: its config.json says {what}.",
            base_model=name,
            hint="Use a model for text generation, such as openai-community/gpt2.",
        )


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def _scratch(texts: Sequence[str], config: TrainingConfig) -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
    """A byte-level BPE tokenizer trained on the texts and a new GPT-2 of one to two million weights."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast, set_seed

    end = "<|endoftext|>"
    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=4096,
        min_frequency=2,
        special_tokens=[end],
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    backend.train_from_iterator(texts, trainer)
    positions = max(512, config.block_size or 0)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=backend, bos_token=end, eos_token=end, unk_token=end, model_max_length=positions
    )
    set_seed(config.seed)
    gpt2 = GPT2Config(
        vocab_size=len(tokenizer),
        n_positions=positions,
        n_embd=128,
        n_layer=4,
        n_head=4,
        resid_pdrop=0.0,  # so few weights underfit long before they overfit
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        bos_token_id=tokenizer.bos_token_id,
        eos_token_id=tokenizer.eos_token_id,
    )
    return GPT2LMHeadModel(gpt2), tokenizer
