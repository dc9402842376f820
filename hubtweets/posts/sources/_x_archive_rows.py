"""The rows of X archives, with the fields that are read; msgspec skips everything else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec


class Url(msgspec.Struct, gc=False):
    expanded_url: str | None = None


class Entities(msgspec.Struct, gc=False):
    urls: tuple[Url, ...] = ()


class EditControl(msgspec.Struct, gc=False):
    editTweetIds: tuple[str, ...] = ()  # noqa: N815


class Edit(msgspec.Struct, gc=False):
    editControlInitial: EditControl | None = None  # noqa: N815


class EditInfo(msgspec.Struct, gc=False):
    initial: EditControl | None = None
    edit: Edit | None = None

    def versions(self) -> tuple[str, ...]:
        control = self.initial or (self.edit and self.edit.editControlInitial)
        return control.editTweetIds if control else ()


class Present(msgspec.Struct, gc=False):
    """An object of which only matters that it is there."""


class Scopes(msgspec.Struct, gc=False):
    followers: bool | None = None


class Tweet(msgspec.Struct, gc=False):
    id_str: str | None = None
    id: str | int | None = None
    created_at: str | None = None
    full_text: str | None = None
    text: str | None = None
    lang: str | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    edit_info: EditInfo | None = None
    entities: Entities | None = None
    retweeted_status: Present | None = None
    # Who may read it, where a tool that saved the rows anew has put it into them.
    community_id: Any = None
    community_id_str: Any = None
    trusted_friends_control: Any = None
    exclusive_tweet_control: Any = None
    scopes: Scopes | None = None


class Row(msgspec.Struct, gc=False):
    tweet: Tweet


class EitherRow(Tweet, gc=False):
    """A row of a file whose rows are not all of one form: a post inside of `tweet`, or bare."""

    tweet: Tweet | None = None

    def post(self) -> Tweet:
        return self if self.tweet is None else self.tweet


class Core(msgspec.Struct):
    text: str


class Note(msgspec.Struct):
    createdAt: datetime  # noqa: N815
    core: Core


class NoteRow(msgspec.Struct):
    noteTweet: Note  # noqa: N815


class AccountFacts(msgspec.Struct):
    username: str
    accountId: str | int | None = None  # noqa: N815
    accountDisplayName: str | None = None  # noqa: N815


class AccountRow(msgspec.Struct):
    account: AccountFacts


class Profile(msgspec.Struct):
    avatarMediaUrl: str | None = None  # noqa: N815


class ProfileRow(msgspec.Struct):
    profile: Profile


class UserInfo(msgspec.Struct):
    accountId: str | int | None  # noqa: N815
    userName: str  # noqa: N815
    displayName: str | None = None  # noqa: N815


class UserDetails(msgspec.Struct):
    screen_name: str
    full_name: str | None = None
    id: str | int | None = None


class ManifestFile(msgspec.Struct):
    count: str | int = 0


class DataType(msgspec.Struct):
    files: list[ManifestFile] = []


class Manifest(msgspec.Struct):
    userInfo: UserInfo | None = None  # noqa: N815
    dataTypes: dict[str, DataType] = {}  # noqa: N815


class ProtectedEvent(msgspec.Struct):
    protectedAt: str = ""  # noqa: N815
    action: str = ""


class ProtectedRow(msgspec.Struct):
    protectedHistory: ProtectedEvent  # noqa: N815
