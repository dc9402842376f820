"""huggingface_hub's and the network's exceptions as hubtweets' own, in one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hubtweets.errors import (
    HubError,
    HubUnreachableError,
    InvalidCardError,
    NotLoggedInError,
    NoWriteAccessError,
    RateLimitedError,
    RepoIdError,
    RepoNotFoundError,
    TokenRejectedError,
)

LOG_IN = "Log in with `hf auth login`, or set HF_TOKEN to a token with write access (https://huggingface.co/settings/tokens)."


@contextmanager
def translated(endpoint: str, repo_id: str | None = None) -> Iterator[None]:
    """Raise hubtweets' errors for what the Hub or the network refuses inside the block.

    Raises:
        HubError: one of its leaves; the message has the Hub's own words, and never a token.
    """
    import httpx2
    from huggingface_hub.errors import (
        HfHubHTTPError,
        HFValidationError,
        LocalTokenNotFoundError,
        OfflineModeIsEnabled,
        OIDCError,
        RepositoryNotFoundError,
    )

    what = repo_id or endpoint
    try:
        yield
    except LocalTokenNotFoundError as error:
        raise NotLoggedInError("No token was found.", repo_id=repo_id, endpoint=endpoint, hint=LOG_IN) from error
    except OIDCError as error:
        raise NotLoggedInError(
            f"Trusted publishing failed: {error}",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Check the trusted publisher in the repo's settings, and that the job may ask for an identity token "
            "(permissions: id-token: write).",
        ) from error
    except OfflineModeIsEnabled as error:
        raise HubUnreachableError(
            "HF_HUB_OFFLINE is set, so no Hub can be reached.",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Unset HF_HUB_OFFLINE, or publish to a local Hub: --hub local:DIR",
        ) from error
    except HFValidationError as error:
        raise RepoIdError(
            f"{repo_id!r} is not a repo id on the Hub.", repo_id=repo_id or "", hint="Choose one with --repo-id."
        ) from error
    except RepositoryNotFoundError as error:
        # the Hub answers 401 without a valid token as it does for a repo that is private or missing
        if _said(error).startswith("Invalid username or password") or "Invalid credentials" in str(error):
            raise _rejected(repo_id, endpoint) from error
        raise RepoNotFoundError(
            f"There is no repo {repo_id} on {endpoint}, or this token may not see it.",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Check the id; a private repo needs a token that may read it (hf auth login).",
        ) from error
    except HfHubHTTPError as error:
        raise _http(error, what, repo_id, endpoint) from error
    except RuntimeError as error:  # create_commit's form of a large file that did not arrive
        if error.__cause__ is None or not str(error).startswith("Error while uploading"):
            raise
        with translated(endpoint, repo_id):
            raise error.__cause__ from None
    except ValueError as error:  # create_commit's form of what validate-yaml answers
        if not str(error).startswith("Invalid metadata in README.md"):
            raise
        raise _invalid_card(what, str(error), repo_id, endpoint) from error
    # no connection, a broken one, a body that was cut or cannot be decoded; the last two are how Xet says it
    except (httpx2.RequestError, ConnectionError, TimeoutError) as error:
        raise HubUnreachableError(
            f"No answer from {endpoint} ({type(error).__name__}).",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Check the network and the address, then run the same command again; it goes on where it stopped.",
        ) from error


def _http(error: Exception, what: str, repo_id: str | None, endpoint: str) -> HubError:
    response = getattr(error, "response", None)
    status = response.status_code if response is not None else 0
    said = _said(error)
    if status == 401:
        return _rejected(repo_id, endpoint)
    if status == 403:
        return NoWriteAccessError(
            f"This token may not write to {what}: {said or '403 Forbidden'}",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Use a token with write access there, or another --namespace.",
        )
    if status == 429:
        retry_after = response.headers.get("retry-after", "") if response is not None else ""
        seconds = float(retry_after) if retry_after.replace(".", "", 1).isdigit() else None
        wait = f"in {seconds:.0f} seconds" if seconds is not None else "later"
        return RateLimitedError(
            f"{endpoint} asks to slow down.",
            retry_after=seconds,
            repo_id=repo_id,
            endpoint=endpoint,
            hint=f"Run the same command again {wait}; it goes on where it stopped.",
        )
    if status == 400 and "metadata" in (said + str(error)).lower():
        return _invalid_card(what, said or str(error), repo_id, endpoint)
    if status >= 500:
        return HubUnreachableError(
            f"{endpoint} answered {status}.",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Run the same command again later; it goes on where it stopped.",
        )
    return HubError(
        f"{endpoint} refused: {said or f'HTTP {status}'}",
        repo_id=repo_id,
        endpoint=endpoint,
        hint="Run it again with HUBTWEETS_DEBUG=1 to see which request that was.",
    )


def _invalid_card(what: str, said: str, repo_id: str | None, endpoint: str) -> InvalidCardError:
    return InvalidCardError(
        f"The Hub refused the card of {what}: {said}",
        repo_id=repo_id,
        endpoint=endpoint,
        hint="Look at the front matter; `hubtweets card check` says what is wrong with it.",
    )


def _rejected(repo_id: str | None, endpoint: str) -> TokenRejectedError:
    return TokenRejectedError(
        f"{endpoint} does not accept this token.", repo_id=repo_id, endpoint=endpoint, hint=LOG_IN
    )


def _said(error: Exception) -> str:
    """The Hub's own explanation, where it gave one."""
    return str(getattr(error, "server_message", None) or "").strip()
