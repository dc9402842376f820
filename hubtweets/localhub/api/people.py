"""Who is who: whoami, users, organisations."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from hubtweets.localhub.accounts import Organisation, User
from hubtweets.localhub.call import Address, Call, Json
from hubtweets.localhub.refusals import Refusal, forbidden, unauthorized
from hubtweets.localhub.storage.index import Query
from hubtweets.localhub.storage.store import TYPES


def whoami(call: Call) -> Response:
    """GET /api/whoami-v2."""
    user, token = call.caller.user, call.caller.token
    if user is None or token is None:
        raise unauthorized()
    orgs = call.site.keys.organisations_of(user)
    return Json(
        {
            "type": "user",
            "id": user.name,
            "name": user.name,
            "fullname": user.fullname or user.name,
            "email": user.email or f"{user.name}@localhost",
            "emailVerified": True,
            "canPay": False,
            "periodEnd": None,
            "isPro": False,
            "avatarUrl": "",
            "orgs": [_in_whoami(org, user.name) for org in orgs],
            # not the Hub's: tells publishing tools that this user may create repos in any namespace
            **({"anyNamespace": True} if user.any_namespace else {}),
            "auth": {
                "type": "access_token",
                "accessToken": {"displayName": token.name or token.role, "role": token.role},
            },
        }
    )


def _in_whoami(org: Organisation, user: str) -> dict[str, Any]:
    return {
        "type": "org",
        "id": org.name,
        "name": org.name,
        "fullname": org.fullname or org.name,
        "email": None,
        "canPay": False,
        "periodEnd": None,
        "avatarUrl": "",
        "roleInOrg": org.roles.get(user, "admin"),
        "isEnterprise": org.private_by_default,
    }


def _counts(call: Call, author: str) -> dict[str, int]:
    visible = call.site.keys.visible(call.caller)

    def count(repo_type: str) -> int:
        return call.store.index.count(Query(repo_type, author=author, visible=visible))

    return {"numModels": count("model"), "numDatasets": count("dataset"), "numSpaces": count("space")}


def _user(call: Call) -> User:
    user = call.site.keys.user(call.params["name"])
    if user is None:
        raise Refusal(404, "User does not exist")
    return user


def _org(call: Call) -> Organisation:
    org = call.site.keys.organisation(call.params["name"])
    if org is None:
        raise Refusal(404, "Organization does not exist")
    return org


def user_overview(call: Call) -> Response:
    """GET /api/users/{name}/overview."""
    user = _user(call)
    orgs = [
        {"id": org.name, "name": org.name, "fullname": org.fullname or org.name, "avatarUrl": ""}
        for org in call.site.keys.organisations_of(user)
    ]
    return Json(
        {
            "_id": user.name,
            "user": user.name,
            "fullname": user.fullname or user.name,
            "type": "user",
            "isPro": False,
            "avatarUrl": "",
            "orgs": orgs,
            "numDiscussions": 0,
            "numFollowers": 0,
            "numFollowing": 0,
            "numLikes": 0,
            "numPapers": 0,
            "numUpvotes": 0,
            **_counts(call, user.name),
        }
    )


def org_overview(call: Call) -> Response:
    """GET /api/organizations/{name}/overview."""
    org = _org(call)
    return Json(
        {
            "_id": org.name,
            "name": org.name,
            "fullname": org.fullname or org.name,
            "type": "org",
            "avatarUrl": "",
            "isVerified": False,
            "isEnterprise": org.private_by_default,
            "numUsers": len(org.members),
            "numFollowers": 0,
            **_counts(call, org.name),
        }
    )


def org_members(call: Call) -> Response:
    """GET /api/organizations/{name}/members."""
    members = [call.site.keys.user(name) for name in _org(call).members]
    return Json(
        [
            {"_id": user.name, "user": user.name, "fullname": user.fullname or user.name, "type": "user",
             "isPro": False, "avatarUrl": ""}
            for user in members
            if user is not None
        ]
    )  # fmt: skip


def own_repos(call: Call) -> Response:
    """GET /api/settings/repositories."""
    return _storage(call, call.user())


def org_repos(call: Call) -> Response:
    """GET /api/organizations/{name}/settings/repositories."""
    if call.site.keys.role(call.caller, call.params["name"]) in (None, "no access"):
        raise forbidden(f"You are not a member of {call.params['name']}")
    return _storage(call, call.params["name"])


def _storage(call: Call, author: str) -> Response:
    """The repos of a namespace and the bytes that each takes on main."""
    told = []
    for repo_type in TYPES:
        rows, _ = call.store.index.page(Query(repo_type, author=author), after=None, limit=1_000_000)
        for row in rows:
            repo = call.store.open(row)
            size = sum(entry.size for entry in repo.entries(repo.resolve(row.sha), recursive=True))
            told.append((row, size))
    total = sum(size for _, size in told) or 1
    return Json(
        [
            {
                "id": row.id,
                "type": row.type,
                "updatedAt": row.modified,
                "visibility": "private" if row.private else "public",
                "storage": size,
                "storagePercent": round(100 * size / total, 2),
            }
            for row, size in told
        ]
    )


def likes(call: Call) -> Response:
    """GET /api/users/{name}/likes: nobody likes anything here."""
    _user(call)
    return Json([])


ROUTES = [
    Address("GET", "/api/users/{name}/likes", likes),
    Address("GET", "/api/settings/repositories", own_repos),
    Address("GET", "/api/organizations/{name}/settings/repositories", org_repos),
    Address("GET", "/api/whoami-v2", whoami),
    Address("GET", "/api/users/{name}/overview", user_overview),
    Address("GET", "/api/organizations/{name}/overview", org_overview),
    Address("GET", "/api/organizations/{name}/members", org_members),
]
