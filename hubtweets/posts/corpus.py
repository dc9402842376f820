"""The corpus: the posts that are kept, cleaned and in order, and how many there were."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

import msgspec

from hubtweets._shared.personal_data import scrub
from hubtweets._shared.progress import IN_PYTHON, Progress
from hubtweets.errors import NoPostsError, TooLittleTextError
from hubtweets.posts.clean import NO_SPACES, cleaned, is_short, without_leading_mentions
from hubtweets.posts.contract import NO_ID, ConsentSignal, OrderedSource, Post, Source
from hubtweets.posts.filters import NONE, Filters, near_duplicates
from hubtweets.posts.languages import identify
from hubtweets.record import Account, Counts

MINIMUM = 6_000
"""Characters of kept text under which nothing is trained (the historical pipeline's limit)."""

RECOMMENDED = 40_000
"""Characters of kept text under which there is a warning (likewise)."""


class Corpus(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One account's kept posts.

    `answered` has the text of a thread's post before it for each text that has one which is kept too.
    `account` has its `counts` filled in, and its `newest_post` where posts have ids. `texts` are cleaned, oldest first;
    `posts` are the posts that they come from, one for one. `languages` counts kept posts by language code, where the
    source says one or it was identified. `dropped` counts the posts that the filters or the source left out, by
    reason; they are not in the account's counts. `avatar` is the picture's bytes, where the source has it; `form` is
    what the source was taken for, `notes` are sentences worth telling, and `consent_signal` is what the account has
    declared about models made of its posts. `cost` is what reading it cost, in US dollars. `scrubbed` counts what was
    taken out of the texts, by kind.
    """

    account: Account
    texts: tuple[str, ...]
    posts: tuple[Post, ...] = ()
    languages: dict[str, int] = {}
    dropped: dict[str, int] = {}
    avatar: bytes | None = None
    form: str | None = None
    notes: tuple[str, ...] = ()
    consent_signal: ConsentSignal | None = None
    cost: float = 0.0
    scrubbed: dict[str, int] = {}

    def __repr__(self) -> str:
        return f"<Corpus of @{self.account.handle}: {len(self.texts):,} posts, {self.characters:,} characters>"

    @functools.cached_property
    def characters(self) -> int:
        """Characters of all the texts together."""
        return sum(map(len, self.texts))

    @functools.cached_property
    def answered(self) -> dict[str, str]:
        """See the class: pairs of the account's own posts, the answer first; nobody else's post is ever in a corpus."""
        texts = {post.id: text for post, text in zip(self.posts, self.texts, strict=False)}
        return {
            text: texts[post.answers]
            for post, text in zip(self.posts, self.texts, strict=False)
            if post.answers is not None and post.answers in texts and texts[post.answers] != text
        }

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 of the texts and their order, in hex."""
        return hashlib.sha256("\n".join(self.texts).encode()).hexdigest()


def read_corpus(
    source: Source, progress: Progress = IN_PYTHON, *, filters: Filters = NONE, minimum: int = MINIMUM
) -> Corpus:
    """Read a source, and count and clean its posts by the rules of the historical table.

    downloaded = all posts, reposts included, less those that `filters` leave out; retweets = the reposts; short = the
    others whose cleaned text has fewer than 3 plain words; kept = the rest.

    Raises:
        TooLittleTextError: under `minimum` characters of kept text.
        NoPostsError: when there is not one post.
        MissingExtraError: when languages must be identified and the identifier is not installed.
        PostsError: what the source raises.
    """
    ordered = source if isinstance(source, OrderedSource) else OrderedSource(source)
    whose = f"@{source.account.handle}" if source.account.handle else "an account that is not named"
    if ordered.live:
        posts = ordered.posts
    else:
        with progress.task(f"Reading the posts of {whose}", unit="posts") as task:
            posts = ordered.posts
            task.update(completed=len(posts), total=len(posts))
    account = source.account
    if not posts:
        never = "".join(f" {count:,} are never used: {reason}." for reason, count in ordered.dropped.items())
        raise NoPostsError(
            f"There are no posts of {whose} in this source.{never}",
            path=Path(str(getattr(ordered.source, "path", ""))),
            hint="Check that it is the right one, or give another, such as a newer archive.",
        )
    kept = _kept(posts, filters)
    notes = (*ordered.notes, *kept.notes())
    for note in notes:
        progress.warn(note)
    newest = None if posts[-1].id.startswith(NO_ID) else posts[-1].id
    corpus = Corpus(
        account=msgspec.structs.replace(account, counts=kept.counts(), newest_post=newest),
        texts=tuple(kept.texts),
        posts=tuple(kept.posts),
        languages=dict(Counter(post.language for post in kept.posts if post.language).most_common()),
        dropped={**ordered.dropped, **kept.dropped},
        avatar=ordered.avatar(),
        form=ordered.form,
        notes=notes,
        consent_signal=ordered.consent_signal,
        cost=ordered.cost,
        scrubbed=dict(kept.scrubbed),
    )
    if corpus.characters < minimum:
        left_out = sum(kept.dropped.values())
        raise TooLittleTextError(handle=account.handle, characters=corpus.characters, needed=minimum, left_out=left_out)
    if corpus.characters < RECOMMENDED:
        progress.warn(
            f"There are {corpus.characters:,} characters of text by {whose}; "
            f"a good model needs {RECOMMENDED:,} or more."
        )
    return corpus


class _Kept:
    """The posts on their way into a corpus: what is left, and how many went where."""

    def __init__(self) -> None:
        self.retweets = self.short = 0
        self.texts: list[str] = []
        self.posts: list[Post] = []
        self.dropped: Counter[str] = Counter()
        self.scrubbed: Counter[str] = Counter()
        self.short_languages: Counter[str] = Counter()

    def notes(self) -> list[str]:
        """What is worth telling about which posts were short."""
        found = []
        without_spaces = sum(1 for text in self.texts if not text.isascii() and NO_SPACES.search(text))
        if without_spaces:
            found.append(
                f"{without_spaces:,} posts are in a script without spaces between words; what is short there is "
                "counted by Unicode's word breaks."
            )
        kept = Counter(post.language for post in self.posts) if self.short_languages else {}
        for language, short in self.short_languages.most_common():
            posts = short + kept.get(language, 0)
            if language and short >= 20 and short > 0.5 * posts:
                found.append(
                    f"{short:,} of {posts:,} posts in {language!r} are short, and left out; --min-words 1 keeps most."
                )
        return found

    def counts(self) -> Counts:
        kept = len(self.texts)
        downloaded = self.retweets + self.short + kept
        return Counts(downloaded=downloaded, retweets=self.retweets, short=self.short, kept=kept)

    def drop(self, indices: Collection[int], reason: str) -> None:
        if indices:
            self.texts = [text for number, text in enumerate(self.texts) if number not in indices]
            self.posts = [post for number, post in enumerate(self.posts) if number not in indices]
            self.dropped[reason] += len(indices)


def _kept(posts: Sequence[Post], filters: Filters) -> _Kept:
    kept = _Kept()
    choosy, min_words = filters != NONE, filters.min_words
    texts, kept_posts = kept.texts, kept.posts
    for post in posts:
        if choosy and (reason := filters.reason(post)) is not None:
            kept.dropped[reason] += 1
            continue
        if post.kind == "repost":
            kept.retweets += 1
            continue
        words, counted = cleaned(post.text)
        if choosy and filters.scrub:
            text, taken = scrub(" ".join(words))
            kept.scrubbed += taken
            words = counted = text.split()
        if not words or is_short(counted, min_words):
            kept.short += 1
            kept.short_languages[post.language or ""] += 1
            continue
        if choosy and filters.drop_leading_mentions:
            words = without_leading_mentions(words)
        text = " ".join(words)
        texts.append(post.text if text == post.text else text)  # most need no cleaning: one text in memory
        kept_posts.append(post)
    if filters.languages:
        found = identify(kept.texts, [post.language for post in kept.posts], filters.languages)
        kept.posts = [
            post if post.language == language else msgspec.structs.replace(post, language=language)
            for post, language in zip(kept.posts, found, strict=True)
        ]
        others = {number for number, language in enumerate(found) if language not in filters.languages}
        kept.drop(others, f"not in {', '.join(filters.languages)}")
    if filters.near_duplicates:
        kept.drop(near_duplicates(kept.texts), "near duplicates")
    return kept
