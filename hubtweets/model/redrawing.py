"""New samples of a model that is trained already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.model import libraries, sampling
from hubtweets.model.bases import BaseModel, load_base_model
from hubtweets.model.config import TrainingConfig
from hubtweets.model.loaded import positions
from hubtweets.record import Sample, Sampling


class Redrawn(NamedTuple):
    """Samples, how they were drawn, and the `generation_config.json` with which the model writes so by itself."""

    samples: tuple[Sample, ...]
    sampling: Sampling
    generation: bytes


def redraw(
    base: BaseModel, config: TrainingConfig, accounts: Mapping[str, Sequence[str]], *, progress: Progress = SILENT
) -> Redrawn:
    """Draw the samples that `config` asks for of a model that is trained already; its weights stay.

    Args:
        base: the model.
        accounts: the texts of each handle, none of which a sample may repeat.

    Raises:
        MissingExtraError: without the `train` extra.
        BaseModelError: when the model cannot be fetched or loaded.
    """
    libraries.require()
    with progress.alive(f"Getting {base.name}"):
        base = base.fetch()
    libraries.load(progress)
    with libraries.quiet():
        with progress.task(f"Loading {base.name}"):
            loaded = load_base_model(base, [], config)
            sampling.set_generation(loaded.model, loaded.encoder, config, positions(loaded.model))
        posts = [text for texts in accounts.values() for text in texts]
        with progress.task("Writing samples", total=len(config.prompts), unit="samples") as task:
            samples, drawn = sampling.write_samples(
                loaded.model, loaded.encoder, config, posts, handles=tuple(accounts), progress=progress
            )
            task.update(completed=len(samples))
    generation = loaded.model.generation_config
    assert generation is not None  # noqa: S101  (`set_generation` made it)
    return Redrawn(samples, drawn, generation.to_json_string().encode())
