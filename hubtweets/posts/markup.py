"""The words of posts that come as HTML."""

from __future__ import annotations

import re

HTML_LIMIT = 100_000
"""Characters of one post's HTML that are read; servers allow toots of 500 to some 10,000."""

# Elements that a browser shows on lines of their own (https://html.spec.whatwg.org/#flow-content-3).
_BLOCKS = (
    "address, article, aside, blockquote, dd, details, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, "
    "h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, pre, section, summary, table, td, th, tr, ul"
)
_UNSEEN = "script, style, template, .quote-inline"  # the last repeats the address of a quoted toot


def html_to_text(html: str) -> str:
    """The words of a post: a line break for `<br>` and around each block, an empty line between paragraphs, links in
    full, no markup. What is longer than `HTML_LIMIT` is cut.
    """
    if "<" not in html and "&" not in html:
        return html.strip()
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html[:HTML_LIMIT])
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css("br"):
        node.replace_with("\n")
    for node in tree.css("p"):
        node.insert_after("\n\n")
    for node in tree.css(_BLOCKS):
        node.insert_before("\n")
        node.insert_after("\n")
    return tree.body.text().strip() if tree.body else ""


_HTML = re.compile(r"\s*<(p|div|span|article|blockquote)\b[^<>]{0,300}>.*</\1>\s*", re.DOTALL | re.IGNORECASE)
_BYTES = re.compile(r"b'[^']*(?:\\'[^']*)*'|b\"[^\"]*(?:\\\"[^\"]*)*\"", re.ASCII)
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|([nrt'\"\\]))")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}


def cell_text(cell: str) -> str:
    """The words of a table's cell, which may hold HTML, or bytes as Python writes them down (`b'caf\\xc3\\xa9'`)."""
    if cell[:2] in ("b'", 'b"') and cell.isascii() and _BYTES.fullmatch(cell):
        letters = _ESCAPE.sub(
            lambda mark: chr(int(mark[1], 16)) if mark[1] else _CONTROLS.get(mark[2], mark[2]), cell[2:-1]
        )
        return letters.encode("latin-1").decode("utf-8", "replace")
    return html_to_text(cell) if "</" in cell and _HTML.fullmatch(cell) else cell
