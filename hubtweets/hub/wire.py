"""Requests of a batch: paced, counted, retried where that is safe."""

from __future__ import annotations

import random
import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hubtweets.errors import HubError
from hubtweets.hub.failures import translated
from hubtweets.hub.former import Client
from hubtweets.hub.pacing import Budget, Pacer, Stop

if TYPE_CHECKING:
    import httpx2

ATTEMPTS = 7
"""How often a request is sent before it counts as failed; refusals for haste (429) are not counted."""

_REFUSALS = 30
_TIMEOUT = 60.0
_FIRST_WAIT, _LONGEST_WAIT = 0.25, 30.0  # seconds


class LostError(Exception):
    """A commit was sent, and whether it was made is not known; `error` is what happened."""

    def __init__(self, error: HubError) -> None:
        super().__init__(str(error))
        self.error = error


class Wire:
    """Sends requests to one Hub through huggingface_hub's public session and headers. Safe for several threads."""

    def __init__(self, client: Client, stop: Stop) -> None:
        from huggingface_hub.utils import build_hf_headers, get_session

        self.endpoint = client.endpoint
        self._stop = stop
        self._pacer = Pacer(stop)
        self._session = get_session()
        self._headers = build_hf_headers(token=client.token or False)
        self._lock = threading.Lock()
        self.sent = 0

    def budgets(self) -> list[Budget]:
        """What the Hub's rate limits leave, as far as they are known."""
        return self._pacer.budgets()

    def get(
        self, route: str, address: str, params: Sequence[tuple[str, str]] = (), *, repo_id: str | None = None
    ) -> httpx2.Response:
        """The answer to a GET, whatever its status below 500; sent again after 429, 5xx and broken connections.

        Raises:
            HubError: when there is none after `ATTEMPTS`.
            StoppedError: when work should stop.
        """
        attempt = 0
        while True:
            answer = self._once(route, "GET", address, params=params, repo_id=repo_id)
            if not isinstance(answer, HubError):
                return answer
            attempt += 1
            if attempt == ATTEMPTS:
                raise answer
            self.back_off(attempt)

    def post(self, address: str, body: bytes, content_type: str, *, repo_id: str) -> httpx2.Response:
        """The answer to a POST, whatever its status below 500; sent again only where it was refused for haste.

        Raises:
            LostError: when no answer, or one of 5xx, leaves open whether it was done.
            StoppedError: when work should stop and there is no room for this one within seconds; nothing was sent.
        """
        answer = self._once("api", "POST", address, body=body, content_type=content_type, repo_id=repo_id)
        if isinstance(answer, HubError):
            raise LostError(answer)
        return answer

    def back_off(self, attempt: int) -> None:
        """Wait before the next attempt: longer each time, and never all at once (full jitter)."""
        most = min(_LONGEST_WAIT, _FIRST_WAIT * 2**attempt)
        self._stop.sleep(random.uniform(most / 4, most))  # noqa: S311

    def _once(
        self,
        route: str,
        method: str,
        address: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        body: bytes | None = None,
        content_type: str | None = None,
        repo_id: str | None,
    ) -> httpx2.Response | HubError:
        """An answer, or what happened instead of one. Waits for as long as the Hub asks to slow down."""
        headers = {**self._headers, **({"Content-Type": content_type} if content_type else {})}
        url = address if address.startswith("http") else self.endpoint + address
        for refusal in range(_REFUSALS):
            name = self._pacer.take(route, begun=method == "POST")
            with self._lock:
                self.sent += 1
            told: Mapping[str, str] | None = None
            try:
                with translated(self.endpoint, repo_id):
                    response = self._session.request(
                        method, url, params=list(params) or None, content=body, headers=headers, timeout=_TIMEOUT
                    )
                told = response.headers
            except HubError as error:
                return error
            finally:
                self._pacer.give_back(route, name, told)
            if response.status_code < 429 or 429 < response.status_code < 500:
                return response
            refused = _refusal(self.endpoint, repo_id, response)
            if response.status_code != 429 or refusal + 1 == _REFUSALS:
                return refused
            self._pacer.block(name, _wait_asked(response, refusal))
        raise AssertionError("the last refusal is returned")


def raise_for(endpoint: str, repo_id: str | None, response: httpx2.Response) -> None:
    """Raise what a refusal means.

    Raises:
        HubError: for any status from 400.
    """
    from huggingface_hub.utils import hf_raise_for_status

    with translated(endpoint, repo_id):
        hf_raise_for_status(response)


def _refusal(endpoint: str, repo_id: str | None, response: httpx2.Response) -> HubError:
    try:
        raise_for(endpoint, repo_id, response)
    except HubError as error:
        return error
    raise AssertionError(f"status {response.status_code} is no refusal")


def _wait_asked(response: httpx2.Response, refusal: int) -> float:
    """Seconds to wait after a 429: what the Hub asks for, or ever longer where it does not say."""
    from huggingface_hub.utils import parse_ratelimit_headers

    retry_after = response.headers.get("retry-after", "")
    if retry_after.isdigit():
        return float(retry_after)
    info = parse_ratelimit_headers(response.headers)
    if info is not None:
        return float(info.reset_in_seconds)
    most = min(300.0, _FIRST_WAIT * 2**refusal)
    return random.uniform(most / 2, most)  # noqa: S311
