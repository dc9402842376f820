"""What strangers send: who they are is asked first, what they wrote breaks nothing, and nothing they read is theirs."""

from __future__ import annotations

import base64
import json
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from hubtweets.localhub import LocalHub
from hubtweets.localhub.accounts import Accounts, Organisation, Token, User

As = Callable[..., Any]
BAD_CARD = b"---\nlicense: none-such\n---\n"
ENDLESS = b"---\nzzz: 1" + b":00" * 300 + b".5\n---\n"


def head_only(hub: LocalHub, request: str, headers: str = "") -> bytes:
    """The first line of the answer to a request of which only the head is sent, a body of 200 MB being announced."""
    address = urlsplit(hub.endpoint)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=20) as connection:
        connection.sendall(f"{request} HTTP/1.1\r\nHost: {address.netloc}\r\n{headers}\r\n".encode())
        return connection.recv(65536).partition(b"\r\n")[0]


@pytest.mark.parametrize(
    "address",
    [
        "POST /api/models/birds/robin/commit/main", "POST /api/models/no/such/commit/main", "POST /api/repos/create",
        "POST /api/models/birds/robin/preupload/main", "PUT /api/models/birds/robin/settings", "PUT /_faults",
        "POST /api/models/birds/robin/discussions", "POST /api/models/birds/robin/lfs-files/batch",
        "DELETE /api/repos/delete",
    ],
)  # fmt: skip
def test_who_sends_is_asked_before_a_body_is_read(town: LocalHub, as_web: As, address: str) -> None:
    as_web(town, "hf_ada").create("birds/robin")
    for headers in ("Content-Length: 200000000\r\n", "Transfer-Encoding: chunked\r\n"):
        assert head_only(town, address, headers) == b"HTTP/1.1 401 Unauthorized"


def test_who_may_commit_is_asked_before_a_body_is_read(town: LocalHub, as_web: As) -> None:
    as_web(town, "hf_ada").create("birds/robin")
    commit = "POST /api/models/birds/{}/commit/main"
    for name, token, status in (
        ("robin", "hf_bo", b"403 Forbidden"),
        ("robin", "hf_ada_read", b"403 Forbidden"),
        ("none", "hf_ada", b"404 Not Found"),
    ):
        headers = f"Authorization: Bearer {token}\r\nContent-Length: 200000000\r\n"
        assert head_only(town, commit.format(name), headers) == b"HTTP/1.1 " + status


@pytest.mark.parametrize(
    "path", ["/api/validate-yaml", "/oauth/token", "/api/models/birds/robin/paths-info/main",
             "/birds/robin.git/info/lfs/objects/batch"],
)  # fmt: skip
def test_what_nobody_may_send_is_bounded(town: LocalHub, as_web: As, path: str) -> None:
    as_web(town, "hf_ada").create("birds/robin")
    nobody = as_web(town, "")
    assert nobody.post(path, content=b"x" * (9 << 20)).status_code == 413
    pieces = (b"x" * (1 << 20) for _ in range(12))
    assert nobody.post(path, content=pieces).status_code == 413


def test_a_regular_file_of_a_commit_is_bounded(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    assert web.commit(repo, {"a.txt": b"x" * (10 << 20)}).status_code == 200
    refused = web.commit(repo, {"a.txt": b"x" * (12 << 20)})
    assert (refused.status_code, "LFS" in refused.json()["error"]) == (400, True)
    plain = {"key": "file", "value": {"path": "b.txt", "content": "x" * (11 << 20)}}
    assert web.commit(repo, operations=[plain]).status_code == 400
    assert web.history(repo) == ["change", "initial commit"]
    assert list((hub.folder / "tmp").iterdir()) == []


@pytest.mark.parametrize("card", [BAD_CARD, ENDLESS], ids=["licence", "base 60"])
def test_no_way_leads_around_the_check_of_a_card(tmp_path: Path, as_web: As, card: bytes) -> None:
    copy = {"key": "copyFile", "value": {"path": "README.md", "srcPath": "x.md"}}
    with LocalHub(tmp_path) as hub:
        web = as_web(hub)
        for name in ("good", "odd"):
            web.create(f"me/{name}")
        repo = "me/odd"
        assert web.commit(repo, {"README.md": card}).status_code == 400
        assert web.commit(repo, {"x.md": card}).status_code == 200
        before = web.sha(repo)
        assert web.commit(repo, operations=[copy]).status_code == 400
        assert web.commit(repo, operations=[copy], create_pr="1").status_code == 400
        later = {"key": "copyFile", "value": {"path": "README.md", "srcPath": "x.md", "srcRevision": before}}
        assert web.commit(repo, operations=[later]).status_code == 400
        assert web.sha(repo) == before
        assert web.get(f"/api/models/{repo}/discussions").json()["count"] == 0
        assert [model["id"] for model in web.get("/api/models").json()] == ["me/good", "me/odd"]
        assert web.get(f"/{repo}").status_code == 200
    with LocalHub(tmp_path) as hub:
        assert hub.unreadable == []
        assert as_web(hub).sha(repo) == before


def test_two_good_cards_that_merge_to_a_bad_one(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    lines = [f"# {number}\n" for number in range(12)]
    web.commit(repo, {"README.md": ("---\n" + "".join(lines) + "---\n").encode()})
    for place in (2, 8):  # each alone is fine; together the key is there twice
        text = "---\n" + "".join([*lines[:place], "license: mit\n", *lines[place:]]) + "---\n"
        assert web.commit(repo, {"README.md": text.encode()}, create_pr="1").status_code == 200
    assert web.post(f"/api/models/{repo}/discussions/1/merge", json={}).status_code == 200
    refused = web.post(f"/api/models/{repo}/discussions/2/merge", json={})
    assert (refused.status_code, "duplicated" in refused.json()["error"]) == (400, True)
    assert web.history(repo)[0] == "change (#1)"
    assert web.get(f"/api/models/{repo}/discussions/2").json()["status"] == "open"


@pytest.mark.parametrize(
    "query", ["expand=%0d%0ax", "expand=%0aSet-Cookie:%20a", "limit=1&x=%00", "expand%0d%0a=x", "cursor=a%0Db"]
)
def test_line_breaks_in_a_query(web: Any, query: str) -> None:
    repo = web.create("huggingtweets/ada")
    for number in range(3):
        web.commit(repo, {"a.txt": b"%d" % number})
    for path in (f"/api/models/{repo}/commits/main", "/api/models", f"/api/models/{repo}/tree/main", "/"):
        answer = web.get(f"{path}?limit=1&{query}")
        assert answer.status_code == 400, path
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("odd", ["é", "日本", "🐦", "a%22b", "%7f", "%1b]0;x", "<b>", "%3E;rel=x"])
def test_odd_characters_reach_no_header(web: Any, odd: str) -> None:
    repo = web.create("huggingtweets/ada")
    for number in range(3):
        web.commit(repo, {"a.txt": b"%d" % number})
    commits = f"/api/models/{repo}/commits/main?limit=1&expand="
    for path in (commits, "/api/models?limit=1&search=", "/api/models?expand="):
        answer = web.get(f"{path}{odd}")
        assert answer.status_code in (200, 400)
        for value in answer.headers.values():
            assert value.isascii()
            assert value.isprintable()
    answer = web.get(f"{commits}{odd}")
    assert web.client.get(answer.links["next"]["url"]).status_code == 200


def test_HEAD_is_main(web: Any) -> None:  # noqa: N802
    repo = web.create("huggingtweets/ada")
    web.commit(repo, {"a.txt": b"x"})
    assert web.get(f"/{repo}/resolve/HEAD/a.txt").content == b"x"
    assert web.get(f"/api/models/{repo}/revision/HEAD").json()["sha"] == web.sha(repo)
    assert [item["path"] for item in web.get(f"/api/models/{repo}/tree/HEAD").json()] == [".gitattributes", "a.txt"]
    assert len(web.get(f"/api/models/{repo}/commits/HEAD").json()) == 2
    assert web.commit(repo, {"b.txt": b"y"}, revision="HEAD").status_code == 200
    assert web.get(f"/{repo}/resolve/main/b.txt").content == b"y"
    assert web.post(f"/api/models/{repo}/branch/HEAD", json={}).status_code == 400


def test_addresses_are_those_that_the_client_uses(hub: LocalHub, web: Any) -> None:
    for name in ("a", "b"):
        web.create(f"huggingtweets/{name}")
    port = hub.endpoint.rpartition(":")[2]

    def following(**headers: str) -> str:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return str(web.get("/api/models?limit=1", headers=named).links["next"]["url"]).partition("/api/")[0]

    assert following() == hub.endpoint
    assert following(host=f"localhost:{port}") == f"http://localhost:{port}"
    proxy = {"x_forwarded_proto": "https", "x_forwarded_host": "hub.example.org"}
    assert following(**proxy) == "https://hub.example.org"
    assert following(**proxy, x_forwarded_port="8443") == "https://hub.example.org:8443"
    assert following(**proxy, x_forwarded_port="443", x_forwarded_prefix="/hub/") == "https://hub.example.org/hub"
    assert following(x_forwarded_host='evil"><b>', x_forwarded_proto="javascript") == hub.endpoint
    url = web.post("/api/repos/create", json={"name": "c"}, headers={"x-forwarded-host": "h.org"}).json()["url"]
    assert url == "http://h.org/me/c"
    page = {"origin": "https://hub.example.org", "x-forwarded-host": "hub.example.org"}
    assert web.post("/api/repos/create", json={"name": "d"}, headers=page).status_code == 200
    assert web.post("/api/repos/create", json={"name": "e"}, headers={"origin": "https://x.org"}).status_code == 403


def test_what_lies_in_the_folder_is_its_owners_alone(tmp_path: Path, as_web: As) -> None:
    folder = tmp_path / "hub"
    with LocalHub(folder) as hub:
        web = as_web(hub)
        repo = web.create("huggingtweets/ada", private=True)
        web.commit(repo, {"a.txt": b"x"})
        web.commit(repo, {"a.txt": b"y"}, create_pr="1")
        web.post("/api/repos/create", json={"name": "b"})
        assert LocalHub.running(folder) == (hub.endpoint, hub.token)
        for path in folder.rglob("*"):
            inside_git = any(part in ("objects", "refs") for part in path.relative_to(folder).parts)
            if path.is_file() and not inside_git and path.name not in ("HEAD", "config"):
                assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        assert stat.S_IMODE((folder / "repos/models/huggingtweets/ada.git").stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)  # as earlier versions made it
    with LocalHub(folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


ROLES = ("no access", "read", "contributor", "write", "admin")


@pytest.fixture
def office(tmp_path: Path) -> Any:
    """A Hub with an organisation that has a member of each role, and one outside of it."""
    names = {role: role.replace(" ", "-") for role in ROLES}
    users = [User(name=name, tokens=[Token(token=f"hf_{name}")]) for name in [*names.values(), "outsider"]]
    org = Organisation(name="birds", members=list(names.values()), roles={name: role for role, name in names.items()})
    with LocalHub(tmp_path / "office", accounts=Accounts(users=users, organisations=[org])) as running:
        yield running


def test_roles(office: LocalHub, as_web: As) -> None:
    webs = {role: as_web(office, "hf_" + role.replace(" ", "-")) for role in (*ROLES, "outsider")}
    webs["admin"].create("birds/open")
    webs["admin"].create("birds/secret", private=True)

    def codes(ask: Callable[[Any], Any]) -> list[int]:
        return [ask(web).status_code for web in webs.values()]

    assert codes(lambda web: web.get("/api/models/birds/open")) == [200] * 6
    assert codes(lambda web: web.get("/api/models/birds/secret")) == [404, 200, 200, 200, 200, 404]
    listed = [[model["id"] for model in web.get("/api/models").json()] for web in webs.values()]
    assert [len(found) for found in listed] == [1, 2, 2, 2, 2, 1]
    assert codes(lambda web: web.commit("birds/open", {"a.txt": b"x"})) == [403, 403, 403, 200, 200, 403]
    names = iter("abcdef")
    body = lambda: {"name": next(names), "organization": "birds"}  # noqa: E731
    assert codes(lambda web: web.post("/api/repos/create", json=body())) == [403, 403, 200, 200, 200, 403]
    # what a contributor made (c), the contributor may change and delete, and others with the right to write
    assert codes(lambda web: web.commit("birds/c", {"a.txt": b"x"})) == [403, 403, 200, 200, 200, 403]
    assert webs["contributor"].put("/api/models/birds/d/settings", json={"private": True}).status_code == 403
    assert webs["contributor"].request("DELETE", "/api/repos/delete", json={"name": "birds/c"}).status_code == 200
    roles = {role: web.get("/api/whoami-v2").json()["orgs"] for role, web in webs.items()}
    assert {role: orgs[0]["roleInOrg"] for role, orgs in roles.items() if orgs} == {role: role for role in ROLES}


def test_a_disabled_repo_answers_nobody(hub: LocalHub, web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    hub.disable(repo)
    for answer in (
        web.get(f"/api/models/{repo}"), web.get(f"/{repo}/resolve/main/.gitattributes"), web.commit(repo, {"a": b""}),
        web.get(f"/{repo}/info/refs?service=git-upload-pack"),
    ):  # fmt: skip
        assert (answer.status_code, answer.headers["X-Error-Message"]) == (403, "Access to this resource is disabled.")
    assert web.get("/api/models?expand=disabled").json()[0]["disabled"] is True
    hub.disable(repo, disabled=False)
    assert web.commit(repo, {"a": b""}).status_code == 200


def test_the_log_is_bounded(hub: LocalHub, web: Any) -> None:
    web.get("/" + "x" * 20_000 + "?q=" + "y" * 20_000)
    assert max(len(hub.requests[-1].path), len(hub.requests[-1].query)) <= 1000


def test_odd_bodies_of_a_commit(web: Any) -> None:
    repo = web.create("huggingtweets/ada")
    head = json.dumps({"key": "header", "value": {"summary": "x"}})
    deep = "[" * 100_000
    for line in ("{", deep, '{"key": 5, "value": {}}', '{"key": "file", "value": []}', '"\\ud800"',
                 '{"key": "file", "value": {"path": 5}}',
                 '{"key": "file", "value": {"path": "a", "content": "x", "encoding": "base64"}}'):  # fmt: skip
        answer = web.post(f"/api/models/{repo}/commit/main", content=f"{head}\n{line}\n")
        assert answer.status_code == 400, line[:80]
    content = base64.b64encode(b"x").decode()
    line = json.dumps({"key": "file", "value": {"path": "a", "content": content, "encoding": "base64"}})
    assert web.post(f"/api/models/{repo}/commit/main", content=f"\n{head}\n\n{line}").status_code == 200
