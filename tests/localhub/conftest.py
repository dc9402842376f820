"""The local Hub under test, and the clients that drive it from outside."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from hubtweets.localhub import LocalHub
from hubtweets.localhub.accounts import Accounts, Organisation, Token, User


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[LocalHub]:
    """A Hub with its default user."""
    with LocalHub(tmp_path / "hub") as running:
        yield running


@pytest.fixture
def town(tmp_path: Path) -> Iterator[LocalHub]:
    """A Hub with two users and an organisation of the first."""
    accounts = Accounts(
        users=[
            User(name="ada", fullname="Ada", tokens=[Token(token="hf_ada"), Token(token="hf_ada_read", role="read")]),
            User(name="bo", tokens=[Token(token="hf_bo")]),
        ],
        organisations=[
            Organisation(name="birds", members=["ada"]),
            Organisation(name="vault", members=["ada"], private_by_default=True),
        ],
    )
    with LocalHub(tmp_path / "town", accounts=accounts) as running:
        yield running


class Web:
    """Plain HTTP to a Hub."""

    def __init__(self, hub: LocalHub, token: str | None = None) -> None:
        token = hub.token if token is None else token
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.client = httpx2.Client(base_url=hub.endpoint, headers=headers, timeout=60)
        for verb in ("get", "post", "put", "delete", "head", "request"):
            setattr(self, verb, getattr(self.client, verb))

    def create(self, repo_id: str, **more: Any) -> str:
        """A new model repo; returns its id."""
        namespace, name = repo_id.split("/")
        answer = self.client.post("/api/repos/create", json={"name": name, "organization": namespace, **more})
        answer.raise_for_status()
        return repo_id

    def commit(
        self,
        repo_id: str,
        files: dict[str, bytes] | None = None,
        *,
        operations: list[dict[str, Any]] | None = None,
        parent: str | None = None,
        summary: str = "change",
        revision: str = "main",
        **params: str,
    ) -> httpx2.Response:
        """One commit of regular files, or of operations as the API has them."""
        header = {"summary": summary, "description": "", **({"parentCommit": parent} if parent else {})}
        lines = [{"key": "header", "value": header}, *(operations or [])]
        for path, content in (files or {}).items():
            value = {"path": path, "content": base64.b64encode(content).decode(), "encoding": "base64"}
            lines.append({"key": "file", "value": value})
        body = "".join(json.dumps(line) + "\n" for line in lines)
        headers = {"Content-Type": "application/x-ndjson"}
        url = f"/api/models/{repo_id}/commit/{revision}"
        return self.client.post(url, content=body, headers=headers, params=params)

    def sha(self, repo_id: str) -> str:
        """Where main is."""
        return str(self.client.get(f"/api/models/{repo_id}").json()["sha"])

    def history(self, repo_id: str) -> list[str]:
        """The titles of all commits, newest first."""
        titles: list[str] = []
        url: str | None = f"/api/models/{repo_id}/commits/main"
        while url:
            answer = self.client.get(url)
            titles += [commit["title"] for commit in answer.json()]
            url = answer.links.get("next", {}).get("url")
        return titles


@pytest.fixture
def web(hub: LocalHub) -> Iterator[Web]:
    """Plain HTTP as the default user."""
    made = Web(hub)
    yield made
    made.client.close()


@pytest.fixture
def as_web() -> Iterator[Callable[..., Web]]:
    """Plain HTTP with a token of your choice: `as_web(hub, "hf_…")`; `""` for none."""
    made: list[Web] = []

    def make(hub: LocalHub, token: str | None = None) -> Web:
        made.append(Web(hub, token))
        return made[-1]

    yield make
    for one in made:
        one.client.close()


@pytest.fixture
def bare_environment(hub: LocalHub) -> dict[str, str]:
    """What a process needs to run at all, and the three variables that lead to the Hub."""
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "HF_HOME", "LANG", "SYSTEMROOT") if name in os.environ}
    return {**keep, **hub.environment}


@pytest.fixture
def outside(bare_environment: dict[str, str], tmp_path: Path) -> Callable[..., Any]:
    """Runs a script in a process of its own that knows nothing of hubtweets; returns the JSON it prints last."""

    def run(script: str, *, env: dict[str, str] | None = None) -> Any:
        environment = {**bare_environment, **(env or {})}
        command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(script)]
        done = subprocess.run(
            command, env=environment, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=240
        )
        assert done.returncode == 0, done.stderr[-4000:]
        last = done.stdout.strip().splitlines()[-1:] or ["null"]
        return json.loads(last[0])

    return run
