"""What a model remembers of the posts it was trained on, each number beside the same of posts it never saw.

docs/memorisation.md defines the numbers and names their sources. All of it is two passes: one over posts, which gives
their loss and what greedy decoding would write, and one that writes free samples.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hubtweets.model import devices
from hubtweets.model.evaluations.free_samples import free_samples
from hubtweets.model.evaluations.held_out_loss import post_scores
from hubtweets.model.loaded import LoadedModel, positions
from hubtweets.record import Memorisation

if TYPE_CHECKING:
    from hubtweets.model.splitting import Split

LEAST_POSTS, MOST_POSTS = 200, 1_000
"""Posts of each kind, of all accounts together, that are looked at at the most: after a training of few passes, and
otherwise. Enough for a share to be good to a few percent."""

LEAST_SAMPLES, SAMPLES = 50, 200
"""Free samples, likewise."""

SHORTEST = 16
"""Tokens of a post that is asked for its second half: of shorter ones, a half is often guessed by anybody."""

LEAST_HELD_OUT = 10
"""Held-out posts; what fewer say of the AUC is chance (its standard error is above 0.1)."""

OVERLAP = 8
"""Consecutive words of one post in a sample that count as taken from it."""

WARN_EXTRACTED, WARN_AUC = 0.01, 0.7

# A word is a run of letters and digits; scripts that are written without spaces count by the character.
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u3040-\u9fff"
_WORD = re.compile(rf"[{_NO_SPACES}]|[^\W{_NO_SPACES}]+")


class MemorisationMeasure:
    """The numbers of `hubtweets.record.Memorisation`, under `memorisation/`.

    Args:
        samples: free samples to write.
        seed: which posts are looked at, where there are more than `most_posts`, and what is written.
        most_posts: how many of each kind are looked at.
    """

    name = "what the model remembers"

    def __init__(self, *, samples: int = SAMPLES, seed: int = 42, most_posts: int = MOST_POSTS) -> None:
        self._samples = samples
        self._seed = seed
        self._most_posts = most_posts

    def measure(self, model: LoadedModel, accounts: Mapping[str, Split]) -> dict[str, float]:
        """See `interface.Evaluation`. A number that cannot be had (no post is long enough, say) is left out."""
        train = self._chosen([text for part in accounts.values() for text in part.train])
        held_out = self._chosen([text for part in accounts.values() for text in part.held_out])
        scores = [_scores(model, texts) for texts in (train, held_out)]
        found: dict[str, float | None] = {
            "posts": len(train),
            "extracted": _share(score.extracted for score in scores[0] if score.extracted is not None),
            "extracted_held_out": _share(score.extracted for score in scores[1] if score.extracted is not None),
            "auc": _auc(*([score.loss for score in kind] for kind in scores)),
        }
        if self._samples:
            longest = sorted(score.tokens for score in scores[0])[int(0.95 * (len(train) - 1))]
            samples = free_samples(model, self._samples, longest, self._seed)
            found |= overlaps(samples, [text for part in accounts.values() for text in part.train])
            found |= _diversity(samples, train)
        return {f"memorisation/{name}": value for name, value in found.items() if value is not None}

    def _chosen(self, texts: Sequence[str]) -> list[str]:
        different = sorted(set(texts))
        if len(different) <= self._most_posts:
            return different
        return random.Random(self._seed).sample(different, self._most_posts)  # noqa: S311


def most_posts(passes: float) -> int:
    """How many posts are looked at after a training that went through so many, each time it did: a tenth of them,
    which takes about a thirtieth of its time, as a pass without gradients costs a third."""
    return min(MOST_POSTS, max(LEAST_POSTS, round(passes / 10)))


def most_samples(passes: float) -> int:
    """How many free samples are written, likewise: a tenth, which takes about a twentieth of its time."""
    return min(SAMPLES, max(LEAST_SAMPLES, round(passes / 10)))


def facts(numbers: Mapping[str, float]) -> Memorisation:
    """The numbers of `MemorisationMeasure` as facts of a record."""
    found: dict[str, float] = {
        name.removeprefix("memorisation/"): round(value, 4)
        for name, value in numbers.items()
        if name.startswith("memorisation/")
    }
    for name in ("posts", "samples", "longest_overlap"):
        if name in found:
            found[name] = int(found[name])
    return msgspec.convert(found, Memorisation)


def warning(remembered: Memorisation) -> str | None:
    """What to tell where a model remembers more than it should, and what to do about it; None where it does not."""
    reasons = []
    if (remembered.extracted or 0) > WARN_EXTRACTED:
        reasons.append(f"it writes out {remembered.extracted:.1%} of its training posts word for word")
    if (remembered.auc or 0) > WARN_AUC:
        reasons.append(f"its loss tells training posts from others (AUC {remembered.auc:.2f})")
    if not reasons:
        return None
    return (
        f"The model has learned posts by heart: {' and '.join(reasons)}. Fewer --epochs, --drop-near-duplicates or "
        "--goldfish 4 make it remember less."
    )


def _auc(train: Sequence[float], held_out: Sequence[float]) -> float | None:
    return auc(train, held_out) if len(held_out) >= LEAST_HELD_OUT else None


def auc(train: Sequence[float], held_out: Sequence[float]) -> float | None:
    """How well a loss below a threshold tells training posts from others: the share of pairs in which the training
    post has the lower loss, ties counted half: the area under the ROC curve (https://doi.org/10.1148/radiology.143.1.7063747).
    """
    if not train or not held_out:
        return None
    others = sorted(held_out)
    wins = sum(len(others) - (bisect_left(others, loss) + bisect_right(others, loss)) / 2 for loss in train)
    return wins / (len(train) * len(others))


def overlaps(samples: Sequence[str], posts: Sequence[str]) -> dict[str, float | None]:
    """How much of the samples stands in one of the posts, by words, whatever their case.

    Time is linear in the words of both, times the logarithm of the longest overlap: a post and a sample that share a
    run of n words share one of n - 1, so the longest is found by halving.
    """
    known = [words(post) for post in posts]
    written = [words(sample) for sample in samples]
    whole = {tuple(post) for post in known}
    runs: dict[int, set[tuple[str, ...]]] = {}

    def shares(sample: Sequence[str], length: int) -> bool:
        if length not in runs:
            runs[length] = {run for post in known for run in _runs(post, length)}
        return any(run in runs[length] for run in _runs(sample, length))

    longest = []
    for sample in written:
        low, high = 0, len(sample)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if shares(sample, middle) else (low, middle - 1)
        longest.append(low)
    return {
        "samples": len(samples),
        "copied": _share(bool(sample) and tuple(sample) in whole for sample in written),
        "overlapping": _share(length >= OVERLAP for length in longest),
        "longest_overlap": max(longest, default=0),
    }


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.casefold())


def distinct(texts: Sequence[Sequence[str]], length: int) -> float | None:
    """Different runs of `length` words, as a share of all of them (distinct-n, https://aclanthology.org/N16-1014)."""
    runs = [run for text in texts for run in _runs(text, length)]
    return len(set(runs)) / len(runs) if runs else None


def _diversity(samples: Sequence[str], posts: Sequence[str]) -> dict[str, float | None]:
    """distinct-1 and -2 of the samples, and of posts cut to as many words: longer texts repeat more."""
    written = [words(sample) for sample in samples]
    budget = sum(map(len, written))
    compared = []
    for post in map(words, posts):
        compared.append(post[:budget])
        budget -= len(compared[-1])
        if budget <= 0:
            break
    return {
        "distinct_1": distinct(written, 1),
        "distinct_2": distinct(written, 2),
        "posts_distinct_1": distinct(compared, 1),
        "posts_distinct_2": distinct(compared, 2),
    }


def _runs(text: Sequence[str], length: int) -> list[tuple[str, ...]]:
    return list(zip(*(text[start:] for start in range(length)), strict=False)) if length else []


def _share(answers: Iterable[bool]) -> float | None:
    found = list(answers)
    return sum(found) / len(found) if found else None


class _Score(NamedTuple):
    """One post: its mean loss in nats a token, its tokens, and whether its second half is written out exactly; None
    where it is too short to ask."""

    loss: float
    tokens: int
    extracted: bool | None


def _scores(model: LoadedModel, texts: Sequence[str]) -> list[_Score]:
    """The scores of each text, in no particular order.

    Greedy decoding from the first half writes the second exactly when each of its tokens is the likeliest after all
    the true ones before it. So one pass over the whole post answers that, and no text need be written.
    """
    starts = model.encoder.starts(texts)
    rows = [row[: positions(model.model)] for row in model.encoder.posts(texts)]
    scores = []
    with devices.autocast():  # as the training did: half the time where there is bf16
        for losses, likeliest in post_scores(model.model, rows, start=starts):
            tokens = len(losses) - 1  # without the token for the end of the text
            extracted = bool(likeliest[(tokens + 1) // 2 : tokens].all()) if tokens >= SHORTEST else None
            scores.append(_Score(float(losses.mean()), tokens, extracted))
    return scores
