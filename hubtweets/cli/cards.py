"""Where the card commands get cards from: files, folders, standard input, and repos of a Hub."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeVar

import msgspec

from hubtweets.errors import CardError, CardReadError, RecordError, RepoNotFoundError, UsageError

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
            yield STDIN, lambda: Source(STDIN, _text(sys.stdin.buffer, STDIN), None)
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
    from hubtweets.record import from_data

    content = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    try:
        data = msgspec.json.decode(content)
        read = isinstance(data, dict) and "repo_id" not in data and isinstance(data.get("record"), dict)
        return from_data(data["record"] if read else data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, RecordError) as error:
        why = f"not JSON: {error}" if not isinstance(error, RecordError) else error.message
        raise RecordError(
            f"{STDIN if source == '-' else source} is {why}",
            hint="`hubtweets card read --json CARD` prints one that can be given here.",
        ) from None


def _of_file(name: str) -> Source:
    with Path(name).open("rb") as stream:
        return Source(name, _text(stream, name), Path(name))


def _text(stream: BinaryIO, name: str) -> str:
    """The text of a card, line ends untouched.

    Raises:
        CardReadError: when it is too large, or not UTF-8.
    """
    from hubtweets.hub.connection import LARGEST_CARD

    data = stream.read(LARGEST_CARD + 1)
    if len(data) > LARGEST_CARD:
        raise CardReadError(
            f"{name} has more than {LARGEST_CARD // 2**20} MiB, which no card has.",
            place="file",
            hint="Give a model's README.md.",
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CardReadError(
            f"{name} is not UTF-8 (line {line}).", place=str(line), hint="Save it as UTF-8, then run this again."
        ) from None


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
