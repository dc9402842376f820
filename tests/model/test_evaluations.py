"""Held-out loss and samples, against the plain way of computing them."""

from __future__ import annotations

import math
import random
from pathlib import Path
from typing import Any

import pytest

from hubtweets.model import ModelArtifact, TrainingConfig
from hubtweets.model.evaluations import evaluate, load
from hubtweets.model.evaluations.held_out_loss import held_out_loss, perplexity
from hubtweets.model.sampling import fit


@pytest.fixture(scope="module")
def model(base_folder: Path) -> Any:
    from transformers import GPT2LMHeadModel

    return GPT2LMHeadModel.from_pretrained(base_folder)


def one_by_one(model: Any, posts: list[list[int]], longest: int) -> float:
    """The mean over all tokens, one post at a time, from the definition."""
    import torch

    total, count = 0.0, 0
    model.eval()
    with torch.no_grad():
        for post in posts:
            ids = post[:longest]
            logits = model(torch.tensor([ids])).logits[0].double()
            for place, token in enumerate(ids[1:]):
                total -= float(logits[place].log_softmax(-1)[token])
                count += 1
    return total / count


def some_posts(count: int, longest: int, seed: int) -> list[list[int]]:
    choose = random.Random(seed)
    return [[0, *(choose.randint(1, 250) for _ in range(choose.randint(1, longest))), 0] for _ in range(count)]


@pytest.mark.thorough
@pytest.mark.parametrize(("count", "length", "longest"), [(1, 1, 128), (40, 20, 128), (150, 100, 128), (30, 90, 32)])
def test_the_loss_is_that_of_one_post_at_a_time(model: Any, count: int, length: int, longest: int) -> None:
    posts = some_posts(count, length, seed=count)
    batched = held_out_loss(model, posts, longest=longest)
    assert batched == pytest.approx(one_by_one(model, posts, longest), rel=1e-5)


def test_the_loss_does_not_depend_on_the_batches(model: Any) -> None:
    posts = some_posts(90, 60, seed=5)
    usual = held_out_loss(model, posts, longest=128)
    assert held_out_loss(model, posts[::-1], longest=128) == pytest.approx(usual, rel=1e-6)
    for tokens in (1, 100, 10_000):
        found = held_out_loss(model, posts, longest=128, tokens_a_batch=tokens)
        assert found == pytest.approx(usual, rel=1e-6)


def test_measuring_leaves_the_model_as_it_was(model: Any) -> None:
    model.train()
    held_out_loss(model, some_posts(3, 5, seed=1), longest=128)
    assert model.training
    model.eval()
    held_out_loss(model, some_posts(3, 5, seed=1), longest=128)
    assert not model.training


def test_perplexity_is_exp_of_the_loss_and_stays_finite() -> None:
    assert perplexity(2.0) == pytest.approx(7.389056)
    assert math.isfinite(perplexity(1e9))


@pytest.mark.slow
def test_samples_are_what_the_published_model_writes(trained: ModelArtifact) -> None:
    from transformers import pipeline, set_seed

    generate = pipeline("text-generation", model=str(trained.folder), device="cpu")
    assert [sample.prompt for sample in trained.samples] == ["My dream is", "Today I"]
    for number, sample in enumerate(trained.samples):
        set_seed(42 + number)
        (written,) = generate(sample.prompt, return_full_text=False)
        assert fit(written["generated_text"]) == sample.text
        assert sample.text.strip()


def test_a_published_model_is_measured_as_it_was_in_training(
    trained: ModelArtifact, texts: list[str], quick: TrainingConfig
) -> None:
    found = evaluate(load(trained.folder), {"keeper": texts}, quick)
    assert {"eval_loss", "perplexity", "memorisation/auc"} <= set(found)
    assert found["eval_loss"] == pytest.approx(trained.run.metrics["eval_loss"], rel=5e-3)


def test_several_accounts_are_measured_each(trained: ModelArtifact, texts: list[str], quick: TrainingConfig) -> None:
    found = evaluate(load(trained.folder), {"ann": texts[:120], "bob": texts[120:]}, quick)
    assert {"eval_loss", "perplexity", "eval_loss/ann", "eval_loss/bob"} <= set(found)
    low, high = sorted((found["eval_loss/ann"], found["eval_loss/bob"]))
    assert low < found["eval_loss"] < high
