"""What HTML the Hub lets through: the elements of a document, with the styles of the avatar rows, and no more."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from hubtweets.cardview.markdown import code_classes

if TYPE_CHECKING:
    import nh3

COMPONENTS = frozenset({"Gallery"})
"""Elements that the Hub draws itself (https://huggingface.co/docs/hub/model-cards-components)."""

_TAGS = frozenset(
    """
    a abbr audio b blockquote br caption center cite code col colgroup dd del details div dl dt em figcaption figure h1
    h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong
    sub summary sup table tbody td tfoot th thead tr track tt u ul var video
    """.split()  # noqa: SIM905
)
# Elements whose text is no text of the card either.
_WITH_CONTENT = frozenset(
    """
    script style iframe object embed template noscript svg math title textarea select noembed xmp
    """.split()  # noqa: SIM905
)
_ATTRIBUTES = {
    "*": {"align", "dir", "lang", "style", "title", "valign", "width", "height"},
    "a": {"href", "id", "name"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "input": {"checked", "disabled", "type"},
    "div": {"tabindex"},
    "h1": {"id"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
    "img": {"alt", "src"},
    "li": {"id", "value"},
    "ol": {"start", "type"},
    "audio": {"controls", "loop", "muted", "src"},
    "video": {"controls", "loop", "muted", "playsinline", "src"},
    "source": {"media", "src", "srcset", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}  # fmt: skip
# Nothing that takes an element out of its place and over the page around it.
_STYLES = frozenset(
    """
    background-color background-image background-position background-repeat background-size border border-collapse
    border-color border-radius border-style border-width color display flex flex-direction flex-wrap float font-size
    font-style font-weight gap align-items justify-content height line-height list-style-type margin margin-bottom
    margin-left margin-right margin-top max-height max-width min-width opacity padding padding-bottom padding-left
    padding-right padding-top text-align text-decoration vertical-align white-space width
    """.split()  # noqa: SIM905
)
_SCHEMES = frozenset({"data", "http", "https", "mailto"})  # data: for pictures only, see `keep`
# The Hub's own style sheet makes these boxes; the avatar rows of older cards need them.
_CLASSES = frozenset(
    """
    display flex flex-col flex-row flex-wrap gallery inline-flex items-center justify-center math scroll
    """.split()  # noqa: SIM905
)


_ALERTS = {
    "markdown-alert", *(f"markdown-alert-{kind}" for kind in ("note", "tip", "important", "warning", "caution"))
}  # fmt: skip
_FOOTNOTE = re.compile(r"fn(?:ref)?\d{1,6}(?::\d{1,6})?")


def clean(html: str, *, base_url: str | None = None) -> str:
    """`html` without anything that could run, load, submit or cover; relative addresses lead to `base_url`."""
    return _cleaner(base_url).clean(html)


def _is_data(value: str, kind: str = "") -> bool:
    """Whether an address is `data:` of a kind; browsers skip blanks and control characters in the scheme."""
    return "".join(char for char in value[:64] if char > " ").lower().startswith(f"data:{kind}")


def _joined(srcset: str, base_url: str | None) -> str | None:
    """The addresses of a `srcset`: of the web, and of files beside the card."""
    found = []
    for candidate in srcset[:5_000].split(","):
        url, *size = candidate.split()[:2] or [""]
        try:
            scheme = urlsplit(url).scheme.lower()
        except ValueError:
            return None
        if scheme not in ("", "http", "https") or not url:
            return None
        found.append(" ".join([urljoin(base_url, url) if base_url and not scheme else url, *size]))
    return ", ".join(found)


@functools.lru_cache(maxsize=64)
def _cleaner(base_url: str | None) -> nh3.Cleaner:
    import nh3

    def keep(tag: str, name: str, value: str) -> str | None:
        if name == "tabindex":
            return value if value == "0" else None
        if tag == "input":  # a box of a task list, and nothing that can be used
            return value if name != "type" or value == "checkbox" else None
        if name == "id" and tag in ("a", "li"):
            return value if _FOOTNOTE.fullmatch(value) else None
        if name == "srcset":
            return _joined(value, base_url)
        if name in ("src", "href") and base_url and not value.startswith(("#", "/")):
            try:
                if not urlsplit(value).scheme:
                    return urljoin(base_url, value)
            except ValueError:
                return None
        return None if _is_data(value) and not (tag == "img" and _is_data(value, "image/")) else value

    return nh3.Cleaner(
        tags=set(_TAGS),
        clean_content_tags=set(_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=keep,
        allowed_classes={
            "div": set(_CLASSES) | _ALERTS,
            "p": {"markdown-alert-title"},
            "span": {"math", "display"} | code_classes(),
            "ul": {"contains-task-list"},
            "li": {"task-list-item", "footnote-item"},
            "sup": {"footnote-ref"},
            "section": {"footnotes"},
            "a": {"footnote-backref"},
        },
        url_schemes=set(_SCHEMES),
        filter_style_properties=set(_STYLES),
        set_tag_attribute_values={
            "img": {"loading": "lazy", "referrerpolicy": "no-referrer"},
            "input": {"disabled": "", "type": "checkbox"},
            "audio": {"preload": "none"},
            "video": {"preload": "none"},
        },
        link_rel="nofollow noopener noreferrer",
    )
