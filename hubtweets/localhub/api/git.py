"""git over HTTP (https://git-scm.com/docs/http-protocol), by git's own upload-pack and receive-pack.

A push is unpacked beside the repository and looked at first, see `storage/pushing.py`.
"""

from __future__ import annotations

import asyncio
import gzip
import os
import shutil
import tempfile
import zlib
from collections.abc import AsyncIterator
from typing import IO

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from hubtweets.localhub.call import Call, Streamed
from hubtweets.localhub.refusals import Refusal, bad_request
from hubtweets.localhub.storage.index import Row
from hubtweets.localhub.storage.pushing import receive

_NO_CACHE = {"Cache-Control": "no-cache"}
_REQUEST_LIMIT = 64 * 1024 * 1024  # of a fetch: a list of commits, never content
_PIECE = 64 * 1024


def _repo(call: Call, write: bool = False) -> Row:
    kind = call.params.get("kind", "models").removesuffix("s")
    name = f"{call.params['ns']}/{call.params['name'].removesuffix('.git')}"
    try:
        return call.find(kind, name, content=True, write=write)
    except Refusal as refusal:
        if refusal.status == 401:  # makes git ask its credential helper
            refusal.headers["WWW-Authenticate"] = 'Basic realm="Hugging Face Hub"'
        raise


def _git() -> str:
    git = shutil.which("git")
    if git is None:
        raise Refusal(501, "git is not installed where this Hub runs")
    return git


def _command(call: Call, row: Row, service: str, *options: str) -> list[str]:
    path = str(call.store.path(row.type, row.id))
    settings = ["-c", f"safe.directory={path}", "-c", "receive.hideRefs=refs/pr"]
    return [_git(), *settings, service, "--stateless-rpc", *options, path]


def _environment(call: Call) -> dict[str, str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    protocol = call.request.headers.get("git-protocol", "")
    return {**keep, "GIT_CONFIG_NOSYSTEM": "1", **({"GIT_PROTOCOL": protocol} if protocol else {})}


async def info_refs(call: Call) -> Response:
    """GET …/info/refs?service=…: what there is to fetch, or to push to."""
    service = (call.query.get("service") or "").removeprefix("git-")
    if service not in ("upload-pack", "receive-pack"):
        raise bad_request("Please upgrade your git client: the dumb protocol is not supported")
    row = await run_in_threadpool(_repo, call, service == "receive-pack")
    process = await asyncio.create_subprocess_exec(
        *_command(call, row, service, "--http-backend-info-refs"),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(call),
    )
    told, _ = await process.communicate()
    if process.returncode:
        raise Refusal(500, "git could not read this repository")
    first = f"# service=git-{service}\n".encode()
    if service == "receive-pack" or "version=2" not in call.request.headers.get("git-protocol", ""):
        told = b"%04x%s0000%s" % (len(first) + 4, first, told)
    return Response(told, media_type=f"application/x-git-{service}-advertisement", headers=_NO_CACHE)


async def upload_pack(call: Call) -> Response:
    """POST …/git-upload-pack: the commits and files that the client has not."""
    row = await run_in_threadpool(_repo, call)
    asked = await _body(call)
    process = await asyncio.create_subprocess_exec(
        *_command(call, row, "upload-pack"),
        stdin=asked,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_environment(call),
    )
    asked.close()
    return StreamingResponse(_output(process), media_type="application/x-git-upload-pack-result", headers=_NO_CACHE)


async def _body(call: Call) -> IO[bytes]:
    """The request in a file, unpacked where git packed it, for upload-pack to read from."""
    chunks, size = [], 0
    async for chunk in call.request.stream():
        size += len(chunk)
        if size > _REQUEST_LIMIT:
            raise Refusal(413, "the body is too large for a fetch")
        chunks.append(chunk)
    body = b"".join(chunks)
    if call.request.headers.get("content-encoding", "") in ("gzip", "x-gzip"):
        try:
            with gzip.GzipFile(fileobj=_file(body)) as unpacked:
                body = unpacked.read(_REQUEST_LIMIT + 1)
        except (OSError, EOFError, zlib.error):
            raise bad_request("the body is not gzip") from None
        if len(body) > _REQUEST_LIMIT:
            raise Refusal(413, "the body is too large for a fetch")
    return _file(body)


def _file(content: bytes) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115  (closed by whoever reads it)
    file.write(content)
    file.seek(0)
    return file


async def _output(process: asyncio.subprocess.Process) -> AsyncIterator[bytes]:
    assert process.stdout is not None  # noqa: S101  (asked for above)
    try:
        while piece := await process.stdout.read(_PIECE):
            yield piece
    finally:
        if process.returncode is None:
            if not process.stdout.at_eof():
                process.kill()  # the client went away
            await process.wait()


async def receive_pack(call: Call) -> Response:
    """POST …/git-receive-pack: a push. Who pushes is asked before a byte of it is read."""
    row = await run_in_threadpool(_repo, call, True)
    git, environment = _git(), _environment(call)
    limit, size = call.site.body_limit, 0
    with tempfile.TemporaryFile(dir=call.store.folder / "tmp") as body:
        async for chunk in call.request.stream():
            size += len(chunk)
            if size > limit:
                raise Refusal(413, f"a push may have up to {limit} bytes; large files go to LFS")
            body.write(chunk)
        body.seek(0)
        told = await run_in_threadpool(receive, call.store, row, git, body, environment)
    return Response(told, media_type="application/x-git-receive-pack-result", headers=_NO_CACHE)


ROUTES = [
    made
    for base in ("/{kind:kind}/{ns}/{name}", "/{ns}/{name}")
    for made in (
        Streamed("GET", base + "/info/refs", info_refs, signed=False),
        Streamed("POST", base + "/git-upload-pack", upload_pack, signed=False),
        Streamed("POST", base + "/git-receive-pack", receive_pack, signed=False),
    )
]
