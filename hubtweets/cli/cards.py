"""Where the card commands get cards from: files, folders, standard input, and repos of a Hub."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hubtweets.errors import CardError, CardReadError, RecordError, RepoNotFoundError

if TYPE_CHECKING:
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


def cards(sources: list[str], hub: str | None) -> Iterator[Source]:
    """The cards that `sources` name: `-`, a file, a folder (every .md in it, at any depth), or a repo id.

    What is there on disk is a path; only what is not, and looks like `namespace/name`, is asked of the Hub.

    Raises:
        CardError: when there is nothing of that name.
        HubError: when the Hub cannot be asked.
    """
    for source in sources:
        if source == "-":
            yield Source(STDIN, decoded(sys.stdin.buffer.read(), STDIN), None)
        elif Path(source).is_dir():
            files = sorted(path for path in Path(source).rglob("*.md") if path.is_file())
            if not files:
                raise CardError(
                    f"There is no .md file in {source}.", hint="Give a README.md, or a folder with some in it."
                )
            yield from (Source(str(path), decoded(path.read_bytes(), str(path)), path) for path in files)
        elif Path(source).is_file():
            yield Source(source, decoded(Path(source).read_bytes(), source), Path(source))
        elif _REPO_ID.fullmatch(source) and not source.endswith(".md"):
            yield _of_repo(source, hub)
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
    except (msgspec.DecodeError, UnicodeDecodeError, RecordError) as error:
        why = f"not JSON: {error}" if not isinstance(error, RecordError) else error.message
        raise RecordError(
            f"{STDIN if source == '-' else source} is {why}",
            hint="`hubtweets card read --json CARD` prints one that can be given here.",
        ) from None


def decoded(data: bytes, name: str) -> str:
    """The text of a card, line ends untouched.

    Raises:
        CardReadError: when it is not UTF-8.
    """
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
