"""What a Hub's answers say: its own words, how long to wait, whether they are a Hub's at all."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import msgspec

from hubtweets._shared.disk import blob_id, sha256
from hubtweets._shared.text import one_line

if TYPE_CHECKING:
    from huggingface_hub.utils import RateLimitInfo

LONGEST_WORDS = 300
"""Characters of a Hub's words that are passed on."""

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,300})", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,1000}>")
_IN = re.compile(
    r"\b(?:in|after|for|within|wait)\s+(?:about\s+|approximately\s+|another\s+)?(\d{1,6}|an?|one|a\s+few)\s*"
    r"(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?)\b",
    re.IGNORECASE,
)
_MOST = 10**9  # of requests or seconds
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


def decoded(content: bytes) -> Any:
    """A JSON answer; None where it is none."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def words(headers: Mapping[str, str], content: bytes) -> str:
    """The Hub's own explanation, as one clean line; what a page says, where a proxy answered instead; else ""."""
    answer = decoded(content[:100_000]) if content[:1] in b"{[" else None
    found: Any = None
    if isinstance(answer, dict):
        found = answer.get("error") or answer.get("message")
        if isinstance(found, dict):
            found = found.get("message")
        errors = answer.get("errors")
        if isinstance(errors, list) and errors:  # beside the error, what it is made of
            each = "; ".join(str(one.get("message") if isinstance(one, dict) else one) for one in errors[:5])
            found = f"{found.rstrip('.')}: {each}" if isinstance(found, str) and each not in found else each
    if not isinstance(found, str) or not found.strip():
        found = headers.get("x-error-message")
    if not found and answer is None:
        text = content[:20_000].decode("utf-8", "replace")
        title = _TITLE.search(text)
        found = html.unescape(title[1] if title else _TAGS.sub(" ", text))
    line = one_line(str(found or ""))
    return line if len(line) <= LONGEST_WORDS else line[:LONGEST_WORDS] + "…"


def wait_asked(headers: Mapping[str, str], said: str, now: float) -> float | None:
    """Seconds that a refusal asks to wait: `Retry-After` (seconds or a date), `RateLimit`, or the words themselves
    ("You can retry this action in about 1 hour"); None where it does not say.

    Args:
        now: seconds since 1970.
    """
    retry_after = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", retry_after, re.ASCII):
        return float(retry_after)
    if retry_after:
        try:
            return max(0.0, parsedate_to_datetime(retry_after).timestamp() - now)
        except (ValueError, TypeError, OverflowError):
            pass
    found = _IN.search(said)
    if found:
        number = float(found[1]) if found[1].isdigit() else 1.0
        return number * _UNITS[found[2][0].lower()]
    if re.search(r"\b(tomorrow|daily|today|per day)\b", said, re.IGNORECASE):
        return _UNITS["d"]
    info = rate_limit(headers)
    return float(info.reset_in_seconds) if info is not None and info.remaining == 0 else None


def rate_limit(headers: Mapping[str, str]) -> RateLimitInfo | None:
    """What `RateLimit` and `RateLimit-Policy` say; None where they say nothing, or numbers that cannot be meant."""
    from huggingface_hub.utils import parse_ratelimit_headers

    try:
        info = parse_ratelimit_headers(headers)
    except ValueError:  # thousands of digits
        return None
    numbers = (info.remaining, info.reset_in_seconds, info.limit or 0, info.window_seconds or 0) if info else ()
    return info if all(number < _MOST for number in numbers) else None


def is_file(etag: str, content: bytes) -> bool:
    """Whether `content` is the file that a Hub's ETag names: git's blob id, or the SHA-256 of a large file.

    A proxy that compresses marks the ETag (`W/`, `-gzip`); the content is the same.
    """
    name = re.sub(r"[-;:](gzip|br|deflate|zstd)$", "", etag.removeprefix("W/").strip('"'))
    return name == (sha256(content) if len(name) == 64 else blob_id(content))
