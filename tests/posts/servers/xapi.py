"""Answers as the X API v2 does, by the recorded shapes: users/by/username/:username and users/:id/tweets."""

from __future__ import annotations

from collections import Counter
from typing import Any

from tests.posts.servers.base import Answer, Asked, Service

ME = "2244994945"
REACH = 3200


def tweet(id_: int, text: str, **more: Any) -> dict[str, Any]:
    """One post, with the fields that were asked for."""
    minute, second = divmod(id_ % 3600, 60)
    return {
        "id": str(id_),
        "text": text,
        "created_at": f"2024-05-{1 + id_ // 3600 % 28:02}T{id_ // 100800 % 24:02}:{minute:02}:{second:02}.000Z",
        "lang": "en",
        "edit_history_tweet_ids": [str(id_)],
        **more,
    }


def problem(kind: str, title: str, detail: str) -> dict[str, Any]:
    """The body of an answer with status 200 that has no data."""
    type_ = f"https://api.twitter.com/2/problems/{kind}"
    return {"errors": [{"title": title, "detail": detail, "type": type_, "resource_type": "user", "parameter": "id"}]}


class XServer(Service):
    """Serves the account `example`; `tweets` is newest first. Counts how often each post was given."""

    def __init__(self, tweets: list[dict[str, Any]], token: str = "a-bearer-token") -> None:
        super().__init__()
        self.tweets = tweets
        self.token = token
        self.given: Counter[str] = Counter()
        self.user = {
            "id": ME, "name": "Example 🌻", "username": "example", "protected": False,
            "profile_image_url": "https://pbs.twimg.com/profile_images/1/face_normal.jpg",
            "public_metrics": {"followers_count": 1, "tweet_count": len(tweets)},
        }  # fmt: skip

    def reply(self, asked: Asked) -> Answer:
        authorization = asked.headers.get("authorization", "")
        if authorization != f"Bearer {self.token}" and not authorization.startswith("OAuth "):
            return Answer(
                401, {"title": "Unauthorized", "detail": "Unauthorized", "type": "about:blank", "status": 401}
            )
        if asked.path == f"/2/users/by/username/{self.user['username']}":
            return Answer(200, {"data": self.user})
        if asked.path.startswith("/2/users/by/username/"):
            name = asked.path.rpartition("/")[2]
            detail = f"Could not find user with username: [{name}]."
            return Answer(200, problem("resource-not-found", "Not Found Error", detail))
        if asked.path == f"/2/users/{ME}/tweets":
            return self._timeline(asked.query)
        return Answer(404, {"title": "Not Found", "detail": "Not Found", "type": "about:blank", "status": 404})

    def _timeline(self, query: dict[str, str]) -> Answer:
        size = int(query.get("max_results", 10))
        if not 5 <= size <= 100:
            return Answer(400, {"errors": [{"message": "max_results must be 5 to 100"}], "title": "Invalid Request"})
        reachable = self.tweets[:REACH]
        found = [
            one
            for one in reachable
            if int(query.get("since_id", 0)) < int(one["id"]) < int(query.get("until_id", 2**63))
        ]
        # A token goes with the limits it was given for, and with no others.
        limits = f"{query.get('since_id')}-{query.get('until_id')}"
        start, _, ours = query.get("pagination_token", f"0:{limits}").partition(":")
        if ours != limits:
            return Answer(400, {"errors": [{"message": "Invalid pagination_token"}], "title": "Invalid Request"})
        start = int(start)
        page = found[start : start + size]
        self.given.update(one["id"] for one in page)
        meta: dict[str, Any] = {"result_count": len(page)}
        if page:
            meta |= {"newest_id": page[0]["id"], "oldest_id": page[-1]["id"]}
        if start + size < len(found):
            meta["next_token"] = f"{start + size}:{limits}"
        return Answer(200, {"data": page, "meta": meta} if page else {"meta": meta})
