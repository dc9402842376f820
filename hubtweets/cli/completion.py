"""What a shell completes: templates, sources of posts, namespaces and repos.

It is asked at every press of a key: what takes longer than `PATIENCE` is left out, and what goes wrong offers nothing.
"""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable, Iterable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hubtweets._shared import disk

if TYPE_CHECKING:
    from hubtweets.hub.client import HubClient

PATIENCE = 2.0
"""Seconds that a Hub is given to answer."""

_MOST = 50
"""Repos that are offered at once; what is typed next narrows them."""

Completer = Callable[[typer.Context, str], list[str]]


def mend_words(environment: MutableMapping[str, str]) -> None:
    """Put together again what bash takes apart at colons: `local:DIR` comes as three words."""
    between = "\n" if "\n" in environment.get("COMP_WORDS", "") else " "
    words = environment.get("COMP_WORDS", "").split(between)
    number = environment.get("COMP_CWORD", "")
    if ":" not in words or not number.isdecimal():
        return
    mended: list[str] = []
    at = int(number)
    for place, word in enumerate(words):
        if mended and (word == ":" or mended[-1].endswith(":")):
            mended[-1] += word
            at -= place <= int(number)
        else:
            mended.append(word)
    environment["COMP_WORDS"], environment["COMP_CWORD"] = between.join(mended), str(at)


def _harmless(complete: Completer) -> Completer:
    """The same, which offers nothing where it fails, and only what begins with what was typed."""

    @functools.wraps(complete)
    def offered(ctx: typer.Context, incomplete: str) -> list[str]:
        # bash puts what is offered after the last colon of what was typed
        there = incomplete.rfind(":") + 1 if os.environ.get("_HUBTWEETS_COMPLETE") == "complete_bash" else 0
        try:
            found = [one for one in complete(ctx, incomplete) if one.lower().startswith(incomplete.lower())]
            return [one[there:] for one in found if one[there:]]
        except Exception:  # a traceback in the middle of a line that somebody types helps nobody
            return []

    return offered


@_harmless
def templates(ctx: typer.Context, incomplete: str) -> list[str]:  # noqa: ARG001  (typer goes by the names)
    """The templates that come with hubtweets, with and without their version, and files and folders."""
    from hubtweets.card.templates import names

    own = dict.fromkeys(part for name in names() for part in (name.partition("@")[0], name))
    return [*own, *_paths(incomplete, (".md.j2",))]


@_harmless
def sources(ctx: typer.Context, incomplete: str) -> list[str]:  # noqa: ARG001
    """The services that posts are read from, and files that may hold posts."""
    from hubtweets.posts.spec import network_sources, table_suffixes

    return [*(f"{word}:" for word in network_sources()), *_paths(incomplete, (*table_suffixes(), ".zip", ".js", ".gz"))]


@_harmless
def namespaces(ctx: typer.Context, incomplete: str) -> list[str]:  # noqa: ARG001
    """The users and organisations of a local Hub, or those that the token may write to."""
    folder = _local_folder(ctx)
    if folder is not None:
        return sorted(path.name for path in (folder / "repos" / "models").iterdir())
    return _asked(ctx, lambda client: client.whoami().namespaces)


@_harmless
def repo_ids(ctx: typer.Context, incomplete: str) -> list[str]:
    """The models of the namespace that was typed or named with `--namespace`; before that, namespaces."""
    owner, slash, begun = incomplete.partition("/")
    if not slash:
        named = ctx.params.get("namespace")
        owners = [str(named)] if named else namespaces(ctx, incomplete)
        if len(owners) != 1:
            return [f"{one}/" for one in owners]
        (owner,) = owners
    folder = _local_folder(ctx)
    if folder is not None:
        return sorted(f"{owner}/{path.stem}" for path in (folder / "repos" / "models" / owner).glob("*.git"))
    params = [("author", owner), ("search", begun), ("limit", str(_MOST))]
    return _asked(ctx, lambda client: [str(one["id"]) for one in client.get_json("/api/models", params)])


@_harmless
def repo_ids_and_files(ctx: typer.Context, incomplete: str) -> list[str]:
    """Cards: files and folders, and the models of a namespace."""
    near = _paths(incomplete, (".md", ".json"))
    return [*near, *repo_ids(ctx, incomplete)] if not near or "/" not in incomplete else near


def _paths(incomplete: str, suffixes: tuple[str, ...]) -> list[str]:
    """Files of these kinds and folders, as far as they were typed."""
    begun, slash, name = incomplete.rpartition("/")
    folder = disk.expanded(f"{begun}{slash}")
    return sorted(
        f"{begun}{slash}{path.name}{'/' if path.is_dir() else ''}"
        for path in folder.iterdir()
        if path.name.startswith(name)
        and path.name.startswith(".") == name.startswith(".")
        and (path.is_dir() or path.name.lower().endswith(suffixes))
    )


def _local_folder(ctx: typer.Context) -> Path | None:
    """The folder of the local Hub that was named before on the line; it is looked into without a server."""
    from hubtweets.hub.tokens import LOCAL

    hub = ctx.params.get("hub")
    return disk.expanded(hub.removeprefix(LOCAL)) if isinstance(hub, str) and hub.startswith(LOCAL) else None


def _asked(ctx: typer.Context, ask: Callable[[HubClient], Iterable[str]]) -> list[str]:
    """What a Hub answers; nothing where it does not within `PATIENCE`."""
    answered: list[str] = []

    def look() -> None:
        from hubtweets.hub.client import HubClient
        from hubtweets.hub.pacing import Stop

        given = bool(ctx.params.get("token_for_this_hub"))
        try:
            with HubClient(ctx.params.get("hub"), stop=Stop(PATIENCE), send_token=given) as client:
                answered.extend(ask(client))
        except Exception:  # see `_harmless`; nothing of a thread may be printed either
            return

    thread = threading.Thread(target=look, name="completion", daemon=True)
    thread.start()
    thread.join(PATIENCE)
    return list(answered)
