"""Fine-tuning from posts to a folder that transformers loads, and what is said about it."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from hubtweets import record
from hubtweets.errors import BaseModelError, ModelError, OutputFolderError
from hubtweets.model import (
    FINGERPRINT_KEY,
    SCRATCH,
    ModelArtifact,
    TrainingConfig,
    find_base_model,
    fine_tune,
    workdir,
)
from hubtweets.model.fingerprint import write_fingerprint

from .conftest import Notes, digest, make_texts

FILES = ["config.json", "generation_config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"]


@pytest.mark.slow
def test_the_held_out_loss_falls(trained: ModelArtifact) -> None:
    metrics = trained.run.metrics
    assert metrics["eval_loss"] < metrics["eval_loss_before"] - 0.5
    assert metrics["perplexity"] < metrics["perplexity_before"]
    losses = [entry.eval_loss for entry in trained.run.log_history]
    assert (losses[0], min(losses)) == (metrics["eval_loss_before"], metrics["eval_loss"])
    assert [entry.epoch for entry in trained.run.log_history] == [0.0, 1.0, 2.0]


def test_the_stated_loss_is_that_of_the_published_weights(
    trained: ModelArtifact, texts: list[str], quick: TrainingConfig
) -> None:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    from hubtweets.model.evaluations.held_out_loss import held_out_loss
    from hubtweets.model.splitting import split

    model = AutoModelForCausalLM.from_pretrained(trained.folder)
    tokenizer = AutoTokenizer.from_pretrained(trained.folder)
    held_out = split({"keeper": texts}, quick.held_out, quick.seed)["keeper"].held_out
    loss = held_out_loss(model, [tokenizer(f"<|endoftext|>{text}<|endoftext|>")["input_ids"] for text in held_out])
    # training may have measured in bfloat16; a loss of other weights is further away than this
    assert trained.run.metrics["eval_loss"] == pytest.approx(loss, rel=5e-3)


def test_the_folder_has_the_model_and_nothing_else(trained: ModelArtifact, work: Path) -> None:
    assert sorted(path.name for path in trained.folder.iterdir()) == FILES
    assert sorted(path.name for path in work.iterdir()) == [".lock", "artifact.json", "before.json", "model"]


@pytest.mark.slow
def test_the_configuration_makes_a_plain_pipeline_write_posts(trained: ModelArtifact) -> None:
    config = json.loads((trained.folder / "config.json").read_text("utf-8"))
    assert config["prefix"] == "<|endoftext|>"
    assert config["use_cache"] is True
    generation = json.loads((trained.folder / "generation_config.json").read_text("utf-8"))
    wanted = {"do_sample": True, "top_p": 0.95, "temperature": 1.0, "min_new_tokens": 10, "max_new_tokens": 160}
    assert generation.items() >= wanted.items()
    script = (
        "import sys; from transformers import pipeline\n"
        "print(pipeline('text-generation', model=sys.argv[1])('My dream is')[0]['generated_text'])"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, trained.folder], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("My dream is")
    assert len(done.stdout.split()) > 5


def test_the_facts_of_the_run(trained: ModelArtifact) -> None:
    run = trained.run
    assert (run.seed, run.train_posts, run.held_out_posts) == (42, 216, 24)
    assert 500_000 < (run.parameters or 0) < 2_000_000
    assert run.hyperparameters.items() >= {"learning_rate": 1e-3, "num_train_epochs": 2, "block_size": 64}.items()
    assert run.hyperparameters["lr_scheduler_type"] == "cosine"
    assert "optim" not in run.hyperparameters  # at its default
    assert set(run.versions) == {"transformers", "torch", "tokenizers", "accelerate"}
    assert record.from_json(record.to_json(run), record.Run) == run


def test_a_finished_run_is_returned_at_once(
    trained: ModelArtifact, texts: list[str], quick: TrainingConfig, work: Path, notes: Notes
) -> None:
    before = {path: path.stat().st_mtime_ns for path in work.rglob("*") if path.name != ".lock"}
    again = fine_tune({"keeper": texts}, find_base_model(SCRATCH), quick, work, progress=notes)
    assert again == trained
    assert [note.partition(":")[0] for note in notes.notes] == ["Training had finished already"]
    assert {path: path.stat().st_mtime_ns for path in work.rglob("*") if path.name != ".lock"} == before


@pytest.mark.thorough
def test_the_same_input_gives_the_same_weights_and_another_seed_others(
    trained: ModelArtifact, texts: list[str], quick: TrainingConfig, tmp_path: Path
) -> None:
    base = find_base_model(SCRATCH)
    same = fine_tune({"keeper": texts}, base, quick, tmp_path / "same")
    assert digest(same.folder) == digest(trained.folder)
    assert (same.run, same.samples) == (trained.run, trained.samples)
    other = fine_tune({"keeper": texts}, base, msgspec.structs.replace(quick, seed=7), tmp_path / "other")
    assert digest(other.folder) != digest(trained.folder)


def test_a_fingerprint_goes_with_the_weights(trained: ModelArtifact, tmp_path: Path) -> None:
    import torch
    from safetensors import safe_open
    from safetensors.torch import load_file
    from transformers import AutoModelForCausalLM

    folder = Path(shutil.copytree(trained.folder, tmp_path / "model"))
    write_fingerprint(folder, "f" * 64)
    assert sorted(path.name for path in folder.iterdir()) == FILES
    with safe_open(folder / "model.safetensors", "pt") as weights:
        assert weights.metadata() == {"format": "pt", FINGERPRINT_KEY: "f" * 64}
    before, after = (load_file(place / "model.safetensors") for place in (trained.folder, folder))
    assert before.keys() == after.keys()
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert AutoModelForCausalLM.from_pretrained(folder).num_parameters() == trained.run.parameters


@pytest.mark.slow
def test_several_accounts(quick: TrainingConfig, tmp_path: Path) -> None:
    accounts = {"Zoe": make_texts(60, seed=1), "ann": make_texts(20, seed=2)}
    settings = msgspec.structs.replace(quick, epochs=1, prompts=("I",))
    one = fine_tune(accounts, find_base_model(SCRATCH), settings, tmp_path / "one")
    assert (one.run.train_posts, one.run.held_out_posts) == (72, 8)  # before repeating
    other = fine_tune(dict(reversed(accounts.items())), find_base_model(SCRATCH), settings, tmp_path / "other")
    assert digest(one.folder) == digest(other.folder)  # whoever is named first


@pytest.mark.thorough
def test_a_corpus_shorter_than_a_block(quick: TrainingConfig, tmp_path: Path) -> None:
    settings = msgspec.structs.replace(quick, block_size=512, epochs=1, prompts=("I",))
    trained = fine_tune({"ann": make_texts(12)}, find_base_model(SCRATCH), settings, tmp_path)
    assert int(trained.run.hyperparameters["block_size"]) < 512
    assert digest(trained.folder)


@pytest.mark.slow
def test_a_base_model_in_bfloat16_is_trained_and_published_as_it_is(
    base_folder: Path, texts: list[str], quick: TrainingConfig, tmp_path: Path
) -> None:
    import torch
    from safetensors import safe_open
    from transformers import AutoModelForCausalLM, AutoTokenizer

    half = tmp_path / "half"
    AutoModelForCausalLM.from_pretrained(base_folder, dtype=torch.bfloat16).save_pretrained(half)
    AutoTokenizer.from_pretrained(base_folder).save_pretrained(half)
    assert json.loads((half / "config.json").read_text("utf-8"))["dtype"] == "bfloat16"
    settings = msgspec.structs.replace(quick, epochs=1, learning_rate=1e-3, prompts=("I",))
    trained = fine_tune({"keeper": texts}, find_base_model(str(half)), settings, tmp_path / "work")
    assert json.loads((trained.folder / "config.json").read_text("utf-8"))["dtype"] == "bfloat16"
    with safe_open(trained.folder / "model.safetensors", "pt") as weights:
        assert {weights.get_slice(name).get_dtype() for name in weights.keys()} == {"BF16"}  # noqa: SIM118
    assert trained.run.metrics["eval_loss"] < trained.run.metrics["eval_loss_before"]


@pytest.mark.thorough
def test_training_that_diverges_is_an_error(
    base_folder: Path, texts: list[str], quick: TrainingConfig, tmp_path: Path
) -> None:
    from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM

    tokenizer = AutoTokenizer.from_pretrained(base_folder)
    sizes = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    model = LlamaForCausalLM(LlamaConfig(vocab_size=len(tokenizer), rms_norm_eps=1e-30, **sizes))
    words = set(tokenizer("the river waits for bread")["input_ids"]) - set(tokenizer("My dream is")["input_ids"])
    model.model.embed_tokens.weight.data[sorted(words)] = 0  # a finite loss, and gradients of these words that are not
    base = tmp_path / "base"
    model.save_pretrained(base)
    tokenizer.save_pretrained(base)
    settings = msgspec.structs.replace(quick, epochs=1)
    with pytest.raises(ModelError, match="diverged") as caught:
        fine_tune({"keeper": texts}, find_base_model(str(base)), settings, tmp_path / "work")
    assert "--learning-rate" in (caught.value.hint or "")
    assert not (tmp_path / "work" / "model").exists()


@pytest.mark.thorough
def test_a_model_that_became_worse_is_told(
    base_folder: Path, texts: list[str], quick: TrainingConfig, tmp_path: Path, notes: Notes
) -> None:
    settings = msgspec.structs.replace(quick, max_steps=2, learning_rate=1.0, prompts=("I",))
    trained = fine_tune({"keeper": texts[:60]}, find_base_model(str(base_folder)), settings, tmp_path, progress=notes)
    assert trained.run.metrics["eval_loss"] > trained.run.metrics["eval_loss_before"] + 1
    assert "worse than its base on posts that it has not seen" in notes.warnings[0]


def test_a_base_model_whose_weights_are_no_numbers(
    base_folder: Path, texts: list[str], quick: TrainingConfig, tmp_path: Path
) -> None:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    base = tmp_path / "base"
    model = AutoModelForCausalLM.from_pretrained(base_folder)
    model.transformer.wte.weight.data[5] = float("nan")
    model.save_pretrained(base)
    AutoTokenizer.from_pretrained(base_folder).save_pretrained(base)
    with pytest.raises(BaseModelError, match="local:base are broken"):
        fine_tune({"keeper": texts}, find_base_model(str(base)), quick, tmp_path / "work")


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_working_folder_that_is_none(name: str, texts: list[str], quick: TrainingConfig, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputFolderError, match="cannot be written") as caught:
        fine_tune({"keeper": texts}, find_base_model(SCRATCH), quick, tmp_path / name)
    assert caught.value.path == tmp_path / name
    assert "--work-dir" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("number", "words", "what"),
    [
        (errno.ENOSPC, "", "full"),
        (0, f"Error while serializing: I/O error: {os.strerror(errno.ENOSPC)}", "full"),  # as safetensors says it
        (errno.EFBIG, "", "too large"),
        (0, f"Error while serializing: I/O error: {os.strerror(errno.EFBIG)}", "too large"),
        (
            0,
            "[enforce fail at inline_container.cc:672] . unexpected pos 296576 vs 296464",
            "too large",
        ),  # as torch does
        (0, "the weights do not fit", None),
    ],
)
def test_what_kept_a_file_from_being_written(number: int, words: str, what: str | None, tmp_path: Path) -> None:
    error = RuntimeError(words or "could not save")
    error.__cause__ = OSError(number, os.strerror(number)) if number else None
    found = "full" if workdir.disk_is_full(error, tmp_path) else None
    assert (found or ("too large" if workdir.file_is_too_large(error) else None)) == what


@pytest.mark.slow
def test_two_processes_in_one_folder(
    texts: list[str], quick: TrainingConfig, tmp_path: Path, start_job: Callable[..., subprocess.Popen[str]]
) -> None:
    folder = tmp_path / "work"
    settings = msgspec.structs.replace(quick, epochs=1000)
    first = start_job(
        accounts={"keeper": texts}, base=SCRATCH, settings=msgspec.to_builtins(settings), folder=str(folder)
    )
    assert first.stdout is not None
    assert any(line.startswith("Training ") for line in first.stdout)  # it has the folder
    with pytest.raises(ModelError, match="Another hubtweets is training in") as caught:
        fine_tune({"keeper": texts}, find_base_model(SCRATCH), settings, folder)
    assert caught.value.hint == "Wait for it to end, then run the same command again."
    assert first.poll() is None


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit for the memory of a process")
def test_too_little_memory_is_named(
    base_folder: Path,
    texts: list[str],
    quick: TrainingConfig,
    tmp_path: Path,
    start_job: Callable[..., subprocess.Popen[str]],
) -> None:
    from transformers import AutoTokenizer, GPT2Config, GPT2LMHeadModel

    config = GPT2Config.from_pretrained(base_folder, vocab_size=500_000, n_embd=4, n_layer=1)
    base = tmp_path / "base"
    GPT2LMHeadModel(config).save_pretrained(base)  # small weights, and half a million numbers for each token of a batch
    AutoTokenizer.from_pretrained(base_folder).save_pretrained(base)
    process = start_job(
        accounts={"keeper": texts},
        base=str(base),
        settings=msgspec.to_builtins(quick),
        folder=str(tmp_path / "work"),
        spare_memory=700 * 2**20,
    )
    _, stderr = process.communicate(timeout=120)
    assert stderr.rstrip().splitlines()[-1] == (
        "hubtweets.errors.ModelError: There is not enough memory to train local:base."
    )
