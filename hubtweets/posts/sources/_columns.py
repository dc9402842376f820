"""The columns of tables of posts: how the tools that people use call them, and by what a table's tool is recognised.

Names are compared folded: case, separators and camelCase aside, each step of a nested name by itself, so that
`isRetweet` is `is_retweet`, and `author.username`, `author/username` and `{"author": {"username": …}}` are one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from hubtweets.posts.values import is_nothing

Row = dict[str, Any]

DEPTH = 6
"""How deep names are nested in what people have; nothing below is looked at."""

NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "extended_tweet.full_text", "note_tweet.text", "note_tweet.note_tweet_results.result.text",
        "post.record.text", "record.text", "value.text",
        "full_text", "raw_content", "text", "tweet", "content",
        "tweet_text", "tweet_content", "rendered_content", "post", "post_text", "body", "message", "tweet_full_text",
        "embedded_text", "legacy.full_text", "object.content",
        "content_text", "content_html", "tweets",
        "texto", "texte", "testo", "tekst", "metin", "текст", "テキスト", "本文", "文本", "内容",
    ),
    "id": ("id_str", "id", "tweet_id", "tweet_id_str", "post_id", "status_id", "rest_id", "item_id",
           "post.uri", "imported_id"),
    "date": (
        "created_at", "date", "timestamp", "time", "datetime", "published", "posted_at", "tweet_created_at", "created",
        "created_at_utc", "published_at", "created_time", "date_time", "date_utc", "tweet_date", "tweet_time",
        "tweet_timestamp", "timestamp_ms", "legacy.created_at", "post.record.created_at", "record.created_at",
        "value.created_at", "relationship_date_utc", "post_date", "publish_date", "publication_date",
        "created_utc", "posted_time", "date_published", "date_created",
        "fecha", "datum", "tarih", "дата", "日付", "日時", "日期",
    ),
    "type": (
        "type", "tweet_type", "kind", "post_type", "relationship", "thread_entry_type", "engagement_type",
        "message_type", "content_type", "action", "verb", "source_tweet_type", "reference_type", "referenced_type",
        "ref_type", "tipo",
    ),
    "language": ("lang", "language", "tweet_lang", "tweet_language", "legacy.lang"),
    "handle": (
        "reason.by.handle", "post.author.handle",
        "user.screen_name", "user.username", "author.username", "author.screen_name", "author.handle", "account.acct",
        "account.username", "screen_name", "username", "user_name", "handle", "user_screen_name", "user_username",
        "user_handle",
        "twitter_handle", "author_username", "author_handle", "author_screen_name", "from_user", "account_username",
        "tweet_author", "vertex_1",
        "core.user_results.result.legacy.screen_name", "core.user_results.result.core.screen_name", "owner.username",
        "actor.preferred_username", "author", "account", "user", "actor",
        "usuario", "usuário", "nombre_de_usuario", "utilisateur", "auteur", "autor", "autore", "benutzer",
        "benutzername", "nutzername", "utente", "gebruiker", "kullanıcı", "автор", "пользователь",
        "ユーザー名", "用户名", "dc_creator", "creator",
    ),
    "name": (
        "reason.by.display_name", "post.author.display_name",
        "user.name", "user.display_name", "author.name", "author.display_name", "account.display_name", "display_name",
        "author_name", "user_display_name", "user_displayname", "full_name", "name",
        "core.user_results.result.legacy.name", "core.user_results.result.core.name", "actor.display_name",
    ),
    # These are not for choosing.
    "zone": ("timezone", "time_zone", "utc_offset"),
    "author_id": ("user.id_str", "user.id", "author.id", "account.id", "author_id", "user_id", "user_id_str"),
    "profile": ("user_url", "author_url", "profile_url", "user_profile_url", "author_profile_url", "user_link",
                "account.url"),
    "repost_flag": (
        "is_retweet", "is_repost", "is_reblog", "is_rt", "retweet", "rt", "repost", "is_share",
        "is_shared", "is_boost", "retweeted", "is_renote",
    ),
    "repost_of": (
        "retweeted_status", "retweeted_status_id", "retweeted_status_id_str", "retweeted_tweet", "retweeted_tweet_id",
        "referenced_tweets.retweeted.id", "retweet_status_id", "retweet_id", "retweet_screen_name", "reblog",
        "reblog.id", "reposted_post", "retweeted_status_result", "legacy.retweeted_status_result", "retweeted_user_id",
        "retweeted_status.id", "rt_id", "user_rt_id", "retweeted_user", "retweet_user", "retweeted_from",
        "retweet_from", "retweet_of", "rt_from", "retweeted_status_user_id", "retweeted_screen_name",
        "retweet_user_id", "retweet_tweet_id", "reason.by.did", "reason.by.handle",
    ),
    "reply_flag": ("is_reply", "is_reply_tweet"),
    "reply_to": (
        "in_reply_to_status_id_str", "in_reply_to_status_id", "in_reply_to_tweet_id", "in_reply_to_user_id_str",
        "in_reply_to_user_id", "in_reply_to_id", "in_reply_to_user", "in_reply_to_account_id", "in_reply_to_status",
        "in_reply_to", "referenced_tweets.replied_to.id", "reply_to_sid", "reply_to_sn", "reply_to_status_id",
        "reply_to_tweet_id", "reply_to_user_id", "reply_to_screen_name", "object.in_reply_to",
        "legacy.in_reply_to_status_id_str", "in_reply_to_screen_name", "in_reply_to_username", "reply_to",
        "replying_to", "reply_id", "post.record.reply.parent.uri", "record.reply.parent.uri",
        "value.reply.parent.uri",
    ),
    "reply_to_whom": (
        "in_reply_to_screen_name", "in_reply_to_username", "in_reply_to_user.username", "in_reply_to_user.screen_name",
        "reply_to_sn", "reply_to_screen_name", "in_reply_to_user.user_name", "reply_to_username", "reply_to",
    ),
    "reply_to_id": (
        "in_reply_to_user_id_str", "in_reply_to_user_id", "in_reply_to_account_id", "in_reply_to_user.id",
        "reply_to_user_id",
    ),
    "quote_flag": ("is_quote", "is_quote_status", "is_quote_tweet", "legacy.is_quote_status"),
    "quote_of": (
        "quoted_status_id_str", "quoted_status_id", "quoted_status", "quoted_tweet", "quoted_tweet_id", "quote_url",
        "quote_id", "referenced_tweets.quoted.id", "quoted_status_result", "quote.id", "quoted_post", "renote_id",
        "renote.id", "post.record.embed.record.uri", "record.embed.record.uri", "value.embed.record.uri",
    ),
    "references": ("referenced_tweets",),
    "whose_words": ("original_author", "original_author_username", "original_user", "original_username"),
    "url": (
        "url", "link", "permalink", "permanent_url", "tweet_url", "tweet_link", "status_url", "twitter_url", "uri",
        "permalink_url", "web_url", "tweet_permalink", "post_url", "post_link",
    ),
    "versions": (
        "edit_history_tweet_ids", "edit_info.initial.edit_tweet_ids",
        "edit_info.edit.edit_control_initial.edit_tweet_ids", "edit_controls.edit_tweet_ids",
        "edit_control.edit_tweet_ids", "edit_control.edit_control_initial.edit_tweet_ids",
    ),
    "edited": ("edited_at", "last_edited_at", "updated_at"),
    "visibility": ("privacy.value", "visibility", "privacy"),
    "audience": ("to", "cc", "object.to", "object.cc"),
    "protected": ("user.protected", "author.protected", "user_protected", "author_protected", "protected",
                  "author.is_protected", "user.is_protected", "is_protected", "is_private", "private",
                  "user.is_private", "author.is_private", "core.user_results.result.legacy.protected", "local_only"),
    "circle": (
        "trusted_friends_info", "trusted_friends_info_result", "trusted_friends_control", "exclusive_tweet_control",
        "exclusive_tweet_info", "is_circle", "circle_id", "community_id", "super_follow_tweet_control",
        "exclusive_tweet_creator_results", "community_results", "is_exclusive", "subscribers_only",
    ),
    "deleted": ("is_deleted", "deleted", "was_deleted"),
    "deleted_at": ("deleted_at", "deleted_on", "deletion_time", "deletion_date", "removed_at"),
    "draft": ("is_draft", "draft"),
    "state": ("status", "post_status", "state", "publish_status", "publishing_status"),
    "warning": ("spoiler_text", "object.summary", "content_warning"),
}  # fmt: skip
"""What a column holds -> the names that it goes by, likeliest first; in each row the first that is not empty counts."""


@functools.lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name as names are compared: `isRetweet` and `Is Retweet` as `isretweet`, `user/name` as `user.name`."""
    steps = re.split(r"\.|/|__", name.strip())
    return ".".join(filter(None, (re.sub(r"[\W_]+", "", step).lower() for step in steps)))


_FOLDED = {what: tuple(dict.fromkeys(map(fold, names))) for what, names in NAMES.items()}
# What tables have of a post inside of another, each part in a column of its own: `retweeted_status.user.screen_name`.
_INSIDE = {
    "repost_of": (
        "retweetedstatus.",
        "retweetedtweet.",
        "reblog.",
        "retweetedstatusresult.",
        "legacy.retweetedstatusresult.",
    ),
    "quote_of": ("quotedstatus.", "quotedtweet.", "quotedstatusresult."),
}
_REPOST_OF = re.compile(
    r"(?:is)?(?:(?:retweet|repost|boost)(?:ed)?|reblog(?:ged)?|(?:renote|share|reshare)d?)"
    r"(?:(?:of|from)|(?:of|from)?(?:tweet|status|post)?(?:user|author)?(?:id|idstr|ur[li]|link|screenname|username|handle))"
)
"""How columns that name what a row passes on are called beside the names above."""
_TELLING = (
    ".restid",
    ".id",
    ".idstr",
    ".createdat",
    ".text",
    ".fulltext",
    ".screenname",
    ".username",
    ".url",
    ".content",
)
_WANTED = frozenset(name for names in _FOLDED.values() for name in names)
_STEPS = frozenset(name[:end] for name in _WANTED for end, mark in enumerate(name) if mark == ".")


def flattened(row: Mapping[str, Any]) -> Row:
    """The values of a row by their folded names, nested ones beside what they are in.

    Of several of one name the first that is not empty counts.
    """
    flat: Row = {}
    _flatten(row, "", flat, DEPTH)
    return flat


def written(row: Mapping[str, Any]) -> dict[str, str]:
    """How a row writes the names that `flattened` gives, nested ones with dots between their steps."""
    names: dict[str, str] = {}

    def look(inside: Mapping[str, Any], before: str, path: str) -> None:
        for key, value in inside.items():
            if isinstance(key, str) and len(key) <= 200 and (folded := fold(key)):
                name = before + folded
                names.setdefault(name, path + key)
                if name in _STEPS and isinstance(value, dict) and name.count(".") < DEPTH:
                    look(value, f"{name}.", f"{path}{key}.")

    look(row, "", "")
    return names


def _flatten(row: Mapping[str, Any], before: str, flat: Row, depth: int) -> None:
    for key, value in row.items():
        folded = fold(key) if isinstance(key, str) and len(key) <= 200 else ""
        if not folded:
            continue  # a column without a name is no name
        name = before + folded
        if name not in flat or is_nothing(flat[name]):
            flat[name] = value
        if depth and name in _STEPS:
            if isinstance(value, str) and _SPELLED.match(value):
                value = _parsed(value)
            if isinstance(value, dict):
                _flatten(value, f"{name}.", flat, depth - 1)
            elif isinstance(value, list):  # [{"type": "retweeted", "id": …}], as the X API has them
                for item in value[:10]:
                    if isinstance(item, dict) and isinstance(item.get("type"), str):
                        _flatten(item, f"{name}.{fold(item['type'])}.", flat, 0)


_SPELLED = re.compile(r"\{|[A-Z]\w{1,40}\(")
_PAIR = re.compile(r"""['"]?\b([A-Za-z]\w{1,30})['"]?\s?[:=]\s?(?:'([^']{0,300})'|"([^"]{0,300})"|([\w.+-]{1,40}))""")


def _parsed(cell: str) -> Row:
    """The plain values in a cell that has an object written out: `{'username': 'anna', …}`, `User(username='anna')`.

    Of a name that is there more than once the first value counts: what is nested comes after.
    """
    values: Row = {}
    for name, *quoted in _PAIR.findall(cell[:4000]):
        values.setdefault(name, next(filter(None, quoted), None))
    return values


# What tells messages of chats and mails from posts: who they are from and to (Telegram, Meta, Discord, Slack, X, mail).
_MESSAGES = tuple(
    frozenset(map(fold, names.split()))
    for names in ("from from_id", "from to", "from subject", "conversation_id from", "sender", "sender_name",
                  "sender_id", "recipient", "recipient_id", "client_msg_id", "call_ended_timestamp")
)  # fmt: skip


class Places:
    """Which keys of a flat row hold what; made once for each set of keys. `are_messages` where they are no posts."""

    def __init__(self, keys: Collection[str], chosen: Mapping[str, str]) -> None:
        self.by_what: dict[str, tuple[str, ...]] = {}
        for what, names in _FOLDED.items():
            found = (fold(chosen[what]),) if what in chosen else names
            inside = (
                [name for name in keys if name.startswith(_INSIDE[what]) and name.endswith(_TELLING)]
                if (what in _INSIDE)
                else ()
            )
            if what == "repost_of":
                inside = [*inside, *(name for name in keys if name not in _WANTED and _REPOST_OF.fullmatch(name))]
            if there := (*(name for name in found if name in keys), *inside):
                self.by_what[what] = there
        self.are_messages = any(columns <= set(keys) for columns in _MESSAGES)

    def __contains__(self, what: str) -> bool:
        return what in self.by_what


class Form(NamedTuple):
    """A tool whose tables are recognised: its name, and sets of folded names of which one must all be there.

    `kinds` says which kinds of posts its tables tell apart, and `without` a name that is not there.
    """

    title: str
    columns: tuple[frozenset[str], ...]
    where: str
    kinds: str
    without: str = ""


ALL_KINDS = "retweets, replies, quotes"


def _form(title: str, where: str, *columns: str, kinds: str = ALL_KINDS, without: str = "") -> Form:
    return Form(title, tuple(frozenset(map(fold, names.split())) for names in columns), where, kinds, without)


FORMS: tuple[Form, ...] = (
    _form("hubtweets export", "`hubtweets posts --export`", "id created_at kind language text"),
    _form("twint", "CSV, JSON", "conversation_id username tweet timezone", "conversation_id tweet user_rt_id"),
    _form("twscrape", "JSON Lines", "raw_content id_str user.username"),
    _form("snscrape", "JSON Lines, CSV", "rendered_content url date", "rendered_content raw_content"),
    _form("Apify scraper", "JSON, CSV", "is_retweet author.username", "full_text twitter_url",
          "is_retweet author.user_name"),
    _form("twarc-csv", "CSV of twarc2", "author.username text created_at id author_id",
          "referenced_tweets.retweeted.id text", "author.username edit_history_tweet_ids", without="author"),
    _form("Hydrator", "CSV", "tweet_url retweet_screen_name user_screen_name", "retweet_id retweet_screen_name",
          kinds="retweets, replies"),
    _form("twitteR", "CSV of R", "reply_to_sn screen_name", "screen_name is_retweet status_source",
          kinds="retweets, replies"),
    _form("rtweet", "CSV of R", "status_id screen_name is_retweet", "status_id reply_to_status_id"),
    _form("Trump Twitter Archive", "CSV, JSON", "is_retweet is_deleted device",
          kinds="retweets"),
    _form("Kaggle election tweets", "CSV", "handle is_retweet original_author"),
    _form("GetOldTweets", "CSV, also with `;`", "retweets favorites mentions hashtags permalink text",
          kinds="posts alone"),
    _form("Grailbird tweets.csv", "CSV of an X archive before 2018", "tweet_id retweeted_status_id expanded_urls text",
          kinds="retweets, replies"),
    _form("Bluesky posts", "JSON of the API", "post.author.handle post.record.text", "uri value.text"),
    _form("Misskey notes", "JSON", "visibility local_only text", "visibility renote_id text"),
    _form("NodeXL", "CSV", "vertex_1 relationship tweet"),
    _form("Mastodon statuses", "JSON of the API, mastodon-archive", "visibility content account.acct",
          "visibility content spoiler_text", "visibility content reblog", "visibility content account.username",
          kinds="retweets, replies"),
    _form("ActivityPub", "JSON", "object.content published to",
          kinds="replies"),
    _form("X GraphQL", "JSON", "legacy.full_text rest_id"),
    _form("X API v1.1", "JSON, JSON Lines", "id_str user.screen_name", "created_at full_text id_str user"),
    _form("rows of an X archive", "JSON", "id_str created_at full_text display_text_range",
          "id_str full_text entities",
          kinds="replies"),
    _form("X API v2", "JSON, pages one a line", "author_id text edit_history_tweet_ids", "author_id text id created_at",
          "text id edit_history_tweet_ids"),
)  # fmt: skip
"""The tools whose tables are told by name; the first that fits."""


def form_of(keys: Collection[str]) -> str | None:
    """The tool that makes tables with these columns (folded), or None where it is not known."""
    there = frozenset(keys)
    return next(
        (
            form.title
            for form in FORMS
            if form.without not in there and any(columns <= there for columns in form.columns)
        ),
        None,
    )
