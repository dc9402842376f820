"""New samples of a model that is published already: prompts and sampling are no part of what determines the weights."""

from __future__ import annotations

import threading

import msgspec

from hubtweets import model
from hubtweets._shared.progress import Progress
from hubtweets.hub.client import HubClient
from hubtweets.model import TrainingConfig
from hubtweets.publishing.executors.interface import read_texts
from hubtweets.publishing.target import TrainingJob
from hubtweets.record import ModelRecord, Sample

GENERATION = "generation_config.json"

_one_at_a_time = threading.Lock()
"""A model takes much memory, and a run works on several repos at once."""


def asks_for_others(before: ModelRecord, config: TrainingConfig) -> bool:
    """Whether prompts or sampling are other ones than those of a card's samples.

    A person may have taken a sample off the card: that some of the usual prompts are missing asks for nothing.
    """
    known, wanted = tuple(sample.prompt for sample in before.samples), config.prompts
    chosen = wanted != TrainingConfig().prompts
    if (known != wanted) if chosen else not set(known) <= set(wanted):
        return True
    settings = before.sampling.settings if before.sampling is not None else {}
    return any(settings.get(name, getattr(config, name)) != getattr(config, name) for name in ("temperature", "top_p"))


class Resampling:
    """Draws the samples of one repo anew, once, where they are asked for.

    Args:
        job: the training that is not needed: it has the posts, which no sample may repeat, and the prompts. None where
            nothing is to be done: then the record says what would change.
        files: is given what else changes in the repo, by path.
    """

    def __init__(
        self, client: HubClient, repo_id: str, config: TrainingConfig, job: TrainingJob | None, progress: Progress
    ) -> None:
        self.files: dict[str, bytes] = {}
        self._client = client
        self._repo_id = repo_id
        self._config = config
        self._job = job
        self._progress = progress
        self._drawn: model.Redrawn | None = None

    def of(self, before: ModelRecord) -> ModelRecord:
        """The facts of a card with the samples that are asked for; the same where it has them.

        Raises:
            BaseModelError: when the published model cannot be loaded.
            MissingExtraError: without the `train` extra.
        """
        if not asks_for_others(before, self._config):
            return before
        if self._job is None:
            to_come = tuple(Sample(prompt=prompt, text=" …") for prompt in self._config.prompts)
            return msgspec.structs.replace(before, samples=to_come)
        if self._drawn is None:
            with _one_at_a_time:
                self._drawn = self._draw(self._job)
            self.files[GENERATION] = self._drawn.generation
        return msgspec.structs.replace(before, samples=self._drawn.samples, sampling=self._drawn.sampling)

    def _draw(self, job: TrainingJob) -> model.Redrawn:
        self._progress.note(f"{self._repo_id} has this very model: nothing is trained, and new samples are drawn.")
        base = model.find_base_model(self._repo_id, endpoint=self._client.endpoint, token=self._client.token)
        texts, _ = read_texts(job.posts, job.digest)
        return model.redraw(base, self._config, texts, progress=self._progress)
