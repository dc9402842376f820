"""The links of Bluesky's posts, which stand beside the text as ranges of its bytes (facets)."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec


class _Slice(msgspec.Struct, rename="camel"):
    byte_start: int
    byte_end: int


class _Feature(msgspec.Struct):
    uri: str | None = None  # links alone have one


class Facet(msgspec.Struct):
    index: _Slice
    features: list[_Feature]


def facets_of(written: object) -> list[Facet]:
    """The facets of a record as JSON has them; those that are odd are none."""
    found = []
    for item in written if isinstance(written, list) else ():
        try:
            found.append(msgspec.convert(item, Facet))
        except msgspec.ValidationError:
            continue
    return found


def without_links(text: str, facets: Iterable[Facet]) -> str:
    """`text` without the addresses that its facets link; a facet's range is in bytes of UTF-8.

    Bluesky shortens addresses in the text (`example.com/a-long…`), so that their form does not give them away. Words
    that somebody made a link of stay.
    """
    data = text.encode("utf-8", "replace")
    links = [facet.index for facet in facets if any(feature.uri for feature in facet.features)]
    for index in sorted(links, key=lambda index: -index.byte_start):
        shown = data[index.byte_start : index.byte_end].decode("utf-8", "replace")
        if " " not in shown.strip() and ("." in shown or "/" in shown):
            data = data[: index.byte_start] + data[index.byte_end :]
    return data.decode("utf-8", "replace")
