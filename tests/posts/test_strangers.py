"""Archives and posts that a stranger made up: a clear end, in time that grows with their length."""

from __future__ import annotations

import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubtweets._shared.personal_data import scrub
from hubtweets.errors import HubtweetsError
from hubtweets.posts import open_source, read_corpus
from hubtweets.posts.filters import near_duplicates

WHEN = "Sat Nov 09 12:14:18 +0000 2024"
NOTE = "2024-11-09T12:14:18.000Z"
DIGITS = "9" * 5000


def rows(*posts: dict[str, Any]) -> str:
    return "window.YTD.tweets.part0 = " + json.dumps([{"tweet": post} for post in posts])


def post(number: object, text: str, at: str = WHEN, **more: Any) -> dict[str, Any]:
    return {"id_str": str(number), "created_at": at, "full_text": text, **more}


def notes(count: int) -> str:
    found = [{"noteTweet": {"createdAt": NOTE, "core": {"text": f"zzz {number}"}}} for number in range(count)]
    return "window.YTD.note_tweet.part0 = " + json.dumps(found)


def manifest(count: str) -> str:
    told = {
        "userInfo": {"accountId": "1", "userName": "wren", "displayName": "Wren"},
        "dataTypes": {"tweets": {"files": [{"count": count}]}},
    }
    return "window.__THAR_CONFIG = " + json.dumps(told)


def archive(path: Path, files: dict[str, str]) -> Path:
    account = [{"account": {"username": "wren", "accountId": "1", "accountDisplayName": "Wren"}}]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("data/account.js", "window.YTD.account.part0 = " + json.dumps(account))
        for name, content in files.items():
            made.writestr(name, content)
    return path


def plain(count: int) -> list[dict[str, Any]]:
    return [post(number, f"the wren sings of bird number {number}") for number in range(count)]


ODD: dict[str, Callable[[], dict[str, str]]] = {
    "a part of 5,000 digits": lambda: {"data/tweets.js": rows(*plain(9)), f"data/tweets-part{DIGITS[:200]}.js": rows()},
    "a count of 5,000 digits": lambda: {"data/tweets.js": rows(*plain(9)), "data/manifest.js": manifest(DIGITS)},
    "an hour of 99": lambda: {"data/tweets.js": rows(post(1, "a b c d", at=WHEN.replace("12:", "99:")))},
    "ids of 5,000 digits": lambda: {
        "data/tweets.js": rows(
            post(DIGITS, "a b c d", edit_info={"initial": {"editTweetIds": ["1", "2"]}}), post("8" * 5000, "a b c d")
        )
    },
    "deep": lambda: {"data/tweets.js": "window.YTD.tweets.part0 = " + "[" * 100_000 + "]" * 100_000},
    "spaces and a note of the same second": lambda: {
        "data/tweets.js": rows(*(post(number, f"a{' ' * 1995}b") for number in range(400))),
        "data/note-tweet.js": notes(1),
    },
}


def ends(path: Path) -> str:
    """How reading ends: with posts, or an error that says what to do."""
    try:
        return f"read {len(read_corpus(open_source(path), minimum=0).posts)}"
    except HubtweetsError as error:
        assert error.hint
        assert len(error.message) < 500, "not all of somebody's digits"
        return type(error).__name__


@pytest.mark.parametrize("name", ODD)
def test_an_odd_archive_is_read_or_refused(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    ended = ends(archive(tmp_path / "x.zip", ODD[name]()))
    assert time.process_time() - start < 10, "what was quadratic took a minute"
    if "count" in name or "part" in name:
        assert ended.startswith("read") or ended == "ArchiveError"


def test_those_of_the_cases(shared: Path) -> None:
    found = sorted((shared / "cases" / "security").glob("x-*.zip"))
    assert len(found) >= 4
    for path in found:
        start = time.process_time()
        ends(path)
        assert time.process_time() - start < 10, path.name


def seconds(do: Callable[[], object]) -> float:
    start = time.process_time()
    do()
    return time.process_time() - start


def grows(do: Callable[[int], object], count: int) -> None:
    """Four times as much takes about four times as long; what takes no time at all is not compared."""
    small = large = 99.0
    for _ in range(3):  # in turns: the machine may be quicker at one moment than at the next
        small, large = min(small, seconds(lambda: do(count))), min(large, seconds(lambda: do(4 * count)))
    assert large < 6 * max(small, 0.03), (small, large)


@pytest.mark.parametrize(
    "token",
    ["a.", "a@", "1 ", "+1", "(1)", "1-", "a-", ".", "@a", "a@a.", "0", "A", "hf_", "AKIA", "1 Main St ", "eyJ.",
     "DE12 ", "N1 1AA ", "-----BEGIN ", "key=", "12345 ",
     "12345 A ", "1 Main 12345 "],
)  # fmt: skip
def test_scrubbing_is_linear(token: str) -> None:
    grows(lambda count: scrub(token * (count // len(token)) + " x"), 3_000)


@pytest.mark.thorough
@pytest.mark.parametrize("words", ["aa bb cc dd zz", "aa"])
def test_posts_of_one_frame_are_compared_in_linear_time(words: str) -> None:
    # from where no post is compared with more than so many others; below that it may be with all of them
    grows(lambda count: near_duplicates([f"{words} {chr(0x4E00 + number) * 2}" for number in range(count)]), 1_500)


def test_notes_of_one_second_are_joined_in_linear_time(tmp_path: Path) -> None:
    def made(count: int) -> Path:
        files = {"data/tweets.js": rows(*plain(count)), "data/note-tweet.js": notes(count)}
        return archive(tmp_path / f"{count}.zip", files)

    paths = {count: made(count) for count in (300, 1200)}
    grows(lambda count: ends(paths[count]), 300)
