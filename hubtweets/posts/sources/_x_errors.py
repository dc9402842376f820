"""What the X API says when it does not give posts, and what it means."""

from __future__ import annotations

from typing import Any

from hubtweets._shared.text import one_line
from hubtweets.errors import (
    AccountNotFoundError,
    AccountProtectedError,
    AccountSuspendedError,
    CredentialsError,
    CreditsError,
    SourceError,
    SourceRateLimitError,
    SourceRefusedError,
    SourceUnavailableError,
)
from hubtweets.posts.sources._network import Verdict

ARCHIVE = "Use an archive of the account instead (Settings, Your account, Download an archive); it costs nothing."


def refused(handle: str, title: str, detail: str) -> SourceError:
    """The error in an answer with status 200; the same `type` comes for accounts not found and suspended ones."""
    said = one_line(detail)[:200]
    if "suspended" in said.lower():
        return AccountSuspendedError(f"@{handle} is suspended on X: {said}", handle=handle, hint=ARCHIVE)
    if "not authorized" in f"{title} {said}".lower() or "Authorization" in title:
        return AccountProtectedError(f"The posts of @{handle} are protected: {said}", handle=handle, hint=ARCHIVE)
    return AccountNotFoundError(f"X does not know @{handle}: {said}", handle=handle, hint="Check the spelling.")


def judge(error: Exception, handle: str) -> Verdict:
    """What to make of an exception of tweepy or requests."""
    response = getattr(error, "response", None)
    if response is None:  # no answer, or one that is not JSON
        return Verdict(unavailable(handle, type(error).__name__), again=True)
    status, body = response.status_code, _json(response)
    said = one_line(str(body.get("detail") or body.get("title") or response.reason or status))[:200]
    if status == 401:
        hint = "Check X_BEARER_TOKEN; a new one comes from console.x.com."
        return Verdict(CredentialsError(f"X does not accept the token: {said}.", handle=handle, hint=hint))
    if status == 402 or "usage-capped" in str(body.get("type")) or "UsageCap" in str(body.get("title")):
        hint = "Add credits at console.x.com and run the same command again; what was read is kept."
        return Verdict(CreditsError(f"Nothing is left to pay X with: {said}", handle=handle, hint=hint))
    if status == 403:
        return Verdict(SourceRefusedError(f"X refuses: {said}", handle=handle, hint=ARCHIVE))
    if status == 404:
        return Verdict(AccountNotFoundError(f"X does not know @{handle}.", handle=handle, hint="Check the spelling."))
    if status == 429:
        reset = response.headers.get("x-rate-limit-reset", "")
        limited = SourceRateLimitError("X allows no more requests for now.", handle=handle, hint="Try again later.")
        return Verdict(limited, again=True, until=float(reset) if reset.isdecimal() else None)
    if status >= 500:
        return Verdict(unavailable(handle, f"{status} {said}"), again=True)
    return Verdict(SourceError(f"X refuses the request: {status} {said}", handle=handle, hint=ARCHIVE))


def unavailable(handle: str, why: str) -> SourceUnavailableError:
    """The error for an X that does not answer, or not as it should."""
    return SourceUnavailableError(
        f"X cannot be read: {why}.", handle=handle, hint="Run the same command again in a while; what was read is kept."
    )


def _json(response: Any) -> dict[str, Any]:
    try:
        body = response.json()
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}
