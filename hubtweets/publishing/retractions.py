"""Who asked not to be imitated: remembered as salted hashes, so that the list itself names nobody."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

import msgspec

from hubtweets._shared import disk
from hubtweets._shared.disk import sha256
from hubtweets.errors import HubError, LedgerError, RetractedError
from hubtweets.hub import HubClient
from hubtweets.hub.answers import is_file
from hubtweets.hub.failures import translated
from hubtweets.hub.session import Answer
from hubtweets.publishing.connect import api_of
from hubtweets.publishing.private_datasets import make_private

FILE = "retractions.json"

ORG_LIST = "hubtweets-retractions"
"""The private data set of an organisation that keeps its list, for all who publish there."""


class RetractionList(msgspec.Struct, kw_only=True):
    """Hashes of handles and repo ids, with the day (YYYY-MM-DD) on which each was taken down."""

    salt: str
    days: dict[str, str] = {}

    def add(self, names: Iterable[str], day: str) -> None:
        """Remember handles and repo ids; what is remembered already keeps its day."""
        for name in names:
            self.days.setdefault(self._key(name), day)

    def forget(self, names: Iterable[str]) -> int:
        """Forget handles and repo ids; how many were known."""
        return sum(self.days.pop(self._key(name), None) is not None for name in names)

    def since(self, name: str) -> str | None:
        """The day on which a handle's or repo's model was taken down; None where it was not."""
        return self.days.get(self._key(name))

    def _key(self, name: str) -> str:
        return sha256(f"{self.salt}:{name.strip().removeprefix('@').lower()}")


def new_list() -> RetractionList:
    """An empty list with a salt of its own."""
    return RetractionList(salt=secrets.token_hex(16))


def default_path() -> Path:
    """Where this machine's list is."""
    import platformdirs

    return platformdirs.user_state_path("hubtweets") / FILE


def read(path: Path | None = None) -> RetractionList:
    """This machine's list; an empty one where there is none.

    Raises:
        LedgerError: when it cannot be read: nobody can then know who is on it.
    """
    path = path or default_path()
    try:
        return msgspec.json.decode(path.read_bytes(), type=RetractionList)
    except FileNotFoundError:
        return new_list()
    except (OSError, msgspec.DecodeError) as error:
        raise LedgerError(
            f"The list of those who are not to be imitated, {path}, cannot be read: {error}.",
            path=path,
            hint="Put it right, or move it away if it is lost.",
        ) from None


def write(remembered: RetractionList, path: Path | None = None) -> None:
    """Keep this machine's list.

    Raises:
        OSError: when it cannot be written.
    """
    path = path or default_path()
    disk.private_folder(path.parent)
    disk.write_bytes(path, msgspec.json.encode(remembered), private=True)


def read_of(client: HubClient, namespace: str) -> RetractionList | None:
    """The list of an organisation; None where it keeps none, or this token may not see it.

    Raises:
        HubError: when the Hub does not answer, or the list cannot be read: who is on it is not known then.
    """
    dataset = f"{namespace}/{ORG_LIST}"

    def fault(answer: Answer) -> str | None:
        etag = answer.header("x-linked-etag") or answer.headers.get("etag") or ""
        return (
            None if answer.status >= 400 or is_file(etag, answer.content) else "it is not the file that was asked for"
        )

    path = f"/datasets/{quote(dataset)}/resolve/main/{FILE}"
    answer = client.get("resolvers", path, repo_id=f"datasets/{dataset}", elsewhere=True, fault=fault)
    if answer.status in (401, 403, 404):
        return None
    client.session.raise_for(answer, dataset)
    try:
        return msgspec.json.decode(answer.content, type=RetractionList)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HubError(
            f"{FILE} in the data set {dataset} cannot be read: {error}. Who was taken down is not known.",
            repo_id=dataset,
            endpoint=client.endpoint,
            hint="Put an earlier revision of it back.",
        ) from None


def write_of(client: HubClient, namespace: str, names: Iterable[str], day: str) -> None:
    """Remember names in the private data set of an organisation, which is made where it is missing.

    Raises:
        UsageError: when the data set is public.
        HubError: when the Hub refuses or does not answer.
    """
    repo_id = f"{namespace}/{ORG_LIST}"
    api = api_of(client)
    remembered = read_of(client, namespace) or new_list()
    remembered.add(names, day)
    with translated(client.endpoint, repo_id):
        make_private(api, repo_id, "retractions")
        api.upload_file(
            path_or_fileobj=msgspec.json.encode(remembered),
            path_in_repo=FILE,
            repo_id=repo_id,
            repo_type="dataset",
            commit_message="Remember a retraction",
        )


def check(names: Iterable[str], *lists: RetractionList | None) -> None:
    """See that nobody of these asked not to be imitated.

    Raises:
        RetractedError: naming the day.
    """
    for name in names:
        for remembered in lists:
            if remembered is not None and (day := remembered.since(name)) is not None:
                raise RetractedError(
                    f"The model of {name} was taken down on {day} at somebody's request; nothing is made of it again.",
                    repo_id=name,
                    hint="Only who took it down can say that it may come back: hubtweets retract NAME --undo",
                )
