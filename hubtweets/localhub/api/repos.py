"""Making, moving, changing and deleting repos."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import Response

from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import bad_request, forbidden, unauthorized
from hubtweets.localhub.storage.errors import ExistsError
from hubtweets.localhub.storage.store import TYPES, check_name


def _type(data: dict[str, Any]) -> str:
    repo_type = data.get("type") or "model"
    if repo_type not in TYPES:
        raise bad_request(f"Invalid repo type: {repo_type}")
    return str(repo_type)


def _private(data: dict[str, Any]) -> bool | None:
    """Whether a body asks for a private repo, in the old way (`private`) or the new one (`visibility`)."""
    if data.get("visibility") is not None:
        if data["visibility"] not in ("public", "private", "protected"):
            raise bad_request("Invalid visibility")
        return bool(data["visibility"] != "public")
    return None if data.get("private") is None else bool(data["private"])


def _may_make(call: Call, repo_type: str, repo_id: str) -> None:
    namespace = repo_id.partition("/")[0]
    keys = call.site.keys
    if not keys.may_create(call.caller, namespace, f"{repo_type}/{repo_id}"):
        if keys.role(call.caller, namespace) in ("contributor", "write", "admin"):
            raise forbidden("You must use a write token to upload to a repository.")
        raise forbidden(f'You don\'t have the rights to create a {repo_type} under the namespace "{namespace}"')


def create(call: Call) -> Response:
    """POST /api/repos/create."""
    user = call.user()
    data = call.object()
    repo_type = _type(data)
    name = str(data.get("name") or "")
    repo_id = name if "/" in name else f"{data.get('organization') or user}/{name}"
    check_name(repo_id)
    _may_make(call, repo_type, repo_id)
    url = f"{call.endpoint}/{'' if repo_type == 'model' else repo_type + 's/'}{repo_id}"
    if call.store.index.get(repo_type, repo_id) is not None:
        return _exists(repo_type, url)
    namespace = repo_id.partition("/")[0]
    if call.caller.token is not None and call.caller.token.repos is not None:
        raise forbidden("This token is for one repo that exists; it cannot create repos")
    private = _private(data)
    if private is None:
        org = call.site.keys.organisation(namespace)
        private = org is not None and org.private_by_default
    try:
        row = call.store.create(repo_type, repo_id, call.author, private=private, files=_first_files(repo_type, data))
    except ExistsError:  # somebody else was faster
        return _exists(repo_type, url)
    call.site.keys.adopt(namespace, call.caller)
    return Json({"url": url, "name": repo_id, "id": row.key, "private": private, "type": repo_type})


def _first_files(repo_type: str, data: dict[str, Any]) -> dict[str, bytes]:
    """A Space is born with a README, which says what it is made with."""
    if repo_type != "space":
        return {}
    if data.get("sdk") not in ("docker", "gradio", "static", "streamlit"):
        raise bad_request('"sdk" must be one of [docker, gradio, static, streamlit]')
    title = str(data.get("name") or "").rpartition("/")[2]
    front = {"title": title, "emoji": "🐦", "colorFrom": "blue", "colorTo": "indigo", "sdk": data["sdk"]}
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return {"README.md": f"---\n{lines}---\n".encode()}


def _exists(repo_type: str, url: str) -> Response:
    message = f"You already created this {repo_type} repo"
    return Json({"error": message, "url": url}, 409, {"X-Error-Message": message})


def delete(call: Call) -> Response:
    """DELETE /api/repos/delete."""
    user = call.user()
    data = call.object()
    name = str(data.get("name") or "")
    repo_id = name if "/" in name else f"{data.get('organization') or user}/{name}"
    row = call.find(_type(data), repo_id, write=True, in_path=False)
    call.store.delete(row)
    call.site.keys.repo_went(row.type, row.id)
    return Json({})


def move(call: Call) -> Response:
    """POST /api/repos/move."""
    data = call.object()
    repo_type = _type(data)
    row = call.find(repo_type, str(data.get("fromRepo") or ""), write=True, in_path=False)
    to_id = str(data.get("toRepo") or "")
    check_name(to_id)
    _may_make(call, repo_type, to_id)
    moved = call.store.move(row, to_id)
    call.site.keys.repo_went(row.type, row.id, moved.id)
    call.site.keys.adopt(moved.author, call.caller)
    return Json({"url": call.url(moved)})


def settings(call: Call) -> Response:
    """PUT /api/{kind}/{ns}/{name}/settings: `private` or `visibility`, and `gated`."""
    if call.caller.token is None:
        raise unauthorized()
    row = call.repo(write=True)
    data = call.object()
    with call.store.changing(row):
        meta = call.store.meta(row)
        private = _private(data)
        if private is not None:
            meta.private = private
        if "gated" in data:
            if data["gated"] not in ("auto", "manual", False):
                raise bad_request('"gated" must be one of "auto", "manual" or false')
            meta.gated = data["gated"] or None
        call.store.set_meta(row, meta)
    return Json({"private": meta.private, "gated": meta.gated or False})


ROUTES = [
    Address("POST", "/api/repos/create", create),
    Address("DELETE", "/api/repos/delete", delete),
    Address("POST", "/api/repos/move", move),
    Address("PUT", "/api/{kind:kind}/{ns}/{name}/settings", settings),
]
