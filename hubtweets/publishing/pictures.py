"""The pictures beside the card: avatars that a source brings along, whose addresses on a network do not last, and the
social picture, which is made of the record.

A picture is decoded and written anew, so that nothing but its pixels is published: no place where it was taken, no
owner's name, and no script behind a picture's first bytes.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from hubtweets._shared.progress import SILENT, Progress
from hubtweets.card import picture
from hubtweets.hub.client import HubClient
from hubtweets.posts import Corpus
from hubtweets.record import Account, ModelRecord

HUB = "https://huggingface.co"
"""Where a model's pictures will be seen; a Hub on this machine has no address that anybody else can open."""

LARGEST = 2**20
"""Bytes; networks keep avatars far below that."""

SIDE = 400
"""Pixels; X keeps no larger avatars."""

_PLACE = f"/resolve/main/{picture.FILE}"

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

    from PIL import Image, ImageOps

    if len(content) > LARGEST:
        return None
    written = io.BytesIO()
    try:
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


class SocialPicture:
    """The social picture of one target: drawn when it shows something else than the one that is there.

    Its address in the card's `thumbnail` ends in a key of what it shows, so that a card whose picture would be the same
    is the same card, and pages that keep pictures fetch another one.

    Args:
        avatars: pictures by the handles of their accounts.
        endpoint: the Hub's address.
        layout: a layout of one's own.
    """

    def __init__(
        self,
        avatars: Mapping[str, bytes],
        endpoint: str = HUB,
        *,
        layout: Path | None = None,
        progress: Progress = SILENT,
    ) -> None:
        self._avatars = avatars
        self._base = endpoint if endpoint.startswith("https://") else HUB
        self._layout = layout
        self._progress = progress
        self._drawn: dict[str, picture.Picture] = {}

    def stated(self, record: ModelRecord) -> ModelRecord:
        """The record with the address of its picture, as far as there can be one here."""
        ours = record.thumbnail is not None and _PLACE in record.thumbnail
        if ours and not record.samples:  # it shows what another model wrote
            return msgspec.structs.replace(record, thumbnail=None)
        if not record.samples or not picture.is_possible():
            return record
        address = f"{self._base}/{record.repo_id}/resolve/main/{picture.FILE}?v={self._key(record)}"
        if record.thumbnail == address:
            return record
        if self._draw(record).png is not None:
            return msgspec.structs.replace(record, thumbnail=address)
        return msgspec.structs.replace(record, thumbnail=None) if ours else record

    def png(self, record: ModelRecord) -> bytes | None:
        """The picture of the record."""
        return self._draw(record).png

    def _key(self, record: ModelRecord) -> str:
        return picture.key(record, self._avatars, self._layout)

    def _draw(self, record: ModelRecord) -> picture.Picture:
        key = self._key(record)
        if key not in self._drawn:
            self._drawn[key] = picture.draw(record, self._avatars, layout=self._layout)
            for reason in self._drawn[key].left_out:
                self._progress.note(f"Not on the picture: {reason}.")
        return self._drawn[key]


class RenewedPicture:
    """The social picture of a model that is published already: another one where the card says something else than the
    picture shows.

    Args:
        layout: a layout of one's own.
    """

    def __init__(self, client: HubClient, *, layout: Path | None = None, progress: Progress = SILENT) -> None:
        self._client = client
        self._layout = layout
        self._progress = progress
        self._social: SocialPicture | None = None

    def stated(self, record: ModelRecord) -> ModelRecord:
        """The record with the address of its picture. One without a picture of ours, or whose picture shows what it
        says, stays as it is.

        Raises:
            HubError: when the Hub does not give the repo's files.
        """
        address = record.thumbnail or ""
        if _PLACE not in address or (record.samples and not picture.is_possible()):
            return record
        files = self._client.list_files(record.repo_id) if record.samples else {}
        avatars = {
            account.handle: str(account.avatar_url)
            for account in record.accounts
            if account.avatar_url in files and 0 < files[account.avatar_url].size <= LARGEST
        }
        digests = {handle: files[name].sha256 or "" for handle, name in avatars.items()}
        if record.samples and address.endswith(f"?v={picture.key(record, digests, self._layout)}"):
            return record
        images = {
            handle: content
            for handle, name in avatars.items()
            if written_anew(content := self._client.read_file_range(record.repo_id, name, 0, files[name].size - 1))
        }
        self._social = SocialPicture(images, self._client.endpoint, layout=self._layout, progress=self._progress)
        return self._social.stated(record)

    def png(self, record: ModelRecord) -> bytes | None:
        """The picture of a record that `stated` gave another address."""
        return self._social.png(record) if self._social is not None else None
