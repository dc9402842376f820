"""Prompts and sampling are no part of the weights: other ones draw new samples from the model that is there."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

import hubtweets
from hubtweets.model import TrainingConfig
from hubtweets.publishing.resampling import asks_for_others
from hubtweets.record import Sample, Sampling

from .conftest import EXAMPLE, REPO, commit_count


def _file(folder: Path, name: str) -> bytes:
    git = ["git", "-C", str(folder / "repos" / "models" / f"{REPO}.git"), "show", f"main:{name}"]
    return subprocess.run(git, capture_output=True, check=True).stdout


@pytest.mark.slow
def test_other_prompts_draw_new_samples_of_the_model_that_is_there(hub_folder: Path) -> None:
    def publish(**options: Any) -> hubtweets.Published:
        training = TrainingConfig(epochs=1, **options.pop("training", {}))
        place = {"posts": EXAMPLE, "hub": f"local:{hub_folder}", "base_model": "scratch:tiny"}
        return hubtweets.publish(**place, training=training, **options)

    weights = _file(hub_folder, "model.safetensors")
    other = {"prompts": ("Once upon a time", "Never"), "temperature": 0.5}
    planned = publish(training=other, dry_run=True)
    assert (planned.action, planned.weights) == ("planned", None)
    assert commit_count(hub_folder) == 1
    done = publish(training=other)
    assert (done.action, done.weights) == ("changed", None)
    assert [sample.prompt for sample in done.record.samples] == ["Once upon a time", "Never"]
    assert done.record.sampling is not None
    assert done.record.sampling.settings["temperature"] == 0.5
    card = _file(hub_folder, "README.md").decode()
    assert "**Once upon a time**" in card
    assert "**My dream is**" not in card
    assert json.loads(_file(hub_folder, "generation_config.json"))["temperature"] == 0.5
    assert _file(hub_folder, "model.safetensors") == weights
    assert publish(training=other).action == "none"
    assert commit_count(hub_folder) == 2
    assert [sample.prompt for sample in publish().record.samples] == list(TrainingConfig().prompts)


def test_when_others_are_asked_for() -> None:
    usual = TrainingConfig()
    settings = {"temperature": usual.temperature, "top_p": usual.top_p}
    before = hubtweets.ModelRecord(
        repo_id="me/bot",
        accounts=(),
        samples=tuple(Sample(prompt=prompt, text=" …") for prompt in usual.prompts),
        sampling=Sampling(settings=settings),
    )
    fewer = msgspec.structs.replace(before, samples=before.samples[:1])  # a person took two off the card
    unknown = msgspec.structs.replace(before, sampling=None)
    chosen = TrainingConfig(prompts=("Never",))
    assert not any(asks_for_others(record, usual) for record in (before, fewer, unknown))
    assert asks_for_others(before, chosen)
    assert asks_for_others(before, TrainingConfig(top_p=0.5))
    assert asks_for_others(msgspec.structs.replace(before, samples=(Sample(prompt="Never", text=" …"),)), usual)
