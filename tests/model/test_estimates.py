"""Which way of training is chosen for the memory that there is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import BaseModelError
from hubtweets.model import TrainingConfig, estimates, recipes

from .conftest import Notes

TOKENS = {"full": 1024, "lora": 512}


@pytest.fixture(scope="module")
def model(base_folder: Path) -> Any:
    from transformers import AutoModelForCausalLM

    return AutoModelForCausalLM.from_pretrained(base_folder)


def chosen(model: Any, notes: Notes, free: int, monkeypatch: pytest.MonkeyPatch, **options: Any) -> TrainingConfig:
    weights = model.num_parameters() * 4  # in memory already
    monkeypatch.setattr(estimates, "available_memory", lambda: free - weights)
    config = TrainingConfig(**options)
    return estimates.choose_method(config, model, name="x", tokens=TOKENS, progress=notes)


def needed(model: Any, *, adapter: bool, checkpointing: bool = False) -> int:
    weights = model.num_parameters()
    trained = weights // 50 if adapter else weights
    return estimates.memory(
        model, trained=trained, tokens=TOKENS["lora" if adapter else "full"], checkpointing=checkpointing
    )


def test_the_first_way_that_fits(model: Any, notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    full, adapter = needed(model, adapter=False), needed(model, adapter=True)
    least = needed(model, adapter=True, checkpointing=True)
    assert least < adapter < full
    free = {
        full: ("full", False),
        full - 1: ("lora", False),
        adapter: ("lora", False),
        adapter - 1: ("lora", True),  # and layers are computed again, which changes no weight
        least: ("lora", True),
    }
    for size, expected in free.items():
        config = chosen(model, notes, size, monkeypatch)
        assert (config.method, config.gradient_checkpointing) == expected
    assert len(notes.notes) == 4
    assert "--method full insists" in notes.notes[0]
    with pytest.raises(BaseModelError, match="with an adapter") as caught:
        chosen(model, notes, least - 1, monkeypatch)
    assert caught.value.hint


def test_what_was_asked_for_is_not_looked_at(model: Any, notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    for method in ("full", "lora", "dora"):
        assert chosen(model, notes, 0, monkeypatch, method=method).method == method
    alone = chosen(model, notes, needed(model, adapter=False), monkeypatch, adapter_only=True)
    assert (alone.method, notes.notes) == ("lora", [])


def test_an_adapters_step_is_computed_in_halves() -> None:
    full, adapter = (recipes.choose(TrainingConfig(), adapter=adapter) for adapter in (False, True))
    assert adapter.batch_size * adapter.gradient_accumulation == full.batch_size * full.gradient_accumulation
    assert adapter.batch_size * 2 == full.batch_size
    own = recipes.choose(TrainingConfig(batch_size=8), adapter=True)
    assert (own.batch_size, own.gradient_accumulation) == (8, 1)


@pytest.mark.parametrize(("blocks", "batch"), [(1, 1), (149, 1), (150, 2), (299, 2), (300, 4), (5000, 4)])
def test_steps_are_small_where_a_corpus_has_few(blocks: int, batch: int) -> None:
    assert recipes.choose(TrainingConfig(), tokens=blocks * 256).batch_size == batch
    assert recipes.choose(TrainingConfig(block_size=64), tokens=blocks * 64).batch_size == batch
    for unchanged in (
        recipes.choose(TrainingConfig(batch_size=3), tokens=blocks * 256),
        recipes.choose(TrainingConfig(batch_size=3)),
    ):
        assert unchanged.batch_size == 3
    assert recipes.choose(TrainingConfig(recipe="huggingtweets"), tokens=blocks * 256).batch_size == 1
    assert recipes.choose(TrainingConfig(), adapter=True, tokens=blocks * 256).batch_size == 2
