"""A model taken down: not visible first, then gone, then remembered; each step told, and the same command goes on.

What is done is told from the Hub, step by step, so that a command that was killed ends the work when it is run again.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hubtweets import card
from hubtweets._shared.progress import SILENT, Progress
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
from hubtweets.publishing.connect import connect
from hubtweets.publishing.publish import NAMESPACE
from hubtweets.record import ModelRecord, check_repo_id, slug

if TYPE_CHECKING:
    from huggingface_hub import HfApi

MESSAGE = "Take the model down"

CONFIRM_UNDO = "I took it down and say that it may come back"
"""What has to be said in words to forget a retraction."""

_REMOVAL = re.compile(
    r"\b(remov|delet|take[ -]?(it )?down|takedown|consent|privacy|gdpr|retract|opt[ -]?out|without (my )?permission)",
    re.IGNORECASE,
)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a retraction. `done` says what was removed, `left` what could not be, each in words."""

    name: str
    done: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What a retraction did: `on` is the day (YYYY-MM-DD). Nobody who asked is named."""

    repo_id: str
    on: str
    steps: tuple[Step, ...]
    deleted_repo: bool = False

    @property
    def complete(self) -> bool:
        """Whether nothing of ours is left that could still be removed."""
        return not any(step.left for step in self.steps if step.name != "what nobody can remove")

    def text(self) -> str:
        """The receipt to hand to the person who asked."""
        lines = [f"Taken down: {self.repo_id}, on {self.on}", ""]
        for step in self.steps:
            lines.append(f"{step.name}:")
            lines += [f"  removed: {item}" for item in step.done] or ([] if step.left else ["  nothing was there"])
            lines += [f"  left: {item}" for item in step.left]
        return "\n".join(lines) + "\n"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """An open discussion in which somebody seems to ask for removal."""

    repo_id: str
    number: int
    title: str
    url: str


def retract(
    name: str,
    *,
    reason: str | None = None,
    delete: bool = False,
    org_list: bool = False,
    hub: str | None = None,
    namespace: str | None = None,
    today: date | None = None,
    progress: Progress = SILENT,
) -> Receipt:
    """Take a model down completely, and remember that it is not to be made again.

    Args:
        name: a handle or a repo id.
        reason: words for the tombstone card; who asked does not belong there.
        delete: delete the whole repo instead of leaving a tombstone.
        org_list: remember it in a private data set of the repo's namespace too.
        hub: an endpoint or `local:DIR`; default huggingface_hub's own.
        namespace: where the repo of a handle is; default `huggingtweets`.
        today: the day that is written down.
        progress: told of each step.

    Returns:
        The receipt.

    Raises:
        RepoIdError, UsageError: when `name` is neither.
        HubError: when the Hub refuses a step or does not answer; the same call goes on.
    """
    bare = name.strip().removeprefix("@")
    repo_id = check_repo_id(bare if "/" in bare else f"{namespace or NAMESPACE}/{slug([bare])}")
    day = (today or datetime.now(UTC).date()).isoformat()

    def waits(wait: Wait) -> None:
        progress.note(f"Waiting {wait.seconds:.0f} s for {one_line(wait.why)}")

    with connect(hub, stop=Stop(waits=waits, clock=SYSTEM_CLOCK)) as client:
        client.need_token(repo_id)
        return _Retraction(client, repo_id, None if "/" in bare else bare, day, reason, progress).run(
            delete=delete, org_list=org_list
        )


class _Seen(NamedTuple):
    """What the repo was when the work began, as far as it still tells."""

    record: ModelRecord | None
    handles: tuple[str, ...]


class _Retraction:
    def __init__(
        self, client: HubClient, repo_id: str, handle: str | None, day: str, reason: str | None, progress: Progress
    ) -> None:
        self._client = client
        self._repo_id = repo_id
        self._handle = handle
        self._day = day
        self._reason = reason
        self._progress = progress
        self._steps: list[Step] = []

    def run(self, *, delete: bool, org_list: bool) -> Receipt:
        """All steps, in the order that makes the least visible at any moment."""
        remote = self._remote()
        asked = self._repo_id
        if remote is not None:
            check_home(self._client, asked, remote)
            self._repo_id = remote.repo_id  # as it is called now
        seen = self._seen(remote)
        names = dict.fromkeys([asked, self._repo_id, *seen.handles, *([self._handle] if self._handle else [])])
        self._remember(names, org_list)  # first of all: nobody makes it again while this goes on
        if remote is not None:
            self._step("not visible", self._hide)
            self._step("collections", self._collections)
            forks = self._forks()
            if delete:
                self._step("repo", self._delete_repo)
            else:
                self._step("card", self._tombstone)
                self._step("discussions and pull requests", self._discussions)
                self._step("history", self._squash)
                self._step("large files", self._large_files)
        else:
            forks = []
        self._step("tracked runs", lambda: self._tracked(seen.record))
        self._step("this machine", lambda: self._machine(seen.record))
        left = ["copies that people downloaded before", *(f"derived from it: {fork}" for fork in forks)]
        self._steps.append(Step(name="what nobody can remove", left=tuple(left)))
        return Receipt(repo_id=self._repo_id, on=self._day, steps=tuple(self._steps), deleted_repo=delete)

    def _step(self, name: str, do: Callable[[], Step]) -> None:
        with self._progress.task(f"Taking down {self._repo_id}: {name}"):
            step = do()
        self._steps.append(msgspec.structs.replace(step, name=name))

    def _remote(self) -> RemoteCard | None:
        try:
            return self._client.read_card(self._repo_id)
        except RepoNotFoundError:
            return None
        except UnreadableCardError as error:  # a broken card keeps nobody from being forgotten
            if error.commit is None:
                raise
            return RemoteCard(self._repo_id, None, error.commit)

    def _seen(self, remote: RemoteCard | None) -> _Seen:
        """What the card says, or, where an interrupted run has replaced it, an earlier commit's."""
        text = remote.text if remote is not None else None
        record = card.read(text).record if text is not None else None
        if remote is not None and record is None:
            with contextlib.suppress(HubError):
                for commit in remains.commits(self._client, self._repo_id)[1:2]:
                    earlier = self._client.read_card(self._repo_id, commit).text
                    record = card.read(earlier).record if earlier is not None else None
        handles = (
            (*record.handles, *(account.handle for account in record.accounts if account.handle)) if record else ()
        )
        return _Seen(record, handles)

    def _remember(self, names: dict[str, None], org_list: bool) -> None:
        def do() -> Step:
            remembered = retractions.read()
            remembered.add(names, self._day)
            retractions.write(remembered)
            done = [f"{len(names)} names, as salted hashes, on this machine"]
            if org_list:
                namespace = self._repo_id.partition("/")[0]
                retractions.write_of(self._client, namespace, names, self._day)
                done.append(f"the same in the private data set {namespace}/{retractions.ORG_LIST}")
            return Step(name="", done=tuple(done))

        self._step("remembered", do)

    def _hide(self) -> Step:
        return _told(remains.hide(self._client, self._repo_id))

    def _collections(self) -> Step:
        return _told(remains.collections(self._client, self._repo_id))

    def _tombstone(self) -> Step:
        text = tombstone(self._day, self._reason)
        removed: list[str] = []

        def change(remote: RemoteCard) -> RepoChange | None:
            gone = set(self._client.list_files(self._repo_id)) - {"README.md", ".gitattributes"}
            removed[:] = sorted(gone)
            same = remote.text is not None and card.retracted(remote.text) is not None
            if same and not gone:
                return None
            return RepoChange(card=None if same else text, delete=frozenset(gone))

        update_repo(self._client, self._repo_id, change, message=MESSAGE, any_card=True)
        return Step(name="", done=tuple(f"the file {name}" for name in removed) or ("the card's facts",))

    def _discussions(self) -> Step:
        return _told(remains.discussions(self._client, self._repo_id))

    def _squash(self) -> Step:
        return _told(remains.history(self._client, self._repo_id, MESSAGE))

    def _large_files(self) -> Step:
        return _told(remains.large_files(self._client, self._repo_id))

    def _delete_repo(self) -> Step:
        return _told(remains.whole_repo(self._client, self._repo_id))

    def _forks(self) -> list[str]:
        """Models on the same Hub that say they come from this one."""
        with contextlib.suppress(HubError):
            return remains.derived(self._client, self._repo_id)
        return []

    def _tracked(self, record: ModelRecord | None) -> Step:
        if record is None or not record.tracked_runs:
            return Step(name="")
        with tempfile.TemporaryDirectory(prefix="hubtweets-") as folder:
            ends = delete_runs(record.tracked_runs, Path(folder))
        return Step(
            name="",
            done=tuple(address for address, error in ends.items() if error is None),
            left=tuple(f"{address}: {error}" for address, error in ends.items() if error is not None),
        )

    def _machine(self, record: ModelRecord | None) -> Step:
        """Weights, posts and checkpoints of this model in the caches of this machine."""
        import platformdirs
        from huggingface_hub import constants

        folders = [Path(constants.HF_HUB_CACHE) / f"models--{self._repo_id.replace('/', '--')}"]
        if record is not None and record.fingerprint:
            folders.append(platformdirs.user_cache_path("hubtweets") / "runs" / record.fingerprint[:24])
        posts = platformdirs.user_cache_path("hubtweets", appauthor=False) / "x"
        names = {account.handle.lower() for account in record.accounts} if record else set[str]()
        folders += [path for path in (posts.iterdir() if posts.is_dir() else ()) if _is_of(path, names)]
        done = []
        for folder in folders:
            if folder.exists():
                shutil.rmtree(folder)
                done.append(str(folder))
        return Step(name="", done=tuple(done))


def _told(gone: remains.Gone) -> Step:
    return Step(name="", done=gone.done, left=gone.left)


def _is_of(folder: Path, handles: set[str]) -> bool:
    """Whether a folder of the X API's kept answers is of one of these accounts."""
    needle = tuple(f'"username":"{handle}"'.encode() for handle in handles)
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()[:100_000].replace(b" ", b"").lower()
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


def requests(organisation: str, *, hub: str | None = None) -> list[Request]:
    """Open discussions of an organisation's models in which somebody seems to ask for removal.

    Raises:
        HubError: when the Hub refuses or does not answer.
    """
    found: list[Request] = []
    with connect(hub) as client:
        from huggingface_hub import HfApi

        api = HfApi(endpoint=client.endpoint, token=client.token, library_name="hubtweets")
        for page in client.list_models(organisation):
            for repo in page.repos:
                with contextlib.suppress(HubError):  # a repo without discussions, or none that this token may see
                    found += _asking(api, client, repo.id)
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
