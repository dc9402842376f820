"""What runs `hubtweets refresh` again and again: a GitHub workflow, or a scheduled job of the Hub."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from hubtweets._shared import disk
from hubtweets.errors import NotLoggedInError, UsageError
from hubtweets.hub.failures import LOG_IN, translated
from hubtweets.publishing.executors.jobs import BUCKET, LABEL, MOUNT
from hubtweets.publishing.project import Project

if TYPE_CHECKING:
    from huggingface_hub import HfApi

    from hubtweets.hub.client import HubClient

Every = Literal["hour", "day", "week", "month"]

WORKFLOW = Path(".github/workflows/hubtweets.yml")

_CRON: dict[str, str] = {
    "hour": "{minute} * * * *",
    "day": "{minute} {hour} * * *",
    "week": "{minute} {hour} * * 1",
    "month": "{minute} {hour} 3 * *",
}
_RUNS_A_MONTH = {"hour": 730.0, "day": 30.4, "week": 4.35, "month": 1.0}


def cron(every: Every, name: str) -> str:
    """A schedule for `name`, at a minute of its own: at the full hour everybody's jobs start, and many are dropped.

    Raises:
        UsageError: when `every` is no interval.
    """
    if every not in _CRON:
        raise UsageError(f"Nothing runs every {every!r}.", hint=f"Use {', '.join(_CRON)}.")
    number = zlib.crc32(name.encode())
    minute = number % 56 + 2  # 2 to 57
    return _CRON[every].format(minute=minute | 1, hour=number // 56 % 24)


def workflow(project_file: Path, every: Every, name: str) -> str:
    """The workflow of GitHub Actions that runs `hubtweets refresh` on `project_file`."""
    text = (resources.files("hubtweets") / "_examples" / "workflows" / "refresh.yml").read_text(encoding="utf-8")
    lines = text.splitlines()
    header = "# Made by `hubtweets schedule github`. Trains and publishes the models that have enough new posts."
    lines[0] = header
    text = "\n".join(lines) + "\n"
    return text.replace('"37 4 * * 1"', f'"{cron(every, name)}"').replace(
        "target: hubtweets.toml", f"target: {project_file.as_posix()}"
    )


def write_workflow(folder: Path, project_file: Path, every: Every, name: str) -> Path:
    """Write the workflow into a repository's folder; its path.

    Raises:
        UsageError: when another workflow is there, which is never overwritten.
        OSError: when it cannot be written.
    """
    path = folder / WORKFLOW
    text = workflow(project_file, every, name)
    if path.exists() and b"hubtweets schedule" not in path.read_bytes():
        raise UsageError(f"{path} is there already, and not one of ours.", hint="Move it, then run this again.")
    path.parent.mkdir(parents=True, exist_ok=True)
    disk.write_text(path, text)
    return path


def settings_pages(endpoint: str, repo_ids: Sequence[str], repository: str | None) -> list[tuple[str, str]]:
    """What has to be opened once so that the workflow may publish without a secret: (what to do, address)."""
    pages = [(f"add a trusted publisher to {repo_id}", f"{endpoint}/{repo_id}/settings") for repo_id in repo_ids]
    if repository:
        pages.append(("see that Actions may run", f"https://github.com/{repository}/settings/actions"))
    return pages


class ScheduledJob(msgspec.Struct, frozen=True, kw_only=True):
    """A scheduled job of the Hub that runs `hubtweets refresh`. `monthly_cost` is in US dollars, at most: each run for
    as long as its time limit, at the published price; None where the Hub does not say what the hardware costs."""

    id: str
    namespace: str
    schedule: str
    flavor: str
    monthly_cost: float | None = None
    suspended: bool = False


def token_for_jobs(client: HubClient) -> str:
    """The token that a job publishes with, which is the one that makes the job.

    Raises:
        NotLoggedInError: when there is none.
    """
    if not client.token:
        raise NotLoggedInError(
            f"A job on {client.endpoint} needs a token, and none was found.", endpoint=client.endpoint, hint=LOG_IN
        )
    return client.token


CONFIGURATION = "HUBTWEETS_TOML"
"""The variable that has the text of `hubtweets.toml` in a job, which has no repository to read it from."""

_SHARE = 0.95
"""Of a job's time limit after which `refresh` ends by itself, with its state kept."""


def create_job(
    api: HfApi,
    project: Project,
    *,
    text: str,
    namespace: str,
    every: Every,
    flavor: str,
    hours: float,
    requirement: str,
    secrets: Mapping[str, str],
) -> ScheduledJob:
    """Make one scheduled job of the Hub that runs `hubtweets refresh`, with a private bucket for what it keeps.

    The time limit is always set: without one a job ends after 30 minutes, in the middle of a training.

    Args:
        text: of the `hubtweets.toml`.
        requirement: what to install, such as `hubtweets[train,bluesky]`.
        hours: how long a run may take.
        secrets: variables that the job gets as secrets, `HF_TOKEN` among them.

    Raises:
        HubError: when the Hub refuses.
    """
    from huggingface_hub import Volume

    with translated(api.endpoint):
        bucket = f"{namespace}/{BUCKET}"
        api.create_bucket(bucket, private=True, exist_ok=True)
        info = api.create_scheduled_uv_job(
            "hubtweets",
            script_args=["refresh", f"env:{CONFIGURATION}", f"--for={int(hours * 3600 * _SHARE)}s"],
            dependencies=[requirement],
            schedule=cron(every, f"{namespace}/{project.models[0].label}"),
            env={
                CONFIGURATION: text,
                "HF_ENDPOINT": api.endpoint,
                "XDG_CACHE_HOME": f"{MOUNT}/cache",
                "XDG_STATE_HOME": f"{MOUNT}/state",
            },
            secrets=dict(secrets),
            flavor=flavor,
            timeout=int(hours * 3600),
            labels={LABEL: "refresh", "every": every},
            name="hubtweets-refresh",
            volumes=[Volume(type="bucket", source=bucket, mount_path=MOUNT)],
            namespace=namespace,
        )
        prices = _prices(api)
    return _job(info, namespace, prices)


def list_jobs(api: HfApi, namespace: str) -> list[ScheduledJob]:
    """The scheduled jobs of a namespace that hubtweets made.

    Raises:
        HubError: when the Hub refuses.
    """
    with translated(api.endpoint):
        found = api.list_scheduled_jobs(labels={LABEL: "refresh"}, namespace=namespace)
        prices = _prices(api) if found else {}
    return [_job(info, namespace, prices) for info in found]


def remove_job(api: HfApi, namespace: str, job_id: str) -> None:
    """Delete one of our scheduled jobs.

    Raises:
        UsageError: when it is none of ours.
        HubError: when the Hub refuses.
    """
    if job_id not in {job.id for job in list_jobs(api, namespace)}:
        raise UsageError(
            f"{job_id!r} is no scheduled job of hubtweets in {namespace}.", hint="hubtweets schedule jobs --list"
        )
    with translated(api.endpoint):
        api.delete_scheduled_job(scheduled_job_id=job_id, namespace=namespace)


def create_webhook(api: HfApi, namespace: str, job_id: str, dataset: str, secrets: Mapping[str, str]) -> str:
    """Run a scheduled job too whenever the data set changes; the webhook's id.

    The Hub starts a copy of the last run of the job, so it has to have run once. Secrets are not copied: each that the
    job has is needed again.

    Raises:
        UsageError: when the job has never run, or one of its secrets is missing.
        HubError: when the Hub refuses.
    """
    with translated(api.endpoint):
        scheduled = api.inspect_scheduled_job(scheduled_job_id=job_id, namespace=namespace)
        last = scheduled.status.last_job
        if last is None:
            raise UsageError(
                f"The job {job_id} has never run.",
                hint=f"Start it once: hf jobs scheduled trigger {job_id}, then run this again.",
            )
        missing = sorted(set(scheduled.job_spec.secrets or ()) - secrets.keys())
        if missing:
            raise UsageError(
                f"The job {job_id} has secrets that are not known here: {', '.join(missing)}.",
                hint="Name the same hubtweets.toml with --config, and set the variables that its [secrets] names.",
            )
        hook = api.create_webhook(
            job_id=last.id, watched=[{"type": "dataset", "name": dataset}], domains=["repo"], secrets=dict(secrets)
        )
        return str(hook.id)


def _prices(api: HfApi) -> dict[str, float]:
    """US dollars an hour by flavor, as the Hub publishes them."""
    hours = {"minute": 60.0, "hour": 1.0, "second": 3600.0}
    return {one.name: one.unit_cost_usd * hours.get(one.unit_label, 60.0) for one in api.list_jobs_hardware()}


def _job(info: Any, namespace: str, prices: Mapping[str, float]) -> ScheduledJob:
    spec = info.job_spec
    price = prices.get(str(spec.flavor))
    runs = _RUNS_A_MONTH.get((spec.labels or {}).get("every", ""))
    cost = price * (spec.timeout or 0) / 3600 * runs if price is not None and runs is not None else None
    return ScheduledJob(
        id=str(info.id),
        namespace=namespace,
        schedule=str(info.schedule),
        flavor=str(spec.flavor),
        monthly_cost=round(cost, 2) if cost is not None else None,
        suspended=bool(info.suspend),
    )
