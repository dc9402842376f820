"""The social picture of a model: who it imitates, that it is a bot, and what it writes. The same bytes each time.

The fonts are part of the package: Noto Sans (OFL), and Twemoji for emoji; others are used where somebody asks for them.
A text with a letter that none of them has is left out, for a row of boxes says nothing; `Picture.left_out` tells which
and why.
"""

from __future__ import annotations

import functools
import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import regex
from markupsafe import escape

from hubtweets._shared.disk import sha256
from hubtweets._shared.text import one_line
from hubtweets.card.picture_fonts import Fonts, asked_for, fonts
from hubtweets.card.templates import FAILURES
from hubtweets.errors import MissingExtraError, TemplateError
from hubtweets.record import Account, ModelRecord

WIDTH, HEIGHT = 1200, 648

FILE = "predictions.png"
"""What it is called beside the card."""

_MOST_AVATARS = 3
_MOST_SAMPLES = 3
_FITS = ((190, 60), (190, 50), (190, 42), (150, 36), (110, 36), (80, 36), (50, 36))
"""Characters of a sample and pixels of its letters, best first: the first that fits is taken."""

_HEAD, _FACE, _NEXT_FACE = 858, 126, 84
"""The room for faces and names beside the label, and what the first face takes of it and each that it half hides."""

_NAME_SIZES, _HANDLE_SIZE = (52, 46, 40, 35, 31, 28), 28

_ROOM = 556
"""Where the last sample has to end, in pixels from the top: the line at the bottom is below."""

LAYOUT = "picture.html.j2"
"""What a layout is called, beside a card's template."""


class Picture(NamedTuple):
    """A picture, or None where nothing could be shown; `left_out` has what is not on it, with the reason."""

    png: bytes | None
    left_out: tuple[str, ...] = ()


def is_possible() -> bool:
    """Whether pictures can be drawn here: with the extra `picture`."""
    return find_spec("takumi_py") is not None


def key(record: ModelRecord, avatars: Mapping[str, bytes | str] | None = None, layout: Path | None = None) -> str:
    """Twelve letters that tell what a picture shows: another name, sample, avatar or own layout is another picture.

    `avatars` are images, or their SHA-256, by the handles whose they are.
    """
    shown: list[object] = [record.repo_id, [(account.handle, account.name) for account in record.accounts]]
    shown.append([(sample.prompt, sample.text) for sample in record.samples])
    images = sorted((avatars or {}).items())
    shown.append({handle: image if isinstance(image, str) else sha256(image) for handle, image in images})
    shown.append(_source(layout) if layout is not None else None)
    texts = [text for account in record.accounts for text in (account.handle, account.name)]
    texts += [text for sample in record.samples for text in (sample.prompt, sample.text)]
    shown += fonts(asked_for()).needed(texts)
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:12]


def layout_beside(template: str | None) -> Path | None:
    """The layout of one's own, `picture.html.j2` beside a card template of one's own (a path), or None."""
    if template is None or not ("/" in template or "\\" in template):
        return None
    path = Path(template.partition("@")[0])
    layout = (path if path.is_dir() else path.parent) / LAYOUT
    return layout if layout.is_file() else None


def draw(
    record: ModelRecord,
    avatars: Mapping[str, bytes] | None = None,
    *,
    layout: Path | None = None,
    more_fonts: Sequence[Path] = (),
) -> Picture:
    """The picture of `record`.

    Args:
        record: the facts; its text is taken for hostile.
        avatars: images (PNG, JPEG or WebP) by the handles whose they are; others get a letter.
        layout: a template of HTML and CSS in place of the package's own.
        more_fonts: for scripts that the package has no font for, beside those that `HUBTWEETS_PICTURE_FONTS` names.

    Raises:
        MissingExtraError: without the extra `picture`.
        UsageError: when one of the fonts is none.
        TemplateError: when the layout fails.
    """
    if not is_possible():
        raise MissingExtraError("The picture", extra="picture")
    import takumi_py

    left_out: list[str] = []
    drawn_with = fonts((*asked_for(), *more_fonts))
    shown_text = functools.partial(_shown, drawn_with)
    names = [name for account in record.accounts if (name := shown_text(account.name, "a name", left_out))]
    handles = [
        f"@{handle}" for account in record.accounts if (handle := shown_text(account.handle, "a handle", left_out))
    ]
    title = _and(names) or _and(handles)
    samples = []
    for sample in record.samples:
        prompt = shown_text(sample.prompt, "a prompt", left_out)
        text = shown_text(sample.text, "a sample", left_out)
        if text and prompt is not None:
            samples.append((prompt, text))
    if not title or not samples:
        return Picture(None, (*left_out, "there is no name or no sample that the fonts here can show"))
    faces = record.accounts[:_MOST_AVATARS]
    images = {
        f"avatar:{account.handle}": (avatars or {})[account.handle]
        for account in faces
        if account.handle in (avatars or {})
    }
    others = len(faces) - 1 + (len(record.accounts) > len(faces))
    room = _HEAD - _FACE - others * _NEXT_FACE
    names_shown, name_size = _fitting(drawn_with, title, room, _NAME_SIZES, 800)
    shown = {
        "accounts": [_face(drawn_with, account, images) for account in faces],
        "more": len(record.accounts) - len(faces),
        "names": names_shown,
        "name_size": name_size,
        "handles": _fitting(drawn_with, " · ".join(handles), room, (_HANDLE_SIZE,), 400)[0],
        "label": "AI BOT",
        "repo_id": record.repo_id,
    }
    for count in range(min(_MOST_SAMPLES, len(samples)), 0, -1):
        for length, size in _FITS:
            rows = [_row(prompt, text, length) for prompt, text in samples[:count]]
            html, css = _page(drawn_with, {**shown, "samples": rows, "size": size}, layout)
            if _bottom(drawn_with, html, css, layout) <= _ROOM:
                try:
                    png = drawn_with.renderer.render_html(
                        html, stylesheets=[css], images=list(images.items()), width=WIDTH, height=HEIGHT
                    )
                except takumi_py.ResourceError:
                    if not images:
                        raise
                    told = "an avatar: it is no picture that can be drawn"
                    without = draw(record, layout=layout, more_fonts=more_fonts)
                    return without._replace(left_out=(*without.left_out, told))
                return Picture(png, tuple(left_out))
    return Picture(None, (*left_out, "no sample fits"))


def _row(prompt: str, text: str, length: int) -> dict[str, str]:
    prompt = _cut(prompt, length // 2)
    space = "" if not prompt or text[:1] in ",.;:!?" else " "
    return {
        "prompt": prompt,
        "text": space + _cut(text, length - len(prompt)),
        "direction": _direction(prompt + text),
    }


def _page(drawn_with: Fonts, shown: Mapping[str, Any], layout: Path | None = None) -> tuple[str, str]:
    """HTML and style sheet."""
    try:
        html = _template(layout).render(picture=shown, families=drawn_with.families)
    except FAILURES as error:
        raise _failed(layout, str(error)) from None
    _, _, rest = html.partition("<style>")
    css, _, body = rest.partition("</style>")
    return body.strip(), css


def _failed(layout: Path | None, why: str) -> TemplateError:
    return TemplateError(
        f"The layout of the picture fails: {one_line(why)[:200]}.",
        template=str(layout or LAYOUT),
        hint="Compare it with templates/hubtweets/picture.html.j2, which comes with hubtweets.",
    )


def _source(layout: Path | None) -> str:
    """The text of a layout.

    Raises:
        TemplateError: when it cannot be read.
    """
    try:
        return (layout or files("hubtweets") / "templates" / "hubtweets" / LAYOUT).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _failed(layout, str(error)) from None


def forget() -> None:
    """Forget layouts, which may have changed on disk."""
    _template.cache_clear()


@functools.cache
def _template(layout: Path | None) -> Any:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_source(layout))


def _bottom(drawn_with: Fonts, html: str, css: str, layout: Path | None) -> float:
    """Where the last sample ends, in pixels from the top."""
    page = drawn_with.renderer.measure_html(html, stylesheets=[css], width=WIDTH, height=HEIGHT)
    while len(page.children) == 1:  # what wraps the page
        page = page.children[0]
    try:
        last = page.children[1].children[-1]
    except IndexError:
        raise _failed(layout, "what comes second in it has no samples inside") from None
    return float(last.transform[5] + last.height)


def _fitting(drawn_with: Fonts, text: str, room: int, sizes: tuple[int, ...], weight: int) -> tuple[str, int]:
    """The text on one line in the largest of the sizes that fits; cut in the smallest where none does."""
    for size in sizes:
        if len(text) * size < 4 * room and _width(drawn_with, text, size, weight) <= room:
            return text, size
    low, high = 1, min(len(text), 4 * room // size)  # longer ones never fit: no letter is that narrow
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if _width(drawn_with, _cut(text, middle), size, weight) <= room else (low, middle - 1)
        )
    return _cut(text, low), size


def _width(drawn_with: Fonts, text: str, size: int, weight: int) -> float:
    families = drawn_with.families
    css = (
        ".page { display: flex; } "
        f".line {{ font-family: {families}; font-size: {size}px; font-weight: {weight}; white-space: nowrap; }}"
    )
    html = f'<div class="page"><div class="line">{escape(text)}</div></div>'
    page = drawn_with.renderer.measure_html(html, stylesheets=[css], width=20 * WIDTH, height=HEIGHT)
    return float(page.children[0].width)


def _shown(drawn_with: Fonts, text: str, what: str, left_out: list[str]) -> str | None:
    """The text as one line without signs that no font here has; None where it has a letter or digit that none has."""
    kept = []
    for cluster in regex.findall(r"\X", one_line(text)):
        if lacking := next((character for character in cluster if not drawn_with.has(character)), None):
            if unicodedata.category(lacking)[0] in "LN":
                letter = unicodedata.name(lacking, f"U+{ord(lacking):04X}")
                left_out.append(f"{what}: no font here has {letter}")
                return None
        else:
            kept.append(cluster)
    return " ".join("".join(kept).split())


def _cut(text: str, most: int) -> str:
    """At most so many characters, cut between words or else between graphemes, never inside one."""
    if len(text) <= most:
        return text
    at = text.rfind(" ", most // 2, most)
    if at < 0:
        at = 0
        for cluster in regex.finditer(r"\X", text[: most + 100]):
            if cluster.end() >= most and at:
                break
            at = cluster.end()
    return f"{text[:at].rstrip()}…"


def _direction(text: str) -> str:
    """`rtl` where the first strong character says so."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def _face(drawn_with: Fonts, account: Account, images: Mapping[str, bytes]) -> dict[str, str | None]:
    seen = _shown(drawn_with, account.name, "a name", []) or account.handle
    clusters = regex.findall(r"\X", seen)
    letter = next((one for one in clusters if one[0].isalpha()), clusters[0] if clusters else "?").upper()
    avatar = f"avatar:{account.handle}"
    return {"avatar": avatar if avatar in images else None, "letter": _shown(drawn_with, letter, "a letter", []) or "?"}


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " & " + names[-1] if names else ""
