"""The facts of a Trainer run that a card may state: an allow-list, so that no path, name or token slips in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from hubtweets.record import LogEntry, Scalar

if TYPE_CHECKING:
    from transformers import TrainingArguments

HYPERPARAMETERS = (
    "learning_rate",
    "num_train_epochs",
    "max_steps",
    "per_device_train_batch_size",
    "gradient_accumulation_steps",
    "lr_scheduler_type",
    "warmup_steps",
    "warmup_ratio",
    "weight_decay",
    "optim",
    "adam_beta1",
    "adam_beta2",
    "adam_epsilon",
    "max_grad_norm",
    "label_smoothing_factor",
    "neftune_noise_alpha",
    "group_by_length",
    "bf16",
    "fp16",
    "gradient_checkpointing",
    "seed",
)
"""`TrainingArguments` that describe the training and say nothing about the machine or the person."""

METRICS = ("train_loss", "eval_loss", "eval_accuracy", "perplexity", "eval_loss_before", "perplexity_before")


def hyperparameters(args: TrainingArguments) -> dict[str, Scalar]:
    """Those of the allow-list that differ from transformers' defaults."""
    from transformers import TrainingArguments

    defaults = {name: field.default for name, field in TrainingArguments.__dataclass_fields__.items()}
    chosen: dict[str, Scalar] = {}
    for name in HYPERPARAMETERS:
        value, default = _plain(getattr(args, name, None)), _plain(defaults.get(name))
        unchanged = value == default or (not value and not default)  # None, False and 0 all mean "off"
        if isinstance(value, Scalar) and not unchanged and name != "seed":
            chosen[name] = value
    return chosen


def metrics(raw: Mapping[str, Any]) -> dict[str, float]:
    """Those of the allow-list that are finite numbers."""
    found = {name: number(raw.get(name)) for name in METRICS}
    return {name: value for name, value in found.items() if value is not None}


def log_entries(history: Iterable[Mapping[str, Any]], *, most: int = 12) -> tuple[LogEntry, ...]:
    """The evaluations in a Trainer's log, each with the last training loss before it; thinned to `most` rows.

    The first and the last evaluation are always among them.
    """
    loss: float | None = None
    rows: dict[int, LogEntry] = {}
    for entry in history:
        if "loss" in entry:
            loss = number(entry["loss"])
        held_out = number(entry.get("eval_loss"))
        step = entry.get("step")
        if held_out is not None and type(step) is int:
            epoch = number(entry.get("epoch"))
            rows[step] = LogEntry(
                step=step,
                epoch=None if epoch is None else round(epoch, 2),
                loss=None if loss is None else round(loss, 4),
                eval_loss=round(held_out, 4),
            )
    entries = [rows[step] for step in sorted(rows)]
    if len(entries) <= most:
        return tuple(entries)
    return tuple(entries[round(at * (len(entries) - 1) / (most - 1))] for at in range(most))


def _plain(value: Any) -> Any:
    """The value behind an enum such as SchedulerType."""
    return getattr(value, "value", value)


def number(value: Any) -> float | None:
    """A finite number as such; None for anything else."""
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    return None
