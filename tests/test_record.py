"""The record: lossless to JSON and back, whatever is in it, and nothing that does not hold together."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.errors import HandleError, RecordError, RepoIdError
from hubtweets.record import (
    SCHEMA,
    Account,
    Adapter,
    Consent,
    Counts,
    Dataset,
    Embedding,
    Emissions,
    Evaluation,
    LogEntry,
    Memorisation,
    ModelRecord,
    Run,
    Sample,
    Sampling,
    Selection,
    TrackedRun,
    Tracking,
    check_repo_id,
    from_data,
    from_json,
    slug,
    to_data,
    to_json,
)
from hubtweets.record.platforms import check_handle

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
numbers = st.floats(allow_nan=False, allow_infinity=False)
scalars = st.one_of(words, st.booleans(), st.integers(-(2**53), 2**53), numbers)
plain: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), scalars),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
)
counts = st.builds(
    lambda retweets, short, kept: Counts(downloaded=retweets + short + kept, retweets=retweets, short=short, kept=kept),
    *[st.integers(0, 10**6)] * 3,
)
accounts = st.builds(
    Account, handle=words, name=words, platform=st.none() | words, avatar_url=st.none() | words,
    counts=st.none() | counts, newest_post=st.none() | words, first_post=st.none() | st.dates().map(str),
    left_out=st.dictionaries(words, st.integers(0, 10**6), max_size=2),
)  # fmt: skip
days = st.dates().map(str)
entries = st.builds(LogEntry, step=st.integers(0, 10**6), loss=st.none() | numbers)
runs = st.builds(
    Run, hyperparameters=st.dictionaries(words, scalars, max_size=3),
    metrics=st.dictionaries(words, numbers, max_size=3), log_history=st.lists(entries, max_size=3).map(tuple),
    seed=st.none() | st.integers(0, 2**32), versions=st.dictionaries(words, words, max_size=3),
    finished_on=st.none() | days, seconds=st.none() | numbers,
    emissions=st.none() | st.builds(Emissions, grams=numbers, source=st.none() | words),
)  # fmt: skip
records = st.builds(
    ModelRecord, repo_id=words, accounts=st.lists(accounts, max_size=3).map(tuple), base_model=st.none() | words,
    language=st.lists(words, max_size=2).map(tuple), fingerprint=st.none() | words,
    tracking=st.none() | st.builds(Tracking, dataset_run=st.none() | words), run=st.none() | runs,
    samples=st.lists(st.builds(Sample, prompt=words, text=words), max_size=2).map(tuple), thumbnail=st.none() | words,
    task=st.none() | words, relation=st.sampled_from([None, "finetune", "adapter", "quantized", "merge"]),
    of_posts=st.none() | st.booleans(), labels=st.lists(words, max_size=2).map(tuple),
    adapter=st.none() | st.builds(Adapter, method=words, alpha=st.none() | numbers),
    embedding=st.none() | st.builds(Embedding, dimensions=st.none() | st.integers(1, 4096)),
    datasets=st.lists(st.builds(Dataset, name=words.filter(bool), id=st.none() | words), max_size=2).map(tuple),
    selection=st.none()
    | st.builds(Selection, min_words=st.integers(0, 9), scrubbed=st.dictionaries(words, st.integers(0))),
    sampling=st.none() | st.builds(Sampling, settings=st.dictionaries(words, scalars, max_size=2)),
    evaluations=st.lists(st.builds(Evaluation, metric=words, value=numbers), max_size=2).map(tuple),
    memorisation=st.none() | st.builds(Memorisation, auc=st.none() | st.floats(0, 1)),
    consent=st.none() | st.builds(Consent, by=st.sampled_from(["self", "agreed", "not stated"]), on=st.none() | days),
    tracked=st.lists(st.builds(TrackedRun, tracker=words, role=words, url=words), max_size=2).map(tuple),
)  # fmt: skip


@pytest.mark.thorough
@given(records)
def test_json_and_back(record: ModelRecord) -> None:
    assert from_json(to_json(record)) == record
    assert from_json(to_json(record, indent=2)) == record
    assert from_data(to_data(record)) == record
    assert json.loads(to_json(record)) == to_data(record)


@pytest.mark.thorough
@given(records, st.dictionaries(words.map(lambda word: f"x-{word}"), plain, min_size=1, max_size=3))
def test_keys_of_a_newer_version_are_kept(record: ModelRecord, unknown: dict[str, Any]) -> None:
    data = {**to_data(record), **unknown}
    places = [data, *data["accounts"], *([data["run"]] if "run" in data else [])]
    for place in places:
        place.update(unknown)
    assert to_data(from_data(data)) == data
    assert to_data(from_json(to_json(from_data(data)))) == data


def test_schema_and_template_are_always_written() -> None:
    data = to_data(ModelRecord(repo_id="me/bot", accounts=()))
    assert data == {"schema": SCHEMA, "template": "hubtweets@2", "repo_id": "me/bot", "accounts": []}


def counted(**numbers: int) -> dict[str, Any]:
    return {"accounts": [{"handle": "a", "name": "A", "counts": numbers}]}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"accounts": [{"handle": "a"}]}, "$.accounts[0]"),
        ({"accounts": [{"handle": "a", "name": 7}]}, "$.accounts[0].name"),
        (counted(downloaded=5, retweets=1, short=1, kept=4), "$.accounts[0].counts"),
        (counted(downloaded=-1, retweets=0, short=0, kept=-1), "$.accounts[0].counts"),
        ({"schema": SCHEMA + 1}, "newer"),
        ({"schema": 0}, "does not exist"),
        ({"run": {"metrics": {"eval_loss": float("nan")}}}, "eval_loss"),
        ({"run": []}, "$.run"),
        ({"repo_id": None}, "$.repo_id"),
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_named(change: dict[str, Any], place: str) -> None:
    with pytest.raises(RecordError, match="not a hubtweets record") as caught:
        from_data({"repo_id": "me/bot", "accounts": [], **change})
    assert place in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"text"', "\x00", "\ud800", "[" * 100_000])
def test_text_that_is_no_record(text: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_json(text)
    assert caught.value.hint


def test_slug_is_sorted_lower_case_and_allowed_on_the_hub() -> None:
    assert slug(["Thom_Wolf", "clementdelangue", "julien_c"]) == "clementdelangue-julien_c-thom_wolf"
    assert slug(["user@server.example"]) == "user-server.example"
    assert slug(["bert", " @Anna"]) == "anna-bert"
    assert slug(["a/b", "$(rm -rf ~)"]) == "-rm--rf--a-b"


@given(st.lists(st.from_regex(r"[A-Za-z0-9_]{1,15}", fullmatch=True), min_size=1, max_size=4))
def test_handles_of_x_make_repo_names(handles: list[str]) -> None:
    assert check_repo_id(f"huggingtweets/{slug(handles)}")
    assert [check_handle(f"@{handle}") for handle in handles] == handles


@given(words)
def test_no_text_passes_as_a_handle_that_is_none(text: str) -> None:
    try:
        bare = check_handle(text)
    except HandleError as error:
        assert error.handle == text
        assert error.exit_code == 2
    else:
        assert bare.isascii()
        assert 1 <= len(bare) <= 15
        assert bare.replace("_", "a").isalnum()


@given(words)
def test_repo_ids_are_those_that_huggingface_hub_allows(text: str) -> None:
    from huggingface_hub.utils import validate_repo_id

    for candidate in (text, f"me/{text}", f"{text}/bot"):
        try:
            allowed = check_repo_id(candidate)
        except RepoIdError as error:
            assert error.repo_id == candidate
        else:
            validate_repo_id(allowed)


def test_threads_that_read_the_first_records() -> None:
    """msgspec studies a class when it first reads one, and two threads at that at once crashed the process."""
    code = (
        "import sys, threading\n"
        "sys.setswitchinterval(1e-6)\n"
        "from hubtweets.record import from_data\n"
        "data = {'repo_id': 'a/b', 'accounts': [{'handle': 'a', 'name': 'A'}], 'run': {'log_history': [{'step': 1}]}}\n"
        "together = threading.Barrier(8)\n"
        "def read():\n    together.wait()\n    from_data(data)\n"
        "threads = [threading.Thread(target=read) for _ in range(8)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
    )
    for _ in range(5):
        assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_runs_at_trackers_are_read_wherever_the_record_has_them() -> None:
    data, training = "https://wandb.ai/me/p/runs/a", "https://wandb.ai/me/p/runs/b"
    runs = tuple(
        TrackedRun(tracker="wandb", role=role, url=url) for role, url in (("data", data), ("training", training))
    )
    old = ModelRecord(repo_id="me/bot", accounts=(), tracking=Tracking(dataset_run=data, training_run=training))
    new = ModelRecord(repo_id="me/bot", accounts=(), tracked=runs)
    assert old.tracked_runs == new.tracked_runs == runs
    assert old.links == new.links == old.tracking
    trackio = TrackedRun(tracker="trackio", role="training", url="https://me-runs.hf.space/")
    assert ModelRecord(repo_id="me/bot", accounts=(), tracked=(trackio,)).links == Tracking()


def test_a_model_is_of_posts_as_its_accounts_say() -> None:
    ann = (Account(handle="ann", name="Ann"),)
    assert ModelRecord(repo_id="me/bot", accounts=ann).is_of_posts
    assert ModelRecord(repo_id="me/bot", accounts=(), handles=("a", "b")).is_of_posts
    assert not ModelRecord(repo_id="me/bot", accounts=()).is_of_posts
    assert ModelRecord(repo_id="me/bot", accounts=(), of_posts=True).is_of_posts


NONE = {"retweets": 0, "short": 0}


@pytest.mark.parametrize(
    "data",
    [
        {"consent": {"by": "somebody"}},
        {"consent": {"by": "self", "on": "yesterday"}},
        {"run": {"finished_on": "2026-13-01"}},
        {"run": {"seconds": math.inf}},
        {"evaluations": [{"metric": "f1", "value": math.nan}]},
        {"memorisation": {"auc": 1.5}},
        {"datasets": [{"split": "test"}]},
        {"relation": "cousin"},
        {"accounts": [{"handle": "ann", "name": "Ann", "left_out": {"circle": -1}}]},
        {"accounts": [{"handle": "a", "name": "A", "counts": dict.fromkeys(("downloaded", "kept"), 10**30) | NONE}]},
    ],
    ids=lambda data: next(iter(data)),
)  # fmt: skip
def test_facts_that_cannot_be(data: dict[str, Any]) -> None:
    with pytest.raises(RecordError) as caught:
        from_data({"repo_id": "me/bot", "accounts": [], **data})
    assert f"$.{next(iter(data))}" in caught.value.message


@pytest.mark.parametrize(
    ("base", "on_hub"),
    [("gpt2", "gpt2"), ("me/base", "me/base"), ("scratch:tiny", None), ("local:base", None), ("pip:base", None)],
)
def test_only_a_base_model_of_a_hub_is_on_one(base: str, on_hub: str | None) -> None:
    assert ModelRecord(repo_id="me/model", accounts=(), base_model=base).base_model_on_hub == on_hub
