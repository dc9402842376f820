"""What rows of tables say of their kind: in words, by what they refer to, and in columns of yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from hubtweets.posts.contract import Kind
from hubtweets.posts.sources._authors import plain
from hubtweets.posts.values import is_something, truth

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
_PASSED_ON = re.compile(r"[\s\"'“‘]*RT\s{0,2}@|RT by @\w{1,30}: ")
"""How the text of a retweet begins, also inside quotes, and as Nitter's feeds write it."""
_ORIGINAL = frozenset(("tweet", "post", "original", "status", "toot", "note", "original tweet", "original post"))
_WORDS: dict[Kind, str] = {
    "repost": (
        "retuit retuits retuiteado retuiteo retwitteado retweetado republicado republicación republicação repostado "
        "retweeté retweetée republié retweetet geteilt geretweet gedeeld retwittato ricondiviso ретвит ретвіт репост "
        "перепост retweetlendi リツイート リポスト 转发 轉發 转推 轉推 转贴 轉貼 리트윗 재게시 रीट्वीट รีทวีต"
    ),
    "reply": (
        "respuesta contestación réponse antwort resposta risposta antwoord ответ відповідь odpowiedź yanıt cevap "
        "balasan svar vastaus 返信 リプライ 回复 回覆 답글 답장 رد"
    ),
    "quote": (
        "cita citado citation zitat citação citazione citaat цитата cytat alıntı kutipan 引用 "
        "引用リツイート 引用リポスト 引用推文 인용"
    ),
}
"""What programs in other languages call the kinds."""
_ELSEWHERE = {word: kind for kind, words in _WORDS.items() for word in words.split()}

TOLD_BY = {
    "repost_flag": "other people's posts",
    "reply_flag": "replies",
    "quote_flag": "quotes",
    "protected": "posts not meant for everybody",
    "deleted": "deleted posts",
}
"""What a column of yes and no tells apart."""
FLAGS = tuple(TOLD_BY)


def flag(at: int, value: Any) -> bool | None:
    """What a cell of a column of yes and no says; the word for the kind means yes there, that for another one no."""
    said = truth(value)
    if said is not None or FLAGS[at] not in ("repost_flag", "reply_flag", "quote_flag"):
        return said
    kind = kind_in_words(str(value))
    return None if kind is None else kind == FLAGS[at].removesuffix("_flag")


def kind_in_words(stated: str) -> Kind | None:
    """The kind that a word names, or None where it names none."""
    words = re.sub(r"[\s_]+", " ", stated[:60]).strip().lower()
    if _QUOTE.fullmatch(words):
        return "quote"
    if _REPOST.fullmatch(words):
        return "repost"
    if _REPLY.fullmatch(words):
        return "reply"
    return "original" if words in _ORIGINAL else _ELSEWHERE.get(words)


def has_no_words_of_its_own(values: Mapping[str, Any]) -> bool:
    """Whether a row without text passes on another post, as Misskey's renotes do."""
    return is_something(values.get("repost_of")) or is_something(values.get("quote_of"))


def kind_of(values: Mapping[str, Any], text: str) -> Kind | None:
    """What a row says of its kind by its words and by what it refers to; None where only flags may tell."""
    stated = kind_in_words(plain(values.get("type")))
    references = str(values.get("references") or "")
    if (
        stated == "repost"
        or _PASSED_ON.match(text)
        or "retweeted" in references
        or is_something(values.get("repost_of"))
    ):
        return "repost"
    if stated == "reply" or "replied_to" in references or is_something(values.get("reply_to")):
        return "reply"
    if stated == "quote" or "quoted" in references or is_something(values.get("quote_of")):
        return "quote"
    return None
