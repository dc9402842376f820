"""A card as the Hub shows it: from the text of a README, which anybody may have written, to safe HTML.

`view` reads the card, `article` makes the HTML of it, `page` a whole document that needs nothing else. The HTML holds
no script and loads nothing from outside but the pictures that the card names.
"""

from __future__ import annotations

import base64
import collections
import functools
import hashlib
import html
import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.cardview.sanitize import clean
from hubtweets.errors import CardReadError

if TYPE_CHECKING:
    import jinja2
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_HERE = Path(__file__).parent
_LARGEST = 200_000  # characters of a card: some Markdown and HTML takes a time that grows with the square
_TAGS = 10_000
_MOST = 50  # chips of a kind, examples, rows: a card may have any number, a page may not


class Chip(NamedTuple):
    """One piece of metadata: what kind (`License`, `Tag` …), and what it says."""

    kind: str
    text: str


class Example(NamedTuple):
    """A widget's example: what is typed, and what the model answered (None where the card does not say)."""

    title: str | None
    prompt: str
    output: str | None


class Result(NamedTuple):
    """A line of `model-index`."""

    task: str
    dataset: str
    metric: str
    value: str


class CardView(NamedTuple):
    """A card, read. `data` is the front matter; `problem` says what is wrong with it; `body` is safe HTML."""

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
        body = clean(str(_markdown().render(parts.body)), base_url=base_url)
    return CardView(data, problem, _chips(data), _examples(data), _results(data), body)


def article(card: CardView) -> str:
    """The card as HTML to put into a page that has `stylesheet()`: chips, body, widget examples, results."""
    return _templates().get_template("card.html").render(card=card)


def page(text: str, *, title: str, base_url: str | None = None) -> str:
    """A whole HTML document of one card, styles included; its policy forbids scripts and frames."""
    css = stylesheet()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; img-src https: http: data:; style-src 'sha256-{digest}'; style-src-attr 'unsafe-inline'"
    )
    shown = article(view(text, base_url=base_url))
    return _templates().get_template("page.html").render(title=title, article=shown, css=css, policy=policy)


def render_comment(text: str) -> str:
    """Markdown that is no card, such as a comment, as safe HTML."""
    if len(text) > _LARGEST or text.count("<") > _TAGS:
        return f"<pre>{html.escape(text[:_LARGEST])}</pre>"
    return clean(str(_markdown().render(text)))


@functools.cache
def stylesheet() -> str:
    """The styles of `article`: light and dark, for phone and desk."""
    return (_HERE / "card.css").read_text("utf-8")


# -- front matter ----------------------------------------------------------------------------------------------------

_KINDS = {
    "pipeline_tag": "Task",
    "library_name": "Library",
    "language": "Language",
    "license": "License",
    "base_model": "Base model",
    "datasets": "Dataset",
    "metrics": "Metric",
    "tags": "Tag",
}


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [str(item) for item in values if isinstance(item, str | int | float) and str(item).strip()][:_MOST]


def _chips(data: dict[str, Any]) -> list[Chip]:
    return [Chip(kind, text) for key, kind in _KINDS.items() if key in data for text in _texts(data[key])]


def _examples(data: dict[str, Any]) -> list[Example]:
    widget = data.get("widget")
    found = []
    for example in widget[:_MOST] if isinstance(widget, list) else ():
        if not isinstance(example, dict) or not isinstance(example.get("text"), str):
            continue
        output, title = example.get("output"), example.get("example_title")
        told = output.get("text") if isinstance(output, dict) else None
        found.append(
            Example(None if title is None else str(title), example["text"], told if isinstance(told, str) else None)
        )
    return found


def _results(data: dict[str, Any]) -> list[Result]:
    found = []
    for model in _dicts(data.get("model-index")):
        for result in _dicts(model.get("results")):
            for metric in _dicts(result.get("metrics")):
                names = [_first(part, "name", "type") for part in (result.get("task"), result.get("dataset"), metric)]
                found.append(Result(names[0], names[1], names[2], _first(metric, "value")))
    return found[:_MOST]


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value[:_MOST] if isinstance(item, dict)] if isinstance(value, list) else []


def _first(data: Any, *keys: str) -> str:
    found = data if isinstance(data, dict) else {}
    return next((str(found[key]) for key in keys if found.get(key) is not None), "")


# -- Markdown and templates ------------------------------------------------------------------------------------------


@functools.cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    markdown.core.ruler.push("anchors", _name_headings)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


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


@functools.cache
def _templates() -> jinja2.Environment:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
