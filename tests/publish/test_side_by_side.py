"""Runs at the same time, with the same list, table or local Hub: each ends as it would alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier

from hubtweets.localhub import LocalHub
from hubtweets.publishing.connect import connect


def test_runs_that_begin_at_once_share_a_new_local_hub(tmp_path: Path) -> None:
    barrier = Barrier(4)

    def run(number: int) -> str:
        barrier.wait()
        with connect(f"local:{tmp_path / 'hub'}", missing="make") as client:
            client.create_repo(f"me/run{number}")
            barrier.wait()
            return client.endpoint

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(run, range(4)))) == 1
    assert len(list((tmp_path / "hub" / "repos" / "models" / "me").iterdir())) == 4


def test_a_local_hub_is_served_until_the_last_run_ends(tmp_path: Path) -> None:
    name = f"local:{tmp_path / 'hub'}"
    with ExitStack() as first:
        serves = first.enter_context(connect(name, missing="make"))
        serves.create_repo("me/first")
        with connect(name) as joined:
            assert joined.endpoint == serves.endpoint
            first.close()
            joined.create_repo("me/second")
    assert LocalHub.running(tmp_path / "hub") is None
