"""What a repo should be (`Target`), and the words in which every verb tells what became of it.

A verb makes a stream of targets and hands it to `hubtweets.publishing.road`; see the package's docstring.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

import msgspec

from hubtweets.card import UpdateKind
from hubtweets.card.written import Written
from hubtweets.hub.listing import Listed
from hubtweets.hub.uploads import StoredFile
from hubtweets.model import TrainingConfig
from hubtweets.model.trackers import DataFacts, TrackingConfig
from hubtweets.publishing.space_files import SpaceFiles
from hubtweets.record import Memorisation, ModelRecord, Run, Sample, Sampling, TrackedRun

Kind = Literal[UpdateKind, "missing"]
"""What a card would become; `missing`: there is no such repo, or the token may not see it."""

KINDS: tuple[Kind, ...] = get_args(Kind)

Action = Literal["none", "planned", "changed", "proposed", "failed"]
"""What was done: nothing, nothing yet, a commit, a pull request, or it did not work."""

ACTIONS: tuple[Action, ...] = get_args(Action)

Weights = Literal["trained", "uploaded"]
"""Where new model files come from: a training of ours, or a folder that somebody else's Trainer left."""


class TrainingJob(msgspec.Struct, frozen=True, kw_only=True):
    """A training as plain data, which any executor can carry to where it is done.

    `posts` is a file of `write_texts` and `digest` its SHA-256. `base_model` is what
    `find_base_model` is asked for, `revision` the commit that it must give; `endpoint` is the Hub to ask, with a token
    that the place of the training has itself. `folder` is where it works, goes on from, and leaves the artifact.
    `tracking` names the trackers to tell, and `data` what they are told of the posts. `repo_id` is where the artifact
    will go (`private` where that repo is made now), for places that send files there themselves. `gguf` are kinds of
    GGUF files that the model is written as too.
    """

    fingerprint: str
    posts: Path
    digest: str
    base_model: str
    revision: str | None
    endpoint: str
    config: TrainingConfig
    folder: Path
    tracking: TrackingConfig = TrackingConfig()
    data: DataFacts | None = None
    repo_id: str | None = None
    private: bool = False
    gguf: tuple[str, ...] = ()

    @property
    def whose(self) -> str:
        """Whose posts it trains on, for messages."""
        if self.data is None:
            return self.fingerprint[:12]
        return ", ".join(f"@{handle}" for handle in self.data.handles)


class Uploaded(msgspec.Struct, frozen=True, kw_only=True):
    """What the place of a training has sent to the storage of its repo, by path, for a commit to name.

    `created` says that the repo was made for it.
    """

    files: Mapping[str, StoredFile] = {}
    created: bool = False


class NewWeights(NamedTuple):
    """Model files that a repo should have. `identity` tells whether it has them: a fingerprint, or a digest of files.

    `files` are there already, and `names` their paths in the repo where those are not their names; a `job` makes them,
    and is needed only where they are really to be made.
    """

    identity: str
    source: Weights
    files: tuple[Path, ...] = ()
    job: TrainingJob | None = None
    names: tuple[str, ...] = ()


class Present(NamedTuple):
    """What hubtweets published in a repo before; all of it is None where it published nothing.

    `identity` is that of the weights. `record` is None where people have made it unreadable. `blobs` has git's ids of
    a Space's files, by path. `restated` is the record as the target's `restates` changes it.
    """

    record: ModelRecord | None = None
    identity: str | None = None
    blobs: Mapping[str, str] = {}
    restated: ModelRecord | None = None


class Trained(NamedTuple):
    """What only training finds out. `expected` says that there was none yet: then only that the numbers differ from the
    last ones is true."""

    run: Run | None
    samples: tuple[Sample, ...] = ()
    tracked: tuple[TrackedRun, ...] = ()
    memorisation: Memorisation | None = None
    sampling: Sampling | None = None
    gguf: tuple[str, ...] = ()
    expected: bool = False


Facts = Callable[[Present, Trained | None], ModelRecord | None]
"""The record that a repo should state, from what it states now and, where weights are made, from their training.

None says that without training (`Trained` is None) too little is known for the card.
"""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """What a repo should be.

    Args:
        repo_id: the repo's id.
        message: of the commit, or the title of the pull request.
        template: name, name@version or path; None leaves it to the record.
        facts: what the card states; None stands for the facts that it states already.
        weights: the model files; None leaves those that are there.
        pictures: small files beside the card, by name; those that the card shows are committed with it.
        picture: draws the social picture of a record; it is committed where the card's `thumbnail` is a new one.
        restates: what the facts that a card states already become, where `facts` is None.
        written: a card that a person wrote, which is published as it is.
        added: what a person wrote on the README beside the model files, which goes on the card.
        beside: small files that go with a model's first commit; where the repo has one of that name, it is left alone.
        renewed: small files that are committed with the card where they are another than those that are there; `facts`
            may find them out.
        space: the files of a Space, which has nothing of a model.
        creates: whether the repo is made where it is missing; `private` then says how.
        listed: what a listing said of it.
        planned: the line of a plan; exactly that is done, or nothing.
    """

    repo_id: str
    message: str
    template: str | None = None
    facts: Facts | None = None
    weights: NewWeights | None = None
    pictures: Mapping[str, bytes] = {}
    picture: Callable[[ModelRecord], bytes | None] | None = None
    restates: Callable[[ModelRecord], ModelRecord] | None = None
    written: str | None = None
    added: Written | None = None
    beside: Mapping[str, bytes] = {}
    renewed: Mapping[str, bytes] = {}
    space: SpaceFiles | None = None
    creates: bool = False
    private: bool = False
    listed: Listed | None = None
    planned: PlannedChange | None = None


class PlannedChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One repo's part of a plan.

    `parent` is the commit that was looked at. `digest` is the SHA-256 of the card to be, where it changes, and `diff`
    how; `weights` says that new model files come with it, and `identity` which. `conflicts` holds each place with what
    was there, what people made of it, and what would replace it.
    """

    repo_id: str
    kind: Kind
    reason: str | None = None
    parent: str | None = None
    digest: str | None = None
    weights: Weights | None = None
    identity: str | None = None
    diff: str | None = None
    conflicts: tuple[dict[str, Any], ...] = ()

    @property
    def changes(self) -> bool:
        """Whether there is something to commit."""
        return self.digest is not None or self.weights is not None


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a repo: the same words in every report, and in what `--json` prints.

    `parent` is the commit that was looked at, `commit` the one that was made. `kind` is None where it failed before
    anything was decided. `hint` is what to do about a failure.
    """

    repo_id: str
    kind: Kind | None = None
    action: Action = "none"
    reason: str | None = None
    hint: str | None = None
    parent: str | None = None
    commit: str | None = None
    pull_request: int | None = None
    weights: Weights | None = None
    conflicts: tuple[dict[str, Any], ...] = ()

    @property
    def needs_a_person(self) -> bool:
        """Whether nothing more will happen to the repo until somebody looks at it."""
        return self.action == "failed" or (self.action == "none" and self.kind in ("conflict", "unreadable"))


State = Literal["waiting", "training", "uploading", "done", "failed"]
"""Where a repo is whose model has to be trained, or that has been come to."""


class Progression(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A repo came to a new state, or further in its training: the `step` of `steps` at the most, the last loss, and
    the seconds that it will still take. `outcome` is what became of it, where it is done or failed."""

    repo_id: str
    state: State
    step: int | None = None
    steps: int | None = None
    loss: float | None = None
    seconds_left: float | None = None
    outcome: Outcome | None = None


class Change(NamedTuple):
    """A card before and after, for those who show differences."""

    repo_id: str
    before: str
    after: str
