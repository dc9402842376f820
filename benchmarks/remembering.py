"""What measuring a model's memory costs, and what goldfish loss does to its numbers."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TITLE = "What a model remembers"

_TIMED, _EPOCHS = 1_000, 4
_LEARNED, _BY_HEART = 100, 40
_GOLDFISH: dict[str, int | None] = {"every token": None, "`--goldfish 4`": 4, "`--goldfish 3`": 3, "`--goldfish 2`": 2}


def measure() -> str:
    """CPU seconds beside those of the training, and the numbers of a model that was made to learn posts by heart."""
    import torch
    from transformers.utils import logging

    from hubtweets._shared.examples import archive
    from hubtweets.posts import open_source, read_corpus

    logging.set_verbosity_error()
    torch.set_num_threads(1)
    texts = list(read_corpus(open_source(str(archive()))).texts)
    training, remembering = _cost(texts)
    random.Random(0).shuffle(texts)
    rows = "".join(_row(name, texts[:_LEARNED], goldfish) for name, goldfish in _GOLDFISH.items())
    return (
        f"`scratch:tiny` on {_TIMED:,} posts made of halves of the bundled example's, {_EPOCHS} epochs, one core: "
        f"training takes {training:.0f} CPU s, then measuring with 200 samples {remembering:.1f} s, "
        f"**{remembering / training:.1%}** of it (at most 10% or 20 s is the aim).\n\n"
        f"The same model after {_BY_HEART} epochs on {_LEARNED} posts, 30 of them held out, all epochs kept; a "
        "training by `publish` keeps the epoch with the lowest held-out loss, long before:\n\n"
        "| in the loss | extracted | of held-out posts | AUC | held-out loss |\n| --- | ---: | ---: | ---: | ---: |\n"
        f"{rows}"
    )


def _cost(texts: Sequence[str]) -> tuple[float, float]:
    """CPU seconds of a training as `publish` does it without its measuring, and of that."""
    from hubtweets.model import TrainingConfig, find_base_model, fine_tune
    from hubtweets.model.evaluations import memorisation

    seconds: list[float] = []
    measured = memorisation.MemorisationMeasure.measure

    def clocked(self: Any, model: Any, accounts: Any) -> dict[str, float]:
        begin = time.process_time()
        try:
            return measured(self, model, accounts)
        finally:
            seconds.append(time.process_time() - begin)

    memorisation.MemorisationMeasure.measure = clocked  # type: ignore[method-assign]
    try:
        with tempfile.TemporaryDirectory() as folder:
            begin = time.process_time()
            config = TrainingConfig(epochs=_EPOCHS)
            fine_tune({"x": _made(texts)}, find_base_model("scratch:tiny"), config, Path(folder))
            whole = time.process_time() - begin
    finally:
        memorisation.MemorisationMeasure.measure = measured  # type: ignore[method-assign]
    return whole - sum(seconds), sum(seconds)


def _made(texts: Sequence[str]) -> list[str]:
    """`_TIMED` different posts, each the first half of one and the second of another."""
    choose = random.Random(1)
    made: dict[str, None] = {}
    while len(made) < _TIMED:
        first, second = (choose.choice(texts).split() for _ in range(2))
        made[" ".join([*first[: len(first) // 2], *second[len(second) // 2 :]])] = None
    return list(made)


def _row(name: str, texts: Sequence[str], goldfish: int | None) -> str:
    """A model that is trained for all of its epochs, and what it remembers."""
    import torch

    from hubtweets.model import TrainingConfig, find_base_model, load_base_model
    from hubtweets.model.evaluations import evaluate
    from hubtweets.model.evaluations.held_out_loss import HeldOutLoss
    from hubtweets.model.evaluations.memorisation import MemorisationMeasure
    from hubtweets.model.packing import PackedPosts
    from hubtweets.model.splitting import split

    config = TrainingConfig(held_out=0.3)
    train = split({"x": texts}, config.held_out, config.seed)["x"].train
    loaded = load_base_model(find_base_model("scratch:tiny"), train, config)
    posts = PackedPosts(loaded.encoder.posts(train), start=1, block_size=128, seed=1, goldfish=goldfish)
    optimizer = torch.optim.AdamW(loaded.model.parameters(), lr=1e-3, weight_decay=0, fused=True)
    loaded.model.train()
    for epoch in range(_BY_HEART):
        posts.set_epoch(epoch)
        for block in (posts[number] for number in range(len(posts))):
            loaded.model(**{key: torch.tensor([row]) for key, row in block.items()}).loss.backward()
            optimizer.step()
            optimizer.zero_grad()
    found = evaluate(loaded, {"x": texts}, config, evaluations=[HeldOutLoss(), MemorisationMeasure(samples=0)])
    numbers = [f"{found[f'memorisation/{key}']:.0%}" for key in ("extracted", "extracted_held_out")]
    return f"| {name} | {' | '.join(numbers)} | {found['memorisation/auc']:.2f} | {found['eval_loss']:.2f} |\n"
