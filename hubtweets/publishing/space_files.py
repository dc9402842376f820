"""The files of a Space, and what becomes of each: what a person changed stays, and what nobody changed is brought up
to date.

The README's front matter says under `hubtweets` what each file was when it was last written (git's id of it; of the
README itself, without those lines). A file that is that still is nobody's but ours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from hubtweets._shared import frontmatter
from hubtweets._shared.disk import blob_id
from hubtweets.card import CardUpdate, Policy, UpdateKind, yamltext
from hubtweets.card.merging import Conflict
from hubtweets.errors import CardReadError
from hubtweets.publishing.packaged import packaged

README, APP, REQUIREMENTS = "README.md", "app.py", "requirements.txt"

TEMPLATE = "space@1"

GRADIO = "6.31.0"
"""The version of Gradio that a new Space runs, and that the app is tested with."""

_RECORD = re.compile(r"^hubtweets:.*\n(?:(?:[ \t]+.*)?\n)*", re.MULTILINE)
_BORN = re.compile(r"\s*(Check out the configuration reference at \S+)?\s*")


class SpaceRecord(msgspec.Struct, frozen=True):
    """What the front matter of a Space says of its making: `models` is the namespace whose models it offers."""

    template: str
    models: str
    files: dict[str, str]


class SpaceFiles(NamedTuple):
    """What a Space should be: the namespace whose models it offers, and its files, the README without its record."""

    models: str
    files: Mapping[str, bytes]


class SpaceUpdate(NamedTuple):
    """What becomes of a Space: its README, as of a card; the other files to write; and those that people changed."""

    update: CardUpdate
    files: Mapping[str, bytes] = {}


def space_files(title: str, models: str) -> SpaceFiles:
    """The files of a new Space.

    Args:
        title: what it is called.
        models: the namespace whose models it offers.
    """
    facts = {"title": title, "models": models, "gradio": GRADIO, "record": ""}
    names = (README, APP, REQUIREMENTS)
    return SpaceFiles(models, {name: packaged(f"space/{name}.j2", **facts).encode() for name in names})


def update(space: SpaceFiles, text: str | None, there: Mapping[str, str], policy: Policy) -> SpaceUpdate:
    """What becomes of a Space.

    Args:
        space: what it should be.
        text: its README; None where it has none.
        there: git's ids of its files, by path.
        policy: what is done about a file that people changed and that is to become another.
    """
    ours = space.files
    try:
        parts = frontmatter.split(text or "")
        data = frontmatter.load(parts.yaml or "")
        stated = data.get("hubtweets")
        known = msgspec.convert(stated, SpaceRecord) if stated is not None else None
    except CardReadError as error:
        return SpaceUpdate(CardUpdate(kind="unreadable", reason=str(error), damaged=True))
    except msgspec.ValidationError as error:
        why = f"the front matter's `hubtweets` is not a Space's: {error}"
        return SpaceUpdate(CardUpdate(kind="unreadable", reason=why, damaged=True))
    born = known is None and set(there) <= {".gitattributes", README} and _BORN.fullmatch(parts.body) is not None
    if known is None and not born and policy != "keep-ours":
        return SpaceUpdate(CardUpdate(kind="foreign", reason="it is not a Space that hubtweets made"))
    ids: dict[str, str | None] = {name: there.get(name) for name in ours}
    ids[README] = blob_id(_without_record(text).encode()) if text is not None else None
    new = {name: blob_id(content) for name, content in ours.items()}
    as_made = {name: known.files.get(name) if known is not None else None for name in ours}
    edited = [] if born else [name for name in ours if ids[name] not in (as_made[name], new[name])]
    clashes = [name for name in edited if new[name] != as_made[name]]
    stay = [name for name in edited if name not in clashes or policy != "keep-ours"]
    reason = f"people changed {', '.join(edited)}, which {'stay' if len(edited) > 1 else 'stays'}" if edited else None
    if clashes:
        reason = f"people edited what has to change: {', '.join(clashes)}"
        conflicts = tuple(
            Conflict(name, None, text if name == README else None, ours[name].decode()) for name in clashes
        )
        if policy not in ("keep-theirs", "keep-ours"):
            return SpaceUpdate(CardUpdate(kind="conflict", conflicts=conflicts, reason=reason))
    body = text if README in stay and text is not None else ours[README].decode()
    record = SpaceRecord(TEMPLATE, space.models, new)
    readme = body if body == text and known == record else _with_record(body, record)
    changed = {
        name: content for name, content in ours.items() if name not in (README, *stay) and ids[name] != new[name]
    }
    if clashes:
        update = CardUpdate(kind="conflict", text=readme, conflicts=conflicts, settled=True, reason=reason)
    elif text == readme and not changed:
        update = CardUpdate(kind="identical", reason=reason)
    else:
        kind: UpdateKind = "create" if born else "merge" if edited else "update"
        update = CardUpdate(kind=kind, text=readme, reason=reason)
    return SpaceUpdate(update, changed)


def _without_record(text: str) -> str:
    parts = frontmatter.split(text)
    if parts.yaml is None:
        return text
    head = text[: len(text) - len(parts.body)]
    return _RECORD.sub("", head, count=1) + parts.body


def _with_record(text: str, record: SpaceRecord) -> str:
    """A README with the record as the last lines of its front matter, or where it was."""
    lines = yamltext.dump({"hubtweets": msgspec.to_builtins(record)})
    parts = frontmatter.split(text)
    head = text[: len(text) - len(parts.body)] if parts.yaml is not None else "---\n---\n"
    if _RECORD.search(head):
        return _RECORD.sub(lambda _: lines, head, count=1) + parts.body
    before, mark, after = head.rpartition("---")
    return f"{before}{lines}{mark}{after}{parts.body}"
