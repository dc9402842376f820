"""The models of an organisation, in as few requests as there can be: pages of 1,000."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase

import msgspec

from hubtweets.errors import HubError
from hubtweets.hub.wire import Wire, raise_for

PAGE = 1000
_EXPAND = ("cardData", "sha", "lastModified", "tags")


class Listed(msgspec.Struct, frozen=True, rename="camel"):
    """A repo as the Hub lists it. `card_data` is the front matter as JSON, undecoded: a page has a thousand of them."""

    id: str
    sha: str | None = None
    last_modified: str = ""
    tags: tuple[str, ...] = ()
    card_data: msgspec.Raw = msgspec.Raw(b"null")


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


def pages(wire: Wire, organisation: str, selection: Selection) -> Iterator[tuple[list[Listed], bool]]:
    """The repos that were meant, page by page, and whether more pages may follow.

    In the order in which they were made: commits that happen meanwhile move nothing from one page to another.

    Raises:
        HubError: when the Hub refuses.
    """
    params = [("author", organisation), ("limit", str(PAGE)), ("sort", "createdAt")]
    params += [("expand", name) for name in _EXPAND]
    address: str | None = "/api/models"
    taken = 0
    while address is not None:
        repos, address = _page(wire, address, params)
        params = []  # the address of the next page has them
        kept = [repo for repo in repos if selection.takes(repo)]
        if selection.limit is not None:
            kept = kept[: selection.limit - taken]
        taken += len(kept)
        if taken == selection.limit:
            address = None
        yield kept, address is not None


def _page(wire: Wire, address: str, params: list[tuple[str, str]]) -> tuple[list[Listed], str | None]:
    response = wire.get("api", address, params)
    raise_for(wire.endpoint, None, response)
    try:
        repos = msgspec.json.decode(response.content, type=list[Listed])
    except msgspec.DecodeError as error:
        raise HubError(f"{wire.endpoint} listed its models in a way that is not known: {error}") from None
    following = response.links.get("next", {}).get("url")
    if following is not None and not following.startswith(f"{wire.endpoint}/"):
        raise HubError(f"{wire.endpoint} sends us elsewhere for the next page; the token is not for there.")
    return repos, following
