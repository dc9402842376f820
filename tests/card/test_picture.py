"""The social picture: the same bytes each time, nothing outside its box, and no boxes for letters without a font."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hubtweets.card import picture
from hubtweets.record import Account, ModelRecord, Sample, to_json

pytest.importorskip("takumi_py", reason="needs the extra picture")

TEXTS = {
    "one": (["Quill Fen"], [("My dream is", "a slow river and a quiet lock")]),
    "two": (["Ada", "Grace"], [("I think", "machines dream"), ("Today I", "wrote a compiler, again")]),
    "five": (["Ann", "Bob", "Cleo", "Dan", "Eve"], [("We", "are five people in one bot")]),
    "arabic": (["محمد علي"], [("أحلم", "بمدينة هادئة على ضفاف النهر")]),
    "hebrew": (["דוד לוי"], [("אני חושב", "שהיום יהיה יום טוב")]),
    "hindi": (["अमिता"], [("आज", "मौसम बहुत अच्छा है")]),
    "thai": (["สมชาย"], [("วันนี้", "อากาศดีมาก")]),
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
    monkeypatch.setattr(picture, "_page", lambda shown: pages.append(page(shown)) or pages[-1])
    drawn = picture.draw(a_record(key))
    assert drawn.left_out == ()
    assert drawn.png is not None
    assert drawn.png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(drawn.png[16:20]), int.from_bytes(drawn.png[20:24])) == (1200, 648)
    html, css = pages[-1]
    runs = list(_runs(picture._renderer().measure_html(html, stylesheets=[css], width=1200, height=648)))
    assert runs
    for x, y, width, height in runs:
        assert x >= 0
        assert x + width <= 1200
        assert y >= 0
        assert y + height <= 648
    assert drawn == picture.draw(a_record(key))


def _runs(node: object) -> list[tuple[float, float, float, float]]:
    left, top = node.transform[4], node.transform[5]  # type: ignore[attr-defined]
    own = [(left + run.x, top + run.y, run.width, run.height) for run in node.runs]  # type: ignore[attr-defined]
    return own + [run for child in node.children for run in _runs(child)]  # type: ignore[attr-defined]


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
