"""Which Hub is meant: an address, the embedded one in a folder (`local:DIR`), or huggingface_hub's default."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hubtweets.errors import UsageError
from hubtweets.hub import Client

LOCAL = "local:"


@contextmanager
def connect(hub: str | None = None) -> Iterator[Client]:
    """A client of the Hub that `hub` names; a local one is served for as long as the block runs.

    Raises:
        UsageError: when `hub` is neither an address nor `local:DIR`.
        LocalHubError, MissingExtraError: when the local Hub cannot be started.
    """
    if hub is None or not hub.startswith(LOCAL):
        yield Client(hub)
        return
    folder = hub.removeprefix(LOCAL)
    if not folder:
        raise UsageError("local: needs a folder.", hint="For example --hub local:my-hub")
    from hubtweets.localhub import LocalHub

    with LocalHub(folder) as server:
        yield Client(server.endpoint, server.token)
