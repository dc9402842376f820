"""Webhooks that start a job when a repo changes, and the buckets that jobs keep things in.

A webhook with an address is stored and listed, and never called: this Hub asks nobody on the network for anything.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from starlette.responses import Response

from hubtweets._shared.disk import private_folder
from hubtweets.localhub.api.jobs import all_jobs, told_spec
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.jobs import Jobs, Webhook
from hubtweets.localhub.refusals import Refusal, bad_request
from hubtweets.localhub.storage.gitrepo import isodate
from hubtweets.localhub.storage.store import check_name

_WATCHED = ("user", "org", "model", "dataset", "space", "bucket")
_DOMAINS = ("repo", "discussion")


def _told(hook: Webhook) -> dict[str, Any]:
    return {
        "id": hook.id,
        "url": hook.url,
        "job": None if hook.spec is None else told_spec(hook.spec),
        "watched": hook.watched,
        "domains": hook.domains,
        "secret": hook.secret,
        "disabled": hook.disabled,
    }


def _jobs(call: Call) -> Jobs:
    return all_jobs(call, call.user())[0]


def _given(call: Call, jobs: Jobs, hook: Webhook) -> Webhook:
    """A webhook with what a request changes of it."""
    data = call.object()
    changes: dict[str, Any] = {}
    if "watched" in data:
        watched = data["watched"]
        if not isinstance(watched, list) or not watched or not all(_is_watched(item) for item in watched):
            raise bad_request('"watched" must be a list of a type and a name each')
        changes["watched"] = [{"type": item["type"], "name": item["name"]} for item in watched]
    if "domains" in data:
        domains = data["domains"]
        if not isinstance(domains, list) or any(domain not in _DOMAINS for domain in domains):
            raise bad_request(f'"domains" may have {" and ".join(_DOMAINS)}')
        changes["domains"] = domains
    for name in ("secret", "url"):
        if data.get(name) is not None:
            if not isinstance(data[name], str):
                raise bad_request(f'"{name}" must be a string')
            changes[name] = data[name]
    if data.get("url") is not None:
        changes["spec"] = None
    if data.get("jobSourceId") is not None:
        spec = jobs.job(call.user(), str(data["jobSourceId"])).spec
        given = data.get("secrets") or {}
        if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
            raise bad_request('"secrets" must be an object of strings')
        changes |= {"spec": msgspec.structs.replace(spec, secrets=given), "url": None}
    made = msgspec.structs.replace(hook, **changes)
    if (made.url is None) == (made.spec is None) or not made.watched:
        raise bad_request("A webhook has something to watch, and an address or a job")
    return made


def _is_watched(item: Any) -> bool:
    return isinstance(item, dict) and item.get("type") in _WATCHED and isinstance(item.get("name"), str)


def create(call: Call) -> Response:
    """POST /api/settings/webhooks: with `jobSourceId` it runs that job's spec again, with secrets of its own."""
    jobs = _jobs(call)
    blank = Webhook(id=secrets.token_hex(12), owner=call.user(), watched=[], domains=list(_DOMAINS))
    hook = _given(call, jobs, blank)
    jobs.keep_webhook(hook)
    return Json({"webhook": _told(hook)})


def listing(call: Call) -> Response:
    """GET /api/settings/webhooks."""
    return Json([_told(hook) for hook in _jobs(call).webhooks(call.user())])


def _hook(call: Call) -> tuple[Jobs, Webhook]:
    jobs = _jobs(call)
    return jobs, jobs.webhook(call.user(), call.params["hook"])


def inspect(call: Call) -> Response:
    """GET /api/settings/webhooks/{id}."""
    return Json({"webhook": _told(_hook(call)[1])})


def update(call: Call) -> Response:
    """POST /api/settings/webhooks/{id}."""
    jobs, hook = _hook(call)
    changed = _given(call, jobs, hook)
    jobs.keep_webhook(changed)
    return Json({"webhook": _told(changed)})


def _switching(disabled: bool) -> Callable[[Call], Response]:
    def change(call: Call) -> Response:
        """POST /api/settings/webhooks/{id}/enable and …/disable."""
        jobs, hook = _hook(call)
        hook.disabled = disabled
        jobs.keep_webhook(hook)
        return Json({"webhook": _told(hook)})

    return change


def delete(call: Call) -> Response:
    """DELETE /api/settings/webhooks/{id}."""
    jobs, hook = _hook(call)
    jobs.remove_webhook(hook)
    return Json({})


# -- buckets: folders that jobs mount; their files come and go with Xet, which this Hub has not --


def _bucket(call: Call) -> tuple[str, Path]:
    namespace = call.params["ns"]
    namespace = call.user() if namespace == "me" else namespace
    bucket_id = f"{namespace}/{call.params['name']}"
    check_name(bucket_id)
    if call.site.keys.role(call.caller, namespace) not in ("write", "admin"):
        raise Refusal(404, "Bucket not found")
    return bucket_id, call.store.folder / "buckets" / bucket_id


def _told_bucket(bucket_id: str, folder: Path) -> dict[str, Any]:
    if not folder.is_dir():
        raise Refusal(404, "Bucket not found")
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    made = isodate(folder.stat().st_ctime)
    return {"id": bucket_id, "private": True, "createdAt": made, "size": sum(sizes), "totalFiles": len(sizes)}


def make_bucket(call: Call) -> Response:
    """POST /api/buckets/{ns}/{name}."""
    call.need_writer()
    bucket_id, folder = _bucket(call)
    told = {"url": f"{call.endpoint}/buckets/{bucket_id}", "id": bucket_id}
    if folder.is_dir():
        message = "You already created this bucket"
        return Json({"error": message, **told}, 409, {"X-Error-Message": message})
    private_folder(folder)
    return Json(told)


def bucket_info(call: Call) -> Response:
    """GET /api/buckets/{ns}/{name}."""
    call.user()
    return Json(_told_bucket(*_bucket(call)))


_HOOK = "/api/settings/webhooks/{hook}"
ROUTES = [
    Address("POST", "/api/settings/webhooks", create),
    Address("GET", "/api/settings/webhooks", listing),
    Address("GET", _HOOK, inspect),
    Address("POST", _HOOK, update),
    Address("POST", _HOOK + "/enable", _switching(False)),
    Address("POST", _HOOK + "/disable", _switching(True)),
    Address("DELETE", _HOOK, delete),
    Address("POST", "/api/buckets/{ns}/{name}", make_bucket),
    Address("GET", "/api/buckets/{ns}/{name}", bucket_info),
]
