"""The social picture: the same bytes each time, nothing outside its box, and no boxes for letters without a font."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from hubtweets.card import picture
from hubtweets.errors import TemplateError, UsageError
from hubtweets.record import Account, ModelRecord, Sample, to_json

pytest.importorskip("takumi_py", reason="needs the extra picture")

TEXTS = {
    "one": (["Quill Fen"], [("My dream is", "a slow river 🌅"), ("I love", "the bell at six"), ("", "good morning")]),
    "two": (["Ada", "Grace"], [("I think", "machines dream"), ("Today I", "wrote a compiler, again")]),
    "three": (["Ann Example", "Bob Sample", "Cleo Test"], [("We", "are three")]),
    "five": (["Ann", "Bob", "Cleo", "Dan", "Eve"], [("We", "are five people in one bot")]),
    "arabic": (["محمد علي"], [("أحلم", "بمدينة هادئة على ضفاف النهر"), ("اليوم", "نذهب إلى الحديقة 🌳 مع الأصدقاء")]),
    "hebrew": (["דוד לוי"], [("אני חושב", "שהיום יהיה יום טוב (2024)")]),
    "hindi": (["अमिता शर्मा"], [("आज", "मौसम बहुत अच्छा है"), ("मेरा सपना", "एक शांत नदी और क्षत्रिय इतिहास है")]),
    "japanese": (["田中 さくら", "Ken"], [("今日は", "いい天気ですね"), ("Today", "we walk in the park")]),
    "thai": (["สมชาย"], [("วันนี้", "อากาศดีมากเราไปเดินเล่นที่สวนสาธารณะกันเถอะ")]),
    "emoji": (["🦆🌻"], [("👩‍💻", "🎉🎉 🏳️‍🌈 👨‍👩‍👧‍👦 🇫🇷 👍🏽 ❤️ 1️⃣"), ("🤖", "✨" * 60)]),
    "long": (["A" * 400], [("My dream is", "x" * 5000), ("I", "word " * 900), ("", "é" * 400)]),
    "hostile": (["<img src=x> {{ 7*7 }} </style>"], [("<script>", "alert(1)</script> \u202e\x00\x1b[31m &amp;")]),
}


def a_record(key: str) -> ModelRecord:
    names, samples = TEXTS[key]
    return ModelRecord(
        repo_id=f"huggingtweets/{key}",
        accounts=tuple(Account(handle=f"{key}{number}", name=name) for number, name in enumerate(names)),
        samples=tuple(Sample(prompt=prompt, text=text) for prompt, text in samples),
    )


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_whole_and_inside_the_picture(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[tuple[str, str]] = []
    page = picture._page
    monkeypatch.setattr(picture, "_page", lambda *shown: pages.append(page(*shown)) or pages[-1])
    drawn = picture.draw(a_record(key))
    # there is no font for Japanese unless somebody asks for one
    lacking = ("a name: no font here has CJK", "a prompt: no font here has CJK", "a sample: no font here has HIRAGANA")
    expected = lacking if key == "japanese" else ()
    assert len(drawn.left_out) == len(expected)
    assert all(told.startswith(reason) for told, reason in zip(drawn.left_out, expected, strict=True))
    assert drawn.png is not None
    assert drawn.png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(drawn.png[16:20]), int.from_bytes(drawn.png[20:24])) == (1200, 648)
    html, css = pages[-1]
    measured = picture.fonts().renderer.measure_html(html, stylesheets=[css], width=1200, height=648)
    assert _outside(measured, (0.0, 0.0, 1200.0, 648.0)) == []
    assert drawn == picture.draw(a_record(key))


def _outside(node: Any, box: tuple[float, float, float, float]) -> list[object]:
    """What leaves the box that it is in: nodes and runs of text."""
    left, top = node.transform[4], node.transform[5]
    own = (left, top, left + node.width, top + node.height)
    runs = [(left + run.x, top + run.y, left + run.x + run.width, top + run.y + run.height) for run in node.runs]
    out: list[object] = [one for one in (own, *runs) if not _inside(one, box)]
    return out + [found for child in node.children for found in _outside(child, own if node.width else box)]


def _inside(one: tuple[float, ...], box: tuple[float, ...], slack: float = 1.0) -> bool:
    return (
        one[0] >= box[0] - slack and one[1] >= box[1] - slack and one[2] <= box[2] + slack and one[3] <= box[3] + slack
    )


@given(st.text(st.sampled_from("ab é\u0301👩‍💻🏳️🌈🇫🇷👍🏽क्षि\u0e19\u0e35\u0e49 "), max_size=80), st.integers(1, 40))
def test_no_text_is_cut_inside_a_grapheme(text: str, most: int) -> None:
    cut = picture._cut(text, most)
    if cut == text:
        return
    assert cut.endswith("…")
    kept = cut.removesuffix("…")
    ends = {match.end() for match in regex.finditer(r"\X", text)} | {0}
    assert any(len(kept) <= end and not text[len(kept) : end].strip() for end in ends)
    assert text.startswith(kept)


def test_a_layout_of_ones_own(tmp_path: Path) -> None:
    layout = tmp_path / "picture.html.j2"
    layout.write_text("<style>.p { color: red; font-family: {{ families }} }</style><div class='p'><div>x</div>"
                      "<div><p>{{ picture.names }}</p></div></div>")  # fmt: skip
    record = a_record("one")
    drawn = picture.draw(record, layout=layout)
    assert drawn.png is not None
    assert drawn.png != picture.draw(record).png
    assert picture.key(record, layout=layout) != picture.key(record)
    template = tmp_path / "1.md.j2"
    assert picture.layout_beside(str(template)) == layout
    assert picture.layout_beside(f"{tmp_path}@1") == layout
    assert picture.layout_beside("hubtweets") is None
    for broken in (
        b"<style></style>{{ picture.__class__.__mro__ }}",
        b"{{ 'a'.index('b') }}",
        b"<div>x</div>",
        b"\xff",
    ):
        layout.write_bytes(broken)
        picture.forget()
        with pytest.raises(TemplateError, match="layout"):
            picture.draw(record, layout=layout)
    with pytest.raises(TemplateError, match="layout"):
        picture.key(record, layout=layout)


def test_a_script_without_a_font_is_left_out_and_told(tmp_path: Path) -> None:
    record = ModelRecord(
        repo_id="a/b",
        accounts=(Account(handle="mix", name="Mix 🎉"),),
        samples=(Sample(prompt="今日は", text="いい天気です"), Sample(prompt="I", text="am here 🎉")),
    )
    drawn = picture.draw(record)
    assert drawn.png is not None
    assert any("CJK" in reason for reason in drawn.left_out)
    alone = picture.draw(ModelRecord(repo_id="a/b", accounts=record.accounts, samples=record.samples[:1]))
    assert alone.png is None


def test_an_avatar_that_is_no_picture_is_left_out_and_told() -> None:
    record = a_record("one")
    drawn = picture.draw(record, {"one0": b"\x89PNG\r\n\x1a\n<svg onload=alert(1)>"})
    assert drawn.png == picture.draw(record).png
    assert drawn.left_out == ("an avatar: it is no picture that can be drawn",)


def test_a_font_that_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    noto = pytest.importorskip("noto_cjk_sans_jp_regular", reason="needs a font for Japanese")
    folder = Path(str(noto.__file__)).parent
    record, other = a_record("japanese"), a_record("one")
    before, keys = picture.draw(record), (picture.key(record), picture.key(other))
    monkeypatch.setenv("HUBTWEETS_PICTURE_FONTS", str(folder))
    drawn = picture.draw(record)
    assert drawn.left_out == ()
    assert drawn.png != before.png
    assert picture.key(record) != keys[0]
    assert picture.key(other) == keys[1]  # nothing on it needs that font
    monkeypatch.delenv("HUBTWEETS_PICTURE_FONTS")
    (font,) = folder.glob("*.otf")
    assert picture.draw(record, more_fonts=[font]) == drawn


@pytest.mark.parametrize("named", ["missing.otf", "none.ttf", "cut.woff2"])
def test_what_is_no_font_is_told(named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "none.ttf").write_bytes(b"<svg onload=alert(1)>")
    ours = next((Path(picture.__file__).parent / "fonts").glob("*.woff2"))
    (tmp_path / "cut.woff2").write_bytes(ours.read_bytes()[:2000])
    monkeypatch.setenv("HUBTWEETS_PICTURE_FONTS", str(tmp_path / named))
    with pytest.raises(UsageError, match=named):
        picture.draw(a_record("one"))


@pytest.mark.slow
def test_the_command_writes_the_same_bytes_in_another_process(
    hubtweets: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    record = a_record("arabic")
    (tmp_path / "record.json").write_text(to_json(record), "utf-8")
    done = hubtweets("card", "picture", tmp_path / "record.json", "-o", tmp_path / "predictions.png")
    assert done.returncode == 0, done.stderr
    here = picture.draw(record).png
    assert here is not None
    assert hashlib.sha256((tmp_path / "predictions.png").read_bytes()).digest() == hashlib.sha256(here).digest()
    assert json.loads((tmp_path / "record.json").read_text("utf-8"))["repo_id"] == record.repo_id
