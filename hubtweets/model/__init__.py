"""Kept posts -> tokens -> transformers' Trainer -> a model folder, samples and the facts of the run."""

from hubtweets.model.base import BaseModel, find_base_model
from hubtweets.model.folder import TrainerFolder, read_trainer_folder
from hubtweets.model.settings import DEFAULT_BASE_MODEL, RECIPE, SCRATCH, Settings
from hubtweets.model.stamp import FINGERPRINT
from hubtweets.model.train import Trained, fine_tune

__all__ = [
    "DEFAULT_BASE_MODEL",
    "FINGERPRINT",
    "RECIPE",
    "SCRATCH",
    "BaseModel",
    "Settings",
    "Trained",
    "TrainerFolder",
    "find_base_model",
    "fine_tune",
    "read_trainer_folder",
]
