"""Listings of repos, page by page."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from starlette.responses import Response

from hubtweets.localhub.api import describe
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import bad_request
from hubtweets.localhub.storage.index import SORTS, Query

PAGE = 1000
_DATASET_FILTERS = (
    "language_creators", "language", "multilinguality", "size_categories", "task_categories", "task_ids", "benchmark",
)  # fmt: skip


def next_link(call: Call, cursor: str) -> dict[str, str]:
    """The `Link` header that leads to the next page of this listing."""
    params = [(name, value) for name, value in call.request.query_params.multi_items() if name != "cursor"]
    return next_page(call, [*params, ("cursor", cursor)])


def next_page(call: Call, params: Sequence[tuple[str, object]]) -> dict[str, str]:
    """The `Link` header that leads to this address with other parameters."""
    path = quote(call.request.scope["raw_path"].decode("latin-1"), safe="/%~!$&'()*+,;=:@")
    return {"Link": f'<{call.endpoint}{path}?{urlencode(params)}>; rel="next"'}


def encode_cursor(value: Any) -> str:
    """A cursor as opaque text."""
    return base64.urlsafe_b64encode(msgspec.json.encode(value)).decode()


def decode_cursor(call: Call) -> Any:
    """What `encode_cursor` was given, or None on the first page.

    Raises:
        Refusal: 400 for a cursor that is none.
    """
    text = call.query.get("cursor")
    if not text:
        return None
    try:
        return msgspec.json.decode(base64.urlsafe_b64decode(text))
    except (binascii.Error, ValueError, msgspec.DecodeError, RecursionError):
        raise bad_request("Invalid cursor") from None


def repo_cursor(call: Call) -> tuple[str | None, str] | None:
    """Where a page of repos starts: the sort value and the id of the repo before.

    Raises:
        Refusal: 400 for a cursor that is none.
    """
    after = decode_cursor(call)
    if after is None:
        return None
    try:
        return msgspec.convert(after, tuple[str | None, str])
    except msgspec.ValidationError:
        raise bad_request("Invalid cursor") from None


def page_size(call: Call, default: int, most: int) -> int:
    """The `limit` that was asked for.

    Raises:
        Refusal: 400 when it is no number.
    """
    limit = call.number("limit", default)
    if limit < 1:
        raise bad_request('"limit" must be a positive number')
    return min(limit, most)


def listing(call: Call) -> Response:
    """GET /api/{kind}: filters, sorts, pages of up to 1,000, as huggingface_hub's `list_models` asks for them."""
    repo_type = call.params["kind"].removesuffix("s")
    query = call.query
    tags = [tag for value in call.many("filter") for tag in value.split(",") if tag]
    for name in _DATASET_FILTERS if repo_type == "dataset" else ():
        tags += [f"{name}:{value}" for value in call.many(name)]
    gated = query.get("gated")
    wanted = Query(
        repo_type,
        author=query.get("author"),
        search=query.get("search") or query.get("dataset_name"),
        tags=tags,
        pipeline=query.get("pipeline_tag"),
        gated=None if gated is None else gated.lower() in ("1", "true"),
        sort=query.get("sort", "trendingScore"),
        ascending=query.get("direction") == "1",
        visible=call.site.keys.visible(call.caller),
    )
    if wanted.sort not in SORTS:
        raise bad_request(f"Invalid sort parameter: {wanted.sort}")
    expand = call.many("expand")
    if any(name not in describe.EXPANDABLE for name in expand):
        raise bad_request(f"✖ Invalid option: expected one of {'|'.join(sorted(describe.EXPANDABLE))}")
    rows, cursor = call.store.index.page(wanted, after=repo_cursor(call), limit=page_size(call, PAGE, PAGE))
    if expand:
        told = [describe.expanded(row, expand) for row in rows]
    else:
        full = call.flag("full")
        told = [
            describe.in_listing(row, full=full, card=call.flag("cardData"), config=call.flag("config")) for row in rows
        ]
    return Json(told, headers=next_link(call, encode_cursor(cursor)) if cursor else None)


ROUTES = [Address("GET", "/api/{kind:kind}", listing)]
