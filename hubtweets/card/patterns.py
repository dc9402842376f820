"""The historical templates, turned round: a card whose body one of them wrote, unchanged, gives its record at once.

A pattern is the template rendered with marks in place of the facts, and each mark made a group. It holds for cards
that have every fact; the others are read by landmarks. What people edit most is the front matter, so that is apart.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

import msgspec

from hubtweets._shared import frontmatter
from hubtweets._shared.frontmatter import MOST_DIGITS
from hubtweets.card import escape, rendering
from hubtweets.card.landmarks import MOST_ACCOUNTS
from hubtweets.record import Account, Counts, ModelRecord, Tracking

NEWEST = "huggingtweets-2021-05@1"
EARLIER = "huggingtweets-2021-03@1"

_SLOTS = 3
"""How many pictures the cards of 2021-05 have room for."""

_ROWS = ("downloaded", "retweets", "short", "kept")

_REPO_ID = re.compile(r"model='([^'\n]+)'")


class Matched(NamedTuple):
    """The facts of a body that a historical template wrote, and whether it wrote the front matter too.

    Without that, `record` has neither thumbnail nor language: the front matter says them.
    """

    record: ModelRecord
    whole: bool


class _Pattern(NamedTuple):
    front_matter: re.Pattern[str]
    body: re.Pattern[str]


@functools.lru_cache(maxsize=32)
def _pattern(template: str, accounts: int) -> _Pattern:
    numbers = [9_000_000 + 100 * index for index in range(accounts)]
    marked = tuple(
        Account(
            handle=f"qhandle{index}q",
            name=f"qname{index}q",
            platform="x",
            avatar_url=f"https://q.example/qavatar{index}q" if index < _SLOTS else None,
            counts=Counts(downloaded=number, retweets=number - 60, short=20, kept=40),
        )
        for index, number in enumerate(numbers)
    )
    record = ModelRecord(
        template=template,
        repo_id="qrepo/qidq",
        accounts=marked,
        base_model="openai-community/gpt2",
        language=("en",),
        tracking=Tracking(dataset_run="https://q.example/qdatasetq", training_run="https://q.example/qtrainingq"),
        thumbnail="https://q.example/qthumbnailq",
    )
    written = frontmatter.split(rendering.render(record))
    front_matter, text = re.escape(written.yaml or ""), re.escape(written.body)
    names = [account.name for account in marked]
    marks = {
        "slug": re.escape(record.slug),
        "names": re.escape(" & ".join(names)),
        "header": re.escape(" | ".join(names)),
        "repo_id": re.escape(record.repo_id),
        "dataset_run": re.escape("https://q.example/qdatasetq"),
        "training_run": re.escape("https://q.example/qtrainingq"),
    } | {f"avatar{index}": re.escape(account.avatar_url) for index, account in enumerate(marked) if account.avatar_url}
    if accounts == 1:  # one name is the whole list, and the header's cell too
        del marks["header"]
    for name, mark in marks.items():
        text = text.replace(mark, rf"(?P<{name}>[^\n]*?)", 1).replace(mark, f"(?P={name})")
    rows = {"downloaded": numbers, "retweets": [number - 60 for number in numbers]}
    for name, values in [*rows.items(), ("short", [20] * accounts), ("kept", [40] * accounts)]:
        row = r"\ ".join([rf"{value}\ \|" for value in values])
        group = r"\ ".join([rf"(?P<{name}{index}>\d{{1,{MOST_DIGITS}}})\ \|" for index in range(accounts)])
        text = text.replace(row, group, 1)
    front_matter = front_matter.replace(re.escape(str(record.thumbnail)), r"(?P<thumbnail>[^\n]*?)", 1)
    return _Pattern(re.compile(front_matter), re.compile(text))


def match(parts: frontmatter.Parts) -> Matched | None:
    """What a card says whose body a historical template wrote and nobody changed; None for any other card."""
    found = _REPO_ID.search(parts.body)
    if found is None:
        return None
    handles = found[1].rpartition("/")[2].split("-")
    if len(handles) > MOST_ACCOUNTS:
        return None
    templates = (NEWEST, EARLIER) if len(handles) == 1 else (NEWEST,)
    for template in templates:
        pattern = _pattern(template, len(handles))
        facts = pattern.body.fullmatch(parts.body)
        if facts is not None:
            return _matched(facts, pattern.front_matter.fullmatch(parts.yaml or ""), handles, template)
    return None


def _matched(
    facts: re.Match[str], front_matter: re.Match[str] | None, handles: list[str], template: str
) -> Matched | None:
    several = len(handles) > 1
    names = split_names(facts["names"], facts["header"], len(handles)) if several else [facts["names"]]
    if names is None:
        return None
    rows = [{key: int(facts[f"{key}{index}"]) for key in _ROWS} for index in range(len(names))]
    if any(row["kept"] != row["downloaded"] - row["retweets"] - row["short"] or row["kept"] < 0 for row in rows):
        return None
    accounts = tuple(
        Account(
            handle="" if several else handles[0],
            name=name,
            platform="x",
            avatar_url=facts[f"avatar{index}"] if index < _SLOTS else None,
            counts=Counts(**row),  # type: ignore[arg-type]
        )
        for index, (name, row) in enumerate(zip(names, rows, strict=True))
    )
    record = ModelRecord(
        template=template,
        repo_id=facts["repo_id"],
        accounts=accounts,
        handles=tuple(handles) if several else (),
        base_model="openai-community/gpt2",
        tracking=Tracking(dataset_run=facts["dataset_run"], training_run=facts["training_run"]),
    )
    if not _writes(record, facts):
        return None
    thumbnail = front_matter["thumbnail"] if front_matter is not None else None
    if thumbnail is None or escape.yaml(thumbnail) != thumbnail:
        return Matched(record, whole=False)
    return Matched(msgspec.structs.replace(record, language=("en",), thumbnail=thumbnail), whole=True)


def _writes(record: ModelRecord, facts: re.Match[str]) -> bool:
    """Whether the template would write these facts as they stand, so that the card comes back byte for byte."""
    tracking = record.tracking
    assert tracking is not None  # noqa: S101  (made above)
    urls = [tracking.dataset_run, tracking.training_run, *(account.avatar_url for account in record.accounts)]
    return (
        record.slug == facts["slug"]
        and all(escape.notebook(account.name) == account.name for account in record.accounts)
        and all(escape.url(url) == url for url in urls if url is not None)
        and escape.python(record.repo_id, "'") == f"'{record.repo_id}'"
    )


def split_names(title: str, header: str, count: int) -> list[str] | None:
    """`count` names out of `A & B` and `A | B`, or None where the two do not fit.

    The separators are as long as each other, so the two lines differ exactly at the separators, whatever the names
    themselves hold.
    """
    if len(title) != len(header):
        return None
    at = [index for index, pair in enumerate(zip(title, header, strict=True)) if pair[0] != pair[1]]
    if len(at) != count - 1 or any(title[i - 1 : i + 2] != " & " or header[i - 1 : i + 2] != " | " for i in at):
        return None
    starts, ends = [0, *(index + 2 for index in at)], [*(index - 1 for index in at), len(title)]
    return [title[start:end] for start, end in zip(starts, ends, strict=True)]
