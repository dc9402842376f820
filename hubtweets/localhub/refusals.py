"""The ways the Hub says no: status code, `X-Error-Code`, `X-Error-Message` and body, as huggingface.co gives them."""

from __future__ import annotations

from collections.abc import Mapping


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


def repo_not_found(*, known_caller: bool) -> Refusal:
    """A missing repo, or a private one of somebody else: the Hub does not say which.

    Without a (good) token the Hub answers 401 for both, see `hf_raise_for_status` in huggingface_hub.
    """
    if known_caller:
        return Refusal(404, "Repository not found", code="RepoNotFound")
    return Refusal(401, "Invalid username or password.", code="RepoNotFound")


def revision_not_found(revision: str) -> Refusal:
    """No such branch, tag, ref or commit."""
    return Refusal(404, f"Invalid rev id: {revision}", code="RevisionNotFound")


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
