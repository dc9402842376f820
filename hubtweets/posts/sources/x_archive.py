"""X archives of every vintage: one file a month (2012 to 2018), `tweet.js`, `tweets.js` and its parts.

Read are the posts, the long texts of note tweets, the account's name and its picture. Never read: direct messages,
likes, deleted posts, drafts. Never used: posts for a Circle, and those of an account that is protected.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from pathlib import PurePosixPath
from typing import NamedTuple

from hubtweets._shared.text import one_line
from hubtweets.errors import ArchiveError, WhosePostsError
from hubtweets.posts.clean import unescape
from hubtweets.posts.contract import EARLIER, ArchiveFormat, Files, Kind, Post
from hubtweets.posts.dates import parse_any, parse_time
from hubtweets.posts.formats._archive_json import decode, json_start
from hubtweets.posts.formats._files import LoneFile
from hubtweets.posts.formats._json_stream import items
from hubtweets.posts.identity import account
from hubtweets.posts.languages import code
from hubtweets.posts.options import ReadOptions
from hubtweets.posts.sources._x_archive_rows import (
    AccountRow,
    DataType,
    EitherRow,
    Manifest,
    NoteRow,
    ProfileRow,
    ProtectedRow,
    Row,
    Tweet,
    UserDetails,
)
from hubtweets.posts.sources._x_notes import NoteTexts

_COPY = r"(?: ?\(\d{1,3}\)| - copy(?: \(\d{1,3}\))?| copy(?: \d{1,3})?)?"
"""What programs put behind the name of a second file of one name."""
TWEET_FILES = re.compile(rf"(?:.*/)?tweets?(?:[-_]part(\d*))?{_COPY}\.js", re.IGNORECASE)
MONTH_FILES = re.compile(r"(?:.*/)?data/js/tweets/(\d{4}_\d{2})\.js", re.IGNORECASE)
AVATAR_LIMIT = 8 * 2**20

CIRCLE = "for a circle only"
COMMUNITY = "for a community only"
SOME = "for followers or subscribers only"
DELETED = "deleted by the account"
PROTECTED = "of a protected account"
UNREADABLE = "in a form that X's posts do not have"
UNDATED = "dates could not be read, and are not used"

CIRCLE_LIST = "twitter-circle-tweet"
CIRCLES = (datetime(2022, 5, 1, tzinfo=UTC), datetime(2023, 11, 30, tzinfo=UTC))
"""When posts for a Circle could be written (https://help.x.com/en/using-x/x-circle), with some weeks around."""

_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/[^/]+/status/\d+(?:\?.*)?$")
_YTD = re.compile(rb"(?:\xef\xbb\xbf)?\s*window\.YTD\.(\w{1,80})\.part")


class Unit(NamedTuple):
    """The files of posts in one folder, in the order of their parts; a folder of archives has several."""

    folder: str
    files: tuple[str, ...]


class Owner(NamedTuple):
    """Whose a unit is, as the archive says; all None where it does not."""

    id: str | None = None
    handle: str | None = None
    name: str | None = None
    avatar_url: str | None = None


class XArchive:
    """The posts of an X archive, or of several of one account; see `Source`.

    Args:
        files: the archive.
        units: the files of posts in it, folder by folder.
        handle: whose posts they are, where the person says so; it wins over what the archive says.
        name: the display name, likewise.
        looking: whether an archive that does not say whose it is is no error.

    Raises:
        ArchiveError: when the archive is damaged.
        WhosePostsError: when neither the archive nor the person says whose it is, or it is of several accounts.
    """

    def __init__(
        self,
        files: Files,
        units: Sequence[Unit],
        *,
        handle: str | None = None,
        name: str | None = None,
        looking: bool = False,
    ) -> None:
        self.notes: list[str] = []
        self.dropped: Counter[str] = Counter()
        self.path = files.path
        self._files = files
        self._names = {name.lower(): name for name in files.names()}
        self._inside: dict[str, list[str]] = defaultdict(list)  # names by their folder, in lower case
        for path in files.names():
            self._inside[posixpath.dirname(path).lower()].append(path)
        self._trouble: Counter[str] = Counter()
        owners = {unit: self._owner(unit) for unit in units}
        self._units = self._of_one_account(owners, handle)
        owner = next((owners[unit] for unit in self._units if owners[unit].handle), Owner())
        self._account_id = owner.id
        self.own_handle = owner.handle
        self.form = f"an X archive ({_vintage(self._units)})"
        self.account = account(
            self.path.name,
            self.notes,
            platform="x",
            handle=handle,
            name=name,
            own_handle=self.own_handle,
            own_name=owner.name,
            avatar_url=owner.avatar_url,
            looking=looking,
        )
        if isinstance(files, LoneFile):
            self._tell_of_parts_beside()

    def __iter__(self) -> Iterator[Post]:
        self.dropped.clear()
        self._trouble.clear()
        told = len(self.notes)
        edited: dict[str, dict[str, Post]] = defaultdict(dict)
        left_out = self._left_out()
        is_protected = self._is_protected()
        # What stands in one place may be the first version of what was edited by the time that another was made.
        for post in [post for unit in self._units for post in self._posts(unit, edited, left_out, is_protected)]:
            if post.id in edited:
                edited[post.id].setdefault(post.id, post)
            else:
                yield post
        for by_id in edited.values():  # the live version is the newest one that is there
            self.dropped[EARLIER] += len(by_id) - 1
            yield by_id[max(by_id, key=lambda id_: (len(id_), id_))]
        self.dropped += Counter()  # without zeros
        self.notes[told:] = [*self.notes[told:], *(f"{count:,} {what}." for what, count in self._trouble.items())]

    def avatar(self) -> bytes | None:
        """The picture's bytes as the archive has them, or None."""
        if not self.account.avatar_url or not self._account_id:
            return None
        wanted = f"profile_media/{self._account_id}-{self.account.avatar_url.rpartition('/')[2]}"
        name = next((name for name in self._files.names() if name.endswith(wanted)), None)
        return bytes(self._files.read(name, AVATAR_LIMIT)) if name else None

    # -- who ----------------------------------------------------------------------------------------------------------

    def _owner(self, unit: Unit) -> Owner:
        account_id: str | int | None = None
        handle = name = avatar_url = None
        if file := self._find(unit, "account.js"):
            for row in decode(self._files, file, list[AccountRow])[:1]:
                account_id, handle, name = row.account.accountId, row.account.username, row.account.accountDisplayName
        if file := self._find(unit, "../user_details.js"):
            details = decode(self._files, file, UserDetails)
            account_id, handle, name = details.id, details.screen_name, details.full_name
        if handle is None and (manifest := self._manifest(unit)) and (info := manifest.userInfo):
            account_id, handle, name = info.accountId, info.userName, info.displayName
        if file := self._find(unit, "profile.js"):
            for profile in decode(self._files, file, list[ProfileRow])[:1]:
                avatar_url = profile.profile.avatarMediaUrl
        return Owner(None if account_id is None else str(account_id), handle, name, avatar_url)

    def _of_one_account(self, owners: Mapping[Unit, Owner], handle: str | None) -> list[Unit]:
        """The units of one account: all where they are of one, else those of `handle`."""
        people = {(owner.id or owner.handle or "").lower() for owner in owners.values() if owner.handle}
        if len(people) <= 1:
            named = [unit.folder for unit, owner in owners.items() if owner.handle]
            # Old months are inside of the folder of a newer archive, without a word on whose they are.
            there = [
                unit for unit, owner in owners.items() if owner.handle or any(map(_holds(unit.folder), named or [""]))
            ]
            if unnamed := ", ".join(one_line(unit.folder)[:80] for unit in owners if unit not in there):
                self.notes.append(
                    f"{self.path.name}: whose posts are in {unnamed} is not said there, and they are not used; give "
                    "that folder by itself."
                )
            return there
        wanted = handle.strip().removeprefix("@").lower() if handle else None
        chosen = [unit for unit, owner in owners.items() if owner.handle and owner.handle.lower() == wanted]
        if not chosen:
            files = Counter(one_line(owner.handle or "?") for owner in owners.values())
            raise WhosePostsError(f"{self.path.name} (several archives)", dict(files), handle)
        left = ", ".join(one_line(unit.folder)[:80] for unit in owners if unit not in chosen)
        self.notes.append(f"{self.path.name} holds archives of other accounts too, which are not read: {left}.")
        return chosen

    def _manifest(self, unit: Unit) -> Manifest | None:
        file = self._find(unit, "manifest.js")
        return decode(self._files, file, Manifest) if file else None

    # -- what ---------------------------------------------------------------------------------------------------------

    def _find(self, unit: Unit, file: str) -> str | None:
        return self._names.get(posixpath.normpath(posixpath.join(unit.folder, file)).lower())

    def _posts(
        self, unit: Unit, edited: dict[str, dict[str, Post]], left_out: Mapping[str, str], is_protected: bool
    ) -> Iterator[Post]:
        notes = self._note_texts(unit)
        may_lack_list = self._may_lack_list(unit)
        if is_protected:
            for _ in self._rows(unit.files, self._count_odd):
                self.dropped[PROTECTED] += 1
            return
        read = unlisted = 0
        for row in self._rows(unit.files, self._count_odd):
            read += 1
            id_ = row.id_str or (str(row.id) if row.id is not None else "")
            if not id_:
                self.dropped[UNREADABLE] += 1
                continue
            versions = row.edit_info.versions() if row.edit_info else ()
            reason = left_out.get(id_) or _not_for_all(row)
            if reason is None and len(versions) > 1:
                reason = next((left_out[version] for version in versions if version in left_out), None)
            if reason is not None:
                self.dropped[reason] += 1
                continue
            post = self._post(id_, row, notes)
            if may_lack_list and post.created_at and CIRCLES[0] <= post.created_at <= CIRCLES[1]:
                unlisted += 1
            if len(versions) > 1:
                edited[versions[0]][id_] = post
            else:
                yield post
        if unlisted:
            self.notes.append(
                f"There is no twitter-circle-tweet.js beside the posts: whether some of the {unlisted:,} posts from "
                "the time of Circles were for a Circle only cannot be told. Give the whole archive."
            )
        self._compare(unit, read)

    def _rows(self, names: Iterable[str], odd: Callable[[], None]) -> Iterator[Tweet]:
        for name in names:
            # The first archives (2018) have the posts bare; since 2019 each is inside {"tweet": …}.
            if re.search(rb"\[\s*\{\s*\"tweet\"\s*:", self._files.head(name)):
                yield from map(attrgetter("tweet"), items(self._files, name, Row, odd))
            else:
                yield from map(EitherRow.post, items(self._files, name, EitherRow, odd))

    def _count_odd(self) -> None:
        self.dropped[UNREADABLE] += 1

    def _note_texts(self, unit: Unit) -> NoteTexts:
        texts = NoteTexts()
        for file in self._lists(unit, "note-tweet"):
            for row in items(self._files, file, NoteRow, lambda: None):
                texts.add(row.noteTweet.createdAt, row.noteTweet.core.text)
        return texts

    def _lists(self, unit: Unit, kind: str) -> list[str]:
        """The files of a unit's folder that hold posts of one kind, whatever number of parts they are in."""
        pattern = re.compile(rf"{kind}(?:[-_]part\d*)?{_COPY}\.js", re.IGNORECASE)
        inside = self._inside.get("" if unit.folder == "." else unit.folder.lower(), ())
        return [name for name in inside if pattern.fullmatch(posixpath.basename(name))]

    def _left_out(self) -> dict[str, str]:
        """The ids of posts listed as not for everybody, or deleted, with the reason; tweets.js may have them too.

        What the list of one archive names stays so in an older or newer one, and in each version of an edited post.
        """
        found: dict[str, str] = {}
        for reason, kind in ((DELETED, "deleted-tweets"), (COMMUNITY, "community-tweet"), (CIRCLE, CIRCLE_LIST)):
            unread = functools.partial(self._count_unread, kind)
            try:
                for row in self._rows((name for unit in self._units for name in self._lists(unit, kind)), unread):
                    versions = row.edit_info.versions() if row.edit_info else ()
                    found.update(dict.fromkeys((str(row.id_str or row.id), *versions), reason))
            except ArchiveError:
                if kind == CIRCLE_LIST:  # without it nobody knows what is private
                    raise
                unread()
        return found

    def _count_unread(self, kind: str) -> None:
        self._trouble[f"rows of {kind}.js could not be read; the posts that they mean may be among those used"] += 1

    def _may_lack_list(self, unit: Unit) -> bool:
        """Whether a list of posts for a Circle may be missing: an archive's own list of contents says what is in it."""
        if self._lists(unit, CIRCLE_LIST):
            return False
        manifest = self._manifest(unit)
        if manifest is None:
            return True
        listed = manifest.dataTypes.get("twitterCircleTweet", DataType()).files
        return any(str(file.count) != "0" for file in listed)

    def _is_protected(self) -> bool:
        """Whether the account was protected in the end, as the newest archive says."""
        files = [file for unit in self._units if (file := self._find(unit, "protected-history.js"))]
        events = [row.protectedHistory for file in files for row in decode(self._files, file, list[ProtectedRow])]
        return bool(events) and max(events, key=lambda event: event.protectedAt).action.lower() == "protect"

    def _post(self, id_: str, row: Tweet, notes: NoteTexts) -> Post:
        text = row.full_text if row.full_text is not None else row.text or ""
        if "&" in text:
            text = unescape(text)
        created_at = None
        try:
            created_at = parse_time(row.created_at) if row.created_at else None
        except ValueError:
            created_at = self._odd_time(row.created_at or "")
        if notes and created_at is not None:
            text = notes.joined(created_at, text)
        kind, before = self._kind(row, text), row.in_reply_to_status_id_str
        answers = before if before and kind == "original" else None
        return Post(id_, text, created_at, kind, code(row.lang), answers=answers)

    def _odd_time(self, text: str) -> datetime | None:
        """A date that a tool wrote in another form than X does."""
        try:
            return parse_any(text).astimezone(UTC)
        except (ValueError, OverflowError):
            self._trouble[UNDATED] += 1
            return None

    def _kind(self, row: Tweet, text: str) -> Kind:
        if row.retweeted_status is not None or text.startswith("RT @"):
            return "repost"
        if (row.in_reply_to_user_id_str or row.in_reply_to_status_id_str) and not self._is_own(row):
            return "reply"
        if (
            row.entities
            and row.entities.urls
            and any(_STATUS.match(url.expanded_url or "") for url in row.entities.urls)
        ):
            return "quote"
        return "original"

    def _is_own(self, row: Tweet) -> bool:
        """Whether a reply is to the account itself; by its name where the archive does not tell its id."""
        if self._account_id is not None:
            return row.in_reply_to_user_id_str == self._account_id
        return (row.in_reply_to_screen_name or "").lower() == self.account.handle.lower()

    def _compare(self, unit: Unit, read: int) -> None:
        """Note when the archive's own list of contents has more posts than were read."""
        manifest = self._manifest(unit)
        types = manifest.dataTypes if manifest else {}
        counts = [str(file.count) for key in ("tweet", "tweets") if key in types for file in types[key].files]
        stated = sum(int(count) for count in counts if re.fullmatch(r"[0-9]{1,12}", count))
        if any(len(count) > 12 for count in counts):
            self.notes.append("The archive's list of contents states a number of posts that cannot be meant.")
        if stated > read:
            self.notes.append(
                f"The archive's list of contents has {stated:,} posts, and {read:,} are there; a part may be missing."
            )

    def _tell_of_parts_beside(self) -> None:
        beside = sum(1 for file in self.path.parent.iterdir() if TWEET_FILES.fullmatch(file.name)) - 1
        if TWEET_FILES.fullmatch(self.path.name) and beside:
            self.notes.append(f"{self.path.name} is one part; {beside} beside it are read if you give the folder.")


def _not_for_all(row: Tweet) -> str | None:
    """Why a row says itself that it is not for everybody."""
    if row.community_id or row.community_id_str:
        return COMMUNITY
    if row.trusted_friends_control:
        return CIRCLE
    return SOME if row.exclusive_tweet_control or (row.scopes and row.scopes.followers) else None


def _holds(folder: str) -> Callable[[str], bool]:
    """Whether a folder that is asked for is `folder`, or one above it."""
    return lambda above: not above or above == "." or f"{folder}/".startswith(f"{above}/")


# -- what is an X archive ---------------------------------------------------------------------------------------------


def _units(files: Files) -> list[Unit]:
    """The files of posts, folder by folder, those nearest to the top first."""
    if isinstance(files, LoneFile):
        return _lone(files)
    found: dict[tuple[str, bool], list[tuple[int, str]]] = defaultdict(list)
    for name in files.names():
        for pattern in (TWEET_FILES, MONTH_FILES):
            path = PurePosixPath(name)
            if (match := pattern.fullmatch(name)) and "__MACOSX" not in path.parts and not path.name.startswith("._"):
                digits = (match[1] or "0").replace("_", "")
                if len(digits) > 9:
                    raise ArchiveError(
                        f"{files.path.name} names a part {one_line(path.name)[:60]!r}…, which is no name of a part.",
                        path=files.path,
                        hint="Use the archive as it was downloaded.",
                    )
                found[str(path.parent), pattern is MONTH_FILES].append((int(digits), name))
                break
    units = [Unit(folder, tuple(name for _, name in sorted(parts))) for (folder, _), parts in found.items()]
    return sorted(units, key=lambda unit: (unit.folder.count("/"), unit.folder))


def _lone(files: LoneFile) -> list[Unit]:
    """One file, which the person says holds posts; a file of an archive that holds something else is refused."""
    (name,) = files.names()
    if name.lower().endswith((".json", ".json.gz")) and b"=" not in files.head(name)[:200].partition(b"{")[0]:
        return []  # a table, then
    json_start(files, name)  # a picture is refused before anybody is asked whose posts it holds
    if (of_what := _YTD.match(files.head(name))) and of_what[1] not in (b"tweet", b"tweets"):
        raise ArchiveError(
            f"{name} holds the {of_what[1].decode().replace('_', ' ')} of an X archive, not its posts.",
            path=files.path,
            hint="Give tweets.js, or better the whole archive.",
        )
    return [Unit(".", (name,))]


def _vintage(units: Sequence[Unit]) -> str:
    files = [name for unit in units for name in unit.files]
    what = "one file a month" if MONTH_FILES.fullmatch(files[0]) else PurePosixPath(files[0]).name
    return what if len(units) == 1 else f"{len(units)} folders, {len(files)} files"


def _open(files: Files, _: Sequence[str], *, handle: str | None, name: str | None, reading: ReadOptions) -> XArchive:
    return XArchive(files, _units(files), handle=handle, name=name, looking=reading.looking)


SOURCE = ArchiveFormat("X archive", lambda files: [unit.folder for unit in _units(files)], _open)
