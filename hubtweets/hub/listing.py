"""The models of an organisation, in as few requests as there can be: pages of 1,000."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl, urlsplit

import msgspec

from hubtweets._shared.text import one_line
from hubtweets.errors import HubError, RepoIdError, RepoNotFoundError
from hubtweets.record import check_repo_id

if TYPE_CHECKING:
    from hubtweets.hub.connection import HubConnection
    from hubtweets.hub.session import Answer

PAGE = 1000
LARGEST_PAGE = 32 * 1024 * 1024
"""Bytes; a larger page is asked for again with fewer models."""

_FRUITLESS = 20  # pages one after the other that have no model which is new and can be read
_EXPAND = ("cardData", "sha", "lastModified", "tags")
_TOKEN = re.compile(rb'"(?:[^"\\]+|\\.)*+(?:"|\Z)|[\[\]{},]', re.DOTALL)


class Listed(msgspec.Struct, frozen=True, rename="camel"):
    """A repo as the Hub lists it. `card_data` is the front matter as JSON, undecoded: a page has a thousand of them."""

    id: str
    sha: str | None = None
    last_modified: str = ""
    tags: tuple[str, ...] = ()
    card_data: msgspec.Raw = msgspec.Raw(b"null")


class Unlisted(NamedTuple):
    """An entry of a listing that is not one of a repo: the name it gives, cleaned, as far as it has one, and why."""

    name: str
    reason: str


class ListingPage(NamedTuple):
    """The repos of one page that were meant, entries that are none, and whether more pages may follow."""

    repos: list[Listed]
    unreadable: list[Unlisted]
    more: bool


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """Which repos are meant: `only` is a pattern such as `bot-*` of the name, or of `namespace/name` where it has a
    slash; `since` leaves out what was last modified before that day (ISO); `limit` takes the first so many."""

    only: str | None = None
    since: str | None = None
    limit: int | None = None

    def takes(self, repo: Listed) -> bool:
        """Whether a repo is among them, the limit aside."""
        name = repo.id if self.only and "/" in self.only else repo.id.rpartition("/")[2]
        return (self.only is None or fnmatchcase(name.lower(), self.only.lower())) and (
            self.since is None or repo.last_modified >= self.since
        )


def pages(client: HubConnection, namespace: str, selection: Selection) -> Iterator[ListingPage]:
    """The repos that were meant, page by page.

    In the order in which they were made: commits that happen meanwhile move nothing from one page to another. Each repo
    comes once; what differs in case alone is the same repo.

    Raises:
        RepoNotFoundError: when nothing is listed, and there is no such organisation or user.
        HubError: when the Hub refuses.
    """
    params = [("author", namespace), ("limit", str(PAGE)), ("sort", "createdAt")]
    params += [("expand", name) for name in _EXPAND]
    path: str | None = "/api/models"
    asked, known = set[str](), set[int]()
    taken = entries = fruitless = 0
    while path is not None and path not in asked:
        asked.add(path)
        repos, unreadable, path = _page(client, namespace, path, params)
        params = []  # the address of the next page has them
        entries += len(repos) + len(unreadable)
        new = [repo for repo in repos if (key := hash(repo.id.lower())) not in known and not known.add(key)]  # type: ignore[func-returns-value]
        if repos and not new:
            path = None  # a Hub that lists the same over and over
        fruitless = 0 if new else fruitless + 1
        if fruitless > _FRUITLESS:
            raise HubError(
                f"{client.endpoint} lists page after page for {namespace} without a model that can be read.",
                endpoint=client.endpoint,
                hint="Look at its list of models in a browser.",
            )
        kept = [repo for repo in new if selection.takes(repo)]
        if selection.limit is not None:
            kept = kept[: selection.limit - taken]
        taken += len(kept)
        if taken == selection.limit:
            path = None
        yield ListingPage(kept, unreadable, path is not None and path not in asked)
    if not entries and not client.namespace_exists(namespace):
        raise RepoNotFoundError(
            f"There is no organisation or user {namespace!r} on {client.endpoint}.",
            endpoint=client.endpoint,
            hint="Check how the name is spelt.",
        )


def _page(
    client: HubConnection, namespace: str, path: str, params: list[tuple[str, str]]
) -> tuple[list[Listed], list[Unlisted], str | None]:
    from hubtweets.hub.session import TooLargeError

    fault = _no_list
    while True:
        try:
            answer = client.get("api", path, params, limit=LARGEST_PAGE, fault=fault)
            break
        except TooLargeError as error:
            path, params, size = _smaller(path, params)
            if size == 0:
                raise HubError(
                    f"{client.endpoint} lists a model of {namespace} with more than {LARGEST_PAGE // 2**20} MiB.",
                    endpoint=client.endpoint,
                ) from error
    client.session.raise_for(answer, None)
    repos, unreadable = list[Listed](), list[Unlisted]()
    for entry in _entries(answer.content):
        repo = _listed(entry, namespace)
        repos.append(repo) if isinstance(repo, Listed) else unreadable.append(repo)
    return repos, unreadable, client.session.next_page(answer, "/api/models/")


def _no_list(answer: Answer) -> str | None:
    return "no list of models" if answer.status < 300 and answer.content.lstrip()[:1] != b"[" else None


def _smaller(path: str, params: list[tuple[str, str]]) -> tuple[str, list[tuple[str, str]], int]:
    """The same page with a tenth of the models, and how many that are; 0 where the address does not say of what."""
    parts = urlsplit(path)
    asked = params or parse_qsl(parts.query)
    limit = dict(asked).get("limit", "")
    size = int(limit) // 10 if re.fullmatch("[0-9]{1,6}", limit) else 0
    return parts.path, [(name, str(size) if name == "limit" else value) for name, value in asked], size


def _entries(content: bytes) -> list[msgspec.Raw] | list[bytes]:
    """The entries of a list, undecoded, so that an odd one is only its own failure."""
    try:
        return msgspec.json.decode(content, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass  # one of them is not JSON, or nested without end: cut where it is on top
    found, depth, start = list[bytes](), 0, 0
    for match in _TOKEN.finditer(content):
        token = match[0]
        if token in b"[{":
            depth += 1
            if depth == 1:
                start = match.end()
        elif token in b"]}":
            depth -= 1
        if depth == 0 or (depth == 1 and token == b","):
            found.append(content[start : match.start()])
            start = match.end()
        if depth == 0:
            break
    return [entry for entry in found if entry.strip()]


def _listed(entry: msgspec.Raw | bytes, namespace: str) -> Listed | Unlisted:
    try:
        repo = msgspec.json.decode(entry, type=Listed)
        if repo.id.partition("/")[0].lower() != namespace.lower():
            return Unlisted(one_line(repo.id)[:100], f"it is not of {namespace}")
        check_repo_id(repo.id)
    except RepoIdError as error:
        return Unlisted(one_line(repo.id)[:100], error.message)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        named = re.search(rb'"id"\s{0,9}:\s{0,9}"([\w./-]{1,100})"', bytes(entry)[:10_000])
        return Unlisted(
            named[1].decode("ascii", "replace") if named else "", f"its entry cannot be read: {error}"[:200]
        )
    return repo
