"""The fonts of the social picture: those of the package, and others where somebody asks for them."""

from __future__ import annotations

import bisect
import functools
import json
import os
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from hubtweets._shared import disk
from hubtweets.errors import UsageError

VARIABLE = "HUBTWEETS_PICTURE_FONTS"
"""Names fonts that are not part of the package, such as one for Japanese: files, or folders of them."""

_FORMATS = "Name a .ttf, .otf or .woff2 file."
_SUFFIXES = (".otf", ".ttf", ".woff2")

Ranges = tuple[list[int], list[int]]
"""Where each range of characters begins, and where it ends."""


class Fonts:
    """What texts are drawn with: the package's own fonts, then `more`, which are asked for what the others lack.

    Raises:
        UsageError: when one of `more` is no font.
    """

    def __init__(self, more: Sequence[Path] = ()) -> None:
        folder = files("hubtweets") / "card" / "fonts"
        found = sorted((one for one in folder.iterdir() if one.name.endswith(".woff2")), key=lambda one: one.name)
        # Latin first, emoji last: digits are no emoji
        found.sort(key=lambda one: ("emoji" in one.name, "-latin-wght" not in one.name))
        own = [(one.name.removesuffix(".woff2").removesuffix("-wght-normal"), one.read_bytes()) for one in found]
        added = [(f"asked-for-{number}", path.read_bytes()) for number, path in enumerate(more)]
        self._resources = [*own[:-1], *added, own[-1]]
        stated = json.loads((folder / "coverage.json").read_text("utf-8"))
        self._own: list[Ranges] = [
            ([first for first, _ in ranges], [last for _, last in ranges]) for ranges in stated.values()
        ]
        self._more = [(disk.sha256(path), _characters(path)) for path in more]

    @functools.cached_property
    def families(self) -> str:
        """As CSS names them."""
        return ", ".join(f'"{name}"' for name, _ in self._resources)

    @functools.cached_property
    def renderer(self) -> Any:
        """What draws with them."""
        import takumi_py

        fonts = [takumi_py.FontResource(data=data, name=name) for name, data in self._resources]
        try:
            return takumi_py.Renderer(load_default_fonts=False, fonts=fonts)
        except takumi_py.FontError as error:
            raise UsageError(f"A font that was asked for cannot be drawn with: {error}.", hint=_FORMATS) from None

    def has(self, character: str) -> bool:
        """Whether one of them has a character."""
        return self._is_own(character) or any(ord(character) in characters for _, characters in self._more)

    def needed(self, texts: Sequence[str]) -> list[str]:
        """The digests of those that were asked for and that texts need."""
        others = {ord(character) for text in texts for character in text if not self._is_own(character)}
        return [digest for digest, characters in self._more if not others.isdisjoint(characters)]

    def _is_own(self, character: str) -> bool:
        for firsts, lasts in self._own:
            at = bisect.bisect_right(firsts, ord(character)) - 1
            if at >= 0 and ord(character) <= lasts[at]:
                return True
        return False


@functools.lru_cache(maxsize=4)
def fonts(more: tuple[Path, ...] = ()) -> Fonts:
    """The package's fonts, with `more`."""
    return Fonts(more)


def asked_for(environment: str | None = None) -> tuple[Path, ...]:
    """The fonts that `VARIABLE` names.

    Raises:
        UsageError: when it names what is not there.
    """
    named = os.environ.get(VARIABLE, "") if environment is None else environment
    found: list[Path] = []
    for name in filter(None, named.split(os.pathsep)):
        path = disk.expanded(name)
        if not path.exists():
            raise UsageError(f"{VARIABLE}: there is no font {path}.", hint="Name files or folders that are there.")
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [one for one in inside if not path.is_dir() or one.suffix.lower() in _SUFFIXES]
    return tuple(found)


def _characters(path: Path) -> frozenset[int]:
    """The characters that a font has."""
    from fontTools.ttLib import TTFont

    try:
        with path.open("rb") as file, TTFont(file, lazy=True, fontNumber=0) as font:
            return frozenset(font.getBestCmap() or ())
    except Exception as error:  # of fontTools, brotli or struct: whatever a damaged file makes them raise
        raise UsageError(f"{path} is no font that can be read: {error}.", hint=_FORMATS) from None
