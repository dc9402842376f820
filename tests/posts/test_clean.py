"""Properties of the cleaning, for any text at all."""

from __future__ import annotations

import html
import re

from hypothesis import example, given
from hypothesis import strategies as st

from hubtweets._shared.text import one_line
from hubtweets.posts.clean import NO_SPACES, clean, is_short

# Pieces that meet badly: entities in pieces and in layers, addresses, white space of every kind, halves of pairs.
PIECES = st.sampled_from(
    ["&amp;", "&", "amp;", "&#38;", "#38;", "&#10;", "&num;", "&#1;", "&lt;", ";", "http://", "https://t.co/x", "HTTP://",
     "://", "\n", "\r\n", "\u2028", "\x85", "\x00", "\x1b[31m", "\ud83d", "\udc4d", "\u202e", "\u2066", "🌻", " ",
     "word", "@a", "#b"]
)  # fmt: skip
ANY_TEXT = st.one_of(st.text(st.characters(codec=None)), st.lists(PIECES).map("".join))


@given(ANY_TEXT)
@example("&am&#112;;lt;" * 3)
@example("&" + "amp;" * 40 + "lt;")
@example("&" + "#38;" * 40 + "lt;")
@example("ht\x00tp://t.co/x")
@example("&amp;&num;HTTP://")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_no_address_line_break_or_unwritable_character_is_left(text: str) -> None:
    cleaned = clean(text)
    assert not re.search("https?://", cleaned, re.IGNORECASE)
    assert len(cleaned.splitlines()) <= 1
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", cleaned)
    cleaned.encode()


DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u00ad\u115f\u1160\u180e\u200b\u200c\u200d\u200e\u200f"
UNSEEN += "\u2060\u2061\u2062\u2063\u2064\u2800\u3164\ufe00\ufe0e\ufe0f\ufeff\uffa0"
TYPED = st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters=DIRECTIONS + UNSEEN)


@given(st.lists(st.text(TYPED, min_size=1), min_size=1))
def test_words_as_x_escapes_them_come_back(words: list[str]) -> None:
    typed = " ".join(words)
    if "://" not in typed and not re.search(r"&\S*;|&\S{0,6}…?$|pic\.|www\.", typed):
        escaped = typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        assert clean(escaped) == typed


@given(ANY_TEXT)
def test_short_is_fewer_than_three_plain_words(text: str) -> None:
    cleaned = NO_SPACES.sub("", clean(text))
    plain = [word for word in cleaned.split() if not any(mark in word.lower() for mark in ("http", "@", "#"))]
    assert is_short(cleaned.split()) == (len(plain) < 3)


def test_what_people_write() -> None:
    assert clean("Salt &amp; pepper\nhttps://t.co/abc  &lt;3") == "Salt & pepper <3"
    assert clean("end https://t.co/abc") == "end"
    assert clean("/search?a=1&copy=2 &notes") == "/search?a=1&copy=2 &notes"  # no semicolon, no entity
    assert clean("a\ud83d b") == "a\ufffd b"
    assert html.unescape("&amp;lt;") == "&lt;"
    assert clean("&amp;lt; twice escaped") == "< twice escaped"
    assert (
        clean("with \u2066@ann\u2069 and \u202eevil\u202c \u200f\u05d0 👩\u200d💻")
        == "with @ann and evil \u200f\u05d0 👩\u200d💻"
    )
    assert one_line(" Ann\n\x07 Example\u2028") == "Ann Example"
    assert is_short(["@a", "#b", "two", "words"])
    assert not is_short(["@a", "three", "plain", "words"])
