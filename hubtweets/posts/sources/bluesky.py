"""`bluesky:handle` or `bluesky:did:…`: an account's public posts, read with atproto and without a login."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import msgspec

from hubtweets._shared.progress import Progress
from hubtweets._shared.text import one_line
from hubtweets.errors import (
    AccountNotFoundError,
    AccountProtectedError,
    AccountSuspendedError,
    MissingExtraError,
    SourceError,
    SourceRateLimitError,
    SourceRefusedError,
    SourceSpecError,
    SourceUnavailableError,
    UsageError,
)
from hubtweets.posts import identity
from hubtweets.posts.contract import ConsentSignal, Kind, NetworkSource, Post
from hubtweets.posts.languages import code
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.sources._bluesky_links import Facet, without_links
from hubtweets.posts.sources._network import (
    OTHERS,
    Pages,
    Verdict,
    bounded_session,
    bounded_transport,
    patiently,
    public_host,
)

PUBLIC_API = "https://public.api.bsky.app"
PAGE = 100
REACH = 100_000
"""Items of a feed that are read at most where the profile does not count more; reposts are not in its count."""

DECLARATION = "org.user-intents.declaration"
EXPORT = "If it is yours, save your posts as a table and use that."

_TID = "234567abcdefghijklmnopqrstuvwxyz"


UNREADABLE = "in a form that Bluesky's posts do not have"

# -- a post's record: written by whatever client the account used, and not always as it should be ---------------------


class _Reference(msgspec.Struct):
    uri: str


class _Reply(msgspec.Struct):
    parent: _Reference


class _Embed(msgspec.Struct):
    record: Any = None  # a quoted post, alone or with pictures beside it


class _Label(msgspec.Struct):
    val: str


class _Labels(msgspec.Struct):
    values: list[_Label]


class _Record(msgspec.Struct, rename="camel"):
    text: str | None = None
    created_at: str | None = None
    langs: list[str] | None = None
    facets: list[Facet] | None = None
    reply: _Reply | None = None
    embed: _Embed | None = None
    labels: _Labels | None = None


class _View(msgspec.Struct, rename="camel"):
    uri: str
    record: Any = None
    indexed_at: str | None = None


class _Reason(msgspec.Struct, rename="camel"):
    by: Any = None  # reposts alone have one
    uri: str | None = None
    indexed_at: str | None = None


class _Item(msgspec.Struct):
    post: _View
    reason: _Reason | None = None


class _Feed(msgspec.Struct):
    feed: list[Any]  # each is read by itself: one odd item ends nothing
    cursor: str | None = None


class _Intent(msgspec.Struct):
    allow: bool | None = None


class _Intents(msgspec.Struct, rename="camel"):
    synthetic_content_generation: _Intent | None = None


class _Declared(msgspec.Struct):
    value: _Intents


class _Service(msgspec.Struct, rename="camel"):
    id: str
    service_endpoint: str | None = None


class _DidDocument(msgspec.Struct):
    service: list[_Service] = []


# -- reading ----------------------------------------------------------------------------------------------------------


class Bluesky:
    """The posts of one account on Bluesky; see `Source`. The server is `HUBTWEETS_BLUESKY_API`, or the public one.

    Accounts that ask not to be shown to people without a login are not read.

    Args:
        actor: a handle (`alice.example`) or a DID.

    Raises:
        AccountNotFoundError, AccountSuspendedError, AccountProtectedError: as they say.
        SourceUnavailableError: when there is no answer.
        MissingExtraError: when atproto is not installed.
    """

    live = True

    def __init__(
        self, actor: str, *, handle: str | None, name: str | None, reading: ReadOptions, progress: Progress
    ) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self._actor = actor
        self._reading = reading
        self._progress = progress
        with _client() as client:
            profile = self._ask(lambda: client.app.bsky.actor.get_profile({"actor": actor}))
        if any(label.val == "!no-unauthenticated" for label in profile.labels or ()):
            raise AccountProtectedError(
                f"@{profile.handle} asks Bluesky to show its posts to signed-in people only; they are not read.",
                handle=profile.handle,
                hint="If it is yours, switch this off in Bluesky (Settings, Privacy and security) and try again.",
            )
        self._did = profile.did
        self.own_handle = profile.handle
        self.consent_signal = self._declared()
        self.account = identity.account(
            f"bluesky:{actor}",
            self.notes,
            platform="bluesky",
            handle=handle,
            name=name,
            own_handle=self.own_handle,
            own_name=profile.display_name,
            avatar_url=profile.avatar,
            page=f"https://bsky.app/profile/{profile.handle}",
        )
        self._total = profile.posts_count

    def __iter__(self) -> Iterator[Post]:
        reading = self._reading
        self.dropped.clear()
        known_until = _tid_time(reading.since_id) if reading.since_id else None
        only = "posts_and_author_threads" if "replies" in reading.exclude else "posts_with_replies"
        cursor = None
        given = own = 0
        total = self._total or 0
        pages = Pages(reach=max(REACH, 3 * total))
        label = f"Reading @{self.account.handle} from Bluesky"
        with _client() as client, self._progress.task(label, total=self._total, unit="posts") as task:
            while True:
                page = self._feed(client, {"actor": self._did, "limit": PAGE, "cursor": cursor, "filter": only})
                new = 0
                for item in page.feed:
                    try:
                        post = self._post(msgspec.convert(item, _Item))
                    except msgspec.ValidationError:
                        post = None
                    if not pages.is_new(post.id if post else f"odd {pages.items}"):
                        continue
                    new += 1
                    if post is None:
                        self.dropped[UNREADABLE] += 1
                        continue
                    if post.kind != "repost" and not post.id.startswith(f"at://{self._did}/"):
                        self.dropped[OTHERS] += 1
                        continue
                    if post.id == reading.since_id or (
                        known_until and post.created_at and post.created_at < known_until
                    ):
                        return
                    if given == reading.max_posts:
                        return
                    given += 1
                    own += post.kind != "repost"
                    yield post
                task.update(completed=given)
                if not pages.goes_on(page.cursor, new):
                    break
                cursor = page.cursor
        if pages.reason:
            self.notes.append(f"Bluesky: {pages.reason}; reading stopped there.")
        if not reading.since_id and not reading.exclude and own + self.dropped[UNREADABLE] < 0.9 * total:
            self.notes.append(
                f"The profile counts {total:,} posts, and {own:,} came; the others may be deleted or missing."
            )

    def _declared(self) -> ConsentSignal | None:
        """What the account has declared about models made of its posts; read before any of them is.

        https://github.com/bluesky-social/proposals/tree/main/0008-user-intents
        """
        server = os.environ.get("HUBTWEETS_BLUESKY_API") or self._own_server()
        if server is None:
            return None
        query = {"repo": self._did, "collection": DECLARATION, "rkey": "self"}
        try:
            with bounded_session() as session:
                answer = session.get(f"{server.rstrip('/')}/xrpc/com.atproto.repo.getRecord", params=query)
                body = answer.json() if answer.status_code == 200 else {}
        except (OSError, ValueError, RecursionError) as error:  # of requests, and of JSON
            self.notes.append(
                f"Whether @{self._actor} has declared wishes cannot be read: {one_line(str(error))[:200]}."
            )
            return None
        try:
            intent = msgspec.convert(body, _Declared).value.synthetic_content_generation
        except msgspec.ValidationError:
            return None
        if intent is None or intent.allow is None:
            return None
        return ConsentSignal(
            "allow" if intent.allow else "deny",
            f"its declaration on Bluesky ({DECLARATION}, syntheticContentGeneration)",
        )

    def _own_server(self) -> str | None:
        """The server that has the account's records, which the DID document names; None unless it is a public one."""
        if self._did.startswith("did:plc:"):
            address = f"https://plc.directory/{self._did}"
        else:
            host = self._did.removeprefix("did:web:")
            if not re.fullmatch(r"[\w.-]+", host) or not public_host(host):
                return None
            address = f"https://{host}/.well-known/did.json"
        try:
            with bounded_session() as session:
                document = msgspec.convert(session.get(address).json(), _DidDocument)
        except (OSError, ValueError, RecursionError):
            return None
        for service in document.service:
            match = re.fullmatch(r"https://([\w.-]+)/?", service.service_endpoint or "")
            if service.id.endswith("#atproto_pds") and match and public_host(match[1]):
                return match[0]
        return None

    def _feed(self, client: Any, query: dict[str, Any]) -> _Feed:
        """A page of the feed, of which atproto's own models would refuse the whole where one item is odd."""
        from atproto import models

        params = models.AppBskyFeedGetAuthorFeed.Params(**query)
        answer = self._ask(lambda: client.invoke_query("app.bsky.feed.getAuthorFeed", params=params))
        try:
            return msgspec.convert(answer.content, _Feed)
        except msgspec.ValidationError:
            raise SourceUnavailableError(
                "Bluesky cannot be read: its answer is no feed.", handle=self._actor, hint="Try again in a while."
            ) from None

    def _post(self, item: _Item) -> Post:
        reason, view = item.reason, item.post
        if reason is not None and reason.by is not None:
            return Post(reason.uri or f"repost:{view.uri}", "", _time(reason.indexed_at), "repost")
        record = msgspec.convert(view.record, _Record)
        kind = self._kind(record)
        return Post(
            id=view.uri,
            text=without_links(record.text or "", record.facets or ()),
            created_at=_time(record.created_at) or _time(view.indexed_at),
            kind=kind,
            language=code(record.langs[0]) if record.langs else None,
            warning=", ".join(label.val for label in record.labels.values) or None if record.labels else None,
            answers=record.reply.parent.uri if kind == "original" and record.reply is not None else None,
        )

    def _kind(self, record: _Record) -> Kind:
        if record.reply is not None and not record.reply.parent.uri.startswith(f"at://{self._did}/"):
            return "reply"
        return "quote" if record.embed is not None and record.embed.record is not None else "original"

    def _ask(self, request: Any) -> Any:
        import httpx
        from atproto.exceptions import AtProtocolError

        # atproto passes on what httpx says of a broken connection, and what is said of JSON that is none.
        failures = (AtProtocolError, httpx.HTTPError, ValueError, RecursionError)
        return patiently(request, failures, self._judge, service="Bluesky", progress=self._progress)

    def _judge(self, error: Exception) -> Verdict:
        actor = self._actor
        response = getattr(error, "response", None)
        status = response.status_code if response is not None else None
        content = response.content if response is not None else None
        why = getattr(content, "error", None) or ""
        message = one_line(str(getattr(content, "message", None) or error))[:200] or type(error).__name__
        if why in ("AccountTakedown", "AccountDeactivated"):
            found: SourceError = AccountSuspendedError(f"@{actor} on Bluesky: {message}.", handle=actor, hint=EXPORT)
        elif status in (400, 404):
            found = AccountNotFoundError(
                f"Bluesky does not know @{actor}: {message}.",
                handle=actor,
                hint="Give the whole handle, such as bluesky:alice.bsky.social.",
            )
        elif status == 429:
            reset = response.headers.get("ratelimit-reset") if response is not None else None
            until = float(reset) if reset and reset.isdecimal() else None
            limited = SourceRateLimitError(f"Bluesky: {message}.", handle=actor, hint="Try again in a while.")
            return Verdict(limited, again=True, until=until)
        elif status in (401, 403):
            found = SourceRefusedError(f"Bluesky refuses to show @{actor}: {message}.", handle=actor, hint=EXPORT)
        else:
            found = SourceUnavailableError(
                f"Bluesky cannot be read: {message}.", handle=actor, hint="Try again in a while."
            )
            return Verdict(found, again=status is None or status >= 500)
        return Verdict(found)


@contextmanager
def _client() -> Iterator[Any]:
    """atproto's client, without a login; its connections are closed in the end."""
    try:
        from atproto import Client, Request
    except ImportError:
        raise MissingExtraError("Reading Bluesky", extra="bluesky") from None
    server = os.environ.get("HUBTWEETS_BLUESKY_API") or PUBLIC_API
    if not server.startswith(("https://", "http://")):
        raise UsageError(f"HUBTWEETS_BLUESKY_API is {server!r}, not an address.", hint=f"Use {PUBLIC_API}.")
    client = Client(base_url=server, request=Request(transport=bounded_transport()))
    try:
        yield client
    finally:
        client.request.close()


def open_bluesky(
    rest: str, *, handle: str | None, name: str | None, reading: ReadOptions, progress: Progress
) -> Bluesky:
    """The source of `bluesky:rest`; see `open_source`."""
    actor = rest.strip().removeprefix("@") or (handle or "").strip().removeprefix("@")
    if not actor:
        raise SourceSpecError("bluesky: needs a handle.", spec="bluesky:", hint="Use bluesky:alice.bsky.social.")
    return Bluesky(actor, handle=handle, name=name, reading=reading, progress=progress)


def _time(text: str | None) -> datetime | None:
    try:
        time = msgspec.convert(text, datetime)
    except msgspec.ValidationError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def _tid_time(uri: str) -> datetime | None:
    """When the record of this address was made: its key counts microseconds (https://atproto.com/specs/tid)."""
    key = uri.rpartition("/")[2]
    if len(key) != 13 or any(character not in _TID for character in key):
        return None
    number = 0
    for character in key:
        number = number * 32 + _TID.index(character)
    return datetime.fromtimestamp((number >> 10) / 1e6, UTC)


SOURCE = NetworkSource("bluesky", open_bluesky, "bluesky:HANDLE")
