"""The model that a fine-tuning starts from: on a Hub, in a folder, in an installed package, or made from nothing."""

from hubtweets.model.bases.base import BaseModel
from hubtweets.model.bases.find import find_base_model
from hubtweets.model.bases.loading import load_base_model

__all__ = ["BaseModel", "find_base_model", "load_base_model"]
