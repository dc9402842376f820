"""Jobs, scheduled jobs and webhooks through huggingface_hub, run for real as processes of this machine."""

from __future__ import annotations

import os
import select
import signal
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import HfApi, JobInfo, Volume
from huggingface_hub.errors import HfHubHTTPError

from hubtweets.localhub import LocalHub

pytestmark = pytest.mark.filterwarnings("ignore:.*is experimental:UserWarning")
SECRET = "hf_" + "secret" * 5


class Clock:
    """Time that goes on only when it is told."""

    def __init__(self) -> None:
        self.now = 1_736_928_000.0  # 2025-01-15 08:00 UTC

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def house(tmp_path: Path, clock: Clock) -> Iterator[LocalHub]:
    """A Hub whose time stands still."""
    with LocalHub(tmp_path / "hub", clock=clock) as running:
        yield running


@pytest.fixture
def api(house: LocalHub) -> HfApi:
    return HfApi(endpoint=house.endpoint, token=house.token)


def python(api: HfApi, script: str, **options: Any) -> JobInfo:
    return api.run_job(image="python:3.12", command=["python", "-c", script], **options)


def done(api: HfApi, job: JobInfo) -> tuple[str, str | None, list[str]]:
    """The stage, message and output of a job at its end."""
    ended = api.wait_for_job(job.id, poll_interval=0.05, timeout=60)
    return ended.status.stage, ended.status.message, list(api.fetch_job_logs(job_id=job.id, follow=True))


def test_a_job_runs_and_its_secrets_are_its_own(api: HfApi, house: LocalHub) -> None:
    script = "import os; print(os.environ['A'], len(os.environ['HF_TOKEN'])); print(os.environ['HF_TOKEN'], flush=True)"
    script += (
        "; print(os.environ['HF_ENDPOINT'], 'JOB_ID' in os.environ, os.path.exists(os.path.expanduser('~/.cache')))"
    )
    job = python(api, script, env={"A": "x"}, secrets={"HF_TOKEN": SECRET}, labels={"kind": "one"}, name="first")
    stage, message, logs = done(api, job)
    assert (stage, message) == ("COMPLETED", None)
    assert logs == [f"x {len(SECRET)}", "***", f"{house.endpoint} True False"]
    assert list(api.fetch_job_logs(job_id=job.id, tail=1)) == logs[-1:]
    info = api.inspect_job(job_id=job.id)
    assert (info.secrets, info.environment, info.owner.name, info.initiator.type) == (
        ["HF_TOKEN"],
        {"A": "x"},
        "me",
        "user",
    )
    assert [one.id for one in api.list_jobs(namespace="me", labels={"kind": "one"}, status="completed")] == [job.id]
    assert list(api.list_jobs(namespace="me", labels={"kind": "two"})) == []
    for path in (house.folder / "jobs").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
        assert path.suffix != ".log" or SECRET not in path.read_text()


def test_all_of_a_long_log(api: HfApi) -> None:
    logs = done(api, python(api, "for n in range(30): print(n, 'x' * 60_000)"))[2]
    assert [line.partition(" ")[0] for line in logs] == [str(n) for n in range(30)]


def test_a_job_that_dies(api: HfApi) -> None:
    stage, message, logs = done(api, python(api, "import sys; print('so far'); sys.exit(3)"))
    assert (stage, message, logs) == ("ERROR", "Job failed with exit code: 3", ["so far"])
    assert done(api, python(api, f"import os; os.kill(os.getpid(), {signal.SIGKILL})"))[0] == "ERROR"
    stage, message, _ = done(api, api.run_job(image="ubuntu", command=["no-such-program"]))
    assert stage == "ERROR"
    assert "no-such-program" in str(message)
    again = (
        "import os, pathlib; p = pathlib.Path('tried'); n = p.exists(); p.touch(); print(n); raise SystemExit(not n)"
    )
    assert done(api, python(api, again, attempts=2)) == ("COMPLETED", None, ["False", "True"])


def test_time_is_limited_with_all_that_was_started(api: HfApi, clock: Clock, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"  # its other end is open for as long as any of them lives
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    script = f"import os, subprocess, sys, time; pipe = os.open({str(pipe)!r}, os.O_WRONLY)"
    script += "; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'], pass_fds=[pipe])"
    script += "; print('on', flush=True); time.sleep(600)"
    job = python(api, script, timeout="2h")
    assert next(iter(api.fetch_job_logs(job_id=job.id, follow=True))) == "on"
    assert api.inspect_job(job_id=job.id).status.stage == "RUNNING"
    clock.now += 7199
    assert api.inspect_job(job_id=job.id).status.stage == "RUNNING"
    clock.now += 1
    stage, message, _ = done(api, job)
    assert (stage, message) == ("ERROR", "Job timeout: it ran for 7200 seconds")
    assert select.select([held], [], [], 60)[0]
    assert os.read(held, 1) == b""
    os.close(held)
    info = api.inspect_job(job_id=job.id)
    assert info.durations is not None
    assert info.durations.running_secs == 7200
    job = python(api, "import time; time.sleep(600)")  # without a limit of its own it has the Hub's
    api.wait_for_job(job.id, stages=["RUNNING"], poll_interval=0.05)
    clock.now += 1800
    assert done(api, job)[1] == "Job timeout: it ran for 1800 seconds"


def test_cancel_and_rerun(api: HfApi) -> None:
    job = python(api, "import time; print('on', flush=True); time.sleep(600)")
    assert next(iter(api.fetch_job_logs(job_id=job.id, follow=True))) == "on"
    api.cancel_job(job_id=job.id)
    assert done(api, job)[0] == "CANCELED"
    api.cancel_job(job_id=job.id)  # harmless
    again = api.rerun_job(job_id=job.id)
    assert again.initiator is not None
    assert again.initiator.type == "duplicated-job"
    api.cancel_job(job_id=again.id)


def test_uv_jobs(api: HfApi, tmp_path: Path) -> None:
    job = api.run_uv_job(
        "hubtweets", script_args=["--version"], dependencies=["hubtweets[train]"], python="3.12", timeout=60
    )
    stage, _, logs = done(api, job)
    assert (stage, logs[0].startswith("hubtweets ")) == ("COMPLETED", True)
    job = api.run_uv_job("https://example.org/train.py")
    assert "is not fetched" in str(done(api, job)[1])


def test_a_bucket_is_a_folder_that_stays(api: HfApi, house: LocalHub) -> None:
    api.create_bucket("me/state", private=True)
    api.create_bucket("me/state", private=True, exist_ok=True)
    volume = [Volume(type="bucket", source="me/state", mount_path="/state")]
    write = "import os, pathlib, sys; f = pathlib.Path(os.environ['STATE'], 'a.txt'); f.parent.mkdir()"
    write += "; f.write_text(sys.argv[1])"
    command = ["python", "-c", write, "--out=/state/x"]
    job = api.run_job(image="python", command=command, env={"STATE": "/state/sub"}, volumes=volume)
    assert done(api, job)[0] == "COMPLETED"
    kept = house.folder / "buckets/me/state"
    assert (kept / "sub/a.txt").read_text() == f"--out={kept}/x"
    assert api.bucket_info("me/state").total_files == 1


def test_scheduled_jobs(api: HfApi, house: LocalHub, clock: Clock) -> None:
    made = api.create_scheduled_uv_job(
        "hubtweets", script_args=["--version"], schedule="37 9 * * *", timeout="1h", secrets={"HF_TOKEN": SECRET},
        labels={"made-by": "hubtweets"},
    )  # fmt: skip
    assert made.status.next_job_run_at is not None
    assert made.status.next_job_run_at.isoformat() == "2025-01-15T09:37:00+00:00"
    assert (made.job_spec.timeout, made.job_spec.secrets, made.status.last_job) == (3600, ["HF_TOKEN"], None)
    assert house.tick() == []
    clock.now += 97 * 60
    (started,) = house.tick() or [
        job.id for job in api.list_jobs(namespace="me")
    ]  # the Hub's own second may have come first
    assert api.wait_for_job(started, poll_interval=0.05).status.stage == "COMPLETED"
    info = api.inspect_scheduled_job(scheduled_job_id=made.id)
    assert info.status.last_job is not None
    assert info.status.last_job.id == started
    assert str(info.status.next_job_run_at).startswith("2025-01-16 09:37")
    api.suspend_scheduled_job(scheduled_job_id=made.id)
    clock.now += 3 * 86_400
    assert house.tick() == []
    api.resume_scheduled_job(scheduled_job_id=made.id)
    assert len(list(api.list_jobs(namespace="me"))) == 1  # what was missed is not made up for
    triggered = api.trigger_scheduled_job(scheduled_job_id=made.id)
    assert (triggered.initiator.type, triggered.initiator.id) == ("scheduled-job", made.id)
    assert api.wait_for_job(triggered.id, poll_interval=0.05).status.stage == "COMPLETED"
    changed = api.update_scheduled_job_schedule(scheduled_job_id=made.id, schedule="@weekly")
    assert changed.schedule == "@weekly"
    for bad in ("", "x", "99 * * * *", "0 0 31 2 *", "* * * * * *"):
        with pytest.raises(HfHubHTTPError):
            api.update_scheduled_job_schedule(scheduled_job_id=made.id, schedule=bad)
    assert [one.id for one in api.list_scheduled_jobs(labels={"made-by": "hubtweets"})] == [made.id]
    api.delete_scheduled_job(scheduled_job_id=made.id)
    assert api.list_scheduled_jobs() == []


def test_a_scheduled_job_never_runs_beside_itself(api: HfApi, house: LocalHub, clock: Clock) -> None:
    command = ["python", "-c", "import time; time.sleep(600)"]
    made = api.create_scheduled_job(image="python", command=command, schedule="@hourly", timeout="10h")
    first = api.trigger_scheduled_job(scheduled_job_id=made.id)
    with pytest.raises(HfHubHTTPError) as refused:
        api.trigger_scheduled_job(scheduled_job_id=made.id)
    assert refused.value.response.status_code == 409
    clock.now += 3600
    assert house.tick() == []
    api.cancel_job(job_id=first.id)
    clock.now += 3600
    house.tick()
    assert len(list(api.list_jobs(namespace="me"))) == 2


def test_schedules_go_on_after_a_disk_that_could_not_be_written(api: HfApi, house: LocalHub, clock: Clock) -> None:
    api.create_scheduled_job(image="python", command=["true"], schedule="@hourly")
    folder = house.folder / "jobs" / "scheduled"
    aside = folder.rename(folder.with_name("aside"))
    folder.touch()
    clock.now += 3600
    assert house.tick() == []
    folder.unlink()
    aside.rename(folder)
    clock.now += 3600
    house.tick()
    assert len(list(api.list_jobs(namespace="me"))) == 1


def test_jobs_outlive_the_server_as_what_became_of_them(tmp_path: Path) -> None:
    with LocalHub(tmp_path / "hub") as hub:
        api = HfApi(endpoint=hub.endpoint, token=hub.token)
        running = python(api, "import time; time.sleep(600)")
        api.wait_for_job(running.id, stages=["RUNNING"], poll_interval=0.05)
        made = api.create_scheduled_job(image="python", command=["true"], schedule="@daily")
    with LocalHub(tmp_path / "hub") as hub:
        api = HfApi(endpoint=hub.endpoint, token=hub.token)
        status = api.inspect_job(job_id=running.id).status
        assert (status.stage, status.message) == ("CANCELED", "The Hub that ran it was stopped")
        assert [one.id for one in api.list_scheduled_jobs()] == [made.id]


def test_a_webhook_starts_a_job_when_a_data_set_changes(api: HfApi) -> None:
    api.create_repo("me/posts", repo_type="dataset")
    script = (
        "import os, json; e = json.loads(os.environ['WEBHOOK_PAYLOAD']); print(e['event']['scope'], e['repo']['name'])"
    )
    script += "; print(os.environ['WEBHOOK_REPO_ID'], os.environ['WEBHOOK_REPO_TYPE'], os.environ.get('HF_TOKEN'))"
    source = python(api, "print(1)")
    hook = api.create_webhook(job_id=source.id, watched=[{"type": "dataset", "name": "me/posts"}], domains=["repo"])
    assert (hook.url, hook.job.command, hook.disabled) == (None, ["python", "-c", "print(1)"], False)
    source = python(api, script, env={"WEBHOOK_PAYLOAD": '{"event": {"scope": 1}, "repo": {"name": 1}}',
                                      "WEBHOOK_REPO_ID": "-", "WEBHOOK_REPO_TYPE": "-"})  # fmt: skip
    api.update_webhook(
        hook.id, job_id=source.id, watched=[{"type": "dataset", "name": "me/posts"}], secrets={"HF_TOKEN": "t"}
    )
    before = {job.id for job in api.list_jobs(namespace="me")}
    api.create_repo("me/other", repo_type="dataset")
    for name in ("other", "posts"):
        api.upload_file(path_or_fileobj=b"x", path_in_repo="a.txt", repo_id=f"me/{name}", repo_type="dataset")
    (started,) = [job for job in api.list_jobs(namespace="me") if job.id not in before]
    assert done(api, started)[2] == ["repo.content me/posts", "me/posts dataset t"]
    assert [one.id for one in api.list_webhooks()] == [hook.id]
    assert api.disable_webhook(hook.id).disabled
    api.upload_file(path_or_fileobj=b"y", path_in_repo="a.txt", repo_id="me/posts", repo_type="dataset")
    assert len(list(api.list_jobs(namespace="me"))) == len(before) + 1
    assert not api.enable_webhook(hook.id).disabled
    api.delete_webhook(hook.id)
    assert api.list_webhooks() == []


GOOD: dict[str, Any] = {"command": ["a"], "dockerImage": "a"}
VOLUME = {"type": "bucket", "source": "a/b", "mountPath": "/s"}


@pytest.mark.parametrize(
    "body",
    [
        {}, {**GOOD, "command": "x"}, {**GOOD, "command": []}, {"command": ["a"]}, {**GOOD, "flavor": "moon"},
        {**GOOD, "command": ["a\x00"]}, {**GOOD, "timeoutSeconds": 0}, {**GOOD, "attempts": 99},
        {**GOOD, "environment": {"A=B": "x"}}, {**GOOD, "volumes": [{**VOLUME, "source": "../x"}]},
        {**GOOD, "volumes": [{**VOLUME, "path": ".."}]}, {**GOOD, "volumes": [{**VOLUME, "mountPath": "/"}]},
        {**GOOD, "volumes": 5}, {**GOOD, "labels": [1]},
    ],
)  # fmt: skip
def test_what_cannot_be_run(hub: LocalHub, web: Any, body: dict[str, Any]) -> None:
    assert web.post("/api/jobs/me", json=body).status_code == 400
    assert web.get("/api/jobs/me").json() == []


def test_who_may_run_jobs(town: LocalHub, as_web: Callable[..., Any]) -> None:
    body = {"command": ["true"], "dockerImage": "a"}
    for token, namespace, status in (("", "ada", 401), ("hf_ada_read", "ada", 403), ("hf_bo", "bo", 403),
                                     ("hf_ada", "bo", 403), ("hf_ada", "birds", 200)):  # fmt: skip
        assert as_web(town, token).post(f"/api/jobs/{namespace}", json=body).status_code == status, (token, namespace)
    as_web(town, "hf_ada").create("ada/robin")
    town.trust("ada/bots", "ada/robin")
    assert as_web(town, "hf_bo").get("/api/settings/webhooks").status_code == 403
