"""README.md is shown by package indexes too: every address in it is a whole one, and leads to what is there."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from .conftest import ROOT

FILES = re.compile(
    r"https://(?:github\.com/hubtweets/hubtweets/blob|raw\.githubusercontent\.com/hubtweets/hubtweets)/main/"
)


def test_links_and_pictures() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse((ROOT / "README.md").read_text("utf-8"))
    found = [str(one.attrs.get("href") or one.attrs.get("src")) for token in tokens for one in token.children or ()
             if one.type in ("link_open", "image")]  # fmt: skip
    assert len(found) > 10
    for address in found:
        assert address.startswith("https://"), address
        if FILES.match(address):
            assert (ROOT / FILES.sub("", address).partition("#")[0]).is_file(), address
