"""Markdown as the Hub reads it: GitHub's, with formulas between two dollar signs or two backslashes and brackets, and
code in colours."""

from __future__ import annotations

import collections
import functools
import html
import itertools
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_LARGEST_CODE = 20_000  # characters that are coloured; more is shown plainly
_FORMULAS = (("$$", "$$"), ("\\\\(", "\\\\)"))
_LONGEST_FORMULA = 5_000


def render(text: str) -> str:
    """HTML, which is not safe yet."""
    return str(_markdown().render(text))


@functools.cache
def code_styles() -> str:
    """The styles of code in colours, light and dark."""
    from pygments.formatters import HtmlFormatter

    light, dark = (HtmlFormatter(style=name).get_style_defs("pre code") for name in ("default", "github-dark"))
    kept = [
        [line for line in style.splitlines() if line.startswith("pre code .") and "{ color" in line]
        for style in (light, dark)
    ]
    return "{}\n@media (prefers-color-scheme: dark) {{\n{}\n}}\n".format(*("\n".join(lines) for lines in kept))


@functools.cache
def code_classes() -> frozenset[str]:
    """The classes of `code_styles`."""
    from pygments.token import STANDARD_TYPES

    return frozenset(name for name in STANDARD_TYPES.values() if name)


@functools.cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.gfm import gfm_plugin

    markdown = MarkdownIt("commonmark", {"html": True, "highlight": _coloured}).use(gfm_plugin)
    markdown.inline.ruler.before("escape", "formula", _formula)
    markdown.block.ruler.before("fence", "formula_block", _formula_block, {"alt": ["paragraph", "blockquote"]})
    markdown.add_render_rule("formula", _formula_html)
    markdown.add_render_rule("formula_block", _formula_html)
    markdown.core.ruler.push("anchors", _name_headings)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


def _coloured(code: str, language: str, _attributes: str) -> str:
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    if not language or len(code) > _LARGEST_CODE:
        return ""
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return ""
    return str(highlight(code, lexer, HtmlFormatter(nowrap=True)))


def _formula(state: StateInline, silent: bool) -> bool:
    for opening, closing in _FORMULAS:
        if not state.src.startswith(opening, state.pos):
            continue
        start = state.pos + len(opening)
        end = state.src.find(closing, start, min(state.posMax, start + _LONGEST_FORMULA))
        if end <= start:
            return False
        if not silent:
            token = state.push("formula", "span", 0)
            token.content = state.src[start:end].strip()
            token.meta = {"display": opening == "$$"}
        state.pos = end + len(closing)
        return True
    return False


def _formula_block(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """A formula on lines of its own, whose `$$` stand alone."""
    if state.is_code_block(first) or state.getLines(first, first + 1, state.blkIndent, False).strip() != "$$":
        return False
    last = next(
        (
            line
            for line in range(first + 1, min(end, first + 200))
            if state.getLines(line, line + 1, state.blkIndent, False).strip() == "$$"
        ),
        None,
    )
    if last is None:
        return False
    if not silent:
        token = state.push("formula_block", "div", 0)
        token.content = state.getLines(first + 1, last, state.blkIndent, False).strip()
        token.meta = {"display": True}
        token.map = [first, last + 1]
    state.line = last + 1
    return True


def _formula_html(self: Any, tokens: list[Token], place: int, options: Any, env: Any) -> str:  # noqa: ARG001
    token = tokens[place]
    kind = "math display" if token.meta["display"] else "math"
    return f'<{token.tag} class="{kind}">{html.escape(token.content)}</{token.tag}>'


def _name_headings(state: StateCore) -> None:
    """Give every heading an id as GitHub does; of several that are alike, the second is `name-1`."""
    taken: collections.Counter[str] = collections.Counter()
    for token, inline in itertools.pairwise(state.tokens):
        if token.type == "heading_open":
            title = "".join(part.content for part in inline.children or () if part.type in ("text", "code_inline"))
            name = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
            number = taken[name]
            taken[name] += 1
            token.attrSet("id", f"{name}-{number}" if number else name)


def _table_open(self: Any, tokens: list[Token], place: int, options: Any, env: Any) -> str:  # noqa: ARG001
    # A wide table scrolls by itself, and can be reached with the keyboard for that.
    return '<div class="scroll" tabindex="0"><table>\n'


def _table_close(self: Any, tokens: list[Token], place: int, options: Any, env: Any) -> str:  # noqa: ARG001
    return "</table></div>\n"
