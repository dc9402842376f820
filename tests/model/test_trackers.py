"""Runs at W&B and trackio: the real SDKs, W&B's server as it answers on loopback, and trackio's own server."""

from __future__ import annotations

import getpass
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hubtweets.card import render
from hubtweets.errors import MissingExtraError, TrackerError, TrackingFolderError, UsageError
from hubtweets.model import SCRATCH, TrainingConfig, find_base_model, fine_tune
from hubtweets.model.trackers import (
    PATIENCE,
    DataFacts,
    Trackers,
    TrackingConfig,
    delete_runs,
    find_runs,
    has_unsent,
    sync,
)
from hubtweets.publishing.tracking import with_tracked
from hubtweets.record import Account, ModelRecord, Sample, TrackedRun
from tests.support.trackers import install as install_tracker
from tests.support.wandb_server import KEY, WandbServer

from .conftest import Notes

pytest.importorskip("wandb", reason="needs the extra wandb")
pytest.importorskip("trackio", reason="needs the extra trackio")

POST = "the heron waits for the narrow bridge at noon"
TOKEN = "hf_thisTokenIsNobodysAndStaysHere00000"
DATA = DataFacts(handles=("Keeper",), facts={"kept": 12, "digest": "d1"}, posts={"Keeper": [POST]})
SAMPLES = (Sample(prompt="My dream is", text=" a long winter"), Sample(prompt="Today I", text=" sing"))
COMMIT = "c0ffee" * 6 + "c0ff"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[WandbServer]:
    with WandbServer() as server:
        for name, value in server.env.items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of the developer's own trackers is seen."""
    for name in os.environ:
        if name.startswith(("WANDB_", "TRACKIO_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("TRACKIO_DIR", str(tmp_path / "trackio"))


def a_training(
    folder: Path, notes: Notes, *names: str, stop_after_start: Any = None, patience: float = 90, **config: Any
) -> Any:
    """What a publish tells its trackers, from the data set to the commit."""
    with Trackers.open(TrackingConfig(trackers=names, **config), folder, notes, patience=patience) as trackers:
        trackers.data(DATA)
        trackers.training({"learning_rate": 0.001, "num_train_epochs": 2})
        trackers.log(0, 0.0, {"eval_loss": 5.5})
        trackers.tracked()  # a real training leaves them time to start
        if stop_after_start is not None:
            stop_after_start()
        trackers.log(10, 1.0, {"loss": 4.25})
        trackers.log(20, 2.0, {"eval_loss": 3.75})
        trackers.samples(SAMPLES)
        tracked = trackers.tracked()
        trackers.published("me/keeper", COMMIT, "https://huggingface.co", ["config.json", "model.safetensors"])
    return tracked, trackers.unsent()


@pytest.mark.slow
def test_a_training_is_at_wandb_as_the_notebook_left_it(server: WandbServer, tmp_path: Path, notes: Notes) -> None:
    tracked, unsent = a_training(tmp_path / "run", notes, "wandb")
    assert (notes.warnings, unsent, server.unknown) == ([], (), [])
    runs = {run["displayName"]: (key, run) for key, run in server.runs.items()}
    assert sorted(runs) == ["@keeper-preprocess", "@keeper-train"]
    assert {run["jobType"] for _, run in runs.values()} == {"preprocess", "train"}
    assert {project for _, project, _ in server.runs} == {"huggingtweets"}
    config = json.loads(runs["@keeper-train"][1]["config"])
    assert {name: config[name]["value"] for name in config if name != "_wandb"} == {
        "learning_rate": 0.001,
        "num_train_epochs": 2,
    }
    history = [json.loads(row) for row in _history(server)]
    losses = [
        (row["train/global_step"], row.get("train/loss"), row.get("eval/loss"))
        for row in history
        if "train/global_step" in row
    ]
    assert losses[:3] == [(0, None, 5.5), (10, 4.25, None), (20, None, 3.75)]
    tables = [json.loads(body) for body in server.bodies("/put/run/media/table/samples")]
    assert [table["columns"] for table in tables] == [["Prompt", "Text"]]
    assert tables[0]["data"] == [["My dream is", " a long winter"], ["Today I", " sing"]]

    artifacts = {one["artifactCollectionName"]: one for one in server.artifacts.values()}
    assert {"dataset-keeper", "model-keeper"} <= artifacts.keys()
    assert json.loads(artifacts["dataset-keeper"]["metadata"]) == DATA.facts
    manifest = next(body for body in server.bodies("/put/manifest") if "model.safetensors" in body)
    addresses = {entry["ref"] for entry in json.loads(manifest)["contents"].values()}
    base = f"https://huggingface.co/me/keeper/resolve/{COMMIT}"
    assert addresses == {f"{base}/config.json", f"{base}/model.safetensors"}
    assert [run.role for run in tracked] == ["data", "training"]
    for address in _addresses(tracked):
        assert urllib.request.urlopen(address).status == 200
    for run in tracked:
        assert re.fullmatch(rf"{server.url}/[\w-]+/huggingtweets/runs/\w{{8}}", run.url)
        assert urllib.request.urlopen(f"{run.url}/artifacts").status == 200

    for template in ("huggingtweets-2021-03", "huggingtweets-2021-05", "hubtweets@2"):
        known = ModelRecord(repo_id="me/keeper", accounts=(Account(handle="keeper", name="K"),), template=template)
        card = render(with_tracked(known, tracked))
        links = set(re.findall(r"\]\((http://127[^)]+)\)", card))
        data, training = (run.url for run in tracked)
        seeds = {f"{data}/artifacts", training, f"{training}/artifacts"}
        assert links == seeds if template.startswith("huggingtweets") else links > {data, training}, template
        assert {urllib.request.urlopen(link).status for link in links} == {200}

    gone = TrackedRun(tracker="wandb", role="training", url=f"{server.url}/alice-team/huggingtweets/runs/nobodys")
    outcome = delete_runs([*tracked, gone], tmp_path / "delete")
    assert (server.runs, server.artifacts, server.unknown) == ({}, {}, [])
    assert [outcome[run.url] for run in tracked] == [None, None]
    assert isinstance(outcome[gone.url], TrackerError)


def _history(server: WandbServer) -> list[str]:
    rows = []
    for body in server.bodies("/file_stream"):
        rows += json.loads(body).get("files", {}).get("wandb-history.jsonl", {"content": []})["content"]
    return rows


def _addresses(tracked: tuple[TrackedRun, ...]) -> list[str]:
    return [address for run in tracked for address in (run.url, *run.artifacts.values())]


@pytest.mark.slow
def test_nothing_of_the_machine_or_the_posts_is_sent(
    server: WandbServer, tmp_path: Path, notes: Notes, isolated: Path, trackio_server: Any
) -> None:
    a_training(tmp_path / "run", notes, "wandb", "trackio")
    a_training(tmp_path / "later", notes, "wandb-offline")
    sync(tmp_path / "later")
    assert notes.warnings == []
    sent = server.sent() + trackio_server.stored()
    assert "eval/loss" in server.sent()
    assert "eval/loss" in trackio_server.stored()
    private = {TOKEN, KEY, POST, str(tmp_path), str(isolated), str(Path.cwd()), sys.executable, "/tmp/", "/home/"}
    assert [secret for secret in private if secret in sent] == []
    for word in (socket.gethostname(), getpass.getuser()):
        assert re.search(rf'[":]\s*"?{re.escape(word)}\b', sent) is None, word


@pytest.mark.slow
def test_the_posts_go_along_where_that_is_asked_for(server: WandbServer, tmp_path: Path, notes: Notes) -> None:
    a_training(tmp_path / "run", notes, "wandb", posts=True)
    assert [json.loads(body) for body in server.bodies("/put/artifact/posts-keeper.jsonl")] == [{"text": POST}]


@pytest.mark.slow
def test_a_server_that_never_answers_costs_seconds_and_the_link(
    server: WandbServer, tmp_path: Path, notes: Notes
) -> None:
    server.silent = True
    began = time.monotonic()
    tracked, unsent = a_training(tmp_path / "run", notes, "wandb", patience=PATIENCE)
    assert time.monotonic() - began < 15
    assert (tracked, unsent) == ((), ("wandb",))
    assert len(notes.warnings) == 1
    assert notes.warnings[0].startswith("wandb: ")


@pytest.mark.slow
def test_a_dead_server_costs_seconds_and_the_link(
    tmp_path: Path, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setenv("WANDB_BASE_URL", f"http://127.0.0.1:{unused.getsockname()[1]}")
        monkeypatch.setenv("WANDB_API_KEY", KEY)
        began = time.monotonic()
        tracked, _ = a_training(tmp_path / "run", notes, "wandb", patience=PATIENCE)
    assert time.monotonic() - began < 15
    assert (tracked, len(notes.warnings)) == ((), 1)


@pytest.mark.slow
def test_a_server_that_dies_in_the_middle_is_warned_of_and_can_have_the_rest_later(
    server: WandbServer, tmp_path: Path, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    tracked, unsent = a_training(tmp_path / "run", notes, "wandb", stop_after_start=server.stop, patience=PATIENCE)
    assert time.monotonic() - began < 25  # of which the start takes some
    assert [run.role for run in tracked] == ["data", "training"]  # the server had given both addresses
    assert (unsent, len(notes.warnings)) == (("wandb",), 1)
    with WandbServer() as again:
        monkeypatch.setenv("WANDB_BASE_URL", again.url)
        sent = sync(tmp_path / "run")
        assert (sent.repo_id, [run.role for run in sent.tracked]) == ("me/keeper", ["data", "training"])
        assert any('"train/loss\\":4.25' in body or "4.25" in body for body in again.bodies("/file_stream"))


def test_no_key_is_told_before_training(tmp_path: Path, notes: Notes) -> None:
    with pytest.raises(TrackerError, match="API key") as raised:
        a_training(tmp_path / "run", notes, "wandb")
    assert "--track wandb-offline" in (raised.value.hint or "")


@pytest.mark.slow
def test_an_offline_run_gets_its_links_when_it_is_sent(server: WandbServer, tmp_path: Path, notes: Notes) -> None:
    tracked, unsent = a_training(tmp_path / "run", notes, "wandb-offline")
    assert (tracked, unsent, server.received, notes.warnings) == ((), ("wandb-offline",), [], [])
    sent = sync(tmp_path / "run")
    assert (sent.repo_id, sent.endpoint) == ("me/keeper", "https://huggingface.co")
    assert [(run.tracker, run.role) for run in sent.tracked] == [("wandb", "data"), ("wandb", "training")]
    for run in sent.tracked:
        assert urllib.request.urlopen(run.url).status == 200
    names = {one["artifactCollectionName"] for one in server.artifacts.values()}
    assert {"dataset-keeper", "model-keeper"} <= names
    assert sync(tmp_path / "run").tracked == sent.tracked  # again: the same runs
    with pytest.raises(TrackingFolderError):
        sync(tmp_path / "elsewhere")


@pytest.mark.slow
def test_a_resumed_training_resumes_its_runs(server: WandbServer, tmp_path: Path, notes: Notes) -> None:
    first: list[TrackedRun] = []

    def interrupted() -> None:
        with Trackers.open(TrackingConfig(trackers=("wandb",)), tmp_path, notes, patience=90) as trackers:
            trackers.data(DATA)
            trackers.training({"learning_rate": 0.001})
            trackers.log(0, 0.0, {"eval_loss": 5.5})
            first.extend(trackers.tracked())
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    again, _ = a_training(tmp_path, notes, "wandb")
    assert [run.url for run in again] == [run.url for run in first]
    assert (len(server.runs), notes.warnings) == (2, [])
    assert {run["starts"] for run in server.runs.values()} == {2}


# -- trackio ----------------------------------------------------------------------------------------------------------


class TrackioServer:
    """trackio's own server, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        program = (
            "import sys, trackio\n"
            f"trackio.show(host='127.0.0.1', server_port={self.port}, open_browser=False, block_thread=False)\n"
            "print('ready', flush=True)\nsys.stdin.read()\n"
        )
        env = {**os.environ, "TRACKIO_DIR": str(folder), "TRACKIO_WRITE_TOKEN": KEY}
        self.process = subprocess.Popen(
            [sys.executable, "-c", program], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        assert any(line == "ready\n" for line in self.process.stdout)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stored(self) -> str:
        """Everything that the server has written, to be searched."""
        files = [path for path in sorted(self.folder.rglob("*")) if path.is_file()]
        return "\n".join(path.read_bytes().decode("utf-8", "replace") for path in files)

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def trackio_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TrackioServer]:
    server = TrackioServer(tmp_path / "served")
    monkeypatch.setenv("TRACKIO_SERVER_URL", server.url)
    monkeypatch.setenv("TRACKIO_WRITE_TOKEN", KEY)
    yield server
    server.stop()


@pytest.mark.thorough
def test_trackio_stays_on_this_machine_and_has_no_link(tmp_path: Path, notes: Notes) -> None:
    tracked, unsent = a_training(tmp_path / "run", notes, "trackio")
    assert (tracked, unsent, notes.warnings) == ((), (), [])
    program = (
        "import json; from trackio.sqlite_storage import SQLiteStorage as s; "
        "print(json.dumps([s.get_logs('huggingtweets', '@keeper-train'), s.list_artifacts('huggingtweets')]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    logs, artifacts = json.loads(done.stdout.splitlines()[-1])
    assert [(row["step"], row["train/loss"]) for row in logs if "train/loss" in row] == [(10, 4.25)]
    assert sorted(one["name"] for one in artifacts) == ["dataset-keeper", "model-keeper"]


@pytest.mark.slow
def test_trackio_on_a_server_has_links_there(trackio_server: TrackioServer, tmp_path: Path, notes: Notes) -> None:
    tracked, _ = a_training(tmp_path / "run", notes, "trackio")
    assert notes.warnings == []
    assert [run.url for run in tracked] == [
        f"{trackio_server.url}/?project=huggingtweets&runs=%40keeper-{job}" for job in ("preprocess", "train")
    ]
    assert {urllib.request.urlopen(run.url).status for run in tracked} == {200}
    assert set(delete_runs(tracked, tmp_path / "delete").values()) == {None}


@pytest.mark.slow
def test_a_dead_server_of_trackio_costs_seconds_and_the_link(
    trackio_server: TrackioServer, tmp_path: Path, notes: Notes
) -> None:
    trackio_server.stop()
    began = time.monotonic()
    tracked, unsent = a_training(tmp_path / "run", notes, "trackio", patience=PATIENCE)
    assert time.monotonic() - began < 15
    assert (tracked, unsent, len(notes.warnings)) == ((), ("trackio",), 1)


# -- trackers of other packages ---------------------------------------------------------------------------------------

PLUGIN = """
import os, time

class Tracker:
    def __init__(self, folder, config): pass
    def check(self): pass
    def start(self, run): return "https://tracker.example/" + run.role
    def log(self, losses): {behaviour}
    def table(self, table): pass
    def artifact(self, artifact): return None
    def finish(self, failed): pass
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Another package's tracker, installed in a folder on the path."""

    def install(behaviour: str) -> str:
        return install_tracker(tmp_path / "site", PLUGIN.format(behaviour=behaviour), monkeypatch)

    return install


def test_another_packages_tracker_comes_through_the_same_door(plugin: Any, tmp_path: Path, notes: Notes) -> None:
    tracked, _ = a_training(tmp_path / "run", notes, plugin("pass"))
    assert [(run.tracker, run.url) for run in tracked] == [
        ("others", "https://tracker.example/data"),
        ("others", "https://tracker.example/training"),
    ]
    assert notes.warnings == []
    with pytest.raises(UsageError, match="mlflow"):
        a_training(tmp_path / "run", notes, "mlflow")


@pytest.mark.slow
def test_a_real_training_tells_its_losses_hyperparameters_and_samples(
    plugin: Any, tmp_path: Path, texts: list[str], quick: TrainingConfig, notes: Notes
) -> None:
    name = plugin("open('log', 'a').write(f'{losses.step} {losses.values}\\n')")
    told: list[Any] = []

    class Recording(Trackers):
        def training(self, hyperparameters: Any) -> None:
            told.append(dict(hyperparameters))
            super().training(hyperparameters)

        def samples(self, samples: Any) -> None:
            told.append(tuple(samples))
            super().samples(samples)

    base = find_base_model(SCRATCH)
    with Recording.open(TrackingConfig(trackers=(name,)), tmp_path / "run", notes, patience=90) as trackers:
        trackers.data(DATA)
        artifact = fine_tune({"keeper": texts}, base, quick, tmp_path / "run", trackers=trackers)
    assert told == [artifact.run.hyperparameters, artifact.samples]
    rows = (tmp_path / "run" / "tracking" / name / "log").read_text("utf-8").splitlines()
    logged = {int(row.split()[0]): float(row.split()[2].rstrip(",")) for row in rows if "eval/loss" in row}
    assert logged == {entry.step: pytest.approx(entry.eval_loss, abs=1e-4) for entry in artifact.run.log_history}
    assert notes.warnings == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        ("raise ValueError('no: token=abc123')", r"ValueError: no: token=\*\*\*;"),
        ("os._exit(3)", "its process ended"),
        ("time.sleep(1000)", "did not answer in time"),
    ],
)
def test_a_tracker_that_fails_crashes_or_hangs_is_left_alone(
    plugin: Any, behaviour: str, words: str, tmp_path: Path, notes: Notes
) -> None:
    began = time.monotonic()
    a_training(tmp_path / "run", notes, plugin(behaviour), patience=PATIENCE)
    assert time.monotonic() - began < 15
    assert len(notes.warnings) == 1
    assert re.search(words, notes.warnings[0])


def test_an_extra_that_is_missing_is_named(tmp_path: Path, notes: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as u\nreal = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'wandb' else real(name, *a)\n",
        "utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(hidden))
    with pytest.raises(MissingExtraError, match="wandb"):
        a_training(tmp_path / "run", notes, "wandb")


def test_a_folder_of_something_else_keeps_no_runs(tmp_path: Path) -> None:
    (tmp_path / "tracking" / "wandb").mkdir(parents=True)
    (tmp_path / "tracking" / ".DS_Store").write_bytes(b"\0")
    assert not has_unsent(tmp_path)
    with pytest.raises(TrackingFolderError, match="Nothing that a tracker kept"):
        sync(tmp_path)
    (tmp_path / "tracking" / "wandb" / "runs.json").write_bytes(b'{"runs": []}')
    with pytest.raises(TrackingFolderError, match="does not hold the runs"):
        sync(tmp_path)


# -- runs of other programs -------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_run_of_a_folder_trained_elsewhere_is_found(server: WandbServer, tmp_path: Path, notes: Notes) -> None:
    program = (
        "import wandb; run = wandb.init(project='others', id='theirs01', settings=wandb.Settings(console='off'));"
        "run.config.update({'output_dir': 'out'}); run.finish()"
    )
    (tmp_path / "out").mkdir()
    (tmp_path / "other").mkdir()
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True, capture_output=True)
    (found,) = find_runs(tmp_path / "out", tmp_path / "work", notes)
    assert (found.tracker, found.role) == ("wandb", "training")
    assert found.url == f"{server.url}/alice-team/others/runs/theirs01"
    assert find_runs(tmp_path / "other", tmp_path / "work2", notes) == ()  # the same latest-run, another output_dir
    server.runs.clear()
    assert find_runs(tmp_path / "out", tmp_path / "work3", notes) == ()  # the server knows it no more
    assert len(notes.warnings) == 1
