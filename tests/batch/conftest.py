"""An organisation of every kind of card on a local Hub, and what a batch must make of each."""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import httpx2
import msgspec
import pygit2
import pytest

from hubtweets import card
from hubtweets.localhub import LocalHub
from hubtweets.record import Account, Counts, ModelRecord, Tracking

ORG = "birds"


class Repo(NamedTuple):
    """A repo before the batch, and its card after (None: the very same)."""

    repo_id: str
    kind: str
    before: str
    after: str | None
    private: bool = False
    gated: bool = False


def record(number: int, template: str = "huggingtweets-2021-05@1", **more: Any) -> ModelRecord:
    """The facts of bot number so and so."""
    downloaded, retweets, short = 1000 + number % 2000, number % 300, number % 70
    run = f"https://wandb.ai/birds/huggingtweets/runs/{number:08x}"
    counts = Counts(downloaded=downloaded, retweets=retweets, short=short, kept=downloaded - retweets - short)
    account = Account(
        handle=f"bot{number}",
        name=f"Bot | Number <{number}> & \U0001f99c",
        platform="x",
        avatar_url=f"https://pbs.twimg.com/profile_images/{number}/a_400x400.jpg",
        counts=counts,
    )
    return ModelRecord(
        template=template,
        repo_id=f"{ORG}/bot{number}",
        accounts=(account,),
        base_model="openai-community/gpt2",
        language=("en",),
        tracking=Tracking(dataset_run=run, training_run=run),
        thumbnail="https://example.org/thumb.png",
        **more,
    )


def _tagged(text: str) -> str:
    assert "- huggingtweets\n" in text
    return text.replace("- huggingtweets\n", "- huggingtweets\n- parrots\n", 1)


def _noted(text: str) -> str:
    return text + "\n## A person's note\n\nKept by hand.\n"


def _contested(text: str) -> str:
    assert "The model uses the following pipeline." in text
    return text.replace("The model uses the following pipeline.", "The model uses a pipeline of its own.", 1)


class House(NamedTuple):
    """A template of the organisation's own, in two versions: the folder, and its name at each."""

    folder: Path
    older: str
    newer: str


KINDS = 13


def mixed(number: int, house: House) -> Repo:
    """Repo number so and so of an organisation that goes to the newer version of its own template."""
    repo_id = f"{ORG}/bot{number}"
    older, newer = f"{house.folder}@1", f"{house.folder}@2"
    own_old = card.render(record(number), older)
    own_new = card.render(record(number), newer)
    historical = card.render(record(number))
    earlier = card.render(record(number, "huggingtweets-2021-03@1"))

    def to_new(text: str) -> str:
        result = card.update(text, None, newer)
        assert result.text is not None
        return result.text

    return (
        Repo(repo_id, "identical", own_new, None),
        Repo(repo_id, "identical", _noted(_tagged(own_new)), None),
        Repo(repo_id, "update", own_old, own_new),
        Repo(repo_id, "merge", _noted(_tagged(own_old)), _noted(_tagged(own_new))),
        Repo(repo_id, "update", historical, own_new),
        Repo(repo_id, "update", earlier, to_new(earlier)),
        Repo(repo_id, "merge", _tagged(historical), to_new(_tagged(historical))),
        Repo(repo_id, "conflict", _contested(historical), None),
        Repo(
            repo_id, "unreadable", f"---\ntags:\n- huggingtweets\n---\n\n# Mine {number}\n\nAll my own words.\n", None
        ),
        Repo(repo_id, "foreign", "---\nlicense: mit\ntags:\n- bert\n---\n\n# Another model\n", None),
        Repo(repo_id, "update", historical, own_new, private=True),
        Repo(repo_id, "update", own_old, own_new, gated=True),
        Repo(repo_id, "retracted", own_old.replace("hubtweets:\n", "hubtweets:\n  retracted: '2026-01-01'\n", 1), None),
    )[number % KINDS]


class World:
    """A local Hub, the command line beside it, and a look at its repositories."""

    def __init__(self, hub: LocalHub, folder: Path) -> None:
        self.hub = hub
        self.ledger = folder / "ledger.sqlite3"
        self.env = {**os.environ, **hub.environment}
        headers = {"Authorization": f"Bearer {hub.token}"}
        self.web = httpx2.Client(base_url=hub.endpoint, headers=headers, timeout=60)

    def fill(self, repos: Iterable[Repo]) -> list[Repo]:
        """Make the repos; in that order, one a moment."""
        made = list(repos)
        self.hub.seed((repo.repo_id, {"README.md": repo.before.encode(), "config.json": b"{}"}) for repo in made)
        for repo in made:
            if repo.private or repo.gated:
                settings = {"private": repo.private, "gated": "auto" if repo.gated else False}
                self.web.put(f"/api/models/{repo.repo_id}/settings", json=settings).raise_for_status()
        self.hub.clear_requests()
        return made

    def command(self, *args: str | Path, ledger: bool = True) -> list[str]:
        """The command line, with this world's ledger."""
        books = ["--ledger", str(self.ledger)] if ledger else []
        return [sys.executable, "-m", "hubtweets", "rerender", *map(str, args), *books]

    def run(self, *args: str | Path, ledger: bool = True, **env: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        command = self.command(*args, ledger=ledger)
        return subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env={**self.env, **env}, timeout=600
        )

    def json(self, *args: str | Path, code: int = 0, **more: Any) -> dict[str, Any]:
        """Run it with `--json`; what it printed."""
        done = self.run(*args, "--json", **more)
        assert done.returncode == code, done.stderr + done.stdout
        return dict(json.loads(done.stdout))

    def git(self, repo_id: str) -> pygit2.Repository:
        """A repo as git has it."""
        return pygit2.Repository(str(self.hub.folder / "repos" / "models" / f"{repo_id}.git"))

    def head(self, repo_id: str, ref: str = "refs/heads/main") -> str:
        """The id of its newest commit."""
        return str(self.git(repo_id).references[ref].target)

    def commits(self, repo_id: str) -> list[str]:
        """The messages of its commits, newest first."""
        git = self.git(repo_id)
        return [commit.message.strip() for commit in git.walk(git.references["refs/heads/main"].target)]

    def text(self, repo_id: str, ref: str = "refs/heads/main") -> str:
        """Its card."""
        git = self.git(repo_id)
        return bytes(git.references[ref].peel(pygit2.Commit).tree["README.md"].data).decode()

    def edit(self, repo_id: str, change: Callable[[str], str], summary: str = "a person's edit") -> str:
        """A person commits to the card; returns the commit."""
        text = change(self.text(repo_id)).encode()
        file = {"path": "README.md", "encoding": "base64", "content": base64.b64encode(text).decode()}
        lines = [{"key": "header", "value": {"summary": summary}}, {"key": "file", "value": file}]
        answer = self.web.post(f"/api/models/{repo_id}/commit/main", content="\n".join(map(json.dumps, lines)))
        answer.raise_for_status()
        return str(answer.json()["commitOid"])

    def asked(self) -> list[tuple[str, str, int | None]]:
        """Every request since the log was cleared: method, path, status."""
        return [(one.method, one.path, one.status) for one in self.hub.requests]

    def check(self, repos: Iterable[Repo]) -> None:
        """Every repo that should change has exactly one new commit with the right bytes, and no other has any."""
        for repo in repos:
            expected = 1 if repo.after is None else 2
            assert len(self.commits(repo.repo_id)) == expected, repo.repo_id
            assert self.text(repo.repo_id) == (repo.before if repo.after is None else repo.after), repo.repo_id


@pytest.fixture
def house(tmp_path: Path) -> House:
    """An organisation's own template, which builds on ours, in two versions."""
    folder = tmp_path / "aviary"
    folder.mkdir()
    for version, words in ((1, "Hatched"), (2, "Hatched and raised")):
        text = (
            '{% extends "hubtweets@1" %}\n{% block removal %}\n## The aviary\n\n'
            f"{words} in the aviary of {{{{ title | md }}}}.\n\n{{% endblock %}}\n"
        )
        (folder / f"{version}.md.j2").write_text(text, encoding="utf-8")
    return House(folder, "aviary@1", "aviary@2")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A Hub without limits."""
    with LocalHub(tmp_path / "hub") as hub:
        world = World(hub, tmp_path)
        yield world
        world.web.close()


@pytest.fixture
def make_world(tmp_path: Path) -> Iterator[Callable[..., World]]:
    """A Hub with limits and faults of your choice."""
    running: list[World] = []

    def make(**options: Any) -> World:
        hub = LocalHub(tmp_path / f"hub{len(running)}", **options)
        hub.start()
        running.append(World(hub, tmp_path))
        return running[-1]

    yield make
    for world in running:
        world.web.close()
        world.hub.stop()


@pytest.fixture(scope="session")
def people() -> ModuleType:
    """The named edits that people make of cards, from the tests of merging."""
    path = Path(__file__).parent.parent / "card" / "test_merge.py"
    spec = importlib.util.spec_from_file_location("people_edits", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["people_edits"] = module  # its NamedTuples look their own module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def kit() -> Any:
    """What tests build organisations with."""
    return msgspec.defstruct("Kit", ["ORG", "KINDS", "Repo", "mixed", "record"])(ORG, KINDS, Repo, mixed, record)
