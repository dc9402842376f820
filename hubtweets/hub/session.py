"""Requests to one Hub: paced, counted, with a deadline in all, sent again where that is safe."""

from __future__ import annotations

import random
import re
import threading
import zlib
from collections.abc import Callable, Mapping, Sequence
from importlib import metadata
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx2

from hubtweets.errors import HubError, HubUnreachableError
from hubtweets.hub import answers, tokens
from hubtweets.hub.failures import Network, of_network, refusal
from hubtweets.hub.pacing import Budget, Pacer, Stop
from hubtweets.hub.transport import Deadlines, open_client

ATTEMPTS = 7
"""How often a request is sent before it counts as failed; refusals for haste (429) are not counted."""

SLOW_ATTEMPTS = 2
"""The same where the answer did not come in time."""

FIRST_ATTEMPTS = 2
"""The same where nobody has answered yet: a wrong address is told soon."""

LONGEST_WAIT = 2 * 3600.0
"""Seconds; where a Hub asks for a longer wait than that, its words are told instead."""

LARGEST_ANSWER = 64 * 1024 * 1024
"""Bytes, decoded."""

ODD = 3
"""How often a request is sent whose answers are no Hub's (a login page, an empty body)."""

_REFUSALS = 30
_HOPS = 5
_FIRST_WAIT, _LONGEST_BACK_OFF = 0.25, 30.0  # seconds
_DEADLINE, _SLOWEST = 120.0, 50_000.0  # seconds for one request, and bytes a second of what is sent on top of that
_READING = 30.0  # seconds that what only reads has, and more up to `_DEADLINE` for what came at the rate above
_OF_A_HUB = re.compile(r"/(api/(models|spaces)/|(spaces/)?[^/]+/[^/]+/resolve/)")


class LostError(Exception):
    """A request that changes something was sent, and whether it was done is not known.

    `error` is what happened; `odd` says that something answered, and it was no Hub.
    """

    def __init__(self, error: HubError, *, odd: bool = False) -> None:
        super().__init__(str(error))
        self.error, self.odd = error, odd


class TooLargeError(Exception):
    """An answer has more bytes than were asked for; `headers` are its own."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__("the answer is too large")
        self.headers = headers


class Answer(NamedTuple):
    """What came back. `hops` are the answers that led here by a redirect, as (headers, where to)."""

    status: int
    headers: httpx2.Headers
    content: bytes
    hops: tuple[tuple[httpx2.Headers, str], ...] = ()

    def header(self, name: str) -> str | None:
        """A header of this answer, or of one that led here."""
        return next((one[name] for one in (self.headers, *(hop for hop, _ in self.hops)) if name in one), None)

    @property
    def is_page(self) -> bool:
        """Whether it is a page for people, which the API of a Hub never gives."""
        return self.headers.get("content-type", "").startswith("text/html") and "x-error-code" not in self.headers

    @property
    def words(self) -> str:
        """The Hub's own explanation."""
        return answers.words(self.headers, self.content)


class HubSession:
    """Sends requests to one Hub. Safe for several threads.

    Args:
        endpoint: the Hub's address, without a slash at its end.
        token: gives the token to send, or None; asked before each request, as a trusted publisher's runs out.
        stop: asked before and during every request.
    """

    def __init__(self, endpoint: str, token: tokens.Token, stop: Stop) -> None:
        self.endpoint = endpoint
        self.stop = stop
        self.sent = 0
        self._token = token
        self._pacer = Pacer(stop)
        self._deadlines = Deadlines(stop)
        self._lock = threading.Lock()
        self._client: httpx2.Client | None = None
        self._common: dict[str, str] | None = None
        self._answered = False

    def budgets(self) -> list[Budget]:
        """What the Hub's rate limits leave, as far as they are known."""
        return self._pacer.budgets()

    def close(self) -> None:
        """Close the connections."""
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

    def get(
        self,
        route: str,
        path: str,
        params: Sequence[tuple[str, str]] = (),
        *,
        repo_id: str | None = None,
        limit: int = LARGEST_ANSWER,
        elsewhere: bool = False,
        headers: Mapping[str, str] | None = None,
        fault: Callable[[Answer], str | None] | None = None,
    ) -> Answer:
        """The answer to a GET, whatever its status below 500; sent again after 429, 5xx and broken connections.

        Args:
            route: what kind of request it is, for the Hub's rate limits.
            limit: bytes that the answer may have, decoded.
            elsewhere: follow redirects to storage on other hosts, without the token.
            fault: says of an answer why it cannot be the Hub's; None where it can. Such an answer is asked for again.

        Raises:
            HubError: when there is none after `ATTEMPTS`.
            TooLargeError: when it is larger than `limit`.
            StoppedError: when work should stop.
        """
        attempt = odd = slow = 0
        while True:
            answer = self._followed(route, path, params, repo_id, limit, elsewhere, headers)
            if isinstance(answer, Answer):
                why = fault(answer) if fault is not None else None
                if why is None:
                    return answer
                answer = Network(self.no_hub(answer, why, repo_id), again=(odd := odd + 1) < ODD)
            attempt, slow = attempt + 1, slow + answer.slow
            most = ATTEMPTS if self._answered else FIRST_ATTEMPTS
            if not answer.again or attempt >= most or slow >= SLOW_ATTEMPTS:
                raise answer.error
            self.back_off(attempt)

    def send(
        self,
        route: str,
        method: str,
        path: str,
        body: bytes,
        content_type: str,
        *,
        repo_id: str | None,
    ) -> Answer:
        """The answer to a request that changes something, whatever its status below 500, redirects included.

        Sent again only where it was refused for haste.

        Raises:
            LostError: when no answer, or one of 5xx, leaves open whether it was done.
            StoppedError: when work should stop.
        """
        answer = self._once(
            route, method, self.endpoint + path, body=body, content_type=content_type, repo_id=repo_id, begun=True
        )
        if isinstance(answer, Network):
            if not answer.again:
                raise answer.error
            raise LostError(answer.error)
        return answer

    def back_off(self, attempt: int) -> None:
        """Wait before the next attempt: longer each time, and never all at once (full jitter)."""
        most = min(_LONGEST_BACK_OFF, _FIRST_WAIT * 2**attempt)
        seconds = random.uniform(most / 4, most)  # noqa: S311
        self.stop.tell(seconds, "the next try: the Hub did not answer the last one")
        self.stop.sleep(seconds)

    def no_hub(self, answer: Answer, why: str, repo_id: str | None) -> HubUnreachableError:
        """The error for an answer that is not a Hub's: a login page, a proxy's notice, nothing at all."""
        kind = answer.headers.get("content-type", "").partition(";")[0][:50]
        said = f": {answer.words}" if answer.words else ""
        shown = self.without_token(f"{answer.status}{f', {kind}' if kind else ''}{said}")
        return HubUnreachableError(
            f"{self.endpoint} gave an answer that is not a Hub's ({why}; {shown}).",
            repo_id=repo_id,
            endpoint=self.endpoint,
            hint="Something between here and the Hub may answer in its place, such as a login page of the network. "
            "Look at the address in a browser, then run the same command again.",
        )

    def raise_for(self, answer: Answer, repo_id: str | None, *, writing: bool = False) -> None:
        """Raise what a refusal means.

        Raises:
            HubError: for any status from 300.
        """
        if answer.status >= 300:
            raise self.refusal(answer, repo_id, writing=writing)

    # -- one request -----------------------------------------------------------------------------------------------

    def _followed(
        self,
        route: str,
        path: str,
        params: Sequence[tuple[str, str]],
        repo_id: str | None,
        limit: int,
        elsewhere: bool,
        headers: Mapping[str, str] | None,
    ) -> Answer | Network:
        """The answer at the end of redirects, the first of which is `path`."""
        url, hops = self.endpoint + path, list[tuple[httpx2.Headers, str]]()
        while True:
            answer = self._once(route, "GET", url, params=params, repo_id=repo_id, limit=limit, headers=headers)
            if isinstance(answer, Network) or answer.status not in (301, 302, 303, 307, 308):
                return answer if isinstance(answer, Network) else answer._replace(hops=tuple(hops))
            target = self._target(url, answer.headers.get("location", ""), elsewhere)
            if target is None or len(hops) == _HOPS:
                why = "it leads elsewhere" if target is None else "it leads from one address to the next without an end"
                return Network(self.no_hub(answer, why, repo_id), again=False)
            hops.append((answer.headers, urlsplit(target).path))
            url, params = target, ()

    def _target(self, url: str, location: str, elsewhere: bool) -> str | None:
        """Where a redirect leads; None where nobody should go.

        Addresses of a Hub's own form are this endpoint's, whatever host they name: behind a proxy or on a mirror, the
        Hub does not know what it is called from here.
        """
        try:
            target = urlsplit(urljoin(url, location))
            if not location or target.scheme not in ("http", "https") or not target.hostname:
                return None
            if _OF_A_HUB.match(self._path(target)):
                return self.own_address(target)
        except ValueError:
            return None
        address = target.geturl()
        if address.startswith(f"{self.endpoint}/"):
            return address if elsewhere or "/api/" in target.path else None
        secure = target.scheme == "https" or tokens.is_loopback(address)
        inward = tokens.is_loopback(address) and not tokens.is_loopback(self.endpoint)
        return address if elsewhere and secure and not inward else None

    def own_address(self, target: SplitResult) -> str:
        """The path and query of an address that a Hub gave, at this endpoint."""
        return self.endpoint + self._path(target) + (f"?{target.query}" if target.query else "")

    def next_page(self, answer: Answer, form: str) -> str | None:
        """The path of the next page of a listing, at this endpoint; None where there is none.

        A Hub behind a proxy, and one that a mirror copies, names itself in `Link` as it knows itself, or not at all
        (RFC 8288 allows relative addresses): path and query are what counts.

        Args:
            form: a part that the path must have; the token is for nothing else.
        """
        link = httpx2.Response(200, headers=answer.headers).links.get("next", {}).get("url")
        if not link:
            return None
        try:
            target = urlsplit(urljoin(f"{self.endpoint}/", link))
        except ValueError:
            return None
        own = self.own_address(target).removeprefix(self.endpoint)
        return own if form in f"{urlsplit(own).path}/" and own.startswith(("/api/models", "/api/spaces/")) else None

    def _path(self, target: SplitResult) -> str:
        return target.path.removeprefix(urlsplit(self.endpoint).path)

    def _once(
        self,
        route: str,
        method: str,
        url: str,
        *,
        params: Sequence[tuple[str, str]] = (),
        body: bytes | None = None,
        content_type: str | None = None,
        repo_id: str | None,
        limit: int = LARGEST_ANSWER,
        headers: Mapping[str, str] | None = None,
        begun: bool = False,
    ) -> Answer | Network:
        """An answer, or what happened instead of one. Waits for as long as the Hub asks to slow down."""
        sent = {**self._headers(url, repo_id, writes=method != "GET"), **(headers or {})}
        if content_type:
            sent["Content-Type"] = content_type
        for turn in range(_REFUSALS):
            name = self._pacer.take(route, begun=begun and turn == 0)
            with self._lock:
                self.sent += 1
            answer: Answer | None = None
            seconds = (_READING if method == "GET" else _DEADLINE) + len(body or b"") / _SLOWEST
            try:
                with self._deadlines.within(seconds, begun=begun):
                    answer = self._exchange(method, url, params, body, sent, limit)
            except (httpx2.HTTPError, httpx2.InvalidURL, zlib.error) as error:
                return of_network(error, self.endpoint, repo_id, first=not self._answered)
            finally:
                self._pacer.give_back(route, name, answer.headers if answer is not None else None)
            self._answered = True
            if answer.status != 429:
                if answer.status < 500 or answer.status == 501:  # what a Hub has not, it has not the next time either
                    return answer
                return Network(self.refusal(answer, repo_id), again=True)
            words = self.without_token(answer.words)
            asked = answers.wait_asked(answer.headers, words, self.stop.clock.now())
            most = min(300.0, _FIRST_WAIT * 2**turn)
            wait = random.uniform(most / 2, most) if asked is None else asked  # noqa: S311
            if wait > LONGEST_WAIT or turn + 1 == _REFUSALS:
                return Network(self.refusal(answer, repo_id), again=False)
            self._pacer.block(name, wait, words)
        raise AssertionError("the last refusal is returned")

    def _exchange(
        self,
        method: str,
        url: str,
        params: Sequence[tuple[str, str]],
        body: bytes | None,
        headers: Mapping[str, str],
        limit: int,
    ) -> Answer:
        client = self._http()
        with client.stream(method, url, params=list(params) or None, content=body, headers=dict(headers)) as response:
            encoding = response.headers.get("content-encoding", "identity").lower()
            unpacker = zlib.decompressobj(47) if encoding in ("gzip", "x-gzip", "deflate") else None
            if unpacker is None and encoding not in ("identity", ""):
                raise httpx2.DecodingError(f"the answer is encoded as {encoding[:30]!r}, which was not asked for")
            content = bytearray()
            until = self._deadlines.now() + _DEADLINE
            for piece in response.iter_raw():
                self._deadlines.prolong(len(piece) / _SLOWEST, until)
                while piece:
                    content += unpacker.decompress(piece, limit + 1 - len(content)) if unpacker else piece
                    if len(content) > limit:
                        raise TooLargeError(response.headers)
                    piece = unpacker.unconsumed_tail if unpacker else b""
            if unpacker is not None and content and not unpacker.eof:
                raise httpx2.RemoteProtocolError("the answer was cut")
            return Answer(response.status_code, response.headers, bytes(content))

    def _http(self) -> httpx2.Client:
        with self._lock:
            if self._client is None:
                self._client = open_client(self._deadlines)
            return self._client

    def _headers(self, url: str, repo_id: str | None, *, writes: bool) -> dict[str, str]:
        from huggingface_hub.utils import build_hf_headers

        if self._common is None:  # the library looks around on this machine each time
            version = metadata.version("hubtweets")
            self._common = build_hf_headers(token=False, library_name="hubtweets", library_version=version)
        own = url.startswith(f"{self.endpoint}/")
        token = self._token(repo_id, exchange=writes) if own else None
        authorization = {"authorization": f"Bearer {token}"} if token else {}
        return {**self._common, **authorization, "Accept-Encoding": "gzip"}

    def refusal(self, answer: Answer, repo_id: str | None, *, writing: bool = False) -> HubError:
        """The error that an answer of status 300 and above stands for."""
        if answer.status in (401, 407, 511) and answer.is_page:
            return self.no_hub(answer, "it asks to log in", repo_id)
        words = self.without_token(answer.words)
        return refusal(self.endpoint, repo_id, answer.status, answer.headers, words, writing=writing)

    def without_token(self, text: str) -> str:
        """What a Hub said, with the token that it was asked with hidden."""
        return self._token.hidden_in(text)
