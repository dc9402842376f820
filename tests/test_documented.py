"""Every shell and Python block of README and docs, run in order as a reader would: no network, a local Hub."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from hubtweets._shared.examples import archive
from hubtweets.card import render
from hubtweets.cli import seeding
from hubtweets.localhub import LocalHub
from hubtweets.localhub.accounts import Accounts, Organisation, User
from hubtweets.localhub.storage.seed import Seed
from hubtweets.model import TrainingConfig
from hubtweets.model.bases import scratch
from hubtweets.posts import read_posts
from hubtweets.record import ModelRecord, to_json
from tests.support import folders
from tests.support.documents import Machine, blocks

from .conftest import ROOT

BASE = "openai-community/gpt2"
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]

_TRAINS = re.compile(r"hubtweets[ .]publish\b|hubtweets demo|hubtweets refresh(?! --dry-run)")


def _faulty() -> str:
    """A card with a table whose header has a cell too many."""
    card = render(seeding.made_up(1))
    return card.replace("| Data | ", "| Data | and more | ", 1)


def _joe() -> ModelRecord:
    record = seeding.made_up(1)
    account = msgspec.structs.replace(record.accounts[0], handle="joebiden", name="Joe Biden")
    return msgspec.structs.replace(record, repo_id="huggingtweets/joebiden", accounts=(account,))


@pytest.fixture(scope="module")
def gpt2(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A GPT-2 in small, with a tokenizer that knows the example's words."""
    folder = tmp_path_factory.mktemp("gpt2")
    model, tokenizer = scratch.make(read_posts(archive()).texts, TrainingConfig())
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def hub(gpt2: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalHub]:
    """Stands for huggingface.co: with a (small) GPT-2, the historical cards, and an organisation of the reader's."""
    folder = tmp_path_factory.mktemp("huggingface")
    weights = {path.name: path.read_bytes() for path in gpt2.iterdir()}
    joe = render(_joe())
    old = render(msgspec.structs.replace(_joe(), repo_id="me/old", tracking=None))
    anna = render(msgspec.structs.replace(_joe(), repo_id="my-org/anna", tracking=None), "hubtweets@2")
    me = User(name="me", any_namespace=True)
    accounts = Accounts(users=[me], organisations=[Organisation(name="my-org", members=["me"])])
    with LocalHub(folder / "hub", accounts=accounts) as hub:
        hub.seed([Seed(BASE, weights), Seed("huggingtweets/joebiden", {"README.md": joe.encode()})])
        hub.seed([Seed("my-org/anna", {"README.md": anna.encode()}), Seed("me/bot", {"README.md": joe.encode()})])
        hub.seed([Seed("me/old", {"README.md": old.encode()})])
        yield hub


@pytest.fixture
def machine(hub: LocalHub, gpt2: Path, tmp_path: Path, isolated: Path) -> Iterator[Machine]:
    """A reader's folder, with the files that the pages speak of."""
    shutil.make_archive(str(tmp_path / "twitter"), "zip", archive())
    folders.causal(tmp_path / "out")
    shutil.copytree(gpt2, tmp_path / "out", dirs_exist_ok=True)
    (tmp_path / "hubtweets.toml").write_text(
        '[[models]]\nposts = ["twitter.zip"]\nrepo_id = "me/bot"\n', encoding="utf-8"
    )
    (tmp_path / "record.json").write_text(to_json(seeding.made_up(1)), encoding="utf-8")
    (tmp_path / "new.json").write_text(to_json(seeding.made_up(1)), encoding="utf-8")
    (tmp_path / "README.md").write_text(_faulty(), encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "1.md.j2").write_text('{% extends "hubtweets@2" %}\n', encoding="utf-8")
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYT")} | hub.environment
    env |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "EDITOR": "true"}
    env |= {"BROWSER": "true", "GIT_CONFIG_GLOBAL": os.devnull, "HF_HUB_DISABLE_UPDATE_CHECK": "1"}
    machine = Machine(tmp_path, env)
    yield machine
    machine.close()


def _pages() -> list[object]:
    """The pages that have something to run; those that train are slow."""
    found: list[object] = []
    for page in PAGES:
        text = [block.text for block in blocks(page) if block.not_run is None]
        if text:
            marks = [pytest.mark.slow] if any(map(_TRAINS.search, text)) else []
            found.append(pytest.param(page, id=str(page.relative_to(ROOT).with_suffix("")), marks=marks))
    return found


@pytest.mark.thorough
@pytest.mark.parametrize("page", _pages())
def test_what_a_page_tells_to_run(page: Path, machine: Machine) -> None:
    for block in blocks(page):
        if block.not_run is None:
            machine.run(block)


def test_a_block_that_is_not_run_says_why() -> None:
    for page in PAGES:
        for block in blocks(page):
            if block.not_run is not None:
                assert re.search(r"network|trackers|asks for|this project|stands for", block.not_run), (page, block)
