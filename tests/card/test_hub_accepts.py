"""huggingface_hub reads our front matter as its own metadata, and a Hub accepts it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from huggingface_hub import ModelCard

from hubtweets.card import check, fix, render
from hubtweets.localhub.storage import cardrules
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


@pytest.mark.thorough
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


def refused(text: str) -> list[str]:
    """Why the local Hub would not take a commit of this card."""
    return cardrules.check(text, "model").errors


def judge(text: str, name: str) -> int:
    """See that fixing a card makes none that a Hub refuses, and none with an error that it had not; how many fixes."""
    fixed, done = fix(text)
    assert refused(text) or not refused(fixed), name
    assert set(refused(fixed)) <= set(refused(text)), name
    errors = [{one.rule for one in check(card) if one.severity == "error"} for card in (fixed, text)]
    assert errors[0] <= errors[1], name
    return len(done)


def test_a_hub_takes_every_card_that_was_fixed() -> None:
    fixes = [judge(path.read_text("utf-8"), path.name) for path in sorted((HERE / "faulty").glob("*.md"))]
    assert sum(count > 0 for count in fixes) >= 14


# A value that is a fault under the right name of its key: the wrong name is what keeps the Hub from refusing it.
MISSPELLED = {
    "licence": ("license", "Some Licence", "[{a: b}]", ""), "pipeline-tag": ("[x]", "{a: b}"),
    "metric": ("[{wer: 1}]",),
    "model_index": ("[{name: x, results: [{task: {type: a}}]}]", "{a: b}"), "dataset": ("[a/b/c]", "{a: b}"),
    "languages": ("dutch", "zh-CN", "{a: b}", "~"), "tag": ("{a: b}", "7"), "base-model": ("[{a: b}]", "GPT 2"),
    "Widget": ("text", "{a: b}", ""), "library-name": ("[x]", "{a: b}"), "Thumbnail": ("[x]", "{a: b}"),
}  # fmt: skip


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in MISSPELLED.items() for value in values])
def test_no_fix_gives_a_value_the_name_under_which_it_is_refused(key: str, value: str) -> None:
    judge(f"---\n{key}: {value}\n---\n\n# A model\n\nSome words about it.\n", key)


VALUES = (
    "", "~", "7", "1.5", "true", "no", "12:30", "[]", "{}", "text", "Two words", "[~]", "[7]", "[no]", "[[a]]",
    "[{a: b}]", "{a: b}", "''", "a/b/c", "!!str 7", ".nan", "EN", "2020-01-01", "2020-01-01 10:00:00", "1e3", "0o17",
    "017", "1_000", "+.5", "=", "-a/b", ".a/b", "a" * 97, "xx", "on", "!!timestamp 2020-01-01", "!!bool 'true'",
    "12345678901234567890123", "[2020-01-01, 1e3]", "[a, 1_000]",
)  # fmt: skip


NEWER = {("license", value) for value in ("text", "!!str 7", "xx", "a" * 97)}
KEYS = (
    "base_model", "base_model_relation", "datasets", "language", "library_name", "license", "license_link", "metrics",
    "new_version", "pipeline_tag", "pretty_name", "tags", "thumbnail", "widget",
)  # fmt: skip
_RESULT = (
    "model-index:\n- name: m\n  results:\n  - task: {type: a}\n    dataset: {name: n, type: t}\n    metrics:\n    - "
)
PLACES = {
    **{key: f"{key}: " for key in KEYS},
    "model": "model-index:\n- results: []\n  name: ",
    "task": "model-index:\n- name: m\n  results:\n  - metrics: []\n    task:\n      type: ",
    "dataset": "model-index:\n- name: m\n  results:\n  - metrics: []\n    task: {type: a}\n    dataset: ",
    "config": "model-index:\n- name: m\n  results:\n  - metrics: []\n    task: {type: a}\n    dataset:\n      name: n\n"
    "      type: t\n      config: ",
    "metric": f"{_RESULT}value: 1\n      type: ",
    "value": f"{_RESULT}type: a\n      value: ",
}


@pytest.mark.parametrize("key", PLACES)
def test_an_error_is_what_a_hub_refuses(key: str) -> None:
    """The check and the local Hub agree about a value of any kind; what the list of licences may be too old to know is
    a note, and that a result is no number is seen by whoever reads it."""
    for value in VALUES:
        if (key, value) == ("value", ".nan"):
            continue
        text = f"---\n{PLACES[key]}{value}\n---\n\n# A model\n\nSome words about it.\n"
        errors = any(one.severity == "error" for one in check(text))
        assert errors == bool(refused(text)) or (key, value) in NEWER, value
        judge(text, value)


def test_a_hub_takes_the_real_cards_that_were_fixed(shared: Path) -> None:
    paths = [path for folder in ("cases/cards", "cards") for path in sorted((shared / folder).rglob("*.md"))]
    assert len(paths) > 50
    for path in paths:
        judge(path.read_text("utf-8"), path.name)


@pytest.mark.parametrize(
    "metadata",
    ["x: &x {license: mit}\n<<: *x\nlicense: apache-2.0", "x: &x {license: mit}\n<<: [*x, *x]", "1: a\n'1': b",
     "x: " + "9" * 5000, "x: -" + "9" * 5000, "x: " + "1:" * 12 + "1", "x: a" + "9" * 5000, "x: 1:30",
     "license: mit\n=: a", "a: {b: 1, b: 2}", "a: &a [*a]", "no: a\nfalse: b", "~: a\nnull: b"],
)  # fmt: skip
def test_front_matter_is_read_as_a_hub_reads_it(metadata: str) -> None:
    text = f"---\n{metadata}\n---\n\n# A model\n\nSome words about it.\n"
    assert any(one.severity == "error" for one in check(text)) == bool(refused(text))
    judge(text, metadata[:20])
