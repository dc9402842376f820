"""Answers as a Mastodon server does: accounts/lookup and accounts/:id/statuses."""

from __future__ import annotations

from typing import Any

from tests.posts.servers.base import Answer, Asked, Service

ME = "108"


def status(number: int, html: str, **more: Any) -> dict[str, Any]:
    """One status, as the API gives it."""
    return {
        "id": str(number), "created_at": f"2024-05-{1 + number // 24 % 28:02}T{number % 24:02}:00:00.000Z",
        "in_reply_to_id": None, "in_reply_to_account_id": None, "sensitive": False, "spoiler_text": "",
        "visibility": "public", "language": "en", "uri": f"https://social.example/users/me/statuses/{number}",
        "url": f"https://social.example/@me/{number}", "replies_count": 0, "reblogs_count": 0, "favourites_count": 0,
        "edited_at": None, "content": html, "reblog": None, "media_attachments": [], "mentions": [], "tags": [],
        "emojis": [], "card": None, "poll": None, "account": {"id": ME, "username": "me", "acct": "me"}, **more,
    }  # fmt: skip


class MastodonServer(Service):
    """Serves the account `me`; `statuses` is newest first. At most 40 a page, as the real one gives."""

    def __init__(self, statuses: list[dict[str, Any]]) -> None:
        super().__init__()
        self.statuses = statuses
        self.account = {
            "id": ME, "username": "me", "acct": "me", "display_name": "Me 🌻", "url": "https://social.example/@me",
            "avatar": "https://files.example/a.gif", "avatar_static": "https://files.example/a.png", "locked": False,
            "bot": False, "created_at": "2022-11-07T00:00:00.000Z", "note": "", "statuses_count": len(statuses),
            "followers_count": 1, "following_count": 1, "emojis": [], "fields": [],
        }  # fmt: skip

    def reply(self, asked: Asked) -> Answer:
        if asked.path == "/api/v1/accounts/lookup":
            if asked.query.get("acct") != "me":
                return Answer(404, {"error": "Record not found"})
            return Answer(200, self.account)
        if asked.path != f"/api/v1/accounts/{ME}/statuses":
            return Answer(404, {"error": "Record not found"})
        query = asked.query
        found = [
            one
            for one in self.statuses
            if int(one["id"]) < int(query.get("max_id", 10**20))
            and int(one["id"]) > int(query.get("since_id", -1))
            and not (
                query.get("exclude_replies", "").lower() in ("1", "true")
                and one["in_reply_to_account_id"] not in (None, ME)
            )
        ]
        return Answer(200, found[: min(40, int(query.get("limit", 20)))])
