"""Files on their way into a repo: which go over large-file storage is the Hub's to say; huggingface_hub sends those.

Xet where the Hub offers it, LFS where it does not, and where Xet does not work.
"""

from __future__ import annotations

import base64
import io
import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from hubtweets._shared.disk import blob_id, sha256
from hubtweets.errors import HubError
from hubtweets.hub import answers, repos, tokens
from hubtweets.hub.failures import translated
from hubtweets.hub.session import ATTEMPTS, ODD, Answer, LostError

if TYPE_CHECKING:
    from huggingface_hub import CommitOperationAdd

    from hubtweets.hub.connection import HubConnection

SMALL = 100_000
"""Bytes of the largest file that is sent with a commit, where its files were sent ahead from another machine."""

_SAMPLE = 512
"""Bytes of the beginning of a file that the Hub is shown, as huggingface_hub does."""

_log = logging.getLogger(__name__)
_online = threading.Lock()


class StoredFile(msgspec.Struct, frozen=True):
    """A file that is in a repo's storage of large files, and in no commit yet; `size` is in bytes."""

    sha256: str
    size: int


class Upload(msgspec.Struct, frozen=True):
    """A file for a commit. `sha256` is set where it went over large-file storage; `size` is in bytes."""

    path: str
    source: Path | bytes
    size: int
    sha256: str | None = None

    def read(self) -> bytes:
        """Its content."""
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()


def uploaded(
    client: HubConnection,
    repo_id: str,
    files: Mapping[str, Path | bytes],
    revision: str = "main",
    *,
    stored: Mapping[str, StoredFile] = {},
) -> Sequence[Upload]:
    """The files that a commit has to name, large ones uploaded; those that are there already are left out.

    Args:
        stored: files that `sent_ahead` sent from another machine; they are not read here.

    Raises:
        HubError: when the Hub refuses a file or does not answer.
        OSError: when a file cannot be read.
    """
    wanted = [_described(path, source) for path, source in files.items()]
    wanted += [{"path": path, "sample": "", "size": one.size} for path, one in stored.items()]
    modes = _modes(client, repo_id, wanted, revision)
    large, regular = dict[str, Path | bytes](), list[Upload]()
    for path, source in files.items():
        mode, remote = modes[path]
        size = _size(source)
        if mode != "regular" and size:  # storage of large files has no empty ones
            if remote is None or sha256(source) != remote:
                large[path] = source
            continue
        upload = Upload(path, source, size)
        if remote is None or blob_id(upload.read()) != remote:
            regular.append(upload)
    there = [Upload(path, b"", one.size, one.sha256) for path, one in stored.items() if modes[path][1] != one.sha256]
    return [*regular, *there, *_upload_large(client, repo_id, large, revision)]


def sent_ahead(client: HubConnection, repo_id: str, files: Mapping[str, Path]) -> dict[str, StoredFile]:
    """Send all but small files to a repo's storage, for a commit that another machine makes.

    The Hub takes any file as a large one: its commit brings .gitattributes up to date for those that it would not have
    chosen (https://github.com/huggingface/huggingface.js, `ApiPreuploadRequest`).

    Raises:
        HubError: when the Hub refuses a file or does not answer.
        OSError: when a file cannot be read.
    """
    modes = _modes(client, repo_id, [_described(path, source) for path, source in files.items()], "main")
    chosen = {
        path: StoredFile(sha256(source), size)
        for path, source in files.items()
        if (size := _size(source)) > SMALL or (size and modes[path][0] != "regular")
    }
    missing = {path: files[path] for path, one in chosen.items() if modes[path][1] != one.sha256}
    _upload_large(client, repo_id, missing, "main")
    return chosen


def _size(source: Path | bytes) -> int:
    return len(source) if isinstance(source, bytes) else source.stat().st_size


def _modes(
    client: HubConnection, repo_id: str, wanted: Sequence[Mapping[str, Any]], revision: str
) -> dict[str, tuple[str, str | None]]:
    """For each path whether it is a regular file or a large one, and the digest of what is there under that name."""
    if not wanted:
        return {}
    body = msgspec.json.encode({"files": wanted, "gitIgnore": ""})
    path = f"{repos.api(repo_id)}/preupload/{quote(revision, safe='')}"
    for attempt in range(1, ATTEMPTS + 1):
        try:
            client.check_online()
            answer = client.session.send("api", "POST", path, body, "application/json", repo_id=repo_id)
            client.session.raise_for(answer, repo_id, writing=True)
            modes = _told_modes(answer)
            if not modes.keys() >= {one["path"] for one in wanted}:
                raise LostError(client.session.no_hub(answer, "it says nothing of the files", repo_id), odd=True)
            return modes
        except LostError as lost:
            if attempt == ATTEMPTS or (lost.odd and attempt == ODD):
                raise lost.error from None
            client.session.back_off(attempt)
    raise AssertionError("the last attempt returns or raises")


def _told_modes(answer: Answer) -> dict[str, tuple[str, str | None]]:
    told = answers.decoded(answer.content)
    entries = told.get("files") if isinstance(told, dict) else None
    modes: dict[str, tuple[str, str | None]] = {}
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("path"), str) and isinstance(entry.get("uploadMode"), str):
            modes[entry["path"]] = (entry["uploadMode"], entry.get("oid"))
    return modes


def _described(path: str, source: Path | bytes) -> dict[str, Any]:
    if isinstance(source, bytes):
        sample = source[:_SAMPLE]
    else:
        with source.open("rb") as stream:
            sample = stream.read(_SAMPLE)
    return {"path": path, "sample": base64.b64encode(sample).decode(), "size": _size(source)}


def _upload_large(
    client: HubConnection, repo_id: str, files: Mapping[str, Path | bytes], revision: str
) -> Sequence[Upload]:
    from huggingface_hub import CommitOperationAdd

    if not files:
        return ()
    additions = [CommitOperationAdd(path, source) for path, source in files.items()]
    if not (_has_xet(client, repo_id, revision) and _sent_by_xet(client, repo_id, additions, revision)):
        with ExitStack() as open_:
            # of a stream huggingface_hub asks nothing of Xet, whatever is installed here
            streams = [
                open_.enter_context(source.open("rb")) if isinstance(source, Path) else io.BytesIO(source)
                for source in files.values()
            ]
            additions = [CommitOperationAdd(path, stream) for path, stream in zip(files, streams, strict=True)]
            with _no_advice_on_xet():
                _preupload(client, repo_id, additions, revision)
    return [
        Upload(one.path_in_repo, files[one.path_in_repo], one.upload_info.size, one.upload_info.sha256.hex())
        for one in additions
    ]


def _preupload(client: HubConnection, repo_id: str, additions: list[CommitOperationAdd], revision: str) -> None:
    from huggingface_hub import HfApi

    for addition in additions:
        addition._upload_mode = "lfs"  # the Hub was asked already, and would choose otherwise for some
    api = HfApi(endpoint=client.endpoint, token=client.token_for(repo_id) or False, library_name="hubtweets")
    with _loopback_is_never_offline(client.endpoint), translated(client.endpoint, repo_id):
        repo = repos.parts(repo_id)
        api.preupload_lfs_files(
            repo.bare, additions, repo_type=repo.kind, revision=revision, free_memory=False, gitignore_content=""
        )


def _has_xet(client: HubConnection, repo_id: str, revision: str) -> bool:
    """Whether Xet is installed here, and this Hub gives tokens for it."""
    from huggingface_hub import constants

    if constants.HF_HUB_DISABLE_XET or find_spec("hf_xet") is None:
        return False
    path = f"{repos.api(repo_id)}/xet-write-token/{quote(revision, safe='')}"
    try:
        answer = client.get("api", path, repo_id=repo_id)
    except HubError as error:
        _log.info("No token for Xet, so large files go over LFS: %s", error.message)
        return False
    told = answers.decoded(answer.content)
    return answer.status == 200 and isinstance(told, dict) and "accessToken" in told and "casUrl" in told


def _sent_by_xet(client: HubConnection, repo_id: str, additions: list[CommitOperationAdd], revision: str) -> bool:
    try:
        _preupload(client, repo_id, additions, revision)
    except (HubError, RuntimeError) as error:  # Xet's own kinds are RuntimeErrors
        _log.warning("Xet did not take the files, so they go over LFS: %s", error)
        return False
    return True


@contextmanager
def _no_advice_on_xet() -> Iterator[None]:
    """huggingface_hub warns that streams do not go over Xet; that is why they are streams."""
    logger = logging.getLogger("huggingface_hub._commit_api")

    def keep(entry: logging.LogRecord) -> bool:
        return "Xet Storage" not in entry.getMessage()

    logger.addFilter(keep)
    try:
        yield
    finally:
        logger.removeFilter(keep)


@contextmanager
def _loopback_is_never_offline(endpoint: str) -> Iterator[None]:
    """Offline variables are about the network, and a local Hub is on none; huggingface_hub makes no difference."""
    from huggingface_hub import constants

    with _online:  # inside the block below the library is online, for another thread, too
        offline = constants.is_offline_mode()
    if not offline or not tokens.is_loopback(endpoint):
        yield
        return
    with _online:
        constants.HF_HUB_OFFLINE = False
        try:
            yield
        finally:
            constants.HF_HUB_OFFLINE = True
