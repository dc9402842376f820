"""What hangs on the Trainer: facts for the card, and the bar on the screen. Imports transformers; used by `train`."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from transformers import TrainerCallback

from hubtweets._shared import disk, distributed
from hubtweets._shared.progress import Task, duration
from hubtweets.model import facts
from hubtweets.model.interruption import Interruption
from hubtweets.model.status import TrainingStatus, write_status
from hubtweets.model.trackers import UNTRACKED, Trackers
from hubtweets.record import Scalar

_LOGGED = ("loss", "eval_loss")
_STEPS_TO_ESTIMATE_FROM = 5
_TELL_AGAIN = 600.0  # seconds
_SECONDS_BETWEEN_STATUSES = 1.0


class RunFacts(TrainerCallback):
    """Collects what a card may state of a run, by an allow-list; all else that the Trainer knows stays with it.

    `hyperparameters` are those that differ from the defaults. `log` has the losses with their step and epoch, those
    from before an interruption too. `trackers` are told of new ones, at the Trainer's own steps.
    """

    def __init__(self, trackers: Trackers = UNTRACKED) -> None:
        self._trackers = trackers
        self.hyperparameters: dict[str, Scalar] = {}
        self.log: list[dict[str, Any]] = []

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self.hyperparameters = facts.hyperparameters(args)
        self.log = []
        for entry in state.log_history:
            self._keep(entry, entry.get("step"), entry.get("epoch"))

    def on_log(self, args: Any, state: Any, control: Any, logs: Mapping[str, Any] | None = None, **_: Any) -> None:
        losses = self._keep(logs or {}, state.global_step, state.epoch)
        if losses:
            self._trackers.log(state.global_step, state.epoch, losses)

    def _keep(self, logs: Mapping[str, Any], step: int | None, epoch: float | None) -> dict[str, float]:
        losses = {name: float(logs[name]) for name in _LOGGED if name in logs}
        if losses:
            self.log.append({"step": step, "epoch": epoch, **losses})
        return losses


class EarlyStop(TrainerCallback):
    """Ends the training where the held-out loss has not fallen for `patience` evaluations, and measures the last step.

    It looks at the log alone, which a checkpoint holds, so that a resumed run ends where the other would have.
    """

    def __init__(self, patience: int) -> None:
        self._patience = patience

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if state.global_step >= state.max_steps:
            control.should_evaluate = control.should_save = True
        self._look(state, control)

    def on_evaluate(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._look(state, control)

    def _look(self, state: Any, control: Any) -> None:
        losses = [entry["eval_loss"] for entry in state.log_history if "eval_loss" in entry and entry.get("step")]
        if self._patience and losses and len(losses) - 1 - losses.index(min(losses)) >= self._patience:
            control.should_training_stop = True


class TimeLimit(TrainerCallback):
    """Ends the training after `seconds`, those before an interruption included, and measures the last step."""

    def __init__(self, seconds: float, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._kept = folder / "elapsed.json"
        self._clock = clock
        self._begin = clock() - (json.loads(self._kept.read_bytes()) if self._kept.exists() else 0.0)
        self.left = seconds
        """Seconds that were left when that was last asked; processes ask together, so nobody asks alone."""

    def share(self) -> float:
        """How much of the time is over, 0 to 1 and above."""
        self.left = self._seconds - (self._clock() - self._begin)
        return 1 - self.left / self._seconds

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if self.share() >= 1:
            control.should_evaluate = control.should_save = control.should_training_stop = True

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        elapsed = self._clock() - self._begin
        if distributed.leads():
            disk.write_bytes(self._kept, json.dumps(elapsed).encode())


_SMALLER = {"openai-community/gpt2": ("distilbert/distilgpt2", 0.66), "gpt2": ("distilbert/distilgpt2", 0.66)}
"""A smaller model of the same kind, and its share of the time: of the weights of layers and logits."""


def estimate(seconds: float, steps: int, base: str, *, first: bool, most: float = math.inf) -> str | None:
    """What is left of a training, in words; None where it is not worth telling.

    Args:
        seconds: a step.
        steps: that are left.
        base: the base model's name.
        first: whether something can be done about it still.
        most: seconds after which it ends in any case.
    """
    left = min(seconds * steps, most)
    if left < 120:
        return None
    told = f"The training takes about {duration(left)} more at the most, at {seconds:.1f} s a step"
    if first and left > 1200:
        smaller = _SMALLER.get(base)
        other = f"--base-model {smaller[0]} takes about {duration(left * smaller[1])}, " if smaller else ""
        told += f"; {other}--max-time 20m ends in time"
    return f"{told}."


class StatusFile(TrainerCallback):
    """Writes where the training is into its folder, once a second at the most: the folder may be on a network."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._begin = self._written = clock()
        self._first = 0
        self._is_first = True
        self._status = TrainingStatus(begun=time.time())

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._begin, self._first = self._clock(), state.global_step
        self._is_first = state.is_world_process_zero
        self._write(step=state.global_step, steps=state.max_steps)

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if self._clock() - self._written >= _SECONDS_BETWEEN_STATUSES:
            a_step = (self._clock() - self._begin) / (state.global_step - self._first)
            self._write(step=state.global_step, seconds_left=round(a_step * (state.max_steps - state.global_step), 1))

    def on_log(self, args: Any, state: Any, control: Any, logs: Mapping[str, Any] | None = None, **_: Any) -> None:
        if logs and "loss" in logs:  # written with the next step
            self._status = msgspec.structs.replace(self._status, loss=float(logs["loss"]))

    def _write(self, **now: Any) -> None:
        if not self._is_first:  # of several processes that train one model
            return
        self._written = self._clock()
        self._status = msgspec.structs.replace(self._status, **now)
        write_status(self._folder, self._status)


class ProgressBar(TrainerCallback):
    """Moves the bar, says how long it will take, and stops the training after the current step when asked to."""

    def __init__(
        self,
        task: Task,
        interruption: Interruption,
        tell: Callable[[str], None],
        base: str = "",
        limit: TimeLimit | None = None,
    ) -> None:
        self._base = base
        self._limit = limit
        self._task = task
        self._interruption = interruption
        self._tell = tell
        self._first = 0
        self._begin = self._told = 0.0

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._first, self._begin = state.global_step, time.monotonic()
        self._task.update(total=state.max_steps, completed=state.global_step)

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._task.update(completed=state.global_step)
        done = state.global_step - self._first
        passed = time.monotonic() - self._begin
        if done == _STEPS_TO_ESTIMATE_FROM or (done > _STEPS_TO_ESTIMATE_FROM and passed - self._told > _TELL_AGAIN):
            most = self._limit.left if self._limit is not None else math.inf
            steps = state.max_steps - state.global_step
            told = estimate(passed / done, steps, self._base, first=not self._told, most=most)
            if told is not None:
                self._tell(told)
            self._told = passed
        if distributed.any_of(self._interruption.signal or 0):
            control.should_save = control.should_training_stop = True

    def on_log(self, args: Any, state: Any, control: Any, logs: Mapping[str, Any] | None = None, **_: Any) -> None:
        for name, words in (("loss", "loss"), ("eval_loss", "held-out loss")):
            if logs and name in logs:
                self._task.update(note=f"{words} {float(logs[name]):.3f}")
