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

import msgspec
from starlette.responses import Response

from hubtweets.localhub.accounts import Token, User
from hubtweets.localhub.call import Address, Call, Json, header_text
from hubtweets.localhub.refusals import bad_request, unauthorized

GRANT = "urn:ietf:params:oauth:grant-type:token-exchange"
ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token"  # noqa: S105  (the name of a kind)
LIFETIME = 3600
"""Seconds that an exchanged token is good for; an id token has a tenth of it."""


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
    except (ValueError, binascii.Error, msgspec.DecodeError):
        return None
    expected = hmac.new(key, text.encode(), hashlib.sha256).digest()
    good = isinstance(head, dict) and head.get("alg") == "HS256" and hmac.compare_digest(given, expected)
    if not good or not isinstance(claims, dict) or not isinstance(claims.get("exp"), int | float):
        return None
    return claims if claims["exp"] > now else None


def job_environment(endpoint: str, key: bytes, repository: str, *, now: float) -> dict[str, str]:
    """What GitHub Actions sets for a job of `repository` that may ask for id tokens, with this Hub as the issuer."""
    claims = {"use": "request", "repository": repository, "exp": now + LIFETIME}
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
    repository = request["repository"]
    claims = {
        "use": "id",
        "iss": f"{call.endpoint}/_oidc",
        "aud": call.query.get("audience", ""),
        "sub": f"repo:{repository}:ref:refs/heads/main",
        "repository": repository,
        "jti": secrets.token_hex(8),
        "iat": int(now),
        "exp": int(now) + LIFETIME // 10,
    }
    return Json({"value": sign(claims, call.site.secret), "count": 1})


def _refuse(error: str, why: str) -> Response:
    return Json({"error": error, "error_description": why}, 400, {"X-Error-Message": header_text(why)})


def exchange(call: Call) -> Response:
    """POST /oauth/token: an id token for a Hub token that may write to `resource` and nowhere else."""
    data = call.object()
    if data.get("grant_type") != GRANT or data.get("subject_token_type") != ID_TOKEN:
        return _refuse("unsupported_grant_type", "Only the exchange of an id token is supported")
    now = call.store.clock()
    claims = verify(str(data.get("subject_token") or ""), call.site.secret, now=now)
    if claims is None or claims.get("use") != "id":
        return _refuse("invalid_grant", "The id token is not valid, or has expired")
    if claims.get("aud") != call.endpoint:
        return _refuse("invalid_grant", f"The audience of the id token is not {call.endpoint}")
    repo_type, repo_id = _resource(str(data.get("resource") or ""))
    keys = call.site.keys
    trusted = any(
        publisher.repository == claims["repository"]
        and (publisher.repo_type, publisher.repo_id.lower()) == (repo_type, repo_id.lower())
        for publisher in keys.accounts.publishers
    )
    user = _acts_for(call, repo_id)
    if not trusted or user is None:
        return _refuse("invalid_target", f"{claims['repository']} is no trusted publisher of {repo_id}")
    token = Token(
        token=f"hf_jwt_{secrets.token_hex(24)}",
        role="write",
        name=f"trusted publisher {claims['repository']}",
        repos=[f"{repo_type}/{repo_id}"],
        expires=now + LIFETIME,
    )
    keys.add_token(user, token, now=now)
    return Json(
        {
            "access_token": token.token,
            "issued_token_type": "urn:ietf:params:oauth:token-type:access_token",
            "token_type": "bearer",
            "expires_in": LIFETIME,
            "scope": "write-repos",
        }
    )


def _resource(text: str) -> tuple[str, str]:
    for prefix, repo_type in (("datasets/", "dataset"), ("spaces/", "space")):
        if text.startswith(prefix):
            return repo_type, text.removeprefix(prefix)
    if "/" not in text:
        raise bad_request('"resource" must be a repo: namespace/name, datasets/namespace/name or spaces/namespace/name')
    return "model", text


def _acts_for(call: Call, repo_id: str) -> User | None:
    """The user whose repo it is, or somebody of the organisation whose it is."""
    keys = call.site.keys
    namespace = repo_id.partition("/")[0]
    org = keys.organisation(namespace)
    return keys.user(namespace) or (keys.user(org.members[0]) if org and org.members else None)


ROUTES = [
    Address("GET", "/_oidc/token", id_token, signed=True),
    Address("POST", "/oauth/token", exchange, signed=True),
]
