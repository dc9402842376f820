"""`mastodon:user@server`: an account's public and unlisted posts, read with Mastodon.py and without a login."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from hubtweets._shared.progress import Progress
from hubtweets._shared.text import one_line
from hubtweets.errors import (
    AccountNotFoundError,
    AccountSuspendedError,
    MissingExtraError,
    SourceRateLimitError,
    SourceRefusedError,
    SourceSpecError,
    SourceUnavailableError,
)
from hubtweets.posts import identity
from hubtweets.posts.contract import ConsentSignal, Kind, NetworkSource, Post
from hubtweets.posts.languages import code
from hubtweets.posts.markup import html_to_text
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.sources._network import OTHERS, Pages, Verdict, bounded_session, patiently
from hubtweets.posts.sources.mastodon_export import PRIVATE

PAGE = 40
UNREADABLE = "in a form that Mastodon's posts do not have"

# The tag as it is set, not a sentence with it that says the opposite.
_NO_BOT = re.compile(
    r"(?<!not )(?<!no longer )(?:#\s?no-?bots?\b|\bnobots?\b)"
    r"(?!\s{1,3}(?:(?:are|is)\s{1,3})?(?:(?:very|most|all|also)\s{1,3})?(?:welcome|fine|ok|okay|allowed)\b)",
    re.IGNORECASE,
)

TIMEOUT = 60


T = TypeVar("T")


class _Found(msgspec.Struct):
    id: str | int
    username: str
    display_name: str | None = None
    statuses_count: Any = None
    note: str | None = None
    indexable: bool | None = None
    fields: Any = None
    suspended: bool | None = None
    avatar_static: str | None = None
    url: str | None = None


class _Status(msgspec.Struct):
    id: str | int
    visibility: str
    created_at: datetime | None = None
    content: str | None = None
    language: str | None = None
    spoiler_text: str | None = None
    in_reply_to_id: str | int | None = None
    in_reply_to_account_id: str | int | None = None
    reblog: Any = None
    quote: Any = None
    account: Any = None


class MastodonAccount:
    """The posts of one account on a Mastodon server; see `Source`. Boosts are reposts.

    A content warning is kept beside the text, as `Post.warning`.

    Raises:
        AccountNotFoundError, AccountSuspendedError: as they say.
        SourceRefusedError: when the server shows posts only to people with a login.
        SourceUnavailableError: when there is no answer.
        MissingExtraError: when Mastodon.py is not installed.
    """

    live = True

    def __init__(
        self, user: str, server: str, *, handle: str | None, name: str | None, reading: ReadOptions, progress: Progress
    ) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self._own = f"{user}@{server.partition(':')[0]}"
        self._server = server
        self._reading = reading
        self._progress = progress
        with self._client() as ask:
            self._found = self._parsed(ask("account_lookup", user), _Found)
        if self._found.suspended:
            raise AccountSuspendedError(
                f"@{self._own} is suspended on its server.", handle=self._own, hint="Use an export, or another account."
            )
        self.consent_signal = _consent_signal(self._found)
        self.own_handle = self._own
        self.account = identity.account(
            f"mastodon:{self._own}",
            self.notes,
            platform="mastodon",
            handle=handle,
            name=name,
            own_handle=self.own_handle,
            own_name=self._found.display_name,
            avatar_url=self._found.avatar_static,
            page=self._found.url,
        )

    def __iter__(self) -> Iterator[Post]:
        reading = self._reading
        self.dropped.clear()
        given, oldest = 0, None
        count = self._found.statuses_count
        total = count if isinstance(count, int) and count > 0 else 0
        pages = Pages(reach=2 * total + 10 * PAGE)
        label = f"Reading @{self._own} from Mastodon"
        with self._client() as ask, self._progress.task(label, total=total, unit="posts") as task:
            while page := ask(
                "account_statuses",
                self._found.id,
                max_id=oldest,
                since_id=reading.since_id,
                limit=PAGE,
                exclude_replies="replies" in reading.exclude,
            ):
                new = 0
                items = self._parsed(page, list[Any])
                if not any(isinstance(item, dict) for item in items):
                    self._parsed(items, list[_Status])  # not what a Mastodon server says
                for item in items:
                    try:
                        status = msgspec.convert(item, _Status)
                    except msgspec.ValidationError:
                        status = None
                    id_ = str(item.get("id") or "") if isinstance(item, dict) else ""
                    if not pages.is_new(id_ or f"odd {pages.items}"):
                        continue
                    new += 1
                    oldest = id_ or oldest
                    if status is None:
                        self.dropped[UNREADABLE] += 1
                    elif not self._is_own(status):
                        self.dropped[OTHERS] += 1
                    elif status.visibility not in ("public", "unlisted"):
                        self.dropped[PRIVATE] += 1
                    elif given == reading.max_posts:
                        return
                    else:
                        given += 1
                        yield self._post(status)
                task.update(completed=given)
                if not pages.goes_on(oldest, new):
                    break
        if pages.reason:
            self.notes.append(f"{self._server}: {pages.reason}; reading stopped there.")
        elif not reading.since_id and not reading.exclude and pages.items < 0.9 * total:
            self.notes.append(
                f"The profile counts {total:,} posts, and {pages.items:,} came; the others are for followers only, "
                "deleted, or missing."
            )

    def _parsed(self, answer: Any, kind: type[T]) -> T:
        try:
            return msgspec.convert(answer, kind)
        except msgspec.ValidationError:
            raise SourceUnavailableError(
                f"{self._server} does not answer as a Mastodon server does.",
                handle=self._own,
                hint="Check the server's name. An export of the account can be used instead.",
            ) from None

    def _is_own(self, status: _Status) -> bool:
        """Whether a status is the account's, boosts included, as far as its server says whose it is."""
        whose = status.account.get("id") if isinstance(status.account, dict) else None
        return whose is None or str(whose) == str(self._found.id)

    def _post(self, status: _Status) -> Post:
        id_ = str(status.id)
        if status.reblog:
            return Post(id_, "", status.created_at, "repost")
        kind, before = self._kind(status), status.in_reply_to_id
        return Post(
            id=id_,
            text=html_to_text(status.content or ""),
            created_at=status.created_at,
            kind=kind,
            language=code(status.language),
            warning=status.spoiler_text or None,
            answers=str(before) if kind == "original" and before is not None else None,
        )

    def _kind(self, status: _Status) -> Kind:
        to_whom = status.in_reply_to_account_id
        if to_whom is not None and str(to_whom) != str(self._found.id):
            return "reply"
        return "quote" if status.quote else "original"

    @contextmanager
    def _client(self) -> Iterator[Callable[..., Any]]:
        """A function that calls a method of Mastodon.py's client, with patience."""
        try:
            from mastodon import Mastodon, MastodonError, MastodonIllegalArgumentError
        except ImportError:
            raise MissingExtraError("Reading Mastodon", extra="mastodon") from None
        # A server under development answers on this machine, without TLS.
        scheme = "http" if re.match(r"(localhost|127\.0\.0\.1)(:|$)", self._server) else "https"
        with bounded_session() as session:
            client = Mastodon(
                api_base_url=f"{scheme}://{self._server}",
                ratelimit_method="throw",
                request_timeout=TIMEOUT,
                session=session,
                version_check_mode="none",
            )

            def ask(method: str, *args: Any, **options: Any) -> Any:
                return patiently(
                    lambda: getattr(client, method)(*args, **options),
                    (MastodonError, MastodonIllegalArgumentError),
                    lambda error: self._judge(error, client),
                    service=self._server,
                    progress=self._progress,
                )

            yield ask

    def _judge(self, error: Exception, client: Any) -> Verdict:
        from mastodon import (
            MastodonAPIError,
            MastodonNetworkError,
            MastodonNotFoundError,
            MastodonRatelimitError,
            MastodonServerError,
            MastodonUnauthorizedError,
        )

        own = self._own
        if "another address" in str(error):
            hint = "Give the account with the server that it is on: mastodon:user@server."
            return Verdict(
                SourceRefusedError(
                    f"{self._server} sends to another address; it is not followed.", handle=own, hint=hint
                )
            )
        status = error.args[1] if len(error.args) > 1 else None
        said = one_line(next((str(word) for word in reversed(error.args) if word), type(error).__name__))[:200]
        export = "If it is yours, ask the server for an export (Preferences, Import and export) and use that."
        if isinstance(error, MastodonRatelimitError):
            hint = "Try again in a while."
            limited = SourceRateLimitError(f"{self._server} allows no more requests.", handle=own, hint=hint)
            return Verdict(limited, again=True, until=client.ratelimit_reset)
        if isinstance(error, MastodonNotFoundError):
            hint = "Give the account as mastodon:user@server, with its own server."
            return Verdict(AccountNotFoundError(f"{self._server} does not know @{own}.", handle=own, hint=hint))
        if status == 410:
            return Verdict(AccountSuspendedError(f"@{own} is suspended or gone: {said}.", handle=own, hint=export))
        if isinstance(error, MastodonUnauthorizedError) or status in (403, 422):
            refused = SourceRefusedError(f"{self._server} refuses to show @{own}: {said}.", handle=own, hint=export)
            return Verdict(refused)
        again = isinstance(error, MastodonServerError | MastodonNetworkError)
        what = said if isinstance(error, MastodonAPIError) else "there is no answer"
        unavailable = SourceUnavailableError(
            f"{self._server} cannot be read: {what}.",
            handle=own,
            hint="Check the server's name, or try again in a while.",
        )
        return Verdict(unavailable, again=again)


def _consent_signal(found: _Found) -> ConsentSignal | None:
    """What the profile asks of programs: `#nobot` in it, or that its posts are not to be found by searching."""
    fields = found.fields if isinstance(found.fields, list) else []
    words = [found.note or "", *(str(value) for field in fields if isinstance(field, dict) for value in field.values())]
    if any(_NO_BOT.search(html_to_text(text)) for text in words):
        return ConsentSignal("deny", "its Mastodon profile says #nobot")
    if found.indexable is False:
        return ConsentSignal(
            "deny", "its Mastodon account is not indexable (Preferences, Public profile, Privacy and reach)"
        )
    return None


def open_mastodon(
    rest: str, *, handle: str | None, name: str | None, reading: ReadOptions, progress: Progress
) -> MastodonAccount:
    """The source of `mastodon:rest`; see `open_source`."""
    match = re.fullmatch(r"@?(\w[\w.-]*)@([\w.-]+(?::\d+)?)", rest.strip() or (handle or ""))
    if match is None:
        raise SourceSpecError(
            f"mastodon:{rest} is not an account.", spec=f"mastodon:{rest}", hint="Use mastodon:user@server."
        )
    return MastodonAccount(match[1], match[2], handle=handle, name=name, reading=reading, progress=progress)


SOURCE = NetworkSource("mastodon", open_mastodon, "mastodon:USER@SERVER")
