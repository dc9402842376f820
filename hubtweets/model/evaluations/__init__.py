"""What is measured of a trained model: one module an evaluation, run on its files and its accounts' posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.model import libraries, splitting
from hubtweets.model.chat import ChatEncoder
from hubtweets.model.config import TrainingConfig
from hubtweets.model.evaluations.held_out_loss import HeldOutLoss
from hubtweets.model.evaluations.interface import Evaluation
from hubtweets.model.evaluations.memorisation import MemorisationMeasure
from hubtweets.model.loaded import LoadedModel, positions

if TYPE_CHECKING:
    from hubtweets.model.bases import BaseModel

EVALUATIONS: tuple[Evaluation, ...] = (HeldOutLoss(), MemorisationMeasure())

__all__ = ["EVALUATIONS", "Evaluation", "LoadedModel", "evaluate", "load"]


def load(base: BaseModel | Path, *, as_chat: bool = False) -> LoadedModel:
    """A model that is trained already, or the one in a folder that training wrote (an adapter too, on its base model).

    Args:
        base: the model.
        as_chat: whether it was trained so.

    Raises:
        BaseModelError: when it cannot be loaded.
    """
    from hubtweets.model.bases import find_base_model, load_base_model
    from hubtweets.model.sampling import set_generation

    with libraries.quiet():
        found = find_base_model(str(base)) if isinstance(base, Path) else base
        loaded = load_base_model(found, [], TrainingConfig(as_chat=as_chat))
        if loaded.model.generation_config is None or loaded.model.generation_config.eos_token_id is None:
            set_generation(loaded.model, loaded.encoder, TrainingConfig(), positions(loaded.model))
        return loaded


def evaluate(
    model: LoadedModel,
    accounts: Mapping[str, Sequence[str]],
    config: TrainingConfig,
    *,
    answered: Mapping[str, str] | None = None,
    evaluations: Sequence[Evaluation] = EVALUATIONS,
    progress: Progress = SILENT,
) -> dict[str, float]:
    """Run each evaluation on a loaded model.

    Args:
        accounts: the kept texts of each handle, as for the training.
        config: of the training: its seed and held-out share say which posts were never trained on.
        answered: as for the training; see `fine_tune`.

    Returns:
        The numbers of all evaluations, by name.
    """
    splits = splitting.split(accounts, config.held_out, config.seed)
    if isinstance(model.encoder, ChatEncoder):
        model.encoder.answered = splitting.apart(answered or {}, splits)
    found: dict[str, float] = {}
    for evaluation in evaluations:
        with progress.task(f"Measuring {evaluation.name}"):
            found |= evaluation.measure(model, splits)
    return found
