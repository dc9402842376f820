"""Downloads: `resolve` and `raw`, with the headers that caches and huggingface_hub go by."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from hubtweets.localhub.call import Address, Call
from hubtweets.localhub.refusals import Refusal, entry_not_found

# A browser must never run what a repo holds; text is shown, everything else is handed over as a file.
_SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "no-cache",
}
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")


def _disposition(path: str) -> str:
    name = Path(path).name
    plain = re.sub(r"[^\x20-\x7e]|[\"\\]", "_", name)
    return f"inline; filename*=UTF-8''{quote(name)}; filename=\"{plain}\""


def _media_type(path: str) -> str:
    guessed = mimetypes.guess_type(path)[0] or "application/octet-stream"
    if guessed.startswith("text/") or guessed in ("application/json", "application/xml", "image/svg+xml"):
        return "text/plain; charset=utf-8"
    return guessed


def resolve(call: Call) -> Response:
    """GET or HEAD …/resolve/{rev}/{path}: the file, LFS content included; the ETag is the blob id or the SHA-256."""
    return _file(call, follow_lfs=True)


def raw(call: Call) -> Response:
    """GET or HEAD …/raw/{rev}/{path}: the file as git has it; of an LFS file, the pointer."""
    return _file(call, follow_lfs=False)


def _file(call: Call, *, follow_lfs: bool) -> Response:
    row = call.repo(content=True)
    repo = call.store.open(row)
    commit = repo.resolve(call.params["rev"])
    found = {"X-Repo-Commit": str(commit.id)}
    path = call.params["path"]
    entry = repo.entry(commit, path)
    if entry is None or entry.is_folder:
        raise entry_not_found(headers=found)
    headers = {
        **found,
        **_SAFE_HEADERS,
        "Accept-Ranges": "bytes",
        "Content-Disposition": _disposition(path),
        "Access-Control-Expose-Headers": "X-Repo-Commit,X-Request-Id,X-Error-Code,X-Error-Message,ETag,Link",
    }
    lfs = entry.lfs if follow_lfs else None
    headers["ETag"] = f'"{lfs.oid if lfs else entry.oid}"'
    if lfs:
        headers |= {"X-Linked-Size": str(lfs.size), "X-Linked-Etag": f'"{lfs.oid}"'}
    if _unchanged(call, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    media_type = _media_type(path)
    if lfs:
        objects = call.store.lfs(row)
        if objects.size(lfs.oid) is None:
            raise Refusal(404, "The LFS object of this file was never uploaded", code="EntryNotFound", headers=found)
        return FileResponse(objects.path(lfs.oid), headers=headers, media_type=media_type)
    return _bytes(call, repo.read(entry.oid), headers, media_type)


def _unchanged(call: Call, etag: str) -> bool:
    asked = call.request.headers.get("if-none-match", "")
    return asked.strip() == "*" or etag in (part.strip().removeprefix("W/") for part in asked.split(","))


def _bytes(call: Call, content: bytes, headers: dict[str, str], media_type: str) -> Response:
    """Bytes at hand, or the part of them that `Range` asks for (one range; several are answered with all)."""
    asked = _RANGE.fullmatch(call.request.headers.get("range", ""))
    if asked is None or asked[1] == asked[2] == "":
        return Response(content, headers=headers, media_type=media_type)
    size = len(content)
    if asked[1]:
        first, last = int(asked[1]), min(int(asked[2] or size), size - 1)
    else:
        first, last = max(size - int(asked[2]), 0), size - 1
    if first > last:
        refusal = {**headers, "Content-Range": f"bytes */{size}"}
        return Response(status_code=416, headers=refusal)
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return Response(content[first : last + 1], 206, headers, media_type)


ROUTES = [
    Address("GET HEAD", "/{kind:kind}/{ns}/{name}/resolve/{rev}/{path:path}", resolve),
    Address("GET HEAD", "/{ns}/{name}/resolve/{rev}/{path:path}", resolve),
    Address("GET HEAD", "/{kind:kind}/{ns}/{name}/raw/{rev}/{path:path}", raw),
    Address("GET HEAD", "/{ns}/{name}/raw/{rev}/{path:path}", raw),
]
