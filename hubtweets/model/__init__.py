"""Kept posts -> tokens -> transformers' Trainer -> a ModelArtifact: files, the facts of the run, samples."""

from hubtweets.model.artifact import ModelArtifact
from hubtweets.model.bases import BaseModel, find_base_model, load_base_model
from hubtweets.model.config import DEFAULT_BASE_MODEL, SCRATCH, Option, TrainingConfig, options
from hubtweets.model.fingerprint import FINGERPRINT_KEY, training_fingerprint
from hubtweets.model.folder import TrainerFolder, read_trainer_folder
from hubtweets.model.loading_check import check_loads
from hubtweets.model.redrawing import Redrawn, redraw
from hubtweets.model.train import fine_tune

__all__ = [
    "DEFAULT_BASE_MODEL",
    "FINGERPRINT_KEY",
    "SCRATCH",
    "BaseModel",
    "ModelArtifact",
    "Option",
    "Redrawn",
    "TrainerFolder",
    "TrainingConfig",
    "check_loads",
    "find_base_model",
    "fine_tune",
    "load_base_model",
    "options",
    "read_trainer_folder",
    "redraw",
    "training_fingerprint",
]
