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


# What R writes on Windows for letters beyond its code page, as code points or as bytes, and Excel for ends of lines.
_BY_NUMBER = re.compile(r"(?:<U\+[0-9A-F]{4,8}>)+")
_BY_BYTES = re.compile(r"(?:<[c-f][0-9a-f]>(?:<[89ab][0-9a-f]>)+)+")
_OF_EXCEL = re.compile(r"_x000[9AD]_")


def _numbered(match: re.Match[str]) -> str:
    numbers = [int(number, 16) for number in re.findall(r"[0-9A-F]{4,8}", match[0])]
    if any(number > 0x10FFFF for number in numbers):
        return match[0]
    return "".join(map(chr, numbers)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _bytes(match: re.Match[str]) -> str:
    try:
        letters = bytes.fromhex(re.sub("[<>]", "", match[0])).decode("utf-8", "surrogatepass")
        return letters.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeError:
        return match[0]


def cell_text(cell: str) -> str:
    """The words of a table's cell, which may hold HTML, or letters as Python, R and Excel write them down.

    `b'caf\\xc3\\xa9'`, `<U+00E9>`, `<c3><a9>` and `_x000D_` are such.
    """
    if "<U+" in cell:
        cell = _BY_NUMBER.sub(_numbered, cell)
    if "><" in cell:
        cell = _BY_BYTES.sub(_bytes, cell)
    if "_x000" in cell:
        cell = _OF_EXCEL.sub("\n", cell)
    if cell[:2] in ("b'", 'b"') and cell.isascii() and _BYTES.fullmatch(cell):
        letters = _ESCAPE.sub(
            lambda mark: chr(int(mark[1], 16)) if mark[1] else _CONTROLS.get(mark[2], mark[2]), cell[2:-1]
        )
        return letters.encode("latin-1").decode("utf-8", "replace")
    return html_to_text(cell) if "</" in cell and _HTML.fullmatch(cell) else cell
