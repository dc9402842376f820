"""The preview, over HTTP and in a real browser."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("starlette", reason="the preview needs the extra `hub`")
GOLDEN = Path(__file__).parent / "golden"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
TEMPLATE = '{% extends "hubtweets@1" %}\n{% block intro %}\nFIRST words.\n\n{% endblock %}\n'


@contextlib.contextmanager
def preview(*args: str | Path) -> Iterator[str]:
    """The command, running; gives the page's address."""
    command = [sys.executable, "-m", "hubtweets", "card", "preview", *map(str, args), "--no-browser"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ.copy()
    )
    try:
        assert process.stdout is not None
        match = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert match, process.stderr.read() if process.stderr else ""
        yield match[0]
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 0
    assert errors == ""


def get(address: str, **headers: str) -> tuple[int, str]:
    with contextlib.suppress(urllib.error.HTTPError):
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            return error.code, ""
    raise AssertionError


def until(look: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not look():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.05)


def events(address: str) -> Iterator[dict[str, str]]:
    with urllib.request.urlopen(address + "events", timeout=20) as stream:
        for line in stream:
            if line.startswith(b"data: "):
                yield json.loads(line[6:])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "1.md.j2").write_text(TEMPLATE, encoding="utf-8")
    shutil.copy(GOLDEN / "huggingtweets-2021-05.json", tmp_path / "record.json")
    shutil.copy(GOLDEN / "huggingtweets-2021-05.md", tmp_path / "README.md")
    return tmp_path


@pytest.mark.thorough
def test_page_has_card_and_findings(folder: Path) -> None:
    with preview(folder / "README.md") as address:
        status, page = get(address)
        assert status == 200
        assert "Joe Biden" in page
        assert "http-link" in page  # the thumbnail of 2021
        assert get(address, Host="evil.example")[0] == 400
        assert get(address + "files/record.json")[0] == 404
        assert get(address + "files/..%2f..%2fetc%2fpasswd")[0] == 404


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("README.md", b"---\n---\n" + b"x" * (4 * 2**20), "more than 4 MiB"),
        ("README.md", b"# caf\xe9", "not UTF-8"),
        ("record.json", b" " * (16 * 2**20 + 1), "more than 16 MiB"),
        ("record.json", b"[]", "record.json is"),
    ],
)
def test_a_file_that_is_no_card_is_a_problem_beside_the_page(
    name: str, content: bytes, problem: str, tmp_path: Path
) -> None:
    from hubtweets.card.preview.server import Preview

    (tmp_path / name).write_bytes(content)
    shown = Preview(tmp_path / name, text=None, title=name, template=None, base_url=None).look()
    assert shown.article == ""
    assert problem in (shown.problem or "")


def test_a_record_may_be_what_card_read_prints(folder: Path) -> None:
    from hubtweets.card.preview.server import Preview

    path = folder / "read.json"
    path.write_text(json.dumps({"record": json.loads((folder / "record.json").read_text("utf-8"))}), encoding="utf-8")
    shown = Preview(path, text=None, title="read.json", template=None, base_url=None).look()
    assert shown.problem is None
    assert "Joe Biden" in shown.article


@pytest.mark.thorough
def test_social_picture_is_shown_beside_a_card_with_samples(folder: Path) -> None:
    pytest.importorskip("takumi_py", reason="needs the extra picture")
    shutil.copy(GOLDEN / "hubtweets-2.posts.json", folder / "record.json")
    with preview(folder / "record.json") as address:
        told = events(address)
        before = re.search(r"/picture\.png\?v=[0-9a-f]{12}", next(told)["side"])
        assert before is not None
        with urllib.request.urlopen(address + before[0][1:], timeout=20) as answer:
            assert answer.read(8) == b"\x89PNG\r\n\x1a\n"
        record = json.loads((folder / "record.json").read_text(encoding="utf-8"))
        record["samples"][0]["text"] = "今日は"
        (folder / "record.json").write_text(json.dumps(record), encoding="utf-8")
        after = next(told)["side"]
        assert before[0] not in after
        assert "no font here has CJK" in after
    with preview(folder / "README.md") as address:  # of 2021, without samples
        assert "picture.png" not in get(address)[1]


@pytest.mark.thorough
def test_events_follow_record_template_and_faults(folder: Path) -> None:
    with preview(folder / "record.json", "--template", folder / "mine") as address:
        told = events(address)
        assert "FIRST words." in next(told)["article"]
        (folder / "mine" / "1.md.j2").write_text(TEMPLATE.replace("FIRST", "SECOND"), encoding="utf-8")
        assert "SECOND words." in next(told)["article"]
        record = (folder / "record.json").read_text(encoding="utf-8")
        (folder / "record.json").write_text(record.replace("Joe Biden", "Jill Biden"), encoding="utf-8")
        assert "Jill Biden" in next(told)["article"]
        (folder / "mine" / "1.md.j2").write_text(
            TEMPLATE + "{{ nothing }}{% block data %}{{ nothing | md }}{% endblock %}", encoding="utf-8"
        )
        broken = next(told)
        assert "&#39;nothing&#39; is undefined" in broken["side"]
        assert "Jill Biden" in broken["article"]  # the last good one stays


@pytest.mark.thorough
def test_an_impatient_end_says_nothing(folder: Path) -> None:
    """Ctrl-C twice, with a page open."""
    command = [sys.executable, "-m", "hubtweets", "card", "preview", str(folder / "README.md"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[1]
        with urllib.request.urlopen(address + "events", timeout=20) as stream:
            assert stream.readline().startswith(b"data: ")
            process.send_signal(signal.SIGINT)
            time.sleep(0.01)
            process.send_signal(signal.SIGINT)
            _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, "")


@pytest.mark.thorough
def test_card_with_a_template_is_shown_rendered_again(folder: Path) -> None:
    with preview(folder / "README.md", "--template", folder / "mine") as address:
        assert "FIRST words." in get(address)[1]


@pytest.mark.thorough
def test_card_itself_is_followed(folder: Path) -> None:
    with preview(folder / "README.md") as address:
        told = events(address)
        next(told)
        text = (folder / "README.md").read_text(encoding="utf-8")
        (folder / "README.md").write_text(text + "\n## News\n\nNone.\n", encoding="utf-8")
        assert "News" in next(told)["article"]


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")
def test_browser_shows_a_changed_template_within_a_second(folder: Path, tmp_path: Path) -> None:
    """The time is measured in the page, from the write on disk to the change of what is shown."""
    from websockets.sync.client import connect

    with preview(folder / "record.json", "--template", folder / "mine") as address:
        profile = tmp_path / "profile"
        command = [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-dev-shm-usage", "--remote-debugging-port=0",
            f"--user-data-dir={profile}", address,
        ]  # fmt: skip
        browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until((profile / "DevToolsActivePort").exists, 60)
            until(lambda: (profile / "DevToolsActivePort").read_text().count("\n") >= 1)
            port = (profile / "DevToolsActivePort").read_text().split("\n")[0]
            pages: list[dict[str, str]] = []
            until(
                lambda: (
                    pages.extend(p for p in json.loads(get(f"http://127.0.0.1:{port}/json")[1]) if p["type"] == "page")
                    or pages
                )
            )
            with connect(pages[0]["webSocketDebuggerUrl"], origin=None, max_size=None) as page:
                numbers = iter(range(1, 10_000))

                def run(script: str) -> object:
                    number = next(numbers)
                    page.send(
                        json.dumps({"id": number, "method": "Runtime.evaluate", "params": {"expression": script}})
                    )
                    while (answer := json.loads(page.recv(timeout=20))).get("id") != number:
                        pass
                    return answer["result"]["result"].get("value")

                shown = "document.body.innerText.includes('{} words.')"
                until(lambda: run(shown.format("FIRST")))
                until(lambda: run("typeof events !== 'undefined' && events.readyState === 1"))
                run(
                    "new MutationObserver(() => { window.shownAt = Date.now(); })"
                    ".observe(document.querySelector('[data-part=card]'), {childList: true}); 1"
                )
                written = time.time()
                (folder / "mine" / "1.md.j2").write_text(TEMPLATE.replace("FIRST", "SECOND"), encoding="utf-8")
                until(lambda: run(shown.format("SECOND")))
                at = run("window.shownAt")
                assert isinstance(at, int | float)
                assert at / 1000 - written >= 0
                print(f"shown {at / 1000 - written:.3f} s after the write")
        finally:
            browser.terminate()
            browser.wait(timeout=30)
