"""Small archives in the real export format, written for the tests."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tweet = dict[str, Any]
Write = Callable[..., Path]


def tweet(id_: int, text: str, **more: Any) -> Tweet:
    """One row of a `tweets.js`; `more` replaces or adds fields."""
    day, hour = divmod(id_, 24)
    row = {
        "edit_info": {"initial": {"editTweetIds": [str(id_)], "editsRemaining": "5", "isEditEligible": False}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", str(len(text))],
        "favorite_count": "1",
        "id_str": str(id_),
        "truncated": False,
        "retweet_count": "0",
        "id": str(id_),
        "created_at": f"Sat Feb {1 + day % 28:02} {hour:02}:00:00 +0000 2020",
        "favorited": False,
        "full_text": text,
        "lang": "en",
    }
    return {**row, **more}


def js(kind: str, rows: Any, part: int = 0) -> str:
    """A file of an X archive: the assignment and the JSON."""
    return f"window.YTD.{kind}.part{part} = {json.dumps(rows, indent=2)}"


ACCOUNT = {
    "account": {
        "email": "a@example.com",
        "username": "example",
        "accountId": "42",
        "createdAt": "2019-01-01T00:00:00.000Z",
        "accountDisplayName": "Example 🌻",
    }
}
PROFILE = {"profile": {"avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/face.jpg"}}


@pytest.fixture
def archive(tmp_path: Path) -> Write:
    """Writes an X archive as a zip: `archive(tweets, **{"data/other.js": text})`; a file that is None is left out."""

    def write(tweets: list[Tweet] | str, name: str = "archive.zip", **files: str | bytes | None) -> Path:
        contents: dict[str, str | bytes | None] = {
            "data/account.js": js("account", [ACCOUNT]),
            "data/profile.js": js("profile", [PROFILE]),
            "data/profile_media/42-face.jpg": b"\xff\xd8 a picture",
            "data/tweets.js": tweets if isinstance(tweets, str) else js("tweets", [{"tweet": row} for row in tweets]),
            **files,
        }
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for member, text in contents.items():
                if text is not None:
                    file.writestr(member, text)
        return path

    return write
