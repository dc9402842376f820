"""Blocks: whole posts, each as if it stood alone."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.model.packing import IGNORED, PackedPosts

END = 0
START = 99

bodies_of = st.lists(st.lists(st.integers(1, 9), max_size=12), min_size=1, max_size=40)
seeds = st.integers(0, 2**32 - 1)


def whole(bodies: list[list[int]], start: list[int]) -> list[list[int]]:
    return [[*start, *body, END] for body in bodies]


def blocks(packed: PackedPosts) -> list[dict[str, list[int]]]:
    return [packed[index] for index in range(len(packed))]


def learned(block: dict[str, list[int]]) -> list[tuple[tuple[int, ...], int]]:
    """What a causal model whose attention stays within a post learns: (what it sees, what it should say) pairs."""
    pairs, seen = [], []
    for index, (token, position) in enumerate(zip(block["input_ids"], block["position_ids"], strict=True)):
        if index and position != block["position_ids"][index - 1] + 1:
            seen = []
        seen.append(token)
        if index + 1 < len(block["labels"]) and block["labels"][index + 1] != IGNORED:
            pairs.append((tuple(seen), block["labels"][index + 1]))
    return pairs


@given(bodies_of, st.integers(16, 64), seeds, st.integers(0, 5), st.sampled_from([[END], [START], [START, 98]]))
def test_each_post_is_learned_once_an_epoch_as_it_stands_alone(
    bodies: list[list[int]], size: int, seed: int, epoch: int, start: list[int]
) -> None:
    packed = PackedPosts(whole(bodies, start), start=len(start), block_size=size, seed=seed)
    packed.set_epoch(epoch)
    found = Counter(pair for block in blocks(packed) for pair in learned(block))
    wanted = Counter(
        (tuple(post[:place]), post[place]) for post in whole(bodies, start) for place in range(len(start), len(post))
    )
    assert found == wanted
    assert packed.tokens == wanted.total()
    for block in blocks(packed):
        assert {len(row) for row in block.values()} == {packed.block_size}


@given(st.integers(65, 400), st.integers(16, 64), st.sampled_from([None, 128]))
def test_a_long_post_is_split_and_each_of_its_tokens_learned_once_after_a_quarter_of_a_block_at_least(
    length: int, size: int, positions: int | None
) -> None:
    post = [START, *range(1, length), END]
    packed = PackedPosts([post], start=1, block_size=size, positions=positions, seed=1)
    said = Counter()
    for block in blocks(packed):
        assert len(block["input_ids"]) == size
        assert positions is None or max(block["position_ids"]) < positions
        for seen, token in learned(block):
            assert seen[0] == START or len(seen) >= size // 4
            said[token] += 1
    assert said == Counter(post[1:])


def test_there_is_next_to_no_padding() -> None:
    bodies = [[1] * (5 + 37 * number % 60) for number in range(1000)]
    packed = PackedPosts(whole(bodies, [END]), start=1, block_size=256, seed=1)
    assert packed.tokens / (len(packed) * packed.block_size) > 0.98


def test_every_epoch_has_as_many_blocks_and_another_order() -> None:
    bodies = [[number % 7 + 1, *[number % 9 + 1] * (number % 11)] for number in range(200)]
    packed = PackedPosts(whole(bodies, [END]), start=1, block_size=32, seed=1)
    seen = []
    for epoch in range(4):
        packed.set_epoch(epoch)
        seen.append(blocks(packed))
    seen.append(blocks(PackedPosts(whole(bodies, [END]), start=1, block_size=32, seed=2)))
    assert len({str(epoch) for epoch in seen}) == 5
    assert len({len(epoch) for epoch in seen}) == 1


@given(bodies_of, st.integers(16, 64), seeds, st.integers(0, 50))
def test_the_same_seed_and_epoch_give_the_same_blocks(
    bodies: list[list[int]], size: int, seed: int, epoch: int
) -> None:
    one, other = (PackedPosts(whole(bodies, [END]), start=1, block_size=size, seed=seed) for _ in range(2))
    for earlier in range(3):
        one.set_epoch(earlier)  # a resumed run has not seen these
    one.set_epoch(epoch)
    other.set_epoch(epoch)
    assert blocks(one) == blocks(other)


def test_without_packing_each_post_has_a_block() -> None:
    bodies = [[1, 2, 3], [4], []]
    packed = PackedPosts(whole(bodies, [START]), start=1, block_size=64, seed=1, packed=False)
    rows = sorted((row["input_ids"], row["attention_mask"], row["labels"]) for row in blocks(packed))
    assert rows == [
        ([START, END, END, END, END], [1, 1, 0, 0, 0], [IGNORED, END, IGNORED, IGNORED, IGNORED]),
        ([START, 1, 2, 3, END], [1, 1, 1, 1, 1], [IGNORED, 1, 2, 3, END]),
        ([START, 4, END, END, END], [1, 1, 1, 0, 0], [IGNORED, 4, END, IGNORED, IGNORED]),
    ]


@pytest.mark.slow
def test_packing_many_posts_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        posts = whole([[1] * (number * 7919 % 200) for number in range(count)], [END])
        times = []
        for _ in range(5):
            begin = time.process_time()
            PackedPosts(posts, start=1, block_size=256, seed=1)
            times.append(time.process_time() - begin)
        return min(times)

    seconds(1000)
    assert seconds(40_000) < 9 * seconds(10_000)  # 16 times, were it quadratic
