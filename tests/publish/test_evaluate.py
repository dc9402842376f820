"""`hubtweets evaluate`: the card alone changes, once."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import hubtweets as package
from hubtweets import LocalHub, card
from hubtweets.errors import CardReadError, MergeConflictError

from .conftest import EXAMPLE, QUICK, REPO, First, commit_count

Run = Callable[..., subprocess.CompletedProcess[str]]


def git(folder: Path, *command: str) -> str:
    repository = folder / "repos" / "models" / f"{REPO}.git"
    return subprocess.run(
        ["git", "-C", str(repository), *command], capture_output=True, check=True, encoding="utf-8"
    ).stdout


@pytest.mark.slow
def test_the_card_alone_changes_and_a_second_run_changes_nothing(
    hub_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalHub(hub_folder) as hub:
        monkeypatch.setenv("HF_TOKEN", hub.token)
        wanted = {"posts": [str(EXAMPLE)], "hub": hub.endpoint}
        first = package.evaluate(REPO, **wanted)
        second = package.evaluate(REPO, **wanted)
        # somebody measured another thing, and lost what it remembers
        record = card.read(git(hub_folder, "show", "main:README.md")).record
        assert record is not None
        text = card.render(msgspec.structs.replace(record, memorisation=None))
        push(hub, text)
        third = package.evaluate(REPO, **wanted)
        push(hub, "---\ntags:\n- mine\n---\n\n# A person's own card\n")
        with pytest.raises(MergeConflictError):
            package.evaluate(REPO, **wanted)
    assert first.metrics["perplexity"] > 1
    assert first.memorisation == second.memorisation == third.memorisation
    assert first.memorisation.samples == 200
    assert second.published is not None
    assert not second.published.changed
    assert third.published is not None
    assert third.published.changed
    assert third.published.record.memorisation == first.memorisation
    assert git(hub_folder, "diff", "--name-only", "main~2", "main~1").split() == ["README.md"]
    assert commit_count(hub_folder) <= 5


def push(hub: LocalHub, text: str) -> None:
    from huggingface_hub import HfApi

    HfApi(hub.endpoint, token=hub.token).upload_file(
        path_or_fileobj=text.encode(), path_in_repo="README.md", repo_id=REPO
    )


@pytest.mark.slow
def test_a_folder_is_measured_and_its_card_stays_a_file(first: First, tmp_path: Path, hubtweets: Run) -> None:
    work = tmp_path / "work"
    done = hubtweets(
        "publish", "--posts", EXAMPLE, *QUICK, "--work-dir", work, "--hub", f"local:{tmp_path / 'hub'}", "--json"
    )
    assert done.returncode == 0, done.stderr
    folder = Path(shutil.copytree(next(work.glob("*/model")), tmp_path / "model"))
    readme = folder / "README.md"
    record = card.read(card.render(package.ModelRecord(repo_id="me/bot", accounts=()))).record
    assert record is not None
    readme.write_text(card.render(record), "utf-8")
    told = hubtweets("evaluate", folder, "--posts", EXAMPLE, "--json")
    assert told.returncode == 0, told.stderr
    numbers = json.loads(told.stdout)
    assert numbers["published"] is None
    found = card.read(readme.read_text("utf-8")).record
    assert found is not None
    assert found.memorisation is not None
    assert found.memorisation.auc == numbers["memorisation"]["auc"]


@pytest.mark.parametrize(
    ("card_bytes", "why"), [(b"x" * (4 * 2**20 + 1), "more than 4 MiB"), (b"---\n---\n# caf\xe9", "not UTF-8")]
)
def test_a_card_that_cannot_be_read_is_told_before_anything_is_measured(
    tmp_path: Path, card_bytes: bytes, why: str
) -> None:
    (tmp_path / "README.md").write_bytes(card_bytes)
    with pytest.raises(CardReadError, match=why) as caught:
        package.evaluate(tmp_path, posts=[str(EXAMPLE)])
    assert caught.value.hint
    assert (tmp_path / "README.md").read_bytes() == card_bytes
