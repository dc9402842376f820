"""Which posts are trained on, how often, and which are only measured on."""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hubtweets.errors import ModelError

MOST_HELD_OUT = 500
"""Posts of one account that are held out at the most: enough for a stable number, and quick to measure."""


MOST_REPEATS = 4
"""How often a post of a shorter account is in an epoch at the most."""


class Split(NamedTuple):
    """One account's posts in two; no text is in both, and none is in another account's other part."""

    train: list[str]
    held_out: list[str]


def split(accounts: Mapping[str, Sequence[str]], share: float, seed: int) -> dict[str, Split]:
    """Hold out `share` of each account's different texts (at least 1, at most 500), chosen by `seed`; order is kept.

    A text that was posted twice, by whomever, is held out each time or never: a model that has seen it would be
    measured on it.

    Raises:
        ModelError: when there are too few different texts to train on some and hold out others.
    """
    held: set[str] = set()
    for texts in accounts.values():
        different = sorted(set(texts))
        if len(different) > 1:
            count = min(MOST_HELD_OUT, max(1, round(len(different) * share)))
            held.update(random.Random(seed).sample(different, count))  # noqa: S311
    parts = {
        handle: Split([text for text in texts if text not in held], [text for text in texts if text in held])
        for handle, texts in accounts.items()
    }
    if not held or not any(part.train for part in parts.values()):
        raise ModelError(
            "There are too few different posts to train on some and measure on others.",
            hint="Add more posts: a newer archive, or another account beside this one.",
        )
    return parts


def apart(answered: Mapping[str, str], splits: Mapping[str, Split]) -> dict[str, str]:
    """Of pairs of posts, the answer first, those that have no held-out post beside one that is trained on."""
    held = {text for part in splits.values() for text in part.held_out}
    train = {text for part in splits.values() for text in part.train}
    return {
        answer: post
        for answer, post in answered.items()
        if (answer in train or answer in held) and (answer in held or post not in held)
    }


def balance(accounts: Mapping[str, Sequence[str]], seed: int) -> dict[str, list[str]]:
    """Each account's posts, the shorter accounts' repeated until each has as many characters as the longest.

    No post is repeated more than `MOST_REPEATS` times: what is seen more often than that is learned by heart
    (https://arxiv.org/abs/2305.16264: up to four times is nearly as good as new text).
    """
    longest = max(sum(map(len, texts)) for texts in accounts.values())
    balanced: dict[str, list[str]] = {}
    for handle in sorted(accounts):
        texts = accounts[handle]
        order = list(texts)
        random.Random(f"{seed} {handle}").shuffle(order)  # noqa: S311
        missing = longest - sum(map(len, texts))
        repeated = list(texts)
        for text in itertools.chain.from_iterable([order] * (MOST_REPEATS - 1)):
            if missing <= 0:
                break
            repeated.append(text)
            missing -= len(text)
        balanced[handle] = repeated
    return balanced
