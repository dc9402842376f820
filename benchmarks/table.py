"""A table of many accounts: the plan for all of them, and the memory that it takes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks._accounts import posts_table, publish

TITLE = "A table of many accounts"

_ACCOUNTS, _POSTS = 10_000, 500


def measure() -> str:
    """Memory of a plan for 5 million rows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        posts = posts_table(folder / "table.csv", _ACCOUNTS, _POSTS)
        accounts = folder / "many.csv"
        accounts.write_text("handle,repo_id\n" + "".join(f"account{n},me/account{n}\n" for n in range(_ACCOUNTS)))
        plan = folder / "plan.jsonl"
        measured = publish(
            folder / "hub", "--each", accounts, "--posts", posts, "--base-model", "scratch:tiny", "--plan", plan,
            "--work-dir", folder / "tables",
        )  # fmt: skip
        planned = len(plan.read_text().splitlines()) - 2
        if planned != _ACCOUNTS:
            raise RuntimeError(f"{planned} accounts were planned")
        return (
            f"A CSV of {_ACCOUNTS * _POSTS:,} posts of {_ACCOUNTS:,} accounts, mixed "
            f"({posts.stat().st_size / 1e6:,.0f} MB): `publish --each --plan` plans all of them in "
            f"**{measured.memory / 1e6:,.0f} MB** (at most 500 MB is the aim), {measured.seconds:,.0f} s."
        )
