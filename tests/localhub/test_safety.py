"""Nothing leaves the store, nothing runs in a page, and only this machine is answered."""

from __future__ import annotations

import http.client
import http.server
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubtweets import cardview
from hubtweets.localhub import LocalHub

# Known ways to run script or to load something, most of them from the OWASP filter evasion list.
PAYLOADS = [
    "<script>document.title='pwned'</script>",
    "<script src=http://evil.test/a.js></script>",
    "<img src=x onerror=\"document.title='pwned'\">",
    "<img src='http://evil.test/none' srcset='http://evil.test/set.png 2x' lowsrc=http://evil.test/low>",
    "<svg onload=\"document.title='pwned'\"><image href=http://evil.test/svg.png /></svg>",
    "<svg><use href='http://evil.test/use.svg#x'></use></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=x onerror=alert(1)&gt;\">",
    "<iframe src=http://evil.test/frame></iframe><iframe srcdoc=\"<script>parent.document.title='pwned'</script>\">",
    "<object data=http://evil.test/object></object><embed src=http://evil.test/embed>",
    "<link rel=stylesheet href=http://evil.test/link.css><link rel=prefetch href=http://evil.test/pre>",
    "<style>@import url(http://evil.test/import.css); body{background:url(http://evil.test/style.png)}</style>",
    "<base href=http://evil.test/><meta http-equiv=refresh content='0;url=http://evil.test/refresh'>",
    "<form action=http://evil.test/form><input autofocus onfocus=\"document.title='pwned'\"><button>x</button></form>",
    "<a href=\"javascript:document.title='pwned'\">a</a> [b](javascript:alert(1))",
    "<a href='jav&#x09;ascript:alert(1)'>c</a> <a ping=http://evil.test/ping href=#>f</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>d</a> <a href='vbscript:x'>e</a>",
    "<video src=http://evil.test/v poster=http://evil.test/p autoplay></video><audio src=http://evil.test/a autoplay>",
    "<div style=\"position:fixed;inset:0;z-index:9;background:red\">over everything</div>",
    "<div style=\"background-image:url(javascript:alert(1));behavior:url(http://evil.test/b)\">x</div>",
    "<details open ontoggle=\"document.title='pwned'\"><summary>x</summary></details>",
    "<body onload=alert(1)><marquee onstart=alert(1)>x</marquee><isindex action=javascript:alert(1) type=image>",
    "<noscript><p title=\"</noscript><img src=x onerror=document.title='pwned'>\"></noscript>",
    "<template><script>document.title='pwned'</script></template><textarea><script>alert(1)</script></textarea>",
    "\"><script>document.title='pwned'</script><x \"",
    "```html\n</code></pre><script>document.title='pwned'</script>\n```",
    "| a |\n|---|\n| <script>document.title='pwned'</script> |",
    "<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>",
    "<a href=\"\x01javascript:alert(1)\">g</a><img src=\"x:x\" onerror\n=alert(1)>",
    "<!--><script>document.title='pwned'</script-->",
]  # fmt: skip
HOSTILE = "\n\n".join(PAYLOADS)
FORBIDDEN = {"script", "style", "iframe", "object", "embed", "link", "meta", "base", "form", "input", "button", "svg",
             "math", "template", "textarea", "noscript", "frame", "marquee", "isindex"}  # fmt: skip


class Reader(HTMLParser):
    """Reads HTML as a browser would and notes whatever could run, load or cover."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        box = tag == "input" and dict(attrs).get("type") == "checkbox" and "disabled" in dict(attrs)  # of a task list
        if tag in FORBIDDEN and not box:
            self.wrong.append(tag)
        for name, value in attrs:
            text = "".join(char for char in value or "" if char > " ").lower()
            if name.startswith("on") or name in (
                "srcset",
                "ping",
                "srcdoc",
                "formaction",
                "action",
                "poster",
                "autoplay",
            ):
                self.wrong.append(f"{tag} {name}")
            picture = tag == "img" and text.startswith("data:image/")
            if name in ("href", "src") and text.startswith(("javascript:", "vbscript:", "data:")) and not picture:
                self.wrong.append(f"{tag} {name}={value}")
            if name == "style" and any(
                word in text for word in ("position", "z-index", "expression", "javascript", "behavior")
            ):
                self.wrong.append(f"{tag} style={value}")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_cannot_run(payload: str) -> None:
    assert Reader(cardview.view(payload).body).wrong == []
    assert Reader(cardview.render_comment(payload)).wrong == []
    quoted = payload.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\x01", "")
    card = f'---\ntags: ["{quoted}"]\nwidget:\n- text: "{quoted}"\n  example_title: "{quoted}"\n---\n'
    view = cardview.view(card)
    assert view.examples[0].prompt.strip() == payload.replace("\x01", "").strip()
    assert Reader(cardview.article(view)).wrong == []


PIECES = ["<", ">", '"', "'", "<a ", "<img ", "href=", "onclick=x ", "`", "&lt;", "-->", "|"]


@settings(deadline=None)  # other work may go on beside it
@given(
    st.lists(st.one_of(st.sampled_from(PAYLOADS), st.sampled_from(PIECES), st.text(max_size=30)), max_size=12).map(
        "".join
    )
)
def test_no_mixture_of_them_can_run(text: str) -> None:
    assert Reader(cardview.article(cardview.view(text))).wrong == []


def raw(hub: LocalHub, method: str, target: str, **headers: str) -> tuple[int, bytes]:
    """A request whose target no client would tidy up."""
    connection = http.client.HTTPConnection(urlsplit(hub.endpoint).netloc, timeout=20)
    try:
        connection.putrequest(method, target, skip_host="Host" in headers)
        for name, value in {"Authorization": f"Bearer {hub.token}", **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


TRICKS = ["..", "%2e%2e", "..%2f..%2f..%2faccounts.json", "....//", "..%5c..%5caccounts.json", "%00", "a%00b", "%ff",
          "%c0%ae", "accounts.json", "../../accounts.json", "~", "C:%5c", "%2fetc%2fpasswd"]  # fmt: skip


@pytest.mark.parametrize("trick", TRICKS)
def test_no_path_leaves_the_store(hub: LocalHub, web: Any, trick: str) -> None:
    repo = web.create("huggingtweets/ada")
    for target in (
        f"/{trick}", f"/{trick}/{trick}", f"/api/models/{trick}/{trick}", f"/api/models/huggingtweets/{trick}",
        f"/{repo}/resolve/main/{trick}", f"/{repo}/resolve/{trick}/a", f"/{repo}/raw/main/{trick}",
        f"/api/models/{repo}/tree/main/{trick}", f"/api/models/{repo}/tree/{trick}", f"/{repo}/blob/main/{trick}",
        f"/_lfs/models/{repo}/{trick}", f"/_lfs/models/{trick}/a/b",
        f"/{trick}/x.git/info/refs?service=git-upload-pack",
        f"/{repo}/commit/{trick}", f"/{repo}/discussions/{trick}", f"/api/models/{repo}/discussions/{trick}",
        f"/api/models/{repo}/revision/{trick}",
    ):  # fmt: skip
        status, body = raw(hub, "GET", target)
        assert status in (400, 401, 403, 404, 405, 307), (target, status)
        assert hub.token.encode() not in body
        assert b"root:" not in body
    name = {"name": trick, "organization": "huggingtweets"}
    assert web.post("/api/repos/create", json=name).status_code in (400, 200)
    inside = {path.relative_to(hub.folder).parts[0] for path in hub.folder.rglob("*")}
    assert inside <= {
        "accounts.json",
        "index.sqlite3",
        "index.sqlite3-shm",
        "index.sqlite3-wal",
        "lfs",
        "lock",
        "server.json",
        "repos",
        "tmp",
    }


def test_other_names_for_this_machine_are_refused(hub: LocalHub) -> None:
    assert raw(hub, "GET", "/api/models", Host="evil.test")[0] == 421  # a web page that rebinds its own name
    assert raw(hub, "GET", "/api/models", Host="127.evil.test")[0] == 421
    assert raw(hub, "GET", "/api/models", Host="localhost:1234")[0] == 200
    assert raw(hub, "PUT", "/_faults", Origin="http://evil.test")[0] == 403
    assert raw(hub, "POST", "/api/repos/create", Origin="null")[0] == 403


def test_beyond_loopback_tokens_are_required(tmp_path: Path, as_web: Callable[..., Any]) -> None:
    with LocalHub(tmp_path / "hub", host="0.0.0.0") as hub:
        hub.endpoint = hub.endpoint.replace("0.0.0.0", "127.0.0.1")
        web, nobody = as_web(hub), as_web(hub, "")
        repo = web.create("huggingtweets/ada")
        for path in ("/", "/api/models", f"/{repo}", f"/{repo}/resolve/main/.gitattributes", "/_requests", "/_faults"):
            refused = nobody.get(path)
            assert (refused.status_code, refused.headers["WWW-Authenticate"][:5]) == (401, "Basic")  # a browser asks
            assert web.get(path).status_code == 200
        body = {"operation": "upload", "objects": [{"oid": "0" * 64, "size": 3}]}
        answer = web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()
        href = answer["objects"][0]["actions"]["upload"]["href"]
        assert href.startswith(hub.endpoint)  # the address that the client used


@pytest.mark.parametrize(
    ("method", "target", "headers", "status"),
    [
        ("GET", "/api/models", {"Host": "[bad"}, 421),
        ("POST", "/api/repos/create", {"Origin": "http://[bad", "Content-Length": "0"}, 403),
        ("GET", "/api/models/huggingtweets/ada/tree/main/a%0db%01c", {}, 404),
        ("GET", "/api/models/huggingtweets/ada/commits/main?p=" + "9" * 5000, {}, 400),
        ("GET", "/huggingtweets/ada/discussions/" + "9" * 5000, {}, 404),
        ("GET", "/huggingtweets/ada/raw/main/.gitattributes", {"Range": f"bytes={'9' * 5000}-"}, 200),
        ("GET", f"/_lfs/models/huggingtweets/ada/{'0' * 64}?expires=9&signature=%C3%A9", {}, 403),
    ],
)
def test_odd_requests_are_answered(
    hub: LocalHub, web: Any, method: str, target: str, headers: dict[str, str], status: int
) -> None:
    web.create("huggingtweets/ada")
    assert raw(hub, method, target, **headers)[0] == status


REPO = "/api/models/huggingtweets/ada"
LFS = "/huggingtweets/ada.git/info/lfs/objects"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        (f"{REPO}/user-access-request/handle", {"status": "accepted", "user": [1]}, 404),
        (f"{REPO}/tag/main", {"tag": "v\x00"}, 400),
        (f"{REPO}/tag/main", {"tag": "v2", "message": "a\x00b"}, 400),
        (f"{REPO}/tag/main", {"tag": "v1/x"}, 409),  # git cannot have it beside v1
        (f"{REPO}/branch/main%2Fx", {}, 409),
        (f"{REPO}/branch/b", {"startingPoint": [1]}, 404),
        (f"{REPO}/preupload/main", {"files": [{"path": "x"}], "gitIgnore": "[\n!\n\\\n"}, 200),
        (f"{REPO}/preupload/main", {"files": [{"path": "x"}], "gitAttributes": "[ filter=lfs\n\\ filter=lfs"}, 200),
        (f"{REPO}/commit/main", {"key": "copyFile", "value": {"path": "b", "srcPath": "a", "srcRevision": [1]}}, 400),
        (f"{LFS}/batch", {"operation": "upload", "transfers": 5, "objects": []}, 200),
        (f"{LFS}/verify", {"oid": "0" * 64}, 404),
        ("/api/repos/create", {"name": "x", "type": [1]}, 400),
        ("/oauth/token", {"grant_type": [1]}, 400),
    ],
)
def test_odd_bodies_are_answered(web: Any, path: str, body: Any, status: int) -> None:
    repo = web.create("huggingtweets/ada")
    web.put(f"/api/models/{repo}/settings", json={"gated": "manual"})
    web.post(f"/api/models/{repo}/tag/main", json={"tag": "v1"}).raise_for_status()
    assert web.post(path, json=body).status_code == status


def test_bodies_are_limited(tmp_path: Path, as_web: Callable[..., Any]) -> None:
    with LocalHub(tmp_path / "hub", body_limit=100_000) as hub:
        web = as_web(hub)
        repo = web.create("huggingtweets/ada")
        assert web.commit(repo, {"a.txt": b"x" * 50_000}).status_code == 200
        assert web.commit(repo, {"a.txt": b"x" * 100_000}).status_code == 413
        chunks = (b"x" * 10_000 for _ in range(30))  # no length announced
        assert web.post(f"/api/models/{repo}/commit/main", content=chunks).status_code == 413
        assert len(web.history(repo)) == 2
        large = {"operation": "upload", "objects": [{"oid": "0" * 64, "size": 10**12}]}
        answer = web.post(f"/{repo}.git/info/lfs/objects/batch", json=large).json()
        assert answer["objects"][0]["error"]["code"] == 422


def test_headers_of_pages_and_files(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    files = {"x.html": b"<script>alert(1)</script>", "x.svg": b"<svg/>", "x.js": b"alert(1)"}
    web.commit(repo, {"README.md": HOSTILE.encode(), **files})
    page = web.get(f"/{repo}")
    policy = dict(part.strip().split(" ", 1) for part in page.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'", "the Hub's own files"
    for name in files:  # as text, a file of a repo is no script of the Hub's
        file = web.get(f"/{repo}/resolve/main/{name}")
        assert file.headers["content-type"] == "text/plain; charset=utf-8"
        assert file.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in file.headers["content-security-policy"]


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def trap() -> Iterator[tuple[int, list[str]]]:
    """A server that every other name leads to; the addresses that it was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.headers.get("Host", "").partition(":")[0] + self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port, asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.thorough
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_hostile_card_in_a_browser(hub: LocalHub, web: Any, trap: tuple[int, list[str]], tmp_path: Path) -> None:
    port, asked = trap
    repo = web.create("huggingtweets/hostile")
    named = "![a picture](http://pictures.test/named.png)\n\n"
    avatar = (
        "<div style=\"width: 9px; height: 9px; background-image: url('http://pictures.test/avatar.png')\"></div>\n\n"
    )
    web.commit(repo, {"README.md": f"---\nlicense: mit\n---\n# Hostile\n\n{named}{avatar}{HOSTILE}".encode()})
    # An element that is never closed hides what follows it, so each payload is also a comment, which is one page each.
    discussion = {"title": "Hostile", "description": "each by itself"}
    number = web.post(f"/api/models/{repo}/discussions", json=discussion).json()["num"]
    for payload in PAYLOADS:
        web.post(f"/api/models/{repo}/discussions/{number}/comment", json={"comment": payload}).raise_for_status()
    for path in (repo, f"{repo}/discussions/{number}"):
        command = [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", f"--user-data-dir={tmp_path / 'profile'}",
            f"--host-resolver-rules=MAP * 127.0.0.1:{port}, EXCLUDE 127.0.0.1", "--window-size=1000,6000",
            "--virtual-time-budget=4000", "--dump-dom", f"{hub.endpoint}/{path}",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        title = "<title>huggingtweets/hostile · Local Hub</title>"
        assert title in done.stdout, done.stderr[-2000:]  # no script gave it another
        ours = {
            url for url in asked if url.partition("/")[0].endswith(".test")
        }  # Chromium asks for other things itself
        pictures = {"pictures.test/named.png", "pictures.test/avatar.png"}
        assert pictures <= ours  # those are asked for, so the trap works
        assert ours <= {*pictures, "evil.test/none"}  # one that a payload names, as a card may


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in pairwise("abcdefghij")
)


@pytest.mark.thorough
@pytest.mark.parametrize(
    "yaml",
    [BOMB, "a: &a [*a]", "[" * 300_000, "a: " + "{b: " * 100_000, "- " * 200_000 + "x",
     "-\t" * 200_000 + "x", "? " * 100_000, "\n".join(" " * level + "a:" for level in range(1500))],
    ids=["aliases", "itself", "lists", "mappings", "dashes", "tabs", "questions", "indents"],
)  # fmt: skip
def test_front_matter_that_would_end_the_process(hub: LocalHub, web: Any, yaml: str) -> None:
    repo = web.create("huggingtweets/ada")
    answer = web.commit(repo, {"README.md": f"---\n{yaml}\n---\n# Card\n".encode()})
    assert answer.status_code == 400
    assert "YAML Metadata Error" in answer.json()["error"]
    other = {"key": "file", "value": {"path": "README.md", "content": f"---\n{yaml}\n---\n", "encoding": "utf-8"}}
    assert web.post("/api/validate-yaml", json={"content": other["value"]["content"]}).status_code == 400
    assert hub.seed([("huggingtweets/bo", {"README.md": f"---\n{yaml}\n---\n# Card\n".encode()})]) == 1
    assert "cannot be read" in web.get("/huggingtweets/bo").text
    assert web.get("/api/models/huggingtweets/bo").json().get("cardData") is None


def test_aliases_and_long_lists_are_fine(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    tags = "\n".join(f"- tag{number}" for number in range(2000))
    card = f"---\nbase: &base [one, two]\nother: *base\nnested: {'[' * 90}{']' * 90}\ntags:\n{tags}\n---\n"
    assert web.commit(repo, {"README.md": card.encode()}).status_code == 200
    assert web.get(f"/api/models/{repo}").json()["cardData"]["other"] == ["one", "two"]


def test_very_large_cards_and_bodies(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    web.commit(repo, {"README.md": b"<div>" * 60_000})
    page = web.get(f"/{repo}")
    assert "too large to show" in page.text
    assert "&lt;div&gt;&lt;div&gt;" in page.text
    assert web.post(f"/api/models/{repo}/commit/main", content=b"[" * 100_000).status_code == 400
    assert web.post("/api/repos/create", content=b"[" * 100_000).status_code == 400
    comment = {"title": "long", "description": ""}
    number = web.post(f"/api/models/{repo}/discussions", json=comment).json()["num"]
    answer = web.post(f"/api/models/{repo}/discussions/{number}/comment", json={"comment": "x" * 70_000})
    assert answer.status_code == 400
