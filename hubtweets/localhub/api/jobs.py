"""The Jobs API (https://huggingface.co/docs/hub/jobs), for jobs that are processes of this machine.

Whoever may start a job runs anything here, so only the first user may, whose machine it is, and only where the Hub
listens on this machine alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from hubtweets.localhub.call import Address, Call, Json, Streamed
from hubtweets.localhub.jobs import ENDED, Job, Jobs, Scheduled, Spec
from hubtweets.localhub.jobs.runner import Volume
from hubtweets.localhub.refusals import Refusal, bad_request, forbidden
from hubtweets.localhub.storage.gitrepo import isodate
from hubtweets.localhub.storage.store import check_name

_LOOK = 0.1  # seconds between two looks at a log that is followed
_ALIVE = 30.0  # seconds after which a line that says nothing keeps a connection open

# US dollars an hour, as https://huggingface.co/docs/hub/jobs-pricing has them (2026).
_PRICES = {
    "cpu-basic": 0.01, "cpu-upgrade": 0.03, "cpu-performance": 1.90, "cpu-xl": 1.00, "t4-small": 0.40,
    "t4-medium": 0.60,
    "l4x1": 0.80, "l4x4": 3.80, "l40sx1": 1.80, "l40sx4": 8.30, "l40sx8": 23.50, "a10g-small": 1.00, "a10g-large": 1.50,
    "a10g-largex2": 3.00, "a10g-largex4": 5.00, "a100-large": 2.50, "a100x4": 10.00, "a100x8": 20.00, "h200": 5.00,
    "h200x2": 10.00, "h200x4": 20.00, "h200x8": 40.00,
}  # fmt: skip


def all_jobs(call: Call, namespace: str | None = None) -> tuple[Jobs, str]:
    """The jobs of this Hub, and the namespace that the path names, for the one who may run them.

    Raises:
        Refusal: 401 or 403 for everybody else; 501 where this Hub runs none.
    """
    call.need_writer()
    if call.site.jobs is None:
        raise Refusal(501, "A Hub that is reached from other machines runs no jobs")
    token = call.caller.token
    if call.caller.user is not call.site.keys.first or (token is not None and token.repos is not None):
        raise forbidden("Only the first user of this Hub may run jobs on its machine")
    namespace = namespace or call.params["ns"]
    if call.site.keys.role(call.caller, namespace) not in ("write", "admin"):
        raise forbidden(f"You may not run jobs in the namespace {namespace}")
    return call.site.jobs, namespace


def spec_of(data: Any) -> Spec:
    """What a client wants to run.

    Raises:
        Refusal: 400 when it cannot be.
    """
    if not isinstance(data, dict):
        raise bad_request('"jobSpec" must be an object')
    retries = data.get("attempts", 1)
    volumes = data.get("volumes") or []
    if not isinstance(volumes, list):
        raise bad_request('"volumes" must be an array')
    given = {
        "command": data.get("command"),
        "arguments": data.get("arguments") or [],
        "environment": _texts(data.get("environment")),
        "secrets": _texts(data.get("secrets")),
        "flavor": data.get("flavor") or "cpu-basic",
        "timeout": data.get("timeoutSeconds"),
        "attempts": retries,
        "labels": data.get("labels") or {},
        "image": data.get("dockerImage"),
        "space": data.get("spaceId"),
    }
    try:
        spec = msgspec.structs.replace(msgspec.convert(given, type=Spec), volumes=[_volume(one) for one in volumes])
    except msgspec.ValidationError as error:
        raise bad_request(f"Invalid job: {error}") from None
    if not spec.command or (spec.image is None) == (spec.space is None):
        raise bad_request("Invalid job: it needs a command, and one of dockerImage and spaceId")
    if spec.flavor not in _PRICES:
        raise bad_request(f"Invalid flavor: {spec.flavor}")
    if spec.timeout is not None and spec.timeout < 1:
        raise bad_request("Invalid job: timeoutSeconds must be positive")
    if not 1 <= spec.attempts <= 10:
        raise bad_request("Invalid job: attempts is between 1 and 10")
    words = [*spec.command, *spec.arguments, *spec.environment, *spec.environment.values(), *spec.secrets.values()]
    if any("\x00" in word for word in words) or any("=" in name for name in (*spec.environment, *spec.secrets)):
        raise bad_request("Invalid job: a command or variable that no process can have")
    return spec


def _texts(value: Any) -> Any:
    """Variables as text: numbers come too."""
    if not isinstance(value, dict):
        return {} if value is None else value
    return {name: str(item) if isinstance(item, int | float) else item for name, item in value.items()}


def _volume(data: Any) -> Volume:
    if not isinstance(data, dict) or data.get("type") != "bucket":
        raise Refusal(501, "This Hub mounts buckets only; a job reads a repo by downloading it")
    source, mount, path = data.get("source"), data.get("mountPath"), data.get("path") or ""
    parts = path.split("/") if isinstance(path, str) else [".."]
    if not isinstance(source, str) or not isinstance(mount, str) or not mount.startswith("/") or mount == "/":
        raise bad_request('"volumes[]" must have a source and an absolute mountPath')
    if any(part in (".", "..") or "\x00" in part for part in parts):
        raise bad_request('"volumes[].path" must be a folder of the bucket')
    check_name(source)
    return Volume(source=source, mount_path=mount.rstrip("/"), path=path.strip("/"))


def told_spec(spec: Spec) -> dict[str, Any]:
    """A spec as the Hub answers it: secrets by name."""
    return {
        **({"dockerImage": spec.image} if spec.image else {"spaceId": spec.space}),
        "command": spec.command,
        "arguments": spec.arguments,
        "environment": spec.environment,
        "secrets": list(spec.secrets),
        "flavor": spec.flavor,
        "timeout": spec.timeout,
        "retry": spec.attempts - 1,
        "labels": spec.labels,
        "volumes": [
            {
                "type": "bucket",
                "source": one.source,
                "mountPath": one.mount_path,
                **({"path": one.path} if one.path else {}),
            }
            for one in spec.volumes
        ],
    }


def _owner(call: Call, name: str) -> dict[str, str]:
    return {"id": name, "name": name, "type": "org" if call.site.keys.organisation(name) else "user"}


def told(call: Call, job: Job) -> dict[str, Any]:
    """A job as the Hub answers it."""
    now = job.finished or call.store.clock()
    durations = {
        "schedulingSecs": None if job.started is None else int(job.started - job.created),
        "runningSecs": None if job.started is None else int(now - job.started),
        "totalSecs": int(now - job.created),
    }
    kind, who = job.initiator
    return {
        **told_spec(job.spec),
        "id": job.id,
        "createdAt": isodate(job.created),
        "startedAt": None if job.started is None else isodate(job.started),
        "finishedAt": None if job.finished is None else isodate(job.finished),
        "status": {"stage": job.stage, "message": job.message},
        "durations": durations,
        "owner": _owner(call, job.owner),
        "initiator": {"type": kind, "id": who, **({"name": who} if kind == "user" else {})},
    }


def _told_scheduled(call: Call, one: Scheduled) -> dict[str, Any]:
    last = None if one.last is None or one.last_at is None else {"id": one.last, "at": isodate(one.last_at)}
    return {
        "id": one.id,
        "createdAt": isodate(one.created),
        "jobSpec": told_spec(one.spec),
        "schedule": one.schedule,
        "suspend": one.suspended,
        "concurrency": one.concurrency,
        "status": {"lastJob": last, "nextJobRunAt": None if one.suspended else isodate(one.due)},
        "owner": _owner(call, one.owner),
    }


def _labelled(call: Call, spec: Spec) -> bool:
    return all(
        spec.labels.get(name) == value for name, _, value in (label.partition("=") for label in call.many("label"))
    )


# -- jobs --------------------------------------------------------------------------------------------------------------


def run(call: Call) -> Response:
    """POST /api/jobs/{ns}."""
    jobs, namespace = all_jobs(call)
    return Json(told(call, jobs.start(namespace, spec_of(call.object()), ("user", call.user()))))


def listing(call: Call) -> Response:
    """GET /api/jobs/{ns}: newest first; `stage` and `label` (`key=value`) narrow it."""
    jobs, namespace = all_jobs(call)
    stages = call.many("stage")
    found = [job for job in jobs.jobs(namespace) if not stages or job.stage in stages]
    return Json([told(call, job) for job in found if _labelled(call, job.spec)])


def _job(call: Call) -> tuple[Jobs, Job]:
    jobs, namespace = all_jobs(call)
    return jobs, jobs.job(namespace, call.params["job"])


def inspect(call: Call) -> Response:
    """GET /api/jobs/{ns}/{id}."""
    return Json(told(call, _job(call)[1]))


def cancel(call: Call) -> Response:
    """POST /api/jobs/{ns}/{id}/cancel."""
    jobs, job = _job(call)
    jobs.cancel(job)
    return Json(told(call, job))


def duplicate(call: Call) -> Response:
    """POST /api/jobs/{ns}/{id}/duplicate: run it again."""
    jobs, job = _job(call)
    return Json(told(call, jobs.start(job.owner, job.spec, ("duplicated-job", job.id))))


def labels(call: Call) -> Response:
    """PUT /api/jobs/{ns}/{id}/labels."""
    jobs, job = _job(call)
    job.spec = _relabelled(call, job.spec)
    jobs.keep_job(job)
    return Json(told(call, job))


def _relabelled(call: Call, spec: Spec) -> Spec:
    given = call.object().get("labels")
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise bad_request('"labels" must be an object of strings')
    return msgspec.structs.replace(spec, labels=given)


async def logs(call: Call) -> Response:
    """GET /api/jobs/{ns}/{id}/logs: its output as server-sent events until it has ended; with `tail` the last lines."""
    jobs, job = await run_in_threadpool(_job, call)
    tail = call.number("tail", 0)
    start = await run_in_threadpool(_tail, jobs.log(job.id), tail) if tail else 0
    return StreamingResponse(
        _events(jobs, job, start), media_type="text/event-stream", headers={"Cache-Control": "no-cache"}
    )


def _tail(path: Path, lines: int) -> int:
    """Where the last lines of a log begin, in bytes."""
    if not path.is_file():
        return 0
    content = path.read_bytes()
    at = len(content)
    for _ in range(min(lines, 100_000) + 1):
        at = content.rfind(b"\n", 0, at)
        if at < 0:
            return 0
    return at + 1


async def _events(jobs: Jobs, job: Job, start: int) -> AsyncIterator[bytes]:
    path = jobs.log(job.id)
    silent = 0.0
    while True:
        ended = job.stage in ENDED  # asked before the reading: what comes after is nothing
        content = await run_in_threadpool(_from, path, start)
        whole = content[: content.rfind(b"\n") + 1]
        start += len(whole)
        for line in whole.splitlines():
            yield b"data: " + line + b"\n\n"
        if ended and not whole:
            return
        silent = 0.0 if whole else silent + _LOOK
        if silent >= _ALIVE:
            silent = 0.0
            yield b": keep-alive\n\n"
        if not ended:
            await asyncio.sleep(_LOOK)


def _from(path: Path, start: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(1 << 20)
    except FileNotFoundError:
        return b""


def hardware(call: Call) -> Response:
    """GET /api/jobs/hardware: the flavors and what they cost on the Hub; here all of them are this machine."""
    call.user()
    return Json(
        [
            {
                "name": name,
                "prettyName": name,
                "cpu": "this machine's",
                "ram": "this machine's",
                "accelerator": None,
                "unitCostMicroUSD": round(price / 60 * 1_000_000),
                "unitCostUSD": round(price / 60, 6),
                "unitLabel": "minute",
            }
            for name, price in _PRICES.items()
        ]
    )


# -- scheduled jobs ----------------------------------------------------------------------------------------------------


def schedule(call: Call) -> Response:
    """POST /api/scheduled-jobs/{ns}."""
    jobs, namespace = all_jobs(call)
    data = call.object()
    when = data.get("schedule")
    if not isinstance(when, str):
        raise bad_request('"schedule" must be a cron expression')
    made = jobs.schedule(
        namespace, spec_of(data.get("jobSpec")), when,
        suspended=bool(data.get("suspend")), concurrency=bool(data.get("concurrency")),
    )  # fmt: skip
    return Json(_told_scheduled(call, made))


def scheduled_listing(call: Call) -> Response:
    """GET /api/scheduled-jobs/{ns}."""
    jobs, namespace = all_jobs(call)
    return Json([_told_scheduled(call, one) for one in jobs.all_scheduled(namespace) if _labelled(call, one.spec)])


def _scheduled(call: Call) -> tuple[Jobs, Scheduled]:
    jobs, namespace = all_jobs(call)
    return jobs, jobs.scheduled(namespace, call.params["job"])


def inspect_scheduled(call: Call) -> Response:
    """GET /api/scheduled-jobs/{ns}/{id}."""
    return Json(_told_scheduled(call, _scheduled(call)[1]))


def unschedule(call: Call) -> Response:
    """DELETE /api/scheduled-jobs/{ns}/{id}."""
    jobs, one = _scheduled(call)
    jobs.unschedule(one)
    return Json({})


def _suspending(suspended: bool) -> Callable[[Call], Response]:
    def change(call: Call) -> Response:
        """POST /api/scheduled-jobs/{ns}/{id}/suspend and …/resume."""
        jobs, one = _scheduled(call)
        one.suspended = suspended
        jobs.reschedule(one, one.schedule)  # what it has missed meanwhile is not made up for
        return Json(_told_scheduled(call, one))

    return change


def reschedule(call: Call) -> Response:
    """POST /api/scheduled-jobs/{ns}/{id}/schedule."""
    jobs, one = _scheduled(call)
    when = call.object().get("schedule")
    if not isinstance(when, str):
        raise bad_request('"schedule" must be a cron expression')
    jobs.reschedule(one, when)
    return Json(_told_scheduled(call, one))


def trigger(call: Call) -> Response:
    """POST /api/scheduled-jobs/{ns}/{id}/run."""
    jobs, one = _scheduled(call)
    return Json(told(call, jobs.trigger(one)))


def scheduled_labels(call: Call) -> Response:
    """PUT /api/scheduled-jobs/{ns}/{id}/labels."""
    jobs, one = _scheduled(call)
    one.spec = _relabelled(call, one.spec)
    return Json(_told_scheduled(call, jobs.keep(one)))


_JOB, _SCHEDULED = "/api/jobs/{ns}/{job}", "/api/scheduled-jobs/{ns}/{job}"
ROUTES: list[Address | Streamed] = [
    Address("GET", "/api/jobs/hardware", hardware),
    Address("POST", "/api/jobs/{ns}", run),
    Address("GET", "/api/jobs/{ns}", listing),
    Address("GET", _JOB, inspect),
    Address("POST", _JOB + "/cancel", cancel),
    Address("POST", _JOB + "/duplicate", duplicate),
    Address("PUT", _JOB + "/labels", labels),
    Streamed("GET", _JOB + "/logs", logs, signed=False),
    Address("POST", "/api/scheduled-jobs/{ns}", schedule),
    Address("GET", "/api/scheduled-jobs/{ns}", scheduled_listing),
    Address("GET", _SCHEDULED, inspect_scheduled),
    Address("DELETE", _SCHEDULED, unschedule),
    Address("POST", _SCHEDULED + "/suspend", _suspending(True)),
    Address("POST", _SCHEDULED + "/resume", _suspending(False)),
    Address("POST", _SCHEDULED + "/schedule", reschedule),
    Address("POST", _SCHEDULED + "/run", trigger),
    Address("PUT", _SCHEDULED + "/labels", scheduled_labels),
]
