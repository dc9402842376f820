"""Jobs as the Hub runs them, run as processes of this machine: what there is, what is due, and who may see it.

DIR/jobs/runs/ID.json         a job; DIR/jobs/runs/ID.log its output; DIR/jobs/folders/ID its folder while it runs
DIR/jobs/scheduled/ID.json    a scheduled job
DIR/jobs/webhooks/ID.json     a webhook
DIR/buckets/NS/NAME           what a volume of a bucket holds
"""

from __future__ import annotations

import datetime
import secrets
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from cronsim import CronSim, CronSimError

from hubtweets._shared.disk import private_folder, write_bytes
from hubtweets.localhub.jobs.runner import Process, Volume
from hubtweets.localhub.storage.errors import ExistsError, InvalidError, ObjectNotFoundError

Stage = Literal["SCHEDULING", "RUNNING", "COMPLETED", "ERROR", "CANCELED", "DELETED"]
ENDED = ("COMPLETED", "ERROR", "CANCELED", "DELETED")
DEFAULT_TIMEOUT = 1800
"""Seconds, where a job names none; the Hub's (https://huggingface.co/docs/huggingface_hub/guides/jobs)."""
_PRESETS = {
    "@annually": "0 0 1 1 *", "@yearly": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *", "@hourly": "0 * * * *",
}  # fmt: skip
_TICK = 1.0  # seconds between two looks at the schedules
_MOST_RUNNING = 20


class Spec(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a job runs. `timeout` in seconds; secrets are never answered, only their names."""

    command: list[str]
    arguments: list[str] = []
    environment: dict[str, str] = {}
    secrets: dict[str, str] = {}
    flavor: str = "cpu-basic"
    timeout: int | None = None
    attempts: int = 1
    labels: dict[str, str] = {}
    volumes: list[Volume] = []
    image: str | None = None
    space: str | None = None


class Job(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A run of a spec. Times are seconds since 1970."""

    id: str
    owner: str
    spec: Spec
    created: float
    started: float | None = None
    finished: float | None = None
    stage: Stage = "SCHEDULING"
    message: str | None = None
    initiator: tuple[str, str] = ("user", "")


class Scheduled(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A job that is started again and again. `due` is when next (seconds since 1970), `last` its newest job."""

    id: str
    owner: str
    spec: Spec
    schedule: str
    created: float
    due: float
    suspended: bool = False
    concurrency: bool = False
    last: str | None = None
    last_at: float | None = None


class Webhook(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What is started when a watched repo, or any of a watched user's, changes."""

    id: str
    owner: str
    watched: list[dict[str, str]]
    domains: list[str]
    url: str | None = None
    spec: Spec | None = None
    secret: str | None = None
    disabled: bool = False


Kept = TypeVar("Kept", Job, Scheduled, Webhook)


def next_due(schedule: str, after: float) -> float:
    """When a schedule, five fields of cron in UTC or one of the presets, is due next; in seconds since 1970.

    Raises:
        InvalidError: when it is none, or never comes.
    """
    fields = _PRESETS.get(schedule, schedule)
    try:
        if len(fields.split()) != 5:
            raise CronSimError("five fields")
        moments = CronSim(fields, datetime.datetime.fromtimestamp(after, datetime.UTC))
        return float(next(moments).timestamp())
    except (CronSimError, StopIteration):
        raise InvalidError(f"Invalid schedule: {schedule[:100]} is neither a preset nor a cron expression") from None


class Jobs:
    """All jobs, scheduled jobs and webhooks of a Hub. Safe for several threads."""

    def __init__(self, folder: Path, *, clock: Callable[[], float]) -> None:
        self._folder = folder
        self._clock = clock
        self._lock = threading.RLock()
        self._running: dict[str, Process] = {}
        self._stopping = threading.Event()
        self._ticker: threading.Thread | None = None
        self.endpoint = ""
        self._jobs = self._read("runs", Job)
        self._scheduled = self._read("scheduled", Scheduled)
        self._webhooks = self._read("webhooks", Webhook)
        for job in self._jobs.values():
            if job.stage not in ENDED:  # the Hub ended while it ran
                self._end(job, "ERROR", "The Hub that ran it was stopped")

    def _read(self, kind: str, into: type[Kept]) -> dict[str, Kept]:
        found = {}
        for path in sorted((self._folder / "jobs" / kind).glob("*.json")):
            try:
                item = msgspec.json.decode(path.read_bytes(), type=into)
            except (msgspec.DecodeError, UnicodeDecodeError, OSError):
                continue  # one that cannot be read is left alone, and out
            found[item.id] = item
        return found

    def _write(self, item: Job | Scheduled | Webhook) -> None:
        kind = {Job: "runs", Scheduled: "scheduled", Webhook: "webhooks"}[type(item)]
        folder = private_folder(self._folder / "jobs" / kind)
        write_bytes(folder / f"{item.id}.json", msgspec.json.encode(item), private=True)

    def begin(self, endpoint: str) -> None:
        """Start what is due from now on; `endpoint` is what jobs find the Hub at."""
        self.endpoint = endpoint
        self._ticker = threading.Thread(target=self._keep_ticking, name="local-hub-schedules", daemon=True)
        self._ticker.start()

    def close(self) -> None:
        """End every job that runs."""
        self._stopping.set()
        with self._lock:
            running = list(self._running.values())
        for process in running:
            process.cancel("The Hub that ran it was stopped")
        for process in running:
            process.join()
        if self._ticker is not None:
            self._ticker.join()

    # -- jobs ------------------------------------------------------------------------------------------------------

    def start(self, owner: str, spec: Spec, initiator: tuple[str, str]) -> Job:
        """Run a spec now.

        Raises:
            InvalidError: when too many run already.
        """
        with self._lock:
            if len(self._running) >= _MOST_RUNNING:
                raise InvalidError(f"At most {_MOST_RUNNING} jobs run at a time")
            job = Job(id=secrets.token_hex(12), owner=owner, spec=spec, created=self._clock(), initiator=initiator)
            self._jobs[job.id] = job
            self._write(job)
            process = self._running[job.id] = Process(
                spec.command + spec.arguments,
                variables={**spec.environment, **spec.secrets, "JOB_ID": job.id},
                secrets=list(spec.secrets.values()),
                volumes=spec.volumes,
                timeout=spec.timeout or DEFAULT_TIMEOUT,
                attempts=spec.attempts,
                work=self._folder / "jobs" / "folders" / job.id,
                log=self.log(job.id),
                buckets=self._folder / "buckets",
                endpoint=self.endpoint,
                clock=self._clock,
                began=lambda: self._began(job),
                ended=lambda stage, message: self._end(job, stage, message),
            )
            process.start()
        return job

    def _began(self, job: Job) -> None:
        with self._lock:
            job.stage, job.started = "RUNNING", self._clock()
            self._write(job)

    def _end(self, job: Job, stage: Stage, message: str | None) -> None:
        with self._lock:
            job.stage, job.message, job.finished = stage, message, self._clock()
            self._write(job)
            self._running.pop(job.id, None)

    def keep_job(self, job: Job) -> None:
        """Store what has changed of a job."""
        with self._lock:
            self._write(job)

    def log(self, job_id: str) -> Path:
        """Where a job's output is: a JSON object a line, with `timestamp` and `data`."""
        return private_folder(self._folder / "jobs" / "runs") / f"{job_id}.log"

    def job(self, owner: str, job_id: str) -> Job:
        """A job of a namespace.

        Raises:
            ObjectNotFoundError: when there is none.
        """
        found = self._jobs.get(job_id)
        if found is None or found.owner.lower() != owner.lower():
            raise ObjectNotFoundError("Job not found")
        return found

    def jobs(self, owner: str) -> list[Job]:
        """The jobs of a namespace, newest first."""
        found = [job for job in list(self._jobs.values()) if job.owner.lower() == owner.lower()]
        return sorted(found, key=lambda job: job.created, reverse=True)

    def cancel(self, job: Job) -> None:
        """End a job; harmless when it has ended."""
        process = self._running.get(job.id)
        if process is not None:
            process.cancel(None)
            process.join()

    # -- scheduled jobs --------------------------------------------------------------------------------------------

    def schedule(self, owner: str, spec: Spec, schedule: str, *, suspended: bool, concurrency: bool) -> Scheduled:
        """A new scheduled job.

        Raises:
            InvalidError: for a schedule that is none.
        """
        now = self._clock()
        made = Scheduled(
            id=secrets.token_hex(12), owner=owner, spec=spec, schedule=schedule, created=now,
            due=next_due(schedule, now), suspended=suspended, concurrency=concurrency,
        )  # fmt: skip
        return self.keep(made)

    def keep(self, scheduled: Scheduled) -> Scheduled:
        """Store what has changed of a scheduled job."""
        with self._lock:
            self._scheduled[scheduled.id] = scheduled
            self._write(scheduled)
        return scheduled

    def reschedule(self, scheduled: Scheduled, schedule: str) -> None:
        """Give a scheduled job another schedule.

        Raises:
            InvalidError: for one that is none.
        """
        scheduled.due = next_due(schedule, self._clock())
        scheduled.schedule = schedule
        self.keep(scheduled)

    def scheduled(self, owner: str, scheduled_id: str) -> Scheduled:
        """A scheduled job of a namespace.

        Raises:
            ObjectNotFoundError: when there is none.
        """
        found = self._scheduled.get(scheduled_id)
        if found is None or found.owner.lower() != owner.lower():
            raise ObjectNotFoundError("Scheduled job not found")
        return found

    def all_scheduled(self, owner: str) -> list[Scheduled]:
        """The scheduled jobs of a namespace, oldest first."""
        return [one for one in list(self._scheduled.values()) if one.owner.lower() == owner.lower()]

    def unschedule(self, scheduled: Scheduled) -> None:
        """Delete a scheduled job; what it has started goes on."""
        with self._lock:
            self._scheduled.pop(scheduled.id, None)
            (self._folder / "jobs" / "scheduled" / f"{scheduled.id}.json").unlink(missing_ok=True)

    def trigger(self, scheduled: Scheduled) -> Job:
        """Run a scheduled job now; when it is due next stays as it is.

        Raises:
            ExistsError: when it runs already and may not run twice.
        """
        with self._lock:
            last = self._jobs.get(scheduled.last or "")
            if last is not None and last.stage not in ENDED and not scheduled.concurrency:
                raise ExistsError("Another instance of this scheduled job is running")
            job = self.start(scheduled.owner, scheduled.spec, ("scheduled-job", scheduled.id))
            scheduled.last, scheduled.last_at = job.id, job.created
            self.keep(scheduled)
            return job

    def tick(self) -> list[Job]:
        """Start what is due by the clock; what was missed more than once is started once."""
        started = []
        with self._lock:
            now = self._clock()
            for scheduled in list(self._scheduled.values()):
                if scheduled.due > now:
                    continue
                scheduled.due = next_due(scheduled.schedule, now)
                try:
                    self.keep(scheduled)
                    if not scheduled.suspended:
                        started.append(self.trigger(scheduled))
                except (ExistsError, InvalidError, OSError):
                    continue  # it runs still, or the disk is full: this time is left out, as on the Hub
        return started

    def _keep_ticking(self) -> None:
        while not self._stopping.wait(_TICK):
            self.tick()

    # -- webhooks --------------------------------------------------------------------------------------------------

    def webhooks(self, owner: str) -> Iterator[Webhook]:
        """The webhooks of a user."""
        yield from (hook for hook in list(self._webhooks.values()) if hook.owner == owner)

    def webhook(self, owner: str, webhook_id: str) -> Webhook:
        """A webhook of a user.

        Raises:
            ObjectNotFoundError: when there is none.
        """
        found = self._webhooks.get(webhook_id)
        if found is None or found.owner != owner:
            raise ObjectNotFoundError("Webhook not found")
        return found

    def keep_webhook(self, webhook: Webhook) -> None:
        """Store a webhook."""
        with self._lock:
            self._webhooks[webhook.id] = webhook
            self._write(webhook)

    def remove_webhook(self, webhook: Webhook) -> None:
        """Delete a webhook."""
        with self._lock:
            self._webhooks.pop(webhook.id, None)
            (self._folder / "jobs" / "webhooks" / f"{webhook.id}.json").unlink(missing_ok=True)

    def changed(self, repo_type: str, repo_id: str, payload: dict[str, Any]) -> list[Job]:
        """A repo has changed: start the jobs of the webhooks that watch it or its owner."""
        watched = {
            (repo_type, repo_id.lower()),
            *((kind, repo_id.partition("/")[0].lower()) for kind in ("user", "org")),
        }
        started = []
        for hook in list(self._webhooks.values()):
            seen = any((item["type"], item["name"].lower()) in watched for item in hook.watched)
            if hook.disabled or hook.spec is None or not seen or "repo" not in hook.domains:
                continue
            told = {**payload, "webhook": {"id": hook.id, "version": 3}}
            variables = {
                "WEBHOOK_PAYLOAD": msgspec.json.encode(told).decode(),
                "WEBHOOK_REPO_ID": repo_id,
                "WEBHOOK_REPO_TYPE": repo_type,
                **({"WEBHOOK_SECRET": hook.secret} if hook.secret else {}),
            }
            spec = msgspec.structs.replace(hook.spec, environment={**hook.spec.environment, **variables})
            try:
                started.append(self.start(hook.owner, spec, ("webhook", hook.id)))
            except InvalidError:
                continue  # too many run: as on the Hub, the event is not kept
        return started
