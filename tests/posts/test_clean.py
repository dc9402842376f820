"""Properties of the cleaning, for any text at all."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hubtweets._shared.text import one_line
from hubtweets.posts.clean import NO_SPACES, clean, is_short, tokens, without_leading_mentions

# Pieces that meet badly: entities in pieces and in layers, addresses, white space of every kind, halves of pairs.
PIECES = st.sampled_from(
    ["&amp;", "&", "amp;", "&#38;", "#38;", "&#10;", "&num;", "&#1;", "&lt;", ";", "http://", "https://t.co/x", "HTTP://",
     "://", "\n", "\r\n", "\u2028", "\x85", "\x00", "\x1b[31m", "\ud83d", "\udc4d", "\u202e", "\u2066", "🌻", " ",
     "word", "@a", "#b", "\u200d", "\u200b", "\ufe0f", "\U000e0101", "\U000e0041", "&#x200d;", "(", ")",
     "x.com/a/status/1"]
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


@pytest.mark.parametrize(
    "text",
    [
        "ꦱꦸꦒꦼꦁꦲꦺꦚ꧀ꦗꦁꦏꦧꦺꦃꦏꦚ꧀ꦕꦏꦸ", "ㄋㄧˇㄏㄠˇㄕˋㄐㄧㄝˋ", "ꆈꌠꉙꀋꉬꌠꀉꄮꁦ", "ᬲᬮᬫ᭄ᬭᬳᬚᭂᬂᬲᬫᬶᬲᬫᬶ", "ၵႃႈတႆးလူင်ၼႆႉယူႇ", "你好世界",
    ],
)  # fmt: skip
def test_scripts_without_spaces_are_not_one_word(text: str) -> None:
    assert not is_short(tokens(text))
    assert is_short(tokens(f"@{text}"[:3]))


def test_faces_of_such_letters_are_one_word() -> None:
    for face in ("ꉂ(ˊᗜˋ*)", "ꉂꉂ(ᵔᗜᵔ*)"):
        assert is_short(tokens(f"{face} lol"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[link](https://example.com/a_(b)) is here", "[link] is here"),
        ("https://t.co/abc,https://t.co/def one two", "one two"),
        ("twitter.com/i/web/status/12… one two", "one two"),
        ("a\u200d\u200c\u200db 😀\U000e0110\U000e0111 c\ufe0f\ufe0f\u206a \ufff9d", "a\u200db 😀 c\ufe0f d"),
        ("葛\U000e0100 is a name", "葛\U000e0100 is a name"),
        ("a &\u200bamp; b", "a & b"),
    ],
)
def test_what_nobody_sees_and_what_addresses_leave(text: str, expected: str) -> None:
    assert clean(text) == expected
    assert clean(expected) == expected


@pytest.mark.parametrize("chain", ["＠a @b: ", ".@a @b; ", "@a/@b ", "@a@m.example, "])
def test_leading_mentions_in_all_forms(chain: str) -> None:
    assert without_leading_mentions(f"{chain}my text".split()) == ["my", "text"]
