"""Where the card commands get cards from: files, folders, standard input, and repos of a Hub."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from hubtweets.errors import CardError, RepoNotFoundError, UsageError

if TYPE_CHECKING:
    from hubtweets.cli.failures import Failure
    from hubtweets.record import ModelRecord

CARD = "README.md"
STDIN = "standard input"

_REPO_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9_][\w.-]*", re.ASCII)


class Source(NamedTuple):
    """One card: what to call it, its text, the file it is in (None for standard input and repos), and of a repo's where
    its relative pictures are, and its id."""

    name: str
    text: str
    path: Path | None
    base_url: str | None = None
    repo_id: str | None = None


Told = TypeVar("Told")


def each(
    sources: list[str], hub: str | None, judge: Callable[[Source], Told], failed: Callable[[Failure], Told]
) -> Iterator[tuple[str, Told]]:
    """What `judge` makes of every card that `sources` name, and `failed` of those that it cannot be asked about: one
    odd card among several keeps no other from being looked at.

    Raises:
        CardError: when there is nothing of that name, or the only card cannot be read.
        HubError: when the Hub cannot be asked for the only card.
        UsageError: (of `judge`) when what was asked for cannot be meant.
    """
    from hubtweets.cli.failures import explain

    alone = len(sources) == 1 and not Path(sources[0]).is_dir()
    for name, opened in _named(sources, hub):
        try:
            source = opened()
            name, told = source.name, judge(source)
        except UsageError:
            raise
        except Exception as error:
            if alone:
                raise
            told = failed(explain(error))
        yield name, told


def only(source: str, hub: str | None) -> Source:
    """The card that `source` names, the first of a folder.

    Raises:
        CardError, HubError: see `each`.
    """
    return next(_named([source], hub))[1]()


def _named(sources: list[str], hub: str | None) -> Iterator[tuple[str, Callable[[], Source]]]:
    """What each source is called, and how it is read: `-`, a file, a folder (every .md in it, at any depth), or a repo
    id. What is there on disk is a path; only what is not, and looks like `namespace/name`, is asked of the Hub."""
    for source in sources:
        if source == "-":
            yield STDIN, _of_stdin
        elif Path(source).is_dir():
            files = sorted(path for path in Path(source).rglob("*.md") if path.is_file())
            if not files:
                raise CardError(
                    f"There is no .md file in {source}.", hint="Give a README.md, or a folder with some in it."
                )
            yield from ((str(path), functools.partial(_of_file, str(path))) for path in files)
        elif Path(source).is_file():
            yield source, functools.partial(_of_file, source)
        elif _REPO_ID.fullmatch(source) and not source.endswith(".md"):
            yield source, functools.partial(_of_repo, source, hub)
        else:
            raise CardError(
                f"{source} is neither a file nor a folder, nor does it look like a repo id.",
                hint="Give a README.md, a folder, a repo id such as huggingtweets/joebiden, or - for standard input.",
            )


def record(source: str) -> ModelRecord:
    """The record in a JSON file, or on standard input for `-`: alone, or in what `card read --json` prints.

    Raises:
        RecordError: when there is none; with the file's name.
    """
    from hubtweets.card.files import record_in

    if source == "-":
        return record_in(sys.stdin.buffer, STDIN)
    with Path(source).open("rb") as stream:
        return record_in(stream, source)


def _of_file(name: str) -> Source:
    from hubtweets.card.files import card_in

    with Path(name).open("rb") as stream:
        return Source(name, card_in(stream, name), Path(name))


def _of_stdin() -> Source:
    from hubtweets.card.files import card_in

    return Source(STDIN, card_in(sys.stdin.buffer, STDIN), None)


def _of_repo(repo_id: str, hub: str | None) -> Source:
    from hubtweets.publishing.connect import connect

    with connect(hub) as client:
        card = client.read_card(repo_id)
        if card.text is None:
            raise RepoNotFoundError(
                f"{repo_id}: no {CARD} in it, on {client.endpoint}.",
                repo_id=repo_id,
                endpoint=client.endpoint,
                hint="Check the id; a private repo needs a token (hf auth login).",
            )
        pictures = f"{client.url(card.repo_id)}/resolve/{card.commit}/"
        return Source(card.repo_id, card.text, None, pictures, card.repo_id)
