"""What secrets look like: tokens, keys and passwords. What is found is never printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class _Kind(NamedTuple):
    """A kind of secret. Each of them has one of `marks` in it, which is much faster to look for than the pattern.

    Where the pattern has a group `random`, that part is a secret only if it looks drawn by lot: placeholders
    (`hf_xxxx`), slugs and identifiers do not.
    """

    what: str
    marks: tuple[str, ...]
    pattern: re.Pattern[str]


_STAND_INS = (
    r"[$<{%*]|(?:[A-Z]+(?:_[A-Z]+)+|[xX.]+"
    r"|(?i:(?:(?:your|my)[_-]?)?(?:password|passwd|pass|token|secret|api[_-]?key)))@"
)
"""What stands in an address for a password: a variable (`$TOKEN`, `${X}`, `HF_TOKEN`), or a word for one."""

_KINDS = [
    _Kind(what, tuple(marks.split()), re.compile(pattern))
    for what, marks, pattern in (
        ("a Hugging Face token", "hf_", r"\bhf_(?P<letters>[A-Za-z0-9]{30,})\b"),
        ("a Hugging Face token of an organisation", "api_org_", r"\bapi_org_(?P<letters>[A-Za-z0-9]{30,})\b"),
        ("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", r"\bgh[pousr]_(?P<random>[A-Za-z0-9]{36,})\b"),
        ("a GitHub token", "github_pat_", r"\bgithub_pat_(?P<random>\w{40,})\b"),
        # https://platform.openai.com and https://console.anthropic.com: a kind, then letters of both cases and digits
        (
            "a key of OpenAI or Anthropic",
            "sk-",
            r"(?<![\w/.-])sk-(?:(?:ant|proj|svcacct|admin)-(?:[a-z]+\d+-)?)?(?P<random>[A-Za-z0-9_-]{32,})",
        ),
        ("a key of OpenRouter or DeepSeek", "sk-", r"(?<![\w/.-])sk-(?:or-v1-[0-9a-f]{64}|[0-9a-f]{32})(?![\w-])"),
        ("an AWS key", "AKIA ASIA", r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b"),
        ("a Google key", "AIza", r"\bAIza(?P<random>[A-Za-z0-9_-]{35})"),
        ("a Slack token", "xox", r"\bxox[abprs]-[A-Za-z0-9-]{10,}"),
        ("a bearer token of X", "A" * 10, r"\bA{10}(?P<random>[A-Za-z0-9%]{40,})"),
        ("a W&B key", "_key _KEY (key", r"(?:api_key|API_KEY|wandb\.login\(key)\W{1,6}[0-9a-f]{40}\b"),
        ("a private key", "-----BEGIN", r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
        ("a password in an address", "@", rf"https?://[^\s/:@]+:(?!{_STAND_INS})[^\s/@]{{3,}}@"),
    )
]


def _looks_random(*, random: str | None = None, letters: str | None = None) -> bool:
    """Whether a text may have been drawn by lot: it has letters of both cases, and digits.

    Tokens of Hugging Face (`letters`) have no digits, but some 25 different letters; a placeholder has few.
    """
    drawn = random or letters
    if drawn is None:
        return True
    different = set(drawn)
    return (
        any(character.islower() for character in different)
        and any(character.isupper() for character in different)
        and (any(character.isdigit() for character in different) or (letters is not None and len(different) > 14))
    )


def secrets(text: str) -> Iterator[tuple[int, str]]:
    """Where in `text` something looks like a secret, and what like. Takes time linear in the text."""
    for kind in _KINDS:
        if any(mark in text for mark in kind.marks):
            for match in kind.pattern.finditer(text):
                if _looks_random(**match.groupdict()) and "EXAMPLE" not in match[0]:
                    yield match.start(), kind.what
