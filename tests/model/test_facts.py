"""TrainingConfig, the allow-list of facts, and what happens without the training libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.errors import UsageError
from hubtweets.model import SCRATCH, BaseModel, TrainingConfig, facts, options, training_fingerprint
from hubtweets.model.recipes import choose
from hubtweets.record import LogEntry


@pytest.mark.parametrize(
    "chosen",
    [
        {"epochs": 0},
        {"epochs": 1001},
        {"learning_rate": 0.0},
        {"learning_rate": -1e-4},
        {"learning_rate": 1.5},
        {"learning_rate": float("nan")},
        {"batch_size": 0},
        {"block_size": 15},
        {"held_out": 0.0},
        {"held_out": 0.6},
        {"seed": -1},
        {"seed": 2**32},
        {"prompts": ()},
        {"prompts": "My dream is"},
        {"prompts": ("\udcff",)},
        {"prompts": ("I", "")},
    ],
)
def test_settings_out_of_their_range(chosen: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        TrainingConfig(**chosen)


def test_what_is_not_chosen_is_the_recipes() -> None:
    usual, scratch = choose(TrainingConfig()), choose(TrainingConfig(), scratch=True)
    assert scratch.epochs > usual.epochs
    assert choose(TrainingConfig(epochs=3, patience=0), scratch=True) == msgspec.structs.replace(
        scratch, epochs=3, patience=0
    )
    notebook = choose(TrainingConfig(recipe="huggingtweets"))
    assert (notebook.epochs, notebook.batch_size, notebook.block_size, notebook.patience) == (4, 1, 1024, 0)


def test_every_option_is_described_once() -> None:
    described = {option.field: option for option in options()}
    assert list(described) == list(TrainingConfig.__struct_fields__)
    assert all(option.description for option in described.values())
    assert len({option.flag for option in described.values()}) == len(described)
    assert described["prompts"].flag == "--prompt"
    assert described["max_time"].default is None


PINNED = "4ec57b9794634ecf7337b129bd1141ae5e6ee1c207eabbdefbc2548141f49123"


def test_a_setting_at_its_default_changes_no_fingerprint() -> None:
    base = BaseModel(name="openai-community/gpt2", revision="a" * 40)
    digests = {"ann": "1" * 64, "bob": "2" * 64}
    usual = training_fingerprint(digests, base, TrainingConfig())
    # pinned: whoever adds a field, or changes this on purpose, must raise RECIPE and write the new one here
    assert usual == PINNED
    for field, value in TrainingConfig().__rich_repr__():
        assert training_fingerprint(digests, base, TrainingConfig(**{field: value})) == usual, field

    Later = msgspec.defstruct(  # noqa: N806
        "Later", [("a_new_setting", int, 7)], bases=(TrainingConfig,), frozen=True, kw_only=True
    )
    assert training_fingerprint(digests, base, Later()) == usual
    assert training_fingerprint(digests, base, Later(a_new_setting=8)) != usual


@pytest.mark.parametrize("samples", [{"prompts": ("Once",)}, {"top_p": 0.5}, {"temperature": 0.7}])
def test_prompts_and_sampling_change_no_fingerprint(samples: dict[str, Any]) -> None:
    base = BaseModel(name=SCRATCH)
    assert training_fingerprint({}, base, TrainingConfig(**samples)) == training_fingerprint({}, base, TrainingConfig())
    assert training_fingerprint({}, base, TrainingConfig(seed=1)) != training_fingerprint({}, base, TrainingConfig())


def test_hyperparameters_that_differ_from_the_defaults_only() -> None:
    from transformers import TrainingArguments

    assert facts.hyperparameters(TrainingArguments(use_cpu=True)) == {}
    chosen = facts.hyperparameters(
        TrainingArguments(
            output_dir="/home/somebody/out",
            use_cpu=True,
            learning_rate=2e-5,
            lr_scheduler_type="cosine",
            max_grad_norm=0.0,
            adam_beta2=0.95,
            warmup_steps=10,
            seed=7,
            logging_steps=3,
        )
    )
    assert chosen == {
        "learning_rate": 2e-5,
        "lr_scheduler_type": "cosine",
        "warmup_steps": 10,
        "adam_beta2": 0.95,
        "max_grad_norm": 0.0,
    }
    assert list(chosen) == [name for name in facts.HYPERPARAMETERS if name in chosen]
    assert type(chosen["lr_scheduler_type"]) is str


def test_the_log_pairs_each_evaluation_with_the_loss_before_it() -> None:
    log = [
        {"step": 0, "epoch": 0.0, "eval_loss": 9.0},
        {"step": 1, "loss": 8.123456},
        {"step": 2, "loss": 7.0},
        {"step": 2, "epoch": 0.98765, "eval_loss": 7.5},
        {"step": 3, "loss": float("nan")},
        {"step": 4, "epoch": 2, "eval_loss": 6.0},
        {"step": 4, "train_loss": 7.0},
        {"step": 6, "eval_loss": float("inf")},
        {"step": True, "eval_loss": "3"},
        {"step": True, "eval_loss": 3.0},
    ]
    assert facts.log_entries(log) == (
        LogEntry(step=0, epoch=0.0, eval_loss=9.0),
        LogEntry(step=2, epoch=0.99, loss=7.0, eval_loss=7.5),
        LogEntry(step=4, epoch=2.0, eval_loss=6.0),
    )


@given(st.lists(st.integers(0, 500), unique=True), st.integers(2, 30))
def test_a_long_log_is_thinned_and_keeps_its_ends(steps: list[int], most: int) -> None:
    entries = facts.log_entries([{"step": step, "eval_loss": 1.0} for step in steps], most=most)
    kept = [entry.step for entry in entries]
    assert len(kept) == min(len(steps), most)
    assert kept == sorted(set(kept))
    if steps:
        assert (kept[0], kept[-1]) == (min(steps), max(steps))


def test_metrics_outside_the_list_and_numbers_that_are_none_are_left_out() -> None:
    raw = {"eval_loss": 2, "train_loss": float("inf"), "perplexity": "7", "eval_accuracy": True, "total_flos": 1e12}
    assert facts.metrics(raw) == {"eval_loss": 2.0}


WITHOUT = """
import json, sys
from pathlib import Path

for name in sys.argv[2].split(","):
    sys.modules[name] = None  # as if it were not installed

from hubtweets.errors import MissingExtraError
from hubtweets.model import TrainingConfig, find_base_model, fine_tune, read_trainer_folder
work, folder = Path(sys.argv[1]), Path(sys.argv[3])
told = []
for call in (
    lambda: fine_tune({"ann": ["one two", "four five"]}, find_base_model("scratch:tiny"), TrainingConfig(), work),
    lambda: read_trainer_folder(folder),
):
    try:
        call()
    except MissingExtraError as error:
        told.append([error.message, error.hint, error.extra])
print(json.dumps(told))
"""


@pytest.mark.thorough
@pytest.mark.parametrize("missing", ["torch", "transformers", "torch,transformers,accelerate,safetensors"])
def test_without_the_libraries_the_extra_is_named(missing: str, base_folder: Path, tmp_path: Path) -> None:
    run = tmp_path / "run"
    run.mkdir()
    for path in base_folder.iterdir():
        (run / path.name).write_bytes(path.read_bytes())
    (run / "training_args.bin").write_bytes(b"whatever it holds")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT, tmp_path / "work", missing, run],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    message = "Training needs libraries that are not installed (the extra `train`)."
    assert told == [[message, "pip install 'hubtweets[train]'", "train"]] * 2
    assert not (tmp_path / "work").exists()


def test_importing_the_room_loads_none_of_them() -> None:
    script = "import sys, hubtweets.model; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"torch", "transformers", "accelerate", "datasets", "huggingface_hub"} & set(done.stdout.split())
