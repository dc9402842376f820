"""The model that a fine-tuning starts from: on a Hub, in a folder, in an installed package, or made from nothing."""

from hubtweets.model.bases.find import BaseModel, find_base_model

__all__ = ["BaseModel", "find_base_model"]
