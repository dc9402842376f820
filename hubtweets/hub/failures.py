"""What a Hub refuses and what happens on the way to it, as hubtweets' own errors, in one place."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from hubtweets._shared.text import one_line
from hubtweets.errors import (
    HubError,
    HubtweetsError,
    HubUnreachableError,
    InvalidCardError,
    NotLoggedInError,
    NoWriteAccessError,
    RateLimitedError,
    RepoIdError,
    RepoNotFoundError,
    TokenRejectedError,
)
from hubtweets.hub import answers

LOG_IN = "Log in with `hf auth login`, or set HF_TOKEN to a token with write access (https://huggingface.co/settings/tokens)."

_AGAIN = "Run the same command again; it goes on where it stopped."


class Network(NamedTuple):
    """A request without an answer that counts: what that means, whether the same request may fare better, and whether
    it ended because the answer took too long."""

    error: HubError
    again: bool
    slow: bool = False


def is_broken_hub(error: BaseException) -> bool:
    """Whether an error says something of the Hub, the network or the token, and not of one repo.

    Only these, one after the other, are a reason to stop a run.
    """
    return isinstance(error, HubUnreachableError | RateLimitedError | TokenRejectedError | NotLoggedInError)


def refusal(
    endpoint: str,
    repo_id: str | None,
    status: int,
    headers: Mapping[str, str],
    words: str,
    *,
    writing: bool = False,
) -> HubError:
    """The error that an answer of status 300 and above stands for.

    Args:
        words: the Hub's own, which the message passes on.
        writing: what was asked for would have changed something.
    """
    what = repo_id or endpoint
    where: dict[str, str | None] = {"repo_id": repo_id, "endpoint": endpoint}
    code = headers.get("x-error-code", "")
    if status == 401 and (code != "RepoNotFound" or words.startswith(("Invalid username or password", "Invalid cred"))):
        return TokenRejectedError(f"{endpoint} does not accept this token{_said(words)}", **where, hint=LOG_IN)
    if code == "RepoNotFound":
        return RepoNotFoundError(
            f"There is no repo {repo_id} on {endpoint}, or this token may not see it.",
            **where,
            hint="Check the id; a private repo needs a token that may read it (hf auth login).",
        )
    if status == 403 and writing:
        return NoWriteAccessError(
            f"This token may not write to {what}: {words or '403 Forbidden'}",
            **where,
            hint="Use a token with write access there, or publish to a repo of yours.",
        )
    if status == 429:
        seconds = answers.wait_asked(headers, words, time.time())
        return RateLimitedError(
            f"{endpoint} asks to slow down{_said(words)}",
            retry_after=seconds,
            **where,
            hint=f"Run the same command again {f'in {seconds:.0f} seconds' if seconds else 'later'}; it goes on where "
            "it stopped.",
        )
    if status == 400 and "metadata" in words.lower():
        return invalid_card(words, endpoint, repo_id)
    if status in (402, 413, 507) or any(word in words.lower() for word in ("storage", "quota")):
        return HubError(
            f"{endpoint} has no room for {what}: {words or f'HTTP {status}'}",
            **where,
            hint="Make room (https://huggingface.co/settings/billing shows what is used), then run the same command "
            "again.",
        )
    if status >= 500:
        return HubUnreachableError(f"{endpoint} answered {status}{_said(words)}", **where, hint=_AGAIN)
    if status < 400:
        return HubUnreachableError(
            f"{endpoint} sends us elsewhere ({status}) instead of answering.",
            **where,
            hint="Look at the address in a browser: something on the way may ask to log in.",
        )
    return HubError(
        f"{endpoint} refused {repo_id or 'the request'}: {words or f'HTTP {status}'}",
        **where,
        hint=f"Look at {endpoint}/{repo_id or ''} in a browser: the Hub says there what is wrong.",
    )


def invalid_card(words: str, endpoint: str, repo_id: str | None) -> InvalidCardError:
    """The Hub does not take the front matter of a card, for the reason that `words` give."""
    return InvalidCardError(
        f"The Hub refused the card of {repo_id or endpoint}: {words}",
        repo_id=repo_id,
        endpoint=endpoint,
        hint="Look at the front matter; `hubtweets card check` says what is wrong with it.",
    )


def of_network(error: Exception, endpoint: str, repo_id: str | None, *, first: bool = False) -> Network:
    """What it means that no whole answer came.

    Args:
        first: nobody has answered at this address yet.
    """
    import httpx2

    from hubtweets.hub.transport import proxy_for

    certificate = _cause(error, ssl.SSLCertVerificationError)
    if certificate is not None:
        why = getattr(certificate, "verify_message", "") or str(certificate)
        unknown = HubUnreachableError(
            f"The certificate of {endpoint} is not trusted here: {one_line(why)}.",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Where the network has a certificate of its own, set SSL_CERT_FILE to its file (PEM).",
        )
        return Network(unknown, again=False)
    permanent = isinstance(error, httpx2.UnsupportedProtocol | httpx2.LocalProtocolError | httpx2.InvalidURL)
    proxy = proxy_for(endpoint)
    through = f" through the proxy {proxy}" if isinstance(error, httpx2.ProxyError) or (first and proxy) else ""
    why = one_line(str(error))[:200]
    unreachable = HubUnreachableError(
        f"No answer from {endpoint}{through} ({type(error).__name__}{f': {why}' if why else ''}).",
        repo_id=repo_id,
        endpoint=endpoint,
        hint="Check the network and the address, then run the same command again; it goes on where it stopped.",
    )
    return Network(unreachable, again=not permanent, slow=isinstance(error, httpx2.ReadTimeout))


def offline(endpoint: str) -> HubUnreachableError:
    """The environment says that the network is not to be used."""
    import os

    name = "HF_HUB_OFFLINE" if os.environ.get("HF_HUB_OFFLINE") else "TRANSFORMERS_OFFLINE"
    return HubUnreachableError(
        f"{name} is set, so no Hub can be reached.",
        endpoint=endpoint,
        hint=f"Unset {name}, or publish to a local Hub: --hub local:DIR",
    )


@contextmanager
def translated(endpoint: str, repo_id: str | None = None) -> Iterator[None]:
    """Raise hubtweets' errors for what huggingface_hub's own functions raise inside the block.

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
    )

    where: dict[str, str | None] = {"repo_id": repo_id, "endpoint": endpoint}
    try:
        yield
    except LocalTokenNotFoundError as error:
        raise NotLoggedInError("No token was found.", **where, hint=LOG_IN) from error
    except OIDCError as error:
        raise NotLoggedInError(
            f"Trusted publishing failed: {error}",
            **where,
            hint="Check the trusted publisher in the repo's settings, and that the job may ask for an identity token "
            "(permissions: id-token: write).",
        ) from error
    except OfflineModeIsEnabled as error:
        raise offline(endpoint) from error
    except HFValidationError as error:
        raise RepoIdError(
            f"{(repo_id or '')[:100]!r} is not a repo id on the Hub.",
            repo_id=repo_id or "",
            hint="A repo id is NAMESPACE/NAME, such as me/bot.",
        ) from error
    except HfHubHTTPError as error:
        words = one_line(str(error.server_message or ""))[:300]
        status = error.response.status_code if error.response is not None else 0
        headers = error.response.headers if error.response is not None else {}
        raise refusal(endpoint, repo_id, status or 500, headers, words, writing=True) from error
    except RuntimeError as error:  # huggingface_hub's form of a large file that did not arrive
        if error.__cause__ is None or not str(error).startswith("Error while uploading"):
            raise
        with translated(endpoint, repo_id):
            raise error.__cause__ from None
    except ValueError as error:  # what huggingface_hub makes of answers that it does not know, and of refused objects
        if isinstance(error, HubtweetsError):
            raise
        raise refusal(endpoint, repo_id, 400, {}, one_line(str(error))[:300], writing=True) from error
    except (AttributeError, KeyError, TypeError) as error:  # an answer without what huggingface_hub looks for in it
        if not _came_of_the_library(error):
            raise
        why = f"{type(error).__name__}: {one_line(str(error))[:100]}"
        raise HubUnreachableError(
            f"{endpoint} answered in a form that is not a Hub's ({why}).",
            **where,
            hint=_AGAIN,
        ) from error
    # no connection, a broken one, a body that was cut or cannot be decoded; the last two are how Xet says it
    except (httpx2.RequestError, ConnectionError, TimeoutError) as error:
        raise of_network(error, endpoint, repo_id).error from error


def _cause(error: BaseException | None, kind: type[BaseException]) -> BaseException | None:
    for _ in range(10):
        if error is None or isinstance(error, kind):
            return error
        error = error.__cause__ or error.__context__
    return None


def _came_of_the_library(error: BaseException) -> bool:
    """Whether it was raised in huggingface_hub's own code, not in what calls it."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    return place is not None and place.tb_frame.f_globals.get("__name__", "").startswith("huggingface_hub")


def _said(words: str) -> str:
    return f": {words}" if words else "."
