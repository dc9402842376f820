"""LFS over HTTP: batch, upload (single and in parts), verify, download.

The protocol is https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md; the multipart transfer is the Hub's own,
see huggingface_hub's `lfs.py`. Upload addresses carry a signature instead of a token, as storage addresses do.
"""

from __future__ import annotations

import hashlib
import hmac
import math
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, Response

from hubtweets.localhub.call import PREFIX, Address, Call, Json, Streamed
from hubtweets.localhub.refusals import Refusal, bad_request, forbidden, repo_not_found
from hubtweets.localhub.storage.index import Row
from hubtweets.localhub.storage.lfs import LfsStore

MEDIA = "application/vnd.git-lfs+json"
LARGEST = 50 * 10**9
"""Bytes of one LFS file; the Hub's limit without Xet."""
VALID_FOR = 6 * 3600
"""Seconds that an upload or download address can be used."""


def _repo(call: Call, *, write: bool) -> Row:
    name = call.params["name"]
    if not name.endswith(".git"):
        raise Refusal(404, "Not found")
    kind = call.params.get("kind", "models").removesuffix("s")
    try:
        return call.find(kind, f"{call.params['ns']}/{name.removesuffix('.git')}", write=write, content=True)
    except Refusal as refusal:
        if refusal.status == 401:  # makes git-lfs ask its credential helper
            refusal.headers["LFS-Authenticate"] = 'Basic realm="Hugging Face Hub"'
        raise


def _address(call: Call, row: Row, rest: str, verb: str, *parts: str | int) -> str:
    """An address below a repo's storage, and the query that allows `verb` on these parts until it expires."""
    expires = int(call.store.clock()) + VALID_FOR
    signature = _signature(call, expires, verb, row.type, row.id, *parts)
    return f"{call.endpoint}/_lfs/{row.type}s/{row.id}/{rest}?expires={expires}&signature={signature}"


def _signature(call: Call, expires: int, verb: str, *parts: str | int) -> str:
    text = "\n".join(map(str, [expires, verb, *parts]))
    return hmac.new(call.site.secret, text.encode(), hashlib.sha256).hexdigest()


def _allowed(call: Call, verb: str, *parts: str | int) -> LfsStore:
    """The objects of the repo that the path names, when the signature allows `verb` on these parts.

    Raises:
        Refusal: 403 when it does not; 404 when the repo is not there any more.
    """
    repo_type, repo_id = call.params["kind"].removesuffix("s"), f"{call.params['ns']}/{call.params['name']}"
    expires = call.number("expires", 0)
    expected = _signature(call, expires, verb, repo_type, repo_id, *parts)
    good = hmac.compare_digest(expected.encode(), call.query.get("signature", "").encode())
    if not good or expires < call.store.clock():
        raise forbidden("This address is not valid, or not any more")
    row = call.store.index.get(repo_type, repo_id)
    if row is None:
        raise repo_not_found(known_caller=True)
    return call.store.lfs(row)


def batch(call: Call) -> Response:
    """POST …/info/lfs/objects/batch."""
    data = call.object()
    operation = data.get("operation")
    if operation not in ("upload", "download"):
        raise bad_request('"operation" must be upload or download')
    row = _repo(call, write=False)
    objects = data.get("objects")
    if not isinstance(objects, list) or len(objects) > 1000:
        raise bad_request('"objects" must be an array of at most 1000')
    if operation == "upload":
        call.user()
        _may_upload(call, row)
    transfers = data.get("transfers")
    multipart = isinstance(transfers, list) and "multipart" in transfers
    told = []
    for item in objects:
        oid, size = (item.get("oid"), item.get("size")) if isinstance(item, dict) else (None, None)
        if not isinstance(oid, str) or not isinstance(size, int) or size < 0:
            raise bad_request('"objects[]" must have an oid and a size')
        actions = _download(call, row, oid) if operation == "download" else _upload(call, row, oid, size, multipart)
        told.append({"oid": oid, "size": size, **actions})
    chosen = "multipart" if multipart and any("chunk_size" in _header(item) for item in told) else "basic"
    return Json({"transfer": chosen, "objects": told}, headers={"Content-Type": MEDIA})


def _may_upload(call: Call, row: Row) -> None:
    """Whoever may read may upload for a pull request; a read token may not upload at all."""
    if call.caller.token is None or call.caller.token.role != "write":
        call.need_write(row)


def _header(item: dict[str, Any]) -> dict[str, Any]:
    header: dict[str, Any] = item.get("actions", {}).get("upload", {}).get("header") or {}
    return header


def _download(call: Call, row: Row, oid: str) -> dict[str, Any]:
    if call.store.lfs(row).size(oid) is None:
        return {"error": {"code": 404, "message": "Object does not exist on the server"}}
    href = _address(call, row, oid, "get", oid)
    return {"authenticated": True, "actions": {"download": {"href": href, "expires_in": VALID_FOR}}}


def _upload(call: Call, row: Row, oid: str, size: int, multipart: bool) -> dict[str, Any]:
    objects = call.store.lfs(row)
    if objects.size(oid) == size:
        return {}
    if size > LARGEST:
        return {"error": {"code": 422, "message": f"Files may have up to {LARGEST} bytes"}}
    site = call.site
    verify = {"href": f"{call.endpoint}/{PREFIX[row.type]}{row.id}.git/info/lfs/objects/verify"}
    authorization = call.request.headers.get("authorization")
    if authorization:
        verify["header"] = {"Authorization": authorization}  # type: ignore[assignment]
    if not multipart or size <= site.part_size:
        href = f"{_address(call, row, oid, 'put', oid, size)}&size={size}"
        return {"authenticated": True, "actions": {"upload": {"href": href}, "verify": verify}}
    upload_id = objects.begin_parts()
    count = math.ceil(size / site.part_size)
    header: dict[str, str] = {"chunk_size": str(site.part_size)}
    for number in range(1, count + 1):
        header[str(number)] = _address(call, row, f"parts/{upload_id}/{number}", "part", upload_id, number)
    href = _address(call, row, f"parts/{upload_id}", "join", upload_id, count, oid, size)
    href += f"&parts={count}&oid={oid}&size={size}"
    return {"authenticated": True, "actions": {"upload": {"href": href, "header": header}, "verify": verify}}


async def put(call: Call) -> Response:
    """PUT /_lfs/{kind}/{ns}/{name}/{oid}: the whole object in one request."""
    oid, size = call.params["oid"], call.number("size")
    objects = _allowed(call, "put", oid, size)
    upload = objects.begin(size)
    try:
        async for chunk in call.request.stream():
            upload.write(chunk)
        await run_in_threadpool(objects.finish, upload, oid, size)
    finally:
        upload.drop()
    return Response(status_code=200, headers={"ETag": f'"{oid}"'})


async def put_part(call: Call) -> Response:
    """PUT …/parts/{upload}/{number}: one part; the ETag is sent back when the parts are joined."""
    upload_id, number = call.params["upload"], call.params["number"]
    objects = _allowed(call, "part", upload_id, number)
    folder = objects.parts_folder(upload_id)
    upload = objects.begin(call.site.part_size)
    try:
        async for chunk in call.request.stream():
            upload.write(chunk)
        upload.keep_as(folder / str(int(number)))
        etag = upload.hexdigest()
    finally:
        upload.drop()
    return Response(status_code=200, headers={"ETag": f'"{etag}"'})


def join(call: Call) -> Response:
    """POST …/parts/{upload}: join the parts."""
    upload_id, oid = call.params["upload"], call.query.get("oid", "")
    parts, size = call.number("parts"), call.number("size")
    objects = _allowed(call, "join", upload_id, parts, oid, size)
    if objects.size(oid) != size:  # joined already when the first answer was lost
        objects.join(upload_id, parts, oid, size)
    return Json({"success": True})


def verify(call: Call) -> Response:
    """POST …/info/lfs/objects/verify."""
    row = _repo(call, write=False)
    call.user()
    data = call.object()
    oid, size = data.get("oid"), data.get("size")
    if not isinstance(oid, str) or not isinstance(size, int) or call.store.lfs(row).size(oid) != size:
        raise Refusal(404, "Object does not exist, or has another size")
    return Json({})


def get(call: Call) -> Response:
    """GET /_lfs/{kind}/{ns}/{name}/{oid}: an object, as git-lfs fetches it."""
    oid = call.params["oid"]
    objects = _allowed(call, "get", oid)
    if objects.size(oid) is None:
        raise Refusal(404, "Object does not exist")
    return FileResponse(objects.path(oid), media_type="application/octet-stream")


_STORAGE = "/_lfs/{kind:kind}/{ns}/{name}"
ROUTES = [
    Address("POST", "/{kind:kind}/{ns}/{name}/info/lfs/objects/batch", batch, open=True),
    Address("POST", "/{ns}/{name}/info/lfs/objects/batch", batch, open=True),
    Address("POST", "/{kind:kind}/{ns}/{name}/info/lfs/objects/verify", verify),
    Address("POST", "/{ns}/{name}/info/lfs/objects/verify", verify),
    Streamed("PUT", _STORAGE + "/parts/{upload}/{number}", put_part),
    Address("POST", _STORAGE + "/parts/{upload}", join, signed=True),
    Streamed("PUT", _STORAGE + "/{oid}", put),
    Address("GET", _STORAGE + "/{oid}", get, signed=True),
]
