"""Every address that the Hub answers, in the order in which they are tried."""

from __future__ import annotations

from starlette.convertors import Convertor, register_url_convertor
from starlette.responses import Response

from hubtweets.localhub import pages, traffic
from hubtweets.localhub.api import (
    access,
    collections,
    commits,
    discussions,
    git,
    info,
    jobs,
    lfs,
    lfs_files,
    listings,
    manifests,
    oidc,
    people,
    refs,
    repos,
    resolve,
    trees,
    webhooks,
    xet,
)
from hubtweets.localhub.call import Address, Call, Streamed
from hubtweets.localhub.refusals import repo_not_found


class _Kind(Convertor[str]):
    regex = "models|datasets|spaces"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class _Verb(_Kind):
    regex = "resolve|raw"


# `{kind:kind}` and `{verb:verb}` in an address.
register_url_convertor("kind", _Kind())
register_url_convertor("verb", _Verb())


def _no_namespace(call: Call) -> Response:
    """Anything of `gpt2` and the like: every repo here has a namespace, so there is none of that name."""
    raise repo_not_found(known_caller=call.caller.user is not None)


_VERBS = (
    "auth-check branch commit commits discussions lfs-files like paths-info preupload refs revision settings"
    " super-squash tag tree"
)
_LAST = [
    Address("GET", "/api/{kind:kind}/{name}", _no_namespace),
    Address("GET HEAD", "/{name}/{verb:verb}/{rest:path}", _no_namespace),
    *(Address("GET POST PUT DELETE", f"/api/{{kind:kind}}/{{name}}/{verb}", _no_namespace) for verb in _VERBS.split()),
    *(
        Address("GET POST PUT DELETE", f"/api/{{kind:kind}}/{{name}}/{verb}/{{rest:path}}", _no_namespace)
        for verb in _VERBS.split()
    ),
]

_MODULES = (
    jobs,
    webhooks,
    collections,
    manifests,
    people,
    listings,
    repos,
    commits,
    info,
    trees,
    refs,
    discussions,
    access,
    lfs_files,
    lfs,
    git,
    resolve,
    traffic,
    oidc,
    xet,
    pages,
)
ADDRESSES: list[Address | Streamed] = [address for module in _MODULES for address in module.ROUTES] + _LAST
