"""The pages, and the card as they show it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from hubtweets import cardview
from hubtweets.localhub import LocalHub

CARD = """---
language: en
license: mit
pipeline_tag: text-generation
tags:
- huggingtweets
- <b>bold</b>
widget:
- text: My dream is
  example_title: A dream
  output:
    text: " to fly."
- text: Only a prompt
- 7
model-index:
- name: ada
  results:
  - task: {type: text-generation}
    dataset: {name: Ada's posts, type: posts}
    metrics:
    - {type: perplexity, value: 31.4}
---
# Ada <i>the</i> bot

<div class="inline-flex" style="display:flex"><div style="width: 92px; height: 92px; border-radius: 50%;
background-image: url('https://pictures.test/a.jpg')"></div></div>

| Data | Ada |
| --- | --- |
| Tweets | 7 |

```python
print("<code>")
```

[a file](docs/more.md) and ![a picture](pic.png)
"""


def test_card_as_the_hub_shows_it() -> None:
    view = cardview.view(CARD, base_url="http://hub/ns/ada/resolve/main/")
    assert view.problem is None
    assert [tuple(chip) for chip in view.chips] == [
        ("Task", "text-generation"), ("Language", "en"), ("License", "mit"), ("Tag", "huggingtweets"),
        ("Tag", "<b>bold</b>"),
    ]  # fmt: skip
    assert [example[:3] for example in view.examples] == [
        ("A dream", "My dream is", " to fly."), (None, "Only a prompt", None),
    ]  # fmt: skip
    assert [result[:4] for result in view.results] == [("text-generation", "Ada's posts", "perplexity", "31.4")]
    body = HTMLParser(view.body)
    assert body.css_first("h1").attributes["id"] == "ada-the-bot"
    assert body.css_first("h1 i").text() == "the"
    avatar = [node.attributes["style"] or "" for node in body.css("div[style]")][1]
    assert 'background-image:url("https://pictures.test/a.jpg")' in avatar
    assert "border-radius:50%" in avatar
    assert body.css_first("div.inline-flex") is not None
    assert [cell.text() for cell in body.css("td")] == ["Tweets", "7"]
    assert body.css_first("pre code").text() == 'print("<code>")\n'
    assert body.css_first("a").attributes["href"] == "http://hub/ns/ada/resolve/main/docs/more.md"
    assert body.css_first("img").attributes["src"] == "http://hub/ns/ada/resolve/main/pic.png"
    article = HTMLParser(cardview.article(view))
    assert article.css_first(".example").text() == "My dream is to fly."
    assert "<b>bold</b>" in article.css_first(".chips").text()


FEATURES = """---
license: other
license_name: pond
base_model: a/b
base_model_relation: adapter
new_version: c/d
co2_eq_emissions: {emissions: 12.5, source: code carbon}
extra_gated_prompt: Say why.
widget:
- text: a tiger
  output: {url: images/tiger.jpg}
- {src: https://pictures.test/cat.jpg, example_title: Cat}
- {src: https://pictures.test/a.mp3}
- {src: "javascript:alert(1)"}
- messages: [{role: user, content: hi}]
- text: I liked it
  output: [{label: JOY, score: 0.8}, {label: NONE, score: .nan}]
- structuredData: {x: [1, 2]}
- question: Who?
  context: Me, it says.
  output: {answer: Me}
- source_sentence: a
  sentences: [b, c]
model-index:
- name: ada
  results:
  - task: {type: t}
    dataset: {name: Rain, type: rain}
    metrics: [{type: acc, value: 1, verified: true}]
    source: {name: A board, url: "https://board.test/x"}
---
> [!WARNING]
> Careful.

<Gallery />

- [x] done
- [ ] open

Text[^1], $$a^2$$ and \\\\(x\\\\), https://pages.test, `$$no$$`

$$
\\int x
$$

```python
def f(x): return "a"
```

<picture><source srcset="dark.png 2x, javascript:x"><source srcset="dark.png 2x"><img src="light.png" alt="x"></picture>
<video src="a.mp4" onplay="x()"></video> <audio src="a.mp3"></audio>
<input type="text" value="mine"> <a id="results" href="#">x</a>

[^1]: A note.
"""


def test_what_the_hub_makes_of_markdown() -> None:
    """Alerts, footnotes, formulas, boxes, bare links, colours, gallery, pictures for dark pages, sound and film."""
    view = cardview.view(FEATURES, base_url="http://hub/ns/ada/resolve/main/")
    body = HTMLParser(view.body)
    assert body.css_first("div.markdown-alert-warning p.markdown-alert-title").text() == "Warning"
    boxes = [node.attributes for node in body.css("li.task-list-item input")]
    assert ["checked" in box for box in boxes] == [True, False]
    assert all("disabled" in node.attributes and "value" not in node.attributes for node in body.css("input"))
    assert body.css_first("sup.footnote-ref a").attributes["href"] == "#fn1"
    assert "A note." in body.css_first("section.footnotes li#fn1").text()
    assert [node.text() for node in body.css(".math")] == ["a^2", "x", "\\int x"]
    assert body.css_first('a[href="https://pages.test"]').text() == "https://pages.test"
    assert body.css_first("pre code span.k").text() == "def"
    assert body.css_first("div.gallery img").attributes["src"] == "http://hub/ns/ada/resolve/main/images/tiger.jpg"
    assert [node.attributes.get("srcset") for node in body.css("source")] == [
        None, "http://hub/ns/ada/resolve/main/dark.png 2x",
    ]  # fmt: skip
    assert body.css_first("video").attributes["src"] == "http://hub/ns/ada/resolve/main/a.mp4"
    assert "javascript" not in view.body
    assert "onplay" not in view.body
    assert body.css_first("#results") is None


def test_what_the_hub_shows_of_metadata() -> None:
    view = cardview.view(FEATURES, base_url="http://hub/ns/ada/resolve/main/")
    assert [tuple(chip) for chip in view.chips] == [
        ("License", "other"), ("License name", "pond"), ("Base model", "a/b"), ("Relation to the base", "adapter"),
        ("Newer version", "c/d"), ("Emissions", "12.5 g of CO2 equivalents (code carbon)"),
        ("Gated", "access has to be asked for"),
    ]  # fmt: skip
    assert [example.given.element for example in view.examples if example.given] == ["img", "audio"]
    assert [(example.prompt, example.output) for example in view.examples if example.prompt] == [
        ("a tiger", None), ("user: hi", None), ("I liked it", None), ("x: 1, 2", None), ("Who?\nMe, it says.", "Me"),
        ("a\n· b\n· c", None),
    ]  # fmt: skip
    assert [label for example in view.examples for label in example.labels] == [("JOY", 0.8), ("NONE", None)]
    article = HTMLParser(cardview.article(view))
    assert article.css_first("aside a").attributes["href"] == "https://board.test/x"
    assert "verified" in article.css_first("aside table").text()
    assert article.css_first("aside audio").attributes["src"] == "https://pictures.test/a.mp3"


def test_a_page_with_formulas_has_one_script_and_says_which() -> None:
    page = HTMLParser(cardview.page(FEATURES, title="ada"))
    (script,) = page.css("script")
    digest = base64.b64encode(hashlib.sha256(script.text(deep=True).encode()).digest()).decode()
    policy = str(page.css_first("meta[http-equiv]").attributes["content"])
    assert f"script-src 'sha256-{digest}'" in policy
    assert "katex" in script.text()


@pytest.mark.thorough
def test_headings_can_be_linked_to() -> None:
    text = "# What I *do*, `really`!\n\n## Twice\n\n### Twice\n\n" + "# Many\n" * 20_000
    ids = [node.attributes["id"] for node in HTMLParser(cardview.view(text).body).css("h1, h2, h3")]
    assert ids[:4] == ["what-i-do-really", "twice", "twice-1", "many"]
    assert len(set(ids)) == 20_003


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# No front matter\n", "no metadata"),
        ("---\na: [\n---\n# Broken\n", "cannot be read"),
        ("---\n- a list\n---\n# List\n", "cannot be read"),
        ("", "no metadata"),
    ],
)
def test_cards_with_a_problem_say_so(text: str, problem: str) -> None:
    view = cardview.view(text)
    assert problem in str(view.problem)
    assert problem in HTMLParser(cardview.article(view)).css_first(".notice").text()


def test_a_whole_page_needs_nothing_else(shared: Path) -> None:
    for path in sorted((shared / "cards").rglob("*.md")):
        html = cardview.page(path.read_text("utf-8"), title='<ada> & "bo"')
        page = HTMLParser(html)
        assert page.css_first("title").text() == '<ada> & "bo"'
        assert page.css("script, link, iframe") == []
        assert "default-src 'none'" in str(page.css_first("meta[http-equiv]").attributes["content"])


def test_pages(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    web.commit(repo, {"README.md": CARD.encode(), "in/<x>.txt": b"one\n", "b.bin": b"\x00\x01"}, summary="Add <all>")
    web.commit(repo, {"in/<x>.txt": b"two\n"}, summary="Change")
    web.commit(repo, {"in/<x>.txt": b"three\n"}, summary="Propose", create_pr="1")

    def page(path: str) -> HTMLParser:
        answer = web.get(path)
        assert answer.status_code == 200, path
        return HTMLParser(answer.text)

    assert page("/?q=ada").css_first(".repos a").attributes["href"] == f"/{repo}"
    assert page("/huggingtweets").css_first("h1").text() == "huggingtweets"
    assert "Nothing here yet" in page("/datasets").css_first("main").text()
    assert page(f"/{repo}").css_first("article h1").text() == "Ada the bot"
    files = page(f"/{repo}/tree/main")
    assert [link.text() for link in files.css("td:first-child a")] == ["in/", ".gitattributes", "README.md", "b.bin"]
    inside = page(f"/{repo}/tree/main/in").css_first("td a")
    assert inside.attributes["href"] == f"/{repo}/blob/main/in/%3Cx%3E.txt"
    assert page(inside.attributes["href"]).css_first("pre").text() == "two\n"
    assert "not shown" in page(f"/{repo}/blob/main/b.bin").css_first(".notice").text()
    history = page(f"/{repo}/commits/main")
    assert [link.text() for link in history.css(".history a")] == ["Change", "Add <all>", "initial commit"]
    diff = page(str(history.css_first(".history a").attributes["href"]))
    assert [line.text().strip() for line in diff.css(".removed, .added")] == ["-one", "+two"]
    assert page(f"/{repo}/commit/{web.sha(repo)}").css_first("h2").text() == "Change"
    assert page(f"/{repo}/discussions").css_first(".repos a").text() == "Propose"
    proposal = page(f"/{repo}/discussions/1")
    assert [line.text().strip() for line in proposal.css(".removed, .added")] == ["-two", "+three"]
    for path in (
        "/nobody",
        "/huggingtweets/none",
        f"/{repo}/tree/none",
        f"/{repo}/blob/main/none",
        f"/{repo}/discussions/9",
    ):
        answer = web.get(path)
        assert answer.status_code == 404, path
        assert HTMLParser(answer.text).css_first(".notice") is not None


def test_pages_work_with_the_keyboard(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    web.commit(repo, {"README.md": CARD.encode()})
    page = HTMLParser(web.get(f"/{repo}").text)
    assert page.css_first("body > a.skip").attributes["href"] == "#main"
    assert page.css_first("main#main") is not None
    assert page.css_first("nav.tabs a[aria-current=page]").text() == "Model card"
    assert all(
        table.parent is not None and table.parent.attributes.get("tabindex") == "0" for table in page.css("table")
    )
    assert all(box.attributes.get("id") == "q" for box in HTMLParser(web.get("/").text).css("input"))
    css = web.get("/_style.css").text
    assert ":focus-visible" in css
    assert "prefers-color-scheme: dark" in css
    assert "http" not in css  # nothing is loaded from elsewhere


def test_private_pages_after_login(hub: LocalHub, web: Any, as_web: Callable[..., Any]) -> None:
    repo = web.create("huggingtweets/secret", private=True)
    nobody = as_web(hub, "")
    assert nobody.get(f"/{repo}").status_code == 404
    asked = nobody.get("/_login")
    assert (asked.status_code, asked.headers["WWW-Authenticate"].split()[0]) == (401, "Basic")
    assert nobody.get("/_login", auth=("me", hub.token)).headers["Location"] == "/"
    assert nobody.get(f"/{repo}", auth=("me", hub.token)).status_code == 200
    assert nobody.get(f"/{repo}", auth=("me", "hf_wrong")).status_code == 401
