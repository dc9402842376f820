"""Posts as training examples: split first, then packed into blocks without padding."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from hubtweets.errors import ModelError

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

MOST_HELD_OUT = 500
"""Posts of one account that are held out at the most: enough for a stable number, and quick to measure."""


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


def balance(accounts: Mapping[str, Sequence[str]], seed: int) -> list[str]:
    """All accounts' posts, the shorter accounts' repeated until each has as many characters as the longest."""
    longest = max(sum(map(len, texts)) for texts in accounts.values())
    everything: list[str] = []
    for handle in sorted(accounts):
        texts = accounts[handle]
        order = list(texts)
        random.Random(f"{seed} {handle}").shuffle(order)  # noqa: S311
        characters = sum(map(len, texts))
        everything.extend(texts)
        while 0 < characters < longest:
            for text in order:
                everything.append(text)
                characters += len(text)
                if characters >= longest:
                    break
    return everything


def tokenize(tokenizer: PreTrainedTokenizerBase, texts: Sequence[str]) -> list[list[int]]:
    """Token ids of each text, with nothing added; text that spells a special token stays text."""
    encoded: Any = tokenizer(list(texts), add_special_tokens=False, split_special_tokens=True)
    return list(encoded["input_ids"])


class PackedPosts:
    """A map-style data set of blocks of exactly `block_size` tokens: post, end-of-text, post, end-of-text …

    Posts are shuffled anew for each epoch (`set_epoch`, which the Trainer calls) and laid end to end, so that no
    token is padding and a post is not always cut at the same place. What is left over at the end of an epoch, less
    than a block, differs from epoch to epoch.
    """

    def __init__(self, posts: Sequence[Sequence[int]], *, end: int, block_size: int, seed: int) -> None:
        self._posts = posts
        self._end = end
        self._seed = seed
        self.tokens = sum(map(len, posts)) + len(posts) + 1
        self.block_size = min(block_size, self.tokens)
        self.set_epoch(0)

    def set_epoch(self, epoch: int) -> None:
        """Shuffle as this epoch does: by seed and epoch alone, so that a resumed run sees the same blocks."""
        order = list(range(len(self._posts)))
        random.Random(f"{self._seed} {epoch}").shuffle(order)  # noqa: S311
        self._stream = [self._end]
        for index in order:
            self._stream.extend(self._posts[index])
            self._stream.append(self._end)

    def __len__(self) -> int:
        return self.tokens // self.block_size

    def __getitem__(self, index: int) -> dict[str, list[int]]:
        if not 0 <= index < len(self):
            raise IndexError(index)
        block = self._stream[index * self.block_size : (index + 1) * self.block_size]
        return {"input_ids": block, "labels": block}
