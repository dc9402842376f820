"""One repo, one commit: made on top of the commit that was read, or not at all."""

from __future__ import annotations

import random
import re
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets.errors import CommitConflictError, HubUnreachableError, RepoNotFoundError
from hubtweets.hub import xet
from hubtweets.hub.failures import translated
from hubtweets.hub.former import CARD, Client, RemoteCard
from hubtweets.progress import SILENT, Progress

if TYPE_CHECKING:
    from huggingface_hub import CommitOperationAdd, CommitOperationDelete

ATTEMPTS = 3

# Files of an older model in the same repo: left beside the new ones, they would be loaded instead of them or with them.
_MODEL_FILES = re.compile(
    r"""(model|pytorch_model|adapter_model)(-\d+-of-\d+)?\.(safetensors|bin)(\.index\.json)?
    | (config|generation_config|adapter_config|added_tokens|special_tokens_map|tokenizer|tokenizer_config|vocab)\.json
    | (merges|vocab)\.txt | chat_template\.(jinja|json) | (tokenizer|spiece|sentencepiece\.bpe)\.model
    | flax_model\.msgpack | tf_model\.h5 | training_args\.bin""",
    re.VERBOSE,
)

_PICTURE = re.compile(r"\bavatar-[0-9a-f]{12}\.[a-z]{3,4}\b")


class Commit(msgspec.Struct, frozen=True, kw_only=True):
    """What a push did. `commit` is the repo's head afterwards; `changed` is False where there was nothing to do."""

    repo_id: str
    commit: str
    url: str
    changed: bool
    created: bool = False


def push(
    client: Client,
    repo_id: str,
    *,
    card: Callable[[str | None], str],
    files: Mapping[str, Path] | None = None,
    pictures: Mapping[str, bytes] | None = None,
    message: str,
    private: bool = False,
    progress: Progress = SILENT,
) -> Commit:
    """Commit the card, and with it the files of a model, to `repo_id`, creating the repo when it is missing.

    `card` is given the README.md that is on the Hub (None where there is none) and returns the one to commit; it is
    called again when somebody commits in between, so that their edit is merged and not lost. `files` maps names in
    the repo to files here; model files of the repo that are not among them are deleted in the same commit. Without
    `files` only the card is committed. `pictures` are those that the card shows, named by their content: they go with a
    card that changes, and take the place of those that it showed before. Nothing is committed when nothing differs.

    A commit whose answer was lost is looked up on the Hub before it is sent again.

    Raises:
        CommitConflictError: when somebody else committed in between 3 times.
        HubError: whatever else the Hub refuses.
        Exception: what `card` raises.
    """
    created = False
    for attempt in range(1, ATTEMPTS + 1):
        remote = client.read_card(repo_id)
        if remote is None and attempt == 1:
            with translated(client.endpoint, repo_id):
                client.api.create_repo(repo_id, private=private, exist_ok=True)
            created = True
            remote = client.read_card(repo_id)
        if remote is None:
            raise RepoNotFoundError(
                f"{repo_id} was there a moment ago and is gone.",
                repo_id=repo_id,
                endpoint=client.endpoint,
                hint="If nobody meant to delete it, run the same command again.",
            )
        text = card(remote.text)
        operations = _operations(client, repo_id, remote, text, files, pictures or {}, progress)
        if not operations:
            return Commit(
                repo_id=repo_id, commit=remote.commit, url=client.url(repo_id), changed=False, created=created
            )
        large = xet.where_there_is(client, repo_id) if files or pictures else nullcontext()
        with _advice(progress), large:
            done = _commit(client, repo_id, operations, remote, text, message)
        if done is not None:
            changed = done != remote.commit  # the same files again make no commit
            return Commit(repo_id=repo_id, commit=done, url=client.url(repo_id), changed=changed, created=created)
        if attempt < ATTEMPTS:
            time.sleep(random.uniform(0.2, 1.0) * attempt)  # noqa: S311
    raise CommitConflictError(
        f"Somebody else committed to {repo_id} each of the {ATTEMPTS} times in between; nothing was overwritten.",
        attempts=ATTEMPTS,
        repo_id=repo_id,
        endpoint=client.endpoint,
        hint="Run the same command again.",
    )


@contextmanager
def _advice(progress: Progress) -> Iterator[None]:
    """The Hub's advice on a card, which huggingface_hub gives as Python warnings, as our own."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        yield
    for text in dict.fromkeys(str(warning.message) for warning in caught):
        progress.warn(text)


def _operations(
    client: Client,
    repo_id: str,
    remote: RemoteCard,
    text: str,
    files: Mapping[str, Path] | None,
    pictures: Mapping[str, bytes],
    progress: Progress,
) -> list[CommitOperationAdd | CommitOperationDelete]:
    from huggingface_hub import CommitOperationAdd, CommitOperationDelete

    operations: list[CommitOperationAdd | CommitOperationDelete] = []
    if files is not None:
        size = sum(path.stat().st_size for path in files.values())
        progress.note(f"Uploading a model of {len(files)} files ({size / 1e6:,.1f} MB) to {client.url(repo_id)}")
        operations += [CommitOperationAdd(name, path) for name, path in sorted(files.items())]
        stale = {name for name in client.files(repo_id) if _MODEL_FILES.fullmatch(name)} - set(files)
        operations += [CommitOperationDelete(name, is_folder=False) for name in sorted(stale)]
    if text != remote.text:
        operations.append(CommitOperationAdd(CARD, text.encode()))
        operations += [CommitOperationAdd(name, content) for name, content in pictures.items() if name in text]
        gone = set(_PICTURE.findall(remote.text or "")) - set(_PICTURE.findall(text))
        if gone:
            operations += [CommitOperationDelete(name) for name in sorted(gone & client.files(repo_id))]
    return operations


def _commit(
    client: Client,
    repo_id: str,
    operations: list[Any],
    remote: RemoteCard,
    text: str,
    message: str,
) -> str | None:
    """The commit's id; None when somebody else committed first.

    A commit that was sent but not answered counts as made when the Hub's head has moved on to our card.
    """
    from huggingface_hub.errors import HfHubHTTPError

    for attempt in range(1, ATTEMPTS + 1):
        try:
            with translated(client.endpoint, repo_id):
                try:
                    info = client.api.create_commit(
                        repo_id, operations, commit_message=message, parent_commit=remote.commit
                    )
                except HfHubHTTPError as error:
                    if error.response is not None and error.response.status_code == 412:
                        return _made(client, repo_id, remote, text)
                    raise
            return str(info.oid)
        except HubUnreachableError:
            made = _made(client, repo_id, remote, text)
            if made is not None:
                return made
            if attempt == ATTEMPTS:
                raise
            time.sleep(random.uniform(0.5, 1.5) * attempt)  # noqa: S311
    return None


def _made(client: Client, repo_id: str, before: RemoteCard, text: str) -> str | None:
    """The head's id when the head has moved and has exactly our card: our own commit, whose answer was lost."""
    now = client.read_card(repo_id)
    if now is not None and now.commit != before.commit and now.text == text and text != before.text:
        return now.commit
    return None
