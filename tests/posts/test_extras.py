"""Without its extra, a source says which one to install; nothing else needs any."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

# As in an environment that does not have the library: its import fails, in a process of its own.
CODE = """
import sys
from importlib.machinery import PathFinder
missing = sys.argv[1]
find = PathFinder.find_spec
PathFinder.find_spec = lambda name, *more: None if name.partition(".")[0] == missing else find(name, *more)
from hubtweets.errors import MissingExtraError
from hubtweets.posts import Filters, ReadOptions, open_source, read_corpus
try:
    filters = Filters(languages=("en",)) if missing == "py3langid" else Filters()
    read_corpus(open_source(sys.argv[2], handle="me"), filters=filters, minimum=0)
    print("read")
except MissingExtraError as error:
    print(error.extra, error.hint)
"""


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("library", "spec", "extra"),
    [
        ("tweepy", "x:example", "x"),
        ("datasets", "x:example", "x"),
        ("atproto", "bluesky:alice.example", "bluesky"),
        ("mastodon", "mastodon:me@127.0.0.1", "mastodon"),
        ("datasets", "hf:me/tweets", "train"),
        ("pyarrow", "posts.parquet", "train"),
        ("py3langid", "posts.jsonl", "language"),
        ("pyarrow", "posts.jsonl", None),
        ("datasets", "posts.csv", None),
    ],
)
def test_the_extra_is_named(tmp_path: Path, library: str, spec: str, extra: str | None) -> None:
    (tmp_path / "posts.jsonl").write_text('{"text": "some plain words of mine"}\n')
    (tmp_path / "posts.csv").write_text("text\nsome plain words of mine\n")
    (tmp_path / "posts.parquet").write_bytes(b"PAR1")
    env = {**os.environ, "X_BEARER_TOKEN": "a-bearer-token", "HUBTWEETS_X_API": "http://127.0.0.1:9"}
    done = subprocess.run(
        [sys.executable, "-c", CODE, library, spec], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == (f"{extra} pip install 'hubtweets[{extra}]'" if extra else "read")
