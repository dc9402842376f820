"""What `hubtweets hub` reads before it serves: the repos to fill it with, rate limits, and faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets.errors import RecordError, UsageError
from hubtweets.record import Account, Counts, ModelRecord, Tracking, check_repo_id, from_data

if TYPE_CHECKING:
    from hubtweets.localhub.faults import Plan
    from hubtweets.localhub.storage.seed import Seed

ORGANISATION = "huggingtweets"
_TEMPLATE = "huggingtweets-2021-05@1"
_OLDER_TEMPLATE = "huggingtweets-2021-03@1"
_OURS = "hubtweets@1"
_CONFIG = b'{"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2"}'
_FIRST = "Ada Bo Cleo Dai Eva Finn Gia Hugo Ines Jun Kira Leo Mina Noa Ola Pia".split()  # noqa: SIM905
_LAST = "Ash Birch Cedar Elm Fir Hazel Juniper Larch Maple Oak Pine Rowan Spruce Willow".split()  # noqa: SIM905


def repos(source: str) -> tuple[Iterator[Seed], int | None]:
    """Repos to make, and how many where that is known: `source` is a number, or a JSONL file.

    Each line of the file is a record, or `{"repo_id": …, "card": …}`.

    Raises:
        UsageError: when it is neither.
    """
    if source.isascii() and source.isdigit():
        return map(made_up_repo, range(int(source))), int(source)
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


def _repo(record: ModelRecord) -> Seed:
    from hubtweets.card import render
    from hubtweets.localhub.storage.seed import Seed

    return Seed(check_repo_id(record.repo_id), _files(render(record)))


def _files(card: str) -> dict[str, bytes]:
    return {"README.md": card.encode(), "config.json": _CONFIG}


# -- what people and time have made of an organisation's cards, in every twenty of them ------------------------------


def _with_note(card: str) -> str:
    return card + "\n## A note\n\nSomebody wrote this by hand, and wants to keep it.\n"


def _with_tag(card: str) -> str:
    return card.replace("- huggingtweets\n", "- huggingtweets\n- parody\n", 1)


def _with_licence(card: str) -> str:
    return card.replace("---\n", "---\nlicense: cc-by-nc-4.0\n", 1)


def _contested(card: str) -> str:
    """A sentence changed that every new template words anew."""
    changed = card.replace("The model uses the following pipeline.", "Somebody explains the pipeline better here.", 1)
    return changed.replace("## Intended uses & limitations", "## What it is for", 1)


def _other_name(card: str) -> str:
    """The display name corrected in the heading, as people do who marry."""
    return card.replace(" 🤖 AI Bot", "-Smith 🤖 AI Bot", 1).replace("AI BOT", "AI BOT, she/her", 1)


def _foreign(_: str) -> str:
    return "---\nlicense: mit\ntags: [bert]\n---\n\n# Another model\n\nA classifier, trained with something else.\n"


def _own_words(_: str) -> str:
    return "---\ntags:\n- huggingtweets\n---\n\n# My bot\n\nI threw the card away and wrote my own.\n"


def _taken_down(_: str) -> str:
    record = "hubtweets:\n  retracted: '2026-01-01'\n"
    return f"---\n{record}---\n\n# Taken down\n\nThis model was removed at somebody's request.\n"


def made_up_repo(number: int) -> Seed:
    """The repo of a person who does not exist. Of twenty, nine are as the notebook left them; the others are what a
    batch has to stand: edited, contested, of other templates, foreign, moved, private, gated, taken down."""
    from hubtweets.card import render
    from hubtweets.localhub.storage.seed import Revision, Seed

    record = made_up(number)
    seed = _repo(record)
    kind = number % 20

    def edited(*changes: Callable[[str], str], template: str = _TEMPLATE) -> Seed:
        card = new = render(record, template)
        for change in changes:
            new = change(new)
        later = (Revision({"README.md": new.encode()}, "somebody", "Update README.md"),)
        return Seed(seed.repo_id, _files(card), later)

    def of(template: str) -> Seed:
        return Seed(seed.repo_id, _files(render(record, template)))

    makers: dict[int, Callable[[], Seed]] = {
        2: lambda: edited(_with_note, _with_tag),
        4: lambda: edited(_contested),
        5: lambda: of(_OLDER_TEMPLATE),
        6: lambda: edited(_foreign),
        8: lambda: seed._replace(moved_from=f"{ORGANISATION}/old-{record.accounts[0].handle}"),
        9: lambda: seed._replace(private=True),
        10: lambda: edited(_taken_down),
        12: lambda: edited(_with_licence),
        13: lambda: edited(_other_name),
        14: lambda: seed._replace(gated="auto"),
        15: lambda: edited(_own_words),
        16: lambda: of(_OURS),
        17: lambda: edited(_with_note, _with_tag, template=_OURS),
    }
    return makers[kind]() if kind in makers else seed


def _from_file(path: Path) -> Iterator[Seed]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _line(path, number, line)


def _line(path: Path, number: int, line: bytes) -> Seed:
    from hubtweets.localhub.storage.seed import Seed

    try:
        data: Any = msgspec.json.decode(line)
        if isinstance(data, dict) and isinstance(data.get("card"), str) and isinstance(data.get("repo_id"), str):
            return Seed(check_repo_id(data["repo_id"]), _files(data["card"]))
        return _repo(from_data(data))
    except (msgspec.DecodeError, UnicodeError, RecursionError, RecordError) as error:
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
