"""Which posts a person wants, beyond the rules of the historical table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import Literal

import msgspec

from hubtweets.errors import UsageError
from hubtweets.posts.clean import PLAIN_WORDS
from hubtweets.posts.contract import Post

Excludable = Literal["replies", "quotes", "warned"]


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What to leave out. The default leaves out nothing.

    Posts left out are not among the counts of the card; `Corpus.dropped` counts them, by the reason.

    - `exclude`: `replies` (answers to others; one's own threads stay), `quotes`, `warned` (behind a content warning).
    - `since`, `until`: dates; both days are included, in UTC. Undated posts are then left out.
    - `languages`: BCP-47 codes to keep. Where the source does not say, the language is identified.
    - `min_words`: posts with fewer plain words count as short.
    - `scrub`: e-mail and postal addresses, phone, card and account numbers, keys and @mentions are removed from the
      text; `hubtweets._shared.personal_data` says which are found.
    - `drop_leading_mentions`: an answer's chain of mentions (`@a @b text`) is removed from its beginning.
    - `near_duplicates`: of posts that say almost the same, only the oldest is kept.

    Raises:
        UsageError: when these cannot be meant.
    """

    exclude: tuple[Excludable, ...] = ()
    since: date | None = None
    until: date | None = None
    languages: tuple[str, ...] = ()
    min_words: int = PLAIN_WORDS
    scrub: bool = False
    drop_leading_mentions: bool = False
    near_duplicates: bool = False

    def __post_init__(self) -> None:
        unknown = set(self.exclude) - {"replies", "quotes", "warned"}
        if unknown:
            raise UsageError(
                f"Nothing is called {sorted(unknown)[0]!r} that could be excluded.",
                hint="Use replies, quotes, warned, or several of them with commas between.",
            )
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"No day is since {self.since} and until {self.until}.", hint="Swap the two dates.")
        if self.min_words < 0:
            raise UsageError("--min-words cannot be negative.", hint="Leave it out for the usual 3.")
        for language in self.languages:
            if not re.fullmatch("[a-z]{2,3}", language):
                raise UsageError(f"{language!r} is not a language code.", hint="Use codes such as en, es or ja.")

    def reason(self, post: Post) -> str | None:
        """Why `post` is left out, as far as its kind and date say; None when it is not."""
        if self.since or self.until:
            if post.created_at is None:
                return "undated"
            if self.since and post.created_at < datetime.combine(self.since, time.min, UTC):
                return f"before {self.since}"
            if self.until and post.created_at > datetime.combine(self.until, time.max, UTC):
                return f"after {self.until}"
        if post.kind == "reply" and "replies" in self.exclude:
            return "replies"
        if post.kind == "quote" and "quotes" in self.exclude:
            return "quotes"
        if post.warning is not None and "warned" in self.exclude:
            return "warned"
        return None


NONE = Filters()

_MENTION = re.compile(r"@\w[\w.-]*")


# -- near duplicates -------------------------------------------------------------------------------------------------

SIMILAR = 0.75
"""Share of word pairs that two posts must have in common (Jaccard) to be near duplicates."""


CANDIDATES = 200
"""Earlier texts that one text is compared with at most."""


def near_duplicates(texts: Sequence[str]) -> set[int]:
    """The indices of `texts` that say almost what an earlier one says: case, digits, punctuation and mentions aside.

    By prefix filtering (Chaudhuri, Ganti, Kaushik: A primitive operator for similarity joins, ICDE 2006): two sets as
    similar as this must share one of their rarest members. Where more than `CANDIDATES` earlier texts share one, as
    those made from one frame do, only as many are compared, so that time grows with the number of texts and not its
    square.
    """
    sets = [_pairs(text) for text in texts]
    frequency: dict[str, int] = {}
    for pairs in sets:
        for pair in pairs:
            frequency[pair] = frequency.get(pair, 0) + 1
    found: set[int] = set()
    index: dict[str, list[int]] = {}
    same: set[frozenset[str]] = set()
    for number, pairs in enumerate(sets):
        rarest = sorted(pairs, key=lambda pair: (frequency[pair], pair))
        prefix = rarest[: len(pairs) - int(-(-SIMILAR * len(pairs) // 1)) + 1]
        if pairs in same or _is_near(sets, pairs, prefix, index):
            found.add(number)
            continue
        same.add(pairs)
        for pair in prefix:
            index.setdefault(pair, []).append(number)
    return found


def _is_near(
    sets: Sequence[frozenset[str]], pairs: frozenset[str], prefix: Sequence[str], index: dict[str, list[int]]
) -> bool:
    shortest, longest = SIMILAR * len(pairs), len(pairs) / SIMILAR
    compared: set[int] = set()
    for pair in prefix:  # rarest first: whoever shares one of these is likeliest to share the others
        for other in index.get(pair, ())[-CANDIDATES:]:
            if other in compared or not shortest <= len(sets[other]) <= longest:
                continue
            if len(compared) >= CANDIDATES:
                return False
            compared.add(other)
            if len(pairs & sets[other]) >= SIMILAR * len(pairs | sets[other]):
                return True
    return False


def _pairs(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", _MENTION.sub(" ", text).casefold())
    if len(words) < 3:
        return frozenset([text.casefold()])  # too little to call similar: the same or not
    return frozenset(f"{one} {two}" for one, two in pairwise(words))
