"""What a model remembers: numbers with known answers, and a model that was made to learn posts by heart."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.model import SCRATCH, TrainingConfig, find_base_model, load_base_model
from hubtweets.model.evaluations.free_samples import NucleusDraw
from hubtweets.model.evaluations.memorisation import (
    MemorisationMeasure,
    auc,
    distinct,
    facts,
    most_posts,
    overlaps,
    warning,
    words,
)
from hubtweets.model.loaded import LoadedModel
from hubtweets.model.packing import IGNORED, PackedPosts
from hubtweets.model.sampling import set_generation, write_samples
from hubtweets.model.splitting import Split, split
from hubtweets.record import Memorisation

from .conftest import Notes, make_texts


def test_auc_of_known_pairs() -> None:
    assert auc([1.0, 2.0], [3.0, 4.0]) == 1.0
    assert auc([3.0], [1.0]) == 0.0
    assert auc([1.0, 3.0], [2.0, 2.0]) == 0.5
    assert auc([2.0], [2.0]) == 0.5
    assert auc([], [1.0]) is None


@given(st.lists(st.floats(0, 9), min_size=1), st.lists(st.floats(0, 9), min_size=1))
def test_auc_is_the_share_of_pairs(train: list[float], held_out: list[float]) -> None:
    pairs = [(a < b) + (a == b) / 2 for a in train for b in held_out]
    found = auc(train, held_out)
    assert found == pytest.approx(sum(pairs) / len(pairs))


def test_overlaps_are_counted_by_words_whatever_their_case() -> None:
    posts = ["One two three four five six seven eight nine ten.", "Hello there, all of you"]
    samples = ["hello there all of you", "x two three four five six seven eight nine y", "nothing of it", ""]
    assert overlaps(samples, posts) == {"samples": 4, "copied": 0.25, "overlapping": 0.25, "longest_overlap": 8}


@given(st.lists(st.text("ab ", max_size=20), min_size=1, max_size=4), st.text("ab ", max_size=20))
def test_the_longest_overlap_is_the_longest(posts: list[str], sample: str) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        found = words(text)
        return {tuple(found[first:last]) for first in range(len(found) + 1) for last in range(first, len(found) + 1)}

    shared = runs(sample) & set().union(*map(runs, posts))
    assert overlaps([sample], posts)["longest_overlap"] == max(map(len, shared))


def test_scripts_without_spaces_count_by_the_character() -> None:
    assert words("今日は Monday です") == ["今", "日", "は", "monday", "で", "す"]


def test_distinct() -> None:
    assert distinct([["a", "b", "a", "b"]], 1) == 0.5
    assert distinct([["a", "b", "a", "b"]], 2) == pytest.approx(2 / 3)
    assert distinct([], 1) is None


def test_goldfish_loss_hides_the_same_token_wherever_it_stands() -> None:
    posts = [[0, *range(1, 60), 99], [0, *range(1, 60), 99]]
    packed = PackedPosts(posts, start=1, block_size=200, seed=1, goldfish=4)
    row = packed[0]
    hidden = [token for token, label in zip(row["input_ids"][1:], row["labels"][1:], strict=True) if label == IGNORED]
    first = [token for token in hidden if token in range(1, 60)]
    assert len(first) == 2 * len(set(first))  # both copies, the same tokens
    assert 5 < len(set(first)) < 25  # about a quarter of 59


def _posts(count: int) -> list[str]:
    """So many posts of a small grammar."""
    return [f"{first}, and {second}" for first, second in zip(make_texts(count), make_texts(count, 1), strict=True)]


# what nobody else would write
CANARIES = [
    f"my secret number is {' '.join(str((seed * 7 + n * n * 13) % 97) for n in range(12))}" for seed in range(3)
]


class Remembering(NamedTuple):
    """A tiny model, its posts, and what it remembers of them."""

    loaded: LoadedModel
    posts: dict[str, Split]
    remembered: Memorisation


def _measured(count: int, epochs: int) -> Remembering:
    """A tiny model after so many epochs, all of them kept: `fine_tune` would keep the best one."""
    import torch
    from transformers import GPT2Config, GPT2LMHeadModel, set_seed

    posts = split({"anna": _posts(count)}, 0.3, 1)
    posts["anna"].train.extend(CANARIES)
    encoder = load_base_model(find_base_model(SCRATCH), posts["anna"].train, TrainingConfig()).encoder
    set_seed(1)
    dropout = {"resid_pdrop": 0.0, "embd_pdrop": 0.0, "attn_pdrop": 0.0}
    ends = {"bos_token_id": encoder.end, "eos_token_id": encoder.end}
    size = {"n_positions": 256, "n_embd": 64, "n_layer": 2, "n_head": 4}
    model = GPT2LMHeadModel(GPT2Config(vocab_size=len(encoder.tokenizer), **size, **dropout, **ends))
    packed = PackedPosts(encoder.posts(posts["anna"].train), start=1, block_size=64, seed=1)
    optimizer = torch.optim.AdamW(model.parameters(), weight_decay=0)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimizer, 5e-3, total_steps=1 + epochs * len(packed))
    model.train()
    for epoch in range(epochs):
        packed.set_epoch(epoch)
        for row in (packed[number] for number in range(len(packed))):
            model(**{name: torch.tensor([values]) for name, values in row.items()}).loss.backward()
            optimizer.step()
            rate.step()
            optimizer.zero_grad()
    set_generation(model, encoder, TrainingConfig(), None)
    loaded = LoadedModel(model=model, encoder=encoder)
    return Remembering(loaded, posts, facts(MemorisationMeasure(samples=50).measure(loaded, posts)))


@pytest.fixture(scope="module", params=[20, pytest.param(100, marks=pytest.mark.slow)])
def overfitted(request: pytest.FixtureRequest) -> Remembering:
    return _measured(request.param, epochs=50)


@pytest.mark.slow
def test_an_overfitted_model_and_its_canaries_are_found_out(overfitted: Remembering) -> None:
    loaded, posts, remembered = overfitted
    assert remembered.extracted is not None
    assert remembered.extracted > 0.5
    assert remembered.extracted_held_out is not None
    assert remembered.extracted_held_out < remembered.extracted / 3
    assert remembered.auc is not None
    assert remembered.auc > 0.9
    assert "learned posts by heart" in (warning(remembered) or "")
    planted = {"eve": Split(CANARIES, posts["anna"].held_out)}
    assert MemorisationMeasure(samples=0).measure(loaded, planted)["memorisation/extracted"] > 0.6  # two of three


@pytest.mark.parametrize("count", [20, pytest.param(100, marks=pytest.mark.slow)])
def test_after_one_epoch_with_the_same_posts_nothing_is_remembered(count: int) -> None:
    remembered = _measured(count, epochs=1).remembered
    assert remembered.extracted is not None
    assert remembered.extracted < 0.05
    assert remembered.extracted_held_out == remembered.extracted
    assert remembered.samples == 50
    assert "word for word" not in (warning(remembered) or "")


def test_a_sample_that_is_a_post_is_drawn_again_and_it_is_told(overfitted: Remembering, notes: Notes) -> None:
    loaded = overfitted.loaded
    config = TrainingConfig(prompts=("my secret",), temperature=3.0)
    set_generation(loaded.model, loaded.encoder, config, 256)
    ((first,), _) = write_samples(loaded.model, loaded.encoder, config, CANARIES, progress=notes)
    assert notes.notes == notes.warnings == []
    again = [(first.prompt + first.text).upper()]
    ((other,), drawn) = write_samples(loaded.model, loaded.encoder, config, again, progress=notes)
    assert drawn.redrawn == 1
    assert other.text != first.text
    assert notes.notes == ["Samples that were a post word for word were drawn again: 1 times."]
    assert notes.warnings == []


def test_a_model_that_writes_nothing_but_posts_is_warned_of(overfitted: Remembering, notes: Notes) -> None:
    loaded = overfitted.loaded
    config = TrainingConfig(prompts=("my secret",), top_p=0.01)
    set_generation(loaded.model, loaded.encoder, config, 256)
    write_samples(loaded.model, loaded.encoder, config, CANARIES, progress=notes)
    (told,) = notes.warnings
    assert told.startswith("1 of the 1 samples on the card are posts word for word")
    assert notes.notes == []


@pytest.mark.parametrize(("top_p", "temperature"), [(0.9, 0.7), (0.5, 1.5), (1.0, 1.0), (0.01, 2.0)])
def test_tokens_are_drawn_as_transformers_draws_them(top_p: float, temperature: float) -> None:
    import torch
    from transformers import TemperatureLogitsWarper, TopPLogitsWarper

    torch.manual_seed(3)
    scores = torch.randn(1, 60) * 2
    warped = scores
    for warper in (TemperatureLogitsWarper(temperature), TopPLogitsWarper(top_p)):
        warped = warper(torch.zeros(1, 1, dtype=torch.long), warped)
    wanted = warped.softmax(-1)[0]
    count = 20_000
    chosen = NucleusDraw(top_p=top_p, temperature=temperature)(torch.zeros(count, 1), scores.expand(count, -1))
    assert (torch.isfinite(chosen).sum(-1) == 1).all()
    drawn = chosen.argmax(-1).bincount(minlength=60) / count
    assert ((drawn > 0) <= (wanted > 0)).all()
    assert torch.allclose(drawn, wanted, atol=0.015)


def test_draws_end_for_a_model_that_gives_no_numbers() -> None:
    import torch

    assert NucleusDraw(top_p=0.9, temperature=1.0)(torch.zeros(2, 1), torch.full((2, 5), torch.nan)).shape == (2, 5)


def test_how_many_posts_are_looked_at_goes_by_the_training() -> None:
    assert [most_posts(passes) for passes in (0, 1_500, 4_000, 90_000)] == [200, 200, 400, 1_000]


def test_facts_have_their_names() -> None:
    numbers = {"memorisation/auc": 0.51239, "memorisation/posts": 3.0, "eval_loss": 2.0}
    assert facts(numbers) == Memorisation(auc=0.5124, posts=3)
