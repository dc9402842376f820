"""The runs of trackers on cards: as a training made them, and as they are sent later."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from hubtweets import card
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.errors import CardError, UsageError
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange, RepoCommit
from hubtweets.hub.connection import RemoteCard
from hubtweets.model import trackers
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.connect import connect
from hubtweets.record import ModelRecord, TrackedRun, Tracking


def tracking_of(config: PublishConfig) -> trackers.TrackingConfig:
    """What trackers are told in a publish."""
    return trackers.TrackingConfig(
        trackers=config.track, posts=config.track_posts, space=config.track_space, private=config.private
    )


def with_tracked(record: ModelRecord, tracked: Sequence[TrackedRun]) -> ModelRecord:
    """`record` with the runs of its training, and the two links that templates have a place for.

    The templates of 2021 link a run's artifacts as W&B does, and so get W&B's alone.
    """
    linked: dict[str, str] = {}
    for run in tracked:
        if run.tracker == "wandb" or not record.template.startswith("huggingtweets-"):
            linked.setdefault(run.role, run.url)
    tracking = Tracking(dataset_run=linked.get("data"), training_run=linked.get("training")) if linked else None
    return msgspec.structs.replace(record, tracked=tuple(tracked), tracking=tracking)


def sync_tracked(
    folder: Path, *, hub: str | None = None, token_for_this_hub: bool = False, progress: Progress = SILENT
) -> tuple[TrackedRun, ...]:
    """Send the runs that trackers kept on this machine, and put their links on the card of the model.

    Args:
        folder: of the training, as the publish named it.
        hub: the Hub where the model is; default where it was published.
        token_for_this_hub: the token of this machine was given for that Hub.

    Returns:
        The runs, with their addresses.

    Raises:
        TrackingFolderError: when nothing is kept there.
        TrackerError: when a tracker or its server refuses.
        UsageError: when the model was published to a local Hub, and `hub` does not say which.
        CardError: when the card cannot have the links.
        HubError: when the Hub refuses.
    """
    sent = trackers.sync(folder, progress)
    if sent.repo_id is None:
        progress.warn("These runs are of no published model; no card has their links.")
        return sent.tracked
    if hub is None and sent.endpoint is not None and sent.endpoint.startswith("http://127.0.0.1:"):
        raise UsageError(
            f"The runs were sent; {sent.repo_id} is in a local Hub, and which one is not known any more.",
            hint=f"hubtweets track sync {folder} --hub local:DIR",
        )
    with connect(hub or sent.endpoint, send_token=token_for_this_hub) as client:
        commit = _link(client, sent.repo_id, sent.tracked)
    progress.note(f"{commit.url}: {'the card has the links' if commit.changed else 'the card had the links already'}.")
    return sent.tracked


def _link(client: HubClient, repo_id: str, tracked: Sequence[TrackedRun]) -> RepoCommit:
    def change(remote: RemoteCard) -> RepoChange | None:
        known = card.read(remote.text).record if remote.text is not None else None
        if known is None or remote.text is None:
            raise CardError(
                f"The facts of the card of {repo_id} cannot be read; it does not get the links.",
                hint=f"hubtweets card check {repo_id}",
            )
        decision = card.update(remote.text, with_tracked(known, tracked))
        if decision.text is None and decision.kind != "identical":
            raise CardError(
                f"The card of {repo_id} does not get the links: {decision.reason}.",
                hint=f"hubtweets card diff {repo_id}",
            )
        return None if decision.text is None else RepoChange(card=decision.text)

    return client.update_repo(repo_id, change, message="Link the tracked runs")
