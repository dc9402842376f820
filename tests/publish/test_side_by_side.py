"""Runs at the same time, with the same list, table or local Hub: each ends as it would alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier

import pytest

from hubtweets import publish
from hubtweets.localhub import LocalHub
from hubtweets.publishing.connect import connect
from hubtweets.publishing.each import publish_each


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


def test_repos_that_get_one_model_all_get_it_and_nothing_stays(
    hub: LocalHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    posts = tmp_path / "posts.csv"
    rows = [f"{number},The wren sings of bird number {number} in the garden wall" for number in range(150)]
    posts.write_text("\n".join(["id,text", *rows]))
    accounts = tmp_path / "list.csv"
    accounts.write_text(f"handle,posts,repo_id\nwren,{posts},me/one\nwren,{posts},me/two\n")
    options = {"base_model": "scratch:tiny", "training": {"max_steps": 2}, "hub": hub.endpoint}
    for changed in (2, 0):
        result = publish_each(accounts, workers=1, **options)  # type: ignore[arg-type]
        assert (result.totals.actions["changed"], result.failed) == (changed, False), result.notable
        assert list((tmp_path / "cache" / "hubtweets" / "runs").iterdir()) == []
    done = publish("wren", posts=posts, repo_id="me/one", **options)  # type: ignore[arg-type]
    assert done.kind == "identical"
    assert list((tmp_path / "cache" / "hubtweets" / "runs").iterdir()) == []
