"""Answers as public.api.bsky.app does: app.bsky.actor.getProfile and app.bsky.feed.getAuthorFeed."""

from __future__ import annotations

from typing import Any

from tests.posts.servers.base import Answer, Asked, Service

DID = "did:plc:ubudpurydqvit3dhdnx4v6sv"
OTHER = "did:plc:eu6cezqsf5yocjsyc7mgkued"
CID = "bafyreifcubvk77b7czeilf3u2yvykv6j4ri4jvlr2vdjjiwgtqeietgcoq"


def author(did: str = DID, handle: str = "alice.example") -> dict[str, Any]:
    return {"did": did, "handle": handle, "displayName": "Alice 🌻", "avatar": "https://cdn.example/a.jpg"}


def post(key: str, text: str, at: str, did: str = DID, **record: Any) -> dict[str, Any]:
    """One item of a feed."""
    record = {"$type": "app.bsky.feed.post", "createdAt": at, "langs": ["en"], "text": text, **record}
    uri = f"at://{did}/app.bsky.feed.post/{key}"
    return {"post": {"uri": uri, "cid": CID, "author": author(did), "record": record, "indexedAt": at}}


def repost(key: str, text: str, at: str) -> dict[str, Any]:
    """Somebody else's post in the feed, passed on."""
    reason = {"$type": "app.bsky.feed.defs#reasonRepost", "by": author(), "indexedAt": at}
    return {**post(key, text, "2020-01-01T00:00:00Z", OTHER), "reason": reason}


class BlueskyServer(Service):
    """Serves one account; `feed` is newest first, as the API gives it."""

    def __init__(self, feed: list[dict[str, Any]], profile: dict[str, Any] | None = None, page: int = 100) -> None:
        super().__init__()
        self.feed = feed
        self.profile = {**author(), "postsCount": len(feed), **(profile or {})}
        self.page = page

    def reply(self, asked: Asked) -> Answer:
        return answer(asked, self.profile, self.feed, self.page)


def answer(asked: Asked, profile: dict[str, Any], feed: list[dict[str, Any]], page: int = 100) -> Answer:
    """What the API answers about one account."""
    actor = asked.query.get("actor")
    if actor not in (profile["did"], profile["handle"]):
        return Answer(400, {"error": "InvalidRequest", "message": "Profile not found"})
    if asked.path == "/xrpc/app.bsky.actor.getProfile":
        return Answer(200, profile)
    if asked.path != "/xrpc/app.bsky.feed.getAuthorFeed":
        return Answer(501, {"error": "MethodNotImplemented", "message": "Method Not Implemented"})
    start = int(asked.query.get("cursor") or 0)
    end = start + min(page, int(asked.query["limit"]))
    body: dict[str, Any] = {"feed": feed[start:end]}
    if end < len(feed):
        body["cursor"] = str(end)
    return Answer(200, body)
