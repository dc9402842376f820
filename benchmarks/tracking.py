"""What a training costs more when its losses go to a tracker."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

TITLE = "Tracked training"

_EPOCHS = 4
_TRACKERS = ("wandb-offline", "trackio")
_VERBS = ("data", "training", "log", "samples", "tracked")


def measure() -> str:
    """CPU time of a training, and of all that its process does for a tracker: what it is told, told again alone."""
    missing = [name for name in ("wandb", "trackio") if importlib.util.find_spec(name) is None]
    if missing:
        return f"Skipped: {' and '.join(missing)} is not installed."
    import torch
    from transformers.utils import logging

    logging.set_verbosity_error()
    torch.set_num_threads(1)
    training, told = _training()
    rows = ""
    for name in _TRACKERS:
        own, beside = _telling(name, told)
        rows += f"| {name} | {own:.2f} | {own / training:.1%} | {beside:.1f} |\n"
    return (
        f"`scratch:tiny` on the bundled example, {_EPOCHS} epochs, one core: {training:.1f} CPU s. What such a "
        f"training tells its trackers ({len(told)} calls, their start and their end) was told once more without it, "
        "which shows a cost that is smaller than the difference between two trainings (at most 2% is the aim). "
        "A tracker works in a process of its own beside it, which the training does not wait for.\n\n"
        "| `--track` | CPU s in the training's process | of the training | CPU s beside it |\n"
        f"| --- | ---: | ---: | ---: |\n{rows}"
    )


def _training() -> tuple[float, list[tuple[str, Any]]]:
    """CPU seconds of a training, and what its trackers would be told."""
    from hubtweets._shared.examples import archive
    from hubtweets._shared.progress import SILENT
    from hubtweets.model import TrainingConfig, find_base_model, fine_tune
    from hubtweets.model.trackers import DataFacts, Trackers, TrackingConfig
    from hubtweets.posts import open_source, read_corpus

    told: list[tuple[str, Any]] = []

    class Recording(Trackers):
        """Has no tracker, and writes down what one would be told."""

        def __getattribute__(self, name: str) -> Any:
            if name not in _VERBS:
                return super().__getattribute__(name)
            return lambda *given: told.append((name, given))

    texts = list(read_corpus(open_source(str(archive()))).texts)
    trackers = Recording((), TrackingConfig(), SILENT, 0)
    begin = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        trackers.data(DataFacts(handles=("x",), facts={"kept": len(texts)}))
        base, config = find_base_model("scratch:tiny"), TrainingConfig(epochs=_EPOCHS)
        fine_tune({"x": texts}, base, config, Path(folder), trackers=trackers)
    trackers.tracked()
    return time.process_time() - begin, told


def _telling(name: str, told: Sequence[tuple[str, Any]]) -> tuple[float, float]:
    """CPU seconds of this process for telling a tracker all of it, and of the processes that it starts for that."""
    from hubtweets.model.trackers import Trackers, TrackingConfig

    with tempfile.TemporaryDirectory() as folder, _only(TRACKIO_DIR=f"{folder}/trackio"):
        before, begin = _children(), time.process_time()
        with Trackers.open(TrackingConfig(trackers=(name,)), Path(folder), patience=120) as trackers:
            for verb, given in told:
                getattr(trackers, verb)(*given)
        return time.process_time() - begin, _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextlib.contextmanager
def _only(**variables: str) -> Iterator[None]:
    """These variables, and none of the developer's own trackers."""
    before = dict(os.environ)
    for name in before:
        if name.startswith(("WANDB_", "TRACKIO_")):
            del os.environ[name]
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
