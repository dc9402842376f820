"""The ways the Hub says no: status code, `X-Error-Code`, `X-Error-Message` and body, as huggingface.co gives them."""

from __future__ import annotations

from collections.abc import Mapping

from hubtweets.localhub.storage import errors
from hubtweets.localhub.storage.errors import StorageError


class Refusal(Exception):  # noqa: N818  (an answer, not an error of hubtweets)
    """An answer other than success; raised anywhere while a request is handled.

    `code` goes into `X-Error-Code`, which huggingface_hub turns into its own exceptions.
    """

    def __init__(
        self, status: int, message: str, *, code: str | None = None, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.headers = dict(headers or {})


_STORAGE: tuple[tuple[type[StorageError], int, str | None], ...] = (
    (errors.RepoNotFoundError, 404, "RepoNotFound"),
    (errors.RevisionNotFoundError, 404, "RevisionNotFound"),
    (errors.EntryNotFoundError, 404, "EntryNotFound"),
    (errors.ObjectNotFoundError, 404, None),
    (errors.ExistsError, 409, None),
    (errors.InvalidPathError, 422, None),
    (errors.TooLargeError, 413, None),
    (StorageError, 400, None),
)


def from_storage(error: StorageError) -> Refusal:
    """What the Hub answers where the storage said no."""
    status, code = next((status, code) for kind, status, code in _STORAGE if isinstance(error, kind))
    return Refusal(status, error.message, code=code)


def repo_not_found(*, known_caller: bool) -> Refusal:
    """A missing repo, or a private one of somebody else: the Hub does not say which.

    Without a (good) token the Hub answers 401 for both, see `hf_raise_for_status` in huggingface_hub.
    """
    if known_caller:
        return Refusal(404, "Repository not found", code="RepoNotFound")
    return Refusal(401, "Invalid username or password.", code="RepoNotFound")


def disabled() -> Refusal:
    """A repo that the Hub has closed, also to its owner; huggingface_hub knows it by this very message."""
    return Refusal(403, "Access to this resource is disabled.")


def entry_not_found(path: str = "", headers: Mapping[str, str] | None = None) -> Refusal:
    """No such file or folder at this revision."""
    message = f"{path} does not exist" if path else "Entry not found"
    return Refusal(404, message, code="EntryNotFound", headers=headers)


def forbidden(message: str) -> Refusal:
    """The token is good, but not for this."""
    return Refusal(403, message)


def unauthorized(message: str = "Invalid username or password.") -> Refusal:
    """A token is needed, or the one given is not known."""
    return Refusal(401, message)


def bad_request(message: str) -> Refusal:
    """What was sent cannot be meant."""
    return Refusal(400, message)
