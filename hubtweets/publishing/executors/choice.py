"""Which executor a run has: one of ours, or one that an installed package offers."""

from __future__ import annotations

from importlib.metadata import entry_points

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import UsageError
from hubtweets.publishing.config import FLAVOR, HOURS
from hubtweets.publishing.executors.here import Here
from hubtweets.publishing.executors.interface import Executor
from hubtweets.publishing.executors.processes import Processes

GROUP = "hubtweets.executors"
"""The entry point group in which other packages offer executors: a function `open(*, jobs, token, progress)`."""


def open_executor(
    name: str,
    *,
    jobs: int = 1,
    flavor: str = FLAVOR,
    hours: float = HOURS,
    token: str | None = None,
    progress: Progress = SILENT,
) -> Executor:
    """The executor that is called `name`.

    Args:
        name: `here`, `ray`, `jobs`, or the name of an entry point.
        jobs: how many trainings run at the same time on this machine.
        flavor: the hardware of a job of the Hub; `hours` its time limit.
        token: what base models are asked for with, and jobs of the Hub are made with.
        progress: where trainings say how far they are.

    Raises:
        UsageError: when nothing is called so.
        NotLoggedInError: when jobs of the Hub are wanted without a token.
        MissingExtraError: when its library is not installed.
        ModelError: when its engine does not answer.
    """
    if name == "here":
        return Here(token=token, progress=progress) if jobs == 1 else Processes(jobs, token=token, progress=progress)
    if name == "ray":
        from hubtweets.publishing.executors.ray import Ray

        return Ray(progress=progress)
    if name == "jobs":
        from hubtweets.publishing.executors.jobs import Jobs

        return Jobs(flavor=flavor, hours=hours, token=token, progress=progress)
    offered = {point.name: point for point in entry_points(group=GROUP)}
    if name not in offered:
        raise UsageError(
            f"Nothing is called {name!r} that trainings could run on.",
            hint=f"There are {', '.join(['here', 'ray', 'jobs', *sorted(offered)])}.",
        )
    opened: Executor = offered[name].load()(jobs=jobs, token=token, progress=progress)
    return opened
