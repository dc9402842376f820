"""The corpus: the posts that are kept, cleaned and in order, and how many there were."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from hubtweets.errors import NoPostsError, TooLittleTextError
from hubtweets.posts.clean import clean, is_short
from hubtweets.posts.protocol import Ordered, Source, in_order
from hubtweets.progress import SILENT, Progress
from hubtweets.record import Account, Counts

MINIMUM = 6_000
"""Characters of kept text under which nothing is trained (the historical pipeline's limit)."""

RECOMMENDED = 40_000
"""Characters of kept text under which there is a warning (likewise)."""


class Corpus(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One account's kept posts.

    `account` has its `counts` and `newest_post` filled in. `texts` are cleaned, oldest first. `languages` counts kept
    posts by language code, where the source says one. `avatar` is the picture's bytes, where the source has it.
    """

    account: Account
    texts: tuple[str, ...]
    languages: dict[str, int] = {}
    avatar: bytes | None = None

    @functools.cached_property
    def characters(self) -> int:
        """Characters of all the texts together."""
        return sum(map(len, self.texts))

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 of the texts and their order, in hex."""
        return hashlib.sha256("\n".join(self.texts).encode()).hexdigest()


def read_corpus(source: Source, progress: Progress = SILENT, *, minimum: int = MINIMUM) -> Corpus:
    """Read a source, and count and clean its posts by the rules of the historical table.

    downloaded = all posts, reposts included; retweets = the reposts; short = the others whose cleaned text has fewer
    than 3 plain words; kept = the rest.

    Raises:
        TooLittleTextError: under `minimum` characters of kept text.
        NoPostsError: when there is not one post.
        PostsError: what the source raises.
    """
    handle = source.account.handle
    retweets = short = 0
    texts: list[str] = []
    languages: Counter[str] = Counter()
    with progress.task(f"Reading the posts of @{handle}", unit="posts") as task:
        posts = source.posts if isinstance(source, Ordered) else in_order(source)
        task.update(completed=0, total=len(posts))
        for post in posts:
            if post.kind == "repost":
                retweets += 1
                continue
            text = clean(post.text)
            if is_short(text):
                short += 1
                continue
            texts.append(text)
            if post.language is not None:
                languages[post.language] += 1
        task.update(completed=len(posts))
    for note in getattr(source, "notes", ()):
        progress.warn(note)
    if not posts:
        raise NoPostsError(
            f"There are no posts of @{handle} in this source.", path=Path(), hint="Check that it is the right one."
        )
    corpus = Corpus(
        account=msgspec.structs.replace(
            source.account,
            counts=Counts(downloaded=len(posts), retweets=retweets, short=short, kept=len(texts)),
            newest_post=posts[-1].id,
        ),
        texts=tuple(texts),
        languages=dict(languages.most_common()),
        avatar=_avatar(source),
    )
    if corpus.characters < minimum:
        raise TooLittleTextError(handle=handle, characters=corpus.characters, needed=minimum)
    if corpus.characters < RECOMMENDED:
        progress.warn(
            f"@{handle} has {corpus.characters:,} characters of text; a good model needs {RECOMMENDED:,} or more."
        )
    return corpus


def _avatar(source: Source) -> bytes | None:
    read: Any = getattr(source, "avatar", None)
    return read() if read is not None else None
