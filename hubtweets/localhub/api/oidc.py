"""Trusted publishing: a CI job proves who it is and gets a short-lived token for one repo, without any stored secret.

The exchange is RFC 8693 as https://huggingface.co/docs/hub/trusted-publishers has it. The issuer is one for tests: the
local Hub itself, which signs with HS256 and a key of its own, where GitHub would sign with RS256.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.responses import Response

from hubtweets.localhub.accounts import Publisher, Token, User
from hubtweets.localhub.call import Address, Call, Json, header_text
from hubtweets.localhub.refusals import Refusal, bad_request, unauthorized
from hubtweets.localhub.storage.index import Row

GRANT = "urn:ietf:params:oauth:grant-type:token-exchange"
ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token"  # noqa: S105  (the name of a kind)
LIFETIME = 3600
"""Seconds that an exchanged token is good for; an id token has a tenth of it."""
_WORKFLOWS = ".github/workflows"


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sign(claims: dict[str, Any], key: bytes) -> str:
    """A JWT of these claims."""
    head = _encode(msgspec.json.encode({"alg": "HS256", "typ": "JWT"}))
    text = f"{head}.{_encode(msgspec.json.encode(claims))}"
    return f"{text}.{_encode(hmac.new(key, text.encode(), hashlib.sha256).digest())}"


def verify(token: str, key: bytes, *, now: float) -> dict[str, Any] | None:
    """The claims of a JWT that is ours and has not expired."""
    text, _, signature = token.rpartition(".")
    try:
        head = msgspec.json.decode(_decode(text.partition(".")[0]))
        given = _decode(signature)
        claims = msgspec.json.decode(_decode(text.partition(".")[2]))
    except (ValueError, binascii.Error, msgspec.DecodeError, RecursionError):
        return None
    expected = hmac.new(key, text.encode(), hashlib.sha256).digest()
    good = isinstance(head, dict) and head.get("alg") == "HS256" and hmac.compare_digest(given, expected)
    if not good or not isinstance(claims, dict) or not isinstance(claims.get("exp"), int | float):
        return None
    return claims if claims["exp"] > now else None


def job_environment(
    endpoint: str, key: bytes, repository: str, *, branch: str, workflow: str, event: str, environment: str, now: float
) -> dict[str, str]:
    """What GitHub Actions sets for a job of `repository` that may ask for id tokens, with this Hub as the issuer."""
    claims = {
        "use": "request",
        "repository": repository,
        "ref": f"refs/heads/{branch}",
        "workflow_ref": f"{repository}/{_WORKFLOWS}/{workflow}@refs/heads/{branch}",
        "event_name": event,
        **({"environment": environment} if environment else {}),
        "exp": now + LIFETIME,
    }
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_REPOSITORY": repository,
        "ACTIONS_ID_TOKEN_REQUEST_URL": f"{endpoint}/_oidc/token?api-version=2.0",
        "ACTIONS_ID_TOKEN_REQUEST_TOKEN": sign(claims, key),
    }


def id_token(call: Call) -> Response:
    """GET /_oidc/token?audience=…: the id token of a job, as GitHub's runtime gives it."""
    now = call.store.clock()
    scheme, _, request_token = call.request.headers.get("authorization", "").partition(" ")
    request = verify(request_token, call.site.secret, now=now) if scheme.lower() == "bearer" else None
    if request is None or request.get("use") != "request":
        raise unauthorized("The request token is not valid")
    claims = {
        **request,
        "use": "id",
        "iss": f"{call.site.endpoint}/_oidc",
        "aud": call.query.get("audience", ""),
        "sub": f"repo:{request['repository']}:ref:{request['ref']}",
        "jti": secrets.token_hex(8),
        "iat": int(now),
        "exp": int(now) + LIFETIME // 10,
    }
    return Json({"value": sign(claims, call.site.secret), "count": 1})


class _NotExchangedError(Exception):
    """The exchange is refused; `error` is `invalid_request` or `invalid_grant`, as the Hub documents them."""

    def __init__(self, error: str, reason: str) -> None:
        super().__init__(reason)
        self.error = error


def exchange(call: Call) -> Response:
    """POST /oauth/token: an id token for a Hub token that may write to `resource` and nowhere else."""
    try:
        return Json(_exchanged(call, _parameters(call)))
    except _NotExchangedError as refusal:
        reason = str(refusal)
        told = {"error": refusal.error, "error_description": reason}
        return Json(told, 400, {"X-Error-Message": header_text(reason)})


def _parameters(call: Call) -> dict[str, Any]:
    """What was sent, as JSON (huggingface_hub's way) or as a form (OAuth's)."""
    if call.request.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(call.body.decode("utf-8", "replace")))
    try:
        return call.object()
    except Refusal as refusal:
        raise _NotExchangedError("invalid_request", refusal.message) from None


def _exchanged(call: Call, data: dict[str, Any]) -> dict[str, Any]:
    if data.get("grant_type") != GRANT or data.get("subject_token_type") != ID_TOKEN:
        raise _NotExchangedError("invalid_request", "Only the exchange of an id token is supported")
    for name in ("subject_token", "resource"):
        if not isinstance(data.get(name), str) or not data[name]:
            raise _NotExchangedError("invalid_request", f"{name} is required")
    now = call.store.clock()
    row, user = _resource(call, data["resource"])
    claims = verify(data["subject_token"], call.site.secret, now=now)
    if claims is None or claims.get("use") != "id":
        raise _NotExchangedError("invalid_grant", "The id token is not valid, or has expired")
    if claims.get("aud") not in (call.endpoint, call.site.endpoint):
        raise _NotExchangedError("invalid_grant", f"The audience of the id token is not {call.endpoint}")
    publisher = _publisher(call, row, claims)
    token = Token(
        token=f"hf_jwt_{secrets.token_hex(24)}",
        role="read" if publisher.read_only else "write",
        name=f"trusted publisher {publisher.repository}",
        repos=[f"{row.type}/{row.id}"],
        expires=now + LIFETIME,
        author="[OIDC]",
    )
    call.site.keys.add_token(user, token, now=now)
    return {
        "access_token": token.token,
        "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
        "token_type": "bearer",
        "expires_in": LIFETIME,
        "scope": f"{token.role}-repos",
    }


def _resource(call: Call, text: str) -> tuple[Row, User]:
    """The repo that a token is asked for, and the user in whose name it is written to."""
    repo_type, repo_id = "model", text
    for prefix, kind in (("datasets/", "dataset"), ("spaces/", "space")):
        if text.startswith(prefix):
            repo_type, repo_id = kind, text.removeprefix(prefix)
    if "/" not in repo_id:
        raise _NotExchangedError("invalid_grant", f"{text} has no CI/CD identity; this Hub gives tokens for repos only")
    row = call.store.index.get(repo_type, repo_id)
    user = None if row is None else _acts_for(call, row.id)
    if row is None or user is None:
        raise _NotExchangedError("invalid_request", f"There is no {repo_type} repo {repo_id}: it has to exist before")
    return row, user


def _publisher(call: Call, row: Row, claims: dict[str, Any]) -> Publisher:
    """The trusted publisher of a repo that the claims fit, each exactly."""
    known = call.site.keys.publishers(row.type, row.id)
    same = [publisher for publisher in known if publisher.repository == claims.get("repository")]
    if not same:
        raise _NotExchangedError("invalid_grant", f"No trusted publisher of {row.id} is {claims.get('repository')}")
    ref = str(claims.get("ref"))
    for publisher in same:
        path = f"{publisher.repository}/{_WORKFLOWS}/{publisher.workflow}@{ref}"
        if (
            publisher.branch in ("", ref.removeprefix("refs/heads/"))
            and (not publisher.workflow or claims.get("workflow_ref") == path)
            and publisher.environment in ("", claims.get("environment"))
        ):
            return publisher
    raise _NotExchangedError(
        "invalid_grant", f"No trusted publisher of {row.id} has this branch, workflow and environment"
    )


def _acts_for(call: Call, repo_id: str) -> User | None:
    """The user whose repo it is, or somebody of the organisation whose it is."""
    keys = call.site.keys
    namespace = repo_id.partition("/")[0]
    org = keys.organisation(namespace)
    return keys.user(namespace) or (keys.user(org.members[0]) if org and org.members else None)


# -- the settings of a repo -------------------------------------------------------------------------------------------


def _told(publisher: Publisher) -> dict[str, Any]:
    names = ("repository", "branch", "workflow", "environment")
    claims = {name: getattr(publisher, name) for name in names if getattr(publisher, name)}
    return {"id": publisher.id, "provider": "github", "claims": claims, "readOnly": publisher.read_only}


def listing(call: Call) -> Response:
    """GET …/settings/trusted-publishers."""
    row = call.repo(write=True)
    return Json([_told(publisher) for publisher in call.site.keys.publishers(row.type, row.id)])


def add(call: Call) -> Response:
    """POST …/settings/trusted-publishers: `claims` (repository; branch, workflow, environment) and `readOnly`."""
    row = call.repo(write=True)
    if call.caller.token is not None and call.caller.token.repos is not None:
        raise bad_request("A trusted publisher cannot name others")
    data = call.object()
    claims = data.get("claims")
    if data.get("provider", "github") != "github" or not isinstance(claims, dict):
        raise bad_request('"claims" must be an object, and "provider" github')
    names = ("repository", "branch", "workflow", "environment")
    texts = {name: value for name, value in claims.items() if name in names and isinstance(value, str)}
    if texts.keys() != claims.keys() or texts.get("repository", "").count("/") != 1:
        raise bad_request('"claims" may have repository (owner/name, required), branch, workflow and environment')
    publisher = Publisher(repo_id=row.id, repo_type=row.type, read_only=bool(data.get("readOnly")), **texts)
    call.site.keys.add_publisher(publisher)
    return Json(_told(publisher))


def remove(call: Call) -> Response:
    """DELETE …/settings/trusted-publishers/{id}."""
    row = call.repo(write=True)
    if not call.site.keys.remove_publisher(row.type, row.id, call.params["publisher"]):
        raise Refusal(404, "There is no such trusted publisher")
    return Json({})


_SETTINGS = "/api/{kind:kind}/{ns}/{name}/settings/trusted-publishers"
ROUTES = [
    Address("GET", "/_oidc/token", id_token, signed=True),
    Address("POST", "/oauth/token", exchange, signed=True),
    Address("GET", _SETTINGS, listing),
    Address("POST", _SETTINGS, add),
    Address("DELETE", _SETTINGS + "/{publisher}", remove),
]
