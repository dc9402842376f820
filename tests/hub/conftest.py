"""A local Hub, an odd proxy before it, and clients whose waits take no time."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hubtweets.hub.client import HubClient
from hubtweets.localhub import LocalHub
from tests.support.clock import SkippingClock
from tests.support.odd_hub import OddHub

_numbers = itertools.count(1)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalHub]:
    """One for all tests of a module; each has a repo of its own."""
    with LocalHub(tmp_path_factory.mktemp("hub")) as server:
        yield server


@pytest.fixture(scope="module")
def proxy(hub: LocalHub) -> Iterator[OddHub]:
    with OddHub(hub.endpoint) as odd:
        yield odd


@pytest.fixture
def odd(proxy: OddHub) -> Iterator[OddHub]:
    """The proxy, without rules."""
    proxy.rules, proxy.seen = [], []
    yield proxy
    proxy.rules = []


@pytest.fixture
def clock() -> SkippingClock:
    return SkippingClock()


@pytest.fixture
def client(odd: OddHub, hub: LocalHub, clock: SkippingClock) -> Iterator[HubClient]:
    """Asks through the proxy; its waits are skipped."""
    with HubClient(odd.endpoint, hub.token, clock=clock) as opened:
        yield opened


@pytest.fixture
def direct(hub: LocalHub) -> Iterator[HubClient]:
    """Asks the local Hub itself, for what is really there."""
    with HubClient(hub.endpoint, hub.token) as opened:
        yield opened


@pytest.fixture
def new_repo(direct: HubClient) -> Callable[[], str]:
    """Makes a repo that nobody else has."""

    def make() -> str:
        repo_id = f"huggingtweets/bot{next(_numbers)}"
        direct.create_repo(repo_id)
        return repo_id

    return make


@pytest.fixture
def repo(new_repo: Callable[[], str]) -> str:
    return new_repo()


@pytest.fixture
def model(tmp_path: Path) -> dict[str, Path]:
    """A small file, and one large enough to go over LFS."""
    small, large = tmp_path / "config.json", tmp_path / "model.safetensors"
    small.write_text('{"model_type": "gpt2"}')
    large.write_bytes(b"\x01" * 200_000)
    return {path.name: path for path in (small, large)}
