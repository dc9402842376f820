"""What a person wrote on the README of a model's folder, and how it gets onto the card, push after push.

The card's record keeps a short digest of every piece that came from the README. So the next push knows what is new
there, what was taken out there, and what was taken out on the Hub, which stays out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.card import metadata, sections, yamltext
from hubtweets.errors import CardReadError

README = "readme"
"""The key beside the record with the digests."""

_LAST = "how it was made"
"""The section that new ones go before."""


class Part(NamedTuple):
    """Blocks of Markdown (paragraphs, lists, code) under one heading; without `title`, at the card's beginning."""

    title: str
    level: int
    blocks: tuple[str, ...]


class Written(NamedTuple):
    """Keys of the front matter, and parts of the body."""

    keys: dict[str, Any]
    parts: tuple[Part, ...] = ()

    @property
    def body(self) -> str:
        """The parts as Markdown."""
        return "".join(_markdown(part) for part in self.parts).strip("\n")

    def digests(self) -> list[str]:
        """A digest of each key, tag and block; of a block, white space aside."""
        return [*(_of_key(*pair) for pair in _pairs(self.keys)), *(_of(block) for block in _blocks(self.parts))]

    def without(self, digests: Collection[str]) -> Written:
        """The same without the pieces that have these digests."""
        return self._chosen(lambda digest: digest not in digests)

    def only(self, digests: Collection[str]) -> Written:
        """Those of the pieces that have these digests."""
        return self._chosen(lambda digest: digest in digests)

    def _chosen(self, wanted: Any) -> Written:
        keys: dict[str, Any] = {}
        for key, value in _pairs(self.keys):
            if wanted(_of_key(key, value)):
                if key == "tags":
                    keys.setdefault("tags", []).append(value)
                else:
                    keys[key] = value
        chosen = (
            part._replace(blocks=tuple(block for block in part.blocks if wanted(_of(block)))) for part in self.parts
        )
        return Written(keys, tuple(part for part in chosen if part.blocks))


def on_card(card: str) -> Written:
    """The keys and blocks of a card, whoever they are from; nothing where its front matter cannot be read."""
    split = frontmatter.split(card)
    try:
        keys = frontmatter.load(split.yaml or "")
    except CardReadError:
        keys = {}
    parts = []
    for section in sections.split(split.body):
        lines = section.lines[1:] if section.level else section.lines
        blocks = tuple(block.strip("\n") for block in sections.blocks(lines) if block.strip())
        title, level = (section.title, section.level) if section.level > 1 else ("", 0)
        parts.append(Part(title, level, blocks))
    return Written({key: value for key, value in keys.items() if key != "hubtweets"}, tuple(parts))


def both(card: str, found: Written, before: Any) -> tuple[Written, Written]:
    """What of a README the card on the Hub has already, and what it should have: base and new side of a merge.

    Args:
        card: the card on the Hub.
        found: what the README says now.
        before: the digests of what it said when it was pushed the last time, as the record has them.
    """
    texts = before if isinstance(before, list | tuple) else ()
    known = frozenset(one for one in texts if isinstance(one, str))
    there = on_card(card).only(known | frozenset(found.digests()))
    return there, found.without(known - frozenset(there.digests()))


def in_rewritten(found: Written, card: str, ours: str) -> tuple[Written, Written]:
    """The rest of what is to go on a card, and the parts for sections that people have rewritten there: those stand on
    `card` and no more on `ours`, so that a merge could not tell which is to count."""
    theirs, known = ({part.title.casefold() for part in on_card(text).parts if part.title} for text in (card, ours))
    late = tuple(part for part in found.parts if part.title.casefold() in theirs - known)
    return Written(found.keys, tuple(part for part in found.parts if part not in late)), Written({}, late)


def with_written(card: str, found: Written) -> str:
    """A card with keys before the record, and each part under its heading: the card's own of that name, or a new one
    before the section on how the model was made."""
    if not found.keys and not found.parts:
        return card
    split = frontmatter.split(card)
    if split.yaml is None:
        return _with_parts(split.body, found.parts)
    return joined(_with_keys(split.yaml, found.keys), _with_parts(split.body, found.parts))


def joined(yaml: str | None, body: str) -> str:
    """The card of a front matter and a body."""
    return body if yaml is None else f"---\n{yaml.rstrip(chr(10))}\n---\n{body}"


def _with_keys(text: str, keys: dict[str, Any]) -> str:
    if not keys:
        return text
    entries = metadata.parse(text).entries
    sources = {key: entry.source for key, entry in entries.items()}
    record = sources.pop("hubtweets", "")
    for key, value in keys.items():
        if key not in sources:
            sources[key] = yamltext.dump({key: value})
        elif key == "tags" and isinstance(own := frontmatter.load(sources[key])["tags"], list):
            more = [tag for tag in (value if isinstance(value, list) else [value]) if tag not in own]
            sources[key] = yamltext.dump({"tags": [*own, *more]}) if more else sources[key]
    return "".join(sources.values()) + record


def _with_parts(body: str, parts: Iterable[Part]) -> str:
    there = sections.split(body)
    texts = [section.text for section in there]
    places = {section.key: number for number, section in enumerate(there)}
    first = next((number for number, section in enumerate(there) if section.level == 1), 0)
    last = places.get((_LAST, 0), len(texts))
    new = []
    for part in parts:
        place = places.get((part.title.casefold(), 0)) if part.title else first
        if place is None:
            new.append(_markdown(part))
        else:
            texts[place] = texts[place].rstrip("\n") + "\n\n" + "\n\n".join(part.blocks) + "\n\n"
    if new and last == len(texts) and texts:
        texts[-1] = texts[-1].rstrip("\n") + "\n\n"
    return "".join([*texts[:last], *new, *texts[last:]]).rstrip("\n") + "\n"


def _markdown(part: Part) -> str:
    heading = f"{'#' * part.level} {part.title}\n\n" if part.title else ""
    return heading + "\n\n".join(part.blocks) + "\n\n"


def _blocks(parts: Iterable[Part]) -> Iterator[str]:
    return (block for part in parts for block in part.blocks)


def _pairs(keys: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each key with its value, each tag for itself."""
    for key, value in keys.items():
        if key == "tags" and isinstance(value, list):
            yield from ((key, tag) for tag in value)
        else:
            yield key, value


def _of_key(key: str, value: Any) -> str:
    return _of(f"{key}: {value!r}")


def _of(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:12]
