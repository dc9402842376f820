"""Which Hub is meant: an address, the embedded one in a folder (`local:DIR`), or huggingface_hub's default."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal

from hubtweets.errors import LocalHubError, UsageError
from hubtweets.hub import Client

LOCAL = "local:"


@contextmanager
def connect(hub: str | None = None, *, missing: Literal["refuse", "make", "pretend"] = "refuse") -> Iterator[Client]:
    """A client of the Hub that `hub` names; a local one is served for as long as the block runs, unless it is already.

    Args:
        hub: an address, `local:DIR`, or None for huggingface_hub's own.
        missing: when there is no local Hub in DIR: refuse, make it, or pretend that there is an empty one.

    Raises:
        UsageError: when `hub` is neither an address nor `local:DIR`.
        LocalHubError, MissingExtraError: when the local Hub cannot be started.
    """
    if hub is None or not hub.startswith(LOCAL):
        yield Client(hub)
        return
    name = hub.removeprefix(LOCAL)
    if not name:
        raise UsageError("local: needs a folder.", hint="For example --hub local:my-hub")
    from hubtweets.localhub import LocalHub

    folder = Path(name).expanduser()
    with ExitStack() as stack:
        if missing != "make" and not (folder / "repos").is_dir():
            if missing == "refuse":
                raise LocalHubError(
                    f"There is no local Hub in {folder}.",
                    path=folder,
                    hint=f"Check the name; to make an empty one there: hubtweets hub {shlex.quote(str(folder))}",
                )
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="hubtweets-")))
        running = LocalHub.running(folder)
        if running is not None:  # somebody has it open: `hubtweets hub`, or another command
            yield Client(*running)
            return
        server = stack.enter_context(LocalHub(folder))
        yield Client(server.endpoint, server.token)


def lasting_name(hub: str | None, client: Client) -> str:
    """What books call a Hub: its address, or the folder of a local one, whose address differs from run to run."""
    if hub is None or not hub.startswith(LOCAL):
        return client.endpoint
    return f"{LOCAL}{Path(hub.removeprefix(LOCAL)).expanduser().absolute()}"
