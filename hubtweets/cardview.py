"""A card as the Hub shows it: safe HTML from text that anybody may have written."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@functools.cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"])


def render_comment(text: str) -> str:
    """A discussion's comment as HTML."""
    import nh3

    return nh3.clean(str(_markdown().render(text)))
