"""Tables of posts, whatever tool made them: CSV, TSV, JSON, JSON Lines, Parquet, or a data set of the Hub."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from hubtweets._shared import mojibake
from hubtweets._shared.text import one_line
from hubtweets.errors import SourceSpecError, UsageError, WhosePostsError
from hubtweets.posts import identity
from hubtweets.posts.contract import EARLIER, NO_ID, Kind, Post
from hubtweets.posts.dates import column_order, parse_any
from hubtweets.posts.languages import code
from hubtweets.posts.markup import cell_text, html_to_text
from hubtweets.posts.options import COLUMNS, DEFAULT_OPTIONS, ReadOptions
from hubtweets.posts.sources._authors import HANDLE, author_of, handle_of, is_to_oneself, meant_by, plain
from hubtweets.posts.sources._bluesky_links import facets_of, without_links
from hubtweets.posts.sources._columns import Places, Row, flattened, form_of, written
from hubtweets.posts.sources._kinds import FLAGS, TOLD_BY, flag, has_no_words_of_its_own, kind_of
from hubtweets.posts.values import is_nothing, is_something, truth

NOT_FOR_ALL = "not meant for everybody (followers, mentioned people, protected accounts)"
CIRCLE = "for a circle, a community or subscribers only"
DELETED = "deleted by the account"
MESSAGES = "messages of a chat or mail, which are no posts"
NO_POSTS = "records that are no posts"
DRAFT = "drafts and the like, which were never posted"
NO_TEXT = "rows without text"
OTHERS = "posts of other accounts"
NO_AUTHOR = "rows that do not say whose they are, as the others do"

_OPEN = frozenset(
    ("public", "unlisted", "quiet_public", "quiet public", "home", "everyone", "everybody", "anyone", "all", "world")
)
_UNPOSTED = frozenset(
    ("draft", "drafts", "scheduled", "unpublished", "pending", "queued", "failed", "trash", "auto-draft")
)
_NO_LOGGED_OUT = "!no-unauthenticated"
"""The label of Bluesky accounts that ask apps not to show them to people without a login."""
_TO_ALL = frozenset(("https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"))
_SPREADSHEET_ID = re.compile(r"[\d.,]+[eE]\+?\d+|\d+\.0+")
_WITH_POINT = re.compile(r"(\d{1,16})\.0+")
_REFERRING = frozenset(("repost_of", "quote_of", "reply_to", "circle"))
_WRAPPED_ID = re.compile(r"(?:=?\"|'|x)(\d{1,25})\"?")
"""Ids that were kept from spreadsheets: `="123"`, `'123`, and rtweet's `x123`."""
_DAY = re.compile(r"[^:]{6,24}")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:\s?[AaPp]\.?[Mm]\.?)?")

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
            what: next((flat[name] for name in names if _is_said(what, flat[name])), None)
            for what, names in places.by_what.items()
        }
        if (one := self._read(number, flat, values, places.are_messages)) is not None:
            yield one

    def _read(self, number: int, flat: Row, values: Mapping[str, Any], is_message: bool) -> _Read | None:
        text = values.get("text")
        if text is None and has_no_words_of_its_own(values):
            text = ""
        if text is None or isinstance(text, dict | list):
            self.dropped[NO_TEXT] += 1
            return None
        reason = MESSAGES if is_message else _not_for_all(flat, values)
        if reason is not None:
            self.dropped[reason] += 1
            if reason != MESSAGES:
                self._unused_authors.add(handle_of(values))
            return None
        is_html = "visibility" in values or values.get("audience") is not None
        text = html_to_text(str(text)) if is_html else self._mended(cell_text(str(text)))
        if facets := flat.get("post.record.facets") or flat.get("record.facets") or flat.get("value.facets"):
            text = without_links(text, facets_of(facets))
        author, author_id = author_of(values)
        whose_words = plain(values.get("whose_words")).strip().lstrip("@").lower()
        flags = tuple(values.get(what) for what in FLAGS)
        return _Read(
            id=self._id(number, values),
            text=text,
            date=_moment(values, flat),
            zone=str(values["zone"]) if re.fullmatch(r"[+-]\d{2}:?\d{2}", str(values.get("zone"))) else None,
            kind="repost" if not text or whose_words not in ("", author.lower()) else kind_of(values, text),
            flags=flags if any(flag is not None for flag in flags) else (),
            author=author,
            author_id=author_id,
            name=plain(values.get("name")),
            language=code(str(values.get("language") or "")),
            warning=str(values["warning"])[:1000] if values.get("warning") else None,
            own_reply=is_to_oneself(values, author, author_id),
            edited=plain(values.get("edited"))[:40],
            answers=plain(values.get("reply_to")).strip()[:200],
        )

    def _mended(self, text: str) -> str:
        """A text whose UTF-8 a program before read in another encoding, as it was written."""
        if text.isascii() or (better := mojibake.repair(text)) == text:
            return text
        self._trouble["texts had been read in a wrong encoding (as in cafÃ©), and are put right"] += 1
        return better

    def _id(self, number: int, values: Mapping[str, Any]) -> str:
        value = values.get("id")
        id_ = "" if value is None else str(value).strip()
        if wrapped := _WRAPPED_ID.fullmatch(id_):
            id_ = wrapped[1]
        if (number_of := _WITH_POINT.fullmatch(id_)) and int(number_of[1]) < EXACT:  # where some rows have no id
            id_ = number_of[1]
        elif _SPREADSHEET_ID.fullmatch(id_):  # 1.31726E+18: no longer an id
            self._trouble["ids were rounded by a spreadsheet, and are not used"] += 1
            id_ = ""
        for version in re.findall(r"\d{1,20}", str(values.get("versions") or ""))[:50]:
            if (len(version), version) < (len(id_), id_):
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
        by_id_alone = not any(one.author for one in found) and not any(self._unused_authors)
        found = [one if one.author else one._replace(author=handles.get(one.author_id, one.author_id)) for one in found]
        counted = Counter(one.author.lower() for one in found if one.author)
        wanted = handle.strip().removeprefix("@").lower() if handle else None
        spelled = {one.author.lower(): one.author for one in found if one.author}
        for who in filter(None, self._unused_authors):
            counted.setdefault(who.lower(), 0)
            spelled.setdefault(who.lower(), who)
        if not counted:
            return found, None, None
        if wanted is not None:
            wanted = meant_by(wanted, counted.keys()) or wanted
        if wanted not in counted and len(counted) == 1 and (reading.rename or by_id_alone):
            wanted = None
        if wanted not in counted and (wanted is not None or len(counted) > 1):
            authors = {one_line(spelled[who]): count for who, count in counted.most_common()}
            if reading.looking and wanted is None:
                told = f"{self._where} holds posts of {_listed(authors)}."
                self.notes.append(f"{told} Choose one: --as HANDLE.")
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
        own = spelled[chosen] if HANDLE.fullmatch(spelled[chosen]) and not by_id_alone else None
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
        usable = [self._is_flag(found, at) for at in range(len(FLAGS))]
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
                bool(one.flags) and usable[at] and flag(at, one.flags[at]) is True for at in range(len(FLAGS))
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
        unclear = {str(one.flags[at])[:40] for one in found if one.flags and flag(at, one.flags[at]) is None}
        if not unclear:
            return True
        if not all(re.fullmatch(r"[\d.,]+", word) for word in unclear):
            examples = ", ".join(one_line(repr(word)) for word in sorted(unclear)[:3])
            said = [flag(at, one.flags[at]) for one in found if one.flags and not is_nothing(one.flags[at])]
            column = self._columns_of(FLAGS[at])
            what = f"of {len(said):,} rows say neither yes nor no in the column {column} ({examples})"
            self._trouble[f"{what}; that is taken for no"] = said.count(None)
            if said.count(None) == len(said):
                self.notes.append(
                    f"{self._where}: the column {column} says nothing that is understood, so that "
                    f"{TOLD_BY[FLAGS[at]]} cannot be told by it. Write yes or no there, and read the table again."
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
    """Whether ids were rounded on their way: all end in 00, as JavaScript leaves them, or in 000."""

    def __init__(self) -> None:
        self._large = self._round = 0

    def see(self, value: Any) -> None:
        if isinstance(value, str):
            if len(value) > 16 and value.isdecimal():
                self._large += 1
                self._round += value.endswith("000")
        elif isinstance(value, int | float) and not isinstance(value, bool) and value > EXACT:
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
    if is_something(values.get("deleted_at")):
        return DELETED
    if plain(values.get("state")).strip().lower() in _UNPOSTED or truth(values.get("draft")):
        return DRAFT
    if {"pubkey", "sig", "kind"} <= flat.keys() and str(flat["kind"]) != "1":  # Nostr: 4 are private messages
        return NO_POSTS
    record = flat.get("value.type") or flat.get("record.type") or flat.get("post.record.type")
    if isinstance(record, str) and "." in record and record != "app.bsky.feed.post":
        return NO_POSTS
    labels = flat.get("post.author.labels") or flat.get("author.labels")
    if isinstance(labels, list) and any(
        isinstance(one, dict) and one.get("val") == _NO_LOGGED_OUT and not one.get("neg") for one in labels
    ):
        return NOT_FOR_ALL
    return None


def _is_said(what: str, cell: Any) -> bool:
    """Whether a cell counts: of columns that refer to something, one that says no is as good as empty."""
    return is_something(cell) if what in _REFERRING else not is_nothing(cell)


def _moment(values: Mapping[str, Any], flat: Row) -> Any:
    """The date of a row, with the time of day where that has a column of its own."""
    date, clock = values.get("date"), flat.get("time") or flat.get("tweettime") or flat.get("hour")
    if isinstance(date, str) and isinstance(clock, str) and _DAY.fullmatch(date) and _CLOCK.fullmatch(clock.strip()):
        return f"{date} {clock.strip()}"
    return date
