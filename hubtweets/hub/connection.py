"""A Hub, and what is asked of it one request at a time: who we are, and what a repo holds."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

from hubtweets._shared.frontmatter import LARGEST_CARD
from hubtweets.errors import (
    HubError,
    NotLoggedInError,
    NoWriteAccessError,
    RepoIdError,
    RepoNotFoundError,
    TrustedPublishingError,
    UnreadableCardError,
)
from hubtweets.hub import answers, repos, tokens
from hubtweets.hub.clock import SYSTEM_CLOCK, Clock
from hubtweets.hub.failures import LOG_IN, offline, translated
from hubtweets.hub.identity import Identity, read_identity
from hubtweets.hub.pacing import Budget, Quota, Stop, Wait

if TYPE_CHECKING:
    from typing import Self

    from hubtweets.hub.session import Answer, HubSession

CARD = "README.md"

MOST_LINES = 50_000
"""Of a card; each line is an object or several when it is merged. The longest known card has 3,000."""


class RemoteCard(NamedTuple):
    """A repo's card at a commit.

    `repo_id` is the repo as the Hub names it now: another one than was asked for, where it was renamed or moved, or
    only its case differs. `text` is None where the repo has no README.md.
    """

    repo_id: str
    text: str | None
    commit: str


class RemoteFile(NamedTuple):
    """A file of a repo. `size` is in bytes; `blob_id` is git's; `sha256` is that of the content, for large files."""

    size: int
    blob_id: str
    sha256: str | None = None


class HubConnection:
    """A Hub at `endpoint`, asked with `token`. One for each Hub; safe for several threads.

    Every request is paced by what the Hub says of its rate limits, counted, has a deadline in all, and is sent again
    where that is safe. A context manager: leaving it closes the connections.

    Args:
        endpoint: default HF_ENDPOINT, or else huggingface.co.
        token: default the token of this machine, where it was given for this endpoint; see `hubtweets.hub.tokens`.
        stop: when to stop, and how long the work may take; default never.
        clock: what time is taken from; with `stop`, that one's counts.
        commit_budget: how many commits may be made in an hour; default as many as the Hub takes.
        waits: called for each wait of more than 3 seconds; with `stop`, that one's counts.
        send_token: the token of this machine was given for this endpoint.

    Raises:
        UsageError: when `endpoint` is not an http or https address, or the token would go there unencrypted.
        TokenRejectedError: when the token holds characters that no token has.
        NotLoggedInError: when a trusted publisher's token was asked for and refused.
    """

    def __init__(
        self,
        endpoint: str | None = None,
        token: str | None = None,
        *,
        stop: Stop | None = None,
        clock: Clock = SYSTEM_CLOCK,
        commit_budget: Quota | None = None,
        waits: Callable[[Wait], None] | None = None,
        send_token: bool = False,
    ) -> None:
        from hubtweets.hub.session import HubSession
        from hubtweets.hub.transport import bound_library

        self.endpoint = tokens.checked_endpoint(endpoint)
        self.stop = stop or Stop(waits=waits, clock=clock)
        self.commit_budget = commit_budget or Quota(None)
        bound_library()  # which may fetch the token
        with translated(self.endpoint):
            self._token = tokens.Token(self.endpoint, token, send_token=send_token, stop=self.stop)
        self.session: HubSession = HubSession(self.endpoint, self._token, self.stop)
        weakref.finalize(self, self.session.close)
        self._identity: Identity | None = None
        self.valid_card: str | None = None  # the digest of the last one that the Hub said is valid
        self._asking = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.endpoint!r})"

    def close(self) -> None:
        """Close the connections."""
        self.session.close()

    @property
    def token(self) -> str | None:
        """The token that requests are sent with; None too where each repo has one of its own, see `token_for`."""
        with translated(self.endpoint):
            return self._token()

    def token_for(self, repo_id: str) -> str | None:
        """The token that writes to a repo: a CI job without a stored one exchanges its id token for that repo's.

        Args:
            repo_id: a model repo, or another with its kind before its name; see `hubtweets.hub.repos`.

        Raises:
            TrustedPublishingError: when the repo does not take this job as a publisher.
            HubUnreachableError: when nobody answers.
        """
        with translated(self.endpoint, repo_id):
            return self._token(repo_id, exchange=True)

    @property
    def requests_sent(self) -> int:
        """How many requests were sent, those of large files aside."""
        return self.session.sent

    def budgets(self) -> list[Budget]:
        """What the Hub's rate limits leave, as far as they are known."""
        return self.session.budgets()

    def url(self, repo_id: str) -> str:
        """The page of a repo."""
        return f"{self.endpoint}/{repo_id}"

    # -- who -------------------------------------------------------------------------------------------------------

    def need_token(self, repo_id: str | None = None) -> None:
        """See that there is a token: for the repo, or for any where none is named.

        Raises:
            NotLoggedInError: when there is none for this Hub.
            TrustedPublishingError: when there is none, and the repo does not take this CI job as a publisher.
        """
        if not (self._token.per_repo if repo_id is None else self.token_for(repo_id)) and not self.token:
            why = self._token.not_sent or "none was found"
            raise NotLoggedInError(
                f"Publishing to {self.endpoint} needs a token, and {why}.",
                repo_id=repo_id,
                endpoint=self.endpoint,
                hint=LOG_IN,
            )

    def whoami(self) -> Identity:
        """Whom the token belongs to; asked once.

        Raises:
            NotLoggedInError: when there is no token.
            TokenRejectedError: when the Hub does not know it.
            HubError: when the Hub refuses or does not answer.
        """
        with self._asking:
            if self._identity is None:
                self.need_token()
                if self._token.per_repo:
                    raise NotLoggedInError(
                        f"This job publishes to {self.endpoint} as no user: each repo gives it a token of its own.",
                        endpoint=self.endpoint,
                        hint="Say where the repo is (namespace or repo_id); where pull requests are to be opened, "
                        "store HF_TOKEN.",
                    )
                answer = self.get_json("/api/whoami-v2")
                self._identity = read_identity(answer)
            return self._identity

    def namespace_exists(self, namespace: str) -> bool:
        """Whether there is a user or an organisation of that name.

        Raises:
            HubError: when the Hub refuses or does not answer.
        """
        for kind in ("organizations", "users"):
            answer = self.get("api", f"/api/{kind}/{quote(namespace, safe='')}/overview")
            if answer.status != 404:
                self.session.raise_for(answer, None)
                return True
        return False

    def check_write(self, repo_id: str, *, exists: bool) -> None:
        """Ask, before any long work, whether this token may commit to `repo_id` or create it.

        Raises:
            NotLoggedInError, TokenRejectedError, NoWriteAccessError, TrustedPublishingError: when it may not.
        """
        self.need_token(repo_id)
        resource = self._token.resource
        if resource is not None and resource.lower() != repo_id.lower():
            raise NoWriteAccessError(
                f"The token of this job is for {resource} alone (HF_OIDC_RESOURCE), not for {repo_id}.",
                repo_id=repo_id,
                endpoint=self.endpoint,
                hint="Unset HF_OIDC_RESOURCE: each repo is then asked for a token of its own.",
            )
        if resource is None and not self._token.per_repo:  # a trusted publisher's token knows no user
            self._check_identity(repo_id)
        if exists:
            answer = self.get("api", f"{repos.api(repo_id)}/auth-check/write", repo_id=repo_id)
            # else a Hub without that question
            if answer.status not in (404, 405) or answer.headers.get("x-error-code"):
                self.session.raise_for(answer, repo_id, writing=True)

    def _check_identity(self, repo_id: str) -> None:
        identity = self.whoami()
        why = identity.why_not(repo_id)
        if why is None:
            return
        repo = repos.parts(repo_id)
        namespace, own = repo.namespace, f"{identity.name}/{repo.name}"
        elsewhere = f", or publish to {own}." if identity.name != namespace else "."
        raise NoWriteAccessError(
            f"{identity.name} cannot publish {repo_id}: {why}.",
            repo_id=repo_id,
            endpoint=self.endpoint,
            hint=f"Use a token with write access to {namespace}{elsewhere}",
        )

    def is_private(self, repo_id: str) -> bool | None:
        """Whether a model repo is private; None where there is none, or the token may not see it.

        Raises:
            HubError: when the Hub does not say.
        """

        def private(answer: Answer) -> bool | None:
            told = answers.decoded(answer.content)
            stated = told.get("private") if isinstance(told, dict) else None
            return stated if isinstance(stated, bool) else None

        def fault(answer: Answer) -> str | None:
            return "it does not say who may see it" if answer.status < 300 and private(answer) is None else None

        answer = self.get("api", f"/api/models/{repo_id}", repo_id=repo_id, fault=fault)
        if answer.status in (401, 404):
            return None
        self.session.raise_for(answer, repo_id)
        return private(answer)

    # -- reading ---------------------------------------------------------------------------------------------------

    def read_card(self, repo_id: str, revision: str = "main") -> RemoteCard:
        """The README.md of a repo and the commit it was read at, in one request.

        Raises:
            RepoNotFoundError: when there is no such repo, or the token may not see it.
            UnreadableCardError: when the card is larger than 4 MiB, has too many lines or is not UTF-8, or the
                repo is gated.
            HubError: when the Hub refuses, or what answers is no Hub: the ETag must be the card's.
        """
        from hubtweets.hub.session import TooLargeError

        def fault(answer: Answer) -> str | None:
            if answer.status >= 300:
                return None if answer.status >= 400 else "it leads elsewhere"
            etag = answer.header("x-linked-etag") or answer.headers.get("etag") or ""
            if answer.status != 200 or not etag or answer.header("x-repo-commit") is None:
                return "it does not say which file it is"
            return None if answers.is_file(etag, answer.content) else "it is not the file that it says it is"

        path = f"/{repo_id}/resolve/{quote(revision, safe='')}/{CARD}"
        try:
            answer = self.get("resolvers", path, repo_id=repo_id, limit=LARGEST_CARD, elsewhere=True, fault=fault)
        except TooLargeError as error:
            commit = error.headers.get("x-repo-commit")
            raise self._unreadable(repo_id, f"it has more than {LARGEST_CARD // 2**20} MiB", commit) from None
        named = self._named(repo_id, [path for _, path in answer.hops])
        code = answer.header("x-error-code")
        if code == "EntryNotFound":
            return RemoteCard(named, None, answer.header("x-repo-commit") or self.head(named, revision))
        if code == "GatedRepo":
            raise self._unreadable(repo_id, "the repo is gated, and this token has no access", None)
        if answer.status in (401, 404) and self._token.per_repo and not self._token(repo_id):
            try:  # it may be private, and this job its publisher
                self.token_for(repo_id)
            except TrustedPublishingError as error:
                raise self._no_repo(repo_id) from error
            return self.read_card(repo_id, revision)
        if answer.status == 401 and not self._token(repo_id):  # how a Hub says that there is none, or not for everybody
            raise self._no_repo(repo_id)
        self.session.raise_for(answer, repo_id)
        commit = answer.header("x-repo-commit")
        assert commit is not None  # noqa: S101  (`fault` looked)
        if answer.content.count(b"\n") > MOST_LINES:
            raise self._unreadable(repo_id, f"it has more than {MOST_LINES:,} lines", commit)
        try:
            return RemoteCard(named, answer.content.decode(), commit)
        except UnicodeDecodeError:
            raise self._unreadable(repo_id, "it is not UTF-8; to write it again would damage it", commit) from None

    def _no_repo(self, repo_id: str) -> RepoNotFoundError:
        return RepoNotFoundError(
            f"There is no repo {repo_id} on {self.endpoint}, or it is private.",
            repo_id=repo_id,
            endpoint=self.endpoint,
            hint=LOG_IN,
        )

    def _named(self, asked: str, hops: list[str]) -> str:
        """The repo as the last address that was redirected to names it.

        Raises:
            HubError: when that is no name of a repo.
        """
        for path in reversed(hops):
            before, resolve, _ = path.partition("/resolve/")
            kind = repos.parts(asked).kind
            cached = path.partition(f"/api/resolve-cache/{kind}s/")[2]
            parts = before.rstrip("/").split("/")[-2:] if resolve else cached.split("/")[:2]
            if len(parts) == 2 and all(parts):
                try:
                    return repos.checked("/".join(parts if kind == "model" else [f"{kind}s", *parts]))
                except RepoIdError:
                    raise self.unknown_answer(asked) from None
        return asked

    def _unreadable(self, repo_id: str, why: str, commit: str | None) -> UnreadableCardError:
        return UnreadableCardError(
            f"The {CARD} of {repo_id} cannot be read: {why}.",
            repo_id=repo_id,
            endpoint=self.endpoint,
            why=why,
            commit=commit,
            hint=f"Look at {self.url(repo_id)}, put it right there, then run the same command again.",
        )

    def head(self, repo_id: str, revision: str = "main") -> str:
        """The commit that a branch or a pull request is at.

        Raises:
            RepoNotFoundError: when there is no such repo.
            HubError: when the Hub refuses or does not answer.
        """
        answer = self.get_json(f"{repos.api(repo_id)}/revision/{quote(revision, safe='')}", repo_id=repo_id)
        commit = answer.get("sha") if isinstance(answer, dict) else None
        if not isinstance(commit, str):
            raise self.unknown_answer(repo_id)
        return commit

    def list_files(self, repo_id: str, revision: str = "main") -> dict[str, RemoteFile]:
        """All files of a repo, by path.

        Raises:
            RepoNotFoundError: when there is no such repo.
            HubError: when the Hub refuses or does not answer.
        """
        files: dict[str, RemoteFile] = {}
        path: str | None = f"{repos.api(repo_id)}/tree/{quote(revision, safe='')}"
        params = [("recursive", "true")]
        seen = set[str]()
        while path is not None and path not in seen:
            seen.add(path)
            answer = self.get("api", path, params, repo_id=repo_id)
            self.session.raise_for(answer, repo_id)
            entries = answers.decoded(answer.content)
            if not isinstance(entries, list):
                raise self.unknown_answer(repo_id)
            files.update(_remote_file(entry) for entry in entries if _is_file(entry))
            path, params = self.session.next_page(answer, "/tree/"), []
        return files

    def read_file_range(self, repo_id: str, path: str, first: int, last: int, revision: str = "main") -> bytes:
        """The bytes `first` to `last`, both counted in, of a file in a repo.

        Raises:
            HubError: when the Hub refuses, does not answer, or has no such bytes.
        """
        from hubtweets.hub.session import TooLargeError

        address = f"/{repo_id}/resolve/{quote(revision, safe='')}/{quote(path)}"
        wanted = {"Range": f"bytes={first}-{last}"}
        try:
            answer = self.get(
                "resolvers", address, repo_id=repo_id, limit=last - first + 1, elsewhere=True, headers=wanted
            )
        except TooLargeError:
            raise self.unknown_answer(repo_id) from None
        self.session.raise_for(answer, repo_id)
        if answer.status != 206 and first:
            raise self.unknown_answer(repo_id)
        return answer.content

    # -- for the modules beside this one ---------------------------------------------------------------------------

    def get(self, route: str, path: str, *args: Any, **more: Any) -> Answer:
        """See `HubSession.get`.

        Raises:
            HubUnreachableError: when the environment says that the network is not to be used.
        """
        self.check_online()
        return self.session.get(route, path, *args, **more)

    def get_json(self, path: str, params: list[tuple[str, str]] | None = None, *, repo_id: str | None = None) -> Any:
        """The JSON that an address of the API answers with.

        Raises:
            HubError: when the Hub refuses or does not answer.
        """

        def fault(answer: Answer) -> str | None:
            return "no JSON" if answer.status < 300 and answers.decoded(answer.content) is None else None

        answer = self.get("api", path, params or [], repo_id=repo_id, fault=fault)
        self.session.raise_for(answer, repo_id)
        return answers.decoded(answer.content)

    def check_online(self) -> None:
        """See that the network may be used; loopback always may.

        Raises:
            HubUnreachableError: when HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE says that it may not.
        """
        from huggingface_hub import constants

        if constants.is_offline_mode() and not tokens.is_loopback(self.endpoint):
            raise offline(self.endpoint)

    def unknown_answer(self, repo_id: str | None) -> HubError:
        """The error for an answer of the API that is not as its documentation says."""
        return HubError(
            f"{self.endpoint} gave an answer that is not known{f' about {repo_id}' if repo_id else ''}.",
            repo_id=repo_id,
            endpoint=self.endpoint,
            hint="Run the same command again; if that is all it says, this Hub may be too old or too new.",
        )


def _is_file(entry: Any) -> bool:
    return isinstance(entry, dict) and entry.get("type") == "file" and isinstance(entry.get("path"), str)


def _remote_file(entry: dict[str, Any]) -> tuple[str, RemoteFile]:
    large, size = entry.get("lfs"), entry.get("size")
    sha256 = large.get("oid") if isinstance(large, dict) else None
    return entry["path"], RemoteFile(size if isinstance(size, int) else 0, str(entry.get("oid", "")), sha256)
