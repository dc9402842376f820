"""Mastodon exports: only what anybody may read, and boosts told apart."""

from __future__ import annotations

import io
import json
import re
import tarfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.errors import ArchiveError
from hubtweets.posts import Filters, open_source, read_corpus
from hubtweets.posts.sources.mastodon_export import html_to_text

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://social.example/users/me"


class Words(HTMLParser):
    """A second, slower way from HTML to text."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.text += "\n" if tag in ("br", "p") else ""


def words(html: str) -> list[str]:
    parser = Words()
    parser.feed(html)
    return parser.text.split()


def test_a_real_export(shared: Path) -> None:
    path = shared / "data/social/mastodon_export.zip"
    with zipfile.ZipFile(path) as archive:
        items = json.loads(archive.read("outbox.json"))["orderedItems"]
    items = [item for item in items if PUBLIC in item["to"] or PUBLIC in item["cc"]]
    toots = [item["object"] for item in items if item["type"] == "Create"]
    short = 0
    for toot in toots:
        plain = [w for w in words(toot["content"]) if not re.search("http|@|#", w, re.IGNORECASE)]
        short += len(plain) < 3
    source = open_source(str(path))
    corpus = read_corpus(source)
    account = corpus.account
    assert (account.handle, account.name, account.platform) == (
        "dealingwith@indieweb.social",
        "dealingwith",
        "mastodon",
    )
    assert account.counts.downloaded == len(items) == 1511
    assert account.counts.retweets == len(items) - len(toots) == 326
    assert account.counts.short == short
    assert corpus.dropped == {"for followers or mentioned people only": 75}
    assert not any("private post" in post.text for post in source)
    for post, toot in zip((post for post in source if post.kind != "repost"), toots, strict=True):
        assert post.text.split() == words(toot["content"])
        assert post.warning == (toot["summary"] or None)


def toot(number: int, html: str, **more: Any) -> dict[str, Any]:
    to, cc = more.pop("to", [PUBLIC]), more.pop("cc", [f"{ME}/followers"])
    note = {"id": f"{ME}/statuses/{number}", "type": "Note", "content": html, "contentMap": {"en": html}, **more}
    return {"id": f"{note['id']}/activity", "type": "Create", "published": "2024-05-01T10:00:00Z", "to": to, "cc": cc,
            "object": note}  # fmt: skip


ACTOR = {
    "id": ME, "type": "Person", "preferredUsername": "me", "name": "Me 🌻", "url": "https://social.example/@me",
    "icon": {"type": "Image", "url": "avatar.png"},
}  # fmt: skip


def export(folder: Path, items: list[dict[str, Any]] | str, kind: str = "zip") -> Path:
    outbox = items if isinstance(items, str) else json.dumps({"totalItems": 3, "orderedItems": items})
    files = {"actor.json": json.dumps(ACTOR).encode(), "outbox.json": outbox.encode(), "avatar.png": b"\x89PNG"}
    path = folder / f"export.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
    elif kind == "tar.gz":
        with tarfile.open(path, "w:gz") as archive:
            for name, data in files.items():
                info = tarfile.TarInfo(f"./{name}")
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    else:
        path.mkdir()
        for name, data in files.items():
            (path / name).write_bytes(data)
    return path


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "folder"])
def test_what_is_used_and_what_never_is(tmp_path: Path, kind: str) -> None:
    boost = {"id": f"{ME}/statuses/9/activity", "type": "Announce", "published": "2024-05-02T10:00:00Z", "to": [PUBLIC],
             "object": "https://else.example/users/x/statuses/1"}  # fmt: skip
    items = [
        toot(1, "<p>Public</p>"),
        toot(2, "<p>Unlisted</p>", to=[f"{ME}/followers"], cc=[PUBLIC]),
        toot(3, "<p>For followers</p>", to=[f"{ME}/followers"], cc=[]),
        toot(4, "<p>Direct</p>", to=["https://else.example/users/x"], cc=[]),
        toot(5, "<p>@x an answer</p>", inReplyTo="https://else.example/users/x/statuses/7"),
        toot(6, "<p>my thread</p>", inReplyTo=f"{ME}/statuses/1"),
        toot(7, "<p>about a film</p>", summary="spoilers"),
        boost,
        {**boost, "id": f"{ME}/statuses/10/activity", "to": [f"{ME}/followers"]},
    ]
    source = open_source(str(export(tmp_path, items, kind)))
    assert [(post.id, post.text, post.kind) for post in source] == [
        ("1", "Public", "original"),
        ("2", "Unlisted", "original"),
        ("5", "@x an answer", "reply"),
        ("6", "my thread", "original"),
        ("7", "about a film", "original"),
        ("9", "", "repost"),
    ]
    assert [post.answers for post in source] == [None, None, None, "1", None, None]
    assert source.dropped == {"for followers or mentioned people only": 3}
    assert source.account.handle == "me@social.example"
    assert source.account.url == "https://social.example/@me"
    assert source.avatar() == b"\x89PNG"
    corpus = read_corpus(source, filters=Filters(exclude=("warned",), min_words=0), minimum=0)
    assert "about a film" not in corpus.texts
    assert corpus.dropped["warned"] == 1
    named = open_source(str(tmp_path / f"export.{kind}"), handle="@someone").account
    assert (named.handle, named.url) == ("someone", "https://social.example/@me")


def test_html() -> None:
    assert html_to_text("<p>one<br>two &amp; <b>three</b></p><p>four</p>") == "one\ntwo & three\n\nfour"
    assert html_to_text('<p class="quote-inline">RE: x</p><p>mine<script>alert(1)</script></p>') == "mine"
    link = '<a href="https://a.example/b"><span class="invisible">https://</span><span>a.example/b</span></a>'
    assert html_to_text(f"<p>see {link}</p>") == "see https://a.example/b"


@pytest.mark.thorough
def test_html_made_to_keep_a_parser_busy() -> None:
    deep = "<div>" * 10**6 + "words" + "</div>" * 10**6
    assert html_to_text(deep) == ""  # cut before the words; whole, this takes an hour


@given(st.text())
def test_any_text_is_read_as_html(text: str) -> None:
    assert isinstance(html_to_text(text), str)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"orderedItems": [{}]}', '{"orderedItems": 5}'])
@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_a_damaged_export(tmp_path: Path, text: str, kind: str) -> None:
    with pytest.raises(ArchiveError, match=r"outbox\.json"):
        list(open_source(str(export(tmp_path, text, kind))))


def test_a_cut_tar_and_names_outside(tmp_path: Path) -> None:
    path = export(tmp_path, [toot(n, f"<p>{n} {'x' * 500}</p>") for n in range(99)], "tar.gz")
    path.write_bytes(path.read_bytes()[:-80])
    with pytest.raises(ArchiveError, match="tar"):
        list(open_source(str(path)))
    path.write_bytes(b"no tar at all")
    with pytest.raises(ArchiveError, match="no tar"):
        open_source(str(path))
    with tarfile.open(path, "w:gz") as archive:
        archive.addfile(tarfile.TarInfo("../actor.json"))
    with pytest.raises(ArchiveError, match=r"^export\.tar\.gz names a file outside") as caught:
        open_source(str(path))
    assert "somebody else packed" in caught.value.hint


def test_an_export_that_was_packed_again(tmp_path: Path) -> None:
    """`tar czf export.tar.gz .` gives the folder itself a name too."""
    folder = export(tmp_path, [toot(1, "<p>Public</p>")], "folder")
    with tarfile.open(tmp_path / "again.tar.gz", "w:gz") as archive:
        archive.add(folder, ".")
    assert [post.text for post in open_source(str(tmp_path / "again.tar.gz"))] == ["Public"]


@pytest.mark.parametrize("kind", ["zip", "tar.gz", "folder"])
def test_an_export_without_its_posts(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"export.{kind}"
    actor = json.dumps(ACTOR).encode()
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mine/actor.json", actor)
    elif kind == "tar.gz":
        with tarfile.open(path, "w:gz") as archive:
            info = tarfile.TarInfo("mine/actor.json")
            info.size = len(actor)
            archive.addfile(info, io.BytesIO(actor))
    else:
        path.mkdir()
        (path / "actor.json").write_bytes(actor)
    with pytest.raises(ArchiveError, match=r"no outbox\.json") as caught:
        open_source(str(path))
    assert caught.value.hint


def test_an_actor_whose_address_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ACTOR, "id", "https://[x/users/me")
    assert open_source(str(export(tmp_path, []))).account.handle == "me"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/\x1b[31m", 'https://a.example/" b', ""])
def test_an_address_that_is_no_link_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setitem(ACTOR, "url", url)
    monkeypatch.setitem(ACTOR, "icon", {"url": url})
    account = open_source(str(export(tmp_path, [])), handle="someone").account
    assert (account.page, account.avatar_url) == (None, None)
