"""Fine-tuning with transformers' Trainer: resumable, repeatable, and measured on posts it never saw."""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from hubtweets._shared import disk, distributed
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import BaseModelError, HubtweetsError, ModelError, OutputFolderError
from hubtweets.model import (
    devices,
    estimates,
    facts,
    libraries,
    lora,
    outgoing,
    recipes,
    sampling,
    splitting,
    workdir,
)
from hubtweets.model.artifact import ModelArtifact, read_artifact, write_artifact_facts
from hubtweets.model.bases import BaseModel, load_base_model
from hubtweets.model.chat import ChatEncoder
from hubtweets.model.config import SCRATCH, TrainingConfig
from hubtweets.model.evaluations import memorisation
from hubtweets.model.evaluations.held_out_loss import HeldOutLoss, perplexity
from hubtweets.model.fingerprint import write_fingerprint
from hubtweets.model.interruption import finish_step
from hubtweets.model.loaded import LoadedModel, positions
from hubtweets.model.packing import PackedPosts
from hubtweets.model.recipes import Hyperparameters
from hubtweets.model.splitting import Split
from hubtweets.model.status import remove_status
from hubtweets.model.trackers import UNTRACKED, Trackers
from hubtweets.record import Run

if TYPE_CHECKING:
    from transformers import TrainingArguments

    from hubtweets.model.callbacks import TimeLimit

_MOST_STEPS_BETWEEN_CHECKPOINTS = 200


@distributed.led
def fine_tune(
    accounts: Mapping[str, Sequence[str]],
    base: BaseModel,
    config: TrainingConfig,
    folder: Path,
    *,
    answered: Mapping[str, str] | None = None,
    fingerprint: str | None = None,
    trackers: Trackers = UNTRACKED,
    progress: Progress = SILENT,
    patience: float = 0.0,
) -> ModelArtifact:
    """Fine-tune `base` on the kept texts of each handle, in `folder`.

    `folder` belongs to this one fine-tuning: the same call with the same folder goes on from its last checkpoint, or
    returns at once when it had finished. The weights kept are those of the evaluation with the lowest held-out loss;
    `fingerprint` is written into their header. `trackers` are told of the run, its losses and its samples. Ctrl-C and
    SIGTERM save a checkpoint at the end of the current step. Where it is can be read from `folder` with `read_status`.
    `answered` has the account's own post that a post answers, text by text; it is looked at with `as_chat` alone.
    `patience` is how many seconds another process may still be training there, such as one whose machine is going down.

    Where a launcher such as torchrun started several processes on one machine, each calls this with the same arguments:
    they train one model together, the first writes it, and all get its result.

    Raises:
        MissingExtraError: without the `train` extra.
        BaseModelError: when the base model cannot be loaded.
        OutputFolderError: when `folder` cannot be written, or the disk is full.
        ModelError: when another process is training in `folder`, or training diverged.
        UsageError: when a launcher started processes on several machines.
        SystemExit: 143 after SIGTERM.
    """
    libraries.require()
    if config.adapter_only or config.method in ("lora", "dora", "qlora"):
        lora.check(base, config)
    workdir.make(folder)
    with workdir.only_one(folder, patience):
        finished = read_artifact(folder)
        if finished is not None:
            progress.note(f"Training had finished already: {folder}")
            trackers.training(finished.run.hyperparameters)
            trackers.samples(finished.samples)
            return finished
        with progress.alive(f"Getting {base.name}"):
            base = base.fetch()  # with huggingface_hub's own bars
        libraries.load(progress)
        with libraries.quiet(), _named_causes(base, folder):
            return _fine_tune(accounts, answered or {}, base, config, folder, fingerprint, trackers, progress)


@contextmanager
def _named_causes(base: BaseModel, folder: Path) -> Iterator[None]:
    """A full disk, too little memory, a process that ended: torch and safetensors have kinds of their own for them."""
    try:
        yield
    except HubtweetsError:
        raise
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how tokenizers gives up; no Exception, and of no public name
            raise BaseModelError(
                f"The tokenizer of {base.name} gave up on a post: {error}",
                base_model=base.name,
                hint="Use a base model with a usual tokenizer, such as openai-community/gpt2.",
            ) from error
        if not isinstance(error, Exception):
            raise
        if workdir.disk_is_full(error, folder):
            raise OutputFolderError(
                f"The disk is full: {folder} could not be written.",
                path=folder,
                hint="Free some space, then run the same command again; training goes on from its last checkpoint.",
            ) from error
        if workdir.file_is_too_large(error):
            raise OutputFolderError(
                f"A file in {folder} could not be written: it is larger than its disk, or `ulimit -f`, allows.",
                path=folder,
                hint="Choose another disk with --work-dir DIR, or train an adapter: --method lora",
            ) from error
        if devices.is_out_of_memory(error):
            raise ModelError(
                f"There is not enough memory to train {base.name}.",
                hint="Lower --batch-size or --block-size, or use a smaller --base-model.",
            ) from error
        if distributed.lost_another(error):
            raise ModelError(
                "Another process of this training ended before it.", hint="What that one said is the cause; mend it."
            ) from error
        raise


class _Prepared(NamedTuple):
    """A model and the posts to train it on. `config` has what was decided: its method is not `auto` any more."""

    loaded: LoadedModel
    splits: dict[str, Split]
    posts: PackedPosts
    train_texts: list[str]
    config: TrainingConfig
    chosen: Hyperparameters


def _fine_tune(
    accounts: Mapping[str, Sequence[str]],
    answered: Mapping[str, str],
    base: BaseModel,
    config: TrainingConfig,
    folder: Path,
    fingerprint: str | None,
    trackers: Trackers,
    progress: Progress,
) -> ModelArtifact:
    loaded, splits, posts, train_texts, config, chosen = _prepare(accounts, answered, base, config, progress)
    trained = sum(part.numel() for part in loaded.model.parameters() if part.requires_grad)
    estimates.check_disk(folder, weights=loaded.model.num_parameters(), trained=trained)
    distributed.call_followers(_take_part, dict(accounts), dict(answered), base, config, folder)
    with devices.deterministic():
        training = _Training(loaded, posts, splits, config, chosen, folder, trackers)
        trackers.training({**facts.hyperparameters(training.trainer.args), "block_size": posts.block_size})
        log = training.run(base, progress)
        before, after = training.losses(log)
    # without the Trainer's autocast around it, which the published model will not have either
    training.trainer.accelerator.unwrap_model(training.trainer.model, keep_fp32_wrapper=False)
    final = folder / "model.partial"
    shutil.rmtree(final, ignore_errors=True)
    if config.adapter_only:
        lora.save(loaded.model, base, final)
    else:
        if config.method == "qlora":
            loaded = lora.merge_into_base(loaded, base, config)
        elif config.method != "full":
            loaded = loaded._replace(model=lora.merge(loaded.model))
        loaded.model.config.use_cache = True  # the Trainer switches it off, and generation is slow without it
        if loaded.dtype != "float32" or config.method == "qlora":  # other weights than those that were measured
            devices.round_to(loaded.model, loaded.dtype)
            after = HeldOutLoss().measure(loaded, splits)["eval_loss"]
        loaded.model.save_pretrained(final)
    if after > before + 0.1:
        progress.warn(
            f"The model is worse than its base on posts that it has not seen (held-out loss {after:.3f}, {before:.3f} "
            "before). A lower --learning-rate or more posts may mend that."
        )
    if fingerprint is not None:
        write_fingerprint(final, fingerprint)
    loaded.encoder.tokenizer.save_pretrained(final)
    outgoing.check(sorted(final.iterdir()))
    # outside: on CUDA, top-p sampling has no deterministic form, and would be refused
    with progress.task("Writing samples", total=len(config.prompts), unit="samples") as task:
        samples, drawn = sampling.write_samples(
            loaded.model, loaded.encoder, config, train_texts, handles=tuple(accounts), progress=progress
        )
        task.update(completed=len(samples))
    trackers.samples(samples)
    passes = (training.trainer.state.epoch or 0) * sum(len(part.train) for part in splits.values())
    with progress.task("Measuring what it remembers"):
        measure = memorisation.MemorisationMeasure(
            samples=memorisation.most_samples(passes), seed=config.seed, most_posts=memorisation.most_posts(passes)
        )
        remembered = memorisation.facts(measure.measure(loaded, splits))
    if (told := memorisation.warning(remembered)) is not None:
        progress.warn(told)
    run = Run(
        hyperparameters={
            **training.facts.hyperparameters,
            **({} if config.method == "full" else lora.facts(config.method, config.lora_rank)),
            **(loaded.encoder.facts() if isinstance(loaded.encoder, ChatEncoder) else {}),
            "block_size": posts.block_size,
        },
        metrics={
            "eval_loss_before": round(before, 4),
            "eval_loss": round(after, 4),
            "perplexity_before": round(perplexity(before), 2),
            "perplexity": round(perplexity(after), 2),
        },
        log_history=facts.log_entries(log),
        method=loaded.encoder.described() if isinstance(loaded.encoder, ChatEncoder) else None,
        seed=config.seed,
        parameters=loaded.model.num_parameters(),
        train_posts=sum(len(part.train) for part in splits.values()),
        held_out_posts=sum(len(part.held_out) for part in splits.values()),
        hardware=devices.hardware(),
        versions=libraries.versions(),
    )
    artifact = ModelArtifact(folder=folder / "model", run=run, samples=samples, memorisation=remembered, sampling=drawn)
    shutil.rmtree(artifact.folder, ignore_errors=True)
    final.rename(artifact.folder)
    write_artifact_facts(folder, artifact)  # from here on, it is finished
    remove_status(folder)
    shutil.rmtree(folder / "checkpoints", ignore_errors=True)
    return artifact


def _take_part(
    accounts: Mapping[str, Sequence[str]],
    answered: Mapping[str, str],
    base: BaseModel,
    config: TrainingConfig,
    folder: Path,
) -> None:
    """What a follower does of a training whose leader has decided everything."""
    with libraries.quiet(), _named_causes(base, folder):
        loaded, splits, posts, _, _, chosen = _prepare(accounts, answered, base, config, SILENT)
        with devices.deterministic():
            _Training(loaded, posts, splits, config, chosen, folder, UNTRACKED).run(base, SILENT)


def _prepare(
    accounts: Mapping[str, Sequence[str]],
    answered: Mapping[str, str],
    base: BaseModel,
    config: TrainingConfig,
    progress: Progress,
) -> _Prepared:
    """Load the model and lay out the posts, look at the memory there is, and add an adapter where one is trained."""
    with progress.task(f"Loading {base.name}"):
        from transformers import set_seed

        splits = splitting.split(accounts, config.held_out, config.seed)
        balanced = splitting.balance({handle: part.train for handle, part in splits.items()}, config.seed)
        train_texts = [text for texts in balanced.values() for text in texts]
        set_seed(config.seed)
        loaded = load_base_model(base, train_texts, config)
        if isinstance(loaded.encoder, ChatEncoder):
            loaded.encoder.answered = splitting.apart(answered, splits)
    _tell_shares(balanced, progress)
    scratch, limit = base.name == SCRATCH, positions(loaded.model)
    rows = loaded.encoder.posts(train_texts)
    amount = sum(map(len, rows))
    ways = {
        way: recipes.choose(config, scratch=scratch, adapter=way != "full", tokens=amount) for way in ("full", "lora")
    }
    tokens = {way: _blocks_a_process(chosen) * chosen.block_size for way, chosen in ways.items()}
    config = estimates.choose_method(config, loaded.model, name=base.name, tokens=tokens, progress=progress)
    chosen = ways["full" if config.method == "full" else "lora"]
    sampling.set_generation(loaded.model, loaded.encoder, config, limit)
    if config.gradient_checkpointing and not loaded.model.supports_gradient_checkpointing:
        raise BaseModelError(
            f"{base.name} has no gradient checkpointing.",
            base_model=base.name,
            hint="Leave --gradient-checkpointing out.",
        )
    if config.gradient_checkpointing:  # the Trainer's own argument for it changed its name within transformers 5
        loaded.model.gradient_checkpointing_enable({"use_reentrant": False})
    if config.method != "full":
        loaded = lora.add(loaded, config.method, config.lora_rank)
    posts = PackedPosts(
        rows,
        start=loaded.encoder.starts(train_texts),
        block_size=min(chosen.block_size, limit or chosen.block_size),
        positions=limit,
        seed=config.seed,
        goldfish=config.goldfish,
        packed=loaded.packed,
    )
    return _Prepared(loaded, splits, posts, train_texts, config, chosen)


def _blocks_a_process(chosen: Hyperparameters) -> int:
    """The share of a batch that each of the processes computes, so that a step is what it is in one process."""
    return -(-chosen.batch_size // distributed.size())


def _tell_shares(balanced: Mapping[str, Sequence[str]], progress: Progress) -> None:
    """Say of accounts that stay shorter than the longest how much of an epoch is theirs."""
    characters = {handle: sum(map(len, texts)) for handle, texts in balanced.items()}
    longest, total = max(characters.values()), sum(characters.values())
    for handle, count in characters.items():
        if count < 0.9 * longest:
            progress.note(
                f"@{handle} has {count / total:.0%} of an epoch, although each of its posts comes "
                f"{splitting.MOST_REPEATS} times in it: the others have so much more."
            )


class _Training:
    """One run of the Trainer: what it is given, and what it measured."""

    def __init__(
        self,
        loaded: LoadedModel,
        posts: PackedPosts,
        splits: Mapping[str, Split],
        config: TrainingConfig,
        chosen: Hyperparameters,
        folder: Path,
        trackers: Trackers,
    ) -> None:
        from hubtweets.model.callbacks import EarlyStop, RunFacts, StatusFile, TimeLimit

        self._folder = folder
        self._splits = splits
        self.facts = RunFacts(trackers)
        blocks_a_step = _blocks_a_process(chosen) * distributed.size() * chosen.gradient_accumulation
        steps_an_epoch = max(1, -(-len(posts) // blocks_a_step))
        interval = min(-(-steps_an_epoch // chosen.evaluations), _MOST_STEPS_BETWEEN_CHECKPOINTS)
        self._limit = TimeLimit(config.max_time, folder, distributed.clock) if config.max_time else None
        arguments = _arguments(config, chosen, folder, interval)
        self.trainer = _trainer(loaded, posts, splits, arguments, chosen, self._limit)
        self.trainer.add_callback(self.facts)
        self.trainer.add_callback(EarlyStop(chosen.patience))
        self.trainer.add_callback(StatusFile(folder))

    def run(self, base: BaseModel, progress: Progress) -> list[dict[str, Any]]:
        """Run or resume the training; returns its log, in which step 0 is the loss before training."""
        from hubtweets.model.callbacks import ProgressBar

        trainer, held_out = self.trainer, sum(len(part.held_out) for part in self._splits.values())
        before = self._folder / "before.json"
        last = workdir.last_checkpoint(self._folder / "checkpoints") if distributed.leads() else None
        last = distributed.agreed(last if before.exists() else None)
        if last is None:
            with progress.task("Measuring the base model", total=held_out, unit="held-out posts") as task:
                loss = trainer.evaluate()["eval_loss"]
                task.update(completed=held_out, note=f"loss {loss:.3f}")
            if not math.isfinite(loss):
                raise BaseModelError(
                    f"The weights of {base.name} are broken: the loss before training is not a number.",
                    base_model=base.name,
                    hint="Use another --base-model, or get this one again.",
                )
            if distributed.leads():
                disk.write_bytes(before, msgspec.json.encode(loss))
        loss_before = msgspec.json.decode(before.read_bytes(), type=float) if distributed.leads() else math.nan
        with progress.task("Training", unit="steps") as task, finish_step() as interruption:
            if last is not None:
                progress.note(f"Going on from {last.name}")
            progress.note(self._told(base))
            trainer.add_callback(ProgressBar(task, interruption, progress.note, base.name, self._limit))
            trainer.train(resume_from_checkpoint=None if last is None else str(last))
            interruption.end()
            if trainer.state.global_step < trainer.state.max_steps and not (self._limit and self._limit.left <= 0):
                task.update(total=trainer.state.global_step)
                progress.note("The held-out loss no longer falls: the training ends here, with the best weights.")
        return [{"step": 0, "epoch": 0.0, "eval_loss": loss_before}, *self.facts.log]

    def _told(self, base: BaseModel) -> str:
        """What is trained, and on what."""
        model, hardware = self.trainer.model, devices.hardware()
        trained = sum(part.numel() for part in model.parameters() if part.requires_grad)
        where = f" on {hardware}" if hardware else ""
        return f"Training {trained:,} weights of {base.name}{where}; Ctrl-C keeps what was learned."

    def losses(self, log: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
        """The held-out losses before and after: the lowest is that of the weights which were kept."""
        evaluations = [entry["eval_loss"] for entry in log if entry.get("step", 0) > 0 and "eval_loss" in entry]
        finite = [loss for loss in evaluations if math.isfinite(loss)]
        if not finite:
            raise ModelError(
                "Training diverged: the held-out loss is not a number.",
                hint="Lower --learning-rate; nothing was published.",
            )
        return float(log[0]["eval_loss"]), float(min(finite))


def _trainer(
    loaded: LoadedModel,
    posts: PackedPosts,
    splits: Mapping[str, Split],
    args: TrainingArguments,
    chosen: Hyperparameters,
    limit: TimeLimit | None,
) -> Any:
    from torch.optim.lr_scheduler import LambdaLR
    from transformers import PrinterCallback, Trainer, default_data_collator

    class HeldOutTrainer(Trainer):
        """Evaluates with the exact loss of `HeldOutLoss` instead of a mean of batch means."""

        def create_scheduler(self, num_training_steps: int, optimizer: Any = None) -> Any:
            if limit is None:
                return super().create_scheduler(num_training_steps, optimizer)
            chosen_optimizer: Any = optimizer or self.optimizer
            self.lr_scheduler = LambdaLR(
                chosen_optimizer,
                lambda step: recipes.learning_rate_at(chosen, max(step / num_training_steps, limit.share())),
            )
            return self.lr_scheduler

        def compute_loss(self, model: Any, inputs: Any, *rest: Any, **more: Any) -> Any:
            # with a cache, attention crosses posts; the Trainer switches off that of the outermost configuration only
            return super().compute_loss(model, {**inputs, "use_cache": False}, *rest, **more)

        def evaluate(self, *_: Any, **__: Any) -> dict[str, float]:
            found = {}
            if distributed.leads():
                with self.compute_loss_context_manager():  # before and after training with the same precision
                    found = HeldOutLoss().measure(loaded, splits)
            found = distributed.agreed(found)
            self.log(found)
            self.control = self.callback_handler.on_evaluate(self.args, self.state, self.control, found)
            return found

    trainer = HeldOutTrainer(
        model=loaded.model,
        args=args,
        train_dataset=posts,  # map-style: all it needs is len and []
        eval_dataset=posts,  # asked for, and not looked at: `evaluate` has its own
        data_collator=default_data_collator,
    )
    trainer.remove_callback(PrinterCallback)
    if limit is not None:
        trainer.add_callback(limit)
    return trainer


def _arguments(config: TrainingConfig, chosen: Hyperparameters, folder: Path, interval: int) -> TrainingArguments:
    from transformers import TrainingArguments

    args = TrainingArguments(
        output_dir=str(folder / "checkpoints"),
        num_train_epochs=chosen.epochs,
        max_steps=config.max_steps or -1,
        learning_rate=chosen.learning_rate,
        lr_scheduler_type=chosen.scheduler,
        warmup_steps=chosen.warmup,
        weight_decay=config.weight_decay,
        per_device_train_batch_size=_blocks_a_process(chosen),
        gradient_accumulation_steps=chosen.gradient_accumulation,
        train_sampling_strategy="sequential",  # PackedPosts shuffles posts, which is finer than shuffling blocks
        seed=config.seed,
        bf16=devices.has_bf16(),
        use_cpu=devices.is_cpu(),
        eval_strategy="steps",
        eval_steps=interval,
        save_strategy="steps",
        save_steps=interval,
        save_total_limit=2,  # with 1, the Trainer drops the checkpoint to go on from where an earlier one was better
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        logging_steps=max(1, interval // 10),
        dataloader_pin_memory=not devices.is_cpu() and not devices.has_mps(),
        remove_unused_columns=False,
        disable_tqdm=True,
        report_to="none",
        log_level_replica="passive",  # a follower is as quiet as `libraries.quiet` made it
    )
    if args.n_gpu > 1:
        args._n_gpu = 1  # several would each take a whole batch, and so change what is learned
    return args
