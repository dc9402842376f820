"""Where trainings run: the same weights wherever it is, and what dies is begun again or is that job's failure."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import msgspec
import pytest
from huggingface_hub import HfApi

from hubtweets import LocalHub
from hubtweets._shared import disk
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import HubError, MissingExtraError, NotLoggedInError, OutputFolderError, UsageError
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange
from hubtweets.model import TrainingConfig
from hubtweets.model.trackers import DataFacts, TrackingConfig
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.executors.attempts import Failure, attempt
from hubtweets.publishing.executors.choice import open_executor
from hubtweets.publishing.executors.here import Here
from hubtweets.publishing.executors.interface import Executor, JobResult, write_texts
from hubtweets.publishing.executors.jobs import Jobs
from hubtweets.publishing.executors.processes import Processes
from hubtweets.publishing.executors.ray import Ray
from hubtweets.publishing.refresh import refresh
from hubtweets.publishing.target import Progression, TrainingJob
from hubtweets.publishing.watching import Watch
from tests.support.trackers import install

pytestmark = pytest.mark.filterwarnings("ignore:.*is experimental:UserWarning")  # huggingface_hub's jobs

TEXTS = [f"the tide of day {number} was late and nobody on the quay had noticed" for number in range(120)]


class Notes(Progress):
    """Keeps what was warned of."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def warn(self, text: str) -> None:
        self.warnings.append(text)


def job(folder: Path, name: str, base_model: str = "scratch:tiny") -> TrainingJob:
    path, digest = write_texts(folder / name, {name: [f"{name}: {text}" for text in TEXTS]})
    return TrainingJob(
        fingerprint=disk.sha256(name.encode()),
        posts=path,
        digest=digest,
        base_model=base_model,
        revision=None,
        endpoint="http://127.0.0.1:9",
        config=TrainingConfig(max_steps=2),
        folder=folder / name,
    )


def done(executor: Executor, jobs: list[TrainingJob], meanwhile: Callable[[], None] = lambda: None) -> list[JobResult]:
    for one in jobs:
        executor.submit(one)
        executor.submit(one)  # which is known
    meanwhile()
    return sorted(executor.results(), key=lambda result: result.job.folder.name)


def weights(result: JobResult) -> str:
    assert result.artifact is not None, result.error
    return disk.sha256(result.artifact.folder / "model.safetensors")


def kill_one() -> None:
    """SIGKILL for the first process that is seen."""
    deadline = time.monotonic() + 60
    while not (running := multiprocessing.active_children()):
        assert time.monotonic() < deadline
    assert running[0].pid is not None
    os.kill(running[0].pid, signal.SIGKILL)


@pytest.mark.slow
def test_processes_give_the_weights_of_one_after_the_other_and_one_is_killed(tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    broken = str(tmp_path / "broken")
    names = ("anna", "bert", "carl")
    notes = Notes()
    alone = done(Here(progress=notes), [job(tmp_path / "alone", name) for name in names])
    assert {told.partition(": ")[0] for told in notes.warnings} == {result.job.whose for result in alone}
    jobs = [*(job(tmp_path / "apart", name) for name in names), job(tmp_path / "apart", "dora", broken)]
    *good, failed = done(Processes(2), jobs, kill_one)
    assert [weights(result) for result in good] == [weights(result) for result in alone]
    assert failed.artifact is None
    assert "broken" in str(failed.error)


TRACKER = """
class Tracker:
    def __init__(self, folder, config): pass
    def check(self): pass
    def start(self, run): raise RuntimeError("no room")
    def __getattr__(self, name): return lambda *_: None
"""


@pytest.mark.slow
def test_what_a_training_elsewhere_warns_of_is_told_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tracking = TrackingConfig(trackers=(install(tmp_path / "site", TRACKER, monkeypatch),))
    tracked = msgspec.structs.replace(
        job(tmp_path, "anna"), tracking=tracking, data=DataFacts(handles=("anna",), facts={})
    )
    progress = Notes()
    (result,) = done(Processes(1, progress=progress), [tracked])
    assert result.artifact is not None
    assert [told for told in progress.warnings if "no room" in told] == progress.warnings[:1]
    assert progress.warnings[0].startswith("@anna: others: RuntimeError: no room; ")


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
def test_a_job_whose_process_dies_each_time_is_that_jobs_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hubtweets.publishing.executors.child._work", die)
    (result,) = done(Processes(1), [job(tmp_path, "anna")])
    assert result.artifact is None
    assert "SIGKILL" in str(result.error)
    assert "2 times" in str(result.error)


@pytest.mark.slow
def test_a_training_that_takes_too_long_is_that_jobs_failure(tmp_path: Path) -> None:
    (result,) = done(Processes(1, seconds=0.01), [job(tmp_path, "anna")])
    assert "hours that a training may take" in str(result.error)
    (again,) = done(Processes(1, seconds=3600.0), [job(tmp_path, "anna")])  # with more time, it goes on
    assert again.artifact is not None, again.error


@pytest.mark.slow
def test_ray_gives_the_weights_of_one_after_the_other_and_ends_what_takes_too_long(tmp_path: Path, ray: Any) -> None:
    ray.init(num_cpus=1, object_store_memory=80_000_000, include_dashboard=False, log_to_driver=False)
    try:
        (tmp_path / "broken").mkdir()
        alone = done(Here(), [job(tmp_path / "alone", "anna")])
        jobs = [job(tmp_path / "apart", "anna"), job(tmp_path / "apart", "dora", str(tmp_path / "broken"))]
        good, failed = done(Ray(), jobs)
        (late,) = done(Ray(seconds=0.01), [job(tmp_path / "late", "emil")])
    finally:
        ray.shutdown()
    assert [weights(good)] == [weights(result) for result in alone]
    assert "broken" in str(failed.error)
    assert "hours that a training may take" in str(late.error)


@pytest.mark.slow
def test_ray_tells_memory_that_ran_out_from_other_deaths(
    tmp_path: Path, ray: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_memory_usage_threshold", "0.0001")  # every node is always over it
    monkeypatch.setenv("RAY_memory_monitor_refresh_ms", "200")
    ray.init(num_cpus=1, object_store_memory=80_000_000, include_dashboard=False, log_to_driver=False)
    try:
        (result,) = done(Ray(), [job(tmp_path, "anna")])
    finally:
        ray.shutdown()
    assert str(result.error).startswith("Its node ran out of memory, 2 times.")


@pytest.mark.thorough
def test_large_files_go_to_the_hub_from_where_they_were_made(hub: LocalHub, tmp_path: Path) -> None:
    one = msgspec.structs.replace(job(tmp_path, "anna"), endpoint=hub.endpoint, repo_id="me/anna", private=True)
    ended = attempt(one, uploads=True)
    assert ended.artifact is not None, ended.failure
    assert ended.uploaded is not None, ended.warnings
    assert ended.uploaded.created
    weights_file = ended.artifact.folder / "model.safetensors"
    digest = disk.sha256(weights_file)
    assert ended.uploaded.files["model.safetensors"].sha256 == digest
    weights_file.unlink()  # whoever commits never reads it
    with HubClient(hub.endpoint, hub.token) as client:
        change = RepoChange(files={}, stored=ended.uploaded.files)
        client.update_repo("me/anna", lambda _: change, message="Trained elsewhere")
        assert client.list_files("me/anna")["model.safetensors"].sha256 == digest


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as served:
        monkeypatch.setenv("HF_TOKEN", served.token)
        yield served


def on_the_hub(hub: LocalHub, progress: Progress = SILENT) -> Jobs:
    return Jobs(flavor="cpu-basic", hours=1.5, token=hub.token, progress=progress)


def left_on(hub: LocalHub) -> list[str]:
    """The data sets of the Hub, and the files in its bucket."""
    names = [one.id for one in HfApi(endpoint=hub.endpoint, token=hub.token).list_datasets(author=hub.user)]
    bucket = hub.folder / "buckets" / hub.user / "hubtweets-state"
    return names + [str(path) for path in bucket.rglob("*") if path.is_file()]


@pytest.mark.slow
def test_jobs_of_the_hub_give_the_model_of_one_after_the_other(hub: LocalHub, tmp_path: Path) -> None:
    """The job is a process of the local Hub; nothing of it stays there."""
    one = msgspec.structs.replace(job(tmp_path / "alone", "anna"), config=TrainingConfig(max_steps=400))
    (alone,) = done(Here(), [one])
    far = msgspec.structs.replace(
        job(tmp_path / "apart", "anna"), endpoint=hub.endpoint, repo_id="me/anna", private=True, gguf=("f16",),
        config=TrainingConfig(max_steps=400),
    )  # fmt: skip
    told: list[Progression] = []
    watch = Watch(told.append)
    watch.add(far, "me/anna")
    watch.start()
    (there,) = done(on_the_hub(hub), [far])
    watch.stop()
    assert there.artifact is not None, there.error
    assert alone.artifact is not None
    there_run, alone_run = there.artifact.run, alone.artifact.run
    assert there_run.metrics == pytest.approx(alone_run.metrics, rel=1e-3)  # it may have more threads
    assert there_run.hyperparameters == alone_run.hyperparameters
    assert [sample.prompt for sample in there.artifact.samples] == [sample.prompt for sample in alone.artifact.samples]
    assert there.uploaded is not None
    assert there.uploaded.created
    assert {"model.safetensors", "gguf/anna-F16.gguf"} <= there.uploaded.files.keys()  # sent from the job, not by us
    assert not (far.folder / "model" / "model.safetensors").exists()
    assert there.artifact.files.keys() | there.uploaded.files.keys() == {*alone.artifact.files, "gguf/anna-F16.gguf"}
    assert any(one.state == "training" and one.step and one.seconds_left is not None for one in told), told
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    (made,) = api.list_jobs(namespace=hub.user)
    assert (made.status.stage, made.flavor) == ("COMPLETED", "cpu-basic")
    about = httpx2.get(
        f"{hub.endpoint}/api/jobs/{hub.user}/{made.id}", headers={"Authorization": f"Bearer {hub.token}"}
    )
    assert about.json()["timeout"] == 5400  # never the Hub's own 30 minutes
    assert left_on(hub) == []


@pytest.mark.slow
def test_a_job_that_dies_is_begun_again_and_found_again(hub: LocalHub, tmp_path: Path) -> None:
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    far = msgspec.structs.replace(job(tmp_path, "anna"), endpoint=hub.endpoint)
    stopped = on_the_hub(hub)
    stopped.submit(far)  # whoever submitted it is gone before its end
    progress = Notes()
    executor = on_the_hub(hub, progress)
    executor.submit(far)
    (first,) = api.list_jobs(namespace=hub.user)
    api.cancel_job(job_id=first.id, namespace=hub.user)
    (result,) = executor.results()
    assert result.artifact is not None, result.error
    assert [told for told in progress.warnings if first.id in told] == progress.warnings[:1]
    assert len(list(api.list_jobs(namespace=hub.user))) == 2
    assert left_on(hub) == []


@pytest.mark.slow
def test_a_job_that_fails_is_that_jobs_failure(hub: LocalHub, tmp_path: Path) -> None:
    far = msgspec.structs.replace(job(tmp_path, "anna", str(tmp_path / "broken")), endpoint=hub.endpoint)
    (result,) = done(on_the_hub(hub), [far])
    assert result.artifact is None
    assert "broken" in str(result.error)
    assert [name for name in left_on(hub) if name.startswith(hub.user)] == []


def test_jobs_of_the_hub_need_a_token_and_are_refused_one_by_one(hub: LocalHub, tmp_path: Path) -> None:
    with pytest.raises(NotLoggedInError):
        open_executor(PublishConfig(on="jobs"))
    executor = open_executor(PublishConfig(on="jobs"), token="hf_nobodys")
    (result,) = done(executor, [msgspec.structs.replace(job(tmp_path, "anna"), endpoint=hub.endpoint)])
    assert isinstance(result.error, HubError)


def test_posts_go_to_no_mailbox_that_is_public(hub: LocalHub, tmp_path: Path) -> None:
    sent = job(tmp_path, "one")
    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    mailbox = f"{hub.user}/hubtweets-job-{sent.fingerprint[:24]}"
    api.create_repo(mailbox, repo_type="dataset", private=False)
    (result,) = done(on_the_hub(hub), [msgspec.structs.replace(sent, endpoint=hub.endpoint)])
    assert f"{mailbox} is public; posts are kept in a private data set alone." in str(result.error)
    assert api.list_repo_files(mailbox, repo_type="dataset") == [".gitattributes"]


def test_what_trainings_could_run_on_is_told() -> None:
    with pytest.raises(UsageError, match="moon"):
        open_executor(PublishConfig(on="moon"))
    assert isinstance(open_executor(PublishConfig()), Here)
    assert isinstance(open_executor(PublishConfig(jobs=2)), Processes)


def test_a_disk_that_cannot_be_written_is_no_fault_of_a_job() -> None:
    assert isinstance(Failure("full", path=Path("/x")).error(), OutputFolderError)
    assert not isinstance(Failure("odd").error(), OutputFolderError | MissingExtraError)


@pytest.mark.slow
def test_refresh_with_processes_makes_one_commit_for_each_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("anna", "bert", "carl")
    tables = []
    for name in names:
        rows = [] if name == "carl" else [f"{name} says that {text}" for text in TEXTS]
        (tmp_path / f"{name}.csv").write_text("\n".join(["text", *rows, "too little of it"]) + "\n")
        tables.append(f'[[models]]\nhandles = ["{name}"]\nposts = ["{tmp_path / name}.csv"]\nrepo_id = "me/{name}"\n')
    project = tmp_path / "hubtweets.toml"
    defaults = '[defaults]\nbase_model = "scratch:tiny"\ntraining = { max_steps = 2 }\n'
    project.write_text("\n".join([defaults, *tables]))
    with LocalHub(tmp_path / "hub") as hub:
        monkeypatch.setenv("HF_TOKEN", hub.token)
        result = refresh(project, hub=hub.endpoint, jobs=2)
        again = refresh(project, hub=hub.endpoint, jobs=2)
        api = HfApi(endpoint=hub.endpoint, token=hub.token)
        commits = {name: len(api.list_repo_commits(f"me/{name}")) for name in names[:2]}
    actions = {action: count for action, count in result.totals.actions.items() if count}
    assert actions == {"changed": 2, "failed": 1}, result.notable
    assert again.totals.actions["changed"] == 0
    assert commits == {"anna": 2, "bert": 2}  # the one that makes a repo, and ours
