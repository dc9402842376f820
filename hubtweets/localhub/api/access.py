"""Gated repos: who asked for access, and who has it."""

from __future__ import annotations

import secrets
from typing import Any

from starlette.responses import Response

from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import Refusal, bad_request, unauthorized
from hubtweets.localhub.storage.gitrepo import isodate
from hubtweets.localhub.storage.index import Row

STATUSES = ("pending", "accepted", "rejected")


def ask(call: Call) -> Response:
    """POST /{ns}/{name}/ask-access: granted at once where the repo is gated `auto`, else pending."""
    row = call.repo()
    user = call.user()
    with call.store.changing(row):
        meta = call.store.meta(row)
        if meta.gated is None:
            raise bad_request("This repository is not gated")
        if user not in meta.access:
            _put(call, row, user, "accepted" if meta.gated == "auto" else "pending", email=f"{user}@localhost")
    return Json({})


def _put(call: Call, row: Row, user: str, status: str, **more: Any) -> None:
    """Set a user's status; the caller holds the repo's lock."""
    meta = call.store.meta(row)
    known = meta.access.get(user) or {"requestId": secrets.token_hex(12), "timestamp": isodate(call.store.clock())}
    meta.access[user] = {**known, **more, "status": status}
    call.store.set_meta(row, meta)


def _gated(call: Call) -> Row:
    if call.caller.token is None:
        raise unauthorized()
    row = call.repo(write=True)
    if row.gated is None:
        raise bad_request("This repository is not gated")
    return row


def listing(call: Call) -> Response:
    """GET …/user-access-request/{status}."""
    row = _gated(call)
    status = call.params["status"]
    if status not in STATUSES:
        raise bad_request(f"Invalid status: {status}")
    told = []
    for name, request in call.store.meta(row).access.items():
        if request["status"] == status:
            user = {"user": name, "fullname": name, "type": "user", "email": request.get("email")}
            told.append({**request, "user": user})
    return Json(told)


def handle(call: Call) -> Response:
    """POST …/user-access-request/handle: `user` or `requestId`, and the new `status`."""
    row = _gated(call)
    data = call.object()
    status = data.get("status")
    if status not in STATUSES:
        raise bad_request(f"Invalid status: {status}")
    with call.store.changing(row):
        access = call.store.meta(row).access
        name = data.get("user") or next(
            (name for name, request in access.items() if request["requestId"] == data.get("requestId")), None
        )
        if not isinstance(name, str) or name not in access:
            raise Refusal(404, "User access request not found")
        if access[name]["status"] == status:
            raise Refusal(404, f"User access request is {status} already")
        reason = data.get("rejectionReason")
        _put(call, row, name, status, **({"rejectionReason": reason} if reason else {}))
    return Json({})


def grant(call: Call) -> Response:
    """POST …/user-access-request/grant: `user`, who need not have asked."""
    row = _gated(call)
    user = call.site.keys.user(str(call.object().get("user") or ""))
    if user is None:
        raise Refusal(404, "User does not exist")
    with call.store.changing(row):
        if call.store.meta(row).access.get(user.name, {}).get("status") == "accepted":
            raise bad_request("This user has access already")
        _put(call, row, user.name, "accepted")
    return Json({"user": user.name, "status": "accepted"})


_REQUESTS = "/api/{kind:kind}/{ns}/{name}/user-access-request"
ROUTES = [
    Address("POST", _REQUESTS + "/handle", handle),
    Address("POST", _REQUESTS + "/grant", grant),
    Address("GET", _REQUESTS + "/{status}", listing),
    Address("POST", "/{kind:kind}/{ns}/{name}/ask-access", ask),
    Address("POST", "/{ns}/{name}/ask-access", ask),
]
