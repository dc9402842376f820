"""What `hubtweets hub` reads before it serves: the repos to fill it with, rate limits, and faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets.errors import RecordError, UsageError
from hubtweets.record import Account, Counts, ModelRecord, Tracking, check_repo_id, from_data

if TYPE_CHECKING:
    from hubtweets.localhub.faults import Plan

Repo = tuple[str, Mapping[str, bytes]]

ORGANISATION = "huggingtweets"
_TEMPLATE = "huggingtweets-2021-05@1"
_CONFIG = b'{"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2"}'
_FIRST = "Ada Bo Cleo Dai Eva Finn Gia Hugo Ines Jun Kira Leo Mina Noa Ola Pia".split()  # noqa: SIM905
_LAST = "Ash Birch Cedar Elm Fir Hazel Juniper Larch Maple Oak Pine Rowan Spruce Willow".split()  # noqa: SIM905


def repos(source: str) -> tuple[Iterator[Repo], int | None]:
    """Repos to make, and how many where that is known: `source` is a number, or a JSONL file.

    Each line of the file is a record, or `{"repo_id": …, "card": …}`.

    Raises:
        UsageError: when it is neither.
    """
    if source.isascii() and source.isdigit():
        return map(_repo, map(made_up, range(int(source)))), int(source)
    path = Path(source)
    if not path.is_file():
        raise UsageError(
            f"--seed-org {source}: neither a number nor a file.",
            hint="For example --seed-org 1000, or --seed-org cards.jsonl",
        )
    return _from_file(path), None


def made_up(number: int) -> ModelRecord:
    """The record of a person who does not exist, the same for the same number."""
    first, last = _FIRST[number % len(_FIRST)], _LAST[number // len(_FIRST) % len(_LAST)]
    handle = f"{first}{number}".lower()
    downloaded, retweets, short = 1000 + number * 37 % 2250, number * 13 % 500, number * 7 % 200
    counts = Counts(downloaded=downloaded, retweets=retweets, short=short, kept=downloaded - retweets - short)
    account = Account(handle=handle, name=f"{first} {last}", platform="x", counts=counts,
                      avatar_url=f"https://pbs.twimg.com/profile_images/{10**9 + number}/a_400x400.jpg")  # fmt: skip
    run = f"https://wandb.ai/wandb/huggingtweets/runs/{number:08x}"
    return ModelRecord(
        template=_TEMPLATE,
        repo_id=f"{ORGANISATION}/{handle}",
        accounts=(account,),
        base_model="openai-community/gpt2",
        language=("en",),
        tracking=Tracking(dataset_run=run, training_run=run),
        thumbnail=f"https://www.huggingtweets.com/{handle}/{1_620_000_000_000 + number}/predictions.png",
    )


def _repo(record: ModelRecord) -> Repo:
    from hubtweets.card import render

    return check_repo_id(record.repo_id), {"README.md": render(record).encode(), "config.json": _CONFIG}


def _from_file(path: Path) -> Iterator[Repo]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _line(path, number, line)


def _line(path: Path, number: int, line: bytes) -> Repo:
    try:
        data: Any = msgspec.json.decode(line)
        if isinstance(data, dict) and isinstance(data.get("card"), str) and isinstance(data.get("repo_id"), str):
            return check_repo_id(data["repo_id"]), {"README.md": data["card"].encode(), "config.json": _CONFIG}
        return _repo(from_data(data))
    except (msgspec.DecodeError, UnicodeError, RecordError) as error:
        raise UsageError(
            f"{path}, line {number}: neither a record nor a card: {error}",
            hint='Each line is a record, or {"repo_id": "ns/name", "card": "…"}.',
        ) from None


def limits(pairs: Sequence[str]) -> dict[str, int]:
    """Rate limits from `BUCKET=N`.

    Raises:
        UsageError: for another bucket, or no number over 0.
    """
    from hubtweets.localhub.limits import BUCKETS

    found = {}
    for pair in pairs:
        bucket, _, number = pair.partition("=")
        if bucket not in BUCKETS or not (number.isascii() and number.isdigit() and int(number)):
            raise UsageError(f"--limit {pair}: not a rate limit.", hint="For example --limit api=1000")
        found[bucket] = int(number)
    return found


def plan(path: Path | None) -> Plan:
    """The faults in a file; none without one.

    Raises:
        UsageError: when the file is missing or no plan.
    """
    from hubtweets.localhub.faults import Plan

    if path is None:
        return Plan()
    try:
        return msgspec.json.decode(path.read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"--faults {path}: {error}", hint='For example {"seed": 0, "faults": [{"kind": "status", "share": 0.1}]}'
        ) from None
