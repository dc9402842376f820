"""The published versions of the huggingtweets card, known by digests of their sections and lines (`generations.json`).

They tell which version wrote a card, what others have changed in it since, and, for the versions that nobody can render
any more, what of the card is the notebook's own: a line with a known digest is, any other is a person's.
"""

from __future__ import annotations

import functools
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from hubtweets._shared import frontmatter
from hubtweets.card import landmarks, metadata, sections
from hubtweets.card.differing import Edit
from hubtweets.card.matching import Matcher
from hubtweets.card.sections import Section
from hubtweets.errors import CardReadError

_ENOUGH = 3
"""Sections that a card must share with a generation; fewer may be anybody's."""

_ENOUGH_LINES = 10
"""Different lines that it must share, where somebody touched nearly every section."""

_METADATA = 'language: en\nthumbnail:\ntags:\n{}- huggingtweets\nwidget:\n- text: "My dream is"'
_METADATA_OF_ALL = (_METADATA.format(""), _METADATA.format("- exbert\n"))
"""The front matter of every generation is one of these, with the thumbnail's address in it."""

_UNKNOWN = "(a line that was here)\n"
"""Stands in a base for a line of the notebook's that a person changed or removed: its facts are not known."""


class _Known(msgspec.Struct, frozen=True):
    """`generations`: name -> section -> digest, in the order of time. `lines`: the digests of a section's lines, with
    blanks between, by the section's digest."""

    generations: dict[str, dict[str, str]]
    lines: dict[str, str]


@functools.cache
def _known() -> _Known:
    return msgspec.json.decode((Path(__file__).parent / "generations.json").read_bytes(), type=_Known)


class _Body(NamedTuple):
    """A body's sections by name; the same with the facts taken out, their digests and those of their lines."""

    sections: dict[str, Section]
    bare: dict[str, Section]
    digests: dict[str, str]
    lines: dict[str, list[str]]


def _taken_apart(body: str) -> _Body:
    whole = {_name(section): section for section in sections.split(body)}
    bare = {_name(section): section for section in sections.split(landmarks.without_facts(body))}
    lines = {name: [digest(line) for line in section.lines] for name, section in bare.items()}
    return _Body(whole, bare, {name: digest(section.text) for name, section in bare.items()}, lines)


def digests(parts: frontmatter.Parts) -> dict[str, str]:
    """The digest of each section with the facts taken out, by the section's heading; `---` is the front matter."""
    own = {"---": digest(landmarks.THUMBNAIL.sub("thumbnail:\n", f"{parts.yaml}\n"))}
    for section in sections.split(landmarks.without_facts(parts.body)):
        own[_name(section)] = digest(section.text)
    return own


def line_digests(parts: frontmatter.Parts) -> dict[str, str]:
    """The digests of each section's lines, as `generations.json` has them, by the section's digest."""
    body = _taken_apart(parts.body)
    return {body.digests[name]: " ".join(lines) for name, lines in body.lines.items()}


def _name(section: Section) -> str:
    title, times = section.key
    return f"{title} {times}" if times else title


def digest(text: str) -> str:
    """Twelve hexadecimal digits for a text; white space at its end does not count."""
    return hashlib.blake2b(text.rstrip().encode("utf-8", "replace"), digest_size=6).hexdigest()


def find(parts: frontmatter.Parts) -> tuple[str | None, tuple[Edit, ...]]:
    """The generation that most sections of a card come from, or most of its lines, and the sections that do not;
    (None, ()) where it has too little of any."""
    own = digests(parts)
    fits = {name: len(own.items() & known.items()) for name, known in _known().generations.items()}
    best = max(fits.values())
    name = _closest(
        [name for name, count in fits.items() if count == best] if best >= _ENOUGH else list(fits),
        parts.body,
        at_least=0 if best >= _ENOUGH else _ENOUGH_LINES,
    )
    if name is None:
        return None, ()
    known = _known().generations[name]
    if own == known:
        return name, ()
    texts = {"---": parts.yaml or ""} | {_name(section): section.text for section in sections.split(parts.body)}
    keys = [key for key in {**own, **known} if own.get(key) != known.get(key)]
    return name, tuple(Edit(_place(key), None, texts.get(key)) for key in keys)


def _closest(candidates: list[str], body: str, *, at_least: int = 0) -> str | None:
    """Of generations whose sections fit as well, the one with most of the card's lines; of those, the newest: the file
    is in the order of time. None where none has `at_least` of them."""
    if len(candidates) == 1:
        return candidates[0]
    lines = {line for its in _taken_apart(body).lines.values() for line in its}
    fits = {name: len(lines & _lines_known(name)) for name in candidates}
    best = max(fits.values())
    return [name for name in candidates if fits[name] == best][-1] if best >= at_least else None


@functools.cache
def _lines_known(generation: str) -> frozenset[str]:
    lines = _known().lines
    digests_of = _known().generations[generation].values()
    return frozenset(line for its_digest in digests_of for line in lines.get(its_digest, "").split(" "))


def _place(key: str) -> str:
    return "front matter" if key == "---" else f"section: {key}" if key else "before the first heading"


def base(text: str, generation: str, *, doubted: bool = False) -> str:
    """What `generation` wrote of an edited card: its lines that are the notebook's own, with the facts that are in them
    now, and `(a line that was here)` for each that a person changed or removed.

    Args:
        text: the card, with line feeds only and its emoji repaired.
        generation: what `find` says of it.
        doubted: facts of it were not understood, so that no line with a fact in it is taken for the notebook's.
    """
    parts = frontmatter.split(text)
    known = _known().generations[generation]
    body = _taken_apart(parts.body)
    written = []
    for name, its_digest in known.items():
        if name == "---":
            continue
        if body.digests.get(name) == its_digest and not doubted:
            written.append(body.sections[name].text)
        else:
            written.append("".join(_lines_of(name, _known().lines[its_digest].split(" "), body, known, doubted)))
    yaml_text = _front_matter(parts.yaml or "", known["---"])
    return f"---\n{yaml_text}\n---\n{''.join(written)}"


def _front_matter(theirs: str, its_digest: str) -> str:
    was = next(text for text in _METADATA_OF_ALL if digest(text) == its_digest)
    try:
        thumbnail = metadata.parse(metadata.dedented(theirs)).entries["thumbnail"].source.rstrip("\n")
    except (CardReadError, KeyError):
        thumbnail = "thumbnail:"
    return was.replace("thumbnail:", thumbnail, 1)


def _lines_of(name: str, wanted: list[str], body: _Body, known: dict[str, str], doubted: bool) -> list[str]:
    """The lines of the notebook's section `name`, those that are still in the card as they stand there.

    They are looked for under its heading and under those that a person put in between; where its heading is not there
    any more, under the one that holds most of them.
    """
    names = list(body.sections)
    if name in body.sections:
        start = names.index(name)
        end = next((at for at in range(start + 1, len(names)) if names[at] in known), len(names))
    else:
        sets = {other: len(set(wanted) & set(body.lines[other])) for other in names if other not in known}
        start = names.index(max(sets, key=lambda other: sets[other])) if sets else 0
        end = start + 1 if sets else 0
    lines = [line for other in names[start:end] for line in body.sections[other].lines]
    bare = [line for other in names[start:end] for line in body.bare[other].lines]
    there = [digest for other in names[start:end] for digest in body.lines[other]]
    written = [_UNKNOWN] * len(wanted)
    if name and name not in body.sections:
        written[0] = f"## {re.sub(' [0-9]+$', '', name)}\n"
    for block in Matcher(None, wanted, there).get_matching_blocks():
        for at in range(block.size):
            if not doubted or lines[block.b + at] == bare[block.b + at]:
                written[block.a + at] = lines[block.b + at]
    return [line if line.endswith("\n") else line + "\n" for line in written]
