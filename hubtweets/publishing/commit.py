"""One target: its repo is read, decided on, and, where it has to change, committed to once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from hubtweets._shared import disk
from hubtweets._shared.model_files import stale
from hubtweets._shared.progress import SILENT, Progress
from hubtweets.card import CardUpdate, picture
from hubtweets.errors import (
    CardError,
    HubError,
    HubtweetsError,
    InvalidCardError,
    RepoMovedError,
    RepoNotFoundError,
    TokenRejectedError,
    UnreadableCardError,
)
from hubtweets.hub.client import HubClient
from hubtweets.hub.commits import RepoChange, RepoCommit
from hubtweets.hub.connection import RemoteCard
from hubtweets.hub.pacing import StoppedError
from hubtweets.hub.uploads import StoredFile
from hubtweets.model import ModelArtifact, gguf_files
from hubtweets.publishing import decide
from hubtweets.publishing.decide import Decision, Rules
from hubtweets.publishing.ledger import Ledger, Proposal, Row, State
from hubtweets.publishing.target import Change, Outcome, PlannedChange, Present, Target, Trained, TrainingJob, Uploaded
from hubtweets.record import Memorisation, ModelRecord

DESCRIPTION = "What people wrote on the card is kept. While this pull request is open, it is brought up to date."

# Two expressions that begin with what they look for: one with a choice in front takes ten times as long.
_PICTURES = re.compile(r"avatar-[0-9a-f]{12}\.[a-z]{3,4}\b"), re.compile(r"/resolve/main/(predictions\.png)\b")


class Done(NamedTuple):
    """What became of a target. `plan` is its line of a plan, where nothing is to be committed; `change` is its card
    before and after where that differs. With a `job`, nothing has happened yet: the training comes first."""

    outcome: Outcome
    plan: PlannedChange | None = None
    change: Change | None = None
    job: TrainingJob | None = None
    decision: Decision | None = None


class FailedError(Exception):
    """A target failed after it was decided on, or is not what its plan says; `error` is the cause, where known."""

    def __init__(self, reason: str, outcome: Outcome | None, error: HubtweetsError | None = None) -> None:
        super().__init__(reason)
        self.reason, self.outcome, self.error = reason, outcome, error


class Notebook(NamedTuple):
    """The ledger's rows of one Hub and template. `version` names what decides about cards."""

    ledger: Ledger
    hub: str
    template: str
    version: str

    def get(self, repo_id: str) -> Row | None:
        """What is known of a repo."""
        return self.ledger.get(self.hub, repo_id, self.template)

    def put(self, row: Row) -> None:
        """Write what is known of a repo now."""
        self.ledger.put(self.hub, self.template, msgspec.structs.replace(row, version=self.version))

    def proposals(self, repo_id: str) -> list[Proposal]:
        """The pull requests of ours in a repo, with whatever template, that may still be open."""
        return self.ledger.proposals(self.hub, repo_id)

    def settle(self, outcome: Outcome) -> Outcome:
        """Write that there is nothing to commit.

        Where a commit was sent whose answer never came, and the card is now as it should be, that commit was made.
        """
        before = self.get(outcome.repo_id)
        head = outcome.parent
        if before is not None and before.state == "sent" and outcome.kind == "identical" and head != before.parent:
            self.put(msgspec.structs.replace(before, state="done", head=head, commit_id=head))
            parent = before.parent
            return Outcome(repo_id=outcome.repo_id, kind=before.kind, action="changed", parent=parent, commit=head)
        self.put(Row(repo_id=outcome.repo_id, state="done", kind=outcome.kind, head=head, reason=outcome.reason))
        return outcome


class Committer:
    """Does targets, one at a time; safe for several threads.

    Args:
        apply: commit; else only say what would be committed.
        pull_request: propose each change instead of committing it.
    """

    def __init__(
        self,
        client: HubClient,
        notebook: Notebook,
        rules: Rules,
        *,
        apply: bool,
        pull_request: bool = False,
        progress: Progress = SILENT,
    ) -> None:
        self._client = client
        self._notebook = notebook
        self._rules = rules
        self._apply = apply
        self._pull_request = pull_request
        self._progress = progress

    def do(self, target: Target) -> Done:
        """Plan the target, and commit it, unless a training comes first.

        Raises:
            StoppedError: when work should stop; a commit may have been sent.
            HubtweetsError: what makes this target fail.
        """
        try:
            if target.weights is None and self._apply and not target.creates:
                return self._commit(target, None)
            return self._planned(target)
        except (RepoNotFoundError, RepoMovedError) as error:
            if target.creates or target.facts is not None:  # somebody named it; it is not one of a listing
                raise
            return self._left(Outcome(repo_id=target.repo_id, kind="missing", reason=error.message))
        except UnreadableCardError as error:
            if target.weights is not None or target.creates:
                raise
            outcome = Outcome(repo_id=target.repo_id, kind="unreadable", reason=error.why, parent=error.commit)
            raise FailedError(error.why, outcome, error) from None

    def deliver(self, target: Target, artifact: ModelArtifact, uploaded: Uploaded | None = None) -> Done:
        """Commit a target whose training is over.

        Args:
            uploaded: what of the model the place of the training has sent to the repo.

        Raises:
            StoppedError: when work should stop; a commit may have been sent.
            HubtweetsError: what makes this target fail.
        """
        return self._commit(target, artifact, uploaded)

    def failed(self, outcome: Outcome) -> None:
        """Write into the ledger that a target failed."""
        self._notebook.put(_row(outcome, "failed"))

    # -- plan ------------------------------------------------------------------------------------------------------

    def _planned(self, target: Target) -> Done:
        try:
            remote = self._client.read_card(target.repo_id)
        except RepoNotFoundError:
            if not target.creates:
                raise
            remote = None
        now = decide.present(self._client, target, remote) if remote is not None else Present()
        if target.weights is not None or target.creates:
            self._check_access(target, exists=remote is not None)
        target, expected = self._lacking(target, remote, now)
        decision = decide.decide(target, remote, self._rules, now, expected)
        outcome = decision.outcome(target.repo_id, remote.commit if remote is not None else None)
        _check_sound(decision, outcome)
        if (target.weights is not None or target.creates) and decision.stands and decision.update.text is not None:
            self._check_taken(target, decision.update.text)
        if self._is_done(target, remote, now, decision):
            done = self._left(Outcome(repo_id=target.repo_id, kind="identical", parent=outcome.parent))
            return done._replace(decision=decision)
        plan = None if self._apply else decide.planned(decision, target, remote)
        done = Done(outcome, plan, _change(target, remote, decision), decision=decision)
        if not decision.stands:
            return done._replace(outcome=self._settled(target, outcome))
        if not self._apply:
            self._notebook.put(_row(outcome, "planned"))
            return done._replace(outcome=msgspec.structs.replace(outcome, action="planned"))
        if target.weights is not None and target.weights.job is not None:
            return done._replace(job=target.weights.job)
        return self._commit(target, None)

    def _check_access(self, target: Target, *, exists: bool) -> None:
        """See that the repo may be written to; a plan only warns where it may not."""
        try:
            self._client.check_write(target.repo_id, exists=exists)
        except HubError as error:
            if self._apply:
                raise
            self._progress.warn(f"This would be refused: {error.message}")

    def _check_taken(self, target: Target, card: str) -> None:
        """See that the Hub takes the card, before a training and before a repo or a file is there for it."""
        try:
            self._client.check_card(target.repo_id, card)
        except InvalidCardError as error:
            if self._apply:
                raise
            self._progress.warn(f"This would be refused: {error.message}")

    def _lacking(self, target: Target, remote: RemoteCard | None, now: Present) -> tuple[Target, Trained | None]:
        """The target without weights that are there already, and what a training is expected to find out."""
        weights = target.weights
        if weights is None or target.facts is None:
            return target, None
        expected = _expected(now.record) if weights.source == "trained" else None
        if remote is None or now.identity != weights.identity or not decide.has_weights(self._client, remote.repo_id):
            return target, expected
        if target.facts(now, None) is not None:
            return msgspec.structs.replace(target, weights=None), None
        if now.record is None and remote.text is not None and self._rules.policy == "keep-theirs":
            self._progress.warn(f"The facts of the card of {target.repo_id} cannot be read; all of it stays as it is.")
            return msgspec.structs.replace(target, weights=None), expected
        return target, expected  # only training finds out what the card says

    def _is_done(self, target: Target, remote: RemoteCard | None, now: Present, decision: Decision) -> bool:
        """Whether an earlier run of the target's plan did it.

        Raises:
            FailedError: when repo, model files or this hubtweets are not what they were when the plan was made.
        """
        plan = target.planned
        departure = decide.departs(decision, target, remote)
        if plan is None or departure is None:
            return False
        text = remote.text if remote is not None else None
        if target.space is not None:
            done = decision.update.kind == "identical"
        elif plan.identity is None:
            done = text is not None and disk.sha256(text) == plan.digest
        else:
            done = now.identity == plan.identity
        if not done:
            outcome = decision.outcome(target.repo_id, remote.commit if remote is not None else None)
            raise FailedError(departure, outcome)
        return True

    def _left(self, outcome: Outcome) -> Done:
        """Nothing is to be committed, and why is known without a decision."""
        plan = PlannedChange(
            repo_id=outcome.repo_id, kind=outcome.kind or "missing", reason=outcome.reason, parent=outcome.parent
        )
        return Done(self._notebook.settle(outcome), plan)

    # -- commit ----------------------------------------------------------------------------------------------------

    def _commit(self, target: Target, artifact: ModelArtifact | None, uploaded: Uploaded | None = None) -> Done:
        created = uploaded is not None and uploaded.created
        stored = uploaded.files if uploaded is not None else {}
        try:
            if created:  # what it was planned on, no repo, was looked at before
                target = msgspec.structs.replace(target, planned=None)
            try:
                return self._committed(target, artifact, stored)
            except RepoNotFoundError:
                here = artifact.files if artifact is not None else {}
                if not target.creates or not all(name in here and here[name].exists() for name in stored):
                    raise
            created = self._client.create_repo(target.repo_id, private=target.private)
            if created:  # likewise
                target = msgspec.structs.replace(target, planned=None)
            return self._committed(target, artifact, {})  # the storage of a repo goes with it
        except BaseException:
            if created:
                self._take_back(target.repo_id)
            raise

    def _committed(self, target: Target, artifact: ModelArtifact | None, stored: Mapping[str, StoredFile]) -> Done:
        made = None
        if artifact is not None:
            facts = (artifact.run, artifact.samples, artifact.tracked, artifact.memorisation, artifact.sampling)
            made = Trained(*facts, gguf=tuple(gguf_files.kind_of(path.name) for path in artifact.gguf))
        read: list[tuple[RemoteCard, Decision]] = []

        def changed(remote: RemoteCard) -> RepoChange | None:
            now = decide.present(self._client, target, remote)
            decision = decide.decide(target, remote, self._rules, now, made)
            _check_sound(decision, decision.outcome(target.repo_id, remote.commit))
            # a pull request's card, which comes second, is on no plan
            done = not (self._pull_request and read) and self._is_done(target, remote, now, decision)
            if done:
                decision = Decision(CardUpdate(kind="identical"), record=decision.record)
            read.append((remote, decision))
            if not decision.stands:
                return None
            self._notebook.put(_row(decision.outcome(target.repo_id, remote.commit), "sent"))
            return self._repo_change(target, remote, decision, artifact, stored)

        try:
            with self._progress.alive(f"Publishing {target.repo_id}"):
                commit = self._client.update_repo(
                    target.repo_id,
                    changed,
                    message=target.message,
                    description=DESCRIPTION if self._pull_request else "",
                    pull_request=self._pull_request,
                    title=target.message,
                )
        except (RepoNotFoundError, RepoMovedError, TokenRejectedError, UnreadableCardError):
            raise
        except HubError as error:
            outcome = read[-1][1].outcome(target.repo_id, read[-1][0].commit) if read else None
            raise FailedError(error.message, outcome, error) from error
        remote, decision = next(one for one in reversed(read) if one[0].commit == commit.parent)
        last = read[-1][1]
        if commit.pull_request is not None and not last.stands and last.update.kind != "identical":
            reason = f"{last.update.reason or last.update.kind}, in pull request {commit.pull_request}"
            decision = last._replace(update=msgspec.structs.replace(last.update, reason=reason))
        return self._told(target, remote, decision, commit)

    def _repo_change(
        self,
        target: Target,
        remote: RemoteCard,
        decision: Decision,
        artifact: ModelArtifact | None,
        stored: Mapping[str, StoredFile],
    ) -> RepoChange:
        text = decision.update.text
        files: dict[str, Path] = {}
        small = dict(decision.files)
        delete: frozenset[str] = frozenset()
        if target.weights is not None:
            paths, names = target.weights.files, target.weights.names
            given = (
                artifact.files
                if artifact is not None
                else dict(zip(names or [path.name for path in paths], paths, strict=True))
            )
            files = {name: path for name, path in given.items() if name not in stored}
            url = self._client.url(remote.repo_id)
            size = sum(path.stat().st_size for path in files.values()) + sum(one.size for one in stored.values())
            told = f"a model of {len(files) + len(stored)} files ({size / 1e6:,.1f} MB)"
            self._progress.note(f"Uploading {told} to {url}")
            there = self._client.list_files(remote.repo_id)
            delete = stale(there, files.keys() | stored.keys())
            small = {name: content for name, content in target.beside.items() if name not in there}
        small |= target.renewed
        if text is not None and target.space is None:
            small |= {name: content for name, content in target.pictures.items() if name in text}
            record = decision.record
            address = record.thumbnail if record is not None else None
            if target.picture and record and address and address in text and address not in (remote.text or ""):
                drawn = target.picture(record)
                small |= {picture.FILE: drawn} if drawn is not None else {}
            gone = _pictures(remote.text or "") - _pictures(text)
            delete |= gone & self._client.list_files(remote.repo_id).keys() if gone else set()
        return RepoChange(card=text, files=files, stored=stored, small=small, delete=delete)

    def _told(self, target: Target, remote: RemoteCard, decision: Decision, commit: RepoCommit) -> Done:
        """What the client did, in the words of every verb."""
        outcome = decision.outcome(target.repo_id, remote.commit)
        done = Done(outcome, change=_change(target, remote, decision), decision=decision)
        if not decision.stands or (not commit.changed and commit.pull_request is None):
            return done._replace(outcome=self._settled(target, outcome))
        if commit.declined:
            reason = f"a person closed pull request {commit.pull_request}, which proposed this"
            outcome = msgspec.structs.replace(outcome, reason=reason, pull_request=commit.pull_request)
        else:
            outcome = msgspec.structs.replace(
                outcome,
                action="changed" if commit.pull_request is None else "proposed",
                commit=commit.commit,
                pull_request=commit.pull_request,
            )
        self._close_overtaken(target, outcome)
        self._notebook.put(_row(outcome, "done"))
        return done._replace(outcome=outcome)

    def _settled(self, target: Target, outcome: Outcome) -> Outcome:
        """Nothing is to be committed; where the card is as it should be, nothing is left to propose either."""
        if outcome.kind == "identical" and self._apply:
            self._close_overtaken(target, outcome)
        return self._notebook.settle(outcome)

    def _close_overtaken(self, target: Target, outcome: Outcome) -> None:
        """Close our own pull requests that this outcome overtook. They are looked for where the ledger knows of one, or
        one was opened now: a batch of commits costs no request more."""
        known = self._notebook.proposals(outcome.repo_id)
        if (not known and outcome.pull_request is None) or not self._client.token:
            return
        if outcome.pull_request is not None:
            by = f"#{outcome.pull_request}"
        else:
            by = f"commit {outcome.commit or outcome.parent}"
        try:
            overtaken = self._client.close_overtaken(
                outcome.repo_id, target.message, DESCRIPTION, by=by, but=outcome.pull_request
            )
        except HubError as error:  # the commit is made; what is left open is a person's to close
            self._progress.warn(f"Earlier pull requests of {outcome.repo_id} could not be closed: {error.message}")
            return
        for proposal in known:
            if proposal.pull_request not in (outcome.pull_request, *overtaken.still_open):
                self._notebook.ledger.forget_proposal(proposal)
        for number in overtaken.closed:
            self._progress.note(f"Closed pull request {number} of {outcome.repo_id}, which is overtaken by {by}.")

    def _take_back(self, repo_id: str) -> None:
        """A repo that was made for a commit that failed is taken away again while it is empty."""
        try:
            gone = self._client.delete_repo_if_empty(repo_id)
        except (HubError, StoppedError):
            gone = False
        if not gone:
            self._progress.warn(f"{repo_id} was made on the Hub; the same command goes on with it.")


def _check_sound(decision: Decision, outcome: Outcome) -> None:
    """A card whose front matter is none is its repo's failure: nobody decided that it is to stay as it is.

    Raises:
        FailedError: naming the place in the card.
    """
    if decision.update.damaged and not decision.stands:
        reason = decision.update.reason or decision.update.kind
        raise FailedError(
            reason,
            outcome,
            CardError(
                f"The card of {outcome.repo_id} cannot be read: {reason}.",
                hint=f"hubtweets card check {outcome.repo_id}",
            ),
        )


def _pictures(text: str) -> set[str]:
    """The names of hubtweets' own pictures that a card shows."""
    return {name for pattern in _PICTURES for name in pattern.findall(text)}


def _row(outcome: Outcome, state: State) -> Row:
    made = outcome.commit if outcome.action in ("changed", "proposed") else None
    return Row(
        repo_id=outcome.repo_id,
        state=state,
        kind=outcome.kind,
        head=made if outcome.action == "changed" else outcome.parent,
        parent=outcome.parent,
        commit_id=made,
        pull_request=outcome.pull_request,
        reason=outcome.reason,
    )


def _change(target: Target, remote: RemoteCard | None, decision: Decision) -> Change | None:
    if not decision.stands or decision.update.text is None:
        return None
    return Change(target.repo_id, (remote.text if remote is not None else None) or "", decision.update.text)


def _expected(before: ModelRecord | None) -> Trained:
    """What a training will find out, as far as merging it minds: what is measured differs from last time."""
    if before is None or before.run is None:
        return Trained(None, expected=True)
    replace = msgspec.structs.replace
    run = replace(
        before.run,
        log_history=tuple(replace(entry, eval_loss=(entry.eval_loss or 0) + 1) for entry in before.run.log_history),
        metrics={name: value + 1 for name, value in before.run.metrics.items()},
    )
    samples = tuple(replace(sample, text=f"{sample.text} …") for sample in before.samples)
    memorisation = _otherwise(before.memorisation)
    return Trained(run, samples, memorisation=memorisation, sampling=before.sampling, expected=True)


def _otherwise(before: Memorisation | None) -> Memorisation | None:
    """Other numbers in the same places."""
    if before is None:
        return None
    numbers = {name: getattr(before, name) for name in before.__struct_fields__ if name != "extra"}
    changed = {
        name: value + 1 if isinstance(value, int) else (value + 0.5) % 1
        for name, value in numbers.items()
        if value is not None
    }
    return msgspec.structs.replace(before, **changed)
