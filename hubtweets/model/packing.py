"""Posts packed into blocks: whole, each as if it stood alone, with next to no padding."""

from __future__ import annotations

import random
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

IGNORED = -100
"""The label of a token that is not asked for, as transformers' losses have it."""


_CONTEXT = 13
"""Tokens before another one that decide whether goldfish loss hides it."""


class Block(NamedTuple):
    """Rows of one length. A label is what the token before it should have said, or `IGNORED`.

    `position_ids` begin again at each post: transformers' attention then stays within it
    (`transformers.masking_utils.find_packed_sequence_indices`).
    """

    input_ids: list[int]
    position_ids: list[int]
    labels: list[int]


class _Post(NamedTuple):
    """The ids of a whole post, and how many of them are given."""

    ids: Sequence[int]
    start: int


class PackedPosts:
    """A map-style data set of blocks of `block_size` tokens, each filled with whole posts.

    The lengths of the posts are packed once (best fit, longest first), so that every epoch has as many blocks; which
    post of a length goes where, and the order of the blocks, is drawn anew for each epoch (`set_epoch`, which the
    Trainer calls), by seed and epoch alone, so that a resumed run sees the same blocks.

    A post longer than a block is split into overlapping blocks: each but the first repeats the last quarter of a block
    before it, as context that is not asked for again, so that each token is learned once an epoch.

    Args:
        posts: ids of whole posts, `start` and end-of-text included.
        start: how many ids at the beginning of each post, or of all, are its start, and never asked for.
        block_size: tokens a block; where all posts together are shorter, a block is as long as they are.
        positions: of the model, as far as it has a limit; what lies behind starts again at 0.
        packed: False gives each post a block of its own, for models whose attention cannot be kept within a post.
        goldfish: leave every so many-th token, chosen by those before it, out of what is asked for.
    """

    def __init__(
        self,
        posts: Sequence[Sequence[int]],
        *,
        start: int | Sequence[int],
        block_size: int,
        seed: int,
        positions: int | None = None,
        packed: bool = True,
        goldfish: int | None = None,
    ) -> None:
        self._packed = packed
        self._goldfish = goldfish
        self._seed = seed
        starts = [start] * len(posts) if isinstance(start, int) else start
        whole = [_Post(post, given) for post, given in zip(posts, starts, strict=True)]
        self._end = posts[0][-1]
        # all but the last post of a block go without their end as an input: it is the label of the next post's start
        self.block_size = min(block_size, sum(len(post) - 1 for post in posts) + 1)
        if not packed:
            self.block_size = min(block_size, max(map(len, posts)))
        self._posts = [post for post in whole if len(post.ids) <= self.block_size]
        long = [post for post in whole if len(post.ids) > self.block_size]
        self._pieces = [piece for post in long for piece in self._split(post, positions)]
        self.tokens = sum(len(post.ids) - post.start for post in whole)
        """Tokens that are learned in an epoch, each once."""
        lengths = sorted((len(post.ids) - 1 for post in self._posts), reverse=True)
        self._layout = _best_fit(lengths, self.block_size - 1) if packed else [[length] for length in lengths]
        self.set_epoch(0)

    def set_epoch(self, epoch: int) -> None:
        """Lay out the posts as this epoch does."""
        draw = random.Random(f"{self._seed} {epoch}")  # noqa: S311
        of_length: defaultdict[int, list[_Post]] = defaultdict(list)
        for post in self._posts:
            of_length[len(post.ids) - 1].append(post)
        for posts in of_length.values():
            draw.shuffle(posts)
        self._blocks: list[list[_Post] | Block] = list(self._pieces)
        for lengths in self._layout:
            block = [of_length[length].pop() for length in lengths]
            draw.shuffle(block)
            self._blocks.append(block)
        draw.shuffle(self._blocks)

    def __len__(self) -> int:
        return len(self._blocks)

    def __getitem__(self, index: int) -> dict[str, list[int]]:
        block = self._blocks[index]
        rows = (block if isinstance(block, Block) else self._join(block))._asdict()
        if not self._packed:
            length = self.block_size if isinstance(block, Block) else len(block[0].ids)
            del rows["position_ids"]
            rows["attention_mask"] = [1] * length + [0] * (self.block_size - length)
        return rows

    def _join(self, posts: Sequence[_Post]) -> Block:
        ids: list[int] = []
        positions: list[int] = []
        labels: list[int] = []
        for post in posts:
            labels += [
                self._end if ids else IGNORED,
                *[IGNORED] * (post.start - 1),
                *self._asked(post)[post.start : -1],
            ]
            ids += post.ids[:-1]
            positions += range(len(post.ids) - 1)
        ids.append(self._end)
        labels.append(self._end)
        positions.append(len(posts[-1].ids) - 1)
        padding = self.block_size - len(ids)
        return Block(ids + [self._end] * padding, [*positions, *range(padding)], labels + [IGNORED] * padding)

    def _asked(self, post: _Post) -> Sequence[int]:
        """The post's ids, `IGNORED` where goldfish loss hides them.

        The same tokens hide the same one wherever they stand, so that a text that is there twice does not show it the
        second time (https://arxiv.org/abs/2406.10209, with its hash of the 13 tokens before).
        """
        ids = post.ids
        if self._goldfish is None:
            return ids
        hidden = (
            crc32(repr(ids[max(0, place - _CONTEXT) : place]).encode()) % self._goldfish == 0
            for place in range(len(ids))
        )
        return [IGNORED if hide else token for hide, token in zip(hidden, ids, strict=True)]

    def _split(self, post: _Post, positions: int | None) -> Iterator[Block]:
        size = self.block_size
        asked = list(self._asked(post))
        learned = post.start
        for begin in range(0, len(post.ids), size - size // 4):
            begin = min(begin, len(post.ids) - size)
            ids = list(post.ids[begin : begin + size])
            known = min(size, max(0, learned - begin))
            first = begin if positions is None or begin + size <= positions else 0
            yield Block(ids, list(range(first, first + size)), [IGNORED] * known + asked[begin + known : begin + size])
            learned = max(learned, begin + size)
            if begin + size == len(post.ids):
                return


def _best_fit(lengths: Sequence[int], capacity: int) -> list[list[int]]:
    """Bins of at most `capacity`, each length put where the least room stays; `lengths` fall.

    https://en.wikipedia.org/wiki/Bin_packing_problem, best-fit decreasing
    """
    bins: list[list[int]] = []
    with_room: defaultdict[int, list[int]] = defaultdict(list)  # room -> bins that have it
    rooms: list[int] = []  # those that some bin has, sorted
    for length in lengths:
        place = bisect_left(rooms, length)
        if place < len(rooms):
            room = rooms[place]
            number = with_room[room].pop()
            if not with_room[room]:
                del rooms[place]
        else:
            room, number = capacity, len(bins)
            bins.append([])
        bins[number].append(length)
        room -= length
        if not with_room[room]:
            insort(rooms, room)
        with_room[room].append(number)
    return bins
