"""Who sees and changes what: tokens, private and gated repos, organisations, trusted publishers."""

from __future__ import annotations

import base64
import hashlib
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hubtweets.errors import LocalHubError
from hubtweets.localhub import LocalHub
from hubtweets.localhub.accounts import Accounts, Token, User

As = Callable[..., Any]


def test_unknown_token(town: LocalHub, as_web: As) -> None:
    answer = as_web(town, "hf_none").get("/api/whoami-v2")
    assert answer.status_code == 401
    assert answer.headers["X-Error-Message"] == "Invalid credentials in Authorization header"
    assert as_web(town, "").get("/api/whoami-v2").status_code == 401


def test_private_repo_is_hidden(town: LocalHub, as_web: As) -> None:
    ada, bo, nobody = (as_web(town, token) for token in ("hf_ada", "hf_bo", ""))
    repo = ada.create("ada/secret", private=True)
    ada.commit(repo, {"a.txt": b"hidden"})
    paths = [f"/api/models/{repo}", f"/api/models/{repo}/tree/main", f"/{repo}/resolve/main/a.txt",
             f"/api/models/{repo}/refs", f"/{repo}/raw/main/a.txt", f"/api/models/{repo}/discussions"]  # fmt: skip
    for path in paths:
        assert ada.get(path).status_code == 200
        refused = bo.get(path)
        assert (refused.status_code, refused.headers["X-Error-Code"]) == (404, "RepoNotFound")
        refused = nobody.get(path)
        assert (refused.status_code, refused.headers["X-Error-Code"]) == (401, "RepoNotFound")
    assert bo.get(f"/{repo}/info/refs?service=git-upload-pack").status_code == 404
    assert bo.get(f"/{repo}").status_code == 404  # the page
    assert bo.commit(repo, {"a.txt": b"mine"}).status_code == 404
    for web, seen in ((ada, ["ada/secret"]), (bo, []), (nobody, [])):
        assert [model["id"] for model in web.get("/api/models").json()] == seen


def test_large_files_of_another_repo_stay_there(town: LocalHub, as_web: As) -> None:
    ada, bo = as_web(town, "hf_ada"), as_web(town, "hf_bo")
    content = b"weights" * 100
    oid = hashlib.sha256(content).hexdigest()
    lfs_file = {"key": "lfsFile", "value": {"path": "w.bin", "oid": oid, "algo": "sha256", "size": len(content)}}
    announced = {"operation": "upload", "objects": [{"oid": oid, "size": len(content)}]}

    def uploads(web: Any, repo: str) -> Any:
        return web.post(f"/{repo}.git/info/lfs/objects/batch", json=announced).json()["objects"][0].get("actions")

    secret, open_ = ada.create("ada/secret", private=True), bo.create("bo/open")
    assert ada.put(uploads(ada, secret)["upload"]["href"], content=content).status_code == 200
    assert ada.commit(secret, operations=[lfs_file]).status_code == 200
    asked = {**announced, "operation": "download"}
    told = bo.post(f"/{open_}.git/info/lfs/objects/batch", json=asked).json()["objects"][0]
    assert told["error"]["code"] == 404
    assert bo.commit(open_, operations=[lfs_file]).status_code == 400
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(content)}\n"
    assert bo.commit(open_, {"w.bin": pointer.encode()}).status_code == 200
    assert bo.get(f"/{open_}/resolve/main/w.bin").status_code == 404
    href = uploads(bo, open_)["upload"]["href"]  # to have them, bo has to send them
    assert bo.put(href, content=content).status_code == 200
    assert ada.request("DELETE", "/api/repos/delete", json={"name": secret}).status_code == 200
    assert bo.get(f"/{open_}/resolve/main/w.bin").content == content


def test_an_upload_does_not_bring_a_deleted_repo_back(tmp_path: Path, as_web: As) -> None:
    with LocalHub(tmp_path) as hub:
        web = as_web(hub)
        repo = web.create("huggingtweets/gone")
        oid = hashlib.sha256(b"late").hexdigest()
        body = {"operation": "upload", "objects": [{"oid": oid, "size": 4}]}
        told = web.post(f"/{repo}.git/info/lfs/objects/batch", json=body).json()["objects"][0]
        web.request("DELETE", "/api/repos/delete", json={"name": repo})
        assert web.put(told["actions"]["upload"]["href"], content=b"late").status_code == 404
    with LocalHub(tmp_path) as hub:
        assert as_web(hub).get("/api/models").json() == []


def test_write_needs_a_write_token_of_an_owner(town: LocalHub, as_web: As) -> None:
    ada, reader, bo, nobody = (as_web(town, token) for token in ("hf_ada", "hf_ada_read", "hf_bo", ""))
    repo = ada.create("birds/robin")
    assert [web.commit(repo, {"a": b""}).status_code for web in (ada, reader, bo, nobody)] == [200, 403, 403, 401]
    body = {"name": "wren", "organization": "birds"}
    codes = [web.post("/api/repos/create", json=body).status_code for web in (bo, reader, nobody, ada)]
    assert codes == [403, 403, 401, 200]
    for call in (lambda web: web.put(f"/api/models/{repo}/settings", json={"private": True}),
                 lambda web: web.request("DELETE", "/api/repos/delete", json={"name": repo}),
                 lambda web: web.post("/api/repos/move", json={"fromRepo": repo, "toRepo": "bo/robin"}),
                 lambda web: web.post(f"/api/models/{repo}/branch/b", json={}),
                 lambda web: web.post(f"/api/models/{repo}/super-squash/main", json={})):  # fmt: skip
        assert [call(web).status_code for web in (bo, reader, nobody)] == [403, 403, 401]
    assert ada.post("/api/repos/move", json={"fromRepo": repo, "toRepo": "bo/robin"}).status_code == 403
    codes = [web.commit(repo, {"b": b""}, create_pr="1").status_code for web in (bo, reader, nobody)]
    assert codes == [200, 403, 401]  # anybody who may write somewhere may propose


def test_organisation_with_private_default(town: LocalHub, as_web: As) -> None:
    ada = as_web(town, "hf_ada")
    assert ada.get(f"/api/models/{ada.create('vault/one')}").json()["private"] is True
    assert ada.get(f"/api/models/{ada.create('vault/two', visibility='public')}").json()["private"] is False


def test_gated_repo(town: LocalHub, as_web: As) -> None:
    ada, bo = as_web(town, "hf_ada"), as_web(town, "hf_bo")
    repo = ada.create("birds/gated")
    assert ada.put(f"/api/models/{repo}/settings", json={"gated": "manual"}).status_code == 200
    url = f"/{repo}/resolve/main/.gitattributes"
    refused = bo.get(url)
    assert (refused.status_code, refused.headers["X-Error-Code"]) == (403, "GatedRepo")
    assert bo.get(f"/api/models/{repo}").status_code == 200  # what it is, is no secret
    ada.commit(repo, {"secret.txt": b"one"}, create_pr="1")
    assert bo.get(f"/api/models/{repo}/discussions/1").status_code == 200
    assert bo.get(f"/api/models/{repo}/discussions/1?diff=1").headers["X-Error-Code"] == "GatedRepo"
    assert bo.post(f"/{repo}/ask-access").status_code == 200
    assert bo.get(url).status_code == 403
    requests = f"/api/models/{repo}/user-access-request"
    assert [item["user"]["user"] for item in ada.get(f"{requests}/pending").json()] == ["bo"]
    assert bo.get(f"{requests}/pending").status_code == 403
    assert ada.post(f"{requests}/handle", json={"user": "bo", "status": "accepted"}).status_code == 200
    assert bo.get(url).status_code == 200
    assert ada.post(f"{requests}/handle", json={"user": "bo", "status": "rejected"}).status_code == 200
    assert bo.get(url).status_code == 403
    assert ada.get(url).status_code == 200


def test_case_and_moves_lead_to_the_repo(town: LocalHub, as_web: As) -> None:
    ada = as_web(town, "hf_ada")
    repo = ada.create("birds/Robin")
    ada.commit(repo, {"a.txt": b"x"})
    assert ada.post("/api/repos/create", json={"name": "robin", "organization": "birds"}).status_code == 409
    assert ada.get("/birds/ROBIN/resolve/main/a.txt").status_code == 307
    assert ada.get("/birds/ROBIN/resolve/main/a.txt", follow_redirects=True).content == b"x"
    assert ada.post("/api/repos/move", json={"fromRepo": repo, "toRepo": "ada/wren"}).status_code == 200
    moved = ada.get(f"/api/models/{repo}?expand=sha")
    assert moved.headers["Location"] == f"{town.endpoint}/api/models/ada/wren?expand=sha"
    assert ada.get(f"/{repo}/resolve/main/a.txt", follow_redirects=True).content == b"x"
    for path in ("/birds/R%4fBIN/resolve/main/a.txt", "/birds/robin/resolve/main/%61%2Etxt"):
        assert ada.get(path, follow_redirects=True).content == b"x", path
    gone = {"name": "Robin", "organization": "birds"}  # a name that only leads to the repo is not enough for this
    assert ada.request("DELETE", "/api/repos/delete", json=gone).status_code == 404
    assert ada.post("/api/repos/move", json={"fromRepo": repo, "toRepo": "ada/crow"}).status_code == 404
    ada.create("birds/Robin")  # the name is free again
    assert ada.get("/birds/Robin/resolve/main/a.txt").status_code == 404


def test_default_user_may_write_everywhere_and_tokens_stay(tmp_path: Path, as_web: As) -> None:
    with LocalHub(tmp_path / "hub") as hub:
        web = as_web(hub)
        web.create("anywhere/model")
        assert "anywhere" in [org["name"] for org in web.get("/api/whoami-v2").json()["orgs"]]
        before = (hub.user, hub.token, hub.read_token)
        assert as_web(hub, hub.read_token).commit("anywhere/model", {"a": b""}).status_code == 403
        for name in ("api/x", "datasets/x", "-a/x", "a/..", "a/b.git", "a/" + "b" * 100):
            assert web.post("/api/repos/create", json={"name": name}).status_code == 400, name
    assert stat.S_IMODE((tmp_path / "hub" / "accounts.json").stat().st_mode) == 0o600
    with LocalHub(tmp_path / "hub") as hub:
        assert (hub.user, hub.token, hub.read_token) == before


def test_declared_users_keep_their_new_tokens(tmp_path: Path) -> None:
    accounts = Accounts(users=[User(name="ada"), User(name="bo", tokens=[Token(token="hf_bo")])])
    tokens = []
    for _ in range(2):
        with LocalHub(tmp_path / "hub", accounts=accounts) as hub:
            tokens.append((hub.user, hub.token, hub.read_token, (hub.folder / "accounts.json").read_text()))
    assert tokens[0] == tokens[1]
    assert accounts.users[0].tokens == []  # what was given is left as it was


def test_damaged_accounts(tmp_path: Path) -> None:
    for content in (b'{"users": 3}', b'{"users": "\xff"}'):
        (tmp_path / "accounts.json").write_bytes(content)
        with pytest.raises(LocalHubError, match="cannot be read"):
            LocalHub(tmp_path).start()


@pytest.mark.thorough
def test_trusted_publishing(hub: LocalHub, web: Any, as_web: As, outside: Callable[..., Any]) -> None:
    web.create("huggingtweets/ada")
    web.create("huggingtweets/bo")
    script = """
        import json
        from huggingface_hub import HfApi
        api = HfApi()
        codes = []
        for repo in ("huggingtweets/ada", "huggingtweets/bo", "huggingtweets/new"):
            try:
                if repo.endswith("new"): api.create_repo(repo)
                else: api.upload_file(path_or_fileobj=b"x", path_in_repo="a.txt", repo_id=repo)
                codes.append(200)
            except Exception as error:
                codes.append(error.response.status_code)
        print(json.dumps(codes))
    """
    job = {**hub.job_environment("ada/bot"), "HF_OIDC_RESOURCE": "huggingtweets/ada", "HF_TOKEN": ""}
    assert outside(script, env=job) == [400, 400, 400]  # nobody trusts this repository yet
    hub.trust("ada/bot", "huggingtweets/ada")
    assert outside(script, env=job) == [200, 403, 403]
    other = {**job, **hub.job_environment("someone/else")}
    assert outside(script, env=other) == [400, 400, 400]


def test_exchange_refuses_what_is_not_an_id_token(hub: LocalHub, as_web: As) -> None:
    hub.trust("ada/bot", "huggingtweets/ada")
    nobody = as_web(hub, "")
    job = hub.job_environment("ada/bot")
    request_token = job["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]

    def minted(audience: str) -> str:
        headers = {"Authorization": f"Bearer {request_token}"}
        answer = nobody.get("/_oidc/token", params={"audience": audience}, headers=headers)
        return str(answer.json()["value"])

    as_web(hub).create("huggingtweets/ada")

    def exchange(token: str, **changed: str) -> Any:
        body = {"grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token_type": "urn:ietf:params:oauth:token-type:id_token",
                "subject_token": token, "resource": "huggingtweets/ada", **changed}  # fmt: skip
        return nobody.post("/oauth/token", json=body)

    good = minted(hub.endpoint)
    assert exchange(good).json()["token_type"] == "bearer"
    head, claims, signature = good.split(".")
    deep = base64.urlsafe_b64encode(b"[" * 20_000).decode()
    for token in (f"{head}.{deep}.{signature}", request_token, minted("https://elsewhere"), "x",
                  f"{head}.{claims}.{signature[::-1]}", f"{head}.{claims}."):  # fmt: skip
        assert exchange(token).json()["error"] == "invalid_grant", token
    for changed in ({"resource": "huggingtweets/bo"}, {"resource": ""}, {"grant_type": "password"},
                    {"subject_token_type": "x"}, {"subject_token": ""}):  # fmt: skip
        assert exchange(good, **changed).json()["error"] == "invalid_request", changed
    assert exchange(good, resource="me").json()["error"] == "invalid_grant"
    assert nobody.post("/oauth/token", content=b"[" * 100_000).json()["error"] == "invalid_request"
    assert nobody.get("/_oidc/token", headers={"Authorization": f"Bearer {good}"}).status_code == 401


@pytest.mark.parametrize(
    ("job", "answer"),
    [
        ({}, "me/robin"),
        ({"branch": "side"}, "branch"),
        ({"workflow": "other.yml"}, "workflow"),
        ({"workflow": "refresh.yml@refs/heads/main"}, "workflow"),
        ({"environment": "production"}, "me/robin"),
    ],
)
def test_claims_have_to_fit_exactly(hub: LocalHub, web: Any, job: dict[str, str], answer: str) -> None:
    for name in ("robin", "wren"):
        web.create(f"me/{name}")
    hub.trust("ada/bots", "me/robin", branch="main", workflow="refresh.yml")
    hub.trust("ada/bots", "me/wren", environment="production")
    environment = hub.job_environment("ada/bots", **job)
    got = exchanged(hub, web, environment, "me/robin")
    if answer == "me/robin":
        assert got["expires_in"] == 3600
    else:
        assert got["error"] == "invalid_grant"
        assert answer in got["error_description"]
    assert ("access_token" in exchanged(hub, web, environment, "me/wren")) == ("environment" in job)
    for repository in ("Ada/bots", "ada/bot", "ada/bots2"):
        assert exchanged(hub, web, hub.job_environment(repository), "me/robin")["error"] == "invalid_grant"


def exchanged(hub: LocalHub, web: Any, environment: dict[str, str], resource: str, *, form: bool = False) -> Any:
    """What the exchange answers to a job."""
    headers = {"Authorization": f"Bearer {environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}"}
    address = environment["ACTIONS_ID_TOKEN_REQUEST_URL"]
    minted = web.get(address, params={"audience": hub.endpoint}, headers=headers).json()["value"]
    body = {"grant_type": "urn:ietf:params:oauth:grant-type:token-exchange",
            "subject_token_type": "urn:ietf:params:oauth:token-type:id_token",
            "subject_token": minted, "resource": resource}  # fmt: skip
    return web.post("/oauth/token", **({"data": body} if form else {"json": body})).json()


def test_a_publishers_token(hub: LocalHub, web: Any, as_web: As) -> None:
    for name in ("robin", "wren"):
        web.create(f"me/{name}", private=True)
    settings = "/api/models/me/robin/settings/trusted-publishers"
    for claims in ({}, {"repository": "x"}, {"repository": "a/b", "branch": 5}, {"repository": "a/b", "other": "x"}):
        assert web.post(settings, json={"claims": claims}).status_code == 400
    made = web.post(settings, json={"claims": {"repository": "ada/bots", "branch": "main"}}).json()
    assert web.get(settings).json() == [made]
    job = hub.job_environment("ada/bots")
    publisher = as_web(hub, exchanged(hub, web, job, "me/robin", form=True)["access_token"])
    assert publisher.commit("me/robin", {"a.txt": b"x"}).status_code == 200
    commits = web.get("/api/models/me/robin/commits/main").json()
    assert [commit["authors"][0]["user"] for commit in commits] == ["[OIDC]", "me"]
    assert publisher.get("/api/models/me/wren").status_code == 404  # private, and another repo
    assert publisher.get("/api/models").json() == []
    assert publisher.commit("me/wren", {"a.txt": b"x"}, create_pr="1").status_code == 404
    assert publisher.post("/api/repos/create", json={"name": "new"}).status_code == 403
    assert publisher.post(settings, json={"claims": {"repository": "eve/bots"}}).status_code == 400
    assert web.request("DELETE", f"{settings}/{made['id']}").status_code == 200
    assert exchanged(hub, web, job, "me/robin")["error"] == "invalid_grant"
    hub.trust("ada/bots", "me/robin", read_only=True)
    reader = as_web(hub, exchanged(hub, web, job, "me/robin")["access_token"])
    assert (reader.get("/api/models/me/robin").status_code, reader.commit("me/robin", {"b": b""}).status_code) == (
        200,
        403,
    )


def test_a_new_repo_of_the_same_name_trusts_nobody(hub: LocalHub, web: Any, as_web: As) -> None:
    web.create("me/robin")
    hub.trust("ada/bots", "me/robin")
    job = hub.job_environment("ada/bots")
    publisher = as_web(hub, exchanged(hub, web, job, "me/robin")["access_token"])
    web.post("/api/repos/move", json={"fromRepo": "me/robin", "toRepo": "me/wren"})
    assert "access_token" in exchanged(hub, web, job, "me/wren")  # it moved along
    web.create("me/robin")
    assert publisher.commit("me/robin", {"a": b""}).status_code == 403
    assert exchanged(hub, web, job, "me/robin")["error"] == "invalid_grant"
    web.request("DELETE", "/api/repos/delete", json={"name": "me/wren"})
    web.create("me/wren")
    assert exchanged(hub, web, job, "me/wren")["error"] == "invalid_grant"
