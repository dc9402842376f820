"""X archives of every vintage: one file a month (2012 to 2018), `tweet.js`, `tweets.js` and its parts.

Read are the posts, the long texts of note tweets, the account's name and its picture. Never read: direct messages,
likes, deleted posts, drafts.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

import msgspec

from hubtweets._text import one_line
from hubtweets.errors import ArchiveError, NoPostsError
from hubtweets.posts.clean import unescape
from hubtweets.posts.contract import Kind, Post
from hubtweets.posts.formats._archive_json import decode, json_start
from hubtweets.posts.formats._files import HEAD, Files, LoneFile
from hubtweets.posts.formats.rows import SUFFIXES
from hubtweets.posts.identity import account
from hubtweets.posts.languages import code
from hubtweets.record import Account

TWEET_FILES = re.compile(r"(?:.*/)?tweets?(?:-part(\d+))?\.js")
MONTH_FILES = re.compile(r"(?:.*/)?data/js/tweets/(\d{4}_\d{2})\.js")
AVATAR_LIMIT = 8 * 2**20
LONGEST_CUT = 2_000
"""Characters under which the text of a tweet may be the beginning of a note; X cuts at 280."""

_MONTHS = {
    "Jan": "01", "Feb": "02", "Mar": "03", "Apr": "04", "May": "05", "Jun": "06",
    "Jul": "07", "Aug": "08", "Sep": "09", "Oct": "10", "Nov": "11", "Dec": "12",
}  # fmt: skip
_STATUS = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/[^/]+/status/\d+(?:\?.*)?$")
_MENTIONS = re.compile(r"\s*(?:@\w+\s+)*")
_CUT = re.compile(r"…?(?:\s*https://t\.co/\w+)*\s*$")
_LINK = re.compile(r"https://t\.co/\w+")

# -- the rows, with the fields that are read; msgspec skips everything else ------------------------------------------


class _Url(msgspec.Struct, gc=False):
    expanded_url: str | None = None


class _Entities(msgspec.Struct, gc=False):
    urls: tuple[_Url, ...] = ()


class _EditControl(msgspec.Struct, gc=False):
    editTweetIds: tuple[str, ...] = ()  # noqa: N815


class _Edit(msgspec.Struct, gc=False):
    editControlInitial: _EditControl | None = None  # noqa: N815


class _EditInfo(msgspec.Struct, gc=False):
    initial: _EditControl | None = None
    edit: _Edit | None = None

    def versions(self) -> tuple[str, ...]:
        control = self.initial or (self.edit and self.edit.editControlInitial)
        return control.editTweetIds if control else ()


class _Present(msgspec.Struct, gc=False):
    """An object of which only matters that it is there."""


class _Tweet(msgspec.Struct, gc=False):
    id_str: str
    created_at: str
    full_text: str | None = None
    text: str | None = None
    lang: str | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    edit_info: _EditInfo | None = None
    entities: _Entities | None = None
    retweeted_status: _Present | None = None


class _Row(msgspec.Struct, gc=False):
    tweet: _Tweet


class _Core(msgspec.Struct):
    text: str


class _Note(msgspec.Struct):
    createdAt: datetime  # noqa: N815
    core: _Core


class _NoteRow(msgspec.Struct):
    noteTweet: _Note  # noqa: N815


class _AccountFacts(msgspec.Struct):
    username: str
    accountId: str  # noqa: N815
    accountDisplayName: str | None = None  # noqa: N815


class _AccountRow(msgspec.Struct):
    account: _AccountFacts


class _Profile(msgspec.Struct):
    avatarMediaUrl: str | None = None  # noqa: N815


class _ProfileRow(msgspec.Struct):
    profile: _Profile


class _UserInfo(msgspec.Struct):
    accountId: str  # noqa: N815
    userName: str  # noqa: N815
    displayName: str | None = None  # noqa: N815


class _UserDetails(msgspec.Struct):
    screen_name: str
    full_name: str | None = None
    id: str | None = None


class _ManifestFile(msgspec.Struct):
    count: str | int = 0


class _DataType(msgspec.Struct):
    files: list[_ManifestFile] = []


class _Manifest(msgspec.Struct):
    userInfo: _UserInfo | None = None  # noqa: N815
    dataTypes: dict[str, _DataType] = {}  # noqa: N815


# -- reading ---------------------------------------------------------------------------------------------------------


def parse_time(text: str) -> datetime:
    """`Sat Nov 09 12:14:18 +0000 2024`, or `2015-01-31 11:24:09 +0000`, as a datetime.

    The first is what X writes today; it is read at several times the speed of strptime.

    Raises:
        ValueError: when it is something else.
    """
    if len(text) != 30 or text[19:26] != " +0000 ":
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z" if text[:4].isdigit() else "%a %b %d %H:%M:%S %z %Y")
    if (month := _MONTHS.get(text[4:7])) is None:
        raise ValueError(f"no date: {text!r}")
    return datetime.fromisoformat(f"{text[26:]}-{month}-{text[8:10]}T{text[11:19]}+00:00")


class XArchive:
    """The posts of an X archive; see `Source`.

    Args:
        files: the archive.
        handle: whose posts they are, where the person says so; it wins over what the archive says.
        name: the display name, likewise.

    Raises:
        ArchiveError: when the archive is damaged.
        NoPostsError: when there are no posts in it.
        SourceSpecError: when neither the archive nor the person says whose it is.
    """

    def __init__(self, files: Files, *, handle: str | None = None, name: str | None = None) -> None:
        self.notes: list[str] = []
        self.path = files.path
        self._files = files
        self._names = files.names()
        self._tweets = self._tweet_files()
        if not self._tweets:
            table = next((name for name in self._names if PurePosixPath(name).suffix.lower() in SUFFIXES), None)
            raise NoPostsError(
                f"{files.path.name} holds no posts: there is no tweet.js, tweets.js or data/js/tweets in it.",
                path=files.path,
                hint=f"If they are in a table in it, such as {one_line(table)}, give that file alone."
                if table
                else "Ask X for a new archive (Settings, Your account, Download an archive of your data).",
            )
        self._folder = str(PurePosixPath(self._tweets[0]).parent)
        self._account_id, self.account = self._identity(handle, name)

    def __iter__(self) -> Iterator[Post]:
        notes = self._note_texts()
        edited: dict[str, dict[str, Post]] = defaultdict(dict)
        read = 0
        for name in self._tweets:
            for row in self._rows(name):
                read += 1
                post = self._post(row, notes)
                versions = row.edit_info.versions() if row.edit_info else ()
                if len(versions) > 1:
                    edited[versions[0]][row.id_str] = post
                else:
                    yield post
        for by_id in edited.values():  # the live version is the newest one that is there
            yield by_id[max(by_id, key=lambda id_: (len(id_), id_))]
        self._compare(read)

    def avatar(self) -> bytes | None:
        """The picture's bytes as the archive has them, or None."""
        if not self.account.avatar_url or not self._account_id:
            return None
        wanted = f"profile_media/{self._account_id}-{self.account.avatar_url.rpartition('/')[2]}"
        name = next((name for name in self._names if name.endswith(wanted)), None)
        return bytes(self._files.read(name, AVATAR_LIMIT)) if name else None

    # -- who ----------------------------------------------------------------------------------------------------------

    def _identity(self, handle: str | None, name: str | None) -> tuple[str | None, Account]:
        account_id = own_handle = own_name = avatar_url = None
        if file := self._find("account.js"):
            for row in decode(self._files, file, list[_AccountRow])[:1]:
                facts = row.account
                account_id, own_handle, own_name = facts.accountId, facts.username, facts.accountDisplayName
        if file := self._find("../user_details.js"):
            details = decode(self._files, file, _UserDetails)
            account_id, own_handle, own_name = details.id, details.screen_name, details.full_name
        if own_handle is None and (manifest := self._manifest()) and (info := manifest.userInfo):
            account_id, own_handle, own_name = info.accountId, info.userName, info.displayName
        if file := self._find("profile.js"):
            for profile in decode(self._files, file, list[_ProfileRow])[:1]:
                avatar_url = profile.profile.avatarMediaUrl
        found = account(
            self.path.name,
            self.notes,
            platform="x",
            handle=handle,
            name=name,
            own_handle=own_handle,
            own_name=own_name,
            avatar_url=avatar_url,
        )
        return account_id, found

    def _manifest(self) -> _Manifest | None:
        file = self._find("manifest.js")
        return decode(self._files, file, _Manifest) if file else None

    # -- what ---------------------------------------------------------------------------------------------------------

    def _tweet_files(self) -> list[str]:
        """The files of posts in the order of their parts, from the folder nearest to the top."""
        if isinstance(self._files, LoneFile):
            json_start(self._files, self._names[0])  # a picture is refused before anybody is asked whose posts it holds
            beside = sum(1 for file in self.path.parent.iterdir() if TWEET_FILES.fullmatch(file.name)) - 1
            if TWEET_FILES.fullmatch(self.path.name) and beside:
                self.notes.append(f"{self.path.name} is one part; {beside} beside it are read if you give the folder.")
            return self._names  # whatever its name is, the person says that it holds posts
        for pattern in (TWEET_FILES, MONTH_FILES):
            found = [(match, PurePosixPath(match[0])) for match in map(pattern.fullmatch, self._names) if match]
            found = [(match, path) for match, path in found if "__MACOSX" not in path.parts]
            if found:
                top = min((path.parent for _, path in found), key=lambda folder: (len(folder.parts), str(folder)))
                parts = (
                    (int((match[1] or "0").replace("_", "")), match[0]) for match, path in found if path.parent == top
                )
                return [name for _, name in sorted(parts)]
        return []

    def _find(self, file: str) -> str | None:
        name = posixpath.normpath(posixpath.join(self._folder, file))
        return name if name in self._names else None

    def _rows(self, name: str) -> list[_Tweet]:
        # The first archives (2018) have the posts bare; since 2019 each is inside {"tweet": …}.
        if re.search(rb"\[\s*\{\s*\"tweet\"\s*:", self._files.head(name)[:HEAD]):
            return [row.tweet for row in decode(self._files, name, list[_Row])]
        return decode(self._files, name, list[_Tweet])

    def _note_texts(self) -> dict[datetime, list[str]]:
        """The long texts, by the second in which they were posted."""
        texts: dict[datetime, list[str]] = defaultdict(list)
        if file := self._find("note-tweet.js"):
            for row in decode(self._files, file, list[_NoteRow]):
                texts[row.noteTweet.createdAt.replace(microsecond=0)].append(row.noteTweet.core.text)
        return texts

    def _damaged(self, what: str, why: object) -> ArchiveError:
        return ArchiveError(
            f"{what} in {self.path.name} is damaged: {why}.", path=self.path, hint="Download the archive again."
        )

    def _post(self, row: _Tweet, notes: dict[datetime, list[str]]) -> Post:
        text = row.full_text if row.full_text is not None else row.text or ""
        if "&" in text:
            text = unescape(text)
        try:
            created_at = parse_time(row.created_at)
        except ValueError as error:
            raise self._damaged("A post", error) from None
        if notes and created_at in notes and len(text) < LONGEST_CUT:
            text = _joined(text, notes[created_at])
        return Post(row.id_str, text, created_at, self._kind(row, text), code(row.lang))

    def _kind(self, row: _Tweet, text: str) -> Kind:
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

    def _is_own(self, row: _Tweet) -> bool:
        """Whether a reply is to the account itself; by its name where the archive does not tell its id."""
        if self._account_id is not None:
            return row.in_reply_to_user_id_str == self._account_id
        return (row.in_reply_to_screen_name or "").lower() == self.account.handle.lower()

    def _compare(self, read: int) -> None:
        """Note when the archive's own list of contents has more posts than were read."""
        manifest = self._manifest()
        types: dict[str, Any] = manifest.dataTypes if manifest else {}
        counts = [str(file.count) for key in ("tweet", "tweets") if key in types for file in types[key].files]
        stated = sum(int(count) for count in counts if count.isdecimal())
        if stated > read:
            self.notes.append(
                f"The archive's list of contents has {stated:,} posts, and {read:,} are there; a part may be missing."
            )


def _joined(text: str, notes: list[str]) -> str:
    """`text` with the long text that it is the beginning of, if one of `notes` is; mentions before it are kept.

    Links are compared as equal: X shortens the same address once for the tweet and once more for the note.
    """
    mentions = _MENTIONS.match(text)
    before = mentions[0] if mentions else ""
    for start in (0, len(before)):
        beginning = _LINK.sub("https:", _CUT.sub("", text[start:]))
        for note in notes:
            if beginning and _LINK.sub("https:", note).startswith(beginning):
                return text[:start] + note
    return text
