"""A model for each line of a list of accounts: on a Ray whose workers, nodes and driver die, and from one table."""

from __future__ import annotations

import csv
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import pytest
from huggingface_hub import HfApi

from hubtweets import LocalHub, Progression
from hubtweets.errors import UsageError
from hubtweets.model.status import TrainingStatus, write_status
from hubtweets.posts.spec import split_table
from hubtweets.publishing.apply import Observer
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.each import publish_each, read_accounts
from hubtweets.publishing.executors.interface import trained_on
from hubtweets.publishing.report import Result
from hubtweets.publishing.watching import Watch
from tests.support.process import CommandProcess

TEXTS = [f"the tide of day {number} was late and nobody on the quay had noticed" for number in range(120)]


def table(path: Path, accounts: dict[str, int]) -> Path:
    """A CSV in which the posts of several accounts are mixed; so many each."""
    with path.open("w", newline="") as file:
        write = csv.writer(file).writerow
        write(["username", "text"])
        for number in range(max(accounts.values())):
            for name, count in accounts.items():
                if number < count:
                    write([name, f"{name}: {TEXTS[number % len(TEXTS)]} {number}"])
    return path


def accounts_list(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n")
    return path


class States(Observer):
    """Keeps what each repo came to."""

    def __init__(self) -> None:
        self.told: list[Progression] = []

    def comes_to(self, progression: Progression) -> None:
        self.told.append(progression)

    def of(self, repo_id: str) -> list[str]:
        return list(dict.fromkeys(one.state for one in self.told if one.repo_id == repo_id))


def actions(result: Result) -> dict[str, int]:
    print(result.notable)  # shown where a test fails
    return {action: count for action, count in result.totals.actions.items() if count}


def commits(hub: LocalHub, repo_id: str) -> int:
    """Commits of a repo, the one that made it aside."""
    return len(HfApi(endpoint=hub.endpoint, token=hub.token).list_repo_commits(repo_id)) - 1


@pytest.mark.thorough
def test_a_model_for_each_line_and_each_lines_failure_is_its_own(hub: LocalHub, tmp_path: Path) -> None:
    posts = table(tmp_path / "all.csv", {"anna": 120, "bert": 3})
    lines = accounts_list(
        tmp_path / "accounts.csv",
        "handle,posts,repo_id,private,max_steps",
        f"@anna,{posts},me/anna,yes,2",
        f"bert,{posts},me/bert,,",
        f"carl,{posts},me/carl,,",
        f"dora,{posts},me/dora,perhaps,",
        f"anna,{posts},me/ANNA,,",
        "",
        f"emil,{posts},me/emil,,none",
    )
    states = States()
    result = publish_each(lines, base_model="scratch:tiny", observers=[states], consent="agreed", hub=hub.endpoint)
    assert actions(result) == {"changed": 1, "failed": 5}
    reasons = {one.repo_id: one.reason or "" for one in result.notable}
    assert "@bert has" in reasons["me/bert"]
    assert "holds posts of 2 accounts" in reasons["me/carl"]
    assert reasons["me/dora"] == "line 5: private: 'perhaps' is neither yes nor no."
    assert reasons["me/ANNA"] == "line 6: line 2 is for me/ANNA too"
    assert reasons["me/emil"].startswith("line 8: ")
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    assert api.model_info("me/anna").private
    assert commits(hub, "me/anna") == 1
    assert states.of("me/anna")[0] == "waiting"
    assert states.of("me/anna")[-2:] == ["uploading", "done"]
    assert states.of("me/bert") == ["failed"]


def test_a_list_that_cannot_be_meant_says_where(tmp_path: Path) -> None:
    run = PublishConfig()
    for text, told in {
        "handel,posts\na,b": "handel",
        "name\nanna": "neither",
        "handle": "no accounts",
        "handle,handle\na,b": "twice",
        'handle\nbert\n"anna': "cannot be read: line 3",
    }.items():
        with pytest.raises(UsageError, match=told):
            read_accounts(accounts_list(tmp_path / "list.csv", text), run)
    for text, told in {
        "username,posts\na,b": "Did you mean handle",
        "Usuario\na": "Did you mean handle",
        "handle,epoch\na,1": "Did you mean epochs",
        "username,text\na,b": "--posts",
    }.items():
        with pytest.raises(UsageError) as caught:
            read_accounts(accounts_list(tmp_path / "list.csv", text), run)
        assert told in str(caught.value.hint)
    (line,) = read_accounts(accounts_list(tmp_path / "list.csv", "", "handle;posts", "anna;all.csv"), run)
    assert (line.number, line.specs) == (3, ("all.csv",))
    (line,) = read_accounts(accounts_list(tmp_path / "list.csv", "handle", "anna,bert"), run)
    assert "2 cells for 1 columns" in str(line.config)
    lines = read_accounts(accounts_list(tmp_path / "list.csv", "handle", "anna", '"be\nrt"', "carl"), run)
    assert [line.number for line in lines] == [2, 3, 5]
    (line,) = read_accounts(accounts_list(tmp_path / "list.csv", "handle,epochs", "anna,two"), run)
    assert str(line.config) == "training.epochs: 'two' is not a whole number."
    with pytest.raises(UsageError, match="goes with none of"):
        publish_each(tmp_path / "list.csv", repo_id="me/one")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_list_as_spreadsheets_write_it(tmp_path: Path, encoding: str, mark: str) -> None:
    rows = (
        ("Handle", "Name", "Learning rate", ""),
        ("anna", "Zoë", "1e-3", ""),
        ("", "", "", ""),
        ("bert", "", "", ""),
    )
    path = tmp_path / "list.csv"
    path.write_bytes("\r\n".join(map(mark.join, rows)).encode(encoding))
    anna, bert = (line.config for line in read_accounts(path, PublishConfig(namespace="me")))
    assert isinstance(anna, PublishConfig)
    assert (anna.names, anna.training.learning_rate) == (("Zoë",), 0.001)
    assert isinstance(bert, PublishConfig)
    assert bert.handles == ("bert",)


def test_a_failure_names_the_line_it_is_of(hub: LocalHub, tmp_path: Path) -> None:
    posts = table(tmp_path / "all.csv", {"anna": 120, "bert": 3})
    lines = accounts_list(
        tmp_path / "accounts.csv",
        "handle,posts",
        *(f"{handle},{posts}" for handle in (" @anna", "Anna", "bert", "carl")),
        f"dora,{tmp_path / 'none.csv'}",
        f'"em\nil",{posts}',
        "fred,all.csv,",
    )
    result = publish_each(lines, base_model="scratch:tiny", namespace="me", dry_run=True, hub=hub.endpoint)
    assert actions(result) == {"planned": 1, "failed": 6}
    told = [one.reason or "" for one in result.notable]
    assert [reason[:7] for reason in told] == [f"line {number}:" for number in (3, 4, 5, 6, 7, 9)]
    assert told[0] == "line 3: line 2 is for me/anna too"


@pytest.mark.thorough
def test_a_table_of_many_accounts_is_read_once_and_gives_each_its_own(tmp_path: Path) -> None:
    names = {f"account{number}": 4 for number in range(300)}
    path = table(tmp_path / "all.csv", names)
    split = split_table(str(path), tmp_path / "kept")
    for name in names:
        posts = list(split.source(name.upper(), None))
        assert [post.text for post in posts] == [f"{name}: {TEXTS[number]} {number}" for number in range(4)]
    assert split.folder.stat().st_mode & 0o077 == 0
    before = {file: file.stat().st_mtime_ns for file in split.folder.rglob("*.parquet")}
    at_once = split_table(str(path), tmp_path / "kept")
    split.close(keep=True)
    again = split_table(str(path), tmp_path / "kept")
    assert again.folder == split.folder
    assert {file: file.stat().st_mtime_ns for file in again.folder.rglob("*.parquet")} == before
    again.close(keep=False)
    assert not split.folder.exists()
    assert len(list(at_once.source("account7", None))) == 4  # a run beside it has its own
    shutil.copytree(at_once.folder, f"{split.folder}-3")  # as one that was killed leaves it
    at_once.close(keep=True)  # but no run alone would find these again
    assert {file.suffix for file in (tmp_path / "kept").iterdir()} == {".lock"}


def test_rows_with_an_id_alone_are_of_the_account_that_another_row_names(tmp_path: Path) -> None:
    rows = ["1,,early post of anna", "1,anna,post of anna", "1,,late post of anna", "2,bert,post of bert"]
    path = accounts_list(tmp_path / "all.csv", "user_id,username,text", *rows)
    split = split_table(str(path), tmp_path / "kept")
    assert sorted(post.text for post in split.source("anna", None)) == [
        "early post of anna", "late post of anna", "post of anna",
    ]  # fmt: skip
    assert [post.text for post in split.source("bert", None)] == ["post of bert"]


def test_a_training_is_seen_from_outside_and_an_earlier_runs_is_not(tmp_path: Path) -> None:
    from tests.publish.test_executors import job

    told: list[Progression] = []
    watch = Watch(told.append)
    one = job(tmp_path, "anna")
    write_status(one.folder, TrainingStatus(begun=1.0, step=7))
    watch.add(one, "me/anna")
    watch.look()
    assert told == []
    write_status(one.folder, TrainingStatus(begun=2.0, step=1, steps=9, loss=3.5, seconds_left=60.0))
    watch.look()
    watch.look()
    expected = Progression(repo_id="me/anna", state="training", step=1, steps=9, loss=3.5, seconds_left=60.0)
    assert told == [expected]
    watch.forget(one)
    write_status(one.folder, TrainingStatus(begun=2.0, step=2, steps=9))
    watch.look()
    assert told == [expected]


def test_the_table_shows_first_where_something_happens_and_counts_the_rest() -> None:
    import io

    from rich.console import Console, Group

    from hubtweets import Outcome
    from hubtweets.cli.trainings import MOST_ROWS, Table

    table = Table()
    for number in range(100):
        table.comes_to(Progression(repo_id=f"me/wait{number}", state="waiting"))
    table.comes_to(Progression(repo_id="me/anna", state="waiting"))
    table.comes_to(Progression(repo_id="me/anna", state="training", step=40, steps=120, loss=3.71, seconds_left=61.5))
    failed = Outcome(repo_id="me/wait7", action="failed", reason="its base is broken")
    table.comes_to(Progression(repo_id="me/wait7", state="failed", outcome=failed))
    same = Outcome(repo_id="me/same", kind="identical")
    table.comes_to(Progression(repo_id="me/same", state="done", outcome=same))  # needed no training
    console = Console(file=io.StringIO(), width=120)
    console.print(Group(*table.drawn()))
    lines = [" ".join(line.split()) for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]
    assert len(lines) == MOST_ROWS + 1
    assert lines[0] == "me/anna training step 40 of 120, loss 3.710, 1:02 left"
    assert lines[1] == "me/wait7 failed its base is broken"
    assert lines[-1] == "99 waiting, 1 training, 1 failed"


# -- a cluster ---------------------------------------------------------------------------------------------------------

GOOD = [f"good{number}" for number in range(10)]


def until(condition: Callable[[], bool], process: CommandProcess, seconds: float = 900) -> None:
    """Wait for something that the process brings about."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline, process.stderr.read_text()
        time.sleep(0.05)


class Training(NamedTuple):
    """A training under way: whose, the process that does it, and Ray's worker, which waits for that."""

    account: str
    process: psutil.Process
    worker: psutil.Process


def trainings(work: Path, raylet: int | None = None) -> list[Training]:
    """The processes that hold the lock of a training's folder; those of one node, where its raylet is given."""
    found: list[Training] = []
    for worker in psutil.process_iter(["cmdline", "ppid"]):
        if not (worker.info["cmdline"] or [""])[0].startswith("ray::_train"):
            continue
        if raylet is not None and worker.info["ppid"] != raylet:
            continue
        with suppress(psutil.Error):  # it has ended since
            for process in worker.children(recursive=True):
                folders = {Path(file.path).parent for file in process.open_files() if file.path.endswith("/.lock")}
                found += [
                    Training(next(iter(trained_on(folder)), ""), process, worker)
                    for folder in folders
                    if folder.parent == work
                ]
    return found


@pytest.mark.slow
def test_a_cluster_that_is_not_there_is_told_at_once(
    tmp_path: Path, ray: Any, hubtweets: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    accounts = accounts_list(tmp_path / "accounts.csv", "handle,repo_id", "anna,me/anna")
    posts = table(tmp_path / "all.csv", {"anna": 120})
    args = ["--each", accounts, "--posts", posts, "--hub", f"local:{tmp_path / 'hub'}", "--on", "ray", "--yes"]
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{closed.getsockname()[1]}"
        ended = hubtweets("publish", *args, env={**os.environ, "RAY_ADDRESS": address})
    assert ended.returncode == 1
    for told in (f"Asking the Ray cluster at {address}", "does not answer", "Check RAY_ADDRESS"):
        assert told in ended.stderr


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch, hub: LocalHub, ray: Any) -> Iterator[tuple[Any, Any]]:
    """A Ray of two nodes, each with a processor for one training; and the second node."""
    cluster_utils = pytest.importorskip("ray.cluster_utils")
    small = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_dashboard": False}
    made = cluster_utils.Cluster(initialize_head=True, head_node_args=small)
    try:
        second = made.add_node(num_cpus=1, object_store_memory=80_000_000)
        monkeypatch.setenv("RAY_ADDRESS", made.address)
        yield made, second
    finally:
        made.shutdown()


@pytest.mark.slow
@pytest.mark.timeout(2400)
def test_ray_with_a_worker_a_node_and_the_driver_killed_gives_one_commit_each(
    hub: LocalHub, cluster: tuple[Any, Any], tmp_path: Path
) -> None:
    posts = table(tmp_path / "all.csv", {**dict.fromkeys(GOOD, 120), "short": 3, "broken": 120})
    (tmp_path / "base").mkdir()
    lines = [f"{name},me/{name},scratch:tiny,40" for name in (*GOOD[:5], "short", *GOOD[5:])]
    lines.insert(2, f"broken,me/broken,{tmp_path / 'base'},40")
    accounts = accounts_list(tmp_path / "accounts.csv", "handle,repo_id,base_model,max_steps", *lines)
    work = tmp_path / "work"
    shared = ["--each", accounts, "--posts", posts, "--consent", "agreed", "--json"]

    def driver() -> CommandProcess:
        ray = ["--on", "ray", "--work-dir", work, "--hub", hub.endpoint]
        return CommandProcess(["publish", *shared, *ray], env=os.environ)

    def kill(process: CommandProcess) -> None:
        process.kill()
        process.wait()

    def sent() -> int:
        return sum("/commit/" in request.path for request in hub.requests)

    killed: list[str] = []  # nothing is killed twice: that would be its failure

    def stopped(process: CommandProcess, at_least: int, raylet: int | None = None) -> Training:
        """A training that has not been killed yet, which does not go on, when so much is published."""
        chosen: list[Training] = []

        def choose() -> bool:
            for training in trainings(work, raylet) if sent() >= at_least else ():
                if training.account not in killed:
                    with suppress(psutil.Error):
                        training.process.suspend()
                        if any(training.process.pid == one.process.pid for one in trainings(work, raylet)):
                            chosen.append(training)
                            return True
                        training.process.resume()  # it had ended just before
            return False

        until(choose, process)
        killed.append(chosen[-1].account)
        return chosen[-1]

    first = driver()
    until(lambda: bool(trainings(work)), first)
    kill(first)  # before anything was published; what it began goes on
    second = driver()
    stopped(second, 1).process.kill()
    kill(second)
    third = driver()
    first_node, second_node = (
        node.all_processes["raylet"][0].process.pid for node in (cluster[0].head_node, cluster[1])
    )
    # not on the second node, which has to have a training when it goes: a new worker may come after the last of them
    second_victim = stopped(third, 2, first_node)
    second_victim.worker.kill()
    second_victim.process.resume()  # so that it sees that it is alone, and ends
    third_victim = stopped(third, 4, second_node)
    cluster[0].remove_node(cluster[1], allow_graceful=False)
    third_victim.process.resume()
    until(lambda: sent() >= 6, third)
    kill(third)
    last = driver()
    out, errors = last.communicate(timeout=1800)
    assert last.wait() == 1, errors
    told = [json.loads(line) for line in out.splitlines()]
    result = told[-1]
    print(result, errors)  # shown where a test fails
    reasons = {one["repo_id"]: one["reason"] for one in result["notable"]}
    assert sorted(reasons) == ["me/broken", "me/short"]
    assert "@short has" in reasons["me/short"]
    assert "base" in reasons["me/broken"]
    assert {one["state"] for one in told[:-1]} >= {"waiting", "uploading", "done", "failed"}
    assert {name: commits(hub, f"me/{name}") for name in GOOD} == dict.fromkeys(GOOD, 1)

    with LocalHub(tmp_path / "alone") as alone:
        options = {"posts": posts, "consent": "agreed", "hub": alone.endpoint, "work_dir": tmp_path / "work-alone"}
        os.environ["HF_TOKEN"] = alone.token  # the fixture's monkeypatch puts it back
        one_by_one = publish_each(accounts, **options)  # type: ignore[arg-type]
        assert actions(one_by_one) == {"changed": 10, "failed": 2}
        assert weights(hub) == weights(alone)


def weights(hub: LocalHub) -> dict[str, str]:
    """The SHA-256 of each good account's weights."""
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    found = {name: api.get_paths_info(f"me/{name}", ["model.safetensors"])[0].lfs for name in GOOD}
    return {name: lfs.sha256 for name, lfs in found.items() if lfs is not None}
