"""X archive to corpus: posts a second, against a straightforward version in the same run, and memory."""

from __future__ import annotations

import html
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

TITLE = "Archive to corpus"
POSTS = 100_000
PARTS = 2
RUNS = 3
MANY = 1_000_000
MANY_PARTS = 20
MANY_LIMIT = 600
"""MiB that reading `MANY` posts may take at its peak."""

WORDS = re.findall(
    r"\w+",
    "the morning tide was late again and nobody on the quay had noticed until the ferry bell rang twice across the "
    "harbour while gulls argued over a crust near the old lamp where we used to wait for letters from the mainland",
)


def make_archive(path: Path, posts: int = POSTS, parts: int = PARTS) -> None:
    """An archive in the form that X writes: indented JSON, about 2 KB a post, numbers as strings, not in order."""
    chance = random.Random(1)
    account = {"account": {"username": "bench", "accountId": "42", "accountDisplayName": "Bench"}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("data/account.js", f"window.YTD.account.part0 = {json.dumps([account])}")
        for part in range(parts):
            name = f"data/tweets{f'-part{part}' if part else ''}.js"
            rows = [_row(chance, number) for number in range(part, posts, parts)]
            chance.shuffle(rows)
            archive.writestr(name, f"window.YTD.tweets.part{part} = {json.dumps(rows, indent=2)}")


def _row(chance: random.Random, number: int) -> dict[str, object]:
    id_ = str(1_300_000_000_000_000_000 + number * 7_919)
    text = " ".join(chance.choices(WORDS, k=chance.randint(3, 35)))
    urls, mentions = [], []
    luck = chance.random()
    if luck < 0.15:
        text = f"RT @somebody: {text}"
    elif luck < 0.45:
        mentions = [{"name": "You", "screen_name": "you", "indices": ["0", "4"], "id_str": "7", "id": "7"}]
        text = f"@you {text}"
    if chance.random() < 0.3:
        urls = [{"url": "https://t.co/abcdefghij", "expanded_url": "https://harbour.example/logs/2020/",
                 "display_url": "harbour.example/logs/2020/", "indices": ["100", "123"]}]  # fmt: skip
        text = f"{text} &amp; more\nhttps://t.co/abcdefghij"
    created = datetime.fromtimestamp(1_500_000_000 + number * 1_800)
    return {
        "tweet": {
            "edit_info": {"initial": {"editTweetIds": [id_], "editableUntil": "2020-01-01T00:00:00.000Z",
                                      "editsRemaining": "5", "isEditEligible": False}},
            "retweeted": False,
            "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": mentions, "urls": urls},
            "display_text_range": ["0", str(len(text))],
            "favorite_count": "1", "id_str": id_, "truncated": False, "retweet_count": "0", "id": id_,
            "created_at": created.strftime("%a %b %d %H:%M:%S +0000 %Y"),
            "favorited": False, "full_text": text, "lang": "en",
            **({"in_reply_to_status_id_str": "1", "in_reply_to_user_id": "7", "in_reply_to_user_id_str": "7",
                "in_reply_to_screen_name": "you"} if mentions else {}),
        }
    }  # fmt: skip


def ours(path: Path) -> tuple[int, int, int, int]:
    """Counts with hubtweets: downloaded, retweets, short, kept."""
    from hubtweets.posts import open_source, read_corpus

    counts = read_corpus(open_source(str(path))).account.counts
    assert counts is not None
    return counts.downloaded, counts.retweets, counts.short, counts.kept


def straightforward(path: Path) -> tuple[int, int, int, int]:
    """The same numbers as one writes it down first: json.loads, strptime and one re.sub after another."""
    posts = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("data/tweets"):
                text = archive.read(name).decode("utf-8")
                posts += [row["tweet"] for row in json.loads(text[text.index("=") + 1 :])]
    posts = list({post["id_str"]: post for post in posts}.values())
    posts.sort(key=lambda post: datetime.strptime(post["created_at"], "%a %b %d %H:%M:%S %z %Y"))
    retweets = short = kept = 0
    texts = []
    for post in posts:
        text = post["full_text"]
        if text.startswith("RT @"):
            retweets += 1
            continue
        text = html.unescape(text)
        for bad in ("http:", "https:"):
            text = re.sub(f" {bad}\\S+", "", text)
            text = re.sub(f"{bad}\\S+ ", "", text)
            text = re.sub(f"\n{bad}\\S+ ", "", text)
            text = re.sub(f"\n{bad}\\S+", "", text)
            text = re.sub(f"{bad}\\S+", "", text)
        text = re.sub(" +", " ", text)
        text = " ".join(text.split()).strip()
        plain = [word for word in text.split() if all(mark not in word.lower() for mark in ("http", "@", "#"))]
        if len(plain) < 3:
            short += 1
        else:
            kept += 1
            texts.append(text)
    return len(posts), retweets, short, kept


def _fastest(read: Callable[[Path], object], path: Path, runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        read(path)
        times.append(time.process_time() - start)
    return min(times)


_PEAK = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import benchmarks.posts
import hubtweets.posts.corpus, hubtweets.posts.spec, hubtweets.posts.sources.x_archive

def highest():
    status = Path("/proc/self/status")
    if status.exists():  # getrusage would also count the process that started this one
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

before = highest()
benchmarks.posts.ours(Path(sys.argv[1]))
print(highest() - before)
"""


def peak(path: Path) -> int:
    """Bytes of memory that one read adds to a fresh process at its peak."""
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", _PEAK, path, root], capture_output=True, text=True, check=True)
    return int(done.stdout)


def measure() -> str:
    """The numbers, as a section of Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.zip"
        make_archive(path)
        with zipfile.ZipFile(path) as archive:
            sizes = [info.file_size for info in archive.infolist()]
        assert ours(path) == straightforward(path), "both must count the same"
        fast, slow = _fastest(ours, path, RUNS), _fastest(straightforward, path, RUNS)
        memory = peak(path)
        many = Path(folder) / "many.zip"
        make_archive(many, MANY, MANY_PARTS)
        all_memory = peak(many)
    mib = 2**20
    unpacked = sum(sizes) / mib
    return f"""A made archive of {POSTS:,} posts in {PARTS} parts, {unpacked:.0f} MiB unpacked, read from its zip to the
corpus (decoded, ordered, counted, cleaned). The straightforward version uses `json.loads`, `strptime` and one
`re.sub` after another, and gives the same counts. Each is the fastest of {RUNS} runs,
in CPU time.

| | seconds | posts/s |
|---|---:|---:|
| hubtweets | {fast:.2f} | {POSTS / fast:,.0f} |
| straightforward | {slow:.2f} | {POSTS / slow:,.0f} |
| ratio | | {slow / fast:.1f}x |

Peak memory above that of the imported library: {memory / mib:.0f} MiB, {memory / max(sizes):.1f}x the largest part
file ({max(sizes) / mib:.0f} MiB). For {MANY:,} posts in {MANY_PARTS} parts it is {all_memory / mib:.0f} MiB (at most
{MANY_LIMIT} is the aim).

`python -m benchmarks posts`
"""
