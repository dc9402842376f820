"""What anybody may write takes time that grows with its length, not with its square: counted as CPU time."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from hubtweets._shared import frontmatter
from hubtweets.card import MergeResult, check, fix, merge, read, render, update
from hubtweets.errors import CardError, CardReadError
from hubtweets.record import ModelRecord, from_json

pytestmark = pytest.mark.timeout(300)

JOE = from_json((Path(__file__).parent / "golden" / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)
CARDS = {template: render(JOE, template) for template in ("huggingtweets-2021-05@1", "hubtweets@1")}
HISTORICAL, OWN = CARDS.values()

N = 1_000
MOST = 0.2
"""Seconds that no reader needs for 4 N characters that it deals with in proportion; only slower ones are compared."""

TOKENS = [
    "{{ ", "A", "-", "- ", "|", "|\n", "<", "<a ", "1:", "[", "`", "```\n", "\n", "\r", " ", " \n", "&", "# \n",
    "# a\n", "🤖", "9", "'", "a: ", "%TAG !a! b\n", "<<: ", "model='o/a", "a-", "http://", "x\ny\n", "eyJ",
]  # fmt: skip


def places(text: str) -> Iterator[str]:
    """Cards with `text` wherever a card has something of an account's or a person's."""
    yield f"---\n{text}\n---\n{text}"
    for card in (HISTORICAL, OWN):
        yield card.replace("Joe Biden", text).replace("\n## ", f"\n{text}\n## ", 1) + f"\n{text}\n"
        yield card.replace("tags:\n", f"license: {text}\ntags:\n", 1).replace("joebiden", text)


def names(text: str) -> ModelRecord:
    account = msgspec.structs.replace(JOE.accounts[0], name=text, avatar_url=f"https://x.example/{text}")
    return msgspec.structs.replace(JOE, accounts=(account,), thumbnail=text)


def reads(text: str) -> None:
    for card in places(text):
        read(card)


def checks(text: str) -> None:
    for card in places(text):
        check(card)


def fixes(text: str) -> None:
    for card in places(text):
        fix(card)


def merges(text: str) -> None:
    for card in places(text):
        merge(HISTORICAL, card, OWN)


def updates(text: str) -> None:
    for card in places(text):
        try:
            update(card, None, "hubtweets", "keep-ours")
        except CardError:  # the new card has a fault that the old one had not
            continue


def renders(text: str) -> None:
    for template in CARDS:
        render(names(text), template)


def seconds(reader: Callable[[str], None], text: str, times: int = 1) -> float:
    """The CPU time that a reader takes; the least of several runs, so that a busy machine does not count."""
    taken = []
    for _ in range(times):
        gc.disable()  # what it takes has to do with all that other tests left
        start = time.process_time()
        reader(text)
        taken.append(time.process_time() - start)
        gc.enable()
    return min(taken)


@pytest.mark.parametrize(
    "reader",
    [reads, updates, renders, *(pytest.param(reader, marks=pytest.mark.slow) for reader in (checks, fixes, merges))],
    ids=lambda reader: reader.__name__,
)
def test_time_grows_with_the_length(reader: Callable[[str], None]) -> None:
    for token in TOKENS:
        short, long = ((token * length)[:length] for length in (N, 4 * N))
        if seconds(reader, long) > MOST:
            tries = [(seconds(reader, short, 3), seconds(reader, long, 3))]
            while tries[-1][1] > 6 * tries[-1][0] and len(tries) < 4:  # noise does not come again, a square does
                tries.append((seconds(reader, short, 3), seconds(reader, long, 3)))
            once, four_times = tries[-1]
            assert four_times <= 6 * once, f"{token!r}: {once:.2f} s, {four_times:.2f} s for four times as much"


@pytest.mark.thorough
@pytest.mark.parametrize("line", ["|\n", "x\n", "x {n}\n", "# x {n}\n\n", "- x\n{n}\n", "\n"])
def test_long_texts_of_both_sides_are_merged_in_time(line: str) -> None:
    """difflib alone takes minutes for these."""

    def merged(count: int) -> float:
        base, theirs, ours = (
            "# A\n\n" + "".join(line.format(n=f"{side}{n}" if n % 2 else n) for n in range(count)) for side in "abc"
        )
        return seconds(lambda _: reach(merge(base, theirs + "mine\n", "new\n\n" + ours)), "")

    assert merged(8_000) < 10


def reach(result: MergeResult) -> None:
    assert result.text


@pytest.mark.parametrize(
    "value",
    ["1" * 5_000, "1:" * 2_000 + "1", "1:" * 2_000 + "1.5", "0x" + "F" * 5_000, "-" + "9" * 21, "!!int " + "7" * 5_000],
    ids=lambda value: value[:8],
)  # fmt: skip
def test_no_number_is_made_of_what_is_none(value: str) -> None:
    assert frontmatter.load(f"a: {value}\n") == {"a": value.removeprefix("!!int ")}
    card = OWN.replace("tags:\n", f"license: {value}\ntags:\n", 1).replace("  schema: 1\n", f"  schema: {value}\n")
    assert [note.code for note in read(card).not_understood] == ["record"]
    check(card)


@pytest.mark.parametrize(
    "value", ["!!binary aGVsbG8=", '!!int ""', "!!int x", "!!set {a}", "!!python/name:os.system x"]
)
def test_what_json_has_not_is_an_error_of_that_card(value: str) -> None:
    with pytest.raises(CardReadError):
        frontmatter.load(f"a: {value}\n")
    card = OWN.replace("  schema: 1\n", f"  schema: 1\n  zzz: {value}\n")
    assert [note.code for note in read(card).not_understood] == ["front-matter"]
    assert update(card).kind == "unreadable"


@pytest.mark.slow
def test_with_the_lowest_limit_of_digits() -> None:
    """`python -X int_max_str_digits=640` raises where somebody's number is made one of ours."""
    code = (
        "from hubtweets.card import check, read\n"
        "import sys; card = sys.stdin.read(); n = '9' * 5000\n"
        "for text in (card.replace('2738', n), card.replace('tags:', f'license: {n}\\ntags:', 1)):\n"
        "    read(text); check(text)\n"
    )
    command = [sys.executable, "-X", "int_max_str_digits=640", "-c", code]
    for card in CARDS.values():
        subprocess.run(command, input=card, encoding="utf-8", check=True)
