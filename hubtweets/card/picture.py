"""The social picture of a model: who it imitates, that it is a bot, and what it writes. The same bytes each time.

The fonts are part of the package (Noto Sans, OFL). A text with a character that none of them has is left out, for a row
of boxes says nothing; `Picture.left_out` tells which and why.
"""

from __future__ import annotations

import bisect
import functools
import json
import unicodedata
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from typing import Any, NamedTuple

from hubtweets._shared.text import one_line
from hubtweets.errors import MissingExtraError
from hubtweets.record import Account, ModelRecord

WIDTH, HEIGHT = 1200, 648

FILE = "predictions.png"
"""What it is called beside the card."""

_MOST_AVATARS = 3
_MOST_SAMPLES = 3
_FITS = ((190, 60), (190, 50), (190, 42), (150, 36), (110, 36), (80, 36), (50, 36))
"""Characters of a sample and pixels of its letters, best first: the first that fits is taken."""

_HEAD, _FACE, _EM, _SMALLEST_NAME = 870, 126, 0.66, 26
"""The room for faces and names beside the label, and a face's (pixels); a wide letter (em), and the smallest name."""

_ROOM = 556
"""Where the last sample has to end, in pixels from the top: the line at the bottom is below."""

_JOINERS = "\u200c\u200d"


class Picture(NamedTuple):
    """A picture, or None where nothing could be shown; `left_out` has what is not on it, with the reason."""

    png: bytes | None
    left_out: tuple[str, ...] = ()


def draw(record: ModelRecord, avatars: Mapping[str, bytes] | None = None) -> Picture:
    """The picture of `record`.

    Args:
        record: the facts; its text is taken for hostile.
        avatars: images (PNG, JPEG or WebP) by the handles whose they are; others get a letter.

    Raises:
        MissingExtraError: without the extra `picture`.
    """
    if find_spec("takumi_py") is None:
        raise MissingExtraError("The picture", extra="picture")
    left_out: list[str] = []
    names = [name for account in record.accounts if (name := _shown(account.name, "a name", left_out))]
    handles = [f"@{handle}" for account in record.accounts if (handle := _shown(account.handle, "a handle", left_out))]
    title = _and(names) or _and(handles)
    samples = []
    for sample in record.samples:
        prompt = _shown(sample.prompt, "a prompt", left_out)
        text = _shown(sample.text, "a sample", left_out)
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
    room = _HEAD - len(faces) * _FACE
    names_shown = _cut(title, int(room / (_SMALLEST_NAME * _EM)))
    shown = {
        "accounts": [_face(account, images) for account in faces],
        "names": names_shown,
        "name_size": max(_SMALLEST_NAME, min(52, int(room / (len(names_shown) * _EM)))),
        "handles": _cut(" · ".join(handles), int(room / (28 * _EM))),
        "label": "AI BOT",
        "repo_id": record.repo_id,
    }
    for count in range(min(_MOST_SAMPLES, len(samples)), 0, -1):
        for length, size in _FITS:
            rows = [_row(prompt, text, length) for prompt, text in samples[:count]]
            html, css = _page({**shown, "samples": rows, "size": size})
            if _bottom(html, css) <= _ROOM:
                resources = list(images.items())
                png = _renderer().render_html(html, stylesheets=[css], images=resources, width=WIDTH, height=HEIGHT)
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


def _page(shown: Mapping[str, Any]) -> tuple[str, str]:
    """HTML and style sheet."""
    html = _template().render(picture=shown, families=", ".join(f'"{name}"' for name, _ in _fonts()))
    _, _, rest = html.partition("<style>")
    css, _, body = rest.partition("</style>")
    return body.strip(), css


@functools.cache
def _template() -> Any:
    import jinja2

    source = (files("hubtweets") / "templates" / "hubtweets" / "picture.html.j2").read_text("utf-8")
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source)


@functools.cache
def _fonts() -> tuple[tuple[str, bytes], ...]:
    folder = files("hubtweets") / "card" / "fonts"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".woff2")), key=lambda one: one.name)
    latin_first = sorted(found, key=lambda one: "-latin-wght" not in one.name)
    return tuple((one.name.removesuffix("-wght-normal.woff2"), one.read_bytes()) for one in latin_first)


@functools.cache
def _renderer() -> Any:
    import takumi_py

    fonts = [takumi_py.FontResource(data=data, name=name) for name, data in _fonts()]
    return takumi_py.Renderer(load_default_fonts=False, fonts=fonts)


def _bottom(html: str, css: str) -> float:
    """Where the last sample ends, in pixels from the top."""
    page = _renderer().measure_html(html, stylesheets=[css], width=WIDTH, height=HEIGHT)
    while len(page.children) == 1:  # what wraps the page
        page = page.children[0]
    samples = page.children[1]
    last = samples.children[-1]
    return float(last.transform[5] + last.height)


@functools.cache
def _coverage() -> tuple[list[int], list[int]]:
    ranges = json.loads((files("hubtweets") / "card" / "fonts" / "coverage.json").read_text("utf-8"))
    return [first for first, _ in ranges], [last for _, last in ranges]


def _shown(text: str, what: str, left_out: list[str]) -> str | None:
    """The text as one line without emoji; None where a letter of it has no font here."""
    firsts, lasts = _coverage()
    kept = []
    for character in one_line(text):
        at = bisect.bisect_right(firsts, ord(character)) - 1
        if at >= 0 and ord(character) <= lasts[at]:
            kept.append(character)
        elif unicodedata.category(character)[0] in "LN":
            letter = unicodedata.name(character, f"U+{ord(character):04X}")
            left_out.append(f"{what}: no font here has {letter}")
            return None
    return " ".join("".join(kept).split())


def _cut(text: str, most: int) -> str:
    """At most so many characters, cut between words or else between letters, never inside one."""
    if len(text) <= most:
        return text
    at = text.rfind(" ", most // 2, most)
    if at < 0:
        at = most - 1
        while at > 1 and (unicodedata.category(text[at])[0] == "M" or {text[at], text[at - 1]} & set(_JOINERS)):
            at -= 1
    return f"{text[:at].rstrip()}…"


def _direction(text: str) -> str:
    """`rtl` where the first strong character says so."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return "ltr"


def _face(account: Account, images: Mapping[str, bytes]) -> dict[str, str | None]:
    letter = next((one for one in account.name + account.handle if one.isalpha()), "?").upper()
    avatar = f"avatar:{account.handle}"
    return {"avatar": avatar if avatar in images else None, "letter": _shown(letter, "a letter", []) or "?"}


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " & " + names[-1] if names else ""
