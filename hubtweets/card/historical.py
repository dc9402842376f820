"""Historical cards, by landmarks: the pictures, the heading, the table, the links to W&B, the line with `model='…'`.

Which version of the notebook wrote a card, and what others have changed in it since, `generations` tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

import msgspec

from hubtweets._shared import frontmatter
from hubtweets.card import generations, landmarks
from hubtweets.card.differing import Edit
from hubtweets.card.patterns import split_names
from hubtweets.errors import CardReadError
from hubtweets.record import DEFAULT_TEMPLATE, Account, Counts, ModelRecord, Tracking

_GPT2 = "openai-community/gpt2"

_TRACKED = (landmarks.DATASET, landmarks.TRAINING, landmarks.FINAL)
_SHOWN = 100
_NO_NAME = "Quantity"  # what the header of the older tables says
_HANDLE = re.compile(r"\w{1,15}", re.ASCII)
_ROWS = {"Tweets downloaded": "downloaded", "Retweets": "retweets", "Short tweets": "short", "Tweets kept": "kept"}


NoteCode = Literal[
    "front-matter", "record", "template", "model", "handles", "whose-handle", "names", "pictures", "counts", "runs",
    "thumbnail", "language", "file",
]  # fmt: skip
"""What a note is about: the front matter cannot be read; the record in it is none; the template that wrote the card is
not at hand; the file holds no text of a card; the rest are facts. `whose-handle`: a joint card does not say which
handle is whose."""


class Note(NamedTuple):
    """Something a card says, or ought to say, that could not be made a fact: `code` is for programs, `place` and
    `detail` are for people."""

    code: NoteCode
    place: str
    detail: str


_WHOSE = Note("whose-handle", "heading", "which handle is whose: names are in typed order, handles are sorted")


class Correction(NamedTuple):
    """A display name as the notebook wrote it, and as a person corrected it in the heading."""

    was: str
    now: str


class Found(NamedTuple):
    """What landmarks say; `notes` are what was not understood.

    `corrections` are the display names that a person corrected in the heading; the record has the corrected ones.
    """

    record: ModelRecord | None
    generation: str | None
    edits: tuple[Edit, ...]
    notes: Sequence[Note]
    corrections: tuple[Correction, ...] = ()


def read(parts: frontmatter.Parts, of_body: ModelRecord | None = None) -> Found:
    """The facts of a card without a record.

    Args:
        parts: the card, with line feeds only and its emoji repaired.
        of_body: the facts of its body, where that is known to be as a template wrote it (`patterns`).
    """
    notes: list[Note] = []
    if of_body is not None and _are_handles(of_body.handles or [account.handle for account in of_body.accounts]):
        return _with_front_matter(of_body, parts, notes)
    generation, edits = generations.find(parts)
    repo_id = _model(parts.body, notes)
    if repo_id is None:
        return Found(None, generation, edits, notes)
    thumbnail, language = _front_matter(parts.yaml, notes)
    handles = _handles(parts.body, repo_id, notes)
    told = _names(parts.body, len(handles), notes)
    if not handles or told is None:
        return Found(None, generation, edits, notes)
    names, was = told
    several = len(handles) > 1
    if several:
        notes.append(_WHOSE)
    counts = _counts(parts.body, len(handles), notes)
    avatars = landmarks.AVATAR.findall(parts.body)
    if any(avatars[len(names) :]):
        notes.append(Note("pictures", "pictures", f"{len(avatars)} pictures for {len(names)} accounts"))
        avatars = []
    accounts = tuple(
        Account(
            handle="" if several else handles[0],
            name=name,
            platform="x",
            avatar_url=(avatars[index] or None) if index < len(avatars) else None,
            counts=counts[index],
        )
        for index, name in enumerate(names)
    )
    record = ModelRecord(
        template=generation or DEFAULT_TEMPLATE,
        repo_id=repo_id,
        accounts=accounts,
        handles=tuple(handles) if several else (),
        base_model=_GPT2 if "](https://huggingface.co/gpt2) which is fine-tuned" in parts.body else None,
        language=language,
        tracking=_tracking(parts.body, notes),
        thumbnail=thumbnail,
    )
    corrections = tuple(Correction(*pair) for pair in zip(was, names, strict=True)) if was != names else ()
    return Found(record, generation, edits, notes, corrections)


def _with_front_matter(of_body: ModelRecord, parts: frontmatter.Parts, notes: list[Note]) -> Found:
    thumbnail, language = _front_matter(parts.yaml, notes)
    if of_body.handles:
        notes.append(_WHOSE)
    record = msgspec.structs.replace(of_body, thumbnail=thumbnail, language=language)
    return Found(record, record.template, (), notes)


def _model(body: str, notes: list[Note]) -> str | None:
    """The one repo that the examples of how to use the model name."""
    found = list(dict.fromkeys(landmarks.MODEL.findall(body)))
    if len(found) == 1:
        return str(found[0])
    shown = ", ".join(text[:_SHOWN] for text in found[:3])
    missing = "the example of how to use it, which says whose card this is, was taken out"
    notes.append(Note("model", "model", f"{len(found)} different ones: {shown}" if found else missing))
    return None


def _front_matter(yaml_text: str | None, notes: list[Note]) -> tuple[str | None, tuple[str, ...]]:
    if yaml_text is None:
        notes.append(Note("front-matter", "front matter", "not found"))
        return None, ()
    if _PLAIN_FRONT_MATTER.fullmatch(yaml_text):  # untouched: no need of a YAML reader
        match = landmarks.THUMBNAIL.search(yaml_text)
        return match[1] if match else None, ("en",)
    try:
        data = frontmatter.load(yaml_text)
    except CardReadError as error:
        notes.append(Note("front-matter", error.place or "front matter", error.message))
        return None, ()
    thumbnail, language = data.get("thumbnail"), data.get("language")
    codes = language if isinstance(language, list) else [language]
    if thumbnail is not None and not isinstance(thumbnail, str):
        notes.append(Note("thumbnail", "front matter: thumbnail", f"not an address: {thumbnail!r}"))
        thumbnail = None
    if language is not None and not all(isinstance(code, str) for code in codes):
        notes.append(Note("language", "front matter: language", f"not a language code: {language!r}"))
        language = None
    return thumbnail, tuple(codes) if language is not None else ()


_PLAIN_FRONT_MATTER = re.compile(
    r"language: en\nthumbnail: https?://[\w./?=-]+\ntags:\n(?:- exbert\n)?- huggingtweets\n"
    r"widget:\n- text: \"My dream is\"",
    re.ASCII,
)


def _handles(body: str, repo_id: str, notes: list[Note]) -> list[str]:
    """The handles: they stand, joined, in several places, and those must agree."""
    joined = repo_id.rpartition("/")[2]
    said = {("model", joined)} | {("heading", slug) for slug in landmarks.BOT.findall(body)}
    said |= {("training procedure", slug) for slug in landmarks.TUNED.findall(body)}
    said |= {("training data", handle) for pair in landmarks.TWITTER.findall(body) for handle in pair}
    if len({slug.lower() for _, slug in said}) > 1:
        told = ", ".join(f"{slug[:_SHOWN]} ({place})" for place, slug in sorted(said)[:5])
        notes.append(Note("handles", "handles", f"the card names different ones: {told}"))
        return []
    handles = joined.split("-")
    if len(handles) > landmarks.MOST_ACCOUNTS:
        notes.append(Note("handles", "handles", f"{len(handles)} of them are no card's"))
        return []
    if not _are_handles(handles):
        notes.append(Note("handles", "handles", f"{joined[:_SHOWN]!r} is not handles joined with '-'"))
        return []
    return handles


def _are_handles(handles: Sequence[str]) -> bool:
    return all(_HANDLE.fullmatch(handle) for handle in handles)


def _names(body: str, count: int, notes: list[Note]) -> tuple[list[str], list[str]] | None:
    """The display names in typed order, now and as the notebook wrote them; None where the card does not say them for
    certain.

    They stand in the heading, in a sentence and in the table's header. Where the last two agree and the heading does
    not, a person has corrected it; where the sentence alone differs, it was edited and says nothing.
    """
    if (heading := landmarks.HEADING.search(body)) is not None and count == 1:
        return [heading[1]], [heading[1]]
    title = landmarks.TITLE.search(body)
    if title is None:
        notes.append(Note("names", "heading", "no display name"))
        return None
    sentence, header = landmarks.FROM.search(body), landmarks.HEADER.search(body)
    cells = header[1].strip(" ").removesuffix("|").rstrip(" ") if header else None
    was = sentence[1] if sentence else title[1]
    if count == 1:
        if title[1] in (was, cells):
            return [title[1]], [title[1]]
        if cells in (was, None, _NO_NAME):
            return [title[1]], [was]
        notes.append(Note("names", "training data", f"the names differ from the heading's: {was} and {title[1]}"))
        return None
    if cells is not None:
        if names := split_names(title[1], cells, count):
            return names, names
        names, now = split_names(was, cells, count), title[1].split(" & ")
        if names and len(now) == count:
            return now, names
    notes.append(Note("names", "heading", f"{title[1]!r} does not part into {count} names as the table's header does"))
    return None


def _counts(body: str, count: int, notes: list[Note]) -> list[Counts | None]:
    rows: dict[str, list[int]] = {}
    for label, cells in landmarks.ROW.findall(body):
        rows[_ROWS[label]] = _numbers(cells.split("|"))
    for label, _, number in landmarks.HTML_ROW.findall(body):
        rows[_ROWS[label]] = _numbers([number])
    if set(rows) != set(_ROWS.values()) or any(len(row) != count for row in rows.values()):
        notes.append(Note("counts", "training data", f"no table with 4 rows of {count} numbers"))
        return [None] * count
    return [counts_of({key: row[index] for key, row in rows.items()}, notes) for index in range(count)]


def _numbers(cells: list[str]) -> list[int]:
    """The numbers in a row's cells; one that is too long to be a fact is left out."""
    numbers = (cell.strip().replace(",", "") for cell in cells)
    return [int(number) for number in numbers if number.isdecimal() and len(number) <= frontmatter.MOST_DIGITS]


def counts_of(numbers: dict[str, Any], notes: list[Note]) -> Counts | None:
    """The four numbers of one account, where they add up."""
    try:
        return Counts(**numbers)
    except ValueError as error:
        notes.append(Note("counts", "training data", str(error)))
        return None


def _tracking(body: str, notes: list[Note]) -> Tracking | None:
    dataset, training, final = (landmark.findall(body) for landmark in _TRACKED)
    if final and training and set(final) != set(training):
        notes.append(Note("runs", "training procedure", f"two training runs: {training[0]} and {final[0]}"))
        training = []
    if not dataset and not training:
        return None
    return Tracking(dataset_run=dataset[0] if dataset else None, training_run=training[0] if training else None)
