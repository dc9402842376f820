"""Texts made to take long, nest deep or grow large are dealt with in time: each would hang for minutes otherwise."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hubtweets.card import check, fix, merge, read, render
from hubtweets.card.escape import FILTERS
from hubtweets.card.metadata import parse
from hubtweets.errors import CardReadError
from hubtweets.record import ModelRecord, from_json

pytestmark = pytest.mark.timeout(60)

N = 20_000
JOE = from_json((Path(__file__).parent / "golden" / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)
LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(f'*{chr(97 + n)}' for _ in range(9))}]\n" for n in range(9)
)
LONG = [
    " " * N + "\n", "`" * N, "` `` " * (N // 5), "*" * N, "_" * N, "<" * N, "[" * N, "# " + " " * N + "#" * N, "| " * N,
    "&" * N, "a" * N, "-" * N, "![" * N, "[a](" * N, "http://" * N, "{{" * N, "www." * N, "@a." * N, "<a " * N,
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_texts(text: str) -> None:
    for filter_ in (FILTERS[name] for name in sorted(FILTERS.keys() - {"num", "cells"})):
        filter_(text)
    record = msgspec.structs.replace(JOE, accounts=(msgspec.structs.replace(JOE.accounts[0], name=text),))
    for template in ("hubtweets@1", "huggingtweets-2021-05@1"):
        card = render(record, template)
        read(card)
        check(card)
    base, ours = render(JOE), render(JOE, "hubtweets@1")
    edited = base + f"\n{text}\n"
    check(edited)
    fix(edited)
    read(edited)
    merge(base, edited, ours)


@pytest.mark.parametrize("yaml", [LAUGHS, "a: " + "[" * N, "- " * N + "x", "a: &a [*a]"])
def test_front_matter_that_grows(yaml: str) -> None:
    card = f"---\n{yaml}\n---\n\n# A card\n"
    with pytest.raises(CardReadError):
        parse(yaml)
    assert "front-matter-invalid" in [finding.rule for finding in check(card)]
    read(card)
    read(card.replace("# A card", "# A card\nhubtweets: x"))
    assert merge("---\na: 1\n---\n\nx\n", card, "---\na: 2\n---\n\nx\n").conflicts
