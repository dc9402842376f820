"""Which executor a run has: one of ours, or one that an installed package offers."""

from __future__ import annotations

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.publishing.config import HOURS, PublishConfig, engines_offered
from hubtweets.publishing.executors.here import Here
from hubtweets.publishing.executors.interface import Executor
from hubtweets.publishing.executors.processes import Processes


def open_executor(config: PublishConfig, *, token: str | None = None, progress: Progress = SILENT) -> Executor:
    """The executor that a configuration asks for.

    Args:
        config: `on` is its name: `here`, `ray`, `jobs`, or that of an entry point; the rest says how it trains.
        token: what base models are asked for with, and jobs of the Hub are made with.
        progress: where trainings say how far they are.

    Raises:
        NotLoggedInError: when jobs of the Hub are wanted without a token.
        MissingExtraError: when its library is not installed.
        ModelError: when its engine does not answer.
    """
    name, seconds = config.on, config.hours * 3600 if config.hours is not None else None
    if name == "here":
        if config.jobs == 1 and seconds is None:
            return Here(token=token, progress=progress)
        return Processes(config.jobs, seconds=seconds, token=token, progress=progress)
    if name == "ray":
        from hubtweets.publishing.executors.ray import Ray

        return Ray(cpus=config.cpus, gpus=config.gpus, memory=config.memory, seconds=seconds, progress=progress)
    if name == "jobs":
        from hubtweets.publishing.executors.jobs import Jobs

        return Jobs(flavor=config.flavor, hours=config.hours or HOURS, token=token, progress=progress)
    opened: Executor = engines_offered()[name].load()(jobs=config.jobs, token=token, progress=progress)
    return opened
