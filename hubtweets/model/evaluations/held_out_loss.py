"""How well a model predicts posts that it never saw."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from hubtweets.model.loaded import LoadedModel, positions

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import PreTrainedModel

    from hubtweets.model.splitting import Split


class HeldOutLoss:
    """`eval_loss` (nats a token) over all held-out posts, its `perplexity`, and `eval_loss/HANDLE` of each account
    where there are several."""

    name = "held-out loss"

    def measure(self, model: LoadedModel, accounts: Mapping[str, Split]) -> dict[str, float]:
        """See `interface.Evaluation`."""
        encoder = model.encoder
        losses = {
            handle: total_loss(model.model, encoder.posts(split.held_out), start=encoder.starts(split.held_out))
            for handle, split in accounts.items()
            if split.held_out
        }
        mean = sum(loss for loss, _ in losses.values()) / sum(tokens for _, tokens in losses.values())
        found = {"eval_loss": mean, "perplexity": perplexity(mean)}
        if len(losses) > 1:
            found |= {f"eval_loss/{handle}": loss / tokens for handle, (loss, tokens) in losses.items()}
        return found


def held_out_loss(
    model: PreTrainedModel,
    posts: Sequence[Sequence[int]],
    *,
    start: int | Sequence[int] = 1,
    longest: int | None = None,
    tokens_a_batch: int = 1024,
) -> float:
    """Mean negative log-likelihood in nats a token over all posts: `total_loss`, divided by their tokens."""
    loss, tokens = total_loss(model, posts, start=start, longest=longest, tokens_a_batch=tokens_a_batch)
    return loss / tokens


def total_loss(
    model: PreTrainedModel,
    posts: Sequence[Sequence[int]],
    *,
    start: int | Sequence[int] = 1,
    longest: int | None = None,
    tokens_a_batch: int = 1024,
) -> tuple[float, int]:
    """The negative log-likelihood of all posts in nats, each on its own, and their number of tokens.

    Exact: every token counts once, however the posts fall into batches. A post longer than `tokens_a_batch` is a batch.

    Args:
        posts: ids of whole posts, as `PostEncoder.posts` makes them.
        start: how many ids at the beginning of each, or of all, are given, and not asked for.
        longest: posts are cut there; default the model's positions.
    """

    rows = [post[: longest or positions(model)] for post in posts]
    scores = post_scores(model, rows, start=start, tokens_a_batch=tokens_a_batch)
    return sum(float(score.losses.double().sum()) for score in scores), sum(len(score.losses) for score in scores)


class PostScores(NamedTuple):
    """Of each token that was asked for in one post: its loss in nats, and whether none was likelier."""

    losses: Tensor
    likeliest: Tensor


def post_scores(
    model: PreTrainedModel,
    posts: Sequence[Sequence[int]],
    *,
    start: int | Sequence[int] = 1,
    tokens_a_batch: int = 1024,
) -> list[PostScores]:
    """The scores of each post on its own, the shortest post first; the model is as it was afterwards.

    Args:
        posts: ids of whole posts, none longer than the model's positions.
        start: how many ids at the beginning of each, or of all, are given, and not asked for.
    """
    import torch

    starts = [start] * len(posts) if isinstance(start, int) else start
    ordered = sorted(zip(map(list, posts), starts, strict=True), key=lambda pair: len(pair[0]))
    given = iter([before for _, before in ordered])
    scores: list[PostScores] = []
    was_training = model.training
    model.eval()
    with torch.no_grad():  # not inference_mode: what a model caches in there could not be trained through
        for batch in batches([row for row, _ in ordered], tokens_a_batch):
            width = len(batch[-1])
            ids = torch.tensor([row + row[-1:] * (width - len(row)) for row in batch], device=model.device)
            mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in batch], device=model.device)
            logits = model(input_ids=ids, attention_mask=mask, use_cache=False).logits[:, :-1]
            asked = mask[:, 1:].bool()
            for row, before in enumerate(starts_here := list(islice(given, len(batch)))):
                asked[row, : before - 1] = False
            wanted = ids[:, 1:][asked]
            said = logits[asked].float()  # without the padding, and a token a row, which both cost less
            losses = torch.nn.functional.cross_entropy(said, wanted, reduction="none")
            likeliest = said.gather(1, wanted[:, None])[:, 0] >= said.amax(-1)
            lengths = [len(row) - before for row, before in zip(batch, starts_here, strict=True)]
            scores += map(PostScores, losses.split(lengths), likeliest.split(lengths))
    model.train(was_training)
    return scores


def batches(rows: Sequence[list[int]], tokens_a_batch: int = 1024) -> Iterator[Sequence[list[int]]]:
    """Rows that are sorted by length, in batches of so many tokens with their padding, and at most 64 rows."""
    first = 0
    while first < len(rows):
        size = max(1, tokens_a_batch // len(rows[min(first + 64, len(rows) - 1)]))
        yield rows[first : first + min(size, 64)]
        first += min(size, 64)


def perplexity(loss: float) -> float:
    """exp(loss), the usual figure for a language model."""
    return math.exp(min(loss, 700))
