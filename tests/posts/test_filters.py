"""What a person leaves out: every drop is counted, and the four numbers add up."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets._shared.personal_data import scrub
from hubtweets._shared.progress import Progress
from hubtweets.errors import NoPostsError, TooLittleTextError, UsageError
from hubtweets.posts import Corpus, Filters, Post, open_source, read_corpus
from hubtweets.posts.filters import near_duplicates
from hubtweets.record import Account

DAY = datetime(2024, 5, 1, tzinfo=UTC)


class Made:
    """A source of posts made for a test: the smallest that fits the protocol."""

    account = Account(handle="example", name="Example")

    def __init__(self, posts: list[Post]) -> None:
        self.posts = posts

    def __iter__(self):
        return iter(self.posts)


def corpus(posts: list[Post], **filters: object) -> Corpus:
    return read_corpus(Made(posts), filters=Filters(**filters), minimum=0)


POSTS = st.lists(
    st.builds(
        Post,
        id=st.integers(0, 60).map(str),
        text=st.one_of(st.text(max_size=40), st.sampled_from(["three plain words", "Three plain WORDS!", "@a b #c"])),
        created_at=st.none() | st.integers(0, 9).map(lambda days: DAY + timedelta(days=days)),
        kind=st.sampled_from(["original", "reply", "quote", "repost"]),
        language=st.sampled_from(["en", "es"]),
        warning=st.none() | st.just("spoilers"),
    ),
    min_size=1,
)
FILTERS = st.builds(
    Filters,
    exclude=st.sets(st.sampled_from(["replies", "quotes", "warned"])).map(tuple),
    since=st.none() | st.just(date(2024, 5, 3)),
    until=st.none() | st.just(date(2024, 5, 7)),
    languages=st.sampled_from([(), ("en",), ("en", "es")]),
    min_words=st.integers(0, 5),
    scrub=st.booleans(),
    near_duplicates=st.booleans(),
)


@given(POSTS, FILTERS)
def test_the_four_numbers_add_up_for_any_mix_and_every_drop_is_counted(posts: list[Post], filters: Filters) -> None:
    found = read_corpus(Made(posts), filters=filters, minimum=0)
    counts = found.account.counts
    assert counts.kept == counts.downloaded - counts.retweets - counts.short == len(found.texts) == len(found.posts)
    assert counts.downloaded + sum(found.dropped.values()) == len(posts)
    assert found.characters == sum(map(len, found.texts))


@given(POSTS)
def test_without_filters_nothing_is_dropped_and_order_is_by_time(posts: list[Post]) -> None:
    found = read_corpus(Made(posts), minimum=0)
    first = {post.id: post for post in reversed(posts)}
    assert sum(found.dropped.values()) == len(posts) - len(first)
    assert found.account.counts.downloaded == len(first)
    assert found.account.counts.retweets == sum(post.kind == "repost" for post in first.values())
    dates = [post.created_at for post in found.posts if post.created_at]
    assert dates == sorted(dates)


def test_kinds_and_warnings() -> None:
    text = "three plain words"
    posts = [Post(str(n), text, DAY, kind) for n, kind in enumerate(["original", "reply", "quote", "repost"])]
    posts.append(Post("9", text, DAY, warning="spoilers"))
    found = corpus(posts, exclude=("replies", "quotes", "warned"))
    assert found.dropped == {"replies": 1, "quotes": 1, "warned": 1}
    assert [post.id for post in found.posts] == ["0"]
    assert found.account.counts.downloaded == 2


def test_days_are_whole_and_undated_posts_are_told() -> None:
    posts = [Post(str(n), "three plain words", DAY + timedelta(hours=12 * n)) for n in range(6)]
    posts.append(Post("undated", "three plain words"))
    found = corpus(posts, since=date(2024, 5, 2), until=date(2024, 5, 2))
    assert [post.id for post in found.posts] == ["2", "3"]
    assert found.dropped == {"before 2024-05-02": 2, "after 2024-05-02": 2, "undated": 1}


@pytest.mark.thorough
def test_languages_as_stated_or_identified() -> None:
    texts = {
        "stated": ("un texto que dice ser inglés", "en"),
        "english": ("The weather was lovely today and we all went to the park together", None),
        "spanish": ("Hoy hizo muy buen tiempo y fuimos todos juntos al parque con los niños", None),
        "unclear": ("ok ok ok ok", None),
        "more": ("And then we had some ice cream before we went back home", None),
    }
    posts = [Post(id_, text, DAY, language=language) for id_, (text, language) in texts.items()]
    found = corpus(posts, languages=("en",))
    assert {post.id for post in found.posts} == {"stated", "english", "unclear", "more"}
    assert found.languages == {"en": 4}
    assert found.dropped == {"not in en": 1}
    assert [post.id for post in corpus(posts, languages=("es",)).posts] == ["spanish"]
    with pytest.raises(UsageError, match="'zzz' is not known"):
        corpus(posts, languages=("zzz",))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("write to ann.example+x@mail.example.org today", "write to today"),
        ("call +49 30 1234567 or (212) 555-0100 now", "call or now"),
        ("call 030 1234567, 06 12 34 56 78 or 0049-30-1234567", "call , or"),
        ("hello @ann and @bob@social.example, see @cy.bsky.social", "hello and , see"),
        ("from 1939-1945 there were 1,000,000 in 24/7", "from 1939-1945 there were 1,000,000 in 24/7"),
        ("from 05.03.2021 to 06/03/2021, 07-03-2021.", "from 05.03.2021 to 06/03/2021, 07-03-2021."),
        ("call 06.12.34.56.78 or 05.03.2021.77, 030/1234567", "call or ,"),
        ("on 2020-10-16 at 23:54 it was 3.14159", "on 2020-10-16 at 23:54 it was 3.14159"),
        ("write to anna＠example.com or ＠anna now", "write to or now"),
    ],
)
def test_scrub(text: str, left: str) -> None:
    assert scrub(text)[0] == left


@given(st.text(st.sampled_from("@ab.+-1 _:/()")))
def test_no_mention_or_address_is_left(text: str) -> None:
    assert not re.search(r"@\w", scrub(" ".join(text.split()))[0])


def test_each_key_goes_whatever_stands_before_it() -> None:
    """A word that holds two keys is one; the kinds are looked for one after the other, not in the text's order."""
    one, other = "hf" + "_" + "aB3" * 11, "ghp" + "_" + "aB3" * 12
    for text in (f"first {one} then {other} last", f"first {other} then {one} last"):
        assert scrub(text) == ("first then last", {"keys": 2})
    assert scrub(f"first {one}-{other} last") == ("first last", {"keys": 1})


def test_scrubbed_text_counts_as_short_when_little_is_left() -> None:
    found = corpus([Post("1", "please call 212-555-0100", DAY), Post("2", "three plain words @you", DAY)], scrub=True)
    assert found.texts == ("three plain words",)
    assert found.account.counts.short == 1


def test_near_duplicates() -> None:
    base = "the quick brown fox jumps over the lazy dog while all of the other animals look on in quiet wonder"
    texts = [
        base,
        base.upper() + "!!!",  # case and punctuation
        base.replace("quiet", "great"),  # one word of twenty
        "day 12 of one hundred days of code",
        "Day 13 of one hundred days of code",  # a number
        "good morning everyone",
        "good evening everyone",  # short, and another thing
        "something else entirely that nobody has said before",
        "ok",
        "OK",
    ]
    assert near_duplicates(texts) == {1, 2, 4, 9}
    found = corpus([Post(f"{n:02}", text, DAY) for n, text in enumerate(texts)], near_duplicates=True, min_words=0)
    assert found.dropped == {"near duplicates": 4}
    assert found.texts[0] == base


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=9).map(" ".join), max_size=12))
def test_near_duplicates_are_those_that_a_plain_comparison_finds(texts: list[str]) -> None:
    from hubtweets.posts.filters import SIMILAR, _pairs

    kept: list[frozenset[str]] = []
    expected = set()
    for number, text in enumerate(texts):
        pairs = _pairs(text)
        if any(len(pairs & other) >= SIMILAR * len(pairs | other) for other in kept):
            expected.add(number)
        else:
            kept.append(pairs)
    assert near_duplicates(texts) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"exclude": ("likes",)},
        {"since": date(2024, 2, 1), "until": date(2024, 1, 1)},
        {"min_words": -1},
        {"languages": ("English",)},
    ],
)
def test_what_cannot_be_meant(wrong: dict) -> None:
    with pytest.raises(UsageError) as caught:
        Filters(**wrong)
    assert caught.value.hint


class Heard(Progress):
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def warn(self, text: str) -> None:
        self.warnings.append(text)


def test_too_little_text_and_little_text() -> None:
    words = [Post(f"{n:05}", f"some plain words number {n:05}", DAY) for n in range(2000)]
    with pytest.raises(TooLittleTextError) as caught:
        read_corpus(Made(words[:100]))
    assert (caught.value.characters, caught.value.needed, caught.value.handle) == (2900, 6000, "example")
    heard = Heard()
    read_corpus(Made(words[:300]), heard)
    assert "8,700 characters" in heard.warnings[0]
    heard = Heard()
    read_corpus(Made(words), heard)
    assert heard.warnings == []
    with pytest.raises(NoPostsError, match="no posts"):
        read_corpus(Made([]))
    private = Made([])
    private.dropped = {"for followers only": 7}
    with pytest.raises(NoPostsError, match="7 are never used: for followers only"):
        read_corpus(private)


def test_the_digest_changes_with_the_texts_and_their_order_only(tmp_path: Path) -> None:
    one, two = Post("1", "first plain words here", DAY), Post("2", "second plain words here", DAY)
    assert corpus([one, two]).digest == corpus([two, one]).digest  # the order is by time, not as given
    assert corpus([one, two]).digest != corpus([one]).digest
    renamed = [Post("1", "second plain words here", DAY), Post("2", "first plain words here", DAY)]
    assert corpus([one, two]).digest != corpus(renamed).digest


def test_a_source_of_another_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mysource.py").write_text(
        "from hubtweets.posts import Post\n"
        "from hubtweets.record import Account\n"
        "class Source:\n"
        "    def __init__(self, rest, *, handle, name, reading, progress):\n"
        "        self.account = Account(handle=handle or rest, name=name or rest)\n"
        "    def __iter__(self):\n"
        "        yield Post('2', 'later words')\n"
        "        yield Post('1', 'earlier words')\n"
        "        yield Post('2', 'once more')\n"
    )
    info = tmp_path / "mysource-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mysource\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[hubtweets.sources]\nmine = mysource:Source\n")
    monkeypatch.syspath_prepend(tmp_path)
    source = open_source("mine:ann")
    assert source.account.handle == "ann"
    assert [post.text for post in source] == ["earlier words", "later words"]
