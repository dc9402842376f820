"""Which posts are trained on, how often, and which are only measured on."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.errors import ModelError
from hubtweets.model import splitting

some_texts = st.lists(st.text("abc d", min_size=1, max_size=12), min_size=2, max_size=60)
accounts = st.dictionaries(st.sampled_from(["ann", "bob", "cy"]), some_texts, min_size=1)
shares = st.floats(0.01, 0.5)
seeds = st.integers(0, 2**32 - 1)


@given(accounts, shares, seeds)
def test_a_text_is_on_one_side_only_whoever_posted_it(posts: dict[str, list[str]], share: float, seed: int) -> None:
    try:
        parts = splitting.split(posts, share, seed)
    except ModelError:
        # two texts everywhere at the most: holding some out can leave nothing
        assert all(len(set(texts)) <= 2 for texts in posts.values()) or len(posts) > 1
        return
    train = {text for part in parts.values() for text in part.train}
    held_out = {text for part in parts.values() for text in part.held_out}
    assert train
    assert held_out
    assert not train & held_out
    for handle, texts in posts.items():
        part = parts[handle]
        assert Counter(part.train) + Counter(part.held_out) == Counter(texts)
        assert part.train == [text for text in texts if text in train]  # in their order


@given(some_texts, shares, seeds)
def test_the_split_depends_on_the_texts_and_the_seed_alone(texts: list[str], share: float, seed: int) -> None:
    if len(set(texts)) < 2:
        return
    once = splitting.split({"ann": texts}, share, seed)["ann"]
    assert once == splitting.split({"somebody": texts}, share, seed)["somebody"]
    backwards = splitting.split({"ann": texts[::-1]}, share, seed)["ann"]
    assert set(once.held_out) == set(backwards.held_out)


def test_each_account_has_its_share_held_out() -> None:
    posts = {"ann": [f"ann {number}" for number in range(200)], "bob": [f"bob {number}" for number in range(30)]}
    parts = splitting.split(posts, 0.1, 42)
    assert {handle: len(part.held_out) for handle, part in parts.items()} == {"ann": 20, "bob": 3}
    assert parts != splitting.split(posts, 0.1, 43)


def test_no_more_is_held_out_than_measuring_needs() -> None:
    part = splitting.split({"ann": [f"post {number}" for number in range(20_000)]}, 0.1, 42)["ann"]
    assert len(part.held_out) == splitting.MOST_HELD_OUT


def test_one_text_over_and_over_cannot_be_split() -> None:
    with pytest.raises(ModelError, match="too few different posts") as caught:
        splitting.split({"ann": ["good morning everybody"] * 500}, 0.1, 42)
    assert caught.value.hint


def test_an_account_with_one_text_is_trained_on_beside_others() -> None:
    parts = splitting.split({"ann": ["good morning everybody"] * 5, "bob": ["one", "two", "three"]}, 0.1, 42)
    assert parts["ann"] == splitting.Split(["good morning everybody"] * 5, [])
    assert len(parts["bob"].held_out) == 1


@given(st.dictionaries(st.sampled_from(["ann", "bob", "cy"]), st.lists(st.text("abc", max_size=20)), min_size=1), seeds)
def test_shorter_accounts_are_repeated_up_to_the_longest_and_never_more_than_four_times(
    posts: dict[str, list[str]], seed: int
) -> None:
    longest = max(sum(map(len, texts)) for texts in posts.values())
    balanced = splitting.balance(posts, seed)
    assert balanced == splitting.balance(dict(reversed(posts.items())), seed)
    for handle, texts in posts.items():
        own = Counter(balanced[handle])
        assert own >= Counter(texts)
        # whole rounds: no post is repeated much more often than another
        rounds = [own[text] / count for text, count in Counter(texts).items()]
        assert max(rounds, default=1) <= splitting.MOST_REPEATS
        assert max(rounds, default=1) - min(rounds, default=1) <= 1
        characters = sum(map(len, balanced[handle]))
        enough = longest <= characters < longest + max(map(len, texts), default=1)
        assert enough or characters == splitting.MOST_REPEATS * sum(map(len, texts))
