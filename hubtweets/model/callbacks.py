"""What hangs on the Trainer: facts for the card, and the bar on the screen. Imports transformers; used by `train`."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from transformers import TrainerCallback

from hubtweets.model import facts
from hubtweets.progress import Task
from hubtweets.record import Scalar

_LOGGED = ("loss", "eval_loss")


class RunFacts(TrainerCallback):
    """Collects what a card may state of a run, by an allow-list; all else that the Trainer knows stays with it.

    `hyperparameters` are those that differ from the defaults. `log` has the losses with their step and epoch, those
    from before an interruption too.
    """

    def __init__(self) -> None:
        self.hyperparameters: dict[str, Scalar] = {}
        self.log: list[dict[str, Any]] = []

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self.hyperparameters = facts.hyperparameters(args)
        self.log = []
        for entry in state.log_history:
            self._keep(entry, entry.get("step"), entry.get("epoch"))

    def on_log(self, args: Any, state: Any, control: Any, logs: Mapping[str, Any] | None = None, **_: Any) -> None:
        self._keep(logs or {}, state.global_step, state.epoch)

    def _keep(self, logs: Mapping[str, Any], step: int | None, epoch: float | None) -> None:
        losses = {name: logs[name] for name in _LOGGED if name in logs}
        if losses:
            self.log.append({"step": step, "epoch": epoch, **losses})


class Watcher(TrainerCallback):
    """Moves the bar, and stops the training after the current step when asked to."""

    def __init__(self, task: Task, interrupted: threading.Event) -> None:
        self._task = task
        self._interrupted = interrupted

    def on_train_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._task.update(total=state.max_steps, completed=state.global_step)

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        self._task.update(completed=state.global_step)
        if self._interrupted.is_set():
            control.should_save = control.should_training_stop = True

    def on_log(self, args: Any, state: Any, control: Any, logs: Mapping[str, Any] | None = None, **_: Any) -> None:
        for name, words in (("loss", "loss"), ("eval_loss", "held-out loss")):
            if logs and name in logs:
                self._task.update(note=f"{words} {float(logs[name]):.3f}")
