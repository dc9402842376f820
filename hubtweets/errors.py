"""Every error that hubtweets raises on purpose.

HubtweetsError                      exit code 1
├── UsageError (ValueError)         exit code 2: what was asked for cannot be meant
│   ├── HandleError                 .handle
│   ├── RepoIdError                 .repo_id
│   ├── SourceSpecError             .spec
│   │   └── WhosePostsError         .authors; nobody says whose posts a source holds
│   └── ProjectError                .path; a hubtweets.toml that is missing or cannot be meant
├── RecordError (ValueError)        the facts of a card do not hold together
├── MissingExtraError (ImportError) .extra; an optional dependency is not installed
├── PostsError                      where posts come from
│   ├── ArchiveError (ValueError)   .path; not an archive, damaged, or unsafe
│   │   ├── ArchiveTooLargeError    .size, .limit (bytes)
│   │   └── NoPostsError            an archive that holds no posts
│   ├── SourceError                 .handle; a network source refused or failed
│   │   ├── AccountNotFoundError
│   │   ├── AccountSuspendedError
│   │   ├── AccountProtectedError   its posts are for followers only
│   │   ├── CredentialsError        no token, or one that the source does not accept (401)
│   │   ├── ConsentError            the account has declared that it does not want models made of it
│   │   ├── CreditsError            nothing left to pay with (402), or a monthly cap is reached
│   │   ├── SourceRefusedError      the token may not do this (403)
│   │   ├── SourceRateLimitError    .retry_after (seconds)
│   │   ├── SourceUnavailableError  no answer, or an error of the server's own (5xx)
│   │   └── CostError               .cost, .limit (US dollars); not confirmed
│   └── TooLittleTextError          .handle, .characters, .needed
├── ModelError                      training
│   ├── BaseModelError              .base_model; unknown, unreadable or not a causal language model
│   ├── OutputFolderError (OSError) .path; not writable, or the disk is full
│   ├── TrackerError                .tracker; refused, did not answer, or is not set up
│   ├── TrackingFolderError         .path; a folder in which no tracker kept a run
│   └── RunFolderError (ValueError) .path; a folder that is not a Trainer's output
├── CardError (ValueError)
│   ├── TemplateError               .template, .line
│   ├── CardReadError               .place
│   ├── MergeConflictError          .repo_id, .conflicts
│   └── RetractedError              .repo_id; taken down at somebody's request
├── HubError (OSError)              .repo_id, .endpoint
│   ├── NotLoggedInError            no token
│   ├── TokenRejectedError          the Hub does not know this token
│   ├── NoWriteAccessError          the token may not write to this repo
│   ├── TrustedPublishingError      .claims; the Hub does not take this CI job as a publisher of the repo
│   ├── RepoNotFoundError
│   ├── RepoMovedError              .moved_to; the repo is somebody else's now
│   ├── UnreadableCardError         .why, .commit; a README.md that is no card that could be decided on
│   ├── InvalidCardError            the Hub refused the front matter
│   ├── CommitConflictError         .attempts; somebody else kept committing
│   ├── RateLimitedError            .retry_after (seconds)
│   └── HubUnreachableError
├── LocalHubError                   the embedded Hub: its folder or its port
├── PlanError (ValueError)          .path; not a plan, or not one for this Hub and template
└── LedgerError (OSError)           .path; a ledger that cannot be read or written

Each says what failed, why, and in `hint` the next command to run. A message never holds a token.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

DOCS = "https://github.com/hubtweets/hubtweets/tree/main/docs"
"""Where hints send people: an installed package has no docs beside it."""

__all__ = [
    "AccountNotFoundError",
    "AccountProtectedError",
    "AccountSuspendedError",
    "ArchiveError",
    "ArchiveTooLargeError",
    "BaseModelError",
    "CardError",
    "CardReadError",
    "CommitConflictError",
    "ConsentError",
    "CostError",
    "CredentialsError",
    "CreditsError",
    "HandleError",
    "HubError",
    "HubUnreachableError",
    "HubtweetsError",
    "HubtweetsWarning",
    "InvalidCardError",
    "LedgerError",
    "LocalHubError",
    "MergeConflictError",
    "MissingExtraError",
    "ModelError",
    "NoPostsError",
    "NoWriteAccessError",
    "NotLoggedInError",
    "OutputFolderError",
    "PlanError",
    "PostsError",
    "ProjectError",
    "RateLimitedError",
    "RecordError",
    "RepoIdError",
    "RepoMovedError",
    "RepoNotFoundError",
    "RetractedError",
    "RunFolderError",
    "SourceError",
    "SourceRateLimitError",
    "SourceRefusedError",
    "SourceSpecError",
    "SourceUnavailableError",
    "TemplateError",
    "TokenRejectedError",
    "TooLittleTextError",
    "TrackerError",
    "TrackingFolderError",
    "TrustedPublishingError",
    "UnreadableCardError",
    "UsageError",
    "WhosePostsError",
]


LONGEST_MESSAGE = 4_000
"""Characters: a message may quote names and values that strangers chose, which can be megabytes long."""


class HubtweetsError(Exception):
    """Base of the tree.

    Args:
        message: what failed and why, in one sentence or two; cut after `LONGEST_MESSAGE`.
        hint: the next thing to do, preferably a command.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        self.message = message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}…"
        super().__init__(self.message)
        self.hint = hint

    def __str__(self) -> str:  # the OSError leaves would otherwise print an errno form
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:  # the usual way calls a leaf's __init__ without its named arguments
        return _restored, (type(self), self.args, vars(self))

    def fields(self) -> dict[str, Any]:
        """The error's own fields, JSON-ready, for `--json` output."""
        own = {
            key: value
            for key, value in vars(self).items()
            if key not in ("message", "hint") and not key.startswith("_") and value is not None
        }
        return {key: str(value) if isinstance(value, Path) else value for key, value in own.items()}


def _restored(kind: type[HubtweetsError], args: tuple[Any, ...], fields: dict[str, Any]) -> HubtweetsError:
    """An error that came from another process."""
    error = kind.__new__(kind, *args)
    vars(error).update(fields)
    return error


class HubtweetsWarning(UserWarning):
    """What somebody should act on, and nothing fails for: what the command line prints as a warning."""


class UsageError(HubtweetsError, ValueError):
    """What was asked for cannot be meant; nothing was started."""

    exit_code = 2


class HandleError(UsageError):
    """A handle that its platform would not allow."""

    def __init__(self, message: str, *, handle: str, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.handle = handle


class RepoIdError(UsageError):
    """A repo id that the Hub would not allow."""

    def __init__(self, message: str, *, repo_id: str, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.repo_id = repo_id


class SourceSpecError(UsageError):
    """A `--posts` value that names no known source."""

    def __init__(self, message: str, *, spec: str, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.spec = spec


class ProjectError(UsageError):
    """A `hubtweets.toml` that is missing, is no TOML, or has a key or value that cannot be meant."""

    def __init__(self, message: str, *, path: Path, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


_WHOSE = "--as HANDLE (`handles` in hubtweets.toml; an argument in Python)."


class WhosePostsError(SourceSpecError):
    """It is not certain whose posts a source holds; `authors` counts the posts of each account that it names.

    The names are to be printable, as `one_line` makes them.
    """

    def __init__(self, spec: str, authors: Mapping[str, int], handle: str | None = None) -> None:
        self.authors = dict(authors)
        if not authors:
            message, hint = f"{spec} does not say whose posts it holds.", f"Say it: {_WHOSE}"
        else:
            listed = ", ".join(f"@{who[:80]} ({count:,})" for who, count in list(authors.items())[:10])
            accounts = f"{len(authors):,} accounts" if len(authors) > 1 else "1 account"
            message = f"{spec} holds posts of {accounts}: {listed}{', …' if len(authors) > 10 else ''}."
            if handle is not None:
                message = f"{handle[:80]!r} is not one of those whose posts are there. {message}"
            hint = f"Choose one: {_WHOSE}"
            if handle is not None and len(authors) == 1:
                hint = f"Leave the handle out: the source says whose posts they are. If you do mean another: {_WHOSE}"
        super().__init__(message, spec=spec, hint=hint)


class RecordError(HubtweetsError, ValueError):
    """The facts of a card do not hold together, or are not a record at all."""


class MissingExtraError(HubtweetsError, ImportError):
    """An optional dependency is needed and not installed."""

    def __init__(self, what: str, *, extra: str) -> None:
        super().__init__(
            f"{what} needs libraries that are not installed (the extra `{extra}`).",
            hint=f"pip install 'hubtweets[{extra}]'",
        )
        self.extra = extra


class PostsError(HubtweetsError):
    """Something about the posts or where they come from."""


class ArchiveError(PostsError, ValueError):
    """Not an archive, a damaged one, or one that would write or read outside itself."""

    def __init__(self, message: str, *, path: Path, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


class ArchiveTooLargeError(ArchiveError):
    """A file of the archive is over the stated size; `size` and `limit` are in bytes."""

    def __init__(self, message: str, *, path: Path, size: int, limit: int, hint: str | None = None) -> None:
        super().__init__(message, path=path, hint=hint)
        self.size = size
        self.limit = limit


class NoPostsError(ArchiveError):
    """A readable archive in which there are no posts."""


class SourceError(PostsError):
    """A source on the network refused or failed."""

    def __init__(self, message: str, *, handle: str | None = None, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.handle = handle


class AccountNotFoundError(SourceError):
    """The source knows no such account."""


class AccountSuspendedError(SourceError):
    """The account is suspended or taken down; nobody can read it."""


class AccountProtectedError(SourceError):
    """The account's posts are for its followers only."""


class CredentialsError(SourceError):
    """There is no token for the source, or it does not accept the one there is."""


class ConsentError(SourceError):
    """The account has declared that it does not want models made of its posts, and nobody said that it agreed."""


class CreditsError(SourceError):
    """What was paid for is used up, or the month's cap is reached."""


class SourceRefusedError(SourceError):
    """The token is good, but may not do this."""


class SourceRateLimitError(SourceError):
    """The source asks to wait for longer than it makes sense to; `retry_after` is in seconds."""

    def __init__(
        self, message: str, *, handle: str | None = None, retry_after: float | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message, handle=handle, hint=hint)
        self.retry_after = retry_after


class SourceUnavailableError(SourceError):
    """No answer, or an error of the server's own."""


class CostError(SourceError):
    """Reading would cost more than was agreed to; `cost` and `limit` are in US dollars."""

    def __init__(
        self, message: str, *, cost: float, limit: float, handle: str | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message, handle=handle, hint=hint)
        self.cost = cost
        self.limit = limit


class TooLittleTextError(PostsError, ValueError):
    """Fewer characters of kept text than a model can learn anything from."""

    def __init__(self, *, handle: str, characters: int, needed: int, left_out: int = 0) -> None:
        fewer = f" Or leave fewer out: {left_out:,} posts were." if left_out else ""
        super().__init__(
            f"@{handle} has {characters:,} characters of text that can be kept; at least {needed:,} are needed.",
            hint=f"Add more posts: a newer archive, or another account beside this one.{fewer}",
        )
        self.handle = handle
        self.characters = characters
        self.needed = needed


class ModelError(HubtweetsError):
    """Something about training or the files of a model."""


class BaseModelError(ModelError, ValueError):
    """A base model that does not exist, cannot be read, or is not a causal language model."""

    def __init__(self, message: str, *, base_model: str, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.base_model = base_model


class OutputFolderError(ModelError, OSError):
    """A folder that cannot be written: no permission, not a folder, or a full disk."""

    def __init__(self, message: str, *, path: Path, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


class TrackerError(ModelError):
    """An experiment tracker refused, did not answer, or is not set up."""

    def __init__(self, message: str, *, tracker: str, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.tracker = tracker


class TrackingFolderError(ModelError, ValueError):
    """A folder in which no tracker kept a run."""

    def __init__(self, message: str, *, path: Path, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


class RunFolderError(ModelError, ValueError):
    """A folder that is not the output of a Trainer."""

    def __init__(self, message: str, *, path: Path, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


class CardError(HubtweetsError, ValueError):
    """Something about a model card."""


class TemplateError(CardError):
    """A template that is missing, broken, or uses a variable that the contract does not have."""

    def __init__(self, message: str, *, template: str, line: int | None = None, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.template = template
        self.line = line


class CardReadError(CardError):
    """A card whose facts cannot be read; `place` says where, as `line` or `line:column`."""

    def __init__(self, message: str, *, place: str | None = None, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.place = place


class MergeConflictError(CardError):
    """People's edits and the new card touch the same place; both sides are in `conflicts`."""

    def __init__(
        self, message: str, *, repo_id: str | None = None, conflicts: Sequence[Any] = (), hint: str | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.repo_id = repo_id
        self.conflicts = list(conflicts)


class RetractedError(CardError):
    """The model was taken down at somebody's request; its repo is never written to again."""

    def __init__(self, message: str, *, repo_id: str, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.repo_id = repo_id


class HubError(HubtweetsError, OSError):
    """The Hub refused or could not be reached."""

    def __init__(
        self, message: str, *, repo_id: str | None = None, endpoint: str | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.repo_id = repo_id
        self.endpoint = endpoint


class NotLoggedInError(HubError):
    """No token was found where one is needed."""


class TokenRejectedError(HubError):
    """The Hub does not know this token, or it has expired."""


class NoWriteAccessError(HubError):
    """The token is good, but may not write here."""


class TrustedPublishingError(HubError):
    """A CI job without a token is not taken as a publisher of a repo; `claims` is what it said of itself."""

    def __init__(
        self,
        message: str,
        *,
        claims: Mapping[str, str] | None = None,
        repo_id: str | None = None,
        endpoint: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, repo_id=repo_id, endpoint=endpoint, hint=hint)
        self.claims = dict(claims or {})


class RepoNotFoundError(HubError):
    """No such repo, or a private one of somebody else."""


class RepoMovedError(HubError):
    """The repo was moved to another user or organisation, `moved_to`; it was left alone."""

    def __init__(
        self, message: str, *, moved_to: str, repo_id: str, endpoint: str | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message, repo_id=repo_id, endpoint=endpoint, hint=hint)
        self.moved_to = moved_to


class UnreadableCardError(HubError):
    """There is a README.md that nothing can be decided on: too large, not UTF-8, or not for this token.

    `why` is that in a few words, `commit` the one it was looked at, where that is known.
    """

    def __init__(
        self,
        message: str,
        *,
        why: str,
        commit: str | None = None,
        repo_id: str | None = None,
        endpoint: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, repo_id=repo_id, endpoint=endpoint, hint=hint)
        self.why = why
        self.commit = commit


class InvalidCardError(HubError):
    """The Hub refused a commit because of the card's front matter."""


class CommitConflictError(HubError):
    """Somebody else committed each time in between; nothing was overwritten."""

    def __init__(
        self,
        message: str,
        *,
        attempts: int,
        repo_id: str | None = None,
        endpoint: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, repo_id=repo_id, endpoint=endpoint, hint=hint)
        self.attempts = attempts


class RateLimitedError(HubError):
    """The Hub asks to wait; `retry_after` is in seconds."""

    def __init__(
        self,
        message: str,
        *,
        retry_after: float | None = None,
        repo_id: str | None = None,
        endpoint: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message, repo_id=repo_id, endpoint=endpoint, hint=hint)
        self.retry_after = retry_after


class HubUnreachableError(HubError):
    """No answer: no network, a wrong endpoint, or a Hub that is down."""


class LocalHubError(HubtweetsError, OSError):
    """The embedded Hub cannot open its folder or its port."""

    def __init__(self, message: str, *, path: Path | None = None, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


class PlanError(HubtweetsError, ValueError):
    """A file that is not a whole plan of a batch, or not one for this Hub and template."""

    def __init__(self, message: str, *, path: Path, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path


class LedgerError(HubtweetsError, OSError):
    """The ledger of a batch cannot be read or written."""

    def __init__(self, message: str, *, path: Path, hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.path = path
