"""The output folder of a Trainer that hubtweets did not run: real runs, damaged ones and hostile ones."""

from __future__ import annotations

import json
import math
import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubtweets import record
from hubtweets.card.generated import read_generated
from hubtweets.errors import RunFolderError
from hubtweets.model import read_trainer_folder
from hubtweets.model.arguments import read_training_args

from .conftest import Notes

TOKEN = "hf_" + "AbCdEfGhIj" * 3


def train(base: Path, output: Path, **arguments: Any) -> Any:
    """A short run of transformers' own Trainer, as a script of somebody else's would do it; returns the Trainer."""
    from transformers import AutoModelForCausalLM, Trainer, TrainingArguments, default_data_collator

    rows = [{"input_ids": [1 + (row + place) % 200 for place in range(16)]} for row in range(24)]
    data = [{**row, "labels": row["input_ids"]} for row in rows]
    args = TrainingArguments(
        **{
            "output_dir": str(output),
            "per_device_train_batch_size": 4,
            "max_steps": 6,
            "logging_steps": 1,
            "eval_strategy": "steps",
            "eval_steps": 2,
            "save_steps": 2,
            "use_cpu": True,
            "disable_tqdm": True,
            "report_to": "none",
            "dataloader_pin_memory": False,
            "hub_token": TOKEN,
            "run_name": f"/home/somebody/private {TOKEN}",
            **arguments,
        }
    )
    model = AutoModelForCausalLM.from_pretrained(base)
    trainer = Trainer(
        model=model, args=args, train_dataset=data, eval_dataset=data[:8], data_collator=default_data_collator
    )
    trainer.train()
    return trainer


def evaluations(folder: Path) -> dict[int, float]:
    log = json.loads((folder / "trainer_state.json").read_text("utf-8"))["log_history"]
    return {entry["step"]: entry["eval_loss"] for entry in log if "eval_loss" in entry}


@pytest.fixture(scope="module")
def finished(base_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run that ended as the examples of transformers end, with all its files."""
    folder = tmp_path_factory.mktemp("somebody-private") / "out"
    trainer = train(base_folder, folder, learning_rate=3e-4, lr_scheduler_type="cosine", weight_decay=0.01, seed=7)
    trainer.save_model()
    trainer.save_state()
    trainer.save_metrics("eval", trainer.evaluate())
    trainer.create_model_card()
    return folder


@pytest.fixture(scope="module")
def overfitted(base_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run whose best weights are of an earlier step than the last, and were loaded at the end."""
    folder = tmp_path_factory.mktemp("best") / "out"
    trainer = train(
        base_folder,
        folder,
        learning_rate=3.0,
        lr_scheduler_type="constant",
        max_grad_norm=0.0,
        load_best_model_at_end=True,
    )
    trainer.save_model()
    trainer.save_state()
    return folder


@pytest.fixture
def copy_of(tmp_path: Path) -> Callable[[Path], Path]:
    return lambda folder: Path(shutil.copytree(folder, tmp_path / "copy"))


def test_the_files_of_the_model_and_no_others(finished: Path) -> None:
    found = read_trainer_folder(finished)
    assert {"training_args.bin", "trainer_state.json", "README.md", "checkpoint-6"} <= {
        path.name for path in finished.iterdir()
    }
    assert [path.name for path in found.files] == ["config.json", "generation_config.json", "model.safetensors"]


def test_the_facts_of_a_finished_run(finished: Path, base_folder: Path, notes: Notes) -> None:
    from transformers import AutoModelForCausalLM

    run = read_trainer_folder(finished, progress=notes).run
    assert run.hyperparameters == {
        "learning_rate": 3e-4,
        "max_steps": 6,
        "per_device_train_batch_size": 4,
        "lr_scheduler_type": "cosine",
        "weight_decay": 0.01,
    }
    assert run.seed == 7
    assert run.metrics["eval_loss"] == pytest.approx(evaluations(finished)[6], abs=1e-4)
    assert run.metrics["perplexity"] == pytest.approx(math.exp(evaluations(finished)[6]), rel=1e-3)
    assert [entry.step for entry in run.log_history] == [2, 4, 6]
    assert run.parameters == AutoModelForCausalLM.from_pretrained(base_folder).num_parameters()
    assert notes.warnings == []


def test_nothing_of_the_machine_or_the_person_is_in_the_facts(finished: Path) -> None:
    assert TOKEN.encode() in (finished / "training_args.bin").read_bytes()  # or the test would show nothing
    found = read_trainer_folder(finished)
    facts = record.to_json(found.run) + str(found.base_model)
    assert TOKEN not in facts
    assert "somebody" not in facts
    assert str(finished) not in facts
    assert "/" not in record.to_json(found.run)


def test_the_best_weights_have_the_best_number(overfitted: Path) -> None:
    losses = evaluations(overfitted)
    best = min(losses, key=lambda step: losses[step])
    assert best != max(losses)  # or the test would show nothing
    run = read_trainer_folder(overfitted).run
    assert run.metrics["eval_loss"] == pytest.approx(losses[best], abs=1e-4)


def test_without_the_arguments_the_step_of_the_weights_is_unknown(
    overfitted: Path, copy_of: Callable[[Path], Path], notes: Notes
) -> None:
    folder = copy_of(overfitted)
    (folder / "training_args.bin").unlink()
    shutil.rmtree(folder / "checkpoint-6")
    for checkpoint in folder.glob("checkpoint-*"):
        shutil.rmtree(checkpoint)
    run = read_trainer_folder(folder, progress=notes).run
    assert "eval_loss" not in run.metrics
    assert "perplexity" not in run.metrics
    assert run.hyperparameters == {}
    assert notes.warnings == []


def test_the_last_weights_have_the_last_number(base_folder: Path, tmp_path: Path) -> None:
    trainer = train(
        base_folder,
        tmp_path / "out",
        learning_rate=3.0,
        max_grad_norm=0.0,
        metric_for_best_model="eval_loss",
        lr_scheduler_type="constant",
    )
    trainer.save_model()
    trainer.save_state()
    losses = evaluations(tmp_path / "out")
    assert losses[6] != min(losses.values())
    run = read_trainer_folder(tmp_path / "out").run
    assert run.metrics["eval_loss"] == pytest.approx(losses[6], abs=1e-4)


def test_a_checkpoint_has_its_own_number(overfitted: Path) -> None:
    checkpoint = overfitted / "checkpoint-6"
    assert (checkpoint / "optimizer.pt").exists()
    found = read_trainer_folder(checkpoint)
    assert found.run.metrics["eval_loss"] == pytest.approx(evaluations(overfitted)[6], abs=1e-4)
    assert not {"optimizer.pt", "scheduler.pt", "rng_state.pth", "training_args.bin"} & {p.name for p in found.files}


def test_weights_that_were_trained_after_the_last_checkpoint_have_no_number(base_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    trainer = train(base_folder, folder, save_steps=4)
    trainer.save_model()
    shutil.rmtree(folder / "checkpoint-6")  # older versions of transformers do not save the last step
    assert not (folder / "trainer_state.json").exists()
    run = read_trainer_folder(folder).run
    assert "eval_loss" not in run.metrics
    assert [entry.step for entry in run.log_history] == [2, 4]


@pytest.mark.thorough
def test_an_evaluation_before_training(base_folder: Path, tmp_path: Path) -> None:
    trainer = train(base_folder, tmp_path / "out", eval_on_start=True, label_smoothing_factor=0.1)
    trainer.save_model()
    trainer.save_state()
    run = read_trainer_folder(tmp_path / "out").run
    assert run.metrics["eval_loss_before"] == pytest.approx(evaluations(tmp_path / "out")[0], abs=1e-4)
    assert run.hyperparameters["label_smoothing_factor"] == 0.1
    assert "perplexity" not in run.metrics  # the loss is not the plain one


@pytest.mark.thorough
def test_a_folder_with_checkpoints_only(base_folder: Path, tmp_path: Path) -> None:
    train(base_folder, tmp_path / "out")
    with pytest.raises(RunFolderError, match="has no model in it") as caught:
        read_trainer_folder(tmp_path / "out")
    assert caught.value.path == tmp_path / "out"
    assert f"hubtweets push {tmp_path / 'out' / 'checkpoint-6'} " in (caught.value.hint or "")


def test_folders_that_hold_no_run(tmp_path: Path) -> None:
    with pytest.raises(RunFolderError, match="is not a folder"):
        read_trainer_folder(tmp_path / "missing")
    with pytest.raises(RunFolderError, match="has no model in it") as caught:
        read_trainer_folder(tmp_path)
    assert "save_model" in (caught.value.hint or "")


# -- the card ---------------------------------------------------------------------------------------------------------


def test_a_card_of_the_trainer_is_read_as_what_it_is(finished: Path) -> None:
    readme = read_trainer_folder(finished).readme
    assert readme is not None
    assert "generated automatically" in readme
    assert read_generated(readme) is not None


@pytest.mark.thorough
def test_a_card_that_a_person_wrote_is_kept(finished: Path, copy_of: Callable[[Path], Path]) -> None:
    folder = copy_of(finished)
    text = "---\nbase_model: openai-community/gpt2\n---\n# Mine\r\nline ends stay 🌊\n"
    (folder / "README.md").write_bytes(text.encode())
    found = read_trainer_folder(folder)
    assert found.readme == text
    assert read_generated(text) is None
    assert found.base_model == "openai-community/gpt2"


def test_a_card_that_is_not_utf_8_is_not_published_damaged(finished: Path, copy_of: Callable[[Path], Path]) -> None:
    folder = copy_of(finished)
    (folder / "README.md").write_bytes("# Café\n".encode("latin-1"))
    with pytest.raises(RunFolderError, match="is not UTF-8") as caught:
        read_trainer_folder(folder)
    assert caught.value.path == folder / "README.md"


@pytest.mark.parametrize("named", ["/home/somebody/model", "../model", "~/model", "C:\\models\\mine", "[a, b]", "7"])
def test_a_base_model_that_is_a_path_is_not_told(finished: Path, copy_of: Callable[[Path], Path], named: str) -> None:
    folder = copy_of(finished)
    (folder / "README.md").write_text(f"---\nbase_model: {named}\n---\n# Mine\n", "utf-8")
    assert read_trainer_folder(folder).base_model is None


# -- damaged and hostile ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("keep", [0, 7, 100, -1])
def test_weights_that_were_cut_off(finished: Path, copy_of: Callable[[Path], Path], keep: int) -> None:
    folder = copy_of(finished)
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:keep])
    with pytest.raises(RunFolderError, match="is not a safetensors file, or was cut off") as caught:
        read_trainer_folder(folder)
    assert caught.value.path == weights


@pytest.mark.parametrize("name", ["trainer_state.json", "config.json", "eval_results.json"])
@pytest.mark.parametrize("content", [b'{"log_history": [', b"\xff\xfe"])
def test_a_broken_json_file(finished: Path, copy_of: Callable[[Path], Path], name: str, content: bytes) -> None:
    folder = copy_of(finished)
    (folder / name).write_bytes(content)
    with pytest.raises(RunFolderError, match="is not JSON") as caught:
        read_trainer_folder(folder)
    assert caught.value.path == folder / name


@pytest.mark.parametrize(
    "state",
    [[], 7, {"log_history": 7}, {"log_history": [1, None, {"step": "x", "eval_loss": "y"}]}, {"global_step": []}],
)
def test_a_state_of_another_shape_gives_no_facts(
    finished: Path, copy_of: Callable[[Path], Path], state: object
) -> None:
    folder = copy_of(finished)
    (folder / "eval_results.json").unlink()
    (folder / "all_results.json").unlink()
    (folder / "trainer_state.json").write_text(json.dumps(state), "utf-8")
    run = read_trainer_folder(folder).run
    assert run.log_history == ()
    assert "eval_loss" not in run.metrics


@pytest.mark.parametrize("loss", [float("nan"), float("inf"), "3.2", None, True])
def test_a_loss_that_is_no_number_is_not_told(finished: Path, copy_of: Callable[[Path], Path], loss: object) -> None:
    folder = copy_of(finished)
    for name in ("eval_results.json", "all_results.json"):
        (folder / name).write_text(json.dumps({"eval_loss": loss}), "utf-8")
    assert "eval_loss" not in read_trainer_folder(folder).run.metrics


class Malicious:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.path),)


class ThroughTransformers(Malicious):
    """Runs a class of a library that everybody trusts, with an argument of the attacker's."""

    def __reduce__(self) -> tuple[Any, ...]:
        from transformers.trainer_callback import TrainerState

        return TrainerState.save_to_json, (TrainerState(), str(self.path))


@pytest.mark.parametrize("kind", [Malicious, ThroughTransformers])
def test_a_malicious_pickle_runs_nothing(
    finished: Path, copy_of: Callable[[Path], Path], notes: Notes, tmp_path: Path, kind: type[Malicious]
) -> None:
    import torch

    folder, made = copy_of(finished), tmp_path / "made"
    torch.save(kind(made), folder / "training_args.bin")
    torch.load(folder / "training_args.bin", weights_only=False)
    assert made.exists()  # the payload works
    shutil.rmtree(made, ignore_errors=True)
    made.unlink(missing_ok=True)
    found = read_trainer_folder(folder, progress=notes)
    assert not made.exists()
    assert found.run.hyperparameters == {}
    assert found.run.metrics["eval_loss"] > 0


def test_a_payload_beside_the_arguments_runs_nothing(
    finished: Path, copy_of: Callable[[Path], Path], tmp_path: Path
) -> None:
    import torch

    folder, made = copy_of(finished), tmp_path / "made"
    args = torch.load(finished / "training_args.bin", weights_only=False)
    args.learning_rate, args.payload = 0.25, Malicious(made)
    torch.save(args, folder / "training_args.bin")
    run = read_trainer_folder(folder).run
    assert not made.exists()
    assert run.hyperparameters["learning_rate"] == 0.25  # and the rest is still read


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def plain_pickle(path: Path) -> None:
    path.write_bytes(pickle.dumps({"learning_rate": 1}))


def of_another_kind(path: Path) -> None:
    import torch

    torch.save({"weights": torch.zeros(3)}, path)


def huge(path: Path) -> None:
    import torch

    torch.save(["x" * 2**21], path)


@pytest.mark.parametrize("damage", [cut, plain_pickle, of_another_kind, huge])
def test_arguments_that_cannot_be_read_are_left_out_with_a_warning(
    finished: Path, copy_of: Callable[[Path], Path], notes: Notes, damage: Callable[[Path], None]
) -> None:
    folder = copy_of(finished)
    damage(folder / "training_args.bin")
    run = read_trainer_folder(folder, progress=notes).run
    assert run.hyperparameters == {}
    assert run.seed is None
    (warning,) = notes.warnings
    assert warning.startswith("training_args.bin ")
    assert warning.endswith("; the card will state no hyperparameters.")


def test_arguments_are_read_as_torch_would(finished: Path) -> None:
    import torch

    real = torch.load(finished / "training_args.bin", weights_only=False)
    read = read_training_args(finished / "training_args.bin")
    plain = {name: value for name, value in vars(real).items() if isinstance(value, (str, int, float, type(None)))}
    assert len(plain) > 80
    for name, value in plain.items():
        found = getattr(read, name)
        assert getattr(found, "value", found) == getattr(value, "value", value), name
