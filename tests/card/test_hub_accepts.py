"""huggingface_hub reads our front matter as its own metadata, and a Hub accepts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from huggingface_hub import ModelCard

from hubtweets.card import render
from hubtweets.record import ModelRecord, from_json

HERE = Path(__file__).parent
OURS = (HERE / "good" / "ours.md").read_text(encoding="utf-8")
JOE = from_json((HERE / "golden" / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)

VALIDATE = """
import json, sys
from huggingface_hub import ModelCard
card = ModelCard(sys.stdin.buffer.read().decode())
card.validate()
print(json.dumps([result.metric_type for result in card.data.eval_results or []]))
"""


def test_metadata_is_what_huggingface_hub_expects() -> None:
    data = ModelCard(OURS).data
    assert data.library_name == "transformers"
    assert data.pipeline_tag == "text-generation"
    assert data.base_model == "openai-community/gpt2"
    assert data.language == ["en"]
    assert data.tags == ["huggingtweets"]
    assert data.model_name == "beeple-farokh"
    assert [(result.metric_type, result.metric_value) for result in data.eval_results or []] == [
        ("loss", 3.1234567),
        ("perplexity", 22.72),
    ]
    widget = data.to_dict()["widget"]
    assert widget[0] == {"text": "My dream is", "output": {"text": "to have a healthcare system that works for all."}}


def test_metadata_survives_huggingface_hub() -> None:
    """Its own writer keeps our keys, the record among them."""
    card = ModelCard(OURS)
    again = ModelCard(str(card)).data.to_dict()
    assert again["hubtweets"] == card.data.to_dict()["hubtweets"]
    assert again["hubtweets"]["template"] == "hubtweets@1"


@pytest.mark.parametrize("text", [OURS, render(JOE), render(JOE, "hubtweets@1")], ids=["run", "2021-05", "facts"])
def test_a_hub_accepts_it(text: str, tmp_path: Path) -> None:
    from hubtweets.localhub import LocalHub

    with LocalHub(tmp_path / "hub") as server:
        env = {**os.environ, "HF_ENDPOINT": server.endpoint}
        done = subprocess.run(
            [sys.executable, "-c", VALIDATE], input=text.encode(), env=env, capture_output=True, timeout=120
        )
    assert done.returncode == 0, done.stderr.decode()
    assert json.loads(done.stdout) == (["loss", "perplexity"] if "model-index" in text else [])
