"""Which Hub is asked, and which token it gets: a token goes only to the host that it was given for, as gh and git do.

- `token=` is for the endpoint that it is given with.
- HF_TOKEN (and a trusted publisher's token) is for the Hub that HF_ENDPOINT names, by default huggingface.co, and for
  loopback, where nothing leaves the machine.
- The token that `hf auth login` stored is for huggingface.co.
- `send_token=True` says that the token at hand was given for this endpoint.
- Where there is none and this is a job of GitHub Actions, each repo that is written to has a token of its own. For it
  the job's id token is exchanged, whose audience is the endpoint.
- No token is sent over plain http, loopback aside.
"""

from __future__ import annotations

import os
import threading
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from hubtweets.errors import TokenRejectedError, UsageError
from hubtweets.hub import trusted
from hubtweets.hub.pacing import Stop

DEFAULT = "https://huggingface.co"

LOCAL = "local:"
"""How the embedded Hub in a folder is named: `local:DIR`."""

EXCHANGED_AGAIN = 30 * 60.0
"""Seconds after which a repo's token is exchanged anew: it is good for an hour, and an upload needs some of that."""


def checked_endpoint(endpoint: str | None) -> str:
    """The address of the Hub that is meant, without a slash at its end.

    Args:
        endpoint: what was asked for; default HF_ENDPOINT, or else huggingface.co.

    Raises:
        UsageError: when it is not an http or https address, or holds a user or a password.
    """
    name = "--hub" if endpoint else "HF_ENDPOINT"
    endpoint = (endpoint or default_endpoint()).strip().rstrip("/")
    try:
        parts = urlsplit(endpoint)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        good = good and not (parts.query or parts.fragment or parts.username or parts.password)
    except ValueError:  # a port that is no number, brackets that do not close
        good = False
    if not good or not endpoint.isprintable() or " " in endpoint:
        shown = "The address" if "@" in endpoint else f"{endpoint!r}"
        raise UsageError(
            f"{shown} is not the address of a Hub ({name}): it needs http:// or https:// and a host.",
            hint=f"Give {name} an address such as {DEFAULT}, or use --hub local:DIR for the embedded Hub.",
        )
    return endpoint


def default_endpoint() -> str:
    """huggingface_hub's own: HF_ENDPOINT, where it is set and not empty."""
    from huggingface_hub import constants

    return str(constants.ENDPOINT or DEFAULT)


def is_loopback(endpoint: str) -> bool:
    """Whether an address never leaves this machine."""
    host = urlsplit(endpoint).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def checked_token(token: str, endpoint: str) -> str:
    """`token`, where it can be sent at all.

    Raises:
        TokenRejectedError: when it has characters that no token has; the message does not show them.
        UsageError: when it would go over plain http to another machine.
    """
    token = token.strip()
    if not (token.isascii() and token.isprintable()) or " " in token:
        raise TokenRejectedError(
            "The token has characters that no token of a Hub has (a blank, a line end, a letter outside ASCII).",
            endpoint=endpoint,
            hint="Copy it again from https://huggingface.co/settings/tokens, and set HF_TOKEN to nothing but that.",
        )
    check_encrypted(endpoint)
    return token


def check_encrypted(endpoint: str) -> None:
    """See that what is sent to `endpoint` can be read by nobody on the way.

    Raises:
        UsageError: when it is plain http to another machine.
    """
    if urlsplit(endpoint).scheme == "http" and not is_loopback(endpoint):
        raise UsageError(
            f"A token would go to {endpoint} unencrypted, for everybody on the way to read.",
            hint="Use the https address of that Hub.",
        )


def _origin(endpoint: str) -> tuple[str, str | None, int | None]:
    parts: SplitResult = urlsplit(endpoint)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)


def token_for(endpoint: str, *, send_token: bool = False) -> tuple[str | None, str | None]:
    """The token of this machine that may be sent to `endpoint`, and where there is one that may not, why.

    Args:
        send_token: the user says that the token at hand was given for this endpoint.

    Raises:
        OIDCError: (huggingface_hub's) when a trusted publisher's token was asked for and not given.
        TokenRejectedError, UsageError: see `checked_token`.
    """
    from huggingface_hub import get_token

    given = os.environ.get("HF_TOKEN") or os.environ.get("HUGGING_FACE_HUB_TOKEN")
    by_identity = bool(os.environ.get("HF_OIDC_RESOURCE"))
    is_default = _origin(endpoint) == _origin(default_endpoint())
    if (given or by_identity) and (is_default or send_token or is_loopback(endpoint)):
        allowed = True
    elif given or by_identity:
        allowed = False
    else:
        allowed = send_token or _origin(endpoint) == _origin(DEFAULT)
    if not allowed:
        if not (given or by_identity or get_token()):
            return None, None
        what = "HF_TOKEN" if given or by_identity else "the token that is stored on this machine"
        return None, (
            f"{what} was not given for {endpoint}, so it is not sent there; set HF_ENDPOINT to that address together "
            "with HF_TOKEN, or say --token-for-this-hub"
        )
    token = get_token()
    return (checked_token(token, endpoint) if token else None), None


class Token:
    """The token that goes to one endpoint. Called, it gives it; a trusted publisher's runs out, and is fetched anew.

    Safe for several threads.

    Args:
        given: the one to send; default this machine's, where it was given for this endpoint.
        send_token: the user says that this machine's was.
        stop: asked before waiting for an exchange; its clock says when a token is too old.

    Raises:
        OIDCError: (huggingface_hub's) when a trusted publisher's token was asked for and not given.
        TokenRejectedError, UsageError: see `checked_token`.
    """

    def __init__(
        self, endpoint: str, given: str | None = None, *, send_token: bool = False, stop: Stop | None = None
    ) -> None:
        self._endpoint, self._send_token = endpoint, send_token
        self._stop = stop or Stop()
        self._exchanging = threading.Lock()
        self._exchanged: dict[str, tuple[str, float]] = {}  # by repo, in lower case: the token, and since when
        self.not_sent: str | None = None
        """Why the token of this machine is not sent, where there is one that is not."""
        self.resource = os.environ.get("HF_OIDC_RESOURCE") or None if given is None else None
        """The one resource that the token is for, where huggingface_hub was asked for a trusted publisher's."""
        if given is None:
            self._token, self.not_sent = token_for(endpoint, send_token=send_token)
        else:
            self._token = checked_token(given, endpoint) if given else None
        self.per_repo = given is None and self._token is None and trusted.in_ci(os.environ)
        """Whether each repo has a token of its own, for which the CI job's id token is exchanged."""

    def __repr__(self) -> str:
        return f"Token({self._endpoint!r})"

    def __call__(self, repo_id: str | None = None, *, exchange: bool = False) -> str | None:
        """The token for requests about a repo; None where they go without one.

        Args:
            repo_id: `namespace/name`, with `datasets/` before it for a data set; None for what is about no repo.
            exchange: get one for the repo where there is none yet, as what writes needs one.

        Raises:
            TrustedPublishingError, HubUnreachableError: see `trusted.exchange`.
            OIDCError: (huggingface_hub's) when a trusted publisher's token was asked for and not given.
        """
        if self.resource is not None and self._token is not None:
            self._token, _ = token_for(self._endpoint, send_token=self._send_token)
        if not self.per_repo or repo_id is None:
            return self._token
        name = repo_id.lower()
        if not exchange and name not in self._exchanged:
            return None
        with self._exchanging:
            token, since = self._exchanged.get(name, ("", 0.0))
            now = self._stop.clock.monotonic()
            if not token or now - since > EXCHANGED_AGAIN:
                check_encrypted(self._endpoint)
                token = trusted.exchange(self._endpoint, repo_id, os.environ, wait=self._stop.sleep)
                self._exchanged[name] = checked_token(token, self._endpoint), now
            return token

    def hidden_in(self, text: str) -> str:
        """`text` without any token that was sent to this endpoint."""
        for token in (self._token, *(token for token, _ in tuple(self._exchanged.values()))):
            text = text.replace(token, "…") if token else text
        return text
