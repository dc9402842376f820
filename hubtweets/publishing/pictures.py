"""Avatars that a source brings along. They are committed beside the card: their addresses on a network do not last.

A picture is decoded and written anew, so that nothing but its pixels is published: no place where it was taken, no
owner's name, and no script behind a picture's first bytes.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable

import msgspec

from hubtweets.posts import Corpus
from hubtweets.record import Account

LARGEST = 2**20
"""Bytes; networks keep avatars far below that."""

SIDE = 400
"""Pixels; X keeps no larger avatars."""

_MOST_PIXELS = 4096 * 4096
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP")


def with_pictures(corpora: Iterable[Corpus]) -> tuple[tuple[Account, ...], dict[str, bytes]]:
    """The accounts, `avatar_url` being a file's name where their source had the picture; and the files by name.

    A name tells the content that the source had, so that another picture is another fact of the card, and another
    version of the library that writes it is not.
    """
    accounts, files = [], {}
    for corpus in corpora:
        account = corpus.account
        if corpus.avatar is not None and (picture := written_anew(corpus.avatar)) is not None:
            suffix, content = picture
            name = f"avatar-{hashlib.sha256(b'pixels' + corpus.avatar).hexdigest()[:12]}.{suffix}"
            files[name] = content
            account = msgspec.structs.replace(account, avatar_url=name)
        accounts.append(account)
    return tuple(accounts), files


@functools.lru_cache(8)
def written_anew(content: bytes) -> tuple[str, bytes] | None:
    """The pixels of a picture, at most `SIDE` wide and high, as a file of its own with its suffix; None for what is no
    picture, or a larger one than any network keeps."""
    import io
    import warnings

    from PIL import Image, ImageOps

    if len(content) > LARGEST:
        return None
    written = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return None
                opened.draft("RGB", (SIDE, SIDE))
                picture = ImageOps.exif_transpose(opened)
                clear = picture.has_transparency_data
                picture = picture.convert("RGBA" if clear else "RGB")
        picture.thumbnail((SIDE, SIDE))
        picture.info.clear()
        picture.save(written, "PNG" if clear else "JPEG", **({} if clear else {"quality": 90}))
    except Exception:  # whatever a decoder stumbles over: it is no picture that can be shown
        return None
    return ("png" if clear else "jpg"), written.getvalue()
