"""Historical cards, by landmarks: the pictures, the heading, the table, the links to W&B, the line with `model='…'`.

Every published version of the huggingtweets card is also known by a digest of each of its sections with the facts
taken out (`generations.json`), which tells the generation of a card and what others have changed in it since.
"""

from __future__ import annotations

import functools
import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from hubtweets import frontmatter
from hubtweets.card import sections
from hubtweets.card.differing import Edit
from hubtweets.card.patterns import split_names
from hubtweets.errors import CardReadError
from hubtweets.record import DEFAULT_TEMPLATE, Account, Counts, ModelRecord, Tracking

_GPT2 = "openai-community/gpt2"

# The landmarks. Each group is a fact; the same regular expressions take the facts out for the digests.
_MODEL = re.compile(r"model=(?:<[^>]*>)?'([^'\n]+)'")
_AVATAR = re.compile(r"background-image: url\((?:'|&#39;)([^\n]*?)(?:'|&#39;)\)")
_HEADING = re.compile(r'font-size: 19px; font-weight: 800">([^\n]*) 🤖 AI Bot </div>')
_TITLE = re.compile(r'center; font-size: 16px; font-weight: 800">([^\n]*)</div>')
_LABEL = re.compile(r'font-weight: 800">🤖 (AI [A-Z]+) 🤖</div>')
_BOT = re.compile(r'font-size: 1[45]px;?(?: color: #657786)?">@([^\n]*?)(?: bot)?</div>')
_TWITTER = re.compile(r"trained on \[@([^\n\]]*)'s tweets\]\(https://twitter\.com/([^\n)]*)\)")
_FROM = re.compile(r"trained on tweets from ([^\n]*)\.\n")
_TUNED = re.compile(r"which is fine-tuned on @([^\n]*?)'s tweets")
_DATASET = re.compile(r"\[Explore the data\]\(([^\n)]*)/artifacts\)")
_TRAINING = re.compile(r"\[W&B training run\]\(([^\n)]*)\)")
_FINAL = re.compile(r"\[the final model\]\(([^\n)]*)/artifacts\)")
_EXBERT = re.compile(r"exbert/\?model=((?!gpt2&)[^\n&]*)&")
_HEADER = re.compile(r"\n\| Data +\| ([^\n]*?) *\|(?=\n)")
_RULE = re.compile(r"\n\|(?: ?-+ ?\|)+(?=\n)")
_ROW = re.compile(r"(\n\| (Tweets downloaded|Retweets|Short tweets|Tweets kept) *\|)([ \d,|]*)\|(?=\n)")
_HTML_ROW = re.compile(r">(Tweets downloaded|Retweets|Short tweets|Tweets kept)</td>\n<td[^>\n]*>(\d+)</td>")
_SLOT = re.compile(r"display: ?(?:inherit|none);")
_THUMBNAIL = re.compile(r"^thumbnail: ([^\n]*)\n", re.MULTILINE)

_FACTS = (
    _MODEL, _AVATAR, _HEADING, _TITLE, _BOT, _TWITTER, _FROM, _TUNED, _DATASET, _TRAINING, _FINAL, _EXBERT
)  # fmt: skip
_ROWS = {"Tweets downloaded": "downloaded", "Retweets": "retweets", "Short tweets": "short", "Tweets kept": "kept"}


class Found(NamedTuple):
    """What landmarks say; `notes` are pairs of a place and what was not understood there."""

    record: ModelRecord | None
    generation: str | None
    edits: tuple[Edit, ...]
    notes: list[tuple[str, str]]


def read(text: str) -> Found:
    """The facts of a card without a record; `text` has line feeds only and its emoji repaired."""
    parts = frontmatter.split(text)
    notes: list[tuple[str, str]] = []
    generation, edits = _generation(parts)
    repo_id = _one("model", _MODEL, parts.body, notes)
    if repo_id is None:
        return Found(None, generation, edits, notes)
    thumbnail, language = _front_matter(parts.yaml, notes)
    handles = _handles(parts.body, repo_id, notes)
    names = _names(parts.body, len(handles), notes)
    if not handles or names is None:
        return Found(None, generation, edits, notes)
    several = len(handles) > 1
    if several:
        notes.append(("heading", "which handle is whose: names are in typed order, handles are sorted"))
    counts = _counts(parts.body, len(handles), notes)
    avatars = _AVATAR.findall(parts.body)
    if any(avatars[len(names) :]):
        notes.append(("pictures", f"{len(avatars)} pictures for {len(names)} accounts"))
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
    return Found(record, generation, edits, notes)


def _one(place: str, landmark: re.Pattern[str], body: str, notes: list[tuple[str, str]]) -> str | None:
    """The one thing that every match of a landmark says."""
    found = list(dict.fromkeys(landmark.findall(body)))
    if len(found) == 1:
        return str(found[0])
    notes.append((place, f"{len(found)} different ones: {', '.join(found)}" if found else "not found"))
    return None


def _front_matter(yaml_text: str | None, notes: list[tuple[str, str]]) -> tuple[str | None, tuple[str, ...]]:
    if yaml_text is None:
        notes.append(("front matter", "not found"))
        return None, ()
    if _PLAIN_FRONT_MATTER.fullmatch(yaml_text):  # untouched: no need of a YAML reader
        match = _THUMBNAIL.search(yaml_text)
        return match[1] if match else None, ("en",)
    try:
        data = frontmatter.load(yaml_text)
    except CardReadError as error:
        notes.append((error.place or "front matter", error.message))
        return None, ()
    thumbnail, language = data.get("thumbnail"), data.get("language")
    codes = language if isinstance(language, list) else [language]
    if thumbnail is not None and not isinstance(thumbnail, str):
        notes.append(("front matter: thumbnail", f"not an address: {thumbnail!r}"))
        thumbnail = None
    if language is not None and not all(isinstance(code, str) for code in codes):
        notes.append(("front matter: language", f"not a language code: {language!r}"))
        language = None
    return thumbnail, tuple(codes) if language is not None else ()


_ENOUGH = 3
"""Sections that a card must share with a generation; fewer may be anybody's."""

_PLAIN_FRONT_MATTER = re.compile(
    r"language: en\nthumbnail: https?://[\w./?=-]+\ntags:\n(?:- exbert\n)?- huggingtweets\n"
    r"widget:\n- text: \"My dream is\"",
    re.ASCII,
)


def _handles(body: str, repo_id: str, notes: list[tuple[str, str]]) -> list[str]:
    """The handles: they stand, joined, in several places, and those must agree."""
    joined = repo_id.rpartition("/")[2]
    said = {("model", joined)} | {("heading", slug) for slug in _BOT.findall(body)}
    said |= {("training procedure", slug) for slug in _TUNED.findall(body)}
    said |= {("training data", handle) for pair in _TWITTER.findall(body) for handle in pair}
    if len({slug.lower() for _, slug in said}) > 1:
        told = ", ".join(f"{slug} ({place})" for place, slug in sorted(said))
        notes.append(("handles", f"the card names different ones: {told}"))
        return []
    handles = joined.split("-")
    if not all(re.fullmatch(r"\w{1,15}", handle, re.ASCII) for handle in handles):
        notes.append(("handles", f"{joined!r} is not handles joined with '-'"))
        return []
    return handles


def _names(body: str, count: int, notes: list[tuple[str, str]]) -> list[str] | None:
    """The display names in typed order; None where the card does not say them for certain."""
    if (heading := _HEADING.search(body)) is not None and count == 1:
        return [heading[1]]
    title = _TITLE.search(body)
    if title is None:
        notes.append(("heading", "no display name"))
        return None
    told = _FROM.search(body)
    if told is not None and told[1] != title[1]:
        notes.append(("training data", f"the names differ from the heading's: {told[1]} and {title[1]}"))
        return None
    if count == 1:
        return [title[1]]
    header = _HEADER.search(body)
    names = split_names(title[1], header[1], count) if header else None
    if names is None:
        notes.append(("heading", f"{title[1]!r} does not part into {count} names as the table's header does"))
    return names


def _counts(body: str, count: int, notes: list[tuple[str, str]]) -> list[Counts | None]:
    rows: dict[str, list[int]] = {}
    for _, label, cells in _ROW.findall(body):
        rows[_ROWS[label]] = [int(cell) for text in cells.split("|") if (cell := text.strip().replace(",", ""))]
    for label, number in _HTML_ROW.findall(body):
        rows[_ROWS[label]] = [int(number)]
    if set(rows) != set(_ROWS.values()) or any(len(row) != count for row in rows.values()):
        notes.append(("training data", f"no table with 4 rows of {count} numbers"))
        return [None] * count
    return [counts_of({key: row[index] for key, row in rows.items()}, notes) for index in range(count)]


def counts_of(numbers: dict[str, Any], notes: list[tuple[str, str]]) -> Counts | None:
    """The four numbers of one account, where they add up."""
    try:
        return Counts(**numbers)
    except ValueError as error:
        notes.append(("training data", str(error)))
        return None


def _tracking(body: str, notes: list[tuple[str, str]]) -> Tracking | None:
    dataset, training, final = (landmark.findall(body) for landmark in (_DATASET, _TRAINING, _FINAL))
    if final and training and set(final) != set(training):
        notes.append(("training procedure", f"two training runs: {training[0]} and {final[0]}"))
        training = []
    if not dataset and not training:
        return None
    return Tracking(dataset_run=dataset[0] if dataset else None, training_run=training[0] if training else None)


# -- generations -----------------------------------------------------------------------------------------------------


@functools.cache
def _known() -> dict[str, dict[str, str]]:
    """Generation -> section -> digest."""
    raw: Any = msgspec.json.decode((Path(__file__).parent / "generations.json").read_bytes())
    return dict(raw)


def digests(parts: frontmatter.Parts) -> dict[str, str]:
    """The digest of each section with the facts taken out, by the section's heading; `---` is the front matter."""
    found = {"---": _digest(_THUMBNAIL.sub("thumbnail:\n", f"{parts.yaml}\n"))}
    for section in sections.split(_without_facts(parts.body)):
        found[_name(section)] = _digest(section.text)
    return found


def _name(section: sections.Section) -> str:
    title, times = section.key
    return f"{title} {times}" if times else title


def _digest(text: str) -> str:
    return hashlib.blake2b(text.rstrip().encode("utf-8", "replace"), digest_size=6).hexdigest()


def _without_facts(body: str) -> str:
    def blank(match: re.Match[str]) -> str:
        start = match.start()
        text = match[0]
        for group in range(match.re.groups, 0, -1):
            text = text[: match.start(group) - start] + text[match.end(group) - start :]
        return text

    body = _ROW.sub(r"\1", body)
    body = _RULE.sub("\n|---|", _HEADER.sub("\n| Data |", body))
    body = _SLOT.sub("", _LABEL.sub("", body))
    for landmark in _FACTS:
        body = landmark.sub(blank, body)
    return _HTML_ROW.sub(lambda match: f">{match[1]}</td>", body)


def _generation(parts: frontmatter.Parts) -> tuple[str | None, tuple[Edit, ...]]:
    """The generation that most sections of a card come from, and the sections that do not."""
    own = digests(parts)
    fits = {name: len(own.items() & known.items()) for name, known in _known().items()}
    best = max(fits.values())
    if best < _ENOUGH:
        return None, ()
    # Of several that fit as well, the newest: the file is in the order of time.
    name = [name for name, count in fits.items() if count == best][-1]
    known = _known()[name]
    if own == known:
        return name, ()
    texts = {"---": parts.yaml or ""} | {_name(section): section.text for section in sections.split(parts.body)}
    keys = [key for key in {**own, **known} if own.get(key) != known.get(key)]
    return name, tuple(Edit(_place(key), None, texts.get(key)) for key in keys)


def _place(key: str) -> str:
    return "front matter" if key == "---" else f"section: {key}" if key else "before the first heading"
