"""`x:handle`: an account's timeline, read with tweepy from the X API v2, which is paid for by the post."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec

from hubtweets._shared.progress import Progress
from hubtweets.errors import CostError, CredentialsError, MissingExtraError, SourceSpecError, UsageError
from hubtweets.posts import identity
from hubtweets.posts.clean import unescape
from hubtweets.posts.contract import Kind, NetworkSource, Post
from hubtweets.posts.languages import code
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.sources._network import patiently
from hubtweets.posts.sources._x_errors import judge, refused, unavailable
from hubtweets.posts.sources._x_pages import Pages, Paid, Span, check_installed
from hubtweets.record.platforms import check_handle

REACH = 3_200
"""How many of an account's newest posts the API gives (https://docs.x.com/x-api/posts/timelines/introduction)."""

EMPTY_PAGES = 5
"""So many pages in a row without a new post, and there are no more; one alone comes in the middle of timelines."""

COMMUNITY = "for a community only"
UNREADABLE = "in a form that X's posts do not have"

PAGE = 100
SMALLEST_PAGE = 5
ASK_ABOVE = 1.0
"""US dollars above which somebody has to agree."""

TWEET_FIELDS = [
    "created_at",
    "lang",
    "referenced_tweets",
    "in_reply_to_user_id",
    "note_tweet",
    "edit_history_tweet_ids",
    "community_id",
]
USER_FIELDS = ["profile_image_url", "protected", "public_metrics"]

T = TypeVar("T")


class Prices(msgspec.Struct, frozen=True):
    """US dollars for one post, one user, and one post of the account that the token is of (owned reads).

    `HUBTWEETS_X_PRICE_POST`, `…_USER` and `…_OWN` say otherwise (https://docs.x.com/x-api/getting-started/pricing).
    """

    post: float = 0.005
    user: float = 0.010
    own: float = 0.001


class _Metrics(msgspec.Struct):
    tweet_count: int = 0


# Ids name files and are compared as numbers.
Id = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,19}\Z")]


class _User(msgspec.Struct):
    id: Id
    username: str
    name: str | None = None
    profile_image_url: str | None = None
    protected: bool | None = None
    public_metrics: _Metrics | None = None


class _Reference(msgspec.Struct):
    type: str


class _NoteTweet(msgspec.Struct):
    text: str


class _Tweet(msgspec.Struct):
    id: Id
    text: str
    created_at: datetime | None = None
    lang: str | None = None
    referenced_tweets: list[_Reference] = []
    in_reply_to_user_id: str | None = None
    note_tweet: _NoteTweet | None = None
    edit_history_tweet_ids: list[str] = []
    community_id: Any = None

    def paid(self, own_id: str) -> Paid:
        types = {reference.type for reference in self.referenced_tweets}
        kind: Kind = "original"
        if "retweeted" in types or self.text.startswith("RT @"):
            kind = "repost"
        elif self.in_reply_to_user_id not in (None, own_id):
            kind = "reply"
        elif "quoted" in types:
            kind = "quote"
        text = self.note_tweet.text if self.note_tweet and kind != "repost" else self.text
        replaces = [id_ for id_ in self.edit_history_tweet_ids if id_ != self.id]
        created_at = self.created_at.isoformat() if self.created_at else None
        if self.community_id:
            return Paid(self.id, created_at, "", kind, None, replaces, COMMUNITY)
        return Paid(self.id, created_at, unescape(text), kind, code(self.lang), replaces)


class _Meta(msgspec.Struct):
    next_token: str | None = None


class _Page(msgspec.Struct):
    data: list[Any] = []  # each is read by itself: one odd post is paid for too, and ends nothing
    meta: Any = None

    def next_token(self) -> str | None:
        try:
            return msgspec.convert(self.meta or {}, _Meta).next_token
        except msgspec.ValidationError:
            return None


class _Problem(msgspec.Struct):
    title: str = ""
    detail: str = ""


class _Problems(msgspec.Struct):
    errors: list[_Problem] = []


class XAccount:
    """The newest posts of one account on X, 3,200 at most; see `Source`. `cost` is what was spent, in US dollars.

    Looking the account up costs one user read. Then the cost of its posts is estimated, and agreed to where it is above
    a dollar (`ReadOptions.confirm`). What was paid for is kept, and a read that stopped goes on.

    Raises:
        CredentialsError, AccountNotFoundError, AccountSuspendedError, AccountProtectedError, CreditsError,
        SourceRefusedError, SourceRateLimitError, SourceUnavailableError: as they say.
        CostError: when nobody agreed, or the look-up alone is over `ReadOptions.max_cost`.
        MissingExtraError: when tweepy or datasets is not installed.
    """

    live = True

    def __init__(
        self, username: str, *, handle: str | None, name: str | None, reading: ReadOptions, progress: Progress
    ) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.cost = 0.0
        self._read_now = self._agreed = 0
        self._prices = _prices()
        self._reading = reading
        self._progress = progress
        self._username = check_handle(username)
        if reading.cache:
            check_installed()
        if reading.max_cost is not None and reading.max_cost < self._prices.user:
            raise CostError(
                f"Looking @{self._username} up on X costs ${self._prices.user:.3f}, more than --max-cost allows.",
                cost=self._prices.user,
                limit=reading.max_cost,
                handle=self._username,
                hint="Raise --max-cost, or use an archive instead: it costs nothing.",
            )
        with self._client() as client:
            answer = self._ask(
                lambda: client.get_user(username=self._username, user_fields=USER_FIELDS, user_auth=_user_auth())
            )
        self.cost += self._prices.user
        self._user = self._parsed(answer.get("data"), _User)
        if self._user.protected:  # its posts are not meant for everybody, whoever may see them
            raise refused(self._username, "Not authorized", "its posts are protected")
        if _own_id() == self._user.id:
            self._prices = msgspec.structs.replace(self._prices, post=self._prices.own)
        self._pages = Pages(_folder(self._user.id) if reading.cache else None)
        picture = self._user.profile_image_url
        self.own_handle = self._user.username
        self.account = identity.account(
            f"x:{username}",
            self.notes,
            platform="x",
            handle=handle,
            name=name,
            own_handle=self.own_handle,
            own_name=self._user.name,
            avatar_url=picture.replace("_normal.", "_400x400.") if picture else None,
            page=f"https://x.com/{self._user.username}",
        )

    def __iter__(self) -> Iterator[Post]:
        since = self._reading.since_id or "0"
        if not since.isdecimal():
            raise UsageError(f"{since!r} is not the id of a post on X.", hint="Read without it: posts are kept anyway.")
        oldest = int(since)
        others = f"Waiting for another hubtweets, which is reading @{self._username} from X."
        with self._pages.alone(lambda: self._progress.note(others)):
            self._read_all(oldest)
        kept = [paid for paid in self._pages if int(paid.id) > oldest][: self._reading.max_posts]
        self.dropped.update(paid.left_out for paid in kept if paid.left_out)
        return iter([paid.post() for paid in kept if not paid.left_out])

    def _read_all(self, oldest: int) -> None:
        """Read what is not here yet of the posts with an id above `oldest`."""
        self.notes += [f"{file} is damaged; its posts are read again." for file in self._pages.damaged]
        self._read_now = 0
        self.dropped.clear()
        estimate = self._estimate(oldest)
        self._agree(estimate)
        label = f"Reading @{self._username} from X"
        try:
            with self._client() as client, self._progress.task(label, total=estimate, unit="posts") as task:
                for gap in self._gaps(oldest):
                    if not self._read(client, gap, task):
                        break
            self._pages.compact()
        finally:  # what was spent is told, whatever happened
            self._progress.note(
                f"X: {self._read_now:,} posts were read now; this cost ${self.cost:.2f}, the look-up included."
            )

    # -- money --------------------------------------------------------------------------------------------------------

    def _estimate(self, oldest: int) -> int:
        """How many posts will be read at most, as far as can be told before."""
        known = self._pages.spans()
        count = min((self._user.public_metrics or _Metrics()).tweet_count, REACH)
        if self._reading.max_posts is not None:
            count = min(count, self._reading.max_posts)
        if known and not oldest:
            count = max(0, count - self._pages.count(Span(0, known[0].high)))
        return min(count, self._affordable())

    def _affordable(self) -> int:
        if self._reading.max_cost is None or not self._prices.post:
            return REACH
        return max(0, int((self._reading.max_cost - self.cost) / self._prices.post + 1e-9))

    def _agree(self, posts: int) -> None:
        """Ask before reading that many more posts, where they cost over a dollar; sets how many may be read in all."""
        cost = posts * self._prices.post
        if cost > ASK_ABOVE:
            sentence = f"Reading up to {posts:,} posts of @{self._username} from X costs up to ${cost:.2f}."
            if self._reading.confirm is None or not self._reading.confirm(sentence):
                raise CostError(
                    f"{sentence} Nobody agreed to it.",
                    cost=round(cost, 2),
                    limit=ASK_ABOVE,
                    handle=self._username,
                    hint="Agree with --yes, or spend less with --max-cost DOLLARS or --max-posts NUMBER.",
                )
        self._agreed = self._read_now + max(posts, int(ASK_ABOVE / self._prices.post) if self._prices.post else REACH)

    # -- reading ------------------------------------------------------------------------------------------------------

    def _gaps(self, oldest: int) -> Iterator[tuple[int, int | None]]:
        """What is not here yet, newest first: ids above the first number and below the second (None: the newest)."""
        below: int | None = None
        for span in self._pages.spans():
            if span.high <= oldest:
                break
            yield span.high, below
            below = span.low
            if self._enough(Span(span.low, 2**63)):
                return
        if below is None or below > oldest + 1:
            yield oldest, below

    def _enough(self, span: Span) -> bool:
        most = self._reading.max_posts
        return most is not None and self._pages.count(span) >= most

    def _read(self, client: Any, gap: tuple[int, int | None], task: Any) -> bool:
        """Read the posts of a gap, page after page; false when no more is wanted or can be paid for."""
        above, below = gap
        limits = {"since_id": above or None, "until_id": below}
        token: str | None = None
        seen: set[str] = set()
        known = nothing_new = 0
        while True:
            size = self._page_size(Span(above + 1, 2**63))
            if size == 0:
                return False
            page = self._page(client, size, {**limits, "pagination_token": token})
            posts = self._paid(page.data)
            self.cost += len(page.data) * self._prices.post
            self._read_now += len(page.data)
            ids = [int(post.id) for post in posts]
            token = page.next_token()
            high = below - 1 if below is not None else max(ids, default=0)
            low = min(ids, default=high + 1) if token else above + 1
            self._pages.add(Span(low, high), posts)
            task.advance(len(posts))
            count = self._pages.count(Span(above + 1, 2**63))
            nothing_new = 0 if count > known else nothing_new + 1
            known = count
            if token is None:
                return True
            if token in seen or nothing_new == EMPTY_PAGES or self._read_now >= 2 * REACH:
                self.notes.append(f"X gave the same pages of @{self._username} again; reading stopped there.")
                return False
            seen.add(token)
            if ids:
                below = min(ids)

    def _paid(self, items: Sequence[Any]) -> list[Paid]:
        posts = []
        for item in items:
            try:
                posts.append(msgspec.convert(item, _Tweet).paid(self._user.id))
            except msgspec.ValidationError:
                self.dropped[UNREADABLE] += 1
        return posts

    def _page_size(self, wanted: Span) -> int:
        """How many posts to ask for next, or 0 to stop."""
        affordable = self._affordable()
        if self._read_now >= self._agreed:
            self._agree(min(REACH, affordable))  # there is more than the account's own count let expect
        size = min(PAGE, affordable, max(SMALLEST_PAGE, self._agreed - self._read_now))
        if size < SMALLEST_PAGE:
            self.notes.append(
                f"Reading stopped at ${self.cost:.2f}, as --max-cost asks; @{self._username} may have more posts."
            )
            return 0
        if self._reading.max_posts is not None:
            missing = self._reading.max_posts - self._pages.count(wanted)
            return 0 if missing <= 0 else max(SMALLEST_PAGE, min(size, missing))
        return size

    def _page(self, client: Any, size: int, options: dict[str, Any]) -> _Page:
        given = {name: value for name, value in options.items() if value is not None}
        answer = self._ask(
            lambda: client.get_users_tweets(
                self._user.id, max_results=size, tweet_fields=TWEET_FIELDS, user_auth=_user_auth(), **given
            )
        )
        return self._parsed(answer, _Page)

    def _parsed(self, answer: Any, kind: type[T]) -> T:
        try:
            return msgspec.convert(answer, kind)
        except msgspec.ValidationError as error:
            raise unavailable(self._username, f"its answer is not what it should be ({error})") from None

    def _ask(self, request: Any) -> Any:
        """The answer as JSON; errors come as exceptions, and as answers with status 200."""
        import requests
        from tweepy.errors import TweepyException

        answer = patiently(
            request,
            # tweepy passes on what a header that is no number, or JSON that is none or too deep, makes of itself.
            (TweepyException, requests.RequestException, ValueError, RecursionError),
            lambda error: judge(error, self._username),
            service="X",
            progress=self._progress,
        )
        problems = self._parsed(answer, _Problems).errors
        if problems and "data" not in answer:
            raise refused(self._username, problems[0].title, problems[0].detail)
        return answer

    @contextmanager
    def _client(self) -> Iterator[Any]:
        try:
            import tweepy
        except ImportError:
            raise MissingExtraError("Reading X", extra="x") from None
        from hubtweets.posts.sources._x_transport import Transport

        keys = _keys()
        if not keys:
            raise CredentialsError(
                "Reading X needs a token of the X API, and there is none.",
                handle=self._username,
                hint="Set X_BEARER_TOKEN (console.x.com), or use an archive instead: it costs nothing.",
            )
        client = tweepy.Client(**keys, return_type=dict)
        client.session.mount("https://api.twitter.com", Transport(os.environ.get("HUBTWEETS_X_API")))
        try:
            yield client
        finally:
            client.session.close()


def open_x(rest: str, *, handle: str | None, name: str | None, reading: ReadOptions, progress: Progress) -> XAccount:
    """The source of `x:rest`; see `open_source`."""
    username = rest.strip() or handle
    if not username:
        raise SourceSpecError("x: needs a handle.", spec="x:", hint="Use x:HANDLE.")
    return XAccount(username, handle=handle, name=name, reading=reading, progress=progress)


def _variable(*names: str) -> str | None:
    found = (os.environ.get(prefix + name) for name in names for prefix in ("X_", "TWITTER_", ""))
    return next(filter(None, found), None)


def _keys() -> dict[str, str]:
    """tweepy's names and the values in the environment: a bearer token, or the four keys of a user."""
    if bearer := _variable("BEARER_TOKEN"):
        return {"bearer_token": bearer}
    user = {
        "consumer_key": _variable("CONSUMER_KEY", "API_KEY"),
        "consumer_secret": _variable("CONSUMER_SECRET", "API_SECRET"),
        "access_token": _variable("ACCESS_TOKEN", "ACCESS_KEY"),
        "access_token_secret": _variable("ACCESS_TOKEN_SECRET", "ACCESS_SECRET"),
    }
    return {name: value for name, value in user.items() if value} if all(user.values()) else {}


def _user_auth() -> bool:
    return "bearer_token" not in _keys()


def _own_id() -> str | None:
    """The id of the account that the token is of; a user's access token begins with it."""
    return _keys().get("access_token", "").partition("-")[0] or None


def _prices() -> Prices:
    found = {}
    for name in Prices.__struct_fields__:
        if text := os.environ.get(variable := f"HUBTWEETS_X_PRICE_{name.upper()}"):
            if not re.fullmatch(r"\d+(\.\d+)?|\.\d+", text, re.ASCII):
                raise UsageError(f"{variable} is {text!r}, not a number of US dollars.", hint="Use 0.005.")
            found[name] = float(text)
    return Prices(**found)


def _folder(user_id: str) -> Path:
    import platformdirs

    return platformdirs.user_cache_path("hubtweets", appauthor=False) / "x" / user_id


SOURCE = NetworkSource("x", open_x, "x:HANDLE")
