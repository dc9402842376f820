"""Which settings have the lowest held-out loss, by the size of the corpus: what the defaults are chosen from."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.quality import BASE, HELD_OUT, Setting, skipped

TITLE = "Defaults, by the size of the corpus"

CORPUS = Path(__file__).parent.parent.parent / "shared" / "data" / "tables" / "JoeBiden.csv"
"""Posts of a public account, more than the bundled example has; they are read, and only losses are written down."""

SIZES = tuple(map(int, os.environ.get("POSTS", "300").split(",")))
BATCHES = tuple(map(int, os.environ.get("BATCHES", "4,1").split(",")))


def measure() -> str:
    """The lowest held-out loss of each number of blocks a step, early stopping and all else as usual."""
    if (reason := skipped()) is not None:
        return reason
    if not CORPUS.exists():
        return f"Skipped: needs a table with the posts of one account in {CORPUS.name}, which is not there."
    from hubtweets.model import TrainingConfig

    rows = ""
    for size in SIZES:
        setting = Setting(size, str(CORPUS))
        for blocks in BATCHES:
            config = TrainingConfig(held_out=HELD_OUT, method="full", batch_size=blocks)
            _, tokens, seconds, course = setting.ours(config)
            best = min(course, key=lambda reached: reached.loss)
            epochs = best.tokens / sum(len(post) - 1 for post in setting.train)
            rows += f"| {size:,} | {blocks} x 256 | {best.loss:.3f} | {epochs:.1f} | {tokens:,} | {seconds:,.0f} |\n"
            print(rows, flush=True)
    return (
        f"SmolLM2-135M (`{BASE}`) on so many posts of a public account, a quarter of them held out; float32 on one "
        "core, at most 4 epochs, stopped after two evaluations (half an epoch each) without a lower loss; one seed, "
        "differences under 0.03 mean nothing. `POSTS` and `BATCHES` in the environment choose others.\n\n"
        "| posts | a step | lowest held-out loss | after epochs | tokens in all | CPU s |\n"
        f"| ---: | ---: | ---: | ---: | ---: | ---: |\n{rows}"
    )
