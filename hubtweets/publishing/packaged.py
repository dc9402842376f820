"""Files of a repo that are made from the package's own templates, beside the card: the notebook, a Space's files."""

from __future__ import annotations

import json
from importlib.resources import files


def packaged(name: str, **facts: object) -> str:
    """What the template `name` of the package makes of facts; the same text each time.

    Filters: `string_literal` for Python, in ASCII, so that nothing in it ends the text; `yaml`; `md` for Markdown.
    """
    import jinja2

    from hubtweets.card import escape, yamltext

    source = (files("hubtweets") / "templates" / "hubtweets" / name).read_text("utf-8")
    environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)  # noqa: S701
    environment.filters |= {"string_literal": _string_literal, "yaml": yamltext.scalar, "md": escape.md}
    return environment.from_string(source).render(**facts)


def _string_literal(value: str) -> str:
    # JSON writes what is beyond 16 bits, such as emoji, as two surrogates, which Python does not put together again
    return json.dumps(value) if value.isascii() else ascii(value)
