"""Fine-tuning with transformers' Trainer: resumable, repeatable, and measured on posts it never saw."""

from __future__ import annotations

import errno
import math
import os
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets import record
from hubtweets.errors import BaseModelError, HubtweetsError, ModelError, OutputFolderError
from hubtweets.model import facts, libraries, measure, packing
from hubtweets.model.base import BaseModel
from hubtweets.model.settings import Settings
from hubtweets.model.stamp import stamp
from hubtweets.progress import SILENT, Progress
from hubtweets.record import Run, Sample

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase, TrainingArguments

    from hubtweets.model.callbacks import RunFacts

_DONE = "trained.json"
_MOST_STEPS_BETWEEN_CHECKPOINTS = 200


class Trained(msgspec.Struct, frozen=True, kw_only=True):
    """A finished fine-tuning. `folder` has weights, tokenizer and configuration, and nothing else."""

    folder: Path
    run: Run
    samples: tuple[Sample, ...]


def fine_tune(
    accounts: Mapping[str, Sequence[str]],
    base: BaseModel,
    settings: Settings,
    folder: Path,
    *,
    fingerprint: str | None = None,
    progress: Progress = SILENT,
) -> Trained:
    """Fine-tune `base` on the kept texts of each handle, in `folder`.

    `folder` belongs to this one fine-tuning: the same call with the same folder goes on from its last checkpoint, or
    returns at once when it had finished. The weights kept are those of the evaluation with the lowest held-out loss;
    `fingerprint` is written into their header. Ctrl-C saves a checkpoint at the end of the current step.

    Raises:
        MissingExtraError: without the `train` extra.
        BaseModelError: when the base model cannot be loaded.
        OutputFolderError: when `folder` cannot be written, or the disk is full.
        ModelError: when another process is training in `folder`, or training diverged.
    """
    libraries.require()
    _make(folder)
    with _only_one(folder):
        finished = _read_done(folder)
        if finished is not None:
            progress.note(f"Training had finished already: {folder}")
            return finished
        base = base.fetch()  # with huggingface_hub's own bars
        try:
            with libraries.quiet():
                return _fine_tune(accounts, base, settings, folder, fingerprint, progress)
        except HubtweetsError:
            raise
        except Exception as error:  # torch and safetensors have kinds of their own for both of these
            if _disk_is_full(error, folder):
                raise OutputFolderError(
                    f"The disk is full: {folder} could not be written.",
                    path=folder,
                    hint="Free some space, then run the same command again; training goes on from its last checkpoint.",
                ) from error
            if _out_of_memory(error):
                raise ModelError(
                    f"There is not enough memory to train {base.name}.",
                    hint="Lower --batch-size or --block-size, or use a smaller --base-model.",
                ) from error
            raise


def _fine_tune(
    accounts: Mapping[str, Sequence[str]],
    base: BaseModel,
    settings: Settings,
    folder: Path,
    fingerprint: str | None,
    progress: Progress,
) -> Trained:
    with progress.task(f"Loading {base.name}"):
        from transformers import set_seed

        from hubtweets.model.callbacks import RunFacts

        splits = packing.split(accounts, settings.held_out, settings.seed)
        train_texts = packing.balance({handle: part.train for handle, part in splits.items()}, settings.seed)
        held_out_texts = [text for handle in sorted(splits) for text in splits[handle].held_out]
        set_seed(settings.seed)
        model, tokenizer = base.load(train_texts, settings)
    end: int = tokenizer.eos_token_id
    positions = getattr(model.config, "max_position_embeddings", None) or settings.block_size
    posts = packing.PackedPosts(
        packing.tokenize(tokenizer, train_texts),
        end=end,
        block_size=min(settings.block_size, positions),
        seed=settings.seed,
    )
    held_out = packing.tokenize(tokenizer, held_out_texts)
    _set_generation(model, tokenizer)

    with _deterministic(model):
        trainer = _trainer(model, posts, held_out, settings, folder, end=end, longest=positions)
        collected = RunFacts()
        trainer.add_callback(collected)
        log = _train(trainer, collected, held_out, base, folder, progress)
        before, after = _losses(log)
    trainer.model.config.use_cache = True  # the Trainer switches it off, and generation is slow without it
    # without the Trainer's autocast around it, which the published model will not have either
    trainer.accelerator.unwrap_model(trainer.model, keep_fp32_wrapper=False)
    final = folder / "model.partial"
    shutil.rmtree(final, ignore_errors=True)
    trainer.model.save_pretrained(final)
    if fingerprint is not None:
        stamp(final, fingerprint)
    tokenizer.save_pretrained(final)
    # outside: on CUDA, top-p sampling has no deterministic form, and would be refused
    with progress.task("Writing samples", total=len(settings.prompts), unit="samples") as task:
        samples = measure.write_samples(trainer.model, tokenizer, settings.prompts, settings.seed)
        task.update(completed=len(samples))

    run = Run(
        hyperparameters={**collected.hyperparameters, "block_size": posts.block_size},
        metrics={
            "eval_loss_before": round(before, 4),
            "eval_loss": round(after, 4),
            "perplexity_before": round(measure.perplexity(before), 2),
            "perplexity": round(measure.perplexity(after), 2),
        },
        log_history=facts.log_entries(log),
        seed=settings.seed,
        parameters=trainer.model.num_parameters(),
        train_posts=sum(len(part.train) for part in splits.values()),
        held_out_posts=len(held_out),
        hardware=_hardware(trainer.args),
        versions=libraries.versions(),
    )
    return _write_done(folder, run, samples)


def _trainer(
    model: PreTrainedModel,
    posts: packing.PackedPosts,
    held_out: Sequence[Sequence[int]],
    settings: Settings,
    folder: Path,
    *,
    end: int,
    longest: int,
) -> Any:
    import torch
    from transformers import PrinterCallback, Trainer, default_data_collator

    class HeldOutTrainer(Trainer):
        """Evaluates with the exact loss of `measure.held_out_loss` instead of a mean of batch means."""

        def evaluate(self, *_: Any, **__: Any) -> dict[str, float]:
            with self.compute_loss_context_manager():  # before and after training with the same precision
                loss = measure.held_out_loss(model, held_out, end=end, longest=longest, tokens_a_batch=step)
            found = {"eval_loss": loss}
            self.log(found)
            self.control = self.callback_handler.on_evaluate(self.args, self.state, self.control, found)
            return found

    step = settings.batch_size * posts.block_size  # tokens: measuring takes no more memory than training
    steps_an_epoch = max(1, -(-len(posts) // settings.batch_size))
    interval = min(steps_an_epoch, _MOST_STEPS_BETWEEN_CHECKPOINTS)
    trainer = HeldOutTrainer(
        model=model,
        args=_arguments(settings, folder, interval, torch.cuda.is_available()),
        train_dataset=posts,  # map-style: all it needs is len and []
        eval_dataset=held_out,  # read by our `evaluate` only
        data_collator=default_data_collator,
    )
    trainer.remove_callback(PrinterCallback)
    return trainer


def _arguments(settings: Settings, folder: Path, interval: int, cuda: bool) -> TrainingArguments:
    from transformers import TrainingArguments

    use_cpu = not cuda and not _mps()
    args = TrainingArguments(
        output_dir=str(folder / "checkpoints"),
        num_train_epochs=settings.epochs,
        learning_rate=settings.learning_rate,
        lr_scheduler_type="cosine",
        per_device_train_batch_size=settings.batch_size,
        train_sampling_strategy="sequential",  # PackedPosts shuffles posts, which is finer than shuffling blocks
        seed=settings.seed,
        bf16=has_bf16(use_cpu),
        use_cpu=use_cpu,
        eval_strategy="steps",
        eval_steps=interval,
        save_strategy="steps",
        save_steps=interval,
        save_total_limit=2,  # with 1, the Trainer drops the checkpoint to go on from where an earlier one was better
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        logging_steps=max(1, interval // 10),
        dataloader_pin_memory=cuda,
        remove_unused_columns=False,
        disable_tqdm=True,
        report_to="none",
    )
    if args.n_gpu > 1:
        args._n_gpu = 1  # several would each take a whole batch, and so change what is learned
    return args


def _train(
    trainer: Any,
    collected: RunFacts,
    held_out: Sequence[Sequence[int]],
    base: BaseModel,
    folder: Path,
    progress: Progress,
) -> list[dict[str, Any]]:
    """Run or resume the training; returns its log, in which step 0 is the loss before training."""
    from hubtweets.model.callbacks import Watcher

    last = _last_checkpoint(folder / "checkpoints")
    before = folder / "before.json"
    if last is None or not before.exists():
        with progress.task("Measuring the base model", total=len(held_out), unit="held-out posts") as task:
            loss = trainer.evaluate()["eval_loss"]
            task.update(completed=len(held_out), note=f"loss {loss:.3f}")
        if not math.isfinite(loss):
            raise BaseModelError(
                f"The weights of {base.name} are broken: the loss before training is not a number.",
                base_model=base.name,
                hint="Use another --base-model, or get this one again.",
            )
        _write(before, msgspec.json.encode(loss))
        last = None
    loss_before = msgspec.json.decode(before.read_bytes(), type=float)
    with progress.task("Training", unit="steps") as task, _finish_step_on_interrupt() as interrupted:
        if last is not None:
            progress.note(f"Going on from {last.name}")
        trainer.add_callback(Watcher(task, interrupted))
        trainer.train(resume_from_checkpoint=None if last is None else str(last))
        if interrupted.is_set():
            raise KeyboardInterrupt
    return [{"step": 0, "epoch": 0.0, "eval_loss": loss_before}, *collected.log]


def _last_checkpoint(checkpoints: Path) -> Path | None:
    """The last checkpoint that is whole; later ones, cut off by a kill or a full disk, are removed."""
    numbered = {int(path.name.rpartition("-")[2]): path for path in checkpoints.glob("checkpoint-*")}
    for _, path in sorted(numbered.items(), reverse=True):
        if _is_whole(path):
            return path
        shutil.rmtree(path)
    return None


def _is_whole(checkpoint: Path) -> bool:
    """The Trainer writes the state last, and when it removes a checkpoint, its files go in any order."""
    names = {path.name for path in checkpoint.iterdir()}
    if not names >= {"optimizer.pt", "scheduler.pt", "rng_state.pth", "trainer_state.json"}:
        return False
    if not any(name.endswith(".safetensors") for name in names):
        return False
    try:
        msgspec.json.decode((checkpoint / "trainer_state.json").read_bytes())
    except msgspec.DecodeError:
        return False
    return True


def _losses(log: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    evaluations = [entry["eval_loss"] for entry in log if entry.get("step", 0) > 0 and "eval_loss" in entry]
    finite = [loss for loss in evaluations if math.isfinite(loss)]
    if not finite:
        raise ModelError(
            "Training diverged: the held-out loss is not a number.",
            hint="Lower --learning-rate; nothing was published.",
        )
    return float(log[0]["eval_loss"]), float(min(finite))


@contextmanager
def _finish_step_on_interrupt() -> Iterator[threading.Event]:
    """The first Ctrl-C sets the event, the second interrupts at once. Only the main thread can be asked."""
    interrupted = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield interrupted
        return
    previous = signal.getsignal(signal.SIGINT)

    def ask(*_: Any) -> None:
        if interrupted.is_set():
            raise KeyboardInterrupt
        interrupted.set()

    signal.signal(signal.SIGINT, ask)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, previous)


@contextmanager
def _deterministic(model: PreTrainedModel) -> Iterator[None]:
    """Same input, seed and machine: same weights. MPS lacks deterministic forms of some operations, and only warns."""
    import torch

    was, warn_only = torch.are_deterministic_algorithms_enabled(), torch.is_deterministic_algorithms_warn_only_enabled()
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.use_deterministic_algorithms(True, warn_only=model.device.type == "mps" or _mps())
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(was, warn_only=warn_only)


def _mps() -> bool:
    import torch

    return torch.backends.mps.is_available()


def has_bf16(use_cpu: bool) -> bool:
    """Whether this hardware computes in bfloat16, rather than imitating it."""
    import torch

    if torch.cuda.is_available():
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    if use_cpu:
        # torch has no public name for these yet; without them bf16 is slower than fp32
        names = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")
        return any(getattr(torch.cpu, name, bool)() for name in names)
    return False


def _hardware(args: TrainingArguments) -> str:
    import torch

    if args.device.type == "cuda":
        return torch.cuda.get_device_name(args.device)
    return {"cpu": "CPU", "mps": "Apple GPU (MPS)"}.get(args.device.type, args.device.type)


def _set_generation(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> None:
    """Make a plain text-generation pipeline write posts: start after end-of-text, sample, and stop at end-of-text."""
    model.generation_config = measure.generation_config(tokenizer)
    model.config.prefix = tokenizer.eos_token  # read by transformers' TextGenerationPipeline


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".writable"
        probe.write_bytes(b"1")
        probe.unlink()
    except OSError as error:
        raise OutputFolderError(
            f"The folder {folder} cannot be written: {error.strerror}.",
            path=folder,
            hint="Choose another with --work-dir DIR, or free some space.",
        ) from error


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ModelError(
            f"Another hubtweets is training in {folder}.", hint="Wait for it to end, then run the same command again."
        ) from None
    try:
        yield
    finally:
        lock.release()


def _write(path: Path, data: bytes) -> None:
    """All of it or nothing, whenever the process is killed."""
    partial = path.with_name(f"{path.name}.partial")
    partial.write_bytes(data)
    partial.replace(path)


def _disk_is_full(error: BaseException, folder: Path) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        # safetensors gives the system's words only, torch neither number nor words
        if getattr(cause, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or os.strerror(errno.ENOSPC) in str(cause):
            return True
        cause = cause.__cause__ or cause.__context__
    return shutil.disk_usage(folder).free < 16 * 2**20


def _out_of_memory(error: BaseException) -> bool:
    import torch

    kinds: tuple[type[BaseException], ...] = (torch.OutOfMemoryError, MemoryError)
    # the CPU's and MPS's allocators have no kind of their own
    return isinstance(error, kinds) or any(said in str(error) for said in ("can't allocate memory", "out of memory"))


class _Done(msgspec.Struct, frozen=True):
    run: dict[str, Any]
    samples: list[dict[str, Any]]


def _write_done(folder: Path, run: Run, samples: tuple[Sample, ...]) -> Trained:
    """Make the finished model visible in one step, then drop the checkpoints."""
    final = folder / "model"
    shutil.rmtree(final, ignore_errors=True)
    (folder / "model.partial").rename(final)
    done = _Done(record.to_data(run), [record.to_data(sample) for sample in samples])
    _write(folder / _DONE, msgspec.json.encode(done))
    shutil.rmtree(folder / "checkpoints", ignore_errors=True)
    return Trained(folder=final, run=run, samples=samples)


def _read_done(folder: Path) -> Trained | None:
    if not (folder / _DONE).exists() or not (folder / "model").is_dir():
        return None
    done = msgspec.json.decode((folder / _DONE).read_bytes(), type=_Done)
    samples = tuple(record.from_data(sample, Sample) for sample in done.samples)
    return Trained(folder=folder / "model", run=record.from_data(done.run, Run), samples=samples)
