"""Training throughput against transformers' own language-modelling recipe (`run_clm`) and a bare PyTorch loop; memory
of an adapter's training against that of all weights."""

from __future__ import annotations

import contextlib
import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal

TITLE = "Training"

_STEPS, _ROUNDS = 4, 3
_TIMES_OVER = 4
"""So often are the posts there, so that the last block, which `run_clm` throws away, counts for little."""
_BLOCK, _BATCH = 256, 4
_SIZES = {"n_layer": 4, "n_embd": 512, "n_head": 8}

# https://huggingface.co/HuggingFaceTB/SmolLM2-135M/blob/main/config.json; memory does not depend on what weights are
_SMOLLM2: dict[str, Any] = {
    "vocab_size": 49152,
    "hidden_size": 576,
    "intermediate_size": 1536,
    "num_hidden_layers": 30,
    "num_attention_heads": 9,
    "num_key_value_heads": 3,
    "max_position_embeddings": 8192,
    "tie_word_embeddings": True,
}
_CHILD = "import sys; from benchmarks.training import peak; print(peak(sys.argv[1]))"


def measure() -> str:
    """Tokens a CPU second of a GPT-2 at the same block size, batch and dtype; and with run_clm's default block."""
    import torch
    from transformers.utils import logging

    from hubtweets._shared.examples import archive
    from hubtweets.model import TrainingConfig, find_base_model, load_base_model
    from hubtweets.posts import open_source, read_corpus

    logging.set_verbosity_error()
    torch.set_num_threads(1)
    texts = _TIMES_OVER * list(read_corpus(open_source(str(archive()))).texts)
    # the tokenizer only: the model is a larger one
    encoder = load_base_model(find_base_model("scratch:tiny"), texts, TrainingConfig()).encoder
    posts = encoder.posts(texts)
    stream = [token for post in posts for token in post[1:]]
    same = _cut(stream, _BLOCK)
    ways: dict[str, Callable[[], float]] = {
        "hubtweets": lambda: _ours(encoder, texts),
        f"`run_clm --block_size {_BLOCK} --per_device_train_batch_size {_BATCH}`": lambda: _recipe(same, _BATCH),
        "a bare PyTorch loop, the same blocks": lambda: _bare(same),
        "`run_clm`'s default block (1,024, 1 a step)": lambda: _recipe(_cut(stream, 1024), 1),
    }
    # in turns, so that what else the machine does at a time is not one way's alone
    rounds = [{name: way() for name, way in ways.items()} for _ in range(_ROUNDS)]
    rows = {name: max(rates[name] for rates in rounds) for name in ways}
    ours, clm, bare, _ = rows.values()
    table = "".join(f"| {name} | {rate:,.0f} |\n" for name, rate in rows.items())
    return (
        f"GPT-2 with {_SIZES['n_layer']} layers of {_SIZES['n_embd']}, the bundled example's posts, AdamW, float32 on "
        f"one core; CPU time of the quickest of {_ROUNDS * (_STEPS - 1)} steps of 1,024 tokens, in {_ROUNDS} rounds; "
        "tokens that a loss is computed of: of ours without padding and the starts of posts, of the others all but the "
        "first of a block.\n\n"
        f"| | tokens/CPU s |\n| --- | ---: |\n{table}\n"
        f"**{ours / clm:.2f}x** `run_clm` with the same flags (at least 1.0x is the aim), **{ours / bare:.2f}x** the "
        f"bare loop (at least 0.9x is the aim).\n\n{_memory()}"
    )


def _memory() -> str:
    peaks = {}
    for method in ("full", "lora"):
        child = subprocess.run([sys.executable, "-c", _CHILD, method], capture_output=True, text=True, check=True)
        peaks[method] = int(child.stdout.split()[-1]) / 2**20
    return (
        "A model of the size and shape of SmolLM2-135M, float32: the peak of the whole process, its libraries "
        "included, in a training of two steps of 1,024 tokens with evaluation and checkpoint, each method in a process "
        "of its own.\n\n"
        f"| | MiB |\n| --- | ---: |\n| all weights | {peaks['full']:,.0f} |\n| LoRA | {peaks['lora']:,.0f} |\n\n"
        f"LoRA takes **{peaks['lora'] / peaks['full']:.2f}x** of all weights' (at most 0.7x is the aim)."
    )


def peak(method: Literal["full", "lora"]) -> int:
    """The most bytes that this process, which trains so, has had in memory (Linux)."""
    import torch
    from transformers import LlamaConfig, LlamaForCausalLM

    from hubtweets._shared.examples import archive
    from hubtweets._shared.progress import SILENT
    from hubtweets.model import TrainingConfig, devices, find_base_model, load_base_model, lora, recipes, train
    from hubtweets.model.loaded import LoadedModel
    from hubtweets.model.packing import PackedPosts
    from hubtweets.model.splitting import split
    from hubtweets.model.trackers import UNTRACKED
    from hubtweets.posts import open_source, read_corpus

    torch.set_num_threads(1)
    torch.manual_seed(0)
    base, config = find_base_model("scratch:tiny"), TrainingConfig(method=method, max_steps=2)
    texts = list(read_corpus(open_source(str(archive()))).texts)
    loaded = LoadedModel(LlamaForCausalLM(LlamaConfig(**_SMOLLM2)), load_base_model(base, texts, config).encoder)
    chosen = recipes.choose(config, adapter=method == "lora")
    if method == "lora":
        loaded = lora.add(loaded, "lora", config.lora_rank)
    splits = split({"x": texts}, 0.05, 1)
    posts = PackedPosts(loaded.encoder.posts(splits["x"].train), start=1, block_size=chosen.block_size, seed=1)
    with tempfile.TemporaryDirectory() as folder, devices.deterministic():
        train._Training(loaded, posts, splits, config, chosen, Path(folder), UNTRACKED).run(base, SILENT)
    # not resource's ru_maxrss, which begins at what the parent had
    status = Path("/proc/self/status").read_text("utf-8").splitlines()
    return int(next(line for line in status if line.startswith("VmHWM")).split()[1]) * 1024


def _cut(stream: Sequence[int], size: int) -> list[Sequence[int]]:
    return [stream[start : start + size] for start in range(0, len(stream) - size + 1, size)]


def _model() -> Any:
    import torch
    from transformers import GPT2Config, GPT2LMHeadModel

    torch.manual_seed(0)
    return GPT2LMHeadModel(GPT2Config(vocab_size=50257, **_SIZES))


def _rate(seconds: Sequence[float], tokens: float) -> float:
    """Tokens a second in the quickest step but the first."""
    return tokens / min(later - earlier for earlier, later in itertools.pairwise(seconds))


def _clocked(trainer: Any) -> list[float]:
    from transformers import PrinterCallback, TrainerCallback

    seconds: list[float] = []

    class Clock(TrainerCallback):
        def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
            seconds.append(time.process_time())

    trainer.add_callback(Clock())
    with contextlib.suppress(ValueError):
        trainer.remove_callback(PrinterCallback)
    trainer.train()
    return seconds


def _ours(encoder: Any, texts: Sequence[str]) -> float:
    import msgspec

    from hubtweets.model import TrainingConfig, devices, recipes, train
    from hubtweets.model.loaded import LoadedModel
    from hubtweets.model.packing import PackedPosts
    from hubtweets.model.splitting import split

    config = TrainingConfig(max_steps=_STEPS, block_size=_BLOCK, batch_size=_BATCH)
    chosen = msgspec.structs.replace(recipes.choose(config), patience=0)
    splits = split({"x": texts}, 0.01, 1)
    posts = PackedPosts(encoder.posts(splits["x"].train), start=1, block_size=_BLOCK, seed=1)
    with tempfile.TemporaryDirectory() as folder, devices.deterministic():
        args = train._arguments(config, chosen, Path(folder), 1000)
        trainer = train._trainer(LoadedModel(_model(), encoder), posts, splits, args, chosen, None)
        return _rate(_clocked(trainer), posts.tokens / len(posts) * _BATCH)


def _recipe(blocks: Sequence[Sequence[int]], batch: int) -> float:
    from transformers import Trainer, TrainingArguments

    with tempfile.TemporaryDirectory() as folder:
        args = TrainingArguments(
            output_dir=folder,
            max_steps=_STEPS,
            per_device_train_batch_size=batch,
            report_to="none",
            save_strategy="no",
            disable_tqdm=True,
            dataloader_pin_memory=False,
            use_cpu=True,
        )
        data: Any = [{"input_ids": block, "labels": block} for block in blocks]
        return _rate(_clocked(Trainer(model=_model(), args=args, train_dataset=data)), batch * (len(blocks[0]) - 1))


def _bare(blocks: Sequence[Sequence[int]]) -> float:
    import torch

    model = _model().train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5, fused=True)
    seconds: list[float] = []
    read: Callable[[int], Any] = lambda step: torch.tensor(blocks[step * _BATCH : (step + 1) * _BATCH])  # noqa: E731
    for step in range(_STEPS):
        batch = read(step)
        model(input_ids=batch, labels=batch).loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        seconds.append(time.process_time())
    return _rate(seconds, _BATCH * (_BLOCK - 1))
