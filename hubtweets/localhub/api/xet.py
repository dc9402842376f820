"""Xet, which this Hub has not: says so where a client that has hf_xet would ask for it."""

from __future__ import annotations

from starlette.responses import Response

from hubtweets.localhub.call import Address, Call
from hubtweets.localhub.refusals import Refusal


def no_xet(call: Call) -> Response:
    """GET …/xet-read-token/{rev} and …/xet-write-token/{rev}."""
    call.repo()
    raise Refusal(501, "This Hub has no Xet storage: set HF_HUB_DISABLE_XET=1, and files go over LFS")


ROUTES = [
    Address("GET", "/api/{kind:kind}/{ns}/{name}/xet-read-token/{rev}", no_xet),
    Address("GET", "/api/{kind:kind}/{ns}/{name}/xet-write-token/{rev}", no_xet),
]
