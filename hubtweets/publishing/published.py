"""What the verbs for one repo, `publish` and `push`, have in common: one target, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from hubtweets import record
from hubtweets._shared.progress import Progress
from hubtweets.card import Policy
from hubtweets.errors import HubtweetsError, MergeConflictError, PlanError, RetractedError
from hubtweets.hub import repos
from hubtweets.hub.client import HubClient
from hubtweets.hub.tokens import LOCAL
from hubtweets.publishing.commit import FailedError
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.connect import is_served
from hubtweets.publishing.decide import PUSHED
from hubtweets.publishing.road import Ended, Targets, travel
from hubtweets.publishing.target import Action, Kind, Weights
from hubtweets.record import ModelRecord

_KEPT = ("thumbnail", "consent", "publisher", "contact", "license", "license_name", "license_link")
"""Facts that a card keeps when its model is made anew: what people and other verbs have written into it."""


OF_THE_WEIGHTS = ("tracking", "tracked", "run", "samples", "sampling", "memorisation", "evaluations", "gguf")
"""Facts that a card keeps for as long as its weights stay: what was found out about them."""


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one repo.

    `url` is its address; of a local Hub that was served for this run alone it is `local:DIR/REPO`, which is none.
    `kind` and `action` are those of every report; `reason` says why nothing, or not all, was done. `commit` is the
    repo's head afterwards, or None where there is no repo yet; `parent` the commit that was looked at. `weights` says
    whether model files are part of it. `changed` says whether there is a new commit or pull request. `record` has the
    facts that the card states. Where a folder was pushed, `files` are the sizes of its model's files in bytes, by path,
    and `stays` says why each other one is none of them.
    """

    repo_id: str
    url: str
    kind: Kind
    action: Action
    reason: str | None
    parent: str | None
    commit: str | None
    pull_request: int | None
    weights: Weights | None
    changed: bool
    record: ModelRecord
    files: dict[str, int] = {}
    stays: dict[str, str] = {}

    def __repr__(self) -> str:
        did = f"{self.action} ({self.kind})" if self.action != "none" else self.kind
        return f"<Published {self.repo_id}: {did}{f' at {self.commit[:12]}' if self.commit else ''}>"

    def _repr_markdown_(self) -> str:
        """The card, as notebooks show it."""
        return self.record._repr_markdown_()

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; the record in the form of the card's front matter."""
        data = {name: getattr(self, name) for name in self.__struct_fields__ if name not in ("files", "stays")}
        if self.files:
            data |= {"files": self.files, "stays": self.stays}
        return {**data, "record": record.to_data(self.record)}


def one_repo(
    verb: str,
    repo_id: str | Callable[[HubClient], str],
    template: str,
    targets: Targets,
    config: PublishConfig,
    *,
    progress: Progress,
) -> Published:
    """Take a verb's one target down the road; a failure is raised, and so is a repo that had to be left alone.

    Raises:
        MergeConflictError: when people edited what has to change, and nobody said which side counts.
        RetractedError: when the model was taken down.
        PlanError: when the plan to be applied does not fit any more.
        HubtweetsError: whatever else made it fail.
        KeyboardInterrupt: when the user stopped it.
    """
    policy = config.on_conflict or "stop"
    apply = not config.plans_only
    with progress.alive(f"At work ({verb})"):
        ended = travel(
            verb, repo_id, template, targets, config,
            apply=apply, policy=policy, missing="make" if apply else "pretend", progress=progress,
        )  # fmt: skip
    raise_failure(ended, policy, config)
    assert ended.last is not None  # noqa: S101  (one target, which did not fail)
    outcome, decision = ended.last.outcome, ended.last.decision
    assert decision is not None  # noqa: S101
    assert decision.record is not None  # noqa: S101  (these verbs state facts)
    return Published(
        repo_id=outcome.repo_id,
        url=f"{lasting_address(config.hub, ended.endpoint)}/{outcome.repo_id}",
        kind=decision.update.kind,
        action=outcome.action,
        reason=outcome.reason,
        parent=outcome.parent,
        commit=outcome.commit or outcome.parent,
        pull_request=outcome.pull_request,
        weights=outcome.weights,
        changed=outcome.action in ("changed", "proposed"),
        record=decision.record,
    )


def lasting_address(hub: str | None, endpoint: str) -> str:
    """Where a repo is found now: a local Hub that was served for this run alone has no address any more."""
    return hub if hub is not None and hub.startswith(LOCAL) and not is_served(hub) else endpoint


def raise_failure(ended: Ended, policy: Policy, config: PublishConfig) -> None:
    """Raise what made a verb's one target fail, or why it had to be left alone; see `one_repo`."""
    totals = ended.result.totals
    if totals.stopped == "interrupted":
        raise KeyboardInterrupt
    if ended.error is not None:
        if isinstance(ended.error, FailedError):
            path = config.apply_plan or Path()
            raise PlanError(f"The plan was not done: {ended.error.reason}.", path=path, hint="Make the plan again.")
        raise ended.error
    if ended.last is None:
        raise HubtweetsError(
            "The time given is over, and nothing was published.", hint="Run the same command again; it goes on."
        )
    outcome, decision = ended.last.outcome, ended.last.decision
    if outcome.kind == "retracted":
        since = (outcome.reason or "").removeprefix("since ")
        raise RetractedError(
            f"{outcome.repo_id} was taken down at somebody's request ({since}); it was left alone.",
            repo_id=outcome.repo_id,
            hint="Only who took it down can say that it may come back: by taking `retracted` out of the front "
            "matter of its card.",
        )
    if decision is not None and decision.left_alone and policy != "skip":
        what = "The card of " if repos.parts(outcome.repo_id).kind == "model" else ""
        which = "Say which side counts there: --on-conflict keep-theirs, or --on-conflict keep-ours."
        raise MergeConflictError(
            f"{what}{outcome.repo_id} was left alone: {outcome.reason}.",
            repo_id=outcome.repo_id,
            conflicts=list(outcome.conflicts),
            hint=which if policy == "stop" else "Put that right on the Hub, then run the same command again.",
        )


def kept_facts(before: ModelRecord | None) -> dict[str, Any]:
    """What the record of a new model takes over from the one that was there."""
    if before is None:
        return {}
    facts = {name: getattr(before, name) for name in _KEPT}
    return {**facts, "extra": {name: fact for name, fact in before.extra.items() if name != PUSHED}}
