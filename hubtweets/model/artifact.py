"""What a fine-tuning gives: the files of the model, the facts of its run, and samples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hubtweets import record
from hubtweets._shared import disk
from hubtweets.model import gguf_files
from hubtweets.record import Memorisation, Run, Sample, Sampling, TrackedRun

_FACTS = "artifact.json"


class ModelArtifact(msgspec.Struct, frozen=True, kw_only=True):
    """A finished fine-tuning.

    `folder` has weights, tokenizer and configuration (or an adapter and the tokenizer), and nothing else. `samples`
    were written by the published model, one for each prompt of the training's configuration. `tracked` are its runs at
    trackers. `memorisation` is what it was found to remember of the posts, `sampling` how the samples were drawn.
    `gguf` is the same model as files for llama.cpp, beside `folder`.
    """

    folder: Path
    run: Run
    samples: tuple[Sample, ...]
    tracked: tuple[TrackedRun, ...] = ()
    memorisation: Memorisation | None = None
    sampling: Sampling | None = None
    gguf: tuple[Path, ...] = ()

    @property
    def files(self) -> dict[str, Path]:
        """The files to publish, by their paths in a repo, sorted."""
        converted = {f"{gguf_files.FOLDER}/{path.name}": path for path in self.gguf}
        return {path.name: path for path in sorted(self.folder.iterdir())} | converted


class _Facts(msgspec.Struct, frozen=True):
    run: dict[str, Any]
    samples: list[dict[str, Any]]
    memorisation: dict[str, Any] | None = None
    sampling: dict[str, Any] | None = None


def write_artifact_facts(work: Path, artifact: ModelArtifact) -> None:
    """Keep run and samples beside the folder `model` of the working folder `work`."""
    facts = _Facts(
        record.to_data(artifact.run),
        [record.to_data(sample) for sample in artifact.samples],
        record.to_data(artifact.memorisation) if artifact.memorisation is not None else None,
        record.to_data(artifact.sampling) if artifact.sampling is not None else None,
    )
    disk.write_bytes(work / _FACTS, msgspec.json.encode(facts))


def read_artifact(work: Path) -> ModelArtifact | None:
    """The finished fine-tuning in the working folder `work`, or None."""
    if not (work / _FACTS).exists() or not (work / "model").is_dir():
        return None
    facts = msgspec.json.decode((work / _FACTS).read_bytes(), type=_Facts)
    samples = tuple(record.from_data(sample, Sample) for sample in facts.samples)
    remembered = None if facts.memorisation is None else record.from_data(facts.memorisation, Memorisation)
    return ModelArtifact(
        folder=work / "model",
        run=record.from_data(facts.run, Run),
        samples=samples,
        memorisation=remembered,
        sampling=None if facts.sampling is None else record.from_data(facts.sampling, Sampling),
    )
