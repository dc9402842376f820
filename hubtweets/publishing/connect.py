"""Which Hub is meant: an address, the embedded one in a folder (`local:DIR`), or huggingface_hub's default."""

from __future__ import annotations

import shlex
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from hubtweets._shared import disk
from hubtweets.errors import LocalHubError, NotLoggedInError, UsageError
from hubtweets.hub.client import HubClient
from hubtweets.hub.failures import LOG_IN
from hubtweets.hub.pacing import Stop
from hubtweets.hub.tokens import LOCAL

if TYPE_CHECKING:
    from huggingface_hub import HfApi

Missing = Literal["refuse", "make", "pretend"]
"""What is done where there is no local Hub in a folder: refuse, make it, or pretend that there is an empty one."""

_LOOK = 0.2
"""Seconds between two looks at whether a local Hub is still served."""


@contextmanager
def connect(
    hub: str | None = None, *, missing: Missing = "refuse", stop: Stop | None = None, send_token: bool = False
) -> Iterator[HubClient]:
    """A client of the Hub that `hub` names; a local one is served for as long as the block runs.

    Args:
        hub: an address, `local:DIR`, or None for huggingface_hub's own.
        missing: what is done where there is no local Hub in DIR.
        stop: when to stop; default never.
        send_token: the token of this machine was given for this Hub.

    Raises:
        UsageError: when `hub` is neither an address nor `local:DIR`.
        LocalHubError, MissingExtraError: when the local Hub cannot be started.
    """
    if hub is None or not hub.startswith(LOCAL):
        with HubClient(hub, stop=stop, send_token=send_token) as client:
            yield client
        return
    name = hub.removeprefix(LOCAL)
    if not name:
        raise UsageError("local: needs a folder.", hint="For example --hub local:my-hub")
    from hubtweets.localhub import LocalHub

    folder = disk.expanded(name)
    with ExitStack() as stack:
        if missing != "make" and missing_local_hub(hub) is not None:
            if missing == "refuse":
                raise LocalHubError(
                    f"There is no local Hub in {folder}.",
                    path=folder,
                    hint=f"Check the name; to make an empty one there: hubtweets hub {shlex.quote(str(folder))}",
                )
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hubtweets-")))
        serving = LocalHub.running(folder)
        if serving is None:
            if not folder.exists():
                stack.callback(_remove_where_empty, folder)
            try:
                server = stack.enter_context(LocalHub(folder))
            except LocalHubError:
                if (serving := LocalHub.running(folder)) is None:  # else another run has just begun to serve it
                    raise
            else:
                yield stack.enter_context(HubClient(server.endpoint, server.token, stop=stop))
                return
        stack.enter_context(_served_on(folder, serving[0]))
        yield stack.enter_context(HubClient(*serving, stop=stop))


@contextmanager
def _served_on(folder: Path, endpoint: str) -> Iterator[None]:
    """Serve a local Hub on, at the same address, should the run that serves it end before this one."""
    from hubtweets.localhub import LocalHub

    over = threading.Event()
    port = urlsplit(endpoint).port or 0

    def look() -> None:
        while not over.wait(_LOOK):
            if LocalHub.running(folder) is None:
                with suppress(LocalHubError, OSError), LocalHub(folder, port=port):  # else a third run is faster
                    over.wait()

    watching = threading.Thread(target=look, name="local-hub-watch", daemon=True)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()


def missing_local_hub(hub: str | None) -> Path | None:
    """The folder that `local:DIR` names, where there is no local Hub in it."""
    if hub is None or not hub.removeprefix(LOCAL) or not hub.startswith(LOCAL):
        return None
    folder = disk.expanded(hub.removeprefix(LOCAL))
    return None if (folder / "repos").is_dir() else folder


def is_served(hub: str) -> bool:
    """Whether somebody serves the folder that `local:DIR` names."""
    from hubtweets.localhub import LocalHub

    return LocalHub.running(disk.expanded(hub.removeprefix(LOCAL))) is not None


def _remove_where_empty(folder: Path) -> None:
    """Leave no Hub behind that was made for something that failed, or that had nothing to publish; but for one that
    another run serves by now."""
    from hubtweets.localhub import LocalHub

    if not any((folder / "repos").glob("*/*/*")) and LocalHub.running(folder) is None:
        shutil.rmtree(folder, ignore_errors=True)


def lasting_name(hub: str | None, client: HubClient) -> str:
    """What ledger and plan call a Hub: its address, or the folder of a local one, whose address differs each time."""
    if hub is None or not hub.startswith(LOCAL):
        return client.endpoint
    return f"{LOCAL}{disk.expanded(hub.removeprefix(LOCAL)).absolute()}"


def api_of(client: HubClient) -> HfApi:
    """huggingface_hub's own client of the same Hub, for what only that knows: jobs, data sets, discussions."""
    from huggingface_hub import HfApi

    return HfApi(endpoint=client.endpoint, token=client.token or False, library_name="hubtweets")


def need_stored_token(client: HubClient, what: str) -> None:
    """See that there is a stored token, which may change more than the files of one repo.

    Raises:
        NotLoggedInError: where there is none, or only those that a CI job is given for each repo it may publish to.
    """
    if not client.token:
        raise NotLoggedInError(
            f"{what} needs a stored token: one that a CI job was given for a repo changes its files alone.",
            endpoint=client.endpoint,
            hint=LOG_IN,
        )
