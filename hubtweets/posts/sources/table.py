"""Tables of posts, whatever tool made them: CSV, TSV, JSON, JSON Lines, Parquet, or a data set of the Hub."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from hubtweets._shared.text import one_line
from hubtweets.errors import SourceSpecError, UsageError, WhosePostsError
from hubtweets.posts import identity
from hubtweets.posts.contract import NO_ID, Kind, Post
from hubtweets.posts.dates import column_order, parse_any
from hubtweets.posts.languages import code
from hubtweets.posts.markup import html_to_text
from hubtweets.posts.options import COLUMNS, DEFAULT_OPTIONS, ReadOptions
from hubtweets.posts.sources._columns import Places, Row, flattened, form_of, written
from hubtweets.posts.values import is_nothing, is_something, truth

NOT_FOR_ALL = "not meant for everybody (followers, mentioned people, protected accounts)"
CIRCLE = "for a circle, a community or subscribers only"
DELETED = "deleted by the account"
NO_TEXT = "rows without text"
OTHERS = "posts of other accounts"
NO_AUTHOR = "rows that do not say whose they are, as the others do"
EARLIER = "earlier versions of edited posts"

_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w{1,15})/status(?:es)?/\d{1,20}")
_ELSEWHERE = re.compile(r"https?://([\w.-]{1,253})/(?:@|users/)(\w{1,64})(?:/|$)")
_HANDLE = re.compile(r"\w[\w.@-]*")
_REPLIED_TO = re.compile(r"(?:screen_name|username)\W{1,6}(\w{1,30})")
# What columns of kinds say: "Retweet", "mentions_in_retweet", "RT with comment", "Replies to", "Quote Tweet", "share" …
_REPOST = re.compile(
    r"(?:[\w ]*\bin |native |pure |a )?(?:re-?tweet(?:s|ed)?|rts?|re-?post(?:s|ed)?|boost(?:s|ed)?|re-?blog(?:s|ged)?|"
    r"announce|shared?|shares|renoted?|repeat)(?: of)?"
)
_REPLY = re.compile(
    r"(?:[\w ]*\bin |a )?(?:reply|replies|replied|answer(?:s|ed)?|comment(?:s|ed)?)(?: to| tweet| post)?"
)
_QUOTE = re.compile(
    r"(?:[\w ]*\bin |a )?(?:quot(?:e|es|ed|ing)\b[\w ]*|(?:re-?tweet|rt|re-?post)(?:ed)? with (?:a )?comment)"
)
_ORIGINAL = frozenset(("tweet", "post", "original", "status", "toot", "note", "original tweet", "original post"))
_OPEN = frozenset(
    ("public", "unlisted", "quiet_public", "quiet public", "home", "everyone", "everybody", "anyone", "all", "world")
)
_NO_LOGGED_OUT = "!no-unauthenticated"
"""The label of Bluesky accounts that ask apps not to show them to people without a login."""
_TO_ALL = frozenset(("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"))
_SPREADSHEET_ID = re.compile(r"[\d.,]+[eE]\+?\d+|\d+\.0+")
_TOLD_BY = {
    "repost_flag": "other people's posts",
    "reply_flag": "replies",
    "quote_flag": "quotes",
    "protected": "posts not meant for everybody",
    "deleted": "deleted posts",
}
"""What a column of yes and no tells apart."""
_FLAGS = tuple(_TOLD_BY)

EXACT = 2**53
"""Above this, JavaScript and spreadsheets round whole numbers."""


class _Read(NamedTuple):
    """What was found in a row, before whole columns have been seen."""

    id: str
    text: str
    date: Any
    zone: str | None
    kind: Kind | None
    flags: tuple[Any, ...]
    author: str
    author_id: str
    name: str
    language: str | None
    warning: str | None
    own_reply: bool
    edited: str
    answers: str


class Table:
    """The posts of a table; see `Source`. It is read when it is opened.

    A table with posts of several accounts gives those of `handle`. `form` is the tool that made it, where it is known.

    Args:
        where: the table's name, for messages.
        rows: its rows.
        handle, name: whose posts they are; win over what the table says.
        reading: `columns` says which column is what where the usual names do not; with `looking`, a table that does not
            say whose posts it holds is no error.

    Raises:
        SourceSpecError: when there is no column of texts.
        WhosePostsError: when it is not certain whose posts they are.
        ArchiveError: when the table is damaged.
    """

    def __init__(
        self,
        where: str,
        rows: Iterable[Row],
        *,
        handle: str | None = None,
        name: str | None = None,
        reading: ReadOptions = DEFAULT_OPTIONS,
    ) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.path = where
        self.form: str | None = None
        self._where = where
        self._chosen = _checked(reading.columns)
        self._places: dict[tuple[str, ...], Places] = {}
        self._written: dict[str, str] = {}  # names of columns as the table has them, by the folded ones
        self._trouble: Counter[str] = Counter()
        self._replaced: dict[str, str] = {}
        self._rounded = _RoundedIds()
        self._unused_authors: set[str] = set()  # of rows that are never used, which still tell whose file it is
        found = [one for number, row in enumerate(rows, 1) for one in self._rows(number, row)]
        self._check_columns()
        found, self.own_handle, own_name = self._of_one_account(found, handle, reading)
        self._posts = self._made(found)
        self._tell(getattr(rows, "trouble", {}))
        self.notes += getattr(rows, "notes", ())
        self.account = identity.account(
            where,
            self.notes,
            platform=self._platform(),
            handle=handle,
            name=name,
            own_handle=self.own_handle,
            own_name=own_name,
            looking=reading.looking,
        )

    def __iter__(self) -> Iterator[Post]:
        return iter(self._posts)

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _rows(self, number: int, row: Row) -> Iterator[_Read]:
        if isinstance(row.get("tweet"), dict):
            row = row["tweet"]  # the rows of an X archive, saved as JSON
        flat = flattened(row)
        keys = tuple(flat)
        places = self._places.get(keys)
        if places is None:
            places = self._places[keys] = Places(keys, self._chosen)
            self.form = self.form or form_of(keys)
            self._written = written(row) | self._written
        values = {
            what: next((flat[name] for name in names if not is_nothing(flat[name])), None)
            for what, names in places.by_what.items()
        }
        if (one := self._read(number, flat, values)) is not None:
            yield one

    def _read(self, number: int, flat: Row, values: Mapping[str, Any]) -> _Read | None:
        text = values.get("text")
        if text is None and _has_no_words_of_its_own(values):
            text = ""
        if text is None or isinstance(text, dict | list):
            self.dropped[NO_TEXT] += 1
            return None
        reason = _not_for_all(flat, values)
        if reason is not None:
            self.dropped[reason] += 1
            self._unused_authors.add(_author(values))
            return None
        text = str(text)
        if "visibility" in values or values.get("audience") is not None:
            text = html_to_text(text)
        author, author_id = author_of(values)
        flags = tuple(values.get(what) for what in _FLAGS)
        return _Read(
            id=self._id(number, values),
            text=text,
            date=values.get("date"),
            zone=str(values["zone"]) if re.fullmatch(r"[+-]\d{2}:?\d{2}", str(values.get("zone"))) else None,
            kind=_kind(values, text) if text else "repost",
            flags=flags if any(flag is not None for flag in flags) else (),
            author=author,
            author_id=author_id,
            name=_plain(values.get("name")),
            language=code(str(values.get("language") or "")),
            warning=str(values["warning"])[:1000] if values.get("warning") else None,
            own_reply=_to_oneself(values, author, author_id),
            edited=_plain(values.get("edited"))[:40],
            answers=_plain(values.get("reply_to")).strip()[:200],
        )

    def _id(self, number: int, values: Mapping[str, Any]) -> str:
        value = values.get("id")
        id_ = "" if value is None else str(value).strip()
        if _SPREADSHEET_ID.fullmatch(id_):  # 1.31726E+18: no longer an id
            self._trouble["ids were rounded by a spreadsheet, and are not used"] += 1
            id_ = ""
        for version in re.findall(r"\d{1,20}", str(values.get("versions") or ""))[:50]:
            if len(version) < len(id_) or version < id_:
                self._replaced[version] = id_
        self._rounded.see(value)
        return id_ or f"{NO_ID}{number:09}"

    def _check_columns(self) -> None:
        """Whether there are texts, and each column that the person named is there, in one row at least."""
        if self._places and not any("text" in places for places in self._places.values()):
            raise self._no_column(self._chosen.get("text"), "text", next(iter(self._places)))
        for what, name in self._chosen.items():
            if self._places and not any(what in places for places in self._places.values()):
                raise self._no_column(name, what, next(iter(self._places)))

    def _no_column(self, name: str | None, what: str, keys: tuple[str, ...]) -> SourceSpecError:
        which = "that is known to hold the texts" if name is None else repr(name)
        there = ", ".join(map(self._as_written, keys[:20]))
        return SourceSpecError(
            f"{self._where} has no column {which}; it has: {there}.",
            spec=self._where,
            hint=f"Name it with --{what}-column NAME.",
        )

    def _as_written(self, key: str) -> str:
        return one_line(self._written.get(key, key)[:80])

    def _columns_of(self, *whats: str) -> str:
        """The names of the columns that hold one of these, for a sentence."""
        keys = {key for places in self._places.values() for what in whats for key in places.by_what.get(what, ())}
        return " or ".join(sorted(map(self._as_written, keys)))

    # -- whose --------------------------------------------------------------------------------------------------------

    def _of_one_account(
        self, found: list[_Read], handle: str | None, reading: ReadOptions
    ) -> tuple[list[_Read], str | None, str | None]:
        """The rows of one account, its handle and its name; where they are of several, those of `handle`."""
        # Some rows have an id alone (an answer's second page): the handle that another row has beside it is theirs.
        handles = {one.author_id: one.author for one in found if one.author and one.author_id}
        found = [one if one.author else one._replace(author=handles.get(one.author_id, one.author_id)) for one in found]
        counted = Counter(one.author.lower() for one in found if one.author)
        wanted = handle.strip().removeprefix("@").lower() if handle else None
        spelled = {one.author.lower(): one.author for one in found if one.author}
        for who in filter(None, self._unused_authors):
            counted.setdefault(who.lower(), 0)
            spelled.setdefault(who.lower(), who)
        if not counted:
            return found, None, None
        if wanted is not None and wanted not in counted:
            wanted = next((who for who in counted if who.partition("@")[0] == wanted.partition("@")[0]), wanted)
        if wanted not in counted and reading.rename and len(counted) == 1:
            wanted = None
        if wanted not in counted and (wanted is not None or len(counted) > 1):
            authors = {one_line(spelled[who]): count for who, count in counted.most_common()}
            if reading.looking and wanted is None:
                told = f"{self._where} holds posts of {_listed(authors)}."
                self.notes.append(f"{told} Choose one with the command posts: --handle HANDLE.")
                return found, None, None
            raise WhosePostsError(self._where, authors, handle)
        chosen = wanted or next(iter(counted))
        kept = [one for one in found if one.author.lower() == chosen]
        if nobody := sum(1 for one in found if not one.author):
            self.dropped[NO_AUTHOR] += nobody
        if others := len(found) - len(kept) - nobody:
            self.dropped[OTHERS] += others
            accounts = len(counted) - 1
            self.notes.append(f"{self._where}: {others:,} posts of {accounts:,} other accounts are not used.")
        names = Counter(one.name for one in kept if one.name).most_common(1)
        own = spelled[chosen] if _HANDLE.fullmatch(spelled[chosen]) else None
        return kept, own, names[0][0] if names else None

    def _platform(self) -> str | None:
        """`x` or `mastodon` where the columns or the tool's name are those of that platform only."""
        if self.form in ("Mastodon statuses", "ActivityPub"):
            return "mastodon"
        if self.form in ("Bluesky posts", "Misskey notes"):
            return "bluesky" if self.form == "Bluesky posts" else None
        if self.form not in (None, "hubtweets export"):
            return "x"
        used = {name for places in self._places.values() for what in ("text", "id", "type") for name in
                places.by_what.get(what, ())[:1]}  # fmt: skip
        return "x" if any("tweet" in name or name in ("fulltext", "idstr") for name in used) else None

    # -- posts --------------------------------------------------------------------------------------------------------

    def _made(self, found: list[_Read]) -> list[Post]:
        """The posts, now that whole columns can be judged: order of dates, flags, rounded ids, versions."""
        order, certain = column_order(one.date for one in found)
        if not certain:
            first = "month" if order == "mdy" else "day"
            self.notes.append(
                f"{self._where}: dates such as 10/11/17 are read with the {first} first; none of them tells."
            )
        usable = [self._is_flag(found, at) for at in range(len(_FLAGS))]
        rounded = self._rounded.are
        if rounded:
            self._trouble["ids were rounded by a program, and are not used"] = len(found)
        ids = {one.id for one in found}
        edited: dict[str, str] = {}
        for one in found:
            if one.edited:
                edited[one.id] = max(one.edited, edited.get(one.id, ""))
        posts = []
        for number, one in enumerate(found, 1):
            repost, reply, quote, protected, deleted = (
                bool(one.flags) and usable[at] and _flag(at, one.flags[at]) is True for at in range(len(_FLAGS))
            )
            if protected or deleted:
                self.dropped[NOT_FOR_ALL if protected else DELETED] += 1
                continue
            replaced = one.id in self._replaced and self._replaced[one.id] in ids
            if (replaced or one.edited < edited.get(one.id, "")) and not rounded:
                self.dropped[EARLIER] += 1
                continue
            kind = one.kind or ("repost" if repost else "reply" if reply else "quote" if quote else "original")
            if repost:
                kind = "repost"
            elif kind == "reply" and one.own_reply:
                kind = "quote" if quote else "original"
            id_ = f"{NO_ID}{number:09}" if rounded else one.id
            before = one.answers if one.own_reply and kind == "original" and one.answers else None
            posts.append(Post(id_, one.text, self._date(one, order), kind, one.language, one.warning, before))
        self._tell_of_kinds(posts, found)
        return posts

    def _is_flag(self, found: list[_Read], at: int) -> bool:
        """Whether a column of yes and no has nothing else in it; a count of retweets is called `retweet` too."""
        unclear = {str(one.flags[at])[:40] for one in found if one.flags and _flag(at, one.flags[at]) is None}
        if not unclear:
            return True
        if not all(re.fullmatch(r"[\d.,]+", word) for word in unclear):
            examples = ", ".join(one_line(repr(word)) for word in sorted(unclear)[:3])
            said = [_flag(at, one.flags[at]) for one in found if one.flags and not is_nothing(one.flags[at])]
            column = self._columns_of(_FLAGS[at])
            what = f"of {len(said):,} rows say neither yes nor no in the column {column} ({examples})"
            self._trouble[f"{what}; that is taken for no"] = said.count(None)
            if said.count(None) == len(said):
                self.notes.append(
                    f"{self._where}: the column {column} says nothing that is understood, so that "
                    f"{_TOLD_BY[_FLAGS[at]]} cannot be told by it. Write yes or no there, and read the table again."
                )
            return True
        return False

    def _tell_of_kinds(self, posts: list[Post], found: list[_Read]) -> None:
        """Say which column it was where nearly all posts are of one kind, for it may have been misread."""
        for kind, columns in (("repost", ("repost_flag", "repost_of", "type")), ("reply", ("reply_flag", "reply_to"))):
            count = sum(1 for post in posts if post.kind == kind)
            marked = sum(1 for post in posts if post.kind == kind and not post.text.startswith(("RT @", "@")))
            if len(posts) >= 20 and count >= 0.95 * len(posts) and marked >= 0.5 * count:
                told = f"{count:,} of {len(posts):,} posts are {'retweets' if kind == 'repost' else 'replies'}"
                self.notes.append(f"{self._where}: {told}, says the column {self._columns_of(*columns)}.")

    def _date(self, one: _Read, order: Any) -> datetime | None:
        if one.date is None:
            return None
        try:
            return parse_any(one.date, order, one.zone).astimezone(UTC)
        except (ValueError, OverflowError, OSError):
            self._trouble["dates could not be read, and are not used"] += 1
            return None

    def _tell(self, trouble: Mapping[str, int]) -> None:
        texts: dict[str, set[str]] = {}
        for post in self._posts:
            texts.setdefault(post.id, set()).add(post.text)
        if lost := sum(len(several) - 1 for several in texts.values()):
            self._trouble["rows have the id of another row, and are not used (--id-column names the right column)"] = (
                lost
            )
        self._trouble.update(trouble)
        self.notes += [f"{self._where}: {count:,} {what}." for what, count in self._trouble.items()]


class _RoundedIds:
    """Whether ids that came as numbers were rounded on their way: all end in 00, as JavaScript leaves them."""

    def __init__(self) -> None:
        self._large = self._round = 0

    def see(self, value: Any) -> None:
        if isinstance(value, int | float) and not isinstance(value, bool) and value > EXACT:
            self._large += 1
            self._round += value % 100 == 0

    @property
    def are(self) -> bool:
        return self._large > 1 and self._round == self._large


def _checked(columns: Mapping[str, str]) -> dict[str, str]:
    if unknown := set(columns) - set(COLUMNS):
        raise UsageError(f"A table has no column for {sorted(unknown)[0]!r}.", hint=f"Use one of {', '.join(COLUMNS)}.")
    return dict(columns)


def _listed(authors: Mapping[str, int], most: int = 10) -> str:
    told = ", ".join(f"@{one_line(who)[:80]} ({count:,})" for who, count in list(authors.items())[:most])
    return f"{len(authors):,} accounts: {told}{', …' if len(authors) > most else ''}"


def _plain(value: Any) -> str:
    return str(value) if isinstance(value, str | int | float) else ""


def author_of(values: Mapping[str, Any]) -> tuple[str, str]:
    """Who wrote a row, by handle and by id, from its values for `handle`, `url` and `author_id`; empty where unsaid."""
    return _author(values), str(values.get("author_id") or "")


def _author(values: Mapping[str, Any]) -> str:
    """Who wrote a row, as it says: a handle where it can be one, else the words that stand there."""
    handle = one_line(_plain(values.get("handle"))[:200]).removeprefix("@")
    if match := _STATUS.match(handle) or _STATUS.match(_plain(values.get("url"))):
        return handle if _HANDLE.fullmatch(handle) else match[1]
    if elsewhere := _ELSEWHERE.match(handle):
        return f"{elsewhere[2]}@{elsewhere[1]}"
    return handle


def _to_oneself(values: Mapping[str, Any], author: str, author_id: str) -> bool:
    whom = _plain(values.get("reply_to_whom")).strip().removeprefix("@").lower()
    if whom and author:
        named = _REPLIED_TO.findall(whom)
        return whom == author.lower() or (bool(named) and all(name == author.lower() for name in named))
    to = _plain(values.get("reply_to_id")).strip()
    return bool(to and author_id) and to == author_id


def _not_for_all(flat: Row, values: Mapping[str, Any]) -> str | None:
    """Why a row is not meant for everybody, or None where nothing says so."""
    visibility = values.get("visibility")
    if visibility is not None and str(visibility).strip().lower() not in _OPEN:
        return NOT_FOR_ALL
    if "object.content" in flat and "published" in flat:
        audience = [flat.get(field) for field in ("to", "cc", "object.to", "object.cc")]
        if not any(
            who in _TO_ALL for field in audience for who in ([field] if isinstance(field, str) else field or ())
        ):
            return NOT_FOR_ALL
    if is_something(values.get("circle")):
        return CIRCLE
    labels = flat.get("post.author.labels") or flat.get("author.labels")
    if isinstance(labels, list) and any(isinstance(one, dict) and one.get("val") == _NO_LOGGED_OUT for one in labels):
        return NOT_FOR_ALL
    return None


def _flag(at: int, value: Any) -> bool | None:
    """What a cell of a column of yes and no says; the word for the kind means yes there, that for another one no."""
    said = truth(value)
    if said is not None or _FLAGS[at] not in ("repost_flag", "reply_flag", "quote_flag"):
        return said
    kind = _kind_in_words(str(value))
    return None if kind is None else kind == _FLAGS[at].removesuffix("_flag")


def _kind_in_words(stated: str) -> Kind | None:
    words = re.sub(r"[\s_]+", " ", stated[:60]).strip().lower()
    if _QUOTE.fullmatch(words):
        return "quote"
    if _REPOST.fullmatch(words):
        return "repost"
    if _REPLY.fullmatch(words):
        return "reply"
    return "original" if words in _ORIGINAL else None


def _has_no_words_of_its_own(values: Mapping[str, Any]) -> bool:
    """Whether a row without text passes on another post, as Misskey's renotes do."""
    return is_something(values.get("repost_of")) or is_something(values.get("quote_of"))


def _kind(values: Mapping[str, Any], text: str) -> Kind | None:
    """What a row says of its kind by its words and by what it refers to; None where only flags may tell."""
    stated = _kind_in_words(_plain(values.get("type")))
    references = str(values.get("references") or "")
    if (
        stated == "repost"
        or text.startswith("RT @")
        or "retweeted" in references
        or is_something(values.get("repost_of"))
    ):
        return "repost"
    if stated == "reply" or "replied_to" in references or is_something(values.get("reply_to")):
        return "reply"
    if stated == "quote" or "quoted" in references or is_something(values.get("quote_of")):
        return "quote"
    return None
