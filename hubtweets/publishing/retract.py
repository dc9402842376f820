"""A model taken down: not visible first, then gone, and remembered; each step told, and the same command goes on.

What there is to do is told from the Hub, step by step, and what only the card told is kept until the work is done, so
that a command that was killed ends it when it is run again.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hubtweets import card
from hubtweets._shared.progress import IN_PYTHON, SILENT, Progress
from hubtweets._shared.text import one_line
from hubtweets.card import escape
from hubtweets.errors import HubError, RepoNotFoundError, UnreadableCardError, UsageError
from hubtweets.hub.client import HubClient
from hubtweets.hub.clock import SYSTEM_CLOCK
from hubtweets.hub.commits import RepoChange, check_home, update_repo
from hubtweets.hub.connection import RemoteCard
from hubtweets.hub.failures import translated
from hubtweets.hub.pacing import Stop, Wait
from hubtweets.model.trackers import delete_runs
from hubtweets.publishing import remains, retractions
from hubtweets.publishing.connect import api_of, connect, need_stored_token
from hubtweets.publishing.executors.interface import trained_on
from hubtweets.publishing.publish import NAMESPACE
from hubtweets.publishing.receipts import BEYOND_US, Receipt, RetractionLedger, Seen, Step, StepLog
from hubtweets.record import check_repo_id, slug

if TYPE_CHECKING:
    from huggingface_hub import HfApi

__all__ = ["CONFIRM_UNDO", "Receipt", "Request", "Step", "requests", "retract", "tombstone", "undo"]

MESSAGE = "Take the model down"

CONFIRM_UNDO = "I took it down and say that it may come back"
"""What has to be said in words to forget a retraction."""

_REMOVAL = re.compile(
    r"\b(remov|delet|take[ -]?(it )?down|takedown|consent|privacy|gdpr|retract|opt[ -]?out|without (my )?permission)",
    re.IGNORECASE,
)


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """An open discussion in which somebody seems to ask for removal."""

    repo_id: str
    number: int
    title: str
    url: str


class Foreseen(msgspec.Struct, frozen=True, kw_only=True):
    """What would go: in a sentence (`told`), the repo's files, its commits, and the addresses of tracked runs."""

    repo_id: str
    told: str
    files: tuple[str, ...] = ()
    commits: int = 0
    tracked: tuple[str, ...] = ()


def foresee(
    name: str,
    *,
    delete: bool = False,
    hub: str | None = None,
    token_for_this_hub: bool = False,
    namespace: str | None = None,
) -> Foreseen:
    """What `retract` with the same arguments would take down; nothing is changed, on the Hub or here.

    Raises:
        RepoIdError: when `name` is neither a handle nor a repo id.
        HubError: when the Hub refuses or does not answer.
    """
    repo_id, _ = _meant(name, namespace)
    with connect(hub, send_token=token_for_this_hub) as client:
        ledger = RetractionLedger.open(ledgers(), client.endpoint, repo_id, "")  # read, and not written
        return _Retraction(client, None, ledger, None, SILENT).foreseen(delete=delete)


def retract(
    name: str,
    *,
    reason: str | None = None,
    delete: bool = False,
    org_list: bool = False,
    hub: str | None = None,
    token_for_this_hub: bool = False,
    namespace: str | None = None,
    today: date | None = None,
    confirm: Callable[[str], bool] | None = None,
    progress: Progress = IN_PYTHON,
) -> Receipt:
    """Take a model down completely, and remember that it is not to be made again.

    Args:
        name: a handle or a repo id.
        reason: words for the tombstone card; who asked does not belong there.
        delete: delete the whole repo instead of leaving a tombstone.
        org_list: remember it in a private data set of the repo's namespace too.
        hub: an endpoint or `local:DIR`; default huggingface_hub's own.
        token_for_this_hub: the token of this machine was given for the Hub of `hub`.
        namespace: where the repo of a handle is; default `huggingtweets`.
        today: the day that is written down.
        confirm: asked with a sentence that says what goes, before anything does; default nobody is asked.
        progress: told of each step.

    Returns:
        The receipt.

    Raises:
        RepoIdError, UsageError: when `name` is neither, or the answer is no.
        NotLoggedInError: without a stored token: one that a CI job was given changes files, and no settings.
        LedgerError: when the list of those who are not to be imitated, or the ledger of this work, cannot be used.
        HubError: when the Hub refuses a step or does not answer; the same call goes on.
    """
    repo_id, handle = _meant(name, namespace)
    day = (today or datetime.now(UTC).date()).isoformat()

    def waits(wait: Wait) -> None:
        progress.note(f"Waiting {wait.seconds:.0f} s for {one_line(wait.why)}")

    with connect(hub, stop=Stop(waits=waits, clock=SYSTEM_CLOCK), send_token=token_for_this_hub) as client:
        need_stored_token(client, f"Taking {repo_id} down")
        ledger = RetractionLedger.open(ledgers(), client.endpoint, repo_id, day)
        return _Retraction(client, handle, ledger, reason, progress).run(
            delete=delete, org_list=org_list, confirm=confirm
        )


def _meant(name: str, namespace: str | None) -> tuple[str, str | None]:
    """The repo that a handle or a repo id means, and the handle."""
    bare = name.strip().removeprefix("@")
    if "/" in bare:
        return check_repo_id(bare), None
    return check_repo_id(f"{namespace or NAMESPACE}/{slug([bare])}"), bare


def ledgers() -> Path:
    """Where the ledgers of retractions are that did not end yet."""
    return retractions.default_path().with_name("retracting")


class _Retraction:
    def __init__(
        self, client: HubClient, handle: str | None, ledger: RetractionLedger, reason: str | None, progress: Progress
    ) -> None:
        self._client = client
        self._repo_id = ledger.repo_id
        self._handle = handle
        self._ledger = ledger
        self._reason = reason
        self._progress = progress

    def run(self, *, delete: bool, org_list: bool, confirm: Callable[[str], bool] | None) -> Receipt:
        """All steps, in the order that makes the least visible at any moment."""
        remote = self._remote()
        asked = self._repo_id
        if remote is not None:
            check_home(self._client, asked, remote)
            self._repo_id = remote.repo_id  # as it is called now
        if confirm is not None and self._ledger.seen is None and not confirm(self._told(remote, delete=delete)):
            raise UsageError("Nothing was taken down.", hint="Without being asked: --yes")
        seen = self._ledger.seen or self._see(remote)
        self._ledger.seen = seen
        self._ledger.write()
        names = dict.fromkeys([asked, self._repo_id, *seen.handles, *([self._handle] if self._handle else [])])
        # first of all: nobody makes it again while this goes on
        self._step("remembered", lambda log: self._remember(log, names, org_list))
        if remote is not None:
            self._step("not visible", self._hide)
            self._step("collections", self._collections)
            self._step(BEYOND_US, self._copies)  # asked of the Hub while it still knows the repo
            if delete:
                self._step("repo", self._delete_repo)
            else:
                self._step("card", self._tombstone)
                self._step("discussions and pull requests", self._discussions)
                self._step("history", self._squash)
                self._step("large files", lambda log: self._large_files(log, seen))
        else:
            self._step(BEYOND_US, self._copies)
        self._step("tracked runs", lambda log: self._tracked(log, seen))
        self._step("this machine", lambda log: self._machine(log, seen))
        steps = {name: step for name, step in self._ledger.steps.items() if name != BEYOND_US}
        receipt = Receipt(
            repo_id=self._repo_id,
            on=self._ledger.on,
            steps=(*steps.values(), self._ledger.steps[BEYOND_US]),
            deleted_repo=delete,
        )
        if receipt.complete:
            self._ledger.close()
        return receipt

    def foreseen(self, *, delete: bool) -> Foreseen:
        """What `run` would take down."""
        remote = self._remote()
        if remote is None:
            return Foreseen(repo_id=self._repo_id, told=self._told(None, delete=delete))
        check_home(self._client, self._repo_id, remote)
        self._repo_id = remote.repo_id
        return Foreseen(
            repo_id=remote.repo_id,
            told=self._told(remote, delete=delete),
            files=tuple(sorted(self._client.list_files(remote.repo_id))),
            commits=len(remains.commits(self._client, remote.repo_id)),
            tracked=tuple(run.url for run in self._see(remote).tracked if run.url),
        )

    def _told(self, remote: RemoteCard | None, *, delete: bool) -> str:
        if remote is None:
            return f"There is no {self._repo_id} on {self._client.endpoint}; that it is never made is remembered."
        what = "the whole repo is deleted" if delete else "its files, its card and its history are removed"
        return f"{self._client.url(self._repo_id)}: {what} for good, and it is never made again from here."

    def _step(self, name: str, do: Callable[[StepLog], None]) -> None:
        with self._progress.task(f"Taking down {self._repo_id}: {name}"):
            do(self._ledger.begin(name))
        self._ledger.write()

    def _remote(self) -> RemoteCard | None:
        try:
            return self._client.read_card(self._repo_id)
        except RepoNotFoundError:
            return None
        except UnreadableCardError as error:  # a broken card keeps nobody from being forgotten
            if error.commit is None:
                raise
            return RemoteCard(self._repo_id, None, error.commit)

    def _see(self, remote: RemoteCard | None) -> Seen:
        """What the card says, or, where a run on another machine has replaced it, an earlier commit's."""
        text = remote.text if remote is not None else None
        record = card.read(text).record if text is not None else None
        if remote is not None and record is None:
            with contextlib.suppress(HubError):
                for commit in remains.commits(self._client, self._repo_id)[1:2]:
                    earlier = self._client.read_card(self._repo_id, commit).text
                    record = card.read(earlier).record if earlier is not None else None
        names = remains.stored(self._client, self._repo_id) if remote is not None else {}
        if record is None:
            return Seen(large_files=names)
        return Seen(
            large_files=names,
            handles=(*record.handles, *(account.handle for account in record.accounts if account.handle)),
            fingerprint=record.fingerprint,
            tracked=record.tracked_runs,
        )

    def _remember(self, log: StepLog, names: dict[str, None], org_list: bool) -> None:
        remembered = retractions.read()
        remembered.add(names, self._ledger.on)
        retractions.write(remembered)
        log.removing(f"{len(names)} {'name' if len(names) == 1 else 'names'}, as salted hashes, on this machine")
        if org_list:
            namespace = self._repo_id.partition("/")[0]
            retractions.write_of(self._client, namespace, names, self._ledger.on)
            log.removing(f"the same in the private data set {namespace}/{retractions.ORG_LIST}")

    def _hide(self, log: StepLog) -> None:
        log.settle(*remains.hide(self._client, self._repo_id, log.removing))

    def _collections(self, log: StepLog) -> None:
        log.settle(*remains.collections(self._client, self._repo_id, log.removing))

    def _copies(self, log: StepLog) -> None:
        """Copies in other people's hands, and models on the same Hub that say they come from this one."""
        found: list[str] = []
        try:
            found = [f"derived from it: {name}" for name in remains.derived(self._client, self._repo_id)]
        except HubError as error:
            found.append(f"models that come from it, which the Hub did not tell: {error.message}")
        log.settle([], ["copies that people downloaded before", *found])

    def _tombstone(self, log: StepLog) -> None:
        text = tombstone(self._ledger.on, self._reason)

        def change(remote: RemoteCard) -> RepoChange | None:
            gone = set(self._client.list_files(self._repo_id)) - {"README.md", ".gitattributes"}
            same = remote.text is not None and card.retracted(remote.text) is not None
            if same and not gone:
                return None
            log.removing(*(f"the file {name}" for name in sorted(gone)), *(() if same else ("the card's facts",)))
            return RepoChange(card=None if same else text, delete=frozenset(gone))

        update_repo(self._client, self._repo_id, change, message=MESSAGE, any_card=True)

    def _discussions(self, log: StepLog) -> None:
        log.settle(*remains.discussions(self._client, self._repo_id, log.removing))

    def _squash(self, log: StepLog) -> None:
        log.settle(*remains.history(self._client, self._repo_id, MESSAGE, log.removing))

    def _large_files(self, log: StepLog, seen: Seen) -> None:
        log.settle(*remains.large_files(self._client, self._repo_id, seen.large_files, log.removing))

    def _delete_repo(self, log: StepLog) -> None:
        log.settle(*remains.whole_repo(self._client, self._repo_id, log.removing))

    def _tracked(self, log: StepLog, seen: Seen) -> None:
        deleted, left = [], []
        for run in {run.url: run for run in seen.tracked}.values():
            if run.url in self._ledger.steps["tracked runs"].done:
                continue
            with tempfile.TemporaryDirectory(prefix="hubtweets-") as folder:
                (error,) = delete_runs([run], Path(folder)).values()
            if error is None:
                deleted.append(run.url)
                log.removing(run.url)
            else:
                left.append(f"{run.url}: {error.message}")
        log.settle(deleted, left)

    def _machine(self, log: StepLog, seen: Seen) -> None:
        """Weights, posts and checkpoints of this model in the caches of this machine."""
        import platformdirs
        from huggingface_hub import constants

        cache = platformdirs.user_cache_path("hubtweets", appauthor=False)
        runs = platformdirs.user_cache_path("hubtweets") / "runs"
        handles = {handle.lower() for handle in seen.handles}
        folders = [Path(constants.HF_HUB_CACHE) / f"models--{self._repo_id.replace('/', '--')}"]
        if seen.fingerprint:
            folders.append(runs / seen.fingerprint[:24])
        folders += [path for path in _inside(cache / "x") if _is_of(path, handles)]
        folders += [path for path in _inside(runs) if path not in folders and handles & trained_on(path)]
        for folder in folders:
            if folder.exists():
                log.removing(str(folder))
                shutil.rmtree(folder)


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def _is_of(folder: Path, handles: set[str]) -> bool:
    """Whether a folder of the X API's kept answers is of one of these accounts."""
    needle = tuple(f'"username":"{handle}"'.encode() for handle in handles)
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                content = file.read(100_000).replace(b" ", b"").lower()
            if any(one in content for one in needle):
                return True
    return False


def tombstone(day: str, reason: str | None) -> str:
    """The card of a model that was taken down: no fact of it is left but the day."""
    words = str(escape.md(reason)) if reason else "It was taken down at somebody's request."
    return (
        f"---\ntags:\n- retracted\nhubtweets:\n  retracted: '{day}'\n---\n\n# Taken down\n\n"
        f"There was a language model here that imitated somebody. {words}\n\n"
        f"Weights, pictures, history and discussions were removed on {day}. [hubtweets](https://github.com/hubtweets/"
        "hubtweets) does not make it again.\n"
    )


def undo(name: str, words: str, *, namespace: str | None = None) -> bool:
    """Forget that a model was taken down, on this machine; nothing that was deleted comes back.

    Args:
        name: a handle or a repo id.
        words: `CONFIRM_UNDO`, said by the one who took it down.

    Returns:
        Whether it was remembered at all.

    Raises:
        UsageError: when the words are others.
    """
    if words != CONFIRM_UNDO:
        raise UsageError("That has to be said in words.", hint=f'--undo "{CONFIRM_UNDO}"')
    bare = name.strip().removeprefix("@")
    names = [bare, bare if "/" in bare else f"{namespace or NAMESPACE}/{slug([bare])}"]
    remembered = retractions.read()
    known = remembered.forget(dict.fromkeys(names))
    retractions.write(remembered)
    return bool(known)


def requests(
    organisation: str, *, hub: str | None = None, token_for_this_hub: bool = False, progress: Progress = SILENT
) -> list[Request]:
    """Open discussions of an organisation's models in which somebody seems to ask for removal.

    Args:
        token_for_this_hub: the token of this machine was given for the Hub of `hub`.
        progress: warned of a repo whose discussions cannot be seen, such as one that has them switched off.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    found: list[Request] = []
    with connect(hub, send_token=token_for_this_hub) as client:
        api = api_of(client)
        for page in client.list_models(organisation):
            for repo in page.repos:
                try:
                    found += _asking(api, client, repo.id)
                except HubError as error:
                    progress.warn(f"The discussions of {repo.id} cannot be seen: {error.message}")
    return found


def _asking(api: HfApi, client: HubClient, repo_id: str) -> list[Request]:
    with translated(client.endpoint, repo_id):
        return [
            Request(
                repo_id=repo_id, number=one.num, title=one.title, url=f"{client.url(repo_id)}/discussions/{one.num}"
            )
            for one in api.get_repo_discussions(repo_id, discussion_status="open")
            if _REMOVAL.search(one.title)
        ]
