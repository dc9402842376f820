"""A card as the Hub shows it: from the text of a README, which anybody may have written, to safe HTML.

`view` reads the card, `article` makes the HTML of it, `page` a whole document that needs nothing else. The HTML holds
no script and loads nothing from outside but the pictures that the card names.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import html
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.cardview import markdown, metadata
from hubtweets.cardview.metadata import Chip, Example, Label, Media, Result
from hubtweets.cardview.sanitize import clean
from hubtweets.errors import CardReadError

if TYPE_CHECKING:
    import jinja2

__all__ = [
    "CardView",
    "Chip",
    "Example",
    "Label",
    "Media",
    "Result",
    "article",
    "formulas",
    "has_formulas",
    "page",
    "render_comment",
    "stylesheet",
    "view",
]

_HERE = Path(__file__).parent
_LARGEST = 200_000  # characters of a card: some Markdown and HTML takes a time that grows with the square
_TAGS = 10_000
_GALLERY = re.compile(r"<Gallery\s*/?>(?:\s*</Gallery>)?")
_GALLERY_MARK = '<div class="gallery"></div>'


class CardView(NamedTuple):
    """A card, read. `data` is the front matter; `problem` says what is wrong with it; `body` is safe HTML, in which
    `formulas` draws what is `math`."""

    data: dict[str, Any]
    problem: str | None
    chips: list[Chip]
    examples: list[Example]
    results: list[Result]
    body: str


def view(text: str, *, base_url: str | None = None) -> CardView:
    """Read a card. Relative pictures and links lead to `base_url` (`https://hub/ns/name/resolve/main/`)."""
    parts = frontmatter.split(text)
    data: dict[str, Any] = {}
    problem = None
    if parts.yaml is None:
        problem = "This card has no metadata."
    else:
        try:
            data = frontmatter.load(parts.yaml)
        except CardReadError as error:
            problem = f"The metadata cannot be read: {error.message}"
    if len(parts.body) > _LARGEST or parts.body.count("<") > _TAGS:
        problem = "This card is too large to show as a page."
        body = f"<pre>{html.escape(parts.body[:_LARGEST])}</pre>"
    else:
        body = clean(_GALLERY.sub(_GALLERY_MARK, markdown.render(parts.body)), base_url=base_url)
    examples = metadata.examples(data, base_url)
    if _GALLERY_MARK in body:
        pictures = [example for example in examples if example.made is not None]
        shown = _templates().get_template("gallery.html").render(examples=pictures)
        body = body.replace(_GALLERY_MARK, shown, 1)
    return CardView(data, problem, metadata.chips(data), examples, metadata.results(data), body)


def has_formulas(shown: str) -> bool:
    """Whether there is something for `formulas` to draw in the HTML of a card."""
    return 'class="math' in shown


def article(card: CardView) -> str:
    """The card as HTML to put into a page that has `stylesheet()`: chips, body, widget examples, results."""
    return _templates().get_template("card.html").render(card=card)


def page(text: str, *, title: str, base_url: str | None = None) -> str:
    """A whole HTML document of one card, styles included; its policy forbids frames, and every script but `formulas`,
    which is there only where the card has a formula."""
    css = stylesheet()
    shown = article(view(text, base_url=base_url))
    script = formulas() if has_formulas(shown) else ""
    allowed = f" script-src {_digest(script)};" if script else ""
    policy = (
        f"default-src 'none';{allowed} img-src https: http: data:; media-src https: http:; "
        f"style-src {_digest(css)}; style-src-attr 'unsafe-inline'"
    )
    template = _templates().get_template("page.html")
    return template.render(title=title, article=shown, css=css, policy=policy, script=script)


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@functools.cache
def formulas() -> str:
    """The script that draws the formulas of a page, `drawFormulas()`: KaTeX, as MathML, which needs no styles or fonts.

    KaTeX is held to what TeX may do on somebody else's page: no links, no HTML, and macros end.
    """
    own = (_HERE / "formulas.js").read_text("utf-8")
    return (_HERE / "katex.min.js").read_text("utf-8") + "\n" + own


def render_comment(text: str) -> str:
    """Markdown that is no card, such as a comment, as safe HTML."""
    if len(text) > _LARGEST or text.count("<") > _TAGS:
        return f"<pre>{html.escape(text[:_LARGEST])}</pre>"
    return clean(markdown.render(text))


@functools.cache
def stylesheet() -> str:
    """The styles of `article`: light and dark, for phone and desk."""
    return (_HERE / "card.css").read_text("utf-8") + markdown.code_styles()


@functools.cache
def _templates() -> jinja2.Environment:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
