"""What a base model is, once it has been found."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from hubtweets._shared import disk
from hubtweets.errors import BaseModelError
from hubtweets.model.bases.staging import WEIGHTS
from hubtweets.model.config import SCRATCH

# What from_pretrained reads at the top of a repo; nothing else is downloaded or digested.
CONFIG_FILES = ("*.json", "*.txt", "*.model", "*.jinja")
WEIGHTS_FILES = ("*.safetensors", "pytorch_model*.bin")

NO_ANSWER = (ValueError, LookupError, TypeError, RecursionError)
"""What huggingface_hub raises over an answer that is no Hub's, such as the login page of a network."""


class BaseModel(msgspec.Struct, frozen=True, kw_only=True):
    """A base model that exists. `name` is what the record states, `revision` the commit or the digest of the folder.

    `folder` is where its files are (None for `scratch:tiny`, and for a Hub model before `fetch`), `gguf` the one file
    in it that is meant. `endpoint` is the Hub that has it (None: huggingface_hub's default), and `token` what that is
    asked with (None: huggingface_hub's own; False: none at all).
    """

    name: str
    revision: str | None = None
    folder: Path | None = None
    gguf: str | None = None
    endpoint: str | None = None
    token: str | bool | None = None

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
        return self.folder is not None and self.gguf is None and is_adapter_folder(self.folder)

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
                allow_patterns=[*CONFIG_FILES, *(weights or ["pytorch_model*.bin"])],
                ignore_patterns=["*/*"],
            )
        except GatedRepoError as error:
            raise BaseModelError(
                f"The base model {self.name} is for those who have accepted its terms.",
                base_model=self.name,
                hint="Accept them on its page on the Hub, then log in with: hf auth login",
            ) from error
        except (HfHubHTTPError, httpx2.HTTPError, OSError, *NO_ANSWER) as error:
            full = disk.is_full(error)
            raise BaseModelError(
                f"The base model {self.name} could not be downloaded: "
                f"{'the disk is full' if full else type(error).__name__}.",
                base_model=self.name,
                hint=f"{'Free some space (hf cache ls), then run' if full else 'Run'} the same command again; the "
                "download goes on where it stopped.",
            ) from error
        return msgspec.structs.replace(self, folder=Path(folder))


def has_model(folder: Path) -> bool:
    return (folder / "config.json").is_file() and any(WEIGHTS.fullmatch(path.name) for path in folder.iterdir())


def is_adapter_folder(folder: Path) -> bool:
    return (folder / "adapter_config.json").is_file() and not has_model(folder)


def _listing(base: BaseModel) -> list[str]:
    from huggingface_hub import HfApi

    api = HfApi(endpoint=base.endpoint, token=base.token)
    return api.list_repo_files(base.name, revision=base.revision)
