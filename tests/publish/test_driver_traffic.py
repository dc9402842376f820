"""What goes through whoever submits trainings: the posts' names and facts, and no model."""

from __future__ import annotations

import itertools
import json
import pickle
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub import HfApi

from hubtweets import LocalHub
from hubtweets._shared.progress import SILENT
from hubtweets.hub.uploads import SMALL
from hubtweets.model import ModelArtifact
from hubtweets.model.artifact import write_artifact_facts
from hubtweets.publishing.each import publish_each
from hubtweets.publishing.executors.attempts import attempt
from hubtweets.publishing.executors.interface import JobResult
from hubtweets.publishing.target import TrainingJob
from hubtweets.record import Run

MOST = 1_000_000
"""Bytes that may go through the driver for an account."""

TEXTS = [f"the tide of day {number} was late and nobody on the quay had noticed" for number in range(120)]


def finished(folder: Path) -> None:
    """What a fine-tuning of a model with GPT-2's tokenizer leaves: 50,257 tokens, 50,000 merges; weights of 8 MB."""
    model = folder / "model"
    model.mkdir(parents=True)
    letters = [chr(256 + number) for number in range(256)]
    merges = [list(pair) for pair in itertools.islice(itertools.product(letters, letters), 50_000)]
    tokens = [*letters, *(first + second for first, second in merges), "<|endoftext|>"]
    vocabulary = {token: number for number, token in enumerate(tokens)}
    tokenizer = {"version": "1.0", "model": {"type": "BPE", "vocab": vocabulary, "merges": merges}}
    (model / "tokenizer.json").write_text(json.dumps(tokenizer, indent=2, ensure_ascii=False))
    (model / "vocab.json").write_text(json.dumps(vocabulary))
    (model / "config.json").write_text(json.dumps({"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"]}))
    header = json.dumps({"w": {"dtype": "F32", "shape": [2_000_000], "data_offsets": [0, 8_000_000]}}).encode()
    header += b" " * (-len(header) % 8)
    (model / "model.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + bytes(8_000_000))
    run = Run(metrics={"eval_loss": 3.0}, hyperparameters={"learning_rate": 0.0005})
    write_artifact_facts(folder, ModelArtifact(folder=model, run=run, samples=()))


class Elsewhere:
    """An engine as Ray is one: jobs and answers are pickled, and files are sent from where they were made."""

    def __init__(self, hub: LocalHub) -> None:
        self._hub = hub
        self._jobs: list[TrainingJob] = []
        self.carried = 0
        self.sent_from_there = range(0)

    def submit(self, job: TrainingJob) -> None:
        self._jobs.append(job)

    def results(self) -> Iterator[JobResult]:
        for job in self._jobs:
            there = pickle.dumps(job)
            finished(job.folder)
            first = len(self._hub.requests)
            answer = pickle.dumps(attempt(pickle.loads(there), uploads=True))
            self.sent_from_there = range(first, len(self._hub.requests))
            self.carried += len(there) + len(answer)
            result: JobResult = pickle.loads(answer).result(job, SILENT)
            yield result

    def cancel(self) -> None:
        self._jobs.clear()


@pytest.mark.thorough
def test_less_than_a_megabyte_of_a_model_goes_through_the_driver(
    hub: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = tmp_path / "anna.csv"
    posts.write_text("\n".join(["text", *TEXTS]) + "\n")
    accounts = tmp_path / "accounts.csv"
    accounts.write_text(f"handle,posts,repo_id\nanna,{posts},me/anna\n")
    engine = Elsewhere(hub)
    monkeypatch.setattr("hubtweets.publishing.road.open_executor", lambda *_, **__: engine)
    work = tmp_path / "work"
    result = publish_each(accounts, base_model="scratch:tiny", consent="agreed", hub=hub.endpoint, work_dir=work)
    assert result.totals.actions["changed"] == 1, result.notable
    through = [one for number, one in enumerate(hub.requests) if number not in engine.sent_from_there]
    driver = engine.carried + sum(one.received + one.sent for one in through)
    there = sum(hub.requests[number].received for number in engine.sent_from_there)
    files = {path.name: path for path in next(work.glob("*/model")).iterdir()}
    print(f"driver: {driver:,} bytes, the place of the training: {there:,}")
    assert files["tokenizer.json"].stat().st_size > 1_500_000
    assert driver < MOST
    assert there > sum(path.stat().st_size for path in files.values() if path.stat().st_size > SMALL)
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    listed = {one.path: one for one in api.list_repo_tree("me/anna")}
    assert all(listed[name].size == path.stat().st_size for name, path in files.items())
    text = Path(api.hf_hub_download("me/anna", ".gitattributes", local_dir=tmp_path / "back")).read_text()
    assert "tokenizer.json filter=lfs" in text  # else git would leave a pointer in a clone
    assert "config.json" not in text
    downloaded = Path(api.hf_hub_download("me/anna", "tokenizer.json", local_dir=tmp_path / "back"))
    assert downloaded.read_bytes() == files["tokenizer.json"].read_bytes()
