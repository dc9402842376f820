"""A Bluesky of several accounts, whose posts a test makes up."""

from __future__ import annotations

from typing import Any

from tests.posts.servers.base import Answer, Asked, Service
from tests.posts.servers.bluesky import answer, author, post

WORDS = ("morning", "river", "heron", "bridge", "garden", "winter", "bread", "boat", "letter", "window")


def feed(count: int, first: int = 0, handle: str = "alice.example", did: str | None = None) -> list[dict[str, Any]]:
    """So many posts, the newest first; their keys grow with time, as on Bluesky, and no two texts are the same."""
    posts = []
    for number in range(first, first + count):
        text = " ".join(WORDS[(number * step + step) % 10] for step in range(1, 12)) + f" number {number} of {handle}"
        at = f"2024-{number // 800 % 12 + 1:02}-{number // 28 % 28 + 1:02}T{number % 24:02}:00:00.000Z"
        posts.append(post(f"3k{number:011}", text, at, did or did_of(handle)))
    return posts[::-1]


def did_of(handle: str) -> str:
    """A made-up identifier of an account."""
    return f"did:plc:{handle.replace('.', '')[:24]}"


class Bluesky(Service):
    """Serves each account that has been given posts; `asked_of` counts the requests about each."""

    def __init__(self) -> None:
        super().__init__()
        self.feeds: dict[str, list[dict[str, Any]]] = {}
        self.asked_of: dict[str, int] = {}

    def add(self, handle: str, count: int) -> None:
        """So many newer posts of an account."""
        before = self.feeds.get(handle, [])
        self.feeds[handle] = feed(count, len(before), handle) + before

    def reply(self, asked: Asked) -> Answer:
        actor = asked.query.get("actor", "")
        handle = next((name for name in self.feeds if actor in (name, did_of(name))), None)
        if handle is None:
            return Answer(400, {"error": "InvalidRequest", "message": "Profile not found"})
        self.asked_of[handle] = self.asked_of.get(handle, 0) + 1
        profile = {**author(did_of(handle), handle), "postsCount": len(self.feeds[handle])}
        return answer(asked, profile, self.feeds[handle])
