"""Three-way merge of cards: what people wrote on the Hub survives a re-render.

`base` is what hubtweets wrote (or would have written) the last time, `theirs` is the card as it is now, `ours` is the
new one. The front matter is merged key by key as data, the body section by section, and inside a section by lines
(merge3) or, where those touch, by the blocks that blank lines part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.card import form, metadata, rows, sections, yamltext
from hubtweets.card.aligning import Key, aligned
from hubtweets.card.document import normalised
from hubtweets.card.matching import Matcher
from hubtweets.card.metadata import Entry, Metadata
from hubtweets.card.sections import Section
from hubtweets.errors import CardReadError

Policy = Literal["stop", "keep-theirs", "keep-ours"]

_LISTS = frozenset({"base_model", "datasets", "language", "metrics", "tags", "widget"})
"""Keys of the Hub's model metadata that hold one value or a list of them; lists are merged item by item."""


class Conflict(NamedTuple):
    """One place that people and hubtweets both changed. None stands for what is not there; `line` is where `theirs`
    begins on the card, where that is known."""

    place: str
    base: str | None
    theirs: str | None
    ours: str | None
    line: int | None = None


class MergeResult(NamedTuple):
    """The merged card. With conflicts, `text` is what the policy says: `stop` gives `theirs`, untouched."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


def merge(base: str, theirs: str, ours: str, *, policy: Policy = "stop") -> MergeResult:
    """Bring the changes from `base` to `ours` into `theirs`.

    `merge(b, b, o).text == o`, `merge(b, t, b).text == t` and `merge(b, x, x).text == x`. Line ends and a byte order
    mark stay as they are in `theirs`. With the policies `keep-theirs` and `keep-ours` every conflict is settled for
    one side, key by key and section by section, and still listed.
    """
    if theirs in (base, ours):
        return MergeResult(ours)
    if ours == base:
        return MergeResult(theirs)
    newline = "\r\n" if theirs.count("\r\n") * 2 > theirs.count("\n") else "\n"
    mark = "\ufeff" if theirs.startswith("\ufeff") else ""
    cards = [normalised(text) for text in (base, theirs, ours)]
    clashes = _Clashes(policy)
    was, now, new = (frontmatter.split(text) for text in cards)
    yaml_text = _front_matter(was.yaml, now.yaml, new.yaml, clashes)
    body = _body(was.body, now.body, new.body, clashes)
    conflicts = tuple(clashes.found)
    if conflicts and policy == "stop":
        return MergeResult(theirs, conflicts)
    text = body if yaml_text is None else f"---\n{yaml_text}---\n{body}"
    return MergeResult(mark + text.replace("\n", newline), conflicts)


class _Clashes:
    """The conflicts found so far, each settled for one side."""

    def __init__(self, policy: Policy) -> None:
        self.found: list[Conflict] = []
        self.policy = policy

    def settle(self, place: str, base: str | None, theirs: str | None, ours: str | None) -> str | None:
        """Note a conflict; returns the side that the policy takes."""
        self.found.append(Conflict(place, base, theirs, ours))
        return ours if self.policy == "keep-ours" else theirs


# -- front matter ----------------------------------------------------------------------------------------------------


def _front_matter(base: str | None, theirs: str | None, ours: str | None, clashes: _Clashes) -> str | None:
    if theirs in (base, ours):
        return _ended(ours)
    if ours == base:
        return _ended(theirs)
    inner = _Clashes(clashes.policy)
    try:
        was, now, new = (metadata.parse(metadata.dedented(text or "")) for text in (base, theirs, ours))
        merged = _merge_keys(was, now, new, inner)
        metadata.parse(merged)
    except CardReadError:
        return _ended(clashes.settle("front matter", base, theirs, ours))
    clashes.found.extend(inner.found)
    return merged


def _ended(text: str | None) -> str | None:
    return text if not text or text.endswith("\n") else text + "\n"


def _merge_keys(base: Metadata, theirs: Metadata, ours: Metadata, clashes: _Clashes) -> str:
    merged: dict[str, str] = {}
    for key, entry in theirs.entries.items():
        source = _merge_entry(key, base.entries.get(key), entry, ours.entries.get(key), clashes)
        if source is not None:
            merged[key] = source
    places = {key: place for place, key in enumerate(merged)}
    after: list[list[str]] = [[] for _ in range(len(merged) + 1)]  # what ours has new, at the top and after each key
    last = 0
    for key, entry in ours.entries.items():
        if key not in theirs.entries:
            source = _merge_entry(key, base.entries.get(key), None, entry, clashes)
            if source is not None:
                after[last].append(source)
        last = max(last, places.get(key, -1) + 1)
    texts = [text for source, new in zip(merged.values(), after[1:], strict=True) for text in (source, *new)]
    return "".join([*after[0], *texts]) + theirs.tail


def _merge_entry(
    key: str, base: Entry | None, theirs: Entry | None, ours: Entry | None, clashes: _Clashes
) -> str | None:
    """The key's lines in the merged front matter, or None where it is not in there."""
    if _equal(theirs, ours) or _equal(ours, base):
        return theirs.source if theirs else None
    unchanged = _equal(theirs, base)
    if unchanged and theirs is None:
        return ours.source if ours else None
    if unchanged and ours is None and not _own_comment(base, theirs):
        return None
    if theirs is not None and ours is not None:
        was = base.value if base else None
        merged = ours.value if unchanged else _merge_values(key, was, theirs.value, ours.value)
        source = None if merged is _CLASH else _rewrite(key, merged, base, theirs, ours)
        if source is not None:
            return source
    sources = (entry.source if entry else None for entry in (base, theirs, ours))
    return clashes.settle(f"front matter: {key}", *sources)


def _equal(one: Entry | None, other: Entry | None) -> bool:
    return one is other if one is None or other is None else one.value == other.value


def _own_comment(base: Entry | None, theirs: Entry | None) -> bool:
    """Whether somebody put a comment into this entry."""
    return theirs is not None and theirs.has_comment and (base is None or theirs.source != base.source)


_CLASH: Any = object()


def _merge_values(key: str, base: Any, theirs: Any, ours: Any) -> Any:
    """Both sides' changes to one value, or `_CLASH`."""
    if key in _LISTS:
        base, theirs, ours = (_as_list(value) for value in (base, theirs, ours))
    if isinstance(theirs, list) and isinstance(ours, list) and (base is None or isinstance(base, list)):
        if theirs == ours or ours == base:
            return theirs
        if theirs == base:
            return ours
        was = base or []
        if any(isinstance(item, dict) for item in [*was, *theirs, *ours]):
            return _merge_items(was, theirs, ours)
        if len(was) == len(theirs) == len(ours) == 1:
            return _CLASH
        there, then, new = ({yamltext.inline(item) for item in items} for items in (theirs, was, ours))
        told = [(item, yamltext.inline(item)) for item in theirs]
        kept = [item for item, text in told if text in new or text not in then]
        told = [(item, yamltext.inline(item)) for item in ours]
        return kept + [item for item, text in told if text not in then and text not in there]
    if isinstance(theirs, dict) and isinstance(ours, dict) and isinstance(base, dict):
        merged: dict[str, Any] = {}
        for name in [*theirs, *(name for name in ours if name not in theirs)]:
            three = [side.get(name, _ABSENT) for side in (base, theirs, ours)]
            value = _merge_one(name, *three)
            if value is _CLASH:
                return _CLASH
            if value is not _ABSENT:
                merged[name] = value
        return _without_witnesses(merged, theirs, ours)
    return _CLASH


_WITNESSES = ("verified", "verifyToken", "source", "date")
"""What the Hub's model-index says of a result's value: who measured it, and when."""


def _without_witnesses(merged: dict[str, Any], theirs: dict[str, Any], ours: dict[str, Any]) -> dict[str, Any]:
    """A result whose value, or a list of results' values, has changed loses what vouched for the old one."""
    result = next(
        (name for name in ("value", "metrics") if name in theirs and not isinstance(theirs[name], dict)), None
    )
    if result is None or merged.get(result, _ABSENT) == theirs[result]:
        return merged
    return {name: value for name, value in merged.items() if name not in _WITNESSES or name in ours}


_NAMES = ("handle", "name", "prompt", "step", "text", "type")
"""Keys that tell one mapping of a list from another: accounts, results, metrics, samples, widget examples."""


def _merge_items(base: list[Any], theirs: list[Any], ours: list[Any]) -> Any:
    """A list of mappings, item by item, or `_CLASH`: an item that both sides changed is never there twice."""
    sides = [_fates(base, side) for side in (theirs, ours)]
    merged = []
    for at in range(len(base) + 1):
        new, more = (added[at] for _, added in sides)
        there = {yamltext.inline(item) for item in new} if more else set()
        merged += new + [item for item in more if yamltext.inline(item) not in there]
        if at == len(base):
            break
        three = (base[at], *(fates[at] for fates, _ in sides))
        item = _merge_one("", *three)
        if item is _CLASH or (item not in three and any(_name(side) != _name(base[at]) for side in three)):
            return _CLASH
        if item is not _ABSENT:
            merged.append(item)
    return merged


def _fates(base: list[Any], side: list[Any]) -> tuple[list[Any], list[list[Any]]]:
    """What each item of `base` is in `side`, and what `side` has new before each of them and at the end."""
    fates = list(base)
    added: list[list[Any]] = [[] for _ in range(len(base) + 1)]
    was, now = ([yamltext.inline(item) for item in items] for items in (base, side))
    for tag, start, end, first, last in _opcodes(was, now):
        if tag == "replace" and end - start == last - first:
            fates[start:end] = side[first:last]
        elif tag != "equal":
            fates[start:end] = [_ABSENT] * (end - start)
            added[end] = side[first:last]
    return fates, added


def _name(item: Any) -> tuple[Any, ...]:
    return tuple(item.get(key) for key in _NAMES) if isinstance(item, dict) else ()


_ABSENT: Any = object()


def _merge_one(name: str, base: Any, theirs: Any, ours: Any) -> Any:
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if _ABSENT in (base, theirs, ours):
        return _CLASH
    return _merge_values(f".{name}", base, theirs, ours)


def _as_list(value: Any) -> Any:
    return value if isinstance(value, list) or value is None else [value]


def _rewrite(key: str, value: Any, base: Entry | None, theirs: Entry, ours: Entry) -> str | None:
    """The lines of `key` with its merged value, or None where that would lose somebody's comment.

    Ours or theirs where they say it; else theirs with the lines that ours changed; else written anew.
    """
    commented = _own_comment(base, theirs)
    if value == ours.value and not commented:
        return ours.source
    if value == theirs.value:
        return theirs.source
    lines = _merge_lines(*(sections.split_lines(entry.source if entry else "") for entry in (base, theirs, ours)))
    if lines is not None and _says("".join(lines), key, value):
        return "".join(lines)
    above = _comments_above(theirs.source)
    if commented and Entry(value, theirs.source[len(above) :]).has_comment:
        return None
    return above + yamltext.dump({key: value})


def _says(text: str, key: str, value: Any) -> bool:
    try:
        return metadata.parse(text).data == {key: value}
    except CardReadError:
        return False


def _comments_above(source: str) -> str:
    lines = sections.split_lines(source)
    count = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[:count])


# -- body ------------------------------------------------------------------------------------------------------------


def _body(base: str, theirs: str, ours: str, clashes: _Clashes) -> str:
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    was, new = ({section.key: section for section in sections.split(text)} for text in (base, ours))
    now = aligned(sections.split(theirs), was)
    merged: dict[Key, str] = {}
    for key in [*new, *(key for key in now if key not in new)]:
        text = _section(was.get(key), now.get(key), new.get(key), clashes)
        if text is not None:
            merged[key] = text
    order = [key for key in _order(was, now, new, clashes) if key in merged]
    return _join([merged[key] for key in order], untouched=order == list(new))


def _order(was: dict[Key, Section], now: dict[Key, Section], new: dict[Key, Section], clashes: _Clashes) -> list[Key]:
    """Every section of theirs and ours, in the order of the side that changed it."""
    before, theirs, ours = (
        [key for key in side if key in was and key in now and key in new] for side in (was, now, new)
    )
    lead, other = (new, now) if theirs in (before, ours) else (now, new)
    if before not in (theirs, ours) and theirs != ours:
        told = (
            "".join(f"{side[key].title}\n" for key in keys)
            for side, keys in ((was, before), (now, theirs), (new, ours))
        )
        clashes.settle("order of sections", *told)
        lead, other = (new, now) if clashes.policy == "keep-ours" else (now, new)
    places = {key: place for place, key in enumerate(lead)}
    after: list[list[Key]] = [[] for _ in range(len(lead) + 1)]  # what only the other has, at the top and after each
    last = max((at for at, key in enumerate(other) if key in places), default=-1)
    place = 0
    for at, key in enumerate(other):  # it goes after what it came after there
        if key in places:
            place = places[key] + 1
        else:
            after[len(lead) if at > last else place].append(key)
    return [*after[0], *(name for key, new_ones in zip(lead, after[1:], strict=True) for name in (key, *new_ones))]


def _join(parts: list[str], *, untouched: bool) -> str:
    """The sections one after the other, with a blank line before each where some were moved or left out.

    A code block that a person left open, which is the last thing on their card, ends before what comes after it here.
    """
    for place, part in enumerate(parts[:-1]):
        if fence := sections.open_fence(part):
            parts[place] = f"{part.rstrip()}\n{fence}\n\n"
    if untouched:
        return "".join(parts)
    return "\n\n".join(part.rstrip("\n") for part in parts if part).rstrip("\n") + "\n"


def _section(base: Section | None, theirs: Section | None, ours: Section | None, clashes: _Clashes) -> str | None:
    """The section in the merged body, or None where it is not in there."""
    if _same(theirs, ours) or _same(theirs, base):
        return ours.text if ours else None
    if _same(ours, base):
        return theirs.text if theirs else None
    if theirs is not None and ours is not None:
        was = base.lines if base else []
        lines = _merge_lines(was, theirs.lines, ours.lines)
        if lines is None and base is not None:
            lines = _merge_blocks(was, theirs.lines, ours.lines)
        if lines is None and base is not None:
            lines = _merge_lines(was, form.in_the_form_of(was, theirs.lines), ours.lines)
        if lines is None and base is not None:
            others, added_rows = rows.without(was, theirs.lines)
            lines = _merge_lines(was, form.in_the_form_of(was, others), ours.lines) if added_rows else None
            lines = rows.back(lines, added_rows) if lines is not None else None
        if lines is not None:
            return "".join(lines)
    if theirs is not None and ours is None and base is not None:
        added = _added(base.lines, theirs.lines)
        if added is not None:
            return "".join(added)
    title = next(section.title for section in (theirs, ours, base) if section is not None)
    texts = (None if part is None else part.text for part in (base, theirs, ours))
    return clashes.settle(f"section: {title}" if title else "before the first heading", *texts)


def _same(one: Section | None, other: Section | None) -> bool:
    """Whether two sections say the same: blank lines at the end and what is form alone say nothing."""
    if one is None or other is None:
        return one is other
    return one.lines == other.lines or _meaning(one.lines) == _meaning(other.lines)


def _meaning(lines: list[str]) -> list[str]:
    told = [form.formless(line) for line in lines]
    while told and not told[-1]:
        told.pop()
    return told


def _added(base: list[str], theirs: list[str]) -> list[str] | None:
    """The heading of a section that goes and the blocks that people added to it; None where they changed others."""
    was, now = (sections.blocks(lines) for lines in (base, theirs))
    kept = []
    for tag, _, _, first, last in _opcodes(was, now):
        if tag == "insert":
            kept += now[first:last]
        elif tag != "equal":
            return None
    heading = [now[0]] if now and sections.is_heading(now[0]) else []
    return sections.split_lines("".join(_parted([*heading, *kept]))) if kept else None


def _merge_lines(base: list[str], theirs: list[str], ours: list[str]) -> list[str] | None:
    """merge3's result, or None where both sides changed the same lines."""
    from merge3 import Merge3

    merged: list[str] = []
    matcher: Any = Matcher  # merge3's protocol names the parameters otherwise
    for group in Merge3(base, theirs, ours, sequence_matcher=matcher).merge_groups():
        if group[0] == "conflict":
            return None
        merged.extend(group[1])
    return merged


def _merge_blocks(base: list[str], theirs: list[str], ours: list[str]) -> list[str] | None:
    """`ours` with the blocks that people added to `base`, and those they changed where `ours` still has them.

    A block goes after what `ours` has for the one it came after, or before what it has for the one it came before, or
    else to the section's end; people's blocks keep their order. None where a block that people changed or removed is
    not in `ours` any more, and where a heading of theirs would have nothing under it.
    """
    was, now, new = (sections.blocks(lines) for lines in (base, theirs, ours))
    places = _counterparts(was, new)
    result = list(new)
    limit = len(result)  # where theirs that comes next went
    for tag, start, end, first, last in reversed(_opcodes(was, now)):
        if tag == "equal":
            continue
        at = places.get(start)
        if tag == "insert":
            heading = sections.is_heading(now[last - 1])  # belongs to what follows it
            if at is None or not heading:
                at = places[start - 1] + 1 if start - 1 in places else limit if at is None else at
            if heading and at == len(result):
                return None
        elif at is None or [block.strip() for block in new[at : at + end - start]] != [
            block.strip() for block in was[start:end]
        ]:
            return None
        result[at : at + end - start] = now[first:last]
        limit = at
    return sections.split_lines("".join(_parted(result)))


def _opcodes(one: list[str], other: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    was, now = ([text.strip() for text in texts] for texts in (one, other))
    return Matcher(None, was, now).get_opcodes()


def _counterparts(was: list[str], new: list[str]) -> dict[int, int]:
    """Which block of `new` stands for which of `was`, by number, in order: the same, else one that begins with the
    same two words or is as many blocks away from one that does."""
    found: dict[int, int] = {}
    for tag, start, end, first, last in _opcodes(was, new):
        if tag == "equal":
            found.update(zip(range(start, end), range(first, last), strict=True))
            continue
        begins = (
            [" ".join(block.split(None, 2)[:2]) for block in blocks] for blocks in (was[start:end], new[first:last])
        )
        for _, left, left_end, right, right_end in _opcodes(*begins):
            if left_end - left == right_end - right:
                found.update(
                    zip(range(start + left, start + left_end), range(first + right, first + right_end), strict=True)
                )
    return found


def _parted(blocks: list[str]) -> list[str]:
    """Blocks with a blank line after each but the last, which keeps its own end."""
    return [block.rstrip("\n") + "\n\n" if block.strip() else block for block in blocks[:-1]] + blocks[-1:]
