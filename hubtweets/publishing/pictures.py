"""Avatars that a source brings along. They are committed beside the card: their addresses on a network do not last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from hubtweets.posts import Corpus
from hubtweets.record import Account

LARGEST = 2**20
"""Bytes; networks keep avatars far below that."""

_KINDS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"GIF8": "gif"}


def with_pictures(corpora: Iterable[Corpus]) -> tuple[tuple[Account, ...], dict[str, bytes]]:
    """The accounts, `avatar_url` being a file's name where their source had the picture; and the files by name.

    A name tells the content, so that another picture is another fact of the card.
    """
    accounts, files = [], {}
    for corpus in corpora:
        account = corpus.account
        if corpus.avatar is not None and (kind := _kind(corpus.avatar)):
            name = f"avatar-{hashlib.sha256(corpus.avatar).hexdigest()[:12]}.{kind}"
            files[name] = corpus.avatar
            account = msgspec.structs.replace(account, avatar_url=name)
        accounts.append(account)
    return tuple(accounts), files


def _kind(content: bytes) -> str | None:
    """The suffix of a picture that every browser shows; None for anything else."""
    if len(content) > LARGEST:
        return None
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((kind for start, kind in _KINDS.items() if content.startswith(start)), None)
